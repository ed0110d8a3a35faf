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

  public init(_ value: EDTFValue) { self.init(value, in: .english) }

  public init(_ date: EDTFDate) { self.init(date, in: .english) }

  init(_ value: EDTFValue, in say: Wording) {
    switch value {
    case .date(let date): self.init(date, in: say)
    case .interval(.date(let start), .date(let end)): self.init(from: start, to: end, in: say)
    case .interval(.date(let start), .open):
      self.init(
        text: say("from {date}", ["date": DateInWords(start, in: say).text]),
        note: say("end not reported"))
    case .interval(.date(let start), .unknown):
      self.init(
        text: say("from {date}", ["date": DateInWords(start, in: say).text]),
        note: say("end unknown"))
    case .interval(_, .date(let end)):
      self.init(
        text: say("by {date}", ["date": DateInWords(end, in: say).text]),
        note: say("day not reported"))
    case .interval: self.init(text: say("undated"), note: "")
    }
  }

  init(_ date: EDTFDate, in say: Wording) {
    let plain = DateInWords.unqualified(date, say)
    let note = say(DateInWords.note(date))
    switch date.qualifier {
    case nil: self.init(text: plain, note: note)
    case .approximate: self.init(text: say("about {date}", ["date": plain]), note: note)
    case .uncertain: self.init(text: say("{date}, uncertain", ["date": plain]), note: note)
    case .both: self.init(text: say("about {date}, uncertain", ["date": plain]), note: note)
    }
  }

  private init(text: String, note: String) {
    self.text = text
    self.note = note
  }

  private init(from start: EDTFDate, to end: EDTFDate, in say: Wording) {
    let (a, b) = (DateInWords(start, in: say), DateInWords(end, in: say))
    switch (start.qualifier, end.qualifier) {
    case (nil, nil):
      if let first = start.calendarDate, let last = end.calendarDate, start.time == nil,
        end.time == nil
      {
        self.init(
          text: DateInWords.span(first, last, say), note: DateInWords.length(first, last, say))
      } else if start.precision == .month, end.precision == .month, start.year == end.year {
        self.init(
          text: say("{start} – {end}", ["start": say.month(start.month!), "end": b.text]),
          note: say("months only"))
      } else {
        let coarse = min(start.precision, end.precision)
        self.init(
          text: say("{start} – {end}", ["start": a.text, "end": b.text]),
          note: coarse == .year
            ? say("years only") : coarse == .month ? say("one end by month only") : "")
      }
    case (nil, _):
      self.init(
        text: say("{start}, to {end}", ["start": a.text, "end": b.text]),
        note: say("end " + DateInWords.note(end)))
    case (_, nil):
      self.init(
        text: say("{start} – {end}", ["start": a.text, "end": b.text]),
        note: say("start " + DateInWords.note(start)))
    case (.approximate, .approximate):
      let span = DateInWords(from: start.qualified(nil), to: end.qualified(nil), in: say)
      self.init(text: say("about {date}", ["date": span.text]), note: a.note)
    default:
      self.init(text: say("{start} – {end}", ["start": a.text, "end": b.text]), note: a.note)
    }
  }

  /// Both weekdays of two days, else how many days they are.
  private static func length(_ first: CalendarDate, _ last: CalendarDate, _ say: Wording)
    -> String
  {
    let days = last.dayNumber - first.dayNumber + 1
    func weekday(_ date: CalendarDate) -> String { say(weekdays[date.weekday - 1]) }
    switch days {
    case ..<2: return weekday(first)
    case 2: return say("{a} and {b}", ["a": weekday(first), "b": weekday(last)])
    case 3...10 where say.phrases.isEmpty: return numbers[days - 2] + " days"
    default: return say.counted(days, "day")
    }
  }

  /// Days from one to another, month and year said once where they are one.
  private static func span(_ first: CalendarDate, _ last: CalendarDate, _ say: Wording) -> String {
    let end = say.day(last)
    if first.year != last.year {
      return say("{start} – {end}", ["start": say.day(first), "end": end])
    }
    if first.month != last.month {
      let start = say(
        "{day} {month}", ["day": String(first.day), "month": say.monthOfDay(first.month)])
      return say("{start} – {end}", ["start": start, "end": end])
    }
    if first.day == last.day { return end }
    let both = "\(first.day)–\(last.day)"
    return say(
      "{day} {month} {year}",
      ["day": both, "month": say.monthOfDay(last.month), "year": say.year(last.year)])
  }

  private static func unqualified(_ date: EDTFDate, _ say: Wording) -> String {
    let year = say.year(date.year)
    return switch date.precision {
    case .century: say("the {year}s", ["year": year])
    case .decade:
      date.year > 0
        ? say("the {year}s", ["year": year]) : say("the decade from {year}", ["year": year])
    case .year: year
    case .season: say("{season} {year}", ["season": say(seasons[date.month! - 21]), "year": year])
    case .month: say("{month} {year}", ["month": say.month(date.month!), "year": year])
    case .day: say.day(date.calendarDate!)
    case .minute: "\(say.day(date.calendarDate!)), \(date.time!.description)"
    }
  }

  /// In English.
  private static func note(_ date: EDTFDate) -> String {
    switch date.qualifier {
    case .approximate: return "approximate"
    case .uncertain: return "doubtful"
    case .both: return "approximate, doubtful"
    case nil: break
    }
    return switch date.precision {
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
  static func words(event: EDTFValue?, published: EDTFDate?, in say: Wording = .english) -> String {
    func span(_ days: Int) -> String { Self.span(days, in: say) }
    guard let event, let day = published?.calendarDate else { return "" }
    if let days = days(event: event, published: day) {
      if days < 0 { return say("{span} before", ["span": span(-days)]) }
      guard let start = event.earliest, let end = event.latest ?? event.earliest else { return "" }
      if day > end {
        return event.latest == nil
          ? say("{span} after its start", ["span": span(days)])
          : say("{span} after", ["span": span(day.dayNumber - end.dayNumber)])
      }
      if start == end { return say(event.latest == nil ? "on its first day" : "same day") }
      return days == 0
        ? say("on its first day") : say("day {n} of the event", ["n": String(days + 1)])
    }
    guard let end = event.latest, end < day else { return "" }
    let after = day.dayNumber - end.dayNumber
    return after > 45 ? say("{span} after", ["span": span(after)]) : ""
  }

  /// Days from the event's first day; nil where that day is not known.
  static func days(event: EDTFValue, published: CalendarDate) -> Int? {
    guard let start = event.start, start.qualifier == nil, let first = start.calendarDate else {
      return nil
    }
    return published.dayNumber - first.dayNumber
  }

  /// A number of days in the unit that people would use.
  static func span(_ days: Int, in say: Wording) -> String {
    switch days {
    case ..<45: say.counted(days, "day")
    case ..<548: say.counted(Int((Double(days) / 30.44).rounded()), "month")
    default: say.counted(Int((Double(days) / 365.25).rounded()), "year")
    }
  }
}
