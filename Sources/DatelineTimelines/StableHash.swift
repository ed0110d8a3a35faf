/// FNV-1a over UTF-8, 64 bits: the same on every run and machine, unlike Swift's own hash.
struct StableHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ text: String) { combine(text) }

  mutating func combine(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = (value ^ 0xFF) &* 0x100_0000_01B3
  }

  /// Sixteen hexadecimal digits.
  var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The upper and lower half as one, for small keys.
  var short: UInt32 { UInt32(truncatingIfNeeded: value ^ value >> 32) }
}
