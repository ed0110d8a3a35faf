import DatelineModel

/// The line that names an event: the words of its best mention and no others.
struct EventLabel {
  let text: String

  /// Letters beyond which a label is cut at a word.
  private static let limit = 120

  init(of mentions: [Mention]) {
    var best: (text: String, rank: Double)?
    for mention in mentions {
      let words = mention.quote.split { $0 == "\n" || $0 == " " || $0 == "\t" }
        .joined(separator: " ")
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

  /// At most `limit` scalars, ending at a word, with an ellipsis where words are left out.
  private static func cut(_ words: String) -> String {
    var label = words
    while let last = label.unicodeScalars.last, ",;:–—- ".unicodeScalars.contains(last) {
      label.unicodeScalars.removeLast()
    }
    guard label.unicodeScalars.count > limit else { return label }
    var kept = ""
    for word in label.split(separator: " ") {
      if kept.unicodeScalars.count + word.unicodeScalars.count + 1 > limit { break }
      kept += (kept.isEmpty ? "" : " ") + word
    }
    if kept.isEmpty { kept = String(label.unicodeScalars.prefix(limit)) }
    while let last = kept.unicodeScalars.last, ",;:–—-. ".unicodeScalars.contains(last) {
      kept.unicodeScalars.removeLast()
    }
    return kept + "…"
  }
}
