import DatelineModel

/// Reads passages for time expressions, without counting any from an anchor.
struct TimeMentionFinder {
  let rules: TimeRules
  private(set) var mentions: [TimeMention] = []
  /// Dates that a page tells of itself, such as when it was last updated.
  private(set) var furniture: [TimeMention] = []
  /// Months that are somebody's name in the article.
  private(set) var namesakes: Set<Int> = []
  private var matcher: TimeMatcher
  private var sentenceCount = 0
  private var groupCount = 0

  init(rules: TimeRules) {
    self.rules = rules
    matcher = TimeMatcher(rules: rules)
    mentions.reserveCapacity(8)
  }

  /// Each token's lexeme, and which sentences hold a word or digits that can make a time.
  static func lexemes(of text: SegmentedText, _ lexicon: TimeLexicon) -> [UInt16] {
    text.tokens.map { token in
      token.kind == .number ? 0 : lexicon.lexeme(token.hash)
    }
  }

  /// In a post letters are drawn out: "tonighttt" and "fridayyyy" are the words that they stretch.
  static func shorten(_ lexemes: inout [UInt16], of text: SegmentedText, _ lexicon: TimeLexicon) {
    for (index, token) in text.tokens.enumerated() where lexemes[index] == 0 {
      guard token.kind == .word, token.end - token.start > 4 else { continue }
      var letters: [UInt8] = []
      var isStretched = false
      for byte in text.bytes[Int(token.start)..<Int(token.end)] {
        // Two of a kind are how some words are written; three are no word.
        if letters.suffix(2).count(where: { $0 | 0x20 == byte | 0x20 }) == 2 {
          isStretched = true
        } else {
          letters.append(byte)
        }
      }
      guard isStretched else { continue }
      let single = letters.indices.filter {
        $0 == 0 || letters[$0] | 0x20 != letters[$0 - 1] | 0x20
      }.map { letters[$0] }
      for word in [letters, single] where lexemes[index] == 0 {
        lexemes[index] = lexicon.lexeme(Token.hash(of: String(decoding: word, as: UTF8.self)))
      }
    }
  }

  mutating func read(_ text: SegmentedText, _ lexemes: [UInt16], as kind: TextKind) {
    matcher.kind = kind
    for sentence in text.sentences {
      sentenceCount += 1
      if holdsHead(sentence.tokens, lexemes, in: text) { read(sentence, lexemes, of: text) }
    }
  }

  /// Whether a sentence holds a word or digits that can make a time: most hold none, and then
  /// nothing else is done with them.
  private func holdsHead(_ range: Range<Int>, _ lexemes: [UInt16], in text: SegmentedText) -> Bool {
    for index in range {
      let lexeme = lexemes[index]
      if lexeme != 0, rules.lexicon.isHead(lexeme) { return true }
      switch text.tokens[index].kind {
      case .number:
        if TimeToken.isHeadNumber(text.tokens[index], in: text.bytes, as: matcher.kind) {
          return true
        }
      case .mixed: return true
      case .word, .punctuation: continue
      }
    }
    return false
  }

  private mutating func read(
    _ sentence: SegmentedSentence, _ lexemes: [UInt16], of text: SegmentedText
  ) {
    matcher.read(sentence.tokens, in: text, lexemes)
    let first = mentions.count
    defer { lendDays(from: first) }
    for index in matcher.tokens.indices
    where matcher.tokens[index].isHead && matcher.tokens[index].isCapital {
      if let month = matcher.namesake(index) { namesakes.insert(month) }
    }
    var index = 0
    while let run = matcher.nextRun(from: index) {
      index = run.lowerBound
      while index < run.upperBound {
        guard let match = matcher.longest(at: index), match.draft.isNamed,
          match.parts.allSatisfy(\.draft.isNamed)
        else {
          index += 1
          continue
        }
        index = match.end
        if match.draft.has(.none) {
          if match.draft.has(.year), match.draft.has(.day) {
            furniture.append(
              mention(
                match.draft, match.start..<match.end, rules.rules[match.rule].id, sentence, text))
          }
          continue
        }
        emit(match, sentence, of: text)
      }
      index = max(index, run.upperBound)
    }
  }

  /// The day behind a clock that stands in two zones is the clock's: "at 1653 local time (2153 GMT) on
  /// Tuesday".
  private mutating func lendDays(from first: Int) {
    for index in mentions.indices.dropFirst(first).dropFirst().reversed() {
      let (clock, next) = (mentions[index - 1], mentions[index])
      let gap = next.span.start - clock.span.end
      guard clock.draft.isClockAlone, !next.draft.isClockAlone, next.group == nil,
        next.draft.has(.weekday) || next.draft.has(.day), (0...TimeMentionFinder.beside) ~= gap
      else { continue }
      mentions[index - 1].draft.complete(
        from: next.draft, [.weekday, .day, .month, .year, .direction])
      mentions[index - 1].tense = next.tense
    }
  }

  /// As many bytes may stand between a clock and its day: ") on ".
  private static let beside = 6

  private mutating func emit(
    _ match: TimeMatcher.Match, _ sentence: SegmentedSentence, of text: SegmentedText
  ) {
    let rule = rules.rules[match.rule]
    guard !match.parts.isEmpty else {
      let origin = rules.rules[match.origin].id
      append(match.draft, match.start..<match.end, origin, sentence, of: text)
      return
    }
    // The members of a range or list lend one another the coarser fields that they leave out.
    if let date = monthOfYear(match) {
      append(date, match.start..<match.end, rule.id, sentence, of: text)
      return
    }
    if match.draft.has(.span), let start = match.parts.first?.draft,
      let end = match.parts.last?.draft,
      let from = start[.year], let to = end[.year], from > to, !start.has(.era), !end.has(.era)
    {
      // "The vote was 1990 to 1800" runs backward: no range of years.
      return
    }
    groupCount += 1
    var drafts = match.parts.map(\.draft)
    let first = drafts[0]
    for _ in 0..<2 {
      for index in drafts.indices.reversed().dropFirst() {
        drafts[index].inherit(from: drafts[index + 1])
      }
      for index in drafts.indices.dropFirst() { drafts[index].inherit(from: drafts[index - 1]) }
    }
    if match.draft.has(.span) { drafts[0].startBefore(drafts[drafts.count - 1], told: first) }
    // One verb dates them all: "held on May 14-15".
    let tense = matcher.tense(around: match.start..<match.end, in: text.bytes)
    for (part, draft) in zip(match.parts, drafts) {
      append(draft, part.tokens, rule.id, sentence, of: text)
      mentions[mentions.count - 1].tense = tense
      mentions[mentions.count - 1].group = groupCount
      mentions[mentions.count - 1].isRange = match.draft.has(.span)
    }
    guard drafts.allSatisfy({ $0.has(.weekday) && !$0.has(.day) && !$0.has(.direction) }),
      match.parts.allSatisfy({ $0.draft.has(.weekday) })
    else { return }
    let isForward = zip(drafts, drafts.dropFirst()).allSatisfy { earlier, later in
      ((later[.weekday] ?? 0) - (earlier[.weekday] ?? 0) + 7) % 7 < 5
    }
    guard isForward || match.draft.has(.span) else {
      // "Friday and Thursday" goes backward: each is counted by itself.
      for index in 1...drafts.count { mentions[mentions.count - index].group = nil }
      return
    }
    for index in drafts.indices.dropLast() {
      mentions[mentions.count - drafts.count + index].laterWeekdays =
        drafts[(index + 1)...].compactMap { $0[.weekday] }
    }
  }

  /// "2019-05" is a month and "2005-09" years: only years go up.
  private func monthOfYear(_ match: TimeMatcher.Match) -> TimeDraft? {
    guard match.parts.count == 2, match.draft.has(.span) else { return nil }
    var date = match.parts[0].draft
    let end = match.parts[1].draft
    guard let year = date[.year], !date.has(.month), let month = end[.shortYear], !end.has(.year),
      month <= year % 100, (1...12).contains(month)
    else { return nil }
    date[.month] = month
    return date
  }

  private mutating func append(
    _ draft: TimeDraft, _ range: Range<Int>, _ rule: String, _ sentence: SegmentedSentence,
    of text: SegmentedText
  ) {
    mentions.append(mention(draft, range, rule, sentence, text))
  }

  private func mention(
    _ draft: TimeDraft, _ range: Range<Int>, _ rule: String, _ sentence: SegmentedSentence,
    _ text: SegmentedText
  ) -> TimeMention {
    let tokens = matcher.tokens
    var mention = TimeMention(
      span: TextSpan(
        Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end)),
      inTitle: text.isTitle, draft: draft, rule: rule,
      tense: matcher.tense(around: range, in: text.bytes),
      bound: bound(around: range), edge: edge(before: range.lowerBound - 1),
      sentence: sentenceCount, paragraph: sentence.paragraph)
    mention.isBareMonth =
      range.count == 1 && draft.has(.month) && !matcher.isOne(range.lowerBound - 1, rules.function)
    mention.isLength = draft.has(.span) && matcher.isOne(range.lowerBound - 1, rules.lengthPrep)
    mention.isStamp = draft.has(.hour) && isInOpeningBrackets(range, of: text)
    let before = range.lowerBound - 1
    mention.isDoubted =
      matcher.isOne(before, rules.doubt)
      || matcher.isOne(before - 1, rules.doubt) && matcher.isOne(before, rules.function)
    mention.isBirth =
      matcher.isOne(before, rules.birth) || matcher.isOne(before - 1, rules.birth)
    mention.isAside =
      draft.has(.year) && range.lowerBound > 2 && range.upperBound < tokens.count
      && text.bytes[Int(tokens[range.upperBound].start)] == UInt8(ascii: ",")
    if draft.has(.month), !draft.has(.year) {
      mention.isPluperfect = (max(0, range.lowerBound - 10)..<range.upperBound + 6).contains {
        matcher.isOne($0, rules.pluperfect)
      }
    }
    if opensLine(range.lowerBound) {
      if draft.has(.month) {
        mention.isEntry =
          isEntry(range.upperBound, of: text) || endsLine(range.upperBound, of: text)
        mention.mayBeEntry =
          draft.has(.day) && range.upperBound < tokens.count && tokens[range.upperBound].isCapital
        mention.isHeading = draft.has(.year)
      } else if draft.has(.year), range.count == 1 {
        mention.isHeading = endsLine(range.upperBound, of: text)
      }
    }
    // The entries of a chronology are told in the present: "12 August: he resigns".
    if mention.isEntry
      || draft.has(.day) && draft.has(.month) && isEntry(range.upperBound, of: text)
    {
      mention.tense = 0
    }
    return mention
  }

  private func opensLine(_ index: Int) -> Bool {
    matcher.tokens[index].shape.contains(.lineBefore) || matcher.tokens[index].start == 0
  }

  private func endsLine(_ index: Int, of text: SegmentedText) -> Bool {
    let tokens = matcher.tokens
    guard index < tokens.count else {
      let end = Int(tokens[tokens.count - 1].end)
      return end < text.bytes.count
        && text.bytes[end...].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "\n")
    }
    return tokens[index].shape.contains(.lineBefore)
  }

  /// A colon, or a dash between spaces, parts a date from what happened then.
  private func isEntry(_ index: Int, of text: SegmentedText) -> Bool {
    let tokens = matcher.tokens
    guard index + 1 < tokens.count, tokens[index].isPunctuation,
      !tokens[index + 1].shape.contains(.lineBefore)
    else { return false }
    let mark = text.bytes[Int(tokens[index].start)..<Int(tokens[index].end)]
    if mark.elementsEqual(":".utf8) { return tokens[index + 1].digits == 0 }
    return ["-", "–", "—"].contains { mark.elementsEqual($0.utf8) }
      && !tokens[index].isGlued && !tokens[index + 1].isGlued
  }

  /// As many tokens may stand in the brackets of a stamp.
  private static let stamp = 24

  private func isInOpeningBrackets(_ range: Range<Int>, of text: SegmentedText) -> Bool {
    let tokens = matcher.tokens
    func byte(_ index: Int) -> UInt8 { text.bytes[Int(tokens[index].start)] }
    let end = min(TimeMentionFinder.stamp, tokens.count)
    guard range.lowerBound > 0, range.upperBound < end,
      byte(0) == UInt8(ascii: "(") || byte(0) == UInt8(ascii: "[")
    else { return false }
    let closing: UInt8 = byte(0) == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    return (range.upperBound..<end).contains { byte($0) == closing }
      && !(1..<range.lowerBound).contains { byte($0) == closing }
  }

  private func edge(before index: Int) -> Int? {
    if matcher.isOne(index, rules.begin) { return 0 }
    return matcher.isOne(index, rules.end) ? 1 : nil
  }

  /// What opens the interval: "since March", "until last Friday", "no later than 5 May", "from
  /// July onwards".
  private func bound(around range: Range<Int>) -> Int? {
    let before = range.lowerBound - 1
    let symbols = [rules.since, rules.until, rules.after, rules.before]
    if let bound = symbols.firstIndex(where: { matcher.isOne(before, $0) }) {
      // "after Monday's attack", "after Friday prayers", "before May local elections": the day of the attack,
      // and not what follows it.
      return matcher.opensOccasion(range.upperBound) ? nil : bound
    }
    if matcher.isOne(before, rules.than) { return matcher.value(before - 1, as: rules.later) }
    return matcher.value(range.upperBound, as: rules.onward)
  }
}

extension TimeDraft {
  /// What "3" takes from "9 March 2014" in "3 and 9 March 2014", and "March" from its year.
  mutating func inherit(from other: TimeDraft) {
    guard !has(.ref) else { return }
    if has(.amount) {
      // "two to six days": the first length has its unit from the second.
      if !has(.amountUnit) { complete(from: other, [.amountUnit]) }
      return
    }
    if !has(.year), let short = self[.shortYear], let year = other[.year] {
      // "1957-60": the second year lies in the first one's century.
      self[.year] = year / 100 * 100 + short
    }
    if has(.day), !has(.month) { complete(from: other, [.month]) }
    if has(.month) || has(.quarter) || has(.season) || has(.holiday) || has(.half), !has(.year),
      !has(.unit)
    {
      complete(from: other, [.year, .era, .calendar, .unit, .count, .base])
    }
    if has(.decade) || has(.century) || has(.year) { complete(from: other, [.era]) }
    if has(.hour) { complete(from: other, [.halfDay, .zone]) }
    // "3:00 or 4:00 on Sunday afternoon".
    if has(.hour), !has(.halfDay), other.has(.hour) { complete(from: other, [.daypart]) }
    if has(.weekday), !has(.day), !has(.unit), !has(.direction), other.has(.weekday) {
      // "Friday and Saturday of last week".
      complete(from: other, [.unit, .count, .base])
    }
    if has(.hour) || has(.daypart), !has(.day), !has(.weekday), !has(.unit) {
      complete(
        from: other,
        [.day, .month, .year, .weekday, .direction, .unit, .count, .base])
    }
  }

  /// What the start of a range took over from its end, put right where the range would run
  /// backward: "December 30 to January 5, 2018", "11 to 2 p.m.". `told` is the start as told.
  mutating func startBefore(_ end: TimeDraft, told: TimeDraft) {
    if !told.has(.year), let year = self[.year], year == end[.year], let month = self[.month],
      let last = end[.month], month > last
    {
      self[.year] = year - 1
    }
    if !told.has(.halfDay), self[.halfDay] == 1, let hour = self[.hour], let last = end[.hour],
      hour % 12 > last % 12
    {
      self[.halfDay] = 0
    }
    if !told.has(.daypart), has(.daypart), let hour = self[.hour], let last = end[.hour],
      hour % 12 > last % 12
    {
      self[.daypart] = nil
    }
  }
}
