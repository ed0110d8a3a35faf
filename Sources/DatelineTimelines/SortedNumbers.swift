extension [Int32] {
  /// Whether two ascending lists have a number in common.
  ///
  /// ```swift
  /// [1, 4].meets([2, 4])  // true
  /// ```
  func meets(_ other: [Int32]) -> Bool {
    var (first, second) = (0, 0)
    while first < count, second < other.count {
      let (x, y) = (self[first], other[second])
      if x == y { return true }
      first += x < y ? 1 : 0
      second += y < x ? 1 : 0
    }
    return false
  }
}
