#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The comments of readers that a text ends in: what they say is no outlet's report.
///
/// They are told by what a page writes below each of them, where that stands three times or more.
/// The first comment's own words cannot be told from the report's.
///
/// ```swift
/// ReaderComments(in: page.text)?.start  // 5120
/// ```
public struct ReaderComments {
  /// The byte at which the line begins that the first mark stands in.
  public let start: Int

  /// Fewer marks are words of a report.
  private static let least = 3
  /// Shorter texts are not worth the look: three comments and a report are longer.
  private static let shortest = 2048
  /// Letters of a line before a mark that may belong to the comment.
  private static let reach = 300

  private struct Mark {
    let bytes: [UInt8]
    /// Where its rarest byte stands, a capital or a sign, by which it is looked for.
    let anchor: Int

    init(_ text: Substring) {
      bytes = Array(text.utf8)
      anchor = bytes.firstIndex { $0 != 32 && $0 < 97 || $0 == UInt8(ascii: "|") } ?? 0
    }
  }

  private static let marks = LanguageTables.rows(LanguageTables.text("comment-marks.tsv"))
    .map { Mark($0[0]) }

  /// Nil where none are found.
  public init?(in text: String) {
    guard text.utf8.count >= ReaderComments.shortest else { return nil }
    var text = text
    let found: Int? = text.withUTF8 { bytes in
      ReaderComments.marks.compactMap { ReaderComments.start(of: $0, in: bytes) }.min()
    }
    guard let found else { return nil }
    start = found
  }

  private static func start(of mark: Mark, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var first: Int?
    var count = 0
    var position = 0
    let length = mark.bytes.count
    while count < least, position + length <= bytes.count,
      let hit = memchr(
        base + position + mark.anchor, Int32(mark.bytes[mark.anchor]),
        bytes.count - length - position + 1)
    {
      let place = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit)) - mark.anchor
      position = place + 1
      guard memcmp(base + place, mark.bytes, length) == 0 else { continue }
      first = first ?? place
      count += 1
    }
    guard count == least, let first else { return nil }
    let earliest = max(0, first - reach)
    var line = first
    while line > earliest, bytes[line - 1] != 10 { line -= 1 }
    return line > earliest ? line : first
  }
}
