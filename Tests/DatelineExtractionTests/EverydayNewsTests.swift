import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

/// What papers tell beside wars and talks, and sentences as agencies build them; published Thursday 1 August 2019.
@Suite struct EverydayNewsTests {
  private func told(_ text: String) -> [String] {
    annotated(text, "2019-08-01").events.map { event in
      let kind = event.type == .other ? event.topic ?? "-" : event.type.rawValue
      return "\(event.lemma) \(kind) \(event.date?.description ?? "nil")"
    }
  }

  /// Crime, fires, sport, goods, health and culture have words of their own.
  @Test(arguments: [
    ("Thieves stole a painting from a museum in Orsk on Sunday.", "steal crime 2019-07-28"),
    ("Three inmates escaped from a jail in Orsk on Friday.", "escape from crime 2019-07-26"),
    (
      "The singer checked herself into a clinic on Monday.", "check herself into medical 2019-07-29"
    ),
    (
      "The club placed its striker on injured reserve on Monday.",
      "place on injured reserve sport 2019-07-29"
    ),
    ("Varna beat Orsk 3-1 on Saturday.", "beat sport 2019-07-27"),
    ("The runner broke the world record in Orsk on Sunday.", "break record sport 2019-07-28"),
    ("Orsk Motors recalled 30,000 trucks on Tuesday.", "recall trucks product 2019-07-30"),
    ("The climber fell to his death on Tuesday.", "fall to his death death 2019-07-30"),
    ("Rescuers found the bodies of three climbers on Monday.", "find bodies recovery 2019-07-29"),
    (
      "The president picked a surgeon as health minister on Monday.",
      "pick as appointment 2019-07-29"
    ),
    ("The chairman stepped down on Monday.", "step down RETREAT 2019-07-29"),
  ])
  func hasWordsForEverydayNews(_ text: String, _ expected: String) {
    #expect(told(text) == [expected])
  }

  /// The same words in another sense.
  @Test(arguments: [
    ("The banks robbed the country of its pride.", "crime"),
    ("He recalls the days of the old market.", "product"),
    ("Investors were rattled by the vote.", "disaster"),
  ])
  func leavesFiguresOfSpeech(_ text: String, _ topic: String) {
    #expect(!told(text).contains { $0.contains(topic) })
  }

  /// Whom no table of actors knows is somebody all the same.
  @Test(arguments: [
    ("An officer shot a teenager in Orsk on Monday.", "shoot ASSAULT 2019-07-29"),
    ("The company fired the man on Monday.", "fire SANCTION 2019-07-29"),
  ])
  func somebodyIsShotOrDismissed(_ text: String, _ expected: String) {
    #expect(told(text) == [expected])
  }

  /// A fire or storm attacks nobody.
  @Test(arguments: [
    ("A fire destroyed a warehouse in Orsk on Monday.", "destroy accident 2019-07-29"),
    ("The mill was destroyed by fire on Monday.", "destroy accident 2019-07-29"),
    ("The earthquake destroyed 40 homes on Monday.", "destroy accident 2019-07-29"),
    ("The army destroyed 40 tanks on Monday.", "destroy ASSAULT 2019-07-29"),
  ])
  func aFireAttacksNobody(_ text: String, _ expected: String) {
    #expect(told(text) == [expected])
  }

  /// What somebody says now was done then, with or without "that".
  @Test(arguments: [
    ("Officials say the rebels attacked a village on Monday.", "attack ASSAULT 2019-07-29"),
    ("Activists say troops shelled the town on Monday, killing five.", "shell ASSAULT 2019-07-29"),
    ("Police say a man attacked a clinic on Monday.", "attack ASSAULT 2019-07-29"),
    (
      "Police said the recently fired worker attacked a clinic on Monday.",
      "attack ASSAULT 2019-07-29"
    ),
    // Who is told of first does not say it.
    ("Witnesses say the man killed by police was unarmed.", "kill ASSAULT nil"),
  ])
  func tellsWhatIsSaid(_ text: String, _ expected: String) {
    #expect(told(text) == [expected])
  }

  /// An age, a title or an owner stands between a subject and its verb.
  @Test(arguments: [
    (
      "Police said Jan Novak, 61, opened fire at a party on Monday, killing the owner.",
      ["open fire ASSAULT 2019-07-29"]
    ),
    (
      "The rig, leased by Orsk Oil, exploded and sank on Monday, killing 11 workers.",
      ["explode explosion 2019-07-29"]
    ),
    (
      "Jan Novak, 61, arrested in May, died on Monday.",
      ["arrest COERCE 2019-05", "die death 2019-07-29"]
    ),
    (
      "The bank's chairman, Jan Novak, said the firm would close on Friday.",
      ["close SANCTION 2019-08-02"]
    ),
    (
      "Jan Novak, head of the relief fund, apologised on Wednesday for remarks he made.",
      ["apologise CONSULT 2019-07-31"]
    ),
  ])
  func goesOnBehindAnInsertion(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  /// "Two of whom" takes up the robbers, and what follows is theirs.
  @Test func goesOnBehindSomeOfWhom() {
    let event = annotated(
      "The rebels, two of whom were masked, attacked a bank in Orsk on Monday.", "2019-08-01"
    ).events.first
    #expect(event?.lemma == "attack")
    #expect(event?.participants.first?.name == "rebels")
    #expect(event?.participants.first?.role == .actor)
  }

  /// What "and" joins is told apart unless it is of one kind.
  @Test(arguments: [
    (
      "Gunmen entered a bank in Orsk on Monday and shot a guard.",
      ["enter - 2019-07-29", "shoot ASSAULT 2019-07-29"]
    ),
    (
      "The singer checked into a clinic on Monday and married her manager.",
      ["check into medical 2019-07-29", "marry culture 2019-07-29"]
    ),
    ("Two students were shot and killed on Monday.", ["kill ASSAULT 2019-07-29"]),
  ])
  func deedsOfOtherKindsAreTwo(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  /// "No one" is not one.
  @Test(arguments: [
    "Police said no one was killed in the blast on Monday.",
    "No one else was hurt in the attack on Monday.",
    "Not one soldier was killed on Monday.",
  ])
  func noOneIsNotOne(_ text: String) {
    #expect(annotated(text, "2019-08-01").events.allSatisfy { $0.figures.isEmpty })
  }

  @Test func anAgeIsNoToll() {
    let events = annotated("The actress, 85, died on Monday, her agent said.", "2019-08-01").events
    #expect(events.map(\.lemma) == ["die"])
    #expect(events.allSatisfy { $0.figures.isEmpty })
    let arrested = annotated(
      "Two men, aged 31 and 44, were arrested on Monday and charged with theft.", "2019-08-01"
    ).events
    #expect(arrested.first?.figures.map(\.value) == [2])
  }

  /// What an insertion or an opening says of somebody has a time of its own.
  @Test(arguments: [
    ("Founded in 1988, the group attacked a convoy on Monday.", ["attack ASSAULT 2019-07-29"]),
    ("Born in Orsk in 1921, Novak moved to Varna in 1945.", ["move - 1945"]),
    ("The army, at war since 2014, agreed on Monday to a truce.", ["agree AGREE 2019-07-29"]),
    (
      "The army, which has been at war since 2014, agreed to a truce on Monday.",
      ["war ASSAULT 2014/..", "agree to AGREE 2019-07-29"]
    ),
    ("The two sides agreed to a ceasefire on Monday.", ["agree to AGREE 2019-07-29"]),
  ])
  func theDeedsOwnTimeDatesIt(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  /// "Believed to be": others suppose so, and the deed is still to come.
  @Test(arguments: [
    (
      "Warplanes believed to be Avarian struck a hospital on Monday.", ["strike ASSAULT 2019-07-29"]
    ),
    (
      "Police believe the attacker, 31, fled to Varna on Monday.", ["flee RETREAT 2019-07-29"]
    ),
  ])
  func suppositionsAreNoDeeds(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  /// Who did it is not counted among those harmed.
  @Test(arguments: [
    ("Two gunmen shot dead a journalist in Orsk on Monday.", [String]()),
    ("A journalist was killed by two gunmen in Orsk on Monday.", []),
    ("Two soldiers shot dead three protesters on Monday.", ["killed 3"]),
    ("Twelve people were killed by a bomb on Monday.", ["killed 12"]),
  ])
  func doersAreNoVictims(_ text: String, _ expected: [String]) {
    let harm = annotated(text, "2019-08-01").events.flatMap(\.figures)
      .filter { $0.subject == .killed }
    #expect(harm.map { "killed \(Int($0.value))" } == expected)
  }

  /// A sentence to death kills nobody, and who protests at a killing protests now.
  @Test(arguments: [
    (
      "A court on Monday sentenced three men to death for the 2015 attack.",
      ["sentence ruling 2019-07-29", "attack ASSAULT 2015"]
    ),
    (
      "Thousands marched on Monday in protest at the killing of a student last week.",
      ["march PROTEST 2019-07-29", "killing ASSAULT 2019-07-22/2019-07-28"]
    ),
  ])
  func aWordOnTheWayIsNoEvent(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  /// What is lifted is not imposed, wherever it stands.
  @Test(arguments: [
    ("The curfew was lifted on Monday.", ["lift curfew YIELD 2019-07-29"]),
    (
      "Sanctions imposed in 2014 were lifted on Monday.",
      ["impose SANCTION 2014", "lift sanctions YIELD 2019-07-29"]
    ),
    ("Sixteen bombs were dropped on the town on Monday.", ["drop bombs ASSAULT 2019-07-29"]),
    ("A dead whale was found on a beach on Monday.", ["find happening 2019-07-29"]),
  ])
  func aPassiveHasItsObjectInFront(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  /// The first sentence tells an arrest of whomever, and what an outlet reports on its day was done.
  @Test(arguments: [
    ("A student has been arrested.", ["arrest COERCE 2019-08-01~"]),
    (
      "State media reported on Monday that the army had recaptured the town.",
      ["recapture ASSAULT 2019-07-29~"]
    ),
  ])
  func tellsTheNewsOfWhomever(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  /// Headlines leave out articles and "were".
  @Test(arguments: [
    ("Two arrested over museum heist", "arrest COERCE"),
    ("Hostages freed in Orsk", "free YIELD"),
    ("Rebels seize town as army retreats", "seize ASSAULT"),
    ("Peace talks resume in Geneva", "peace talk CONSULT"),
    ("Peace talks to resume in Geneva", "peace talk CONSULT"),
    ("Ferry with 80 aboard sinks off Orsk", "sink OTHER"),
    // But not what a headline only names.
    ("Avarian troops attack rebels in Orsk", "attack ASSAULT"),
  ])
  func readsHeadlines(_ title: String, _ expected: String) {
    let events = annotated("It was quiet in the town.", "2019-08-01", title: title).events
    #expect(events.first.map { "\($0.lemma) \($0.type.rawValue)" } == expected)
  }

  @Test func whoIsFreedInAHeadlineFreesNobody() {
    let event = annotated(
      "It was quiet in the town.", "2019-08-01", title: "Journalists freed by rebels"
    ).events.first
    let roles = event?.participants.map { "\($0.name) \($0.role.rawValue)" } ?? []
    #expect(roles.sorted() == ["journalists RECIP", "rebels ACTOR"])
  }

  /// What a phrase in front names is not what the sentence tells.
  @Test(arguments: [
    ("Despite the truce, clashes erupted in Orsk.", "clash ASSAULT 2019-08-01~"),
    ("Under the deal, an evacuation of the town began on Sunday.", "evacuation AID 2019-07-28"),
    ("Around Orsk, dozens of raids hit the besieged suburb.", "raid ASSAULT 2019-08-01~"),
  ])
  func looksBehindAPhraseInFront(_ text: String, _ expected: String) {
    #expect(told(text) == [expected])
  }

  /// Those who fight enter a town, and so does nobody else.
  @Test(arguments: [
    ("Government forces entered Orsk.", ["enter MOBILIZE 2019-08-01~"]),
    ("Tanks of the militia later rolled into Orsk.", ["roll into MOBILIZE 2019-08-01~"]),
    ("The rebels were advancing near Orsk.", ["advance ASSAULT 2019-08-01~"]),
    ("Two rockets landed near the embassy.", ["land near ASSAULT 2019-08-01~"]),
    ("The army took Orsk.", ["take ASSAULT 2019-08-01~"]),
    ("Rebels lost the town.", ["lose RETREAT 2019-08-01~"]),
    ("The army took heavy losses.", []),
    ("The singer entered Orsk.", []),
    ("The economy of Orsk was advancing.", []),
  ])
  func armiesMove(_ text: String, _ expected: [String]) {
    #expect(told(text) == expected)
  }

  /// Somebody who hears a blast tells of a blast.
  @Test(arguments: [
    ("Explosions were heard in Orsk.", "explosion explosion 2019-08-01~"),
    ("Residents heard explosions in Orsk on Monday.", "explosion explosion 2019-07-29"),
    ("Chemical weapons were used in Orsk on Monday.", "use chemical weapons ASSAULT 2019-07-29"),
  ])
  func isHeardOrUsed(_ text: String, _ expected: String) {
    #expect(told(text) == [expected])
  }

  /// Further down too, where the clause tells where or by whom and to whom.
  @Test(arguments: [
    ("Warplanes hit a clinic in Orsk.", "hit ASSAULT 2019-08-01~"),
    ("Thousands of people rallied in Orsk.", "rally PROTEST 2019-08-01~"),
    ("The rebels freed two soldiers.", "free YIELD 2019-08-01~"),
    ("Russia and Turkey discussed the truce.", "discuss CONSULT 2019-08-01~"),
    ("The ceasefire collapsed.", "ceasefire AGREE 2019-08-01~"),
    ("The two sides signed a truce.", "truce AGREE 2019-08-01~"),
    ("Troops surrounded the town.", "surround ASSAULT 2019-08-01~"),
    ("The guards killed three militants in a raid.", "kill ASSAULT 2019-08-01~"),
  ])
  func tellsPlainDeedsFurtherDown(_ text: String, _ expected: String) {
    let before = "It was hot. The shops were full. The river was low. "
    #expect(told(before + text) == [expected])
  }

  @Test(arguments: [
    "The firms rallied.", "The earthquake destroyed several villages.",
    "Reporters spoke with a cleric.",
  ])
  func leavesBareWordsFurtherDown(_ text: String) {
    let before = "It was hot. The shops were full. The river was low. "
    #expect(told(before + text).isEmpty)
  }
}
