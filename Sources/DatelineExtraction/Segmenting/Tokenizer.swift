/// Cuts UTF-8 bytes into tokens in one pass over a byte table.
///
/// What follows from news text: `'s` is a token of its own ("Syria", "'s"), other inner apostrophes
/// stay inside ("Ja'afari", "didn't"), dotted initials are one token ("U.N.", "a.m."), hyphens and
/// the marks inside numbers are tokens ("al", "-", "Assad"; "2", ",", "000").
enum Tokenizer {
  private enum Class {
    static let space: UInt8 = 0
    static let newline: UInt8 = 1
    static let lower: UInt8 = 2
    static let upper: UInt8 = 3
    static let digit: UInt8 = 4
    static let mark: UInt8 = 5
    static let multibyte: UInt8 = 6
  }

  private static let classes: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 10, 13: Class.newline
    case 0...32, 127: Class.space
    case 48...57: Class.digit
    case 65...90: Class.upper
    case 97...122: Class.lower
    case 128...255: Class.multibyte
    default: Class.mark
    }
  }

  static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5 + 8)
    bytes.withUnsafeBufferPointer { text in
      classes.withUnsafeBufferPointer { classes in
        var scanner = Scanner(text: text, classes: classes)
        while let token = scanner.next() { tokens.append(token) }
      }
    }
    return tokens
  }

  private struct Scanner {
    let text: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<UInt8>
    var position = 0
    var gap: Token.Shape = [.spaceBefore, .lineBefore]

    init(text: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>) {
      self.text = text
      self.classes = classes
    }

    mutating func next() -> Token? {
      while position < text.count {
        switch classes[Int(text[position])] {
        case Class.space:
          position += 1
          gap.insert(.spaceBefore)
        case Class.newline:
          position += 1
          gap.formUnion([.spaceBefore, .lineBefore])
        case Class.mark:
          if isApostrophe(position) == 1, let token = possessive(apostrophe: 1) { return token }
          return mark(length: 1)
        case Class.multibyte:
          let (kind, length) = scalar(at: position)
          switch kind {
          case .letter: return word()
          case .space:
            position += length
            gap.insert(.spaceBefore)
          case .mark:
            if isApostrophe(position) == length, let token = possessive(apostrophe: length) {
              return token
            }
            return mark(length: length)
          }
        default: return word()
        }
      }
      return nil
    }

    private mutating func mark(length: Int) -> Token {
      let start = position
      var hash: UInt32 = 2_166_136_261
      for index in start..<(start + length) {
        hash = (hash ^ UInt32(text[index])) &* 16_777_619
      }
      position += length
      return make(
        start, hash, .punctuation, length > 1 ? .nonASCII : [])
    }

    private mutating func make(
      _ start: Int, _ hash: UInt32, _ kind: Token.Kind, _ shape: Token.Shape
    ) -> Token {
      defer { gap = [] }
      return Token(
        start: Int32(start), end: Int32(position), hash: hash, kind: kind,
        shape: shape.union(gap))
    }

    /// `'s` after a word and before no letter.
    private mutating func possessive(apostrophe length: Int) -> Token? {
      let s = position + length
      guard gap.isEmpty, s < text.count, text[s] | 0x20 == UInt8(ascii: "s"),
        s + 1 >= text.count || !isLetterOrDigit(s + 1)
      else { return nil }
      let start = position
      position = s + 1
      return make(start, Token.hash(of: "'s"), .word, [])
    }

    private mutating func word() -> Token {
      let start = position
      var hash: UInt32 = 2_166_136_261
      var letters = 0
      var capitals = 0
      var digits = 0
      var shape: Token.Shape = []
      scan: while position < text.count {
        let byte = text[position]
        switch classes[Int(byte)] {
        case Class.lower:
          // Most of a text: read on without asking each letter what else it could be.
          var end = position
          repeat {
            hash = (hash ^ UInt32(text[end])) &* 16_777_619
            end += 1
          } while end < text.count && classes[Int(text[end])] == Class.lower
          letters += end - position
          position = end
        case Class.upper:
          if letters == 0 { shape.insert(.capitalised) }
          letters += 1
          capitals += 1
          hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619
          position += 1
        case Class.digit:
          digits += 1
          hash = (hash ^ UInt32(byte)) &* 16_777_619
          position += 1
        case Class.multibyte:
          let (kind, length) = scalar(at: position)
          if kind == .letter {
            if letters == 0, isUpperCase(at: position, length: length) {
              shape.insert(.capitalised)
            }
            letters += 1
            shape.insert(.nonASCII)
            for index in position..<(position + length) {
              hash = (hash ^ UInt32(text[index])) &* 16_777_619
            }
            position += length
          } else if isApostrophe(position) == length, apostropheJoins(at: position, length) {
            hash = (hash ^ UInt32(UInt8(ascii: "'"))) &* 16_777_619
            position += length
          } else {
            break scan
          }
        default:
          if byte == UInt8(ascii: "'"), apostropheJoins(at: position, 1) {
            hash = (hash ^ UInt32(byte)) &* 16_777_619
            position += 1
          } else {
            break scan
          }
        }
      }
      if letters == 1, digits == 0, let end = dottedInitials(from: start) {
        for index in position..<end {
          hash = (hash ^ UInt32(lower(text[index]))) &* 16_777_619
        }
        position = end
        shape.insert(.allCapitals)
        if !shape.contains(.capitalised) { shape.remove(.allCapitals) }
      } else if letters >= 2, capitals == letters {
        shape.insert(.allCapitals)
      }
      let kind: Token.Kind = digits == 0 ? .word : (letters == 0 ? .number : .mixed)
      return make(start, hash, kind, shape)
    }

    private func lower(_ byte: UInt8) -> UInt8 {
      byte >= 65 && byte <= 90 ? byte | 0x20 : byte
    }

    /// The end of `X.Y.` or `X.Y.Z.`, where a single letter was just read.
    private func dottedInitials(from start: Int) -> Int? {
      var index = position
      var count = 1
      while index + 1 < text.count, text[index] == UInt8(ascii: "."), isASCIILetter(index + 1),
        index + 2 >= text.count || !isLetterOrDigit(index + 2)
      {
        index += 2
        count += 1
      }
      guard count > 1 else { return nil }
      if index < text.count, text[index] == UInt8(ascii: ".") { index += 1 }
      return index
    }

    private func isASCIILetter(_ index: Int) -> Bool {
      let c = classes[Int(text[index])]
      return c == Class.lower || c == Class.upper
    }

    private func isLetterOrDigit(_ index: Int) -> Bool {
      let c = classes[Int(text[index])]
      if c == Class.multibyte { return scalar(at: index).0 == .letter }
      return c >= Class.lower && c <= Class.digit
    }

    /// An apostrophe stays inside a word between letters, unless it begins a final `'s`.
    private func apostropheJoins(at index: Int, _ length: Int) -> Bool {
      let after = index + length
      guard after < text.count, isLetterOrDigit(after),
        classes[Int(text[after])] != Class.digit
      else { return false }
      if text[after] | 0x20 == UInt8(ascii: "s"),
        after + 1 >= text.count || !isLetterOrDigit(after + 1)
      {
        return false
      }
      return true
    }

    /// The length in bytes of an apostrophe here, or 0.
    private func isApostrophe(_ index: Int) -> Int {
      if text[index] == UInt8(ascii: "'") { return 1 }
      if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0x99
      {
        return 3
      }
      return 0
    }

    private enum ScalarKind { case letter, space, mark }

    /// What a scalar beyond ASCII is, from the blocks that occur in news; a full property table
    /// would not change how real text is cut.
    private func scalar(at index: Int) -> (ScalarKind, Int) {
      let lead = text[index]
      let length = lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : (lead >= 0xC0 ? 2 : 1))
      guard index + length <= text.count else { return (.mark, text.count - index) }
      let second = length > 1 ? text[index + 1] : 0
      let third = length > 2 ? text[index + 2] : 0
      switch lead {
      case 0xC2:
        if second == 0xA0 || second == 0x85 { return (.space, 2) }
        return (second == 0xAA || second == 0xB5 || second == 0xBA ? .letter : .mark, 2)
      case 0xC3: return (second == 0x97 || second == 0xB7 ? .mark : .letter, 2)
      case 0xD8: return (second == 0x8C || second == 0x9B || second == 0x9F ? .mark : .letter, 2)
      case 0xDB: return (second == 0x94 ? .mark : .letter, 2)
      case 0xE2:
        if second == 0x80 {
          if third <= 0x8B || (third >= 0xA8 && third <= 0xAF) { return (.space, 3) }
          return (third >= 0x8C && third <= 0x8F ? .letter : .mark, 3)
        }
        return (second >= 0xB0 && second <= 0xBB ? .letter : .mark, 3)
      case 0xE3:
        if second == 0x80 { return (third == 0x80 ? .space : .mark, 3) }
        return (.letter, 3)
      case 0xEF:
        if second == 0xBB, third == 0xBF { return (.space, 3) }
        return (second == 0xBC || second == 0xBF ? .mark : .letter, 3)
      case 0xF0: return (second == 0x9F ? .mark : .letter, 4)
      case 0x80...0xBF: return (.mark, 1)
      default: return (.letter, length)
      }
    }

    /// Latin, Greek and Cyrillic capitals; scripts without case are never capitalised.
    private func isUpperCase(at index: Int, length: Int) -> Bool {
      guard length == 2 else { return false }
      let scalar = UInt32(text[index] & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
      switch scalar {
      case 0xC0...0xDE: return scalar != 0xD7
      case 0x100...0x137, 0x14A...0x177: return scalar & 1 == 0
      case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1
      case 0x178, 0x386...0x38F, 0x391...0x3AB, 0x400...0x42F: return true
      case 0x218...0x21B, 0x460...0x481, 0x48A...0x4BF: return scalar & 1 == 0
      default: return false
      }
    }
  }
}
