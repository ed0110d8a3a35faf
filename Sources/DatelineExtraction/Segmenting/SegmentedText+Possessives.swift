import DatelineModel

/// Texts that have lost their apostrophes: "Syrias army", "Assads forces", "the Observatorys director".
extension SegmentedText {
  /// Whether an apostrophe stands anywhere in the text.
  var holdsApostrophe: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while true {
        index = bytes.place(from: index) { $0.equal(UInt8(ascii: "'")) | $0.equal(0xE2) }
        guard index < bytes.count else { return false }
        if bytes[index] == UInt8(ascii: "'")
          || index + 2 < bytes.count && bytes[index + 1] == 0x80
            && (bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98)
        {
          return true
        }
        index += 1
      }
    }
  }

  /// The same text with a token of its own for the "s" of each word that owns the next one, as "'s" is one.
  ///
  /// `isOwner` says of a capitalised word without its "s", and of the word as it stands, whether the text means
  /// the former. A plural in "ys" behind a consonant is none: cities are no "citys".
  func withPossessives(_ isOwner: (_ stem: String, _ whole: String) -> Bool) -> SegmentedText {
    let owners = tokens.indices.filter { index in
      mayOwn(index)
        && (endsInConsonantAndYs(tokens[index])
          || tokens[index].shape.contains(.capitalised)
            && isOwner(string(stem(of: tokens[index])), string(tokens[index])))
    }
    guard !owners.isEmpty else { return self }
    var restored: [Token] = []
    restored.reserveCapacity(tokens.count + owners.count)
    // By token: how many were put in before it.
    var shift = [Int](repeating: 0, count: tokens.count + 1)
    var next = owners[...]
    for (index, token) in tokens.enumerated() {
      shift[index] = restored.count - index
      guard index == next.first else {
        restored.append(token)
        continue
      }
      next.removeFirst()
      let stem = stem(of: token)
      restored.append(stem)
      restored.append(
        Token(
          start: stem.end, end: token.end, hash: Token.hash(of: "'s"), kind: .word, shape: []))
    }
    shift[tokens.count] = restored.count - tokens.count
    let sentences = sentences.map { sentence in
      var sentence = sentence
      let range = sentence.tokens
      sentence.tokens =
        (range.lowerBound + shift[range.lowerBound])..<(range.upperBound + shift[range.upperBound])
      return sentence
    }
    return SegmentedText(bytes: bytes, tokens: restored, sentences: sentences, isTitle: isTitle)
  }

  /// A word right before another one, with no mark between.
  private func mayOwn(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, token.end - token.start > 4, index + 1 < tokens.count,
      bytes[Int(token.end) - 1] == UInt8(ascii: "s")
    else { return false }
    return tokens[index + 1].kind == .word && !tokens[index + 1].shape.contains(.lineBefore)
  }

  private func stem(of token: Token) -> Token {
    var stem = token
    stem.end -= 1
    stem.hash = Token.hash(of: string(TextSpan(Int(stem.start), Int(stem.end))))
    return stem
  }

  private func endsInConsonantAndYs(_ token: Token) -> Bool {
    let end = Int(token.end)
    return bytes[end - 2] == UInt8(ascii: "y")
      && !"aeiouAEIOU".utf8.contains(bytes[end - 3])
  }
}
