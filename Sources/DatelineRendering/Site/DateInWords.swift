public import EDTF

/// A date as people read it, with its uncertainty in words.
///
/// ```swift
/// DateInWords(EDTFValue("2018-11-28/2018-12-02")!).text  // "28 November – 2 December 2018"
/// DateInWords(EDTFValue("2019-08-01/..")!)               // "from 1 August 2019", "end not reported"
/// ```
public struct DateInWords: Hashable, Sendable {
  public var text: String
  /// What a second, quieter line says: the weekday, or what is not known; empty where nothing is
  /// to be said.
  public var note: String

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let seasons = ["spring", "summer", "autumn", "winter"]
  private static let numbers = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  public init(_ value: EDTFValue) {
    switch value {
    case .date(let date): self.init(date)
    case .interval(.date(let start), .date(let end)): self.init(from: start, to: end)
    case .interval(.date(let start), .open):
      self.init(text: "from " + DateInWords(start).text, note: "end not reported")
    case .interval(.date(let start), .unknown):
      self.init(text: "from " + DateInWords(start).text, note: "end unknown")
    case .interval(_, .date(let end)):
      self.init(text: "by " + DateInWords(end).text, note: "day not reported")
    case .interval: self.init(text: "undated", note: "")
    }
  }

  public init(_ date: EDTFDate) {
    let plain = DateInWords.unqualified(date)
    switch date.qualifier {
    case nil: self.init(text: plain, note: DateInWords.note(date))
    case .approximate: self.init(text: "about " + plain, note: "approximate")
    case .uncertain: self.init(text: plain + ", uncertain", note: "doubtful")
    case .both: self.init(text: "about " + plain + ", uncertain", note: "approximate, doubtful")
    }
  }

  private init(text: String, note: String) {
    self.text = text
    self.note = note
  }

  private init(from start: EDTFDate, to end: EDTFDate) {
    let (a, b) = (DateInWords(start), DateInWords(end))
    switch (start.qualifier, end.qualifier) {
    case (nil, nil):
      if let first = start.calendarDate, let last = end.calendarDate, start.time == nil,
        end.time == nil
      {
        self.init(text: DateInWords.span(first, last), note: DateInWords.length(first, last))
      } else if start.precision == .month, end.precision == .month, start.year == end.year {
        self.init(
          text: "\(DateInWords.months[start.month! - 1]) – \(b.text)", note: "months only")
      } else {
        let coarse = min(start.precision, end.precision)
        self.init(
          text: "\(a.text) – \(b.text)",
          note: coarse == .year ? "years only" : coarse == .month ? "one end by month only" : "")
      }
    case (nil, _): self.init(text: "\(a.text), to \(b.text)", note: "end " + b.note)
    case (_, nil): self.init(text: "\(a.text) – \(b.text)", note: "start " + a.note)
    default: self.init(text: "\(a.text) – \(b.text)", note: a.note)
    }
  }

  /// Both weekdays of two days, else how many days they are.
  private static func length(_ first: CalendarDate, _ last: CalendarDate) -> String {
    let days = last.dayNumber - first.dayNumber + 1
    switch days {
    case ..<2: return weekdays[first.weekday - 1]
    case 2: return "\(weekdays[first.weekday - 1]) and \(weekdays[last.weekday - 1])"
    case 3...10: return numbers[days - 2] + " days"
    default: return "\(days) days"
    }
  }

  /// Days from one to another, month and year said once where they are one.
  private static func span(_ first: CalendarDate, _ last: CalendarDate) -> String {
    let end = day(last)
    if first.year != last.year { return "\(day(first)) – \(end)" }
    if first.month != last.month { return "\(first.day) \(months[first.month - 1]) – \(end)" }
    return first.day == last.day ? end : "\(first.day)–\(end)"
  }

  static func day(_ date: CalendarDate) -> String {
    "\(date.day) \(months[date.month - 1]) \(PictureDate.year(date.year))"
  }

  private static func unqualified(_ date: EDTFDate) -> String {
    switch date.precision {
    case .century: "the \(PictureDate.year(date.year))s"
    case .decade:
      date.year > 0 ? "the \(date.year)s" : "the decade from \(PictureDate.year(date.year))"
    case .year: PictureDate.year(date.year)
    case .season: "\(seasons[date.month! - 21]) \(PictureDate.year(date.year))"
    case .month: "\(months[date.month! - 1]) \(PictureDate.year(date.year))"
    case .day: day(date.calendarDate!)
    case .minute: "\(day(date.calendarDate!)), \(date.time!.description)"
    }
  }

  private static func note(_ date: EDTFDate) -> String {
    switch date.precision {
    case .century: "century only"
    case .decade: "decade only"
    case .year: "year only"
    case .season: "season only"
    case .month: "month only"
    case .day, .minute: weekdays[date.calendarDate!.weekday - 1]
    }
  }
}

/// How long after a happening it was reported.
enum ReportingLag {
  /// In words, such as "same day", "day 2 of the event", "3 days after"; empty where one of the
  /// two is not known well enough to say.
  static func words(event: EDTFValue?, published: EDTFDate?) -> String {
    guard let event, let day = published?.calendarDate else { return "" }
    if let days = days(event: event, published: day) {
      if days < 0 { return span(-days) + " before" }
      guard let start = event.earliest, let end = event.latest ?? event.earliest else { return "" }
      if day > end {
        return event.latest == nil
          ? span(days) + " after its start" : span(day.dayNumber - end.dayNumber) + " after"
      }
      if start == end { return event.latest == nil ? "on its first day" : "same day" }
      return days == 0 ? "on its first day" : "day \(days + 1) of the event"
    }
    guard let end = event.latest, end < day else { return "" }
    let after = day.dayNumber - end.dayNumber
    return after > 45 ? span(after) + " after" : ""
  }

  /// Days from the event's first day; nil where that day is not known.
  static func days(event: EDTFValue, published: CalendarDate) -> Int? {
    guard let start = event.start, start.qualifier == nil, let first = start.calendarDate else {
      return nil
    }
    return published.dayNumber - first.dayNumber
  }

  /// A number of days in the unit that people would use.
  static func span(_ days: Int) -> String {
    switch days {
    case ..<45: counted(days, "day")
    case ..<548: counted(Int((Double(days) / 30.44).rounded()), "month")
    default: counted(Int((Double(days) / 365.25).rounded()), "year")
    }
  }
}
