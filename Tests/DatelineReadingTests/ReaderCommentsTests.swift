import DatelineReading
import Testing

@Suite struct ReaderCommentsTests {
  private let report = String(
    repeating: "The two sides met in the town and agreed on a truce that is to last.\n", count: 40)

  @Test func beginWhereTheFirstMarkStands() throws {
    let comment = "So they say. Posted by: Nob | March 4, 2031 9:15 PM | Report abuse\n"
    let text = report + String(repeating: comment, count: 3)
    #expect(try #require(ReaderComments(in: text)).start == report.utf8.count)
  }

  @Test func areFoundWhereAllStandsInOneLine() throws {
    let line = report.replacing("\n", with: " ")
    let text = line + String(repeating: "March 4, 2031 at 9:15 pm | So they say. ", count: 4)
    #expect(
      try #require(ReaderComments(in: text)).start
        == line.utf8.count + "March 4, 2031 at 9:15".utf8.count)
  }

  @Test func areNoneWhereAReportNamesTheMark() {
    #expect(ReaderComments(in: report + "“Report abuse” stands below. Report abuse!") == nil)
    #expect(ReaderComments(in: "Report abuse Report abuse Report abuse") == nil, "too short")
    #expect(ReaderComments(in: "") == nil)
  }
}
