/// Features one after another in memory that is used again for the next token or candidate.
struct FeatureList: ~Copyable {
  private let start = UnsafeMutablePointer<UInt64>.allocate(capacity: FeatureList.most)
  private(set) var count = 0

  /// More than any token or candidate has.
  private static let most = 512

  deinit { start.deallocate() }

  var features: UnsafeBufferPointer<UInt64> { UnsafeBufferPointer(start: start, count: count) }

  @inline(__always)
  mutating func append(_ feature: UInt64) {
    precondition(count < FeatureList.most)
    start[count] = feature
    count &+= 1
  }

  mutating func removeAll() { count = 0 }
}
