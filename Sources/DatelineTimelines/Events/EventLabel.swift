import DatelineModel

/// The line that names an event: the words of its best mention, less what the line can do without.
///
/// A short sentence stands whole. Of a longer one the clause is taken that tells the event, unless
/// it is a fragment: one that lacks its subject, opens with a pronoun, or says only that somebody
/// spoke. What stands between commas, dashes or brackets and names neither the trigger nor somebody
/// who takes part is left out, and so is who says it: the entry tells its day and its sources
/// anyway. The words that remain are the report's own, in their order. What is only named beside
/// another deed ("after Sunday's attack") keeps to its own words, since the sentence has another day.
///
/// ```swift
/// // "On the sidelines, the delegation met Khaji, a senior aide of many years, to discuss the
/// // latest news from the north"
/// EventLabel(of: mentions).text  // "The delegation met Khaji"
/// ```
struct EventLabel {
  let text: String

  /// Letters beyond which a label is cut at a word.
  private static let limit = 110
  /// Letters up to which a sentence, or a clause, stands whole.
  private static let comfortable = 75

  init(of mentions: [Mention]) {
    // What the words take away is found last, since it costs most: what ranks highest without it is
    // looked at first, and what cannot reach the best any more is not looked at.
    let centrality = WordCentrality(mentions)
    let dead = mentions.lazy.compactMap { EventLabel.dead($0, ofPart: false) }.max() ?? 0
    let hasCome = mentions.contains { $0.status == .asserted || $0.status == .negated }
    let order = mentions.indices.map { place in
      let mention = mentions[place]
      // "Five tourists killed in strike" does not name what killed 31.
      let tellsFew = EventLabel.dead(mention, ofPart: true).map { 3 * $0 <= dead } ?? false
      return (
        place: place,
        rank: EventLabel.rank(mention) + centrality.share(of: place)
          - (tellsFew ? EventLabel.few : 0)
          // "Talks to open on 1 August" names no talks that were held.
          - (hasCome && mention.status == .expected ? EventLabel.ahead : 0)
      )
    }
    .sorted { ($0.rank, $1.place) > ($1.rank, $0.place) }
    var best: (text: String, rank: Double, place: Int)?
    for (place, highest) in order {
      if let best, highest < best.rank { break }
      let words = EventLabel.core(of: mentions[place])
      let rank =
        highest - EventLabel.loss(of: words)
        - EventLabel.loss(of: words, telling: mentions[place].trigger)
      if let best, (best.rank, place) >= (rank, best.place) { continue }
      best = (words, rank, place)
    }
    let line = best.map { EventLabel.ended($0.text, of: mentions[$0.place]) }
    text = EventLabel.cut(line ?? "")
  }

  /// What a line loses that looks forward to what has been told since.
  private static let ahead = 3.5
  /// What a line loses that counts hardly any of the dead.
  private static let few = 1.5

  /// The most dead that a mention counts, of all or of some part.
  private static func dead(_ mention: Mention, ofPart: Bool) -> Double? {
    mention.figures.lazy.filter { $0.subject == .killed && (ofPart || $0.of == nil) }
      .map(\.value).max()
  }

  /// A line that goes on in its sentence, without the words at its end that lead there; "kicks in" ends both.
  private static func ended(_ line: String, of mention: Mention) -> String {
    let bare = line.withoutFullStop
    return mention.sentence.joinedBySpaces.withoutFullStop.hasSuffix(bare.dropFirst())
      ? line : LabelWords.withoutDangling(bare.trimmed(of: ",;:–—- "))
  }

  /// How well a mention tells an event, whatever its words.
  private static func rank(_ mention: Mention) -> Double {
    var rank = 0.0
    if mention.inTitle { rank += 3 }
    switch mention.status {
    case .asserted: rank += 1
    // "The army denies it" names nothing that took place.
    case .denied, .negated, .counterfactual: rank -= 2
    case .alleged, .expected: break
    }
    if !mention.isBackground { rank += 0.5 }
    if mention.figures.contains(where: { $0.subject == .killed && $0.of == nil }) { rank += 0.5 }
    if mention.date != nil { rank += 0.2 }
    if mention.isNamed { rank -= 3 }
    rank += min(Double(mention.participants.count), 3) * 0.2
    if !mention.inTitle { rank -= min(Double(mention.start), 2000) / 4000 }
    return rank
  }

  /// What a line loses by its words: too short, too long, or hanging on what stands before.
  private static func loss(of words: String) -> Double {
    let length = words.scalarCount
    return (length < 20 ? 1.5 : 0) + (length > limit ? 1 : 0)
      + (LabelWords.isDependent(words) ? 1.5 : 0)
  }

  /// What a line loses that no longer holds what it tells, or holds it in a clause that describes somebody
  /// ("The executive who was seized on 28 January").
  private static func loss(of words: String, telling trigger: String?) -> Double {
    guard let trigger = trigger?.joinedBySpaces, !trigger.isEmpty else { return 0 }
    // A line begins with a capital letter, and so may its trigger: "Wounding dozens of people".
    let begins = words.firstRange(ofBytes: trigger.prefix(1).uppercased() + trigger.dropFirst())
    guard let place = words.firstRange(ofBytes: trigger) ?? begins else { return aside }
    let front = words[..<place.lowerBound]
    return front.isEmpty && trigger.hasSuffix("ing") || LabelWords.opensRelative(front)
      || LabelWords.isSubordinate(words) ? aside : 0
  }

  private static let aside = 1.5

  private static func core(of mention: Mention) -> String {
    let sentence = mention.sentence.joinedBySpaces.withoutOpening
    let quote = mention.quote.joinedBySpaces.withoutOpening
    // The sentence tells another deed, of another day.
    if mention.isNamed { return capitalised(quote) }
    guard let place = sentence.firstRange(ofBytes: quote) else {
      return capitalised(shortened(quote, of: mention))
    }
    let isShort = sentence.scalarCount <= comfortable
    if isShort, place.lowerBound == sentence.startIndex { return capitalised(sentence) }
    let before = sentence[..<place.lowerBound]
    guard isFragment(quote, of: mention, after: before) else {
      let line = shortened(quote, of: mention)
      return capitalised(saysOnlyThatSomebodySpoke(line, of: mention) ? quote : line)
    }
    if isShort { return capitalised(sentence) }
    let line = shortened(String(sentence[..<place.upperBound]), of: mention)
    if saysOnlyThatSomebodySpoke(line, of: mention) { return capitalised(sentence) }
    // A cut before the event itself would lose it.
    let trigger = mention.trigger?.joinedBySpaces ?? ""
    let reach = line.firstRange(ofBytes: trigger).map {
      line[..<$0.upperBound].scalarCount
    }
    return capitalised(
      reach ?? 0 < limit ? line : nearestStart(of: quote, in: sentence, at: place.lowerBound))
  }

  /// Whether a clause cannot stand alone: its subject is missing, or is a pronoun whose noun stands
  /// before it, or it hangs on the words before.
  private static func isFragment(
    _ quote: String, of mention: Mention, after before: Substring
  ) -> Bool {
    if before.isEmpty { return saysOnlyThatSomebodySpoke(quote, of: mention) }
    if LabelWords.isDependent(quote) { return true }
    let previous = before.spacedWords.last ?? ""
    // "The gathering of | citizens", "a congress meant | to bring": the clause began before.
    if LabelWords.binding.contains(previous.lowercased()) { return true }
    guard quote.unicodeScalars.first?.properties.isLowercase == true else { return false }
    return !namesItsSubject(quote, of: mention, after: before)
  }

  /// The quote with as many of the pieces before it as give it a subject, where they leave room.
  private static func nearestStart(
    of quote: String, in sentence: String, at start: String.Index
  ) -> String {
    var front = sentence[..<start]
    while let mark = front.lastIndex(where: { $0 == "," || $0 == ";" }) {
      let line = sentence[sentence.index(after: mark)..<start].drop { " \"”’".contains($0) } + quote
      if line.scalarCount > limit { break }
      if line.scalarCount > quote.scalarCount, !LabelWords.isDependent(line) {
        return String(line)
      }
      front = front[..<mark]
    }
    return quote
  }

  /// "(since) the war began", "(when) the guards left": the words before the trigger are its own
  /// subject, unless they name nobody and somebody who acts is named elsewhere.
  private static func namesItsSubject(
    _ quote: String, of mention: Mention, after before: Substring
  ) -> Bool {
    guard let trigger = mention.trigger?.joinedBySpaces,
      let place = quote.firstRange(ofBytes: trigger),
      place.lowerBound > quote.startIndex
    else { return false }
    let front = quote[..<place.lowerBound]
    // "a resolution that the assembly passed": without the noun before, what was passed is lost.
    if mention.attribution == nil, before.hasSuffix("that ") || before.hasSuffix("which ") {
      return false
    }
    let actors = mention.participants.filter { $0.role == .actor }
    return actors.isEmpty
      ? front.spacedWords.count <= 2 : actors.contains { front.holds($0.printed) }
  }

  /// "He warned", "the ministry said on 31 July": hardly a word follows the trigger, nobody is
  /// acted upon, and the sentence tells more.
  private static func saysOnlyThatSomebodySpoke(_ line: String, of mention: Mention) -> Bool {
    guard let trigger = mention.trigger?.joinedBySpaces,
      let place = line.firstRange(ofBytes: trigger),
      line.scalarCount <= 50,
      mention.sentence.scalarCount > line.scalarCount + 15,
      !mention.participants.contains(where: { $0.role == .recipient && line.holds($0.printed) })
    else { return false }
    let after = line[place.upperBound...].spacedWords
    let front = line[..<place.lowerBound].spacedWords
    return after.isEmpty
      || (!front.isEmpty && after.count <= 3 && LabelWords.reporting.contains(trigger.lowercased()))
  }

  /// The line without the pieces that say nothing of who did what.
  private static func shortened(_ words: String, of mention: Mention) -> String {
    guard words.scalarCount > comfortable else { return words }
    var pieces = LabelPiece.pieces(of: words)
    let trigger = mention.trigger?.joinedBySpaces
    let names = mention.participants.map(\.printed).filter { $0 != mention.attribution }
    for index in pieces.indices {
      let text = pieces[index].text
      if let trigger, text.holds(trigger) { pieces[index].isCore = true }
      if names.contains(where: text.holds) { pieces[index].isCore = true }
    }
    guard let told = pieces.firstIndex(where: { trigger.map($0.text.holds) ?? $0.isCore })
    else { return words }
    // The trigger's subject stands in a piece before, unless its own piece names one.
    let front = pieces[told].text[...]
    let subject =
      front.firstRange(ofBytes: trigger ?? "").map { front[..<$0.lowerBound] } ?? front
    let hasSubject =
      names.contains(where: subject.holds) || subject.spacedWords.count > 3
    if !hasSubject, let speaker = LabelWords.subject(ofReport: pieces[0].text), told > 0 {
      // "The army said that …, and accused": the speaker is the subject of both verbs.
      pieces[0].text = speaker
      pieces[told].text = LabelWords.withoutConjunction(pieces[told].text)
      pieces[told].mark = " "
    }
    // "The envoy said that Arden, Belmar and Karsovia agreed": what is said goes on in the pieces
    // behind where its own has no room for a clause.
    let after = front[
      (front.firstRange(ofBytes: trigger ?? "")?.upperBound ?? front.endIndex)...]
    let isReport =
      LabelWords.reporting.contains(trigger?.lowercased() ?? "")
      && after.spacedWords.count <= 5
    var line = ""
    var hasGap = false
    for (index, piece) in pieces.enumerated() {
      if index > told, piece.mark.hasPrefix(";") { break }
      let isAttribution = mention.attribution.map(piece.text.holds) ?? false
      let opens = index == 0 && !hasSubject && !LabelWords.isAdverbial(piece.text)
      let isKept =
        index == told || opens || (isReport && index > told)
        || (piece.isCore && !piece.isInserted && !(index < told && isAttribution)
          && (index > told || hasSubject || !LabelWords.isDependent(piece.text)))
      guard isKept else {
        hasGap = true
        continue
      }
      // What an insertion parted, a subject and its verb, stands together without it.
      line += line.isEmpty ? piece.text : (hasGap && index <= told ? " " : piece.mark) + piece.text
      hasGap = false
    }
    return line
  }

  private static func capitalised(_ words: String) -> String {
    let line = LabelWords.withoutConjunction(words)
    guard let first = line.first else { return words }
    return first.uppercased() + line.dropFirst()
  }

  /// At most `limit` scalars, ending at a word, with an ellipsis where words are left out.
  private static func cut(_ words: String) -> String {
    let label = words.withoutFullStop.trimmed(of: ",;:–—- ")
    guard label.scalarCount > limit else { return label }
    var kept = ""
    for word in label.spacedWords {
      if kept.scalarCount + word.scalarCount + 1 > limit { break }
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
  /// "GENEVA (Agency) – Talks began" without place and agency.
  fileprivate var withoutOpening: String {
    let length = SentenceOpening(of: self).length
    return length == 0 ? self : String(decoding: utf8.dropFirst(length), as: UTF8.self)
  }

  /// Words parted by single spaces.
  fileprivate var joinedBySpaces: String {
    var before = UInt8(ascii: " ")
    let isJoined = utf8.allSatisfy { byte in
      defer { before = byte }
      return byte > 0x20 || byte == 0x20 && before != 0x20
    }
    if isJoined, before != 0x20 { return self }
    return split { $0 == "\n" || $0 == " " || $0 == "\t" }.joined(separator: " ")
  }

  /// Without the full stop of a sentence; "6 a.m." keeps its own.
  fileprivate var withoutFullStop: String {
    // From its end: a label has many words, and only the last one is asked.
    let word = reversed().drop { $0 == " " }.prefix { $0 != " " }
    return word.first == "." && !word.dropFirst().contains(".") && word.count > 2
      ? String(dropLast()) : self
  }

  fileprivate func trimmed(of marks: String) -> String {
    var text = self
    while let last = text.unicodeScalars.last, marks.unicodeScalars.contains(last) {
      text.unicodeScalars.removeLast()
    }
    return text
  }
}
