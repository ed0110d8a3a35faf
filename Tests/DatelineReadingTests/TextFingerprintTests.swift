import Testing

@testable import DatelineReading

@Suite struct TextFingerprintTests {
  /// Words of all lengths, so that white space falls on every place of a block of eight bytes.
  private static let words = (0..<200).map { number in
    String(repeating: ["a", "é", "نص"][number % 3], count: number % 17 + 1)
  }

  /// What white space a text is set with does not tell: blocks of eight bytes and single ones agree.
  @Test(arguments: ["  ", "\n", "\t", " \n ", "\r\n"])
  func whiteSpaceTellsNothing(space: String) {
    for start in 0..<20 {
      let words = TextFingerprintTests.words[start...]
      let plain = TextFingerprint(words.joined(separator: " "))
      #expect(TextFingerprint(words.joined(separator: space)) == plain)
      #expect(TextFingerprint(space + words.joined(separator: " ") + space) == plain)
      let mixed = words.enumerated().map { $0.element + ($0.offset % 5 == 0 ? space : " ") }
      #expect(TextFingerprint(mixed.joined()) == plain)
    }
  }

  @Test func everyByteTells() {
    let text = TextFingerprintTests.words.prefix(40).joined(separator: " ")
    var seen: Set<TextFingerprint> = [TextFingerprint(text)]
    var bytes = Array(text.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "a") {
      bytes[index] = UInt8(ascii: "b")
      #expect(seen.insert(TextFingerprint(String(decoding: bytes, as: UTF8.self))).inserted)
      bytes[index] = UInt8(ascii: "a")
    }
    #expect(seen.insert(TextFingerprint(text.replacing(" ", with: ""))).inserted)
    #expect(seen.insert(TextFingerprint(text + "\u{0}")).inserted)
  }
}
