internal import DatelineModel
internal import DatelineReading
import Testing

@Suite struct StatedDateTests {
  @Test(arguments: [
    // EDTF and RFC 3339 stay as they are.
    ("2019-08-01", "2019-08-01"), ("2019-08", "2019-08"), ("2019~", "2019~"), ("201X", "201X"),
    ("2019-08-01T10:22:33+06:00", "2019-08-01T10:22:33+06:00"),
    ("2019-08-01T10:22:33.123Z", "2019-08-01T10:22:33.123Z"),
    ("2019-08-01T10:22", "2019-08-01T10:22"),
    // Near them.
    ("2019-08-01T10:22:33+0600", "2019-08-01T10:22:33+06:00"),
    ("2019-08-01T10:22:33-05", "2019-08-01T10:22:33-05:00"),
    ("2019-08-01t10:22:33z", "2019-08-01T10:22:33Z"),
    ("2019-08-01 10:22:33", "2019-08-01T10:22:33"),
    ("2019-08-01 10:22:33.5 UTC", "2019-08-01T10:22:33Z"),
    ("2019-08-01 10:22 +03:00", "2019-08-01T10:22:00+03:00"),
    ("2019/8/1", "2019-08-01"), ("20190801", "2019-08-01"),
    ("20190801102233", "2019-08-01T10:22:33"), ("20190801T102233Z", "2019-08-01T10:22:33Z"),
    // RFC 2822 and its forebears.
    ("Thu, 01 Aug 2019 10:22:33 +0600", "2019-08-01T10:22:33+06:00"),
    ("Thu, 1 Aug 2019 10:22:33 GMT", "2019-08-01T10:22:33Z"),
    ("01 Aug 19 10:22 EST", "2019-08-01T10:22:00-05:00"),
    ("Thu Aug 01 10:22:33 +0000 2019", "2019-08-01T10:22:33+00:00"),
    // As people write.
    ("August 1, 2019", "2019-08-01"), ("1 August 2019", "2019-08-01"),
    ("Aug. 1st, 2019 at 1:05 p.m.", "2019-08-01T13:05"), ("August 2019", "2019-08"),
    ("12:30 AM, 1 August 2019", "2019-08-01T00:30"),
    ("1. August 2019, 10:22 Uhr", "2019-08-01T10:22"),
    ("1er août 2019", nil), ("1 août 2019", "2019-08-01"), ("1 августа 2019 г.", "2019-08-01"),
    ("01.08.2019 10:22", "2019-08-01T10:22"), ("31/08/2019", "2019-08-31"),
    ("08/31/2019", "2019-08-31"),
    // A count of seconds or milliseconds.
    ("1564654953", "2019-08-01T10:22:33Z"), ("1564654953000", "2019-08-01T10:22:33Z"),
    // No one day is meant, or none that exists.
    ("01/08/2019", nil), ("2019-02-30", nil), ("30 February 2019", nil), ("yesterday", nil),
    ("2019-08-01/2019-08-02", nil), ("99999", nil), ("999999999999999999999999", nil),
    ("+infinity", nil), ("1e300000000", nil), ("Talks on 1 August 2019", nil),
    ("1 August 2019 or 2 September 2019", nil),
  ])
  func datesAreReadInManySpellings(stated: String, kept: String?) throws {
    let pile = try Pile()
    let path = try pile.add("a.jsonl", "{\"text\":\"One.\",\"published\":\"\(stated)\"}")
    let harvest = try pile.read([path])
    #expect(harvest.articles.map(\.published?.text) == [kept])
    if kept == nil {
      #expect(
        harvest.messages == [
          "a.jsonl:1: “\(stated)” is no date of publication that can be told for sure; "
            + "write it as 2019-08-01 or 2019-08-01T10:22:33+06:00"
        ])
    }
  }

  @Test func oneWarningIsEnoughForAllUndatedArticles() throws {
    let pile = try Pile()
    let path = try pile.add("a.jsonl", #"{"text":"One."}"# + "\n" + #"{"text":"Two."}"#)
    let harvest = try pile.read([path])
    #expect(harvest.tally.undated == 2)
    #expect(harvest.notices.count == 1)
    #expect(harvest.notices.first?.line == 1)
    #expect(harvest.notices.first?.remedy.contains("--published") == true)
  }
}
