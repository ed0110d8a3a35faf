import DatelineModel
import Testing

@Suite struct LineErrorTests {
  private func lines(_ text: String, column: Int) -> [String] {
    LineError(file: "a.tsv", line: 2, column: column, message: "no such kind", text: text)
      .description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aCaretStandsBelowThePlace() {
    #expect(lines("\tab", column: 3) == ["a.tsv:2:3: no such kind", "\tab", "\t ^"])
  }

  @Test func ofALongLineThePlaceIsShown() {
    let text = String(repeating: "é", count: 500) + "X" + String(repeating: "\t", count: 100_000)
    let shown = lines(text, column: 501)
    #expect(shown[0] == "a.tsv:2:501: no such kind")
    #expect(shown[1].count < 170 && shown[1].hasPrefix("…é") && shown[1].hasSuffix("\t…"))
    // A tab is as wide below as above.
    #expect(Array(shown[1])[shown[2].count - 1] == "X")
    #expect(lines(text, column: 100_501)[2].hasSuffix("\t^"))
    #expect(lines("", column: 1)[2] == "^")
  }
}
