/// What kind of text an article is, which says what its relative times are counted from.
public enum Genre: String, Hashable, Sendable, CaseIterable {
  /// Found from the text: a narrative tells of years long past by explicit dates.
  case auto
  /// Counted from the publication date.
  case news
  /// Counted from the last date told.
  case narrative
}
