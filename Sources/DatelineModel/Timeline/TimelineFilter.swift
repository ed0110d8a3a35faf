public import EDTF

/// What a reader wants to see of a graph: all of what is stated must hold, any of a list suffices.
///
/// ```swift
/// let filter = TimelineFilter(since: CalendarDate(year: 2019, month: 8, day: 1), actors: ["Syria"])
/// graph.filtered(by: filter)
/// ```
public struct TimelineFilter: Hashable, Sendable {
  /// First day, inclusive; what overlaps is kept.
  public var since: CalendarDate?
  /// Last day, inclusive; what overlaps is kept.
  public var until: CalendarDate?
  /// Names of sources: only their reports are kept.
  public var sources: [String]
  /// Names, aliases or ids of actors that take part.
  public var actors: [String]
  public var types: [EventType]
  /// Words of the place's name.
  public var places: [String]

  public init(
    since: CalendarDate? = nil, until: CalendarDate? = nil, sources: [String] = [],
    actors: [String] = [], types: [EventType] = [], places: [String] = []
  ) {
    self.since = since
    self.until = until
    self.sources = sources
    self.actors = actors
    self.types = types
    self.places = places
  }

  /// Whether it keeps everything.
  public var isEmpty: Bool { self == TimelineFilter() }

  /// Whether a date overlaps the days asked for; an unknown date does where none are asked for.
  ///
  /// An end that nothing tells (`A/`) reaches no further than its start here.
  public func admits(_ date: EDTFValue?) -> Bool {
    if since == nil && until == nil { return true }
    guard let date else { return false }
    var latest = date.latest
    if latest == nil, !date.isOpenEnded { latest = date.start?.latest }
    if let since, let latest, latest < since { return false }
    if let until, let earliest = date.earliest ?? date.end?.earliest, earliest > until {
      return false
    }
    return true
  }
}
