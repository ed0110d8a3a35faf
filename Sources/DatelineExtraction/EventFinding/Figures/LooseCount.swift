import DatelineModel

/// A count that no clause of a happening takes: "The convoy was carrying at least 5,000 people."
struct LooseCount {
  var figure: Figure
  /// By index in the text.
  var sentence: Int
}

extension [EventDraft] {
  /// Gives the events the counts that stand around them, and answers with those that none takes.
  ///
  /// What is counted beside a deed is of the deed told last before it, else of the one that the text
  /// opens with. A deed of earlier times takes the counts close to it away with it. Where a text tells
  /// no deed, but how many it harmed, the counts stand beside those.
  mutating func take(_ counts: [LooseCount]) -> [LooseCount] {
    guard !counts.isEmpty else { return [] }
    let deeds = indices.filter { self[$0].trigger.isHarmful && self[$0].clause.link != .relative }
    let opening = deeds.first { self[$0].mention.sentence < Self.opening }
    let toll =
      deeds.isEmpty ? firstIndex { $0.trigger.figure?.isHarm == true && $0.takesCounts } : nil
    var left: [LooseCount] = []
    var last = 0
    for count in counts {
      while last < deeds.count, self[deeds[last]].mention.sentence <= count.sentence { last += 1 }
      let before = last > 0 ? deeds[last - 1] : nil
      let near = before.flatMap {
        let reach = opening != nil && !self[$0].takesCounts ? Self.close : Self.reach
        return count.sentence - self[$0].mention.sentence <= reach ? $0 : nil
      }
      guard let deed = near ?? opening ?? toll else {
        left.append(count)
        continue
      }
      if self[deed].takesCounts { self[deed].mention.figures.append(count.figure) }
    }
    return left
  }

  /// As many sentences may lie between a deed and what is counted beside it.
  private static var reach: Int { 8 }
  /// The same where the deed is not the news.
  private static var close: Int { 2 }
  /// So many sentences open a text.
  private static var opening: Int { 3 }
}

extension EventDraft {
  /// Whether what is counted around it can be its own: it is told as done, and as the news.
  var takesCounts: Bool {
    guard !mention.isBackground else { return false }
    switch mention.status {
    case .asserted, .alleged, .denied: return true
    case .expected, .negated, .counterfactual: return false
    }
  }
}
