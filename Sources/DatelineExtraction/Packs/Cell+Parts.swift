extension StringProtocol where SubSequence == Substring {
  /// The parts of a table's cell between marks of ASCII, without the empty ones.
  ///
  /// Looked for among its bytes: as characters, the tables would take longer than a start may.
  ///
  /// ```swift
  /// "act  for".parts(at: " ")  // ["act", "for"]
  /// "a=b=c".parts(at: "=", most: 2)  // ["a", "b=c"]
  /// ```
  func parts(at mark: Unicode.Scalar, most: Int = .max) -> [Substring] {
    let mark = UInt8(ascii: mark)
    var parts: [Substring] = []
    var start = utf8.startIndex
    var position = start
    while position < utf8.endIndex {
      let end = position
      utf8.formIndex(after: &position)
      guard utf8[end] == mark, parts.count + 1 < most else { continue }
      if start < end { parts.append(self[start..<end]) }
      start = position
    }
    if start < utf8.endIndex { parts.append(self[start...]) }
    return parts
  }
}
