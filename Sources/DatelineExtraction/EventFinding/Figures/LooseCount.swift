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
  /// What is counted beside a deed is of the deed that its sentence speaks of. A deed of earlier times takes
  /// the counts close to it away with it. Where a text tells no deed, but how many it harmed, the counts stand
  /// beside those.
  mutating func take(_ counts: [LooseCount]) -> [LooseCount] {
    guard !counts.isEmpty else { return [] }
    let deeds = DeedsTold(self)
    var left: [LooseCount] = []
    for count in counts {
      guard let deed = deeds.deed(spokenOfIn: count.sentence) else {
        left.append(count)
        continue
      }
      if self[deed].takesCounts { self[deed].mention.figures.append(count.figure) }
    }
    return left
  }
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
