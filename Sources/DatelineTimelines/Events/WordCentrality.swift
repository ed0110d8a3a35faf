import DatelineModel

/// How much each report of a happening says it in the words of the others.
///
/// Of many reports that tell one thing the most usual wording names it best: the loaded word and the
/// odd detail are what one outlet alone has. The share of the others that use a word, averaged over a
/// report's words, is the measure (as in centroid summaries: D. Radev and others, 2004).
struct WordCentrality {
  private var shares: [Double]

  /// Of more reports the first are enough to know the usual words by.
  private static let most = 48
  private static let weight = 4.0
  /// Words that name a happening in full: what says less is no more usual for it.
  private static let fewest = 8

  init(_ mentions: [Mention]) {
    guard mentions.count > 2 else {
      shares = []
      return
    }
    let words = mentions.prefix(WordCentrality.most).map { WordCentrality.words(of: $0) }
    var counts: [UInt32: Int] = [:]
    for own in words {
      for word in own { counts[word, default: 0] += 1 }
    }
    let others = Double(words.count - 1)
    shares = words.map { own in
      guard !own.isEmpty else { return 0 }
      return own.reduce(0) { $0 + Double(counts[$1]! - 1) }
        / (Double(max(own.count, WordCentrality.fewest)) * others)
    }
  }

  /// 0…4, in the steps of ``EventLabel``'s ranks.
  func share(of mention: Int) -> Double {
    shares.indices.contains(mention) ? WordCentrality.weight * shares[mention] : 0
  }

  /// The words that tell something, each once, sorted.
  private static func words(of mention: Mention) -> [UInt32] {
    var found: Set<UInt32> = []
    mention.quote.forEachWord { word in
      if word.count > 3, word.count <= 40 { found.insert(Term.hash(ofWord: word)) }
    }
    return found.sorted()
  }
}
