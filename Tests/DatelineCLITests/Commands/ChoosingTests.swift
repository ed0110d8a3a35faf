import DatelineTestSupport
import Testing

/// What `timeline` keeps of a long pile.
@Suite struct ChoosingTests {
  /// One article that tells three events of one day and one of another.
  private static let article = #"""
    {"id":"a1","source":"Press North","published":"2019-08-02","title":"Talks open in Astana","text":"Talks on Syria opened in Astana on Thursday. Turkey and Russia signed an agreement in Astana on Thursday. Police arrested a journalist in Almaty on Thursday. An earthquake struck Japan on Tuesday.","language":"en"}
    """#

  private func timeline(_ options: String = "") throws -> CommandRun {
    try Workbench().shell("printf '%s\\n' '\(Self.article)' | dateline timeline - \(options)")
  }

  @Test func datesKeepsWhatMattersMostOnThoseDays() throws {
    let all = try timeline().text
    #expect(all.contains("earthquake") && all.contains("Police arrested"))
    let day = try timeline("--dates 1 --sentences 1").text
    #expect(day.split(separator: "\n").contains { $0.contains("1 event; ") })
    #expect(day.contains("3 more are left out by --dates and --sentences."))
    let two = try timeline("--sentences 2").text
    #expect(two.contains("earthquake"), "each day has its own")
    #expect(two.contains("3 events; 1 more is left out"))
  }

  @Test func aPageSaysHowManyItDoesNotShow() throws {
    let page = try timeline("--format html --dates 1 --sentences 1").text
    #expect(page.contains("not shown"))
    #expect(!(try timeline("--format html").text.contains("not shown")))
  }
}
