internal import DatelineModel
internal import EDTF
internal import Mustache

extension DiffPage {
  /// What outlets said of an event first, and what later articles of their own say instead; nil
  /// where no graph tells the articles apart.
  func changes() -> TemplateValue? {
    guard !graphs.isEmpty else { return nil }
    let all = graphs.flatMap { OwnAccount.changes(in: $0) }
    let shown = all.prefix(80)
    return [
      "hasRows": .flag(!shown.isEmpty), "rest": rest(all.count - shown.count, "difference"),
      "rows": .list(
        shown.map { change in
          [
            "label": .text(PageText.cut(change.event.label, limit: 90)),
            "date": .text(date(change.event.date)),
            "source": .text(PageText.clean(change.source)),
            "what": .text(what(change.aspect).capitalizedWord),
            "steps": .list(
              change.steps.map { step in
                [
                  "value": .text(words(step.value)), "published": .text(published(step.published)),
                  "url": .text(step.url.flatMap(PictureLink.safe) ?? ""),
                ]
              }),
          ]
        }),
    ]
  }

  private func what(_ aspect: OwnAccount.Aspect) -> String {
    switch aspect {
    case .figure(let subject, let teller):
      say(subject.title)
        + (teller.map { ", " + say("by {name}", ["name": PageText.cut($0, limit: 60)]) } ?? "")
    case .status: say("status")
    case .date: say("date")
    }
  }

  private func words(_ value: OwnAccount.Value) -> String {
    switch value {
    case .figure(let figure): FigureInWords(figure, in: say).text
    case .status(let status): say.value(status.rawValue, of: .status)
    case .date(let date): say.short(date)
    }
  }
}

/// What one source says of one event, article by article.
enum OwnAccount {
  enum Aspect: Hashable {
    case status, date
    /// Figures that one and the same gives, the outlet itself where that is nil.
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
        for aspect in aspects(of: mentions) {
          var steps: [Step] = []
          for (article, mentions) in inOrder {
            guard let value = value(of: aspect, in: mentions),
              steps.last?.value.holds(beside: value) != true
            else { continue }
            let record = articles[article]
            steps.append(Step(value: value, published: record?.published, url: record?.url))
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

  /// What one article says; nil where it says nothing of it.
  private static func value(of aspect: Aspect, in mentions: [Mention]) -> Value? {
    switch aspect {
    case .status:
      mentions.min { $0.status.rank < $1.status.rank }.map { .status($0.status) }
    case .date:
      mentions.filter { $0.dateBasis != .vague && $0.dateBasis != .none }
        .compactMap(\.date).first { $0.start?.qualifier == nil && $0.end?.qualifier == nil }
        .map { .date($0) }
    case .figure(let subject, let teller):
      mentions.flatMap(\.figures).filter { $0.subject == subject && $0.by == teller }
        .max { ($0.max ?? $0.value) < ($1.max ?? $1.value) }.map { .figure($0) }
    }
  }
}

extension EventStatus {
  /// The firmest of what an article says comes first.
  fileprivate var rank: Int { EventStatus.allCases.firstIndex(of: self)! }
}
