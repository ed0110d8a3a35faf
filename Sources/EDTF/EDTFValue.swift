/// A date or an interval of the EDTF profile.
///
/// ```swift
/// EDTFValue("2019-08-01/2019-08-01")!.description  // "2019-08-01": an interval of one day is that day
/// EDTFValue("2011-03/..")!.latest                  // nil: told to go on
/// ```
public enum EDTFValue: Hashable, Sendable {
  case date(EDTFDate)
  case interval(Bound, Bound)

  /// One end of an interval.
  public enum Bound: Hashable, Sendable {
    case date(EDTFDate)
    /// `..`: told to go on, or to reach back without a start.
    case open
    /// Empty: nothing tells when it began or whether it ended.
    case unknown

    public var date: EDTFDate? {
      if case .date(let date) = self { date } else { nil }
    }
  }

  /// The interval between two bounds, or the date itself where both are the same date.
  /// Nil where the end lies before the start, or where neither end is known.
  public init?(from start: Bound, to end: Bound) {
    switch (start, end) {
    case (.date(let a), .date(let b)):
      if a == b {
        self = .date(a)
      } else {
        guard a.earliest <= b.latest else { return nil }
        self = .interval(start, end)
      }
    case (.date, _), (_, .date): self = .interval(start, end)
    default: return nil
    }
  }

  public init(_ date: CalendarDate) { self = .date(EDTFDate(date)) }

  /// First day that it may mean; nil where the start is open or unknown.
  public var earliest: CalendarDate? {
    switch self {
    case .date(let date): date.earliest
    case .interval(let start, _): start.date?.earliest
    }
  }

  /// Last day that it may mean, inclusive; nil where the end is open or unknown.
  public var latest: CalendarDate? {
    switch self {
    case .date(let date): date.latest
    case .interval(_, let end): end.date?.latest
    }
  }

  public var start: EDTFDate? {
    switch self {
    case .date(let date): date
    case .interval(let start, _): start.date
    }
  }

  public var end: EDTFDate? {
    switch self {
    case .date(let date): date
    case .interval(_, let end): end.date
    }
  }

  /// The one day that it names, where it is a date told to the day.
  public var day: CalendarDate? {
    if case .date(let date) = self { date.calendarDate } else { nil }
  }

  /// Told to go on after its start: `A/..`.
  public var isOpenEnded: Bool {
    if case .interval(_, .open) = self { true } else { false }
  }

  /// Whether some day belongs to both, open and unknown ends reaching for ever.
  public func overlaps(_ other: EDTFValue) -> Bool {
    let startsInTime =
      if let a = earliest, let b = other.latest { a <= b } else { true }
    let endsInTime =
      if let a = latest, let b = other.earliest { a >= b } else { true }
    return startsInTime && endsInTime
  }

  /// Whether every day of `other` belongs to this.
  public func contains(_ other: EDTFValue) -> Bool {
    let startsBefore: Bool =
      if let a = earliest { other.earliest.map { a <= $0 } ?? false } else { true }
    let endsAfter: Bool =
      if let a = latest { other.latest.map { a >= $0 } ?? false } else { true }
    return startsBefore && endsAfter
  }
}

extension EDTFValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .interval(let start, let end): start.description + "/" + end.description
    }
  }
}

extension EDTFValue.Bound: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }
}

extension EDTFValue {
  /// Reads a date or an interval; nil where the text is neither.
  public init?(_ text: some StringProtocol) {
    // Bytes at once: thousands of dates are read from a cache.
    self.init(utf8: Array(text.utf8))
  }

  private init?(utf8 bytes: [UInt8]) {
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      guard let date = EDTFDate(utf8: bytes[...]) else { return nil }
      self = .date(date)
      return
    }
    guard let start = EDTFValue.Bound(utf8: bytes[..<slash]),
      let end = EDTFValue.Bound(utf8: bytes[(slash + 1)...])
    else { return nil }
    self.init(from: start, to: end)
  }
}

extension EDTFValue.Bound {
  fileprivate init?(utf8 bytes: ArraySlice<UInt8>) {
    if bytes.isEmpty {
      self = .unknown
    } else if bytes.elementsEqual([0x2E, 0x2E]) {
      self = .open
    } else {
      guard let date = EDTFDate(utf8: bytes) else { return nil }
      self = .date(date)
    }
  }
}
