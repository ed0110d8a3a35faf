internal import DatelineModel
internal import DatelineReading
internal import Foundation

/// A folder of files for one test, gone when the test is done.
final class Pile {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "dateline-reading-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders on its way, and returns its path.
  @discardableResult
  func add(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(Array(bytes)).write(to: url)
    return url.path(percentEncoded: false)
  }

  @discardableResult
  func add(_ name: String, _ text: String) throws -> String { try add(name, text.utf8) }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  /// What a reading of `inputs` gives; of the whole folder where none is named.
  func read(_ inputs: [String]? = nil, _ options: ReadingOptions = ReadingOptions()) throws
    -> Harvest
  {
    var harvest = Harvest(folder: path)
    harvest.tally = try readArticles(from: inputs ?? [path], options: options) {
      harvest.notices.append($0)
    } each: {
      harvest.articles.append($0)
    }
    return harvest
  }
}

/// What came of one reading.
struct Harvest {
  let folder: String
  var articles: [Article] = []
  var notices: [ReadingNotice] = []
  var tally = ReadingTally()

  /// The notices as a user sees them, paths from the pile's folder on, but that about missing dates.
  var messages: [String] {
    notices.map { $0.description.replacingOccurrences(of: folder + "/", with: "") }
      .filter { !$0.contains("stays unresolved") }
  }
}
