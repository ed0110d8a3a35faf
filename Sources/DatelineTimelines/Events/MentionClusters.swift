/// Groups of mentions joined by average-link clustering over sparse likenesses.
///
/// The two groups whose mentions agree most on average are joined first, until no pair of groups
/// agrees by half; a pair without a likeness counts as 0, so that what one mention forbids the
/// others have to outvote. Ties fall to the lesser numbers, so that only the likenesses decide.
struct MentionClusters {
  struct Edge {
    var a: Int32
    var b: Int32
    /// 0…1.
    var likeness: Float
  }

  /// Sorted members, by their least.
  let groups: [[Int]]

  /// `mayJoin` is asked for two groups of members before they are joined.
  init(
    count: Int, edges: [Edge], threshold: Float, mayJoin: (ArraySlice<Int>, ArraySlice<Int>) -> Bool
  ) {
    var links = [[Int32: Float]](repeating: [:], count: count)
    for edge in edges where edge.a != edge.b {
      links[Int(edge.a)][edge.b] = max(edge.likeness, links[Int(edge.a)][edge.b] ?? 0)
      links[Int(edge.b)][edge.a] = links[Int(edge.a)][edge.b]
    }
    var members: [[Int]] = (0..<count).map { [$0] }
    var age = [Int32](repeating: 0, count: count)
    var heap = Heap<Candidate>()
    for a in 0..<count {
      for (b, sum) in links[a] where Int(b) > a && sum >= threshold {
        heap.insert(Candidate(mean: sum, a: Int32(a), b: b, ageA: 0, ageB: 0))
      }
    }
    while let best = heap.popMax() {
      let (a, b) = (Int(best.a), Int(best.b))
      guard age[a] == best.ageA, age[b] == best.ageB else { continue }
      guard mayJoin(members[a][...], members[b][...]) else { continue }
      members[a] += members[b]
      members[b] = []
      age[a] += 1
      age[b] = -1
      links[a][Int32(b)] = nil
      for (other, sum) in links[b] where Int(other) != a {
        links[Int(other)][Int32(b)] = nil
        let joined = (links[a][other] ?? 0) + sum
        links[a][other] = joined
        links[Int(other)][Int32(a)] = joined
      }
      links[b] = [:]
      for (other, sum) in links[a] {
        let mean = sum / Float(members[a].count * members[Int(other)].count)
        guard mean >= threshold else { continue }
        let (x, y) = (min(a, Int(other)), max(a, Int(other)))
        heap.insert(
          Candidate(mean: mean, a: Int32(x), b: Int32(y), ageA: age[x], ageB: age[y]))
      }
    }
    groups = members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  private struct Candidate: Comparable {
    var mean: Float
    var a: Int32
    var b: Int32
    var ageA: Int32
    var ageB: Int32

    /// Greater comes first: higher mean, then lesser numbers.
    static func < (x: Candidate, y: Candidate) -> Bool {
      (x.mean, y.a, y.b) < (y.mean, x.a, x.b)
    }
  }
}

/// A binary heap that gives back its greatest element.
private struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, elements[(child - 1) / 2] < elements[child] {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popMax() -> Element? {
    guard let first = elements.first else { return nil }
    let last = elements.removeLast()
    if elements.isEmpty { return first }
    elements[0] = last
    var parent = 0
    while true {
      var greatest = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < elements.count && elements[greatest] < elements[child] {
        greatest = child
      }
      if greatest == parent { return first }
      elements.swapAt(parent, greatest)
      parent = greatest
    }
  }
}
