/// A line that cannot be read: of a table of a language pack, or of a reader's own file.
///
/// ```swift
/// LineError(file: "actors.tsv", line: 2, column: 1, message: "no such kind", text: "x")
/// // actors.tsv:2:1: no such kind
/// // x
/// // ^
/// ```
public struct LineError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// Both counted from 1; columns are Unicode scalars.
  public var line: Int
  public var column: Int
  public var message: String
  /// The line as it stands.
  public var text: String

  public init(file: String, line: Int, column: Int, message: String, text: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.text = text
  }

  /// `file:line:column: message`, the line, and a caret below the place.
  public var description: String {
    let caret = text.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    return "\(file):\(line):\(column): \(message)\n\(text)\n\(caret)^"
  }
}
