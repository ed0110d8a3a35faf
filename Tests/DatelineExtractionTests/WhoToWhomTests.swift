import DatelineModel
import Testing

@testable import DatelineExtraction

/// Who does what to whom in plain sentences, from raw text on: names, descriptions, triggers and roles together.
struct WhoToWhomTests {
  @Test(arguments: [
    // Whoever is described by a word that is an adjective as often.
    (
      "Police arrested 12 members of the opposition party on Monday.",
      "arrest COERCE: Police > opposition party"
    ),
    (
      "The army attacked rebel positions near Aleppo on Monday.",
      "attack ASSAULT: army > rebel"
    ),
    (
      "Russia launched an offensive against government-held villages on Monday.",
      "offensive ASSAULT: Russia > government"
    ),
    ("A terrorist attack shook the capital on Monday.", "terrorist attack ASSAULT: "),
    (
      "The military announced on Monday that it would not use force.",
      "announce CONSULT: military > "
    ),
    (
      "The Geneva-based U.N. agency closed its office on Monday.",
      "close SANCTION: U.N. agency > "
    ),
    ("The army killed as many as 40 people on Monday.", "kill ASSAULT: army > "),
    // Whose it is that is refused.
    (
      "Iran rejected proposed Israeli changes to the deal on Monday.",
      "reject REJECT: Iran > Israeli"
    ),
    ("The minister visited a Russian resort on Monday.", "visit CONSULT: minister > "),
    // A state is whom visits and troops are for; a town is where.
    ("NATO troops arrived in Bosnia on Monday.", "arrive in CONSULT: NATO > Bosnia"),
    ("The minister flew to Geneva on Monday.", "fly to CONSULT: minister > "),
    // What a verb means of people, and with its object.
    (
      "The Taliban released an American hostage on Monday.",
      "release YIELD: Taliban > American hostage"
    ),
    ("The ministry released a report on Monday.", "release report CONSULT: ministry > "),
    (
      "The president dismissed the defence minister on Monday.",
      "dismiss SANCTION: president > defence minister"
    ),
    (
      "The president dismissed the claim on Monday.", "dismiss REJECT: president > "
    ),
    (
      "Saudi Arabia cut all diplomatic ties with Qatar on Monday.",
      "cut ties SANCTION: Saudi Arabia > Qatar"
    ),
    (
      "The Red Cross delivered 40 tonnes of food to villagers on Monday.",
      "deliver food AID: Red Cross > villagers"
    ),
    (
      "India and Pakistan exchanged fire on Monday.",
      "exchange fire ASSAULT: India, Pakistan > "
    ),
    ("The Taliban refused to tell the council on Monday.", "refuse REJECT: Taliban > council"),
    // Who leads up to another, or is only spoken of.
    (
      "US Secretary of State John Kerry met his Turkish counterpart on Monday.",
      "meet CONSULT: John Kerry, Turkish counterpart > "
    ),
    (
      "Thousands of women -- hundreds of them carrying small children -- marched on Monday.",
      "march PROTEST: women > "
    ),
    (
      "Retaliating after bombings in East Africa, U.S. forces launched strikes on Monday.",
      "strike ASSAULT: U.S. forces > "
    ),
    // On whose side a passive, a court and an owner stand.
    (
      "Turkey’s demand was rejected by Greece on Monday.",
      "reject REJECT: Greece > Turkey"
    ),
    (
      "Charles Keating was convicted in a state court on Monday.",
      "convict OTHER: state court > Charles Keating"
    ),
    (
      "WikiLeaks came under attack from US officials on Monday.",
      "come under attack ASSAULT: US officials > WikiLeaks"
    ),
    (
      "Turkey massed forces on its border with Syria on Monday.",
      "mass MOBILIZE: Turkey > Syria"
    ),
    // A number acts too, and a strike of workers is no attack.
    ("Dozens protested in Minsk on Monday.", "protest PROTEST: "),
    ("Two wounded in Minsk on Monday.", "wound OTHER: "),
    ("Workers went on strike on Monday.", "go on strike PROTEST: Workers > "),
    ("Police and soldiers fired at the crowd on Monday.", "fire at ASSAULT: Police, soldiers > "),
    (
      "Al-Shabaab claimed responsibility on Monday for the bombing of a hotel.",
      "claim CONSULT: Al-Shabaab > "
    ),
    // Titles and names whose end is written small.
    (
      "UN Secretary General Ban Ki-moon met President Moon Jae-in on Monday.",
      "meet CONSULT: Ban Ki-moon, Moon Jae-in > "
    ),
    ("The secretary general resigned on Monday.", "resign RETREAT: secretary general > "),
    ("US marines were expected to arrive on Monday.", "arrive CONSULT: US marines > "),
    // Storms attack nobody, and their names are nobody's.
    ("Hurricane Maria struck Puerto Rico on Monday.", "hurricane OTHER:  > Puerto Rico"),
    ("The trial begins next Tuesday.", "trial OTHER: "),
    // The charity speaks, and not the dead.
    (
      "The charity said on Monday that many had starved to death and blamed the authorities.",
      "starve to death OTHER: \nblame ACCUSE: charity > authorities"
    ),
    (
      "The council called on all states to cooperate with the authorities on Monday.",
      "call on REQUEST: council > "
    ),
    // What does away with sanctions imposes none, whatever stands between verb and noun.
    (
      "Germany lifted all its sanctions on Burma on Monday.",
      "lift sanctions YIELD: Germany > Burma"
    ),
    (
      "Britain promised military aid to Mozambique on Monday.",
      "promise AGREE: Britain > Mozambique"
    ),
    // Whoever speaks behind a place or a word that opens the sentence.
    (
      "In Iran, meanwhile, ministry spokesman Ramin Navid said Monday that the army should withdraw.",
      "say CONSULT: Ramin Navid > army"
    ),
    (
      "President Boris Yeltsin told President Bill Clinton on Monday that he could live with it.",
      "tell CONSULT: Boris Yeltsin > Bill Clinton"
    ),
    // What is done in the same breath, and what somebody is somewhere for.
    (
      "Russia left the talks on Monday, accusing the United States of arming rebels.",
      "leave RETREAT: Russia > \naccuse ACCUSE: Russia > United States"
    ),
    (
      "The minister is in Ankara to meet Turkish officials.",
      "meet CONSULT: minister, Turkish officials > "
    ),
    (
      "Some 200 soldiers are said to have died on Monday in attacks by the Turkish army.",
      "die OTHER: Turkish army > soldiers"
    ),
    (
      "Last week, the minister, on a visit to Mexico, asked Mexican officials to leave the country.",
      "ask REQUEST: minister > Mexican officials"
    ),
    (
      "The vice-president, Richard Novak, met Vladimir Putin on Monday.",
      "meet CONSULT: Richard Novak, Vladimir Putin > "
    ),
    (
      "John Kerry and Sergei Lavrov meet Monday in Geneva.",
      "meet CONSULT: John Kerry, Sergei Lavrov > "
    ),
    // A strike of workers, a collision and a match are no attacks.
    ("The strike by dock workers began on Monday.", "strike PROTEST: dock workers > "),
    ("Air strikes hit the town on Monday.", "air strike ASSAULT: "),
    ("A bus hit a wall on Monday, killing nine passengers.", "hit OTHER: "),
    ("Norland beat Sudria 3-1 on Monday.", "beat OTHER: Norland > Sudria"),
    ("The union called off its strike on Monday.", "call off its strike YIELD: union > "),
    (
      "The governor declared a state of emergency on Monday so officials could leave.",
      "state of emergency SANCTION: governor > "
    ),
    ("Turkey wants Assad to leave the country by Monday.", "leave RETREAT: Assad > "),
  ])
  func isRead(_ sentence: String, _ expected: String) {
    #expect(Self.read(sentence) == expected)
  }

  @Test(arguments: [
    // A deed's noun in an object is no verb, and the clause's own verb stays.
    ("Iran condemned US strikes on Syria on Monday.", "condemn ACCUSE: Iran > US"),
    ("Iran ignored UN calls for a truce on Monday.", "ignore REJECT: Iran > UN"),
    ("On Monday US strikes killed soldiers.", "kill ASSAULT: US > soldiers"),
    // Of nations that share a description each takes part, and a nation of two words is one.
    ("Greek and Turkish leaders met on Monday.", "meet CONSULT: Greek, Turkish leaders > "),
    (
      "British, French and German envoys met Iranian officials on Monday.",
      "meet CONSULT: British, French, German envoys, Iranian officials > "
    ),
    ("Turkish leaders met on Monday.", "meet CONSULT: Turkish leaders > "),
    (
      "South Korean troops went on alert on Monday.",
      "go on alert MOBILIZE: South Korean troops > "
    ),
    ("Serbs attacked Kurds on Monday.", "attack ASSAULT: Serbs > Kurds"),
    // A capital that is accused, asked or answered is its government, and no place.
    ("Ukraine accused Moscow of lying on Monday.", "accuse ACCUSE: Ukraine > Moscow"),
    (
      "France urged Tehran on Monday to free two citizens.", "urge REQUEST: France > Tehran"
    ),
    (
      "Kurdish rebels demanded autonomy from Baghdad on Monday.",
      "demand REQUEST: Kurdish rebels > Baghdad"
    ),
    (
      "The separatists turned down New Delhi's offer on Monday.",
      "turn down REJECT: separatists > New Delhi"
    ),
    ("Iran condemned the Kabul bombing on Monday.", "condemn ACCUSE: Iran > "),
    // What is sent, fetched or fought with is not whom it is done to.
    (
      "Iran recalled its ambassador to Norway on Monday.",
      "recall ambassador SANCTION: Iran > Norway"
    ),
    (
      "France sent 1,000 troops to Mali on Monday to fight rebels.",
      "send troops MOBILIZE: France > Mali"
    ),
    (
      "France delivered 20 helicopters to Chad on Monday.", "deliver helicopters AID: France > Chad"
    ),
    (
      "Ukraine attacked a Russian oil depot with drones on Monday.",
      "attack ASSAULT: Ukraine > Russian"
    ),
    // Whose the thing or the ground is.
    (
      "Eritrea withdrew its troops from Ethiopian territory on Monday.",
      "withdraw RETREAT: Eritrea > Ethiopian"
    ),
    ("Pirates hijacked two Saudi tankers on Monday.", "hijack ASSAULT: Pirates > Saudi"),
    (
      "Russia banned imports of Georgian wine on Monday.", "ban SANCTION: Russia > Georgian"
    ),
    ("Rebels shot down Chadian planes on Monday.", "shoot down ASSAULT: Rebels > Chadian"),
    (
      "Separatists on Monday threatened to resume attacks on Spanish targets.",
      "threaten THREATEN: Separatists > Spanish"
    ),
    ("The minister walked near a Russian resort on Monday.", "walk OTHER: minister > "),
    // Headlines tell in the present, at the head of a report and of two sides.
    ("Moscow blames Washington for the delay.", "blame ACCUSE: Moscow > Washington"),
    ("Moscow supports Damascus.", ""),
    // A verb and the rest of its phrase, with whom it is done to between.
    (
      "Soldiers took the mayor prisoner on Monday during the coup.",
      "take prisoner COERCE: Soldiers > mayor prisoner"
    ),
    (
      "The army placed Benazir Bhutto under house arrest on Monday.",
      "place under house arrest COERCE: army > Benazir Bhutto"
    ),
    ("The army drove the rebels out on Monday.", "drive out ASSAULT: army > rebels"),
    ("The minister called the army on the telephone on Monday.", "call CONSULT: minister > army"),
    // An object behind a time, an insertion or a particle is whom it is done to.
    ("Police arrested on Monday three journalists.", "arrest COERCE: Police > journalists"),
    ("The police rounded up protesters on Monday.", "round up COERCE: police > protesters"),
    ("Soldiers arrested on Monday in Minsk.", "arrest COERCE:  > Soldiers"),
  ])
  func isTold(_ sentence: String, _ expected: String) {
    #expect(Self.read(sentence) == expected)
  }

  @Test(arguments: [
    // Who stands in a subject's phrase has a part in another deed, or in none.
    (
      "The bombing of Lebanon by Israel killed soldiers on Monday.",
      "kill ASSAULT: Israel > soldiers"
    ),
    (
      "The killing of a teenager by settlers sparked riots on Monday.", "riot PROTEST: "
    ),
    (
      "A rebel group backed by Rwanda attacked Uganda on Monday.",
      "attack ASSAULT: rebel group > Uganda"
    ),
    ("A convoy escorted by UN troops was attacked on Monday.", "attack ASSAULT: "),
    (
      "A shell fired by UN troops killed a farmer on Monday.", "kill ASSAULT: UN troops > farmer"
    ),
    (
      "Rebels fighting to topple President Idriss Deby ambushed soldiers on Monday.",
      "ambush ASSAULT: Rebels > soldiers"
    ),
    (
      "Militants linked to al-Qaeda killed three soldiers on Monday.",
      "kill ASSAULT: Militants > soldiers"
    ),
    (
      "The bank chief operating officer Doug Suttles met Barack Obama on Monday.",
      "meet CONSULT: Doug Suttles, Barack Obama > "
    ),
    (
      "Newly elected President Bola Tinubu met Emmanuel Macron on Monday.",
      "meet CONSULT: Bola Tinubu, Emmanuel Macron > "
    ),
    // A preposition of the verb's own, or one that aims, names no place.
    ("Iran fired missiles at Iraq on Monday.", "fire missiles ASSAULT: Iran > Iraq"),
    (
      "Belgrade sought assistance from France against rebels on Monday.",
      "seek assistance REQUEST: Belgrade > France"
    ),
    // What is demanded, denied and said, and by whom.
    (
      "Turkey denied Greek accusations that its jets had violated the truce on Monday.",
      "deny REJECT: Turkey > Greek\nviolate REJECT: jets > "
    ),
    ("“It will rain,” said President Ivan Duque on Monday.", "say CONSULT: Ivan Duque > "),
    ("He was killed on Monday, General Ahmed Gaid Salah said.", "kill ASSAULT: "),
    // A demand that nobody known makes, and of nobody, is none.
    (
      "The United Nations announced on Monday peace talks for Syria had begun and called on everybody to push"
        + " for a ceasefire, even as government forces launched their biggest offensive near Aleppo in a year.",
      "peace talk CONSULT: United Nations > \noffensive ASSAULT: government forces > "
    ),
    ("Anti-government protests began on Monday.", "protest PROTEST:  > Anti-government"),
  ])
  func isToldOfTheRight(_ sentence: String, _ expected: String) {
    #expect(Self.read(sentence) == expected)
  }

  @Test(arguments: [
    // A verb that describes as often: not where somebody stands before it.
    ("Rebels captured soldiers on Monday.", "capture COERCE: Rebels > soldiers"),
    ("The court has jailed activists.", "jail COERCE: court > activists"),
    (
      "Police detained opposition leader Pavel Novak on Monday.",
      "detain COERCE: Police > Pavel Novak"
    ),
    ("Pavel Novak was elected president on Monday.", "elect OTHER:  > Pavel Novak"),
    (
      "The detained activists met Pavel Novak on Monday.",
      "meet CONSULT: detained activists, Pavel Novak > "
    ),
    ("Voters elected Ana Kos president on Monday.", "elect OTHER: Voters > Ana Kos"),
    // Whoever stands behind "of" acts through members, and not through opponents.
    (
      "The village was attacked on Monday by members of a militia.",
      "attack ASSAULT: militia > "
    ),
    (
      "Opponents of President Pavel Novak stormed parliament on Monday.",
      "storm ASSAULT: Opponents > parliament"
    ),
    ("Police arrested supporters of Pavel Novak on Monday.", "arrest COERCE: Police > supporters"),
    (
      "The leader of Hezbollah, Karim Daher, accused Israel on Monday.",
      "accuse ACCUSE: Karim Daher > Israel"
    ),
    (
      "The village was attacked on Monday by dozens of rebels.",
      "attack ASSAULT: rebels > "
    ),
    (
      "In the latest deal hundreds of rebels left Syria on Monday.",
      "leave RETREAT: rebels > Syria"
    ),
    (
      "Army spokesman Maj. Gen. Igor Novak accused Turkey on Monday.",
      "accuse ACCUSE: Igor Novak > Turkey"
    ),
    // What is done to the subject is done to nobody behind the verb.
    (
      "Iran was accused on Monday of arming the rebels.", "accuse ACCUSE:  > Iran"
    ),
    (
      "Twenty fighters were killed on Monday as well as dozens of passengers.",
      "kill ASSAULT:  > fighters, passengers"
    ),
    (
      "Two soldiers were killed on Monday in clashes with rebels.",
      "kill ASSAULT: rebels > soldiers"
    ),
    (
      "Mali was suspended on Monday from the African Union by ministers.",
      "suspend SANCTION: ministers > Mali"
    ),
    ("NATO troops were deployed on Monday to Estonia.", "deploy MOBILIZE: NATO > Estonia"),
    (
      "Armenian villages were shelled on Monday by Turkish forces.",
      "shell ASSAULT: Turkish forces > Armenian"
    ),
    ("Armenian villages were proud on Monday.", ""),
    // Whom a relative clause takes up.
    (
      "The soldiers that the rebels captured on Monday were freed.",
      "capture ASSAULT: rebels > soldiers\nfree YIELD:  > soldiers"
    ),
    (
      "The army said that soldiers killed in May were buried on Monday.",
      "kill ASSAULT:  > soldiers\nbury OTHER:  > soldiers"
    ),
    (
      "The police who had guarded the embassy shot a demonstrator.",
      "shoot ASSAULT: police > demonstrator"
    ),
    // Whose a report or a party is, "he" is.
    (
      "Pavel Novak's party said on Monday that he had been arrested.",
      "arrest COERCE:  > Pavel Novak"
    ),
    // Those behind a participle, a title and a word of the deed itself have no part.
    (
      "Troops fought rebels led by Pavel Novak on Monday.", "fight ASSAULT: Troops, rebels > "
    ),
    (
      "US President Jane Doe's visit to Israel began on Monday.",
      "visit CONSULT: Jane Doe > Israel"
    ),
    (
      "Pakistan and India exchanged prisoners on Monday.",
      "exchange prisoners YIELD: Pakistan, India > "
    ),
    (
      "The Taliban barred women from universities on Monday.", "bar SANCTION: Taliban > women"
    ),
    // What is received comes from somebody, and who is told to do something is asked.
    (
      "Ghana received a loan from the World Bank on Monday.", "receive loan AID: World Bank > Ghana"
    ),
    ("Police told residents to leave on Monday.", "tell REQUEST: Police > residents"),
    (
      "The mayor told reporters on Monday that rebels attacked Aleppo.", "attack ASSAULT: rebels > "
    ),
    // What kind of body it is stands before its name, and a people before the described.
    ("The militant group Hamas attacked Israel on Monday.", "attack ASSAULT: Hamas > Israel"),
    (
      "West African leaders condemned the Philippines on Monday.",
      "condemn ACCUSE: West African leaders > Philippines"
    ),
    (
      "The Philippines protested China's seizure of a reef on Monday.",
      "protest PROTEST: Philippines > China"
    ),
    (
      "Soldiers shot dead a Palestinian teenager on Monday.",
      "shoot dead ASSAULT: Soldiers > Palestinian teenager"
    ),
    (
      "The Chinese coast guard fired water cannon at protesters on Monday.",
      "fire water cannon COERCE: Chinese coast guard > protesters"
    ),
  ])
  func isToldInEveryForm(_ sentence: String, _ expected: String) {
    #expect(Self.read(sentence) == expected)
  }

  /// Lemma, type, actors and those acted on, an event a line.
  static func read(_ sentence: String) -> String {
    let article = Article(
      id: "a", published: PublicationDate("2019-08-07", from: .record), title: nil, text: sentence)
    let events = AnnotatedArticle(article, using: LanguagePack.builtIn("en")!).events
    func names(_ event: EventMention, _ role: Participant.Role) -> String {
      event.participants.filter { $0.role == role }.map(\.printed).joined(separator: ", ")
    }
    let lines = events.map { event in
      let (actors, recipients) = (names(event, .actor), names(event, .recipient))
      return "\(event.lemma) \(event.type.rawValue): \(actors)"
        + (actors.isEmpty && recipients.isEmpty ? "" : " > \(recipients)")
    }
    return lines.joined(separator: "\n")
  }
}
