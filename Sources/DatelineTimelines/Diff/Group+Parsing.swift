public import DatelineModel

extension TimelineDiff.Options.Group {
  /// The groups of a file: one a line, `NAME=SOURCE,SOURCE`, comments after `#`.
  ///
  /// ```swift
  /// try TimelineDiff.Options.Group.all(parsing: "wire = Reuters, AP", file: "groups.txt")
  /// // [Group(name: "wire", sources: ["Reuters", "AP"])]
  /// ```
  public static func all(parsing text: String, file: String) throws(LineError)
    -> [TimelineDiff.Options.Group]
  {
    var groups: [TimelineDiff.Options.Group] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = String(line.hasSuffix("\r") ? line.dropLast() : line)
      let content = line.prefix { $0 != "#" }
      func trimmed(_ words: Substring) -> String {
        let start = words.drop { $0 == " " || $0 == "\t" }
        var end = start
        while let last = end.last, last == " " || last == "\t" { end.removeLast() }
        return String(end)
      }
      if trimmed(content).isEmpty { continue }
      func error(_ message: String, at index: Substring.Index) -> LineError {
        LineError(
          file: file, line: number,
          column: line.unicodeScalars.distance(from: line.startIndex, to: index) + 1,
          message: message, text: line)
      }
      guard let sign = content.firstIndex(of: "=") else {
        throw error("“=” is missing: a line is NAME=SOURCE,SOURCE", at: content.endIndex)
      }
      let name = trimmed(content[..<sign])
      if name.isEmpty { throw error("the group’s name is missing", at: sign) }
      if groups.contains(where: { $0.name == name }) {
        throw error("“\(name)” stands on an earlier line", at: content.startIndex)
      }
      var sources: [String] = []
      for part in content[content.index(after: sign)...].split(
        separator: ",", omittingEmptySubsequences: false)
      {
        let source = trimmed(part)
        if source.isEmpty { throw error("a source’s name is missing", at: part.startIndex) }
        if let other = groups.first(where: { $0.sources.contains(source) }) {
          throw error("“\(source)” is in the group “\(other.name)” already", at: part.startIndex)
        }
        sources.append(source)
      }
      groups.append(TimelineDiff.Options.Group(name: name, sources: sources))
    }
    return groups
  }
}
