import DatelineModel
import DatelineTimelines
import EDTF
import Testing

@Suite struct MergingTests {
  private func event(_ words: String, in graph: EventGraph = Pile.graph) throws -> Event {
    try #require(graph.events.first { $0.mentions.contains { $0.quote.contains(words) } })
  }

  @Test func reportsOfOneBombingAreOneEvent() throws {
    let bombing = try event("car bomb killed")
    #expect(bombing.mentions.map(\.article) == ["a1", "b1", "c1"])
    #expect(bombing.date?.description == "2031-03-04")
    #expect(bombing.place == "Karsovia")
    #expect(bombing.figures.map(\.value) == [17], "the latest report's toll stands for the event")
    #expect(bombing.mentions[2].date?.description == "2031-03", "a mention keeps its own date")
  }

  @Test func whatAnArticleTellsOfTwoDaysIsTwoThings() {
    func reports(_ second: String) -> [Report] {
      [
        Report(
          "a", "Alpha", "2031-03-06",
          [
            .init(
              words: "A bomb killed 25 people at the market of Karsovia on 3 March.", lemma: "kill",
              type: .assault, date: "2031-03-03"),
            .init(
              words: "A bomb killed people at the market of Karsovia on another day of March.",
              lemma: "kill", type: .assault, date: second),
          ])
      ]
    }
    #expect(EventGraph(merging: reports("2031-03-04").map(\.annotated)).events.count == 2)
    #expect(EventGraph(merging: reports("2031-03-03").map(\.annotated)).events.count == 1)
  }

  /// "Killed" is the same word for all who kill; of one day the place tells two deeds apart.
  @Test func killingsOfOneDayAtTwoPlacesAreTwo() {
    func reports(_ second: String, beside: String = "", victims: [String] = []) -> Int {
      EventGraph(
        merging: [
          Report(
            "a", "Alpha", "2031-03-05",
            [
              .init(
                words: "A car bomb in Karsovia killed 20 people on Tuesday.", lemma: "attack",
                type: .assault, date: "2031-03-04", place: "Karsovia", actors: victims,
                figures: [Pile.killed(20, nil, "20 people")])
            ]),
          Report(
            "b", "Beta", "2031-03-05",
            [
              .init(
                words: "An air strike in \(second)\(beside) killed 49 people on Tuesday.",
                lemma: "attack", type: .assault, date: "2031-03-04", place: second,
                actors: victims, figures: [Pile.killed(49, nil, "49 people")])
            ]),
          Report(
            "c", "Gamma", "2031-03-05",
            [
              .init(
                words: "An attack killed 21 people on Tuesday, doctors said.", lemma: "attack",
                type: .assault, date: "2031-03-04", figures: [Pile.killed(21, nil, "21 people")])
            ]),
        ].map(\.annotated)
      ).events.map { Set($0.mentions.map(\.article)) }.filter { $0.isSuperset(of: ["a", "b"]) }
        .count
    }
    #expect(reports("Ostmark") == 0)
    // In one place, or in a town that lies there.
    #expect(reports("Karsovia") == 1)
    #expect(reports("Ostmark", beside: ", Karsovia,") == 1)
    // One prints the village and the other its province: of the same people.
    #expect(reports("Ostmark", victims: ["Norland"]) == 1)
  }

  /// The name of a day says no more than the day itself does.
  @Test func aSharedWeekdayJoinsNothing() {
    func article(_ id: String, _ words: String, _ lemma: String, _ type: EventType)
      -> AnnotatedArticle
    {
      let lead = "Thieves stole three paintings from the museum of Karsovia."
      var article = Report(
        id, id, "2031-03-05",
        [
          .init(words: lead, lemma: "steal", type: .other, date: "2031-03-02"),
          .init(words: words, lemma: lemma, type: type, date: "2031-03-03"),
        ]
      ).annotated
      let start = lead.utf8.count + 1 + words.utf8.count - "Monday.".utf8.count
      article.timexes = [
        Timex(
          span: TextSpan(start, start + 6), kind: .date, value: "2031-03-03",
          edtf: EDTFValue("2031-03-03"), rule: "test")
      ]
      return article
    }
    let events = EventGraph(merging: [
      article("a", "It closed on Monday.", "close", .sanction),
      article("b", "It rained on Monday.", "rain", .other),
    ]).events
    #expect(events.map(\.mentions.count).sorted() == [1, 1, 2])
  }

  @Test func aQuoteBeginsWithTheWordThatItsClauseBeginsIn() {
    var report = Report(
      "a", "Alpha", "2031-03-05",
      [
        .init(
          words: "They mourn those of Tuesday’s attack, which left 11 dead.", lemma: "attack",
          type: .assault, date: "2031-03-04")
      ])
    let start = "They mourn those of Tuesday".utf8.count
    report.events[0].span = TextSpan(start, report.events[0].span.end)
    let mention = EventGraph(merging: [report.annotated]).events[0].mentions[0]
    #expect(mention.quote == "Tuesday’s attack, which left 11 dead.")
    #expect(mention.start == 20)
  }

  /// A word that names its topic and another word of that topic are compared, whatever the story.
  @Test func aVisitAndATripOfOneDayAreOne() {
    func report(_ id: String, _ words: String, _ lemma: String, _ status: EventStatus) -> Report {
      var report = Report(
        id, id, "2031-03-06",
        [
          .init(
            words: words, lemma: lemma, type: .consult, date: "2031-03-05", place: "Belmar",
            actors: ["Norland"], status: status)
        ])
      report.events[0].topic = "visit"
      return report
    }
    let graph = EventGraph(
      merging: [
        report("a", "Norland's president will visit Belmar.", "visit", .expected),
        report("b", "Nobody travelled that day, says the palace.", "travel to", .negated),
      ].map(\.annotated))
    #expect(graph.events.count == 1)
  }

  @Test func roundsOfASeriesStayApartAndFollowOneAnother() throws {
    let third = try event("third round")
    let fourth = try event("fourth round")
    #expect(third.id != fourth.id)
    #expect(third.series == .init(id: "belmar-talks", name: "Belmar talks", ordinal: 3))
    #expect(third.status == .asserted && third.mentions.count == 2)
    #expect(fourth.status == .expected)
    #expect(
      Pile.graph.relations.contains(
        Relation(kind: .nextInSeries, from: third.id, to: fourth.id)))
  }

  @Test(arguments: 0..<6) func mergingDoesNotDependOnTheOrder(rotation: Int) {
    var reports = Pile.reports.map(\.annotated)
    if rotation >= 3 { reports.reverse() }
    let turned = Array(reports[(rotation % 3)...] + reports[..<(rotation % 3)])
    #expect(EventGraph(merging: turned) == Pile.graph)
  }

  @Test func oneMoreArticleChangesNoOtherStory() throws {
    let other = Report(
      "d1", "Delta", "2031-03-06",
      [
        .init(
          words: "The orchestra of Lindholm elected a new conductor on 2 March 2031.",
          lemma: "elect", type: .other, date: "2031-03-02", place: "Lindholm")
      ])
    let more = EventGraph(merging: (Pile.reports + [other]).map(\.annotated))
    for event in Pile.graph.events {
      var same = try #require(more.events.first { $0.id == event.id })
      // Salience is told against the other events of the graph.
      same.salience = event.salience
      #expect(same == event)
    }
    #expect(more.events.count == Pile.graph.events.count + 1)
  }

  @Test func sameKindOnAnotherDayIsAnotherEvent() {
    let later = Report(
      "e1", "Alpha", "2031-03-12",
      [
        .init(
          words: "A car bomb killed at least 12 people at the market in Karsovia on 11 March 2031.",
          lemma: "kill", type: .assault, date: "2031-03-11", place: "Karsovia")
      ])
    let graph = EventGraph(merging: (Pile.reports + [later]).map(\.annotated))
    #expect(graph.events.count == Pile.graph.events.count + 1)
  }

  /// "Warplanes hit the market. … Nine people were killed": an article counts the dead of what it has
  /// just told, and others' counts of the same go with them.
  @Test func tollsBelongToTheDeedThatTheirArticlesTell() throws {
    func report(_ id: String, _ source: String, _ deed: String, _ toll: String, day: String)
      -> AnnotatedArticle
    {
      Report(
        id, source, "2031-06-05",
        [
          .init(
            words: deed, lemma: "attack", type: .assault, date: day, place: "Lindholm"),
          .init(words: toll, lemma: "death", type: .assault, date: day, place: "Lindholm"),
        ]
      ).annotated
    }
    let first = report(
      "g1", "Alpha", "Warplanes hit the market of Lindholm on 4 June 2031.",
      "Nine people were killed, doctors told Alpha.", day: "2031-06-04")
    let second = report(
      "g2", "Beta", "Bombs fell on the cattle market of Lindholm on 4 June 2031.",
      "At least a dozen are dead, the mayor said.", day: "2031-06-04")
    let other = report(
      "g3", "Beta", "Gunmen fired on a bus at the border on 1 June 2031.",
      "Two passengers died.", day: "2031-06-01")
    let graph = EventGraph(merging: [first, second, other])
    let entries = graph.events.map { Set($0.mentions.map(\.lemma)) }
    #expect(entries.allSatisfy { $0.contains("death") && $0.contains("attack") })
    #expect(graph.events.first?.mentions.allSatisfy { $0.article == "g3" } == true)
  }

  @Test func elsewhereOnTheDayAfterIsAnotherEvent() {
    func strike(_ id: String, _ words: String, _ day: String, _ place: String) -> AnnotatedArticle {
      Report(
        id, id, "2031-07-09",
        [.init(words: words, lemma: "strike", type: .assault, date: day, place: place)]
      ).annotated
    }
    let graph = EventGraph(merging: [
      strike(
        "h1", "Missiles hit an airfield of Lindholm; five died.", "2031-07-07", "Lindholm"
      ),
      strike(
        "h2", "Missiles hit the airfield of Lindholm; seven died.", "2031-07-07",
        "Lindholm"),
      strike(
        "h3", "Jets hit a market of Karsovia; eighteen died.", "2031-07-08", "Karsovia"),
    ])
    #expect(graph.events.map { $0.mentions.map(\.article) } == [["h1", "h2"], ["h3"]])
  }

  /// A count without a day is of no deed that harmed so many fewer.
  @Test(arguments: [(12.0, 1), (119.0, 1), (120.0, 2), (265.0, 2)])
  func noTollGrowsFifteenfold(dead: Double, happenings: Int) {
    func report(_ id: String, _ date: String?, _ dead: Double) -> AnnotatedArticle {
      Report(
        id, id, "2031-07-09",
        [
          .init(
            words: "The militia killed civilians on a bus near Lindholm.", lemma: "kill",
            type: .assault, date: date, place: "Lindholm",
            figures: [Pile.killed(dead, nil, "\(Int(dead)) civilians")])
        ]
      ).annotated
    }
    let graph = EventGraph(merging: [report("j1", "2031-07-07", 8), report("j2", nil, dead)])
    #expect(graph.events.count == happenings)
  }

  @Test func aLoosePlanIsNotWhatItsArticleTellsAsDone() {
    let report = Report(
      "f1", "Alpha", "2031-05-03",
      [
        .init(
          words: "The envoys held talks in Lindholm on 2 May 2031.", lemma: "talk",
          type: .consult, date: "2031-05-02", place: "Lindholm"),
        .init(
          words: "The envoys are to hold talks in Lindholm in 2031.", lemma: "talk",
          type: .consult, date: "2031", place: "Lindholm", status: .expected),
      ])
    #expect(EventGraph(merging: [report.annotated]).events.map(\.status) == [.expected, .asserted])
  }

  @Test func copiesAreOneVoice() throws {
    let words = [
      "A ferry with ninety people aboard sank off the island of Tarn on 9 May 2031 in heavy fog.",
      "Fishing boats that lay in the harbour of the island picked up most of those who had jumped.",
      "The owner of the line said that the ship had been inspected and found sound in the spring.",
      "Divers are to look for the wreck as soon as the wind falls and the water becomes clear.",
    ]
    func report(_ id: String, _ source: String, _ day: String) -> Report {
      var report = Report(
        id, source, day,
        [
          .init(
            words: words.joined(separator: " "), lemma: "sink", type: .other, date: "2031-05-09",
            place: "Tarn")
        ])
      report.title = nil
      return report
    }
    let graph = EventGraph(
      merging: [report("x", "Wire", "2031-05-09"), report("a", "Paper", "2031-05-10")].map(
        \.annotated))
    #expect(graph.articles.first { $0.id == "a" }?.duplicateOf == "x")
    #expect(graph.events.count == 1 && graph.events[0].mentions.count == 2)
    let diff = TimelineDiff(bySource: graph)
    #expect(diff.entries[0].kind == .only)
    #expect(diff.entries[0].reported["Paper"]?.copyOf == "Wire")
    #expect(diff.summary.only == ["Paper": 0, "Wire": 1])
  }

  @Test func aSurnameMeansItsOnlyBearerAndNamesakesStayApart() {
    func actor(_ name: String) -> LocalActor {
      LocalActor(
        id: name.lowercased(), name: name, kind: .person, aliases: [name])
    }
    var articles = Pile.reports.map(\.annotated)
    articles[0].actors = [actor("Ilya Morozov"), actor("Anna Petrova")]
    articles[1].actors = [actor("Morozov"), actor("Petrova"), actor("Olga Petrova")]
    let names = EventGraph(merging: articles).actors.map(\.name)
    #expect(names.contains("Ilya Morozov") && !names.contains("Morozov"))
    #expect(names.contains("Anna Petrova") && names.contains("Olga Petrova"))
    articles[0].actors = [actor("Piet van Dael"), actor("Ilya Morozov")]
    articles[1].actors = [actor("van Dael"), actor("Mr Dael"), actor("Ilya Morozovs")]
    let persons = EventGraph(merging: articles).actors.filter { $0.kind == .person }
    #expect(persons.map(\.name).sorted() == ["Ilya Morozov", "Piet van Dael"])
  }

  @Test func anAcronymMeansTheBodyWhoseInitialsItHas() {
    func actor(_ name: String, aliases: [String] = []) -> LocalActor {
      LocalActor(
        id: name.lowercased(), name: name, kind: .organization, aliases: [name] + aliases,
        isKnown: true)
    }
    var articles = Pile.reports.map(\.annotated)
    articles[0].actors = [
      actor("Norland Protection Agency", aliases: ["NPA"]),
      actor("Board of Trade and Fisheries", aliases: ["BTF", "NBA"]),
    ]
    articles[1].actors = [actor("NPA"), actor("BTF"), actor("NBA")]
    let names = EventGraph(merging: articles).actors.map(\.name)
    #expect(!names.contains("NPA") && !names.contains("BTF"))
    #expect(names.contains("NBA"), "known by itself, and none of the board's initials")
  }

  @Test func oneTriggerThatTellsOfTwoDaysMakesTwoIds() {
    var article = Report(
      "f1", "Alpha", "2031-03-12",
      [
        .init(
          words: "The festival fell on 9 March and on 6 October.", lemma: "festival", type: .other,
          date: "2031-03-09", place: "Lindholm")
      ]
    ).annotated
    var twin = article.events[0]
    twin.date = EDTFValue("2031-10-06")
    article.events.append(twin)
    let events = EventGraph(merging: [article]).events
    #expect(events.count == 2)
    #expect(Set(events.map(\.id)).count == 2)
  }

  /// A long sentence with a date of its own, and a short one without.
  private func syndicated(_ id: String, _ source: String, day: String) -> AnnotatedArticle {
    Report(
      id, source, "2031-03-0\(day)",
      [
        .init(
          words: "A car bomb killed at least 12 people at the market in Karsovia on 4 March 2031.",
          lemma: "kill", type: .assault, date: "2031-03-04", place: "Karsovia"),
        .init(words: "The mayor resigned.", lemma: "resign", type: .other),
      ]
    ).annotated
  }

  @Test func aSentenceRepeatedWordForWordIsOneHappening() throws {
    let graph = EventGraph(merging: [
      syndicated("a", "Alpha", day: "5"), syndicated("b", "Beta", day: "9"),
    ])
    let bombing = try event("car bomb", in: graph)
    #expect(bombing.mentions.map(\.article) == ["a", "b"], "each report stays listed")
  }

  @Test func aCopyIsListedInEveryEventOfItsOriginal() {
    let original = syndicated("a", "Alpha", day: "5")
    var copies = (1...50).map { number in syndicated("c\(number)", "Beta", day: "5") }
    for index in copies.indices { copies[index].article.duplicateOf = "a" }
    let graph = EventGraph(merging: copies + [original])
    #expect(graph.events.count == 2)
    #expect(graph.events.allSatisfy { $0.mentions.count == 51 && $0.mentions[0].article == "a" })
  }
}
