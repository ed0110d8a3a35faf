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
    let told = entries.prefix(TimelineDiff.mostEntries).filter { $0.kind == .shared }
      .map { ToldDays($0, sides: sources) }
    // Where all have one date of the one, nobody can have the other on both sides of it unless its own
    // dates differ.
    let moved = told.indices.filter { told[$0].isMoved }
    var found: [Inversion] = []
    for first in moved {
      for second in told.indices where second != first && told[first].mayCross(told[second]) {
        // Of two that both moved, the one that comes first has been held against the other.
        if second < first, told[second].isMoved { continue }
        let (before, after) = told[first].orders(beside: told[second])
        if before.isEmpty || after.isEmpty { continue }
        found.append(
          Inversion(
            first: told[first].id, second: told[second].id, before: before.map { sources[$0] },
            after: after.map { sources[$0] }))
      }
    }
    return found
  }
}

/// The days on which sides have an entry in their own words.
private struct ToldDays {
  let id: String
  /// Whether they differ.
  let isMoved: Bool
  /// Numbers of the sides, in their order, with days since 1970; nil where an end is open.
  private var days: [(side: Int, first: Int?, last: Int?)] = []
  /// The earliest last day and the latest first one.
  private var least = Int.max
  private var most = Int.min

  init(_ entry: TimelineDiff.Entry, sides: [String]) {
    id = entry.id
    isMoved = entry.differences.contains { $0.aspect == .date }
    for (number, side) in sides.enumerated() {
      guard let report = entry.reported[side], report.copyOf == nil, let date = report.date else {
        continue
      }
      let (first, last) = (date.earliest?.dayNumber, date.latest?.dayNumber)
      days.append((number, first, last))
      if let last { least = min(least, last) }
      if let first { most = max(most, first) }
    }
  }

  /// Whether some side may have it before the other, and some side after it.
  func mayCross(_ other: ToldDays) -> Bool { least < other.most && other.least < most }

  /// The sides that have it wholly before the other, and those that have it wholly after.
  func orders(beside other: ToldDays) -> (before: [Int], after: [Int]) {
    var (before, after): ([Int], [Int]) = ([], [])
    var next = other.days[...]
    for mine in days {
      next = next.drop { $0.side < mine.side }
      guard let theirs = next.first, theirs.side == mine.side else { continue }
      if let end = mine.last, let start = theirs.first, end < start { before.append(mine.side) }
      if let end = theirs.last, let start = mine.first, end < start { after.append(mine.side) }
    }
    return (before, after)
  }
}
