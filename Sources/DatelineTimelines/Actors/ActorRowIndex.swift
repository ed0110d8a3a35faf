/// The rows of an actor file by the names that they are about, folded once: each new row is held
/// against the few that could say the contrary, however long the file.
struct ActorRowIndex {
  private struct Subject: Hashable {
    var action: ActorFile.Action
    var name: FoldedName
  }

  /// Two names of which a row says that they are one, or two.
  private struct Pair: Hashable {
    var action: ActorFile.Action
    var names: Set<FoldedName>
  }

  /// The first row of its kind about a name.
  private var first: [Subject: ActorFile.Row] = [:]
  /// The line of the first row about two names.
  private var pairs: [Pair: Int] = [:]
  /// Where the merges of a name lead, some steps further at least.
  private var further: [FoldedName: FoldedName] = [:]

  /// Takes a row in; what is wrong with it beside the earlier ones, and nil where nothing is.
  mutating func add(_ row: ActorFile.Row) -> String? {
    let name = FoldedName(row.name)
    let value = FoldedName(row.value)
    if let line = contrary(of: row, name, value) {
      return "says the contrary of line \(line): leave one of them out"
    }
    switch row.action {
    case .merge:
      if end(of: name) == value { return "merges in a circle: leave out one of the rows" }
      further[value] = name
      keep(row, about: value)
      keep(row, pair: [name, value])
    case .split: keep(row, pair: [name, value])
    case .rename, .type, .colour: keep(row, about: name)
    case .initials, .ignore: break
    }
    return nil
  }

  /// The line of the first row that says the contrary.
  private func contrary(of row: ActorFile.Row, _ name: FoldedName, _ value: FoldedName) -> Int? {
    switch row.action {
    case .merge:
      let other = first[Subject(action: .merge, name: value)].flatMap {
        FoldedName($0.name) != name ? $0.line : nil
      }
      return [other, pairs[Pair(action: .split, names: [name, value])]].compactMap(\.self).min()
    case .split: return pairs[Pair(action: .merge, names: [name, value])]
    case .rename, .type, .colour:
      return first[Subject(action: row.action, name: name)].flatMap {
        $0.value != row.value ? $0.line : nil
      }
    case .initials, .ignore: return nil
    }
  }

  private mutating func keep(_ row: ActorFile.Row, about name: FoldedName) {
    let subject = Subject(action: row.action, name: name)
    if first[subject] == nil { first[subject] = row }
  }

  private mutating func keep(_ row: ActorFile.Row, pair names: Set<FoldedName>) {
    let pair = Pair(action: row.action, names: names)
    if pairs[pair] == nil { pairs[pair] = row.line }
  }

  /// Whose name a name gets in the end. Those on the way are led there at once the next time, so that a
  /// chain is not walked link by link for each of its rows.
  private mutating func end(of name: FoldedName) -> FoldedName {
    var end = name
    while let next = further[end] {
      if let second = further[next] { further[end] = second }
      end = next
    }
    return end
  }
}
