/// The lines between two `---` at the head of a text, `name: value` each.
struct FrontMatter {
  var source: String?
  var published: String?
  var title: String?
  var url: String?
  var language: String?
  var id: String?
  /// Where the text begins, in bytes.
  var end: Int
  /// Lines that are no `name: value`, from 1.
  var unreadableLines: [Int] = []

  /// Whether a text begins as front matter does, with a fence and a field, and no second fence follows.
  static func isUnended(_ text: String) -> Bool {
    guard text.hasPrefix("---\n") else { return false }
    let lines = text.utf8.dropFirst(4).prefix(most).split(separator: 10)
    return lines.first?.contains(UInt8(ascii: ":")) == true && !lines.contains(where: isFence)
  }

  /// It stands within so many bytes.
  private static let most = 64 << 10

  private static func isFence(_ line: some Sequence<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy(isSpace)
  }

  /// Nil where the text does not begin with front matter, or where that has no end.
  init?(_ text: String, fields: FieldMap) {
    let bytes = Array(text.utf8.prefix(FrontMatter.most))
    var lines: [(start: Int, end: Int)] = []
    var start = 0
    var close: Int?
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      let line = bytes[start..<end]
      let isFence = FrontMatter.isFence(line)
      if lines.isEmpty, !isFence { return nil }
      if !lines.isEmpty, isFence {
        close = end
        break
      }
      lines.append((start, end))
      start = end + 1
    }
    guard let close else { return nil }
    end = min(close + 1, text.utf8.count)
    var ranks = FieldValues<Int>()
    for (index, line) in lines.enumerated().dropFirst() {
      let words = bytes[line.start..<line.end]
      if words.allSatisfy(isSpace) || words.first == UInt8(ascii: "#") { continue }
      guard let colon = words.firstIndex(of: UInt8(ascii: ":")) else {
        unreadableLines.append(index + 1)
        continue
      }
      let name = trimmed(String(decoding: words[..<colon], as: UTF8.self)).lowercased()
      let value = FrontMatter.unquoted(
        trimmed(String(decoding: words[(colon + 1)...], as: UTF8.self)))
      guard !value.isEmpty, let found = fields.fields(named: name) else { continue }
      for wish in found where wish.rank < ranks[wish.field] ?? .max {
        ranks[wish.field] = wish.rank
        switch wish.field {
        case .id: id = value
        case .source: source = value
        case .published: published = value
        case .title: title = value
        case .url: url = value
        case .language: language = value
        case .text, .file: break
        }
      }
    }
    // A rule of Markdown looks the same, but nothing is named under it.
    if !unreadableLines.isEmpty, ranks.isEmpty { return nil }
  }

  private static func unquoted(_ value: String) -> String {
    guard value.utf8.count >= 2, let first = value.utf8.first, first == 0x22 || first == 0x27,
      value.utf8.last == first
    else { return value }
    return String(value.dropFirst().dropLast())
  }
}
