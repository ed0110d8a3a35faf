/// Sixteen numbers that say how much two texts share.
///
/// Each pair of neighbouring words in the first 8 KiB is hashed into one of sixteen bins, and each bin keeps its least
/// hash (one-permutation MinHash: Li, Owen and Zhang, NIPS 2012).
struct TextSketch: Hashable {
  private var bins: [UInt32]

  init(_ text: String) {
    var text = text
    bins = text.withUTF8 { bytes in
      var bins = [UInt32](repeating: .max, count: 16)
      var before: UInt64 = 0
      var word: UInt64 = 0
      for byte in bytes.prefix(8 << 10) {
        if byte >= 0x80 || (48...57).contains(byte) || (97...122).contains(byte | 0x20) {
          word = (word ^ UInt64(byte | 0x20)) &* 0x0100_0000_01B3 &+ 1
        } else if word != 0 {
          TextSketch.add(word, after: &before, to: &bins)
          word = 0
        }
      }
      if word != 0 { TextSketch.add(word, after: &before, to: &bins) }
      return bins
    }
  }

  /// How many bins agree, 0…16. An empty bin agrees with nothing.
  func agreement(with other: TextSketch) -> Int {
    zip(bins, other.bins).count { $0 == $1 && $0 != .max }
  }

  private static func add(_ word: UInt64, after before: inout UInt64, to bins: inout [UInt32]) {
    let (high, low) = (before ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    let hash = high ^ low
    let bin = Int(hash & 15)
    bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: hash >> 32))
    before = word &* 0xD6E8_FEB8_6659_FD93
  }
}
