/// Phrases by the hashes of their tokens; hyphens count for nothing.
struct PhraseTable: Sendable {
  struct Phrase: Sendable {
    /// Hashes of the tokens after the first.
    var rest: [UInt32]
    /// What the phrase stands for, counted by whoever made the table.
    var value: Int
    /// Matched only where the text has capitals throughout.
    var inCapitals: Bool
  }

  private var phrases = TokenTable<[Phrase]>()

  static let hyphen = Token.hash(of: "-")

  mutating func insert(_ text: String, value: Int) {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(of: bytes).filter { $0.hash != PhraseTable.hyphen }
    guard let first = tokens.first else { return }
    let letters = bytes.filter { $0 != UInt8(ascii: ".") && $0 != 32 }
    let inCapitals =
      letters.count > 1 && letters.count <= 6 && letters.allSatisfy { $0 >= 48 && $0 <= 90 }
    let phrase = Phrase(
      rest: tokens.dropFirst().map(\.hash), value: value, inCapitals: inCapitals)
    var known = phrases[first.hash] ?? []
    known.append(phrase)
    known.sort { $0.rest.count > $1.rest.count }
    phrases.set(known, for: first.hash)
  }

  /// The longest phrase at a token, and the token behind it.
  func match(_ tokens: [Token], at start: Int, before end: Int) -> (value: Int, end: Int)? {
    guard let known = phrases[tokens[start].hash] else { return nil }
    candidates: for phrase in known {
      if phrase.inCapitals, !tokens[start].shape.contains(.allCapitals) { continue }
      var position = start + 1
      for hash in phrase.rest {
        if position < end, tokens[position].hash == PhraseTable.hyphen { position += 1 }
        guard position < end, tokens[position].hash == hash else { continue candidates }
        position += 1
      }
      return (phrase.value, position)
    }
    return nil
  }
}
