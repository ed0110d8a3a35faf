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

  /// `file:line:column: message`, the line, and a caret below the place; of a long line what stands
  /// around the place.
  public var description: String {
    let place = max(0, column - 1)
    let skipped = place < LineError.shownLength ? 0 : place - LineError.shownLength / 2
    let rest = text.unicodeScalars.dropFirst(skipped)
    let shown = Substring(rest.prefix(LineError.shownLength)).unicodeScalars
    let mark = skipped == 0 ? "" : "…"
    let end = shown.endIndex == rest.endIndex ? "" : "…"
    let margin = shown.prefix(place - skipped).map { $0 == "\t" ? "\t" : " " }.joined()
    return "\(file):\(line):\(column): \(message)\n\(mark)\(Substring(shown))\(end)\n"
      + (mark.isEmpty ? "" : " ") + margin + "^"
  }

  /// Unicode scalars of the line that are shown.
  private static let shownLength = 160
}
