extension TimelineDiff {
  /// The figures at the head of a diff.
  public struct Summary: Hashable, Sendable {
    /// Entries that two or more sides tell in their own words.
    public var shared: Int
    /// Entries that one side alone tells, by side.
    public var only: [String: Int]
    /// Differences of kind `conflict` alone, but for those that the reader has settled.
    public var conflicts: [Difference.Aspect: Int]
  }

  public var summary: Summary {
    var summary = Summary(shared: 0, only: [:], conflicts: [:])
    for source in sources { summary.only[source] = 0 }
    for entry in entries {
      if entry.kind == .shared {
        summary.shared += 1
      } else if let teller = sources.first(where: {
        entry.reported[$0].map { $0.copyOf == nil } ?? false
      }) {
        summary.only[teller, default: 0] += 1
      }
      for difference in entry.differences
      where difference.kind == .conflict && difference.resolution == nil {
        summary.conflicts[difference.aspect, default: 0] += 1
      }
    }
    return summary
  }

  /// Whether the sides differ at all, which `diff` tells by its exit status 1.
  public var hasDifferences: Bool {
    // One source alone differs from nobody.
    sources.count > 1 && entries.contains { $0.kind == .only || !$0.differences.isEmpty }
  }
}
