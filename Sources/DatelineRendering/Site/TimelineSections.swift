internal import DatelineModel
internal import EDTF

/// The events of a graph in the order of a page: years, in them months, and those without a date.
struct TimelineSections {
  struct Year {
    /// Astronomical.
    var number: Int
    var months: [Month]

    var eventCount: Int { months.reduce(0) { $0 + $1.events.count } }
  }
  /// What a year holds of one month, or of no month that is told.
  struct Month {
    /// 1…12; 0 for events dated to the year or more coarsely.
    var number: Int
    /// Indices into the graph's events.
    var events: [Int]
  }

  var years: [Year] = []
  /// Indices into the graph's events.
  var undated: [Int] = []

  init(_ graph: EventGraph) {
    var places: [(month: Int, day: Int, event: Int)] = []
    for (index, event) in graph.events.enumerated() {
      guard let month = TimelineSections.month(of: event) else {
        undated.append(index)
        continue
      }
      let day = event.earliest ?? event.latest
      places.append((month, day?.dayNumber ?? 0, index))
    }
    places.sort { ($0.month, $0.day, $0.event) < ($1.month, $1.day, $1.event) }
    for place in places {
      let year = place.month.dividedDown(by: 13)
      let month = place.month - year * 13
      if years.last?.number != year { years.append(Year(number: year, months: [])) }
      let last = years.count - 1
      if years[last].months.last?.number != month {
        years[last].months.append(Month(number: month, events: []))
      }
      years[last].months[years[last].months.count - 1].events.append(place.event)
    }
  }

  /// The year under which an event stands; nil for undated events.
  static func year(of event: Event) -> Int? { month(of: event)?.dividedDown(by: 13) }

  /// Thirteen to a year, the first for events whose month is not told; nil for undated events.
  private static func month(of event: Event) -> Int? {
    guard let date = event.date, let told = date.start ?? date.end else { return nil }
    switch told.precision {
    case .century, .decade, .year: return told.year * 13
    case .season, .month, .day, .minute:
      let day = date.start == nil ? told.latest : told.earliest
      return day.year * 13 + day.month
    }
  }
}

extension TimelineSections.Month {
  /// The month's fragment, such as `m2019-08`, or `m2019` where no month is told.
  func id(year: Int) -> String {
    let name = TimelineSections.yearName(year)
    return number == 0 ? "m" + name : "m" + name + (number < 10 ? "-0" : "-") + String(number)
  }
}

extension TimelineSections {
  /// Four digits or more, with a sign before years below zero, as in EDTF.
  static func yearName(_ year: Int) -> String { EDTFDate(year: year).description }
}

extension Int {
  /// The quotient rounded towards the smaller number.
  func dividedDown(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
