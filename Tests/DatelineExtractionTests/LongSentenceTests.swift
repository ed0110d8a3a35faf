import Testing

@testable import DatelineExtraction

struct LongSentenceTests {
  @Test("A sentence without an end is cut, and every token stays in one")
  func cut() throws {
    let pack = try #require(LanguagePack.builtIn("en"))
    let count = 2 * SentenceSplitter.mostTokens + 7
    let text = SegmentedText(
      String(repeating: "envoys ", count: count), using: pack.abbreviations)
    #expect(text.sentences.count == 3)
    #expect(text.sentences.map(\.tokens.count).reduce(0, +) == count)
  }
}
