import CEntityWeights

/// A model's weights in place: a hashed table of rows of sixteen bytes, and the word clusters.
///
/// Little endian: magic `DLEW`, version, the number of bits of a slot, the numbers of words in the
/// two tables of clusters, 25 transitions, the bias, a hash of the tables of actors that they were
/// learned with (128 bytes in all); then a fingerprint of
/// two bytes a slot, sixteen signed bytes a slot, and of each table of clusters the keys (four
/// bytes) and values (two).
package struct EntityWeights: @unchecked Sendable {
  package static let magic: UInt32 = 0x5745_4C44
  package static let version: UInt32 = 2
  package static let headerSize = 128
  /// How far a feature may stand from its slot.
  package static let reach = 8

  private let fingerprints: UnsafePointer<UInt16>
  private let rows: UnsafePointer<SIMD16<Int8>>
  private let mask: Int
  package let transitions: [Int32]
  /// What a name has before it is looked at: more finds more names and more that are none.
  package let bias: EntityDecoder.Scores
  package let clusters: ClusterTables
  /// What ``builtInTablesHash(_:)`` was when they were learned.
  package let tablesHash: UInt32

  /// Nil where the bytes hold no weights of this version. `start` is aligned to 16 bytes and
  /// outlives the weights.
  package init?(_ start: UnsafeRawPointer?, count: Int) {
    guard let start else { return nil }
    func word(_ index: Int) -> UInt32 {
      UInt32(littleEndian: start.load(fromByteOffset: index * 4, as: UInt32.self))
    }
    guard count >= EntityWeights.headerSize, word(0) == EntityWeights.magic,
      word(1) == EntityWeights.version, word(2) <= 24
    else { return nil }
    let slots = 1 << Int(word(2))
    let words = Int(word(3))
    let usedWords = Int(word(4))
    guard
      count == EntityWeights.headerSize + slots * 18 + EntityWeights.tableSize(words)
        + EntityWeights.tableSize(usedWords)
    else { return nil }
    transitions = (5..<30).map { Int32(bitPattern: word($0)) }
    let ahead = Int32(bitPattern: word(30))
    var bias = EntityDecoder.Scores.zero
    for label in 0..<3 { bias[label * 4 + 3] = ahead }
    self.bias = bias
    tablesHash = word(31)
    mask = slots - 1
    let first = start + EntityWeights.headerSize
    fingerprints = first.assumingMemoryBound(to: UInt16.self)
    rows = (first + slots * 2).assumingMemoryBound(to: SIMD16<Int8>.self)
    func table(_ start: UnsafeRawPointer, _ words: Int) -> WordClusters {
      WordClusters(
        keys: UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt32.self), count: words),
        values: UnsafeBufferPointer(
          start: (start + words * 4).assumingMemoryBound(to: UInt16.self), count: words))
    }
    let tables = first + slots * 18
    clusters = ClusterTables(
      written: table(tables, words), used: table(tables + EntityWeights.tableSize(words), usedWords)
    )
  }

  /// A hash of what the tables of actors that are built in tell the model: with others it would
  /// see other features. Nominals that have no class which the model looks at do not count.
  package static func builtInTablesHash(_ code: String) -> UInt32 {
    var hash = LanguagePack.builtIn(code)?.actors.words.modelHash ?? 0
    let names = ["gazetteer", "known", "titles"].map { "\(code)/actors/\($0).tsv" }
    for file in EmbeddedData.files.sorted(by: { $0.path < $1.path })
    where names.contains(file.path) {
      for byte in UnsafeBufferPointer(
        start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
      {
        hash = (hash ^ UInt32(byte)) &* 16_777_619
      }
    }
    return hash
  }

  /// The weights of a language that are built in; nil where there are none.
  static func builtIn(_ code: String) -> EntityWeights? {
    code == "en" ? english : nil
  }

  private static let english = EntityWeights(
    dateline_entity_weights_en(), count: dateline_entity_weights_en_size())

  /// Bytes of a table of so many clustered words: the next begins where four bytes can be read.
  private static func tableSize(_ words: Int) -> Int { (words * 6 + 3) & ~3 }

  /// What a slot holds of a feature; never 0.
  @inline(__always)
  package static func fingerprint(of feature: UInt64) -> UInt16 {
    let own = UInt16(truncatingIfNeeded: feature >> 48)
    return own == 0 ? 1 : own
  }

  /// The sum of the features' rows.
  @inline(__always)
  func score(_ features: UnsafeBufferPointer<UInt64>) -> SIMD16<Int16> {
    var sum = SIMD16<Int16>.zero
    for feature in features {
      let fingerprint = EntityWeights.fingerprint(of: feature)
      var slot = Int(truncatingIfNeeded: feature) & mask
      for _ in 0..<EntityWeights.reach {
        let own = UInt16(littleEndian: fingerprints[slot])
        if own == fingerprint {
          sum &+= SIMD16<Int16>(truncatingIfNeeded: rows[slot])
          break
        }
        if own == 0 { break }
        slot = (slot + 1) & mask
      }
    }
    return sum
  }
}
