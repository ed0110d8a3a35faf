import DatelineModel

extension String {
  /// Calls `body` with the bytes of each word: letters and digits, with what joins them inside.
  func forEachWord(
    in span: TextSpan? = nil, _ body: (UnsafeBufferPointer<UInt8>.SubSequence) -> Void
  ) {
    var text = self
    text.withUTF8 { bytes in
      let end = min(span?.end ?? bytes.count, bytes.count)
      var position = min(span?.start ?? 0, end)
      while position < end {
        guard isWordByte(bytes[position]) else {
          position += 1
          continue
        }
        let start = position
        while position < end, isWordByte(bytes[position]) { position += 1 }
        body(bytes[start..<position])
      }
    }
  }
}

/// ASCII letters and digits, and every byte of a scalar beyond ASCII.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122, 0x80...0xFF: true
  default: false
  }
}
