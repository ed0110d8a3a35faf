import Dateline
import Testing

/// What the library's documentation shows, as it stands there.
@Suite("The walk of the library's documentation")
struct LibraryWalkTests {
  let articles = [
    Article(
      id: "a", source: "Kazinform", published: PublicationDate("2019-12-10", from: .record),
      text: "The 14th round of Astana talks on Syria opened in Nur-Sultan on Tuesday."),
    Article(
      id: "b", source: "Mehr News", published: PublicationDate("2019-12-11", from: .record),
      text: "The 14th round of Astana talks on Syria opened in Nur-Sultan on 10 December."),
  ]

  @Test("Two reports of one round become one event, one day and no difference")
  func walk() throws {
    let annotated = articles.map { annotate($0) }
    #expect(annotated[0].timexes.first?.edtf?.description == "2019-12-10")

    let graph = EventGraph(merging: annotated)
    #expect(graph.events.count == 1)
    #expect(graph.events[0].mentions.count == 2)

    let timeline = Timeline(of: graph, dates: 20, sentences: 2)
    #expect(timeline.days.first?.sources == ["Kazinform", "Mehr News"])

    let diff = TimelineDiff(bySource: graph)
    #expect(!diff.hasDifferences)
    #expect(diffText(of: diff).contains("Kazinform"))

    let actors = try #require(ActorGraph(of: graph))
    #expect(try actorGraphSVG(actors).hasPrefix("<svg"))
  }
}
