/// How near two trigger words are: by WordNet's synsets, and by what was learned of them.
struct TriggerKinship {
  /// Synsets, those derived from them and those above them, each sorted.
  private struct Senses {
    var own: [Int32]
    var derived: [Int32]
    var above: [Int32]
  }
  private var senses: [UInt32: Senses] = [:]
  private var odds: [UInt64: (odds: Float, support: Float)] = [:]

  init(senses table: LearnedTable, synonyms: LearnedTable) {
    for row in table.rows {
      let cells = row[1...3].map { cell in
        cell.split(separator: " ").compactMap { Int32($0, radix: 36) }.sorted()
      }
      senses[StableHash(String(row[0])).short] = Senses(
        own: cells[0], derived: cells[1], above: cells[2])
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
    if a == b { return .same }
    guard let x = senses[a], let y = senses[b] else { return .other }
    if x.own.meets(y.own) || x.derived.meets(y.own) || x.own.meets(y.derived) { return .kin }
    if x.derived.meets(y.derived) || x.own.meets(y.above) || x.above.meets(y.own)
      || x.above.meets(y.above)
    {
      return .cousin
    }
    return .other
  }

  /// Log-odds that two triggers of one story tell one happening, against any two, and from how much
  /// that was learned, 0…1.
  func learned(_ a: UInt32, _ b: UInt32) -> (odds: Float, support: Float) {
    odds[UInt64(min(a, b)) << 32 | UInt64(max(a, b))] ?? (0, 0)
  }
}
