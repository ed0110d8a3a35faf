/// A day of the proleptic Gregorian calendar, with astronomical years (year 0 is 1 BCE).
///
/// ```swift
/// CalendarDate(year: 2019, month: 8, day: 1)!.adding(days: 31).description  // "2019-09-01"
/// ```
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  /// 1…12.
  public let month: Int
  /// 1…31, never past the month's end.
  public let day: Int

  /// Nil where the calendar has no such day, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1,
      day <= CalendarDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  @usableFromInline
  init(uncheckedYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// 28…31. `month` is 1…12.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days since 1970-01-01, negative before.
  ///
  /// The arithmetic counts years from March, so that the leap day comes last
  /// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that lies `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// ISO 8601: Monday is 1, Sunday is 7.
  public var weekday: Int {
    let r = (dayNumber + 3) % 7
    return (r < 0 ? r + 7 : r) + 1
  }

  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day of a later (or, below zero, earlier) month, or that month's last day.
  ///
  /// ```swift
  /// CalendarDate(year: 2020, month: 1, day: 31)!.adding(months: 1).description  // "2020-02-29"
  /// ```
  public func adding(months: Int) -> CalendarDate {
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    return CalendarDate(
      uncheckedYear: newYear, month: newMonth,
      day: min(day, CalendarDate.dayCount(ofMonth: newMonth, year: newYear)))
  }

  /// The ISO 8601 week and the year it belongs to, which differs from `year` around New Year.
  public var isoWeek: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    let newYear = CalendarDate(uncheckedYear: thursday.year, month: 1, day: 1)
    return (thursday.year, (thursday.dayNumber - newYear.dayNumber) / 7 + 1)
  }
}

extension CalendarDate: Comparable {
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `YYYY-MM-DD`, with a sign before years below zero.
  public var description: String {
    paddedYear(year) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// Four digits or more, and a minus sign before years below zero.
func paddedYear(_ year: Int) -> String { padded(year, 4) }

/// The digits of a number, with noughts before them up to a width, and a minus sign below zero.
package func padded(_ value: Int, _ width: Int) -> String {
  // Dates are printed by the million: written in place, and up to 15 bytes need no memory.
  String(
    unsafeUninitializedCapacity: max(width, value.magnitude < 100_000_000_000_000 ? 14 : 20) + 1
  ) { buffer in
    var rest = value.magnitude
    var count = 0
    repeat {
      buffer[count] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
      count += 1
    } while rest > 0 || count < width
    if value < 0 {
      buffer[count] = UInt8(ascii: "-")
      count += 1
    }
    var digits = buffer[..<count]
    digits.reverse()
    return count
  }
}
