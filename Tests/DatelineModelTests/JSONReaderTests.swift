import DatelineModel
import Testing

struct JSONReaderTests {
  @Test("Every escape of four digits, in small letters and in capitals, is the scalar it names")
  func escapes() throws {
    for code in UInt16(1)...UInt16.max {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let digits = String(code, radix: 16)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      var reader = JSONReader(Array("\"\\u\(padded)\\u\(padded.uppercased())\"".utf8))
      let text = try reader.string()
      guard text == "\(scalar)\(scalar)" else {
        Issue.record(
          "\\u\(padded) is read as \(text.unicodeScalars.map { String($0.value, radix: 16) })")
        return
      }
    }
  }

  @Test("Two halves of a pair are one scalar, and a half alone is U+FFFD")
  func pairs() throws {
    var reader = JSONReader(Array(#""\ud83d\ude00 \ude00 \ud83d\u0041 \uDBFF\uDFFF""#.utf8))
    #expect(try reader.string() == "\u{1F600} \u{FFFD} \u{FFFD}A \u{10FFFF}")
  }

  @Test("Russian with every letter escaped, as many programs write it, is the same as in plain")
  func russian() throws {
    let escaped = #""\u041f\u0435\u0440\u0435\u0433\u043e\u0432\u043e\u0440\u044b""#
    var reader = JSONReader(Array(escaped.utf8))
    #expect(try reader.string() == "Переговоры")
  }
}
