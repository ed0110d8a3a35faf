import DatelineModel

/// Compares the mentions that may tell one happening and keeps how much they agree.
///
/// Compared are: mentions of one article; of two articles of one story; and, whatever the articles,
/// mentions of one kind that tell the same day or the same round of a series.
struct MentionPairing {
  private let look: FirstLook
  /// The pairs that agree at first sight.
  private(set) var pairs: [Pair] = []
  private(set) var edges: [MentionClusters.Edge] = []
  /// Mentions of one kind and day that are too many to compare each with each.
  private var crowded: [[Int]] = []
  private let inOneStory: [UInt64: StoryNeighbours.Pair]

  var profiles: [MentionProfile] { look.profiles }
  var models: MergingModels { look.models }

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

  /// What agrees less than this changes no group.
  private static let least: Float = 0.05
  /// As much of one story have two articles that tell of one kind of happening on one day.
  private static let sameDayStory: Float = 0.3
  /// Mean likeness from which on groups are joined.
  static let threshold: Float = 0.35
  /// The same where dozens of reports tell a happening of one kind on one day.
  private static let crowdedThreshold: Float = 0.2
  /// As many of a group speak for where it was.
  private static let speakers = 12
  /// As many of one kind and day are compared each with each.
  private static let breadth = 48
  /// Of more, each is compared with the next ones, and ``CrowdedKinds`` joins what these leave.
  private static let crowdedBreadth = 16
  /// Articles of as many mentions are lists, whose mentions are not compared with each other.
  private static let most = 400
  /// Pairs of articles that are worked on in one go.
  private static let part = 256

  /// `told` has for each article the mentions that it tells, whether first or again; `isRepeated`
  /// says which mentions several articles tell.
  init(
    _ profiles: [MentionProfile], told: [[Int]], isRepeated: [Bool], stories: StoryNeighbours,
    places: PlaceNesting, articles: [AnnotatedArticle], models: MergingModels, jobs: Int
  ) {
    let look = FirstLook(profiles, places: places, articles: articles, models: models)
    self.look = look
    inOneStory = Dictionary(
      stories.pairs.map { (MentionPairing.key($0.a, $0.b), $0) }, uniquingKeysWith: { a, _ in a })
    pairs = told.indices.mapped(jobs: jobs) { article -> [Pair] in
      let own = told[article]
      guard own.count < MentionPairing.most else { return [] }
      var found: [Pair] = []
      for (place, a) in own.enumerated() {
        for b in own[(place + 1)...] where look.mayAgree(a, b, story: 1) {
          if let one = look.pair(a, b, story: 1, words: 1) { found.append(one) }
        }
      }
      return found
    }.flatMap(\.self)
    // Two mentions that many articles tell need be compared once, best in one part of the work.
    let parts = stories.pairs.indices.split(every: MentionPairing.part)
    pairs += parts.indices.mapped(jobs: jobs) { number in
      var found: [Pair] = []
      var met: Set<UInt64> = []
      for pair in stories.pairs[parts[number]] {
        for a in told[pair.a] {
          for b in told[pair.b] where a != b {
            guard look.mayAgree(a, b, story: pair.likeness),
              !isRepeated[a] || !isRepeated[b]
                || met.insert(MentionPairing.key(a, b)).inserted,
              let one = look.pair(a, b, story: pair.likeness, words: pair.words)
            else { continue }
            found.append(one)
          }
        }
      }
      return found
    }.flatMap(\.self)
    compareKinds()
    join(jobs: jobs)
  }

  /// Compares what tells one kind of happening on one day, or one round, whatever the story.
  private mutating func compareKinds() {
    var kinds: [Kind: [Int]] = [:]
    for (index, profile) in profiles.enumerated() {
      if profile.ordinal > 0 {
        kinds[Kind(a: profile.series, b: UInt32(profile.ordinal), c: 1), default: []].append(index)
      }
      guard let day = profile.day else { continue }
      let day32 = UInt32(bitPattern: Int32(clamping: day))
      // "visit" is word and topic, and stands with "travel to".
      if profile.lemma != 0, profile.lemma != profile.topic {
        kinds[Kind(a: day32, b: profile.lemma, c: 2), default: []].append(index)
      }
      if profile.topic != 0 {
        kinds[Kind(a: day32, b: profile.topic, c: 3), default: []].append(index)
      }
    }
    for list in kinds.values {
      // A day that is only inherited is a reason to compare nothing more than what one story tells.
      let list = list.filter { profiles[$0].ordinal > 0 || profiles[$0].isFirmlyDated }
      let breadth =
        list.count > MentionPairing.breadth ? MentionPairing.crowdedBreadth : list.count
      for (place, a) in list.enumerated() {
        for b in list[(place + 1)...].prefix(breadth)
        where profiles[a].article != profiles[b].article {
          // Pairs of one story have been compared.
          guard inOneStory[MentionPairing.key(profiles[a].article, profiles[b].article)] == nil,
            look.mayAgree(a, b, story: MentionPairing.sameDayStory),
            let one = look.pair(a, b, story: MentionPairing.sameDayStory, words: 0)
          else { continue }
          pairs.append(one)
        }
      }
    }
    crowded = kinds.values.filter { $0.count > MentionPairing.breadth }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  private struct Kind: Hashable {
    var a: UInt32
    var b: UInt32
    var c: UInt8
  }

  /// Judges the pairs again, by what stands beside them.
  private mutating func join(jobs: Int) {
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
    let (pairs, look) = (pairs, look)
    edges = pairs.indices.mapped(jobs: jobs) { place -> MentionClusters.Edge? in
      let pair = pairs[place]
      let (a, b) = (Int(pair.a), Int(pair.b))
      var likeness = pair.likeness
      // Where both days are known the first look stands.
      if !look.isDated(a) || !look.isDated(b) {
        guard let found = look.likeness(a, b, story: pair.story, words: pair.words) else {
          return nil
        }
        likeness = Float.logistic(
          look.models.trees.logit(found.evidence + beside.values(of: pair)) + found.knowledge)
      }
      guard likeness >= MentionPairing.least else { return nil }
      return MentionClusters.Edge(a: pair.a, b: pair.b, likeness: likeness)
    }.compactMap(\.self)
  }

  /// The mentions grouped by happening.
  ///
  /// Groups that are surely at two places stay two, though both may agree with what tells of no place.
  func groups() -> [[Int]] {
    func bounds(of members: some Sequence<Int>) -> GroupBounds {
      GroupBounds(of: members.lazy.map { profiles[$0] })
    }
    let parted = MentionClusters(
      count: profiles.count, edges: edges, threshold: MentionPairing.threshold
    ) {
      bounds(of: $0).union(bounds(of: $1)).mayBeOne(within: 1) && !areApart($0, $1)
    }.groups
    if crowded.isEmpty { return parted }
    return CrowdedKinds(
      parted, kinds: crowded, threshold: MentionPairing.crowdedThreshold, gap: 2,
      bounds: { bounds(of: $0) }, likeness: likeness
    ).groups
  }

  /// Whether most pairs of two groups whose places can tell them apart are apart, and there are some.
  private func areApart(_ group: ArraySlice<Int>, _ other: ArraySlice<Int>) -> Bool {
    let placed = [group, other].map { members in
      members.lazy.filter { profiles[$0].isPlacedLead }.prefix(MentionPairing.speakers)
    }
    var (apart, all) = (0, 0)
    for a in placed[0] {
      for b in placed[1] {
        all += 1
        if look.areApart(a, b) { apart += 1 }
      }
    }
    return 2 * apart > all
  }

  /// How much two mentions of one kind and day agree that were never compared.
  private func likeness(_ a: Int, _ b: Int) -> Float {
    let pair = inOneStory[MentionPairing.key(profiles[a].article, profiles[b].article)]
    let isOne = profiles[a].article == profiles[b].article
    let story = isOne ? 1 : pair?.likeness ?? MentionPairing.sameDayStory
    return look.pair(a, b, story: story, words: isOne ? 1 : pair?.words ?? 0)?.likeness ?? 0
  }
}
