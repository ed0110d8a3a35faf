import DatelineModel
import EDTF

/// The actors of all articles as one list, each article's own actors pointing into it.
///
/// Two local actors are one where a table knows the name, where their folded names agree or are
/// spellings of one name, where a surname stands for the only person of that surname, or where an
/// article gives one's name as another's alias. A place and the government that sits there stay two.
struct JoinedActors {
  /// Sorted by id.
  private(set) var actors: [Actor] = []
  /// For each article, indices into `actors` by local id.
  private(set) var places: [[String: Int]] = []

  private struct Key: Hashable {
    var name: String
    var realm: ActorRealm
  }

  /// All that the articles say of one folded name.
  private struct Gathering {
    var key: Key
    var names: [String: Int] = [:]
    var kinds: [ActorKind: Int] = [:]
    /// How often each source, by its number, prints a name in its own voice.
    var aliases: [String: [Int32: Int]] = [:]
    var roles: [LocalActor.Role: (first: Int, last: Int)] = [:]
    var isKnown = false
    var isNominal = true
    var isIrregular = false
    /// A form of another's name, and never the name of both.
    var isShortened = false
    /// ``LocalActor/spelling``, or the folded name where the articles have none.
    var spelling: String
    /// Indices of the articles that speak of it, ascending.
    var articles: [Int32] = []
    /// Where the name was met as another's full alias.
    var parent: Int
  }

  /// `articles` are sorted by id.
  init(_ articles: [AnnotatedArticle], rules: ActorRules? = nil) {
    var gatherings: [Gathering] = []
    var byKey: [Key: Int] = [:]
    var folded: [String: FoldedName] = [:]
    func fold(_ name: String) -> FoldedName {
      if let known = folded[name] { return known }
      let new = FoldedName(name)
      folded[name] = new
      return new
    }
    let sources = Set(articles.map { $0.article.source ?? "" }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(sources, Int32(0)...))
    var local: [[Int]] = []
    local.reserveCapacity(articles.count)
    for (number, article) in articles.enumerated() {
      let source = numbers[article.article.source ?? ""]!
      let day = article.article.published?.day?.dayNumber
      let printed = PrintedNames(article)
      local.append(
        article.actors.map { actor in
          let key = Key(name: fold(actor.name).text, realm: ActorRealm(actor.kind))
          let index = byKey[key] ?? gatherings.count
          if index == gatherings.count {
            byKey[key] = index
            gatherings.append(
              Gathering(
                key: key, spelling: actor.spelling.isEmpty ? key.name : actor.spelling,
                parent: index))
          }
          gatherings[index].articles.append(Int32(number))
          gatherings[index].names[actor.name, default: 0] += actor.isKnown ? 100 : 1
          gatherings[index].kinds[actor.kind, default: 0] += 1
          gatherings[index].isKnown = gatherings[index].isKnown || actor.isKnown
          gatherings[index].isNominal = gatherings[index].isNominal && actor.isNominal
          if printed.irregular.contains(actor.id) { gatherings[index].isIrregular = true }
          for alias in actor.aliases {
            gatherings[index].aliases[PrintedNames.plain(alias), default: [:]][
              source, default: 0] += 0
          }
          for (name, count) in printed.counts[actor.id] ?? [:] {
            gatherings[index].aliases[name, default: [:]][source, default: 0] += count
          }
          for role in actor.roles {
            let old = gatherings[index].roles[role]
            if let day {
              gatherings[index].roles[role] = (
                min(old?.first ?? day, day), max(old?.last ?? day, day)
              )
            } else if old == nil {
              gatherings[index].roles[role] = (Int.max, Int.min)
            }
          }
          return index
        })
    }

    func root(_ index: Int) -> Int {
      var index = index
      while gatherings[index].parent != index { index = gatherings[index].parent }
      return index
    }
    /// "lavrentiv": long enough that whoever is spelled so is the same; "Ben" and "Benn" are not.
    func longSurname(_ index: Int) -> String? {
      let last = gatherings[index].spelling.split(separator: " ").last
      return last.flatMap { $0.utf8.count >= 7 ? String($0) : nil }
    }
    /// The lesser name stands for both, whatever the order of the joins.
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      guard a != b else { return }
      if let rules, rules.keepsApart(gatherings[a].key.name, gatherings[b].key.name) { return }
      let isFirst =
        (gatherings[a].isKnown ? 0 : 1, gatherings[a].key.name)
        < (gatherings[b].isKnown ? 0 : 1, gatherings[b].key.name)
      gatherings[isFirst ? b : a].parent = isFirst ? a : b
    }

    let sorted = gatherings.indices.sorted {
      (gatherings[$0].key.name, gatherings[$0].key.realm.rawValue)
        < (gatherings[$1].key.name, gatherings[$1].key.realm.rawValue)
    }
    let spelled = sorted.filter {
      !gatherings[$0].isNominal && rules?.decides(gatherings[$0].key.name) != true
    }
    let variants = SpellingVariants(
      spelled.map { index in
        let one = gatherings[index]
        return SpellingVariants.Name(
          spelling: one.spelling, realm: one.key.realm, isKnown: one.isKnown,
          hasArticle: one.names.keys.contains(where: JoinedActors.hasArticle),
          articles: one.articles)
      })
    for (a, b) in variants.pairs { join(spelled[a], spelled[b]) }
    // A surname alone means the only person who bears it.
    var bearers: [String: Set<Int>] = [:]
    var spelledBearers: [String: Set<Int>] = [:]
    for index in sorted where gatherings[index].key.realm == .person {
      let name = fold(gatherings[index].key.name)
      if name.isOneWord { continue }
      bearers[String(name.lastWord), default: []].insert(index)
      if let surname = longSurname(index) { spelledBearers[surname, default: []].insert(index) }
    }
    /// The only one of them, where all are spellings of one.
    func only(_ bearers: some Collection<Int>) -> Int? {
      Set(bearers.map(root)).count == 1 ? bearers.min() : nil
    }
    // An alias of several words or capitals leads to the only actor that articles give it to.
    var owners: [Key: Set<Int>] = [:]
    for index in sorted where !gatherings[index].isNominal {
      for alias in gatherings[index].aliases.keys where JoinedActors.tells(alias) {
        let key = Key(name: fold(alias).text, realm: gatherings[index].key.realm)
        if key != gatherings[index].key { owners[key, default: []].insert(index) }
      }
    }
    for index in sorted {
      let key = gatherings[index].key
      guard !gatherings[index].isNominal else { continue }
      if key.realm == .person, !key.name.utf8.contains(32),
        let own = (bearers[key.name] ?? longSurname(index).flatMap { spelledBearers[$0] })
          .flatMap(only)
      {
        join(index, own)
      } else if key.realm != .person, let own = owners[key],
        let owner = only(own.filter { JoinedActors.abbreviates(key.name, gatherings[$0].key.name) })
      {
        // "EPA", even where a table knows it as well as the name that it is short for.
        join(index, owner)
      } else if let own = owners[key], own.count == 1, let owner = own.first,
        !(gatherings[index].isKnown && gatherings[owner].isKnown),
        key.realm != .person || gatherings[owner].key.name.hasSuffix(fold(key.name).lastWord)
      {
        join(index, owner)
      }
    }

    /// "de Mistura", "Mr Novak" and "Jan Novaks" (whose apostrophe is lost): the only person whose
    /// name ends so.
    func bearer(of index: Int) -> Int? {
      let name = gatherings[index].key.name
      let words = name.split(separator: " ").map(String.init)
      guard let last = words.last else { return nil }
      if JoinedActors.isShort(words) {
        let ends =
          JoinedActors.courtesies.contains(words[0])
          ? words.dropFirst().joined(separator: " ") : name
        let fitting = (bearers[last] ?? []).filter {
          let other = gatherings[$0].key.name
          return other.hasSuffix(" " + ends)
            && !JoinedActors.isShort(other.split(separator: " ").map(String.init))
        }
        return only(fitting)
      }
      guard last.utf8.last == UInt8(ascii: "s") else { return nil }
      let plain = String(name.dropLast())
      if let same = byKey[Key(name: plain, realm: .person)] { return same }
      return words.count == 1 ? bearers[plain].flatMap(only) : nil
    }
    for index in sorted
    where gatherings[index].key.realm == .person && !gatherings[index].isNominal {
      if let own = bearer(of: index), own != index {
        gatherings[index].isShortened = true
        join(index, own)
      }
    }

    if let rules {
      // What the reader merges is one, whether a person, a body or a place.
      var merged: [String: Int] = [:]
      for index in sorted where rules.joins(gatherings[index].key.name) {
        if let first = merged[gatherings[index].key.name] { join(first, index) }
        merged[gatherings[index].key.name] = index
      }
    }

    var families: [Int: [Int]] = [:]
    for index in sorted { families[root(index), default: []].append(index) }
    var made: [(actor: Actor, members: [Int])] = []
    var ids: Set<String> = []
    for head in sorted where root(head) == head {
      let members = families[head]!
      var actor = JoinedActors.actor(of: members.map { gatherings[$0] }, sources: sources)
      actor.id = JoinedActors.id(of: actor, taken: &ids)
      rules?.mark(&actor)
      made.append((actor, members))
    }
    made.sort { $0.actor.id < $1.actor.id }
    actors = made.map(\.actor)
    var final = [Int](repeating: 0, count: gatherings.count)
    for (place, one) in made.enumerated() { for member in one.members { final[member] = place } }
    places = zip(articles, local).map { article, indices in
      Dictionary(
        zip(article.actors.map(\.id), indices.map { final[$0] }), uniquingKeysWith: { a, _ in a })
    }
  }

  private static let courtesies: Set<String> = ["mr", "mrs", "ms", "dr", "sir", "mme", "herr"]
  private static let particles: Set<String> = [
    "de", "van", "von", "del", "della", "da", "di", "du", "la", "le", "bin", "ben", "abu", "abdel",
  ]

  /// "Hadi al-Bahra", "Ali el-Sayed".
  private static func hasArticle(_ name: String) -> Bool {
    name.utf8.split { $0 == 32 || $0 == UInt8(ascii: "-") }.contains {
      $0.elementsEqual("al".utf8) || $0.elementsEqual("Al".utf8) || $0.elementsEqual("el".utf8)
        || $0.elementsEqual("El".utf8)
    }
  }

  /// "mr novak", "de mistura": no given name.
  private static func isShort(_ words: [String]) -> Bool {
    words.count > 1
      && (courtesies.contains(words[0]) || words.count == 2 && particles.contains(words[0]))
  }

  /// Whether a folded name has the initials of another one, its small words left out or not: "epa" of
  /// "environmental protection agency".
  private static func abbreviates(_ short: String, _ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count > 2, short.utf8.count > 2 else { return false }
    let initials = words.compactMap(\.utf8.first)
    let main = words.filter { $0.utf8.count > 3 || !["of", "the", "and", "for"].contains($0) }
      .compactMap(\.utf8.first)
    return initials.elementsEqual(short.utf8) || main.elementsEqual(short.utf8)
  }

  /// Whether an alias says enough to join on: several words, or an acronym.
  private static func tells(_ alias: String) -> Bool {
    guard let first = alias.unicodeScalars.first, first.properties.isUppercase else { return false }
    if alias.utf8.contains(32) { return true }
    return alias.utf8.count >= 3 && alias.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// `sources` have the numbers of their places, and are in order.
  private static func actor(of members: [Gathering], sources: [String]) -> Actor {
    var names: [String: Int] = [:]
    var kinds: [ActorKind: Int] = [:]
    var aliases: [String: [Int32: Int]] = [:]
    var roles: [LocalActor.Role: (first: Int, last: Int)] = [:]
    for member in members {
      // A surname's count would beat the full name it stands for.
      let bare =
        members.count > 1 && (member.isShortened || !member.key.name.utf8.contains(32))
      for (name, count) in member.names { names[name, default: 0] += bare ? 0 : count }
      for (kind, count) in member.kinds { kinds[kind, default: 0] += count }
      for (alias, counts) in member.aliases {
        aliases[alias, default: [:]].merge(counts, uniquingKeysWith: +)
      }
      for (role, days) in member.roles {
        let old = roles[role] ?? (Int.max, Int.min)
        roles[role] = (min(old.first, days.first), max(old.last, days.last))
      }
    }
    // "JANE DOE" of a headline names nobody where another prints "Jane Doe".
    let plain = names.filter { !isShouting($0.key) }
    let name = (plain.isEmpty ? names : plain).max {
      ($0.value, $0.key.utf8.count, $1.key) < ($1.value, $1.key.utf8.count, $0.key)
    }!.key
    let kind = kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }!.key
    return Actor(
      id: "", name: name, kind: kind, isIrregular: members.contains { $0.isIrregular },
      aliases: aliases.sorted { $0.key < $1.key }.map {
        let named = $0.value.filter { !sources[Int($0.key)].isEmpty }.sorted { $0.key < $1.key }
        return Actor.Alias(
          name: $0.key, sources: named.map { sources[Int($0.key)] }, counts: named.map(\.value))
      },
      roles: roles.sorted { ($0.key.title, $0.key.of ?? "") < ($1.key.title, $1.key.of ?? "") }.map
      {
        let during: EDTFValue? =
          $0.value.first <= $0.value.last
          ? EDTFValue(
            from: .date(EDTFDate(CalendarDate(dayNumber: $0.value.first))),
            to: .date(EDTFDate(CalendarDate(dayNumber: $0.value.last)))) : nil
        return Actor.Role(title: $0.key.title, of: $0.key.of, during: during)
      })
  }

  private static func isShouting(_ name: String) -> Bool {
    name.utf8.contains(32) && !name.utf8.contains { (97...122).contains($0) || $0 > 127 }
  }

  /// The slug of the name, with the kind where another actor has it already.
  private static func id(of actor: Actor, taken: inout Set<String>) -> String {
    let slug = actor.name.slug
    var id = slug
    if !taken.insert(id).inserted {
      id = slug + "-" + actor.kind.rawValue
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(slug)-\(actor.kind.rawValue)-\(number)"
        number += 1
      }
    }
    return id
  }
}
