import DatelineModel
import Testing

@testable import DatelineExtraction

@Suite struct ActorFindingTests {
  private static func found(_ text: String, title: String? = nil) -> FoundActors {
    let pack = LanguagePack.builtIn("en")!
    let article = Article(id: "a", title: title, text: text)
    return ActorFinder(tables: pack.actors).actors(
      title: title.map { SegmentedText($0, isTitle: true, using: pack.abbreviations) },
      text: SegmentedText(text, using: pack.abbreviations), of: article)
  }

  private static func names(_ text: String) -> [String] {
    found(text).mentions.map { "\(text[$0.span])/\($0.kind.rawValue.prefix(3))" }
  }

  @Test(arguments: [
    ("Russian President Vladimir Putin met her in Sochi.", ["Vladimir Putin/Per", "Sochi/Loc"]),
    (
      "The envoy, Ms. Anna Lindqvist, spoke to the Norwegian Refugee Council.",
      ["Anna Lindqvist/Per", "Norwegian Refugee Council/Org"]
    ),
    ("Talks stalled on Monday. They resume in May.", []),
    ("French troops left the Sahel.", ["Sahel/Loc"]),
    ("“We agree,” said Farouk al-Homsi.", ["Farouk al-Homsi/Per"]),
    ("Moscow said it would wait.", ["Moscow/Loc"]),
    ("The UN and the EU agreed.", ["UN/Org", "EU/Org"]),
    ("The Bank of Borduria raised rates.", ["Bank of Borduria/Org"]),
    ("He lives near Lake Van.", ["Lake Van/Loc"]),
    // What stands before a name is no part of it.
    ("Outside Damascus, rebels attacked troops.", ["Damascus/Loc"]),
    ("The UN Syria mediator spoke.", ["UN/Org", "Syria/Loc"]),
    ("Kenya gave Somalia 20 tanks.", ["Kenya/Loc", "Somalia/Loc"]),
    ("“I'm Karl Novak,” he said.", ["Karl Novak/Per"]),
    ("An Interior Ministry official resigned.", ["Interior Ministry/Org"]),
    // A month is a name behind a given name or title.
    ("Brian May played in Orsk in May.", ["Brian May/Per", "Orsk/Loc"]),
    ("Captain March sailed in March.", ["March/Per"]),
  ])
  func findsNames(_ text: String, _ expected: [String]) {
    #expect(Self.names(text) == expected)
  }

  /// What only the learned layer takes for no name.
  @Test(arguments: [
    ("Japan accused Angola of spying.", ["Japan/Loc", "Angola/Loc"]),
    ("Djibouti accused Eritrea of spying.", ["Djibouti/Loc", "Eritrea/Loc"]),
    // A firm and a person look alike, and what the article says of them tells which.
    (
      "Barclays said it had agreed to pay. Barclays was owed $10m.",
      ["Barclays/Org", "Barclays/Org"]
    ),
    (
      "They fought the collapse of Enron, an energy trading company that failed. Enron sued.",
      ["Enron/Org", "Enron/Org"]
    ),
    ("Halliburton shares fell. Halliburton denied it.", ["Halliburton/Org", "Halliburton/Org"]),
    (
      "Dr. Keiji Fukuda spoke. Fukuda said it had spread. Novak, a Google executive, agreed.",
      ["Keiji Fukuda/Per", "Fukuda/Per", "Novak/Per", "Google/Org"]
    ),
    ("On Tuesday Novak left.", ["Novak/Per"]),
    (
      "Theresa May met Karl Novak. May told reporters of it. Mrs May will travel to Berlin.",
      ["Theresa May/Per", "Karl Novak/Per", "May/Per", "May/Per", "Berlin/Loc"]
    ),
  ])
  func findsNamesBesideTheModel(_ text: String, _ expected: [String]) {
    let found = annotated(text, "2019-08-01").entities
    #expect(found.map { "\(text[$0.span])/\($0.kind.rawValue.prefix(3))" } == expected)
  }

  /// "South African", "Sri Lankan": nations of two words go before a noun as those of one do.
  @Test(arguments: [
    ("The South African president met Karl Novak.", "South African president"),
    ("Sri Lankan troops left.", "Sri Lankan troops"),
    ("The Ecuadorian army left.", "Ecuadorian army"),
  ])
  func describesByNations(_ text: String, _ name: String) {
    #expect(annotated(text, "2019-08-01").actors.contains { $0.name == name })
  }

  /// Name, kind, then the printed forms where they differ from the name.
  private static func actors(_ text: String, title: String? = nil) -> [String] {
    found(text, title: title).actors.map { actor in
      let others = actor.aliases.filter { $0 != actor.name }
      return "\(actor.name)/\(actor.kind.rawValue)"
        + (others.isEmpty ? "" : " (\(others.joined(separator: "; ")))")
    }
  }

  @Test(arguments: [
    // A surname goes with its full name, whatever the spelling.
    (
      "Ivan Lavrentiev met reporters. Mr. Lavrentyev smiled.",
      ["Ivan Lavrentiev/person (Lavrentyev)", "reporters/group"]
    ),
    (
      "Omar al-Ja'afari spoke. Later Omar Jaafari left.",
      ["Omar al-Ja'afari/person (Omar Jaafari)"]
    ),
    // Two who share a name stay apart.
    (
      "Ann Miller met Paul Miller.", ["Ann Miller/person", "Paul Miller/person"]
    ),
    // A capital that acts is its state; where something happens it is a town.
    ("Moscow said yes.", ["Russia/government (Moscow)"]),
    ("It rained in Moscow.", ["Moscow/place"]),
    ("Moscow refuted it.", ["Russia/government (Moscow)"]),
    ("Kabul, abandoned by its army, fell silent.", ["army/group", "Kabul/place"]),
    ("Kabul abandoned by its army.", ["army/group", "Kabul/place"]),
    (
      "Damascus, Tehran and Moscow objected.",
      ["Iran/government (Tehran)", "Russia/government (Moscow)", "Syria/government (Damascus)"]
    ),
    (
      "A deal brokered by Moscow, Ankara and Tehran set up the zones.",
      ["Iran/government (Tehran)", "Russia/government (Moscow)", "Turkey/government (Ankara)"]
    ),
    (
      "It rained in Damascus, Tehran and Moscow.",
      ["Damascus/place", "Moscow/place", "Tehran/place"]
    ),
    // A noun behind a town is no verb.
    ("Cairo protests turned violent.", ["Cairo/place"]),
    ("Damascus strikes went on.", ["Damascus/place"]),
    // A seat of government is always its state, but where one is in it.
    ("They faulted the Kremlin.", ["Russia/government (Kremlin)"]),
    ("They met in the Kremlin.", ["Kremlin/place"]),
    ("It rained in Russia.", ["Russia/place"]),
    ("Russia sent aid.", ["Russia/government"]),
    ("The Russian government sent aid.", ["Russia/government (Russian government)"]),
    (
      "The Syrian government met the opposition delegation. Damascus reiterated its view.",
      [
        "Syrian government/government (Damascus)",
        "Syrian opposition/group (opposition delegation)",
      ]
    ),
    (
      "The Syrian government fell back before the opposition. Government troops left the town.",
      [
        "Syrian army/group (Government troops)", "Syrian government/government",
        "Syrian opposition/group (opposition)",
      ]
    ),
    // A lost comma and a lost apostrophe.
    (
      "They met Turkey Russia and Iran.",
      ["Iran/government", "Russia/government", "Turkey/government"]
    ),
    ("Shells fell in Syrias Idlib province.", ["Idlib/place"]),
    // Where the text lost a comma before a demonym.
    ("Raids hit Aleppo Syrian soldiers fled.", ["Aleppo/place", "Syrian soldiers/group"]),
    // A kind of place names what follows.
    (
      "They came to the villages of Osk and Lower Brenn.", ["Lower Brenn/place", "Osk/place"]
    ),
    ("They met in Astana, now Nur-Sultan.", ["Nur-Sultan/place (Astana)"]),
    ("Shells fell on Khan Sheikhoun.", ["Khan Shaykhun/place (Khan Sheikhoun)"]),
    (
      "The Borduria Observatory for Human Rights (BOHR) said so. BOHR added nothing.",
      ["Borduria Observatory for Human Rights/organization (BOHR)"]
    ),
    (
      "The Borduria Observatory for Human Rights, or ODH, said so. ODH added nothing.",
      ["Borduria Observatory for Human Rights/organization (ODH)"]
    ),
    ("Rebels fled. The rebels returned.", ["rebels/group (Rebels)"]),
    // What two states own is two, and whom protesters are against is one with the government.
    (
      "Egypt's president met Syria's president.",
      [
        "Egypt/government", "Egypt's president/person (president)", "Syria/government",
        "Syria's president/person (president)",
      ]
    ),
    (
      "Anti-government protests began. The government resigned.",
      ["government/government (Anti-government)"]
    ),
    // Those whom somebody's verb is done to are not what it describes.
    ("Rebels captured soldiers.", ["rebels/group (Rebels)", "soldiers/group"]),
    ("The Syrian army advanced. The army then stopped.", ["Syrian army/group (army)"]),
  ])
  func joinsActors(_ text: String, _ expected: [String]) {
    #expect(Self.actors(text) == expected)
  }

  @Test(arguments: [
    ("UN special envoy Staffan de Mistura spoke.", "special envoy of United Nations"),
    (
      "The former UN special envoy Staffan de Mistura spoke.",
      "former special envoy of United Nations"
    ),
    ("Russian President Vladimir Putin spoke.", "president of Russia"),
    (
      "Ali Karimi, the Iranian foreign minister's senior aide, spoke.", "senior aide of Iran"
    ),
    (
      "the Russian president's special envoy for Syria Ivan Petrov spoke", "special envoy of Russia"
    ),
    ("She thanked Ivan Petrov.", ""),
  ])
  func readsRoles(_ text: String, _ expected: String) {
    let persons = Self.found(text).actors.filter { $0.kind == .person && !$0.isNominal }
    let roles = persons.flatMap(\.roles).map { "\($0.title) of \($0.of ?? "nobody")" }
    #expect(roles.joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    ("The terrorists fled.", "terrorists", true),
    ("Insurgents fled.", "insurgents", false),
    ("Police fired.", "police", false),
  ])
  func marksLoadedWords(_ text: String, _ name: String, _ isLoaded: Bool) {
    let actor = Self.found(text).actors.first { $0.name == name }
    #expect(actor?.isNominal == true)
    #expect(actor?.isLoaded == isLoaded)
  }

  /// Who is meant by a described person; "Anna Holm" where the article names one such.
  @Test(arguments: [
    ("Norwegian envoy Anna Holm flew to Oslo. The envoy met the rebels.", true),
    ("Norwegian envoy Anna Holm flew to Oslo. An envoy met the rebels.", false),
    ("Norwegian envoy Anna Holm flew to Oslo. The Danish envoy met the rebels.", false),
    ("Norwegian envoy Anna Holm and Danish envoy Per Lund met. The envoy left.", false),
  ])
  func describedPersonsAreTheOnlyBearerOfTheRole(_ text: String, _ isNamed: Bool) {
    let found = Self.found(text)
    let named = Set(
      found.actors.filter { !$0.isNominal && $0.kind == .person }.map(\.id))
    #expect(found.nominals.contains { named.contains($0.actor) } == isNamed)
  }

  /// How many bodies the article knows.
  @Test(arguments: [
    ("Norway set up a constitutional committee. The committee met rebels.", 1),
    ("Norway set up a constitutional committee. A committee met rebels.", 2),
    ("A constitutional committee and a trade committee met. The committee left.", 3),
  ])
  func aBareBodyIsTheOnlyOneDescribed(_ text: String, _ count: Int) {
    #expect(Self.found(text).actors.count { $0.kind == .organization } == count)
  }

  @Test func findsASurnameInTheTitle() {
    #expect(
      Self.actors("President Anna Lindqvist came.", title: "President visits town")
        == ["Anna Lindqvist/person (President)"])
    let found = Self.found("Talks with Anna Lindqvist began.", title: "Lindqvist opens talks")
    #expect(found.mentions.map(\.inTitle) == [true, false])
    #expect(Set(found.mentions.map(\.actor)) == ["anna-lindqvist"])
  }

  @Test func spansStayInTheText() {
    let text = "In Orléans, François Hollande met Recep Tayyip Erdoğan of Türkiye."
    for mention in Self.found(text).mentions {
      #expect(mention.span.end <= text.utf8.count && !text[mention.span].isEmpty)
    }
    #expect(Self.found(text).actors.contains { $0.name == "Recep Tayyip Erdogan" })
  }
}

@Suite struct GazetteerTests {
  private static let table = """
    # comment
    key\tsenses\tname\tstate
    new\tw\t\t
    new york\tTr\t=\t
    new york times\to\t\t
    paris\tTcf\t=\tFrance
    """
  private let gazetteer = Gazetteer(TableBytes(copying: table))

  @Test(
    arguments: [
      ("new", Gazetteer.Senses.word, true), ("new york", [.city, .region], true),
      ("new york times", .organization, false), ("paris", [.city, .capital, .givenName], false),
      ("par", nil, false), ("zzz", nil, false), ("a", nil, false),
    ] as [(String, Gazetteer.Senses?, Bool)])
  func bisects(_ key: String, _ senses: Gazetteer.Senses?, _ goesOn: Bool) {
    var key = key
    let found = key.withUTF8 { gazetteer.find($0) }
    #expect(found.entry?.senses == senses)
    #expect(found.goesOn == goesOn)
  }

  @Test func tellsWhomACapitalStandsFor() throws {
    let names = gazetteer.names(of: try #require(gazetteer.find("paris")))
    #expect(names.name == "Paris")
    #expect(names.state == "France")
  }

  @Test(
    arguments: [
      ("New York", "New York", nil), ("NEW-YORK", "New York", nil), ("new york times", nil, nil),
      ("Páris", "Paris", "France"),
    ] as [(String, String?, String?)])
  func findsWhatIsPrinted(_ name: String, _ printed: String?, _ state: String?) throws {
    let names = gazetteer.names(of: try #require(gazetteer.find(printed: name)))
    #expect(names.name == printed)
    #expect(names.state == state)
  }

  @Test func findsNothingWhereNothingIsPrinted() {
    #expect(gazetteer.find(printed: " - ") == nil)
  }

  /// Every row of the shipped table is found by its key.
  @Test func findsEveryShippedRow() {
    let bytes = PackFiles.embedded.bytes("en/actors/gazetteer.tsv")!
    let gazetteer = Gazetteer(bytes)
    var missing: [String] = []
    for (number, line) in bytes.string(0..<bytes.count).split(separator: "\n").enumerated()
    where number % 97 == 0 && !line.hasPrefix("#") && !line.hasPrefix("key\t") {
      let key = String(line.prefix { $0 != "\t" })
      if gazetteer.find(key) == nil { missing.append(key) }
    }
    #expect(missing == [])
  }
}

@Suite struct NameFoldingTests {
  private let folding = LanguagePack.builtIn("en")!.actors.folding

  private func key(_ name: String) -> [String] { folding.key(of: NameFolding.words(of: name)) }

  @Test(arguments: [
    ("Lavrentiev", "Lavrentyev"), ("al-Ja'afari", "Jaafari"),
    ("Khan Sheikhoun", "Khan Shaykhun"), ("Deir al-Zor", "Deir Ezzor"), ("Homs", "Hums"),
    ("Bashar al-Assad", "Bashar Assad"), ("Recep Erdoğan", "Recep Erdogan"),
  ])
  func joins(_ one: String, _ other: String) { #expect(key(one) == key(other)) }

  @Test(arguments: [("Iran", "Iraq"), ("Austria", "Australia"), ("Ann Miller", "Paul Miller")])
  func keepsApart(_ one: String, _ other: String) { #expect(key(one) != key(other)) }

  @Test func joinsTheFoldedWords() {
    let name = "Deir  al-Zor\u{A0}Öst"
    #expect(NameFolding.words(of: name) == ["deir", "al", "zor", "ost"])
    #expect(String(decoding: NameFolding.joinedWords(of: name), as: UTF8.self) == "deir al zor ost")
    #expect(NameFolding.wordCount(of: name) == 4)
    #expect(NameFolding.wordCount(of: "'") == 0)
  }

  /// Each rewrite sees what the ones before have made, though the word lacked its letters.
  @Test func rewritesWhatWasRewritten() throws {
    let table = try DataTable(path: "folding.tsv", text: "from\tto\nks\tx\n^x\tz\nzz$\tq\n")
    let folding = try NameFolding(table)
    #expect(folding.key(of: "ksa") == "za")
    #expect(folding.key(of: "akks") == "akx")
    #expect(folding.key(of: "azz") == "aq")
    #expect(folding.key(of: "zza") == "za")
  }

  @Test func foldingRowsHaveAnEnd() throws {
    func folding(_ rows: String) throws -> NameFolding {
      try NameFolding(try DataTable(path: "folding.tsv", text: "from\tto\n" + rows))
    }
    for empty in ["\tx\n", "^\tx\n", "$\tx\n"] {
      #expect(throws: LineError.self) { try folding("ks\tx\n" + empty) }
    }
    let text = String(repeating: "x", count: 65)
    #expect(throws: LineError.self) { try folding("ks\t\(text)\n") }
    let doubling = try folding(String(repeating: "a\tabab\n", count: 60))
    #expect(doubling.key(of: "a").utf8.count < 8192)
  }

  @Test func slugsReadAsNames() {
    #expect(NameFolding.slug(of: "Bashar al-Ja'afari") == "bashar-al-jaafari")
  }
}
