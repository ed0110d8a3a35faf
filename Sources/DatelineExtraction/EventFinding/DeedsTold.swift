import DatelineModel

/// The deeds that a text tells, for what is told around them and not in their own clauses: how many buses there
/// were, who is said to have done it.
struct DeedsTold {
  private let drafts: [EventDraft]
  /// By index into the drafts, in the order of the text.
  private let deeds: [Int]
  /// The deed that the text opens with.
  private let opening: Int?
  /// Where a text tells no deed, how many it harmed.
  private let toll: Int?

  /// As many sentences may lie between a deed and what is told around it.
  private static let reach = 8
  /// The same where the deed is not the news.
  private static let close = 2
  /// So many sentences open a text.
  private static let head = 3

  init(_ drafts: [EventDraft]) {
    self.drafts = drafts
    let deeds = drafts.indices.filter {
      drafts[$0].trigger.isHarmful && drafts[$0].clause.link != .relative
        && !drafts[$0].takesUpDeed && drafts[$0].mention.status != .expected
    }
    self.deeds = deeds
    opening = deeds.first { drafts[$0].mention.sentence < DeedsTold.head }
    toll =
      deeds.isEmpty
      ? drafts.firstIndex { $0.trigger.figure?.isHarm == true && $0.takesCounts } : nil
  }

  /// The deed that a sentence speaks of: the one told last before it, else the one that the text opens with,
  /// by index into the drafts.
  func deed(spokenOfIn sentence: Int) -> Int? {
    // The last one that no later sentence tells.
    var (low, high) = (0, deeds.count)
    while low < high {
      let middle = (low + high) / 2
      if drafts[deeds[middle]].mention.sentence <= sentence {
        low = middle + 1
      } else {
        high = middle
      }
    }
    if low > 0 {
      let last = drafts[deeds[low - 1]]
      let reach = opening != nil && !last.takesCounts ? DeedsTold.close : DeedsTold.reach
      if sentence - last.mention.sentence <= reach { return deeds[low - 1] }
    }
    return opening ?? toll
  }
}

extension EventDraft {
  /// "the attack", of which nothing more is told: one that is told already.
  var takesUpDeed: Bool {
    isDefinite && trigger.isHarmful && timex == nil && mention.figures.isEmpty && !hasOwnPlace
  }
}
