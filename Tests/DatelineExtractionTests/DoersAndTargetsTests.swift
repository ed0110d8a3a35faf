import Testing

/// Who does what to whom where the sentence makes it hard to see: behind what is planned, said, given, drawn or named
/// beside it.
struct DoersAndTargetsTests {
  @Test(arguments: [
    // What is about to be done, and what two do together.
    ("Turkey is about to restore ties with Egypt.", "restore ties COOPERATE: Turkey > Egypt"),
    ("The army is poised to attack the rebels.", "attack ASSAULT: army > rebels"),
    ("The rebels are ready to free 20 soldiers.", "free YIELD: rebels > soldiers"),
    ("Poland is considering sending tanks to Chad.", "send tanks MOBILIZE: Poland > Chad"),
    ("France and Greece welcome the truce.", "welcome SUPPORT: France, Greece > "),
    ("Iran and Russia denounce the new US sanctions.", "denounce ACCUSE: Iran, Russia > US"),
    ("Germany and France support the idea.", ""),
    // Whoever stands in front of the subject, or is said to have no part, does nothing.
    (
      "Hours after a call by the union for calm, rebels attacked soldiers on Monday.",
      "attack ASSAULT: rebels > soldiers"
    ),
    (
      "Two days after a raid by Israel, Hamas fired rockets at the town on Monday.",
      "fire rockets ASSAULT: Hamas > "
    ),
    ("Turkey, not Greece, attacked Cyprus on Monday.", "attack ASSAULT: Turkey > Cyprus"),
    (
      "A report, written by the ministry, drew criticism from Greece on Monday.",
      "draw criticism ACCUSE: Greece > "
    ),
    (
      "The soldiers accused of killing the priest were arrested on Monday.",
      "arrest COERCE:  > soldiers"
    ),
    (
      "The minister was charged on Monday with the murder of a priest.",
      "charge OTHER:  > minister"
    ),
    (
      "Two dissidents were released on Monday after a plea by the pope.",
      "release YIELD:  > dissidents"
    ),
    ("Rebels blew up a bridge on Monday.", "blow up OTHER: Rebels > "),
    ("The platform exploded 50 miles off Cuba on Monday.", "explode OTHER: "),
    (
      "A clerk who was fired last week shot and wounded a policeman.",
      "fire SANCTION:  > clerk\nwound ASSAULT: clerk > policeman"
    ),
    // Those who live or work somewhere act for themselves.
    ("Employees of the oil company sued the state on Monday.", "sue REQUEST: Employees > "),
    // Who holds an office, and whose it is.
    (
      "The head of the Libyan army, General Omar Haftar, met the Egyptian president on Monday.",
      "meet CONSULT: Omar Haftar, Egyptian president > "
    ),
    (
      "Somalia's transitional president appealed to Ethiopia on Monday for help.",
      "appeal to REQUEST: Somalia's transitional president > Ethiopia"
    ),
    (
      "Police arrested a US citizen and two French nationals on Monday.",
      "arrest COERCE: Police > US citizen, French nationals"
    ),
    ("Police using batons dispersed protesters on Monday.", "disperse COERCE: Police > protesters"),
    (
      "A terror group based in Mali said on Monday that it had attacked Niger.",
      "attack ASSAULT: terror group > Niger"
    ),
  ])
  func isTheDoer(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  @Test(arguments: [
    // Who gets it, and not what is given or who is told of in it.
    ("Iran is supplying drones to Russia.", "supply AID: Iran > Russia"),
    (
      "The US provided military intelligence to Peru on Monday.", "provide AID: US > Peru"
    ),
    ("Syria gave a list of suspects to Germany on Monday.", "give AID: Syria > Germany"),
    ("The bank gave more to Kenya than to Chad on Monday.", "give AID: bank > Kenya"),
    (
      "Syria passed information on bombers to German police on Monday.",
      "pass information COOPERATE: Syria > German police"
    ),
    (
      "Ukraine received its first shipment of missiles from Norway on Monday.",
      "receive missiles AID: Norway > Ukraine"
    ),
    (
      "A loan from the World Bank to Mali will pay for four bridges.",
      "loan AID: World Bank > Mali"
    ),
    ("The firm asked for a loan on Monday.", "ask REQUEST: firm > "),
    // The noun that says what was done, with who did it behind "of", "by" or "from".
    (
      "The surrender of the rebels to the army was filmed by state television.",
      "surrender YIELD: rebels > army"
    ),
    (
      "A plea from the mayor to the United Nations for help went unanswered.",
      "plea REQUEST: mayor > United Nations"
    ),
    (
      "The visit of the Dalai Lama to Mongolia on Monday angered China.",
      "visit CONSULT: Dalai Lama > Mongolia"
    ),
    (
      "There was an attack by rebels on the army on Monday.", "attack ASSAULT: rebels > army"
    ),
    ("The mayor spoke of an attack on the army on Monday.", "attack ASSAULT:  > army"),
    (
      "The first deployment of French soldiers arrived in Mali on Monday.",
      "arrive in CONSULT: French soldiers > Mali"
    ),
    // Who is blamed, defended, criticised or pressed, and by whom.
    ("Russia blamed the attack on Ukraine on Monday.", "blame ACCUSE: Russia > Ukraine"),
    ("Russia condemned the attack on Ukraine on Monday.", "condemn ACCUSE: Russia > "),
    (
      "The bishop defended the president against his critics on Monday.",
      "defend SUPPORT: bishop > president"
    ),
    ("Israel drew condemnation from Egypt on Monday.", "draw condemnation ACCUSE: Egypt > Israel"),
    (
      "The minister came under pressure from France on Monday.",
      "come under pressure REQUEST: France > minister"
    ),
    (
      "An envoy of the pope met the patriarch on Monday.", "meet CONSULT: envoy, patriarch > "
    ),
    (
      "Niger signed a military deal with Mali on Monday.", "sign deal AGREE: Niger > Mali"
    ),
    // Whose it is that is struck, refused or lifted.
    ("A Syrian missile struck an Israeli plane on Monday.", "strike ASSAULT: Syrian > Israeli"),
    (
      "US drone attacks on Monday killed eight soldiers.", "kill ASSAULT: US > soldiers"
    ),
    ("Israel bombed a depot in Syria on Monday.", "bomb ASSAULT: Israel > Syria"),
    (
      "Ukraine struck a depot with dozens of drones on Monday.", "strike ASSAULT: Ukraine > "
    ),
    ("Protesters burned an American flag on Monday.", "burn flag PROTEST: Protesters > American"),
    (
      "Sanctions on Iran were lifted by the United States on Monday.",
      "lift sanctions YIELD: United States > Iran"
    ),
    (
      "The army lifted on Monday a two-week siege of the Kurdish area.",
      "lift siege YIELD: army > "
    ),
    (
      "The African Union suspended Mali at its summit in Accra.",
      "suspend SANCTION: African Union > Mali"
    ),
    (
      "A court jailed a teacher for helping guerrillas plan a raid on Congress.",
      "jail COERCE: court > teacher"
    ),
  ])
  func isTheTarget(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }

  @Test(arguments: [
    // What is said at the head of a report, by whom to whom.
    (
      "“Peru must reopen the road,” Foreign Minister Ruben Haroyan said in Yerevan.",
      "say CONSULT: Ruben Haroyan > Peru"
    ),
    (
      "The Kremlin said on Monday the United States was behind the explosion.",
      "say CONSULT: Kremlin > United States"
    ),
    (
      "The minister announced that Sweden was providing Ukraine with tanks.",
      "provide AID: Sweden > Ukraine"
    ),
    (
      "The agency reported on Monday that Iran had freed a Swiss tourist.",
      "free YIELD: Iran > Swiss tourist"
    ),
    (
      "Ana Kos admitted to Jan Novak on Monday that she had lied.",
      "admit CONSULT: Ana Kos > Jan Novak"
    ),
    (
      "President Ana Kos told Prime Minister Jan Novak on Monday to resign.",
      "tell REQUEST: Ana Kos > Jan Novak"
    ),
    ("Police pressed the firm on Monday to pay.", "press REQUEST: Police > firm"),
  ])
  func isSaidToBe(_ sentence: String, _ expected: String) {
    #expect(WhoToWhomTests.read(sentence) == expected)
  }
}
