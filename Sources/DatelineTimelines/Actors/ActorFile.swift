public import DatelineModel

/// What the reader knows of actors better than Dateline: an editable table, `--actor-file`.
///
/// Each row is an action, a name, and for most actions a value, parted by tabs; `#` begins a
/// comment. A name is any spelling of it: case, accents, hyphens and articles do not count.
///
/// ```text
/// merge     Hayat Tahrir al-Sham   HTS
/// split     Syrian army            National Defence Forces
/// rename    Nur-Sultan             Astana
/// type      White Helmets          organization
/// colour    Iran                   #2f7d32
/// initials  Jane Doe
/// ignore    Twitter
/// ```
///
/// `merge` gives another's name to the one named first; `split` keeps the second apart from the
/// first, also where an article prints it for the first. Rows are applied in this order, whatever
/// theirs: split, merge, rename, type, initials, ignore.
public struct ActorFile: Hashable, Sendable {
  public enum Action: String, Hashable, Sendable, CaseIterable {
    case merge, split, rename, type, colour, initials, ignore

    var takesValue: Bool { self != .initials && self != .ignore }
  }

  public struct Row: Hashable, Sendable {
    public var line: Int
    public var action: Action
    public var name: String
    /// Empty for actions that take none.
    public var value: String
  }

  /// As given, for messages.
  public let path: String
  public let rows: [Row]

  /// Reads a table.
  ///
  /// ```swift
  /// try ActorFile("merge\tNorth Atlantic Treaty Organization\tNATO", path: "actors.tsv").rows.count  // 1
  /// ```
  public init(_ text: String, path: String) throws(LineError) {
    self.path = path
    var rows: [Row] = []
    var told = ActorRowIndex()
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let line = String(line)
      if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
      let row = try ActorFile.row(line, number, path)
      if let message = told.add(row) {
        throw LineError(file: path, line: row.line, column: 1, message: message, text: line)
      }
      rows.append(row)
    }
    self.rows = rows
  }

  private static func row(
    _ line: String, _ number: Int, _ path: String
  ) throws(LineError) -> Row {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    func error(_ cell: Int, _ message: String) -> LineError {
      let column = cells.prefix(cell).reduce(1) { $0 + $1.unicodeScalars.count + 1 }
      return LineError(
        file: path, line: number, column: min(column, line.unicodeScalars.count + 1),
        message: message, text: line)
    }
    func cell(_ index: Int) -> String {
      guard index < cells.count else { return "" }
      let trimmed = cells[index].drop { $0 == " " }
      return String(trimmed.reversed().drop { $0 == " " }.reversed())
    }
    guard let action = Action(rawValue: cell(0)) else {
      let known = Action.allCases.map(\.rawValue).joined(separator: ", ")
      let hint =
        cells.count == 1 && line.contains(" ") ? "; cells are parted by tabs, not spaces" : ""
      throw error(0, "no action “\(cell(0))”: use one of \(known)\(hint)")
    }
    guard !FoldedName(cell(1)).text.isEmpty else { throw error(1, "a name is missing") }
    let wanted = action.takesValue ? 3 : 2
    if action.takesValue, cell(2).isEmpty {
      throw error(2, "\(action.rawValue) wants a value behind the name")
    }
    if let extra = cells.indices.first(where: { $0 >= wanted && !cell($0).isEmpty }) {
      throw error(extra, "\(action.rawValue) takes no more than \(wanted) cells")
    }
    switch action {
    case .type where ActorKind(rawValue: cell(2)) == nil:
      let known = ActorKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(2, "no type “\(cell(2))”: use one of \(known)")
    case .colour where !isColour(cell(2)):
      throw error(2, "no colour “\(cell(2))”: write it as #rrggbb, such as #2f7d32")
    case .merge, .split:
      if FoldedName(cell(1)) == FoldedName(cell(2)) {
        throw error(2, "both names are the same: nothing to \(action.rawValue)")
      }
    default: break
    }
    return Row(line: number, action: action, name: cell(1), value: cell(2))
  }

  private static func isColour(_ text: String) -> Bool {
    text.utf8.count == 7 && text.utf8.first == UInt8(ascii: "#")
      && text.utf8.dropFirst().allSatisfy {
        (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0)
      }
  }
}
