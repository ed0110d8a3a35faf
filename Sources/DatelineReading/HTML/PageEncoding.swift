internal import CLibXML2

/// The UTF-8 that the bytes of a page stand for.
struct PageBytes {
  var utf8: [UInt8]
  /// Whether some bytes stood for nothing and became U+FFFD.
  var isRepaired: Bool

  /// A byte order mark goes first; then whatever is valid UTF-8 is taken for it, since pages
  /// declare wrong encodings more often than other encodings look like UTF-8; then what the
  /// transport or the page declares; then UTF-8 with a few bytes broken, then the encoding of an
  /// alphabet whose commonest letters the bytes are, then windows-1252.
  init(_ bytes: [UInt8], transport: String? = nil) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let decoded = DecodedText(bytes)
      (utf8, isRepaired) = (Array(decoded.text.utf8), decoded.isRepaired)
    } else if let mark = PageBytes.unmarkedUTF16(bytes) {
      let decoded = DecodedText(mark + bytes)
      (utf8, isRepaired) = (Array(decoded.text.utf8), decoded.isRepaired)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF])
      || isValidUTF8(bytes) && !PageBytes.isShifted(bytes, transport)
    {
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      isRepaired = !isValidUTF8(bytes)
      utf8 =
        isRepaired
        ? Array(String(decoding: bytes[start...], as: UTF8.self).utf8) : Array(bytes[start...])
    } else {
      let declared = transport ?? PageBytes.declaredEncoding(bytes.prefix(PageBytes.headBytes))
      let name = PageBytes.name(of: declared?.lowercased() ?? "").flatMap {
        $0 == "UTF-8" ? nil : $0
      }
      if name == nil, PageBytes.isMostlyUTF8(bytes) {
        (utf8, isRepaired) = (Array(String(decoding: bytes, as: UTF8.self).utf8), true)
      } else {
        let encoding = name ?? PageBytes.alphabet(of: bytes) ?? "WINDOWS-1252"
        (utf8, isRepaired) =
          PageBytes.convert(bytes, from: encoding)
          ?? (Array(String(decoding: bytes, as: UTF8.self).utf8), true)
      }
    }
    // A parser in C ends at a zero byte.
    if utf8.contains(0) { utf8 = utf8.map { $0 == 0 ? 32 : $0 } }
  }

  /// A page declares its encoding within so many bytes.
  private static let headBytes = 16 << 10

  /// The byte order mark that UTF-16 lacks where markup begins with every other byte zero.
  static func unmarkedUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0x3C, 0]) { return [0xFF, 0xFE] }
    return bytes.starts(with: [0, 0x3C]) ? [0xFE, 0xFF] : nil
  }

  /// Whether ASCII bytes stand for other letters, as ISO-2022-JP has them behind an escape.
  private static func isShifted(_ bytes: [UInt8], _ transport: String?) -> Bool {
    guard bytes.contains(0x1B) else { return false }
    let declared = transport ?? declaredEncoding(bytes.prefix(headBytes))
    return declared.flatMap { name(of: $0.lowercased()) } == "ISO-2022-JP"
  }

  /// The encodings of other alphabets than the Latin one, each with its commonest letters. In the right
  /// one most bytes above ASCII are of these, in another one a few.
  private static let alphabets: [(encoding: String, letters: Set<UInt8>)] = [
    (
      "WINDOWS-1251",
      [
        0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0, 0xE2, 0xEB, 0xEA, 0xEC, 0xE4, 0xEF, 0xF3,
        0xFF,
        0xFB, 0xFC, 0xE3, 0xE7,
      ]
    ),
    (
      "KOI8-R",
      [
        0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4, 0xD3, 0xD2, 0xD7, 0xCC, 0xCB, 0xCD, 0xC4, 0xD0, 0xD5,
        0xD1,
        0xD9, 0xD8, 0xC7, 0xDA,
      ]
    ),
    (
      "WINDOWS-1256",
      [
        0xC7, 0xE1, 0xED, 0xE3, 0xE6, 0xE4, 0xD1, 0xCA, 0xC8, 0xC9, 0xDA, 0xCF, 0xD3, 0xDD, 0xE5,
        0xDF,
        0xDE, 0xCD, 0xCC, 0xD4,
      ]
    ),
  ]

  /// The encoding whose letters four in five of the bytes above ASCII are; nil where they are few or of
  /// none.
  private static func alphabet(of bytes: [UInt8]) -> String? {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes where byte >= 0x80 { counts[Int(byte)] += 1 }
    let high = counts.reduce(0, +)
    // A text of Latin letters has fewer.
    guard high >= 40, high * 20 > bytes.count else { return nil }
    let shares = alphabets.map { ($0.encoding, $0.letters.reduce(0) { $0 + counts[Int($1)] }) }
    guard let best = shares.max(by: { $0.1 < $1.1 }), best.1 * 5 >= high * 4 else { return nil }
    return best.0
  }

  /// `charset=…` or `encoding="…"` near the head of the page.
  static func declaredEncoding(_ head: ArraySlice<UInt8>) -> String? {
    let bytes = head.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    for mark in ["charset", "encoding"].map({ Array($0.utf8) }) {
      var index = 0
      while index + mark.count < bytes.count {
        defer { index += 1 }
        guard bytes[index] == mark[0], bytes[index...].starts(with: mark) else { continue }
        var place = index + mark.count
        while place < bytes.count, isSpace(bytes[place]) { place += 1 }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { continue }
        place += 1
        while place < bytes.count, isSpace(bytes[place]) || [0x22, 0x27].contains(bytes[place]) {
          place += 1
        }
        let name = bytes[place...].prefix {
          (97...122).contains($0) || (48...57).contains($0) || [0x2D, 0x5F, 0x3A].contains($0)
        }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }

  /// The converter's name of a declared encoding, as the WHATWG Encoding Standard takes labels:
  /// Latin-1 and ASCII mean windows-1252. Nil where the label is unknown.
  private static func name(of label: String) -> String? {
    switch label {
    case "utf-8", "utf8": "UTF-8"
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252",
      "cp1252", "iso_8859-1":
      "WINDOWS-1252"
    case "iso-8859-9", "latin5", "windows-1254": "WINDOWS-1254"
    case "gb2312", "gbk", "gb18030", "x-gbk": "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": "CP932"
    case "euc-kr", "ks_c_5601-1987", "korean": "CP949"
    case "big5", "big5-hkscs": "BIG5-HKSCS"
    case "tis-620", "iso-8859-11", "windows-874": "CP874"
    case "windows-1250", "windows-1251", "windows-1253", "windows-1255", "windows-1256",
      "windows-1257", "windows-1258", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5",
      "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-10", "iso-8859-13", "iso-8859-14",
      "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u", "euc-jp", "iso-2022-jp", "ibm866",
      "macintosh":
      label.uppercased()
    default: nil
    }
  }

  /// Whether more letters are whole than bytes are broken: in other encodings hardly any two bytes above
  /// ASCII make a letter of UTF-8.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (whole, broken) = (0, 0)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { broken += 1 } else { whole += 1 }
    }
    return whole > broken
  }

  private static func convert(_ bytes: [UInt8], from encoding: String) -> ([UInt8], Bool)? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var piece = [CChar](repeating: 0, count: 64 << 10)
    var repaired = false
    let inputCount = input.count
    input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = inputCount
      while left > 0 {
        piece.withUnsafeMutableBufferPointer { target in
          var end = target.baseAddress
          var room = target.count
          let status = iconv(converter, &next, &left, &end, &room)
          output += UnsafeRawBufferPointer(start: target.baseAddress, count: target.count - room)
          // Without room left the next turn goes on; else this byte stands for nothing.
          if status == -1, room > 16, left > 0 {
            output += [0xEF, 0xBF, 0xBD]
            repaired = true
            next = next.map { $0 + 1 }
            left -= 1
          }
        }
      }
    }
    return (output, repaired)
  }
}
