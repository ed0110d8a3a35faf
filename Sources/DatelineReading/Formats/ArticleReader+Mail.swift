internal import DatelineModel

extension ArticleReader {
  /// A letter (RFC 5322), such as a newsletter.
  func readMail(_ stream: ByteStream, _ file: InputFile) throws {
    guard let bytes = try whole(stream, file) else { return }
    try readLetter(bytes, file, line: nil)
  }

  /// Letters one behind the other, each after a ``MailSeparator`` (RFC 4155).
  func readMailbox(_ stream: ByteStream, _ file: InputFile) throws {
    var letter: [UInt8] = []
    var start = 1
    var number = 0
    var isTooLong = false
    var afterBlank = true
    func end() throws {
      if isTooLong {
        report(
          .error, file, line: start,
          "the letter is larger than \(sizeText(options.limits.articleBytes)) (limit articleBytes)",
          "take it out")
      } else if letter.contains(where: { !isSpace($0) }) {
        try readLetter(letter, file, line: start)
      }
      letter.removeAll(keepingCapacity: true)
      isTooLong = false
    }
    while let line = try stream.line(limit: options.limits.lineBytes) {
      number += 1
      guard case .bytes(let bytes) = line else {
        isTooLong = true
        continue
      }
      // Without a date only what follows, or the place, tells a separator from a sentence.
      if afterBlank, MailSeparator.mayBe(bytes),
        try number == 1 || MailSeparator.hasDate(bytes)
          || MailSeparator.isHeader(Array(stream.peek(200).prefix { $0 != 10 }))
      {
        try end()
        start = number
        afterBlank = false
        continue
      }
      afterBlank = bytes.allSatisfy(isSpace)
      if letter.count + bytes.count > options.limits.articleBytes { isTooLong = true }
      if !isTooLong {
        // A line that began with `From ` was kept with a sign before it.
        let unquoted = bytes.drop { $0 == 0x3E }
        letter +=
          unquoted.starts(with: "From ".utf8) && bytes.first == 0x3E
          ? bytes.dropFirst() : bytes[...]
        letter.append(10)
      }
    }
    try end()
  }

  private func readLetter(_ bytes: [UInt8], _ file: InputFile, line: Int?) throws {
    let part = MailPart(bytes[...])
    var record = ArticleRecord()
    record.idNamesStory = true
    record.id = part.head["message-id"].map { $0.filter { $0 != "<" && $0 != ">" } }
    record.title = part.head["subject"].map(MailPart.decodedWords)
    record.published = part.head["date"].map(MailPart.withoutComment)
    record.source = part.head["from"].map(MailPart.decodedWords).map(MailPart.sender)
    record.language = part.head["content-language"]
    guard let body = part.readable(depth: 0) else {
      throw ReadingFault("the letter holds no text that can be read", "leave it out")
    }
    let page = PageBytes(body.bytes, transport: body.charset)
    if page.isRepaired {
      report(
        .warning, file, line: line,
        "some bytes are not of the letter's encoding, and stand as U+FFFD in the article",
        "save the letter again")
    }
    if body.isHTML {
      try options.limits.check(markup: body.bytes)
      guard let tree = PageTree(utf8: page.utf8, elementDepth: options.limits.elementDepth) else {
        throw ReadingFault("the letter's HTML cannot be parsed", "leave it out")
      }
      record.text = tree.plainText
    } else {
      record.text = unixLines(String(decoding: page.utf8, as: UTF8.self))
    }
    try deliver(record, of: file, line: line, idFromFile: line == nil)
  }
}

/// A letter or a part of one (RFC 2045 to 2047).
private struct MailPart {
  /// Names in lower case, folded lines joined.
  var head: [String: String] = [:]
  var body: ArraySlice<UInt8>

  /// A text that a reader would see.
  struct Body {
    var bytes: [UInt8]
    var charset: String?
    var isHTML: Bool
  }

  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    var last: String?
    while index < bytes.endIndex {
      let stop = bytes[index...].firstIndex(of: 10) ?? bytes.endIndex
      let line = bytes[index..<stop]
      index = min(stop + 1, bytes.endIndex)
      let text = String(decoding: line, as: UTF8.self)
      if trimmed(text).isEmpty { break }
      if let first = line.first, first == 32 || first == 9 {
        if let last { head[last]! += " " + trimmed(text) }
      } else if let colon = text.firstIndex(of: ":") {
        let name = text[..<colon].lowercased()
        last = head[name] == nil ? name : nil
        if last != nil { head[name] = trimmed(text[text.index(after: colon)...]) }
      }
    }
    body = bytes[index...]
  }

  /// The plain text of the letter, else its HTML; nil where it has neither.
  func readable(depth: Int) -> Body? {
    let kind = head["content-type"] ?? "text/plain"
    let lower = kind.lowercased()
    if lower.hasPrefix("multipart/") {
      guard depth < 8, let boundary = MailPart.parameter("boundary", of: kind) else { return nil }
      let bodies = parts(boundary).compactMap { $0.readable(depth: depth + 1) }
      if !lower.hasPrefix("multipart/alternative"), let joined = MailPart.joined(bodies) {
        return joined
      }
      let plain = bodies.first { !$0.isHTML }
      let html = bodies.first { $0.isHTML }
      // Many newsletters say no more in plain text than that there is HTML.
      if let plain, let html, plain.bytes.count * 10 < html.bytes.count / 10 { return html }
      return plain ?? html
    }
    if lower.hasPrefix("message/rfc822"), depth < 8 {
      return MailPart(decodedBody[...]).readable(depth: depth + 1)
    }
    guard lower.hasPrefix("text/plain") || lower.hasPrefix("text/html"),
      head["content-disposition"]?.lowercased().hasPrefix("attachment") != true
    else { return nil }
    return Body(
      bytes: decodedBody, charset: MailPart.parameter("charset", of: kind),
      isHTML: lower.hasPrefix("text/html"))
  }

  /// The parts that are read one after the other, as one text; nil where they are not all plain, or not of
  /// one encoding.
  private static func joined(_ bodies: [Body]) -> Body? {
    guard bodies.count > 1, let first = bodies.first,
      bodies.allSatisfy({
        !$0.isHTML && $0.charset?.lowercased() == first.charset?.lowercased()
      })
    else { return nil }
    return Body(
      bytes: Array(bodies.map(\.bytes).joined(separator: [10, 10])), charset: first.charset,
      isHTML: false)
  }

  private func parts(_ boundary: String) -> [MailPart] {
    let mark = Array(("--" + boundary).utf8)
    var parts: [MailPart] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex, parts.count < 200 {
      let stop = body[index...].firstIndex(of: 10) ?? body.endIndex
      let line = body[index..<stop]
      if line.starts(with: mark),
        line.dropFirst(mark.count).allSatisfy({ isSpace($0) || $0 == UInt8(ascii: "-") })
      {
        if let start, start < index { parts.append(MailPart(body[start..<index])) }
        let isLast = body[(index + mark.count)..<stop].starts(with: "--".utf8)
        start = isLast ? nil : min(stop + 1, body.endIndex)
        if isLast { return parts }
      }
      index = min(stop + 1, body.endIndex)
    }
    if let start, start < body.endIndex { parts.append(MailPart(body[start...])) }
    return parts
  }

  private var decodedBody: [UInt8] {
    switch head["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": MailPart.quotedPrintable(body)
    case "base64": MailPart.base64(body)
    default: Array(body)
    }
  }

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, isWord: Bool = false) -> [UInt8] {
    var decoded: [UInt8] = []
    var index = bytes.startIndex
    func digit(_ index: Int) -> UInt8? {
      guard index < bytes.endIndex else { return nil }
      switch bytes[index] {
      case 48...57: return bytes[index] - 48
      case 65...70, 97...102: return (bytes[index] | 0x20) - 87
      default: return nil
      }
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == 0x3D {
        if let high = digit(index + 1), let low = digit(index + 2) {
          decoded.append(high << 4 | low)
          index += 3
          continue
        }
        // A soft line end.
        var end = index + 1
        while end < bytes.endIndex, bytes[end] == 32 || bytes[end] == 9 || bytes[end] == 13 {
          end += 1
        }
        if end == bytes.endIndex || bytes[end] == 10 {
          index = min(end + 1, bytes.endIndex)
          continue
        }
      }
      decoded.append(isWord && byte == 0x5F ? 32 : byte)
      index += 1
    }
    return decoded
  }

  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count * 3 / 4)
    var group: UInt32 = 0
    var count = 0
    /// What is left of a group before padding or the end.
    func finish() {
      if count == 3 {
        decoded += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
      } else if count == 2 {
        decoded.append(UInt8(group >> 4 & 255))
      }
      (group, count) = (0, 0)
    }
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 65...90: value = UInt32(byte - 65)
      case 97...122: value = UInt32(byte - 71)
      case 48...57: value = UInt32(byte + 4)
      case 0x2B: value = 62
      case 0x2F: value = 63
      case 0x3D:
        finish()
        continue
      default: continue
      }
      group = group << 6 | value
      count += 1
      if count == 4 {
        decoded += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
        (group, count) = (0, 0)
      }
    }
    finish()
    return decoded
  }

  /// A header with its encoded words (`=?utf-8?Q?…?=`) decoded.
  static func decodedWords(_ text: String) -> String {
    var words = ""
    var rest = text[...]
    var afterWord = false
    while let start = rest.firstIndex(of: "=") {
      let before = rest[..<start]
      if let word = EncodedWord(rest[start...]) {
        // White space between two encoded words is none.
        if !afterWord || !before.allSatisfy({ $0 == " " }) { words += before }
        words += word.text
        rest = rest[word.end...]
        afterWord = true
      } else {
        words += rest[...start]
        rest = rest[rest.index(after: start)...]
        afterWord = false
      }
    }
    return words + rest
  }

  private struct EncodedWord {
    var text: String
    var end: Substring.Index

    init?(_ text: Substring) {
      guard text.hasPrefix("=?") else { return nil }
      let parts = text.dropFirst(2).split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="), parts[0].utf8.count < 40 else { return nil }
      let bytes = Array(parts[2].utf8)
      let decoded: [UInt8]
      switch parts[1].lowercased() {
      case "q": decoded = MailPart.quotedPrintable(bytes[...], isWord: true)
      case "b": decoded = MailPart.base64(bytes[...])
      default: return nil
      }
      let charset = String(parts[0].prefix { $0 != "*" })
      self.text = String(
        decoding: PageBytes(decoded, transport: charset).utf8, as: UTF8.self)
      end = text.index(after: parts[3].startIndex)
    }
  }

  /// `"The Bugle" <news@bugle.example>` without the address; the address's host without a name.
  static func sender(_ from: String) -> String {
    // Brackets with nothing before them name nobody, however many there are.
    let opening = from.prefix { $0 == "<" || $0 == " " || $0 == "\t" || $0 == "\"" }
    let isInBrackets = opening.contains("<")
    let rest = from[opening.endIndex...].prefix { $0 != ">" || !isInBrackets }
    if let bracket = rest.firstIndex(of: "<") {
      return trimmed(rest[..<bracket]).filter { $0 != "\"" }
    }
    let name = rest.firstIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
    return name.filter { $0 != "\"" }
  }

  /// `Thu, 1 Aug 2019 10:22:33 +0600 (KGT)` without what stands in brackets.
  static func withoutComment(_ date: String) -> String { String(date.prefix { $0 != "(" }) }

  /// `name=value` of a structured header, its quotes off.
  static func parameter(_ name: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let text = trimmed(part)
      guard let sign = text.firstIndex(of: "="),
        trimmed(text[..<sign]).lowercased() == name
      else { continue }
      let value = trimmed(text[text.index(after: sign)...]).filter { $0 != "\"" }
      return value.isEmpty ? nil : value
    }
    return nil
  }
}
