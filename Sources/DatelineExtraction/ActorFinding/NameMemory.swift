import DatelineModel

/// What an article has decided of its names: the strongest decision a string wins, and a surname
/// goes with its full name.
struct NameMemory {
  private var totals: [String: [EntityMention.Kind: Float]] = [:]
  private var surnames: Set<String> = []

  private func key(_ run: NameRun, _ passage: NamePassage) -> String {
    passage.text.string(passage.text.span(of: run.tokens))
  }

  mutating func learn(_ runs: [NameRun], in passage: NamePassage) {
    for run in runs {
      let name = key(run, passage)
      totals[name, default: [:]][run.kind, default: 0] += run.strength * run.strength
      if run.kind == .person, run.strength >= 2 {
        let words = run.tokens.filter { passage.isCapitalised[$0] }
        if words.count >= 2, let last = words.last {
          surnames.insert(passage.text.string(passage.text.tokens[last]))
        }
      }
    }
  }

  func revised(_ runs: [NameRun], in passage: NamePassage) -> [NameRun] {
    runs.map { run in
      var run = run
      guard run.known < 0 else { return run }
      let words = run.tokens.filter { passage.isCapitalised[$0] }
      if words.count == 1, run.strength < 4, run.kind != .person,
        surnames.contains(passage.text.string(passage.text.tokens[words[0]]))
      {
        run.kind = .person
        run.rule = "surname"
        return run
      }
      if let totals = totals[key(run, passage)], totals.count > 1 {
        var best = run.kind
        for kind in [EntityMention.Kind.person, .organization, .location]
        where totals[kind] ?? 0 > totals[best] ?? 0 {
          best = kind
        }
        if best != run.kind {
          run.kind = best
          run.rule = "memory"
        }
      }
      return run
    }
  }
}
