import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What goes to standard error.
///
/// Messages quote files, ids and the user's own words, any of which may be hostile: whatever is
/// told here is made safe for a terminal and short, so that nobody who tells has to think of it.
struct Messages: Sendable {
  /// Whether warnings are left out; errors never are.
  let isQuiet: Bool

  func warn(_ text: String) {
    if !isQuiet { Messages.tell(text) }
  }

  /// Writes a message of one line, whatever line ends it quotes.
  static func tell(_ text: String) { error("dateline: " + terminalSafe(text)) }

  /// Writes a message of one line or several; what cannot be told cannot be told.
  static func error(_ text: String) {
    var lines = terminalSafeLines(shortenedLines(text)) + "\n"
    Progress.aside {
      lines.withUTF8 { _ = writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
    }
  }

  private static func shortenedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { MessageLine($0).text }
      .joined(separator: "\n")
  }
}
