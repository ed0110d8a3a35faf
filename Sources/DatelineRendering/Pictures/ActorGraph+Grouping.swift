extension ActorGraph {
  /// Parts whose actors talk to, agree with or back each other more than the rest: groups of three
  /// or more, as indices into `nodes`, none larger than two thirds of the graph; none at all where
  /// modularity stays below 0.35, as it does by chance.
  ///
  /// Source: Clauset, Newman, Moore, "Finding community structure in very large networks", 2004:
  /// the two groups whose union raises modularity most are joined, until none does.
  func groups(joinedBy edges: [Edge]) -> [[Int]] {
    var weight = [[Double]](
      repeating: [Double](repeating: 0, count: nodes.count), count: nodes.count)
    var total = 0.0
    for edge in edges where edge.bond != .fighting && edge.bond != .statement {
      weight[edge.from][edge.to] += edge.strength
      weight[edge.to][edge.from] += edge.strength
      total += edge.strength
    }
    guard total > 0 else { return [] }
    var degree = weight.map { $0.reduce(0, +) }
    var groups = nodes.indices.map { [$0] }
    var alive = Set(nodes.indices)
    while true {
      var best: (a: Int, b: Int, gain: Double)?
      let order = alive.sorted()
      for (place, a) in order.enumerated() {
        for b in order[(place + 1)...] where weight[a][b] > 0 {
          let gain = weight[a][b] / total - degree[a] * degree[b] / (2 * total * total)
          if gain > (best?.gain ?? 1e-9) { best = (a, b, gain) }
        }
      }
      guard let best else { break }
      groups[best.a] += groups[best.b]
      degree[best.a] += degree[best.b]
      alive.remove(best.b)
      weight[best.a][best.a] += weight[best.b][best.b] + 2 * weight[best.a][best.b]
      for other in alive where other != best.a {
        weight[best.a][other] += weight[best.b][other]
        weight[other][best.a] = weight[best.a][other]
      }
    }
    let modularity = alive.sorted().reduce(0) { sum, group in
      sum + weight[group][group] / (2 * total) - (degree[group] / (2 * total))
        * (degree[group] / (2 * total))
    }
    guard modularity > 0.35 else { return [] }
    return alive.sorted().map { groups[$0].sorted() }
      .filter { $0.count >= 3 && $0.count * 3 <= nodes.count * 2 }
  }
}
