/// A named mention of a person, organisation or location, as the standard corpora mark them.
public struct EntityMention: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case person = "Person"
    case organization = "Organization"
    case location = "Location"
  }

  public var span: TextSpan
  public var inTitle: Bool
  public var kind: Kind
  /// The ``LocalActor/id`` that the mention names.
  public var actor: String
  /// The rule, table or model that decided, for `explain`.
  public var rule: String

  public init(
    span: TextSpan, inTitle: Bool = false, kind: Kind, actor: String, rule: String = ""
  ) {
    self.span = span
    self.inTitle = inTitle
    self.kind = kind
    self.actor = actor
    self.rule = rule
  }
}
