/// Makes spellings of one name equal: first case, accents and apostrophes, then transliterations.
struct NameFolding: Sendable {
  private struct Rewrite: Sendable {
    var from: [UInt8]
    var to: [UInt8]
    var atStart: Bool
    var atEnd: Bool
  }
  private var rewrites: [Rewrite] = []
  private let particles: Set<String> = [
    "al", "el", "as", "ash", "ad", "at", "az", "ez", "es", "an", "ar", "ed", "er", "ul",
  ]

  /// Reads `folding.tsv`.
  init(_ table: DataTable) {
    for row in table.rows {
      var from = Array(row[0].utf8)
      let atStart = from.first == UInt8(ascii: "^")
      let atEnd = from.last == UInt8(ascii: "$")
      if atStart { from.removeFirst() }
      if atEnd { from.removeLast() }
      rewrites.append(
        Rewrite(from: from, to: Array(row[1].utf8), atStart: atStart, atEnd: atEnd))
    }
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

  /// A name's words folded, in the order in which they stand; a hyphen parts words.
  static func words(of name: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    let bytes = Array(name.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      for index in 0...bytes.count {
        let isBreak =
          index == bytes.count || bytes[index] == 32 || bytes[index] == UInt8(ascii: "-")
          || bytes[index] == 10 || bytes[index] == 9
          || bytes[index] == 0xA0 && index > 0 && bytes[index - 1] == 0xC2
        guard isBreak else { continue }
        word.removeAll(keepingCapacity: true)
        appendFolded(buffer, start..<index, to: &word)
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        start = index + 1
      }
    }
    return words
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
    for rewrite in rewrites {
      let count = rewrite.from.count
      guard bytes.count >= count else { continue }
      if rewrite.atStart {
        guard bytes.starts(with: rewrite.from), !rewrite.atEnd || bytes.count == count else {
          continue
        }
        bytes.replaceSubrange(0..<count, with: rewrite.to)
      } else if rewrite.atEnd {
        guard bytes.suffix(count).elementsEqual(rewrite.from) else { continue }
        bytes.replaceSubrange((bytes.count - count)..., with: rewrite.to)
      } else {
        var index = 0
        while index + count <= bytes.count {
          if bytes[index..<(index + count)].elementsEqual(rewrite.from) {
            bytes.replaceSubrange(index..<(index + count), with: rewrite.to)
            index += max(1, rewrite.to.count)
          } else {
            index += 1
          }
        }
      }
    }
    // Doubled letters are written once.
    var single: [UInt8] = []
    for byte in bytes where single.last != byte { single.append(byte) }
    return String(decoding: single, as: UTF8.self)
  }

  /// Words joined by hyphens: an id that reads as the name.
  static func slug(of name: some StringProtocol) -> String {
    let words = words(of: name)
    guard words.isEmpty else { return words.joined(separator: "-") }
    // A script without Latin letters keeps its own.
    let own = name.lowercased().split { $0 == " " || $0 == "-" }.joined(separator: "-")
    return own.isEmpty ? "unnamed" : own
  }
}
