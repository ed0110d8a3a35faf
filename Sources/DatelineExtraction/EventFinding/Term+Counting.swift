import DatelineModel

extension Term {
  /// The words of an article with their weights, sorted by hash.
  ///
  /// A word stands as the FNV-1a hash of its lower-case stem; how rare it is comes from
  /// `terms.tsv`, so that one more article changes no weight.
  static func counted(in passages: [SegmentedText], using lexicon: EventLexicon) -> [Term] {
    var counts = TokenTable<UInt16>()
    for passage in passages {
      passage.bytes.withUnsafeBufferPointer { bytes in
        for token in passage.tokens where token.kind != .punctuation {
          let start = Int(token.start)
          let count = Int(token.end) - start
          guard count > 2 || token.kind == .number, count <= 40 else { continue }
          let word = UnsafeBufferPointer(rebasing: bytes[start..<(start + count)])
          let hash = Term.hash(ofWord: word)
          let known = counts[hash, default: 0]
          if known != .max { counts.set(known + 1, for: hash) }
        }
      }
    }
    return zip(counts.hashes, counts.values).map { hash, count in
      Term(hash: hash, count: count, weight: lexicon.termWeights[hash] ?? Term.rare)
    }.sorted { $0.hash < $1.hash }
  }

  /// The weight of a stem that the table lacks: 9.
  private static let rare: UInt16 = 9 * 256
}
