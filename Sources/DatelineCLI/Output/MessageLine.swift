/// A line of a message, as long as somebody reads: what it quotes is cut, and then its middle, so
/// that the remedy at its end stays.
///
/// ```swift
/// MessageLine("no actor “\(String(repeating: "x", count: 300))”").text.count  // 212
/// ```
struct MessageLine {
  /// Unicode scalars of what stands in one pair of quotation marks.
  static let quotedLength = 200
  /// Bytes of all of it.
  static let lineBytes = 2000
  /// Bytes of these that a line which is cut ends with.
  private static let endBytes = 400

  let text: String

  init(_ whole: some StringProtocol) {
    guard whole.utf8.count > MessageLine.quotedLength else {
      text = String(whole)
      return
    }
    text = MessageLine.cutMiddle(MessageLine.cutQuotes(whole))
  }

  private static func cutQuotes(_ whole: some StringProtocol) -> String {
    var cut = String.UnicodeScalarView()
    var quoted: Int?
    for scalar in whole.unicodeScalars {
      if scalar == "”" { quoted = nil }
      if let count = quoted {
        quoted = count + 1
        if count == quotedLength { cut.append("…") }
        if count >= quotedLength { continue }
      } else if scalar == "“" {
        quoted = 0
      }
      cut.append(scalar)
    }
    return String(cut)
  }

  private static func cutMiddle(_ whole: String) -> String {
    guard whole.utf8.count > lineBytes else { return whole }
    // No half scalars.
    let head = whole.utf8.prefix(lineBytes - endBytes + 1)
    let tail = whole.utf8.suffix(endBytes + 1)
    let headEnd = head.lastIndex { $0 & 0xC0 != 0x80 } ?? head.startIndex
    let tailStart = tail.firstIndex { $0 & 0xC0 != 0x80 } ?? tail.endIndex
    return "\(whole[..<headEnd]) … \(whole[tailStart...])"
  }
}
