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
    var links = [Links](repeating: Links(), count: count)
    for edge in edges where edge.a != edge.b {
      links[Int(edge.a)].partners.append(Links.Partner(number: edge.b, sum: edge.likeness))
      links[Int(edge.b)].partners.append(Links.Partner(number: edge.a, sum: edge.likeness))
    }
    var members: [[Int]] = (0..<count).map { [$0] }
    var age = [Int32](repeating: 0, count: count)
    var heap = Heap<Candidate>()
    for a in 0..<count {
      links[a].sort()
      for link in links[a].partners where Int(link.number) > a && link.sum >= threshold {
        heap.insert(Candidate(mean: link.sum, a: Int32(a), b: link.number, ageA: 0, ageB: 0))
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
      let gone = links[b]
      links[b] = Links()
      links[a].join(gone, of: best.b, into: best.a)
      for link in gone.partners where Int(link.number) != a {
        links[Int(link.number)].move(link.sum, from: best.b, to: best.a)
      }
      for link in links[a].partners {
        let other = Int(link.number)
        let mean = link.sum / Float(members[a].count * members[other].count)
        guard mean >= threshold else { continue }
        let (x, y) = (min(a, other), max(a, other))
        heap.insert(
          Candidate(mean: mean, a: Int32(x), b: Int32(y), ageA: age[x], ageB: age[y]))
      }
    }
    groups = members.inOrder
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

/// The groups that one group has anything in common with, and how much in all.
///
/// A sorted list and no dictionary: two are joined by reading both once.
private struct Links {
  struct Partner {
    var number: Int32
    /// The likenesses of all pairs of members, added up.
    var sum: Float
  }
  var partners: [Partner] = []

  /// By number; of two links to one group the stronger one counts.
  mutating func sort() {
    partners.sort { ($0.number, $1.sum) < ($1.number, $0.sum) }
    var last: Int32 = -1
    partners.removeAll { partner in
      defer { last = partner.number }
      return partner.number == last
    }
  }

  /// Adds the links of group `b`, which becomes a part of this one, `a`.
  mutating func join(_ other: Links, of b: Int32, into a: Int32) {
    var joined: [Partner] = []
    joined.reserveCapacity(partners.count + other.partners.count)
    var (i, j) = (0, 0)
    while i < partners.count || j < other.partners.count {
      if j == other.partners.count
        || i < partners.count && partners[i].number < other.partners[j].number
      {
        if partners[i].number != b { joined.append(partners[i]) }
        i += 1
      } else if i == partners.count || other.partners[j].number < partners[i].number {
        if other.partners[j].number != a { joined.append(other.partners[j]) }
        j += 1
      } else {
        joined.append(
          Partner(number: partners[i].number, sum: partners[i].sum + other.partners[j].sum))
        (i, j) = (i + 1, j + 1)
      }
    }
    partners = joined
  }

  /// Gives what was linked to group `b` to group `a`.
  mutating func move(_ sum: Float, from b: Int32, to a: Int32) {
    partners.remove(at: place(of: b))
    let place = place(of: a)
    if place < partners.count, partners[place].number == a {
      partners[place].sum += sum
    } else {
      partners.insert(Partner(number: a, sum: sum), at: place)
    }
  }

  /// The place of a group, or the one where it would stand.
  private func place(of number: Int32) -> Int { partners.place { $0.number < number } }
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
