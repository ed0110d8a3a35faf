import DatelineModel

/// Words whose full stop ends no sentence, and words that begin one.
public struct AbbreviationTable: Sendable {
  enum Kind: String, Sendable {
    /// A name follows: "Mr.", "Gen.".
    case title
    /// A number follows: "No.", "Art.".
    case beforeNumber
    /// Anything may follow: "Jan.", "Inc.".
    case anywhere
  }

  private let kinds: TokenTable<Kind>
  private let starters: Set<UInt32>

  /// Reads `abbreviations.tsv`: a word and its kind, `title`, `beforeNumber`, `anywhere`, or
  /// `starter` for a word that begins a sentence wherever it is capitalised.
  init(_ table: DataTable) throws(LineError) {
    var kinds = TokenTable<Kind>()
    var starters: Set<UInt32> = []
    for row in table.rows {
      if row[1] == "starter" {
        starters.insert(Token.hash(of: row[0]))
      } else if let kind = Kind(rawValue: row[1]) {
        kinds.set(kind, for: Token.hash(of: row[0]))
      } else {
        throw row.error(column: 1, "knows no kind “\(row[1])”")
      }
    }
    self.kinds = kinds
    self.starters = starters
  }

  func kind(of hash: UInt32) -> Kind? { kinds[hash] }
  func startsSentence(_ hash: UInt32) -> Bool { starters.contains(hash) }
}
