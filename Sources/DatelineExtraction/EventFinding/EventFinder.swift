import DatelineModel

/// Finds the happenings that an article tells.
struct EventFinder {
  let lexicon: EventLexicon

  /// In the order of the text, the title's first.
  func events(
    title: SegmentedText?, text: SegmentedText, timexes: [Timex], actors: FoundActors,
    of article: Article
  ) -> [EventMention] { [] }
}
