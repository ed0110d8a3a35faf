import Testing

@testable import DatelineCLI

@Suite struct MessageLineTests {
  private static let long = String(repeating: "é", count: 5000)

  @Test func shortLinesStay() {
    let line = "no actor “\(Self.long.prefix(90))” in these articles."
    #expect(MessageLine(line).text == line)
  }

  @Test func whatIsQuotedIsCut() {
    let (long, cut) = (Self.long, Self.long.prefix(MessageLine.quotedLength) + "…")
    #expect(
      MessageLine("no “\(long)” in “\(long)”: give “a”.").text
        == "no “\(cut)” in “\(cut)”: give “a”.")
    #expect(MessageLine("no “\(long)").text == "no “\(cut)")
  }

  @Test func ofWhatIsNotQuotedTheEndsStay() {
    for shift in ["", "a"] {
      let text = MessageLine("\(shift)\(Self.long): there is no such file; check the path.").text
      #expect(text.utf8.count <= MessageLine.lineBytes + 10)
      #expect(text.hasPrefix("\(shift)éé") && text.contains("é … é"))
      #expect(text.hasSuffix("é: there is no such file; check the path."))
    }
  }
}
