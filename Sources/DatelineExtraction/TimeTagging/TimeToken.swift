import DatelineModel

/// A token as time rules see it: digits and letters that run together are two.
struct TimeToken {
  var start: Int32
  var end: Int32
  var lexeme: UInt16
  /// The classes of digits that it belongs to, as bits; 0 for a word.
  var digits: UInt16
  var number: Int32
  var shape: Token.Shape
  var isPunctuation: Bool
  /// Whether it can make a time or carries one; every time expression holds such a token.
  var isHead = false

  /// In bytes.
  var length: Int { Int(end - start) }
  var isGlued: Bool { !shape.contains(.spaceBefore) }
  var isCapital: Bool { shape.contains(.capitalised) }
}

extension TimeToken {
  /// Reads the tokens of a sentence, each looked up once.
  static func read(
    _ sentence: Range<Int>, in text: SegmentedText, _ lexemes: [UInt16], _ rules: TimeRules,
    as kind: TextKind, into tokens: inout [TimeToken]
  ) {
    let lexicon = rules.lexicon
    tokens.removeAll(keepingCapacity: true)
    for index in sentence {
      let token = text.tokens[index]
      switch token.kind {
      case .number:
        if token.end - token.start == 8, !isPartOfCode(token, in: text.bytes),
          let date = compactDate(token, in: text.bytes)
        {
          tokens.append(contentsOf: date)
          continue
        }
        if token.end - token.start == 4, isPartOfCode(token, in: text.bytes), tokens.count > 1,
          tokens[tokens.count - 2].lexeme == 0, tokens[tokens.count - 2].digits == 0
        {
          // "QSM-1102", "LCM-2018-0412", but "mid-1642" and "Sochi-2014".
          let year = digits(token.start, token.end, token.shape, in: text.bytes)
          if !(1800...2099).contains(year.number) || isNumbered(token, in: text.bytes) {
            tokens.append(
              TimeToken(
                start: token.start, end: token.end, lexeme: 0, digits: 0, number: 0,
                shape: token.shape, isPunctuation: false, isHead: false))
            continue
          }
        }
        if token.end - token.start >= 5, let last = tokens.last, last.lexeme != 0,
          rules.months.contains(where: { lexicon.value(of: last.lexeme, as: $0) != nil })
        {
          // "Nov 012017", where the punctuation was lost: a day and a year.
          let day = digits(token.start, token.end - 4, token.shape, in: text.bytes)
          if day.digits & TimeLexicon.Digits.bit(.day) != 0 {
            tokens.append(day)
            tokens.append(digits(token.end - 4, token.end, [], in: text.bytes))
            continue
          }
        }
        tokens.append(digits(token.start, token.end, token.shape, in: text.bytes))
        tokens[tokens.count - 1].isHead = isHeadNumber(token, in: text.bytes, as: kind)
      case .mixed where lexemes[index] == 0:
        split(token, in: text.bytes, lexicon, into: &tokens)
      case .word, .punctuation, .mixed:
        let lexeme = lexemes[index]
        tokens.append(
          TimeToken(
            start: token.start, end: token.end, lexeme: lexeme, digits: 0, number: 0,
            shape: token.shape, isPunctuation: token.kind == .punctuation,
            isHead: lexeme != 0 && lexicon.isHead(lexeme)))
      }
    }
  }

  /// "KP-20231109-02": the number of a file and not a day.
  private static func isPartOfCode(_ token: Token, in bytes: [UInt8]) -> Bool {
    let mark = Int(token.start) - 1
    guard mark > 0, bytes[mark] == UInt8(ascii: "-") else { return false }
    let before = bytes[mark - 1] | 0x20
    return before >= UInt8(ascii: "a") && before <= UInt8(ascii: "z")
      || bytes[mark - 1] >= UInt8(ascii: "0") && bytes[mark - 1] <= UInt8(ascii: "9")
  }

  /// "LCM-2018[-0412]": a hyphen and four digits or more, which are no month.
  private static func isNumbered(_ token: Token, in bytes: [UInt8]) -> Bool {
    let mark = Int(token.end)
    guard mark + 4 < bytes.count, bytes[mark] == UInt8(ascii: "-") else { return false }
    return bytes[(mark + 1)...(mark + 4)].allSatisfy { $0 >= 48 && $0 <= 57 }
      && bytes[Int(token.start) - 2] > 57
  }

  /// "20140303": year, month and day run together.
  private static func compactDate(_ token: Token, in bytes: [UInt8]) -> [TimeToken]? {
    var year = digits(token.start, token.start + 4, token.shape, in: bytes)
    let month = digits(token.start + 4, token.start + 6, [], in: bytes)
    let day = digits(token.start + 6, token.end, [], in: bytes)
    guard (1900...2099).contains(year.number), (1...12).contains(month.number),
      (1...31).contains(day.number)
    else { return nil }
    year.isHead = true
    return [year, month, day]
  }

  /// Whether a number can be a year, or part of a clock time or a date in digits.
  static func isHeadNumber(_ token: Token, in bytes: [UInt8], as kind: TextKind) -> Bool {
    let length = token.end - token.start
    if length == 4 || length == 8 || (length == 3 && kind.contains(.ancient)) { return true }
    let start = Int(token.start)
    if length == 2, start > 0 {
      // "'98".
      if bytes[start - 1] == UInt8(ascii: "'") { return true }
      if start > 2, bytes[start - 3] == 0xE2, bytes[start - 2] == 0x80,
        bytes[start - 1] == 0x98 || bytes[start - 1] == 0x99
      {
        return true
      }
    }
    let end = Int(token.end)
    guard end + 1 < bytes.count, bytes[end + 1] >= 48, bytes[end + 1] <= 57 else { return false }
    switch bytes[end] {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."): return true
    default: return false
    }
  }

  private static func digits(
    _ start: Int32, _ end: Int32, _ shape: Token.Shape, in bytes: [UInt8]
  ) -> TimeToken {
    var value = 0
    for byte in bytes[Int(start)..<Int(end)] where value < 10_000_000 {
      value = value * 10 + Int(byte - 48)
    }
    return TimeToken(
      start: start, end: end, lexeme: 0,
      digits: TimeLexicon.Digits.mask(value: value, count: Int(end - start)),
      number: Int32(value), shape: shape, isPunctuation: false)
  }

  /// `16days`, `1st`, `9am` and `Nov012017`.
  private static func split(
    _ token: Token, in bytes: [UInt8], _ lexicon: TimeLexicon, into tokens: inout [TimeToken]
  ) {
    func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    var start = Int(token.start)
    var shape = token.shape
    while start < Int(token.end) {
      var end = start + 1
      let isNumber = isDigit(bytes[start])
      while end < Int(token.end), isDigit(bytes[end]) == isNumber { end += 1 }
      if isNumber {
        tokens.append(digits(Int32(start), Int32(end), shape, in: bytes))
        tokens[tokens.count - 1].isHead = true
      } else {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes[start..<end] {
          hash = (hash ^ UInt32(byte >= 65 && byte <= 90 ? byte | 0x20 : byte)) &* 16_777_619
        }
        let lexeme = lexicon.lexeme(hash)
        tokens.append(
          TimeToken(
            start: Int32(start), end: Int32(end), lexeme: lexeme, digits: 0, number: 0,
            shape: shape, isPunctuation: false, isHead: lexeme != 0 && lexicon.isHead(lexeme)))
      }
      start = end
      shape.subtract([.spaceBefore, .lineBefore])
    }
  }
}

extension TimeLexicon {
  /// What a token says as a symbol: a number in digits of that kind, or a word's value; nil where
  /// it is none.
  @inline(__always)
  func value(of token: TimeToken, as symbol: Symbol) -> Int? {
    if symbol < TimeLexicon.digitSymbols {
      return token.digits & (1 << symbol) != 0 ? Int(token.number) : nil
    }
    return token.lexeme == 0 ? nil : value(of: token.lexeme, as: symbol)
  }
}
