/// Decision trees whose leaves add up, learned by gradient boosting.
struct DecisionTrees {
  private struct Node {
    /// At most this goes left, to the next node; in a leaf what it adds.
    var value: Float
    /// Index of the feature that is asked; below 0 in a leaf.
    var feature: Int16
    /// What is more goes so many nodes on.
    var right: UInt16
  }
  /// Small and tree by tree, each node before its left side and that before the right one, so that all
  /// of them stay in the nearest cache.
  private let nodes: [Node]
  private let roots: [Int32]
  private let bias: Float

  /// Reads `tree`, `node`, `feature`, `value`, `left`, `right`; the nodes of a tree stand together
  /// and in order. The row of tree `-` is the bias.
  init(_ table: LearnedTable, features: [String]) {
    let places = Dictionary(
      features.enumerated().map { ($1, Int16($0)) }, uniquingKeysWith: { first, _ in first })
    var trees: [[LearnedTable.Row]] = []
    var bias: Float = 0
    for row in table.rows {
      if row[0] == "-" {
        bias = Float(cell: row[3])
      } else if row[1] == "0" {
        trees.append([row])
      } else if !trees.isEmpty {
        trees[trees.count - 1].append(row)
      }
    }
    var nodes: [Node] = []
    var roots: [Int32] = []
    /// Appends a node of a tree and all below it.
    func append(_ number: Int, of tree: [LearnedTable.Row]) {
      let row = tree[number]
      let place = nodes.count
      nodes.append(
        Node(value: Float(cell: row[3]), feature: places[String(row[2])] ?? -1, right: 0))
      guard nodes[place].feature >= 0, let left = Int(row[4]), let right = Int(row[5]) else {
        return
      }
      append(left, of: tree)
      nodes[place].right = UInt16(nodes.count - place)
      append(right, of: tree)
    }
    for tree in trees {
      roots.append(Int32(nodes.count))
      append(0, of: tree)
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
          var place = Int(root)
          var node = nodes[place]
          while node.feature >= 0 {
            place += values[Int(node.feature)] <= node.value ? 1 : Int(node.right)
            node = nodes[place]
          }
          sum += node.value
        }
      }
    }
    return sum
  }
}
