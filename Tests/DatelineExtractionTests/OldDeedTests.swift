import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

/// An old deed that is only named gives its day to nothing else; published Thursday 1 August 2019.
@Suite struct OldDeedTests {
  private func dates(_ text: String) -> [String] {
    annotated(text, "2019-08-01").events.map {
      "\($0.lemma) \($0.date?.description ?? "nil")"
    }
  }

  @Test(arguments: [
    // Of what somebody is accused, and not when.
    (
      "Novak is accused of being the gunman in the November 5 shootings that left 13 people dead.",
      "shooting 2018-11-05"
    ),
    // Nobody plans a shooting.
    ("A soldier was charged with the November 5 shootings at Orsk.", "shooting 2018-11-05"),
    ("They will vote in the November 5 election.", "vote 2019-11-05"),
    // How long ago, and of whose day nothing is that follows.
    (
      "Shares had their worst month since the October 1987 crash. Investors were calm.\nLawmakers accused him of lying to them.",
      "accuse 2019-08-01~"
    ),
    // Since then, on whatever day.
    (
      "The rig exploded off Orsk on 20 April. Workers who survived the blast have accused the firm of cutting corners.",
      "accuse 2019-08-01~"
    ),
    // A clause about the subject names it.
    (
      "Novak, who helped the victims of the 11 May 2004 attacks, was appointed by the president to lead the firm.",
      "appoint 2019-08-01~"
    ),
  ])
  func givesItsDayToNothingElse(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  /// "Case" tells of an illness where another word of the article does.
  @Test(arguments: [
    ("Measles came back to Orsk. There were 20 new cases on Monday.", true),
    ("The court met in Orsk. That was the case on Monday too, in Kelt.", false),
  ])
  func aCaseNeedsAnIllness(_ text: String, _ isTold: Bool) {
    let found = annotated(text, "2019-08-01").events.filter { $0.lemma == "case" }
    #expect(found.isEmpty != isTold)
  }
}
