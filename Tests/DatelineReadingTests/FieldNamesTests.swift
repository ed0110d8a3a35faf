internal import DatelineReading
internal import Foundation
import Testing

@Suite struct FieldNamesTests {
  /// The table that README gives is the one that counts.
  @Test func theDocumentedNamesAreThoseThatAreKnown() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    for (field, names) in FieldMap.known {
      let row = "| `\(field.rawValue)` | \(names.map { "`\($0)`" }.joined(separator: ", ")) |"
      #expect(readme.contains(row))
    }
  }
}
