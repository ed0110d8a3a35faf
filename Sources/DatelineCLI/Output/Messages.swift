#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What goes to standard error.
struct Messages: Sendable {
  /// Whether warnings are left out; errors never are.
  let isQuiet: Bool

  func warn(_ text: String) {
    if !isQuiet { Messages.error("dateline: \(text)") }
  }

  /// Writes a line; what cannot be told cannot be told.
  static func error(_ text: String) {
    var line = text + "\n"
    Progress.aside {
      line.withUTF8 { _ = writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
    }
  }
}
