extension [Int] {
  /// The middle one of some numbers in order; nil where there is none.
  var middle: Int? { isEmpty ? nil : self[count / 2] }
}

extension RandomAccessCollection where Index == Int {
  /// The place of the first of sorted elements that does not stand before what is sought; the end where
  /// all do.
  ///
  /// ```swift
  /// [2, 3, 5].place { $0 < 4 }  // 2
  /// ```
  @inline(__always)
  func place(_ standsBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if standsBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

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
