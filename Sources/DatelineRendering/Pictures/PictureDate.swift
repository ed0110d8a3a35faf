internal import DatelineModel
internal import EDTF

/// Dates in the few words that a picture has room for.
enum PictureDate {
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let seasons = ["spring", "summer", "autumn", "winter"]

  /// ```swift
  /// PictureDate.words(EDTFValue("2018-11-28/2018-12-02")!)  // "28 Nov – 2 Dec 2018"
  /// PictureDate.words(EDTFValue("2019-04-30/..")!)          // "from 30 Apr 2019, end not reported"
  /// ```
  static func words(_ value: EDTFValue) -> String {
    switch value {
    case .date(let date): return words(date)
    case .interval(.date(let start), .date(let end)): return span(start, end)
    case .interval(.date(let start), .open): return "from \(words(start)), end not reported"
    case .interval(.date(let start), .unknown): return "from \(words(start)), end unknown"
    case .interval(_, .date(let end)): return "by \(words(end))"
    case .interval: return "undated"
    }
  }

  static func words(_ date: CalendarDate) -> String {
    "\(date.day) \(months[date.month - 1]) \(year(date.year))"
  }

  static func words(_ date: EDTFDate) -> String {
    let plain = unqualified(date)
    switch date.qualifier {
    case nil: return plain
    case .approximate: return "about " + plain
    case .uncertain: return plain + ", uncertain"
    case .both: return "about " + plain + ", uncertain"
    }
  }

  /// Where the earliest of the events begins, as precisely as it is told.
  static func first(_ events: some Sequence<Event>) -> EDTFDate? {
    events.compactMap { $0.date?.start ?? $0.date?.end }
      .min { ($0.earliest, $1.precision) < ($1.earliest, $0.precision) }
  }

  /// Where the latest of the events ends, as precisely as it is told.
  static func last(_ events: some Sequence<Event>) -> EDTFDate? {
    events.compactMap { $0.date?.end ?? $0.date?.start }
      .max { ($0.latest, $0.precision) < ($1.latest, $1.precision) }
  }

  static func dayAndMonth(_ date: CalendarDate) -> String {
    "\(date.day) \(months[date.month - 1])"
  }

  /// Astronomical years as people count them: there is no year zero.
  static func year(_ year: Int) -> String { year > 0 ? String(year) : "\(1 - year) BCE" }

  /// From one date to another; the date alone where both are the same.
  static func span(_ start: EDTFDate, _ end: EDTFDate) -> String {
    if start == end { return words(start) }
    let isPlain = start.qualifier == nil && end.qualifier == nil
    if isPlain, start.year == end.year, let a = start.calendarDate, let b = end.calendarDate {
      if a.month == b.month { return "\(a.day)–\(words(b))" }
      return "\(a.day) \(months[a.month - 1]) – \(words(b))"
    }
    return "\(words(start)) – \(words(end))"
  }

  private static func unqualified(_ date: EDTFDate) -> String {
    switch date.precision {
    case .century: "the \(year(date.year))s"
    case .decade: date.year > 0 ? "the \(date.year)s" : "decade from \(year(date.year))"
    case .year: year(date.year)
    case .season: "\(seasons[date.month! - 21]) \(year(date.year))"
    case .month: "\(months[date.month! - 1]) \(year(date.year))"
    case .day, .minute: words(date.calendarDate!)
    }
  }
}
