import DatelineModel
import DatelineRendering
import DatelineTimelines
import EDTF
import Foundation
import Mustache

@testable import DatelineExtraction
@testable import DatelineReading

/// A parser of what somebody else wrote, as the fuzzer runs it.
///
/// A run that traps, breaks memory or takes too long is a finding; so is a broken property.
enum Parser: String, CaseIterable {
  case html, feed, warc, json
  case jsonLines = "json-lines"
  case table, text, mail, mailbox, archive
  case gzip, manifest
  case edtf, timexes, template
  case languagePack = "language-pack"
  case actorFile = "actor-file"
  case decisions
  case eventGraph = "event-graph"
  case annotate

  func run(_ bytes: [UInt8]) {
    switch self {
    case .html: read(bytes, as: "a.html") { try $0.readHTML($1, $2) }
    case .feed: read(bytes, as: "a.rss") { try $0.readFeed($1, $2) }
    case .warc: read(bytes, as: "a.warc") { try $0.readWARC($1, $2) }
    case .json: read(bytes, as: "a.json") { try $0.readJSON($1, $2) }
    case .jsonLines: read(bytes, as: "a.jsonl") { try $0.readJSONLines($1, $2) }
    case .table: read(bytes, as: "a.csv") { try $0.readTable($1, $2) }
    case .text: read(bytes, as: "bugle-2021-05-03-a.md") { try $0.readText($1, $2) }
    case .mail: read(bytes, as: "a.eml") { try $0.readMail($1, $2) }
    case .mailbox: read(bytes, as: "a.mbox") { try $0.readMailbox($1, $2) }
    case .archive: read(bytes, as: "a.zip") { try $0.readArchive($1, $2) }
    case .gzip: read(bytes, as: "a.txt.gz") { try $0.readGzip($1, $2) }
    case .manifest:
      read(bytes, as: "articles.csv") {
        try $0.readManifest($1, $2, isAsked: true)
      }
    case .edtf: date(String(decoding: bytes, as: UTF8.self))
    case .timexes: annotate(bytes, layers: .time)
    case .annotate: annotate(bytes, layers: .all)
    case .template: template(bytes)
    case .languagePack: languagePack(bytes)
    case .actorFile: _ = try? ActorFile(String(decoding: bytes, as: UTF8.self), path: "a.tsv")
    case .decisions:
      _ = try? Decisions(parsing: String(decoding: bytes, as: UTF8.self), file: "a.txt")
    case .eventGraph: eventGraph(bytes)
    }
  }

  private func read(
    _ bytes: [UInt8], as name: String,
    _ parse: (ArticleReader, ByteStream, InputFile) throws -> Void
  ) {
    let reader = ArticleReader(
      options: ReadingOptions(), notice: { _ in }, completing: { _ in },
      each: { article in
        precondition(!article.id.isEmpty, "an article without an id")
        precondition(article.text.utf8.contains { $0 > 32 }, "an article without a text")
      })
    let file = InputFile(path: name, id: name, isNamed: true)
    do {
      try parse(reader, ByteStream(MemorySource(bytes)), file)
    } catch {
      precondition(error is ReadingFault, "an error that is not told: \(error)")
    }
  }

  /// What parses and is printed is the same when parsed again.
  private func date(_ text: String) {
    guard let value = EDTFValue(text) else { return }
    let printed = value.description
    precondition(EDTFValue(printed) == value, "\(text) → \(printed) is another date")
    _ = value.earliest
    _ = value.latest
  }

  private func annotate(_ bytes: [UInt8], layers: AnnotatedArticle.Layers) {
    let parts = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
    let article = Article(
      id: "a", source: "Bugle", published: PublicationDate("2021-05-04", from: .record),
      title: String(decoding: parts[0], as: UTF8.self),
      text: String(decoding: parts.count > 1 ? parts[1] : [], as: UTF8.self))
    guard let pack = LanguagePack.builtIn("en") else { return }
    let annotated = AnnotatedArticle(article, using: pack, layers: layers)
    var json = JSONWriter()
    annotated.write(to: &json)
    for timex in annotated.timexes {
      precondition(!annotated.quote(timex.span, inTitle: timex.inTitle).isEmpty)
    }
    for event in annotated.events {
      precondition(!annotated.quote(event.span, inTitle: event.inTitle).isEmpty)
    }
  }

  private func template(_ bytes: [UInt8]) {
    guard let template = try? Template(String(decoding: bytes, as: UTF8.self), name: "a.mustache")
    else { return }
    let inner = TemplateValue.object(["name": .text("<b>"), "items": .list([.text("x")])])
    let value = TemplateValue.object([
      "name": .text("\u{1B}\"&'<script>"), "items": .list([inner, inner]), "yes": .flag(true),
    ])
    _ = try? template.render(value) { $0 == "a" ? template : nil }
  }

  /// The first line names a table of a pack, which the rest stands in for.
  private func languagePack(_ bytes: [UInt8]) {
    guard let (name, table) = Parser.table(bytes),
      // As where a folder is read: a table with other columns is refused.
      Parser.smallPack[name] != nil,
      (try? PackFiles.checkHeader(of: table, at: name, as: String(name.dropFirst(2)))) != nil
    else { return }
    let files = PackFiles(text: { $0 == name ? table : Parser.smallPack[$0] })
    guard let pack = try? Parser.pack(of: files, changed: name) else { return }
    _ = AnnotatedArticle(Parser.article, using: pack)
  }

  /// The pack of the seeds with what is made of the changed table made anew: the rest is as it was.
  private static func pack(of files: PackFiles, changed name: String) throws -> LanguagePack {
    func isIn(_ folder: String) -> Bool { name.hasPrefix("en/\(folder)/") }
    return LanguagePack(
      code: "en",
      abbreviations: name == "en/abbreviations.tsv"
        ? try AbbreviationTable(files.table("abbreviations.tsv", of: "en")) : whole.abbreviations,
      time: isIn("time") ? try TimeRules(files, code: "en") : whole.time,
      actors: isIn("actors") ? try ActorTables(files, code: "en") : whole.actors,
      lexicon: isIn("events") ? try EventLexicon(files, code: "en") : whole.lexicon,
      findsEvents: true)
  }

  private static let whole: LanguagePack = {
    do {
      return try LanguagePack(code: "en", files: PackFiles(text: { smallPack[$0] }))
    } catch { fatalError("the seeds are no pack: \(error)") }
  }()

  /// The seeds, which together are a pack of few rows: much faster made than that which is built in.
  private static let smallPack: [String: String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Seeds/language-pack")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let seeds = names.compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).flatMap { table(Array($0)) }
    }
    precondition(!seeds.isEmpty, "no seeds in \(folder.path)")
    return Dictionary(uniqueKeysWithValues: seeds)
  }()

  /// The path of a table in the English pack, and its text.
  private static func table(_ bytes: [UInt8]) -> (name: String, text: String)? {
    let parts = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return (
      "en/" + String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1], as: UTF8.self)
    )
  }

  private static let article = Article(
    id: "a", published: PublicationDate("2021-05-04", from: .record),
    text: "Envoys of France met Mr John Smith in Geneva on Monday; 3 people were killed last May.")

  private func eventGraph(_ bytes: [UInt8]) {
    guard let graph = try? EventGraph(json: bytes) else { return }
    var json = JSONWriter()
    graph.write(to: &json)
    precondition((try? EventGraph(json: json.bytes)) != nil, "a graph that is not read back")
    _ = Timeline(of: graph, dates: nil, sentences: 2)
    _ = TimelineDiff(bySource: graph)
  }
}
