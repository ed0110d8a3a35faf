internal import Foundation
public import Testing

/// Compares `actual` with `Golden/<name>` beside the calling test file.
///
/// With `RECORD_GOLDEN` set the file is written and the test still fails, so that a new golden is
/// read by somebody before it is trusted.
public func expectGolden(
  _ actual: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    Issue.record("recorded Golden/\(name): read it, then run again", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  if actual == expected { return }
  let (old, new) = (
    expected.split(separator: "\n", omittingEmptySubsequences: false),
    actual.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let first = line ?? min(old.count, new.count)
  Issue.record(
    """
    differs from Golden/\(name) at line \(first + 1):
    - \(first < old.count ? old[first] : "(end)")
    + \(first < new.count ? new[first] : "(end)")
    """, sourceLocation: sourceLocation)
}
