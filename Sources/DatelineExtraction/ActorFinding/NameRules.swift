import DatelineModel

/// Finds names by tables and the words around them, without anything learned.
struct NameRules {
  let passage: NamePassage
  let memo: NameMemo

  private var tokens: [Token] { passage.text.tokens }

  func runs() -> [NameRun] {
    var runs: [NameRun] = []
    for sentence in passage.text.sentences { find(in: sentence.tokens, into: &runs) }
    return runs
  }

  /// How a sentence is written: where every word has a capital, a capital tells nothing.
  enum Lettering { case plain, headline, capitals }

  func lettering(_ sentence: Range<Int>) -> Lettering {
    var lower = 0
    var capitalised = 0
    var capitals = 0
    var words = 0
    for index in sentence where tokens[index].kind == .word {
      let shape = tokens[index].shape
      let length = tokens[index].end - tokens[index].start
      if shape.contains(.allCapitals) {
        capitals += 1
        words += 1
      } else if shape.contains(.capitalised) {
        capitalised += 1
        words += 1
      } else if length > 2,
        !passage.classes[index].contains(.closed) || passage.classes[index].contains(.say)
      {
        lower += 1
        words += 1
      }
    }
    if capitals >= 3, lower + capitalised == 0 { return .capitals }
    if capitalised + capitals >= 4, lower * 4 <= words, passage.text.isTitle || sentence.count > 5,
      lower == 0 || passage.text.isTitle
    {
      return .headline
    }
    return .plain
  }

  private func find(in sentence: Range<Int>, into runs: inout [NameRun]) {
    let lettering = lettering(sentence)
    var index = sentence.lowerBound
    var titleBefore = false
    while index < sentence.upperBound {
      guard isCandidate(index, sentence) else {
        // "President of Syria", "envoy for": only a name right behind a title is its bearer.
        titleBefore = isTitleEnd(index, sentence) && tokens[index].kind == .word
        index += 1
        continue
      }
      if let title = passage.tables.titles.match(tokens, at: index, before: sentence.upperBound),
        startsTitle(index, title.end, sentence)
      {
        titleBefore = true
        index = title.end
        if index < sentence.upperBound, tokens[index].hash == NamePassage.point { index += 1 }
        continue
      }
      if passage.classes[index].contains(.courtesy), index + 1 < sentence.upperBound {
        titleBefore = true
        index += 1
        if tokens[index].hash == NamePassage.point { index += 1 }
        continue
      }
      let run = run(at: index, sentence, lettering: lettering, titleBefore: titleBefore)
      titleBefore = false
      if let one = run.found { runs.append(one) }
      index = max(index + 1, run.end)
    }
  }

  // MARK: Candidates

  /// Whether a name may begin here.
  private func isCandidate(_ index: Int, _ sentence: Range<Int>) -> Bool {
    if passage.isCapitalised[index] {
      let classes = passage.classes[index]
      if classes.contains(.calendar), passage.matches[index] == nil,
        !(passage.senses[index].contains(.givenName) && isName(index + 1, sentence))
      {
        return false
      }
      if classes.contains(.closed) {
        // "The Hague", "US" and "IT": only a known longer name or an abbreviation.
        if let match = passage.matches[index] {
          return match.known >= 0 || match.end > index + 1
        }
        return tokens[index].shape.contains(.allCapitals)
          && passage.senses[index].contains(.country)
      }
      return true
    }
    // "al-Jaafari", "de Mistura".
    return passage.classes[index].contains(.particle) && tokens[index].kind == .word
      && isArabicArticle(index, sentence)
  }

  private func isArabicArticle(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard passage.classes[index].contains(.particle) else { return false }
    if passage.matches[index] != nil { return true }
    return index + 2 < sentence.upperBound && tokens[index + 1].hash == PhraseTable.hyphen
      && !tokens[index + 1].shape.contains(.spaceBefore) && passage.isCapitalised[index + 2]
  }

  private func isName(_ index: Int, _ sentence: Range<Int>) -> Bool {
    index < sentence.upperBound && passage.isCapitalised[index]
      && passage.classes[index].isDisjoint(with: [.closed, .calendar])
  }

  /// First in the sentence, or behind a quotation mark, colon or dash.
  func isFirst(_ index: Int, _ sentence: Range<Int>) -> Bool {
    if index == sentence.lowerBound { return true }
    let before = tokens[index - 1]
    guard before.kind == .punctuation else { return false }
    let byte = passage.text.bytes[Int(before.start)]
    return byte != UInt8(ascii: ",") && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "&")
      && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "(") && byte != UInt8(ascii: "'")
      && byte != UInt8(ascii: ".")
  }

  /// A title is one where a name, "of" or a comma follows, or nothing would be left of the name.
  private func startsTitle(_ start: Int, _ end: Int, _ sentence: Range<Int>) -> Bool {
    guard end < sentence.upperBound else { return true }
    // "Major League", "Director Records", "General Motors": the whole is a name.
    if let match = passage.matches[start], match.end > end { return false }
    var last = end
    while last < sentence.upperBound, isName(last, sentence) { last += 1 }
    if last > end, passage.classes[last - 1].contains(.organizationHead), last - start <= 4 {
      return false
    }
    return true
  }

  /// "president" in "president Vladimir Putin", and "minister's senior aide".
  private func isTitleEnd(_ index: Int, _ sentence: Range<Int>) -> Bool {
    passage.classes[index].contains(.title) && index + 1 < sentence.upperBound
      && isName(index + 1, sentence)
  }

  // MARK: Runs

  private func run(
    at start: Int, _ sentence: Range<Int>, lettering: Lettering, titleBefore: Bool
  ) -> (found: NameRun?, end: Int) {
    let match = passage.matches[start]
    if let match, match.known >= 0 {
      let actor = passage.tables.known[match.known]
      let isOnlyWord =
        match.end == start + 1 && passage.senses[start].contains(.word)
        && (isFirst(start, sentence) || lettering != .plain)
        && !tokens[start].shape.contains(.allCapitals)
      // "UN Human Rights Council" is no longer the UN.
      let end = extendedEnd(from: match.end, sentence)
      if end == match.end, !isOnlyWord {
        return (
          NameRun(
            tokens: start..<match.end, kind: kind(of: actor.kind), strength: 5, rule: "known",
            known: match.known), match.end
        )
      }
    }
    var end = runEnd(from: start, sentence, lettering: lettering)
    guard end > start else { return (nil, start + 1) }
    // A demonym heads an organisation's name or none.
    if passage.senses[start].contains(.demonym), !passage.senses[start].contains(.country),
      (match?.end ?? 0) <= start + 1, !titleBefore
    {
      let isOrganization =
        end - start >= 2
        && passage.classes[start..<end].contains { $0.contains(.organizationHead) }
      if !isOrganization { return (nil, start + 1) }
    }
    if let match, match.end < end,
      match.senses.isDisjoint(with: .anyPerson) || match.end > start + 1
    {
      // "New York Mayor": the known name, unless the rest makes it an organisation or person.
      if match.senses.contains(.country) || match.senses.contains(.person) { end = match.end }
    }
    // "Syria Alexander Lavrentiev", "Moscow Vladimir": a country and a person's given name.
    if end - start >= 3, passage.senses[start].contains(.country),
      passage.senses[start + 1].contains(.givenName)
    {
      end = start + 1
    }
    if lettering != .plain {
      let only = knownEnd(from: start, end)
      guard let only else { return (nil, start + 1) }
      end = only
    } else if isFirst(start, sentence), end == start + 1, !survivesGuard(start, sentence) {
      return (nil, start + 1)
    } else if isFirst(start, sentence), end > start + 1, match == nil || match!.end <= start + 1,
      passage.senses[start].contains(.word),
      passage.senses[start].isDisjoint(with: [.givenName, .country, .demonym, .capital]),
      !memo.isCapital(tokens[start].hash), memo.isLower(tokens[start].hash),
      !passage.classes[end - 1].contains(.organizationHead)
    {
      return (nil, start + 1)
    }
    let run = classify(start..<end, sentence, titleBefore: titleBefore)
    return (run, end)
  }

  /// In headlines only what a table knows is a name.
  private func knownEnd(from start: Int, _ end: Int) -> Int? {
    if let match = passage.matches[start], match.end > start + 1 || match.known >= 0 {
      return match.end
    }
    let senses = passage.senses[start]
    if senses.contains(.country) || senses.contains(.capital) || senses.contains(.city),
      !senses.contains(.word)
    {
      return start + 1
    }
    if memo.isCapital(tokens[start].hash), !memo.isLower(tokens[start].hash),
      !senses.contains(.demonym)
    {
      var last = start + 1
      while last < end, memo.isCapital(tokens[last].hash),
        !memo.isLower(tokens[last].hash), !passage.senses[last].contains(.demonym)
      {
        last += 1
      }
      return last
    }
    return nil
  }

  /// Whether a single word that begins a sentence is a name for all that.
  private func survivesGuard(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let senses = passage.senses[index]
    let hash = tokens[index].hash
    if tokens[index].shape.contains(.allCapitals) { return true }
    if senses.contains(.country) || senses.contains(.capital), !senses.contains(.word) {
      return true
    }
    if memo.isCapital(hash) { return true }
    if memo.isLower(hash) { return false }
    return !senses.contains(.word)
  }

  private func extendedEnd(from end: Int, _ sentence: Range<Int>) -> Int {
    var last = end
    while last < sentence.upperBound, isName(last, sentence), last < end + 4 { last += 1 }
    guard last > end, passage.classes[last - 1].contains(.organizationHead) else { return end }
    return last
  }

  /// Where the capitalised words end, over "of", "-", "al-" and "&".
  private func runEnd(from start: Int, _ sentence: Range<Int>, lettering: Lettering) -> Int {
    var end = start
    var isOrganization = false
    if !passage.isCapitalised[start] { end = min(start + 2, sentence.upperBound - 1) }
    while end < sentence.upperBound {
      if passage.isCapitalised[end] {
        let classes = passage.classes[end]
        if end > start {
          if classes.contains(.calendar) { break }
          if classes.contains(.closed), !tokens[end].shape.contains(.allCapitals) { break }
          if passage.classes[end].contains(.title),
            !classes.contains(.organizationHead), end + 1 < sentence.upperBound,
            isName(end + 1, sentence)
          {
            break
          }
          if tokens[end].shape.contains(.lineBefore) { break }
        }
        if classes.contains(.organizationHead) { isOrganization = true }
        end += 1
        continue
      }
      guard end > start, end + 1 < sentence.upperBound else { break }
      let token = tokens[end]
      let next = tokens[end + 1]
      let byte = passage.text.bytes[Int(token.start)]
      if token.kind == .punctuation {
        let isTight = !token.shape.contains(.spaceBefore) && !next.shape.contains(.spaceBefore)
        if byte == UInt8(ascii: "-"), isTight, passage.isCapitalised[end + 1] {
          end += 1
          continue
        }
        if byte == UInt8(ascii: "-"), isTight, passage.classes[end + 1].contains(.particle),
          end + 3 < sentence.upperBound, tokens[end + 2].hash == PhraseTable.hyphen,
          passage.isCapitalised[end + 3]
        {
          end += 3
          continue
        }
        if byte == UInt8(ascii: "&"), isName(end + 1, sentence) {
          end += 1
          continue
        }
        // "John F. Kennedy".
        if byte == UInt8(ascii: "."), !token.shape.contains(.spaceBefore),
          tokens[end - 1].end - tokens[end - 1].start == 1, isName(end + 1, sentence),
          !next.shape.contains(.lineBefore)
        {
          end += 1
          continue
        }
        break
      }
      if passage.classes[end].contains(.particle) {
        // "Bashar al-Assad", "Bashar al Assad", "Staffan de Mistura".
        if next.hash == PhraseTable.hyphen, end + 2 < sentence.upperBound,
          passage.isCapitalised[end + 2], !next.shape.contains(.spaceBefore)
        {
          end += 2
          continue
        }
        if isName(end + 1, sentence), token.hash != NameRules.at, token.hash != NameRules.asWord,
          token.hash != NameRules.an
        {
          end += 1
          continue
        }
        if passage.classes[end + 1].contains(.particle), isName(end + 2, sentence) {
          end += 2
          continue
        }
      }
      if token.hash == NameRules.of || token.hash == NameRules.forWord, isOrganization {
        if isName(end + 1, sentence) {
          end += 1
          continue
        }
        if next.hash == NameRules.the, isName(end + 2, sentence) {
          end += 2
          continue
        }
      }
      if token.hash == NameRules.and, isOrganization, isName(end + 1, sentence), end - start >= 2,
        tokens[start..<end].contains(where: {
          $0.hash == NameRules.of || $0.hash == NameRules.forWord
        }),
        passage.senses[end + 1].contains(.word)
      {
        end += 1
        continue
      }
      break
    }
    return end
  }

  static let of = Token.hash(of: "of")
  static let the = Token.hash(of: "the")
  static let and = Token.hash(of: "and")
  static let so = Token.hash(of: "so")
  static let military = Token.hash(of: "military")
  static let at = Token.hash(of: "at")
  static let on = Token.hash(of: "on")
  static let an = Token.hash(of: "an")
  static let indefinite = Token.hash(of: "a")
  static let asWord = Token.hash(of: "as")
  static let forWord = Token.hash(of: "for")
  static let whereWord = Token.hash(of: "where")
  static let possessive = Token.hash(of: "'s")

  // MARK: Kinds

  private func kind(of kind: ActorKind) -> EntityMention.Kind {
    switch kind {
    case .person: .person
    case .place: .location
    case .organization, .group, .government: .organization
    }
  }

  private func classify(_ range: Range<Int>, _ sentence: Range<Int>, titleBefore: Bool) -> NameRun?
  {
    let start = range.lowerBound
    let last = range.upperBound - 1
    let words = range.filter { passage.isCapitalised[$0] }
    let count = words.count
    var senses = passage.senses[words.first ?? start]
    let isWhole = passage.matches[start]?.end == range.upperBound
    if count > 1 { senses = isWhole ? passage.matches[start]!.senses : [] }
    var person: Float = 0
    var place: Float = 0
    var organization: Float = 0
    let lastClasses = passage.classes[last]
    let lastSenses = passage.senses[last]
    let firstSenses = passage.senses[words.first ?? start]

    if titleBefore { person += 3 }
    if count >= 2 {
      if firstSenses.contains(.givenName) {
        person += 2
        if !lastSenses.isDisjoint(with: [.surname, .famousSurname]) || !lastSenses.contains(.word) {
          person += 1
        }
      } else if lastSenses.contains(.surname), !firstSenses.contains(.word) {
        person += 1
      }
      if words.dropFirst().dropLast().contains(where: { tokens[$0].end - tokens[$0].start == 1 }) {
        person += 2
      }
      if !words.contains(where: { passage.senses[$0].contains(.word) }) { person += 1 }
      if range.contains(where: {
        passage.classes[$0].contains(.particle) && !passage.isCapitalised[$0]
      }) {
        person += 1
      }
    } else {
      if senses.contains(.famousSurname) { person += 0.6 }
      if senses.contains(.surname) { person += 0.5 }
      if senses.contains(.givenName) { person += 0.7 }
      if !passage.isCapitalised[start] { person += 1 }
    }
    if senses.contains(.person) { person += 3 }

    if senses.contains(.country) { place += 4 }
    if senses.contains(.capital) || senses.contains(.city) { place += 2.5 }
    if !senses.isDisjoint(with: [.town, .region, .otherName, .place]) {
      place += count > 1 ? 2 : 1.2
    }
    if count >= 2, lastClasses.contains(.locationHead) { place += 2.5 }
    if count >= 2, passage.classes[start].contains(.locationHead),
      !lastClasses.contains(.locationHead)
    {
      place += 1.5
    }

    if senses.contains(.organization) { organization += count > 1 ? 3 : 1.2 }
    if count >= 2, lastClasses.contains(.organizationHead) { organization += 3.5 }
    if let head = words.first(where: { passage.classes[$0].contains(.organizationHead) }),
      head + 1 < range.upperBound,
      tokens[head + 1].hash == NameRules.of || tokens[head + 1].hash == NameRules.forWord
    {
      organization += 3.5
    }
    if count == 1, tokens[last].shape.contains(.allCapitals),
      tokens[last].end - tokens[last].start >= 2
    {
      organization += senses.isDisjoint(with: .anyPlace) ? 1.8 : 0.5
    }
    if range.contains(where: { passage.text.bytes[Int(tokens[$0].start)] == UInt8(ascii: "&") }) {
      organization += 2
    }
    if count >= 2, words.filter({ passage.senses[$0].contains(.word) }).count * 2 >= count {
      organization += 0.8
    }
    // A war, a summit or a prize names no actor.
    if lastClasses.contains(.eventHead), !lastClasses.contains(.organizationHead), count >= 2,
      person < 3
    {
      return nil
    }

    // What stands around.
    if start > sentence.lowerBound {
      let before = passage.classes[start - 1]
      if before.contains(.preposition) { place += 1.5 }
      if before.contains(.toward) { place += 0.3 }
      if before.contains(.say), person == 0, place < 2 { person += 0.6 }
      if tokens[start - 1].hash == NameRules.the {
        organization += 0.8
        person -= 1
      }
      if before.contains(.particle), !passage.isCapitalised[start - 1] { person += 0.5 }
    }
    let next = range.upperBound
    if next < sentence.upperBound {
      let after = passage.classes[next]
      if after.contains(.say) {
        person += 0.8
        organization += 0.3
      }
      if after.contains(.act) { person += 0.3 }
      let byte = passage.text.bytes[Int(tokens[next].start)]
      if byte == UInt8(ascii: ","), next + 1 < sentence.upperBound {
        if tokens[next + 1].kind == .number { person += 0.8 }
        if passage.senses[next + 1].contains(.country), place > 0 { place += 1 }
        if passage.classes[next + 1].contains(.title) { person += 0.5 }
      }
      if byte == UInt8(ascii: "("), isFirst(start, sentence), place > 0 { place += 1 }
    }
    if count >= 2, person == 0, place == 0, organization == 0 { person += 0.4 }
    if count == 1, person == 0, place == 0, organization == 0 { organization += 0.4 }

    let best = max(person, place, organization)
    guard best > 0 else { return nil }
    if best == person {
      return NameRun(tokens: range, kind: .person, strength: best, rule: "person")
    }
    if best == place {
      return NameRun(tokens: range, kind: .location, strength: best, rule: "place")
    }
    return NameRun(tokens: range, kind: .organization, strength: best, rule: "organization")
  }
}
