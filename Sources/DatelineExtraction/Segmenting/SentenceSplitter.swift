import DatelineModel

/// Finds where sentences, headlines and lines end.
struct SentenceSplitter {
  let bytes: [UInt8]
  let tokens: [Token]
  let abbreviations: AbbreviationTable
  /// Lines broken at a fixed width, as wires and plain-text archives do: there a single line end
  /// is a space.
  private let isHardWrapped: Bool
  /// Tokens of one sentence. What goes on for longer is none, and finding who did what in it takes
  /// time by the square of its length.
  static let mostTokens = 1000

  init(bytes: [UInt8], tokens: [Token], abbreviations: AbbreviationTable) {
    self.bytes = bytes
    self.tokens = tokens
    self.abbreviations = abbreviations
    isHardWrapped = SentenceSplitter.isHardWrapped(bytes)
  }

  func sentences() -> [SegmentedSentence] {
    var sentences: [SegmentedSentence] = []
    sentences.reserveCapacity(tokens.count / 16 + 1)
    var start = 0
    var paragraph = 0
    var index = 0
    while index < tokens.count {
      let next = index + 1
      let breaksLine = next < tokens.count && startsLine(next)
      if next == tokens.count || breaksLine || next - start == SentenceSplitter.mostTokens
        || endsSentence(at: index)
      {
        let range = start..<next
        sentences.append(
          SegmentedSentence(
            tokens: range,
            span: TextSpan(Int(tokens[start].start), Int(tokens[index].end)),
            paragraph: paragraph))
        start = next
        if breaksLine { paragraph += 1 }
      }
      index = next
    }
    return sentences
  }

  private func startsLine(_ index: Int) -> Bool {
    guard tokens[index].shape.contains(.lineBefore) else { return false }
    guard isHardWrapped else { return true }
    var newlines = 0
    for position in Int(tokens[index - 1].end)..<Int(tokens[index].start)
    where bytes[position] == 10 {
      newlines += 1
    }
    return newlines > 1
  }

  /// Whether the sentence ends with this token: a final mark, or the closing quotes after one.
  private func endsSentence(at index: Int) -> Bool {
    guard tokens[index].kind == .punctuation || isDottedWord(index), index + 1 < tokens.count,
      tokens[index + 1].shape.contains(.spaceBefore)
    else { return false }
    var mark = index
    while mark > 0, isClosing(mark), !tokens[mark].shape.contains(.spaceBefore) { mark -= 1 }
    guard isFinal(mark) || isDottedWord(mark) else { return false }
    guard mayStartSentence(index + 1) else { return false }
    return isPeriod(mark) || isDottedWord(mark) ? !isAbbreviation(before: mark) : true
  }

  private func byte(_ index: Int) -> UInt8 { bytes[Int(tokens[index].start)] }

  private func isPeriod(_ index: Int) -> Bool {
    tokens[index].kind == .punctuation && byte(index) == UInt8(ascii: ".")
  }

  /// `U.N.` holds its own full stop.
  private func isDottedWord(_ index: Int) -> Bool {
    tokens[index].kind == .word && bytes[Int(tokens[index].end) - 1] == UInt8(ascii: ".")
  }

  private func isFinal(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation else { return false }
    switch byte(index) {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case 0xE2: return matches(index, 0xE2, 0x80, 0xA6)
    case 0xD8: return matches(index, 0xD8, 0x9F)
    case 0xDB: return matches(index, 0xDB, 0x94)
    case 0xE3: return matches(index, 0xE3, 0x80, 0x82)
    default: return false
    }
  }

  private func isClosing(_ index: Int) -> Bool {
    guard tokens[index].kind == .punctuation else { return false }
    switch byte(index) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
    default:
      return matches(index, 0xE2, 0x80, 0x9D) || matches(index, 0xE2, 0x80, 0x99)
        || matches(index, 0xC2, 0xBB)
    }
  }

  /// Whether a token is just this scalar of two or three bytes.
  private func matches(_ index: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8? = nil) -> Bool
  {
    let start = Int(tokens[index].start)
    return Int(tokens[index].end) - start == (third == nil ? 2 : 3) && bytes[start] == first
      && bytes[start + 1] == second && (third == nil || bytes[start + 2] == third)
  }

  private func mayStartSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .word:
      // Scripts without case, and outlets that write names such as "al-Qaida" first.
      return token.shape.contains(.capitalised) || token.shape.contains(.nonASCII)
    case .number, .mixed: return true
    case .punctuation: return !isClosing(index) || byte(index) == UInt8(ascii: "\"")
    }
  }

  private func isAbbreviation(before mark: Int) -> Bool {
    if isDottedWord(mark) {
      // "the U.S. Army" goes on; "in the U.S. The army" does not.
      return !abbreviations.startsSentence(tokens[mark + 1].hash)
    }
    guard mark > 0, !tokens[mark].shape.contains(.spaceBefore) else { return false }
    let word = tokens[mark - 1]
    if word.kind == .word, word.end - word.start == 1, word.shape.contains(.capitalised) {
      return true
    }
    guard let kind = abbreviations.kind(of: word.hash) else { return false }
    switch kind {
    case .title: return true
    case .beforeNumber: return tokens[mark + 1].kind != .word
    case .anywhere: return !abbreviations.startsSentence(tokens[mark + 1].hash)
    }
  }

  /// Most full lines between 50 and 100 bytes, and few of them ending a sentence.
  private static func isHardWrapped(_ bytes: [UInt8]) -> Bool {
    var lines = 0
    var wrapped = 0
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.place(from: start) { $0.equal(10) }
        if end > start {
          lines += 1
          let last = bytes[end - 1]
          let isEnd =
            last == UInt8(ascii: ".") || last == UInt8(ascii: "\"") || last == UInt8(ascii: "?")
            || last == UInt8(ascii: ":")
          if (50...100).contains(end - start), !isEnd { wrapped += 1 }
        }
        start = end + 1
      }
    }
    return lines >= 4 && wrapped * 2 > lines
  }
}
