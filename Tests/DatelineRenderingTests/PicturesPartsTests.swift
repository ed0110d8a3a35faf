import DatelineModel
import EDTF
import Testing

@testable import DatelineRendering

/// What pictures are made of: text, links, dates, axes, colours, and libgvc itself.
@Suite struct PicturesPartsTests {
  @Test(arguments: [
    ("index.html#actor-a", true), ("#x", true), ("https://example.org/a?b=c", true),
    ("HTTP://example.org", true), ("mailto:a@example.org", true), ("a/b:c", true), ("", true),
    ("javascript:alert(1)", false), ("JaVaScRiPt:alert(1)", false), ("data:text/html,x", false),
    ("java\nscript:alert(1)", false), (" javascript:alert(1)", false), ("vbscript:x", false),
    ("x\" onload=\"y", false), ("file:///etc/passwd", false), ("a>b", false),
  ])
  func onlySafeLinks(url: String, isSafe: Bool) {
    #expect((PictureLink.safe(url) != nil) == isSafe)
  }

  @Test func idsStayDifferent() {
    let ids = ["a b", "a_b", "a.b", "a-b", "a_20b", "Ä", "A\u{308}"]
    #expect(Set(ids.map(PictureLink.name)).count == ids.count)
    #expect(PictureLink().actor("al jaafari/1") == "index.html#actor-al%20jaafari%2F1")
    #expect(PictureLink(page: nil).event("e1") == nil)
  }

  @Test func textIsCleaned() {
    #expect(PictureText.clean("  A\u{1}B\n\nC\u{202E}  ") == "A B C")
    #expect(PictureText.clean("\u{1FFFE}") == "\u{FFFD}")
    #expect(PictureText.clean(String(repeating: "x", count: 500), limit: 3) == "xxx…")
  }

  @Test func textIsMeasured() {
    // Arial's own figures: 0.556 em for a digit, 0.278 for a space, 0.833 for M.
    #expect(abs(PictureText.width("0 M", size: 100) / PictureText.slack - 166.7) < 1)
    #expect(PictureText.width("联合国", size: 10) / PictureText.slack == 30)
    #expect(PictureText.width("e\u{301}", size: 10) == PictureText.width("e", size: 10))
    #expect(
      PictureText.width("Россия", size: 10, bold: true) > PictureText.width("Россия", size: 10))
    let lines = PictureText.wrap("National Front for Liberation", width: 100, lines: 2, size: 13)
    #expect(lines == ["National Front", "for Liberation"])
    #expect(PictureText.wrap("Extraordinarily", width: 40, lines: 1, size: 13)[0].hasSuffix("…"))
  }

  @Test(arguments: [
    ("2019-08-01/2019-08-02", "1–2 Aug 2019"), ("2018-11-28/2018-12-02", "28 Nov – 2 Dec 2018"),
    ("2018-12-30/2019-01-02", "30 Dec 2018 – 2 Jan 2019"), ("2011-03", "Mar 2011"),
    ("2019-08-01~", "about 1 Aug 2019"), ("2019-08-01/..", "from 1 Aug 2019, end not reported"),
    ("2019-08-01/", "from 1 Aug 2019, end unknown"), ("../2019-08-25", "by 25 Aug 2019"),
    ("-0043", "44 BCE"), ("201X", "the 2010s"), ("2019-21", "spring 2019"),
    ("2017-02-23/2017-03-04~", "23 Feb 2017 – about 4 Mar 2017"),
  ])
  func datesInWords(edtf: String, words: String) throws {
    #expect(PictureDate.words(try #require(EDTFValue(edtf))) == words)
  }

  @Test(arguments: [3, 20, 70, 200, 800, 4000, 40_000, 400_000])
  func ticksKeepApart(span: Int) {
    let axis = TimelineAxis(holding: [17_000, 17_000 + span], left: 160, right: 1150)
    let ticks = axis.ticks
    #expect((2...24).contains(ticks.labelled.count))
    for (a, b) in zip(ticks.labelled, ticks.labelled.dropFirst()) {
      #expect(a.x + PictureText.width(a.label, size: 12.5, bold: true) + 6 < b.x, "\(a.label)")
    }
    #expect(ticks.labelled.allSatisfy { $0.x >= 160 && $0.x <= 1150 })
  }

  @Test func aLoneEarlyDayDoesNotSqueezeTheRest() {
    let axis = TimelineAxis(holding: [-20_000] + (17_000..<17_100), left: 0, right: 100)
    #expect(axis.first > 16_000)
    // Nor do many early ones, each further away than the next, where most is told of few days.
    let early = (0..<16).map { 17_000 - (1 << $0) }
    let crowd = TimelineAxis.window(of: early + (0..<90).map { 17_000 + $0 % 9 })
    #expect(crowd?.first ?? 0 > 16_980 && crowd?.last == 17_008)
    #expect(TimelineAxis.window(of: []) == nil)
    // A pile that is spread evenly keeps all its days.
    let even = TimelineAxis(holding: (0..<40).map { $0 * 365 }, left: 0, right: 100)
    #expect(even.first <= 0 && even.last >= 39 * 365)
  }

  @Test func themeNamesEveryColour() {
    let css = Theme.standard.variables(for: ":root")
    for token in Theme.Token.allCases {
      #expect(Theme.standard.colours[token] != nil)
      #expect(css.contains("--\(token.rawValue):"))
    }
    #expect(css.contains("prefers-color-scheme:dark") && css.contains("forced-colors"))
  }

  /// libgvc keeps global state: many callers at once must not meet in it.
  @Test func manyAtOnceDrawTheSame() async throws {
    let graph = try #require(ActorGraph(of: PeaceProcess.graph))
    let once = try actorGraphSVG(graph)
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<16 { group.addTask { try actorGraphSVG(graph) } }
      for try await svg in group { #expect(svg == once) }
    }
  }

  /// No engine remembers what was laid out before.
  @Test(arguments: GraphvizEngine.allCases)
  func whatWasDrawnBeforeDoesNotMatter(engine: GraphvizEngine) throws {
    let graph = try #require(ActorGraph(of: PicturesTimelineTests.crowd(200)))
    let first = try actorGraphSVG(graph, engine: engine)
    for other in GraphvizEngine.allCases {
      _ = try actorGraphSVG(try #require(ActorGraph(of: PeaceProcess.graph)), engine: other)
      #expect(try actorGraphSVG(graph, engine: engine) == first)
    }
  }

  @Test func whatGraphvizSaysBecomesAnError() {
    var graph = GraphvizGraph()
    graph.nodes = [.init(name: "a", attributes: ["shape": "no such shape"])]
    #expect(throws: GraphvizError.self) { try graph.layout(.dot) }
    // The next picture is none the worse.
    graph.nodes = [.init(name: "a", attributes: ["label": GraphvizGraph.label(["R&D \\N \\l"])])]
    #expect(throws: Never.self) { try graph.layout(.dot) }
  }
}
