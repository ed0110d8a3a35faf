import DatelineModel

/// Makes spellings of one name equal: first case, accents and apostrophes, then transliterations.
struct NameFolding: Sendable {
  private struct Rewrite: Sendable {
    var from: [UInt8]
    var to: [UInt8]
    var atStart: Bool
    var atEnd: Bool

    /// Whether anything was rewritten.
    func apply(to bytes: inout [UInt8]) -> Bool {
      let count = from.count
      guard bytes.count >= count else { return false }
      if atStart || atEnd {
        let start = atStart ? 0 : bytes.count - count
        guard stands(at: start, in: bytes), !(atStart && atEnd) || bytes.count == count else {
          return false
        }
        bytes.replaceSubrange(start..<(start + count), with: to)
        return true
      }
      var isChanged = false
      var index = 0
      while index + count <= bytes.count {
        if stands(at: index, in: bytes) {
          bytes.replaceSubrange(index..<(index + count), with: to)
          index += max(1, to.count)
          isChanged = true
        } else {
          index += 1
        }
      }
      return isChanged
    }

    private func stands(at start: Int, in bytes: [UInt8]) -> Bool {
      for index in from.indices where bytes[start + index] != from[index] { return false }
      return true
    }
  }
  private var rewrites: [Rewrite] = []
  /// By rewrite the letters that it needs, as bits: most words lack one of them.
  private var needs: [UInt64] = []
  private let particles: Set<String> = [
    "al", "el", "as", "ash", "ad", "at", "az", "ez", "es", "an", "ar", "ed", "er", "ul",
  ]

  /// A longer key is rewritten no more: rows that lengthen what others wrote would make it grow without end.
  private static let mostBytes = 1024
  /// What a row writes, in bytes, is a few letters.
  private static let mostWritten = 64

  /// Reads `folding.tsv`. Throws where a row has nothing to rewrite, or writes a text for it.
  init(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      var from = Array(row[0].utf8)
      let atStart = from.first == UInt8(ascii: "^")
      let atEnd = from.last == UInt8(ascii: "$")
      if atStart { from.removeFirst() }
      if atEnd { from.removeLast() }
      guard !from.isEmpty else {
        throw row.error(column: 0, "has no letters to rewrite, such as ^abdul or ks")
      }
      guard row[1].utf8.count <= NameFolding.mostWritten else {
        throw row.error(column: 1, "is longer than \(NameFolding.mostWritten) bytes")
      }
      rewrites.append(
        Rewrite(from: from, to: Array(row[1].utf8), atStart: atStart, atEnd: atEnd))
      needs.append(NameFolding.letters(from))
    }
  }

  private static func letters(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// Lower case without accents and apostrophes; false where a scalar has no Latin form.
  ///
  /// `İdlib` and `Idlib`, `Ja'afari` and `Jaafari` become equal.
  @discardableResult
  static func appendFolded(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to folded: inout [UInt8]
  ) -> Bool {
    var index = range.lowerBound
    var isLatin = true
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 128 {
        index += 1
        switch byte {
        case 65...90: folded.append(byte | 0x20)
        case 97...122, 48...57, UInt8(ascii: "&"): folded.append(byte)
        default: break
        }
        continue
      }
      if byte >= 0xC3, byte <= 0xC9, index + 1 < range.upperBound {
        let scalar = Int(byte & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)
        if scalar >= 0xC0, scalar < 0xC0 + latin.count {
          for one in latin[scalar - 0xC0].utf8 where one != UInt8(ascii: "?") { folded.append(one) }
        }
        index += 2
      } else if byte == 0xE1, index + 2 < range.upperBound, bytes[index + 1] >= 0xB8,
        bytes[index + 1] <= 0xBB
      {
        let scalar =
          0x1000 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
        folded.append(additional[scalar - 0x1E00])
        index += 3
      } else if byte == 0xCA || byte == 0xE2 || byte == 0xCC || byte == 0xCD {
        // Apostrophes and combining accents.
        index += byte == 0xE2 ? 3 : 2
      } else {
        isLatin = false
        index += byte >= 0xF0 ? 4 : (byte >= 0xE0 ? 3 : (byte >= 0xC0 ? 2 : 1))
      }
    }
    return isLatin
  }

  /// U+00C0 to U+024F without accents.
  private static let latin: [String] = {
    let first = "a a a a a a ae c e e e e i i i i d n o o o o o ? o u u u u y th ss"
    let lower = "a a a a a a ae c e e e e i i i i d n o o o o o ? o u u u u y th y"
    let rest = (0x100...0x24F).map { value -> String in
      switch value {
      case 0x100...0x105: "a"
      case 0x106...0x10D: "c"
      case 0x10E...0x111: "d"
      case 0x112...0x11B: "e"
      case 0x11C...0x123: "g"
      case 0x124...0x127: "h"
      case 0x128...0x131: "i"
      case 0x132...0x133: "ij"
      case 0x134...0x135: "j"
      case 0x136...0x138: "k"
      case 0x139...0x142: "l"
      case 0x143...0x14B: "n"
      case 0x14C...0x151: "o"
      case 0x152...0x153: "oe"
      case 0x154...0x159: "r"
      case 0x15A...0x161, 0x218, 0x219: "s"
      case 0x162...0x167, 0x21A, 0x21B: "t"
      case 0x168...0x173, 0x1AF, 0x1B0, 0x1D3...0x1DC: "u"
      case 0x174...0x175: "w"
      case 0x176...0x178: "y"
      case 0x179...0x17E: "z"
      case 0x18F: "a"
      case 0x1A0...0x1A1, 0x1D1...0x1D2: "o"
      case 0x1CD...0x1CE: "a"
      case 0x1CF...0x1D0: "i"
      case 0x1E6...0x1E7: "g"
      default: "?"
      }
    }
    return (first + " " + lower).split(separator: " ").map(String.init) + rest
  }()

  /// U+1E00 to U+1EFF without accents.
  private static let additional: [UInt8] = (0x1E00...0x1EFF).map { value -> UInt8 in
    let letter: Unicode.Scalar =
      switch value {
      case 0x1E00...0x1E01, 0x1EA0...0x1EB7: "a"
      case 0x1E02...0x1E07: "b"
      case 0x1E08...0x1E09: "c"
      case 0x1E0A...0x1E13: "d"
      case 0x1E14...0x1E1D, 0x1EB8...0x1EC7: "e"
      case 0x1E1E...0x1E1F: "f"
      case 0x1E20...0x1E21: "g"
      case 0x1E22...0x1E2B, 0x1E96: "h"
      case 0x1E2C...0x1E2F, 0x1EC8...0x1ECB: "i"
      case 0x1E30...0x1E35: "k"
      case 0x1E36...0x1E3D: "l"
      case 0x1E3E...0x1E43: "m"
      case 0x1E44...0x1E4B: "n"
      case 0x1E4C...0x1E53, 0x1ECC...0x1EE3: "o"
      case 0x1E54...0x1E57: "p"
      case 0x1E58...0x1E5F: "r"
      case 0x1E60...0x1E69: "s"
      case 0x1E6A...0x1E71, 0x1E97: "t"
      case 0x1E72...0x1E7B, 0x1EE4...0x1EF1: "u"
      case 0x1E7C...0x1E7F: "v"
      case 0x1E80...0x1E89, 0x1E98: "w"
      case 0x1E8A...0x1E8D: "x"
      case 0x1E8E...0x1E8F, 0x1EF2...0x1EF9, 0x1E99: "y"
      default: "z"
      }
    return UInt8(letter.value)
  }

  /// Whether folding leaves nothing of a name out: no letter of another script.
  static func isLatin(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy {
      $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value) || !$0.properties.isAlphabetic
    }
  }

  /// A name's words folded, in the order in which they stand; a hyphen parts words.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    forEachWord(of: name) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }

  /// The same words as one text; empty where there are none.
  static func joinedWords(of name: String, by mark: UInt8 = UInt8(ascii: " ")) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(name.utf8.count)
    forEachWord(of: name) { word in
      if !joined.isEmpty { joined.append(mark) }
      joined.append(contentsOf: word)
    }
    return joined
  }

  static func wordCount(of name: String) -> Int {
    var count = 0
    forEachWord(of: name) { _ in count += 1 }
    return count
  }

  private static func forEachWord(of name: String, _ read: ([UInt8]) -> Void) {
    var name = name
    var word: [UInt8] = []
    name.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count {
        let isBreak =
          index == bytes.count || bytes[index] == 32 || bytes[index] == UInt8(ascii: "-")
          || bytes[index] == 10 || bytes[index] == 9
          || bytes[index] == 0xA0 && index > 0 && bytes[index - 1] == 0xC2
        guard isBreak else { continue }
        word.removeAll(keepingCapacity: true)
        appendFolded(bytes, start..<index, to: &word)
        if !word.isEmpty { read(word) }
        start = index + 1
      }
    }
  }

  /// The name's key: the words made equal over transliterations, without articles.
  ///
  /// `Khan Sheikhoun` and `Khan Shaykhun` give the same key, so do `Jaafari` and `al-Ja'afari`.
  func key(of words: [String]) -> [String] {
    let bare = words.filter { !particles.contains($0) }
    return (bare.isEmpty ? words : bare).map(key(of:))
  }

  func key(of word: String) -> String {
    var bytes = Array(word.utf8)
    var letters = NameFolding.letters(bytes)
    for number in needs.indices where needs[number] & ~letters == 0 {
      guard bytes.count <= NameFolding.mostBytes else { break }
      if rewrites[number].apply(to: &bytes) {
        letters |= NameFolding.letters(rewrites[number].to)
      }
    }
    // Doubled letters are written once.
    var count = 0
    for index in bytes.indices where count == 0 || bytes[count - 1] != bytes[index] {
      bytes[count] = bytes[index]
      count += 1
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Words joined by hyphens: an id that reads as the name.
  static func slug(of name: String) -> String {
    let words = joinedWords(of: name, by: UInt8(ascii: "-"))
    guard words.isEmpty else { return String(decoding: words, as: UTF8.self) }
    // A script without Latin letters keeps its own.
    let own = name.lowercased().split { $0 == " " || $0 == "-" }.joined(separator: "-")
    return own.isEmpty ? "unnamed" : own
  }
}
