/// What is wrong with a template, and where.
///
/// Its description has the form that editors and build logs make clickable:
/// ```
/// page.mustache:3:5: error: “{{#events}}” is not closed: add “{{/events}}”
///     {{#events}}
///     ^
/// ```
public struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The template's file.
  public var file: String
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  public var message: String
  /// The line of the template.
  public var text: String

  init(file: String, source: [UInt8], offset: Int, _ message: String) {
    let place = min(max(offset, 0), source.count)
    let before = source[..<place]
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = source[place...].firstIndex(of: 10) ?? source.count
    self.file = file
    self.line = before.count { $0 == 10 } + 1
    self.column = String(decoding: source[start..<place], as: UTF8.self).unicodeScalars.count + 1
    self.message = message
    self.text = String(decoding: source[start..<max(start, end)], as: UTF8.self)
  }

  public var description: String {
    // Tabs stay tabs, so that the caret stands below its place however wide they are shown.
    let margin = text.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    return "\(file):\(line):\(column): error: \(message)\n\(text)\n\(margin)^"
  }
}
