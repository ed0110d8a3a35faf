import DatelineModel

/// What an article has decided of its names: the strongest decision a string wins, and a surname
/// goes with its full name.
struct NameMemory {
  /// What the decisions for a name weigh, by kind; 0 where none was made.
  private struct Totals {
    private var person: Float = 0
    private var organization: Float = 0
    private var location: Float = 0

    subscript(kind: EntityMention.Kind) -> Float {
      get {
        switch kind {
        case .person: person
        case .organization: organization
        case .location: location
        }
      }
      set {
        switch kind {
        case .person: person = newValue
        case .organization: organization = newValue
        case .location: location = newValue
        }
      }
    }

    var isDivided: Bool {
      (person > 0 ? 1 : 0) + (organization > 0 ? 1 : 0) + (location > 0 ? 1 : 0) > 1
    }
  }

  // By a hash of the name's bytes.
  private var totals: [UInt64: Totals] = [:]
  private var surnames: Set<UInt64> = []

  /// FNV-1a of the bytes of some tokens and of what stands between them.
  private func key(_ tokens: Range<Int>, _ passage: NamePassage) -> UInt64 {
    let span = passage.text.span(of: tokens)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in span.start..<span.end {
      hash = (hash ^ UInt64(passage.text.bytes[position])) &* 0x100_0000_01B3
    }
    return hash
  }

  /// The last token with a capital, and how many there are.
  private func capitals(of run: NameRun, in passage: NamePassage) -> (last: Int, count: Int) {
    var last = run.tokens.lowerBound
    var count = 0
    for token in run.tokens where passage.isCapitalised[token] {
      last = token
      count += 1
    }
    return (last, count)
  }

  mutating func learn(_ runs: [NameRun], in passage: NamePassage) {
    for run in runs {
      totals[key(run.tokens, passage), default: Totals()][run.kind] += run.strength * run.strength
      if run.kind == .person, run.strength >= 2 {
        let words = capitals(of: run, in: passage)
        if words.count >= 2 { surnames.insert(key(words.last..<(words.last + 1), passage)) }
      }
    }
  }

  func revised(_ runs: [NameRun], in passage: NamePassage) -> [NameRun] {
    runs.map { run in
      var run = run
      guard run.known < 0 else { return run }
      let words = capitals(of: run, in: passage)
      if words.count == 1, run.strength < 4, run.kind != .person,
        surnames.contains(key(words.last..<(words.last + 1), passage))
      {
        run.kind = .person
        run.rule = "surname"
        return run
      }
      if let totals = totals[key(run.tokens, passage)], totals.isDivided {
        var best = run.kind
        for kind in [EntityMention.Kind.person, .organization, .location]
        where totals[kind] > totals[best] {
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
