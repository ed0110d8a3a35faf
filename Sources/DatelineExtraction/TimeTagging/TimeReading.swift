import EDTF

/// A place in the calendar at the precision that the words give it, and no finer.
struct TimeReading: Hashable {
  enum Grain: Int, Comparable {
    case millennium, century, decade, year, half, quarter, season, month, week, weekend, day, time
    static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
  }

  var grain: Grain
  /// Astronomical: year 0 is 1 BC. Nil where neither words nor context tell it.
  var year: Int?
  var isBC: Bool { year.map { $0 < 1 } ?? false }
  var month: Int?
  var day: Int?
  /// Of a quarter, half, season or week: its number; seasons count from spring.
  var part: Int?
  /// An index into ``TimeName/dayparts``.
  var daypart: Int?
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// Minutes east of UTC.
  var zone: Int?
  /// The text gives the zone in digits, so that the value does too.
  var showsOffset = false

  init(_ grain: Grain, year: Int?, month: Int? = nil, day: Int? = nil, part: Int? = nil) {
    self.grain = grain
    self.year = year
    self.month = month
    self.day = day
    self.part = part
  }

  init(_ date: CalendarDate, _ grain: Grain = .day) {
    switch grain {
    case .week, .weekend:
      let week = date.isoWeek
      self.init(grain, year: week.year, part: week.week)
    case .month: self.init(.month, year: date.year, month: date.month)
    case .quarter: self.init(.quarter, year: date.year, part: (date.month + 2) / 3)
    case .half: self.init(.half, year: date.year, part: date.month > 6 ? 2 : 1)
    case .season:
      // A winter is told by the year in which it begins.
      let season = date.month % 12 / 3
      let year = date.month < 3 ? date.year - 1 : date.year
      self.init(.season, year: year, part: season == 0 ? 4 : season)
    case .year, .decade, .century, .millennium: self.init(grain, year: date.year)
    case .day, .time: self.init(grain, year: date.year, month: date.month, day: date.day)
    }
  }

  /// The day, where it is told.
  var date: CalendarDate? {
    guard let year, let month, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// An evening or night, or an hour of one.
  var isLate: Bool {
    guard grain == .time else { return false }
    if let hour { return hour >= 18 }
    return daypart.map { ["EV", "NI"].contains(TimeName.dayparts[$0]) } ?? false
  }

  /// The first day that it covers, where its year is known.
  var firstDay: CalendarDate? { bounds?.first }

  // MARK: TIMEX3

  /// The TIMEX3 value, such as `1998-W11`, `BC0480-09` or `XXXX-05-12`.
  var value: String {
    let yearText: String
    if let year {
      yearText = isBC ? "BC" + padded(1 - year, 4) : padded(year, 4)
    } else {
      yearText = "XXXX"
    }
    switch grain {
    case .millennium: return String(yearText.dropLast(3))
    case .century:
      guard let year else { return "XX" }
      return isBC ? "BC" + padded((1 - year) / 100, 2) : padded(year / 100, 2)
    case .decade: return String(yearText.dropLast())
    case .year: return yearText
    case .half: return yearText + "-H" + (part.map(String.init) ?? "X")
    case .quarter: return yearText + "-Q" + (part.map(String.init) ?? "X")
    case .season: return yearText + "-" + (part.map { TimeName.seasons[$0 - 1] } ?? "XX")
    case .month: return yearText + "-" + twoDigits(month)
    case .week: return yearText + "-W" + twoDigits(part)
    case .weekend: return yearText + "-W" + twoDigits(part) + "-WE"
    case .day: return yearText + "-" + twoDigits(month) + "-" + twoDigits(day)
    case .time:
      return yearText + "-" + twoDigits(month) + "-" + twoDigits(day) + "T" + clock
    }
  }

  private var clock: String {
    if let hour {
      var text = padded(hour, 2) + ":" + padded(minute ?? 0, 2)
      if let second { text += ":" + padded(second, 2) }
      if let zone, zone == 0 {
        text += "Z"
      } else if let zone, showsOffset {
        text += (zone < 0 ? "-" : "+") + padded(abs(zone) / 60, 2) + ":" + padded(abs(zone) % 60, 2)
      }
      return text
    }
    guard let daypart else { return "XX" }
    return TimeName.clock(ofDaypart: daypart)
  }

  // MARK: EDTF

  /// The first and last day; nil where the year, or what is needed of it, is not known.
  private var bounds: (first: CalendarDate, last: CalendarDate)? {
    guard let year else { return nil }
    func months(_ first: Int, _ count: Int) -> (first: CalendarDate, last: CalendarDate)? {
      guard let start = CalendarDate(year: year, month: first, day: 1) else { return nil }
      return (start, start.adding(months: count).adding(days: -1))
    }
    switch grain {
    case .millennium: return nil
    case .century, .decade:
      if isBC {
        let first = CalendarDate(year: year - (grain == .century ? 99 : 9), month: 1, day: 1)!
        return (first, CalendarDate(year: year, month: 12, day: 31)!)
      }
      return edtfDate.map { ($0.earliest, $0.latest) }
    case .year: return months(1, 12)
    case .half: return part.flatMap { months($0 * 6 - 5, 6) }
    case .quarter: return part.flatMap { months($0 * 3 - 2, 3) }
    case .season: return part.flatMap { months($0 * 3, 3) }
    case .month: return month.flatMap { months($0, 1) }
    case .week, .weekend:
      guard let part else { return nil }
      let fourth = CalendarDate(year: year, month: 1, day: 4)!
      let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (part - 1))
      return grain == .week
        ? (monday, monday.adding(days: 6)) : (monday.adding(days: 5), monday.adding(days: 6))
    case .day, .time: return date.map { ($0, $0) }
    }
  }

  private var edtfDate: EDTFDate? {
    guard let year else { return nil }
    switch grain {
    case .century: return EDTFDate(centuryFrom: year / 100 * 100)
    case .decade: return EDTFDate(decadeFrom: year)
    case .year: return EDTFDate(year: year)
    case .season: return part.flatMap { EDTFDate(year: year, season: $0 + 20) }
    case .month: return month.flatMap { EDTFDate(year: year, month: $0) }
    case .day: return date.map { EDTFDate($0) }
    case .time:
      guard let date else { return nil }
      guard let hour, hour <= 24 else { return EDTFDate(date) }
      if hour == 24 { return EDTFDate(date.adding(days: 1), time: .init(hour: 0, minute: 0)) }
      return EDTFDate(date, time: .init(hour: hour, minute: minute ?? 0, offset: zone))
    default: return nil
    }
  }

  /// The calendar interval that it names, with a qualifier for what is told as approximate.
  func edtf(_ qualifier: EDTFDate.Qualifier? = nil) -> EDTFValue? {
    if isBC, grain == .decade || grain == .century {
      // A decade or century BC is no round one in astronomical years; `year` is its last.
      guard let year else { return nil }
      return EDTFValue(
        from: .date(EDTFDate(year: year - (grain == .century ? 99 : 9))),
        to: .date(EDTFDate(year: year)))
    }
    if grain == .millennium, let year {
      let first = isBC ? year - 999 : year / 1000 * 1000
      return EDTFValue(
        from: .date(EDTFDate(year: max(first, isBC ? first : 1))),
        to: .date(EDTFDate(year: first + 999)))
    }
    if let edtfDate { return .date(edtfDate.qualified(qualifier)) }
    guard let bounds else { return nil }
    if grain == .quarter || grain == .half,
      let first = EDTFDate(year: bounds.first.year, month: bounds.first.month),
      let last = EDTFDate(year: bounds.last.year, month: bounds.last.month)
    {
      return EDTFValue(
        from: .date(first.qualified(qualifier)), to: .date(last.qualified(qualifier)))
    }
    return EDTFValue(
      from: .date(EDTFDate(bounds.first, qualifier: qualifier)),
      to: .date(EDTFDate(bounds.last, qualifier: qualifier)))
  }

  private func twoDigits(_ value: Int?) -> String { value.map { padded($0, 2) } ?? "XX" }
}
