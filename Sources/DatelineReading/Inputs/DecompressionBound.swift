/// Counts what comes out of compressed data, and refuses more of it than real articles compress to.
struct DecompressionBound {
  /// Bytes that may come out for each byte that goes in.
  let ratio: Int
  /// What to do with a file that is refused.
  let remedy: String
  private var given = 0
  /// What may come out before the ratio counts: a small file of spaces is no bomb.
  private static let freeBytes = 16 << 20

  init(ratio: Int, remedy: String) {
    self.ratio = ratio
    self.remedy = remedy
  }

  /// `count` bytes more have come out, of `taken` that went in altogether.
  mutating func add(_ count: Int, taken: Int) throws(ReadingFault) {
    given += count
    guard given <= DecompressionBound.freeBytes || given / ratio <= taken else {
      throw ReadingFault(
        "more than \(ratio) bytes come out for each byte that goes in (limit decompressionRatio)",
        remedy)
    }
  }
}
