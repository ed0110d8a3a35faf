import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

/// What has no day of its own and is no news of the report's day either; published Thursday 1 August 2019.
@Suite struct UpToNowTests {
  private func dates(_ text: String) -> [String] {
    annotated(text, "2019-08-01").events.map { event in
      "\(event.lemma) \(event.date?.description ?? "nil")"
        + (event.status == .asserted ? "" : " \(event.status)")
    }
  }

  /// The perfect tells of many times, or of a whole war.
  @Test(arguments: [
    ("The coalition has also carried out rare strikes in Orsk.", ["strike ../2019-08-01"]),
    ("The town has been shelled several times.", ["shell ../2019-08-01"]),
    (
      "Avaria's civil war, now in its seventh year, has killed 400,000 people and displaced 11 million.",
      ["kill 2013/2019", "displace 2013/2019"]
    ),
  ])
  func reachesUpToTheReport(_ text: String, _ told: [String]) {
    #expect(dates(text) == told)
  }

  /// What it came after is the only time that is told.
  @Test(arguments: [
    ("The army retook Orsk following a long assault in 2015.", "retake 2015~"),
    ("The army retook Orsk on Monday following an assault in 2015.", "retake 2019-07-29"),
  ])
  func isAfterWhatWentBefore(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  @Test func isCountedOnFromTheSentenceBefore() {
    let told = dates(
      "The first phase of the deal began on Friday. Some 30 hours after the first buses reached the bridge, a huge explosion struck the convoy."
    )
    #expect(told.contains("explosion 2019-07-27~"), "\(told)")
  }

  /// What has been told in the past tense was not after its report.
  @Test func isNotCountedOnPastTheReport() {
    let told = dates(
      "The first phase of the deal began on Friday. Some 30 weeks after the first buses reached the bridge, a huge explosion struck the convoy."
    )
    #expect(told.contains { $0.hasPrefix("explosion") }, "\(told)")
    #expect(!told.contains { $0.contains("2020") }, "\(told)")
  }

  /// "The agency raised the toll": it counts, and the dead are of the day of the raid.
  @Test func whoCountsTheDeadIsNotAmongThem() {
    let events = annotated(
      "The Orsk Monitor on Tuesday raised the death toll from air strikes on a market on Monday to 61.",
      "2019-08-01"
    ).events
    #expect(events.first?.date?.description == "2019-07-29")
    #expect(events.first?.participants.isEmpty == true)
  }

  /// A plan that the article has dated is of that day where it is spoken of again, and is put off to another.
  @Test(arguments: [
    (
      "The rebels will not attend talks due to begin in Geneva on Friday. The government is ready to attend the talks.",
      "2019-08-02 Geneva"
    )
  ])
  func plannedTalksKeepTheirDayAndPlace(_ text: String, _ told: String) {
    let events = annotated(text, "2019-08-01").events
    #expect(events.count == 2)
    for event in events {
      #expect("\(event.date?.description ?? "nil") \(event.place ?? "nil")" == told)
    }
  }

  @Test func whatIsPushedBackToADayIsNotTaken() {
    let told = dates(
      "The talks were meant to start on Monday but Avaria has pushed them back to Friday.")
    #expect(!told.contains { $0.contains("push") }, "\(told)")
  }

  /// Pages that have lost their apostrophes.
  @Test(arguments: [
    ("Fridays blast in Orsk killed nine people.", "2019-07-26"),
    ("Yesterdays bombing in Orsk killed nine people.", "2019-07-31"),
    ("Last weeks attack in Orsk killed nine people.", "2019-07-22/2019-07-28"),
  ])
  func readsDaysThatHaveLostTheirApostrophe(_ text: String, _ date: String) {
    let events = annotated(text, "2019-08-01").events
    #expect(events.contains { $0.date?.description == date }, "\(events.map(\.date))")
  }

  /// What is accused of has its own day, and who is named with a pronoun takes part.
  @Test(arguments: [
    (
      "The agency accused the army of using gas in its bombardment of Orsk on 6 June.",
      ["accuse 2019-08-01~", "bombardment 2019-06-06"]
    ),
    (
      "Avaria accused Borduria of violating its airspace on Monday.", ["accuse 2019-07-29"]
    ),
    ("Kerry said on Sunday he and Lavrov had reached an agreement.", ["agreement 2019-07-28~"]),
    ("Kerry was also to meet Lavrov on Friday.", ["meet 2019-08-02 expected"]),
    ("The truce is supposed to come into effect on Saturday.", ["truce 2019-08-03 expected"]),
  ])
  func givesEachItsDay(_ text: String, _ told: [String]) {
    #expect(dates(text).elementsEqual(told), "\(dates(text))")
  }

  /// The day of the deed, where the text names it soon, and not that of the report; what footage shows was before it.
  @Test(arguments: [
    (
      "A bomb killed nine at a market, police said on Sunday. Saturday's blast also hurt 20.",
      ["kill 2019-07-27", "hurt 2019-07-27"]
    ),
    (
      "A bomb killed nine at a market, police said on Sunday. A raid on Saturday hurt 20.",
      ["kill 2019-07-28~", "hurt 2019-07-27"]
    ),
    (
      "Three people have died in the past two days, police said on Tuesday.",
      ["die 2019-07-29/2019-07-30"]
    ),
    (
      "Strikes on a market have killed 61 people, a monitor said on Tuesday. Three strikes hit the town on Monday.",
      ["kill 2019-07-29", "strike 2019-07-29"]
    ),
    (
      "The army released footage on Wednesday of the raid. The raid on Saturday killed six. Gunmen fired on the aircraft.",
      ["kill 2019-07-27", "fire on 2019-07-27"]
    ),
  ])
  func theDeedIsNotOfTheDayOfItsReport(_ text: String, _ told: [String]) {
    #expect(dates(text).elementsEqual(told), "\(dates(text))")
  }

  /// A report of the past day is of that day in all that it goes on to tell.
  @Test func thePastDayIsTheNews() {
    let told = dates(
      "Raids have killed 120 rebels in Avaria over the past 24 hours, the ministry said. A command post was destroyed near Orsk."
    )
    #expect(told == ["kill 2019-07-31/2019-08-01", "destroy 2019-07-31/2019-08-01"])
  }

  /// What is of the day of a raid is not of its hour.
  @Test func takesADayAndNoClock() {
    let told = dates("The raid began at 9 am on Saturday. Eleven children were rescued.")
    #expect(told.contains("rescue 2019-07-27"), "\(told)")
  }

  /// "Monday's attack" was on Monday, whatever came before or after it.
  @Test(arguments: [
    ("After Monday's attack, police arrested two men in Orsk.", "attack 2019-07-29"),
    ("The army left Orsk after Tuesday's deal.", "deal 2019-07-30"),
    ("Protests broke out in Orsk after Friday prayers.", "protest 2019-07-26"),
    ("Since Monday's attack, troops have arrested 40 people in Orsk.", "arrest 2019-07-29/.."),
  ])
  func aDeedNamedByItsDayIsOfThatDay(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }
}
