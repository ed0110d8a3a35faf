/// The forms of verbs, by their lemma: "send", "sending", "sends", "sent".
///
/// Looked up for the few thousand verbs that tell events and not made for all.
struct VerbForms {
  private let table: DataTable
  /// "lie" has two rows: what lies, and who lies.
  private var rowsOfLemma: [String: [Int]] = [:]

  init(_ verbs: DataTable) {
    table = verbs
    rowsOfLemma.reserveCapacity(verbs.rows.count)
    for (index, row) in verbs.rows.enumerated() { rowsOfLemma[row[0], default: []].append(index) }
  }

  /// Each form once, sorted; the lemma alone where it is no known verb.
  subscript(lemma: String) -> [String] {
    guard let rows = rowsOfLemma[lemma] else { return [lemma] }
    return Set(rows.flatMap { table.rows[$0].cells[0...4] }).sorted()
  }
}
