/// How many cells of a terminal a text takes: two for East Asian wide letters and emoji, none for
/// combining marks and format characters (UAX #11).
///
/// ```swift
/// terminalWidth(of: "Jāber")      // 5, composed or not
/// terminalWidth(of: "北京")        // 4
/// ```
func terminalWidth(of text: some StringProtocol) -> Int {
  var width = 0
  for scalar in text.unicodeScalars { width += scalar.terminalWidth }
  return width
}

/// The longest start of a text that fits, and what is left; a letter keeps its marks.
func terminalCut(_ text: Substring, width limit: Int) -> (head: Substring, rest: Substring) {
  let scalars = text.unicodeScalars
  var width = 0
  var index = scalars.startIndex
  while index < scalars.endIndex {
    let next = scalars[index].terminalWidth
    if width + next > limit, index > scalars.startIndex { break }
    width += next
    index = scalars.index(after: index)
  }
  return (text[..<index], text[index...])
}

/// The text in `width` cells, cut with "…" where it is longer, filled with spaces where shorter.
func terminalFit(_ text: String, width: Int) -> String {
  let taken = terminalWidth(of: text)
  if taken <= width { return text + String(repeating: " ", count: width - taken) }
  guard width > 1 else { return String(repeating: " ", count: max(0, width)) }
  var head = terminalCut(text[...], width: width - 1).head
  if terminalWidth(of: head) > width - 1 { head = "" }
  let cut = head + "…"
  return String(cut) + String(repeating: " ", count: max(0, width - terminalWidth(of: cut)))
}

extension Unicode.Scalar {
  fileprivate var terminalWidth: Int {
    switch value {
    case 0x20..<0x7F: return 1
    case 0x1160...0x11FF, 0x200B...0x200F: return 0
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
      0x20000...0x3FFFD:
      return 2
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}
