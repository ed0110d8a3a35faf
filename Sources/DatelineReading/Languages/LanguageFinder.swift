/// Finds the language of a text by its script, and by its trigrams and letters where languages share
/// one.
///
/// A text of under 200 letters, or one that fits no language well, gives nil where its script is
/// Latin; so does one that fits English nearly as well as the best.
///
/// ```swift
/// LanguageFinder.language(of: "Переговоры начались в четверг.")  // "ru"
/// LanguageFinder.language(of: "Talks opened.")                    // nil: too short to tell
/// ```
enum LanguageFinder {
  /// Letters of Latin script below which nothing is told.
  static let leastLetters = 200
  /// Different trigrams below which nothing is told of Latin script: one word, again and again.
  static let leastTrigrams = 60
  /// What a trigram of Latin script speaks for the language on average. English has 3.2 and more
  /// in any 270 letters of news, the languages of the table 1.6 and more, words that are none 1.5.
  static let leastWeight: Float = 1.55
  /// How much more it speaks for another language than for English: 0.6 and more in such texts.
  static let leastLead: Float = 0.4
  /// What speaks beforehand for the language that a script is written most in, for a few words that
  /// may be of several.
  static let lead: Int32 = 4
  /// So many letters are looked at where a text begins, and as many from its middle: above an article
  /// may stand what is of another language.
  private static let mostLetters = 300

  static func language(of text: String) -> String? {
    var text = text
    return text.withUTF8 { LanguageFinder.language(of: $0) }
  }

  private static func language(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    // Of so few bytes no other script than the Latin one is left to be told.
    if bytes.count < leastLetters, bytes.allSatisfy({ $0 < 0x80 }) { return nil }
    var evidence = LanguageEvidence()
    let end = add(from: 0, upTo: mostLetters, of: bytes, to: &evidence)
    var middle = max(end, bytes.count / 2)
    while middle > end, middle < bytes.count, bytes[middle] != UInt8(ascii: " ") { middle += 1 }
    _ = add(from: middle, upTo: 2 * mostLetters, of: bytes, to: &evidence)
    return evidence.language
  }

  /// Adds letters from a place on that begins a scalar, up to so many in all; answers where it ended.
  private static func add(
    from start: Int, upTo most: Int, of bytes: UnsafeBufferPointer<UInt8>,
    to evidence: inout LanguageEvidence
  ) -> Int {
    var index = start
    while index < bytes.count, evidence.letters < most {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        if (97...122).contains(byte | 0x20) {
          evidence.add(latin: UInt32(byte | 0x20))
        } else {
          evidence.endWord()
        }
      } else {
        let (scalar, width) = scalarValue(bytes, index)
        index += width
        evidence.add(scalar)
      }
    }
    evidence.endWord()
    return index
  }

  /// The scalar at `index`, which is known to begin one in valid UTF-8.
  private static func scalarValue(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (UInt32, Int) {
    let first = UInt32(bytes[index])
    func tail(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }
}
