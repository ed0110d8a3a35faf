import Dateline
import Foundation

// Reads JSON Lines with Foundation until the reader stands; only `annotate --layers L FILE`.
struct Line: Decodable {
  var id: String
  var source: String?
  var published: String?
  var dct: String?
  var title: String?
  var text: String
  var language: String?
}
var layers = AnnotatedArticle.Layers.all
var arguments = CommandLine.arguments.dropFirst(2).filter { $0 != "--quiet" }
if let index = arguments.firstIndex(of: "--layers") {
  layers = []
  for name in arguments[index + 1].split(separator: ",") {
    if name == "time" { layers.insert(.time) }
    if name == "entities" { layers.insert(.entities) }
    if name == "events" { layers.insert(.events) }
  }
  arguments.removeSubrange(index...(index + 1))
}
var json = JSONWriter()
for path in arguments {
  for line in try Data(contentsOf: URL(filePath: path)).split(separator: 10) {
    let record = try JSONDecoder().decode(Line.self, from: line)
    let article = Article(
      id: record.id, source: record.source,
      published: (record.published ?? record.dct).flatMap { PublicationDate($0, from: .record) },
      title: record.title, text: record.text, language: record.language ?? "en")
    annotate(article, layers: layers).write(to: &json, layers: layers)
    json.newline()
  }
}
FileHandle.standardOutput.write(Data(json.bytes))
