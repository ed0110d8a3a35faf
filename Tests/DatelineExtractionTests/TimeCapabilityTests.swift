import DatelineModel
import Testing

@testable import DatelineExtraction

/// A sentence a capability: what a reader of news and history expects of any tagger of times.
@Suite struct TimeCapabilityTests {
  private let pack = LanguagePack.builtIn("en")!

  /// The expressions of a text of 1 August 2019, a Thursday, as `words = TIMEX3 value`.
  private func found(_ text: String) -> String {
    let article = Article(
      id: "a", published: PublicationDate("2019-08-01", from: .record), text: text)
    return TimeTagger(rules: pack.time, genre: .auto)
      .timexes(title: nil, text: SegmentedText(text, using: pack.abbreviations), of: article)
      .map { "\(text[$0.span]) = \($0.value)" }.joined(separator: "; ")
  }

  @Test(arguments: [
    (
      "He spoke on 3, 5 and 9 March 2014.",
      "3 = 2014-03-03; 5 = 2014-03-05; 9 March 2014 = 2014-03-09"
    ),
    (
      "On May 9, 11 and 13, 2018 they sat.",
      "May 9 = 2018-05-09; 11 = 2018-05-11; 13, 2018 = 2018-05-13"
    ),
    (
      "In January, February and March 2018 it snowed.",
      "January = 2018-01; February = 2018-02; March 2018 = 2018-03"
    ),
    ("In 1998, 2002 and 2006 they won.", "1998 = 1998; 2002 = 2002; 2006 = 2006"),
    (
      "The first and third quarters of 2018 were bad.",
      "The first = 2018-Q1; third quarters of 2018 = 2018-Q3"
    ),
    ("They met from 20 to 22 March 2018.", "20 = 2018-03-20; 22 March 2018 = 2018-03-22"),
    ("Talks ran 3-4 August.", "3 = 2019-08-03; 4 August = 2019-08-04"),
    ("The league's 2005-09 seasons were poor.", "2005 = 2005; 09 = 2009"),
    ("Mozart (1756–91) wrote it.", "1756 = 1756; 91 = 1791"),
    ("It rained between March and June 2014.", "March = 2014-03; June 2014 = 2014-06"),
    ("Work went on from late 2019 to early 2020.", "late 2019 = 2019; early 2020 = 2020"),
    (
      "He spoke between 3 and 5 p.m. on Monday.",
      "3 = 2019-07-29T15:00; 5 p.m. on Monday = 2019-07-29T17:00"
    ),
    ("They fought from 264 to 241 BC.", "264 = BC0264; 241 BC = BC0241"),
    ("It grew from the 5th to the 3rd century BC.", "the 5th = BC04; the 3rd century BC = BC02"),
    ("In Q1-Q3 2018 it fell.", "Q1 = 2018-Q1; Q3 2018 = 2018-Q3"),
    (
      "They met on May 2 - 3, 9 - 10, 2018.",
      "May 2 = 2018-05-02; 3 = 2018-05-03; 9 = 2018-05-09; 10, 2018 = 2018-05-10"
    ),
    ("He stayed two to six days.", "two = P2D; six days = P6D"),
    ("He faces between 10 and 15 years.", "10 = P10Y; 15 years = P15Y"),
    ("It fell two to three years ago.", "two to three years ago = 2017"),
  ])
  func readsListsAndBothEndsOfRanges(_ text: String, _ expected: String) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    (
      "It was signed on 25 Rajab 1440 (1 April 2019).",
      "25 Rajab 1440 = 2019-04-01; 1 April 2019 = 2019-04-01"
    ),
    ("The law passed on 12 Bahman 1397.", "12 Bahman 1397 = 2019-02-01"),
    ("It begins on Nowruz 1398.", "Nowruz 1398 = 2019-03-21"),
    ("Ramadan 2018 began in heat.", "Ramadan 2018 = 2018-05"),
    ("They returned for Chinese New Year 2019.", "Chinese New Year 2019 = 2019-02-05"),
    ("Shops closed for Diwali 2018.", "Diwali 2018 = 2018-11-07"),
    ("Easter 2016 was early.", "Easter 2016 = 2016-03-27"),
    ("They will meet after Thanksgiving.", "Thanksgiving = 2019-11-28"),
    ("They met in Easter week 2019.", "Easter week 2019 = 2019-W16"),
    ("They left the day after Christmas.", "the day after Christmas = 2018-12-26"),
    ("It began on New Year's Eve 2018.", "New Year's Eve 2018 = 2018-12-31"),
    ("Last Christmas they met.", "Last Christmas = 2018-12-25"),
    (
      "Profit rose in the third fiscal quarter of 2018.",
      "the third fiscal quarter of 2018 = 2018-Q3"
    ),
    ("Sales fell in Q3 FY2018.", "Q3 FY2018 = 2018-Q3"),
    ("The company lost money in fiscal 2017.", "fiscal 2017 = 2017"),
    ("He came in week 31 of 2019.", "week 31 of 2019 = 2019-W31"),
    ("It fell on the last Friday of June 2018.", "the last Friday of June 2018 = 2018-06-29"),
    ("On Tuesday the 5th they met.", "Tuesday the 5th = 2019-03-05"),
  ])
  func readsCalendarsHolidaysAndFiscalYears(_ text: String, _ expected: String) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("The temple was built around 300 BC.", "around 300 BC = BC0300"),
    ("The town grew in the 300s BC.", "the 300s BC = BC03"),
    ("It was carved circa 500 BCE.", "circa 500 BCE = BC0500"),
    ("It was written in the late 18th century.", "the late 18th century = 17"),
    ("It was built in the 1700s.", "the 1700s = 17"),
    ("It changed at the turn of the century.", "the turn of the century = 20"),
    ("It changed at the turn of the 20th century.", "the turn of the 20th century = 19"),
    ("It was in the third millennium BC.", "the third millennium BC = BC2"),
    ("It was lost in the 1st century AD.", "the 1st century AD = 00"),
    ("In the year of 1848 they rose.", "the year of 1848 = 1848"),
    ("It was fought (1704 in the north).", "1704 = 1704"),
    ("By the end of the 1980s it had gone.", "the end of the 1980s = 198"),
    ("By mid-March it had ended.", "mid-March = 2019-03"),
  ])
  func readsErasAndCenturies(_ text: String, _ expected: String) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    "Minister April Jones met Theresa May.", "June told Peter that she was ill.",
    "He asked August Wilson about it.", "The Sunday Times said so.",
    "He installed Windows 2000 on it.",
    "Flight 1800 left late.", "They won by 2010 votes to 1995.", "The vote was 1998 to 14.",
    "It may rain, and the second man will march.", "They joined the annual March for Life.",
    "Last updated 3 August 2019", "Copyright 2019 Agency.", "Room 1984 was empty.",
    "Highway 1950 is shut, and Resolution 1973 passed.", "He paid $2000 and 2010 euros.",
    "About 2200 people fled.", "Jan Smith and Summer Lee met.",
    "She spoke on \"This Week,\" he said.", "It was told on ``60 Minutes'' to all.",
    "He told USA Today of it.", "He drove a 1987 Chevrolet.",
    "my SCMS2014 pack and song by Sun Yanzi",
  ])
  func findsNoTimeInNamesAndNumbers(_ text: String) {
    #expect(found(text) == "")
  }

  @Test(arguments: [
    ("It was held on Feb 29, 2015.", "Feb 29, 2015 = 2015-02-29"),
    ("They met on 31 April 2018.", "31 April 2018 = 2018-04-31"),
    ("It is dated 13/13/2018.", "13/13/2018 = 2018-13-13"),
    ("It is dated May 32, 2018.", "May 32, 2018 = 2018-05-32"),
  ])
  func keepsDatesThatNoCalendarHasInOnePiece(_ text: String, _ expected: String) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("Clashes broke out on Nov 012017 there.", "Nov 012017 = 2017-11-01"),
    ("It opened on May 5,2014 there.", "May 5,2014 = 2014-05-05"),
    ("It opened on 5May2014 there.", "5May2014 = 2014-05-05"),
    ("It opened on Aug.5,2018.", "Aug.5,2018 = 2018-08-05"),
    ("It opened on May,12 2018.", "May,12 2018 = 2018-05-12"),
    ("It opened on 12, May 2018.", "12, May 2018 = 2018-05-12"),
    ("It opened on May 12 '18.", "May 12 '18 = 2018-05-12"),
    ("They met on 05/17/2014 and 17/05/2014.", "05/17/2014 = 2014-05-17; 17/05/2014 = 2014-05-17"),
    ("He left on 3/5/98.", "3/5/98 = 1998-03-05"),
  ])
  func readsDatesHoweverTheyAreWritten(_ text: String, _ expected: String) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("The court ruled on Monday.", "Monday = 2019-07-29"),
    ("The court will rule on Monday.", "Monday = 2019-08-05"),
    ("He must leave by Friday.", "Friday = 2019-08-02"),
    ("Until Monday, they had not seen him.", "Monday = 2019-07-29"),
    ("In October, it sold the house.", "October = 2018-10"),
    ("He came back in October.", "October = 2018-10"),
    ("The case is heard in October.", "October = 2019-10"),
    (
      "He arrived on 5 May 2017. The following day he left.",
      "5 May 2017 = 2017-05-05; The following day = 2017-05-06"
    ),
    (
      "He arrived on 5 May 2017. Three days later he left.",
      "5 May 2017 = 2017-05-05; Three days later = 2017-05-08"
    ),
    (
      "In 2014 he came. Two years later he left. The next year he died.",
      "2014 = 2014; Two years later = 2016; The next year = 2017"
    ),
    ("It began in May 2016. That month it rained.", "May 2016 = 2016-05; That month = 2016-05"),
    (
      "In March 1904 war came. In May the army crossed. By November it was lost.",
      "March 1904 = 1904-03; May = 1904-05; November = 1904-11"
    ),
    ("He left the Wednesday before last.", "the Wednesday before last = 2019-07-24"),
    ("It closed just over a year ago.", "just over a year ago = 2018"),
    ("It ended on the last day of March.", "the last day of March = 2019-03-31"),
    ("It began on the third day of March.", "the third day of March = 2019-03-03"),
    ("Sales rose from the same period last year.", "the same period last year = 2018"),
    (
      "In the first quarter of 2018 they fell from the same period last year.",
      "the first quarter of 2018 = 2018-Q1; the same period last year = 2017-Q1"
    ),
    ("The losses of 2018's storms grew.", "2018 = 2018"),
  ])
  func countsFromTenseAndFromWhatWasTold(_ text: String, _ expected: String) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    (
      "The toll rose on Thursday evening. The missiles fell at 12:20 a.m. on the station.",
      "Thursday evening = 2019-08-01TEV; 12:20 a.m. = 2019-08-01T00:20"
    ),
    (
      "The council will meet on Friday. At 00:20 the hall was hit.",
      "Friday = 2019-08-02; 00:20 = 2019-08-01T00:20"
    ),
    ("The meeting began at ten to nine.", "ten to nine = 2019-08-01T08:50"),
    ("It begins at 14:30 GMT on 5 May 2019.", "14:30 GMT on 5 May 2019 = 2019-05-05T14:30Z"),
    ("It ended at midnight on 3 May 2018.", "midnight on 3 May 2018 = 2018-05-03T24:00"),
    ("The patrol lasted until 1221 hours.", "1221 hours = 2019-08-01T12:21"),
    ("On the night of 12 to 13 July bombs fell.", "the night of 12 to 13 July = 2019-07-12TNI"),
    ("In the early hours of Sunday shells fell.", "the early hours of Sunday = 2019-07-28TMO"),
    ("It took an hour and a half.", "an hour and a half = PT1.5H"),
    ("It lasted several months.", "several months = PXM"),
    ("He left at the age of 45.", "the age of 45 = P45Y"),
    ("It will end within the next three months.", "the next three months = P3M"),
    ("They meet every other week.", "every other week = P2W"),
    ("They meet every Monday.", "every Monday = XXXX-WXX-1"),
    // In a post the night, and midnight, are those of its day.
    ("halloween horror nights with mum", "halloween = 2019-10-31; nights = 2019-08-01TNI"),
    ("midnight snack with mum", "midnight = 2019-08-01T00:00"),
    // Its letters are drawn out.
    ("who is out tonighttt", "tonighttt = 2019-08-01TNI"),
    ("cant wait for tomorrowwww with mum", "tomorrowwww = 2019-08-02"),
    ("FRIDAYYY with mum", "FRIDAYYY = 2019-07-26"),
    ("sooo many moooons", ""),
    ("The name is Tonighttt, he said.", ""),
    ("dinner tonight @ 9 with mum", "tonight @ 9 = 2019-08-01T21:00"),
    ("gig on 5 aug @ 8pm with mum", "5 aug @ 8pm = 2019-08-05T20:00"),
    ("They meet every day at noon.", "every day at noon = XXXX-XX-XXT12:00"),
    (
      "Jets came from 11:00 to 2:00 on Sunday afternoon.",
      "11:00 = 2019-07-28T11:00; 2:00 on Sunday afternoon = 2019-07-28T14:00"
    ),
    // In a month in which that day is a Friday.
    ("On Friday the 13th they met.", "Friday the 13th = 2018-07-13"),
    ("Friday the 13th", "Friday the 13th = 2019-09-13"),
    (
      "The season runs from June 15 to the end of April.",
      "June 15 = 2019-06-15; the end of April = 2020-04"
    ),
  ])
  func readsClocksDurationsAndSets(_ text: String, _ expected: String) {
    #expect(found(text) == expected)
  }
}
