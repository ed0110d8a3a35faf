import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

/// A time that stands near a deed and is of something else; published Thursday 1 August 2019.
@Suite struct OthersTimesTests {
  private func dates(_ text: String) -> [String] {
    annotated(text, "2019-08-01").events.map {
      "\($0.lemma) \($0.date?.description ?? "nil")"
    }
  }

  @Test(
    arguments: [
      // Held against what was long ago.
      ("The spill has surpassed the disaster off Orsk in 1989.", "1989"),
      ("The spill could rival the Orsk disaster from 1989.", "1989"),
      ("This war does not end the same way as the one of 1914.", "1914"),
      // Parted from the verb by commas.
      (
        "The firm, now facing a criminal investigation, has lost a third of its value since 20 May.",
        "2019-05-20"
      ),
      // Promised for a day, and not on it.
      ("Novak vowed to be in Orsk, Avaria, on Friday night for the debate.", "2019-07-26"),
      // Elections have their month, and nothing else has.
      ("The spill could hurt Novak before November congressional elections.", "spill ../2019-11"),
      ("The blast hit the town ahead of May local elections.", "blast 2019-05"),
    ])
  func isNotOfTheDeed(_ text: String, _ wrong: String) {
    #expect(!dates(text).contains { $0.contains(wrong) }, "\(dates(text))")
  }

  @Test(
    arguments: [
      ("The spill could hurt Novak before November congressional elections.", "election 2019-11"),
      ("The blast hit the town ahead of November elections.", "election 2019-11"),
      ("Ten people died in one of Monday's blasts.", "die 2019-07-29"),
      ("Police arrested 20 people after Friday prayers.", "arrest 2019-07-26"),
      // A storm is forecast, a spill is not.
      ("The storm was set to become a hurricane on Tuesday.", "hurricane 2019-08-06"),
      ("The drug contributed to his death in November.", "death 2018-11"),
    ])
  func isOf(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  @Test(
    "What describes is no deed",
    arguments: [
      // Who stands where in a picture.
      ("Novak, left, and Moore, right, met on Monday.", "leave"),
      ("Novak (left) met Moore on Monday.", "leave"),
      ("The drug contributed to the crash on Monday.", "contribute"),
      ("He won much sympathy on Monday.", "win"),
    ])
  func noDeed(_ text: String, _ lemma: String) {
    #expect(!annotated(text, "2019-08-01").events.contains { $0.lemma == lemma })
  }

  @Test(
    "Of like words",
    arguments: [
      (
        "The protests on Monday began over low wages and failed policies.", "protest",
        EventType.protest, "asserted"
      ),
      (
        "A man was pulled out of the wreckage on Monday.", "pull out of wreckage", .other,
        "asserted"
      ),
      ("Troops pulled out of Orsk on Monday.", "pull out of", .retreat, "asserted"),
      ("Avaria will contribute to the relief effort.", "contribute to effort", .aid, "expected"),
      ("The minister sought help from Belan on Monday.", "seek help", .request, "asserted"),
    ] as [(String, String, EventType, String)])
  func told(_ text: String, _ lemma: String, _ type: EventType, _ status: String) {
    let events = annotated(text, "2019-08-01").events
    let found = events.filter { $0.lemma.hasPrefix(lemma) }
    #expect(found.map(\.type) == [type], "\(events.map(\.lemma))")
    #expect(found.map(\.status.rawValue) == [status])
  }

  /// What is proposed is to come, and the proposal has been made.
  @Test(arguments: [
    ("Yesterday Novak proposed the outlines of a plan.", "propose asserted 2019-07-31"),
    ("Novak was asked about it on Monday.", "ask asserted 2019-07-29"),
    ("Novak proposed talks on Monday.", "talk expected 2019-07-29/.."),
    ("Novak proposed talks for Monday.", "talk expected 2019-08-05"),
    ("The army was asked on Monday to leave the town.", "leave expected 2019-07-29/.."),
    ("Troops try to keep order during clashes on Monday.", "clash asserted 2019-07-29"),
    ("The costs of the spill on Monday could exceed $14 billion.", "spill asserted 2019-07-29"),
  ])
  func proposals(_ text: String, _ told: String) {
    let found = annotated(text, "2019-08-01").events.map {
      "\($0.lemma) \($0.status.rawValue) \($0.date?.description ?? "nil")"
    }
    #expect(found.contains(told), "\(found)")
  }
}
