/// All that Dateline knows of one language, read from the tables of its folder.
public struct LanguagePack: Sendable {
  /// BCP 47, the folder's name.
  public let code: String
  public let abbreviations: AbbreviationTable
  let time: TimeRules
  let actors: ActorTables
  let lexicon: EventLexicon

  /// The pack that is built in for `code`; nil where there is none.
  ///
  /// ```swift
  /// LanguagePack.builtIn("en")?.code  // "en"
  /// ```
  public static func builtIn(_ code: String) -> LanguagePack? { packs[code] }

  /// The codes of the packs that are built in, sorted.
  public static var builtInCodes: [String] { packs.keys.sorted() }

  private static let packs: [String: LanguagePack] = {
    let codes = Set(EmbeddedData.files.map { $0.path.prefix { $0 != "/" } })
    return Dictionary(
      uniqueKeysWithValues: codes.map { code in
        // The build has checked the tables, so a fault here is the program's own.
        do {
          return (String(code), try LanguagePack(code: String(code), files: .embedded))
        } catch { fatalError("\(error)") }
      })
  }()

  init(code: String, files: PackFiles) throws(DataTableError) {
    self.code = code
    abbreviations = try AbbreviationTable(files.table("abbreviations.tsv", of: code))
    time = try TimeRules(files, code: code)
    actors = try ActorTables(files, code: code)
    lexicon = try EventLexicon(files, code: code)
  }
}

/// Where a pack's tables come from.
struct PackFiles: Sendable {
  /// The text of a table by its path, such as `en/abbreviations.tsv`; nil where there is none.
  let text: @Sendable (_ path: String) -> String?
  /// The same in place, for tables that are bisected and not parsed.
  let bytes: @Sendable (_ path: String) -> TableBytes?

  init(
    text: @escaping @Sendable (_ path: String) -> String?,
    bytes: (@Sendable (_ path: String) -> TableBytes?)? = nil
  ) {
    self.text = text
    self.bytes = bytes ?? { text($0).map(TableBytes.init(copying:)) }
  }

  static let embedded = PackFiles(
    text: { path in EmbeddedData.files.first { $0.path == path }?.text.description },
    bytes: { path in EmbeddedData.files.first { $0.path == path }.map { TableBytes($0.text) } })

  /// A table of the pack, empty where the pack has none.
  func table(_ name: String, of code: String) throws(DataTableError) -> DataTable {
    let path = "\(code)/\(name)"
    return try DataTable(path: path, text: text(path) ?? "")
  }
}
