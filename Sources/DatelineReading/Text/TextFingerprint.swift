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
    func addWhole(_ eight: UInt64) {
      let bits = UInt64(filled & 7) * 8
      let whole = bits == 0 ? eight : word << (64 - bits) | eight >> bits
      first = fold(first ^ whole, 0xA076_1D64_78BD_642F)
      second = fold(second &+ whole, 0xE703_7ED1_A0B4_28DB)
      word = bits == 0 ? 0 : eight & (1 << bits - 1)
      filled += 8
    }
    var index = 0
    while index < bytes.count {
      // Eight bytes at a time, where no white space is to be set otherwise: none but single spaces.
      if !pending, started, index + 8 <= bytes.count {
        let eight = UInt64(
          bigEndian: UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self))
        if TextFingerprint.isPlain(eight) {
          addWhole(eight)
          index += 8
          continue
        }
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

  /// Whether none of eight bytes is a control character, and each space stands alone before another byte.
  private static func isPlain(_ eight: UInt64) -> Bool {
    let (high, low): (UInt64, UInt64) = (0x8080_8080_8080_8080, 0x7F7F_7F7F_7F7F_7F7F)
    let space: UInt64 = 0x2020_2020_2020_2020
    let controls = (eight &- space) & ~eight & high
    let others = eight ^ space
    let spaces = ~(((others & low) &+ low) | others | low)
    return controls == 0 && spaces & (spaces << 8) == 0 && spaces & 0x80 == 0
  }
}
