internal import DatelineExtraction

/// The languages in which articles are analysed: those that are built in, and one of the user's.
public struct LanguagePacks: Sendable {
  private var own: LanguagePack?

  /// The packs that ship.
  public static let builtIn = LanguagePacks()

  private init() {}

  /// The packs that ship, and in front of them one that is read from a folder named for its
  /// language.
  ///
  /// ```swift
  /// try LanguagePacks(directory: "packs/en")
  /// ```
  /// Throws where the folder holds no pack or a table has a fault; the fault tells its place.
  public init(directory: String) throws(LanguagePackFault) {
    do {
      own = try LanguagePack(directory: directory)
    } catch {
      throw LanguagePackFault(description: error.description)
    }
  }

  /// What tells the user's pack from any other; empty without one.
  var digest: [UInt8] { own.map { Array($0.code.utf8) + $0.digest } ?? [] }

  subscript(language: String) -> LanguagePack? {
    if let own, own.code == language { return own }
    return LanguagePack.builtIn(language)
  }
}

/// Why a folder is no language pack: `path:line:column: message`, the line and a caret.
public struct LanguagePackFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String
}
