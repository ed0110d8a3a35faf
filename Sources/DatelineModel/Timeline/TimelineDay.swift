public import EDTF

/// One calendar day of a timeline: what `timeline --format json` prints a line for.
public struct TimelineDay: Hashable, Sendable {
  public var date: CalendarDate
  /// Whole sentences, verbatim.
  public var text: [String]
  /// Event ids.
  public var events: [String]
  /// Names, sorted.
  public var sources: [String]

  public init(date: CalendarDate, text: [String], events: [String], sources: [String]) {
    self.date = date
    self.text = text
    self.events = events
    self.sources = sources
  }
}
