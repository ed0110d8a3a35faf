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

  private static let marks = LanguageTables.rows(LanguageTables.text("comment-marks.tsv"))
    .map { Array($0[0].utf8) }

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

  private static func start(of mark: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var first: Int?
    var count = 0
    var position = 0
    while count < least, position + mark.count <= bytes.count,
      let hit = memchr(base + position, Int32(mark[0]), bytes.count - mark.count - position + 1)
    {
      let place = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(hit))
      position = place + 1
      guard memcmp(hit, mark, mark.count) == 0 else { continue }
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
