import DatelineModel
import EDTF

extension TimelineDiff.Difference {
  /// How the accounts of several sides differ, aspect by aspect.
  ///
  /// `accounts` come in the order of the sides; copies are left out before.
  static func found(
    among accounts: [(side: String, account: Account)], type: EventType, base: String?
  ) -> [TimelineDiff.Difference] {
    var pairs: [(Int, Int)] = []
    for a in accounts.indices {
      for b in accounts.indices where b > a {
        if let base, accounts.contains(where: { $0.side == base }),
          accounts[a].side != base, accounts[b].side != base
        {
          continue
        }
        pairs.append((a, b))
      }
    }
    guard !pairs.isEmpty else { return [] }
    let told = Comparison(accounts: accounts, pairs: pairs)
    return [told.dates(), told.actors(of: type), told.places(), told.statuses(), told.naming()]
      .compactMap(\.self) + told.figures()
  }
}

/// Compares the accounts of sides pair by pair and keeps the gravest difference of each aspect.
private struct Comparison {
  typealias Difference = TimelineDiff.Difference
  let accounts: [(side: String, account: Account)]
  let pairs: [(Int, Int)]

  /// One row of an aspect: the gravest kind among the pairs, and what each side says.
  private func row(
    _ aspect: Difference.Aspect, values: (Account) -> String?,
    kind: (Account, Account) -> Difference.Kind?
  ) -> Difference? {
    var worst: Difference.Kind?
    for (a, b) in pairs {
      guard let found = kind(accounts[a].account, accounts[b].account) else { continue }
      if found.gravity > worst?.gravity ?? -1 { worst = found }
    }
    guard let worst else { return nil }
    var said: [String: String] = [:]
    for (side, account) in accounts { said[side] = values(account) }
    return Difference(aspect: aspect, kind: worst, values: said)
  }

  func dates() -> Difference? {
    row(.date) {
      $0.date?.description
    } kind: { a, b in
      guard let x = a.date, let y = b.date, x != y else { return nil }
      if x.overlaps(y) { return .precision }
      // What only stands on the story's or the publication's date contradicts nothing.
      guard a.isFirmlyDated, b.isFirmlyDated else { return .precision }
      let plans = [a.status, b.status].filter { $0 == .expected }.count
      return plans == 1 ? .revision : .conflict
    }
  }

  /// Who did it: only where one side acts upon another, since lists of participants are never whole.
  func actors(of type: EventType) -> Difference? {
    guard [.assault, .coerce, .threaten, .accuse, .sanction].contains(type) else { return nil }
    func doers(_ account: Account) -> [String] {
      account.actors.filter { $0.role == .actor }.map(\.actor).sorted()
    }
    func names(_ account: Account) -> String? {
      let ids = Set(doers(account))
      var names: [String] = []
      for mention in account.mentions {
        for one in mention.participants
        where ids.contains(one.actor) && !names.contains(one.name) {
          names.append(one.name)
        }
      }
      return names.isEmpty ? nil : names.sorted().joined(separator: ", ")
    }
    return row(.actor, values: names) { a, b in
      let (x, y) = (Set(doers(a)), Set(doers(b)))
      guard !x.isEmpty, !y.isEmpty, x.isDisjoint(with: y) else { return nil }
      // Where both sides know both actors in some part, the roles are what is uncertain.
      let (all, others) = (Set(a.actors.map(\.actor)), Set(b.actors.map(\.actor)))
      return all.isDisjoint(with: y) && others.isDisjoint(with: x) ? .conflict : .precision
    }
  }

  func places() -> Difference? {
    row(.place) {
      $0.place
    } kind: { a, b in
      guard let x = a.place, let y = b.place else { return nil }
      let (p, q) = (FoldedName(x).text, FoldedName(y).text)
      if p == q { return nil }
      func tells(_ account: Account, _ place: String) -> Bool {
        account.mentions.contains {
          $0.place.map { FoldedName($0).text == place } ?? false
            || FoldedName($0.sentence).text.contains(place)
        }
      }
      // A side that has both names tells one inside the other.
      return p.contains(q) || q.contains(p) || tells(a, q) || tells(b, p) ? .precision : .conflict
    }
  }

  func statuses() -> Difference? {
    row(.status) {
      $0.status.rawValue
    } kind: { a, b in
      if a.status == b.status { return nil }
      let both: Set<EventStatus> = [a.status, b.status]
      let against: Set<EventStatus> = [.denied, .negated]
      if both.isSubset(of: against) { return .wording }
      // A plan, and later that it came to pass or did not.
      if both.contains(.expected) { return .revision }
      if !both.isDisjoint(with: against) { return .conflict }
      return .precision
    }
  }

  /// The same actor under another name.
  func naming() -> Difference? {
    var names: [String: [String: Set<String>]] = [:]
    for (side, account) in accounts {
      for mention in account.mentions {
        for one in mention.participants {
          names[one.actor, default: [:]][side, default: []].insert(one.printed)
        }
      }
    }
    var values: [String: [String]] = [:]
    for actor in names.keys.sorted() {
      let bySide = names[actor]!
      let folded = bySide.mapValues { Set($0.map { FoldedName($0).text }) }
      let differs = pairs.contains { a, b in
        guard let x = folded[accounts[a].side], let y = folded[accounts[b].side] else {
          return false
        }
        return x.isDisjoint(with: y)
      }
      guard differs else { continue }
      for (side, printed) in bySide { values[side, default: []] += printed.sorted() }
    }
    guard !values.isEmpty else { return nil }
    return Difference(
      aspect: .naming, kind: .wording, values: values.mapValues { $0.joined(separator: ", ") })
  }

  /// One row a subject whose values differ.
  func figures() -> [Difference] {
    let subjects = Set(accounts.flatMap { $0.account.figures.map(\.figure.subject) })
      .sorted { $0.rawValue < $1.rawValue }
    return subjects.compactMap { subject in
      row(.number) { account in
        let texts = account.figures.filter { $0.figure.subject == subject }.map(\.figure.text)
        var distinct: [String] = []
        for text in texts where !distinct.contains(text) { distinct.append(text) }
        return distinct.isEmpty ? nil : distinct.joined(separator: "; ")
      } kind: { a, b in
        Comparison.kind(
          a.figures.filter { $0.figure.subject == subject },
          b.figures.filter { $0.figure.subject == subject }, subject: subject)
      }
    }
  }

  private static func kind(
    _ a: [(figure: Figure, day: Int?)], _ b: [(figure: Figure, day: Int?)],
    subject: Figure.Subject
  ) -> Difference.Kind? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    var comparable = false
    var revised = false
    var conflicts = false
    var bounded = false
    for x in a {
      for y in b {
        if x.figure.value == y.figure.value, x.figure.max == y.figure.max {
          // The same number in any words is agreement.
          return nil
        }
        if x.figure.counted != y.figure.counted { continue }
        comparable = true
        if x.figure.admits(y.figure) || y.figure.admits(x.figure) {
          bounded = true
        } else if subject.grows, x.day == y.day || x.day == nil || y.day == nil {
          // Within a day nothing tells which report is the later one.
          revised = true
        } else if subject.grows,
          (x.day! < y.day!) == (x.figure.value < y.figure.value)
        {
          revised = true
        } else {
          conflicts = true
        }
      }
    }
    if !comparable { return .otherCount }
    if revised { return .revision }
    if bounded { return .precision }
    return conflicts ? .conflict : nil
  }
}

extension TimelineDiff.Difference.Kind {
  fileprivate var gravity: Int {
    switch self {
    case .wording: 0
    case .precision: 1
    case .otherCount: 2
    case .revision: 3
    case .conflict: 4
    }
  }
}

extension Figure.Subject {
  /// Tolls rise from report to report.
  fileprivate var grows: Bool {
    switch self {
    case .killed, .wounded, .missing, .displaced, .detained: true
    case .troops, .money, .votes, .participants, .other: false
    }
  }
}

extension Figure {
  /// Whether another value lies within what the words of this one allow.
  fileprivate func admits(_ other: Figure) -> Bool {
    if let max, value <= other.value, other.value <= max { return true }
    switch bound {
    case .atLeast: return other.value >= value && other.value <= value * 1.5
    case .atMost: return other.value <= value
    case .about: return abs(other.value - value) <= 0.1 * value
    case nil: return false
    }
  }

  /// Of whom the figure is a count: "children" in "68 children", empty for people in general.
  fileprivate var counted: Set<String> {
    let words = FoldedName(text).text.split(separator: " ").map(String.init)
    return Set(words).intersection(Figure.parts)
  }

  /// Who can be a part of all.
  private static let parts: Set<String> = [
    "child", "children", "kids", "women", "woman", "men", "civilians", "civilian", "soldiers",
    "soldier", "troops", "fighters", "fighter", "militants", "rebels", "terrorists", "police",
    "policemen", "officers", "martyrs", "foreigners", "pilgrims", "evacuees", "students", "workers",
    "schoolchildren", "pupils", "journalists", "bombers", "attackers", "gunmen",
  ]
}
