import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

/// Whether a time lies behind or ahead, and which year or day it is counted from.
@Suite struct TimeDirectionTests {
  private let pack = LanguagePack.builtIn("en")!

  private func timexes(_ text: String, _ published: String) -> [Timex] {
    let article = Article(
      id: "a", published: PublicationDate(published, from: .record), text: text)
    return TimeTagger(rules: pack.time, genre: .auto)
      .timexes(title: nil, text: SegmentedText(text, using: pack.abbreviations), of: article)
  }

  /// The TIMEX3 values of a text, by spaces.
  private func values(_ text: String, _ published: String) -> String {
    timexes(text, published).map(\.value).joined(separator: " ")
  }

  @Test(arguments: [
    ("2023-06-14", "They met in July.", "2022-07"),
    ("2023-06-14", "He died in July.", "2022-07"),
    ("2023-06-14", "The dam collapsed on 20 June.", "2022-06-20"),
    ("2023-06-14", "They met on Canada Day.", "2022-07-01"),
    ("2019-08-01", "The town was taken on 5 August.", "2018-08-05"),
    ("2019-08-01", "The army took the town on 5 August.", "2018-08-05"),
    ("2019-08-01", "Rain fell between 5 and 9 August.", "2018-08-05 2018-08-09"),
    ("2019-08-01", "He visited Rome in September.", "2018-09"),
    ("2019-08-01", "In September he visited Rome.", "2018-09"),
    ("2019-08-01", "By Monday, they should have enough vaccine for all.", "2019-08-05"),
    ("2019-08-01", "He may have been seen in Kelt on Monday.", "2019-07-29"),
    ("2019-08-01", "The men were to appear in court on Monday.", "2019-08-05"),
    ("2019-08-01", "The men were to the north of Kelt on Monday.", "2019-07-29"),
    ("2019-08-01", "Crowds gathered following Friday prayers.", "2019-07-26"),
    // A day that has begun elsewhere.
    ("2019-07-31", "The dam collapsed on 1 August.", "2019-08-01"),
    // What a noun's own time may tell.
    ("2019-08-01", "He announced a summit in September.", "2019-09"),
    ("2019-08-01", "They backed a proposed vote in September.", "2019-09"),
    ("2019-08-01", "The minister said the 5 August vote will be free.", "2019-08-05"),
    ("2019-08-01", "He was told the next slot was on 9 August.", "2019-08-09"),
    ("2019-08-01", "The chairs are being sold in September.", "2019-09"),
    ("2019-08-01", "The film (released on 15 August) is long.", "2019-08-15"),
    ("2019-08-01", "The dividend was declared, payable Aug. 22.", "2019-08-22"),
    // What a plan that came to nothing was planned for is close by.
    ("2019-08-01", "The march planned for Wednesday was called off.", "2019-07-31"),
    ("2019-08-01", "The march planned for Saturday was called off.", "2019-08-03"),
    ("2019-08-01", "The march had been planned for Wednesday.", "2019-07-31"),
    ("2019-08-01", "The strike was due to end on Wednesday night.", "2019-07-31TNI"),
    ("2019-08-01", "The talks had been due to last until Wednesday.", "2019-08-07"),
    ("2019-08-01", "He could not be reached for comment on Wednesday.", "2019-07-31"),
    ("2019-08-01", "The talks could begin on Wednesday.", "2019-08-07"),
    ("2019-08-01", "Ahead of Sunday's vote, tension is high.", "2019-08-04"),
    ("2019-08-01", "In the run-up to Sunday's vote, tension is high.", "2019-08-04"),
    ("2019-08-01", "He gave a round-up of Sunday's matches.", "2019-07-28"),
    ("2019-08-01", "The judge is meeting them on Friday.", "2019-08-02"),
    ("2019-08-01", "He will speak at Saturday's summit.", "2019-08-03"),
    ("2019-08-01", "He will attend Saturday's summit in Rome.", "2019-08-03"),
    ("2019-08-01", "Police will investigate Saturday's blast.", "2019-07-27"),
    ("2019-08-01", "He spoke at Saturday's summit.", "2019-07-27"),
    ("2019-08-01", "The city is bracing for Saturday's march.", "2019-08-03"),
    ("2019-08-01", "He planned to meet them on Wednesday.", "2019-07-31"),
    ("2019-08-01", "He plans to meet them on Wednesday.", "2019-08-07"),
    ("2019-08-01", "After their meeting on Friday they left.", "2019-07-26"),
    ("2019-08-01", "Polls open on Sunday.", "2019-08-04"),
    ("2019-08-01", "The town kept its gates open on Sunday.", "2019-07-28"),
    ("2019-08-01", "They will try a so-called top kill on Sunday.", "2019-08-04"),
    ("2019-08-01", "This Tuesday they met.", "2019-07-30"),
    ("2019-08-01", "They met this Tuesday.", "2019-07-30"),
    ("2019-08-01", "They met this Friday.", "2019-08-02"),
    ("2010-03-16", "The singer died at his Rome home in June.", "2009-06"),
    ("2009-05-12", "Novartis should have the vaccine ready in September.", "2009-09"),
    ("2011-01-06", "The explosion at the rig in April killed 11 men.", "2010-04"),
    ("2010-11-17", "BP set up the fund in June.", "2010-06"),
    ("2010-04-29", "It reported better than expected results on Tuesday.", "2010-04-27"),
    ("2010-05-17", "They will set up a fund in June.", "2010-06"),
    ("2010-05-17", "The vote was set to begin in June.", "2010-06"),
    ("2009-03-18", "He asked for it as far back as September.", "2008-09"),
    ("2009-03-18", "They may act as early as September.", "2009-09"),
    ("2010-06-24", "It is feared that the flow is not stopped in August.", "2010-08"),
    ("2009-05-14", "They postponed the shows in Rome to July 31.", "2009-07-31"),
    ("2010-05-29", "With him here this will be mended by breakfast Sunday.", "2010-05-30"),
    ("2010-09-08", "The rig explodes, killing 11 28 April: Fears of a spill", "2010-04-28"),
    ("2011-01-06", "The April blast aboard the rig in the Gulf killed 11 people.", "2010-04"),
    // The weekday tells the year.
    ("2019-08-01", "A session was convened on Sunday 18 August.", "2019-08-18"),
  ])
  func looksBackWhereAVerbBesideIsPast(_ published: String, _ text: String, _ expected: String) {
    #expect(values(text, published) == expected)
  }

  @Test(arguments: [
    ("He has lived there since September.", "2018-09", "2018-09/.."),
    ("Since the autumn he has lived there.", "2018-FA", "2018-23/.."),
    ("It has rained since Friday.", "2019-07-26", "2019-07-26/.."),
    ("He was in Rome until Monday.", "2019-07-29", "../2019-07-29"),
    ("The ceasefire held until Friday.", "2019-07-26", "../2019-07-26"),
    ("The museum was closed until 5 March.", "2019-03-05", "../2019-03-05"),
    ("They had been silent until Sunday.", "2019-07-28", "../2019-07-28"),
    ("The talks were postponed until Monday.", "2019-08-05", "../2019-08-05"),
    ("The rebels had until Monday to leave.", "2019-08-05", "../2019-08-05"),
    ("The school has been closed until Monday.", "2019-08-05", "../2019-08-05"),
  ])
  func ordersWhatHasAnOpenBound(_ text: String, _ value: String, _ interval: String) {
    let found = timexes(text, "2019-08-01")
    #expect(found.map(\.value) == [value])
    #expect(found.first?.edtf?.description == interval)
  }

  @Test(arguments: [
    ("2010-01-20", "They died in last Tuesday's earthquake.", "2010-01-12"),
    ("2010-01-20", "A quake struck last Wednesday.", "2010-01-13"),
    ("2010-01-20", "A quake struck last Thursday.", "2010-01-14"),
    ("2010-01-20", "A quake struck last Saturday.", "2010-01-16"),
    ("2010-01-23", "A quake struck last Tuesday.", "2010-01-19"),
    ("2010-01-20", "A quake struck this past Tuesday.", "2010-01-19"),
    ("2016-09-18", "They died on Friday and Saturday of last week.", "2016-09-09 2016-09-10"),
    (
      "2019-08-01", "He was treated between Monday and Wednesday of last week.",
      "2019-07-22 2019-07-24"
    ),
    ("2019-06-14", "It will open next June.", "2020-06"),
    ("2019-08-01", "The union has called a strike for Monday.", "2019-08-05"),
    ("2019-08-01", "The group has announced a march in Khartoum for Sunday.", "2019-08-04"),
    (
      "2015-04-27", "He returned on Sunday and declared three days of mourning from Tuesday.",
      "2015-04-26 P3D 2015-04-28"
    ),
    ("2019-08-01", "Fighting lasted three days from Tuesday.", "P3D 2019-07-30"),
    ("2019-08-01", "The talks, planned for Monday, did not take place.", "2019-07-29"),
    ("2019-08-01", "He is flying to Rome on Friday.", "2019-08-02"),
    ("2019-08-01", "Police are looking into a blast on Friday.", "2019-07-26"),
    ("2019-08-01", "He vowed to resign on Sunday.", "2019-08-04"),
    ("2019-08-01", "He vowed on Sunday to resign.", "2019-07-28"),
  ])
  func countsWeekdaysAsTheyAreMeant(_ published: String, _ text: String, _ expected: String) {
    #expect(values(text, published) == expected)
  }

  @Test(arguments: [
    (
      "2013-07-04", "2012\nFeb 1 - More than 70 die in a riot.\nJune 2 - Mubarak is sentenced.",
      "2012 2012-02-01 2012-06-02"
    ),
    (
      "2013-07-04", "2012\nFebruary 1: More than 70 die.\nAugust 12: Mursi sacks his minister.",
      "2012 2012-02-01 2012-08-12"
    ),
    (
      "2013-07-04",
      "11 February 2011: Mubarak steps down.\n3 August: He goes on trial.\n"
        + "9 October: Some 25 people are killed.\n1 February: 74 are killed.",
      "2011-02-11 2011-08-03 2011-10-09 2012-02-01"
    ),
    (
      "2013-07-04",
      "2010\nAugust 20\nThe prosecutor issues a warrant.\nAugust 31 He is questioned.",
      "2010 2010-08-20 2010-08-31"
    ),
    ("2013-07-04", "2012\nHe spoke on 2 June.", "2012 2012-06-02"),
  ])
  func tellsAChronologyForward(_ published: String, _ text: String, _ expected: String) {
    #expect(values(text, published) == expected)
  }

  @Test(arguments: [
    ("The siege began in 1854. In October the Russians attacked.", "1854 1854-10"),
    ("He came in 1998 and left in May.", "1998 1998-05"),
    ("The dam, built in 1950, collapsed on 20 May.", "1950 2023-05-20"),
    ("The war started in March 2011. In the summer the army split.", "2011-03 2011-SU"),
    ("It began in March 2013. It went on until May.", "2013-03 2013-05"),
    (
      "He left on 5 May 2018. Police came at 3 p.m. A man was held on 7 May.",
      "2018-05-05 2018-05-05T15:00 2018-05-07"
    ),
    ("The town fell on 12 May 2014. A second town fell on 20 May.", "2014-05-12 2014-05-20"),
    ("On Monday, 6 May 2013, he left. On Wednesday he was back.", "2013-05-06 2013-05-08"),
    ("They won in 1993. The following April they met.", "1993 1994-04"),
  ])
  func goesOnFromTheDateToldInAFewSentences(_ text: String, _ expected: String) {
    #expect(values(text, "2023-06-14") == expected)
  }

  @Test(arguments: [
    (
      "2012-05-30",
      "The war began on 23 March 1991 and ended in January 2002. He stepped down the week before.",
      "1991-03-23 2002-01 XXXX-WXX"
    ),
    (
      "2019-08-01", "He was born on 3 May 1950 in Paris. The talks collapsed the following week.",
      "1950-05-03 XXXX-WXX"
    ),
    (
      "2018-05-14",
      "At the fourth round, in May 2017, they signed. The group met for the first time in March.",
      "2017-05 2018-03"
    ),
    (
      "2018-05-14", "At the fourth round, in May 2017, they signed. They had met in March.",
      "2017-05 2017-03"
    ),
  ])
  func countsFromNoDateThatIsFarOff(_ published: String, _ text: String, _ expected: String) {
    // Long enough to be no note of a few sentences.
    let rest = String(repeating: " The delegates spoke of the law and of the roads.", count: 6)
    #expect(values(text + rest, published) == expected)
  }

  @Test(arguments: [
    ("He left perhaps in 1502.", "1502?"), ("Possibly on 3 May 1502 he left.", "1502-05-03?"),
    ("He left in 1502.", "1502"), ("He left perhaps around 1502.", "1502%"),
  ])
  func marksWhatIsDoubted(_ text: String, _ expected: String) {
    #expect(timexes(text, "2019-08-01").first?.edtf?.description == expected)
  }

  @Test(arguments: [
    ("They meet most days.", "MOST"), ("They meet every day.", "EVERY"),
  ])
  func tellsHowManyOfASet(_ text: String, _ expected: String) {
    #expect(timexes(text, "2019-08-01").first?.quant == expected)
  }

  @Test(arguments: [
    ("Baghdad fell on 4 Safar 656 AH.", "1258-02-10"),
    ("It fell on 3 Rajab 1250 AH.", "1834-11-05"),
    ("It fell on Whit Sunday 1549.", "1549-06-09"),
  ])
  func readsOldCalendars(_ text: String, _ expected: String) {
    #expect(values(text, "2019-08-01") == expected)
  }

  // 14 September 2016 was a Wednesday.
  @Test(arguments: [
    ("The report, to be released Friday, shows a fall.", "2016-09-16"),
    ("The film to be shown on Friday tells of him.", "2016-09-16"),
    ("He was thought to be wounded on Friday.", "2016-09-09"),
    ("The court has to rule on Friday.", "2016-09-16"),
    ("The bank had to close on Friday.", "2016-09-09"),
    ("The child may have been seen on Friday.", "2016-09-09"),
    ("The child may be seen on Friday.", "2016-09-16"),
    ("They'll meet her on Friday.", "2016-09-16"),
    ("We're meeting on Friday.", "2016-09-16"),
    ("They haven't met her since on Friday.", "2016-09-09"),
    (
      "The two who met from 25 to 27 May issued a statement on Friday.",
      "2016-05-25 2016-05-27 2016-09-09"
    ),
    ("The concert takes place in Orm on Friday.", "2016-09-16"),
    ("Voters go to the polls on Friday.", "2016-09-16"),
    ("They did not go to the polls on Friday.", "2016-09-09"),
    ("Sales fell due to the storm on Friday.", "2016-09-09"),
    ("The verdict is due on Friday.", "2016-09-16"),
    ("The storm is forecast to hit Orm on Friday.", "2016-09-16"),
    ("The Forecast Office recorded snow on Friday.", "2016-09-09"),
    ("The case is heard on Friday.", "2016-09-16"),
    ("The case was heard on Friday.", "2016-09-09"),
  ])
  func readsTheVerbOfAWeekday(_ text: String, _ expected: String) {
    #expect(values(text, "2016-09-14") == expected)
  }

  @Test(arguments: [
    ("Saturday's match will be her last.", "2016-09-17"),
    ("Saturday's match was her last.", "2016-09-10"),
    ("He said Saturday's report could mean more.", "2016-09-10"),
    ("A page for Friday's planned march was shut.", "2016-09-16"),
    ("A page for Friday's march was shut.", "2016-09-09"),
    ("Talks starting on Friday were announced.", "2016-09-16"),
    ("Talks held on Friday were announced.", "2016-09-09"),
    ("The senators demanded an answer by Friday.", "2016-09-16"),
    ("The rebels had seized the town by Friday.", "2016-09-09"),
    ("Not until Friday did they answer.", "2016-09-09"),
    ("He was due in court on Friday but did not appear.", "2016-09-09"),
    ("He was due in court on Friday.", "2016-09-16"),
    ("Crews should finish, he said, and by Friday, boats plan to start.", "2016-09-16"),
    ("He plans to leave, and on Friday, the house was sold.", "2016-09-09"),
    ("Both held rallies ahead of talks on Sunday.", "2016-09-18"),
  ])
  func readsWhatAWeekdayBelongsTo(_ text: String, _ expected: String) {
    #expect(values(text, "2016-09-14") == expected)
  }

  @Test(arguments: [
    ("In April, Orm filed for bankruptcy.", "2012-04"),
    ("The law will take effect on Jan. 1.", "2014-01-01"),
    ("The law took effect on Jan. 1.", "2013-01-01"),
    ("In April, Orm expected help will come.", "2013-04"),
    ("He will be in camp for June, July and August.", "2013-06 2013-07 2013-08"),
    ("He was in camp in November, December and January.", "2012-11 2012-12 2013-01"),
    ("Since the Sept. 11 attacks much has changed. In June a man was held.", "2001-09-11 2012-06"),
  ])
  func readsTheYearOfAMonth(_ text: String, _ expected: String) {
    #expect(values(text, "2013-03-22") == expected)
  }

  @Test(arguments: [
    (
      "On 20 July the rig burned. Oil will reach Orm tomorrow. It sank two days later.",
      "2019-07-20 2019-08-02 2019-07-22"
    ),
    ("Oil will reach Orm tomorrow. The rig sank two days later.", "2019-08-02 XXXX-XX-XX"),
    ("Oil will reach Orm tomorrow. It will be here two days later.", "2019-08-02 2019-08-04"),
  ])
  func countsWhatIsPastFromNoDayToCome(_ text: String, _ expected: String) {
    #expect(values(text, "2019-08-01") == expected)
  }

  @Test func tellsAShortHistoryForward() {
    let history = """
      On 1 July 1916 the attack began, and that day alone thousands fell before the trenches. By the end of \
      the month little had been won. On 15 September armoured cars were used for the first time. The battle \
      ended on 18 November. The following spring the army withdrew, and in early 1918 it came back.
      """
    #expect(
      values(history, "2014-09-10")
        == "1916-07-01 1916-07-01 1916-07 1916-09-15 1916-11-18 1917-SP 1918")
    // So does a report of the day that looks far back.
    #expect(
      values("Now the firm is sold. " + history, "2014-09-10")
        == "PRESENT_REF 1916-07-01 1916-07-01 1916-07 1916-09-15 1916-11-18 1917-SP 1918")
  }

  @Test(arguments: [
    (
      "It fell on 5 March 2015. The next day it burned. On 9 March rain came.",
      "2015-03-05 2015-03-06 2015-03-09"
    ),
    ("The town fell in late 2014. In early May rebels took it back.", "2014 2015-05"),
    ("It was a village in the 1990s. In the following decade it grew.", "199 200"),
    (
      "It began in September 1980. In July 1988 both took what was asked a year before. On 20 August it ended.",
      "1980-09 1988-07 1987 1988-08-20"
    ),
  ])
  func goesOnFromWhatWasTold(_ text: String, _ expected: String) {
    #expect(values(text, "2019-08-01") == expected)
  }

  @Test(arguments: [
    ("Prices fell over the past year.", "2018", "2018-08-01/2019-08-01"),
    ("Prices fell in the last week.", "2019-W30", "2019-07-25/2019-08-01"),
    ("Prices fell within the past month.", "2019-07", "2019-07-01/2019-08-01"),
    ("Prices fell in the last quarter.", "2019-Q2", "2019-04/2019-06"),
    ("The past year was bad.", "2018", "2018"),
    ("They left prior to June 2015.", "2015-06", "../2015-06"),
  ])
  func readsALengthUpToTheDayOfWriting(_ text: String, _ value: String, _ interval: String) {
    let found = timexes(text, "2019-08-01")
    #expect(found.map(\.value) == [value])
    #expect(found.first?.edtf?.description == interval)
  }

  @Test func goesOnWithinTheYearThatFollows() {
    let story = """
      The revolt began in April 1821. The following year a fleet came. On 3 June it shelled the fort. In 1824 \
      a prince came; in 1825 and in 1826 they fought, in 1827 and 1828 they lost, and in 1829 peace was made.
      """
    #expect(values(story, "2015-03-12").hasPrefix("1821-04 1822 1822-06-03 1824"))
  }
}
