import DatelineModel
import EDTF
import Testing

@testable import DatelineTimelines

/// What the articles of one story lead with is one happening, and what only looks like it is not.
@Suite struct IncidentsTests {
  private static func report(
    _ id: String, _ published: String, _ words: String, lemma: String, day: String?,
    place: String?, killed: Double? = nil
  ) -> AnnotatedArticle {
    Report(
      id, id, published,
      [
        .init(
          words: words, lemma: lemma, type: .assault, date: day, place: place,
          figures: killed.map { [Pile.killed($0, nil, "\($0) people")] } ?? [])
      ]
    ).annotated
  }

  private static func events(_ articles: [AnnotatedArticle]) -> [[String]] {
    EventGraph(merging: articles).events.map { $0.mentions.map(\.article) }
  }

  /// Two outlets that share no word but the day and the place.
  private static let blasts = report(
    "a", "2031-03-05", "Gunmen and blasts rocked the arrivals hall at Karsovia on 4 March.",
    lemma: "explosion", day: "2031-03-04", place: "Karsovia")
  private static let dead = report(
    "b", "2031-03-06", "Minister: twenty-eight lost their lives when Karsovia came under fire.",
    lemma: "attack", day: "2031-03-04", place: "Karsovia", killed: 28)

  @Test func oneDayAndPlaceAreOneHappening() {
    #expect(IncidentsTests.events([IncidentsTests.blasts, IncidentsTests.dead]) == [["a", "b"]])
  }

  @Test func anArticleThatNamesThePlaceFurtherDownLeadsWithTheSame() {
    func tabloid(_ body: String) -> AnnotatedArticle {
      Report(
        "b", "b", "2031-03-06",
        [
          .init(
            words: "Maniacs storm sunshine hall, 28 dead.", lemma: "storm", type: .assault,
            date: "2031-03-04", place: nil, figures: [Pile.killed(28, nil, "28 dead")]),
          .init(words: body, lemma: "stay", type: .consult),
        ]
      ).annotated
    }
    #expect(
      IncidentsTests.events([IncidentsTests.blasts, tabloid("Two families had come to Karsovia.")])
        .contains(["a", "b"]))
    #expect(
      !IncidentsTests.events([IncidentsTests.blasts, tabloid("Two families had come to Belmar.")])
        .contains(["a", "b"]))
  }

  @Test func whatJoinedThemIsTold() {
    func told(_ source: String, _ quote: String, start: Int = 0, killed: Double?) -> Happening {
      Happening(
        source: source, quote: quote, start: start, date: nil,
        figures: killed.map { [Happening.killed($0, "\($0)")] } ?? [])
    }
    let blasts = told("A", "Gunmen and blasts rocked the arrivals hall.", killed: nil)
    let dead = told("B", "Minister: twenty-eight lost their lives.", killed: 28)
    func reasons(_ told: Happening...) -> [String] {
      let event = Happening.graph(told).events[0]
      return ReportComparison(of: event, with: event).reasons
    }
    let lead = "articles of one story lead with it"
    #expect(reasons(blasts, dead).first == lead)
    #expect(
      TimelineDiff(bySource: Happening.graph([blasts, dead])).entries[0].reasons.first == lead)
    let below = told("B", "Minister: twenty-eight lost their lives.", start: 900, killed: 28)
    #expect(!reasons(blasts, below).contains(lead))
    let counts = "an article counts those harmed by what it tells"
    #expect(!reasons(blasts, below).contains(counts))
    var event = Happening.graph([blasts, below]).events[0]
    event.mentions[1].article = event.mentions[0].article
    #expect(ReportComparison(of: event, with: event).reasons.contains(counts))
  }

  @Test func anotherPlaceIsAnotherHappening() {
    let other = IncidentsTests.report(
      "b", "2031-03-06", "Minister: twenty-eight lost their lives when Lindholm came under fire.",
      lemma: "attack", day: "2031-03-04", place: "Lindholm", killed: 28)
    #expect(IncidentsTests.events([IncidentsTests.blasts, other]).count == 2)
  }

  @Test func anotherDayIsAnotherHappening() {
    let other = IncidentsTests.report(
      "b", "2031-03-08", "Minister: twenty-eight lost their lives when Karsovia came under fire.",
      lemma: "attack", day: "2031-03-07", place: "Karsovia", killed: 28)
    #expect(IncidentsTests.events([IncidentsTests.blasts, other]).count == 2)
  }

  @Test func lateInTheEveningIsTheDayAfterForSome() {
    func told(at clock: String) -> AnnotatedArticle {
      IncidentsTests.report(
        "a", "2031-03-05", "Gunmen rocked the arrivals hall at Karsovia with explosions.",
        lemma: "explosion", day: "2031-03-03T\(clock)", place: "Karsovia")
    }
    #expect(IncidentsTests.events([IncidentsTests.dead, told(at: "23:40")]) == [["a", "b"]])
    #expect(IncidentsTests.events([IncidentsTests.dead, told(at: "09:40")]).count == 2)
  }

  @Test func aPlaceWhoseNameIsAllArticlesIsAPlace() {
    let first = IncidentsTests.report(
      "a", "2031-03-05", "Gunmen and blasts rocked the arrivals hall at El Al on 4 March.",
      lemma: "explosion", day: "2031-03-04", place: "El Al")
    let second = IncidentsTests.report(
      "b", "2031-03-06", "Minister: twenty-eight lost their lives when El Al came under fire.",
      lemma: "attack", day: "2031-03-04", place: "El Al", killed: 28)
    #expect(IncidentsTests.events([first, second]) == [["a", "b"]])
    #expect(IncidentsTests.events([first, IncidentsTests.dead]).count == 2)
  }

  @Test func aTownLiesInWhatIsPrintedBehindIt() {
    // "Karsovia in Belmar province" says that what the other one tells of Belmar may be the same.
    let town = IncidentsTests.report(
      "a", "2031-03-05",
      "Gunmen and blasts rocked Karsovia in northern Belmar province on 4 March.",
      lemma: "explosion", day: "2031-03-04", place: "Karsovia")
    let province = IncidentsTests.report(
      "b", "2031-03-06", "Minister: twenty-eight lost their lives when Belmar came under fire.",
      lemma: "attack", day: "2031-03-04", place: "Belmar", killed: 28)
    let beside = IncidentsTests.report(
      "a", "2031-03-05", "Gunmen and blasts rocked Karsovia and Belmar on 4 March.",
      lemma: "explosion", day: "2031-03-04", place: "Karsovia")
    #expect(IncidentsTests.events([town, province]) == [["a", "b"]])
    #expect(IncidentsTests.events([beside, province]).count == 2)
  }

  @Test(arguments: [(28.0, [["a", "b"]]), (6.0, [["a"], ["b"]])])
  func aReportWithoutADayMayBeOfSomeDaysBefore(_ killed: Double, _ expected: [[String]]) {
    // Its day is that of the report; a toll far lower is another deed's.
    let words = "Gunmen and blasts rocked the arrivals hall at Karsovia, killing 28."
    let told = IncidentsTests.report(
      "a", "2031-03-05", words, lemma: "attack", day: "2031-03-04", place: "Karsovia", killed: 28)
    var later = IncidentsTests.report(
      "b", "2031-03-07", "Arrivals hall at Karsovia: gunmen and blasts, and the town mourns.",
      lemma: "attack", day: "2031-03-07", place: "Karsovia", killed: killed)
    later.events[0].dateBasis = .inherited
    #expect(IncidentsTests.events([told, later]) == expected)
  }

  @Test(arguments: [
    // Another word, and the day before: the same night.
    ("2031-03-03", nil, [[0, 1]]), ("2031-03-01", nil, [[0], [1]]),
    // A place of its own.
    ("2031-03-04", "Lindholm", [[0], [1]]), ("2031-03-04", "Karsovia", [[0, 1]]),
  ]) func whatAnArticleGoesOnToTellIsOneWithItsLead(
    _ day: String, _ place: String?, _ expected: [[Int]]
  ) {
    func profile(_ start: Int, _ day: String, _ place: String?) -> MentionProfile {
      MentionProfile(
        of: Mention(
          article: "a", source: "Alpha", sentence: "A bomb went off.", quote: "A bomb went off.",
          start: start, end: start + 16, inTitle: false, date: EDTFValue(day),
          dateBasis: .explicit, rule: nil, anchor: nil, status: .asserted, isBackground: false,
          place: place, participants: [], figures: []), type: .assault, topic: "attack",
        series: nil)
    }
    let profiles = [profile(0, "2031-03-04", "Karsovia"), profile(900, day, place)]
    let groups = Companions(profiles, groups: [[0], [1]]).joined(to: [profiles[0].article: 0])
    #expect(groups == expected)
  }

  @Test func nobodyTellsWhatIsStillToCome() {
    // The same words, and no day: told three days before the other one took place.
    let words =
      "Twenty-eight people died at the gate of the old harbour fortress, the harbour office said."
    let early = IncidentsTests.report(
      "a", "2031-03-01", words, lemma: "attack", day: nil, place: nil)
    let late = IncidentsTests.report(
      "b", "2031-03-05", words, lemma: "attack", day: "2031-03-04", place: nil)
    let other = IncidentsTests.report(
      "a", "2031-03-06", words, lemma: "attack", day: nil, place: nil)
    #expect(IncidentsTests.events([early, late]).count == 2)
    #expect(IncidentsTests.events([other, late]) == [["a", "b"]])
  }
}
