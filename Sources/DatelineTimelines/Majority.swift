extension [Int] {
  /// What more than half of some voters name, of whom not all need have voted; nil where they agree on
  /// nothing.
  ///
  /// ```swift
  /// [4, 7, 4].majority(of: 3)  // 4
  /// [4, 7, 4].majority(of: 4)  // nil
  /// ```
  func majority(of voters: Int) -> Int? {
    var counts: [Int: Int] = [:]
    for vote in self { counts[vote, default: 0] += 1 }
    return counts.first { 2 * $0.value > voters }?.key
  }
}
