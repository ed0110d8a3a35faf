import DatelineModel
import DatelineTimelines
import EDTF
import Testing

@Suite struct DiffTests {
  private let diff = TimelineDiff(bySource: Pile.graph)

  private func entry(_ words: String, in diff: TimelineDiff? = nil) throws -> TimelineDiff.Entry {
    try #require(
      (diff ?? self.diff).entries.first { entry in
        entry.reported.values.contains { $0.quotes.contains { $0.text.contains(words) } }
      })
  }

  @Test func aTollThatGrowsIsARevision() throws {
    let bombing = try entry("car bomb")
    #expect(bombing.kind == .shared)
    #expect(bombing.reported.keys.sorted() == ["Alpha", "Beta", "Gamma"])
    let number = try #require(bombing.differences.first { $0.aspect == .number })
    #expect(number.kind == .revision || number.kind == .precision)
    #expect(number.values == ["Alpha": "at least 12 people", "Beta": "17 people"])
  }

  @Test func aCoarserDateIsNoConflict() throws {
    let dates = try #require(try entry("car bomb").differences.first { $0.aspect == .date })
    #expect(dates.kind == .precision)
    #expect(dates.values["Gamma"] == "2031-03")
  }

  @Test func aDenialIsAConflict() throws {
    let talks = try entry("third round")
    #expect(talks.differences.contains { $0.aspect == .status && $0.kind == .conflict })
    #expect(diff.summary.conflicts == [.status: 1])
  }

  @Test func absenceSaysWhy() throws {
    let flood = try entry("flood")
    #expect(flood.kind == .only)
    #expect(flood.absent == ["Alpha": .before, "Gamma": .silent])
  }

  @Test func lagCountsFromTheFirstReport() throws {
    let bombing = try entry("car bomb")
    let lag = try #require(diff.lag.first { $0.entry == bombing.id })
    #expect(lag.firstSource == "Alpha" && lag.firstPublished == "2031-03-05")
    #expect(lag.days == ["Alpha": 0, "Beta": 2, "Gamma": 1])
  }

  @Test func groupsStandAsOneSide() throws {
    let diff = TimelineDiff(
      bySource: Pile.graph,
      options: .init(base: "Beta", groups: [.init(name: "AG", sources: ["Alpha", "Gamma"])]))
    #expect(diff.sources == ["Beta", "AG"])
    #expect(try entry("car bomb", in: diff).reported.keys.sorted() == ["AG", "Beta"])
  }

  @Test func whoeverEndedLongBeforeHasAGap() {
    func absence(_ published: String) -> TimelineDiff.Absence? {
      var graph = Happening.graph([Happening(source: "A"), Happening(source: "B")])
      graph.articles.append(
        ArticleRecord(
          id: "c", source: "C", published: published, title: nil, url: nil, language: "en"))
      return TimelineDiff(bySource: graph).entries[0].absent["C"]
    }
    #expect(absence("2031-03-01") == .before)
    #expect(absence("2031-01-01") == .gap)
    #expect(absence("2031-03-06") == .silent)
  }

  @Test func whatIsToldThroughOthersAloneIsSoForGroupsAndPairsToo() {
    let own = Happening(source: "A")
    let quoting = Happening(source: "B", attribution: "A")
    let groups = TimelineDiff.Options(groups: [.init(name: "G", sources: ["A", "C"])])
    let graph = Happening.graph([own, quoting])
    #expect(TimelineDiff(bySource: graph, options: groups).entries[0].absent["B"] == .quoted)
    let pair = TimelineDiff(left: Happening.graph([own]), right: Happening.graph([quoting]))
    #expect(pair.entries.first?.absent["right"] == .quoted)
  }

  @Test func aCopyAddsNoVoiceWhicheverIdItHas() {
    func article(_ id: String, _ source: String, _ published: String) -> AnnotatedArticle {
      AnnotatedArticle(
        article: Article(
          id: id, source: source, published: PublicationDate(published, from: .record),
          text: "A bomb went off in the market of Kelt on Monday."))
    }
    var articles = [article("a", "Copy", "2031-03-06"), article("z", "Wire", "2031-03-05")]
    articles.markDuplicates()
    #expect(articles.map(\.article.duplicateOf) == ["z", nil])
    let graphs = [EventGraph(merging: [articles[1]]), EventGraph(merging: [articles[0]])]
    let marked = graphs.markingCopies(among: [[articles[1]], [articles[0]]])
    #expect(marked.map { $0.articles[0].duplicateOf } == [nil, "z"])
    #expect(graphs.markingCopies(among: [[articles[1]], []]) == graphs)
  }

  @Test func twoThingsInAnotherOrderAreTold() {
    func graph(_ days: [(source: String, first: String, second: String)]) -> EventGraph {
      var graph = Happening.graph(days.map { Happening(source: $0.source, date: $0.first) })
      var other = Happening.graph(
        days.map { Happening(source: $0.source, start: 90, date: $0.second) })
      other.events[0].id = "e2"
      graph.events += other.events
      return graph
    }
    let diff = TimelineDiff(
      bySource: graph([("A", "2031-03-01", "2031-03-03"), ("B", "2031-03-04", "2031-03-03")]))
    #expect(diff.inversions == [.init(first: "e1", second: "e2", before: ["A"], after: ["B"])])
    let same = graph([("A", "2031-03-01", "2031-03-03"), ("B", "2031-03-02", "2031-03-03")])
    #expect(TimelineDiff(bySource: same).inversions.isEmpty)
  }

  @Test func aGraphAgainstItselfHasNoDifference() {
    let same = TimelineDiff(left: Pile.graph, right: Pile.graph)
    #expect(!same.hasDifferences)
    #expect(same.summary.shared == Pile.graph.events.count)
  }

  @Test func sidesMirror() {
    let a = EventGraph(merging: [Pile.reports[0].annotated])
    let b = EventGraph(merging: [Pile.reports[1].annotated, Pile.reports[2].annotated])
    let forth = TimelineDiff(left: a, right: b)
    let back = TimelineDiff(left: b, right: a)
    #expect(forth.entries.count == back.entries.count)
    for (x, y) in zip(forth.entries, back.entries) {
      #expect(x.id == y.id && x.kind == y.kind && x.date == y.date)
      #expect(x.reported["left"] == y.reported["right"])
      #expect(x.reported["right"] == y.reported["left"])
      #expect(x.absent["left"] == y.absent["right"])
      #expect(x.differences.map(\.kind) == y.differences.map(\.kind))
      #expect(x.score == y.score)
    }
    #expect(forth.summary.shared == 2)
  }

  @Test func oneMoreSourceChangesNoRowOfAnotherStory() throws {
    let other = Report(
      "d1", "Delta", "2031-03-06",
      [
        .init(
          words: "The orchestra of Lindholm elected a new conductor on 2 March 2031.",
          lemma: "elect", type: .other, date: "2031-03-02", place: "Lindholm")
      ])
    let more = TimelineDiff(
      bySource: EventGraph(merging: (Pile.reports + [other]).map(\.annotated)))
    for entry in diff.entries {
      let same = try #require(more.entries.first { $0.id == entry.id })
      #expect(same.reported == entry.reported && same.differences == entry.differences)
    }
  }

  @Test func jsonFollowsTheOrderOfTheSides() {
    var json = JSONWriter()
    diff.write(to: &json)
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(#"{"sources":["Alpha","Beta","Gamma"],"sides":null,"summary":{"shared":2,"#))
    #expect(text.contains(#""conflicts":{"date":0,"number":0,"actor":0,"place":0,"status":1}"#))
  }
}
