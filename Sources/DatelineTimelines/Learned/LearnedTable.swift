/// The rows of a table that a script has learned, embedded at build time, which checks its columns.
struct LearnedTable {
  typealias Row = [Substring]

  /// Cells of each row; comments, empty lines and the header are left out.
  let rows: [Row]

  /// The rows of a table's text.
  init(_ text: String) {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    rows = lines.dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}

extension Float {
  /// A weight of a table, written with a decimal point; a cell that is none counts as 0.
  init(cell: Substring) { self = Float(String(cell)) ?? 0 }
}
