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
    var kind: Kind
    var isKnown: Bool
    /// Whether it is printed with an article: "al-Bahra".
    var hasArticle: Bool
    /// The articles that speak of it, ascending.
    var articles: [Int32]
  }

  /// Names of different kinds are never one.
  enum Kind: Hashable {
    case person, body, place
  }

  private struct Key: Hashable {
    var spelling: String
    var kind: Kind
  }

  /// Indices into the names, the lesser first.
  private(set) var pairs: [(Int, Int)] = []
  private let names: [Name]

  init(_ names: [Name]) {
    self.names = names
    var heads: [Key: Int] = [:]
    for index in names.indices where names[index].isKnown { note(index, in: &heads) }
    for index in names.indices where !names[index].isKnown { note(index, in: &heads) }
    for index in names.indices where names[index].kind == .person { joinGrownArticle(index, heads) }
    joinNear()
    pairs.sort { $0 < $1 }
  }

  /// "Ben" and "Benn", "U2" and "O2": a short word is as likely another's name.
  private func tells(_ index: Int) -> Bool {
    let spelling = names[index].spelling.utf8
    return spelling.contains(32)
      || names[index].kind == .place && spelling.count >= SpellingVariants.longWord
  }

  private mutating func note(_ index: Int, in heads: inout [Key: Int]) {
    guard tells(index) else { return }
    let key = Key(spelling: names[index].spelling, kind: names[index].kind)
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
      let key = Key(spelling: bare.joined(separator: " "), kind: .person)
      if let other = heads[key], names[other].hasArticle { join(other, index) }
    }
  }

  /// Letters that a word has at least, for one of its vowels to be a matter of spelling.
  private static let longWord = 5

  private mutating func joinNear() {
    var buckets: [Key: [Int]] = [:]
    for index in names.indices where names[index].kind != .body {
      guard tells(index) else { continue }
      let words = names[index].spelling.split(separator: " ")
      for (place, word) in words.enumerated() where word.utf8.count >= SpellingVariants.longWord {
        var open = words
        open[place] = word.filter { !SpellingVariants.isVowel($0.utf8.first!) }[...]
        let key = Key(
          spelling: "\(place) " + open.joined(separator: " "), kind: names[index].kind)
        buckets[key, default: []].append(index)
      }
    }
    for members in buckets.values where members.count > 1 {
      for (place, index) in members.enumerated() {
        for other in members[(place + 1)...]
        where areNear(index, other) && !names[index].articles.meets(names[other].articles) {
          join(index, other)
        }
      }
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  /// Whether one vowel inside a word parts them: put for another, or left out of a person's name.
  private func areNear(_ a: Int, _ b: Int) -> Bool {
    var (short, long) = (Array(names[a].spelling.utf8), Array(names[b].spelling.utf8))
    if short.count > long.count { (short, long) = (long, short) }
    guard
      let place = long.indices.first(where: { $0 >= short.count || short[$0] != long[$0] }),
      place > 0, place + 1 < long.count, SpellingVariants.isVowel(long[place]),
      long[place - 1] != 32, long[place + 1] != 32
    else { return false }
    if short.count == long.count {
      return SpellingVariants.isVowel(short[place])
        && short[(place + 1)...].elementsEqual(long[(place + 1)...])
    }
    return names[a].kind == .person && short.count + 1 == long.count
      && short[place...].elementsEqual(long[(place + 1)...])
  }
}
