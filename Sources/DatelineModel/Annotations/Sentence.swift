/// A sentence, headline or line of an article: the smallest stretch that is quoted whole.
public struct Sentence: Hashable, Sendable {
  public var span: TextSpan
  /// Whether the span counts in the title and not in the text.
  public var inTitle: Bool
  /// Counts from 0 in the text; a new paragraph begins after a line end.
  public var paragraph: Int

  public init(span: TextSpan, inTitle: Bool, paragraph: Int) {
    self.span = span
    self.inTitle = inTitle
    self.paragraph = paragraph
  }
}
