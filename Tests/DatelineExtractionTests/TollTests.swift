import DatelineModel
import Testing

/// Tolls that news tells beside its verbs, and the day that they are of.
@Suite struct TollTests {
  @Test(arguments: [
    // A count is of those killed, and a rise of nothing.
    (
      "An air raid hit the market {on Monday=2019-07-29}. The death toll has risen to 31, including eight children.",
      "air raid ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=31 killed=8/children"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. The number of wounded is 52.",
      "hit ASSAULT 2019-07-29 weekday asserted\nwound OTHER 2019-07-29 inherited asserted wounded=52"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. Casualties: 26 civilians killed, of whom seven were women. 44 wounded.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill ASSAULT 2019-07-29 inherited asserted killed=26 killed=7/women\nwound OTHER 2019-07-29 inherited asserted wounded=44"
    ),
    (
      "The ship sank {on Monday=2019-07-29}. Rescuers said 14 bodies were recovered, four of them children. Ten were found later.",
      "sink OTHER 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=14 killed=4/children ~Rescuers"
    ),
    (
      "The ship sank {on Monday=2019-07-29}. Two of the dead were children.",
      "sink OTHER 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=2/children"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. Eight children and five workers were among the dead.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=8/children killed=5/workers"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. The dead include eight children and four women.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=8/children killed=4/women"
    ),
    (
      "The ship sank {on Monday=2019-07-29}. Missing: 48",
      "sink OTHER 2019-07-29 weekday asserted\nmiss OTHER 2019-07-29 inherited asserted missing=48"
    ),
    // What goes on from the sentence before.
    (
      "A bomb killed 12 people {on Monday=2019-07-29}. Six children were among them.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=12\nkill OTHER 2019-07-29 inherited asserted killed=6/children"
    ),
    (
      "A bomb killed 12 people {on Monday=2019-07-29}. They include five women and three lawyers.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=12\nkill OTHER 2019-07-29 inherited asserted killed=5/women killed=3/lawyers"
    ),
    (
      "A bomb killed 12 people {on Monday=2019-07-29}. The opposition says 34.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=12\nkill OTHER 2019-07-29 inherited asserted killed=34"
    ),
    (
      "A bomb killed 12 people {on Monday=2019-07-29}. The police lost two.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=12\nkill OTHER 2019-07-29 inherited asserted killed=2"
    ),
    (
      "The council met {on Monday=2019-07-29}. The club lost two.",
      "meet CONSULT 2019-07-29 weekday asserted"
    ),
    (
      "A bomb killed 12 people {on Monday=2019-07-29}, two of whom died in hospital.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=12\nkill OTHER - none asserted killed=2 background"
    ),
    (
      "The driver, a father of five, died in hospital {on Monday=2019-07-29}.",
      "die OTHER 2019-07-29 weekday asserted"
    ),
    // A count and not a day of theirs; a change, and no range.
    (
      "A bomb hit the market {on Monday=2019-07-29}. The ministry confirms 26 fatalities.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=26"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. The toll rose from nine to 11.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=11"
    ),
    (
      "A bomb killed 19 people, 13 of them civilians, {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=19 killed=13/civilians"
    ),
    // The nearer word says what a number counts.
    (
      "20 civilians killed 30 injured in a car bomb attack {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=20 wounded=30"
    ),
    // The deed, and not what else was done since.
    (
      "The council met {on Wednesday=2019-07-31} over {Monday=2019-07-29}'s strike, as the toll climbed to 29.",
      "meet CONSULT 2019-07-31 weekday asserted\nstrike ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=29"
    ),
    // What may be, what no toll is of, and what many happenings come to.
    (
      "A bomb hit the market {on Monday=2019-07-29}. There could be 260 dead.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      "The spill began {on Monday=2019-07-29}. Rangers found 316 dead birds.",
      "spill OTHER 2019-07-29 weekday asserted"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. The civil war has claimed more than 400,000 lives.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. Some 3,000 children die of it every year.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      // Of those displaced, and nobody was killed.
      "The fighting in [Kelt:place] displaced 30,000 people {on Monday=2019-07-29}. Among them were 12,000 children.",
      "displace OTHER 2019-07-29 weekday asserted @Kelt displaced=30000\ndisplace OTHER 2019-07-29 inherited asserted @Kelt displaced=12000/children"
    ),
    // Lives, deaths and losses, parts that go on, counts named behind their number.
    (
      "A bomb hit the market {on Monday=2019-07-29}. The blast claimed 89 lives, including 33 children and 20 women.",
      "hit ASSAULT 2019-07-29 weekday asserted\nblast OTHER 2019-07-29 inherited alleged killed=89 killed=33/children killed=20/women"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. The deaths of more than 80 people have been reported.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed>=80"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. No more than 30 people died there.",
      "hit ASSAULT 2019-07-29 weekday asserted\ndie OTHER 2019-07-29 inherited asserted killed<=30"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. [The air force:group] lost nine [soldiers:group] there.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=9/soldiers"
    ),
    (
      "A girl died {on Monday=2019-07-29}, raising to 42 the number of the dead.",
      "die OTHER 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=42"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. Eight further patients were examined.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. See also: Kramatorsk (61 killed).",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    // Weapons, blasts and attackers.
    (
      "Warplanes dropped four barrel bombs on [Kelt:place] {on Monday=2019-07-29}.",
      "drop bombs ASSAULT 2019-07-29 weekday asserted @Kelt other=4"
    ),
    (
      "The ferry sank {on Monday=2019-07-29} with 172 people aboard. A total of 86 people were rescued.",
      "sink OTHER 2019-07-29 weekday asserted other=172\nrescue AID 2019-07-29 inherited asserted other=86"
    ),
    (
      "Two explosions rocked the hall {on Monday=2019-07-29}.",
      "explosion OTHER 2019-07-29 weekday asserted other=2"
    ),
    // Numbers in words.
    (
      "Twenty one people lost their lives {on Monday=2019-07-29}.",
      "lose their lives OTHER 2019-07-29 weekday asserted killed=21"
    ),
    (
      "A bomb killed a dozen people {on Monday=2019-07-29} near twenty two-storey houses.",
      "kill ASSAULT 2019-07-29 weekday asserted killed=12"
    ),
    (
      "A bomb killed half a hundred people {on Monday=2019-07-29}.",
      "kill ASSAULT 2019-07-29 weekday asserted"
    ),
    // A day and a year run together.
    (
      "A bomb killed people {on Monday=2019-07-29} Jul 302019.",
      "kill ASSAULT 2019-07-29 weekday asserted"
    ),
    // What was done to them stands before their number, and no table knows the verb in front.
    (
      "Bombs tore the train off its tracks as it climbed through a gorge, killing at least 14 people and wounding more than 40.",
      "kill OTHER 2019-08-01~ inherited asserted killed>=14 wounded>=40"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. Doctors say 55 injured people have been admitted.",
      "hit ASSAULT 2019-07-29 weekday asserted\nwound OTHER 2019-07-29 inherited asserted wounded=55"
    ),
    // How old somebody was.
    (
      "The singer died {on Monday=2019-07-29} aged 50.",
      "die OTHER 2019-07-29 weekday asserted"
    ),
    // Harm told of those counted past an insertion, with an object, as a death of so many, in a list.
    (
      "A bomb hit the market {on Monday=2019-07-29}. Two soldiers, who were guarding the gate, lost their lives.",
      "hit ASSAULT 2019-07-29 weekday asserted\nlose their lives OTHER 2019-07-29 inherited asserted killed=2"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. Three employees died a heroic death.",
      "hit ASSAULT 2019-07-29 weekday asserted\ndie OTHER 2019-07-29 inherited asserted killed=3"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. It caused the death of 26 persons.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=26"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. The number of dead has risen to 25: eleven mothers, three newborns, four employees of the clinic.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=25 killed=11/mothers killed=3/newborns killed=4/employees"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. The dead include 11 women who had given birth, and two nurses, it was said.",
      "hit ASSAULT 2019-07-29 weekday asserted\nkill OTHER 2019-07-29 inherited asserted killed=11/women killed=2/nurses"
    ),
    // Police that arrest somebody have killed nobody on that day.
    (
      "[Police:organization] arrested five people {on Wednesday=2019-07-31}. The toll rose to 24.",
      "arrest COERCE 2019-07-31 weekday asserted Police=ACTOR detained=5\nkill OTHER - none asserted killed=24"
    ),
  ])
  func tells(_ marked: String, _ expected: String) { expectEvents(marked, expected) }

  /// What is counted beside those harmed: it is of the clause's own happening, else of the deed told
  /// around it.
  @Test(arguments: [
    (
      "A convoy of 75 buses arrived in [Kelt:place] {on Monday=2019-07-29}.",
      "arrive in CONSULT 2019-07-29 weekday asserted @Kelt other=75/buses"
    ),
    (
      "A bomb hit a convoy {on Monday=2019-07-29}. The convoy was carrying at least 5,000 people.",
      "hit ASSAULT 2019-07-29 weekday asserted other>=5000/people"
    ),
    (
      "Rockets hit the town {on Monday=2019-07-29}. No fewer than 38 dwellings were destroyed.",
      "hit ASSAULT 2019-07-29 weekday asserted other>=38/dwellings"
    ),
    (
      "Rockets hit the town {on Monday=2019-07-29}. Seven drones were on their way.",
      "hit ASSAULT 2019-07-29 weekday asserted other=7/drones"
    ),
    // Neither what may be, nor how many there are, nor what lies long ago, nor what is measured.
    (
      "Rockets hit the town {on Monday=2019-07-29}. 38 dwellings could be destroyed.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      "Rockets hit the town {on Monday=2019-07-29}. The town has 38,000 people.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      "Rockets hit the town {on Monday=2019-07-29}. The 38 dwellings there were of {2013=2013}.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      "Rockets hit the town {on Monday=2019-07-29}. The hills lie 12 km north of it, and 122 mm rockets were used.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    // How it stands with them.
    (
      "The ferry sank {on Monday=2019-07-29}. More than 200 people were aboard the ship.",
      "sink OTHER 2019-07-29 weekday asserted other>=200/people"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. There are 26 patients in critical condition.",
      "hit ASSAULT 2019-07-29 weekday asserted other=26/patients"
    ),
    // How many there were who did it, in whatever words.
    (
      "Gunmen attacked the convoy {on Monday=2019-07-29}. There were about forty attackers.",
      "attack ASSAULT 2019-07-29 weekday asserted other=40/attackers"
    ),
    (
      "A bomb hit the train {on Monday=2019-07-29}. Four masked gunmen burst in.",
      "hit ASSAULT 2019-07-29 weekday asserted other=4/masked gunmen"
    ),
    // Hyphens, and some of more.
    (
      "A blast hit the train {on Monday=2019-07-29}. Three remote-controlled bombs lay on the track.",
      "blast OTHER 2019-07-29 weekday asserted other=3/remote-controlled bombs"
    ),
    (
      "A blast hit the train {on Monday=2019-07-29}. Six of the train's 14 coaches lay in the gorge.",
      "blast OTHER 2019-07-29 weekday asserted other=6/coaches"
    ),
    // A country's people are not those of a deed.
    (
      "A blast hit the train {on Monday=2019-07-29}. There were 52 million people on board.",
      "blast OTHER 2019-07-29 weekday asserted"
    ),
    // An earlier deed takes what stands close to it, and no more.
    (
      "Rockets hit the town {on Monday=2019-07-29}. A blast had hit it {in 2013=2013}. The hills lie north of it. It has an old wall. Seven drones were on their way.",
      "hit ASSAULT 2019-07-29 weekday asserted other=7/drones\nblast OTHER 2013 explicit asserted background"
    ),
    // Where no deed is told, those harmed are what the rest stands beside.
    (
      "Eleven passengers are missing. There were 412 passengers on board.",
      "miss OTHER 2019-08-01~ inherited asserted missing=11 other=412/passengers"
    ),
    (
      "Authorities at one point put the number of dead at 39.",
      "kill OTHER - none asserted killed=39"
    ),
    // A toll tells no rise of anything else.
    (
      "The death toll in an attack on two towns has risen to 112.",
      "kill OTHER - none asserted killed=112"
    ),
    // Who speaks, one alone, and by whom it is done.
    (
      "Rockets hit the town {on Monday=2019-07-29}. Two residents said so, one man ran, and a film made by three men showed it.",
      "hit ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      "Gunmen attacked a base {on Monday=2019-07-29}. There were three attackers, and all of them are dead.",
      "attack ASSAULT 2019-07-29 weekday asserted other=3/attackers"
    ),
    (
      "Gunmen attacked a base {on Monday=2019-07-29}. The attack was carried out by five men.",
      "attack ASSAULT 2019-07-29 weekday asserted other=5/men"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. Fourteen of the injured are in critical condition.",
      "hit ASSAULT 2019-07-29 weekday asserted other=14/critical condition"
    ),
    (
      "A bomb hit the market {on Monday=2019-07-29}. Fourteen of the injured are students.",
      "hit ASSAULT 2019-07-29 weekday asserted\nwound OTHER 2019-07-29 inherited asserted wounded=14/students"
    ),
    // Without a deed nothing is counted.
    (
      "The convoy was carrying at least 5,000 people.",
      ""
    ),
  ])
  func counts(_ marked: String, _ expected: String) { expectEvents(marked, expected) }

  /// Days counted back from what is told beside them, and days that belong to somebody else.
  @Test(arguments: [
    (
      "The rig sank {on 22 July=2019-07-22}, {two days=P2D} after it exploded.",
      "sink OTHER 2019-07-22 explicit asserted background\nexplode OTHER 2019-07-20 relative asserted background"
    ),
    (
      "The president chaired a meeting {on Monday=2019-07-29}, {one day=P1D} after an ambush in which 18 soldiers were killed.",
      "kill ASSAULT 2019-07-28 relative asserted killed=18"
    ),
    (
      "The well flowed for {87 days=P87D} after an explosion killed 11 workers.",
      "kill ASSAULT - none asserted killed=11 background"
    ),
    (
      "The raid {on Monday=2019-07-29} came {four months=P4M} after 53 people were killed in [Kelt:place].",
      "raid ASSAULT 2019-07-29 weekday asserted\nkill ASSAULT - none asserted @Kelt killed=53 background"
    ),
    (
      "[The army:group] denied {on Thursday=2019-08-01} responsibility for a blast that killed 11 people.",
      "deny REJECT 2019-08-01 weekday asserted The army=ACTOR\nkill ASSAULT - none asserted killed=11 background"
    ),
    (
      "[The group:group] claimed {on Thursday=2019-08-01} an ambush that officials say killed 23 soldiers.",
      "claim CONSULT 2019-08-01 weekday asserted The group=ACTOR\nkill ASSAULT - none asserted killed=23 background"
    ),
    (
      // The day of the claim, and a deed that readers are taken to know.
      "[The group:group] claimed responsibility {on Thursday=2019-08-01} for the bombing in [Kelt:place].",
      "claim CONSULT 2019-08-01 weekday asserted The group=ACTOR @Kelt"
    ),
    (
      "Warplanes bombed [Kelt:place] {on Monday=2019-07-29}. [The group:group] said {on Wednesday=2019-07-31} that its men carried out the bombing.",
      "bomb ASSAULT 2019-07-29 weekday asserted @Kelt"
    ),
    (
      "Warplanes bombed [Kelt:place] {on Monday=2019-07-29}. As of {Thursday=2019-08-01}, 21 people have been killed.",
      "bomb ASSAULT 2019-07-29 weekday asserted @Kelt\nkill ASSAULT 2019-07-29 inherited asserted @Kelt killed=21"
    ),
    // Since when somebody rules is not when the war began, nor is it the day of the report.
    (
      "The conflict began when [the regime:group], in power {since 1963=1963/..}, responded with force to protests.",
      ""
    ),
    (
      "The war began when [the army:group], which had ruled {since 1963=1963/..}, fired on protesters.",
      "war ASSAULT - none asserted the army=RECIP\nrule OTHER 1963/.. explicit asserted the army=ACTOR"
    ),
    // The time of what a participle says of the subject is not the deed's.
    (
      "A woman born in {1958=1958} died in hospital {on Monday=2019-07-29}.",
      "die OTHER 2019-07-29 weekday asserted"
    ),
    (
      "An attack launched {on Monday=2019-07-29} killed ten people.",
      "attack ASSAULT 2019-07-29 weekday asserted killed=10"
    ),
    // A toll has the day of its deed, and not that of the count, of who speaks, or of another deed.
    (
      "The death toll from the attack on the town climbed past 70 {on Wednesday=2019-07-31}. Jets pounded the town {on Monday=2019-07-29}.",
      "death toll OTHER 2019-07-29 inherited asserted killed>=70\npound ASSAULT 2019-07-29 weekday asserted"
    ),
    (
      "[The mayor:person] spoke of {Monday=2019-07-29}'s attack on the hall, in which 43 people lost their lives.",
      "attack ASSAULT 2019-07-29 weekday asserted\nlose their lives OTHER 2019-07-29 weekday asserted killed=43"
    ),
    (
      "Three [students:group] are among those killed in the attack on the hall, the office confirmed {on Wednesday=2019-07-31}.",
      "kill OTHER - none asserted killed=3/students"
    ),
    (
      "[France:government] condemns the bombing carried out {on 27 July=2019-07-27} against the town.",
      "condemn ACCUSE 2019-08-01~ inherited asserted France=ACTOR @France\n"
        + "bombing ASSAULT 2019-07-27 explicit asserted @France"
    ),
    (
      "The incident on {July 30=2019-07-30} claimed 89 lives. Warships shelled the port {on Wednesday=2019-07-31}.",
      "kill OTHER 2019-07-30 explicit asserted killed=89\nshell ASSAULT 2019-07-31 weekday asserted"
    ),
    (
      "[The council:organization] held a memorial {on Wednesday=2019-07-31}. Nineteen [students:group] were among the dead.",
      "memorial OTHER 2019-07-31 weekday asserted The council=RECIP\nkill OTHER - none asserted killed=19/students"
    ),
  ])
  func dates(_ marked: String, _ expected: String) { expectEvents(marked, expected) }

  /// A share of them tells of nobody how many they are.
  @Test(arguments: [
    "The disease killed 10 per cent of patients in Orsk on Monday.",
    "A blast in Orsk killed 20% of the herd on Monday.",
    "Deaths in Orsk rose by 10 percent on Monday.",
  ])
  func sharesCountNobody(_ text: String) {
    let events = annotated(text, "2019-08-01").events
    #expect(!events.isEmpty)
    #expect(events.allSatisfy { $0.figures.isEmpty }, "\(events.flatMap(\.figures))")
  }

  private func expectEvents(_ marked: String, _ expected: String) {
    let events = EventFindingTests.events(in: marked, published: "2019-08-01")
    #expect(events.joined(separator: "\n") == expected)
  }
}
