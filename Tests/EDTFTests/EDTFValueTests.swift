import EDTF
import Testing

@Suite struct EDTFValueTests {
  @Test(arguments: [
    "2019", "2019-08", "2019-08-01", "2019-08-01T10:30", "2019-08-01T10:30+06:00", "2019-21",
    "201X", "20XX", "-0043", "2019-08~", "2019?", "2019%", "2019-08-01/2019-08-02", "2011-03/..",
    "../2019-08-25", "2019-08-01/", "2017-02-23/2017-03-04~",
  ])
  func parsesAndPrintsTheSame(_ text: String) {
    #expect(EDTFValue(text)?.description == text)
  }

  @Test(arguments: [
    "", "2019-13", "2019-02-29", "19", "2019-8-1", "2019-08-01T25:00", "../..", "/",
    "2019-02/2019-01",
    "-0000", "2019-08-01 ", "20X9",
  ])
  func refuses(_ text: String) {
    #expect(EDTFValue(text) == nil)
  }

  @Test func dayNumbersAreContinuous() {
    var previous = CalendarDate(year: -1, month: 1, day: 1)!
    for number in (previous.dayNumber + 1)...(previous.dayNumber + 1500) {
      let date = CalendarDate(dayNumber: number)
      #expect(date.dayNumber == number)
      #expect(previous < date)
      previous = date
    }
    #expect(CalendarDate(year: 2019, month: 8, day: 1)!.weekday == 4)
  }
}
