/// A sentence with the triggers, clauses and counts that were found in it.
struct ParsedSentence {
  /// By index in its passage.
  let index: Int
  /// All of it.
  let whole: Range<Int>
  /// What tells the story, without the page's own furniture.
  let told: Range<Int>
  let matches: [TriggerMatch]
  let clauses: [Clause]
  /// The numbers that count something in what is told.
  let counts: [FigureFinder.Count]

  /// The triggers that lie in a range as a whole.
  func matches(in range: Range<Int>) -> [TriggerMatch] {
    matches.filter {
      range.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= range.upperBound
    }
  }

  /// Whether a word stands in a clause that only describes a noun: "the massacre, which left 149 dead".
  func isRelative(_ token: Int) -> Bool {
    clauses.last { $0.range.contains(token) }?.link == .relative
  }

  /// "37 people who were killed when rebels blew up the train and opened fire": told inside of what
  /// describes a noun.
  func hangsOnRelative(_ number: Int) -> Bool {
    var first = number
    while first > 0, clauses[first].link == .coordinate { first -= 1 }
    guard clauses[first].link == .adverbial, first > 0, let group = clauses[number].group else {
      return false
    }
    return clauses[first - 1].link == .relative && group.tense == .past && !group.isPerfect
  }

  /// The clause behind another, nil at the end.
  func clause(after number: Int) -> Clause? {
    number + 1 < clauses.count ? clauses[number + 1] : nil
  }

  /// Whether a clause says what another one tells.
  func reports(_ number: Int) -> Bool { clauses.contains { $0.reporter == number } }

  /// The clause that says what this one tells.
  func reporter(of clause: Clause) -> Clause? {
    guard let reporter = clause.reporter, clauses.indices.contains(reporter) else { return nil }
    return clauses[reporter]
  }

  /// "demanded that Avaria leave": the first of what a clause reports in so many words.
  func content(of number: Int) -> Clause? {
    clauses.first { $0.reporter == number && $0.link == .content }
  }
}
