import DatelineModel
import DatelineTimelines
import EDTF
import Testing

@Suite struct DifferenceTests {
  private func differences(_ told: Happening..., type: EventType = .assault)
    -> [TimelineDiff.Difference]
  {
    TimelineDiff(bySource: Happening.graph(told, type: type)).entries[0].differences
  }

  private func kind(_ aspect: TimelineDiff.Difference.Aspect, _ told: Happening...)
    -> TimelineDiff.Difference.Kind?
  {
    TimelineDiff(bySource: Happening.graph(told)).entries[0].differences
      .first { $0.aspect == aspect }?.kind
  }

  // MARK: Figures

  @Test(arguments: [
    // Same number in other words.
    (Happening.killed(12, "12 people"), Happening.killed(12, "a dozen civilians"), nil),
    (
      Happening.killed(12, "12 people"), Happening.killed(17, "17 people"),
      TimelineDiff.Difference.Kind.revision
    ),
    // The later report gives less, and its words leave no room.
    (Happening.killed(17, "17 people"), Happening.killed(12, "12 people"), .conflict),
    // "At least 12" may be 17.
    (
      Happening.killed(17, "17 people"), Happening.killed(12, "at least 12 people", .atLeast),
      .precision
    ),
    (
      Happening.killed(17, "17 people"), Happening.killed(10, "10 to 20 people", max: 20),
      .precision
    ),
    // Children of all killed.
    (Happening.killed(126, "126 people"), Happening.killed(68, "68 children"), .otherCount),
    // Who counts civilians and nobody else counts all; of fewer than all nothing tells.
    (Happening.killed(29, "29 civilians"), Happening.killed(61, "61 people"), .revision),
    (
      Happening.killed(29, "at least 29 civilians", .atLeast), Happening.killed(61, "61 people"),
      .revision
    ),
    (Happening.killed(61, "61 people"), Happening.killed(29, "29 civilians"), .otherCount),
    // No part is greater than the whole.
    (Happening.killed(25, "25 civilians"), Happening.killed(19, "19 people"), .conflict),
    (Happening.killed(19, "19 people"), Happening.killed(25, "25 civilians"), .revision),
    (
      Happening.killed(10, "10 to 15 people", max: 15), Happening.killed(12, "12 people"),
      .precision
    ),
    // Two parts are no two counts of one thing.
    (Happening.killed(20, "20 soldiers"), Happening.killed(3, "3 children"), nil),
  ]) func tolls(_ first: Figure, _ second: Figure, _ expected: TimelineDiff.Difference.Kind?) {
    #expect(
      kind(
        .number, Happening(source: "A", figures: [first]),
        Happening(source: "B", published: "2031-03-06", figures: [second])) == expected)
  }

  @Test func wordsThatAnswerAQuestionOtherwiseContradict() {
    func told(_ a: Happening, _ b: Happening) -> TimelineDiff.Difference? {
      differences(a, b, type: .other).first { $0.aspect == .status }
    }
    let approved = Happening(source: "A", doers: ["norland"], lemma: "approve")
    var rejected = Happening(source: "B", doers: ["norland"], lemma: "reject")
    #expect(told(approved, rejected)?.kind == .conflict)
    #expect(told(approved, rejected)?.values == ["A": "approve", "B": "reject"])
    rejected.doers = ["sudria"]
    #expect(told(approved, rejected) == nil)
    rejected.lemma = "ratify"
    rejected.doers = ["norland"]
    #expect(told(approved, rejected) == nil)
  }

  @Test func ofTalksThoseAreNamedWhomOneSideLeavesOut() {
    let two = Happening(source: "A", doers: ["norland", "sudria"])
    let three = Happening(source: "B", doers: ["norland", "sudria", "red-front"])
    let found = differences(two, three, type: .consult).first { $0.aspect == .actor }
    #expect(found?.kind == .precision)
    #expect(found?.values == ["A": "Norland, Sudria", "B": "Norland, Red Front, Sudria"])
    let other = Happening(source: "B", doers: ["norland", "red-front"])
    #expect(!differences(two, other, type: .consult).contains { $0.aspect == .actor })
  }

  @Test func whoWonIsContradictedByAnotherWinner() {
    let a = Happening(source: "A", doers: ["norland"])
    let b = Happening(source: "B", doers: ["sudria"])
    func kind(_ topic: String) -> TimelineDiff.Difference.Kind? {
      TimelineDiff(bySource: Happening.graph([a, b], type: .other, topic: topic)).entries[0]
        .differences.first { $0.aspect == .actor }?.kind
    }
    #expect(kind("election") == .conflict)
    #expect(kind("death") == nil)
  }

  @Test func aDeedUnderWordsThatJudgeItIsNamedOtherwise() {
    func naming(_ a: Happening, _ b: Happening) -> [String: String]? {
      differences(a, b).first { $0.aspect == .naming }?.values
    }
    let freed = Happening(source: "A", lemma: "liberate")
    #expect(
      naming(freed, Happening(source: "B", lemma: "seize")) == ["A": "liberate", "B": "seize"])
    #expect(naming(freed, Happening(source: "B", lemma: "liberate")) == nil)
    // Another's words are not the outlet's, and what judges nothing is no other name.
    #expect(naming(freed, Happening(source: "B", lemma: "seize", attribution: "the army")) == nil)
    #expect(naming(freed, Happening(source: "B", lemma: "enter")) == nil)
  }

  /// "Free" is said of prisoners too, and "overrun" of hospitals.
  @Test(arguments: ["free", "overrun"]) func whatJudgesOnlyPlacesIsNoOtherName(_ lemma: String) {
    #expect(
      !differences(
        Happening(source: "A", lemma: lemma), Happening(source: "B", lemma: "seize")
      ).contains { $0.aspect == .naming })
  }

  @Test(arguments: [
    ("Obama", "President Barack Obama", false), ("BP", "BP PLC", false),
    ("US", "United States", false), ("U.N.", "United Nations", false), ("Norish", "Norland", true),
    ("Sudrian", "Sudria", false), ("rebels", "Sudrian rebels", false),
    ("rebels", "Islamist rebels", true), ("rebels", "terrorists", true),
    ("Red Front", "Red Guard", true), ("ISIS", "Daesh", true),
    ("women", "civilians", false), ("women and children", "women", false),
  ]) func aShorterNameIsNoOtherOne(_ a: String, _ b: String, _ isOther: Bool) {
    var graph = Happening.graph([
      Happening(source: "A", doers: ["red-front"]), Happening(source: "B", doers: ["red-front"]),
    ])
    graph.events[0].mentions[0].participants[0].printed = a
    graph.events[0].mentions[1].participants[0].printed = b
    let naming = TimelineDiff(bySource: graph).entries[0].differences
      .first { $0.aspect == .naming }
    #expect((naming != nil) == isOther)
  }

  @Test(arguments: [
    ("security forces", "gunmen", false), ("rebel fighters", "regime forces", false),
    ("women", "civilians", false), ("federal government", "oil company", false),
    ("rebels", "militants", true), ("army", "troops", true),
    ("Red Front", "gunmen", true),
  ]) func thoseOfTwoSidesAreNotOneUnderTwoNames(_ a: String, _ b: String, _ isOther: Bool) {
    var graph = Happening.graph([
      Happening(source: "A", doers: ["red-front"]), Happening(source: "B", doers: ["forces"]),
    ])
    for (id, name) in [("red-front", a), ("forces", b)] {
      let place = graph.actors.firstIndex { $0.id == id }!
      graph.actors[place] = Actor(id: id, name: name, kind: .group)
    }
    #expect(
      TimelineDiff(bySource: graph).entries[0].differences.contains { $0.aspect == .naming }
        == isOther)
  }

  /// What hardly tells one happening contradicts in nothing that two happenings differ in anyway.
  @Test func reportsThatHardlyAgreeAreNotOpposed() throws {
    func entry(_ quote: String, _ date: String?) throws -> TimelineDiff.Entry {
      var other = Happening(source: "B", quote: quote, status: .expected)
      other.date = date
      other.start = 2000
      return try #require(
        TimelineDiff(bySource: Happening.graph([Happening(source: "A"), other], type: .other))
          .entries.first)
    }
    let sure = try entry("A bomb went off in the market.", "2031-03-04")
    #expect(sure.score > 0.4 && sure.differences.contains { $0.aspect == .status })
    let unsure = try entry("Lenders may meet ministers.", nil)
    #expect(unsure.score < 0.4 && !unsure.differences.contains { $0.aspect == .status })
  }

  @Test(arguments: [
    ("2031-03-04T08:00", "2031-03-04T23:00", TimelineDiff.Difference.Kind.conflict),
    ("2031-03-04T08:00", "2031-03-04T09:30", .precision),
    ("2031-03-04T08:00", "2031-03-04", .precision),
    // Three hours that a zone may lie between, and three that none does.
    ("2031-03-04T08:00Z", "2031-03-04T11:00", .precision),
    ("2031-03-04T08:00Z", "2031-03-04T11:00+03:00", .precision),
    ("2031-03-04T08:00Z", "2031-03-04T11:00Z", .conflict),
    ("2031-03-04T08:00~", "2031-03-04T23:00", .precision),
    // Since when: one year is not the other, and a month of it is.
    ("2028/..", "2029/..", .conflict), ("2028/..", "2028-05/..", .precision),
    ("2028/..", "2029/2030", .precision),
  ]) func hoursAndBeginningsCanContradict(
    _ a: String, _ b: String, _ expected: TimelineDiff.Difference.Kind
  ) {
    #expect(
      kind(.date, Happening(source: "A", date: a), Happening(source: "B", date: b)) == expected)
  }

  /// "This morning" at the head, and "it ended at 2 p.m." further down, is no other hour than ten.
  @Test func anHourFurtherDownContradictsNone() {
    #expect(
      kind(
        .date, Happening(source: "A", date: "2031-03-04T10:00"),
        Happening(source: "B", date: "2031-03-04"),
        Happening(source: "B", start: 900, date: "2031-03-04T14:00")) == .precision)
  }

  /// Where many tell of it, one voice alone rather tells of what came of it.
  @Test func oneVoiceAmongManyContradictsNoneInDayOrDoer() {
    func told(_ source: String, _ day: String, _ doer: String) -> Happening {
      Happening(source: source, published: "2031-03-09", date: day, doers: [doer])
    }
    let many = ["A", "B", "C"].map { told($0, "2031-03-04", "red-front") }
    let alone = told("D", "2031-03-06", "blue-guard")
    func kinds(_ told: [Happening]) -> [TimelineDiff.Difference.Kind?] {
      let found = TimelineDiff(bySource: Happening.graph(told)).entries[0].differences
      return [TimelineDiff.Difference.Aspect.date, .actor].map { aspect in
        found.first { $0.aspect == aspect }?.kind
      }
    }
    #expect(kinds(many + [alone])[0] == .precision)
    #expect(kinds(many + [alone, told("E", "2031-03-06", "blue-guard")])[0] == .conflict)
    let other = told("D", "2031-03-04", "blue-guard")
    #expect(kinds(many + [other])[1] == .precision)
    #expect(kinds(many + [other, told("E", "2031-03-04", "blue-guard")])[1] == .conflict)
    #expect(kinds([many[0], other])[1] == .conflict)
  }

  /// An account that prints the town places it there too, under whatever country or province it has it mostly.
  @Test func anAccountIsPlacedWhereItPrintsTheTown() {
    func place(of told: Happening...) -> String? {
      let many = ["A", "B", "C"].map { Happening(source: $0, place: "Karsovia") }
      return TimelineDiff(bySource: Happening.graph(many + told)).entries[0].reported["D"]?.place
    }
    #expect(
      place(
        of: Happening(source: "D", place: "Norland"), Happening(source: "D", place: "Norland"),
        Happening(source: "D", quote: "The bomb in Karsovia killed nine.")) == "Karsovia")
    #expect(place(of: Happening(source: "D", place: "Norland")) == "Norland")
    #expect(
      place(
        of: Happening(source: "D", place: "Belmar"), Happening(source: "D", place: "Belmar"),
        Happening(source: "D", place: "Belmar"), Happening(source: "D", place: "Karsovia"))
        == "Belmar", "it has another place")
  }

  @Test func anAccountHasTheHourThatOneOfItsReportsTells() throws {
    let date = try #require(
      differences(
        Happening(source: "A", date: "2031-03-04"),
        Happening(source: "A", date: "2031-03-04T08:00"),
        Happening(source: "A", date: "2031-03-04"),
        Happening(source: "B", date: "2031-03-04T23:00")
      ).first { $0.aspect == .date })
    #expect(date.values == ["A": "2031-03-04T08:00", "B": "2031-03-04T23:00"])
    #expect(date.kind == .conflict)
  }

  @Test func reportsOfOneDayCannotTellWhichCountIsLater() {
    #expect(
      kind(
        .number, Happening(source: "A", figures: [Happening.killed(17, "17 people")]),
        Happening(source: "B", figures: [Happening.killed(12, "12 people")])) == .revision)
  }

  @Test func oneKindOfCountStandsForAllSides() {
    func figure(_ subject: Figure.Subject, _ value: Double) -> Figure {
      Figure(subject: subject, value: value, text: "\(Int(value)) people")
    }
    let entry = TimelineDiff(
      bySource: Happening.graph([
        Happening(source: "A", figures: [figure(.killed, 14), figure(.missing, 60)]),
        Happening(source: "A", published: "2031-03-06", figures: [figure(.killed, 20)]),
        Happening(source: "B", figures: [figure(.missing, 31)]),
      ])
    ).entries[0]
    #expect(entry.count(of: "A", counting: entry.countedSubject)?.value == 20)
    #expect(
      entry.count(of: "B", counting: entry.countedSubject) == nil,
      "31 missing are not fewer than 20 dead")
  }

  @Test func noTollFallsByHalf() {
    // Both have grown, and the later one is far below what the other had counted before.
    #expect(
      kind(
        .number, Happening(source: "A", figures: [Happening.killed(14, "14 people")]),
        Happening(
          source: "A", published: "2031-03-06", figures: [Happening.killed(29, "29 people")]),
        Happening(source: "B", figures: [Happening.killed(9, "nine people")]),
        Happening(
          source: "B", published: "2031-03-07", figures: [Happening.killed(11, "11 people")]))
        == .conflict)
  }

  @Test func othersAreCountedBesideWhomeverEachTextHasNamed() {
    func wounded(_ value: Double, _ text: String) -> Figure {
      Figure(subject: .wounded, value: value, text: text)
    }
    #expect(
      kind(
        .number, Happening(source: "A", figures: [wounded(38, "38 others")]),
        Happening(source: "B", published: "2031-03-06", figures: [wounded(8, "eight others")]))
        == nil)
  }

  @Test func woundedAreNotKilled() {
    #expect(
      kind(
        .number, Happening(source: "A", figures: [Happening.killed(17, "17 people")]),
        Happening(
          source: "B",
          figures: [Figure(subject: .wounded, value: 30, text: "30 people")])) == nil)
  }

  @Test func whatMayBeAnotherHappeningIsNoConflict() {
    #expect(
      kind(
        .number, Happening(source: "A", figures: [Happening.killed(89, "89 people")]),
        Happening(
          source: "B", published: "2031-03-06", date: nil,
          figures: [Happening.killed(19, "19 people")])) == .otherCount)
  }

  @Test func thingsOfAnotherKindAreNotCompared() {
    func figure(_ value: Double, _ text: String) -> Figure {
      Figure(subject: .other, value: value, text: text)
    }
    #expect(
      kind(
        .number, Happening(source: "A", figures: [figure(59, "59 missiles")]),
        Happening(source: "B", figures: [figure(3, "three rounds")])) == nil)
    #expect(
      kind(
        .number, Happening(source: "A", figures: [figure(59, "59 missiles")]),
        Happening(source: "B", figures: [figure(36, "36 missiles")])) == .conflict)
  }

  @Test func eachKindOfThingHasARowOfItsOwn() {
    func told(_ source: String, _ missiles: Double, _ rescued: String) -> Happening {
      Happening(
        source: source,
        figures: [
          Figure(subject: .other, of: "missiles", value: missiles, text: "\(missiles) missiles"),
          Figure(subject: .other, value: 25, text: rescued),
        ])
    }
    let found = differences(told("A", 3, "25 people treated"), told("B", 4, "25 were treated"))
    #expect(found.map(\.things) == ["missiles"])
    #expect(found.first?.values == ["A": "3.0 missiles", "B": "4.0 missiles"])
  }

  @Test func aDifferenceSaysWhatIsCounted() {
    let found = differences(
      Happening(source: "A", figures: [Happening.killed(12, "12 people")]),
      Happening(source: "B", figures: [Happening.killed(17, "17 people")]))
    #expect(found.map(\.subject) == [.killed])
    #expect(found[0].values == ["A": "12 people", "B": "17 people"])
  }

  // MARK: Dates

  @Test(arguments: [
    ("2031-03-04", "2031-03", TimelineDiff.Difference.Kind.precision),
    ("2031-03-04", "2031-03-03/2031-03-05", .precision),
    ("2031-03-04", "2031-03-06", .conflict),
    ("2031-03-04", "2031-03-04", nil),
  ]) func dates(_ a: String, _ b: String, _ expected: TimelineDiff.Difference.Kind?) {
    #expect(
      kind(.date, Happening(source: "A", date: a), Happening(source: "B", date: b)) == expected)
  }

  @Test func aDateThatIsOnlyInheritedContradictsNothing() {
    #expect(
      kind(
        .date, Happening(source: "A"),
        Happening(source: "B", date: "2031-03-06", basis: .inherited)) == .precision)
  }

  @Test func aPlanThatCameLaterIsARevision() {
    #expect(
      kind(
        .date, Happening(source: "A", date: "2031-03-02", status: .expected),
        Happening(source: "B", date: "2031-03-04")) == .revision)
  }

  // MARK: Places

  @Test(arguments: [
    ("Khan Shaykhun", "Khan Sheikhoun", nil),
    ("Fuaa", "al-Foua", nil),
    ("Deir ez-Zor", "Deir Ezzor", nil),
    // A state holds its towns.
    ("Norland", "Karsovia", TimelineDiff.Difference.Kind.precision),
    ("Idlib", "Idlib province", .precision),
    ("Norland", "Sudria", .conflict),
    ("Karsovia", "Belmar", .conflict),
  ]) func places(_ a: String, _ b: String, _ expected: TimelineDiff.Difference.Kind?) {
    #expect(
      kind(
        .place, Happening(source: "A", quote: "A bomb in \(a).", place: a),
        Happening(source: "B", quote: "A bomb in \(b).", place: b)) == expected)
  }

  @Test func whoPrintsBothPlacesLeavesOpenWhichIsMeant() {
    #expect(
      kind(
        .place,
        Happening(
          source: "A", quote: "A bomb in Karsovia, on the way to Belmar.", place: "Karsovia"),
        Happening(source: "B", quote: "A bomb in Belmar.", place: "Belmar")) == .precision)
  }

  @Test func whatOneSourcePrintsTogetherIsNoTwoPlacesForTheOthers() {
    #expect(
      differences(
        Happening(source: "A", quote: "A bomb in Karsovia.", place: "Karsovia"),
        Happening(source: "B", quote: "A bomb in Belmar.", place: "Belmar"),
        Happening(
          source: "C", quote: "A bomb in Karsovia, a suburb of Belmar.", place: "Karsovia")
      ).first { $0.aspect == .place }?.kind == .precision)
  }

  @Test func amongManyOneVoiceAloneMakesNoConflictOfPlaces() {
    func told(_ source: String, _ place: String) -> Happening {
      Happening(source: source, quote: "A bomb in \(place).", place: place)
    }
    let three = [told("A", "Karsovia"), told("B", "Karsovia"), told("C", "Karsovia")]
    func kind(_ told: [Happening]) -> TimelineDiff.Difference.Kind? {
      TimelineDiff(bySource: Happening.graph(told)).entries[0].differences
        .first { $0.aspect == .place }?.kind
    }
    #expect(kind(three + [told("D", "Belmar")]) == .precision)
    #expect(kind(three + [told("D", "Belmar"), told("E", "Belmar")]) == .conflict)
  }

  @Test func aPlaceThatTheClauseDoesNotPrintContradictsNothing() {
    #expect(
      kind(
        .place, Happening(source: "A", quote: "A bomb.", place: "Karsovia"),
        Happening(source: "B", quote: "A bomb in Belmar.", place: "Belmar")) == nil)
  }

  // MARK: Actors and status

  @Test(arguments: [
    (["red-front"], ["blue-guard"], TimelineDiff.Difference.Kind.conflict),
    (["norland"], ["norland-army"], .precision),
    (["army"], ["forces"], nil),
    (["red-front"], ["army"], nil),
    (["red-front"], ["red-front", "army"], nil),
    // A place acts in nothing.
    (["karsovia"], ["red-front"], nil),
  ]) func doers(
    _ a: [String], _ b: [String], _ expected: TimelineDiff.Difference.Kind?
  ) {
    #expect(
      kind(.actor, Happening(source: "A", doers: a), Happening(source: "B", doers: b)) == expected)
  }

  @Test(arguments: [
    (["norland"], "General Staff of the Armed Forces", TimelineDiff.Difference.Kind.precision),
    (["norland"], "General Staff of the Red Front", .conflict),
  ]) func aBodyOfSomeStateIsNoOtherActor(
    _ a: [String], _ name: String, _ expected: TimelineDiff.Difference.Kind
  ) {
    var graph = Happening.graph([
      Happening(source: "A", doers: a), Happening(source: "B", doers: ["red-front"]),
    ])
    let body = graph.actors.firstIndex { $0.id == "red-front" }!
    graph.actors[body] = Actor(id: "red-front", name: name, kind: .organization)
    #expect(
      TimelineDiff(bySource: graph).entries[0].differences.first { $0.aspect == .actor }?.kind
        == expected)
  }

  /// Further down an article tells of other happenings, and what it says there contradicts nobody.
  @Test func theDayOfTheReportContradictsNoEarlierOne() {
    // The dead were counted on that day.
    #expect(
      kind(
        .date, Happening(source: "A", date: "2031-03-02"),
        Happening(source: "B", published: "2031-03-05", date: "2031-03-05")) == .precision)
    #expect(
      kind(
        .date, Happening(source: "A", date: "2031-03-02"),
        Happening(source: "B", published: "2031-03-06", date: "2031-03-05")) == .conflict)
  }

  @Test func onlyWhatReportsOpenWithContradicts() {
    func told(_ source: String, _ start: Int, _ other: Bool) -> Happening {
      Happening(
        source: source, published: other ? "2031-03-07" : "2031-03-05",
        quote: other ? "A bomb in Belmar." : "A bomb in Karsovia.", start: start,
        date: other ? "2031-03-06" : "2031-03-04", place: other ? "Belmar" : "Karsovia",
        status: other ? .denied : .asserted, doers: other ? ["red-front"] : ["blue-guard"])
    }
    func kinds(_ start: Int) -> [TimelineDiff.Difference.Kind] {
      differences(told("A", 0, false), told("B", start, true)).map(\.kind)
    }
    #expect(kinds(0).contains(.conflict))
    #expect(!kinds(2000).contains(.conflict))
    // Of two counts it is enough that one stands at the head.
    func tolls(_ first: Int, _ second: Int) -> TimelineDiff.Difference.Kind? {
      kind(
        .number,
        Happening(source: "A", start: first, figures: [Happening.killed(17, "17 people")]),
        Happening(
          source: "B", published: "2031-03-06", start: second,
          figures: [Happening.killed(12, "12 people")]))
    }
    #expect(tolls(0, 2000) == .conflict)
    #expect(tolls(2000, 2000) == .otherCount)
  }

  @Test func whatIsSeldomCountedAlikeContradictsNothing() {
    func told(_ source: String, _ value: Double, _ of: String) -> Happening {
      Happening(
        source: source,
        figures: [Figure(subject: .other, of: of, value: value, text: "\(value) \(of)")])
    }
    #expect(kind(.number, told("A", 38, "homes"), told("B", 41, "residential homes")) == nil)
    #expect(kind(.number, told("A", 3, "missiles"), told("B", 4, "cruise missiles")) == .conflict)
  }

  @Test func whoIsOnlyDescribedIsNamedBySomeoneElse() throws {
    let found = differences(
      Happening(source: "A", doers: ["red-front"]), Happening(source: "B", doers: ["forces"]))
    let naming = try #require(found.first { $0.aspect == .naming })
    #expect(naming.kind == .wording)
    #expect(naming.values == ["A": "Red Front", "B": "forces"])
    #expect(
      !differences(
        Happening(source: "A", doers: ["red-front"]), Happening(source: "B", doers: ["blue-guard"])
      ).contains { $0.aspect == .naming })
  }

  @Test(arguments: [
    (EventStatus.asserted, EventStatus.denied, TimelineDiff.Difference.Kind.conflict),
    (.asserted, .negated, .conflict),
    (.alleged, .denied, .precision),
    (.asserted, .alleged, .precision),
    (.expected, .asserted, .revision),
    (.denied, .negated, .wording),
  ]) func statuses(
    _ a: EventStatus, _ b: EventStatus, _ expected: TimelineDiff.Difference.Kind?
  ) {
    #expect(
      kind(.status, Happening(source: "A", status: a), Happening(source: "B", status: b))
        == expected)
  }

  // MARK: Voices

  @Test func aCopyStaysListedAndAddsNoVoice() throws {
    var graph = Happening.graph([
      Happening(source: "A", figures: [Happening.killed(17, "17 people")]),
      Happening(source: "B", published: "2031-03-06", figures: [Happening.killed(12, "12 people")]),
    ])
    graph.articles[1].duplicateOf = "a0"
    let diff = TimelineDiff(bySource: graph)
    let entry = diff.entries[0]
    #expect(entry.kind == .only)
    #expect(entry.reported["B"]?.copyOf == "A")
    #expect(entry.reported["B"]?.figures.map(\.value) == [12])
    #expect(diff.summary.conflicts.isEmpty)
    #expect(diff.summary.only == ["A": 1, "B": 0])
    #expect(diff.coverage["B"]?.copies == 1)
  }

  @Test func aBaseIsComparedWithEachAndTheOthersAreNot() {
    let told = [
      Happening(source: "A", figures: [Happening.killed(17, "17 people")]),
      Happening(source: "B", figures: [Happening.killed(17, "17 people")]),
      Happening(source: "C", published: "2031-03-06", figures: [Happening.killed(12, "12 people")]),
    ]
    let graph = Happening.graph(told)
    #expect(
      TimelineDiff(bySource: graph, options: .init(base: "A")).summary.conflicts == [.number: 1])
    let three = Happening.graph([told[0], told[2], Happening(source: "D")])
    #expect(TimelineDiff(bySource: three, options: .init(base: "D")).summary.conflicts.isEmpty)
  }

  @Test func thousandsOfOutletsAreComparedByWhatTheyTell() {
    let count = 3000
    let told = (0..<count).map { number -> Happening in
      var one = Happening(source: "S\(number)", published: "2031-03-0\(5 + number % 3)")
      one.place = "Place\(number)"
      one.status = number % 7 == 0 ? .denied : .asserted
      one.figures = [Happening.killed(Double(number), "\(number) people")]
      one.doers = [number % 2 == 0 ? "norland" : "red-front"]
      return one
    }
    let start = ContinuousClock.now
    let entry = TimelineDiff(bySource: Happening.graph(told)).entries[0]
    #expect(ContinuousClock.now - start < .seconds(60))
    for aspect in [TimelineDiff.Difference.Aspect.number, .actor, .status] {
      #expect(entry.differences.first { $0.aspect == aspect }?.kind == .conflict)
    }
    #expect(entry.differences.allSatisfy { $0.values.count == count })
  }

  @Test func absencesOfManySidesAreFoundWhenTheyAreAsked() {
    let count = 6000
    var graph = Happening.graph([Happening(source: "S0")])
    let event = graph.events[0]
    graph.events = (0..<count).map { number in
      var event = event
      event.id = "e\(number)"
      return event
    }
    graph.articles += (1..<count).map { number in
      ArticleRecord(
        id: "b\(number)", source: "S\(number)",
        published: number % 2 == 0 ? "2031-03-06" : "2031-03-01",
        title: nil, url: nil, language: "en")
    }
    let start = ContinuousClock.now
    let diff = TimelineDiff(bySource: graph)
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(diff.entries.count == count && diff.sources.count == count)
    for entry in [diff.entries[0], diff.entries[count - 1]] {
      #expect(entry.absent["S0"] == nil && entry.absent["nobody"] == nil)
      #expect(entry.absent["S1"] == .before && entry.absent["S2"] == .silent)
    }
  }

  @Test func anyNumberOfJobsFindsTheSame() {
    var graph = Happening.graph((1...4).map { Happening(source: "S\($0)", place: "P\($0)") })
    let event = graph.events[0]
    graph.events = (0..<100).map { number in
      var event = event
      event.id = "e\(number)"
      return event
    }
    #expect(TimelineDiff(bySource: graph, jobs: 3) == TimelineDiff(bySource: graph))
  }

  @Test func theWindowDecidesBetweenSilenceAndGap() {
    var graph = Happening.graph([Happening(source: "A")])
    graph.articles.append(
      ArticleRecord(
        id: "b", source: "B", published: "2031-03-15", title: nil, url: nil, language: "en"))
    #expect(TimelineDiff(bySource: graph).entries[0].absent == ["B": .gap])
    #expect(
      TimelineDiff(bySource: graph, options: .init(window: 14)).entries[0].absent == ["B": .silent])
  }

  /// One source that takes back its own count: 40, and days later 12.
  private static let takenBack = [
    Happening(source: "A", figures: [Happening.killed(40, "at least 40 people", .atLeast)]),
    Happening(source: "A", published: "2031-03-08", figures: [Happening.killed(12, "12 people")]),
  ]

  private static let piles: [EventGraph] = [
    Pile.graph, Happening.graph(takenBack),
    Happening.graph(takenBack + [Happening(source: "B", doers: ["red-front"])]),
    Happening.graph([
      Happening(source: "A", date: "2031-03-04T08:00", doers: ["forces"], lemma: "liberate"),
      Happening(source: "B", date: "2031-03-04T23:00", doers: ["red-front"], lemma: "seize"),
      Happening(source: "B", place: "Belmar", status: .denied, doers: ["norland"]),
    ]), twoOfOneSpan,
  ]

  /// "Lobbied on 15 October and 9 November": two events of the same words.
  private static var twoOfOneSpan: EventGraph {
    var graph = Happening.graph([Happening(source: "A"), Happening(source: "B")])
    var other = graph.events[0]
    other.id = "e2"
    other.mentions[0].date = EDTFValue("2031-02-09")
    graph.events.append(other)
    return graph
  }

  @Test(arguments: piles) func aPileDoesNotDifferFromItself(_ pile: EventGraph) {
    #expect(!TimelineDiff(left: pile, right: pile).hasDifferences)
  }

  @Test func whatTwoEditionsShareContradictsNeither() {
    let old = Happening.graph([Self.takenBack[0]])
    let new = Happening.graph(Self.takenBack)
    let diff = TimelineDiff(left: old, right: new)
    #expect(diff.summary.conflicts.isEmpty)
    #expect(diff.entries[0].differences.map(\.kind) == [.revision])
    // Of two sources it does: the one has never counted what the other did.
    var other = Self.takenBack[1]
    other.source = "B"
    #expect(
      TimelineDiff(bySource: Happening.graph([Self.takenBack[0], other])).summary.conflicts
        == [.number: 1])
  }

  @Test func aNewEditionOfAPileShowsWhatMoved() {
    let old = Happening.graph([
      Happening(source: "A", figures: [Happening.killed(12, "12 people")])
    ])
    let new = Happening.graph([
      Happening(source: "A", figures: [Happening.killed(12, "12 people")]),
      Happening(source: "B", published: "2031-03-06", figures: [Happening.killed(19, "19 people")]),
    ])
    let diff = TimelineDiff(left: old, right: new, leftName: "old", rightName: "new")
    #expect(diff.summary.shared == 1)
    // The new figure is there beside the old one, which still stands.
    #expect(diff.entries[0].reported["right"]?.figures.map(\.value) == [12, 19])
    #expect(diff.hasDifferences)
  }
}
