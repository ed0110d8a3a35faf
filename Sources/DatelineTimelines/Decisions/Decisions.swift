public import DatelineModel

/// The decisions of a file: one a line, later ones over earlier ones.
///
/// ```text
/// # same and apart take two events: an id, ARTICLE:OFFSET or ARTICLE:title
/// same     e1f2a3 "reuters 2031.txt:120"  because both tell of the morning's blast
/// apart    e1f2a3 e9b8c7
/// resolved e1f2a3 number "at least 126"   because the monitor counted last
/// ```
public struct Decisions: Hashable, Sendable {
  public var all: [Decision]

  public init(_ all: [Decision] = []) { self.all = all }

  /// The decisions of a file's text; `file` is for messages.
  public init(parsing text: String, file: String) throws(LineError) {
    all = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      var reader = DecisionLine(String(line), number: number, file: file)
      if let decision = try reader.decision() { all.append(decision) }
    }
  }
}

/// Reads one line, word by word.
private struct DecisionLine {
  private let scalars: [Unicode.Scalar]
  private let text: String
  private let number: Int
  private let file: String
  private var position = 0

  init(_ text: String, number: Int, file: String) {
    self.text = text
    self.number = number
    self.file = file
    scalars = Array(text.unicodeScalars)
  }

  private func error(_ message: String, at place: Int) -> LineError {
    LineError(file: file, line: number, column: place + 1, message: message, text: text)
  }

  private mutating func skipSpace() {
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\t" {
      position += 1
    }
  }

  /// The next word, bare or in quotes, and where it begins; nil at the end.
  private mutating func word() throws(LineError) -> (text: String, start: Int)? {
    skipSpace()
    guard position < scalars.count, scalars[position] != "#" else { return nil }
    let start = position
    var word = String.UnicodeScalarView()
    guard scalars[position] == "\"" else {
      while position < scalars.count, scalars[position] != " ", scalars[position] != "\t" {
        word.append(scalars[position])
        position += 1
      }
      return (String(word), start)
    }
    position += 1
    while position < scalars.count, scalars[position] != "\"" {
      if scalars[position] == "\\", position + 1 < scalars.count { position += 1 }
      word.append(scalars[position])
      position += 1
    }
    guard position < scalars.count else {
      throw error("the quotation mark is never closed", at: start)
    }
    position += 1
    return (String(word), start)
  }

  private mutating func reference(_ what: String) throws(LineError) -> Decision.Reference {
    guard let (text, start) = try word() else {
      throw error(
        "\(what) is missing: an event’s id, ARTICLE:OFFSET or ARTICLE:title", at: scalars.count)
    }
    guard let colon = text.lastIndex(of: ":") else {
      if text == "because" { throw error("\(what) is missing before “because”", at: start) }
      return .event(text)
    }
    let article = String(text[..<colon])
    let place = text[text.index(after: colon)...]
    if article.isEmpty { throw error("an article’s id is missing before the colon", at: start) }
    if place == "title" { return .place(article: article, offset: nil) }
    guard !place.isEmpty, place.utf8.allSatisfy({ (48...57).contains($0) }), let offset = Int(place)
    else {
      throw error(
        "“\(place)” is no offset: a number that counts from 0, or “title”",
        at: start + article.unicodeScalars.count + 1)
    }
    return .place(article: article, offset: offset)
  }

  private mutating func reason() throws(LineError) -> String {
    guard let (text, start) = try word() else { return "" }
    guard text == "because" else {
      throw error("“\(text)” is one word too many; a reason begins with “because”", at: start)
    }
    skipSpace()
    var reason = String.UnicodeScalarView()
    reason.append(contentsOf: scalars[position...])
    var words = String(reason)
    while words.hasSuffix(" ") || words.hasSuffix("\t") { words.removeLast() }
    if words.isEmpty { throw error("a reason is missing after “because”", at: scalars.count) }
    position = scalars.count
    return words
  }

  mutating func decision() throws(LineError) -> Decision? {
    guard let (verb, start) = try word() else { return nil }
    switch verb {
    case "same", "apart":
      let subjects = [try reference("the first event"), try reference("the second event")]
      return Decision(
        verdict: verb == "same" ? .same : .apart, subjects: subjects, because: try reason(),
        line: number)
    case "resolved":
      let subject = try reference("the event")
      guard let (name, place) = try word() else {
        throw error(
          "what differs is missing: date, number, actor, place or status", at: scalars.count)
      }
      guard let aspect = TimelineDiff.Difference.Aspect(rawValue: name) else {
        throw error(
          "“\(name)” is nothing that can differ: date, number, actor, place, status or naming",
          at: place)
      }
      guard let (value, _) = try word() else {
        throw error("the value that holds is missing", at: scalars.count)
      }
      return Decision(
        verdict: .resolved(aspect: aspect, value: value), subjects: [subject],
        because: try reason(), line: number)
    default:
      throw error("“\(verb)” is no decision; a line begins with same, apart or resolved", at: start)
    }
  }
}
