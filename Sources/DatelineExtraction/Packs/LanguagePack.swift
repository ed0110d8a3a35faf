internal import CEntityWeights
public import DatelineModel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// All that Dateline knows of one language, read from the tables of its folder.
///
/// A folder with the tables of times alone is a pack too: then only times are found.
/// A class, since every article is handed its pack, and to copy one costs more than a short article.
public final class LanguagePack: Sendable {
  /// BCP 47, the folder's name.
  public let code: String
  public let abbreviations: AbbreviationTable
  /// Whether there are tables of actors and events, and not of times alone.
  public let findsEvents: Bool

  // Made when first asked for: no layer takes them all.
  private let deferredTime: Deferred<TimeRules>
  private let deferredActors: Deferred<ActorTables>
  private let deferredLexicon: Deferred<EventLexicon>
  var time: TimeRules { deferredTime.value }
  var actors: ActorTables { deferredActors.value }
  var lexicon: EventLexicon { deferredLexicon.value }
  /// What was learned of names; nil for languages without a model.
  var weights: EntityWeights? { deferredWeights.value }
  private let deferredWeights: Deferred<EntityWeights?>

  /// The pack that is built in for `code`; nil where there is none.
  ///
  /// ```swift
  /// LanguagePack.builtIn("en")?.code  // "en"
  /// ```
  public static func builtIn(_ code: String) -> LanguagePack? {
    // British English is English: a tag of BCP 47 begins with the language.
    (packs[code] ?? packs[String(code.prefix { $0 != "-" })])?.value
  }

  /// The codes of the packs that are built in, sorted.
  public static var builtInCodes: [String] { packs.keys.sorted() }

  private static let packs: [String: Deferred<LanguagePack>] = {
    let codes = Set(EmbeddedData.files.map { $0.path.prefix { $0 != "/" } })
    return Dictionary(
      uniqueKeysWithValues: codes.map { code in
        (String(code), Deferred { LanguagePack(embedded: String(code)) })
      })
  }()

  /// The build has checked the tables, so a fault in them is the program's own.
  private init(embedded code: String) {
    digest = []
    do {
      self.code = code
      abbreviations = try AbbreviationTable(PackFiles.embedded.table("abbreviations.tsv", of: code))
    } catch { fatalError("\(error)") }
    findsEvents = PackFiles.embedded.text("\(code)/events/triggers.tsv") != nil
    deferredTime = Deferred {
      do { return try TimeRules(.embedded, code: code) } catch { fatalError("\(error)") }
    }
    deferredActors = Deferred {
      do { return try ActorTables(.embedded, code: code) } catch { fatalError("\(error)") }
    }
    deferredWeights = Deferred { EntityWeights.builtIn(code) }
    deferredLexicon = Deferred {
      do { return try EventLexicon(.embedded, code: code) } catch { fatalError("\(error)") }
    }
  }

  /// Has other cores read the tables that these layers take last, while this one reads the first:
  /// a short run is little more than the reading of tables.
  func readAhead(for layers: AnnotatedArticle.Layers) {
    guard findsEvents, !layers.isDisjoint(with: [.entities, .events]) else { return }
    deferredActors.makeAhead()
    if layers.contains(.events) { deferredLexicon.makeAhead() }
  }

  /// Reads every table at once, so that a fault in any is told before an article is read.
  convenience init(code: String, files: PackFiles, digest: [UInt8] = []) throws(LineError) {
    self.init(
      code: code, abbreviations: try AbbreviationTable(files.table("abbreviations.tsv", of: code)),
      time: try TimeRules(files, code: code), actors: try ActorTables(files, code: code),
      lexicon: try EventLexicon(files, code: code),
      findsEvents: files.text("\(code)/events/triggers.tsv") != nil, digest: digest)
  }

  /// Of tables that have been read.
  init(
    code: String, abbreviations: AbbreviationTable, time: TimeRules, actors: ActorTables,
    lexicon: EventLexicon, findsEvents: Bool, digest: [UInt8] = []
  ) {
    self.code = code
    self.digest = digest
    self.abbreviations = abbreviations
    deferredTime = Deferred(value: time)
    self.findsEvents = findsEvents
    deferredActors = Deferred(value: actors)
    deferredWeights = Deferred { EntityWeights.builtIn(code) }
    deferredLexicon = Deferred(value: lexicon)
  }

  /// Reads a pack from a folder that is named for its language, as `--language-pack DIR` does.
  /// A table that is left out is taken from the pack of that language that is built in.
  ///
  /// ```swift
  /// try LanguagePack(directory: "packs/en").code  // "en"
  /// ```
  /// Throws where the folder holds no table, or a table a fault: the error tells its place.
  public convenience init(directory: String) throws(LineError) {
    let path = directory.split(separator: "/").joined(separator: "/")
    let root = directory.hasPrefix("/") ? "/" + path : path
    let code = path.split(separator: "/").last.map(String.init) ?? directory
    let files = try PackFiles(directory: root, code: code)
    guard files.text("\(code)/time/rules.tsv") != nil else {
      throw LineError(
        file: directory, line: 1, column: 1,
        message:
          "holds no time/rules.tsv, so it is no language pack; name a folder such as packs/en",
        text: "")
    }
    var hash = SHA256()
    for name in PackFiles.tables {
      hash.update(name.utf8)
      hash.update([0])
      hash.update((files.text(code + name) ?? "").utf8)
      hash.update([0])
    }
    try self.init(code: code, files: files, digest: hash.digest().bytes)
  }

  /// What tells the tables of a folder from any others; empty for a pack that is built in.
  public let digest: [UInt8]

  /// What tells the packs that are built in from those of another version.
  public static var builtInDigest: [UInt8] {
    var hash = SHA256()
    for file in EmbeddedData.files {
      hash.update(file.path.utf8)
      hash.update(
        UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
    }
    hash.update(
      UnsafeRawBufferPointer(
        start: dateline_entity_weights_en(), count: dateline_entity_weights_en_size()))
    return hash.digest().bytes
  }
}

/// Where a pack's tables come from.
struct PackFiles: Sendable {
  /// The text of a table by its path, such as `en/abbreviations.tsv`; nil where there is none.
  let text: @Sendable (_ path: String) -> String?
  /// The same in place, for tables that are bisected and not parsed.
  let bytes: @Sendable (_ path: String) -> TableBytes?
  /// Where messages say that a table stands.
  let place: @Sendable (_ path: String) -> String

  init(
    text: @escaping @Sendable (_ path: String) -> String?,
    bytes: (@Sendable (_ path: String) -> TableBytes?)? = nil,
    place: @escaping @Sendable (_ path: String) -> String = { $0 }
  ) {
    self.text = text
    self.place = place
    self.bytes = bytes ?? { text($0).map(TableBytes.init(copying:)) }
  }

  static let embedded = PackFiles(
    text: { path in EmbeddedData.files.first { $0.path == path }?.text.description },
    bytes: { path in EmbeddedData.files.first { $0.path == path }.map { TableBytes($0.text) } })

  /// The files of a folder, and those that are built in where it lacks one.
  ///
  /// Throws where one of them cannot be read, or has another header than the table that is built in:
  /// taken for an empty table, it would have everything go unseen that it tells of.
  init(directory: String, code: String) throws(LineError) {
    var read: [String: String] = [:]
    for name in PackFiles.tables {
      guard let text = try PackFiles.text(at: directory + name) else { continue }
      try PackFiles.checkHeader(of: text, at: directory + name, as: name)
      read[code + name] = text
    }
    let own = read
    self.init(
      text: { own[$0] ?? PackFiles.embedded.text($0) },
      bytes: { path in
        own[path].map(TableBytes.init(copying:)) ?? PackFiles.embedded.bytes(path)
      },
      place: { path in own[path] == nil ? path : directory + path.dropFirst(code.utf8.count) })
  }

  /// The paths of all tables that a pack may have, each with the slash before it, sorted.
  static var tables: [String] {
    Set(EmbeddedData.files.map { String($0.path.drop { $0 != "/" }) }).sorted()
  }

  /// What a file holds; nil where none stands there.
  private static func text(at path: String) throws(LineError) -> String? {
    var status = stat()
    if stat(path, &status) != 0, errno == ENOENT, lstat(path, &status) != 0 { return nil }
    guard status.st_mode & S_IFMT == S_IFREG,
      let bytes = try? Data(contentsOf: URL(filePath: path))
    else {
      throw LineError(
        file: path, line: 1, column: 1,
        message: "this table is no file that can be read; mend it, or take it away to have the one "
          + "that is built in", text: "")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Holds the first line that is no comment against that of a table that is built in.
  static func checkHeader(
    of text: String, at path: String, as name: String
  ) throws(LineError) {
    guard let model = EmbeddedData.files.first(where: { $0.path.hasSuffix(name) }) else { return }
    let wanted = UnsafeBufferPointer(
      start: model.text.utf8Start, count: model.text.utf8CodeUnitCount)
    let (found, header) = (header(of: text.utf8), header(of: wanted).text)
    if found.text == header { return }
    let names = header.split(separator: "\t").joined(separator: ", ")
    throw LineError(
      file: path, line: found.line, column: 1,
      message: "the first line but comments has to be the table's header, these words with a tab "
        + "between each two: \(names)", text: found.text)
  }

  /// The first line that is neither empty nor a comment; an empty one behind the last.
  private static func header(of bytes: some Collection<UInt8>) -> (line: Int, text: String) {
    var rest = bytes[...]
    var line = 1
    while let first = rest.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "\n") {
      rest = rest.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
      line += 1
    }
    return (line, String(decoding: rest.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }

  /// A table of the pack, empty where the pack has none.
  func table(_ name: String, of code: String) throws(LineError) -> DataTable {
    let path = "\(code)/\(name)"
    return try DataTable(path: place(path), text: text(path) ?? "")
  }
}
