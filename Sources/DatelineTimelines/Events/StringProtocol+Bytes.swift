import DatelineModel

/// Searching and parting text by its bytes: walking letters, or the standard library's generic
/// search, would cost many times more, and labels are made of every event.
extension StringProtocol {
  /// Where words stand first, byte for byte.
  func firstRange(ofBytes words: some StringProtocol) -> Range<Index>? {
    let found: Range<Int>?? = utf8.withContiguousStorageIfAvailable { text in
      words.utf8.withContiguousStorageIfAvailable { words in text.firstRange(of: words) } ?? nil
    }
    guard let found, let found else { return nil }
    let start = utf8.index(startIndex, offsetBy: found.lowerBound)
    return start..<utf8.index(start, offsetBy: found.count)
  }

  /// Whether the words stand in it.
  func holds(_ words: some StringProtocol) -> Bool { firstRange(ofBytes: words) != nil }

  /// What stands between single spaces, without what is empty.
  var spacedWords: [Substring] {
    utf8.split(separator: UInt8(ascii: " ")).map { Substring(self[$0.startIndex..<$0.endIndex]) }
  }

  /// Unicode scalars.
  var scalarCount: Int { utf8.count { $0 & 0xC0 != 0x80 } }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func firstRange(of words: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let first = words.first else { return 0..<0 }
    var start = 0
    while start + words.count <= count {
      if self[start] == first {
        var length = 1
        while length < words.count, self[start + length] == words[length] { length += 1 }
        if length == words.count { return start..<start + length }
      }
      start += 1
    }
    return nil
  }
}

extension String {
  /// Where words stand first, in bytes.
  func span(of words: String) -> TextSpan? {
    guard !words.isEmpty, let range = firstRange(ofBytes: words) else { return nil }
    let start = utf8.distance(from: startIndex, to: range.lowerBound)
    return TextSpan(start, start + words.utf8.count)
  }
}
