import DatelineModel
import Testing

@testable import DatelineTimelines

@Suite struct CrowdedKindsTests {
  /// Two happenings of one kind and day: mentions below 100 tell the first, the others the second.
  private func groups(
    _ parted: [[Int]], threshold: Float = 0.2,
    bounds: ([Int]) -> GroupBounds = { _ in GroupBounds() }
  ) -> [[Int]] {
    CrowdedKinds(
      parted, kinds: [parted.flatMap(\.self).sorted()], threshold: threshold, gap: 2,
      bounds: bounds
    ) { ($0 < 100) == ($1 < 100) ? 0.6 : 0.1 }.groups
  }

  /// The bounds of a mention that tells a round of a series.
  private static func round(_ ordinal: Int) -> GroupBounds {
    let report = Report(
      "a", "Alpha", "2031-03-04",
      [
        .init(
          words: "The round met.", lemma: "meet", type: .consult,
          series: .init(name: "Belmar talks", ordinal: ordinal))
      ]
    ).annotated
    let sentence = SentenceWords(
      ofSentenceOf: report.events[0], in: report, weights: TermWeights([]), rarities: .none)
    return GroupBounds(of: [
      MentionProfile(
        report.events[0], of: report, index: 0, weights: TermWeights([]), actors: [:],
        isPlace: [], isOnlyOne: true, in: sentence)
    ])
  }

  @Test func joinsWhatTellsOneHappening() {
    let parted = [Array(0..<40), Array(40..<70), [70], Array(100..<120), [130]]
    #expect(groups(parted) == [Array(0..<71), Array(100..<120) + [130]])
  }

  @Test func leavesApartWhatAgreesTooLittleOrIsForbidden() {
    let parted = [Array(0..<40), Array(40..<70)]
    #expect(groups(parted, threshold: 0.7) == parted)
    #expect(groups(parted, bounds: { CrowdedKindsTests.round($0[0] + 1) }) == parted)
  }

  @Test func whatHundredsTellIsOneEvent() throws {
    let reports = (0..<120).map { number in
      Report(
        "r\(number)", "Outlet \(number % 9)", "2031-03-\(10 + number % 15)",
        [
          .init(
            words: "The refinery of Belmar, named in report \(number), exploded on 4 March 2031.",
            lemma: "explode", type: .other, date: "2031-03-04")
        ])
    }
    let events = EventGraph(merging: reports.map(\.annotated), jobs: 2).events
    #expect(events.map(\.mentions.count) == [120])
  }

  @Test func theYearOfAnotherHappeningIsNotJoined() {
    let killed = [Pile.killed(11, nil, "11")]
    let reports = [("a", "2031-03-04"), ("b", "2031-03-04"), ("c", "1988")].map { id, date in
      Report(
        id, "Outlet \(id)", "2031-03-05",
        [
          .init(
            words: "The explosion on the rig of Belmar killed 11 workers.", lemma: "kill",
            type: .assault, date: date, figures: killed)
        ])
    }
    let events = EventGraph(merging: reports.map(\.annotated)).events
    #expect(events.map { $0.mentions.map(\.article) } == [["c"], ["a", "b"]])
  }
}

@Suite struct RangeMappingTests {
  @Test(arguments: 1..<5) func comesInOrderForAnyNumberOfJobs(jobs: Int) {
    for count in [0, 1, 2, 15, 16, 17, 1000] {
      #expect((0..<count).mapped(jobs: jobs) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
    #expect((3..<8).mapped(jobs: jobs) { $0 } == [3, 4, 5, 6, 7])
  }

  @Test func splits() {
    #expect((0..<5).split(every: 2) == [0..<2, 2..<4, 4..<5])
    #expect((2..<2).split(every: 2) == [])
  }

  @Test func theGraphIsTheSameForAnyNumberOfJobs() {
    let reports = Pile.reports.map(\.annotated)
    #expect(EventGraph(merging: reports, jobs: 3) == Pile.graph)
  }
}
