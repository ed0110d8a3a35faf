internal import DatelineModel
internal import EDTF

/// Equal stretches of time that events are counted in: days, months, quarters, years, or more.
struct TimeBins {
  enum Unit: String {
    case day, month, quarter, year, decade, century

    /// Months in one; 0 for a day.
    var months: Int {
      switch self {
      case .day: 0
      case .month: 1
      case .quarter: 3
      case .year: 12
      case .decade: 120
      case .century: 1200
      }
    }
  }

  let unit: Unit
  /// The first stretch: a day number, or months since year zero divided by the unit's.
  let first: Int
  /// Events a stretch; an event counts where it begins. Those before and after the window count
  /// in the first and the last.
  let counts: [Int]
  /// Stretch by event; nil for the undated.
  let bins: [Int?]
  /// Events that lie before and after the window.
  let earlier: Int
  let later: Int

  /// Four months of days, ten years of months.
  static let limit = 124

  /// Nil for a graph without dated events.
  init?(_ graph: EventGraph) {
    let days = graph.events.map { ($0.earliest ?? $0.latest)?.dayNumber }
    // A few events far from the rest would press the rest into a corner.
    guard let (low, high) = TimelineAxis.window(of: days.compactMap { $0 }) else { return nil }
    let dates = (CalendarDate(dayNumber: low), CalendarDate(dayNumber: high))
    func bin(_ date: CalendarDate, _ unit: Unit) -> Int {
      unit == .day
        ? date.dayNumber : (date.year * 12 + date.month - 1).dividedDown(by: unit.months)
    }
    let units: [Unit] = [.day, .month, .quarter, .year, .decade, .century]
    let unit =
      units.first { bin(dates.1, $0) - bin(dates.0, $0) < TimeBins.limit } ?? .century
    let first = bin(dates.0, unit)
    let last = bin(dates.1, unit)
    var counts = Array(repeating: 0, count: last - first + 1)
    bins = days.map { day in
      guard let day else { return nil }
      let own = min(max(bin(CalendarDate(dayNumber: day), unit), first), last) - first
      counts[own] += 1
      return own
    }
    earlier = days.count { $0.map { $0 < low } ?? false }
    later = days.count { $0.map { $0 > high } ?? false }
    self.counts = counts
    self.unit = unit
    self.first = first
  }

  /// The first day of a stretch, counted from the window's start.
  func start(_ bin: Int) -> CalendarDate {
    if unit == .day { return CalendarDate(dayNumber: first + bin) }
    let months = (first + bin) * unit.months
    let year = months.dividedDown(by: 12)
    return CalendarDate(year: year, month: months - year * 12 + 1, day: 1)!
  }

  /// A stretch in words, such as "July – September 2019".
  func words(_ bin: Int, in say: Wording) -> String {
    let start = start(bin)
    let year = say.year(start.year)
    switch unit {
    case .day: return say.day(start)
    case .month: return say("{month} {year}", ["month": say.month(start.month), "year": year])
    case .quarter:
      let months = "\(say.month(start.month))–\(say.month(start.month + 2))"
      return say("{month} {year}", ["month": months, "year": year])
    case .year: return year
    case .decade, .century: return say("from {date}", ["date": year])
    }
  }

  /// As the state of a page names it: the first day.
  func name(_ bin: Int) -> String { start(bin).description }
}
