import DatelineModel

/// Which of the names that articles print are spellings of one.
///
/// Two names are one where transliteration alone parts them ("Lavrentiev", "Lavrentyev"). Two
/// persons or places are one also where a vowel inside a long word does ("Dimitry", "Dmitry"),
/// unless an article speaks of both, and two persons where an article has grown on to a name
/// ("Albahra", "al-Bahra"). One word alone says too little of a person or a body, and what tables
/// know under two names stays two.
struct SpellingVariants {
  struct Name {
    /// ``LocalActor/spelling``.
    var spelling: String
    var realm: ActorRealm
    var isKnown: Bool
    /// Whether it is printed with an article: "al-Bahra".
    var hasArticle: Bool
    /// The articles that speak of it, ascending.
    var articles: [Int32]
  }

  /// Names of different realms are never one.
  private struct Key: Hashable {
    var spelling: String
    var realm: ActorRealm
  }

  /// Indices into the names, the lesser first.
  private(set) var pairs: [(Int, Int)] = []
  private let names: [Name]

  init(_ names: [Name]) {
    self.names = names
    var heads: [Key: Int] = [:]
    for index in names.indices where names[index].isKnown { note(index, in: &heads) }
    for index in names.indices where !names[index].isKnown { note(index, in: &heads) }
    for index in names.indices where names[index].realm == .person {
      joinGrownArticle(index, heads)
    }
    joinNear()
    pairs.sort { $0 < $1 }
  }

  /// "Ben" and "Benn", "U2" and "O2": a short word is as likely another's name.
  private func tells(_ index: Int) -> Bool {
    let spelling = names[index].spelling.utf8
    return spelling.contains(32)
      || names[index].realm == .place && spelling.count >= SpellingVariants.longWord
  }

  private mutating func note(_ index: Int, in heads: inout [Key: Int]) {
    guard tells(index) else { return }
    let key = Key(spelling: names[index].spelling, realm: names[index].realm)
    if let head = heads[key] { join(head, index) } else { heads[key] = index }
  }

  private mutating func join(_ a: Int, _ b: Int) {
    if names[a].isKnown && names[b].isKnown { return }
    pairs.append((min(a, b), max(a, b)))
  }

  /// "Hadi Albahra" where another is "Hadi al-Bahra".
  private mutating func joinGrownArticle(_ index: Int, _ heads: [Key: Int]) {
    let words = names[index].spelling.split(separator: " ")
    guard words.count > 1 else { return }
    for (place, word) in words.enumerated() where word.utf8.count > 5 && word.hasPrefix("al") {
      var bare = words
      bare[place] = word.dropFirst(2)
      let key = Key(spelling: bare.joined(separator: " "), realm: .person)
      if let other = heads[key], names[other].hasArticle { join(other, index) }
    }
  }

  /// Letters that a word has at least, for one of its vowels to be a matter of spelling.
  private static let longWord = 5

  /// Looks each name up with every vowel in question left open, and left out.
  private mutating func joinNear() {
    var open: [Key: [Int]] = [:]
    var bySpelling: [Key: [Int]] = [:]
    var shortened: [(key: Key, index: Int)] = []
    for index in names.indices where names[index].realm != .body && tells(index) {
      let realm = names[index].realm
      let spelling = Array(names[index].spelling.utf8)
      bySpelling[Key(spelling: names[index].spelling, realm: realm), default: []].append(index)
      func key(_ bytes: [UInt8]) -> Key {
        Key(spelling: String(decoding: bytes, as: UTF8.self), realm: realm)
      }
      for word in spelling.indices.split(whereSeparator: { spelling[$0] == 32 })
      where word.count >= SpellingVariants.longWord {
        for place in word.dropFirst().dropLast() where SpellingVariants.isVowel(spelling[place]) {
          var other = spelling
          other[place] = UInt8(ascii: "*")
          open[key(other), default: []].append(index)
          if realm == .person, word.count > SpellingVariants.longWord {
            other.remove(at: place)
            shortened.append((key(other), index))
          }
        }
      }
    }
    for members in open.values {
      for (place, index) in members.enumerated() {
        for other in members[(place + 1)...] { joinUnlessTogether(index, other) }
      }
    }
    for (key, index) in shortened {
      for other in bySpelling[key] ?? [] { joinUnlessTogether(index, other) }
    }
  }

  /// An article that speaks of both knows two; what is spelled alike has been seen to.
  private mutating func joinUnlessTogether(_ a: Int, _ b: Int) {
    guard names[a].spelling != names[b].spelling, !names[a].articles.meets(names[b].articles)
    else { return }
    join(a, b)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
