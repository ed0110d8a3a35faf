import DatelineModel
import EDTF

@testable import DatelineTimelines

/// Graphs of one event, told by several outlets as the tests say.
struct Happening {
  var source: String
  var published = "2031-03-05"
  var quote = "A bomb went off in the market."
  /// Where the quote stands in its article.
  var start = 0
  var date: String? = "2031-03-04"
  var basis = DateBasis.explicit
  var place: String?
  var status = EventStatus.asserted
  var figures: [Figure] = []
  /// Actor ids; see ``actors``.
  var doers: [String] = []
  var lemma: String?
  /// Whose words they are, where they are not the outlet's.
  var attribution: String?

  static let actors = [
    Actor(id: "norland", name: "Norland", kind: .government),
    Actor(id: "sudria", name: "Sudria", kind: .government),
    Actor(id: "norland-army", name: "Norland army", kind: .group),
    Actor(id: "army", name: "army", kind: .group),
    Actor(id: "forces", name: "forces", kind: .group),
    Actor(id: "red-front", name: "Red Front", kind: .group),
    Actor(id: "blue-guard", name: "Blue Guard", kind: .group),
    Actor(id: "karsovia", name: "Karsovia", kind: .place),
  ]

  static func killed(
    _ value: Double, _ text: String, _ bound: Figure.Bound? = nil, max: Double? = nil
  ) -> Figure {
    Figure(subject: .killed, value: value, max: max, bound: bound, text: text)
  }

  /// The graph in which all of `told` is one event.
  static func graph(
    _ told: [Happening], type: EventType = .assault, topic: String? = nil
  ) -> EventGraph {
    let names = Dictionary(uniqueKeysWithValues: actors.map { ($0.id, $0.name) })
    let mentions = told.enumerated().map { index, one in
      Mention(
        article: "a\(index)", source: one.source, sentence: one.quote, quote: one.quote,
        start: one.start,
        end: one.start + one.quote.unicodeScalars.count, inTitle: false,
        date: one.date.map { EDTFValue($0)! },
        dateBasis: one.date == nil ? .none : one.basis, rule: nil, anchor: nil, status: one.status,
        isBackground: false, place: one.place,
        participants: one.doers.map {
          Participant(actor: $0, name: names[$0]!, printed: names[$0]!, role: .actor)
        }, figures: one.figures, attribution: one.attribution, lemma: one.lemma,
        trigger: one.lemma)
    }
    return EventGraph(
      sources: Set(told.map(\.source)).sorted().map { Source(id: $0, name: $0) },
      articles: told.enumerated().map {
        ArticleRecord(
          id: "a\($0)", source: $1.source, published: $1.published, title: nil, url: nil,
          language: "en")
      }, actors: actors,
      events: [
        Event(
          id: "e1", label: "Bomb at the market", type: type, topic: topic,
          date: EDTFValue("2031-03-04"), place: Event.mostCommon(told.compactMap(\.place)),
          status: .asserted, mentions: mentions)
      ])
  }
}
