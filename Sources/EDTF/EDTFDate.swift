/// One EDTF date at its stated precision: a century, decade, year, season, month, day or minute.
///
/// Source: ISO 8601-2:2019, Extended Date/Time Format, in the profile that Dateline writes.
/// ```swift
/// EDTFDate("2019-08~")!.earliest.description  // "2019-08-01"
/// EDTFDate("201X")!.latest.description        // "2019-12-31"
/// ```
public struct EDTFDate: Hashable, Sendable {
  /// Coarsest first, so that `<` reads "coarser than".
  public enum Precision: Int, Comparable, Sendable {
    case century, decade, year, season, month, day, minute
    public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }

  /// How firmly the whole date is told.
  public enum Qualifier: Character, Sendable {
    /// `~`
    case approximate = "~"
    /// `?`
    case uncertain = "?"
    /// `%`
    case both = "%"
  }

  /// A clock time, to the minute, as it was written.
  public struct ClockTime: Hashable, Sendable {
    /// 0…24.
    public let hour: Int
    /// 0…59.
    public let minute: Int
    /// Minutes east of UTC; nil where the text gives no zone.
    public let offset: Int?

    public init(hour: Int, minute: Int, offset: Int? = nil) {
      self.hour = hour
      self.minute = minute
      self.offset = offset
    }
  }

  public let precision: Precision
  /// Astronomical year; the first year of a decade or century.
  public let year: Int
  /// 1…12 for a month, 21…24 for a season (spring, summer, autumn, winter), else nil.
  public let month: Int?
  public let day: Int?
  public let time: ClockTime?
  public let qualifier: Qualifier?

  public init(year: Int, qualifier: Qualifier? = nil) {
    self.init(precision: .year, year: year, qualifier: qualifier)
  }

  /// The decade that begins in `firstYear`, a multiple of ten.
  public init(decadeFrom firstYear: Int, qualifier: Qualifier? = nil) {
    self.init(precision: .decade, year: firstYear, qualifier: qualifier)
  }

  /// The hundred years that begin in `firstYear`, a multiple of a hundred.
  public init(centuryFrom firstYear: Int, qualifier: Qualifier? = nil) {
    self.init(precision: .century, year: firstYear, qualifier: qualifier)
  }

  /// Nil unless `season` is 21…24.
  public init?(year: Int, season: Int, qualifier: Qualifier? = nil) {
    guard (21...24).contains(season) else { return nil }
    self.init(precision: .season, year: year, month: season, qualifier: qualifier)
  }

  /// Nil unless `month` is 1…12.
  public init?(year: Int, month: Int, qualifier: Qualifier? = nil) {
    guard (1...12).contains(month) else { return nil }
    self.init(precision: .month, year: year, month: month, qualifier: qualifier)
  }

  public init(_ date: CalendarDate, time: ClockTime? = nil, qualifier: Qualifier? = nil) {
    self.init(
      precision: time == nil ? .day : .minute, year: date.year, month: date.month, day: date.day,
      time: time, qualifier: qualifier)
  }

  private init(
    precision: Precision, year: Int, month: Int? = nil, day: Int? = nil, time: ClockTime? = nil,
    qualifier: Qualifier?
  ) {
    self.precision = precision
    self.year = year
    self.month = month
    self.day = day
    self.time = time
    self.qualifier = qualifier
  }

  public func qualified(_ qualifier: Qualifier?) -> EDTFDate {
    EDTFDate(
      precision: precision, year: year, month: month, day: day, time: time, qualifier: qualifier)
  }

  /// The day, where the date is told to the day or finer.
  public var calendarDate: CalendarDate? {
    guard let month, let day else { return nil }
    return CalendarDate(uncheckedYear: year, month: month, day: day)
  }

  /// The first day that the date may mean. A winter begins in December of its year.
  public var earliest: CalendarDate { bounds.earliest }

  /// The last day that the date may mean, inclusive.
  public var latest: CalendarDate { bounds.latest }

  private var bounds: (earliest: CalendarDate, latest: CalendarDate) {
    func first(_ y: Int, _ m: Int) -> CalendarDate {
      CalendarDate(uncheckedYear: y, month: m, day: 1)
    }
    func last(_ y: Int, _ m: Int) -> CalendarDate {
      CalendarDate(
        uncheckedYear: y, month: m, day: CalendarDate.dayCount(ofMonth: m, year: y))
    }
    switch precision {
    case .century: return (first(year, 1), last(year + 99, 12))
    case .decade: return (first(year, 1), last(year + 9, 12))
    case .year: return (first(year, 1), last(year, 12))
    case .season:
      let start = (month! - 20) * 3
      return start == 12
        ? (first(year, 12), last(year + 1, 2)) : (first(year, start), last(year, start + 2))
    case .month: return (first(year, month!), last(year, month!))
    case .day, .minute:
      let date = calendarDate!
      return (date, date)
    }
  }
}

extension EDTFDate: CustomStringConvertible {
  /// The EDTF string, such as `2019-08-01T12:30+06:00` or `201X~`.
  public var description: String {
    var text: String
    switch precision {
    case .century: text = padded(year / 100, 2) + "XX"
    case .decade: text = padded(year / 10, 3) + "X"
    case .year: text = paddedYear(year)
    case .season, .month: text = paddedYear(year) + "-" + padded(month!, 2)
    case .day: text = calendarDate!.description
    case .minute: text = calendarDate!.description + "T" + time!.description
    }
    if let qualifier { text.append(qualifier.rawValue) }
    return text
  }
}

extension EDTFDate.ClockTime: CustomStringConvertible {
  /// `hh:mm`, followed by `Z` or the offset where one is known.
  public var description: String {
    let clock = padded(hour, 2) + ":" + padded(minute, 2)
    guard let offset else { return clock }
    if offset == 0 { return clock + "Z" }
    let size = abs(offset)
    return clock + (offset < 0 ? "-" : "+") + padded(size / 60, 2) + ":" + padded(size % 60, 2)
  }
}

extension EDTFDate {
  /// Reads one date of the profile; nil where the text is not one, or names no day that exists.
  public init?(_ text: some StringProtocol) { self.init(utf8: Array(text.utf8)[...]) }

  init?(utf8 bytes: ArraySlice<UInt8>) {
    var scanner = EDTFScanner(bytes)
    guard let date = scanner.date(), scanner.isAtEnd else { return nil }
    self = date
  }
}
