/// What came of reading a pile.
public struct ReadingTally: Hashable, Sendable {
  /// Articles handed over.
  public internal(set) var articles = 0
  /// Records and files that hold an article which could not be read, and inputs that are not there.
  public internal(set) var unreadable = 0
  /// Articles without a date of publication.
  public internal(set) var undated = 0
  /// Marked as having the text of an earlier one.
  public internal(set) var duplicates = 0
  /// Marked as another version of an earlier one.
  public internal(set) var versions = 0

  public init() {}
}
