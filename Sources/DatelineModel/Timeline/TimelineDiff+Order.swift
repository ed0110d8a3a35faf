import EDTF

extension TimelineDiff {
  /// Two happenings that some sides tell in one order, and others in the other.
  public struct Inversion: Hashable, Sendable {
    /// Entries' ids.
    public var first: String
    public var second: String
    /// Who has the first before the second, and who after it; in the order of the sides.
    public var before: [String]
    public var after: [String]

    public init(first: String, second: String, before: [String], after: [String]) {
      self.first = first
      self.second = second
      self.before = before
      self.after = after
    }
  }

  /// Happenings of which more are looked at: whose dates differ are few.
  private static let mostEntries = 2000

  /// The order inversions: only days that reports give and that do not overlap tell an order.
  ///
  /// ```swift
  /// diff.inversions.first?.before  // ["Alpha"]: has the truce before the attack
  /// ```
  public var inversions: [Inversion] {
    let shared = entries.prefix(TimelineDiff.mostEntries).filter { $0.kind == .shared }
    // Where all have one date of the one, nobody can have the other on both sides of it unless its own
    // dates differ.
    let moved = shared.filter { entry in entry.differences.contains { $0.aspect == .date } }
    var found: [Inversion] = []
    var seen: Set<[String]> = []
    for one in moved {
      for other in shared where other.id != one.id {
        guard seen.insert([one.id, other.id].sorted()).inserted else { continue }
        var before: [String] = []
        var after: [String] = []
        for side in sources {
          guard let x = one.reported[side]?.date, let y = other.reported[side]?.date,
            one.reported[side]?.copyOf == nil
          else { continue }
          if let end = x.latest, let start = y.earliest, end < start { before.append(side) }
          if let end = y.latest, let start = x.earliest, end < start { after.append(side) }
        }
        if !before.isEmpty, !after.isEmpty {
          found.append(
            Inversion(first: one.id, second: other.id, before: before, after: after))
        }
      }
    }
    return found
  }
}
