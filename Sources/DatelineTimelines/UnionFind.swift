/// Numbers joined into sets (R. E. Tarjan, 1975).
struct UnionFind {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// The root of both, which is the lesser of theirs.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int) -> Int {
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
    return min(x, y)
  }

  /// The lists of numbers that are one, each joined: sorted members, by their least.
  mutating func joined(_ lists: [[Int]]) -> [[Int]] {
    var joined: [[Int]] = Array(repeating: [], count: lists.count)
    for number in lists.indices { joined[root(number)] += lists[number] }
    return joined.inOrder
  }
}

extension [[Int]] {
  /// Sorted members, by their least; without what is empty.
  ///
  /// ```swift
  /// [[3, 1], [], [2, 0]].inOrder  // [[0, 2], [1, 3]]
  /// ```
  var inOrder: [[Int]] {
    filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// For each of the first `count` numbers the place of the list that has it, -1 where none does.
  ///
  /// ```swift
  /// [[1, 3], [0]].homes(count: 4)  // [1, 0, -1, 0]
  /// ```
  func homes(count: Int) -> [Int] {
    var homes = [Int](repeating: -1, count: count)
    for (place, list) in enumerated() { for number in list { homes[number] = place } }
    return homes
  }
}
