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
        var hash: UInt32 = 2_166_136_261
        let length = stemLength(passage.bytes[start..<(start + count)])
        for byte in passage.bytes[start..<(start + length)] {
          let lower = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
          hash = (hash ^ UInt32(lower)) &* 16_777_619
        }
        counts[hash, default: 0] &+= counts[hash] == .max ? 0 : 1
      }
    }
    return counts.map { hash, count in
      Term(hash: hash, count: count, weight: lexicon.termWeights[hash] ?? Term.rare)
    }.sorted { $0.hash < $1.hash }
  }

  /// The weight of a stem that the table lacks: 9.
  private static let rare: UInt16 = 9 * 256

  /// How many bytes of a word are its stem: endings of number and tense are cut off.
  ///
  /// The steps are those of `Scripts/make-event-tables.py`, which makes the table of weights.
  static func stemLength(_ word: ArraySlice<UInt8>) -> Int {
    func ends(_ suffix: StaticString) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard word.count >= count else { return false }
      return suffix.withUTF8Buffer { bytes in
        for index in 0..<count where word[word.endIndex - count + index] | 0x20 != bytes[index] {
          return false
        }
        return true
      }
    }
    var n = word.count
    if n > 4, ends("ing") {
      n -= 3
    } else if n > 4, ends("ied") {
      n -= 2
    } else if n > 3, ends("ed") {
      n -= 2
    } else if n > 4, ends("ies") {
      n -= 2
    } else if n > 4, ends("sses") || ends("shes") || ends("ches") || ends("xes") {
      n -= 2
    } else if n > 3, ends("s"), !ends("ss"), !ends("us") {
      n -= 1
    }
    if n > 4, word[word.startIndex + n - 1] | 0x20 == UInt8(ascii: "e") { n -= 1 }
    return n
  }
}
