/// A half-open range of UTF-8 bytes in an article's text or title.
///
/// Bytes inside, Unicode scalars outside: the JSON writers convert with ``ScalarOffsets``.
@frozen
public struct TextSpan: Hashable, Sendable {
  public var start: Int
  /// Exclusive.
  public var end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { end <= start }

  @inlinable
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  @inlinable
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
}

extension TextSpan: Comparable {
  /// By start, then by end.
  @inlinable
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

extension String {
  /// The text of a span that lies on scalar boundaries.
  public subscript(span: TextSpan) -> Substring {
    let utf8 = self.utf8
    return self[
      utf8.index(
        utf8.startIndex, offsetBy: span.start)..<utf8.index(
          utf8.startIndex, offsetBy: span.end)]
  }
}
