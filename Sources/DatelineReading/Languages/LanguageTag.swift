/// A language as BCP 47 writes it, read from what records say.
///
/// ```swift
/// LanguageTag("en_US")?.text    // "en-US"
/// LanguageTag("English")?.text  // "en"
/// LanguageTag("rus")?.text      // "ru"
/// ```
struct LanguageTag: Hashable {
  let text: String

  /// Nil where the text names no language.
  init?(_ stated: String) {
    let word = trimmed(stated)
    if let code = LanguageTag.names[word.lowercased()] {
      text = code
      return
    }
    let parts = word.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let first = parts.first, (2...3).contains(first.utf8.count), word.utf8.count <= 35,
      parts.allSatisfy({ part in
        part.utf8.count <= 8
          && part.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 0x20) }
      }),
      first.utf8.allSatisfy({ $0 > 57 })
    else { return nil }
    let code = first.lowercased()
    let language = LanguageTag.names[code] ?? code
    guard language != "und" else { return nil }
    let rest = parts.dropFirst().map { part in
      switch part.utf8.count {
      case 2: part.uppercased()
      case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }
    text = ([language] + rest).joined(separator: "-")
  }

  /// English and own names, and the three letters of ISO 639-2 in both kinds.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for row in rows {
      let cells = row.split(separator: " ").map(String.init)
      for cell in cells { names[cell] = cells[0] }
    }
    return names
  }()

  private static let rows = [
    "en english eng", "ar arabic ara العربية", "bg bulgarian bul български",
    "ca catalan cat català", "cs czech ces cze čeština", "da danish dan dansk",
    "de german deu ger deutsch", "el greek ell gre ελληνικά", "es spanish spa español castellano",
    "fa persian farsi fas per فارسی", "fi finnish fin suomi", "fr french fra fre français",
    "he hebrew heb iw עברית", "hi hindi hin हिन्दी", "hr croatian hrv hrvatski",
    "hu hungarian hun magyar", "hy armenian hye arm", "id indonesian ind in",
    "it italian ita italiano", "ja japanese jpn 日本語", "ka georgian kat geo",
    "kk kazakh kaz қазақша", "ko korean kor 한국어", "ku kurdish kur kurdî",
    "nl dutch nld dut nederlands", "no norwegian nor norsk", "pl polish pol polski",
    "pt portuguese por português", "ro romanian ron rum română", "ru russian rus русский",
    "sk slovak slk slo", "sl slovenian slv", "sr serbian srp српски", "sv swedish swe svenska",
    "th thai tha", "tr turkish tur türkçe", "uk ukrainian ukr українська", "ur urdu urd اردو",
    "vi vietnamese vie", "zh chinese zho chi 中文",
  ]
}
