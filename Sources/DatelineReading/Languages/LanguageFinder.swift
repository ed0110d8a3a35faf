/// Finds the language of a text by its script, and by its commonest words where languages share one.
///
/// A text of under 200 letters, or one whose words fit no language clearly better than the others,
/// gives nil where its script is Latin.
///
/// ```swift
/// LanguageFinder.language(of: "Переговоры начались в четверг.")  // "ru"
/// LanguageFinder.language(of: "Talks opened.")                    // nil: too short to tell
/// ```
enum LanguageFinder {
  /// Letters of Latin script below which nothing is told.
  static let leastLetters = 200
  /// No more words than these are looked at.
  private static let mostWords = 800

  static func language(of text: String) -> String? {
    var text = text
    return text.withUTF8 { LanguageFinder.language(of: $0) }
  }

  private static func language(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var scripts = ScriptCounts()
    var hits = [Int](repeating: 0, count: FunctionWords.codes.count)
    var words = 0
    var index = 0
    var hash = FunctionWords.seed
    var length = 0
    func endWord() {
      guard length > 0 else { return }
      words += 1
      if var mask = FunctionWords.masks[hash] {
        while mask != 0 {
          hits[mask.trailingZeroBitCount] += 1
          mask &= mask - 1
        }
      }
      hash = FunctionWords.seed
      length = 0
    }
    while index < bytes.count, words < mostWords {
      let byte = bytes[index]
      if byte < 0x80 {
        if (97...122).contains(byte | 0x20) {
          hash = FunctionWords.step(hash, byte | 0x20)
          length += 1
          scripts.latin += 1
        } else {
          endWord()
        }
        index += 1
        continue
      }
      let (scalar, width) = scalarValue(bytes, index)
      index += width
      guard let letter = scripts.count(scalar) else {
        // An apostrophe or mark inside a word ends it as a blank does.
        endWord()
        continue
      }
      hash = FunctionWords.step(hash, letter)
      length += 1
    }
    endWord()
    return scripts.language(hits: hits, words: words)
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

/// How many letters of each script a text has, and letters that only some languages use.
private struct ScriptCounts {
  var latin = 0
  private var cyrillic = 0
  private var arabic = 0
  private var hebrew = 0
  private var greek = 0
  private var han = 0
  private var kana = 0
  private var hangul = 0
  private var devanagari = 0
  private var thai = 0
  private var georgian = 0
  private var armenian = 0
  /// і ї є ґ, ы э ё ъ, ј љ њ ђ ћ џ.
  private var ukrainian = 0
  private var russian = 0
  private var serbian = 0
  /// ٹ ڈ ڑ ے ں ھ; پ چ ژ گ ی ک.
  private var urdu = 0
  private var persian = 0

  /// Counts a letter beyond ASCII and gives it in lower case; nil where it is no letter.
  mutating func count(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7, 0x1E00...0x1EFF:
      latin += 1
      if (0xC0...0xDE).contains(scalar) { return scalar + 32 }
      // From here on capitals stand before their small letters, mostly on even places.
      if (0x100...0x137).contains(scalar) || (0x14A...0x177).contains(scalar) { return scalar | 1 }
      return scalar
    case 0x370...0x3FF, 0x1F00...0x1FFF:
      greek += 1
      return scalar
    case 0x400...0x52F:
      cyrillic += 1
      let small =
        (0x410...0x42F).contains(scalar) ? scalar + 32 : scalar < 0x410 ? scalar + 80 : scalar
      switch small {
      case 0x456, 0x457, 0x454, 0x491: ukrainian += 1
      case 0x44B, 0x44D, 0x451: russian += 1
      case 0x458, 0x459, 0x45A, 0x452, 0x45B, 0x45F: serbian += 1
      default: break
      }
      return small
    case 0x531...0x58F:
      armenian += 1
      return scalar
    case 0x5D0...0x5EA:
      hebrew += 1
      return scalar
    case 0x620...0x64A, 0x66E...0x6D3:
      arabic += 1
      switch scalar {
      case 0x679, 0x688, 0x691, 0x6D2, 0x6BA, 0x6BE: urdu += 1
      case 0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9: persian += 1
      default: break
      }
      return scalar
    case 0x900...0x97F:
      devanagari += 1
      return scalar
    case 0xE00...0xE7F:
      thai += 1
      return scalar
    case 0x10A0...0x10FF:
      georgian += 1
      return scalar
    case 0x3040...0x30FF:
      kana += 1
      return nil
    case 0x3400...0x9FFF, 0x20000...0x2FFFF:
      han += 1
      return nil
    case 0xAC00...0xD7A3:
      hangul += 1
      return nil
    default: return nil
    }
  }

  func language(hits: [Int], words: Int) -> String? {
    // A character of Chinese stands for a word of others.
    let eastern = (han + kana) * 3
    let scripts: [(Int, String?)] = [
      (latin, nil), (cyrillic, cyrillicLanguage(hits)), (arabic, arabicLanguage),
      (hebrew, "he"), (greek, "el"), (eastern, kana * 10 > han + kana ? "ja" : "zh"),
      (hangul * 2, "ko"), (devanagari, "hi"), (thai, "th"), (georgian, "ka"), (armenian, "hy"),
    ]
    let all = scripts.reduce(0) { $0 + $1.0 }
    guard let most = scripts.max(by: { $0.0 < $1.0 }), most.0 * 2 > all, most.0 >= 10 else {
      return nil
    }
    guard most.0 == latin, most.1 == nil else { return most.1 }
    return latinLanguage(hits, words)
  }

  private func cyrillicLanguage(_ hits: [Int]) -> String {
    if ukrainian * 50 > cyrillic { return "uk" }
    if serbian * 50 > cyrillic { return "sr" }
    if russian * 100 > cyrillic { return "ru" }
    let bulgarian = FunctionWords.codes.firstIndex(of: "bg").map { hits[$0] } ?? 0
    let plain = FunctionWords.codes.firstIndex(of: "ru").map { hits[$0] } ?? 0
    return bulgarian > plain ? "bg" : "ru"
  }

  private var arabicLanguage: String {
    if urdu * 40 > arabic { return "ur" }
    return persian * 40 > arabic ? "fa" : "ar"
  }

  /// The language with the most common words, if they are one word in eight and half as many again
  /// as of any other.
  private func latinLanguage(_ hits: [Int], _ words: Int) -> String? {
    guard latin >= LanguageFinder.leastLetters else { return nil }
    let ranked = hits.indices.sorted { (hits[$0], $1) > (hits[$1], $0) }
    guard let best = ranked.first, hits[best] * 8 >= words,
      hits[best] * 5 >= hits[ranked[1]] * 6
    else { return nil }
    return FunctionWords.codes[best]
  }
}
