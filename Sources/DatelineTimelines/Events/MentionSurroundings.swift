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

  private let pairs: [MentionPairing.Pair]
  /// Where the pairs of each mention begin, as the lesser of both.
  private let firstPairs: [Int]
  private let articles: [Int32]
  /// For each mention the articles of those it is paired with, ascending, and its rivals there.
  private let rivals: [[(article: Int32, rivals: Rivals)]]
  /// The mentions of each sentence, and by mention the place of its own.
  private let sentences: [[Int32]]
  private let sentenceOf: [Int]

  /// `profiles` come by article, `pairs` sorted, each once.
  init(_ profiles: [MentionProfile], pairs: [MentionPairing.Pair]) {
    self.pairs = pairs
    let articles = profiles.map { Int32($0.article) }
    self.articles = articles
    var counts = [Int](repeating: 0, count: profiles.count + 1)
    for pair in pairs { counts[Int(pair.a) + 1] += 1 }
    for mention in profiles.indices { counts[mention + 1] += counts[mention] }
    firstPairs = counts

    var rivals = [[(article: Int32, rivals: Rivals)]](repeating: [], count: profiles.count)
    func note(_ likeness: Float, of mention: Int32, with other: Int32) {
      let article = articles[Int(other)]
      if rivals[Int(mention)].last?.article != article {
        rivals[Int(mention)].append((article, Rivals()))
      }
      rivals[Int(mention)][rivals[Int(mention)].count - 1].rivals.add(other, likeness)
    }
    // First those that stand before a mention, then those behind it: so articles ascend.
    for pair in pairs { note(pair.likeness, of: pair.b, with: pair.a) }
    for pair in pairs { note(pair.likeness, of: pair.a, with: pair.b) }
    self.rivals = rivals

    var sentences: [[Int32]] = []
    var places: [SIMD2<Int>: Int] = [:]
    sentenceOf = profiles.enumerated().map { index, profile in
      let place = places[SIMD2(profile.article, profile.sentence)] ?? sentences.count
      if place == sentences.count {
        places[SIMD2(profile.article, profile.sentence)] = place
        sentences.append([])
      }
      sentences[place].append(Int32(index))
      return place
    }
    self.sentences = sentences
  }

  /// How like two mentions are; 0 for those that are no pair.
  private func likeness(_ a: Int32, _ b: Int32) -> Float {
    let (least, most) = (min(a, b), max(a, b))
    let own = pairs[firstPairs[Int(least)]..<firstPairs[Int(least) + 1]]
    let place = own.place { $0.b < most }
    return place < own.endIndex && own[place].b == most ? own[place].likeness : 0
  }

  /// How like to `mention` the likest one but `other` in the article of `other` is.
  private func rival(of mention: Int32, but other: Int32) -> Float {
    let list = rivals[Int(mention)]
    let article = articles[Int(other)]
    return list[list.place { $0.article < article }].rivals.likeness(without: other)
  }

  /// The values of ``MentionEvidence/neighbourhood`` for a pair.
  func values(of pair: MentionPairing.Pair) -> [Float] {
    let (x, y) = (sentenceOf[Int(pair.a)], sentenceOf[Int(pair.b)])
    var rest: Float = 0
    if x != y {
      let (own, others) = (sentences[x], sentences[y])
      if own.count > 1, others.count > 1 {
        rest =
          (mean(of: own, but: pair.a, among: others, but: pair.b)
            + mean(of: others, but: pair.b, among: own, but: pair.a)) / 2
      }
    }
    let rivalOfB = rival(of: pair.a, but: pair.b)
    let rivalOfA = rival(of: pair.b, but: pair.a)
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
        best = max(best, likeness(a, b))
      }
      sum += best
    }
    return sum / Float(some.count - 1)
  }
}
