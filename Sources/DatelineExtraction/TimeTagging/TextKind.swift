import DatelineModel
import EDTF

/// What sort of text an article is, as far as the reading of times depends on it.
struct TextKind: OptionSet, Sendable {
  let rawValue: UInt8

  /// Counted from the day of publication.
  static let news = TextKind(rawValue: 1)
  /// Counted from the last date told.
  static let narrative = TextKind(rawValue: 2)
  /// A few words without a title, as in a social network.
  static let post = TextKind(rawValue: 4)
  /// A few words without a title, in whole sentences.
  static let brief = TextKind(rawValue: 16)
  /// Tells of years before the first, so that "in 480" is a year.
  static let ancient = TextKind(rawValue: 8)

  /// In the order of ``TimeName/texts``.
  static let named: [TextKind] = [
    .news, .narrative, .post, [.narrative, .post], .ancient, [.news, .brief], .brief,
  ]
}

extension TextKind {
  /// Judges by the words alone, before any expression is read.
  init(
    title: SegmentedText?, text: SegmentedText, lexemes: [UInt16], genre: Genre,
    published: PublicationDate?, rules: TimeRules
  ) {
    var kind: TextKind = []
    var census = Census(now: published?.date.year)
    census.count(text, lexemes, rules)
    if census.eras >= 2 { kind.insert(.ancient) }
    let isShort = title == nil && text.bytes.count < 200 && text.sentences.count < 8
    let isNarrative =
      genre == .auto
      ? census.isNarrative || !isShort && census.isOfOldAlone : genre == .narrative
    if isNarrative {
      kind.insert(.narrative)
    } else if isShort {
      kind.insert(TextKind.isInSentences(text.bytes) ? .brief : .post)
    } else {
      kind.insert(.news)
    }
    self = kind
  }

  /// Begins with no small letter, ends as a sentence does, and holds no mark of a network's posts.
  private static func isInSentences(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 32 }), !(97...122).contains(first),
      let last = bytes.last(where: { $0 > 32 }), [46, 63, 34, 39, 41].contains(last)
    else { return false }
    var before: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "!"), 0xF0: return false
      case UInt8(ascii: "."), UInt8(ascii: "/"): if byte == before { return false }
      case UInt8(ascii: ")"):
        if before == UInt8(ascii: ":") || before == UInt8(ascii: ";") { return false }
      default: break
      }
      before = byte
    }
    return true
  }

  /// A narrative tells of years that lie before its publication, by dates that name their year; a
  /// report speaks of yesterday, Thursday, last year, this month and ten years ago.
  private struct Census {
    let now: Int?
    var past = 0
    var near = 0
    var eras = 0
    /// Years of the decade before the publication, "now" and "next week".
    var recent = 0
    /// Whether the first month has its year beside it; nil where there is no month.
    private var firstMonth: Bool?
    private var opensWithYear: Bool { firstMonth ?? true }

    init(now: Int?) { self.now = now }

    var isNarrative: Bool { past + eras >= 6 && past + eras > near * 8 }

    /// A few years long past, nothing that speaks of the day of writing or of the years before it, and
    /// the first month of the text in a year that is told.
    var isOfOldAlone: Bool { past >= 2 && near == 0 && recent == 0 && opensWithYear }

    /// Whether a word has the unit behind it counted from the day of publication, as in "last year"
    /// and "this month"; "this time" is the one told of.
    private func counts(fromNow lexeme: UInt16, _ unit: UInt16, _ rules: TimeRules) -> Bool {
      let lexicon = rules.lexicon
      guard lexicon.value(of: unit, as: rules.timeWord) == nil else { return false }
      return lexicon.value(of: lexeme, as: rules.thisWord) != nil
        || (lexicon.value(of: lexeme, as: rules.last) ?? 1) < 1
    }

    mutating func count(_ text: SegmentedText, _ lexemes: [UInt16], _ rules: TimeRules) {
      let lexicon = rules.lexicon
      for (index, token) in text.tokens.enumerated() {
        let lexeme = lexemes[index]
        if lexeme != 0 {
          // "Ten years ago", and not "long ago".
          if index > 0, lexicon.isHead(lexemes[index - 1]),
            lexicon.value(of: lexeme, as: rules.ago) != nil
          {
            near += 1
          }
          guard lexicon.isHead(lexeme) else { continue }
          if lexicon.value(of: lexeme, as: rules.weekday) != nil
            || lexicon.value(of: lexeme, as: rules.yesterday) != nil
            || index > 0 && counts(fromNow: lexemes[index - 1], lexeme, rules)
          {
            near += 1
          } else if lexicon.value(of: lexeme, as: rules.era) != nil {
            eras += 1
          } else if lexicon.value(of: lexeme, as: rules.nowWord) != nil
            || index > 0 && lexicon.value(of: lexemes[index - 1], as: rules.last) == 1
          {
            recent += 1
          } else if firstMonth == nil, token.shape.contains(.capitalised),
            rules.months.contains(where: { lexicon.value(of: lexeme, as: $0) != nil })
          {
            firstMonth = text.tokens[index...].prefix(4).contains {
              $0.kind == .number && $0.end - $0.start == 4
            }
          }
        } else if token.kind == .number, token.end - token.start == 4, index > 0 {
          let before = lexemes[index - 1]
          guard before != 0,
            lexicon.value(of: before, as: rules.prepyear) != nil || lexicon.isHead(before)
          else { continue }
          var year = 0
          for byte in text.bytes[Int(token.start)..<Int(token.end)] {
            year = year * 10 + Int(byte - 48)
          }
          if year >= 1000, year < (now ?? 2100) - 1 { past += 1 }
          if let now, (now - 10...now + 10).contains(year) { recent += 1 }
        }
      }
    }
  }
}
