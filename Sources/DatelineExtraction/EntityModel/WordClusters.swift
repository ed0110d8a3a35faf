/// Words of like use, as paths in a tree of clusters whose first steps are the lowest bits.
package struct WordClusters: @unchecked Sendable {
  /// Sorted keys, then their values.
  private let keys: UnsafeBufferPointer<UInt32>
  private let values: UnsafeBufferPointer<UInt16>
  /// First index of each of 4096 leading parts of a key.
  private var heads: [Int32] = []

  /// The table where it lies, which outlives this.
  package init(keys: UnsafeBufferPointer<UInt32>, values: UnsafeBufferPointer<UInt16>) {
    self.keys = keys
    self.values = values
    heads = [Int32](repeating: 0, count: 4097)
    var next = 0
    for head in 0..<4096 {
      while next < keys.count, UInt32(littleEndian: keys[next]) >> 20 < UInt32(head) { next += 1 }
      heads[head] = Int32(next)
    }
    heads[4096] = Int32(keys.count)
  }

  package static let none = WordClusters(
    keys: UnsafeBufferPointer(start: nil, count: 0),
    values: UnsafeBufferPointer(start: nil, count: 0))

  /// The key of a word: its spelling with a capital is another word.
  package static func key(of token: Token) -> UInt32 {
    token.shape.contains(.capitalised) ? token.hash ^ 0x5BD1_E995 : token.hash
  }

  /// 0 where the word is in no cluster.
  package subscript(token: Token) -> UInt16 {
    guard token.kind != .punctuation, token.kind != .number else { return 0 }
    let own = find(WordClusters.key(of: token))
    return own != 0 || !token.shape.contains(.capitalised) ? own : find(token.hash)
  }

  private func find(_ key: UInt32) -> UInt16 {
    guard keys.count > 0 else { return 0 }
    // Some sixteen keys: counting those that are less takes no branch.
    let first = Int(heads[Int(key >> 20)])
    var low = first
    for index in first..<Int(heads[Int(key >> 20) + 1]) {
      low &+= UInt32(littleEndian: keys[index]) < key ? 1 : 0
    }
    return low < keys.count && UInt32(littleEndian: keys[low]) == key
      ? UInt16(littleEndian: values[low]) : 0
  }
}

/// Both tables of clusters that the model looks at.
package struct ClusterTables: Sendable {
  /// By how the word is used in print and speech, capitals told apart.
  package var written: WordClusters
  /// By the words that stand around it in newspapers and encyclopedias, in lower case.
  package var used: WordClusters

  package init(written: WordClusters, used: WordClusters) {
    self.written = written
    self.used = used
  }

  package static let none = ClusterTables(written: .none, used: .none)
}
