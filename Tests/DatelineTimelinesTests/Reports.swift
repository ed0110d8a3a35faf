import DatelineModel
import DatelineTimelines
import EDTF

/// Small articles with the mentions that extraction would find, written for these tests.
struct Report {
  var id: String
  var source: String
  var published: String
  var title: String? = nil
  var text: String
  var events: [EventMention] = []
  var actors: [LocalActor] = []

  /// One event for each of `clauses`, which stand in the text in this order.
  init(
    _ id: String, _ source: String, _ published: String, title: String? = nil, _ clauses: [Clause]
  ) {
    self.id = id
    self.source = source
    self.published = published
    self.title = title
    text = clauses.map(\.words).joined(separator: "\n")
    var start = 0
    var actors: [String: LocalActor] = [:]
    for (index, clause) in clauses.enumerated() {
      let span = TextSpan(start, start + clause.words.utf8.count)
      start = span.end + 1
      for name in clause.actors {
        actors[name] = LocalActor(
          id: name, name: name, kind: name == "Assad" ? .person : .government, aliases: [name],
          isKnown: true)
      }
      events.append(
        EventMention(
          span: span, sentence: index, trigger: TextSpan(span.start, span.start + 1),
          lemma: clause.lemma, type: clause.type, topic: clause.lemma,
          date: clause.date.map { EDTFValue($0)! },
          dateBasis: clause.date == nil ? .none : .explicit,
          status: clause.status,
          participants: clause.actors.map {
            Participant(actor: $0, name: $0, printed: $0, role: .actor)
          }, place: clause.place, figures: clause.figures, series: clause.series))
    }
    self.actors = actors.values.sorted { $0.id < $1.id }
  }

  struct Clause {
    var words: String
    var lemma: String
    var type: EventType
    var date: String?
    var place: String?
    var actors: [String] = []
    var figures: [Figure] = []
    var status: EventStatus = .asserted
    var series: SeriesMention?
  }

  var annotated: AnnotatedArticle {
    var start = 0
    var sentences: [Sentence] = []
    for (index, line) in text.split(separator: "\n").enumerated() {
      let end = start + line.utf8.count
      sentences.append(Sentence(span: TextSpan(start, end), inTitle: false, paragraph: index))
      start = end + 1
    }
    return AnnotatedArticle(
      article: Article(
        id: id, source: source, published: PublicationDate(published, from: .record), title: title,
        text: text),
      sentences: sentences, actors: actors, events: events)
  }
}

enum Pile {
  static func killed(_ value: Double, _ bound: Figure.Bound? = nil, _ text: String) -> Figure {
    Figure(subject: .killed, value: value, bound: bound, text: text)
  }

  /// A bombing told by three outlets, talks told by two, and a flood that one alone tells.
  static let reports: [Report] = [
    Report(
      "a1", "Alpha", "2031-03-05",
      [
        .init(
          words: "A car bomb killed at least 12 people at the market in Karsovia on 4 March 2031.",
          lemma: "kill", type: .assault, date: "2031-03-04", place: "Karsovia",
          figures: [killed(12, .atLeast, "at least 12 people")]),
        .init(
          words:
            "Norland and Sudria opened the third round of peace talks in Belmar on 5 March 2031.",
          lemma: "talk", type: .consult, date: "2031-03-05/2031-03-06", place: "Belmar",
          actors: ["Norland", "Sudria"], series: SeriesMention(name: "Belmar talks", ordinal: 3)),
      ]),
    Report(
      "b1", "Beta", "2031-03-07",
      [
        .init(
          words:
            "The car bomb at the Karsovia market killed 17 people on 4 March 2031, doctors said.",
          lemma: "kill", type: .assault, date: "2031-03-04", place: "Karsovia",
          figures: [killed(17, nil, "17 people")]),
        .init(
          words: "A flood swept away two bridges near Ostmark on 6 March 2031 after days of rain.",
          lemma: "flood", type: .other, date: "2031-03-06", place: "Ostmark"),
      ]),
    Report(
      "c1", "Gamma", "2031-03-06",
      [
        .init(
          words: "A bomb in a car killed people at the Karsovia market in March 2031.",
          lemma: "kill", type: .assault, date: "2031-03", place: "Karsovia"),
        .init(
          words:
            "Norland denied that the third round of the Belmar peace talks with Sudria had begun.",
          lemma: "talk", type: .consult, date: "2031-03-05", place: "Belmar",
          actors: ["Norland", "Sudria"], status: .denied,
          series: SeriesMention(name: "Belmar talks", ordinal: 3)),
        .init(
          words:
            "The fourth round of the Belmar talks between Norland and Sudria is planned for May.",
          lemma: "talk", type: .consult, date: "2031-05", place: "Belmar",
          actors: ["Norland", "Sudria"], status: .expected,
          series: SeriesMention(name: "Belmar talks", ordinal: 4)),
      ]),
  ]
  static let graph = EventGraph(merging: reports.map(\.annotated))
}
