/// Decision trees whose leaves add up, learned by gradient boosting.
struct DecisionTrees {
  private struct Node {
    /// Index of the feature that is asked; below 0 in a leaf.
    var feature: Int32
    /// At most this goes left; in a leaf what it adds.
    var value: Float
    var left: Int32
    var right: Int32
  }
  private let nodes: [Node]
  private let roots: [Int32]
  private let bias: Float

  /// Reads `tree`, `node`, `feature`, `value`, `left`, `right`; the nodes of a tree stand together
  /// and in order. The row of tree `-` is the bias.
  init(_ table: LearnedTable, features: [String]) {
    let places = Dictionary(
      features.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var nodes: [Node] = []
    var roots: [Int32] = []
    var bias: Float = 0
    for row in table.rows {
      let value = Float(cell: row[3])
      guard row[0] != "-" else {
        bias = value
        continue
      }
      if row[1] == "0" { roots.append(Int32(nodes.count)) }
      let root = roots.last ?? 0
      nodes.append(
        Node(
          feature: places[String(row[2])] ?? -1, value: value,
          left: root + (Int32(row[4]) ?? 0), right: root + (Int32(row[5]) ?? 0)))
    }
    self.nodes = nodes
    self.roots = roots
    self.bias = bias
  }

  /// The log-odds of what the features tell.
  func logit(_ values: [Float]) -> Float {
    var sum = bias
    values.withUnsafeBufferPointer { values in
      nodes.withUnsafeBufferPointer { nodes in
        for root in roots {
          var node = nodes[Int(root)]
          while node.feature >= 0 {
            node = nodes[Int(values[Int(node.feature)] <= node.value ? node.left : node.right)]
          }
          sum += node.value
        }
      }
    }
    return sum
  }
}
