/// What happened, day by day: one entry a calendar day, oldest first.
public struct Timeline: Hashable, Sendable {
  public var days: [TimelineDay]

  public init(days: [TimelineDay] = []) { self.days = days }
}
