/// Eight bytes of a text, asked at once: what is looked for in long texts is mostly not there.
///
/// An answer has the highest bit of a byte set where the byte is so. Of its bits only the lowest is to be relied on.
@usableFromInline
package struct EightBytes {
  @usableFromInline package let word: UInt64

  @inlinable
  @inline(__always)
  package init(_ word: UInt64) { self.word = word }

  @inlinable
  @inline(__always)
  package func equal(_ byte: UInt8) -> UInt64 {
    let others = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
  }

  /// Of a bound in ASCII.
  @inlinable
  @inline(__always)
  package func less(than bound: UInt8) -> UInt64 {
    (word &- UInt64(bound) &* 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  @inlinable
  @inline(__always)
  package var beyondASCII: UInt64 { word & 0x8080_8080_8080_8080 }

  /// How many of them go on with a scalar that began before.
  @inlinable
  @inline(__always)
  package var continuations: Int { (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount }
}

extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from `index` on, behind the last one zeros.
  @inlinable
  @inline(__always)
  package func eight(from index: Int) -> EightBytes {
    if index + 8 <= count {
      let bytes = UnsafeRawPointer(baseAddress! + index)
      return EightBytes(UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)))
    }
    var word: UInt64 = 0
    for place in (index..<count).reversed() { word = word << 8 | UInt64(self[place]) }
    return EightBytes(word)
  }

  /// The first place from `start` on that an answer tells, or the end.
  ///
  /// ```swift
  /// bytes.place(from: 0) { $0.equal(10) }
  /// ```
  @inlinable
  @inline(__always)
  package func place(from start: Int, where answer: (EightBytes) -> UInt64) -> Int {
    var index = start
    while index < count {
      let found = answer(eight(from: index))
      if found != 0 { return Swift.min(index + found.trailingZeroBitCount / 8, count) }
      index += 8
    }
    return count
  }
}
