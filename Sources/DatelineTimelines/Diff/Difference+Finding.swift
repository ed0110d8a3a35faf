import DatelineModel
import EDTF

extension TimelineDiff.Difference {
  /// How the accounts of several sides differ, aspect by aspect.
  ///
  /// `accounts` come in the order of the sides. Copies show what they print, and are compared with
  /// nobody.
  static func found(
    among accounts: [(side: String, account: Account)], type: EventType, base: String?,
    names: ActorNames
  ) -> [TimelineDiff.Difference] {
    let voices = accounts.indices.filter { accounts[$0].account.copyOf == nil }
    var pairs: [(Int, Int)] = []
    for (place, a) in voices.enumerated() {
      for b in voices[(place + 1)...] {
        if let base, accounts.contains(where: { $0.side == base }),
          accounts[a].side != base, accounts[b].side != base
        {
          continue
        }
        pairs.append((a, b))
      }
    }
    guard !pairs.isEmpty else { return [] }
    let told = Comparison(accounts: accounts, pairs: pairs, names: names)
    return [told.dates(), told.actors(of: type), told.places(), told.statuses(), told.naming()]
      .compactMap(\.self) + told.figures()
  }
}

/// What is known of actors beyond their names in one mention.
struct ActorNames {
  private var actors: [String: Actor]
  /// Folded names of states.
  let countries: Set<String>

  init(_ actors: [Actor]) {
    // Of two graphs' records of one actor the lesser stands, whichever graph comes first.
    self.actors = Dictionary(actors.map { ($0.id, $0) }) {
      ($0.kind.rawValue, $0.name) <= ($1.kind.rawValue, $1.name) ? $0 : $1
    }
    countries = Set(actors.filter { $0.kind == .government }.map { FoldedName($0.name).text })
  }

  /// Whether an actor is named and can act: "the army" and a town are neither.
  func isNamedDoer(_ id: String) -> Bool {
    guard let actor = actors[id] else { return false }
    if actor.kind == .place, !countries.contains(FoldedName(actor.name).text) { return false }
    return actor.name.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
  }

  /// Whether an actor is described and not named, such as "the rebels".
  func isDescribed(_ id: String) -> Bool {
    actors[id]?.name.unicodeScalars.first?.properties.isLowercase ?? false
  }

  /// Whether it is a body of people: a person or a town goes by no other's description.
  func isBody(_ id: String) -> Bool {
    guard let kind = actors[id]?.kind else { return false }
    return kind == .group || kind == .government || kind == .organization
  }

  /// Whether one may stand for the other: an army for its state, a president for his government.
  func areRelated(_ a: String, _ b: String) -> Bool {
    guard let x = actors[a], let y = actors[b] else { return false }
    let (p, q) = (FoldedName(x.name).text, FoldedName(y.name).text)
    let (m, n) = (p.split(separator: " "), q.split(separator: " "))
    // "Syria" and "Syrian army" begin alike.
    if m.contains(where: { word in
      word.utf8.count >= 4 && n.contains { $0.utf8.count >= 4 && $0.prefix(4) == word.prefix(4) }
    }) {
      return true
    }
    func speaks(_ one: Actor, for other: Actor) -> Bool {
      one.roles.contains { role in
        role.of.map { FoldedName($0).text.prefix(4) == FoldedName(other.name).text.prefix(4) }
          ?? false
      }
    }
    return speaks(x, for: y) || speaks(y, for: x)
  }
}

/// Compares the accounts of sides pair by pair and keeps the gravest difference of each aspect.
private struct Comparison {
  typealias Difference = TimelineDiff.Difference
  let accounts: [(side: String, account: Account)]
  let pairs: [(Int, Int)]
  let names: ActorNames

  /// One row of an aspect: the gravest kind among the pairs, and what each side says.
  private func row(
    _ aspect: Difference.Aspect, values: (Account) -> String?,
    kind: (Account, Account) -> Difference.Kind?
  ) -> Difference? {
    row(aspect, values: values) { a, b, _, _ in kind(a, b) }
  }

  /// The same, with the places of the two accounts among all.
  private func row(
    _ aspect: Difference.Aspect, values: (Account) -> String?,
    kind: (Account, Account, Int, Int) -> Difference.Kind?
  ) -> Difference? {
    var worst: Difference.Kind?
    for (a, b) in pairs {
      guard let found = kind(accounts[a].account, accounts[b].account, a, b) else { continue }
      if found.gravity > worst?.gravity ?? -1 { worst = found }
    }
    guard let worst else { return nil }
    var said: [String: String] = [:]
    for (side, account) in accounts { said[side] = values(account) }
    return Difference(aspect: aspect, kind: worst, values: said)
  }

  /// Whether two accounts are surely of one happening, so that they can contradict one another:
  /// both say when, and the days agree.
  private func areOne(_ a: Account, _ b: Account) -> Bool {
    guard a.isFirmlyDated, b.isFirmlyDated, let x = a.date, let y = b.date else { return false }
    return x.overlaps(y)
  }

  func dates() -> Difference? {
    row(.date) {
      $0.date?.description
    } kind: { a, b in
      guard let x = a.date, let y = b.date, x != y else { return nil }
      if x.overlaps(y) { return .precision }
      // What only stands on the story's or the publication's date contradicts nothing.
      guard a.isFirmlyDated, b.isFirmlyDated else { return .precision }
      // A day later, and the day of the report itself: what came in overnight, or another zone.
      if a.isDayOfReport(after: b) || b.isDayOfReport(after: a) { return .precision }
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
    func printed(_ account: Account) -> String? {
      let ids = Set(doers(account))
      var printed: [String] = []
      for mention in account.mentions {
        for one in mention.participants
        where ids.contains(one.actor) && !printed.contains(one.name) {
          printed.append(one.name)
        }
      }
      return printed.isEmpty ? nil : printed.sorted().joined(separator: ", ")
    }
    return row(.actor, values: printed) { a, b in
      let x = Set(doers(a).filter(names.isNamedDoer))
      let y = Set(doers(b).filter(names.isNamedDoer))
      guard !x.isEmpty, !y.isEmpty, x.isDisjoint(with: y) else { return nil }
      if x.contains(where: { one in y.contains { names.areRelated(one, $0) } }) {
        return .precision
      }
      // Where one side knows the other's actor in some part, the roles are what is uncertain.
      let (all, others) = (Set(a.actors.map(\.actor)), Set(b.actors.map(\.actor)))
      guard all.isDisjoint(with: y), others.isDisjoint(with: x) else { return .precision }
      return areOne(a, b) ? .conflict : .precision
    }
  }

  func places() -> Difference? {
    let told = accounts.map { $0.account.place.map { FoldedName($0).text } }
    guard Set(told.compactMap(\.self)).count > 1 else { return nil }
    let sentences = accounts.indices.map { index in
      told[index] == nil
        ? [] : accounts[index].account.mentions.map { FoldedName($0.sentence).text }
    }
    return row(.place) {
      $0.place
    } kind: { a, b, x, y in
      guard let p = told[x], let q = told[y], p != q else { return nil }
      switch PlaceRelation(
        p, toldBy: sentences[x], q, toldBy: sentences[y], countries: names.countries)
      {
      case .same: return nil
      case .related: return .precision
      case .apart:
        // A place that the clause itself does not print may be its story's.
        return areOne(a, b) && a.prints(p) && b.prints(q) ? .conflict : nil
      }
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
      if both.isDisjoint(with: against) { return .precision }
      // An accusation, and that the accused denies it: both report one dispute.
      if both.contains(.alleged) { return .precision }
      let isMixed = [a, b].contains { account in
        let statuses = Set(account.mentions.map(\.status))
        return !statuses.isDisjoint(with: against) && !statuses.isSubset(of: against)
      }
      return isMixed ? .precision : .conflict
    }
  }

  /// The same actor under another name.
  func naming() -> Difference? {
    var names: [String: [String: Set<String>]] = [:]
    for (side, account) in accounts {
      for mention in account.mentions {
        for one in mention.participants {
          names[one.actor, default: [:]][side, default: []].insert(PrintedNames.plain(one.printed))
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
    for (side, printed) in describedOtherwise() {
      values[side, default: []] += printed.filter { !(values[side] ?? []).contains($0) }
    }
    guard !values.isEmpty else { return nil }
    return Difference(
      aspect: .naming, kind: .wording, values: values.mapValues { $0.joined(separator: ", ") })
  }

  /// Who alone stands on one side where another alone stands on the other, in the same part, one of
  /// them at least described and not named: "the rebels" here, "terrorists" there.
  private func describedOtherwise() -> [String: [String]] {
    func doers(_ account: Account) -> Set<String> {
      Set(account.actors.filter { $0.role == .actor && names.isBody($0.actor) }.map(\.actor))
    }
    var said: [String: Set<String>] = [:]
    for (a, b) in pairs {
      let (x, y) = (accounts[a].account, accounts[b].account)
      let all = (Set(x.actors.map(\.actor)), Set(y.actors.map(\.actor)))
      let (mine, theirs) = (doers(x).subtracting(all.1), doers(y).subtracting(all.0))
      guard mine.count == 1, theirs.count == 1, let one = mine.first, let other = theirs.first,
        names.isDescribed(one) || names.isDescribed(other), areOne(x, y)
      else { continue }
      said[accounts[a].side, default: []].formUnion(x.printed(one))
      said[accounts[b].side, default: []].formUnion(y.printed(other))
    }
    return said.mapValues { $0.sorted() }
  }

  /// One row a subject whose values differ.
  func figures() -> [Difference] {
    let subjects = Set(accounts.flatMap { $0.account.figures.map(\.figure.subject) })
      .sorted { $0.rawValue < $1.rawValue }
    return subjects.compactMap { subject in
      var found = row(.number) { account in
        let texts = account.figures.filter { $0.figure.subject == subject }.map {
          PrintedNames.plain($0.figure.text)
        }
        var distinct: [String] = []
        for text in texts where !distinct.contains(text) { distinct.append(text) }
        return distinct.isEmpty ? nil : distinct.joined(separator: "; ")
      } kind: { a, b in
        let kind = FigureComparison.kind(
          a.figures.filter { $0.figure.subject == subject },
          b.figures.filter { $0.figure.subject == subject }, subject: subject)
        return kind == .conflict && !areOne(a, b) ? .otherCount : kind
      }
      found?.subject = subject
      return found
    }
  }
}

extension Account {
  /// The forms in which it prints an actor.
  fileprivate func printed(_ actor: String) -> Set<String> {
    Set(
      mentions.flatMap { mention in
        mention.participants.filter { $0.actor == actor }.map { PrintedNames.plain($0.printed) }
      })
  }

  /// Whether the date is that of the first report, and the day after the other account's.
  fileprivate func isDayOfReport(after other: Account) -> Bool {
    guard let mine = date?.day?.dayNumber, let theirs = other.date?.day?.dayNumber else {
      return false
    }
    return mine == firstDay && mine == theirs + 1
  }

  /// Whether one of the clauses prints a place, given by its folded name, in any spelling.
  fileprivate func prints(_ name: String) -> Bool {
    mentions.contains { mention in
      let text = FoldedName(mention.quote).text
      if text.contains(name) { return true }
      let words = name.split(separator: " ")
      return text.split(separator: " ").contains { word in
        words.contains { NameSpelling.isAlike($0, word) }
      }
    }
  }
}
