/// What the letters of a text say about its language: how many are of each script, which of them
/// only some languages use, and the trigrams, each counted once.
struct LanguageEvidence {
  /// Letters of any script.
  private(set) var letters = 0
  private var scripts = [Int32](repeating: 0, count: Script.allCases.count)
  /// By ``Alphabets``; empty until a letter of theirs comes.
  private var special: [Int32] = []
  private var scores: [Int32]
  /// How many different trigrams have come.
  private var trigrams = 0
  /// A bit for the hash of each trigram that has come.
  private var seen = [UInt64](repeating: 0, count: 64)
  // The last two letters.
  private var first = TrigramTable.wordEnd
  private var second = TrigramTable.wordEnd
  private let table: TrigramTable

  private enum Script: Int, CaseIterable {
    case latin, cyrillic, arabic, devanagari, hebrew, greek, han, kana, hangul, thai, georgian,
      armenian, bengali, gurmukhi, gujarati, tamil, telugu, kannada, malayalam, sinhala, lao,
      burmese, ethiopic, khmer

    /// The one language that is mostly written so.
    var language: String? {
      switch self {
      case .latin, .cyrillic, .arabic, .devanagari, .han, .kana: nil
      case .hebrew: "he"
      case .greek: "el"
      case .hangul: "ko"
      case .thai: "th"
      case .georgian: "ka"
      case .armenian: "hy"
      case .bengali: "bn"
      case .gurmukhi: "pa"
      case .gujarati: "gu"
      case .tamil: "ta"
      case .telugu: "te"
      case .kannada: "kn"
      case .malayalam: "ml"
      case .sinhala: "si"
      case .lao: "lo"
      case .burmese: "my"
      case .ethiopic: "am"
      case .khmer: "km"
      }
    }
  }

  init(table: TrigramTable = .shipped) {
    self.table = table
    scores = [Int32](repeating: 0, count: table.languages.count)
  }

  /// A small letter of ASCII.
  @inline(__always)
  mutating func add(latin letter: UInt32) {
    scripts[Script.latin.rawValue] += 1
    letters += 1
    append(letter)
  }

  /// A character beyond ASCII.
  mutating func add(_ scalar: UInt32) {
    guard let (script, letter) = LanguageEvidence.letter(scalar) else {
      // An apostrophe or mark inside a word ends it as a blank does.
      endWord()
      return
    }
    letters += 1
    scripts[script.rawValue] += 1
    switch script {
    case .latin, .devanagari: append(letter)
    case .cyrillic, .arabic:
      if special.isEmpty {
        special = [Int32](repeating: 0, count: Int(Alphabets.end - Alphabets.first))
      }
      special[Int(letter - Alphabets.first)] += 1
      append(letter)
    default: endWord()
    }
  }

  @inline(__always)
  private mutating func append(_ letter: UInt32) {
    if second != TrigramTable.wordEnd { count(first, second, letter) }
    if second == TrigramTable.wordEnd { first = TrigramTable.wordEnd } else { first = second }
    second = letter
  }

  @inline(__always)
  mutating func endWord() {
    guard second != TrigramTable.wordEnd else { return }
    count(first, second, TrigramTable.wordEnd)
    first = TrigramTable.wordEnd
    second = TrigramTable.wordEnd
  }

  @inline(__always)
  private mutating func count(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
    let key = TrigramTable.key(first, second, third)
    let place = Int(truncatingIfNeeded: (key &* 0xD6E8_FEB8_6659_FD93) >> 52)
    let bit: UInt64 = 1 << UInt64(place & 63)
    guard seen[place >> 6] & bit == 0 else { return }
    seen[place >> 6] |= bit
    trigrams += 1
    table.add(key, to: &scores)
  }

  /// The script of a letter beyond ASCII, and the letter in lower case; nil where it is none.
  private static func letter(_ scalar: UInt32) -> (Script, UInt32)? {
    switch scalar {
    case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7, 0x1E00...0x1EFF:
      return (.latin, lowerCase(scalar))
    case 0x370...0x3FF, 0x1F00...0x1FFF: return (.greek, scalar)
    case 0x400...0x40F: return (.cyrillic, scalar + 80)
    case 0x410...0x42F: return (.cyrillic, scalar + 32)
    case 0x430...0x45F: return (.cyrillic, scalar)
    // From here on capitals stand before their small letters, on even places.
    case 0x460...0x4BF, 0x4D0...0x52F: return (.cyrillic, scalar | 1)
    case 0x4C0...0x4CF: return (.cyrillic, scalar)
    case 0x531...0x58F: return (.armenian, scalar)
    case 0x5D0...0x5EA: return (.hebrew, scalar)
    case 0x620...0x64A, 0x66E...0x6D3, 0x6D5: return (.arabic, scalar)
    // Without the marks that end a sentence and the digits.
    case 0x900...0x963, 0x970...0x97F: return (.devanagari, scalar)
    case 0x980...0x9FF: return (.bengali, scalar)
    case 0xA00...0xA7F: return (.gurmukhi, scalar)
    case 0xA80...0xAFF: return (.gujarati, scalar)
    case 0xB80...0xBFF: return (.tamil, scalar)
    case 0xC00...0xC7F: return (.telugu, scalar)
    case 0xC80...0xCFF: return (.kannada, scalar)
    case 0xD00...0xD7F: return (.malayalam, scalar)
    case 0xD80...0xDFF: return (.sinhala, scalar)
    case 0xE00...0xE7F: return (.thai, scalar)
    case 0xE80...0xEFF: return (.lao, scalar)
    case 0x1000...0x109F: return (.burmese, scalar)
    case 0x10A0...0x10FF: return (.georgian, scalar)
    case 0x1200...0x137F: return (.ethiopic, scalar)
    case 0x1780...0x17FF: return (.khmer, scalar)
    case 0x3040...0x30FF: return (.kana, scalar)
    case 0x3400...0x9FFF, 0x20000...0x2FFFF: return (.han, scalar)
    case 0xAC00...0xD7A3: return (.hangul, scalar)
    default: return nil
    }
  }

  /// Of a letter of Latin script beyond ASCII.
  private static func lowerCase(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE: return scalar + 32
    case 0x130: return 0x69
    // Capitals stand before their small letters: here on odd places …
    case 0x139...0x148, 0x179...0x17E: return scalar + (scalar & 1)
    case 0x1AF: return 0x1B0
    // … and here on even ones.
    case 0x100...0x137, 0x14A...0x177, 0x1A0, 0x218...0x21B, 0x1E00...0x1EFF: return scalar | 1
    default: return scalar
    }
  }

  /// The language; nil where it cannot be told.
  var language: String? {
    // A character of Chinese stands for a word of others, one of Korean for two letters.
    let han = scripts[Script.han.rawValue]
    let kana = scripts[Script.kana.rawValue]
    var weights = scripts
    weights[Script.han.rawValue] = (han + kana) * 3
    weights[Script.kana.rawValue] = 0
    weights[Script.hangul.rawValue] *= 2
    let all = weights.reduce(0, +)
    guard let most = weights.indices.max(by: { weights[$0] < weights[$1] }),
      weights[most] * 2 > all, weights[most] >= 10, let script = Script(rawValue: most)
    else { return nil }
    switch script {
    case .latin: return latinLanguage
    case .cyrillic: return language(written: "cyrillic", letters: weights[most])
    case .arabic: return language(written: "arabic", letters: weights[most])
    case .devanagari: return language(written: "devanagari", letters: weights[most])
    case .han: return kana * 10 > han + kana ? "ja" : "zh"
    default: return script.language
    }
  }

  /// The language for which the trigrams speak most, among those whose alphabets have all letters
  /// of the text, or all but one in a hundred: names and quotes bring in others.
  private func language(written script: String, letters: Int32) -> String? {
    guard let alphabets = Alphabets.shipped.scripts[script] else { return nil }
    let foreign = alphabets.map { alphabet in
      special.isEmpty ? 0 : alphabet.foreign.reduce(0) { $0 + special[$1] }
    }
    let least = foreign.min() ?? 0
    var best: (language: String, score: Int32)?
    for (alphabet, count) in zip(alphabets, foreign) {
      guard let place = alphabet.place, count * 100 <= least * 100 + letters else { continue }
      let lead = alphabet.language == alphabets[0].language ? LanguageFinder.lead : 0
      if scores[place] + lead > best?.score ?? -1 {
        best = (alphabet.language, scores[place] + lead)
      }
    }
    if let best { return best.language }
    return zip(alphabets, foreign).first { $0.1 == least }?.0.language
  }

  private var latinLanguage: String? {
    guard scripts[Script.latin.rawValue] >= LanguageFinder.leastLetters,
      trigrams >= LanguageFinder.leastTrigrams,
      let best = Alphabets.shipped.latin.max(by: { scores[$0] < scores[$1] }),
      let english = table.languages.firstIndex(of: "en")
    else { return nil }
    let count = Float(trigrams)
    guard Float(scores[best]) >= LanguageFinder.leastWeight * count,
      best == english
        || Float(scores[best] - scores[english]) >= LanguageFinder.leastLead * count
    else { return nil }
    return table.languages[best]
  }
}
