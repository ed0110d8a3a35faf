/// What a run of text is to the reader; colour repeats it and never tells it alone.
enum TerminalStyle: Hashable, Sendable {
  case plain, bold, dim
  /// Words that one side alone has: underlined, or in `[-…-]` and `{+…+}`.
  case left, right
  case same, conflict, revised, otherCount, named, onlyLeft, onlyRight

  /// Select Graphic Rendition parameters, of the sixteen colours only, never a background.
  var codes: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .dim: "2"
    case .left: "34;4"
    case .right: "31;4"
    case .same: "32"
    case .conflict: "31;1"
    case .revised: "33"
    case .otherCount: "36"
    case .named: "35"
    case .onlyLeft: "34"
    case .onlyRight: "31"
    }
  }
}

/// A word and how it is set.
struct TerminalWord: Hashable, Sendable {
  var text: String
  var style: TerminalStyle

  init(_ text: String, _ style: TerminalStyle = .plain) {
    self.text = text
    self.style = style
  }

  /// The words of an article's text, harmless, each in one style.
  static func words(_ text: String, _ style: TerminalStyle = .plain) -> [TerminalWord] {
    terminalSafe(text).split(separator: " ").map { TerminalWord(String($0), style) }
  }
}

/// One line of runs.
struct TerminalLine: Hashable, Sendable {
  private(set) var runs: [TerminalWord] = []
  private(set) var width = 0

  init(_ runs: [TerminalWord] = []) { for run in runs { append(run.text, run.style) } }

  mutating func append(_ text: String, _ style: TerminalStyle = .plain) {
    guard !text.isEmpty else { return }
    width += terminalWidth(of: text)
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(TerminalWord(text, style))
    }
  }

  mutating func pad(to column: Int) {
    if width < column { append(String(repeating: " ", count: column - width)) }
  }

  mutating func append(_ line: TerminalLine) {
    for run in line.runs { append(run.text, run.style) }
  }

  /// The line in at most `width` cells, ending with "…" where it was cut, or `always`.
  func cut(to width: Int, always: Bool = false) -> TerminalLine {
    guard always || self.width > width else { return self }
    var line = TerminalLine()
    var room = width - 1
    for run in runs where room > 0 {
      let (head, rest) = terminalCut(run.text[...], width: room)
      line.append(String(head), run.style)
      room = rest.isEmpty ? room - terminalWidth(of: head) : 0
    }
    line.append("…", .dim)
    return line
  }

  func text(colour: Bool) -> String {
    var text = ""
    for run in runs {
      if colour, let codes = run.style.codes {
        text += "\u{1B}[\(codes)m\(run.text)\u{1B}[0m"
      } else {
        text += run.text
      }
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}

/// Lines on their way to a terminal.
struct TerminalPage {
  let options: TerminalOptions
  private(set) var text = ""

  init(_ options: TerminalOptions) { self.options = options }

  mutating func line(_ line: TerminalLine = TerminalLine()) {
    text += line.text(colour: options.colour)
    text += "\n"
  }

  mutating func line(_ runs: TerminalWord...) { line(TerminalLine(runs)) }

  /// Words wrapped after `indent` cells, the first line after `head`.
  mutating func paragraph(_ words: [TerminalWord], indent: Int, head: TerminalLine? = nil) {
    let lines = TerminalLine.wrapped(words, width: options.columns - indent)
    for (index, wrapped) in (lines.isEmpty ? [TerminalLine()] : lines).enumerated() {
      var line = index == 0 ? head ?? TerminalLine() : TerminalLine()
      line.pad(to: indent)
      line.append(wrapped)
      self.line(line)
    }
  }

  /// Two accounts beside one another.
  mutating func columns(_ left: [TerminalLine], _ right: [TerminalLine]) {
    let start = options.columns / 2 + 1
    for row in 0..<max(left.count, right.count) {
      var line = TerminalLine()
      line.pad(to: 2)
      if row < left.count { line.append(left[row]) }
      if row < right.count {
        line.pad(to: start)
        line.append(right[row])
      }
      self.line(line)
    }
  }

  /// Cells of the left and of the right column.
  var columnWidths: (left: Int, right: Int) {
    let start = options.columns / 2 + 1
    return (start - 4, options.columns - start)
  }
}

extension TerminalLine {
  /// Words in lines of at most `width` cells; of more than `limit` lines the last ends with "…".
  static func wrapped(_ words: [TerminalWord], width: Int, limit: Int = .max) -> [TerminalLine] {
    var lines: [TerminalLine] = []
    var line = TerminalLine()
    var last: TerminalStyle?
    for word in words {
      var text = word.text[...]
      // A word may be as long as its article: what is left of it is counted down, not measured again.
      var left = terminalWidth(of: text)
      let gap = line.width == 0 ? 0 : 1
      if line.width + gap + left > width, line.width > 0 {
        lines.append(line)
        line = TerminalLine()
      }
      while left > width {
        let (head, rest) = terminalCut(text, width: width)
        line.append(String(head), word.style)
        left -= terminalWidth(of: head)
        lines.append(line)
        line = TerminalLine()
        text = rest
      }
      if line.width > 0 { line.append(" ", last == word.style ? word.style : .plain) }
      line.append(String(text), word.style)
      last = word.style
    }
    if line.width > 0 { lines.append(line) }
    guard lines.count > limit else { return lines }
    lines.removeSubrange(limit...)
    lines[limit - 1] = lines[limit - 1].cut(to: width, always: true)
    return lines
  }
}
