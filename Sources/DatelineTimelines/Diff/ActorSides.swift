import DatelineModel

/// On which side those stand who are described and not named: no source calls "gunmen" what another
/// calls "security forces", nor "women" what another calls "civilians".
struct ActorSides {
  /// By folded word.
  private let sides: [String: String]

  static let shipped = ActorSides(LearnedTable(LearnedTable.builtIn("sides.tsv")))

  init(_ table: LearnedTable) {
    var sides: [String: String] = [:]
    for row in table.rows {
      for word in row[1].split(separator: ",") { sides[String(word)] = String(row[0]) }
    }
    self.sides = sides
  }

  /// Whether two may be one under two names.
  func mayBeOne(_ a: Actor, _ b: Actor) -> Bool {
    guard let x = side(of: a), let y = side(of: b) else { return true }
    return x == y && x != ActorSides.victims
  }

  /// Whether a name is of those whom something befalls: "women" here and "civilians" there are two parts of
  /// them.
  func areVictims(_ name: String) -> Bool { side(named: name) == ActorSides.victims }

  private func side(of actor: Actor) -> String? {
    if actor.isIrregular { return ActorSides.irregular }
    return side(named: actor.name) ?? (actor.kind == .government ? ActorSides.state : nil)
  }

  private func side(named name: String) -> String? {
    let told = FoldedName(name).text.split(separator: " ").compactMap { sides[String($0)] }
    // "Rebel forces", "civilians and troops": what says most comes first.
    return ActorSides.order.first(where: told.contains)
  }

  private static let (state, irregular, victims) = ("state", "irregular", "victims")
  private static let order = [irregular, state, "business", victims]
}
