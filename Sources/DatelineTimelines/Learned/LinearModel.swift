/// A bias and a weight for each feature, learned by logistic regression.
struct LinearModel {
  private let bias: Float
  private let weights: [Float]

  /// Reads the rows of one model of a table: `model`, `feature`, `weight`.
  init(_ name: String, of table: LearnedTable, features: [String]) {
    var weights = [Float](repeating: 0, count: features.count)
    var bias: Float = 0
    for row in table.rows where row[0] == name {
      if row[1] == "bias" { bias = Float(cell: row[2]) }
      if let place = features.firstIndex(of: String(row[1])) {
        weights[place] = Float(cell: row[2])
      }
    }
    self.bias = bias
    self.weights = weights
  }

  /// The log-odds of what the features tell.
  func logit(_ values: [Float]) -> Float {
    var sum = bias
    for (value, weight) in zip(values, weights) { sum += value * weight }
    return sum
  }
}
