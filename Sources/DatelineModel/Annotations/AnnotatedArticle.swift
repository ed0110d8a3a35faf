/// An article with everything found in it, as spans over its unchanged text.
public struct AnnotatedArticle: Hashable, Sendable {
  public var article: Article
  /// The title's first, then the text's, each in order.
  public var sentences: [Sentence]
  public var timexes: [Timex]
  public var entities: [EntityMention]
  /// Described actors, in the order of the text, the title's first.
  public var described: [DescribedMention]
  /// Sorted by id.
  public var actors: [LocalActor]
  public var events: [EventMention]
  /// The weighted words by which articles of one story are found.
  public var terms: [Term]
  /// Why nothing was analysed, such as a language without a pack; nil where it was.
  public var notAnalysed: String?

  public init(
    article: Article, sentences: [Sentence] = [], timexes: [Timex] = [],
    entities: [EntityMention] = [], described: [DescribedMention] = [],
    actors: [LocalActor] = [], events: [EventMention] = [],
    terms: [Term] = [], notAnalysed: String? = nil
  ) {
    self.article = article
    self.sentences = sentences
    self.timexes = timexes
    self.entities = entities
    self.described = described
    self.actors = actors
    self.events = events
    self.terms = terms
    self.notAnalysed = notAnalysed
  }

  /// The words that a span of the text or title covers.
  public func quote(_ span: TextSpan, inTitle: Bool) -> Substring {
    (inTitle ? article.title ?? "" : article.text)[span]
  }
}

/// A word of an article with its count, by a hash of its lower-case stem.
@frozen
public struct Term: Hashable, Sendable {
  public var hash: UInt32
  public var count: UInt16
  /// Log of the inverse document frequency, from a shipped table, times 256.
  public var weight: UInt16

  @inlinable
  public init(hash: UInt32, count: UInt16, weight: UInt16) {
    self.hash = hash
    self.count = count
    self.weight = weight
  }
}
