import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

/// Who says that he did a deed, who denies it, and that it was done all the same; published 19 April 2017.
@Suite struct ClaimsTests {
  /// Two cues that share a bit would each be read as the other.
  @Test func everyCueHasABitOfItsOwn() {
    let bits = ClosedWord.Cues.names.values.map(\.rawValue)
    #expect(Set(bits).count == bits.count)
    #expect(bits.allSatisfy { $0.nonzeroBitCount == 1 })
  }

  private func told(_ text: String) -> [String] {
    annotated(text, "2017-04-19").events.map { event in
      ([event.lemma, event.status.rawValue]
        + event.participants.map { one in
          one.name + "=" + one.role.rawValue + (one.status.map { " \($0.rawValue)" } ?? "")
        }).joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("No group has claimed responsibility for Tuesday's bombing.", "bombing asserted"),
    ("No one claimed responsibility for the attack on Tuesday in Kelt.", "attack asserted"),
    (
      "The PKK denied that it had carried out Tuesday's bombing.",
      "bombing asserted Kurdistan Workers' Party=ACTOR denied"
    ),
    (
      "The ministry denied that it had ignored a warning before Tuesday's bombing.",
      "bombing asserted"
    ),
    ("No Russians were killed in Tuesday's bombing.", "bombing asserted"),
    (
      "Islamic State claimed responsibility for Tuesday's bombing.",
      "bombing asserted Islamic State=ACTOR alleged"
    ),
    (
      "Islamic State has claimed the attack on Tuesday.",
      "attack asserted Islamic State=ACTOR alleged"
    ),
    // But what itself is denied did not take place for its teller.
    (
      "The government denied on Wednesday that it bombed the town on Monday.",
      "bomb denied government=ACTOR"
    ),
    ("The attack planned for Monday did not take place.", "attack negated"),
  ])
  func saysWhoDidIt(_ text: String, _ one: String) {
    #expect(told(text).contains(one), "\(told(text))")
  }

  @Test func aCountryWhereItHappenedDoesNothing() {
    let text = "An air strike in Yemen that killed 40 civilians on Monday was condemned by the UN."
    #expect(
      annotated(text, "2017-04-19").events.allSatisfy { event in
        !event.participants.contains { $0.name == "Yemen" }
      })
  }

  @Test func whoIsBlamedIsSaidToHaveDoneIt() {
    #expect(
      told("Officials blamed the PKK for Tuesday's attack.").contains {
        $0.hasPrefix("attack asserted") && $0.hasSuffix("Party=ACTOR alleged")
      })
  }

  /// Who is named for a deed in a sentence that does not tell it is its alleged doer, and who denies it its denied one.
  @Test(arguments: [
    "The Red Front claimed responsibility.",
    "The Red Front claimed responsibility in a message sent to journalists.",
    "The Red Front has claimed responsibility for it.",
    "The Red Front took responsibility for the attack.",
    "Responsibility was claimed by the Red Front.",
    "The Red Front said it carried out the attack.",
    "The Red Front said that it was behind the attack.",
    "Police said the attack was carried out by the Red Front.",
    "The government blamed the Red Front.",
    "The attack was blamed on the Red Front.",
    "The ministry accused the Red Front of carrying out the attack.",
  ])
  func whoIsNamedFurtherDownIsItsDoer(_ sentence: String) {
    let told = told("Gunmen attacked a hotel in Kelt on Tuesday, killing nine people. " + sentence)
    #expect(
      told.contains {
        $0.hasPrefix("attack asserted gunmen=ACTOR") && $0.hasSuffix("Red Front=ACTOR alleged")
      },
      "\(told)")
  }

  @Test(arguments: [
    "The Red Front denied responsibility.", "The Red Front denied any role.",
    "The Red Front denied involvement in the attack.",
    "The Red Front denied carrying out the attack.",
  ])
  func whoDeniesItFurtherDownIsNoDoer(_ sentence: String) {
    let told = told("Gunmen attacked a hotel in Kelt on Tuesday, killing nine people. " + sentence)
    #expect(told.contains { $0.hasSuffix("Red Front=ACTOR denied") }, "\(told)")
  }

  /// Of another deed, of no deed, or of nobody.
  @Test(arguments: [
    "No group has claimed responsibility. The Red Front is active there.",
    "The Red Front claimed responsibility for a bombing in Belmar last year.",
    "The Red Front blamed the government for the collapse of the truce.",
    "The Red Front is responsible for schools in the north.",
    "The man behind the wheel was from the Red Front.",
    "In 2015 the Red Front killed 20 soldiers in Belmar. It claimed responsibility for that attack.",
  ])
  func whoSpeaksOfSomethingElseDidNothing(_ sentences: String) {
    let told = told("Gunmen attacked a hotel in Kelt on Tuesday, killing nine people. " + sentences)
    #expect(
      told.filter { $0.hasPrefix("attack asserted gunmen") }.allSatisfy {
        $0 == "attack asserted gunmen=ACTOR"
      }, "\(told)")
  }

  /// Those held, those let go, and those who attacked.
  @Test(arguments: [
    ("Police rounded up 11 people on Wednesday.", ["detained 11"]),
    ("Police took seven suspects into custody.", ["detained 7"]),
    ("Seven suspects are in custody.", ["detained 7"]),
    ("A total of 26 hostages have been freed.", ["other 26"]),
    ("Security forces killed all four assailants.", ["killed 4 of assailants"]),
    ("An air strike killed 12 militants on Tuesday.", ["killed 12"]),
  ])
  func countsWhoIsMeant(_ text: String, _ figures: [String]) {
    let events = annotated(text, "2017-04-19").events
    #expect(
      events.flatMap(\.figures).map { one in
        "\(one.subject.rawValue) \(Int(one.value))" + (one.of.map { " of \($0)" } ?? "")
      } == figures)
    #expect(events.allSatisfy { $0.date != nil })
  }

  /// A country right before what struck it does nothing, unless it struck elsewhere.
  @Test(arguments: [
    ("Syria attack kills 20 on Tuesday.", "Syria", []),
    ("US attack in Mali kills 20 on Tuesday.", "Mali", ["United States"]),
    ("Russian air strike kills 20 on Tuesday.", nil, ["Russia"]),
  ])
  func saysWhereItWas(_ text: String, _ place: String?, _ doers: [String]) {
    let events = annotated(text, "2017-04-19").events
    #expect(events.map(\.place) == [place])
    #expect(events.flatMap(\.participants).filter { $0.role == .actor }.map(\.name) == doers)
  }

  /// A text may end within a phrase.
  @Test(arguments: [
    "Police took seven suspects into", "Soldiers put the leader", "Police shot three men out",
  ])
  func endsWithinAPhrase(_ text: String) {
    #expect(annotated(text, "2017-04-19").sentences.count == 1)
  }
}
