/// How two printed places lie to one another, as far as their names tell.
enum PlaceRelation {
  /// One place, whatever the spelling.
  case same
  /// One lies in the other.
  case related
  /// Two places.
  case apart
  /// Nothing connects the names: where an account prints both, it leaves open which is meant.
  case open

  /// Whether nothing in it says that two happenings are two.
  var mayBeOne: Bool { self == .same || self == .related }

  /// Both names come folded. `countries` are states: a state holds its towns, and two states lie
  /// apart.
  init(_ p: String, _ q: String, countries: Set<String>) {
    if p == q {
      self = .same
    } else if countries.contains(p), countries.contains(q) {
      self = .apart
    } else if PlaceRelation.isSpelling(p, of: q) {
      self = .same
    } else {
      let isHeld = countries.contains(p) != countries.contains(q)
      let isRegion = PlaceRelation.isRegion(p) != PlaceRelation.isRegion(q)
      self = isHeld || isRegion || PlaceRelation.sharesWord(p, q) ? .related : .open
    }
  }

  /// "Khan Sheikhoun" and "Khan Shaykhun", "Foua" and "Fuaa", "Syrias" whose apostrophe was lost.
  static func isSpelling(_ p: String, of q: String) -> Bool {
    if p + "s" == q || q + "s" == p { return true }
    let (x, y) = (p.split(separator: " "), q.split(separator: " "))
    if x.count == y.count, !x.isEmpty {
      return zip(x, y).allSatisfy { $0 == $1 || NameSpelling.isAlike($0, $1) }
    }
    // "Deir ez-Zor" and "Deir Ezzor".
    return NameSpelling.isAlike(x.joined()[...], y.joined()[...])
  }

  /// "Idlib Province": it holds towns, and which ones its name does not tell.
  static func isRegion(_ place: String) -> Bool {
    place.split(separator: " ").contains { regions.contains(String($0)) }
  }

  private static let regions: Set<String> = [
    "province", "governorate", "region", "district", "county", "countryside", "oblast",
    "prefecture", "coast", "border", "valley",
  ]

  private static func sharesWord(_ p: String, _ q: String) -> Bool {
    let (x, y) = (words(p), words(q))
    return x.contains { a in y.contains { $0 == a || NameSpelling.isAlike($0, a) } }
  }

  /// The words of a name that say which place it is.
  fileprivate static func words(_ name: String) -> [Substring] {
    name.split(separator: " ").filter { $0.utf8.count > 2 && !general.contains(String($0)) }
  }

  private static let general: Set<String> = [
    "province", "city", "town", "village", "valley", "district", "region", "area", "governorate",
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "countryside", "suburb", "suburbs", "county", "state", "new", "saint", "san", "mount", "lake",
    "river", "port", "base", "camp", "old", "greater",
  ]
}

/// The words of some sentences, folded, to look for places in.
struct FoldedWords {
  private let texts: [String]
  private let words: [Substring]

  init(_ sentences: [String]) {
    texts = Set(sentences).map { FoldedName($0).text }
    words = Array(Set(texts.flatMap { $0.split(separator: " ") }))
  }

  /// Whether they print a place, or a word that is its own, in any spelling.
  func tell(_ place: String) -> Bool { holds(place, any: PlaceRelation.words(place)) }

  /// Whether they print a place, or any of its words, in any spelling.
  func print(_ place: String) -> Bool { holds(place, any: place.split(separator: " ")) }

  private func holds(_ place: String, any sought: [Substring]) -> Bool {
    texts.contains { $0.holds(place) }
      || words.contains { word in
        sought.contains { $0 == word || NameSpelling.isAlike($0, word) }
      }
  }
}

/// Whether two folded words are one name, written by different hands.
enum NameSpelling {
  /// The same consonants around any vowels, as letters of other scripts are written; else one edit
  /// for short words, two for long ones. The first letter stays.
  static func isAlike(_ a: Substring, _ b: Substring) -> Bool {
    // Most pairs end here, before anything is copied.
    guard a.utf8.first == b.utf8.first else { return false }
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    let longest = max(x.count, y.count)
    guard min(x.count, y.count) >= 3 else { return false }
    if min(x.count, y.count) >= 4, skeleton(x) == skeleton(y) { return true }
    let allowed = longest <= 6 ? 1 : 2
    guard abs(x.count - y.count) <= allowed else { return false }
    var row = Array(0...y.count)
    for i in 1...x.count {
      var diagonal = row[0]
      row[0] = i
      var least = i
      for j in 1...y.count {
        let next = min(row[j] + 1, row[j - 1] + 1, diagonal + (x[i - 1] == y[j - 1] ? 0 : 1))
        diagonal = row[j]
        row[j] = next
        least = min(least, next)
      }
      if least > allowed { return false }
    }
    return row[y.count] <= allowed
  }

  /// Consonants once each, and one mark for the vowels between them.
  private static func skeleton(_ word: [UInt8]) -> [UInt8] {
    var skeleton: [UInt8] = []
    for byte in word {
      let sign: UInt8
      switch byte {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"), UInt8(ascii: "w"):
        sign = 0
      default: sign = byte
      }
      if skeleton.last != sign { skeleton.append(sign) }
    }
    return skeleton
  }
}
