public import EDTF

/// TimeML's document creation time: when the report was published, as its record states it.
public struct PublicationDate: Hashable, Sendable {
  /// What stated the date.
  public enum Origin: String, Sendable {
    case record, metadata, url, time, filename, option, guess
  }

  /// As stated: an EDTF date or an RFC 3339 time with its own offset.
  public let text: String
  /// The same at the precision of the profile; its day is the one written.
  public let date: EDTFDate
  public let from: Origin

  /// Nil where `text` is neither an EDTF date nor an RFC 3339 time.
  ///
  /// ```swift
  /// PublicationDate("2019-08-01T23:30:00+06:00", from: .record)!.date.calendarDate  // 2019-08-01
  /// ```
  public init?(_ text: String, from origin: Origin) {
    guard let date = EDTFDate(text) else { return nil }
    self.text = text
    self.date = date
    self.from = origin
  }

  /// The day, where the date is told to the day.
  public var day: CalendarDate? { date.calendarDate }
}

/// A publication date that the text suggests and no record states.
public struct PublicationGuess: Hashable, Sendable {
  public let date: EDTFDate
  /// 0…1.
  public let confidence: Double
  /// The words that suggest it.
  public let quote: String

  public init(date: EDTFDate, confidence: Double, quote: String) {
    self.date = date
    self.confidence = confidence
    self.quote = quote
  }
}
