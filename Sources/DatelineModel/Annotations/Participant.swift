/// An actor's part in an event, with the words that the text has for it.
public struct Participant: Hashable, Sendable {
  /// PLOVER's roles.
  public enum Role: String, Hashable, Sendable {
    case actor = "ACTOR"
    case recipient = "RECIP"
    case location = "LOC"
  }

  /// A ``LocalActor/id`` in an article, an ``Actor/id`` in a graph.
  public var actor: String
  /// The canonical name.
  public var name: String
  /// The printed form.
  public var printed: String
  public var role: Role
  /// Where this actor's part is less firm than the event.
  public var status: EventStatus?

  public init(
    actor: String, name: String, printed: String, role: Role, status: EventStatus? = nil
  ) {
    self.actor = actor
    self.name = name
    self.printed = printed
    self.role = role
    self.status = status
  }
}
