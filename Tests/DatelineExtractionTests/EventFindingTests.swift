import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

/// Sentences with their actors and times marked by hand, so that only event finding is tried.
///
/// `[Iran:government]` is an actor of a kind (`person`, `place`, `government`, `organization`,
/// `group` for a described one), `{Monday=2019-07-29}` a time with its EDTF, `{two-day=P2D}` a
/// duration.
@Suite struct EventFindingTests {
  /// Lemma, type, date, basis, status, then what there is of actors, place, figures, series, voice.
  @Test(arguments: [
    (
      "[Troops:group] attacked [the town:group] {on Monday=2019-07-29}.",
      "attack ASSAULT 2019-07-29 weekday asserted Troops=ACTOR the town=RECIP"
    ),
    (
      "[The convoy:group] was attacked by [gunmen:group] in [Farland:place] {on 4 April=2019-04-04}.",
      "attack ASSAULT 2019-04-04 explicit asserted The convoy=RECIP gunmen=ACTOR @Farland background"
    ),
    (
      "[Avaria:government] and [Borduria:government] held talks in [Kelt:place] {on Tuesday=2019-07-30}.",
      "talk CONSULT 2019-07-30 weekday asserted Avaria=ACTOR Borduria=ACTOR @Kelt"
    ),
    (
      "[The army:group] held talks with [a special envoy:group] for [Avaria:government] [Jan Novak:person] {on Monday=2019-07-29}.",
      "talk CONSULT 2019-07-29 weekday asserted The army=ACTOR a special envoy=ACTOR Jan Novak=ACTOR"
    ),
    (
      "The {two-day=P2D} talks opened in [Kelt:place] {on Tuesday=2019-07-30}.",
      "talk CONSULT 2019-07-30/2019-07-31 weekday asserted @Kelt"
    ),
    (
      "[Avaria:government] will sign the papers {on Friday=2019-08-02}.",
      "sign AGREE 2019-08-02 weekday expected Avaria=ACTOR"
    ),
    (
      "The summit is scheduled to take place in [Kelt:place] {on Friday=2019-08-02}.",
      "summit CONSULT 2019-08-02 weekday expected @Kelt"
    ),
    (
      "Envoys joined the talks which {on Monday=2019-07-29} happened",
      "talk CONSULT 2019-07-29 weekday asserted"
    ),
    (
      "Raids were reported in [Kelt:place], where an attack took place {on 2 July=2019-07-02}.",
      "raid ASSAULT 2019-08-01~ inherited asserted @Kelt\nattack ASSAULT 2019-07-02 explicit asserted @Kelt background"
    ),
    (
      "[Avaria:government] confirmed its part in the 13th round of peace talks, which will be held in [Kelt:place] {on Friday=2019-08-02}.",
      "peace talk CONSULT 2019-08-02 weekday expected Avaria=ACTOR @Kelt #Kelt talks 13"
    ),
    // Whose the homes are, who lost his life, who holds suspects, and who wrote the report: none of them
    // attacks.
    (
      "A barrage on a depot and the homes of [workers:group] killed 17 people {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=17"
    ),
    (
      "Four [children:group] lost their lives in the attack {on Monday=2019-07-29}.",
      "attack ASSAULT 2019-07-29 weekday asserted killed=4"
    ),
    (
      "[Police:organization] held four [suspects:group] in the clinic attack {on Monday=2019-07-29}.",
      "attack ASSAULT 2019-07-29 weekday asserted suspects=RECIP other=4/suspects"
    ),
    (
      "OSKVILLE, {July 31=2019-07-31} ([Orbis:organization]) - Rockets struck the town {on Monday=2019-07-29}.",
      "strike ASSAULT 2019-07-29 weekday asserted"
    ),
    // The commas are lost: when it was said.
    (
      "Rockets killed 29 people [officials:group] said {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29~ weekday asserted killed=29 ~officials"
    ),
    (
      // The day is the earthquake's, and the appeal is of the report's.
      "[Jean Duval:person] has set up an appeal to help the survivors of {Monday=2019-07-29}'s earthquake.",
      "set up OTHER 2019-08-01~ inherited asserted Jean Duval=ACTOR\nearthquake OTHER 2019-07-29 weekday asserted"
    ),
    (
      "[The minister:group] condemned {Monday=2019-07-29}'s attack on [the village:group].",
      "condemn ACCUSE 2019-08-01~ inherited asserted The minister=ACTOR\nattack ASSAULT 2019-07-29 weekday asserted the village=RECIP"
    ),
    (
      // What breaks an agreement is no agreement, and of its own day.
      "[Rebels:group] broke the truce {on Monday=2019-07-29}.",
      "break REJECT 2019-07-29 weekday asserted Rebels=ACTOR"
    ),
    (
      "[Avaria:government] broke the {2018=2018} ceasefire.",
      "break REJECT 2019-08-01~ inherited asserted Avaria=ACTOR\nceasefire AGREE 2018 explicit asserted background"
    ),
    (
      "[The army:group] deployed [600 soldiers:group] to the valley {on Monday=2019-07-29}.",
      "deploy MOBILIZE 2019-07-29 weekday asserted The army=ACTOR troops=600"
    ),
    (
      // The day that a report opens with is the report's, however near the verb.
      "[KARSOVIA:place], {Aug 1=2019-08-01} (Agency) - A ferry sank in heavy seas off [Kelt:place] {on Monday=2019-07-29}.",
      "sink OTHER 2019-07-29 weekday asserted @Kelt"
    ),
    (
      // Who acts is no happening, whatever the word before.
      "Three suicide [bombers:group] killed [two people:group] {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted bombers=ACTOR two people=RECIP killed=2 other=3"
    ),
    (
      "The dam gave way {on Monday=2019-07-29}. [Avaria:government] sent tents.",
      "give way OTHER 2019-07-29 weekday asserted\nsend MOBILIZE 2019-08-01~ inherited asserted Avaria=ACTOR"
    ),
    (
      // Where it was broken, and on whom nobody says.
      "[Rebels:group] broke the truce in [Kelt:place] {on Monday=2019-07-29}.",
      "break REJECT 2019-07-29 weekday asserted Rebels=ACTOR @Kelt"
    ),
    (
      // A year beside a noun that another verb rules is the noun's.
      "[Avaria:government] threatened sanctions, faulting [Borduria:government] for leaving a {2013=2013} agreement.",
      "threaten THREATEN 2019-08-01~ inherited asserted Avaria=ACTOR\nagreement AGREE 2013 explicit asserted background"
    ),
    (
      // For whom it is done, told by what follows.
      "[The firm:organization] agreed {on Monday=2019-07-29} to set up a fund to compensate [victims:group].",
      "agree AGREE 2019-07-29 weekday asserted The firm=ACTOR victims=RECIP"
    ),
    (
      "[Rebels:group] filed a lawsuit against [the firm:organization] {on Monday=2019-07-29}.",
      "file a lawsuit ACCUSE 2019-07-29 weekday asserted Rebels=ACTOR the firm=RECIP"
    ),
    (
      // The preposition belongs to a participle, and the day to its noun.
      "[The line:organization] has offered refunds to travellers caught up in {Monday=2019-07-29}'s accident.",
      "offer AGREE 2019-08-01~ inherited asserted The line=ACTOR\naccident OTHER 2019-07-29 weekday asserted"
    ),
    (
      "[Avaria:government] launched a {2001=2001}-style attack.",
      "attack ASSAULT 2019-08-01~ inherited asserted Avaria=ACTOR"
    ),
    (
      "[Ten people:group] died in {Monday=2019-07-29}'s earthquake.",
      "die OTHER 2019-07-29 weekday asserted Ten people=RECIP killed=10"
    ),
    (
      "{Monday=2019-07-29}'s earthquake killed [ten people:group].",
      "kill ASSAULT 2019-07-29 weekday asserted ten people=RECIP killed=10"
    ),
    (
      "[Avaria:government] sent tents after the {29 July=2019-07-29} earthquake.",
      "send MOBILIZE 2019-08-01~ inherited asserted Avaria=ACTOR\nearthquake OTHER 2019-07-29 explicit asserted"
    ),
    (
      "Roofs fell {on Monday=2019-07-29}. [Avaria:government] has pledged help.",
      "fall OTHER 2019-07-29 weekday asserted\npledge AGREE 2019-08-01~ inherited asserted Avaria=ACTOR"
    ),
    (
      // What lies ahead has no day that has gone by, be it the clause's or a fear's.
      "[Teams:group] are to search a town flattened by the earthquake {five days ago=2019-07-27}.",
      "search ACCUSE 2019-08-01/.. vague expected Teams=ACTOR\nearthquake OTHER 2019-07-27 relative asserted"
    ),
    (
      "Thousands are expected to have died {on Monday=2019-07-29}. [Avaria:government] will send tents.",
      "die OTHER 2019-07-29 weekday expected\nsend MOBILIZE 2019-08-01/.. vague expected Avaria=ACTOR"
    ),
    (
      "[Avaria:government] was to hold elections {on Monday=2019-07-29}.",
      "election OTHER 2019-07-29 weekday expected Avaria=ACTOR"
    ),
    (
      "[The army:group] did not attack [the village:group] {on Monday=2019-07-29}.",
      "attack ASSAULT 2019-07-29 weekday negated The army=ACTOR the village=RECIP"
    ),
    (
      "[The minister:group] denied that [the army:group] had bombed the hospital {on Monday=2019-07-29}.",
      "bomb ASSAULT 2019-07-29 weekday denied the army=ACTOR ~The minister"
    ),
    (
      "A bomb killed at least 43 people and wounded 100 in [Kelt:place] {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted @Kelt killed>=43 wounded=100"
    ),
    (
      "The 13th round of peace talks opened in [Astana:place] {on Monday=2019-07-29}.",
      "peace talk CONSULT 2019-07-29 weekday asserted @Astana #Astana talks 13"
    ),
    (
      "The 14th round of [Astana:place] talks opened in [Kelt:place] {on Tuesday=2019-07-30}.",
      "talk CONSULT 2019-07-30 weekday asserted @Kelt #Astana talks 14"
    ),
    (
      "[Borduria:government] talks opened {on Tuesday=2019-07-30}.",
      "talk CONSULT 2019-07-30 weekday asserted Borduria=ACTOR"
    ),
    (
      "An earthquake struck [Farland:government] {on Monday=2019-07-29}, police said.",
      "earthquake OTHER 2019-07-29 weekday asserted Farland=RECIP @Farland ~police"
    ),
    (
      "[The army:group] is in the midst of an offensive, which began {in April=2019-04}.",
      "offensive ASSAULT 2019-04/.. explicit asserted The army=ACTOR"
    ),
    (
      "[Moore:person] said {on Monday=2019-07-29} that prices were too high.",
      "say CONSULT 2019-07-29 weekday asserted Moore=ACTOR"
    ),
    (
      "[Avaria:government] demanded that [Borduria:government] ease its grip {on Monday=2019-07-29}.",
      "demand REQUEST 2019-07-29 weekday asserted Avaria=ACTOR Borduria=RECIP"
    ),
    (
      "[Avaria:government] rejected an appeal by [Borduria:government] {on Monday=2019-07-29}.",
      "reject REJECT 2019-07-29 weekday asserted Avaria=ACTOR Borduria=RECIP"
    ),
    (
      "[The singer:group] died {on 25 June=2009-06-25} after a cardiac arrest.",
      "die OTHER 2009-06-25 explicit asserted The singer=RECIP background"
    ),
    (
      "[A judge:group] sentenced [the doctor:group] to four years {on Tuesday=2019-07-30}.",
      "sentence OTHER 2019-07-30 weekday asserted A judge=ACTOR the doctor=RECIP"
    ),
    (
      "An outbreak of cholera began in [Farland:place] {in May=2019-05}.",
      "outbreak OTHER 2019-05 explicit asserted @Farland background"
    ),
    (
      "[Avaria:government] was due to hold elections {on Sunday=2019-08-04}.",
      "election OTHER 2019-08-04 weekday expected Avaria=ACTOR"
    ),
    (
      "[Moore:person] left for [Kelt:place] ahead of the talks {next week=2019-08-05/2019-08-11}.",
      "leave for CONSULT 2019-08-01~ inherited asserted Moore=ACTOR @Kelt\n"
        + "talk CONSULT 2019-08-05/2019-08-11 relative expected"
    ),
    (
      "[The army:group] hit a school as pupils were leaving it {on Monday=2019-07-29}, wounding ten.",
      "hit ASSAULT 2019-07-29 weekday asserted The army=ACTOR wounded=10"
    ),
    (
      "[Gunmen:group] shot dead three men, [police:group] said {on Monday=2019-07-29}.",
      "shoot dead ASSAULT 2019-07-29~ weekday asserted Gunmen=ACTOR killed=3 ~police"
    ),
    (
      "[The force:group] has been under siege in [Kelt:place] since {2013=2013}.",
      "siege ASSAULT 2013/.. explicit asserted The force=RECIP @Kelt"
    ),
    (
      "More than 300,000 people have been killed since the war began {in March 2011=2011-03}.",
      "war ASSAULT 2011-03 explicit asserted background"
    ),
    (
      "[Avaria:government] agreed {on Monday=2019-07-29} to a plan for [Kelt:place].",
      "agree AGREE 2019-07-29 weekday asserted Avaria=ACTOR @Kelt"
    ),
    (
      "According to [the agency:group], [the army:group] shelled [Kelt:place] {on Monday=2019-07-29}.",
      "shell ASSAULT 2019-07-29 weekday asserted the army=ACTOR @Kelt ~the agency"
    ),
    (
      "In [Kelt:place], [Avaria:government] and [Borduria:government] signed a treaty {on Monday=2019-07-29}.",
      "treaty AGREE 2019-07-29 weekday asserted Avaria=ACTOR Borduria=ACTOR @Kelt"
    ),
    (
      "[Delegates:group] from [Avaria:government] and [Borduria:government] met {on Monday=2019-07-29}.",
      "meet CONSULT 2019-07-29 weekday asserted Avaria=ACTOR Borduria=ACTOR"
    ),
    (
      "[Jan Novak:person], [leader:group] of [the movement:group], met [Moore:person] {on Monday=2019-07-29}.",
      "meet CONSULT 2019-07-29 weekday asserted Jan Novak=ACTOR Moore=ACTOR"
    ),
    (
      "[Avaria:government] held talks in [Kelt:place] {on Monday=2019-07-29} on the situation in [Farland:place].",
      "talk CONSULT 2019-07-29 weekday asserted Avaria=ACTOR @Kelt"
    ),
    (
      "[Troops:group] shelled [Kelt:place] {on Monday=2019-07-29}, killing five people including two children.",
      "shell ASSAULT 2019-07-29 weekday asserted Troops=ACTOR @Kelt killed=5 killed=2/children"
    ),
    (
      "Three raids hit [Kelt:place] {on Monday=2019-07-29} [the Watch:organization] said.",
      "raid ASSAULT 2019-07-29 weekday asserted @Kelt other=3 ~the Watch"
    ),
    (
      "[Farland:place] has been gripped by militancy since {2011=2011}.",
      "militancy ASSAULT 2011/.. explicit asserted @Farland"
    ),
    (
      "At least 128 troops were killed in [Kelt:place] {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted @Kelt killed>=128"
    ),
    (
      "[The army:group] bombed [Kelt:place] {on Monday=2019-07-29}. It shelled [the rebels:group] in the town.",
      "bomb ASSAULT 2019-07-29 weekday asserted The army=ACTOR @Kelt\n"
        + "shell ASSAULT 2019-07-29 inherited asserted The army=ACTOR the rebels=RECIP @Kelt"
    ),
    (
      "[Moore:person] said that [Avaria:government] must free [the men:group].",
      "say CONSULT 2019-08-01~ inherited asserted Moore=ACTOR Avaria=RECIP"
    ),
    (
      "[The firm:group] canceled its meeting with [the union:group] {on Monday=2019-07-29}.",
      "meeting CONSULT 2019-07-29 weekday negated The firm=ACTOR the union=ACTOR"
    ),
    (
      "[The army:group] resumed shelling [the village:group] {on Monday=2019-07-29}.",
      "shell ASSAULT 2019-07-29 weekday asserted The army=ACTOR the village=RECIP"
    ),
    (
      "[The rebels:group] have captured [Kelt:place] in {the past four days=P4D}.",
      "capture ASSAULT 2019-07-29/2019-08-01 relative asserted The rebels=ACTOR @Kelt"
    ),
    (
      "An offensive is under way in [Kelt:place].",
      "offensive ASSAULT - none asserted @Kelt"
    ),
    (
      "The war has gone on since {2015=2015/..}, when [the army:group] cracked down on [the rebels:group].",
      "war ASSAULT 2015/.. explicit asserted\n"
        + "crack down on COERCE 2015 explicit asserted the army=ACTOR the rebels=RECIP background"
    ),
    ("[Moore:person] tried to visit [Kelt:place] {in May=2019-05}.", ""),
    ("[The report:group] demonstrated the dangers of the plan.", ""),
    (
      "[The gunmen:group] who attacked [Kelt:place] {on Monday=2019-07-29} were arrested {on Tuesday=2019-07-30}.",
      "attack ASSAULT 2019-07-29 weekday asserted The gunmen=ACTOR @Kelt\n"
        + "arrest COERCE 2019-07-30 weekday asserted The gunmen=RECIP"
    ),
    (
      "Talks that were due to open in [Kelt:place] {on Monday=2019-07-29} were postponed.",
      "talk CONSULT 2019-07-29 weekday negated @Kelt"
    ),
    (
      "[Avaria:government] will host [Borduria:government] in [Kelt:place] {on Friday=2019-08-02}.",
      "host CONSULT 2019-08-02 weekday expected Avaria=ACTOR Borduria=RECIP @Kelt"
    ),
    (
      "[Troops:group] targeted [the rebels:group] {on Monday=2019-07-29}.",
      "target ASSAULT 2019-07-29 weekday asserted Troops=ACTOR the rebels=RECIP"
    ),
    (
      "[The army:group] would have attacked [Kelt:place].",
      "attack ASSAULT - none counterfactual The army=ACTOR @Kelt"
    ),
    ("“I think that we will win,” [Moore:person] said.", ""),
    ("[Avaria:government], which backs some of the groups, is a rich country.", ""),
    // What was not done.
    (
      // They were held.
      "The talks in [Kelt:place] failed {on Monday=2019-07-29}.",
      "talk CONSULT 2019-07-29 weekday asserted @Kelt"
    ),
    (
      "More than 300,000 are estimated to have been killed since the war began.", ""
    ),
    (
      "[The army:group] carried out no attack on [the village:group] {on Monday=2019-07-29}.",
      "attack ASSAULT 2019-07-29 weekday negated The army=ACTOR the village=RECIP"
    ),
    (
      // Where apostrophes were lost.
      "[The army:group] didnt attack [the village:group] {on Monday=2019-07-29}.",
      "attack ASSAULT 2019-07-29 weekday negated The army=ACTOR the village=RECIP"
    ),
    (
      "[The village:group] wasnt attacked by [the army:group] {on Monday=2019-07-29}.",
      "attack ASSAULT 2019-07-29 weekday negated The village=RECIP the army=ACTOR"
    ),
    // An offer is made, whatever is offered.
    (
      "[Avaria:government] offered support at a summit in [Kelt:place] {on Monday=2019-07-29}.",
      "offer AGREE 2019-07-29 weekday asserted Avaria=ACTOR @Kelt"
    ),
    // A participle within an insertion is no deed of the sentence.
    (
      "[The fighters:group] of the Lynx, a movement banned for years, had attacked [the village:group] {on Monday=2019-07-29}.",
      "attack ASSAULT 2019-07-29 weekday asserted The fighters=ACTOR the village=RECIP"
    ),
    // The second deed of a sentence took place on the day of the first.
    (
      "[The army:group] attacked [the town:group] {on Monday=2019-07-29}; [gunmen:group] bombed [the convoy:group].",
      "attack ASSAULT 2019-07-29 weekday asserted The army=ACTOR the town=RECIP\n"
        + "bomb ASSAULT 2019-07-29 inherited asserted gunmen=ACTOR the convoy=RECIP"
    ),
    // Who does it to others, how old somebody is and how many stages there are count no victims.
    // Whom an attack is named after may be those who suffered it.
    (
      "The [evacuees:group] bombing shocked [Kelt:place] {on Monday=2019-07-29}.",
      "bombing ASSAULT 2019-07-29 weekday asserted evacuees=RECIP @Kelt"
    ),
    // With nobody behind the verb, it is done to the subject.
    (
      "[Soldiers:group] killed in a raid in [Kelt:place] {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted Soldiers=RECIP @Kelt"
    ),
    (
      "[Soldiers:group] killed at least 14 people in [Kelt:place] {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted Soldiers=ACTOR @Kelt killed>=14"
    ),
    (
      "Three bombers killed two people in [Kelt:place] {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted @Kelt killed=2 other=3"
    ),
    (
      "[Jan Novak:person], 38, died in [Kelt:place] {on Monday=2019-07-29}.",
      "die OTHER 2019-07-29 weekday asserted Jan Novak=RECIP @Kelt"
    ),
    (
      "3,000 people were evacuated from [Kelt:place] in two stages {on Monday=2019-07-29}.",
      "evacuate OTHER 2019-07-29 weekday asserted @Kelt displaced=3000"
    ),
    // Whom a condition, an aim or a demand names.
    (
      "[Avaria:government] threatened to leave if [Borduria:government] goes ahead.",
      "threaten THREATEN 2019-08-01~ inherited asserted Avaria=ACTOR Borduria=RECIP"
    ),
    (
      "[Police:group] opened fire to disperse [demonstrators:group] {on Monday=2019-07-29}.",
      "open fire ASSAULT 2019-07-29 weekday asserted Police=ACTOR demonstrators=RECIP"
    ),
    (
      "[Avaria:government] called {on Monday=2019-07-29} on [the rebels:group] to disarm.",
      "call on REQUEST 2019-07-29 weekday asserted Avaria=ACTOR the rebels=RECIP"
    ),
    (
      "[Avaria:government] said {on Monday=2019-07-29} that [Borduria:government] and [Sudria:government] must return the ship.",
      "say CONSULT 2019-07-29 weekday asserted Avaria=ACTOR Borduria=RECIP"
    ),
    // The day of what else went on, and no deed of whoever only tells of it.
    (
      "The blast hit a bus in [Kelt:place] as thousands waited {on Monday=2019-07-29}.",
      "blast OTHER 2019-07-29 weekday asserted @Kelt"
    ),
    (
      "Seven were wounded {on Monday=2019-07-29}, according to [the Kelt Monitor:organization].",
      "wound ASSAULT 2019-07-29 weekday asserted wounded=7 ~the Kelt Monitor"
    ),
    // Sums, states and statements that say nothing by themselves.
    ("Since then 300 people have been killed in [Kelt:place].", ""),
    ("Since {May=2019-05/..} no ship has sunk off [Kelt:place].", ""),
    ("[The paper:group] leaves [Moore:person] unnamed.", ""),
    ("[The ministry:group] announced it {on Friday=2019-07-26}.", ""),
    ("If [Avaria:government] attacks, the price may rise.", ""),
  ])
  func tells(_ marked: String, _ expected: String) {
    let events = EventFindingTests.events(in: marked, published: "2019-08-01")
    #expect(events.joined(separator: "\n") == expected)
  }

  /// An article as the whole of the English pack reads it.

  @Test func aTownsNationAttacksNobody() {
    let text =
      "A bomb hit a convoy carrying civilians out of two Syrian towns killing 100 people on Monday."
    let events = annotated(text, "2019-08-01").events
    #expect(events.map(\.lemma) == ["hit"])
    #expect(events.flatMap(\.participants).map(\.printed) == ["civilians"])
  }

  @Test func whatOnlyOpensASentenceIsNoName() {
    let text = "Talks failed. Warplanes dropped four bombs on the town on Monday."
    let annotated = annotated(text, "2019-08-01")
    #expect(annotated.entities.isEmpty)
    #expect(annotated.events.flatMap(\.participants).map(\.name) == ["warplanes"])
  }

  @Test func clocksInTwoZonesHaveTheDayBehindThem() {
    let events = annotated(
      "The quake struck at 1653 local time (2153 GMT) on Tuesday.", "2019-08-07"
    ).events
    #expect(events.map(\.date?.description) == ["2019-08-06T16:53"])
  }

  @Test(arguments: [
    ("A plane due to arrive on Friday was diverted to France.", "2019-08-02"),
    // Half a year ahead nothing is told as done, and in a month it may be settled.
    ("The group killed eleven men in December.", "2018-12"),
    ("The group moved the summit to 5 September.", "2019-09-05"),
    // The first day after the decision, and the year of the anniversary.
    ("The visit, scheduled for Tuesday, was cancelled on Monday.", "2019-08-06"),
    ("The vote, set to begin on Monday, was called off on Saturday.", "2019-08-05"),
    ("Three years ago on Monday, the bridge collapsed.", "2016"),
    // The day of the report, or later.
    ("The company said on Monday that it would cut 4,000 jobs.", "2019-08-05/.."),
    // Than when, nobody has said.
    ("The guards released the hostages the next morning.", nil),
  ])
  func whatIsToldAsDoneLiesBehind(_ text: String, _ date: String?) {
    let events = annotated(text, "2019-08-07").events
    #expect(events.map(\.date?.description) == [date])
  }

  @Test(arguments: [
    "The secretary general visited the ruins.", "The minister said that Belmar was in ruins.",
    "Avaria sent tents.",
  ])
  func whatAnswersADisasterIsNotOfItsDay(_ answer: String) {
    let events = annotated(
      "An earthquake struck Belmar on Tuesday. " + answer, "2019-08-11"
    ).events
    #expect(events.map(\.date?.description) == ["2019-08-06", "2019-08-11~"])
  }

  /// A time belongs to what it stands with, and harm to no day of mere words.
  @Test(arguments: [
    // One of several, and what a noun names.
    ("Nine people died in the camp, the last of them on Friday.", ["die 2019-08-07~"]),
    (
      "Police arrested a man over the bombing of 3 May in Kelt.",
      ["arrest 2019-08-07~", "bombing 2019-05-03"]
    ),
    (
      "Police arrested a man over negligence in last week's attack.",
      ["arrest 2019-08-07~", "attack 2019-07-29/2019-08-04"]
    ),
    // What a relative clause describes: the deed that the sentence tells, or one before it.
    (
      "Planes bombed a base on Friday in a raid that killed 86 people.",
      ["bomb 2019-08-02", "kill 2019-08-02"]
    ),
    (
      "Planes bombed a base on Friday over a gas attack that killed 86 people.",
      ["bomb 2019-08-02", "kill nil"]
    ),
    (
      "It was the Kelt attack of 1 January, in which 37 people were killed.",
      ["attack 2019-01-01", "kill 2019-01-01"]
    ),
    // A claim has its own day, and the deed another.
    ("The assault was claimed on Tuesday by the Freedom Army.", ["claim 2019-08-06"]),
    // What stands in front is of both verbs.
    ("On Thursday evening the ship turned to port and sank.", ["sink 2019-08-01"]),
    // What one does behind another, by the day of the first.
    ("He drove to the base on Monday and opened fire.", ["open fire 2019-08-05"]),
    (
      "In May 18 people were killed and 55 others were wounded in Kelt.",
      ["kill 2019-05", "wound 2019-05"]
    ),
    ("The singer was born in 1945 and he died in Kelt.", ["be born 1945", "die nil"]),
    // What says which, and what these do.
    ("Two bombs planted in a car exploded on Monday.", ["explode 2019-08-05"]),
    ("Two mines placed about 25 m apart exploded on Monday.", ["explode 2019-08-05"]),
    ("Gunmen dressed in uniforms attacked the post on Monday.", ["attack 2019-08-05"]),
    ("Rebels shelled a village held by the army on Monday.", ["shell 2019-08-05"]),
    // Each day of a list, and days on end.
    (
      "Drones struck depots on 1, 3 and 5 August.",
      ["strike 2019-08-01", "strike 2019-08-03", "strike 2019-08-05"]
    ),
    ("Rockets hit the town on Monday and Tuesday.", ["hit 2019-08-05/2019-08-06"]),
    // All the time since.
    (
      "Since the riots began on 1 August, 23 people have been killed.",
      ["riot 2019-08-01", "kill 2019-08-01/.."]
    ),
    (
      "More than 3,000 have fled since fighting broke out on Friday.",
      ["flee 2019-08-02/..", "fighting 2019-08-02"]
    ),
    ("Since the war began in March 2011, 330,000 people have been killed.", ["war 2011-03"]),
    // A toll has no day of its count, and what harmed is never ahead.
    (
      "The quake hit on Saturday. The death toll rose above 1,200 on Tuesday.",
      ["quake 2019-08-03", "kill 2019-08-03"]
    ),
    ("Police spoke of the December blast, which killed two.", ["blast 2018-12", "kill 2018-12"]),
    ("Bombs exploded shortly before midnight on Monday.", ["explode 2019-08-05"]),
    // What was done to somebody before, and what there was not.
    (
      "The journalist, arrested in March, was freed on Tuesday.",
      ["arrest 2019-03", "free 2019-08-06"]
    ),
    ("Arrested on Monday by the army, he was freed.", ["arrest 2019-08-05", "free 2019-08-05"]),
    ("Talks ended on Monday without an agreement.", ["talk 2019-08-05"]),
    // What opens a sentence is of all that it tells.
    (
      "On Monday, as protesters gathered, police fired tear gas.",
      ["gather 2019-08-05", "fire tear gas 2019-08-05"]
    ),
    (
      "In 2015, after five people died when a bus was attacked, buses were banned.",
      ["die 2015", "attack 2015", "ban 2015"]
    ),
    // Told of those who died, and not of the day of the visit.
    (
      "The minister met two men on Tuesday who were hurt when a bomb hit a bus.",
      ["meet 2019-08-06"]
    ),
    // What hits, and not what is hit.
    ("A blast hit the election rally on Tuesday.", ["blast 2019-08-06"]),
    // A day may be what is spoken of.
    ("The governor has declared Friday a day of mourning.", ["declare 2019-08-07~"]),
    ("A girl who was being treated in Kelt died on Saturday.", ["die 2019-08-03"]),
    // Words harm nobody.
    (
      "The minister met the families on Friday. Eleven people were injured in the hall.",
      ["meet 2019-08-02", "injure nil"]
    ),
    (
      "On Friday, respected medical journal The Lancet accused the agencies.", ["accuse 2019-08-02"]
    ),
    (
      "The doctor did not give evidence during the trial, which ended on Monday.",
      ["trial 2019-08-05"]
    ),
    // "set" alone plans nothing.
    ("Rebels set off two bombs in the hall on Tuesday.", ["set off bombs 2019-08-06"]),
    ("Drones had set the tanks alight on Tuesday.", ["set alight 2019-08-06"]),
    ("The suspect is wanted for a shooting in Kelt last year.", ["shooting 2018"]),
    // Of no actor, and news on a day of its own.
    (
      "A plane with 150 people aboard disappeared over the sea on Sunday.", ["disappear 2019-08-04"]
    ),
    ("A lorry ploughed into a crowd on Sunday, killing five.", ["plough into 2019-08-04"]),
    // The missing are missing on every day until they are found.
    ("Two engineers were still missing on Tuesday.", ["miss 2019-08-07~"]),
    ("The actress checked into a clinic on Thursday, her agent said.", ["check into 2019-08-01"]),
    // Whose deed a word before the verb tells.
    ("He had been re-arrested on Tuesday, police said.", ["arrest 2019-08-06"]),
    ("Thirty miners trapped since Monday were rescued.", ["rescue 2019-08-07~"]),
    ("The pipeline, partly owned by Oilco, shut down on Tuesday.", ["shut down 2019-08-06"]),
    ("Shares in Oilco fell by more than 6 percent on Thursday.", ["fall 2019-08-01"]),
    ("The boss hanged himself in his cell on Tuesday.", ["hang himself 2019-08-06"]),
    ("The club sacked its coach on Sunday.", ["sack 2019-08-04"]),
    ("A bus went off a cliff on Sunday, killing 19.", ["kill 2019-08-04"]),
    (
      "The minister, who took office in May, resigned on Monday.",
      ["take office 2019-05", "resign 2019-08-05"]
    ),
    ("The strike began at midnight on Monday.", ["strike 2019-08-05"]),
  ])
  func aTimeIsOfWhatItStandsWith(_ text: String, _ told: [String]) {
    let events = annotated(text, "2019-08-07").events
    #expect(events.map { "\($0.lemma) \($0.date?.description ?? "nil")" } == told)
    #expect(events.allSatisfy { $0.status == .asserted })
  }

  /// Phrases in the passive turn on their verb, whatever form of "be" they have.
  @Test(arguments: [
    ("A man was taken to hospital on Monday.", "be taken to hospital OTHER"),
    ("Ten men were taken to hospital.", "be taken to hospital OTHER"),
    ("The ministers have been sworn in.", "be sworn in OTHER"),
    ("The ministers were later sworn in.", "be sworn in OTHER"),
    ("A caretaker was found dead in his cell.", "find dead OTHER"),
    ("Dozens were driven from their homes on Monday.", "be driven from OTHER"),
    ("Police beat protesters in the square on Monday.", "beat ASSAULT"),
    ("Arsenal beat Chelsea 102-96 on Sunday.", "beat OTHER"),
    ("England beat Australia on Sunday.", "beat OTHER"),
    ("Police on Sunday beat him to death.", "beat to death ASSAULT"),
    ("Rebels captured 20 soldiers on Monday.", "capture COERCE"),
    ("Rebels captured Red Front positions on Monday.", "capture ASSAULT"),
  ])
  func turnsOnTheVerb(_ text: String, _ told: String) {
    let events = annotated(text, "2019-08-07").events
    #expect(events.map { "\($0.lemma) \($0.type.rawValue)" } == [told])
  }

  /// What is put to another day is planned for that one, and what a plan speaks of lies ahead.
  @Test(arguments: [
    ("The vote was postponed until 3 September.", "vote 2019-09-03 expected"),
    ("The vote was moved from 5 August to 3 September.", "vote 2019-09-03 expected"),
    ("A court on Monday adjourned the trial until 20 August.", "trial 2019-08-20 expected"),
    ("The opposition threatened to boycott Sunday's election.", "election 2019-08-11 expected"),
    ("The army boycotted Sunday's election.", "election 2019-08-04 asserted"),
    ("Rebels attempted to disrupt Sunday's election.", "election 2019-08-04 asserted"),
  ])
  func whatIsPutOffLiesAhead(_ text: String, _ told: String) {
    let events = annotated(text, "2019-08-07").events
      .map { "\($0.lemma) \($0.date?.description ?? "nil") \($0.status)" }
    #expect(events.contains(told), "\(events)")
  }

  @Test(arguments: [
    ("Had the dam burst on Monday, thousands would have died.", EventStatus.counterfactual),
    ("Rebels claimed to have shot down a jet on Monday.", .alleged),
    ("An election is due by November.", .expected),
    ("The president called elections for 23 September.", .expected),
  ])
  func saysWhetherItWasDone(_ text: String, _ status: EventStatus) {
    #expect(annotated(text, "2019-08-07").events.first?.status == status)
  }

  @Test(arguments: [
    "The toll-free number 80 00 11 15 remains available.", "He saved twenty lives.",
    "There were three slaughtered rams.", "The government will leave no stone unturned.",
    "Call the telephone number 1964.",
    "Flu regularly kills people around the world, with an estimated 250,000 deaths every year.",
  ])
  func tellsOfNobodyHarmed(_ text: String) {
    let events = annotated(text, "2019-08-07").events
    #expect(events.flatMap(\.figures).allSatisfy { !$0.subject.isHarm })
    #expect(events.allSatisfy { $0.type != .retreat && $0.date?.latest?.year != 1964 })
  }

  @Test(arguments: [
    ("A bomb killed 12 people in the Afghan capital on Monday.", "Kabul"),
    ("Nineteen people were killed on Monday east of the Syrian capital.", "Damascus"),
    ("Protesters marched in the Iraqi capital Baghdad on Monday.", "Baghdad"),
  ])
  func aStatesCapitalIsAPlace(_ text: String, _ place: String) {
    let events = annotated(text, "2019-08-07").events
    #expect(events.map(\.place) == [place])
  }

  @Test func aHeadlineTakesNoDayOfAnotherKind() {
    func day(_ title: String, _ text: String) -> String? {
      annotated(text, "2019-08-07", title: title).events.first { $0.inTitle }?.date?.description
    }
    #expect(
      day("Inquiry opens into ferry sinking", "An inquiry opened in Kelt on Monday.") == nil)
    #expect(
      day("Captain charged over ferry disaster", "The ferry sank on 6 July off Kelt.")
        == "2019-08-07~")
  }

  @Test func aFormulaHeadsLiveReports() {
    let events = annotated(
      "Ministers spoke.", "2019-08-01", title: "As it happened: passenger train bombed in Kelt"
    ).events
    #expect(events.map(\.lemma) == ["bomb"])
  }

  @Test func aDatelineMayEndItsParagraph() {
    for mark in [" ", "\n\n"] {
      let article = Article(
        id: "a", published: PublicationDate("2019-08-01", from: .record), title: nil,
        text: "OSKVILLE, July 31\(mark)(Orbis) - Rockets struck the town on Monday.")
      let events = AnnotatedArticle(article, using: LanguagePack.builtIn("en")!).events
      #expect(events.map(\.lemma) == ["strike"])
    }
  }

  @Test func aTextMayEndAfterAnyWord() {
    let words = """
      Envoys spoke of the talks which happened after an attack that took place on Monday , which \
      will be held by those who agreed to stop what began and is to go on as troops said since it \
      was hit by at least two of the men they had sent
      """.split(separator: " ")
    var found = 0
    for count in words.indices {
      let text = words[...count].joined(separator: " ")
      let article = Article(
        id: "a", published: PublicationDate("2019-08-01", from: .record), title: text, text: text)
      let events = AnnotatedArticle(article, using: LanguagePack.builtIn("en")!).events
      #expect(events.allSatisfy { $0.span.end <= text.utf8.count })
      found += events.count
    }
    #expect(found > words.count)
  }

  static func events(in marked: String, published: String) -> [String] {
    let passage = MarkedPassage(marked)
    let pack = LanguagePack.builtIn("en")!
    let text = SegmentedText(passage.text, using: pack.abbreviations)
    let article = Article(
      id: "a", published: PublicationDate(published, from: .record), text: passage.text)
    return EventFinder(lexicon: pack.lexicon).events(
      title: nil, text: text, timexes: passage.timexes, actors: passage.actors, of: article
    ).map(dump)
  }

  private static func dump(_ event: EventMention) -> String {
    var parts = [
      event.lemma, event.type.rawValue, event.date?.description ?? "-", event.dateBasis.rawValue,
      event.status.rawValue,
    ]
    parts += event.participants.map { "\($0.printed)=\($0.role.rawValue)" }
    if let place = event.place { parts.append("@" + place) }
    parts += event.figures.map { figure in
      let sign = figure.bound == .atLeast ? ">=" : figure.bound == .atMost ? "<=" : "="
      return "\(figure.subject.rawValue)\(sign)\(Int(figure.value))"
        + (figure.of.map { "/" + $0 } ?? "")
    }
    if let series = event.series { parts.append("#\(series.name) \(series.ordinal)") }
    if let voice = event.attribution { parts.append("~" + voice) }
    if event.isBackground { parts.append("background") }
    return parts.joined(separator: " ")
  }
}

/// A text with the actors and times that its marks give it.
private struct MarkedPassage {
  var text = ""
  var timexes: [Timex] = []
  var actors = FoundActors(mentions: [], nominals: [], actors: [])

  init(_ marked: String) {
    var rest = marked[...]
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "{" }) {
      text += rest[..<open]
      let isActor = rest[open] == "["
      let close = rest[open...].firstIndex(of: isActor ? "]" : "}")!
      let cells = rest[rest.index(after: open)..<close].split(separator: isActor ? ":" : "=")
      let start = text.utf8.count
      text += cells[0]
      let span = TextSpan(start, text.utf8.count)
      if isActor {
        add(String(cells[0]), String(cells[1]), span)
      } else {
        add(String(cells[1]), span)
      }
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    actors.actors.sort { $0.id < $1.id }
  }

  private mutating func add(_ name: String, _ kind: String, _ span: TextSpan) {
    let kind = ActorKind(rawValue: kind)!
    if kind == .group {
      actors.nominals.append(NominalMention(span: span, inTitle: false, actor: name))
    } else {
      actors.mentions.append(
        EntityMention(
          span: span,
          kind: kind == .person
            ? .person : kind == .organization ? .organization : .location, actor: name))
    }
    if !actors.actors.contains(where: { $0.id == name }) {
      actors.actors.append(LocalActor(id: name, name: name, kind: kind))
    }
  }

  private mutating func add(_ value: String, _ span: TextSpan) {
    let isDuration = value.hasPrefix("P")
    timexes.append(
      Timex(
        span: span, kind: isDuration ? .duration : .date, value: value,
        edtf: isDuration ? nil : EDTFValue(value), rule: "marked"))
  }
}

/// An English article with all that is found in it.
func annotated(
  _ text: String, _ published: String, title: String? = nil
) -> AnnotatedArticle {
  AnnotatedArticle(
    Article(
      id: "a", published: PublicationDate(published, from: .record), title: title, text: text),
    using: LanguagePack.builtIn("en")!)
}
