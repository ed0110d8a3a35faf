/// One report as it was read: who published it, when, and what it says.
public struct Article: Hashable, Sendable {
  /// Unique in the pile; see the contract for how it is found where the record gives none.
  public var id: String
  /// The outlet's name; nil where nothing states one.
  public var source: String?
  public var published: PublicationDate?
  /// A date proposed from the text, an anchor only where the reader accepts guesses.
  public var publishedGuess: PublicationGuess?
  public var title: String?
  /// What every offset counts in.
  public var text: String
  public var captions: [String]
  public var url: String?
  /// BCP 47, such as `en`.
  public var language: String
  /// What else its page states; nil for what is no page.
  public var page: PageStatement?
  /// The id of an article with the same text.
  public var duplicateOf: String?
  /// The id of an article of which this is another version.
  public var versionOf: String?

  public init(
    id: String, source: String? = nil, published: PublicationDate? = nil,
    publishedGuess: PublicationGuess? = nil, title: String? = nil, text: String,
    captions: [String] = [], url: String? = nil, language: String = "en",
    page: PageStatement? = nil, duplicateOf: String? = nil, versionOf: String? = nil
  ) {
    self.id = id
    self.source = source
    self.published = published
    self.publishedGuess = publishedGuess
    self.title = title
    self.text = text
    self.captions = captions
    self.url = url
    self.language = language
    self.page = page
    self.duplicateOf = duplicateOf
    self.versionOf = versionOf
  }
}
