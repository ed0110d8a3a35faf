import Testing

/// Who does what to whom in the families of phrases that news writes: giving, sending, cutting off, pressing, threatening,
/// leaving, yielding, judging.
struct FamiliesOfDeedsTests {
  /// Whoever gets something, in front of it or behind "to".
  @Test(arguments: [
    ("Kenya discussed Somalia with Uganda on Monday.", "discuss CONSULT: Kenya, Uganda > "),
    ("Kenya gave Somalia 20 tanks on Monday.", "give AID: Kenya > Somalia"),
    ("Kenya gave the rebels weapons on Monday.", "give weapons AID: Kenya > rebels"),
    ("Kenya granted refugees citizenship on Monday.", "grant citizenship YIELD: Kenya > refugees"),
    ("Poland handed Lithuania two suspects on Monday.", "hand suspects YIELD: Poland > Lithuania"),
    ("Poland offered Moscow gas on Monday.", "offer AGREE: Poland > Moscow"),
    ("Kenya sold Uganda 40 jets on Monday.", "sell jets COOPERATE: Kenya > Uganda"),
    ("Norway sent doctors to Haiti on Monday.", "send doctors AID: Norway > Haiti"),
    (
      "Peru returned the remains of six soldiers to Chile on Monday.",
      "return remains YIELD: Peru > Chile"
    ),
    ("Turkey deployed 600 soldiers on Monday.", "deploy MOBILIZE: Turkey > "),
  ])
  func isGivenOrSent(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  /// Sanctions, pressure and force have verbs of several words.
  @Test(arguments: [
    ("Iran cut off gas supplies to Turkey on Monday.", "cut off gas SANCTION: Iran > Turkey"),
    (
      "Brazil was hit with new tariffs by Mexico on Monday.",
      "hit with tariffs SANCTION: Mexico > Brazil"
    ),
    ("Germany put pressure on Greece on Monday.", "put pressure on REQUEST: Germany > Greece"),
    (
      "Britain stripped the minister of his title on Monday.",
      "strip of SANCTION: Britain > minister"
    ),
    ("Police threw the editor in jail on Monday.", "throw in jail COERCE: Police > editor"),
    (
      "Police used rubber bullets against students on Monday.",
      "use rubber bullets COERCE: Police > students"
    ),
    ("Students hurled bottles at police on Monday.", "hurl bottles PROTEST: Students > police"),
    (
      "Iran pulled out of an agreement with Iraq on Monday.",
      "pull out of agreement REJECT: Iran > Iraq"
    ),
    ("Kosovo won recognition from Peru on Monday.", "win recognition SUPPORT: Peru > Kosovo"),
    (
      "Patrols were stepped up by Kenyan soldiers on Monday.",
      "step up patrols MOBILIZE: Kenyan soldiers > "
    ),
  ])
  func isCutOffOrPressed(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  /// A promise of violence is a threat.
  @Test(arguments: [
    ("The rebels vowed to bomb the port on Monday.", "vow THREATEN: rebels > "),
    ("The rebels vowed to disarm on Monday.", "vow AGREE: rebels > "),
  ])
  func isThreatened(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  /// Whoever is told beside a deed has no part in it, and who stands behind an insertion acts.
  @Test(arguments: [
    (
      "The withdrawal of French forces from Niger began on Monday.",
      "withdrawal RETREAT: French forces > Niger"
    ),
    ("The bombing of a village by Syria angered Kenya on Monday.", "bombing ASSAULT: Syria > "),
    (
      "The army arrested 20 people suspected of spying for Kenya on Monday.",
      "arrest COERCE: army > "
    ),
    ("Lebanon asked for more peacekeepers on Monday.", "ask REQUEST: Lebanon > "),
    ("Lebanon called for rebels to leave on Monday.", "call for REQUEST: Lebanon > rebels"),
    ("Poland denied Lithuanian claims on Monday.", "deny REJECT: Poland > Lithuanian"),
    (
      "The mayor, accused of graft, lashed out at prosecutors on Monday.",
      "lash out at ACCUSE: mayor > prosecutors"
    ),
    (
      "Rebels who control the north shot down an army helicopter on Monday.",
      "shoot down ASSAULT: Rebels > army"
    ),
    ("Israel bombed a depot in Syria's Homs province on Monday.", "bomb ASSAULT: Israel > Syria"),
    (
      "Kenya sent food to villagers cut off by floods on Monday.",
      "send food AID: Kenya > villagers"
    ),
    (
      "The expulsion of diplomats by Iran was condemned on Monday.",
      "expulsion SANCTION: Iran > diplomats"
    ),
    ("Rebels surrendered in Damascus on Monday.", "surrender YIELD: Rebels > "),
  ])
  func isBesideAnotherDeed(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  /// To whom it is sent, before whom it is done, where a capital speaks or is spoken to.
  @Test(arguments: [
    (
      "In a letter to the council, Lebanon appealed for help on Monday.",
      "appeal for REQUEST: Lebanon > council"
    ),
    (
      "A statement from the Kremlin denounced Britain on Monday.",
      "denounce ACCUSE: Kremlin > Britain"
    ),
    ("Britain lashed out at Moscow on Monday.", "lash out at ACCUSE: Britain > Moscow"),
    (
      "Rebels laid down their arms before the army on Monday.",
      "lay down their arms YIELD: Rebels > army"
    ),
    (
      "The minister went on trial before a military court on Monday.",
      "go on trial OTHER: military court > minister"
    ),
    (
      "The minister appeared in a state court on Monday.",
      "appear in court OTHER: state court > minister"
    ),
    ("Kenya closed its embassy in Somalia on Monday.", "close embassy SANCTION: Kenya > Somalia"),
  ])
  func isToldInAPhrase(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  /// A description is printed with what says which one.
  @Test(arguments: [
    (
      "Police attacked pro-Novak protesters on Monday.",
      "attack ASSAULT: Police > pro-Novak protesters"
    ),
    (
      "The pope thanked Lebanon's Maronite patriarch on Monday.",
      "thank SUPPORT: pope > Lebanon's Maronite patriarch"
    ),
  ])
  func isPrintedWhole(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }
}
