import EDTF
import Testing

@testable import DatelineRendering

@Suite("Dates in words")
struct DateInWordsTests {
  @Test(
    "dates say what is known of them and what is not",
    arguments: [
      ("2019-08-01", "1 August 2019", "Thursday"),
      ("2019-08-01/2019-08-02", "1–2 August 2019", "Thursday and Friday"),
      ("2018-11-28/2018-12-02", "28 November – 2 December 2018", "five days"),
      ("2018-12-30/2019-01-02", "30 December 2018 – 2 January 2019", "four days"),
      ("2019-08", "August 2019", "month only"),
      ("2019", "2019", "year only"),
      ("201X", "the 2010s", "decade only"),
      ("19XX", "the 1900s", "century only"),
      ("2019-21", "spring 2019", "season only"),
      ("2019-08-01~", "about 1 August 2019", "approximate"),
      ("2019-08-01?", "1 August 2019, uncertain", "doubtful"),
      ("2019%", "about 2019, uncertain", "approximate, doubtful"),
      ("2017-02-23/2017-03-04~", "23 February 2017, to about 4 March 2017", "end approximate"),
      ("2010-01-04~/2010-01-10~", "about 4–10 January 2010", "approximate"),
      ("2019-08-01/..", "from 1 August 2019", "end not reported"),
      ("2019-08-01/", "from 1 August 2019", "end unknown"),
      ("../2019-08-25", "by 25 August 2019", "day not reported"),
      ("2019-06/2019-08", "June – August 2019", "months only"),
      ("2020-03-06T00:01", "6 March 2020, 00:01", "Friday"),
      ("-0043", "44 BCE", "year only"),
      ("0000", "1 BCE", "year only"),
    ])
  func words(_ edtf: String, text: String, note: String) throws {
    let words = DateInWords(try #require(EDTFValue(edtf)))
    #expect(words.text == text)
    #expect(words.note == note)
  }

  @Test(
    "lags count from the event's first day and end at its last",
    arguments: [
      ("2019-08-01", "2019-08-01", "same day"),
      ("2019-08-01/2019-08-02", "2019-08-01", "on its first day"),
      ("2019-08-01/2019-08-02", "2019-08-02", "day 2 of the event"),
      ("2019-08-01/2019-08-02", "2019-08-05", "3 days after"),
      ("2019-08-01", "2019-08-02", "1 day after"),
      ("2019-08-01", "2019-07-24", "8 days before"),
      ("2019-08-01", "2019-12-01", "4 months after"),
      ("2019-08-01", "2022-08-01", "3 years after"),
      ("2019-08-01/..", "2019-08-05", "4 days after its start"),
      ("2019-08", "2019-08-20", ""),
      ("2011-03", "2019-08-20", "8 years after"),
      ("2019-08-01~", "2019-08-02", ""),
    ])
  func lag(_ event: String, published: String, expected: String) {
    #expect(
      ReportingLag.words(event: EDTFValue(event), published: EDTFDate(published)) == expected)
  }

  @Test("a report without a publication day, and an event without a date, have no lag")
  func noLag() {
    #expect(ReportingLag.words(event: nil, published: EDTFDate("2019-08-01")) == "")
    #expect(ReportingLag.words(event: EDTFValue("2019-08-01"), published: nil) == "")
    #expect(ReportingLag.words(event: EDTFValue("2019-08-01"), published: EDTFDate("2019")) == "")
  }
}
