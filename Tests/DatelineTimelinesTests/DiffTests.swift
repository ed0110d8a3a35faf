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
