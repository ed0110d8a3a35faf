/// A day of the solar Hijri calendar of Iran and Afghanistan.
///
/// ```swift
/// JalaliDate(year: 1398, month: 5, day: 10)!.calendarDate.description  // "2019-08-01"
/// ```
public struct JalaliDate: Hashable, Sendable {
  /// 1206…1498, where the cycle of 33 years agrees with the equinox.
  public let year: Int
  /// 1…12, Farvardin first.
  public let month: Int
  /// 1…31, never past the month's end.
  public let day: Int

  /// Nil where the calendar has no such day or the cycle does not hold.
  public init?(year: Int, month: Int, day: Int) {
    guard JalaliDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= JalaliDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// 29…31.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    month <= 6 ? 31 : month <= 11 || isLeap(year) ? 30 : 29
  }

  /// Eight leap years in each 33.
  public static func isLeap(_ year: Int) -> Bool { (25 * year + 11) % 33 < 8 }

  /// The same day of the Gregorian calendar.
  public var calendarDate: CalendarDate {
    // 1 Farvardin 1206 is 22 March 1827.
    var number = CalendarDate(uncheckedYear: 1827, month: 3, day: 22).dayNumber
    for earlier in JalaliDate.years.lowerBound..<year {
      number += JalaliDate.isLeap(earlier) ? 366 : 365
    }
    for earlier in 1..<max(1, month) {
      number += JalaliDate.dayCount(ofMonth: earlier, year: year)
    }
    return CalendarDate(dayNumber: number + day - 1)
  }

  static let years = 1206...1498
}
