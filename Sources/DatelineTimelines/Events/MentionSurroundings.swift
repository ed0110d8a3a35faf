/// What stands beside two mentions: the other mentions of their sentences, and those of each
/// other's article that are as like.
///
/// Where the rest of two sentences tells the same, the two in question more likely do; where the
/// other article has a mention that is more like, they less likely do.
struct MentionSurroundings {
  /// The likest of one mention in one article, and how like the next one is.
  private struct Rivals {
    var best: Int32 = -1
    var first: Float = 0
    var second: Float = 0

    mutating func add(_ other: Int32, _ likeness: Float) {
      if likeness > first {
        (best, first, second) = (other, likeness, first)
      } else if likeness > second {
        second = likeness
      }
    }

    /// How like the likest one but `other` is.
    func likeness(without other: Int32) -> Float { best == other ? second : first }
  }

  private let profiles: [MentionProfile]
  /// How like two mentions are, the lesser first.
  private var likeness: [UInt64: Float] = [:]
  /// By mention and article.
  private var rivals: [UInt64: Rivals] = [:]
  /// The mentions of a sentence, by article and sentence.
  private var sentences: [UInt64: [Int32]] = [:]

  init(_ profiles: [MentionProfile], pairs: [MentionPairing.Pair]) {
    self.profiles = profiles
    likeness.reserveCapacity(pairs.count)
    for pair in pairs {
      likeness[MentionSurroundings.key(pair.a, pair.b)] = pair.likeness
      let (a, b) = (profiles[Int(pair.a)].article, profiles[Int(pair.b)].article)
      rivals[MentionSurroundings.key(pair.a, of: b), default: Rivals()].add(pair.b, pair.likeness)
      rivals[MentionSurroundings.key(pair.b, of: a), default: Rivals()].add(pair.a, pair.likeness)
    }
    for (index, profile) in profiles.enumerated() {
      sentences[MentionSurroundings.place(profile), default: []].append(Int32(index))
    }
  }

  private static func place(_ profile: MentionProfile) -> UInt64 {
    key(Int32(truncatingIfNeeded: profile.sentence), of: profile.article)
  }

  private static func key(_ a: Int32, _ b: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b)))
  }

  private static func key(_ mention: Int32, of article: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: article)) << 32 | UInt64(UInt32(bitPattern: mention))
  }

  /// The values of ``MentionEvidence/neighbourhood`` for a pair.
  func values(of pair: MentionPairing.Pair) -> [Float] {
    let (a, b) = (profiles[Int(pair.a)], profiles[Int(pair.b)])
    let (x, y) = (MentionSurroundings.place(a), MentionSurroundings.place(b))
    var rest: Float = 0
    if x != y {
      let (own, others) = (sentences[x]!, sentences[y]!)
      if own.count > 1, others.count > 1 {
        rest =
          (mean(of: own, but: pair.a, among: others, but: pair.b)
            + mean(of: others, but: pair.b, among: own, but: pair.a)) / 2
      }
    }
    let rivalOfB = rivals[MentionSurroundings.key(pair.a, of: b.article)]!
      .likeness(without: pair.b)
    let rivalOfA = rivals[MentionSurroundings.key(pair.b, of: a.article)]!
      .likeness(without: pair.a)
    return [
      rest, max(rivalOfA, rivalOfB),
      pair.likeness >= rivalOfA && pair.likeness >= rivalOfB ? 1 : 0, min(rivalOfA, rivalOfB),
    ]
  }

  /// The mean of how like each of some is to the likest of the others.
  private func mean(
    of some: [Int32], but one: Int32, among others: [Int32], but other: Int32
  ) -> Float {
    var sum: Float = 0
    for a in some where a != one {
      var best: Float = 0
      for b in others where b != other {
        best = max(best, likeness[MentionSurroundings.key(a, b)] ?? 0)
      }
      sum += best
    }
    return sum / Float(some.count - 1)
  }
}
