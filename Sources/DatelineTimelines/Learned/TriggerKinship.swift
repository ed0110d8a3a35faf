/// How near two trigger words are: by WordNet's synsets, and by what was learned of them.
struct TriggerKinship {
  /// A synset, and how a word has it: for its own, for one derived from those or for one above them.
  private struct Sense {
    var synset: Int32
    var isOwn = false
    var isDerived = false
    var isAbove = false
  }
  /// Where the senses of a word stand.
  struct Senses {
    fileprivate var first: Int32 = 0
    fileprivate var end: Int32 = 0
  }
  /// The senses of all words, each word's by synset: two words are compared by reading both once.
  private var senses: [Sense] = []
  private var places: [UInt32: Senses] = [:]
  private var odds: [UInt64: (odds: Float, support: Float)] = [:]

  init(senses table: LearnedTable, synonyms: LearnedTable) {
    for row in table.rows {
      let cells = row[1...3].map { cell in
        cell.spacedWords.compactMap { Int32($0, radix: 36) }
      }
      let first = Int32(senses.count)
      senses += TriggerKinship.senses(own: cells[0], derived: cells[1], above: cells[2])
      places[StableHash(String(row[0])).short] = Senses(first: first, end: Int32(senses.count))
    }
    for row in synonyms.rows {
      let (a, b) = (StableHash(String(row[0])).short, StableHash(String(row[1])).short)
      odds[UInt64(min(a, b)) << 32 | UInt64(max(a, b))] = (
        Float(cell: row[2]), Float(cell: row[3])
      )
    }
  }

  enum Nearness { case same, kin, cousin, other }

  func nearness(_ a: UInt32, _ b: UInt32) -> Nearness {
    if a == 0 || b == 0 { return .other }
    return a == b ? .same : nearness(senses(of: a), senses(of: b))
  }

  /// Those of a trigger word, found once for many comparisons; none where it is not known.
  func senses(of word: UInt32) -> Senses { places[word] ?? Senses() }

  /// How near two trigger words are that are not the same.
  func nearness(_ x: Senses, _ y: Senses) -> Nearness {
    var nearness = Nearness.other
    senses.withUnsafeBufferPointer { senses in
      var (i, j) = (Int(x.first), Int(y.first))
      while i < x.end, j < y.end {
        let (a, b) = (senses[i], senses[j])
        if a.synset == b.synset {
          if a.isOwn && (b.isOwn || b.isDerived) || a.isDerived && b.isOwn {
            nearness = .kin
            return
          }
          if a.isDerived && b.isDerived || a.isAbove && (b.isOwn || b.isAbove)
            || a.isOwn && b.isAbove
          {
            nearness = .cousin
          }
        }
        i += a.synset <= b.synset ? 1 : 0
        j += b.synset <= a.synset ? 1 : 0
      }
    }
    return nearness
  }

  /// A word's synsets, ascending, each once.
  private static func senses(own: [Int32], derived: [Int32], above: [Int32]) -> [Sense] {
    let all =
      own.map { Sense(synset: $0, isOwn: true) }
      + derived.map { Sense(synset: $0, isDerived: true) }
      + above.map { Sense(synset: $0, isAbove: true) }
    var senses: [Sense] = []
    for sense in all.sorted(by: { $0.synset < $1.synset }) {
      guard let last = senses.last, last.synset == sense.synset else {
        senses.append(sense)
        continue
      }
      senses[senses.count - 1] = Sense(
        synset: sense.synset, isOwn: last.isOwn || sense.isOwn,
        isDerived: last.isDerived || sense.isDerived, isAbove: last.isAbove || sense.isAbove)
    }
    return senses
  }

  /// Log-odds that two triggers of one story tell one happening, against any two, and from how much
  /// that was learned, 0…1.
  func learned(_ a: UInt32, _ b: UInt32) -> (odds: Float, support: Float) {
    odds[UInt64(min(a, b)) << 32 | UInt64(max(a, b))] ?? (0, 0)
  }
}
