/// A kind of file that articles are read from.
enum InputFormat: Hashable {
  case jsonLines, json, text, html, feed, table, warc, gzip, archive, mail, mailbox, pdf

  /// Finds the format by the first bytes where they are telling, else by the name.
  ///
  /// Nil for what holds no articles that can be read.
  init?(of file: InputFile, head: [UInt8]) {
    if let byContent = InputFormat(content: head) {
      self = byContent
      return
    }
    switch file.nameExtension {
    case "jsonl", "ndjson": self = .jsonLines
    case "json": self = .json
    case "csv", "tsv": self = .table
    case "xml", "rss", "atom", "rdf": self = .feed
    case "warc", "wet": self = .warc
    case "eml": self = .mail
    case "mbox": self = .mailbox
    case "html", "htm", "xhtml", "shtml":
      // A picture or program that only is called so.
      guard
        InputFormat.looksLikeText(head)
          || head.contains(UInt8(ascii: "<")) && !InputFormat.isBinary(head)
      else { return nil }
      self = .html
    case "txt", "text", "md", "markdown":
      self = InputFormat.opensRecord(head) ? .jsonLines : .text
    default:
      guard file.isNamed, InputFormat.looksLikeText(head) else { return nil }
      self = InputFormat.firstLetter(head) == UInt8(ascii: "{") ? .jsonLines : .text
    }
  }

  private init?(content head: [UInt8]) {
    if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6])
      || head.count > 262 && head[257...].starts(with: "ustar".utf8)
    {
      self = .archive
    } else if head.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if head.starts(with: "WARC/".utf8) {
      self = .warc
    } else if InputFormat.looksLikeHTML(head) {
      self = .html
    } else if head.starts(with: "From ".utf8), InputFormat.contains(head, "\nDate:") {
      self = .mailbox
    } else if InputFormat.firstLetter(head) == UInt8(ascii: "<") {
      let words = head.prefix(2048).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
      if InputFormat.contains(words, "<html") {
        self = .html
      } else if ["<rss", "<feed", "<rdf:rdf"].contains(where: { InputFormat.contains(words, $0) }) {
        self = .feed
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// What a file of this format lacks that was read without a fault and gave no article.
  var lack: ReadingFault {
    switch self {
    case .table:
      ReadingFault("the table has a header and no record", "give each article a record")
    case .warc:
      ReadingFault(
        "no record is a page or text that was fetched (a response with a status of 200 to 299, "
          + "a resource or a conversion)", "fetch the pages again")
    case .mail, .mailbox:
      ReadingFault("the file holds no letter with a text", "leave it out or save it again")
    default: ReadingFault("the file holds no article", "leave it out or save it again")
    }
  }

  private static func contains(_ bytes: [UInt8], _ words: StaticString) -> Bool {
    let count = words.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return words.withUTF8Buffer { words in
      (0...(bytes.count - count)).contains { start in
        bytes[start] == words[0] && bytes[start..<(start + count)].elementsEqual(words)
      }
    }
  }

  /// Whether a page begins here: `<!doctype html` or `<html`, whatever white space stands before.
  private static func looksLikeHTML(_ head: [UInt8]) -> Bool {
    let start = head.firstIndex { !isSpace($0) && $0 < 0x80 } ?? head.count
    let letters = head[start...].prefix(14).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    return letters.starts(with: "<!doctype html".utf8) || letters.starts(with: "<html".utf8)
  }

  /// Names of files that come with saved pages and never hold an article: left aside in silence.
  static let companions: Set<String> = [
    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "avif", "bmp",
    "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "webm", "ogg", "avi", "mov",
  ]

  /// Whether many of the first bytes are control characters that no page has.
  private static func isBinary(_ head: [UInt8]) -> Bool {
    head.count(where: isControl) * 50 > head.count && PageBytes.unmarkedUTF16(head) == nil
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 9 || (14..<27).contains(byte) }

  /// `{"text":`: a record with a field, whatever the file is called.
  private static func opensRecord(_ head: [UInt8]) -> Bool {
    let letters = (head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...]).lazy
      .filter { !isSpace($0) }.prefix(2)
    return letters.elementsEqual([UInt8(ascii: "{"), UInt8(ascii: "\"")])
  }

  private static func firstLetter(_ head: [UInt8]) -> UInt8? {
    (head.starts(with: [0xEF, 0xBB, 0xBF]) ? head[3...] : head[...]).first { !isSpace($0) }
  }

  /// Whether nothing in `head` says that the file is no text: no NUL but in UTF-16.
  static func looksLikeText(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    return !head.contains(where: isControl)
  }
}
