import DatelineModel

/// Compares the mentions that may tell one happening and keeps how much they agree.
///
/// Compared are: mentions of one article; of two articles of one story; and, whatever the articles,
/// mentions of one kind that tell the same day or the same round of a series.
struct MentionPairing {
  let profiles: [MentionProfile]
  private let sights: [Sight]
  /// Whether several articles tell a mention.
  private let isRepeated: [Bool]
  /// Pairs of repeated mentions that have been compared.
  private var met: Set<UInt64> = []
  let models: MergingModels
  /// The pairs that agree at first sight.
  private(set) var pairs: [Pair] = []
  private(set) var edges: [MentionClusters.Edge] = []

  struct Pair {
    var a: Int32
    var b: Int32
    /// How likely both articles tell one story.
    var story: Float
    /// The cosine of the articles' words.
    var words: Float
    /// 0…1, from the two mentions alone.
    var likeness: Float
  }

  /// What agrees less than this at first sight is not looked at again.
  private static let leastAtFirst: Float = 0.02
  /// What agrees less than this changes no group.
  private static let least: Float = 0.05
  /// Sentences that agree less, with triggers that have nothing in common, are not compared.
  private static let leastWords: Float = 0.1
  /// Articles that less likely tell one story are not compared, but for what is dated.
  private static let leastStory: Float = 0.08
  /// As much of one story have two articles that tell of one kind of happening on one day.
  private static let sameDayStory: Float = 0.3
  /// Mean likeness from which on groups are joined.
  static let threshold: Float = 0.4
  /// How many of one kind and day are compared with each.
  private static let breadth = 48

  /// `told` has for each article the mentions that it tells, whether first or again.
  init(
    _ profiles: [MentionProfile], told: [[Int]], isRepeated: [Bool], stories: StoryNeighbours,
    models: MergingModels
  ) {
    self.profiles = profiles
    sights = profiles.map(Sight.init)
    self.models = models
    self.isRepeated = isRepeated
    var likeness: [UInt64: Float] = [:]
    likeness.reserveCapacity(stories.pairs.count)
    for own in told where own.count < 400 {
      for a in own { for b in own where b > a { compare(a, b, story: 1, words: 1) } }
    }
    for pair in stories.pairs {
      likeness[UInt64(pair.a) << 32 | UInt64(pair.b)] = pair.likeness
      for a in told[pair.a] {
        for b in told[pair.b] where a != b {
          compare(a, b, story: pair.likeness, words: pair.words)
        }
      }
    }
    var kinds: [Kind: [Int]] = [:]
    for (index, profile) in profiles.enumerated() {
      if profile.ordinal > 0 {
        kinds[Kind(a: profile.series, b: UInt32(profile.ordinal), c: 1), default: []].append(index)
      }
      guard profile.isFirmlyDated, let day = profile.day else { continue }
      let day32 = UInt32(bitPattern: Int32(clamping: day))
      if profile.lemma != 0 {
        kinds[Kind(a: day32, b: profile.lemma, c: 2), default: []].append(index)
      }
      if profile.topic != 0, profile.topic != profile.lemma {
        kinds[Kind(a: day32, b: profile.topic, c: 3), default: []].append(index)
      }
    }
    for list in kinds.values {
      for (place, a) in list.enumerated() {
        for b in list[(place + 1)...].prefix(MentionPairing.breadth)
        where profiles[a].article != profiles[b].article {
          let (x, y) = (
            min(profiles[a].article, profiles[b].article),
            max(profiles[a].article, profiles[b].article)
          )
          // Pairs of one story have been compared.
          if likeness[UInt64(x) << 32 | UInt64(y)] == nil {
            compare(a, b, story: MentionPairing.sameDayStory, words: 0)
          }
        }
      }
    }
    join()
  }

  private struct Kind: Hashable {
    var a: UInt32
    var b: UInt32
    var c: UInt8
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
    var topic: UInt32
    var ordinal: Int32

    init(_ profile: MentionProfile) {
      first = profile.days.map { Int32(clamping: $0.lowerBound) } ?? 1
      last = profile.days.map { Int32(clamping: $0.upperBound) } ?? 0
      isFirmlyDated = profile.isFirmlyDated
      isHarm = profile.isHarm
      lemma = profile.lemma
      topic = profile.topic
      ordinal = Int32(clamping: profile.ordinal)
    }

    var isDated: Bool { first <= last }
  }

  private mutating func compare(_ a: Int, _ b: Int, story: Float, words: Float) {
    guard mayAgree(a, b, story: story), isNew(a, b),
      let found = MentionLikeness(
        profiles[a], profiles[b], story: story, words: words, models: models),
      found.score >= MentionPairing.leastAtFirst
    else { return }
    pairs.append(
      Pair(
        a: Int32(min(a, b)), b: Int32(max(a, b)), story: story, words: words,
        likeness: found.score))
  }

  /// False where many articles tell both mentions, of which two have been compared.
  private mutating func isNew(_ a: Int, _ b: Int) -> Bool {
    guard isRepeated[a], isRepeated[b] else { return true }
    return met.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))).inserted
  }

  /// Whether there is anything to compare: most pairs tell of days that exclude each other, or share
  /// neither a trigger's meaning nor words.
  private func mayAgree(_ a: Int, _ b: Int, story: Float) -> Bool {
    let (x, y) = (sights[a], sights[b])
    if x.ordinal > 0, y.ordinal > 0, x.ordinal != y.ordinal { return false }
    if x.isDated, y.isDated {
      let gap = Int(max(x.first, y.first)) - Int(min(x.last, y.last))
      return gap <= MentionLikeness.daysApart(x.isFirmlyDated && y.isFirmlyDated)
    }
    if story < MentionPairing.leastStory { return false }
    if x.lemma == y.lemma || x.topic != 0 && x.topic == y.topic { return true }
    if x.ordinal > 0 && x.ordinal == y.ordinal || x.isHarm && y.isHarm { return true }
    if profiles[a].words.sentence.cosine(profiles[b].words.sentence) >= MentionPairing.leastWords {
      return true
    }
    return models.kinship.nearness(x.lemma, y.lemma) != .other
  }

  /// Judges the pairs again, by what stands beside them.
  private mutating func join() {
    // A day's and a lemma's list may both have brought a pair, and so may two articles that repeat
    // a sentence: those that most surely tell one story count.
    pairs.sort { ($0.a, $0.b, $1.story, $1.words) < ($1.a, $1.b, $0.story, $0.words) }
    var last = UInt64.max
    pairs.removeAll { pair in
      let key = UInt64(UInt32(pair.a)) << 32 | UInt64(UInt32(pair.b))
      defer { last = key }
      return key == last
    }
    let beside = MentionSurroundings(profiles, pairs: pairs)
    for pair in pairs {
      let (a, b) = (Int(pair.a), Int(pair.b))
      var likeness = pair.likeness
      // Where both days are known the first look stands.
      if !sights[a].isDated || !sights[b].isDated {
        guard
          let found = MentionLikeness(
            profiles[a], profiles[b], story: pair.story, words: pair.words, models: models)
        else { continue }
        likeness = Float.logistic(
          models.trees.logit(found.evidence + beside.values(of: pair)) + found.knowledge)
      }
      guard likeness >= MentionPairing.least else { continue }
      edges.append(MentionClusters.Edge(a: pair.a, b: pair.b, likeness: likeness))
    }
  }

  /// The mentions grouped by happening.
  func groups() -> [[Int]] {
    MentionClusters(count: profiles.count, edges: edges, threshold: MentionPairing.threshold) {
      a, b in
      var days: ClosedRange<Int>?
      var ordinal = 0
      for index in [a, b].joined() {
        let profile = profiles[index]
        if profile.ordinal > 0 {
          if ordinal > 0, ordinal != profile.ordinal { return false }
          ordinal = profile.ordinal
        }
        guard profile.isFirmlyDated, let day = profile.day else { continue }
        days = min(day, days?.lowerBound ?? day)...max(day, days?.upperBound ?? day)
      }
      // A chain of next days is no one day.
      return days.map { $0.count <= 2 } ?? true
    }.groups
  }
}
