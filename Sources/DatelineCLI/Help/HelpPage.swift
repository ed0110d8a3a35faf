/// What `--help` prints, made from the table, 80 columns wide.
struct HelpPage {
  static let width = 80
  private(set) var text = ""

  /// The page of one command.
  init(of command: Command) {
    paragraph(command.summary)
    section("Usage")
    for form in command.usage {
      let words = ["dateline", command.name.rawValue, "[options]", form].filter { !$0.isEmpty }
      line("  " + words.joined(separator: " "))
    }
    for note in command.notes {
      gap()
      paragraph(note)
    }
    for group in Option.Group.allCases {
      let options = command.options.filter { $0.group == group }
      if options.isEmpty { continue }
      section(group.rawValue)
      rows(options.map { ($0.heading, $0.explanation) })
    }
    section("Example")
    line("  " + command.example)
    section("Exit status")
    rows(command.exitStatuses.map { (String($0.status), $0.meaning) }, column: 7)
  }

  /// The page of the whole program.
  init(overview commands: [Command]) {
    paragraph(
      "Dateline reads a pile of news articles and gives back a cited timeline, a graph of who did "
        + "what with whom, and a comparison of what each source says.")
    section("Usage")
    line("  dateline COMMAND [options] INPUT...")
    section("Commands")
    rows(commands.map { ($0.name.rawValue, $0.summary) }, column: 13)
    section("Example")
    line("  dateline build news/ -o site")
    gap()
    paragraph(
      "INPUT is a file, a folder (with all below it) or - for JSON Lines on standard input. "
        + "“dateline COMMAND --help” tells the options of a command.")
    section("Exit status")
    let statuses = Command.commonStatuses + [(status: 1, meaning: "differences found (diff only)")]
    rows(
      statuses.sorted { $0.status < $1.status }.map { (String($0.status), $0.meaning) }, column: 7)
  }

  private mutating func line(_ words: String) { text += words + "\n" }
  private mutating func gap() { text += "\n" }
  private mutating func section(_ title: String) {
    gap()
    line(title)
  }

  private mutating func paragraph(_ words: String) {
    for part in wrapped(words, to: HelpPage.width) { line(part) }
  }

  /// Two columns; a heading that is too long for its column stands on a line of its own.
  private mutating func rows(_ rows: [(heading: String, words: String)], column: Int = 26) {
    for row in rows {
      let parts = wrapped(row.words, to: HelpPage.width - column)
      var heading = "  " + row.heading
      if heading.count > column - 2 {
        line(heading)
        heading = ""
      }
      for (index, part) in parts.enumerated() {
        let start = index == 0 ? heading : ""
        line(start + String(repeating: " ", count: column - start.count) + part)
      }
    }
  }
}

extension Option {
  /// Its meaning, what may be given, and what holds where nothing is.
  var explanation: String {
    var words = meaning
    if choices.count > 6 {
      words += "; one of \(choices.joined(separator: ", "))"
    } else if case .one(let choices) = value, choices.contains(where: { !meaning.contains($0) }) {
      words += ": \(choices.joined(separator: ", "))"
    }
    if isRepeatable { words += " (repeatable)" }
    if let fallback { words += " [\(fallback)]" }
    return words
  }
}

/// Lines of at most `width` columns, broken at spaces; a longer word stands alone.
func wrapped(_ words: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in words.split(separator: " ") {
    if !line.isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = ""
    }
    line += line.isEmpty ? String(word) : " \(word)"
  }
  return lines + [line]
}
