import DatelineModel
import EDTF
import Testing

@testable import DatelineTimelines

/// What an event takes from its mentions.
@Suite struct EventDerivingTests {
  private func derived(_ told: [Happening], type: EventType = .assault) -> Event {
    let graph = Happening.graph(told, type: type)
    var event = graph.events[0]
    let days = Dictionary(
      uniqueKeysWithValues: graph.articles.compactMap { one in one.day.map { (one.id, $0) } })
    event.derive(from: event.mentions, copies: [], published: days)
    event.label = EventLabel(of: event.mentions).text
    return event
  }

  private let plan = Happening(
    source: "Alpha", published: "2031-03-01",
    quote: "Norland's envoy will visit Karsovia on 4 March",
    status: .expected)

  @Test func aPlanThatTheLastReportCallsOffDidNotHappen() {
    let off = Happening(
      source: "Beta", published: "2031-03-05",
      quote: "The envoy did not travel to Karsovia on 4 March",
      status: .negated)
    var again = plan
    again.source = "Gamma"
    let event = derived([plan, again, off], type: .consult)
    #expect(event.status == .negated, "two old plans do not outvote it")
    #expect(event.label == off.quote)
    var anew = plan
    anew.published = "2031-03-06"
    #expect(derived([plan, off, anew], type: .consult).status == .expected, "planned again since")
  }

  @Test func whatWasHeldIsNotNamedByItsPlan() {
    let held = Happening(
      source: "Beta", published: "2031-03-04", quote: "Norland's envoy visited Karsovia on 4 March",
      start: 300)
    #expect(derived([plan, held], type: .consult).label == held.quote)
    #expect(derived([plan], type: .consult).label == plan.quote)
  }

  @Test func aCountOfNoDayYieldsToOneOfTheDay() {
    let told = Happening(source: "Alpha", figures: [Happening.killed(12, "12 people")])
    let recalled = Happening(
      source: "Beta", published: "2031-03-09", quote: "The attack killed 13 at a base.", date: nil,
      figures: [Happening.killed(13, "13")])
    #expect(derived([told, recalled]).figures.map(\.value) == [12])
    #expect(derived([recalled]).figures.map(\.value) == [13], "better than none")
    var later = recalled
    later.date = "2031-03-04"
    #expect(derived([told, later]).figures.map(\.value) == [13], "the latest of the day")
  }

  @Test func aCountThatIsOnlyFearedYieldsToOneThatIsTold() {
    let told = Happening(source: "Alpha", figures: [Happening.killed(12, "12 people")])
    let feared = Happening(
      source: "Beta", published: "2031-03-09", quote: "A hundred are feared dead.",
      status: .expected, figures: [Happening.killed(100, "A hundred")])
    #expect(derived([told, feared]).figures.map(\.value) == [12])
    #expect(derived([feared]).figures.map(\.value) == [100], "better than none")
  }

  @Test func talksHaveAllTheirDays() {
    let opened = Happening(
      source: "Alpha", quote: "Talks opened on 4 March", date: "2031-03-04", basis: .weekday)
    let ended = Happening(
      source: "Beta", published: "2031-03-06", quote: "Two-day talks ended on 5 March",
      date: "2031-03-04/2031-03-05", basis: .weekday)
    #expect(derived([opened, ended], type: .consult).date?.description == "2031-03-04/2031-03-05")
    #expect(derived([opened, ended]).date?.description == "2031-03-04", "but an attack its day")
  }

  @Test func linesThatOnlyDescribeSomebodyComeLast() {
    let described = Happening(
      source: "Alpha", quote: "The envoy, who was seized on 4 March", lemma: "seized")
    let told = Happening(
      source: "Beta", quote: "Gunmen seized an envoy in Karsovia", start: 900, lemma: "seized")
    #expect(derived([described, told]).label == told.quote)
    let waiting = Happening(
      source: "Gamma", quote: "As soon as gunmen seized an envoy", lemma: "seized")
    #expect(derived([waiting, told]).label == told.quote)
    let hanging = Happening(
      source: "Gamma", quote: "Seizing an envoy in Karsovia near the market", lemma: "seizing")
    #expect(derived([hanging, told]).label == told.quote)
    #expect(LabelWords.withoutConjunction("So far two have died") == "So far two have died")
    #expect(LabelWords.withoutConjunction("So two have died") == "two have died")
    #expect(
      LabelWords.withoutDangling("The protests lasted through the night and looked")
        == "The protests lasted through the night")
  }

  /// "The blast that killed 11", in passing and without a day by all but one, which has the day of something else.
  @Test(arguments: [(DateBasis.inherited, 7, false), (.inherited, 3, true), (.explicit, 7, true)])
  func whatIsToldInPassingBorrowsNoDay(_ basis: DateBasis, _ undated: Int, _ isDated: Bool) {
    let mentions = (0...undated).map { index in
      Mention(
        article: "a\(index)", source: "Alpha", sentence: "The blast killed 11.",
        quote: "The blast killed 11", start: 0, end: 19, inTitle: false,
        date: index == 0 ? EDTFValue("2031-03-04") : nil, dateBasis: index == 0 ? basis : .none,
        rule: nil, anchor: nil, status: .asserted, isBackground: true, place: nil,
        participants: [], figures: [])
    }
    #expect((Event.date(of: mentions, status: .asserted) != nil) == isDated)
  }
}
