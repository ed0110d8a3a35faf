/// The days and the round of a series that the mentions of a group tell firmly, which say what the
/// group can be joined to.
struct GroupBounds {
  /// The latest first day of any mention, and the earliest last one.
  private var first = Int.min
  private var last = Int.max
  /// The same of all days, told or inherited.
  private var outerFirst = Int.min
  private var outerLast = Int.max
  /// The first day on which any of its mentions was told as done.
  private var toldBy = Int.max
  /// 0 where no mention tells a round.
  private var ordinal = 0
  /// Whether no two mentions tell two rounds.
  private var isOneRound = true

  init(of mentions: some Sequence<MentionProfile> = []) {
    for mention in mentions {
      note(ordinal: mention.ordinal)
      if let day = mention.toldBy { toldBy = min(toldBy, day) }
      guard let days = mention.days else { continue }
      (outerFirst, outerLast) = (
        max(outerFirst, days.lowerBound), min(outerLast, days.upperBound)
      )
      guard mention.isFirmlyDated else { continue }
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
    (union.outerFirst, union.outerLast) = (
      max(outerFirst, other.outerFirst), min(outerLast, other.outerLast)
    )
    union.toldBy = min(toldBy, other.toldBy)
    return union
  }

  /// A count of the dead strays by days, and not by weeks.
  private static let straying = 14

  /// False where rounds, or days more than so many apart, forbid that all tell one happening: a
  /// chain of next days is no one day.
  func mayBeOne(within gap: Int) -> Bool {
    isOneRound && (first == .min || first - last <= gap)
      // Nobody tells what is still to come; a day may lie between two clocks.
      && (toldBy == .max || first <= toldBy + 1)
      && (outerFirst == .min || outerFirst - outerLast <= GroupBounds.straying)
  }
}
