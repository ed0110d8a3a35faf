internal import CGraphvizText

/// Text on its way into a picture: clean, bounded, and measured by the shipped table.
enum PictureText {
  /// The text without what XML forbids, without controls that turn the direction of the text
  /// around it, on one line, cut after `limit` scalars.
  ///
  /// ```swift
  /// PictureText.clean("A\u{1}B\nC\u{202E}")  // "A B C"
  /// ```
  static func clean(_ text: String, limit: Int = 160) -> String {
    var scalars = String.UnicodeScalarView()
    var count = 0
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF: continue
      case 0...0x20, 0x7F...0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF:
        pendingSpace = count > 0
      default:
        if count >= limit {
          scalars.append("…")
          return String(scalars)
        }
        if pendingSpace { scalars.append(" ") }
        pendingSpace = false
        // The last two code points of every plane are no characters.
        scalars.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
        count += 1
      }
    }
    return String(scalars)
  }

  /// Width in pixels. Readers' fonts run a little wider than the table's.
  static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
    dateline_text_width(text, size, bold) * slack
  }
  static let slack = 1.05

  /// The text in at most `lines` lines of at most `width` pixels, the last one cut with "…".
  static func wrap(
    _ text: String, width limit: Double, lines: Int, size: Double, bold: Bool = false
  ) -> [String] {
    var result: [String] = []
    var line = ""
    var words = text.split(separator: " ").map(String.init)[...]
    while let word = words.first {
      let longer = line.isEmpty ? word : line + " " + word
      if width(longer, size: size, bold: bold) <= limit {
        line = longer
        words.removeFirst()
      } else if result.count + 1 == lines {
        result.append(cut(longer, width: limit, size: size, bold: bold))
        return result
      } else if line.isEmpty {
        line = cut(word, width: limit, size: size, bold: bold)
        words.removeFirst()
      } else {
        result.append(line)
        line = ""
      }
    }
    if !line.isEmpty { result.append(line) }
    return result
  }

  /// The text, or as many of its words as fit with "…" after them; part of a word only where
  /// whole ones would leave much of the room empty.
  static func cut(_ text: String, width limit: Double, size: Double, bold: Bool = false) -> String {
    if width(text, size: size, bold: bold) <= limit { return text }
    // Widths add up: the table knows no kerning.
    var room = limit - width("…", size: size, bold: bold)
    var end = text.startIndex
    for character in text {
      room -= width(String(character), size: size, bold: bold)
      if room < 0 { break }
      end = text.index(after: end)
    }
    var kept = text[..<end]
    if end < text.endIndex, text[end] != " ", let space = kept.lastIndex(of: " ") {
      let words = kept[..<space]
      if width(String(words), size: size, bold: bold) * 2 > limit { kept = words }
    }
    while kept.last == " " || kept.last == "," { kept.removeLast() }
    return kept + "…"
  }
}
