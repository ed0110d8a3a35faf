import DatelineModel
import EDTF

/// The years of a narrative's dates that tell none, chosen so that the story as a whole goes
/// forward with the least leaps between the dates that tell theirs.
struct StoryYears {
  /// By the mention's place among the article's.
  private(set) var years: [Int: Int] = [:]

  /// A date in the order of the story.
  private struct Step {
    let index: Int
    /// The years that it can lie in; one where it tells its own.
    var years: [Int]
    /// Counted from the year before: "the following year".
    var shift: Int?
    /// The first day of the year that it covers, from 0.
    let first: Int
    /// The last day of a year that stands alone, else the first again.
    let edge: Int
    let isTold: Bool
  }

  init(of mentions: [TimeMention]) {
    var steps: [Step] = []
    for (index, mention) in mentions.enumerated() {
      guard let step = StoryYears.step(mention, index) else { continue }
      // "Accepted what it had asked for a year before, and on 20 August": the story goes on from where
      // it was, and not from what it looks back at; but "a year before, in May".
      let next = index + 1 < mentions.count ? mentions[index + 1] : nil
      let isBeside =
        next.map {
          $0.sentence == mention.sentence
            && $0.span.start - mention.span.end <= StoryYears.beside
        } ?? false
      if (step.shift ?? 0) >= 0 || isBeside { steps.append(step) }
    }
    guard let start = steps.firstIndex(where: \.isTold) else { return }
    var told = steps[start].years[0]
    var coming: [Int] = Array(repeating: told, count: steps.count)
    for index in steps.indices.reversed() {
      if steps[index].isTold { told = steps[index].years[0] }
      coming[index] = told
    }
    told = steps[start].years[0]
    for index in steps.indices {
      if steps[index].isTold {
        told = steps[index].years[0]
      } else {
        let next = coming[index]
        steps[index].years = Set([told - 1, told, told + 1, told + 2, next - 1, next, next + 1])
          .sorted()
      }
    }
    choose(steps)
  }

  /// As many bytes may stand between a look back and the month that is told of it.
  static let beside = 8

  private static func step(_ mention: TimeMention, _ index: Int) -> Step? {
    let draft = mention.draft
    guard draft[.calendar] == nil, !draft.has(.ref), !draft.has(.set), !draft.has(.decade),
      !draft.has(.century), !mention.inTitle
    else { return nil }
    let isTold = draft.has(.year)
    let years = draft[.year].map { [draft[.era] == 1 ? 1 - $0 : $0] } ?? []
    if let month = draft[.month], (1...12).contains(month), !draft.has(.direction),
      isTold || !draft.has(.unit)
    {
      let first = (month - 1) * 30 + (draft[.day] ?? 1)
      return Step(index: index, years: years, first: first, edge: first, isTold: isTold)
    }
    // A season without a year keeps to the date told before it, and leads the story nowhere.
    if let part = draft[.season], !draft.has(.direction), isTold {
      return Step(
        index: index, years: years, first: part * 90 + 60, edge: part * 90 + 60, isTold: true)
    }
    if isTold, !draft.has(.unit) {
      return Step(index: index, years: years, first: 1, edge: 365, isTold: true)
    }
    if draft[.unit].map({ TimeName.units[$0] == "year" }) ?? false, draft[.base] == 1,
      let count = draft[.count]
    {
      return Step(
        index: index, years: [], shift: count, first: 1, edge: 365, isTold: false)
    }
    return nil
  }

  /// The cheapest way through all steps, found from the first to the last.
  private mutating func choose(_ steps: [Step]) {
    var costs: [[Int]] = []
    var origins: [[Int]] = []
    for (index, step) in steps.enumerated() {
      guard index > 0 else {
        costs.append(step.years.map { _ in 0 })
        origins.append(step.years.map { _ in 0 })
        continue
      }
      let before = steps[index - 1]
      var row: [Int] = []
      var origin: [Int] = []
      for year in step.years {
        var best = Int.max
        var from = 0
        for (place, earlier) in before.years.enumerated() where costs[index - 1][place] != .max {
          let cost =
            costs[index - 1][place]
            + StoryYears.cost(from: before, in: earlier, to: step, in: year)
          if cost < best {
            best = cost
            from = place
          }
        }
        row.append(best)
        origin.append(from)
      }
      costs.append(row)
      origins.append(origin)
    }
    guard let final = costs.last, var place = final.indices.min(by: { final[$0] < final[$1] })
    else { return }
    for index in steps.indices.reversed() {
      years[steps[index].index] = steps[index].years[place]
      place = origins[index][place]
    }
  }

  /// Days forward, or half as many again backward; within a year that was told alone, none. A
  /// date that tells its year may begin another part of the story, so a leap to it costs little.
  private static func cost(from: Step, in before: Int, to: Step, in year: Int) -> Int {
    if let shift = to.shift { return year == before + shift ? 0 : 5000 }
    let limit = to.isTold ? 500 : 5000
    let (first, last) = (year * 365 + to.first, year * 365 + to.edge)
    let (start, end) = (before * 365 + from.first, before * 365 + from.edge)
    if first > end {
      // Leaving a year that was told alone is a leap of its own, a wider one where it was just come to.
      let leap = from.edge > from.first ? from.shift == nil ? 100 : 300 : 0
      return min(first - end + leap, limit)
    }
    return last < start ? min((start - last) * 3 / 2, limit) : 0
  }
}
