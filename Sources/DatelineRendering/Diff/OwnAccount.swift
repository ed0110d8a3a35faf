internal import DatelineModel
internal import EDTF

/// What one source says of one event, article by article.
enum OwnAccount {
  enum Aspect: Hashable {
    case status, date
    /// Figures that one and the same gives, the outlet itself where that is nil: "at least 18, the governor
    /// said", and later "lowered to 12".
    case figure(Figure.Subject, by: String?)
  }

  enum Value: Hashable {
    case figure(Figure)
    case status(EventStatus)
    case date(EDTFValue)

    /// Whether a later article that says `other` leaves this as it is: it says it again, or more
    /// exactly or less.
    func holds(beside other: Value) -> Bool {
      switch (self, other) {
      case (.figure(let a), .figure(let b)): a.value == b.value && a.max == b.max
      // Who later speaks of a plan, or after others, takes nothing back.
      case (.status(.asserted), .status(let b)): [.asserted, .expected, .alleged].contains(b)
      case (.date(let a), .date(let b)): a.overlaps(b)
      default: self == other
      }
    }
  }

  struct Step: Hashable {
    var value: Value
    var published: String?
    var url: String?
  }

  struct Change: Hashable {
    var event: Event
    var source: String
    var aspect: Aspect
    /// In the order of publication; each differs from the one before.
    var steps: [Step]
  }

  /// The changes of graphs, in the order of their events; what two graphs both have once.
  static func changes(in graphs: [EventGraph]) -> [Change] {
    struct Told: Hashable {
      var source: String
      var aspect: Aspect
      var steps: [Step]
    }
    var told: Set<Told> = []
    return graphs.flatMap { changes(in: $0) }.filter {
      told.insert(Told(source: $0.source, aspect: $0.aspect, steps: $0.steps)).inserted
    }
  }

  /// The changes of a graph, in the order of its events; sources and aspects of one event sorted.
  static func changes(in graph: EventGraph) -> [Change] {
    let articles = Dictionary(graph.articles.map { ($0.id, $0) }) { first, _ in first }
    var changes: [Change] = []
    for event in graph.events where event.mentions.count > 1 {
      // A copy is no account of one's own, and without a date nothing comes first.
      let own = event.mentions.filter {
        $0.source != nil && articles[$0.article]?.published != nil
          && articles[$0.article]?.duplicateOf == nil
      }
      for (source, mentions) in Dictionary(grouping: own, by: { $0.source! }).sorted(by: {
        $0.key < $1.key
      }) {
        let inOrder = Dictionary(grouping: mentions, by: \.article).sorted {
          (articles[$0.key]!.published!, $0.key) < (articles[$1.key]!.published!, $1.key)
        }
        guard inOrder.count > 1 else { continue }
        var told: [Figure.Subject: Set<Step>] = [:]
        for aspect in aspects(of: mentions) {
          let teller = onlyTeller(of: aspect, in: mentions)
          var steps: [Step] = []
          for (article, mentions) in inOrder {
            guard let value = value(of: aspect, in: mentions, orBy: teller),
              steps.last?.value.holds(beside: value) != true
            else { continue }
            let record = articles[article]
            steps.append(Step(value: value, published: record?.published, url: record?.url))
          }
          // What the outlet's own account has shown is not shown again as its teller's.
          if case .figure(let subject, _) = aspect {
            if told[subject]?.isSuperset(of: steps) == true { continue }
            told[subject, default: []].formUnion(steps.count > 1 ? steps : [])
          }
          if steps.count > 1 {
            changes.append(Change(event: event, source: source, aspect: aspect, steps: steps))
          }
        }
      }
    }
    return changes
  }

  private static func aspects(of mentions: [Mention]) -> [Aspect] {
    let figures = mentions.flatMap(\.figures)
    return [.date, .status]
      + Figure.Subject.allInOrder.flatMap { subject in
        Set(figures.filter { $0.subject == subject }.map { $0.by ?? "" }).sorted()
          .map { Aspect.figure(subject, by: $0.isEmpty ? nil : $0) }
      }
  }

  /// The only one whom a source names for the figures that it elsewhere gives as its own.
  private static func onlyTeller(of aspect: Aspect, in mentions: [Mention]) -> String? {
    guard case .figure(let subject, nil) = aspect else { return nil }
    let tellers = Set(mentions.flatMap(\.figures).filter { $0.subject == subject }.compactMap(\.by))
    return tellers.count == 1 ? tellers.first : nil
  }

  /// What one article says; nil where it says nothing of it. `teller` stands in where it has no figure of
  /// its own.
  private static func value(
    of aspect: Aspect, in mentions: [Mention], orBy teller: String?
  ) -> Value? {
    switch aspect {
    case .status:
      mentions.min { $0.status.rank < $1.status.rank }.map { .status($0.status) }
    case .date:
      mentions.filter { $0.dateBasis != .vague && $0.dateBasis != .none }
        .compactMap(\.date).first { $0.start?.qualifier == nil && $0.end?.qualifier == nil }
        .map { .date($0) }
    case .figure(let subject, let by):
      ([by] + (teller.map { [$0] } ?? [])).lazy.compactMap { by in
        mentions.flatMap(\.figures).filter { $0.subject == subject && $0.by == by }
          .max { ($0.max ?? $0.value) < ($1.max ?? $1.value) }
      }.first.map { .figure($0) }
    }
  }
}

extension EventStatus {
  /// The firmest of what an article says comes first.
  fileprivate var rank: Int { EventStatus.allCases.firstIndex(of: self)! }
}
