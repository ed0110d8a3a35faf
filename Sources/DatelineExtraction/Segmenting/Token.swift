/// A word, number or punctuation mark as a span over UTF-8 bytes.
@frozen
public struct Token: Hashable, Sendable {
  @frozen
  public enum Kind: UInt8, Sendable {
    /// Letters, with inner apostrophes and hyphens' halves apart: `al`, `-`, `Ja'afari`.
    case word
    /// ASCII digits only; `2,000` is number, punctuation, number.
    case number
    /// Digits and letters run together: `1st`, `20s`, `9am`, `G7`.
    case mixed
    /// One mark.
    case punctuation
  }

  @frozen
  public struct Shape: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The first letter is upper case.
    public static let capitalised = Shape(rawValue: 1)
    /// Every letter is upper case, two or more.
    public static let allCapitals = Shape(rawValue: 2)
    /// White space stands before the token, or it is the first.
    public static let spaceBefore = Shape(rawValue: 4)
    /// A line end stands before the token, or it is the first.
    public static let lineBefore = Shape(rawValue: 8)
    /// Holds a byte beyond ASCII.
    public static let nonASCII = Shape(rawValue: 16)
  }

  public var start: Int32
  public var end: Int32
  /// FNV-1a over the bytes, ASCII letters in lower case; see ``Token/hash(of:)``.
  public var hash: UInt32
  public var kind: Kind
  public var shape: Shape

  @inlinable
  public init(start: Int32, end: Int32, hash: UInt32, kind: Kind, shape: Shape) {
    self.start = start
    self.end = end
    self.hash = hash
    self.kind = kind
    self.shape = shape
  }

  /// The hash of a token with these bytes, for tables that are looked up by token.
  public static func hash(of text: some StringProtocol) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 {
      let lower = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
      hash = (hash ^ UInt32(lower)) &* 16_777_619
    }
    return hash
  }
}
