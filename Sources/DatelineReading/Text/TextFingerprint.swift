/// 128 bits that stand for a text, whatever white space it is set with.
///
/// Two lanes of multiply and fold; not for keeping secrets, only for telling texts apart.
struct TextFingerprint: Hashable {
  let high: UInt64
  let low: UInt64

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { TextFingerprint($0) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    var word: UInt64 = 0
    var filled = 0
    var pending = false
    var started = false
    func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
    func add(_ byte: UInt8) {
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled & 7 == 0 {
        first = fold(first ^ word, 0xA076_1D64_78BD_642F)
        second = fold(second &+ word, 0xE703_7ED1_A0B4_28DB)
        word = 0
      }
    }
    var index = 0
    while index < bytes.count {
      // Eight bytes at once where each blank among them stands alone, as nearly all do.
      if filled & 7 == 0, !pending, started, index + 8 <= bytes.count,
        let eight = TextFingerprint.plain(bytes, index)
      {
        word = eight
        filled += 8
        first = fold(first ^ word, 0xA076_1D64_78BD_642F)
        second = fold(second &+ word, 0xE703_7ED1_A0B4_28DB)
        word = 0
        index += 8
        continue
      }
      let byte = bytes[index]
      index += 1
      if isSpace(byte) {
        pending = started
        continue
      }
      if pending { add(32) }
      pending = false
      started = true
      add(byte)
    }
    first = fold(first ^ word, 0x8EBC_6AF0_9C88_C6E3 ^ UInt64(filled))
    second = fold(second &+ word, 0x5899_65CC_7537_4CC3 &+ UInt64(filled))
    high = first
    low = second
  }

  /// The eight bytes from `index` on, the first highest; nil where white space among them is anything
  /// but single blanks inside.
  @inline(__always)
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64? {
    let eight = UInt64(
      bigEndian: UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self))
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    /// The top bit of each byte that is less than a number up to 128, as far as the first such byte.
    func less(_ value: UInt64, than number: UInt64) -> UInt64 {
      (value &- ones &* number) & ~value & tops
    }
    // Whatever is below a blank may be white space.
    guard less(eight, than: 32) == 0 else { return nil }
    let blanks = less(eight ^ (ones &* 32), than: 1)
    let ends: UInt64 = 0x8000_0000_0000_0080
    return blanks & ends == 0 && blanks & (blanks << 8) == 0 ? eight : nil
  }
}
