internal import EDTF

/// A calendar date, with a clock time or without, in one of the spellings of pages and feeds.
///
/// ```swift
/// WrittenDate("Thu, 01 Aug 2019 10:22:33 +0600")?.text  // "2019-08-01T10:22:33+06:00"
/// WrittenDate("August 1, 2019")?.text                   // "2019-08-01"
/// WrittenDate("01/08/2019")?.text                       // nil: 1 August or 8 January
/// ```
struct WrittenDate: Hashable {
  var year: Int
  var month: Int
  /// Nil where only the month is told.
  var day: Int?
  /// `hh:mm` or `hh:mm:ss`.
  var clock: String?
  /// `Z` or `+hh:mm`.
  var zone: String?

  /// As EDTF or RFC 3339.
  var text: String {
    guard let day else { return four(year) + "-" + two(month) }
    let date = four(year) + "-" + two(month) + "-" + two(day)
    guard let clock else { return date }
    // RFC 3339 wants seconds with a zone; without one the text is EDTF, which may do without.
    guard let zone else { return date + "T" + clock }
    return date + "T" + clock + (clock.utf8.count == 5 ? ":00" : "") + zone
  }

  /// What stands around a date that is nothing but a date.
  enum Surroundings {
    /// Nothing: the whole text is the date.
    case none
    /// Other words: a line of a page such as `Published by A. B. on 1 August 2019`.
    case words
  }

  /// Nil where the text holds no date, holds two, or one that may be read in two ways.
  init?(_ text: some StringProtocol, within surroundings: Surroundings = .none) {
    var parts = Parts()
    guard parts.gather(Array(text.utf8), surroundings), let date = parts.date else { return nil }
    self = date
  }

  fileprivate init?(
    year: Int, month: Int, day: Int?, clock: String? = nil, zone: String? = nil
  ) {
    guard (1000...2999).contains(year), (1...12).contains(month) else { return nil }
    if let day, CalendarDate(year: year, month: month, day: day) == nil { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.clock = day == nil ? nil : clock
    self.zone = day == nil || clock == nil ? nil : zone
  }
}

extension WrittenDate {
  /// A count of seconds since 1970, or of milliseconds, as crawlers keep times.
  init?(epoch seconds: Double) {
    // Beyond any time, and beyond what an Int holds.
    guard abs(seconds) < 1e15 else { return nil }
    var whole = Int(seconds.rounded(.down))
    if abs(whole) >= 100_000_000_000 { whole /= 1000 }
    // Below the year 1990 the number is rather something else.
    guard (631_152_000..<7_258_118_400).contains(whole) else { return nil }
    let day = CalendarDate(dayNumber: whole / 86_400)
    let left = whole % 86_400
    self.init(
      year: day.year, month: day.month, day: day.day,
      clock: two(left / 3600) + ":" + two(left / 60 % 60) + ":" + two(left % 60), zone: "Z")
  }

  /// The parts of a date in the order in which they stand.
  private struct Parts {
    struct Number {
      var value: Int
      var digits: Int
      /// The byte before and after it.
      var before: UInt8
      var after: UInt8
      /// Whether the month's name stands before it.
      var isAfterMonth: Bool
    }

    var numbers: [Number] = []
    var months: [Int] = []
    var clock: (hour: Int, minute: Int, second: Int?)?
    var isAfternoon: Bool?
    var zone: String?

    /// False where something stands there that no date has.
    mutating func gather(_ bytes: [UInt8], _ surroundings: Surroundings) -> Bool {
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if isDigit(byte) {
          guard number(bytes, &index, surroundings) else { return false }
        } else if isLetter(byte) {
          guard word(bytes, &index, surroundings) else { return false }
        } else if clock != nil, zone == nil, byte == 0x2B || byte == 0x2D, offset(bytes, &index) {
          continue
        } else {
          index += 1
        }
      }
      return true
    }

    private mutating func number(
      _ bytes: [UInt8], _ index: inout Int, _ surroundings: Surroundings
    ) -> Bool {
      let start = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      let digits = index - start
      guard digits <= 14 else { return surroundings == .words }
      let value = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 48) }
      let after = index < bytes.count ? bytes[index] : 0
      let before = start > 0 ? bytes[start - 1] : 0
      if digits == 8 || digits == 14, numbers.isEmpty, months.isEmpty,
        (1000...2999).contains(value / (digits == 8 ? 10_000 : 10_000_000_000))
      {
        packed(value, digits, bytes, &index)
        return true
      }
      let isClock =
        digits <= 2 && clock == nil
        && (after == 0x3A || (after | 0x20 == 0x68 && isDigit(byte(bytes, index + 1))))
      if isClock, isDigit(byte(bytes, index + 1)) {
        return time(value, bytes, &index)
      }
      if digits <= 2, clock == nil, let half = meridiem(bytes, &index) {
        clock = (value, 0, nil)
        isAfternoon = half
        return value <= 12
      }
      numbers.append(
        Number(
          value: value, digits: digits, before: before, after: after,
          isAfterMonth: !months.isEmpty))
      return numbers.count <= (surroundings == .none ? 3 : 12)
    }

    /// `20190801`, `20190801102233`, `20190801T102233Z`.
    private mutating func packed(
      _ value: Int, _ digits: Int, _ bytes: [UInt8], _ index: inout Int
    ) {
      let day = digits == 8 ? value : value / 1_000_000
      for (part, width) in [(day / 10_000, 4), (day / 100 % 100, 2), (day % 100, 2)] {
        numbers.append(
          Number(value: part, digits: width, before: 0, after: 0x2D, isAfterMonth: false))
      }
      var time = digits == 14 ? value % 1_000_000 : nil
      if digits == 8, byte(bytes, index) == UInt8(ascii: "T") {
        var end = index + 1
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        if end == index + 7 || end == index + 5 {
          let read = bytes[(index + 1)..<end].reduce(0) { $0 * 10 + Int($1 - 48) }
          time = end == index + 7 ? read : read * 100
          index = end
        }
      }
      if let time { clock = (time / 10_000, time / 100 % 100, time % 100) }
    }

    private mutating func time(_ hour: Int, _ bytes: [UInt8], _ index: inout Int) -> Bool {
      index += 1
      var minute = 0
      var digits = 0
      while digits < 2, isDigit(byte(bytes, index)) {
        minute = minute * 10 + Int(bytes[index] - 48)
        index += 1
        digits += 1
      }
      var second: Int?
      if byte(bytes, index) == 0x3A, isDigit(byte(bytes, index + 1)),
        isDigit(byte(bytes, index + 2))
      {
        second = Int(bytes[index + 1] - 48) * 10 + Int(bytes[index + 2] - 48)
        index += 3
        if byte(bytes, index) == 0x2E || byte(bytes, index) == 0x2C,
          isDigit(byte(bytes, index + 1))
        {
          index += 1
          while isDigit(byte(bytes, index)) { index += 1 }
        }
      }
      clock = (hour, minute, second)
      if let half = meridiem(bytes, &index) { isAfternoon = half }
      return digits == 2 && hour <= 24 && minute < 60 && (second ?? 0) <= 60
    }

    /// Passes over `am`, `pm`, `a.m.` or `p.m.`, after one space or none; true for the afternoon.
    private func meridiem(_ bytes: [UInt8], _ index: inout Int) -> Bool? {
      var place = index
      if byte(bytes, place) == 32 { place += 1 }
      let first = byte(bytes, place) | 0x20
      guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p") else { return nil }
      place += byte(bytes, place + 1) == 0x2E ? 2 : 1
      guard byte(bytes, place) | 0x20 == UInt8(ascii: "m"), !isLetter(byte(bytes, place + 1))
      else { return nil }
      index = place + 1
      return first == UInt8(ascii: "p")
    }

    /// `+0600`, `+06:00`, `+06`.
    private mutating func offset(_ bytes: [UInt8], _ index: inout Int) -> Bool {
      guard isDigit(byte(bytes, index + 1)), isDigit(byte(bytes, index + 2)) else { return false }
      let hours = Int(bytes[index + 1] - 48) * 10 + Int(bytes[index + 2] - 48)
      var end = index + 3
      var minutes = 0
      let start = byte(bytes, end) == 0x3A ? end + 1 : end
      if isDigit(byte(bytes, start)), isDigit(byte(bytes, start + 1)) {
        minutes = Int(bytes[start] - 48) * 10 + Int(bytes[start + 1] - 48)
        end = start + 2
      }
      guard hours <= 14, minutes < 60, !isDigit(byte(bytes, end)) else { return false }
      let sign = bytes[index] == 0x2B ? "+" : "-"
      zone = sign + two(hours) + ":" + two(minutes)
      index = end
      return true
    }

    private mutating func word(
      _ bytes: [UInt8], _ index: inout Int, _ surroundings: Surroundings
    ) -> Bool {
      let start = index
      while index < bytes.count, isLetter(bytes[index]) { index += 1 }
      let word = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
      if let month = MonthNames.month(of: word) {
        // A first word that is a weekday in one language and a month in another stays a weekday.
        months.append(month)
        return true
      }
      if word == "t" || word == "z" || clock != nil, zone == nil,
        let found = WrittenDate.zones[word]
      {
        if clock != nil { zone = found }
        return true
      }
      return surroundings == .words || WrittenDate.fillers.contains(word)
    }

    private func byte(_ bytes: [UInt8], _ index: Int) -> UInt8 {
      index < bytes.count ? bytes[index] : 0
    }

    var date: WrittenDate? {
      guard let (year, month, day) = calendarParts else { return nil }
      var hour = clock?.hour
      if let isAfternoon, let value = hour {
        guard (1...12).contains(value) else { return nil }
        hour = value % 12 + (isAfternoon ? 12 : 0)
      }
      let time = hour.map { hour in
        two(hour) + ":" + two(clock!.minute) + (clock!.second.map { ":" + two($0) } ?? "")
      }
      return WrittenDate(year: year, month: month, day: day, clock: time, zone: zone)
    }

    private var calendarParts: (Int, Int, Int?)? {
      if let month = months.first {
        guard months.allSatisfy({ $0 == month }) else { return nil }
        return namedMonth(month)
      }
      // Three numbers joined by the same sign.
      guard numbers.count >= 3 else { return nil }
      var found: (Int, Int, Int?)?
      for start in 0...(numbers.count - 3) {
        let (a, b, c) = (numbers[start], numbers[start + 1], numbers[start + 2])
        guard a.after == b.after || (a.after == 0x2D && b.after == 0x2D),
          [0x2D, 0x2E, 0x2F].contains(a.after) || a.after == 0xE5
        else { continue }
        guard let parts = numeric(a, b, c) else { continue }
        if let found, found != parts { return nil }
        found = parts
      }
      return found
    }

    private func numeric(_ a: Number, _ b: Number, _ c: Number) -> (Int, Int, Int?)? {
      if a.digits == 4, b.digits <= 2, c.digits <= 2 { return (a.value, b.value, c.value) }
      guard c.digits == 4, a.digits <= 2, b.digits <= 2 else { return nil }
      // With dots the day goes first wherever that is written; else only sense can tell.
      if a.after == 0x2E || a.value > 12 || a.value == b.value {
        return (c.value, b.value, a.value)
      }
      return b.value > 12 ? (c.value, a.value, b.value) : nil
    }

    private func namedMonth(_ month: Int) -> (Int, Int, Int?)? {
      let years = numbers.filter { $0.digits == 4 && (1000...2999).contains($0.value) }
      let days = numbers.filter { $0.digits <= 2 && (1...31).contains($0.value) }
      if let year = years.first {
        guard years.allSatisfy({ $0.value == year.value }) else { return nil }
        let day = days.count <= 1 ? days.first : nearest(days)
        return (year.value, month, day?.value)
      }
      // RFC 822: `01 Aug 19`.
      guard numbers.count == 2, days.count >= 1, numbers[1].digits == 2, !numbers[0].isAfterMonth,
        numbers[1].isAfterMonth
      else { return nil }
      return (numbers[1].value + (numbers[1].value < 70 ? 2000 : 1900), month, numbers[0].value)
    }

    /// The day next to the month's name: the last before it, else the first after it.
    private func nearest(_ days: [Number]) -> Number? {
      days.last { !$0.isAfterMonth } ?? days.first
    }
  }

  /// Words that may stand in a date and say nothing.
  private static let fillers: Set<String> = [
    "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "st", "nd", "rd", "th",
    "at", "on", "of", "the", "t", "um", "uhr", "den", "der", "am", "le", "à", "el", "de", "del",
    "a", "las", "il", "di", "alle", "ore", "г", "года", "в", "roku", "godz",
  ]

  /// RFC 822's zones; other letters name no offset that all agree on.
  private static let zones: [String: String] = [
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "msk": "+03:00",
  ]
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

/// ASCII letters and whatever is no ASCII.
private func isLetter(_ byte: UInt8) -> Bool {
  (97...122).contains(byte | 0x20) && byte < 0x80 || byte >= 0x80
}

func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

func four(_ value: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
