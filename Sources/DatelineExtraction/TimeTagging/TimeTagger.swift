import DatelineModel

/// Finds the time expressions of an article.
struct TimeTagger {
  let rules: TimeRules

  /// In the order of the text, the title's first; each span lies in its own passage.
  func timexes(title: SegmentedText?, text: SegmentedText, of article: Article) -> [Timex] { [] }
}
