internal import EDTF

/// The days that a picture shows, and where they lie.
struct TimelineAxis {
  /// Day numbers, inclusive; at least two weeks apart.
  let first: Int
  let last: Int
  let left: Double
  let right: Double
  /// The language of the ticks.
  let say: Wording

  /// The days that hold `days`, but for a few far from the rest, which would squeeze them.
  init(holding days: [Int], left: Double, right: Double, in say: Wording = .english) {
    self.say = say
    let (low, high) = TimelineAxis.window(of: days) ?? (0, 0)
    let margin = max((high - low) / 60, (14 - (high - low)) / 2, 1)
    first = low - margin
    last = high + margin
    self.left = left
    self.right = right
  }

  /// The first and the last of `days`, but for a few far from the rest: as long as leaving out at
  /// most a twentieth on one side nearly halves the span, and a quarter in all. Nil without days.
  ///
  /// ```swift
  /// TimelineAxis.window(of: [-20_000] + (17_000..<17_100))  // (17000, 17099)
  /// ```
  static func window(of days: [Int]) -> (first: Int, last: Int)? {
    var kept = days.sorted()[...]
    var mayLeave = max(days.count >= 8 ? 1 : 0, days.count / 4)
    func span(_ part: ArraySlice<Int>) -> Int { (part.last ?? 0) - (part.first ?? 0) }
    while mayLeave > 0, span(kept) > 0 {
      var best: (part: ArraySlice<Int>, cost: Int)?
      for count in 1...min(mayLeave, max(1, kept.count / 20)) where count < kept.count {
        for part in [kept.dropFirst(count), kept.dropLast(count)]
        where span(part) * 20 < span(kept) * 11 && best == nil {
          best = (part, count)
        }
      }
      guard let best else { break }
      kept = best.part
      mayLeave -= best.cost
    }
    guard let first = kept.first, let last = kept.last else { return nil }
    return (first, last)
  }

  /// Where a day begins; days outside lie outside.
  func x(_ day: Int) -> Double {
    left + Double(day - first) / Double(last - first + 1) * (right - left)
  }

  var dayWidth: Double { (right - left) / Double(last - first + 1) }

  struct Tick: Hashable {
    var x: Double
    var label: String
    /// Begins a year, or the first year of a longer step.
    var isMajor: Bool
  }

  /// Labelled ticks that keep apart, and finer ones without labels.
  var ticks: (labelled: [Tick], minor: [Double]) {
    let steps: [Step] =
      [.days(1), .days(2), .days(7), .months(1), .months(3)]
      + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map(Step.years)
    let index =
      steps.firstIndex { step in
        let places = step.starts(first, last)
        let room = step.room(say)
        return places.count < 60
          && zip(places, places.dropFirst()).allSatisfy { x($1) - x($0) >= room }
      } ?? steps.count - 1
    let step = steps[index]
    let labelled = step.starts(first, last).map { day in
      let date = CalendarDate(dayNumber: day)
      return Tick(x: x(day), label: step.label(date, say), isMajor: step.isMajor(date))
    }
    guard index > 0 else { return (labelled, []) }
    // Months are no multiple of weeks.
    let finer = steps[..<index].last { step in
      let places = step.starts(first, last)
      return places.count < 200 && dayWidth * Double(step.days) >= 6
        && zip(places, places.dropFirst()).allSatisfy { x($1) - x($0) >= 5 }
    }
    return (labelled, finer.map { $0.starts(first, last).map(x) } ?? [])
  }

  private enum Step {
    case days(Int)
    case months(Int)
    case years(Int)

    /// Pixels that a label takes, with air.
    func room(_ say: Wording) -> Double {
      let widest = (1...12).map { PictureText.width(say.shortMonth($0), size: 12.5) }.max()!
      return switch self {
      case .days: max(56, widest + 32)
      case .months: max(64, widest + 14)
      case .years: 62
      }
    }

    var days: Int {
      switch self {
      case .days(let n): n
      case .months(let n): 28 * n
      case .years(let n): 365 * n
      }
    }

    func starts(_ first: Int, _ last: Int) -> [Int] {
      let from = CalendarDate(dayNumber: first)
      var result: [Int] = []
      var date: CalendarDate
      switch self {
      case .days(let n):
        // Weeks begin on Monday; other steps begin anew with each month.
        guard last - first < 4000 else { return Array(0..<1000) }
        for day in first...last {
          let date = CalendarDate(dayNumber: day)
          let isStart = n == 7 ? date.weekday == 1 : (date.day - 1) % n == 0 && date.day + n <= 33
          if isStart { result.append(day) }
        }
        return result
      case .months(let n):
        guard last - first < 40_000 else { return Array(0..<1000) }
        date = CalendarDate(year: from.year, month: (from.month - 1) / n * n + 1, day: 1)!
        while date.dayNumber <= last {
          if date.dayNumber >= first { result.append(date.dayNumber) }
          date = date.adding(months: n)
        }
        return result
      case .years(let n):
        guard (last - first) / 365 / n < 1000 else { return Array(0..<1000) }
        var year = (from.year >= 0 ? from.year : from.year - n + 1) / n * n
        while true {
          let start = CalendarDate(year: year, month: 1, day: 1)!.dayNumber
          if start > last { return result }
          if start >= first { result.append(start) }
          year += n
        }
      }
    }

    func isMajor(_ date: CalendarDate) -> Bool {
      switch self {
      case .days: date.day <= 7 && date.day == 1
      case .months: date.month == 1
      case .years: true
      }
    }

    func label(_ date: CalendarDate, _ say: Wording) -> String {
      let month = say.shortMonth(date.month)
      return switch self {
      case .days: say("{day} {month}", ["day": String(date.day), "month": month])
      case .months: date.month == 1 ? say.year(date.year) : month
      case .years: say.year(date.year)
      }
    }
  }
}
