/// A title or text with what the tables say of every token.
///
/// A class, since every part of actor finding holds it and a struct's arrays would each be retained.
/// All is written while it is made, and so no reading of it needs the watch of `exclusivity`.
final class NamePassage {
  /// A name that a table knows, from a token to another.
  struct Match {
    var end: Int
    var senses: Gazetteer.Senses
    /// Index into ``ActorTables/known``, or -1.
    var known: Int
  }

  let text: SegmentedText
  let tables: ActorTables
  @exclusivity(unchecked) private(set) var classes: [WordTable.Classes]
  /// Senses of the token by itself; empty for words in lower case.
  @exclusivity(unchecked) private(set) var senses: [Gazetteer.Senses]
  /// The longest known name that begins at the token, by token.
  @exclusivity(unchecked) private(set) var matches: [Match?]
  /// Token indices that may begin or continue a name.
  @exclusivity(unchecked) private(set) var isCapitalised: [Bool]

  init(_ text: SegmentedText, tables: ActorTables, memo: inout NameMemo) {
    self.text = text
    self.tables = tables
    let tokens = text.tokens
    classes = Array(repeating: [], count: tokens.count)
    senses = Array(repeating: [], count: tokens.count)
    isCapitalised = Array(repeating: false, count: tokens.count)
    matches = Array(repeating: nil, count: tokens.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      for sentence in text.sentences {
        for index in sentence.tokens {
          let token = tokens[index]
          guard token.kind == .word || token.kind == .mixed else { continue }
          classes[index] = tables.words[token.hash]
          if token.shape.contains(.capitalised) {
            isCapitalised[index] = true
            senses[index] = memo.senses(of: token, in: bytes, tables.gazetteer)
            findMatch(at: index, before: sentence.tokens.upperBound, bytes, &memo)
          } else if classes[index].contains(.particle), index + 1 < sentence.tokens.upperBound,
            tokens[index + 1].shape.contains(.capitalised)
              || tokens[index + 1].hash == PhraseTable.hyphen
          {
            findMatch(at: index, before: sentence.tokens.upperBound, bytes, &memo)
          }
        }
      }
    }
    for sentence in text.sentences { note(sentence.tokens, in: &memo) }
    for sentence in text.sentences { nameMonths(sentence.tokens, memo) }
  }

  /// Lets a month be a name behind a given name or title, and, once it has been one, where it speaks or acts
  /// by itself: "Theresa May", "Mrs May", "May told reporters".
  private func nameMonths(_ sentence: Range<Int>, _ memo: NameMemo) {
    for index in sentence
    where classes[index].contains(.surname) && isCapitalised[index]
      && (index + 1 == sentence.upperBound || text.tokens[index + 1].kind != .number)
    {
      let named: NameMemo.Company = [.behindGivenName, .behindTitle]
      let isKnown = !memo.company(of: text.tokens[index]).isDisjoint(with: named)
      guard
        isNamed(index, sentence)
          || isKnown && index + 1 < sentence.upperBound
            && (index == sentence.lowerBound || text.tokens[index - 1].kind == .punctuation)
            && !classes[index + 1].isDisjoint(with: [.say, .act, .govern, .past])
      else { continue }
      classes[index] = .surname
    }
  }

  /// Right behind a given name, or a title with or without its point.
  private func isNamed(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard index > sentence.lowerBound else { return false }
    var before = index - 1
    if text.tokens[before].hash == NamePassage.point, before > sentence.lowerBound { before -= 1 }
    guard isCapitalised[before], !classes[before].contains(.calendar) else { return false }
    return senses[before].contains(.givenName) && before == index - 1
      || !classes[before].isDisjoint(with: [.courtesy, .title])
  }

  /// Notes what stands next to each word with a capital, for its other mentions.
  private func note(_ sentence: Range<Int>, in memo: inout NameMemo) {
    for index in sentence
    where isCapitalised[index]
      && (!classes[index].contains(.closed) || classes[index].contains(.surname))
    {
      var company: NameMemo.Company = []
      if index > sentence.lowerBound {
        let before = classes[index - 1]
        if before.contains(.preposition) { company.insert(.behindPreposition) }
        if !before.isDisjoint(with: [.courtesy, .title]) { company.insert(.behindTitle) }
        if text.tokens[index - 1].hash == NameRules.the { company.insert(.behindArticle) }
        if senses[index - 1].contains(.givenName) { company.insert(.behindGivenName) }
        if isNamed(index - 1, sentence) { company.insert(.behindTitledName) }
      }
      if index + 1 < sentence.upperBound {
        let after = classes[index + 1]
        if after.contains(.say) { company.insert(.speaks) }
        if after.contains(.organizationHead), isCapitalised[index + 1] {
          company.insert(.beforeHead)
        }
        if text.tokens[index + 1].hash == NameRules.possessive { company.insert(.owns) }
        if index + 2 < sentence.upperBound, text.tokens[index + 1].hash == NameRules.comma,
          senses[index + 2].contains(.country)
        {
          company.insert(.beforeCountry)
        }
      }
      if isCalledFirm(index, in: sentence) { company.insert(.isFirm) }
      memo.note(company, of: text.tokens[index])
    }
  }

  private func findMatch(
    at start: Int, before end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ memo: inout NameMemo
  ) {
    let tokens = text.tokens
    var best = Match(end: 0, senses: [], known: -1)
    if let known = tables.knownNames.match(tokens, at: start, before: end) {
      best = Match(end: known.end, senses: [], known: known.value)
      if known.end > start + 1, !tokens[known.end - 1].shape.contains(.capitalised),
        tokens[known.end - 1].kind == .word
      {
        // "Syrian army" is a description and no name.
        best.end = 0
      }
    }
    if memo.goesOn(tokens[start]) || !isCapitalised[start] {
      // Longer names, word by word.
      memo.key.removeAll(keepingCapacity: true)
      var position = start
      while position < end, position < start + 9 {
        let token = tokens[position]
        let isWord = token.kind == .word || token.kind == .mixed || token.kind == .number
        if !isWord {
          guard token.hash == PhraseTable.hyphen || token.hash == NamePassage.point,
            !token.shape.contains(.spaceBefore)
          else { break }
          position += 1
          continue
        }
        if position > start, !token.shape.contains(.capitalised), token.kind == .word,
          !classOf(token).contains(.particle), !classOf(token).contains(.closed)
        {
          break
        }
        if !memo.key.isEmpty { memo.key.append(32) }
        NameFolding.appendFolded(bytes, Int(token.start)..<Int(token.end), to: &memo.key)
        let found = memo.key.withUnsafeBufferPointer { tables.gazetteer.find($0) }
        position += 1
        if let entry = found.entry, position > start + 1, position > best.end,
          token.shape.contains(.capitalised) || token.kind == .number
        {
          best = Match(end: position, senses: entry.senses, known: -1)
        }
        if !found.goesOn { break }
      }
    }
    if best.end > 0 { matches[start] = best }
  }

  /// Whether a hyphen ties a token to the one before: "Kelt-based".
  func isTied(_ index: Int) -> Bool {
    index > 1 && index < text.tokens.count && text.tokens[index - 1].hash == PhraseTable.hyphen
      && !text.tokens[index - 1].shape.contains(.spaceBefore)
      && !text.tokens[index].shape.contains(.spaceBefore)
  }

  /// Behind the word or words that mean a nation and begin at a token: "Avarian", "South Korean".
  func demonymEnd(_ index: Int) -> Int? {
    guard isCapitalised[index] else { return nil }
    if let match = matches[index], match.known < 0, match.end == index + 2,
      match.senses.contains(.demonym)
    {
      return match.end
    }
    return regionEnd(index) ?? (senses[index].contains(.demonym) ? index + 1 : nil)
  }

  /// Behind "West African", "Southern European": of a part of a continent, and of no one state.
  func regionEnd(_ index: Int) -> Int? {
    let next = index + 1
    guard next < isCapitalised.count, isCapitalised[index], isCapitalised[next],
      classes[index].contains(.preposition), !classes[index].contains(.closed),
      senses[next].contains(.demonym),
      let entry = tables.gazetteer.find(printed: text.string(text.span(of: next..<next + 1))),
      tables.gazetteer.names(of: entry).state == nil
    else { return nil }
    return next + 1
  }

  /// "I'm", "We've": a word that begins sentences, with a verb behind its apostrophe.
  func isContraction(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let bytes = text.bytes[Int(token.start)..<Int(token.end)]
    guard bytes.count < 8,
      let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 })
    else { return false }
    let word = String(decoding: bytes[..<mark], as: UTF8.self)
    return tables.words[Token.hash(of: word)].contains(.closed)
  }

  private func classOf(_ token: Token) -> WordTable.Classes { tables.words[token.hash] }

  static let point = Token.hash(of: ".")
}

/// What was looked up in one article, so that each name is looked up once.
struct NameMemo {
  /// What stands next to a word somewhere in the article.
  struct Company: OptionSet, Hashable, Sendable {
    let rawValue: UInt16
    static let behindPreposition = Company(rawValue: 1)
    static let behindTitle = Company(rawValue: 2)
    static let behindArticle = Company(rawValue: 4)
    static let behindGivenName = Company(rawValue: 8)
    static let speaks = Company(rawValue: 16)
    static let beforeHead = Company(rawValue: 32)
    static let owns = Company(rawValue: 64)
    static let beforeCountry = Company(rawValue: 128)

    /// What the entity model looks at; its weights are learned anew where these change.
    static let seenByModel = Company(rawValue: 255)

    /// Told to be a firm.
    static let isFirm = Company(rawValue: 256)
    /// "Dr. Arto Venn".
    static let behindTitledName = Company(rawValue: 512)
  }

  private struct Note {
    var company: Company = []
    /// What the gazetteer has; nil where it was not asked.
    var found: (senses: Gazetteer.Senses, goesOn: Bool)?
    var isLower = false
    var isCapital = false
  }

  private var notes = TokenTable<Note>()
  var key: [UInt8] = []

  /// Whether the text has the word in lower case.
  func isLower(_ hash: UInt32) -> Bool { notes[hash]?.isLower ?? false }

  /// Whether it has the word with a capital inside a sentence.
  func isCapital(_ hash: UInt32) -> Bool { notes[hash]?.isCapital ?? false }

  /// Reads how the text writes its words: where only names have capitals.
  init(_ text: SegmentedText) {
    for sentence in text.sentences {
      let first = sentence.tokens.lowerBound
      var lowers = 0
      var capitals = 0
      for index in sentence.tokens where text.tokens[index].kind == .word {
        if text.tokens[index].shape.contains(.capitalised) {
          capitals += 1
        } else if text.tokens[index].end - text.tokens[index].start > 3 {
          lowers += 1
        }
      }
      for index in sentence.tokens where text.tokens[index].kind == .word {
        let token = text.tokens[index]
        if token.shape.contains(.capitalised) {
          // In headlines every word has a capital.
          if index > first, lowers > capitals, text.tokens[index - 1].kind != .punctuation {
            notes[token.hash, default: Note()].isCapital = true
          }
        } else if token.shape.isDisjoint(with: .nonASCII) {
          notes[token.hash, default: Note()].isLower = true
        }
      }
    }
  }

  mutating func note(_ company: Company, of token: Token) {
    notes[token.hash, default: Note()].company.formUnion(company)
  }

  /// All that was noted of a word.
  func company(of token: Token) -> Company { notes[token.hash]?.company ?? [] }

  mutating func senses(
    of token: Token, in bytes: UnsafeBufferPointer<UInt8>, _ gazetteer: Gazetteer
  ) -> Gazetteer.Senses {
    if let known = notes[token.hash]?.found { return known.senses }
    key.removeAll(keepingCapacity: true)
    NameFolding.appendFolded(bytes, Int(token.start)..<Int(token.end), to: &key)
    let entry = key.withUnsafeBufferPointer { gazetteer.find($0) }
    let senses = entry.entry?.senses ?? []
    notes[token.hash, default: Note()].found = (senses, entry.goesOn)
    return senses
  }

  func goesOn(_ token: Token) -> Bool { notes[token.hash]?.found?.goesOn ?? false }
}
