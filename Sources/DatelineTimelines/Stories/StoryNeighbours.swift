import DatelineModel
import EDTF

/// Which articles tell of the same story: pairs of articles with how much their words agree.
///
/// Weights come from a shipped table and never from the pile, so that one more article changes
/// nothing between two others.
struct StoryNeighbours {
  struct Pair {
    /// Indices of articles, the lesser first.
    var a: Int
    var b: Int
    /// How likely both tell one story, 0…1.
    var likeness: Float
    /// The cosine of their words, 0…1.
    var words: Float
  }

  /// Sorted by `a`, then `b`.
  private(set) var pairs: [Pair]
  /// For each article how much its words tell among its neighbours' words.
  private(set) var rarities: [WordRarities]
  /// The articles of each story, every article in one.
  private(set) var stories: [[Int]] = []
  /// What two models have learned is told of these values; for learning.
  private(set) var values: [(pair: Pair, first: [Float], second: [Float])] = []

  /// Least cosine of two articles of one story.
  static let threshold: Float = 0.1
  /// Reports of one happening appear within as many days.
  private static let window = 12
  private static let termsAsked = 16
  private static let neighbours = 24

  /// Neighbours that an article is held against.
  private static let contrasted = 40
  /// Articles that agree less than this in the first step are no neighbours.
  private static let leastFirst: Float = -2.2
  /// From this on, on average, articles are one story.
  private static let together: Float = 0.5
  /// Of so many articles of a story each is held against each.
  private static let whole = 32

  /// `values` are kept where something is to be learned from them.
  init(
    _ texts: [StoryText], published: [Int?], model: StoryModel, keepsValues: Bool = false,
    jobs: Int = 1
  ) {
    let vectors = texts.map(\.body)
    // Around each article, the nearest in time that share a heavy word.
    var postings: [UInt32: [Int32]] = [:]
    let order = vectors.indices.sorted {
      let (a, b) = (published[$0] ?? Int.min, published[$1] ?? Int.min)
      return a != b ? a < b : $0 < $1
    }
    var keys = [[UInt32]](repeating: [], count: vectors.count)
    for index in order {
      keys[index] = vectors[index].heaviest(StoryNeighbours.termsAsked)
      for key in keys[index] { postings[key, default: []].append(Int32(index)) }
    }
    var found: [Pair] = []
    var shared = [UInt16](repeating: 0, count: vectors.count)
    var cursor: [UInt32: Int] = [:]
    for index in order {
      var touched: [Int] = []
      for key in keys[index] {
        let list = postings[key]!
        let place = cursor[key, default: 0]
        cursor[key] = place + 1
        // Those before it are enough: each pair is met from its later end.
        for other in list[max(0, place - 96)..<place].reversed() {
          if let a = published[Int(other)], let b = published[index],
            b - a > StoryNeighbours.window
          {
            break
          }
          if shared[Int(other)] == 0 { touched.append(Int(other)) }
          shared[Int(other)] += 1
        }
      }
      let near = touched.filter { shared[$0] >= 2 }
        .sorted { (shared[$0], $1) > (shared[$1], $0) }
        .prefix(StoryNeighbours.neighbours * 2)
      var kept: [Pair] = []
      for other in near {
        let likeness = vectors[index].cosine(vectors[other])
        if likeness >= StoryNeighbours.threshold {
          kept.append(
            Pair(a: min(index, other), b: max(index, other), likeness: likeness, words: likeness))
        }
      }
      kept.sort { ($0.likeness, $1.a, $1.b) > ($1.likeness, $0.a, $0.b) }
      found += kept.prefix(StoryNeighbours.neighbours)
      for other in touched { shared[other] = 0 }
    }
    pairs = found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    rarities = []
    judge(texts, published: published, model: model, keepsValues: keepsValues, jobs: jobs)
  }

  /// Replaces the likeness of words by how likely two articles tell one story.
  private mutating func judge(
    _ texts: [StoryText], published: [Int?], model: StoryModel, keepsValues: Bool, jobs: Int
  ) {
    let pairs = pairs
    let first = pairs.indices.mapped(jobs: jobs) { place in
      let pair = pairs[place]
      let values = StoryText.values(texts[pair.a], texts[pair.b])
      return (
        values: keepsValues ? values : [],
        logit: model.first(values)
          + StoryNeighbours.nearness(published[pair.a], published[pair.b])
      )
    }
    var neighbours = [[(logit: Float, other: Int)]](repeating: [], count: texts.count)
    for (pair, one) in zip(pairs, first) where one.logit >= StoryNeighbours.leastFirst {
      neighbours[pair.a].append((one.logit, pair.b))
      neighbours[pair.b].append((one.logit, pair.a))
    }
    let near = neighbours
    let contrasts = texts.indices.mapped(jobs: jobs) { index -> Contrast in
      if near[index].isEmpty { return Contrast() }
      let nearest = near[index].sorted { ($0.logit, $1.other) > ($1.logit, $0.other) }
        .prefix(StoryNeighbours.contrasted)
      let own = NeighbourWords(of: texts[index], among: nearest.map { texts[$0.other] })
      return Contrast(
        body: own.contrasted(), names: own.contrastedNames(), rarities: own.rarities())
    }
    rarities = contrasts.map(\.rarities)
    let second = pairs.indices.mapped(jobs: jobs) { place -> [Float] in
      guard first[place].logit >= StoryNeighbours.leastFirst else { return [] }
      let (a, b) = (contrasts[pairs[place].a], contrasts[pairs[place].b])
      return [first[place].logit, a.body.cosine(b.body), a.names.cosine(b.names)]
    }
    for (place, values) in second.enumerated() {
      self.pairs[place].likeness = values.isEmpty ? 0 : model.second(values)
    }
    if keepsValues {
      values = pairs.indices.map { (pairs[$0], first[$0].values, second[$0]) }
    }
    smooth()
    complete(texts, published: published)
  }

  /// What an article has and its neighbours have not.
  private struct Contrast {
    var body = ArticleVector([])
    var names = ArticleVector([])
    var rarities = WordRarities.none
  }

  /// The log-odds that days of publication add, which what the weights were learned from lacks.
  private static func nearness(_ a: Int?, _ b: Int?) -> Float {
    guard let a, let b else { return 0 }
    return abs(a - b) <= 2 ? 2 : abs(a - b) <= 5 ? 1 : 0
  }

  /// What articles of one story by all their neighbours are, two of them are more likely.
  private mutating func smooth() {
    stories =
      MentionClusters(
        count: rarities.count,
        edges: pairs.map {
          .init(a: Int32($0.a), b: Int32($0.b), likeness: $0.likeness)
        }, threshold: StoryNeighbours.together
      ) { _, _ in true }.groups
    let story = stories.homes(count: rarities.count)
    for place in pairs.indices {
      let isOne = story[pairs[place].a] == story[pairs[place].b]
      pairs[place].likeness = (pairs[place].likeness + (isOne ? 1 : 0)) / 2
    }
  }

  /// Adds pairs of one story that share too little to have been held against each other.
  private mutating func complete(_ texts: [StoryText], published: [Int?]) {
    var missing: [Pair] = []
    for story in stories where story.count <= StoryNeighbours.whole {
      for (place, a) in story.enumerated() {
        for b in story[(place + 1)...] where !holds(a, b) {
          if let x = published[a], let y = published[b], abs(x - y) > StoryNeighbours.window {
            continue
          }
          missing.append(
            Pair(
              a: a, b: b, likeness: StoryNeighbours.together,
              words: texts[a].body.cosine(texts[b].body)))
        }
      }
    }
    if missing.isEmpty { return }
    pairs = (pairs + missing).sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  /// Whether two articles, the lesser first, have been held against each other.
  private func holds(_ a: Int, _ b: Int) -> Bool {
    let place = pairs.place { ($0.a, $0.b) < (a, b) }
    return place < pairs.count && pairs[place].a == a && pairs[place].b == b
  }
}
