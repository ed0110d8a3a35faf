import DatelineTimelines
import Foundation

extension MergingEvidence {
  /// Writes `articles.tsv` and `mentions.tsv` with a header each; what is not known stays empty.
  func write(to folder: String, names: [String: [String]]) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    var text =
      (["a", "b"] + MergingEvidence.storyFeatures + MergingEvidence.contrastFeatures)
      .joined(separator: "\t") + "\n"
    for pair in articles {
      let second =
        pair.second.isEmpty
        ? MergingEvidence.contrastFeatures.map { _ in "" } : pair.second.map { "\($0)" }
      text +=
        ([pair.a, pair.b] + pair.first.map { "\($0)" } + second).joined(separator: "\t") + "\n"
    }
    try text.write(toFile: folder + "/articles.tsv", atomically: true, encoding: .utf8)
    text =
      (["a", "b", "knowledge"] + MergingEvidence.mentionFeatures).joined(separator: "\t") + "\n"
    for pair in mentions {
      let ids = [pair.a, pair.b].map { names[$0.article]![$0.event] }
      text +=
        (ids + ["\(pair.knowledge)"] + pair.values.map { "\($0)" }).joined(separator: "\t") + "\n"
    }
    try text.write(toFile: folder + "/mentions.tsv", atomically: true, encoding: .utf8)
  }
}
