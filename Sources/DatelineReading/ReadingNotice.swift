/// Something that a user should know about an input: where, what and what to do.
///
/// Messages may quote the input: a terminal must not get them raw.
///
/// ```swift
/// print(ReadingNotice(.error, "a.jsonl", line: 3, "“text” is missing", "give each line a text"))
/// // a.jsonl:3: “text” is missing; give each line a text
/// ```
public struct ReadingNotice: Hashable, Sendable, CustomStringConvertible {
  public enum Severity: String, Sendable {
    /// The article was read, but less is known about it than could be.
    case warning
    /// Something could not be read.
    case error
  }

  public let severity: Severity
  /// The file as the user named it, `-` for standard input.
  public let path: String
  /// From 1; nil where the notice is about the whole file.
  public let line: Int?
  public let message: String
  /// What to do about it.
  public let remedy: String

  public init(
    _ severity: Severity, _ path: String, line: Int? = nil, _ message: String, _ remedy: String
  ) {
    self.severity = severity
    self.path = path
    self.line = line
    self.message = message
    self.remedy = remedy
  }

  /// `path:line: message; remedy`, in one line.
  public var description: String {
    (path == "-" ? "standard input" : path) + (line.map { ":\($0)" } ?? "")
      + ": \(message); \(remedy)"
  }
}
