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

  @Test("A text that comes again is analysed as if it stood alone")
  func copies() {
    let text = "Envoys of France met in Geneva on Monday, and will meet in Vienna next month."
    func article(_ id: String, _ published: String, title: String? = nil, source: String = "Bugle")
      -> Article
    {
      Article(
        id: id, source: source, published: PublicationDate(published, from: .record),
        title: title, text: text)
    }
    let pile = [
      article("a", "2021-05-04"), article("b", "2021-05-04", source: "Herald"),
      article("c", "2021-05-12"), article("d", "2021-05-04", title: "Envoys met on 3 May"),
      article("e", "2021-05-04"),
    ]
    let together = annotate(pile, cache: nil)
    #expect(together == pile.map { annotate($0) })
    #expect(together[0].timexes == together[1].timexes)
    #expect(together[0].timexes != together[2].timexes)
  }
}
