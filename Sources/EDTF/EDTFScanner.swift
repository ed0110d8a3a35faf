/// Reads the EDTF profile from ASCII bytes, one date at a time.
struct EDTFScanner {
  private var bytes: [UInt8]
  private var position = 0

  init(_ utf8: some Sequence<UInt8>) { bytes = Array(utf8) }

  var isAtEnd: Bool { position == bytes.count }

  mutating func date() -> EDTFDate? {
    guard let date = unqualifiedDate() else { return nil }
    guard position < bytes.count,
      let qualifier = EDTFDate.Qualifier(rawValue: Character(Unicode.Scalar(bytes[position])))
    else { return date }
    position += 1
    return date.qualified(qualifier)
  }

  private mutating func unqualifiedDate() -> EDTFDate? {
    let sign = take(UInt8(ascii: "-")) ? -1 : 1
    let start = position
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    let digits = position - start
    guard digits <= 9 else { return nil }
    let value = sign * bytes[start..<position].reduce(0) { $0 * 10 + Int($1 - 48) }
    if digits == 3, take(UInt8(ascii: "X")) { return EDTFDate(decadeFrom: value * 10) }
    if digits == 2, take(UInt8(ascii: "X")), take(UInt8(ascii: "X")) {
      return EDTFDate(centuryFrom: value * 100)
    }
    guard digits == 4, !(sign < 0 && value == 0) else { return nil }
    guard take(UInt8(ascii: "-")) else { return EDTFDate(year: value) }
    guard let month = twoDigits() else { return nil }
    if (21...24).contains(month) { return EDTFDate(year: value, season: month) }
    guard take(UInt8(ascii: "-")) else { return EDTFDate(year: value, month: month) }
    guard let day = twoDigits(), let date = CalendarDate(year: value, month: month, day: day)
    else { return nil }
    guard take(UInt8(ascii: "T")) else { return EDTFDate(date) }
    guard let time = clockTime() else { return nil }
    return EDTFDate(date, time: time)
  }

  /// Seconds and their fraction are read and dropped: the profile goes to the minute.
  private mutating func clockTime() -> EDTFDate.ClockTime? {
    guard let hour = twoDigits(), take(UInt8(ascii: ":")), let minute = twoDigits(),
      hour < 24 || (hour == 24 && minute == 0), minute < 60
    else { return nil }
    if take(UInt8(ascii: ":")) {
      guard let second = twoDigits(), second <= 60 else { return nil }
      if take(UInt8(ascii: ".")) {
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
      }
    }
    if take(UInt8(ascii: "Z")) {
      return EDTFDate.ClockTime(hour: hour, minute: minute, offset: 0)
    }
    guard position < bytes.count, bytes[position] == 43 || bytes[position] == 45 else {
      return EDTFDate.ClockTime(hour: hour, minute: minute)
    }
    let sign = bytes[position] == 43 ? 1 : -1
    position += 1
    guard let hours = twoDigits(), hours <= 14 else { return nil }
    _ = take(UInt8(ascii: ":"))
    guard let minutes = twoDigits(), minutes < 60 else { return nil }
    return EDTFDate.ClockTime(hour: hour, minute: minute, offset: sign * (hours * 60 + minutes))
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func twoDigits() -> Int? {
    guard position + 2 <= bytes.count, isDigit(bytes[position]), isDigit(bytes[position + 1])
    else { return nil }
    defer { position += 2 }
    return Int(bytes[position] - 48) * 10 + Int(bytes[position + 1] - 48)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
