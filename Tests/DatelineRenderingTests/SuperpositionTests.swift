import DatelineModel
import EDTF
import Testing

@testable import DatelineRendering

@Suite("Two accounts laid over each other, and one account over time")
struct SuperpositionTests {
  private func mention(
    _ article: String, _ source: String, date: String? = nil, status: EventStatus = .asserted,
    figures: [Figure] = []
  ) -> Mention {
    Mention(
      article: article, source: source, sentence: "It happened.", quote: "It happened", start: 0,
      end: 11, inTitle: false, date: date.map { EDTFValue($0)! }, dateBasis: .explicit, rule: nil,
      anchor: nil, status: status, isBackground: false, place: nil, participants: [],
      figures: figures)
  }

  private func graph(
    _ events: [(id: String, label: String, actors: [String])], actors: [String: String],
    source: String
  ) -> EventGraph {
    EventGraph(
      sources: [Source(id: source, name: source)],
      actors: actors.sorted { $0.key < $1.key }.map {
        Actor(id: $0.key, name: $0.value, kind: .government)
      },
      events: events.map { event in
        Event(
          id: event.id, label: event.label, type: .consult, date: EDTFValue("2031-03-05"),
          status: .asserted, actors: event.actors.map { .init(actor: $0, role: .actor) },
          mentions: [mention("a-" + event.id, source)])
      })
  }

  private var left: EventGraph {
    graph(
      [("e1", "Talks in Belmar", ["norland", "karsovia"]), ("e2", "A visit", ["norland", "un"])],
      actors: ["norland": "Norland", "karsovia": "Karsovia", "un": "United Nations"],
      source: "Alpha Post")
  }
  private var right: EventGraph {
    graph(
      [("x1", "Round in Belmar", ["nor", "karsovia"]), ("e2", "A call", ["nor", "un"])],
      // One country by another id, and another actor by the id of the United Nations.
      actors: ["nor": "NORLAND", "karsovia": "Karsovia", "un": "Union of Nurses"],
      source: "Beta Wire")
  }
  private var diff: TimelineDiff {
    var diff = TwoAccounts.pair
    diff.entries = [TwoAccounts.talks]
    diff.entries[0].reported["left"]!.events = ["e1"]
    diff.entries[0].reported["right"]!.events = ["x1"]
    return diff
  }

  @Test("of two graphs, events that were matched and actors of one name are one")
  func twoGraphs() {
    let both = Superposition(left: left, right: right, diff: diff)
    #expect(both.graph.events.map(\.id) == ["e1", "e2", "right-e2"])
    #expect(
      both.told["e1"] == .init(left: ["norland", "karsovia"], right: ["norland", "karsovia"]))
    #expect(both.told["e2"] == .init(left: ["norland", "un"]))
    #expect(both.told["right-e2"] == .init(right: ["norland", "right-un"]))
    #expect(both.graph.events[0].actors.map(\.actor) == ["norland", "karsovia"])
    #expect(both.graph.events[2].actors.map(\.actor) == ["norland", "right-un"])
    #expect(both.graph.actors.map(\.id) == ["karsovia", "norland", "un", "right-un"])
  }

  @Test("a relation is told by those alone who name both of the two in one event")
  func namedByOne() {
    var graph = graph(
      [("e1", "Talks", ["norland", "karsovia", "un"])],
      actors: ["norland": "Norland", "karsovia": "Karsovia", "un": "United Nations"],
      source: "Alpha")
    func report(_ source: String, _ actors: [String]) -> Mention {
      var report = mention("a-" + source, source)
      report.participants = actors.map {
        Participant(actor: $0, name: $0, printed: $0, role: .actor)
      }
      return report
    }
    graph.events[0].mentions = [
      report("Alpha", ["norland", "karsovia"]), report("Beta", ["norland", "karsovia", "un"]),
    ]
    let both = Superposition(of: graph, left: ["Alpha"], right: ["Beta"])?.told["e1"]
    #expect(both?.sides(["norland"], ["karsovia"]) == .init(left: true, right: true))
    #expect(both?.sides(["norland"], ["un"]) == .init(left: false, right: true))
    #expect(both?.sides(["un"], ["un"]) == .init(left: false, right: true))
  }

  @Test("the page of two graphs draws them, and names who tells each relation")
  func page() throws {
    let page = String(
      decoding: try diffPage(of: diff, sides: (left: left, right: right)), as: UTF8.self)
    #expect(page.contains("<section id=\"graphs\""))
    #expect(page.contains("1 relation in both, 1 only on the left, 1 only on the right."))
    #expect(page.contains("only Alpha Post") && page.contains("only Beta Wire"))
    let mirrored = Superposition(
      of: left, left: ["Alpha Post"], right: ["Alpha Post", "Beta Wire"])
    #expect(mirrored == nil)
  }

  /// Three articles of one outlet on an attack, a copy among them, and one of another outlet.
  private var revised: EventGraph {
    func killed(_ count: Double, by: String? = nil) -> Figure {
      Figure(subject: .killed, value: count, text: "\(Int(count))", by: by)
    }
    var graph = left
    graph.articles = [
      ("a1", "Alpha Post", "05"), ("a2", "Alpha Post", "07"),
      ("a3", "Alpha Post", "06"), ("b1", "Beta Wire", "06"),
    ].map { id, source, day in
      ArticleRecord(
        id: id, source: source, published: "2031-03-\(day)", title: nil,
        url: "https://news.example/\(id)", language: "en",
        duplicateOf: id == "a3" ? "b1" : nil)
    }
    graph.events[0].mentions = [
      mention(
        "a2", "Alpha Post", date: "2031-03-04",
        figures: [killed(17), killed(30, by: "the council")]),
      mention("a1", "Alpha Post", date: "2031-03", status: .alleged, figures: [killed(12)]),
      mention("a3", "Alpha Post", date: "2031-03-01", figures: [killed(40)]),
      mention("b1", "Beta Wire", date: "2031-03-01", figures: [killed(40)]),
    ]
    return graph
  }

  @Test("a source's own account changes in the order of its articles, copies aside")
  func changes() {
    let changes = OwnAccount.changes(in: revised)
    // The day lies in the month that was told first, and nobody else's count replaces one's own.
    #expect(changes.map(\.aspect) == [.status, .figure(.killed, by: nil)])
    #expect(changes.allSatisfy { $0.source == "Alpha Post" })
    #expect(changes.last?.steps.map(\.published) == ["2031-03-05", "2031-03-07"])
    #expect(changes.first?.steps.map(\.value) == [.status(.alleged), .status(.asserted)])
  }

  @Test("the only one whom a source names for its figures speaks for it where it names nobody")
  func oneTeller() throws {
    func killed(_ count: Double, by: String? = nil) -> Figure {
      Figure(
        subject: .killed, value: count, bound: by == nil ? nil : .atLeast, text: "\(Int(count))",
        by: by)
    }
    var graph = revised
    graph.events[0].mentions = [
      mention("a1", "Alpha Post", figures: [killed(18, by: "the governor")]),
      mention("a2", "Alpha Post", figures: [killed(12)]),
    ]
    let changes = OwnAccount.changes(in: graph)
    #expect(changes.map(\.aspect) == [.figure(.killed, by: nil)])
    // What two graphs both have is listed once.
    #expect(OwnAccount.changes(in: [graph, graph]) == changes)
    let text = diffText(of: TwoAccounts.pair, graphs: [graph], options: .init(width: 100))
    #expect(text.contains("Changed between a source’s own articles"))
    #expect(text.contains("killed: at least 18 (5 Mar 2031), then 12 (7 Mar 2031)"))
    #expect(!diffText(of: TwoAccounts.pair).contains("Changed between"))
    // Of two tellers neither speaks for the other.
    graph.events[0].mentions[1].figures.append(killed(30, by: "the council"))
    graph.events[0].mentions[1].figures.removeFirst()
    #expect(OwnAccount.changes(in: graph).isEmpty)
  }

  @Test("the page lists them, in the reader's language")
  func changesOnThePage() throws {
    func page(_ locale: String) throws -> String {
      String(
        decoding: try diffPage(
          of: TwoAccounts.pair, graph: revised, options: SiteOptions(locale: locale)),
        as: UTF8.self)
    }
    let english = try page("en")
    #expect(english.contains("<section id=\"changes\""))
    #expect(english.contains("<td>Killed</td>"))
    #expect(
      english.contains(
        "<li><b>12</b> <span class=\"dim\"><a href=\"https://news.example/a1\">5 Mar"))
    #expect(try page("de").contains("<td>Status</td>"))
  }

  @Test("the look “ledger” is sans throughout and denser, with the same colours")
  func ledger() throws {
    #expect(Theme.ledger.serif == Theme.ledger.sans)
    #expect(Theme.ledger.colours == Theme.standard.colours)
    func page(_ theme: Theme) throws -> String {
      String(
        decoding: try timelinePage(of: SiteTests.graph, options: SiteOptions(theme: theme)),
        as: UTF8.self)
    }
    let (ledger, standard) = (try page(.ledger), try page(.standard))
    #expect(ledger.contains("h1{font-size:clamp(1.6rem,3.2vw,2.4rem)"))
    #expect(!standard.contains("h1{font-size:clamp(1.6rem,3.2vw,2.4rem)"))
    #expect(!ledger.contains("Georgia") && standard.contains("Georgia"))
  }
}
