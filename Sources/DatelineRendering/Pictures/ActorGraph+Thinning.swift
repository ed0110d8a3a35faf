extension ActorGraph {
  /// The heaviest actors, and of the edges between them the strongest and what keeps each joined.
  func thinned(_ limits: Limits, ego: String?) -> ActorGraph {
    var degree = [Int](repeating: 0, count: nodes.count)
    for edge in edges {
      degree[edge.from] += edge.weight
      degree[edge.to] += edge.weight
    }
    var candidates = Array(nodes.indices)
    if let center = nodes.firstIndex(where: { $0.id == ego }) {
      var shared = [Int](repeating: 0, count: nodes.count)
      for edge in edges {
        if edge.from == center { shared[edge.to] += edge.weight }
        if edge.to == center { shared[edge.from] += edge.weight }
      }
      candidates = candidates.filter { $0 == center || shared[$0] > 0 }
      degree = shared
      degree[center] = .max
    }
    // The described make way for the named.
    for index in candidates
    where ActorGraph.isDescribed(nodes[index].name) && nodes[index].id != ego {
      degree[index] /= 4
    }
    candidates.sort {
      (degree[$1], nodes[$1].eventCount, nodes[$0].id)
        < (degree[$0], nodes[$0].eventCount, nodes[$1].id)
    }
    var kept = candidates.prefix(limits.maxActors)
    // In a large pile, one event makes nobody a party to the story.
    let steady = kept.filter { nodes[$0].eventCount > 1 || nodes[$0].id == ego }
    if candidates.count > limits.maxActors && steady.count >= 12 { kept = steady[...] }

    var place = [Int](repeating: -1, count: nodes.count)
    for (new, old) in kept.enumerated() { place[old] = new }
    var inner = edges.compactMap { edge -> Edge? in
      guard place[edge.from] >= 0, place[edge.to] >= 0 else { return nil }
      var edge = edge
      edge.from = place[edge.from]
      edge.to = place[edge.to]
      return edge
    }
    inner.sort {
      ($1.strength, $0.from + $0.to, $0.bond, $0.from, $0.to)
        < ($0.strength, $1.from + $1.to, $1.bond, $1.from, $1.to)
    }
    let backbone = ActorGraph.backbone(
      inner, nodeCount: kept.count, size: Int(Double(kept.count) * limits.density))
    var thin = ActorGraph(
      nodes: kept.map { nodes[$0] }, edges: backbone, actorCount: actorCount,
      edgeCount: edgeCount)
    thin.groups = thin.groups(joinedBy: inner)
    return thin
  }

  /// A maximum spanning forest, then the strongest of each kind in turn up to `size`.
  private static func backbone(_ sorted: [Edge], nodeCount: Int, size: Int) -> [Edge] {
    var parent = Array(0..<nodeCount)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    var isKept = [Bool](repeating: false, count: sorted.count)
    var count = 0
    var rest: [Bond: [Int]] = [:]
    for (place, edge) in sorted.enumerated() {
      let (a, b) = (root(edge.from), root(edge.to))
      if a == b {
        rest[edge.bond, default: []].append(place)
      } else {
        parent[a] = b
        isKept[place] = true
        count += 1
      }
    }
    var turn = 0
    while count < min(size, sorted.count) {
      for bond in Bond.allCases where count < size {
        guard let places = rest[bond], turn < places.count else { continue }
        isKept[places[turn]] = true
        count += 1
      }
      turn += 1
    }
    return sorted.indices.filter { isKept[$0] }.map { sorted[$0] }
  }
}
