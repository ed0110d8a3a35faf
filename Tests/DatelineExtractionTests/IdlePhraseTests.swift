import DatelineModel
import Testing

@testable import DatelineExtraction

/// A verb of harm means something else with some objects.
@Suite struct IdlePhraseTests {
  private func types(_ text: String) -> [String] {
    annotated(text, "2019-08-01").events.map { "\($0.lemma) \($0.type.rawValue)" }
  }

  @Test(arguments: [
    ("The cap captured 10,000 barrels of oil on Monday.", "capture ASSAULT"),
    ("Shares in the firm hit a six-month high on Monday.", "hit ASSAULT"),
    ("BP closed the vents of the new cap on Monday.", "close SANCTION"),
    ("The minister gave a gloomy account on Monday.", "give AID"),
    ("Fire crews battled the blaze on Monday.", "battle ASSAULT"),
    ("The financial crisis began in August 2008.", "crisis PROTEST"),
  ])
  func noHarmIsTold(_ text: String, _ harm: String) {
    #expect(!types(text).contains(harm), "\(types(text))")
  }

  @Test(arguments: [
    ("Rebels captured the town of Orsk on Monday.", "capture ASSAULT"),
    ("A missile hit a clinic in Orsk on Monday.", "hit ASSAULT"),
    ("Avaria closed the border on Monday.", "close border SANCTION"),
    ("The ministry gave the villagers food on Monday.", "give food AID"),
    ("The firm came under fire for its answer on Monday.", "come under fire for ACCUSE"),
    ("The convoy came under fire on Monday.", "come under fire ASSAULT"),
    ("The agency downgraded the firm's debt on Monday.", "downgrade debt OTHER"),
    ("Troops fought rebels near Orsk on Monday.", "fight ASSAULT"),
    ("He was freed by the authorities on Monday.", "be freed YIELD"),
    ("He held a conference call with investors on Monday.", "conference call CONSULT"),
  ])
  func elseItIs(_ text: String, _ told: String) {
    #expect(types(text).contains(told), "\(types(text))")
  }
}
