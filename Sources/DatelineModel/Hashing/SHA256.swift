/// The hash function SHA-256 of FIPS 180-4, over bytes that may come in pieces.
///
/// Foundation on Linux has none. It gives ids to records without one, and the `sha256-…` sources
/// of a content security policy.
///
/// ```swift
/// SHA256.digest(of: Array("abc".utf8)).hexadecimal.prefix(8)  // "ba7816bf"
/// ```
public struct SHA256: Sendable {
  /// 32 bytes.
  public struct Digest: Hashable, Sendable {
    public let bytes: [UInt8]

    /// 64 digits, in lower case.
    public var hexadecimal: String {
      let digits = Array("0123456789abcdef".utf8)
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count * 2)
      for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
      }
      return String(decoding: text, as: UTF8.self)
    }

    /// RFC 4648 with padding, as a content security policy wants it: 44 characters.
    public var base64: String {
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
      var text: [UInt8] = []
      var index = 0
      while index < bytes.count {
        let taken = min(3, bytes.count - index)
        var group: UInt32 = 0
        for offset in 0..<3 {
          group = group << 8 | (offset < taken ? UInt32(bytes[index + offset]) : 0)
        }
        for place in 0..<4 {
          text.append(
            place <= taken ? letters[Int(group >> (18 - 6 * UInt32(place)) & 63)] : 0x3D)
        }
        index += 3
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  private var state: SIMD8<UInt32>
  /// The bytes of the block that is not full yet, in front.
  private var block = SIMD64<UInt8>(repeating: 0)
  private var byteCount: UInt64 = 0

  public init() {
    state = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19,
    ]
  }

  /// The digest of all of `bytes`.
  public static func digest(of bytes: some Sequence<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { update(buffer: $0) }
    if done == nil {
      Array(bytes).withUnsafeBufferPointer { update(buffer: $0) }
    }
  }

  /// The digest of what has come so far; more may follow.
  public func digest() -> Digest {
    var last = self
    let used = Int(byteCount & 63)
    last.block[used] = 0x80
    for index in (used + 1)..<64 { last.block[index] = 0 }
    if used >= 56 {
      last.compressBlock()
      last.block = SIMD64(repeating: 0)
    }
    let bitCount = byteCount &* 8
    for index in 0..<8 {
      last.block[56 + index] = UInt8(truncatingIfNeeded: bitCount >> UInt64(56 - 8 * index))
    }
    last.compressBlock()
    return Digest(
      bytes: Array(unsafeUninitializedCapacity: 32) { bytes, count in
        for index in 0..<32 {
          bytes[index] = UInt8(
            truncatingIfNeeded: last.state[index >> 2] >> UInt32(24 - 8 * (index & 3)))
        }
        count = 32
      })
  }

  private mutating func update(buffer: UnsafeBufferPointer<UInt8>) {
    guard var next = buffer.baseAddress else { return }
    let end = next + buffer.count
    let used = Int(byteCount & 63)
    byteCount &+= UInt64(buffer.count)
    if used > 0 {
      let taken = min(64 - used, end - next)
      fillBlock(at: used, from: next, count: taken)
      next += taken
      guard used + taken == 64 else { return }
      compressBlock()
    }
    while end - next >= 64 {
      compress(next)
      next += 64
    }
    fillBlock(at: 0, from: next, count: end - next)
  }

  private mutating func fillBlock(at start: Int, from bytes: UnsafePointer<UInt8>, count: Int) {
    withUnsafeMutableBytes(of: &block) {
      UnsafeMutableRawBufferPointer(rebasing: $0[start...])
        .copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: count))
    }
  }

  private mutating func compressBlock() {
    let full = block
    withUnsafeBytes(of: full) { compress($0.baseAddress!.assumingMemoryBound(to: UInt8.self)) }
  }

  /// Takes in 64 bytes.
  private mutating func compress(_ bytes: UnsafePointer<UInt8>) {
    func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
      word &>> count | word &<< (32 &- count)
    }
    let raw = UnsafeRawPointer(bytes)
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      for index in 0..<16 {
        schedule[index] = UInt32(
          bigEndian: raw.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
      }
      for index in 16..<64 {
        let early = schedule[index &- 15]
        let late = schedule[index &- 2]
        let s0 = rotated(early, 7) ^ rotated(early, 18) ^ early &>> 3
        let s1 = rotated(late, 17) ^ rotated(late, 19) ^ late &>> 10
        schedule[index] = schedule[index &- 16] &+ s0 &+ schedule[index &- 7] &+ s1
      }
      SHA256.constants.withUnsafeBufferPointer { constants in
        for index in 0..<64 {
          let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
          let choice = e & f ^ ~e & g
          let first = h &+ s1 &+ choice &+ constants[index] &+ schedule[index]
          let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
          let majority = a & b ^ a & c ^ b & c
          let second = s0 &+ majority
          (h, g, f, e) = (g, f, e, d &+ first)
          (d, c, b, a) = (c, b, a, first &+ second)
        }
      }
    }
    state &+= SIMD8(a, b, c, d, e, f, g, h)
  }

  /// FIPS 180-4, 4.2.2: the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
