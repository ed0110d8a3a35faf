import DatelineModel
import EDTF
import Foundation
import Mustache
import Testing

@testable import DatelineRendering

@Suite("The static site")
struct SiteTests {
  /// The fixture, with a record of each article that it cites.
  static let graph: EventGraph = {
    var graph = PeaceProcess.graph
    let mentions = graph.events.flatMap(\.mentions).sorted { $0.article < $1.article }
    graph.articles = mentions.map {
      ArticleRecord(
        id: $0.article, source: $0.source, published: "2024-12-01", title: $0.quote,
        url: "https://news.example/\($0.article)", language: "en")
    }
    return graph
  }()
  static let files = try! siteFiles(
    of: graph, diff: nil, templates: .builtIn,
    options: SiteOptions(title: "The peace process"))
  static let page = text("index.html")

  private static func text(_ path: String) -> String {
    String(decoding: files.first { $0.path == path }!.bytes, as: UTF8.self)
  }

  /// The values of an attribute, as they stand.
  private func values(_ attribute: String, in text: String) -> [String] {
    text.split(separator: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test("it has the files that the contract names")
  func paths() {
    let paths = Self.files.map(\.path)
    for path in ["index.html", "actors.svg", "timeline.svg", "storyline.svg", "events.json"] {
      #expect(paths.contains(path))
    }
    #expect(Set(paths).count == paths.count)
  }

  @Test("a series has a cell for each number that few in a row lack, and one for a long gap")
  func threads() throws {
    func cells(_ rounds: [Int]) throws -> [String] {
      let graph = EventGraph(
        events: rounds.map {
          Event(
            id: "e\($0)", label: "Round", type: .consult, status: .asserted,
            series: .init(id: "kelt", name: "Kelt talks", ordinal: $0), mentions: [])
        })
      let page = TimelinePage(of: graph, diff: nil, templates: .builtIn, options: SiteOptions())
      guard case .object(let thread)? = page.threads.first, case .list(let cells)? = thread["cells"]
      else { return [] }
      return cells.map { cell in
        guard case .object(let cell) = cell, case .text(let number)? = cell["number"] else {
          return ""
        }
        return (cell["isMissing"] == nil ? "" : "-") + number
      }
    }
    #expect(try cells([2, 4]) == ["-1", "2", "-3", "4"])
    #expect(try cells([1, 9]) == ["1"] + (2...8).map { "-\($0)" } + ["9"])
    #expect(try cells([1, 10]) == ["1", "-2–9", "10"])
    #expect(try cells([1, Int.max]) == ["1", "-2–\(Int.max - 1)", "\(Int.max)"])
  }

  @Test("of a crowd those with most events are companions, and the page takes no longer for it")
  func crowds() {
    let actors = (0..<5000).map { number in
      Actor(id: "a\(10_000 + number)", name: "Envoy \(number)", kind: .person)
    }
    func event(_ id: String, _ actors: [Actor]) -> Event {
      Event(
        id: id, label: "Meeting", type: .consult, date: EDTFValue("2031-03-04"), status: .asserted,
        actors: actors.map { .init(actor: $0.id, role: .actor) }, mentions: [])
    }
    let graph = EventGraph(
      actors: actors, events: [event("e1", actors), event("e2", actors), event("e3", [actors[7]])])
    let page = TimelinePage(of: graph, diff: nil, templates: .builtIn, options: SiteOptions())
    let start = ContinuousClock.now
    let entries = page.actorEntries
    #expect(ContinuousClock.now - start < .seconds(20))
    guard case .object(let last)? = entries.last, case .list(let companions)? = last["companions"]
    else {
      Issue.record("an actor has no companions")
      return
    }
    let names = companions.map { one in
      guard case .object(let one) = one, case .text(let name)? = one["name"] else { return "" }
      return name
    }
    #expect(names == (0..<8).map { "Envoy \($0)" })
  }

  @Test("the graph of the site reads back as the graph that it was made of")
  func graph() throws {
    let bytes = Self.files.first { $0.path == "events.json" }!.bytes
    let read = try EventGraph(json: bytes)
    #expect(read.events.map(\.id) == Self.graph.events.map(\.id))
    #expect(read.events.map(\.mentions.count) == Self.graph.events.map(\.mentions.count))
  }

  @Test("every fragment that a page or picture points to stands in the page")
  func fragments() {
    let ids = Set(values("id", in: Self.page))
    var targets = values("href", in: Self.page).filter { $0.hasPrefix("#") && !$0.hasPrefix("#?") }
      .map { String($0.dropFirst()) }
    for picture in ["actors.svg", "timeline.svg", "storyline.svg"] {
      targets += values("href", in: Self.text(picture)).filter { $0.hasPrefix("index.html#") }
        .map { String($0.dropFirst("index.html#".count)) }
    }
    #expect(targets.count > 200)
    for target in targets { #expect(ids.contains(target.removingPercentEncoding!), "\(target)") }
  }

  @Test("of a long page what comes after its beginning stands in noscript, whole")
  func lateEntries() throws {
    var graph = Self.graph
    let event = try #require(graph.events.first { $0.date != nil })
    graph.events = (0..<650).map { number in
      var copy = event
      copy.id = "copy-\(number)"
      if number >= 600 { copy.date = nil }
      return copy
    }
    let files = try siteFiles(
      of: graph, diff: nil, templates: .builtIn, options: SiteOptions(title: "Long"))
    let page = String(
      decoding: try #require(files.first { $0.path == "index.html" }).bytes, as: UTF8.self)
    let parts = page.split(separator: "<noscript>").dropFirst()
    let late = parts.compactMap { $0.split(separator: "</noscript>").first }
      .reduce(0) { $0 + values("id", in: " " + $1).count { $0.hasPrefix("event-copy-") } }
    #expect(late == 350)
    #expect(values("id", in: page).count { $0.hasPrefix("event-copy-") } == 650)
    #expect(!Self.page.contains("class=\"late"))
  }

  @Test("ids are unique")
  func ids() {
    let ids = values("id", in: Self.page)
    #expect(Set(ids).count == ids.count)
  }

  @Test("the policy allows this style sheet and this script and nothing else")
  func policy() throws {
    func content(_ tag: String) throws -> String {
      let start = try #require(Self.page.range(of: "<\(tag)>")).upperBound
      let end = try #require(
        Self.page.range(of: "</\(tag)>", range: start..<Self.page.endIndex)
      ).lowerBound
      return String(Self.page[start..<end])
    }
    func hash(_ text: String) -> String { SHA256.digest(of: Array(text.utf8)).base64 }
    let policy = try #require(
      values("content", in: Self.page).first { $0.hasPrefix("default-src") })
    #expect(
      policy == "default-src 'none'; style-src 'sha256-\(hash(try content("style")))'; "
        + "script-src 'sha256-\(hash(try content("script")))'; base-uri 'none'; form-action 'none'")
    #expect(!Self.page.contains(" style="))
    #expect(!Self.page.contains(" onclick="))
  }

  @Test("uncertain dates and statuses are told in words")
  func words() {
    #expect(Self.page.contains("from 30 April 2019 <i>end not reported"))
    #expect(Self.page.contains("about 2013"))
    #expect(Self.page.contains("<i>expected</i>"))
    #expect(Self.page.contains("<i>did not happen</i>"))
    #expect(Self.page.contains("<i>author alleged</i>"))
    #expect(Self.page.contains("1–2 August 2019 <i>Thursday and Friday"))
  }

  @Test("a series shows every number, the missing ones too")
  func series() throws {
    var graph = PeaceProcess.graph
    graph.events.removeAll { [3, 4].contains($0.series?.ordinal) }
    let page = String(decoding: try timelinePage(of: graph), as: UTF8.self)
    #expect(page.contains("20 of 22 have a report of their own in this pile"))
    #expect(page.contains("<li class=\"no\"><p><b>3</b><span>no report</span></p></li>"))
  }

  @Test("long stretches without an event are told, and years in between are not gaps")
  func gaps() {
    #expect(Self.page.contains("<b>No event for 1 year and 8 months.</b>"))
    #expect(!Self.page.contains("No event for 3 months"))
  }

  @Test("text from articles is text on the page, whatever it says")
  func hostile() throws {
    var graph = PeaceProcess.graph
    let attack = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u{202E}\"'&"
    graph.events[0].label = attack
    graph.events[0].place = attack
    graph.events[0].topic = attack
    graph.events[0].mentions[0].quote = attack
    graph.events[0].mentions[0].sentence = attack
    graph.events[0].mentions[0].attribution = attack
    graph.actors[0].name = attack
    graph.sources[0].name = attack
    graph.articles = [
      ArticleRecord(
        id: graph.events[0].mentions[0].article, source: attack, published: "2019-08-01",
        title: attack, url: "javascript:alert(1)", language: attack, notAnalysed: attack)
    ]
    for file in try siteFiles(of: graph, diff: nil, templates: .builtIn, options: SiteOptions())
    where file.path != "events.json" {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("<img"), "\(file.path)")
      #expect(!text.contains("</script><script>alert"), "\(file.path)")
      #expect(!text.contains("javascript:"), "\(file.path)")
      #expect(!text.contains("\u{202E}"), "\(file.path)")
    }
  }

  @Test("a graph without events is a page that says so")
  func empty() throws {
    let files = try siteFiles(
      of: EventGraph(), diff: nil, templates: .builtIn, options: SiteOptions())
    let page = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(page.contains("No event of this pile has a date."))
    #expect(files.count >= 5)
  }

  @Test("no quote is longer than is allowed")
  func quoteLength() throws {
    var graph = PeaceProcess.graph
    graph.events[0].mentions[0].sentence = String(repeating: "word ", count: 200)
    graph.events[0].mentions[0].quote = "word"
    let page = String(
      decoding: try timelinePage(of: graph, options: SiteOptions(quoteLength: 40)), as: UTF8.self)
    let quotes = page.split(separator: "<q>").dropFirst().map {
      $0.prefix { $0 != "<" }
    }
    #expect(quotes.count > 50)
    for quote in quotes { #expect(quote.unicodeScalars.count <= 40) }
  }

  @Test("a large pile has an index that keeps every anchor, and a page of evidence for each year")
  func largePile() throws {
    let files = try siteFiles(
      of: Self.graph, diff: nil, templates: .builtIn, options: SiteOptions(pageLimit: 10))
    let pages = Dictionary(
      files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    ) { first, _ in first }
    let index = try #require(pages["index.html"])
    let anchors = Set(values("id", in: index))
    #expect(!index.contains("<q>"))
    for event in Self.graph.events {
      #expect(anchors.contains("event-" + event.id))
      let year = event.date.flatMap { ($0.start ?? $0.end)?.year }
      let page = try #require(pages[year.map { "events-\($0).html" } ?? "events-undated.html"])
      #expect(page.contains("id=\"event-\(event.id)\""))
      #expect(page.contains(event.mentions[0].sentence))
    }
    for (path, page) in pages where path.hasSuffix(".html") {
      for target in values("href", in: page) where !target.hasPrefix("http") {
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts[0].isEmpty ? path : String(parts[0])
        let linked = try #require(pages[file], "\(path): \(target)")
        if parts.count == 2, !parts[1].hasPrefix("?") {
          #expect(linked.contains("id=\"\(parts[1].removingPercentEncoding!)\""), "\(target)")
        }
      }
    }
  }

  @Test("a page for readers from right to left says so")
  func direction() throws {
    let page = String(
      decoding: try timelinePage(of: PeaceProcess.graph, options: SiteOptions(locale: "ar")),
      as: UTF8.self)
    #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
  }

  @Test("another set of templates makes another page of the same graph")
  func otherTemplates() throws {
    let other = try TemplateSet(overriding: [
      "timeline.mustache": "{{title}}\n{{#years}}\n{{year}}: {{{months}}}\n{{/years}}\n",
      "month.mustache": "{{#chunks}}{{#events}}{{> event}};{{/events}}{{/chunks}}",
      "event.mustache": "{{when}} {{label}}",
    ])
    let page = String(
      decoding: try timelinePage(
        of: PeaceProcess.graph, templates: other, options: SiteOptions(title: "A & B")),
      as: UTF8.self)
    #expect(page.hasPrefix("A &amp; B\n2011: March 2011 Uprising begins;\n2013: about 2013 Iran"))
    #expect(!page.contains("<"))
  }

  @Test("what the sources contradict each other in stands beside the event")
  func differences() throws {
    let event = Self.graph.events[0]
    func report(_ place: String) -> TimelineDiff.Report {
      TimelineDiff.Report(
        events: [event.id], date: event.date, published: nil, quotes: [], actors: [], figures: [],
        place: place, status: .asserted)
    }
    let diff = TimelineDiff(
      sources: ["A", "B"],
      entries: [
        TimelineDiff.Entry(
          id: event.id, kind: .shared, label: event.label, type: event.type, date: event.date,
          reported: ["A": report("Daraa"), "B": report("Homs")],
          differences: [
            .init(
              aspect: .place, kind: .conflict, values: ["A": "Daraa", "B": "Homs", "C": "Daraa"])
          ]
        )
      ])
    let files = try siteFiles(
      of: Self.graph, diff: diff, templates: .builtIn, options: SiteOptions())
    let page = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(page.contains("Place in conflict</b> <bdi>Daraa (A, C) ≠ Homs (B)</bdi>"))
    #expect(page.contains("<a href=\"diff.html\">"))
    #expect(files.contains { $0.path == "diff.html" })
  }

  @Test("who of those killed were children stands beside the count of all")
  func partsOfATotal() throws {
    var graph = Self.graph
    func killed(_ value: Double, of part: String? = nil) -> Figure {
      Figure(subject: .killed, of: part, value: value, text: "\(Int(value)) people")
    }
    // An outlet that tells the children alone, and one that tells them beside all.
    graph.events[0].mentions[0].figures = [
      killed(23), killed(6, of: "children"), killed(2, of: "<b>"),
    ]
    graph.events[0].mentions[1].figures = [killed(7, of: "children")]
    let page = String(
      decoding: try timelinePage(of: graph, templates: .builtIn, options: SiteOptions()),
      as: UTF8.self)
    #expect(
      page.contains(
        "<td class=\"num\">23 <i>among them 6 children, 2 &lt;b&gt;</i></td>"))
    #expect(page.contains("<td class=\"num\">7 <i>children</i></td>"))
  }

  @Test("the same graph makes the same bytes")
  func sameBytes() throws {
    let again = try siteFiles(
      of: Self.graph, diff: nil, templates: .builtIn,
      options: SiteOptions(title: "The peace process"))
    #expect(again == Self.files)
  }

  @Test("style, script and templates stay small")
  func furniture() throws {
    let page = try timelinePage(of: EventGraph())
    #expect(page.count < 60_000)
  }
}
