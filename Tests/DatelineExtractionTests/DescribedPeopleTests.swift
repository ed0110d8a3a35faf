import Testing

@testable import DatelineExtraction

/// Those who are told by a word for what they are, and how they stand to what is done.
struct DescribedPeopleTests {
  @Test(arguments: [
    // Any word that means persons names them, also as the first of its sentence.
    ("Surveyors accused the minister on Monday.", "accuse ACCUSE: Surveyors > minister"),
    ("Farmers protested against the army on Monday.", "protest PROTEST: Farmers > army"),
    ("Police arrested a cattle dealer on Monday.", "arrest COERCE: Police > dealer"),
    ("A merchant ship sank on Monday.", "sink OTHER: "),
    // They act for themselves, wherever they come from.
    ("Police arrested tourists from Chad on Monday.", "arrest COERCE: Police > tourists"),
    ("Officials from Chad met the king on Monday.", "meet CONSULT: Chad, king > "),
    // Those taken are no bare number of victims.
    ("Police arrested eleven students on Monday.", "arrest COERCE: Police > students"),
    // Those who only accompany others or carry something have no part.
    (
      "The bishop, accompanied by priests and nuns, met the king on Monday.",
      "meet CONSULT: bishop, king > "
    ),
    (
      "Peru asked Chile for grain through intermediaries on Monday.", "ask REQUEST: Peru > Chile"
    ),
    (
      "The ministers met on Monday after the collision of two warplanes.",
      "meet CONSULT: ministers > "
    ),
    ("Iran praised the rebels sent to Chad on Monday.", "praise SUPPORT: Iran > rebels"),
    ("Diplomats were permitted to leave Iraq on Monday.", "permit YIELD:  > Diplomats"),
    ("The army deployed 400 Marines to Chad on Monday.", "deploy MOBILIZE: army > Chad"),
    (
      "Britain called on Sinn Fein, the IRA's political wing, on Monday to disarm.",
      "call on REQUEST: Britain > Sinn Fein"
    ),
    (
      "In the capital, Ankara, protesters praised France on Monday.",
      "praise SUPPORT: protesters > France"
    ),
    (
      "An appeal by the firm to Chad for the release of sailors was announced on Monday.",
      "appeal REQUEST: firm > Chad"
    ),
  ])
  func act(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  @Test(arguments: [
    // Behind a noun, who does it and whom it is done to.
    (
      "The arrest by police of a reporter was announced on Monday.",
      "arrest COERCE: police > reporter"
    ),
    (
      "An attack by members of the militia was announced on Monday.", "attack ASSAULT: militia > "
    ),
    ("Peru's apology to Chad was announced on Monday.", "apology YIELD: Peru > Chad"),
    ("Peru's plan was announced on Monday.", "announce CONSULT: "),
    (
      "US sanctions against Peru's wine were announced on Monday.",
      "sanction SANCTION: US > Peru"
    ),
    // What those of one state do in another they do to it, and no state does what it backs.
    ("Libyan jets bombed a depot in Chad on Monday.", "bomb ASSAULT: Libyan jets > Chad"),
    ("Libyan jets bombed a depot in Libya on Monday.", "bomb ASSAULT: Libyan jets > "),
    (
      "Libyan-backed rebels bombed a depot in Chad on Monday.",
      "bomb ASSAULT: Libyan-backed rebels > "
    ),
    ("Libyan jets bombed a depot near Chad on Monday.", "bomb ASSAULT: Libyan jets > "),
    // Who gets what.
    ("India gave Bhutan helicopters on Monday.", "give AID: India > Bhutan"),
    ("India gave Chadian helicopters to Peru on Monday.", "give AID: India > Peru"),
    (
      "Washington supplied Georgia with coast guard boats on Monday.",
      "supply AID: Washington > Georgia"
    ),
    ("Mali received $80 million from the bank on Monday.", "receive $ AID: bank > Mali"),
    // What is refused, asked, left and looked into.
    (
      "Mongolia declined an invitation from Russia to join the pact on Monday.",
      "decline REJECT: Mongolia > Russia"
    ),
    ("Peru demanded an apology from Chad on Monday.", "demand apology ACCUSE: Peru > Chad"),
    (
      "Peru accused the firm on Monday of hiding oil from auditors.", "accuse ACCUSE: Peru > firm"
    ),
    ("The army retreated from Chad on Monday.", "retreat from RETREAT: army > Chad"),
    (
      "Peru opened an investigation into Chad on Monday.",
      "open an investigation ACCUSE: Peru > Chad"
    ),
  ])
  func areToldApart(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  @Test(arguments: [
    // Words that are a verb in one place and something else in another.
    ("Chad accused Peru on Monday of being a threat.", "accuse ACCUSE: Chad > Peru"),
    (
      "The minister denounced Peru on Monday for having abandoned the rebels.",
      "denounce ACCUSE: minister > Peru"
    ),
    ("Germany said on Monday it would back Peru.", "back SUPPORT: Germany > Peru"),
    (
      "Rebels in Chad freed a French tourist they had held since April.",
      "free YIELD: Rebels > French tourist"
    ),
    ("Teachers launched a strike on Monday.", "strike PROTEST: Teachers > "),
    ("Teachers were hurt in a strike on a school on Monday.", "hurt ASSAULT:  > Teachers"),
    ("The rebels went back to Chad on Monday.", "go OTHER: rebels > Chad"),
  ])
  func areReadBesideOtherVerbs(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }
}
