/// Turns byte offsets of a text into counts of Unicode scalars.
///
/// ```swift
/// ScalarOffsets("né le 1er").scalar(atByte: 3)  // 2
/// ```
public struct ScalarOffsets: Sendable {
  private static let stride = 64
  private let text: String
  /// Scalars before each `stride` bytes; nil where the text is ASCII and both counts agree.
  private let marks: [Int]?

  public init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    marks = text.utf8.withContiguousStorageIfAvailable { bytes -> [Int]? in
      if bytes.place(from: 0, where: \.beyondASCII) == bytes.count { return nil }
      var marks: [Int] = []
      marks.reserveCapacity(bytes.count / ScalarOffsets.stride + 1)
      var scalars = 0
      for index in Swift.stride(from: 0, to: bytes.count, by: 8) {
        if index % ScalarOffsets.stride == 0 { marks.append(scalars) }
        scalars += 8 - bytes.eight(from: index).continuations
      }
      return marks
    }!
  }

  /// The number of scalars before the byte at `offset`, which lies on a scalar's first byte or the end.
  public func scalar(atByte offset: Int) -> Int {
    guard let marks else { return offset }
    guard !marks.isEmpty else { return 0 }
    let block = min(offset / ScalarOffsets.stride, marks.count - 1)
    return text.utf8.withContiguousStorageIfAvailable { bytes in
      var scalars = marks[block]
      for index in (block * ScalarOffsets.stride)..<offset where bytes[index] & 0xC0 != 0x80 {
        scalars += 1
      }
      return scalars
    }!
  }
}
