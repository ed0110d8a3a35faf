extension [Int32] {
  /// Whether two ascending lists have a number in common.
  ///
  /// ```swift
  /// [1, 4].meets([2, 4])  // true
  /// ```
  func meets(_ other: [Int32]) -> Bool {
    var (first, second) = (0, 0)
    while first < count, second < other.count {
      if self[first] == other[second] { return true }
      if self[first] < other[second] { first += 1 } else { second += 1 }
    }
    return false
  }
}
