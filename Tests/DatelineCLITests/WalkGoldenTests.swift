import Dateline
import DatelineTestSupport
import Testing

/// The whole walk of two short reports, dumped with spans and compared with what was read once.
@Suite struct WalkGoldenTests {
  static let articles = [
    Article(
      id: "a", source: "Harbour Post", published: PublicationDate("2019-08-01", from: .record),
      title: "Thirteenth round of Syria talks opens",
      text: """
        NUR-SULTAN (Harbour Post) - Iran, Russia and Turkey met in Nur-Sultan on Thursday for \
        two-day talks. UN envoy Geir Pedersen is expected to meet them on Friday.
        At least 12 people were killed in an air strike on Idlib on 28 July, the Observatory said.
        """),
    Article(
      id: "b", source: "Vale Gazette", published: PublicationDate("2019-08-02", from: .record),
      title: nil,
      text: """
        Russia denied on Friday that its planes had bombed Idlib. The offensive there began in April. \
        The 13th round of Astana talks ended in Nur-Sultan on 2 August.
        """),
  ]

  @Test func annotations() throws {
    var dump = ""
    for article in Self.articles {
      let annotated = annotate(article)
      dump += "article \(article.id)\n"
      for sentence in annotated.sentences {
        dump +=
          "  sentence \(sentence.span.start)..<\(sentence.span.end) \(annotated.quote(sentence.span, inTitle: sentence.inTitle))\n"
      }
      for timex in annotated.timexes {
        dump +=
          "  \(timex.kind.rawValue) \(timex.span.start)..<\(timex.span.end) \(annotated.quote(timex.span, inTitle: timex.inTitle))"
        dump += " = \(timex.value) [\(timex.edtf?.description ?? "-")] \(timex.rule)\n"
      }
      for entity in annotated.entities {
        dump +=
          "  \(entity.kind) \(entity.span.start)..<\(entity.span.end) \(annotated.quote(entity.span, inTitle: entity.inTitle)) → \(entity.actor)\n"
      }
      for event in annotated.events {
        dump +=
          "  \(event.type.rawValue) \(event.span.start)..<\(event.span.end) \(event.lemma), \(event.date?.description ?? "undated")"
        dump +=
          " (\(event.dateBasis.rawValue)), \(event.status.rawValue), \(event.place ?? "nowhere"),"
        dump +=
          " \(event.participants.map { "\($0.name) \($0.role.rawValue)" }.joined(separator: ", "))"
        dump +=
          " \(event.figures.map { "\($0.subject.rawValue) \($0.value)" }.joined(separator: ", "))\n"
      }
    }
    try expectGolden(dump, "annotations.txt")
  }

  @Test func graph() throws {
    let graph = EventGraph(merging: Self.articles.map { annotate($0) })
    var dump = ""
    for event in graph.events {
      dump +=
        "\(event.date?.description ?? "undated") \(event.type.rawValue) \(event.status.rawValue)"
      dump += " \(event.place ?? "nowhere"): \(event.label)\n"
      if let series = event.series { dump += "  series \(series.id) \(series.ordinal)\n" }
      for part in event.actors { dump += "  \(part.role.rawValue) \(part.actor)\n" }
      for mention in event.mentions {
        dump += "  \(mention.article) \(mention.start)..<\(mention.end) “\(mention.quote)”\n"
      }
    }
    try expectGolden(dump, "graph.txt")
  }
}
