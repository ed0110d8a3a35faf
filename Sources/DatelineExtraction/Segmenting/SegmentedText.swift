public import DatelineModel

/// A title or text cut into tokens and sentences; every later step reads this and no one changes it.
public struct SegmentedText: Sendable {
  /// UTF-8 of the text, which spans count in.
  public let bytes: [UInt8]
  public let tokens: [Token]
  public let sentences: [SegmentedSentence]
  public let isTitle: Bool

  public init(_ text: String, isTitle: Bool = false, using abbreviations: AbbreviationTable) {
    bytes = Array(text.utf8)
    self.isTitle = isTitle
    tokens = Tokenizer.tokens(of: bytes)
    sentences = SentenceSplitter(bytes: bytes, tokens: tokens, abbreviations: abbreviations)
      .sentences()
  }

  /// The text cut otherwise.
  init(bytes: [UInt8], tokens: [Token], sentences: [SegmentedSentence], isTitle: Bool) {
    self.bytes = bytes
    self.tokens = tokens
    self.sentences = sentences
    self.isTitle = isTitle
  }

  /// The bytes of a token as text. For messages and rare paths: it allocates.
  public func string(_ token: Token) -> String {
    string(TextSpan(Int(token.start), Int(token.end)))
  }

  public func string(_ span: TextSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The span from the first to the last token of a range, which is not empty.
  public func span(of range: Range<Int>) -> TextSpan {
    TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }
}

/// A sentence as a range of tokens.
public struct SegmentedSentence: Hashable, Sendable {
  public var tokens: Range<Int>
  public var span: TextSpan
  public var paragraph: Int
}
