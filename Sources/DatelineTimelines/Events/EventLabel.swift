import DatelineModel

/// The line that names an event: the words of its best mention, less what the line can do without.
///
/// What stands between commas, dashes or brackets and names neither the trigger nor somebody who
/// takes part is left out, and so is who says it: the entry tells its day and its sources anyway.
/// The words that remain are the report's own, in their order.
///
/// ```swift
/// // "On the sidelines, the delegation met Khaji, a senior aide, to discuss the latest news"
/// EventLabel(of: mentions).text  // "The delegation met Khaji"
/// ```
struct EventLabel {
  let text: String

  /// Letters beyond which a label is cut at a word.
  private static let limit = 110
  /// Letters from which on insertions are left out.
  private static let comfortable = 70

  init(of mentions: [Mention]) {
    var best: (text: String, rank: Double)?
    for mention in mentions {
      let words = EventLabel.core(of: mention)
      let length = words.unicodeScalars.count
      var rank = 0.0
      if mention.inTitle { rank += 3 }
      if mention.status == .asserted { rank += 1 }
      if !mention.isBackground { rank += 0.5 }
      if mention.date != nil { rank += 0.2 }
      rank += min(Double(mention.participants.count), 3) * 0.2
      if length < 20 { rank -= 1.5 }
      if length > EventLabel.limit { rank -= 1 }
      if !mention.inTitle { rank -= min(Double(mention.start), 2000) / 4000 }
      if rank > best?.rank ?? -.infinity { best = (words, rank) }
    }
    text = EventLabel.cut(best?.text ?? "")
  }

  /// The quote from its subject on, without the pieces that say nothing of who did what.
  private static func core(of mention: Mention) -> String {
    var words = mention.quote
    // A clause whose subject stands before the quote is read from the start of its sentence.
    if let first = words.unicodeScalars.first, first.properties.isLowercase,
      !namesItsSubject(mention), let place = mention.sentence.firstRange(of: words)
    {
      words = String(mention.sentence[..<place.upperBound])
    }
    var pieces = LabelPiece.pieces(of: words.joinedBySpaces)
    let trigger = mention.trigger?.joinedBySpaces
    let names = mention.participants.map(\.printed).filter { $0 != mention.attribution }
    for index in pieces.indices {
      let text = pieces[index].text
      if let trigger, text.contains(trigger) { pieces[index].isCore = true }
      if names.contains(where: text.contains) { pieces[index].isCore = true }
    }
    guard let told = pieces.firstIndex(where: { trigger.map($0.text.contains) ?? $0.isCore })
    else { return EventLabel.capitalised(words.joinedBySpaces) }
    let length = words.unicodeScalars.count
    if length <= comfortable, pieces[..<told].allSatisfy(\.isCore) {
      return EventLabel.capitalised(words.joinedBySpaces)
    }
    var line = ""
    var hasGap = false
    for (index, piece) in pieces.enumerated() {
      let isAttribution = mention.attribution.map(piece.text.contains) ?? false
      let isKept =
        index == told
        || (piece.isCore && !(piece.isInserted && length > comfortable)
          && !(index < told && isAttribution))
      guard isKept else {
        hasGap = true
        continue
      }
      // What an insertion parted, a subject and its verb, stands together without it.
      line += line.isEmpty ? piece.text : (hasGap && index <= told ? " " : piece.mark) + piece.text
      hasGap = false
    }
    return EventLabel.capitalised(line)
  }

  /// "(since) the war began", "(when) the guards left": the words before the trigger are its own
  /// subject, unless they name nobody and somebody who acts is named elsewhere.
  private static func namesItsSubject(_ mention: Mention) -> Bool {
    guard let trigger = mention.trigger, let place = mention.quote.firstRange(of: trigger),
      place.lowerBound > mention.quote.startIndex
    else { return false }
    let front = mention.quote[..<place.lowerBound]
    if mention.attribution == nil, let start = mention.sentence.firstRange(of: mention.quote) {
      // "a resolution that the assembly passed": without the noun before, what was passed is lost.
      let before = mention.sentence[..<start.lowerBound]
      if before.hasSuffix("that ") || before.hasSuffix("which ") { return false }
    }
    let actors = mention.participants.filter { $0.role == .actor }
    return actors.isEmpty
      ? front.split(separator: " ").count <= 2 : actors.contains { front.contains($0.printed) }
  }

  private static func capitalised(_ words: String) -> String {
    guard let first = words.first else { return words }
    return first.uppercased() + words.dropFirst()
  }

  /// At most `limit` scalars, ending at a word, with an ellipsis where words are left out.
  private static func cut(_ words: String) -> String {
    let label = words.trimmed(of: ",;:–—- ")
    guard label.unicodeScalars.count > limit else { return label }
    var kept = ""
    for word in label.split(separator: " ") {
      if kept.unicodeScalars.count + word.unicodeScalars.count + 1 > limit { break }
      kept += (kept.isEmpty ? "" : " ") + word
    }
    if kept.isEmpty { kept = String(label.unicodeScalars.prefix(limit)) }
    return kept.trimmed(of: ",;:–—-. ") + "…"
  }
}

/// A stretch of a line between two commas, dashes or brackets.
private struct LabelPiece {
  var text: String
  /// What stands before it, such as ", ".
  var mark: String
  /// Stands between dashes or brackets.
  var isInserted = false
  /// Names the trigger or somebody who takes part.
  var isCore = false

  /// The pieces of a line; a comma within a number, or within quotation marks, parts nothing.
  static func pieces(of line: String) -> [LabelPiece] {
    let scalars = Array(line.unicodeScalars)
    var pieces = [LabelPiece(text: "", mark: "")]
    var isQuoted = false
    var isInserted = false
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "\"", "“", "”":
        isQuoted = scalar == "\"" ? !isQuoted : scalar == "“"
      case "," where next == " " && !isQuoted, ";" where next == " " && !isQuoted:
        pieces.append(
          LabelPiece(text: "", mark: String(scalar) + " ", isInserted: isInserted))
        index += 2
        continue
      case "–", "—", "-":
        guard !isQuoted, next == " ", index > 0, scalars[index - 1] == " " else { break }
        isInserted.toggle()
        // Of two dashes in a row the second has no space of its own before it.
        _ = pieces[pieces.count - 1].text.unicodeScalars.popLast()
        pieces.append(LabelPiece(text: "", mark: " \(scalar) ", isInserted: isInserted))
        index += 2
        continue
      default: break
      }
      pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
      index += 1
    }
    if isInserted {
      // One dash alone, as behind a dateline, inserts nothing.
      let last = pieces.lastIndex { !$0.isInserted } ?? -1
      for index in pieces.indices where index > last { pieces[index].isInserted = false }
    }
    return pieces.filter { !$0.text.isEmpty }
  }
}

extension String {
  /// Words parted by single spaces.
  fileprivate var joinedBySpaces: String {
    split { $0 == "\n" || $0 == " " || $0 == "\t" }.joined(separator: " ")
  }

  fileprivate func trimmed(of marks: String) -> String {
    var text = self
    while let last = text.unicodeScalars.last, marks.unicodeScalars.contains(last) {
      text.unicodeScalars.removeLast()
    }
    return text
  }
}
