import DatelineModel

/// The actors of one article while they are being told apart.
struct ActorRegistry {
  struct Draft {
    var kind: ActorKind
    /// The words folded for spelling; equal keys of like kinds are one actor.
    var key: [String]
    /// Set where a table knows the name.
    var name: String?
    /// In the order of first appearance, with counts.
    var forms: [(form: String, count: Int)] = []
    var roles: [LocalActor.Role] = []
    var isNominal = false
    var isLoaded = false
    var isKnown = false
    /// Whether a mention of it acts, for states and capitals.
    var acts = false
  }

  private(set) var drafts: [Draft] = []
  private var byKey: [String: Int] = [:]
  /// Persons in the order of their last mention, for surnames.
  private var recentPersons: [Int] = []

  subscript(index: Int) -> Draft {
    get { drafts[index] }
    set { drafts[index] = newValue }
  }

  private func lookup(_ kind: ActorKind, _ key: [String]) -> String {
    var lookup = kind == .person ? "p:" : (kind == .place ? "l:" : "o:")
    for (index, word) in key.enumerated() {
      if index > 0 { lookup += " " }
      lookup += word
    }
    return lookup
  }

  func find(_ kind: ActorKind, key: [String]) -> Int? { byKey[lookup(kind, key)] }

  mutating func alias(_ index: Int, _ kind: ActorKind, key: [String]) {
    let lookup = lookup(kind, key)
    if byKey[lookup] == nil { byKey[lookup] = index }
  }

  mutating func add(_ draft: Draft) -> Int {
    let lookup = lookup(draft.kind, draft.key)
    if let known = byKey[lookup] { return known }
    drafts.append(draft)
    byKey[lookup] = drafts.count - 1
    return drafts.count - 1
  }

  mutating func print(_ index: Int, _ form: String) {
    if let position = drafts[index].forms.firstIndex(where: { $0.form == form }) {
      drafts[index].forms[position].count += 1
    } else {
      drafts[index].forms.append((form, 1))
    }
    if drafts[index].kind == .person {
      recentPersons.removeAll { $0 == index }
      recentPersons.append(index)
    }
  }

  /// The person of a full or short name; nil where none goes with it.
  func person(_ key: [String]) -> Int? {
    if let known = find(.person, key: key) { return known }
    let persons =
      recentPersons.reversed()
      + drafts.indices.filter { drafts[$0].kind == .person && !recentPersons.contains($0) }
    if key.count == 1 {
      if let one = persons.first(where: {
        drafts[$0].key.count > 1 && drafts[$0].key.last == key[0]
      }) {
        return one
      }
      let first = persons.filter { drafts[$0].key.count > 1 && drafts[$0].key.first == key[0] }
      return first.count == 1 ? first[0] : nil
    }
    return persons.first { index in
      let other = drafts[index].key
      guard other.count > 1, other.last == key.last else { return false }
      return isSubsequence(key, of: other) || isSubsequence(other, of: key)
    }
  }

  /// An initial stands for any name that begins with it.
  private func isSubsequence(_ short: [String], of long: [String]) -> Bool {
    var position = 0
    for word in long where position < short.count {
      if word == short[position] || short[position].count == 1 && word.hasPrefix(short[position])
        || word.count == 1 && short[position].hasPrefix(word)
      {
        position += 1
      }
    }
    return position == short.count
  }

  /// The one organisation whose longer name holds these words, where there is one alone.
  func organization(within key: [String]) -> Int? {
    var found: Int?
    for (index, draft) in drafts.enumerated()
    where draft.kind != .person && draft.kind != .place && !draft.isNominal
      && draft.key.count > key.count
    {
      guard draft.key.starts(with: key) || draft.key.suffix(key.count).elementsEqual(key) else {
        continue
      }
      if found != nil { return nil }
      found = index
    }
    return found
  }

  /// The actors with their ids, and the id of each draft.
  func finished(isUsed: [Bool]) -> (actors: [LocalActor], ids: [String]) {
    var taken: Set<String> = []
    var ids = Array(repeating: "", count: drafts.count)
    var actors: [LocalActor] = []
    for (index, draft) in drafts.enumerated() where isUsed[index] {
      let name = draft.name ?? bestForm(draft)
      let slug = NameFolding.slug(of: name)
      var id = slug
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(slug)-\(number)"
        number += 1
      }
      ids[index] = id
      actors.append(
        LocalActor(
          id: id, name: name, kind: draft.kind, aliases: draft.forms.map(\.form),
          roles: draft.roles, isNominal: draft.isNominal, isLoaded: draft.isLoaded,
          isKnown: draft.isKnown,
          spelling: NameFolding.isLatin(name) ? draft.key.joined(separator: " ") : ""))
    }
    return (actors.sorted { $0.id < $1.id }, ids)
  }

  /// The full form that is printed most often; the first of equals.
  private func bestForm(_ draft: Draft) -> String {
    var best = draft.forms.first?.form ?? ""
    var bestRank = (-1, -1)
    for (form, count) in draft.forms {
      let words = NameFolding.wordCount(of: form)
      let isShouting = form.utf8.allSatisfy { $0 < 97 || $0 > 122 } && words > 1
      let rank = (
        (draft.kind == .person ? min(words, 3) : min(words, 2)) - (isShouting ? 4 : 0), count
      )
      if rank > bestRank {
        best = form
        bestRank = rank
      }
    }
    return best
  }
}
