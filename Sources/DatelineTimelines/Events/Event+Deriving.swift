import DatelineModel
import EDTF

extension Event {
  /// What the mentions tell together, each voice counted once.
  ///
  /// `copies` are the articles that copy another: their mentions stay and do not vote.
  mutating func derive(from mentions: [Mention], copies: Set<String>, published: [String: Int]) {
    self.mentions = mentions
    let voices = mentions.filter { !copies.contains($0.article) }
    let counted = voices.isEmpty ? mentions : voices
    status = Event.status(of: counted, published: published)
    date = Event.date(of: counted, status: status)
    if type == .consult, let day = date?.day { date = Event.days(of: counted, around: day) ?? date }
    place = Event.mostCommon(counted.compactMap(\.place))
    actors = Event.parts(of: counted)
    figures = Event.figures(of: counted, on: date, published: published)
  }

  /// Asserted where some report asserts it, else what most reports say; whether what was planned did not
  /// happen the last report knows.
  static func status(of mentions: [Mention], published: [String: Int] = [:]) -> EventStatus {
    if mentions.contains(where: { $0.status == .asserted }) { return .asserted }
    func last(_ status: EventStatus) -> Int? {
      mentions.lazy.filter { $0.status == status }.map { published[$0.article] ?? .min }.max()
    }
    if let plan = last(.expected), let end = last(.negated) {
      return plan > end ? .expected : .negated
    }
    let order: [EventStatus] = [.alleged, .denied, .negated, .expected, .counterfactual]
    return order.max { a, b in
      let (x, y) = (
        mentions.count { $0.status == a }, mentions.count { $0.status == b }
      )
      return x != y ? x < y : order.firstIndex(of: a)! > order.firstIndex(of: b)!
    }!
  }

  /// The date with the best support: the more reports tell it and the more firmly, the better. A
  /// date speaks for one that lies within it too, and less for one that only overlaps it.
  ///
  /// None where hardly a report dates it, and that one only by what stands around: "the blast that killed 11" is told
  /// in passing and without a day by all others.
  static func date(of mentions: [Mention], status: EventStatus) -> EDTFValue? {
    var votes: [(date: EDTFValue, weight: Double)] = []
    for mention in mentions {
      guard let date = mention.date else { continue }
      var weight: Double =
        switch mention.dateBasis {
        case .explicit: 1
        case .weekday: 0.9
        // "last week" leaves open which day.
        case .relative: date.isClosed && (date.dayRange?.count ?? 0) >= 5 ? 0.4 : 0.8
        case .inherited: 0.35
        case .vague: 0.25
        case .none: 0.1
        }
      // A plan's date yields to what reports tell afterwards.
      if mention.status != status { weight *= 0.4 }
      votes.append((date, weight))
    }
    if mentions.count > Event.passing * votes.count,
      !mentions.contains(where: { $0.date != nil && $0.dateBasis.isOwn })
    {
      return nil
    }
    let candidates = Set(votes.map(\.date)).map { (date: $0, name: $0.description) }
      .sorted { $0.name < $1.name }
    var best: (date: EDTFValue, support: Double)?
    for candidate in candidates {
      var support = 0.0
      for vote in votes {
        if vote.date == candidate.date {
          support += vote.weight
        } else if vote.date.isClosed, vote.date.contains(candidate.date) {
          support += vote.weight * 0.8
        } else if vote.date.overlaps(candidate.date) {
          support += vote.weight * 0.6
        }
      }
      support *= Event.precision(of: candidate.date)
      if support > best?.support ?? 0 { best = (candidate.date, support) }
    }
    guard let chosen = best?.date else { return nil }
    return Event.closed(chosen, by: votes.map(\.date))
  }

  /// The days of talks that some report tells whole ("two-day talks ended on Friday"), where others tell only
  /// when they opened.
  private static func days(of mentions: [Mention], around day: CalendarDate) -> EDTFValue? {
    let spans = mentions.filter { $0.dateBasis == .explicit || $0.dateBasis == .weekday }
      .compactMap(\.date).filter { span in
        guard case .interval(.date(let first), .date(let last)) = span,
          first.precision == .day, last.precision == .day, let range = span.dayRange
        else { return false }
        return range.contains(day.dayNumber) && range.count <= Event.fortnight
      }
    return mostCommon(spans.map(\.description)).flatMap { EDTFValue($0) }
  }

  /// Talks of more days are told by their opening.
  private static let fortnight = 14

  /// As many tell it in passing for each that has a day.
  private static let passing = 6

  /// An open date gets the end that another report tells.
  private static func closed(_ date: EDTFValue, by others: [EDTFValue]) -> EDTFValue {
    guard case .interval(let start, let end) = date, end.date == nil else { return date }
    let ends = others.compactMap { other -> EDTFDate? in
      guard case .interval(_, .date(let end)) = other, other.overlaps(date) else { return nil }
      return end
    }
    guard
      let last = ends.max(by: { ($0.latest, $0.description) < ($1.latest, $1.description) }),
      let closed = EDTFValue(from: start, to: .date(last))
    else { return date }
    return closed
  }

  private static func precision(of date: EDTFValue) -> Double {
    func factor(_ one: EDTFDate?) -> Double {
      guard let one else { return 0.8 }
      let factor: Double =
        switch one.precision {
        case .minute, .day: 1
        case .month: 0.55
        case .season: 0.45
        case .year: 0.35
        case .decade, .century: 0.2
        }
      return one.qualifier == nil ? factor : factor * 0.8
    }
    return switch date {
    case .date(let one): factor(one)
    case .interval(let start, let end): min(factor(start.date), factor(end.date)) * 0.97
    }
  }

  /// Ties fall to the lesser name.
  static func mostCommon(_ names: [String]) -> String? {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// Each actor once, in the role that most mentions give it; those most named first.
  static func parts(of mentions: [Mention]) -> [Part] {
    struct Tally {
      var roles: [Participant.Role: Int] = [:]
      var statuses: [EventStatus?] = []
      var first: Int
    }
    var tallies: [String: Tally] = [:]
    var order = 0
    for mention in mentions {
      for one in mention.participants {
        tallies[one.actor, default: Tally(first: order)].roles[one.role, default: 0] += 1
        tallies[one.actor]!.statuses.append(one.status)
        order += 1
      }
    }
    return tallies.sorted {
      let (a, b) = ($0.value.statuses.count, $1.value.statuses.count)
      return a != b ? a > b : ($0.value.first, $0.key) < ($1.value.first, $1.key)
    }.map { actor, tally in
      let role = tally.roles.min { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }!.key
      // One report that vouches for the part is enough.
      let status = tally.statuses.contains(nil) ? nil : tally.statuses.compactMap(\.self).first
      return Part(actor: actor, role: role, status: status)
    }
  }

  /// For each subject what the latest report says that dates it with the event, else the latest of the
  /// others; the first of those published on one day. What is only expected yields to what is told. Of what stands
  /// under no subject of its own, buses here and houses there, what most count.
  static func figures(
    of mentions: [Mention], on date: EDTFValue?, published: [String: Int]
  ) -> [Figure] {
    var latest: [Figure.Subject: (rank: (Int, Int, Int), figure: Figure)] = [:]
    for mention in mentions {
      let isTold = mention.status == .asserted || mention.status == .alleged
      let isDated = date.flatMap { mention.date?.overlaps($0) } == true
      let rank = (isTold ? 1 : 0, isDated ? 1 : 0, published[mention.article] ?? Int.min)
      for figure in mention.figures where figure.subject != .other {
        if let old = latest[figure.subject], old.rank >= rank { continue }
        latest[figure.subject] = (rank, figure)
      }
    }
    if let figure = mostTold(mentions.lazy.flatMap(\.figures).filter { $0.subject == .other }) {
      latest[.other] = ((0, 0, 0), figure)
    }
    return latest.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value.figure)
  }

  /// The figure that is given most often, the first of those that are as often.
  private static func mostTold(_ figures: [Figure]) -> Figure? {
    var counts: [Double: (count: Int, first: Int)] = [:]
    for (place, figure) in figures.enumerated() {
      counts[figure.value, default: (0, place)].count += 1
    }
    return counts.values.min { ($1.count, $0.first) < ($0.count, $1.first) }
      .map { figures[$0.first] }
  }
}

extension EDTFValue {
  /// From one date to another: neither one date of whatever precision nor open.
  fileprivate var isClosed: Bool { if case .interval(.date, .date) = self { true } else { false } }
}
