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
  private var persons = NamesakeIndex()
  private var organizations = NamesakeIndex()

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
    let index = drafts.count
    drafts.append(draft)
    byKey[lookup] = index
    if draft.kind == .person {
      persons.mention(index, key: draft.key)
    } else if draft.kind != .place, !draft.isNominal {
      organizations.mention(index, key: draft.key)
    }
    return index
  }

  /// Gives a person a fuller name: "Ali Asghar Khaji" after "Ali Khaji".
  mutating func rename(person index: Int, key: [String]) {
    persons.remove(index, key: drafts[index].key)
    drafts[index].key = key
    persons.mention(index, key: key)
    alias(index, .person, key: key)
  }

  mutating func print(_ index: Int, _ form: String) {
    if let position = drafts[index].forms.firstIndex(where: { $0.form == form }) {
      drafts[index].forms[position].count += 1
    } else {
      drafts[index].forms.append((form, 1))
    }
    if drafts[index].kind == .person { persons.mention(index, key: drafts[index].key) }
  }

  /// The person of a full or short name; nil where none goes with it.
  func person(_ key: [String]) -> Int? {
    if let known = find(.person, key: key) { return known }
    guard let last = key.last else { return nil }
    let namesakes = persons.actors(endingIn: last)
    if key.count == 1 {
      if let recent = namesakes.last { return recent }
      let first = persons.actors(beginningIn: last)
      return first.count == 1 ? first[0] : nil
    }
    return namesakes.last { index in
      let other = drafts[index].key
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

  /// The one organisation whose longer name begins or ends in this word; nil where several do.
  func organization(of word: String) -> Int? {
    let named = Set(organizations.actors(beginningIn: word))
      .union(organizations.actors(endingIn: word))
    return named.count == 1 ? named.first : nil
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
