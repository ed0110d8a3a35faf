/// The languages of scripts that several languages share, with the letters that tell them apart.
struct Alphabets: Sendable {
  struct Alphabet: Sendable {
    let language: String
    /// The language's place in the trigram table; nil where it is not known there.
    let place: Int?
    /// Letters that others of its script have and it lacks, as offsets from ``first``.
    let foreign: [Int]
  }

  /// By the script's name.
  let scripts: [String: [Alphabet]]
  /// Places in the trigram table of the languages that no script above has: those of Latin script.
  let latin: [Int]

  /// The scalars whose counts ``Alphabet/foreign`` leads to.
  static let first: UInt32 = 0x400
  static let end: UInt32 = 0x700

  static let shipped = Alphabets(LanguageTables.text("alphabets.tsv"), .shipped)

  init(_ text: String, _ trigrams: TrigramTable) {
    var letters: [String: [(language: String, letters: Set<UInt32>)]] = [:]
    for cells in LanguageTables.rows(text) {
      let own = Set(cells[2].unicodeScalars.map(\.value)).filter {
        (Alphabets.first..<Alphabets.end).contains($0)
      }
      letters[String(cells[0]), default: []].append((String(cells[1]), own))
    }
    scripts = letters.mapValues { rows in
      let all = rows.reduce(into: Set<UInt32>()) { $0.formUnion($1.letters) }
      return rows.map { row in
        Alphabet(
          language: row.language, place: trigrams.languages.firstIndex(of: row.language),
          foreign: all.subtracting(row.letters).sorted().map { Int($0 - Alphabets.first) })
      }
    }
    let others = Set(letters.values.joined().map(\.language))
    latin = trigrams.languages.indices.filter { !others.contains(trigrams.languages[$0]) }
  }
}
