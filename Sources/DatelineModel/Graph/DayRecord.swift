public import EDTF

/// How much a pile says about one calendar day: every dated sentence counts, not events alone.
public struct DayRecord: Hashable, Sendable {
  /// A whole sentence that tells of the day.
  public struct Sentence: Hashable, Sendable {
    /// The article's id.
    public var article: String
    /// The source's name.
    public var source: String?
    /// Verbatim.
    public var text: String
    /// Unicode scalars of the article's text, or of its title where `inTitle`.
    public var start: Int
    public var end: Int
    public var inTitle: Bool

    public init(
      article: String, source: String?, text: String, start: Int, end: Int, inTitle: Bool
    ) {
      self.article = article
      self.source = source
      self.text = text
      self.start = start
      self.end = end
      self.inTitle = inTitle
    }
  }

  public var date: CalendarDate
  /// 0…1, against the other days of the graph.
  public var salience: Double
  /// How many articles were published on the day; copies count once.
  public var published: Int
  /// How many articles speak of the day, whenever they were published; copies count once.
  public var articles: Int
  /// The sentences that tell best what happened, best first, each saying something of its own.
  public var sentences: [Sentence]

  public init(
    date: CalendarDate, salience: Double, published: Int, articles: Int, sentences: [Sentence]
  ) {
    self.date = date
    self.salience = salience
    self.published = published
    self.articles = articles
    self.sentences = sentences
  }
}
