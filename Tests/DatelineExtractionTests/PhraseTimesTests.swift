import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

/// Times of phrases within a clause, against the time of the clause itself; published Thursday 1 August 2019.
@Suite struct PhraseTimesTests {
  private func dates(_ text: String) -> [String] {
    annotated(text, "2019-08-01").events.map { event in
      "\(event.lemma) \(event.date?.description ?? "nil")"
        + (event.status == .asserted ? "" : " \(event.status)")
    }
  }

  /// What was done to the subject before has a time of its own.
  @Test(arguments: [
    ("President Novak, elected in 2017, met Kralik on Monday in Kelt.", "meet 2019-07-29"),
    ("The group, founded in 1988, attacked a convoy on Tuesday.", "attack 2019-07-30"),
    ("The law, passed in June, has been suspended by the court.", "suspend 2019-08-01~"),
    ("An earlier ceasefire, agreed in February, fell apart on Monday.", "fall 2019-07-29"),
    (
      "A contractor jailed in Kelt over a year ago has been charged with treason.",
      "be charged with 2019-08-01~"
    ),
    // But the deed's own is told so too.
    ("The talks, held in Kelt on Monday, ended without a deal.", "talk 2019-07-29"),
    ("An attack, launched on Monday, killed ten people.", "kill 2019-07-29"),
  ])
  func anInsertionHasItsOwnTime(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  /// "The first since", "the deadliest since": since when there was none such.
  @Test(arguments: [
    (
      "The blast, the deadliest in Kelt since 2017, killed 80 people on Wednesday.",
      ["kill 2019-07-31"]
    ),
    ("The talks, the first since March, opened in Kelt on Monday.", ["talk 2019-07-29"]),
    ("The two leaders met for the first time since 2015.", ["meet 2019-08-01~"]),
    (
      "About 120 people had been rescued by foreign teams since the 12 June earthquake.",
      ["rescue 2019-06-12/.."]
    ),
  ])
  func sinceWhenThereWasNoneIsNoTime(_ text: String, _ told: [String]) {
    #expect(dates(text) == told)
  }

  /// A participle right between a noun and a time keeps it, and a deed that is spoken of its day.
  @Test(arguments: [
    ("Avaria demanded the release of a journalist arrested on 14 February.", "demand 2019-08-01~"),
    ("Rebels broke a truce agreed on 17 July, the army said.", "break 2019-08-01~"),
    ("Soldiers freed a hostage kidnapped in March.", "free 2019-08-01~"),
    ("The blast left two people wounded on Monday.", "blast 2019-07-29"),
    ("A doctor is accused of causing the death on 25 June 2009.", "death 2009-06-25"),
    (
      "Police have arrested a suspect in the killing of a journalist on 18 April.",
      "arrest 2019-08-01~"
    ),
    (
      "Avaria has imposed sanctions on two men over the poisoning of a spy on March 4.",
      "impose sanctions 2019-08-01~"
    ),
    ("Novak was jailed for life for the bombing of a bus in June 2016.", "bombing 2016-06"),
    ("The inquiry into the crash on 3 July opened on Wednesday.", "open 2019-07-31"),
    (
      "The families of those killed in the crash on 3 July met the minister.",
      "meet 2019-08-01~"
    ),
    ("Three people injured in a bombing on 12 July died on Tuesday.", "die 2019-07-30"),
    (
      "They rejected the decision of the United States of America of 25 March 2019.",
      "reject 2019-08-01~"
    ),
    // But what kills in it is of its day.
    ("The army killed 20 people in a bombing on 3 July.", "kill 2019-07-03"),
    ("A bomb in a market on Monday killed ten people.", "kill 2019-07-29"),
  ])
  func anotherDeedKeepsItsTime(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  @Test(arguments: [
    ("The 2015 agreement was abandoned by Avaria last year.", "abandon 2018"),
    ("Kelt was awarded the 2022 World Cup in December 2010.", "award 2010-12"),
    ("The club won the 2019 Champions League in June.", "win 2019-06"),
    ("The 2015 earthquake killed 9,000 people.", "kill 2015"),
  ])
  func aYearBeforeANounYields(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  /// What lies ahead is not when it was agreed on.
  @Test(arguments: [
    (
      "They agreed to hold the next meeting on Avaria in Kelt in October 2019.",
      ["agree to 2019-08-01~", "meeting 2019-10 expected"]
    ),
    ("The council called on both sides to meet before 15 August.", ["call on 2019-08-01~"]),
    ("The union has called a strike for Monday.", ["call strike 2019-08-05 expected"]),
    ("The group has announced a march in Kelt for Sunday.", ["announce 2019-08-01~"]),
    (
      "He resigned on Monday after failed talks with the union.",
      ["resign 2019-07-29"]
    ),
    ("The attack took place on Sunday evening when armed men broke in.", ["attack 2019-07-28"]),
    (
      "The council called for a ceasefire by 15 August.",
      ["call for 2019-08-01~", "ceasefire ../2019-08-15 expected"]
    ),
    (
      "The summit, first scheduled for 25 July, was called off on Tuesday.",
      ["summit 2019-07-25 negated"]
    ),
  ])
  func whatIsAgreedLiesAhead(_ text: String, _ told: [String]) {
    #expect(dates(text) == told)
  }

  @Test(arguments: [
    (
      "Three days after the bombing in Kelt on 20 July, police arrested six men.",
      "arrest 2019-07-23"
    ),
    ("The singer died after suffering a stroke at his home on Monday.", "die 2019-07-29"),
    ("The offensive, which began in April, has displaced 400,000 people.", "offensive 2019-04/.."),
  ])
  func countsFromWhatAPhraseNames(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  /// A sentence goes on with the day of the one before, where that is later than the news began with.
  @Test(arguments: [
    (
      "A gunman killed 22 people in Kelt on Saturday. On Wednesday President Novak visited the town. He met survivors at a hospital.",
      "meet 2019-07-31"
    ),
    (
      "A car bomb exploded in Kelt on Sunday, killing 37 people. Police on Monday raided houses. Officers arrested four people.",
      "arrest 2019-07-29"
    ),
    // What killed is told on.
    (
      "A gunman killed 22 people in Kelt on Saturday. On Wednesday President Novak visited the town. The gunman shot three people in a market.",
      "shoot 2019-07-27"
    ),
  ])
  func goesOnFromTheSentenceBefore(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  @Test(arguments: [
    ("The president dismissed security chief Jan Novak on Tuesday.", "dismiss 2019-07-30"),
    ("The ministry said 4,010 people were known to have died.", "die 2019-08-01~"),
    ("Monday's talks in Kelt were not easy.", "talk 2019-07-29"),
  ])
  func saysThatItWasDone(_ text: String, _ told: String) {
    #expect(dates(text).contains(told), "\(dates(text))")
  }

  @Test(arguments: [
    "Today marks the 25th anniversary of the space shuttle accident.",
    "If they had signed the deal in May, the war would have ended.",
  ])
  func isNoNews(_ text: String) {
    #expect(dates(text).allSatisfy { !$0.contains("accident") && !$0.hasPrefix("deal") })
  }

  @Test(arguments: [
    "Her husband, 62, died in the blaze on Monday.", "The singer, 50, died on Monday.",
  ])
  func anAgeIsNoToll(_ text: String) {
    #expect(annotated(text, "2019-08-01").events.allSatisfy { $0.figures.isEmpty })
  }
}
