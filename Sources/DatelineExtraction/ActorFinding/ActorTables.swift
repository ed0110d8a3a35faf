import DatelineModel

/// Names, titles, demonyms and the words of nominal actors.
///
/// A class, since every part of actor finding holds it and a struct's tables would each be retained.
/// All is written while it is made, and so no reading of it needs the watch of `exclusivity`.
final class ActorTables: @unchecked Sendable {
  /// An actor that means the same in every article.
  struct KnownActor: Sendable {
    var name: String
    var kind: ActorKind
  }

  let gazetteer: Gazetteer
  let folding: NameFolding
  @exclusivity(unchecked) private(set) var words = WordTable()
  @exclusivity(unchecked) private(set) var titles = PhraseTable()
  @exclusivity(unchecked) private(set) var known: [KnownActor] = []
  @exclusivity(unchecked) private(set) var knownNames = PhraseTable()
  /// By the key of ``NameFolding/key(of:)-([String])``, words joined by spaces.
  @exclusivity(unchecked) private(set) var knownKeys: [String: Int] = [:]
  /// The kind that the head of a nominal gives.
  @exclusivity(unchecked) private(set) var nominalKinds = TokenTable<ActorKind>()

  init(_ files: PackFiles, code: String) throws(LineError) {
    gazetteer = Gazetteer(
      files.bytes("\(code)/actors/gazetteer.tsv") ?? TableBytes(StaticString("")))
    folding = try NameFolding(files.table("actors/folding.tsv", of: code))
    try readWords(files.table("actors/words.tsv", of: code))
    try readWords(files.table("actors/heads.tsv", of: code))
    for (index, row) in try files.table("actors/titles.tsv", of: code).rows.enumerated() {
      titles.insert(row[0], value: index)
      if !row[0].contains(" ") { words.insert(.title, for: Token.hash(of: row[0])) }
    }
    try readNominals(files.table("actors/nominals.tsv", of: code))
    try readPeople(files.table("actors/people.tsv", of: code))
    try readKnown(files.table("actors/known.tsv", of: code))
  }

  private func readWords(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      guard let one = WordTable.Classes.names[row[1]] else {
        throw row.error(column: 1, "knows no class “\(row[1])”")
      }
      words.insert(one, for: Token.hash(of: row[0]))
    }
  }

  private func readNominals(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      let hash = Token.hash(of: row[0])
      let isLearned = !row[3].parts(at: ",").contains("unlearned")
      switch row[1] {
      case "modifier":
        words.insert(
          isLearned ? [.nominalModifier, .learnedModifier] : .nominalModifier, for: hash)
      case "head":
        guard let kind = ActorKind(rawValue: row[2]) else {
          throw row.error(column: 2, "knows no kind “\(row[2])”")
        }
        words.insert(isLearned ? [.nominalHead, .learnedHead] : .nominalHead, for: hash)
        nominalKinds.set(kind, for: hash)
      default: throw row.error(column: 1, "is neither “head” nor “modifier”")
      }
      for flag in row[3].parts(at: ",") where flag != "-" {
        switch flag {
        case "loaded": words.insert(.loaded, for: hash)
        case "irregular": words.insert(.irregular, for: hash)
        case "deed": words.insert(.deed, for: hash)
        case "trailing": words.insert(.trailing, for: hash)
        case "unlearned": break
        case "verbal": words.insert(.verbal, for: hash)
        case "descriptive": words.insert(.descriptive, for: hash)
        default: throw row.error(column: 3, "knows no flag “\(flag)”")
        }
      }
    }
  }

  /// Words that mean persons: of one of them as often what stands behind, "a merchant ship".
  private func readPeople(_ table: DataTable) throws(LineError) {
    let forms: [(classes: WordTable.Classes, kind: ActorKind)] = [
      (.nominalHead, .group), ([.nominalHead, .descriptive], .person),
    ]
    for row in table.rows {
      for (word, form) in zip(row.cells, forms) where word != "-" {
        let hash = Token.hash(of: word)
        words.insert(form.classes, for: hash)
        nominalKinds.set(form.kind, for: hash)
      }
    }
  }

  /// Whether a word with an "s" behind a name is the name's possessive, where a text has lost its apostrophes:
  /// "Syrias", "Daeshs", and not "Brussels" or "Farmers".
  func isOwner(_ stem: String, _ whole: String) -> Bool {
    if words[Token.hash(of: whole)].contains(.nominalHead) { return false }
    if let entry = gazetteer.find(printed: whole),
      !entry.senses.isSubset(of: [.word, .commonWord])
    {
      return false
    }
    if let entry = gazetteer.find(printed: stem),
      !entry.senses.isDisjoint(with: [.country, .capital, .city, .famousSurname])
    {
      return true
    }
    return knownKeys[folding.key(of: NameFolding.words(of: stem)).joined(separator: " ")] != nil
  }

  private func readKnown(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      guard let kind = ActorKind(rawValue: row[1]) else {
        throw row.error(column: 1, "knows no kind “\(row[1])”")
      }
      let index = known.count
      known.append(KnownActor(name: row[0], kind: kind))
      for name in [row[0]] + row[2].parts(at: "|").map(String.init) {
        knownNames.insert(name, value: index)
        let key = folding.key(of: NameFolding.words(of: name)).joined(separator: " ")
        if knownKeys[key] == nil { knownKeys[key] = index }
      }
    }
  }
}
