/// A stretch of text that describes an actor and does not name it: "the rebels", "regime forces".
public struct DescribedMention: Hashable, Sendable {
  /// The whole phrase, without its article.
  public var span: TextSpan
  public var inTitle: Bool
  /// A ``LocalActor/id``.
  public var actor: String
  /// Armed, and of no state: "rebels", "terrorists", "militants". Which of these a source says is
  /// its own choice of words.
  public var isIrregular: Bool

  public init(span: TextSpan, inTitle: Bool = false, actor: String, isIrregular: Bool = false) {
    self.span = span
    self.inTitle = inTitle
    self.actor = actor
    self.isIrregular = isIrregular
  }
}
