/// Text from an article, made harmless for a terminal: control characters, escape sequences and
/// bidi controls become visible U+FFFD, line ends and tabs become spaces.
///
/// ```swift
/// terminalSafe("a\u{1B}[2Jb")  // "a�[2Jb"
/// ```
public func terminalSafe(_ text: some StringProtocol) -> String {
  var safe = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: safe.append(" ")
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      safe.append("\u{FFFD}")
    default: safe.append(scalar)
    }
  }
  return String(safe)
}

/// The same for words of several lines, whose line ends stay.
public func terminalSafeLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map(terminalSafe)
    .joined(separator: "\n")
}
