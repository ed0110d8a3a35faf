import Dateline

/// `dateline(1)` in roff, made from the table.
struct ManualPage {
  private(set) var text = ""

  init(_ commands: [Command]) {
    macro("TH DATELINE 1 \"\" \"dateline \(Dateline.version)\" \"User commands\"")
    macro("SH NAME")
    line("dateline - cited timelines, actor graphs and comparisons from news articles")
    macro("SH SYNOPSIS")
    for command in commands {
      for form in command.usage {
        line(bold("dateline \(command.name.rawValue)") + " [options] " + escaped(form))
        macro("br")
      }
    }
    macro("SH DESCRIPTION")
    line(
      escaped(
        "Dateline reads a pile of news articles and gives back a cited timeline, a graph of who "
          + "did what with whom, and a comparison of what each source says. It works offline."))
    macro("PP")
    line(
      escaped(
        "INPUT is a file, a folder (with all below it) or - for JSON Lines on standard input."))
    macro("SH COMMANDS")
    for command in commands {
      macro("SS \(command.name.rawValue)")
      line(escaped(command.summary))
      for note in command.notes {
        macro("PP")
        line(escaped(note))
      }
      for option in command.options where option.group != .common { describe(option) }
      macro("PP")
      line("Example:")
      macro("PP")
      macro("RS")
      macro("nf")
      line(escaped(command.example))
      macro("fi")
      macro("RE")
    }
    macro("SH OPTIONS OF EVERY COMMAND")
    for option in Option.all where option.group == .common { describe(option) }
    macro("SH EXIT STATUS")
    let statuses = Command.commonStatuses + [(status: 1, meaning: "differences found (diff only)")]
    for status in statuses.sorted(by: { $0.status < $1.status }) {
      macro("TP")
      line(bold(String(status.status)))
      line(escaped(status.meaning))
    }
    macro("SH NOTES")
    line(
      escaped(
        "Files are written beside their place and then renamed, so that a reader finds the old or "
          + "the new one whole. A site is made whole in a folder beside DIR, which then changes "
          + "places with it; files in DIR that Dateline did not write are kept."))
  }

  private mutating func describe(_ option: Option) {
    macro("TP")
    let names = option.short.map { bold("-\($0)") + ", " + bold("--\(option.name)") }
    let argument = option.argument.isEmpty ? "" : " \\fI\(escaped(option.argument))\\fR"
    line((names ?? bold("--\(option.name)")) + argument)
    line(escaped(option.explanation))
  }

  private mutating func macro(_ words: String) { text += ".\(words)\n" }

  /// A line that starts like a request would be taken for one.
  private mutating func line(_ words: String) {
    text += (words.hasPrefix(".") || words.hasPrefix("'") ? "\\&" : "") + words + "\n"
  }

  private func bold(_ words: String) -> String { "\\fB\(escaped(words))\\fR" }

  private func escaped(_ words: String) -> String {
    var escaped = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "“": escaped += "\\(lq"
      case "”": escaped += "\\(rq"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
