/// The days and the round of a series that the mentions of a group tell firmly, which say what the
/// group can be joined to.
struct GroupBounds {
  /// The latest first day of any mention, and the earliest last one.
  private var first = Int.min
  private var last = Int.max
  /// 0 where no mention tells a round.
  private var ordinal = 0
  /// Whether no two mentions tell two rounds.
  private var isOneRound = true

  init(of mentions: some Sequence<MentionProfile> = []) {
    for mention in mentions {
      note(ordinal: mention.ordinal)
      guard mention.isFirmlyDated, let days = mention.days else { continue }
      (first, last) = (max(first, days.lowerBound), min(last, days.upperBound))
    }
  }

  private mutating func note(ordinal other: Int) {
    guard other > 0 else { return }
    if ordinal > 0, ordinal != other { isOneRound = false }
    ordinal = other
  }

  func union(_ other: GroupBounds) -> GroupBounds {
    var union = self
    union.isOneRound = isOneRound && other.isOneRound
    union.note(ordinal: other.ordinal)
    (union.first, union.last) = (max(first, other.first), min(last, other.last))
    return union
  }

  /// False where rounds, or days more than so many apart, forbid that all tell one happening: a
  /// chain of next days is no one day.
  func mayBeOne(within gap: Int) -> Bool {
    isOneRound && (first == .min || first - last <= gap)
  }
}
