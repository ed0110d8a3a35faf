import DatelineModel

/// A count that no clause of a happening takes: "The convoy was carrying at least 5,000 people."
struct LooseCount {
  var figure: Figure
  /// By index in the text.
  var sentence: Int
}

extension [EventDraft] {
  /// The events, each with the counts that stand around it.
  ///
  /// What is counted beside a deed is of the deed told last before it, else of the one that the text
  /// opens with. A deed of earlier times takes its counts away with it.
  func with(_ counts: [LooseCount]) -> [EventDraft] {
    guard !counts.isEmpty else { return self }
    var drafts = self
    let deeds = indices.filter { self[$0].trigger.isHarmful && self[$0].clause.link != .relative }
    let opening = deeds.first { drafts[$0].mention.sentence < Self.opening }
    var last = 0
    for count in counts {
      while last < deeds.count, drafts[deeds[last]].mention.sentence <= count.sentence { last += 1 }
      let before = last > 0 ? deeds[last - 1] : nil
      guard
        let deed = before.flatMap({
          count.sentence - drafts[$0].mention.sentence <= Self.reach ? $0 : nil
        }) ?? opening, drafts[deed].takesCounts
      else { continue }
      drafts[deed].mention.figures.append(count.figure)
    }
    return drafts
  }

  /// As many sentences may lie between a deed and what is counted beside it.
  private static var reach: Int { 8 }
  /// So many sentences open a text.
  private static var opening: Int { 3 }
}

extension EventDraft {
  fileprivate var takesCounts: Bool {
    guard !mention.isBackground else { return false }
    switch mention.status {
    case .asserted, .alleged, .denied: return true
    case .expected, .negated, .counterfactual: return false
    }
  }
}
