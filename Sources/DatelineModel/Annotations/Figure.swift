/// A number that a report gives for an event: a toll, a sum, a vote.
public struct Figure: Hashable, Sendable {
  public enum Subject: String, Hashable, Sendable {
    case killed, wounded, missing, displaced, detained, troops, money, votes, participants, other
  }
  public enum Bound: String, Hashable, Sendable {
    case atLeast, atMost, about
  }

  public var subject: Subject
  /// Which of those counted, such as "children", where another figure counts them all; what they are,
  /// such as "buses", where nothing else says so (``Subject/other``).
  public var of: String?
  public var value: Double
  /// The upper end of a range.
  public var max: Double?
  public var bound: Bound?
  /// As printed, such as "at least 43 people".
  public var text: String
  /// Who counts.
  public var by: String?

  public init(
    subject: Subject, of: String? = nil, value: Double, max: Double? = nil, bound: Bound? = nil,
    text: String, by: String? = nil
  ) {
    self.subject = subject
    self.of = of
    self.value = value
    self.max = max
    self.bound = bound
    self.text = text
    self.by = by
  }
}
