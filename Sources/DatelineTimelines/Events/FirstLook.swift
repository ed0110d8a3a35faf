import DatelineModel

/// Compares two mentions by what they tell themselves; most pairs are told apart at a glance.
struct FirstLook {
  let profiles: [MentionProfile]
  let models: MergingModels
  private let places: PlaceNesting
  private let articles: [AnnotatedArticle]
  private let sights: [Sight]
  /// Apart from the profiles, since to look into one of these copies it.
  private let sentences: [MentionWords]

  /// What agrees less than this is not looked at again.
  private static let least: Float = 0.02
  /// Sentences that agree less, with triggers that have nothing in common, are not compared.
  private static let leastWords: Float = 0.1
  /// Articles that less likely tell one story are not compared, but for what is dated.
  private static let leastStory: Float = 0.08

  /// `articles` are those that the profiles tell of.
  init(
    _ profiles: [MentionProfile], places: PlaceNesting, articles: [AnnotatedArticle],
    models: MergingModels
  ) {
    self.profiles = profiles
    self.places = places
    self.articles = articles
    self.models = models
    sights = profiles.map { Sight($0, models.kinship) }
    sentences = profiles.map(\.words)
  }

  func isDated(_ mention: Int) -> Bool { sights[mention].isDated }

  /// How much two mentions agree; nil where they hardly do.
  ///
  /// `story` is how likely their articles tell one story, `words` the cosine of these.
  func pair(_ a: Int, _ b: Int, story: Float, words: Float) -> MentionPairing.Pair? {
    guard let found = likeness(a, b, story: story, words: words), found.score >= FirstLook.least
    else { return nil }
    return MentionPairing.Pair(
      a: Int32(min(a, b)), b: Int32(max(a, b)), story: story, words: words, likeness: found.score)
  }

  /// The likeness of two mentions, less what is only told to readers; nil where something forbids it.
  func likeness(_ a: Int, _ b: Int, story: Float, words: Float) -> MentionLikeness? {
    func found(areApart: Bool) -> MentionLikeness? {
      MentionLikeness(
        profiles[a], profiles[b], story: story, words: words, areApart: areApart, models: models,
        isForReaders: false)
    }
    guard let likeness = found(areApart: false) else { return nil }
    return likeness.score >= FirstLook.least && areApart(a, b) ? found(areApart: true) : likeness
  }

  /// Whether two tell of those harmed at places that nothing connects.
  func areApart(_ a: Int, _ b: Int) -> Bool {
    guard MentionLikeness.placesDecide(profiles[a], profiles[b]) else { return false }
    return places.areApart(
      profiles[a].place, in: articles[profiles[a].article],
      profiles[b].place, in: articles[profiles[b].article])
  }

  /// Whether there is anything to compare: most pairs tell of days that exclude each other, or share
  /// neither a trigger's meaning nor words.
  func mayAgree(_ a: Int, _ b: Int, story: Float) -> Bool {
    let (x, y) = (sights[a], sights[b])
    if x.ordinal > 0, y.ordinal > 0, x.ordinal != y.ordinal { return false }
    if x.isDated, y.isDated {
      let gap = Int(max(x.first, y.first)) - Int(min(x.last, y.last))
      return gap <= MentionLikeness.daysApart(x.isFirmlyDated && y.isFirmlyDated)
    }
    if story < FirstLook.leastStory { return false }
    if x.lemma == y.lemma || x.topic != 0 && x.topic == y.topic { return true }
    if x.ordinal > 0 && x.ordinal == y.ordinal || x.isHarm && y.isHarm { return true }
    if x.words.mayMeet(y.words),
      sentences[a].sentence.cosine(sentences[b].sentence) >= FirstLook.leastWords
    {
      return true
    }
    return models.kinship.nearness(x.senses, y.senses) != .other
  }

  /// What most pairs are told apart by, in a form whose copies cost nothing: there are many more
  /// pairs than mentions.
  private struct Sight {
    /// Days since 1970; the first lies behind the last where no date is known.
    var first: Int32
    var last: Int32
    var isFirmlyDated: Bool
    var isHarm: Bool
    var lemma: UInt32
    var senses: TriggerKinship.Senses
    var topic: UInt32
    var ordinal: Int32
    var words: WordSignature

    init(_ profile: MentionProfile, _ kinship: TriggerKinship) {
      first = profile.days.map { Int32(clamping: $0.lowerBound) } ?? 1
      last = profile.days.map { Int32(clamping: $0.upperBound) } ?? 0
      isFirmlyDated = profile.isFirmlyDated
      isHarm = profile.isHarm
      lemma = profile.lemma
      senses = kinship.senses(of: profile.lemma)
      topic = profile.topic
      ordinal = Int32(clamping: profile.ordinal)
      words = WordSignature(profile.words.sentence)
    }

    var isDated: Bool { first <= last }
  }

  /// A bit for each word of a sentence: two that share no bit share no word (B. Bloom, 1970).
  private struct WordSignature {
    private var bits = SIMD4<UInt64>()

    init(_ words: ArticleVector) {
      for word in words.components {
        let bit = Int((word.hash &* 0x9E37_79B1) >> 24)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }

    func mayMeet(_ other: WordSignature) -> Bool { bits & other.bits != .zero }
  }
}
