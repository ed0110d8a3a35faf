import DatelineModel
import EDTF
import Mustache
import Testing

@testable import DatelineRendering

@Suite struct DiffPageTests {
  private func page(_ diff: TimelineDiff, graph: EventGraph? = nil) throws -> String {
    String(decoding: try diffPage(of: diff, graph: graph), as: UTF8.self)
  }

  /// What stands between two marks, wherever they stand.
  private func all(_ text: String, from start: String, to end: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstRange(of: start) {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return found
  }

  @Test func everyPartIsThere() throws {
    let page = try page(TwoAccounts.pair)
    for id in ["matrix", "contradict", "aligned", "naming", "lag", "coverage", "evidence"] {
      #expect(page.contains("<section id=\"\(id)\""))
    }
    #expect(page.contains("<h1>Alpha Post and Beta Wire</h1>"))
    #expect(page.contains("Flood at Ostmark"))
    #expect(page.contains("Silent: published on 6 Mar, 7 Mar, 8 Mar"))
    #expect(page.contains("<mark>"))
  }

  @Test("it says its own words in the language that is asked for")
  func languages() throws {
    let bytes = try diffPage(of: TwoAccounts.pair, options: SiteOptions(locale: "de"))
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(page.contains("<h1>Alpha Post und Beta Wire</h1>"))
    #expect(page.contains("Schweigt: veröffentlichte am 6. März, 7. März, 8. März"))
    for words in ["Told by", "conflict</", "only left", "published ", " events", "gap: "] {
      #expect(!page.contains(words), "\(words)")
    }
  }

  @Test func linksWithinThePageLeadSomewhere() throws {
    for diff in [TwoAccounts.pair, TwoAccounts.matrix(["a", "b", "c", "d"])] {
      let page = try page(diff)
      let ids = all(page, from: " id=\"", to: "\"")
      #expect(Set(ids).count == ids.count)
      for target in all(page, from: "href=\"#", to: "\"") { #expect(ids.contains(target)) }
    }
  }

  @Test func nothingIsStyledOrScriptedFromWithin() throws {
    let page = try page(TwoAccounts.pair)
    #expect(!page.contains(" style=\""))
    #expect(!page.contains(" onclick") && !page.contains("javascript:"))
    #expect(all(page, from: "<script", to: "</script>").count == 1)
    #expect(page.contains("default-src 'none'"))
  }

  @Test func textFromArticlesIsNoMarkup() throws {
    var diff = TwoAccounts.pair
    let evil = "<img src=x onerror=alert(1)>\"'&"
    diff.entries[0].label = evil
    diff.entries[0].id = "x\"><script>"
    diff.entries[0].reported["left"]!.quotes[0].text = evil
    diff.entries[0].reported["left"]!.quotes[0].url = "javascript:alert(1)"
    diff.entries[0].reported["left"]!.quotes[0].article = evil
    diff.entries[1].differences[0].values = ["left": evil, "right": evil + "x"]
    diff.naming[0].actor = evil
    diff.naming[0].names["left"] = [.init(name: evil, count: 1)]
    diff.sides!["left"]!.name = evil
    let page = try page(diff)
    #expect(!page.contains("<img"))
    #expect(!page.contains("javascript:"))
    #expect(!page.contains("\"><script>"))
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
  }

  @Test func figuresStandOnOneScaleFromZero() throws {
    let page = try page(TwoAccounts.pair)
    let scale = try #require(all(page, from: "<dl class=\"scale\">", to: "</dl>").first)
    // 12 of 17, and 17 with an arrow: at least.
    #expect(scale.contains("cx=\"66.9%\"") && scale.contains("cx=\"94%\""))
    #expect(all(scale, from: "<dt>", to: "<") == ["12", "at least 17"])
    #expect(scale.contains("<svg x=\"94%\""))
  }

  @Test func aCopyIsMarkedAndCountsNoVoice() throws {
    var diff = TwoAccounts.matrix(["Alpha", "Beta", "Gamma", "Delta"])
    let ofOneDay = try page(diff)
    #expect(ofOneDay.contains("href=\"#m-copied\""))
    #expect(ofOneDay.contains("<td class=\"tot\">2</td>"))
    // Of one day nobody can tell who had it first.
    #expect(ofOneDay.contains("same text as Alpha") && !ofOneDay.contains("copied from"))
    diff.entries[0].reported["Beta"]!.published = "2031-03-06"
    #expect(try page(diff).contains("copied from Alpha"))
  }

  @Test func rowsCarryWhatFiltersNeed() throws {
    let page = try page(TwoAccounts.pair)
    #expect(page.contains("data-kinds=\"C\" data-by=\"0 1\""))
    #expect(page.contains("data-kinds=\"V\" data-by=\"0 1\""))
    #expect(page.contains("id=\"mf\" hidden"))
  }

  @Test func lagsAreCompressedAwayFromTheDay() {
    #expect(DiffPage.place(ofLag: 0) == 0.5)
    for days in [1, 3, 7, 20, 30, 100, 365, 9999] {
      #expect(abs(DiffPage.place(ofLag: days) + DiffPage.place(ofLag: -days) - 1) < 1e-9)
      #expect(DiffPage.place(ofLag: days) > DiffPage.place(ofLag: days - 1) || days > 365)
      #expect((0.5...1).contains(DiffPage.place(ofLag: days)))
    }
    #expect(
      DiffPage.words(ofLag: -8) == "8 days before" && DiffPage.words(ofLag: 1) == "1 day after")
  }

  @Test func theGraphsLieOverEachOther() throws {
    var diff = TwoAccounts.pair
    diff.sources = ["Anadolu", "TASS"]
    diff.sides = nil
    diff.coverage = [:]
    for entry in diff.entries.indices {
      var reported: [String: TimelineDiff.Report] = [:]
      for (side, report) in diff.entries[entry].reported {
        reported[side == "left" ? "Anadolu" : "TASS"] = report
      }
      diff.entries[entry].reported = reported
    }
    let page = try page(diff, graph: PeaceProcess.graph)
    #expect(page.contains("<section id=\"graphs\""))
    #expect(page.contains("class=\"e-both\""))
    #expect(!(try self.page(diff)).contains("<section id=\"graphs\""))
  }

  @Test func nothingToCompareIsSaid() throws {
    let page = try page(TimelineDiff(sources: ["A"]))
    #expect(page.contains("Nothing was found to compare"))
  }

  @Test func theSameBytesEachTime() throws {
    #expect(try page(TwoAccounts.pair) == page(TwoAccounts.pair))
  }

  @Test func aUsersTemplateTakesItsPlace() throws {
    let templates = try TemplateSet(overriding: ["diff.mustache": "{{heading}}"])
    let bytes = try diffPage(of: TwoAccounts.pair, templates: templates)
    #expect(String(decoding: bytes, as: UTF8.self) == "Alpha Post and Beta Wire")
  }
}
