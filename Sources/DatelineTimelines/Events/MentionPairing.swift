import DatelineModel

/// Compares the mentions that may tell one happening and keeps how much they agree.
///
/// Compared are: mentions of one article; of two articles of one story; and, whatever the articles,
/// mentions of one kind that tell the same day or the same round of a series.
struct MentionPairing {
  let profiles: [MentionProfile]
  /// For each article the range of its mentions.
  let ranges: [Range<Int>]
  private(set) var edges: [MentionClusters.Edge] = []

  /// What agrees less than this changes no group.
  private static let least: Float = 0.1
  /// How many of one kind and day are compared with each.
  private static let breadth = 48

  init(_ profiles: [MentionProfile], ranges: [Range<Int>], stories: StoryNeighbours) {
    self.profiles = profiles
    self.ranges = ranges
    var likeness: [UInt64: Float] = [:]
    likeness.reserveCapacity(stories.pairs.count)
    for range in ranges where range.count < 400 {
      for a in range { for b in range where b > a { compare(a, b, story: 1) } }
    }
    for pair in stories.pairs {
      likeness[UInt64(pair.a) << 32 | UInt64(pair.b)] = pair.likeness
      for a in ranges[pair.a] { for b in ranges[pair.b] { compare(a, b, story: pair.likeness) } }
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
          if likeness[UInt64(x) << 32 | UInt64(y)] == nil { compare(a, b, story: 0) }
        }
      }
    }
  }

  private struct Kind: Hashable {
    var a: UInt32
    var b: UInt32
    var c: UInt8
  }

  private mutating func compare(_ a: Int, _ b: Int, story: Float) {
    guard let found = MentionLikeness(profiles[a], profiles[b], story: story),
      found.score >= MentionPairing.least
    else { return }
    edges.append(MentionClusters.Edge(a: Int32(a), b: Int32(b), likeness: found.score))
  }

  /// The mentions grouped by happening.
  func groups() -> [[Int]] {
    MentionClusters(count: profiles.count, edges: edges, threshold: 0.5) { a, b in
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
