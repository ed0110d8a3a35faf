import DatelineModel
import EDTF

extension Relation {
  /// How the events of a graph hang together: rounds follow one another in their series, and what
  /// the same articles tell of the same days and place is part of the round.
  static func found(in events: [Event]) -> [Relation] {
    var relations: [Relation] = []
    var series: [String: [Event]] = [:]
    for event in events { if let one = event.series { series[one.id, default: []].append(event) } }
    for id in series.keys.sorted() {
      let rounds = series[id]!.sorted {
        ($0.series!.ordinal, -$0.mentions.count, $0.id)
          < ($1.series!.ordinal, -$1.mentions.count, $1.id)
      }
      // Of several events of one round, the one most told stands for it.
      var heads: [Event] = []
      for round in rounds where heads.last?.series?.ordinal != round.series!.ordinal {
        heads.append(round)
      }
      for (one, next) in zip(heads, heads.dropFirst()) {
        relations.append(Relation(kind: .nextInSeries, from: one.id, to: next.id))
      }
      for head in heads { relations += parts(of: head, among: events) }
    }
    return relations
  }

  private static func parts(of round: Event, among events: [Event]) -> [Relation] {
    guard let date = round.date, let place = round.place, date.latest != nil else { return [] }
    let articles = Set(round.mentions.map(\.article))
    return events.filter { part in
      part.id != round.id && part.place == place && part.series?.ordinal != round.series!.ordinal
        && part.status == .asserted
        && part.date.map { date.contains($0) } ?? false
        && part.mentions.contains { articles.contains($0.article) }
    }.map { Relation(kind: .partOf, from: $0.id, to: round.id) }
  }
}
