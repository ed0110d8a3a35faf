import DatelineModel

extension Term {
  /// The words of an article with their weights, sorted by hash.
  ///
  /// A word stands as the FNV-1a hash of its lower-case stem; how rare it is comes from
  /// `terms.tsv`, so that one more article changes no weight.
  static func counted(in passages: [SegmentedText], using lexicon: EventLexicon) -> [Term] {
    var counts: [UInt32: UInt16] = [:]
    for passage in passages {
      for token in passage.tokens where token.kind != .punctuation {
        let start = Int(token.start)
        let count = Int(token.end) - start
        guard count > 2 || token.kind == .number, count <= 40 else { continue }
        let hash = Term.hash(ofWord: passage.bytes[start..<(start + count)])
        counts[hash, default: 0] &+= counts[hash] == .max ? 0 : 1
      }
    }
    return counts.map { hash, count in
      Term(hash: hash, count: count, weight: lexicon.termWeights[hash] ?? Term.rare)
    }.sorted { $0.hash < $1.hash }
  }

  /// The weight of a stem that the table lacks: 9.
  private static let rare: UInt16 = 9 * 256
}
