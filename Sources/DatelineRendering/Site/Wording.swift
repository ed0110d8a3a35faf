internal import DatelineModel
internal import EDTF

/// What the pages say, in the language of a locale: phrases by their English.
///
/// ```swift
/// Wording(locale: "de", templates: .builtIn).counted(3, "event")  // "3 Ereignisse"
/// ```
struct Wording: Sendable {
  /// BCP 47, the language alone, such as `de`.
  let language: String
  /// Translations by English phrase, in which `{name}` is filled in.
  let phrases: [String: String]

  static let english = Wording(language: "en", phrases: [:])

  private init(language: String, phrases: [String: String]) {
    self.language = language
    self.phrases = phrases
  }

  /// The phrases of `phrases-<language>.tsv`; English where there is no such file.
  init(locale: String, templates: TemplateSet) {
    language = locale.prefix { $0 != "-" && $0 != "_" }.lowercased()
    var phrases: [String: String] = [:]
    for line in templates.asset("phrases-\(language).tsv").split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", maxSplits: 1)
      if cells.count == 2, !line.hasPrefix("#") { phrases[String(cells[0])] = String(cells[1]) }
    }
    self.phrases = phrases
  }

  /// A phrase with its `{names}` filled in.
  func callAsFunction(_ phrase: String, _ values: [String: String] = [:]) -> String {
    var text = ""
    var rest = (phrases[phrase] ?? phrase)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[open..<close].dropFirst())
      text += rest[..<open]
      text += values[name] ?? "{\(name)}"
      rest = rest[close...].dropFirst()
    }
    return text + rest
  }

  /// A number with its noun in the form that the number asks for.
  ///
  /// A translation lists its forms in the order of CLDR's categories, apart by `|`.
  func counted(_ count: Int, _ noun: String) -> String {
    guard let forms = phrases["{n} " + noun] else { return DatelineRendering.counted(count, noun) }
    let all = forms.split(separator: "|", omittingEmptySubsequences: false)
    return String(all[min(form(count), all.count - 1)]).replacing(
      "{n}", with: number(Double(count)))
  }

  /// The plural category of a whole number.
  ///
  /// Source: CLDR, plural rules for whole numbers.
  private func form(_ count: Int) -> Int {
    let (ten, hundred) = (count % 10, count % 100)
    switch language {
    case "ru":
      if ten == 1, hundred != 11 { return 0 }
      return (2...4).contains(ten) && !(12...14).contains(hundred) ? 1 : 2
    case "ar":
      if count < 3 { return count }
      if (3...10).contains(hundred) { return 3 }
      return hundred >= 11 ? 4 : 5
    case "fr": return count < 2 ? 0 : 1
    default: return count == 1 ? 0 : 1
    }
  }

  /// "and 3 more", behind a list that was cut.
  func more(_ count: Int) -> String { self("and {n} more", ["n": String(count)]) }

  /// Names, of many the first three.
  func few(_ names: [String]) -> String {
    let named = names.prefix(3).map { PictureText.clean($0, limit: 40) }
    let rest = names.count - named.count
    return named.joined(separator: ", ") + (rest > 0 ? " " + more(rest) : "")
  }

  /// Thousands apart as the language has it.
  func number(_ value: Double) -> String {
    let text = FigureInWords.number(value)
    switch language {
    case "de", "es": return text.replacing(",", with: ".")
    case "fr", "ru": return text.replacing(",", with: "\u{202F}")
    default: return text
    }
  }

  /// A value of a difference as readers say it.
  ///
  /// ```swift
  /// Wording.english.value("2019-08-01/2019-08-02", of: .date)  // "1–2 Aug 2019"
  /// ```
  func value(_ value: String, of aspect: TimelineDiff.Difference.Aspect) -> String {
    switch aspect {
    case .date: EDTFValue(value).map { short($0) } ?? PageText.clean(value)
    case .status: EventStatus(rawValue: value).map { self($0.word ?? "happened") } ?? value
    default: PageText.clean(value)
    }
  }

  // MARK: Dates

  /// A date in few words, as lists of links have it.
  func short(_ value: EDTFValue) -> String {
    phrases.isEmpty ? PictureDate.words(value) : DateInWords(value, in: self).text
  }

  func short(_ date: EDTFDate) -> String {
    phrases.isEmpty ? PictureDate.words(date) : DateInWords(date, in: self).text
  }

  func span(_ start: EDTFDate, _ end: EDTFDate) -> String {
    if phrases.isEmpty { return PictureDate.span(start, end) }
    return DateInWords(start == end ? .date(start) : .interval(.date(start), .date(end)), in: self)
      .text
  }

  /// A year as people count it: there is no year zero.
  func year(_ year: Int) -> String {
    year > 0 ? String(year) : self("{year} BCE", ["year": String(1 - year)])
  }

  /// A month by its number, as it stands alone.
  func month(_ number: Int) -> String { self(DateInWords.months[number - 1]) }

  /// A month by its number, as it stands beside a day.
  func monthOfDay(_ number: Int) -> String {
    let name = DateInWords.months[number - 1]
    return phrases["of " + name] ?? self(name)
  }

  func day(_ date: CalendarDate) -> String {
    self(
      "{day} {month} {year}",
      ["day": String(date.day), "month": monthOfDay(date.month), "year": year(date.year)])
  }

  /// A month by its number, in few letters.
  func shortMonth(_ number: Int) -> String { self(PictureDate.months[number - 1]) }

  /// "27 Feb", for columns.
  func dayAndMonth(_ date: CalendarDate) -> String {
    if phrases.isEmpty { return PictureDate.dayAndMonth(date) }
    return self("{day} {month}", ["day": String(date.day), "month": monthOfDay(date.month)])
  }
}
