/// How two printed places lie to one another, as far as names and sentences tell.
enum PlaceRelation {
  /// One place, whatever the spelling.
  case same
  /// One lies in the other, or an account that prints both leaves open which is meant.
  case related
  /// Nothing connects them.
  case apart

  /// All names and sentences come folded. `countries` are states: a state holds its towns, and two
  /// states lie apart.
  init(
    _ p: String, toldBy mine: [String], _ q: String, toldBy theirs: [String],
    countries: Set<String>
  ) {
    if p == q {
      self = .same
    } else if countries.contains(p), countries.contains(q) {
      self = .apart
    } else if PlaceRelation.isSpelling(p, of: q) {
      self = .same
    } else if countries.contains(p) != countries.contains(q) {
      self = .related
    } else if PlaceRelation.sharesWord(p, q) || PlaceRelation.tell(mine, q)
      || PlaceRelation.tell(theirs, p)
    {
      self = .related
    } else {
      self = .apart
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

  private static func sharesWord(_ p: String, _ q: String) -> Bool {
    let (x, y) = (words(p), words(q))
    return x.contains { a in y.contains { $0 == a || NameSpelling.isAlike($0, a) } }
  }

  /// Whether an account's sentences print a place, or a word that is its own.
  private static func tell(_ sentences: [String], _ place: String) -> Bool {
    let sought = words(place)
    return sentences.contains { text in
      text.contains(place)
        || text.split(separator: " ").contains { word in
          sought.contains { $0 == word || NameSpelling.isAlike($0, word) }
        }
    }
  }

  /// The words of a name that say which place it is.
  private static func words(_ name: String) -> [Substring] {
    name.split(separator: " ").filter { $0.utf8.count > 2 && !general.contains(String($0)) }
  }

  private static let general: Set<String> = [
    "province", "city", "town", "village", "valley", "district", "region", "area", "governorate",
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "countryside", "suburb", "suburbs", "county", "state", "new", "saint", "san", "mount", "lake",
    "river", "port", "base", "camp", "old", "greater",
  ]
}

/// Whether two folded words are one name, written by different hands.
enum NameSpelling {
  /// The same consonants around any vowels, as letters of other scripts are written; else one edit
  /// for short words, two for long ones. The first letter stays.
  static func isAlike(_ a: Substring, _ b: Substring) -> Bool {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    let longest = max(x.count, y.count)
    guard min(x.count, y.count) >= 3, x[0] == y[0] else { return false }
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
