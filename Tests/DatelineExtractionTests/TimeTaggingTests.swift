import DatelineModel
import EDTF
import Foundation
import Testing

@testable import DatelineExtraction

@Suite struct TimeTaggingTests {
  private let pack = LanguagePack.builtIn("en")!

  private func timexes(
    _ text: String, published: String? = "2019-08-01", genre: Genre = .auto,
    language: String = "en"
  ) -> [Timex] {
    let article = Article(
      id: "a", published: published.flatMap { PublicationDate($0, from: .record) }, text: text,
      language: language)
    let segmented = SegmentedText(text, using: pack.abbreviations)
    return TimeTagger(rules: pack.time, genre: genre)
      .timexes(title: nil, text: segmented, of: article)
  }

  /// Each row tells a sentence and the expressions in it, as `words = TIMEX3 value`.
  @Test(arguments: [
    ("Talks opened on 1 August 2019.", "1 August 2019 = 2019-08-01"),
    ("He came on Jan. 5, 2014 and left.", "Jan. 5, 2014 = 2014-01-05"),
    ("They met on 2019-07-30 in Geneva.", "2019-07-30 = 2019-07-30"),
    ("He said on Tuesday that it was over.", "Tuesday = 2019-07-30"),
    ("The court will rule on Tuesday.", "Tuesday = 2019-08-06"),
    ("The next round will be held on Tuesday.", "Tuesday = 2019-08-06"),
    ("It was said that the round was held on Tuesday.", "Tuesday = 2019-07-30"),
    ("They met yesterday.", "yesterday = 2019-07-31"),
    ("It began last month.", "last month = 2019-07"),
    ("He died three days ago.", "three days ago = 2019-07-29"),
    ("The army struck on Thursday morning.", "Thursday morning = 2019-08-01TMO"),
    ("The siege lasted four months.", "four months = P4M"),
    ("It ran every week.", "every week = P1W"),
    ("The truce now holds.", "now = PRESENT_REF"),
    ("Minister April Jones spoke to the Sunday Times.", ""),
    ("He may march again.", ""),
    // The number of a file, and years beside words.
    ("Incident QSM-1102 is closed.", ""),
    ("Incident LCM-2018-0412 is closed.", ""),
    ("Incident PK-KP-20231109-02 is closed.", ""),
    ("The games of Sochi-2014 ended.", "2014 = 2014"),
  ])
  func readsValues(_ text: String, _ expected: String) {
    let found = timexes(text).map { "\(text[$0.span]) = \($0.value)" }
    #expect(found.joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    ("They have fought since March 2011.", "2011-03/.."),
    ("They must leave by Friday.", "../2019-08-02"),
    ("They met from 20 to 22 March 2014.", "2014-03-20/2014-03-22"),
    ("The third quarter of 2018 was good.", "2018-07/2018-09"),
    ("At the last round, on November 14-15, they agreed.", "2018-11-14/2018-11-15"),
    ("He stayed for three days.", nil),
  ])
  func tellsIntervals(_ text: String, _ expected: String?) {
    #expect(timexes(text).first?.edtf?.description == expected)
  }

  /// Every row's examples, `sentence @2019-08-01 = words → value; …`, and its counter-examples.
  /// Nothing but the publication tells whether the day or the month comes first.
  @Test func digitsMeanTheDayThatIsNewsWhereNothingElseTells() {
    func day(_ text: String, published: String) -> String? {
      let article = Article(
        id: "a", published: PublicationDate(published, from: .record), text: text)
      return AnnotatedArticle(article, using: LanguagePack.builtIn("en")!).timexes.first?.value
    }
    let note = "The incident dated 09-11-2023 is closed."
    #expect(day(note, published: "2023-11-11") == "2023-11-09")
    #expect(day(note, published: "2023-09-12") == "2023-09-11")
    #expect(day(note, published: "2024-06-01") == "2023-09-11")
    #expect(day(note + " So is that of 12-25-2022.", published: "2023-11-11") == "2023-09-11")
  }

  /// On a Sunday the week that has just ended is "last week" for many who write.
  @Test func lastWeekIsTwoWeeksOnASunday() {
    func interval(_ day: String) -> String? {
      let article = Article(
        id: "a", published: PublicationDate(day, from: .record), text: "The ferry sank last week.")
      return AnnotatedArticle(article, using: LanguagePack.builtIn("en")!).timexes.first?.edtf?
        .description
    }
    #expect(interval("2017-07-09") == "2017-06-26/2017-07-08")
    #expect(interval("2017-07-08") == "2017-06-26/2017-07-02")
    #expect(interval("2017-07-10") == "2017-07-03/2017-07-09")
  }

  @Test(arguments: RuleExample.all)
  func readsTheExamplesOfTheTables(_ example: RuleExample) throws {
    let pack = try #require(LanguagePack.builtIn(example.language))
    let article = Article(
      id: "a", published: PublicationDate(example.published, from: .record), text: example.text)
    let found = TimeTagger(rules: pack.time, genre: .auto).timexes(
      title: nil, text: SegmentedText(example.text, using: pack.abbreviations), of: article)
    if let expected = example.expected {
      #expect(found.map { "\(example.text[$0.span]) → \($0.value)" } == expected, "\(example.rule)")
    } else if example.isNoTime {
      #expect(found.isEmpty, "\(example.rule): \(example.text)")
    } else {
      #expect(!found.contains { $0.rule == example.rule }, "\(example.rule): \(example.text)")
    }
  }

  /// A row that nobody runs is a row that nobody knows to work.
  @Test(arguments: LanguagePack.builtInCodes)
  func givesAnExampleForEveryRow(_ language: String) throws {
    let rows = try #require(LanguagePack.builtIn(language)).time.rows
    #expect(rows.filter { $0[5].isEmpty && $0[6].isEmpty }.map { $0[0] } == [])
  }

  /// As `words = value quant freq`, with `-` for what is not told.
  @Test(arguments: [
    ("They meet every week.", "every week = P1W EVERY -"),
    ("They meet every second Tuesday.", "every second Tuesday = XXXX-WXX-2 EVERY -"),
    ("They meet twice a month.", "twice a month = P1M - 2X"),
    ("They meet three times each year.", "three times each year = P1Y EACH 3X"),
    ("They work four days every week.", "four days every week = P1W EVERY 4D"),
    ("It is cleaned several times a day.", "several times a day = P1D - XX"),
  ])
  func tellsHowOftenASetComes(_ text: String, _ expected: String) {
    let found = timexes(text).map {
      "\(text[$0.span]) = \($0.value) \($0.quant ?? "-") \($0.freq ?? "-")"
    }
    #expect(found == [expected])
    #expect(timexes(text).allSatisfy { $0.kind == .set })
  }

  /// The indices at which the first duration begins and ends; -1 is the publication.
  @Test(
    arguments: [
      ("Prices rose in the last six months.", nil, -1),
      ("They will meet in the next five years.", -1, nil),
      ("He will stay for two weeks from 7 June.", 1, nil),
      ("In the six months to June it fell.", nil, 1),
      ("The siege lasted four months.", nil, nil),
    ] as [(String, Int?, Int?)])
  func tiesDurationsToTheirEnds(_ text: String, _ begin: Int?, _ end: Int?) throws {
    let duration = try #require(timexes(text).first { $0.kind == .duration })
    #expect(duration.beginPoint == begin)
    #expect(duration.endPoint == end)
    let undated = try #require(timexes(text, published: nil).first { $0.kind == .duration })
    #expect(undated.beginPoint != -1 && undated.endPoint != -1)
  }

  @Test(arguments: [
    ("They met on Thursday and Friday.", ["2019-07-25", "2019-07-26"]),
    ("They will meet on Saturday and Monday.", ["2019-08-03", "2019-08-05"]),
    ("It ran from Monday to Friday.", ["2019-07-22", "2019-07-26"]),
    ("They spoke on Friday and Thursday.", ["2019-07-26", "2019-08-01"]),
    ("The curfew lasts from 8 p.m. to 6 a.m.", ["2019-08-01T20:00", "2019-08-02T06:00"]),
    (
      "They ruled from December 30 to January 5, 2018.", ["2017-12-30", "2018-01-05"]
    ),
  ])
  func keepsRangesAndListsForward(_ text: String, _ expected: [String]) {
    #expect(timexes(text).map(\.value) == expected)
  }

  @Test func takesAnHourAfterALateOneToTheNextDay() {
    let text = "On 5 July 2016 they met at 10 p.m. and parted at 2 a.m."
    #expect(timexes(text).map(\.value) == ["2016-07-05", "2016-07-05T22:00", "2016-07-06T02:00"])
  }

  /// By the other dates of the article, else by its country, else the month first.
  @Test(arguments: [
    ("They met on 25/02/2019 and on 03/04/2019.", "en", "2019-04-03"),
    ("They met on 02/25/2019 and on 03/04/2019.", "en-GB", "2019-03-04"),
    ("They met on 03/04/2019.", "en-GB", "2019-04-03"),
    ("They met on 03/04/2019.", "en-US", "2019-03-04"),
    ("They met on 03/04/2019.", "en", "2019-03-04"),
  ])
  func ordersDayAndMonthAsTheArticleDoes(_ text: String, _ language: String, _ value: String) {
    #expect(timexes(text, language: language).last?.value == value)
  }

  /// Dates of the Hebrew, Chinese, Hindu and church calendars, as almanacs tell them.
  @Test(arguments: [
    ("roshHashanah", 2000, "2000-09-30"), ("roshHashanah", 2019, "2019-09-30"),
    ("roshHashanah", 2021, "2021-09-07"), ("yomKippur", 2023, "2023-09-25"),
    ("passover", 2020, "2020-04-09"), ("passover", 2024, "2024-04-23"),
    ("purim", 2019, "2019-03-21"), ("hanukkah", 2018, "2018-12-03"),
    ("hanukkah", 2019, "2019-12-23"), ("hanukkah", 2023, "2023-12-08"),
    ("corpusChristi", 2019, "2019-06-20"), ("shroveTuesday", 2024, "2024-02-13"),
    ("chineseNewYear", 1966, "1966-01-21"), ("chineseNewYear", 1985, "1985-02-20"),
    ("chineseNewYear", 2024, "2024-02-10"), ("chineseNewYear", 2034, "2034-02-19"),
    ("diwali", 2000, "2000-10-26"), ("diwali", 2009, "2009-10-17"), ("diwali", 2020, "2020-11-14"),
  ])
  func countsMovableHolidays(_ name: String, _ year: Int, _ day: String) {
    #expect(Holiday.day(name, year: year)?.description == day)
  }

  @Test func tellsTheRuleThatSaysMost() {
    #expect(timexes("It ended on 5 March 2014.").first?.rule == "en.date.dmy")
    #expect(timexes("He left three days ago.").first?.rule == "en.ago")
  }

  @Test func flagsDatesThatNoCalendarHas() throws {
    let timex = try #require(timexes("It rained on Feb 29, 2015 in Homs.").first)
    #expect(timex.isInvalid)
    #expect(timex.edtf == nil)
    #expect(timex.value == "2015-02-29")
  }

  /// A page of updates is written on for days: its stamps tell which day "Tuesday" is counted from.
  @Test(arguments: [
    (
      "(Update 1:14 a.m. Wednesday in Kelt, 6:14 p.m. ET Tuesday) The mayor spoke on Tuesday evening.",
      "2011-02-02T01:14 2011-02-01T18:14 2011-02-01TEV"
    ),
    (
      "[5:48 p.m. ET Tuesday] He spoke.\n\n[12:04 p.m. Kelt, 5:04 a.m. ET] They will march on Tuesday.",
      "2011-02-01T17:48 2011-01-31T12:04 2011-01-31T05:04 2011-02-01"
    ),
    ("[9 p.m. Saturday] He spoke.", "2011-01-29T21:00"),
    // No stamp: within a sentence, or without a clock.
    ("He spoke (at 6:14 p.m. on Tuesday).", "2011-01-25T18:14"),
    ("(He spoke on Tuesday) and left.", "2011-01-25"),
    (
      "(One, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, at 6 p.m. Tuesday)",
      "2011-01-25T18:00"
    ),
  ])
  func countsFromTheStampsOfAPage(_ text: String, _ expected: String) {
    let found = timexes(text, published: "2011-01-31").map(\.value).joined(separator: " ")
    #expect(found == expected)
  }

  @Test func keepsTheYearOfAStory() {
    let story = """
      The war began in March 1904. In May the army crossed the river. On 14 August the fleet \
      lost a battle, and in December the port fell. Peace was signed in September 1905. The year \
      1904 had been the worst. By 1906 the army was home. In 1907 the treaty was confirmed, and \
      in 1908 the general was tried. In March he was pardoned.
      """
    let values = timexes(story).map(\.value)
    #expect(
      values == [
        "1904-03", "1904-05", "1904-08-14", "1904-12", "1905-09", "1904", "1906", "1907", "1908",
        "1908-03",
      ])
  }

  /// A report that looks back over many years is none, where it speaks of last year or this month.
  @Test func countsAReportWithAHistoryFromItsPublication() {
    let report = """
      Last year the firm lost its licence. It had been founded in 1904 under a law of 1851, went \
      public in May 1923, and was fined in 1931, in 1948, in 1962, in 1977 and in 1989. On 17 June \
      a judge closed it.
      """
    #expect(timexes(report).first?.value == "2018")
    #expect(timexes(report).last?.value == "2019-06-17")
    // "This time" is the one told of.
    let story = report.replacing("Last year", with: "This time")
    #expect(timexes(story).last?.value.hasPrefix("2019") == false)
  }

  @Test func leavesASeasonOfAStoryInTheYearJustTold() {
    let story = """
      The army was back in May 1943 where it had stood before the winter offensive. In February \
      1945 it passed the winter there, and in spring it moved on.
      """
    #expect(
      timexes(story, genre: .narrative).map(\.value) == [
        "1943-05", "1943-WI", "1945-02", "1945-WI", "1946-SP",
      ])
  }

  /// "Night raids" are of no night in particular, which no later date is counted from.
  @Test func givesANightOfNoDayInAStory() {
    let story = "On 5 May 1943 they fled by night. That night it rained."
    #expect(
      timexes(story, genre: .narrative).map(\.value) == [
        "1943-05-05", "XXXX-XX-XXTNI", "1943-05-05TNI",
      ])
    #expect(timexes(story, genre: .narrative).map(\.kind) == [.date, .time, .time])
  }

  /// A price by the year is paid again and again, a length of a year is not.
  @Test func tellsWhatIsPaidByTheYearFromAYear() {
    #expect(timexes("They spent $5 million a year on it.").first?.kind == .set)
    #expect(timexes("It grows by 5 percent a year.").first?.kind == .set)
    #expect(timexes("It paid 5 million a day after the fire.").first?.kind == .duration)
    #expect(timexes("It took a year to build.").first?.kind == .duration)
  }

  @Test func lendsAnEarlierYearToTheNextSentence() {
    let values = timexes("The siege began in March 2013. In May the army attacked.").map(\.value)
    #expect(values == ["2013-03", "2013-05"])
  }

  /// "Forty years later" in a report is not in times to come, unless it says so.
  @Test func countsYearsLaterNoFurtherThanTheReport() {
    func last(_ text: String) -> String? { timexes(text).last?.edtf?.description }
    let march = "In 1979 thousands marched. Last year a law was passed. "
    #expect(last(march + "Forty years later, it has not healed.") == "2019")
    #expect(last("Last year a law was passed. Forty years later, it has not healed.") == nil)
    #expect(last("A law was passed in 2018. Three years later it will end.") == "2021")
  }

  @Test func comparesDoubleDates() {
    let agreeing = timexes("It took place on 25 Rajab 1440 (1 April 2019).")
    #expect(agreeing.map { $0.edtf?.description } == ["2019-04-01", "2019-04-01"])
    let differing = timexes("It took place on 25 Rajab 1440 (9 April 2019).")
    #expect(differing.first?.alternatives == ["2019-04-09"])
  }

  @Test(arguments: [
    ("ASTANA, August 1, 2019 (Agency) - Talks opened.", "2019-08-01", "August 1, 2019"),
    ("Last updated: 3 August 2019. Talks opened on 1 August 2019.", "2019-08-03", nil),
    ("Talks were held in May 2018 and again on 2 July 2019.", "2019-07-02", "2 July 2019"),
  ])
  func guessesThePublicationDate(_ text: String, _ date: String, _ quote: String?) throws {
    let guess = try #require(PublicationGuess(of: Article(id: "a", text: text), using: pack))
    #expect(guess.date.description == date)
    if let quote { #expect(guess.quote == quote) }
    #expect(guess.confidence > 0 && guess.confidence < 1)
  }

  @Test func guessesNothingFromNothing() {
    #expect(
      PublicationGuess(of: Article(id: "a", text: "Talks opened on Monday."), using: pack) == nil)
  }

  @Test func findsTimesAloneWhereAPackHasNoOtherTables() {
    let pack = LanguagePack.builtIn("ru")!
    let annotated = AnnotatedArticle(
      Article(
        id: "a", published: PublicationDate("2019-08-01", from: .record),
        text: "Вчера Асад прибыл в Москву.", language: "ru"), using: pack)
    #expect(annotated.timexes.map(\.value) == ["2019-07-31"])
    #expect(annotated.events.isEmpty)
    #expect(annotated.notAnalysed?.contains("times only") == true)
  }

  @Test func readsAPackFromAFolder() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pack-\(UUID().uuidString)/xx")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "time"), withIntermediateDirectories: true)
    let words = "class\tvalue\thead\twords\nday\t-1\tyes\thieraux\n"
    let header = "id\tcategory\tpattern\tsets\twhen\texamples\tcounterexamples\n"
    func write(_ rule: String) throws {
      try Data(words.utf8).write(to: folder.appending(path: "time/words.tsv"))
      try Data((header + rule).utf8).write(to: folder.appending(path: "time/rules.tsv"))
    }
    try write("xx.day\ttimex\t{count:day}\tunit=day base=now\t\t\t\n")
    let pack = try LanguagePack(directory: folder.path)
    #expect(pack.code == "xx")
    let article = Article(
      id: "a", published: PublicationDate("2019-08-01", from: .record), text: "Hieraux it rained.")
    #expect(AnnotatedArticle(article, using: pack).timexes.map(\.value) == ["2019-07-31"])

    try write("xx.day\ttimex\t{count:nothing}\tunit=day\t\t\t\n")
    let error = #expect(throws: LineError.self) {
      try LanguagePack(directory: folder.path)
    }
    #expect(error?.line == 2)
    #expect(error?.column == 14)
    #expect(error?.file.hasSuffix("xx/time/rules.tsv") == true)
  }

  /// A pack of one rule, `row` its cells from the category on, and of one word that counts to 99.
  private func pack(ofRule row: String) throws(LineError) -> LanguagePack {
    let header = "id\tcategory\tpattern\tsets\twhen\texamples\tcounterexamples\n"
    let tables = [
      "xx/time/words.tsv": "class\tvalue\thead\twords\nmany\t99\tyes\tmanies\n",
      "xx/time/rules.tsv": header + "xx.a\t" + row + "\t\t\n",
    ]
    return try LanguagePack(code: "xx", files: PackFiles { tables[$0] })
  }

  /// They ended the program, or passed for something else.
  @Test(
    "A rule that means nothing is told by its cell",
    arguments: [
      ("timex\t{n:many}\tunit={n*unit}\t", 3), ("timex\t{n:many}\tunit={.unit}\t", 3),
      ("timex\t{n:many}\tcount={n}*x\t", 3), ("timex\t{n:many}\tunit=99\t", 3),
      ("timex\t{n:many}\tonly=-1\t", 3), ("timex\t{n:many}\tonly={n}*99\t", 3),
      ("timex\t{n:many}\tunit=1+99\t", 3), ("timex\t{n:many}\tcount={n}*-99999\t", 3),
      ("timex\t{:}\t\t", 2), ("timex\t{}\t\t", 2), ("timex\t{n:many}\t\t=", 4),
    ])
  func faultsOfRules(row: String, column: Int) {
    let error = #expect(throws: LineError.self) { try pack(ofRule: row) }
    #expect(error?.line == 2)
    let cells = ("xx.a\t" + row).split(separator: "\t", omittingEmptySubsequences: false)
    #expect(error?.column == cells[..<column].reduce(0) { $0 + $1.count + 1 } + 1)
  }

  @Test func aWordThatCountsToAUnitThatIsNoneIsNoTime() throws {
    let article = Article(
      id: "a", published: PublicationDate("2019-08-01", from: .record), text: "In manies it rained."
    )
    func timexes(_ sets: String) throws -> [Timex] {
      let pack = try pack(ofRule: "timex\t{n:many}\t\(sets)\t")
      return AnnotatedArticle(article, using: pack).timexes
    }
    #expect(try timexes("unit={n} base=now").isEmpty)
    #expect(try timexes("unit=day base={n}").isEmpty)
    #expect(try timexes("unit=day base=now").count == 1)
  }

  /// What no table can mean is told, and ends nothing.
  @Test(arguments: [
    ("events/terms.tsv", "stem\tweight\nbend\t-0.7\n", 6),
    ("events/terms.tsv", "stem\tweight\nbend\tnan\n", 6),
    ("events/terms.tsv", "stem\tweight\nbend\t1e9\n", 6),
    ("events/terms.tsv", "stem\tweight\n \t0.7\n", 1),
  ])
  func aCellThatMeansNothingIsTold(_ name: String, _ table: String, _ column: Int) {
    let error = #expect(throws: LineError.self) {
      try LanguagePack(
        code: "en",
        files: PackFiles(text: { $0 == "en/" + name ? table : PackFiles.embedded.text($0) }))
    }
    #expect(error?.line == 2)
    #expect(error?.column == column)
  }

  @Test func aPackWithATableThatIsNoneIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pack-\(UUID().uuidString)/en")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let rules = folder.appending(path: "time/rules.tsv")
    let words = folder.appending(path: "abbreviations.tsv")
    func fault() -> LineError? {
      #expect(throws: LineError.self) { try LanguagePack(directory: folder.path) }
    }
    try FileManager.default.createDirectory(
      at: rules.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("# Times\n\njunk\n".utf8).write(to: rules)
    #expect(fault()?.file == rules.path)
    #expect(fault()?.line == 3)
    #expect(fault()?.message.contains("header") == true)
    // A table without a line is no table either.
    try Data().write(to: rules)
    #expect(fault()?.line == 1)
    // Where none is, the one that is built in stands.
    try FileManager.default.removeItem(at: rules)
    #expect(try LanguagePack(directory: folder.path).code == "en")
    try FileManager.default.createDirectory(at: words, withIntermediateDirectories: true)
    #expect(fault()?.file == words.path)
    try FileManager.default.removeItem(at: words)
    #expect(mkfifo(words.path, 0o600) == 0)
    #expect(fault()?.message.contains("no file that can be read") == true)
  }

  /// Fuzzing puts an input in the place of one of them: a pack that is refused as it stands would let
  /// no input through.
  @Test func seedsOfTheFuzzerAreAPack() throws {
    let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fuzz/Seeds/language-pack")
    var tables: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: seeds.path) {
      let text = try String(contentsOf: seeds.appending(path: name), encoding: .utf8)
      let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      try PackFiles.checkHeader(of: parts[1], at: name, as: "/" + parts[0])
      tables["en/" + parts[0]] = parts[1]
    }
    #expect(
      tables.keys.sorted() == EmbeddedData.files.map(\.path).filter { $0.hasPrefix("en/") }.sorted()
    )
    let pack = try LanguagePack(code: "en", files: PackFiles { [tables] in tables[$0] })
    let article = Article(
      id: "a", published: PublicationDate("2021-05-04", from: .record),
      text: "Envoys of France met Mr John Smith in Geneva on Monday; 3 people were killed last May."
    )
    let annotated = AnnotatedArticle(article, using: pack)
    #expect(annotated.timexes.map(\.value) == ["2021-05-03", "2020-05"])
    #expect(annotated.entities.count == 3)
    #expect(annotated.events.map(\.topic) == ["meeting", "death"])
  }

  @Test("Every built-in table has the header that a folder's table is held to")
  func headersOfBuiltInTables() throws {
    var held = 0
    for code in LanguagePack.builtInCodes {
      for name in PackFiles.tables {
        guard let text = PackFiles.embedded.text(code + name) else { continue }
        try PackFiles.checkHeader(of: text, at: code + name, as: name)
        held += 1
      }
    }
    #expect(held > PackFiles.tables.count)
  }

  @Test func inventsNothingWithoutAPublicationDate() {
    for timex in timexes("He said on Tuesday that it began last month.", published: nil) {
      #expect(timex.edtf == nil)
      #expect(timex.value.hasPrefix("XXXX"))
    }
    // Nor does another date that the report tells stand in for it.
    let told = timexes(
      "They met on November 29, 2018. Envoys arrived on Thursday morning, as last month.",
      published: nil)
    #expect(told.map(\.edtf?.description) == ["2018-11-29", nil, nil])
  }
}

/// A sentence of a rule row with what is to be found in it.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let language: String
  let rule: String
  let text: String
  let published: String
  /// As `words → value`; nil for a counter-example, in which the rule finds nothing.
  let expected: [String]?
  /// The rule tells what is no time, so a counter-example holds none at all.
  var isNoTime = false

  var testDescription: String { "\(rule): \(text)" }

  static let all: [RuleExample] = LanguagePack.builtInCodes.flatMap { language in
    LanguagePack.builtIn(language)!.time.rows.flatMap { row in
      examples(row[5], of: row[0], language)
        + counterexamples(row[6], of: row[0], language, isNoTime: row[3].hasPrefix("none=1"))
    }
  }

  private static func examples(
    _ cell: String, of rule: String, _ language: String
  ) -> [RuleExample] {
    var examples: [RuleExample] = []
    for part in parts(cell) {
      guard let at = part.lastIndex(of: "@") else {
        if let last = examples.popLast() {
          examples.append(
            RuleExample(
              language: language, rule: rule, text: last.text, published: last.published,
              expected: (last.expected ?? []) + [part]))
        }
        continue
      }
      let sides = part[at...].dropFirst().split(separator: "=", maxSplits: 1).map(trim)
      examples.append(
        RuleExample(
          language: language, rule: rule, text: trim(part[..<at]), published: sides[0],
          expected: sides.dropFirst().filter { !$0.isEmpty }))
    }
    return examples
  }

  private static func counterexamples(
    _ cell: String, of rule: String, _ language: String, isNoTime: Bool
  ) -> [RuleExample] {
    parts(cell).map {
      RuleExample(
        language: language, rule: rule, text: $0, published: "2019-08-01", expected: nil,
        isNoTime: isNoTime)
    }
  }

  private static func parts(_ cell: String) -> [String] {
    cell.split(separator: ";").map(trim).filter { !$0.isEmpty }
  }

  private static func trim(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }
}
