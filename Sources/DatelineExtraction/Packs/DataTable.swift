import DatelineModel

/// A table of tab-separated cells: `#` comments, a header, then a row a fact.
struct DataTable: Sendable {
  /// For messages: the path below the packs' folder, or the file's own.
  let path: String
  let header: [String]
  let rows: [Row]

  struct Row: Sendable {
    let path: String
    /// Counts from 1.
    let line: Int
    let cells: [String]

    subscript(column: Int) -> String { cells[column] }

    /// A fault in this row's cell, counted from 0.
    func error(column: Int, _ message: String) -> LineError {
      let offset = cells[..<column].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      return LineError(
        file: path, line: line, column: offset + 1, message: message,
        text: cells.joined(separator: "\t"))
    }
  }

  init(path: String, text: String) throws(LineError) {
    self.path = path
    var header: [String]?
    var rows: [Row] = []
    var text = text
    // Byte by byte: as characters, the tables alone would take longer than a start may.
    let fault = text.withUTF8 { bytes -> LineError? in
      var position = 0
      var line = 0
      while position < bytes.count {
        var end = position
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        defer { position = end + 1 }
        line += 1
        if end == position || bytes[position] == UInt8(ascii: "#") { continue }
        var cells: [String] = []
        cells.reserveCapacity(header?.count ?? 4)
        var start = position
        for index in position...end where index == end || bytes[index] == UInt8(ascii: "\t") {
          cells.append(
            String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
          start = index + 1
        }
        guard let header else {
          header = cells
          continue
        }
        let row = Row(path: path, line: line, cells: cells)
        guard cells.count == header.count else {
          return row.error(
            column: min(cells.count, header.count) - 1,
            "has \(cells.count) cells where the header has \(header.count)")
        }
        // A row is of what its first cell names.
        guard cells[0].utf8.contains(where: { $0 != UInt8(ascii: " ") }) else {
          return row.error(column: 0, "is empty; take the row away or say what it is of")
        }
        rows.append(row)
      }
      return nil
    }
    if let fault { throw fault }
    self.header = header ?? []
    self.rows = rows
  }
}
