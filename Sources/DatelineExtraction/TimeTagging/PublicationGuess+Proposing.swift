public import DatelineModel
import EDTF

extension PublicationGuess {
  /// The day on which an article was published, as its own words suggest: what the page says of
  /// itself, the dateline, else the latest date told. Nil where the text tells no date at all.
  ///
  /// ```swift
  /// PublicationGuess(of: article, using: pack)  // 2019-08-01, 0.85, from "ASTANA, August 1, 2019"
  /// ```
  /// The confidence is how often such evidence is right, from 0 to 1; it is never certain.
  public init?(of article: Article, using pack: LanguagePack) {
    var undated = article
    undated.published = nil
    let title = article.title.map { SegmentedText($0, isTitle: true, using: pack.abbreviations) }
    let text = SegmentedText(article.text, using: pack.abbreviations)
    let found = TimeTagger(rules: pack.time, genre: .news)
      .mentions(title: title, text: text, of: undated)
    let evidence = Evidence(found.mentions, furniture: found.furniture, in: text)
    guard let best = evidence.best else { return nil }
    self.init(
      date: best.date, confidence: best.confidence, quote: text.string(best.span))
  }

  /// Dates of a text with what speaks for each.
  private struct Evidence {
    struct Candidate {
      let date: EDTFDate
      let confidence: Double
      let span: TextSpan
    }

    var best: Candidate?

    init(_ mentions: [TimeMention], furniture: [TimeMention], in text: SegmentedText) {
      for mention in furniture { offer(mention, year: nil, 0.9) }
      let latest = mentions.compactMap { Evidence.year(of: $0) }.max()
      for mention in mentions where !mention.inTitle {
        let isHead = mention.span.start < 300
        let isDateline =
          mention.span.start < 160 && Evidence.endsDateline(mention.span.end, in: text)
        if Evidence.year(of: mention) != nil {
          offer(mention, year: nil, isDateline ? 0.85 : isHead ? 0.6 : 0)
        } else if isDateline, let latest {
          offer(mention, year: latest, 0.55)
        }
      }
      guard best == nil else { return }
      // No report tells of a day after its own as past.
      let past = mentions.filter { $0.tense <= 0 && Evidence.year(of: $0) != nil }
      let dated = past.compactMap { mention in
        Evidence.date(of: mention, year: nil).map { (mention, $0) }
      }
      guard let last = dated.max(by: { $0.1.latest < $1.1.latest }) else { return }
      let confidence = last.1.calendarDate != nil ? 0.35 : 0.15
      best = Candidate(date: last.1, confidence: confidence, span: last.0.span)
    }

    private mutating func offer(_ mention: TimeMention, year: Int?, _ confidence: Double) {
      guard confidence > best?.confidence ?? 0, mention.draft.has(.day),
        let date = Evidence.date(of: mention, year: year)
      else { return }
      best = Candidate(date: date, confidence: confidence, span: mention.span)
    }

    private static func year(of mention: TimeMention) -> Int? {
      let draft = mention.draft
      guard let year = draft[.year], year >= 1800, draft[.calendar] == nil, draft[.era] == nil,
        !draft.has(.unit), !draft.has(.amount)
      else { return nil }
      return year
    }

    private static func date(of mention: TimeMention, year: Int?) -> EDTFDate? {
      let draft = mention.draft
      guard draft[.calendar] == nil, let year = year ?? self.year(of: mention) else { return nil }
      guard let month = draft[.month] else { return EDTFDate(year: year) }
      guard let day = draft[.day] else { return EDTFDate(year: year, month: month) }
      return CalendarDate(year: year, month: month, day: day).map { EDTFDate($0) }
    }

    /// "ASTANA, August 1 (Agency) -", "/TASS/", "August 1, 2019 --": what follows ends a dateline.
    private static func endsDateline(_ end: Int, in text: SegmentedText) -> Bool {
      var index = end
      while index < text.bytes.count, text.bytes[index] == 32 || text.bytes[index] == 46 {
        index += 1
      }
      guard index < text.bytes.count else { return false }
      switch text.bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"), 10:
        return true
      // An en or em dash.
      case 0xE2: return index + 1 < text.bytes.count && text.bytes[index + 1] == 0x80
      default: return false
      }
    }
  }
}
