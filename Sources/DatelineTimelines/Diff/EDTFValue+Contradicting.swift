import EDTF

extension EDTFValue {
  /// Whether it leaves no room for another date: no day belongs to both; or they tell other hours of one
  /// day, or other beginnings of what goes on, "since 2012" and "since 2013".
  func contradicts(_ other: EDTFValue) -> Bool {
    if !overlaps(other) { return true }
    switch (self, other) {
    case (.date(let a), .date(let b)):
      return a.minutesApart(from: b).map { $0 > EDTFValue.anHourOrTwo } ?? false
    case (.interval(.date(let a), .open), .interval(.date(let b), .open)):
      return a.qualifier == nil && b.qualifier == nil
        && !EDTFValue.date(a).overlaps(.date(b))
    default: return false
    }
  }

  /// Minutes within which reports round an hour, or take the news of a deed for the deed.
  private static let anHourOrTwo = 120
}

extension EDTFDate {
  /// Minutes between two clock times; nil where one tells none, or not for sure, and where the zone of only
  /// one is known, which may be what they differ by.
  fileprivate func minutesApart(from other: EDTFDate) -> Int? {
    guard qualifier == nil, other.qualifier == nil, let x = minutes, let y = other.minutes,
      (time?.offset == nil) == (other.time?.offset == nil)
    else { return nil }
    return abs(x - y)
  }

  /// Since 1970, of Greenwich where the zone is known.
  private var minutes: Int? {
    guard let time, let day = calendarDate?.dayNumber else { return nil }
    return (day * 24 + time.hour) * 60 + time.minute - (time.offset ?? 0)
  }
}
