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
    /// 0…1.
    var likeness: Float
  }

  /// Sorted by `a`, then `b`.
  let pairs: [Pair]

  /// Least cosine of two articles of one story.
  static let threshold: Float = 0.1
  /// Reports of one happening appear within as many days.
  private static let window = 12
  private static let termsAsked = 16
  private static let neighbours = 24

  init(_ vectors: [ArticleVector], published: [Int?]) {
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
          kept.append(Pair(a: min(index, other), b: max(index, other), likeness: likeness))
        }
      }
      kept.sort { ($0.likeness, $1.a, $1.b) > ($1.likeness, $0.a, $0.b) }
      found += kept.prefix(StoryNeighbours.neighbours)
      for other in touched { shared[other] = 0 }
    }
    pairs = found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}
