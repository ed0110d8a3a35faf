/// A line of a reader's own file that cannot be read.
public struct LineError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  /// Both counted from 1; columns are Unicode scalars.
  public var line: Int
  public var column: Int
  public var message: String
  /// The line as it stands.
  public var text: String

  /// `file:line:column: message`, the line, and a caret below the place.
  public var description: String {
    var caret = ""
    for scalar in text.unicodeScalars.prefix(column - 1) { caret += scalar == "\t" ? "\t" : " " }
    return "\(file):\(line):\(column): \(message)\n\(text)\n\(caret)^"
  }
}
