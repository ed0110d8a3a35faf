import DatelineModel
import EDTF

extension TimelineDiff.Difference {
  /// How the accounts of several sides differ, aspect by aspect.
  ///
  /// `accounts` come in the order of the sides. Copies show what they print, and are compared with
  /// nobody.
  static func found(
    among accounts: [(side: String, account: Account)], of kind: EventKind, base: String?,
    names: ActorNames
  ) -> [TimelineDiff.Difference] {
    let voices = accounts.indices.filter { accounts[$0].account.copyOf == nil }
    let base = base.flatMap { base in accounts.firstIndex { $0.side == base } }
    // Where the base only copies another, nobody is compared with it.
    guard voices.count > 1, base.map(voices.contains) ?? true else { return [] }
    let told = Comparison(
      sides: accounts.map(\.side), accounts: accounts.map(\.account), voices: voices, base: base,
      names: names)
    return [
      told.dates(), told.actors(of: kind), told.places(), told.statuses(), told.answers(),
      told.naming(),
    ].compactMap(\.self) + told.figures()
  }

  /// What sort of happening is compared.
  struct EventKind {
    var type: EventType
    var topic: String?

    /// One side acts upon another, or one of many is chosen: who it was is what the news is.
    fileprivate var hasDoer: Bool {
      switch type {
      case .assault, .coerce, .threaten, .accuse, .sanction: true
      default: topic == "election"
      }
    }

    /// Those who take part do the same together.
    fileprivate var isMutual: Bool {
      type == .consult && topic != "statement" || type == .agree || type == .cooperate
    }
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

  /// Whether no word of theirs puts two on two sides.
  func mayBeOne(_ a: String, _ b: String) -> Bool {
    guard let x = actors[a], let y = actors[b] else { return true }
    return ActorSides.shipped.mayBeOne(x, y)
  }

  private func isState(_ actor: Actor) -> Bool { actor.kind == .government || actor.kind == .place }

  /// Words of which the names of a state's bodies are made that do not say which state's.
  private static let stateBodies: Set<Substring> = [
    "air", "force", "forces", "army", "armed", "navy", "military", "command", "general", "staff",
    "ministry", "of", "the", "defence", "defense", "interior", "foreign", "affairs", "health",
    "government", "police", "security", "national", "state", "guard", "presidency",
  ]

  /// Whether one may stand for the other: an army for its state, a president for his government.
  func areRelated(_ a: String, _ b: String) -> Bool {
    guard let x = actors[a], let y = actors[b] else { return false }
    let (p, q) = (FoldedName(x.name).text, FoldedName(y.name).text)
    let (m, n) = (p.split(separator: " "), q.split(separator: " "))
    // "Army Command" is some state's.
    if isState(y) && m.allSatisfy(ActorNames.stateBodies.contains)
      || isState(x) && n.allSatisfy(ActorNames.stateBodies.contains)
    {
      return true
    }
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

/// Compares the accounts of sides and keeps the gravest difference of each aspect.
///
/// Pairs grow with the square of the sides, so that what accounts tell of an aspect is compared, and
/// not each account with each; what an account tells alone is read once before.
private struct Comparison {
  typealias Difference = TimelineDiff.Difference
  let sides: [String]
  let accounts: [Account]
  /// The accounts that are compared, by number: all but the copies.
  let voices: [Int]
  /// The account with which the others are compared; nil where each is with each.
  let base: Int?
  let names: ActorNames

  /// Places of a happening that are compared; more are no places of one happening.
  private static let mostPlaces = 64
  /// Of so many voices one alone does not contradict the others in when it was, where, or who did it.
  private static let many = 4

  /// When an account has it, as far as that decides whether it can contradict another.
  private struct When: Hashable {
    var date: EDTFValue?
    var isFirm: Bool
    var leads: Bool
  }

  private func when(_ account: Int) -> When {
    When(
      date: accounts[account].date, isFirm: accounts[account].isFirmlyDated,
      leads: accounts[account].leadsWithDate)
  }

  /// One row of an aspect: the gravest kind among the pairs, and what each side says. `version` is all
  /// that `kind` looks at in an account.
  private func row(
    _ aspect: Difference.Aspect, values: (Account) -> String?,
    version: (Int) -> some Hashable, kind: (Int, Int) -> Difference.Kind?
  ) -> Difference? {
    var worst: Difference.Kind?
    for (a, b) in Versions(of: voices, base: base, by: version).pairs {
      guard let found = kind(a, b) else { continue }
      if found.gravity > worst?.gravity ?? -1 { worst = found }
      if worst == .conflict { break }
    }
    guard let worst else { return nil }
    var said: [String: String] = [:]
    for (side, account) in zip(sides, accounts) { said[side] = values(account) }
    return Difference(aspect: aspect, kind: worst, values: said)
  }

  /// Whether two accounts are surely of one happening, so that they can contradict one another:
  /// both say when, and the days agree.
  private func areOne(_ a: Int, _ b: Int) -> Bool {
    guard accounts[a].isFirmlyDated, accounts[b].isFirmlyDated, let x = accounts[a].date,
      let y = accounts[b].date
    else { return false }
    return x.overlaps(y)
  }

  func dates() -> Difference? {
    struct Version: Hashable {
      var when: When
      var firstDay: Int?
      var status: EventStatus
    }
    // Of many voices that tell a day, one alone rather tells of what came of it.
    let counts = voices.reduce(into: [Int: Int]()) { counts, account in
      if accounts[account].isFirmlyDated, let day = accounts[account].date?.day?.dayNumber {
        counts[day, default: 0] += 1
      }
    }
    func isHeldByMany(_ account: Int) -> Bool {
      guard voices.count >= Comparison.many, let day = accounts[account].date?.day?.dayNumber else {
        return true
      }
      return counts[day, default: 0] > 1
    }
    return row(.date) {
      $0.date?.description
    } version: {
      Version(when: when($0), firstDay: accounts[$0].firstDay, status: accounts[$0].status)
    } kind: { a, b in
      guard let x = accounts[a].date, let y = accounts[b].date, x != y else { return nil }
      guard x.contradicts(y) else { return .precision }
      let isHeld = isHeldByMany(a) && isHeldByMany(b)
      let (a, b) = (accounts[a], accounts[b])
      // What only stands on the story's or the publication's date contradicts nothing.
      guard a.isFirmlyDated, b.isFirmlyDated else { return .precision }
      // Nor does the day of what is told further down.
      guard a.leadsWithDate, b.leadsWithDate else { return .precision }
      // Later, and the day of the report itself: what came in overnight, another zone, the day on which
      // the dead were counted.
      if a.isDayOfReport(after: b) || b.isDayOfReport(after: a) { return .precision }
      let plans = [a.status, b.status].filter { $0 == .expected }.count
      return plans == 1 ? .revision : isHeld ? .conflict : .precision
    }
  }

  /// Who did it: contradicted only where one side acts upon another, since lists of participants are never
  /// whole; of talks, whom one account leaves out.
  func actors(of kind: Difference.EventKind) -> Difference? {
    guard kind.hasDoer || kind.isMutual else { return nil }
    // Who denies it is no doer in anybody's account.
    func doers(_ account: Account) -> Set<String> {
      Set(account.actors.filter { $0.role == .actor && $0.status != .denied }.map(\.actor))
    }
    func printed(_ account: Account) -> String? {
      let ids = doers(account)
      var printed: [String] = []
      for mention in account.mentions {
        for one in mention.participants
        where ids.contains(one.actor) && !printed.contains(one.name) {
          printed.append(one.name)
        }
      }
      return printed.isEmpty ? nil : printed.sorted().joined(separator: ", ")
    }
    let named = accounts.map { doers($0).filter(names.isNamedDoer) }
    // Whom a report names as the doer at its head; who claims it or is blamed for it is told further down.
    let leading = accounts.indices.map { account in
      named[account].intersection(
        accounts[account].mentions.lazy.filter(\.isLead).flatMap { mention in
          mention.participants.filter { $0.role == .actor && $0.status == nil }.map(\.actor)
        })
    }
    // Among many, one voice alone rather has another part of it in mind than another doer.
    let counts = voices.reduce(into: [String: Int]()) { counts, account in
      for actor in named[account] { counts[actor, default: 0] += 1 }
    }
    func isHeldByMany(_ account: Int) -> Bool {
      !leading[account].isEmpty
        && (voices.count < Comparison.many || leading[account].contains { counts[$0]! > 1 })
    }
    let all = accounts.map { Set($0.actors.map(\.actor)) }
    struct Version: Hashable {
      var named: Set<String>
      var leads: Bool
      var all: Set<String>
      var when: When
    }
    return row(.actor, values: printed) {
      Version(
        named: named[$0], leads: isHeldByMany($0), all: all[$0], when: when($0))
    } kind: { a, b in
      let (x, y) = (named[a], named[b])
      if kind.isMutual {
        // "Russia and Turkey held talks", and Iran did too.
        let (fewer, more) = x.count < y.count ? (x, y) : (y, x)
        return fewer.count > 1 && fewer.isStrictSubset(of: more) && areOne(a, b) ? .precision : nil
      }
      guard !x.isEmpty, !y.isEmpty, x.isDisjoint(with: y) else { return nil }
      if x.contains(where: { one in y.contains { names.areRelated(one, $0) } }) {
        return .precision
      }
      // Where one side knows the other's actor in some part, the roles are what is uncertain.
      guard all[a].isDisjoint(with: y), all[b].isDisjoint(with: x) else { return .precision }
      guard isHeldByMany(a), isHeldByMany(b) else { return .precision }
      return areOne(a, b) ? .conflict : .precision
    }
  }

  func places() -> Difference? {
    let printed = accounts.map { $0.place.map { FoldedName($0).text } }
    let distinct = Array(Set(printed.compactMap(\.self)).sorted().prefix(Comparison.mostPlaces))
    guard distinct.count > 1 else { return nil }
    var relations = distinct.map { p in
      distinct.map { PlaceRelation(p, $0, countries: names.countries) }
    }
    relate(distinct, in: &relations)
    let numbers = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    let places = printed.map { $0.flatMap { numbers[$0] } }
    // Whether an account's sentences print a place that its own leaves open.
    let tells = zip(accounts, places).map { account, place -> [Bool] in
      guard let place, relations[place].contains(.open) else { return distinct.map { _ in false } }
      let words = FoldedWords(account.mentions.map(\.sentence))
      return distinct.indices.map { relations[place][$0] == .open && words.tell(distinct[$0]) }
    }
    // A place that no clause prints may be its story's, and one that is told further down another
    // happening's: they contradict none.
    let isPrinted = zip(accounts, places).map { account, place in
      guard let place, account.isFirmlyDated else { return false }
      return FoldedWords(account.mentions.filter(\.isLead).map(\.quote)).print(distinct[place])
    }
    // Among many, one voice alone rather has the name wrong, or a nearer one, than another place.
    let counts = places.indices.reduce(into: [Int: Int]()) { counts, account in
      if let place = places[account], isPrinted[account] { counts[place, default: 0] += 1 }
    }
    func isHeldByMany(_ place: Int) -> Bool {
      voices.count < Comparison.many || counts[place, default: 0] > 1
    }
    struct Version: Hashable {
      var place: Int?
      var tells: [Bool]
      var isPrinted: Bool
      var when: When
    }
    return row(.place) {
      $0.place
    } version: {
      Version(place: places[$0], tells: tells[$0], isPrinted: isPrinted[$0], when: when($0))
    } kind: { a, b in
      guard let p = places[a], let q = places[b], p != q else { return nil }
      switch relations[p][q] {
      case .same: return nil
      case .related: return .precision
      case .open where tells[a][q] || tells[b][p]: return .precision
      case .open, .apart:
        guard isPrinted[a], isPrinted[b], areOne(a, b) else { return nil }
        return isHeldByMany(p) && isHeldByMany(q) ? .conflict : .precision
      }
    }
  }

  /// Two places that one account prints, here "Kelt" and there "the Avarian coast", are no two places
  /// for the others.
  private func relate(_ places: [String], in relations: inout [[PlaceRelation]]) {
    guard relations.contains(where: { $0.contains(.open) }) else { return }
    for account in accounts {
      let words = FoldedWords(account.mentions.map(\.sentence))
      let told = places.indices.filter { words.tell(places[$0]) }
      for p in told {
        for q in told where relations[p][q] == .open { relations[p][q] = .related }
      }
    }
  }

  func statuses() -> Difference? {
    let against: Set<EventStatus> = [.denied, .negated]
    // Said so by some of its reports, and otherwise by others.
    let isMixed = accounts.map { account in
      let statuses = Set(account.mentions.map(\.status))
      return !statuses.isDisjoint(with: against) && !statuses.isSubset(of: against)
    }
    struct Version: Hashable {
      var status: EventStatus
      var leads: Bool
      var isMixed: Bool
    }
    return row(.status) {
      $0.status.rawValue
    } version: {
      Version(
        status: accounts[$0].status, leads: accounts[$0].leadsWithStatus, isMixed: isMixed[$0])
    } kind: { a, b in
      let both: Set<EventStatus> = [accounts[a].status, accounts[b].status]
      if both.count == 1 { return nil }
      if both.isSubset(of: against) { return .wording }
      // A plan, and later that it came to pass or did not.
      if both.contains(.expected) { return .revision }
      if both.isDisjoint(with: against) { return .precision }
      // An accusation, and that the accused denies it: both report one dispute.
      if both.contains(.alleged) { return .precision }
      guard accounts[a].leadsWithStatus, accounts[b].leadsWithStatus else { return .precision }
      return isMixed[a] || isMixed[b] ? .precision : .conflict
    }
  }

  /// How it came out, in words that cannot both be true: "approved" and "rejected".
  func answers() -> Difference? {
    let words = DeedWords.shipped
    var asked: Set<String> = []
    let answered = accounts.map { account in
      account.mentions.reduce(into: [String: Set<String>]()) { answers, mention in
        guard mention.isLead, mention.status == .asserted else { return }
        for one in words.answers(of: mention) {
          asked.insert(one.question)
          answers[one.question, default: []].insert(one.answer)
        }
      }
    }
    let doers = accounts.map { account in
      Set(account.actors.lazy.filter { $0.role == .actor }.map(\.actor))
    }
    struct Version: Hashable {
      var answers: [String: Set<String>]
      var doers: Set<String>
      var when: When
    }
    guard !asked.isEmpty else { return nil }
    return row(.status) { account in
      let told = account.mentions.filter { !words.answers(of: $0).isEmpty }.compactMap(\.trigger)
      return told.isEmpty ? nil : Set(told.map { $0.lowercased() }).sorted().joined(separator: ", ")
    } version: {
      Version(answers: answered[$0], doers: doers[$0], when: when($0))
    } kind: { a, b in
      let isContradicted = asked.contains { question in
        guard let x = answered[a][question], let y = answered[b][question] else { return false }
        return x.isDisjoint(with: y)
      }
      // What one body passed another may have turned down.
      let isOfOthers = !doers[a].isEmpty && !doers[b].isEmpty && doers[a].isDisjoint(with: doers[b])
      return isContradicted && !isOfOthers && areOne(a, b) ? .conflict : nil
    }
  }

  /// The same actor under another name.
  func naming() -> Difference? {
    var names: [String: [Int: Set<String>]] = [:]
    for (number, account) in accounts.enumerated() {
      for mention in account.mentions {
        for one in mention.participants {
          names[one.actor, default: [:]][number, default: []]
            .insert(PrintedNames.plain(one.printed))
        }
      }
    }
    var values: [String: [String]] = [:]
    for actor in names.keys.sorted() {
      let printed = names[actor]!
      let folded = printed.mapValues { Set($0.map { FoldedName($0).text }) }
      guard isNamedOtherwise(folded), isNamedOtherwise(by: printed),
        !printed.values.joined().allSatisfy(ActorSides.shipped.areVictims)
      else { continue }
      for (account, names) in printed { values[sides[account], default: []] += names.sorted() }
    }
    for (side, printed) in describedOtherwise() {
      values[side, default: []] += printed.filter { !(values[side] ?? []).contains($0) }
    }
    for (side, printed) in deedNamedOtherwise() {
      values[side, default: []] += printed.filter { !(values[side] ?? []).contains($0) }
    }
    guard !values.isEmpty else { return nil }
    return Difference(
      aspect: .naming, kind: .wording, values: values.mapValues { $0.joined(separator: ", ") })
  }

  /// Whether two voices have no name in common; `names` has those of each account that names it.
  private func isNamedOtherwise(_ names: [Int: Set<String>]) -> Bool {
    Versions(of: voices.filter { names[$0] != nil }, base: base) { names[$0] }
      .pairs.contains { names[$0]!.isDisjoint(with: names[$1]!) }
  }

  /// The same where a name that is only shorter is no other one: "Obama", "US", "Russian".
  private func isNamedOtherwise(by names: [Int: Set<String>]) -> Bool {
    let forms = names.mapValues { Set($0.map(NameForm.init)) }
    let states = NameForm.stems(of: self.names.countries)
    return Versions(of: voices.filter { forms[$0] != nil }, base: base) { forms[$0] }
      .pairs.contains { a, b in
        !forms[a]!.contains { one in forms[b]!.contains { one.isForm(of: $0, states: states) } }
      }
  }

  /// The deed under words that judge it: "liberated" here, "seized" there, each account's own.
  private func deedNamedOtherwise() -> [String: [String]] {
    let words = DeedWords.shipped
    // Of each deed the words that an account has for it, as they are printed.
    let named = accounts.map { account in
      account.mentions.reduce(into: [String: [String: String]]()) { named, mention in
        guard mention.attribution == nil || mention.attribution == mention.source,
          let lemma = mention.lemma, let printed = mention.trigger
        else { return }
        for deed in words.deeds(named: mention) {
          named[deed, default: [:]][lemma] = named[deed]?[lemma] ?? printed.lowercased()
        }
      }
    }
    var said: [String: [String]] = [:]
    for deed in Set(named.lazy.flatMap(\.keys)).sorted() {
      var lemmas: [Int: Set<String>] = [:]
      for (account, names) in named.enumerated() {
        lemmas[account] = names[deed].map { Set($0.keys) }
      }
      guard isNamedOtherwise(lemmas) else { continue }
      for (account, names) in named.enumerated() {
        guard let printed = names[deed] else { continue }
        said[sides[account], default: []] += printed.values.sorted()
      }
    }
    return said
  }

  /// Who alone stands on one side where another alone stands on the other, in the same part, one of
  /// them at least described and not named: "the rebels" here, "terrorists" there.
  private func describedOtherwise() -> [String: [String]] {
    let bodies = accounts.map { account in
      Set(account.actors.filter { $0.role == .actor && names.isBody($0.actor) }.map(\.actor))
    }
    guard bodies.contains(where: { $0.contains(where: names.isDescribed) }) else { return [:] }
    let all = accounts.map { Set($0.actors.map(\.actor)) }
    struct Version: Hashable {
      var bodies: Set<String>
      var all: Set<String>
      var when: When
    }
    let versions = Versions(of: voices, base: base) {
      Version(bodies: bodies[$0], all: all[$0], when: when($0))
    }
    var told: [Int: Set<String>] = [:]
    for (a, b) in versions.pairs {
      let (mine, theirs) = (bodies[a].subtracting(all[b]), bodies[b].subtracting(all[a]))
      guard mine.count == 1, theirs.count == 1, let one = mine.first, let other = theirs.first,
        names.isDescribed(one) || names.isDescribed(other), names.mayBeOne(one, other),
        areOne(a, b)
      else { continue }
      for alike in versions.alike(a) { told[alike, default: []].insert(one) }
      for alike in versions.alike(b) { told[alike, default: []].insert(other) }
    }
    var said: [String: [String]] = [:]
    for (account, actors) in told {
      said[sides[account]] = actors.reduce(into: Set()) {
        $0.formUnion(accounts[account].printed($1))
      }
      .sorted()
    }
    return said
  }

  /// One row for each thing whose counts differ.
  func figures() -> [Difference] {
    let all = accounts.flatMap(\.figures)
    let subjects = Set(all.map(\.figure.subject)).sorted { $0.rawValue < $1.rawValue }
    return subjects.flatMap { subject in
      // Rockets are held against rockets, and not beside those who were rescued.
      subject == .other
        ? Set(all.filter { $0.figure.subject == subject && $0.isOfKnownKind }.map(\.unit)).sorted()
          .compactMap { unit in
            var found = figures(of: subject) { $0.unit == unit }
            found?.things = unit
            return found
          }
        : [figures(of: subject) { _ in true }].compactMap(\.self)
    }
  }

  private func figures(
    of subject: Figure.Subject, where isOne: (DatedFigure) -> Bool
  ) -> Difference? {
    func counted(_ account: Account) -> [DatedFigure] {
      account.figures.filter { $0.figure.subject == subject && isOne($0) }
    }
    let figures = accounts.map(counted)
    struct Version: Hashable {
      var figures: [DatedFigure]
      var when: When
    }
    var found = row(.number) { account in
      let texts = counted(account).map { PrintedNames.plain($0.figure.text) }
      var distinct: [String] = []
      for text in texts where !distinct.contains(text) { distinct.append(text) }
      return distinct.isEmpty ? nil : distinct.joined(separator: "; ")
    } version: {
      Version(figures: figures[$0], when: when($0))
    } kind: { a, b in
      let kind = FigureComparison.kind(figures[a], figures[b], subject: subject)
      return kind == .conflict && !areOne(a, b) ? .otherCount : kind
    }
    found?.subject = subject
    return found
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

  /// Whether the date is that of the first report, and some days after the other account's.
  fileprivate func isDayOfReport(after other: Account) -> Bool {
    guard let mine = date?.day?.dayNumber, let theirs = other.date?.day?.dayNumber else {
      return false
    }
    return mine == firstDay && (1...6).contains(mine - theirs)
  }
}
