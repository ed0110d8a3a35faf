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

  var isGlued: Bool { !shape.contains(.spaceBefore) }
  var isCapital: Bool { shape.contains(.capitalised) }
}

extension TimeToken {
  /// The tokens of a sentence, each looked up once.
  static func tokens(
    of sentence: Range<Int>, in text: SegmentedText, _ lexemes: [UInt16],
    _ lexicon: TimeLexicon, months: [TimeLexicon.Symbol]
  ) -> [TimeToken] {
    var tokens: [TimeToken] = []
    tokens.reserveCapacity(sentence.count + 8)
    for index in sentence {
      let token = text.tokens[index]
      switch token.kind {
      case .number:
        if token.end - token.start >= 5, let last = tokens.last, last.lexeme != 0,
          months.contains(where: { lexicon.value(of: last.lexeme, as: $0) != nil })
        {
          // "Nov 012017", where the punctuation was lost: a day and a year.
          let day = digits(token.start, token.end - 4, token.shape, 0, in: text.bytes)
          if day.digits & TimeLexicon.Digits.bit(.day) != 0 {
            tokens.append(day)
            tokens.append(digits(token.end - 4, token.end, [], 0, in: text.bytes))
            continue
          }
        }
        tokens.append(
          digits(token.start, token.end, token.shape, lexicon.lexeme(token.hash), in: text.bytes))
      case .mixed:
        let lexeme = lexemes[index]
        if lexeme != 0 {
          tokens.append(
            TimeToken(
              start: token.start, end: token.end, lexeme: lexeme, digits: 0, number: 0,
              shape: token.shape, isPunctuation: false))
        } else {
          split(token, in: text.bytes, lexicon, into: &tokens)
        }
      case .word, .punctuation:
        tokens.append(
          TimeToken(
            start: token.start, end: token.end, lexeme: lexemes[index], digits: 0,
            number: 0, shape: token.shape, isPunctuation: token.kind == .punctuation))
      }
    }
    return tokens
  }

  private static func digits(
    _ start: Int32, _ end: Int32, _ shape: Token.Shape, _ lexeme: UInt16, in bytes: [UInt8]
  ) -> TimeToken {
    var value = 0
    for byte in bytes[Int(start)..<Int(end)] where value < 10_000_000 {
      value = value * 10 + Int(byte - 48)
    }
    return TimeToken(
      start: start, end: end, lexeme: lexeme,
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
        tokens.append(digits(Int32(start), Int32(end), shape, 0, in: bytes))
      } else {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes[start..<end] {
          hash = (hash ^ UInt32(byte >= 65 && byte <= 90 ? byte | 0x20 : byte)) &* 16_777_619
        }
        tokens.append(
          TimeToken(
            start: Int32(start), end: Int32(end), lexeme: lexicon.lexeme(hash), digits: 0,
            number: 0, shape: shape, isPunctuation: false))
      }
      start = end
      shape.subtract([.spaceBefore, .lineBefore])
    }
  }
}
