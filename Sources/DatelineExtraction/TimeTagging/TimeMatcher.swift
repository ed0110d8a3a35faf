/// Finds where the rules of a pack match in a sentence, by descent with a memory.
///
/// A category is tried at a place once; what it finds there is kept for every rule that asks
/// again. Categories begin with no category that begins with them (the tables are checked), so
/// the descent ends.
struct TimeMatcher {
  let rules: TimeRules
  private(set) var tokens: [TimeToken] = []
  private var matches: [Match] = []
  /// For each category and place the newest match; -1 where there is none, -2 where not tried.
  private var memory: [Int32] = []
  /// What each open rule has captured: a word's value or a match's index, by its element.
  private var captures: [Int32] = []
  private(set) var parts: [Part] = []
  /// The text's kind: rules for others do not match.
  var kind: TextKind = []

  struct Match {
    let start: Int
    let end: Int
    let rule: Int
    /// The rule that says most: of rules that only pass on what another finds, that other.
    let origin: Int
    var draft: TimeDraft
    /// The next match of the same category and place.
    let next: Int32
    let parts: Range<Int>
  }

  /// A time expression within a range or list.
  struct Part {
    let tokens: Range<Int>
    let draft: TimeDraft
    let rule: Int
  }

  init(rules: TimeRules) { self.rules = rules }

  mutating func read(_ tokens: [TimeToken]) {
    self.tokens = tokens
    matches.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    captures.removeAll(keepingCapacity: true)
    memory.removeAll(keepingCapacity: true)
    memory.append(
      contentsOf: repeatElement(-2, count: rules.rulesOfCategory.count * tokens.count))
  }

  /// The longest match of the topmost category at a token; the earlier row among equals.
  mutating func longest(at index: Int) -> Match? {
    guard let top = rules.top else { return nil }
    var best: Match?
    var next = find(top, at: index)
    while next >= 0 {
      let match = matches[Int(next)]
      if best.map({ match.end > $0.end }) ?? true { best = match }
      next = match.next
    }
    return best
  }

  private func begins(_ first: [UInt64], _ token: TimeToken) -> Bool {
    if token.digits != 0, first[0] & UInt64(token.digits) != 0 { return true }
    guard token.lexeme != 0 else { return false }
    for reading in rules.lexicon.readings(of: token.lexeme)
    where first[Int(reading.symbol) / 64] & (1 << UInt64(reading.symbol % 64)) != 0 {
      return true
    }
    return false
  }

  private mutating func find(_ category: Int, at index: Int) -> Int32 {
    let place = category * tokens.count + index
    if memory[place] != -2 { return memory[place] }
    memory[place] = -1
    guard begins(rules.firstOfCategory[category], tokens[index]) else { return -1 }
    for rule in rules.rulesOfCategory[category]
    where begins(rules.rules[rule].first, tokens[index]) {
      let kinds = rules.rules[rule].kinds
      if !kinds.isEmpty, kinds.isDisjoint(with: kind) { continue }
      let base = captures.count
      let count = rules.rules[rule].elements.count
      captures.append(contentsOf: repeatElement(Int32.min, count: count))
      advance(rule, 0, at: index, from: index, base: base, place: place)
      captures.removeLast(count)
    }
    return memory[place]
  }

  private mutating func advance(
    _ rule: Int, _ element: Int, at index: Int, from start: Int, base: Int, place: Int
  ) {
    guard element < rules.rules[rule].elements.count else {
      complete(rule, from: start, to: index, base: base, place: place)
      return
    }
    let step = rules.rules[rule].elements[element]
    if index < tokens.count, !step.isGlued || tokens[index].isGlued || index == start {
      switch step.kind {
      case .symbol(let symbol):
        if let value = value(of: tokens[index], as: symbol) {
          captures[base + element] = Int32(clamping: value)
          advance(rule, element + 1, at: index + 1, from: start, base: base, place: place)
          captures[base + element] = .min
        }
      case .category(let category):
        var next = find(category, at: index)
        while next >= 0 {
          let match = matches[Int(next)]
          captures[base + element] = next
          advance(rule, element + 1, at: match.end, from: start, base: base, place: place)
          captures[base + element] = .min
          next = match.next
        }
      }
    }
    if step.isOptional {
      advance(rule, element + 1, at: index, from: start, base: base, place: place)
    }
  }

  private func value(of token: TimeToken, as symbol: TimeLexicon.Symbol) -> Int? {
    if symbol < TimeLexicon.digitSymbols {
      return token.digits & (1 << symbol) != 0 ? Int(token.number) : nil
    }
    return token.lexeme == 0 ? nil : rules.lexicon.value(of: token.lexeme, as: symbol)
  }

  private mutating func complete(
    _ index: Int, from start: Int, to end: Int, base: Int, place: Int
  ) {
    let rule = rules.rules[index]
    guard end > start else { return }
    var next = memory[place]
    while next >= 0 {
      if matches[Int(next)].end == end { return }
      next = matches[Int(next)].next
    }
    for condition in rule.guards where !holds(condition, start..<end) { return }
    var draft = TimeDraft()
    let firstPart = parts.count
    for (offset, element) in rule.elements.enumerated() {
      let captured = captures[base + offset]
      guard captured != .min else { continue }
      switch element.kind {
      case .symbol:
        if let field = element.field, !element.isAssigned { draft[field] = Int(captured) }
      case .category:
        let match = matches[Int(captured)]
        if rule.emitsParts, element.capture == "from" || element.capture == "to" {
          if match.parts.isEmpty {
            parts.append(
              Part(tokens: match.start..<match.end, draft: match.draft, rule: match.rule))
          } else {
            parts.append(contentsOf: parts[match.parts])
          }
        } else if element.capture != nil, !element.isAssigned {
          draft.take(match.draft)
        }
      }
    }
    for assignment in rule.assignments {
      var value = 0
      for term in assignment.terms {
        guard let element = term.element else {
          value += term.factor
          continue
        }
        let captured = captures[base + element]
        guard captured != .min else { continue }
        switch rule.elements[element].kind {
        case .symbol: value += Int(captured) * term.factor
        case .category: value += (matches[Int(captured)].draft[term.source] ?? 0) * term.factor
        }
      }
      draft[assignment.field] = value
    }
    var origin = index
    if rule.elements.count == 1, case .category = rule.elements[0].kind {
      origin = matches[Int(captures[base])].origin
    }
    matches.append(
      Match(
        start: start, end: end, rule: index, origin: origin, draft: draft, next: memory[place],
        parts: firstPart..<parts.count))
    memory[place] = Int32(matches.count - 1)
  }

  // MARK: Conditions

  func isOne(_ index: Int, of symbols: [TimeLexicon.Symbol]) -> Bool {
    tokens.indices.contains(index)
      && symbols.contains { value(of: tokens[index], as: $0) != nil }
  }

  /// The value of a token as a symbol; nil where it is none, or beyond the sentence.
  func value(_ index: Int, as symbol: TimeLexicon.Symbol) -> Int? {
    tokens.indices.contains(index) ? value(of: tokens[index], as: symbol) : nil
  }

  private func holds(_ condition: TimeRule.Guard, _ range: Range<Int>) -> Bool {
    switch condition.kind {
    case .capital: return tokens[range.lowerBound].isCapital
    case .lower: return !tokens[range.lowerBound].isCapital
    case .title: return range.allSatisfy { tokens[$0].isCapital || tokens[$0].lexeme == 0 }
    case .noName:
      // "In late April Soviet forces": what stands before tells that it is a month.
      let isPlain =
        isOne(range.lowerBound - 1, of: [rules.prepmonth])
        && !tokens[range.lowerBound - 1].isCapital
      return isPlain || (!isStranger(range.upperBound) && !isGivenName(range.lowerBound - 1))
    case .next: return isOne(range.upperBound, of: condition.symbols)
    case .previous: return isOne(range.lowerBound - 1, of: condition.symbols)
    case .noNext: return !isOne(range.upperBound, of: condition.symbols)
    case .noPrevious: return !isOne(range.lowerBound - 1, of: condition.symbols)
    case .last: return isOne(range.upperBound - 1, of: condition.symbols)
    case .closed:
      return range.upperBound == tokens.count || tokens[range.upperBound].isPunctuation
    case .starts: return range.lowerBound == 0
    case .ends: return range.upperBound == tokens.count
    case .loose:
      let before = range.lowerBound - 1
      let after = range.upperBound
      let isFreeBefore = before < 0 || !tokens[range.lowerBound].isGlued || !isTight(before)
      let isFreeAfter = after >= tokens.count || !tokens[after].isGlued || !isTight(after)
      return isFreeBefore && isFreeAfter
    }
  }

  /// Digits, words, and marks that tie numbers together when something follows.
  private func isTight(_ index: Int) -> Bool { !tokens[index].isPunctuation }

  /// A capitalised word that is no time itself and does not lead to one.
  private func isStranger(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let token = tokens[index]
    guard token.isCapital, !token.isPunctuation, !token.isGlued else { return false }
    return token.lexeme == 0
      || (!rules.lexicon.isHead(token.lexeme) && !isOne(index, of: [rules.function]))
  }

  /// A sentence begins with a capital letter whatever its word is, so there only unknown ones count.
  private func isGivenName(_ index: Int) -> Bool {
    isStranger(index)
      && (index > 0 || (tokens[index].lexeme == 0 && isOne(index + 1, of: [rules.riskyMonth])))
  }
}
