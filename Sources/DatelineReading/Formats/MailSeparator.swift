/// The line before each letter of a mailbox: `From news@bugle.example Thu Aug  1 10:22:33 2019`.
///
/// RFC 4155 asks for an address and the date of C's `asctime`. A sentence of a letter begins with
/// the same word, and not every program that writes mailboxes puts a sign before it.
enum MailSeparator {
  /// Whether a line begins as each separator does.
  static func mayBe(_ line: [UInt8]) -> Bool { line.starts(with: "From ".utf8) }

  /// Whether there is a date where a separator has one: `Thu Aug  1 10:22`, and a year behind.
  static func hasDate(_ line: [UInt8]) -> Bool {
    let words = line.dropFirst(5).split(whereSeparator: isSpace).prefix(12)
    return words.indices.contains { index in
      let date = Array(words[index...].prefix(7))
      guard date.count >= 5, days.contains(text(date[0])), months.contains(text(date[1])),
        isNumber(date[2], 1...2), date[3].count >= 4, date[3].contains(0x3A),
        date[3].allSatisfy({ isDigit($0) || $0 == 0x3A })
      else { return false }
      // A zone may stand before the year and behind it.
      return date[4...].contains { isNumber($0, 4...4) }
    }
  }

  /// Whether a line is one of the head that follows a separator.
  static func isHeader(_ line: [UInt8]) -> Bool {
    guard let colon = line.firstIndex(of: 0x3A), colon > 0 else { return false }
    let name = line[..<colon]
    guard name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
    return name.contains(0x2D) || headers.contains(text(name).lowercased())
  }

  private static func text(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isNumber(_ word: ArraySlice<UInt8>, _ digits: ClosedRange<Int>) -> Bool {
    digits.contains(word.count) && word.allSatisfy(isDigit)
  }

  private static let days: Set<String> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The names of one word that heads begin with; longer ones have hyphens.
  private static let headers: Set<String> = [
    "approved", "bcc", "cc", "comments", "date", "from", "keywords", "lines", "list", "newsgroups",
    "organization", "path", "precedence", "received", "references", "sender", "status", "subject",
    "to", "xref",
  ]
}
