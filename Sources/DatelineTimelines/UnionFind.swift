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
}
