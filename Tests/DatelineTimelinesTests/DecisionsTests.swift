import DatelineModel
import DatelineTimelines
import EDTF
import Testing

@Suite struct DecisionsTests {
  @Test func readsWhatAFileSays() throws {
    let decisions = try Decisions(
      parsing: """
        # the morning's blast
        same     e1 "reuters 2031.txt:120"  because both tell of it

        apart    a.txt:4 b.txt:title   # a comment
        resolved e1 number "at least 126" because the monitor counted last
        """, file: "d.txt")
    #expect(
      decisions.all == [
        Decision(
          verdict: .same,
          subjects: [.event("e1"), .place(article: "reuters 2031.txt", offset: 120)],
          because: "both tell of it", line: 2),
        Decision(
          verdict: .apart,
          subjects: [.place(article: "a.txt", offset: 4), .place(article: "b.txt", offset: nil)],
          line: 4),
        Decision(
          verdict: .resolved(aspect: .number, value: "at least 126"), subjects: [.event("e1")],
          because: "the monitor counted last", line: 5),
      ])
  }

  @Test(arguments: [
    ("sam e1 e2", 1, "no decision"),
    ("same e1", 8, "the second event is missing"),
    ("same e1 because it is", 9, "missing before “because”"),
    ("same e1 a.txt:x", 15, "no offset"),
    ("same e1 \"a b", 9, "never closed"),
    ("apart e1 e2 e3", 13, "one word too many"),
    ("resolved e1 colour red", 13, "nothing that can differ"),
    ("resolved e1 number", 19, "the value that holds is missing"),
    ("same e1 e2 because", 19, "a reason is missing"),
    ("\tsame :4 e2", 7, "article’s id is missing"),
  ]) func sayWhereALineIsWrong(_ line: String, _ column: Int, _ words: String) throws {
    let error = try #require(throws: LineError.self) {
      try Decisions(parsing: "# first\n" + line + "\n", file: "my.txt")
    }
    #expect(error.line == 2 && error.column == column)
    #expect(error.message.contains(words))
    let lines = error.description.split(separator: "\n")
    #expect(lines[0].hasPrefix("my.txt:2:\(column): "))
    #expect(lines[1] == line)
    #expect(lines[2].unicodeScalars.count == column && lines[2].hasSuffix("^"))
  }

  @Test(arguments: [
    Decision(
      verdict: .same, subjects: [.event("e1"), .place(article: "a \"b\".txt", offset: 4)], line: 1),
    Decision(
      verdict: .apart, subjects: [.place(article: "#x", offset: nil), .event("e2")],
      because: "of a reason", line: 1),
    Decision(
      verdict: .resolved(aspect: .place, value: "Deir ez-Zor"), subjects: [.event("e9")], line: 1),
  ]) func aLineReadsBackAsItWasWritten(_ decision: Decision) throws {
    #expect(try Decisions(parsing: decision.text, file: "f").all == [decision])
  }

  /// Two events, told by one article each.
  private var two: EventGraph {
    var graph = Happening.graph([
      Happening(source: "A", figures: [Happening.killed(17, "17 people")])
    ])
    var other = Happening.graph([
      Happening(
        source: "B", published: "2031-03-06", quote: "A blast shook the market.",
        figures: [Happening.killed(12, "12 people")])
    ])
    other.events[0].id = "e2"
    other.events[0].mentions[0].article = "b0"
    other.articles[0].id = "b0"
    graph.events += other.events
    graph.articles += other.articles
    graph.sources += other.sources
    graph.relations = [Relation(kind: .before, from: "e1", to: "e2")]
    return graph
  }

  @Test func sameJoinsAndIsStaleOnceItIsSo() throws {
    let decisions = try Decisions(parsing: "same e1 b0:3 because so", file: "f")
    let (graph, stale) = two.deciding(decisions)
    #expect(graph.events.map(\.id) == ["e1"])
    #expect(graph.events[0].mentions.map(\.article) == ["a0", "b0"])
    #expect(graph.relations.isEmpty)
    #expect(stale.isEmpty)
    #expect(graph.deciding(decisions).stale == decisions.all)
    #expect(TimelineDiff(bySource: graph).summary.conflicts == [.number: 1])
  }

  @Test func apartTakesOneArticleOut() throws {
    let joined = two.deciding(try Decisions(parsing: "same e1 e2", file: "f")).graph
    let (graph, stale) = joined.deciding(try Decisions(parsing: "apart a0:0 b0:0", file: "f"))
    #expect(stale.isEmpty)
    #expect(graph.events.count == 2)
    #expect(
      graph.events.map { $0.mentions.map(\.article) }.sorted { $0[0] < $1[0] } == [["a0"], ["b0"]])
    #expect(Set(graph.events.map(\.id)).count == 2)
  }

  @Test func whatNamesNothingIsStale() throws {
    let decisions = try Decisions(
      parsing: "same e1 e7\napart a0:900 b0:0\nresolved e1 place Belmar\nresolved e8 place Belmar",
      file: "f")
    let (graph, stale) = two.deciding(decisions)
    #expect(graph == two)
    #expect(stale.map(\.line) == [1, 2, 4])
    #expect(
      TimelineDiff(bySource: graph).deciding(decisions, in: [graph]).stale.map(\.line) == [3, 4])
  }

  @Test func aSettledConflictIsShownAndNotCounted() throws {
    let decisions = try Decisions(
      parsing: "same e1 e2\nresolved a0:0 number \"17 people\" because of the lists", file: "f")
    let graph = two.deciding(decisions).graph
    let (diff, stale) = TimelineDiff(bySource: graph).deciding(decisions, in: [graph])
    #expect(stale.isEmpty)
    #expect(diff.summary.conflicts.isEmpty)
    let settled = try #require(diff.entries[0].differences.first { $0.aspect == .number })
    #expect(settled.resolution == .init(value: "17 people", because: "of the lists"))
    #expect(settled.values.count == 2)
  }

  /// "Two attackers" against "five", and 14 dead against nine: who settles the dead leaves the others open.
  @Test(arguments: [
    ("14", [Figure.Subject.killed]), ("\"14 guests\"", [.killed]), ("five", [.other]),
    ("5", [.other]), ("31", []),
  ]) func aNumberSettlesTheRowThatHoldsIt(_ value: String, _ settled: [Figure.Subject]) throws {
    func told(_ source: String, _ dead: Double, _ attackers: Double, _ words: String) -> Happening {
      Happening(
        source: source,
        figures: [
          Happening.killed(dead, "\(Int(dead)) guests"),
          Figure(
            subject: .other, of: "attackers", value: attackers, text: "\(words) attackers"),
        ])
    }
    let graph = Happening.graph([told("A", 14, 2, "two"), told("B", 9, 5, "five")])
    let decisions = try Decisions(parsing: "resolved e1 number \(value)", file: "f")
    let (diff, stale) = TimelineDiff(bySource: graph).deciding(decisions, in: [graph])
    let numbers = diff.entries[0].differences.filter { $0.aspect == .number }
    #expect(numbers.count == 2)
    #expect(numbers.filter { $0.resolution != nil }.map(\.subject) == settled)
    #expect(stale.isEmpty == !settled.isEmpty)
  }

  @Test func decisionsHoldBetweenTwoGraphs() throws {
    var (left, right) = (two, two)
    left.events.removeLast()
    left.articles.removeLast()
    right.events.removeFirst()
    right.articles.removeFirst()
    left.relations = []
    right.relations = []
    let same = try Decisions(parsing: "same e1 b0:2", file: "f")
    #expect(TimelineDiff(left: left, right: right, decisions: same).summary.shared == 1)
    let apart = try Decisions(parsing: "apart b0:2 e1", file: "f")
    #expect(TimelineDiff(left: left, right: right, decisions: apart).summary.shared == 0)
  }
}
