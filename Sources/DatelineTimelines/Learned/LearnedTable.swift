/// The rows of a table that a script has learned, embedded at build time, which checks its columns.
struct LearnedTable {
  typealias Row = [Substring]

  /// Cells of each row; comments, empty lines and the header are left out.
  let rows: [Row]

  /// The text of a table that is built in, such as `stories.tsv`.
  static func builtIn(_ name: String) -> String {
    EmbeddedData.files.first { $0.path == name }?.text.description ?? ""
  }

  /// The rows of a table's text.
  init(_ text: String) {
    // By bytes: tables are long, and walking their letters would cost many times more.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).filter {
      $0.first != UInt8(ascii: "#")
    }
    rows = lines.dropFirst().map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Substring($0) }
    }
  }
}

extension Float {
  /// A weight of a table, written with a decimal point; a cell that is none counts as 0.
  init(cell: Substring) { self = Float(String(cell)) ?? 0 }
}
