/// Finds where the rules of a pack match in a sentence, by descent with a memory.
///
/// A category is tried at a place once; what it finds there is kept for every rule that asks
/// again. Categories begin with no category that begins with them (the tables are checked), so
/// the descent ends.
struct TimeMatcher {
  let rules: TimeRules
  private let program: TimeProgram
  /// Asked for each word, and so not by way of the rules, nor by a method here: each would be copied.
  private let lexicon: TimeLexicon
  private(set) var tokens: [TimeToken] = []
  /// The words that may stand in a match: the run of pattern words that is being read.
  private var run = 0..<0
  /// By place in the run, and for its end.
  private var views: [View] = []
  /// All that is found in the run, with what each has captured, and what is told by those that were asked.
  private var found: [Found] = []
  private var kept: [Int32] = []
  private var drafts: [TimeDraft] = []
  /// The text's kind: rules for others do not match.
  var kind: TextKind = []

  /// For each token of the run and category the newest match; -1 where there is none, -2 where not
  /// tried. Behind it what each open rule has captured: a word's value or a match's index, by its
  /// step.
  private var room = Room(4096)
  private var memory: UnsafeMutablePointer<Int32>
  private let captures: UnsafeMutablePointer<Int32>
  private let captureRoom = Room(TimeMatcher.captureCount)
  private static let captureCount = 8192
  private var captured = 0

  /// Numbers that sentences use one after another, freed with their last owner.
  private final class Room {
    let numbers: UnsafeMutablePointer<Int32>
    let count: Int
    init(_ count: Int) {
      numbers = .allocate(capacity: count)
      self.count = count
    }
    deinit { numbers.deallocate() }
  }

  /// What a token can begin and stand for, and what those behind it can stand for.
  private struct View {
    let startClass: UInt16
    let here: TimeProgram.Signature
    var behind: TimeProgram.Signature
  }

  /// Words that a rule matches; most are part of nothing, and so what they tell is left for later.
  private struct Found {
    let start: Int32
    let end: Int32
    let rule: Int32
    /// Where its captures begin in ``kept``, a word's value or the place of what was found, by step.
    let captures: Int32
    /// The next of the same category and place, or -1.
    let next: Int32
    /// In ``drafts``, or -1.
    var draft: Int32 = -1
  }

  struct Match {
    let start: Int
    let end: Int
    let rule: Int
    /// The rule that says most: of rules that only pass on what another finds, that other.
    let origin: Int
    let draft: TimeDraft
    /// The ends of a range, or the items of a list.
    let parts: [Part]
  }

  /// A time expression within a range or list.
  struct Part {
    let tokens: Range<Int>
    let draft: TimeDraft
    let rule: Int
  }

  init(rules: TimeRules) {
    self.rules = rules
    program = rules.program
    lexicon = rules.lexicon
    memory = room.numbers
    captures = captureRoom.numbers
    // As much as most sentences need.
    tokens.reserveCapacity(64)
    views.reserveCapacity(16)
    found.reserveCapacity(64)
    kept.reserveCapacity(128)
    drafts.reserveCapacity(16)
  }

  mutating func read(_ sentence: Range<Int>, in text: SegmentedText, _ lexemes: [UInt16]) {
    TimeToken.read(sentence, in: text, lexemes, rules, as: kind, into: &tokens)
    run = 0..<0
  }

  /// The next words that can hold a match, from `index` on: they stand together, every one in
  /// some pattern, up to the last that carries a time. Nil where none are left.
  mutating func nextRun(from index: Int) -> Range<Int>? {
    var start = index
    while start < tokens.count {
      while start < tokens.count, !isPattern(tokens[start]) { start += 1 }
      var end = start
      var lastHead = -1
      while end < tokens.count, isPattern(tokens[end]) {
        if tokens[end].isHead { lastHead = end }
        end += 1
      }
      if lastHead >= 0 {
        open(start..<end)
        return start..<(lastHead + 1)
      }
      start = end
    }
    return nil
  }

  private mutating func open(_ run: Range<Int>) {
    self.run = run
    views.removeAll(keepingCapacity: true)
    for token in tokens[run] {
      let startClass = program.startClass(lexeme: token.lexeme, digits: token.digits)
      views.append(
        View(
          startClass: startClass, here: program.signature(of: startClass), behind: TimeProgram.end))
    }
    views.append(View(startClass: 0, here: TimeProgram.end, behind: TimeProgram.end))
    for place in (0..<run.count).reversed() {
      views[place].behind = views[place + 1].here | views[place + 1].behind
    }
    let count = run.count * program.categoryCount
    if count > room.count {
      room = Room(count * 2)
      memory = room.numbers
    }
    memory.update(repeating: -2, count: count)
    captured = 0
    found.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    drafts.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private func isPattern(_ token: TimeToken) -> Bool {
    token.digits != 0 || program.isPattern(token.lexeme)
  }

  /// The longest match of the topmost category at a token.
  mutating func longest(at index: Int) -> Match? {
    guard let top = rules.top else { return nil }
    var best = find(top, at: index)
    guard best >= 0 else { return nil }
    var next = found[Int(best)].next
    while next >= 0 {
      if found[Int(next)].end > found[Int(best)].end { best = next }
      next = found[Int(next)].next
    }
    let match = found[Int(best)]
    return Match(
      start: Int(match.start), end: Int(match.end), rule: Int(match.rule),
      origin: origin(of: match),
      draft: draft(of: Int(best)), parts: parts(of: match))
  }

  /// The newest of a category at a token, or -1; what was looked for once is known.
  @inline(__always)
  private mutating func find(_ category: Int, at index: Int) -> Int32 {
    let place = (index - run.lowerBound) * program.categoryCount + category
    let known = memory[place]
    return known != -2 ? known : search(category, at: index, place: place)
  }

  private mutating func search(_ category: Int, at index: Int, place: Int) -> Int32 {
    memory[place] = -1
    let view = views[index - run.lowerBound]
    let starters = program.rules(of: category, beginning: view.startClass)
    if starters.isEmpty { return -1 }
    let second = views[index + 1 - run.lowerBound].here
    for starter in starters {
      guard let rule = program.rule(starter, before: second) else { continue }
      let pattern = program.patterns[Int(rule)]
      if pattern.needed & view.behind == .zero { continue }
      if !pattern.kinds.isEmpty, pattern.kinds.isDisjoint(with: kind) { continue }
      let base = captured
      let count = Int(pattern.count)
      // Rules nest no deeper than the table lets categories begin one another.
      guard base + count <= TimeMatcher.captureCount else { continue }
      captured += count
      advance(Int(rule), 0, at: index, from: index, base: base, place: place)
      captured -= count
    }
    return memory[place]
  }

  /// Takes a rule's steps from `element` on in every way in which the words from `index` on can be
  /// taken, of which the first is one that the step expects.
  private mutating func advance(
    _ rule: Int, _ element: Int, at index: Int, from start: Int, base: Int, place: Int
  ) {
    let pattern = program.patterns[rule]
    let steps = program.steps + Int(pattern.first)
    var index = index
    for element in element..<Int(pattern.count) {
      let step = steps[element]
      let expected = steps[element + 1].expected
      let isHere =
        index < run.upperBound && (!step.isGlued || tokens[index].isGlued || index == start)
      if step.isCategory {
        var next = isHere ? find(Int(step.target), at: index) : -1
        while next >= 0 {
          let end = Int(found[Int(next)].end)
          if mayStand(expected, at: end) {
            captures[base + element] = next
            advance(rule, element + 1, at: end, from: start, base: base, place: place)
          }
          next = found[Int(next)].next
        }
      } else if isHere, let value = lexicon.value(of: tokens[index], as: step.target) {
        let isExpected = mayStand(expected, at: index + 1)
        captures[base + element] = Int32(clamping: value)
        if !step.isOptional {
          guard isExpected else { return }
          index += 1
          continue
        }
        if isExpected {
          advance(rule, element + 1, at: index + 1, from: start, base: base, place: place)
        }
      }
      guard step.isOptional, mayStand(expected, at: index) else { return }
      captures[base + element] = .min
    }
    complete(rule, from: start, to: index, base: base, place: place)
  }

  @inline(__always)
  private func mayStand(_ expected: TimeProgram.Signature, at index: Int) -> Bool {
    expected & views[index - run.lowerBound].here != .zero
  }

  private mutating func complete(
    _ index: Int, from start: Int, to end: Int, base: Int, place: Int
  ) {
    guard end > start else { return }
    // The earlier row among equals.
    var next = memory[place]
    while next >= 0 {
      if found[Int(next)].end == Int32(end) { return }
      next = found[Int(next)].next
    }
    let rule = rules.rules[index]
    // By their places: no condition is copied to look at it.
    for order in rule.guards.indices where !holds(rule.guards[order], start..<end) { return }
    found.append(
      Found(
        start: Int32(start), end: Int32(end), rule: Int32(index), captures: Int32(kept.count),
        next: memory[place]))
    kept.append(
      contentsOf: UnsafeBufferPointer(start: captures + base, count: rule.elements.count))
    memory[place] = Int32(found.count - 1)
  }

  // MARK: What a match tells

  private func origin(of match: Found) -> Int {
    var match = match
    while true {
      let elements = rules.rules[Int(match.rule)].elements
      guard elements.count == 1, case .category = elements[0].kind else { return Int(match.rule) }
      match = found[Int(kept[Int(match.captures)])]
    }
  }

  /// What the words at a place of ``found`` tell; worked out once.
  private mutating func draft(of place: Int) -> TimeDraft {
    let match = found[place]
    if match.draft >= 0 { return drafts[Int(match.draft)] }
    let rule = rules.rules[Int(match.rule)]
    var draft = TimeDraft()
    // By their places: no step is copied to look at it.
    for offset in rule.elements.indices {
      let captured = kept[Int(match.captures) + offset]
      guard captured != .min else { continue }
      switch rule.elements[offset].kind {
      case .symbol:
        if let field = rule.elements[offset].field, !rule.elements[offset].isAssigned {
          draft[field] = Int(captured)
        }
      case .category:
        // The ends of a range tell their own.
        if !rule.elements[offset].isEnd, rule.elements[offset].isTaken {
          draft.take(self.draft(of: Int(captured)))
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
        let captured = kept[Int(match.captures) + element]
        guard captured != .min else { continue }
        switch rule.elements[element].kind {
        case .symbol: value += Int(captured) * term.factor
        case .category:
          value += (self.draft(of: Int(captured))[term.source] ?? 0) * term.factor
        }
      }
      draft[assignment.field] = value
    }
    found[place].draft = Int32(drafts.count)
    drafts.append(draft)
    return draft
  }

  private mutating func parts(of match: Found) -> [Part] {
    let rule = rules.rules[Int(match.rule)]
    guard rule.emitsParts else { return [] }
    var parts: [Part] = []
    for offset in rule.elements.indices where rule.elements[offset].isEnd {
      let captured = Int(kept[Int(match.captures) + offset])
      guard captured >= 0, case .category = rule.elements[offset].kind else { continue }
      let end = found[captured]
      let inner = self.parts(of: end)
      parts +=
        inner.isEmpty
        ? [
          Part(
            tokens: Int(end.start)..<Int(end.end), draft: draft(of: captured), rule: Int(end.rule))
        ] : inner
    }
    return parts
  }

  // MARK: Conditions

  func isOne(_ index: Int, of symbols: [TimeLexicon.Symbol]) -> Bool {
    tokens.indices.contains(index)
      && symbols.contains { lexicon.value(of: tokens[index], as: $0) != nil }
  }

  func isOne(_ index: Int, _ symbol: TimeLexicon.Symbol) -> Bool {
    value(index, as: symbol) != nil
  }

  /// The value of a token as a symbol; nil where it is none, or beyond the sentence.
  func value(_ index: Int, as symbol: TimeLexicon.Symbol) -> Int? {
    tokens.indices.contains(index) ? lexicon.value(of: tokens[index], as: symbol) : nil
  }

  private func holds(_ condition: TimeRule.Guard, _ range: Range<Int>) -> Bool {
    switch condition.kind {
    case .capital: return tokens[range.lowerBound].isCapital
    case .lower: return !tokens[range.lowerBound].isCapital
    case .title:
      // "Mother's Day", "Martin Luther King Jr. Day": marks and the possessive have no case.
      return range.allSatisfy {
        tokens[$0].isCapital || tokens[$0].lexeme == 0 || tokens[$0].isPunctuation
          || isOne($0, rules.possessive)
      }
    case .noName:
      // "In late April Soviet forces": what stands before tells that it is a month.
      let isPlain =
        isOne(range.lowerBound - 1, rules.prepmonth)
        && (range.lowerBound == 1 || !tokens[range.lowerBound - 1].isCapital)
      return isPlain || (!isStranger(range.upperBound) && !isGivenName(range.lowerBound - 1))
    case .surname: return isStranger(range.upperBound)
    case .quoted: return range.count > 1 && isQuoted(range)
    case .next: return isOne(range.upperBound, of: condition.symbols)
    case .previous: return isOne(range.lowerBound - 1, of: condition.symbols)
    case .noNext:
      // "for years - that is": a dash that stands apart ties nothing.
      return !isOne(range.upperBound, of: condition.symbols) || isApart(range.upperBound)
    case .noPrevious: return !isOne(range.lowerBound - 1, of: condition.symbols)
    case .last: return isOne(range.upperBound - 1, of: condition.symbols)
    case .closed:
      return range.upperBound == tokens.count || tokens[range.upperBound].isPunctuation
    case .year: return isYear(range)
    case .numbers:
      return tokens[range].lazy.filter { $0.digits != 0 }.map(\.number)
        .elementsEqual(condition.numbers)
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

  /// A mark with a space before it.
  private func isApart(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isPunctuation && !tokens[index].isGlued
  }

  /// See ``TimeRule/Guard/Kind/year``.
  private func isYear(_ range: Range<Int>) -> Bool {
    let last = tokens[range.upperBound - 1]
    if last.digits == 0 { return true }
    if last.number > 2100 || isClockOfStamp(range) { return false }
    guard range.count == 1, !(1900...2029).contains(last.number) else { return true }
    if range.lowerBound == 0 { return false }
    // "a mile from the coast 1723 The minister said": a line has lost its end.
    let goesOn = range.upperBound < tokens.count && tokens[range.upperBound].isCapital
    return !goesOn || isOne(range.lowerBound - 1, rules.function)
  }

  /// "Middle East 1735 15.04.2017": the clock of a page's stamp, whose colon is lost.
  private func isClockOfStamp(_ range: Range<Int>) -> Bool {
    let start = range.upperBound
    guard range.count == 1, start + 4 < tokens.count, tokens[range.lowerBound].length == 4,
      !tokens[start].isGlued
    else { return false }
    // 15 . 04 . 2017, without a space between.
    return (start..<start + 5).allSatisfy { index in
      let isMark = (index - start) % 2 == 1
      return (isMark ? tokens[index].isPunctuation : tokens[index].digits != 0)
        && (index == start || tokens[index].isGlued)
    } && tokens[start + 4].length == 4
  }

  /// “This Week” and “This Week,” alike: a mark may stand before the closing quote.
  private func isQuoted(_ range: Range<Int>) -> Bool {
    var after = range.upperBound
    guard isOne(range.lowerBound - 1, rules.quoteMark), after < tokens.count else {
      return false
    }
    if tokens[after].isPunctuation, !isOne(after, rules.quoteMark) { after += 1 }
    return isOne(after, rules.quoteMark)
  }

  /// Digits and words; the possessive leaves what it stands behind whole.
  private func isTight(_ index: Int) -> Bool {
    !tokens[index].isPunctuation && !isOne(index, rules.possessive)
  }

  /// A capitalised word that is no time itself and does not lead to one.
  private func isStranger(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    let token = tokens[index]
    guard token.isCapital, !token.isPunctuation, !token.isGlued else { return false }
    return token.lexeme == 0
      || (!rules.lexicon.isHead(token.lexeme) && !isOne(index, rules.function))
  }

  /// A sentence begins with a capital letter whatever its word is, so there only unknown ones count.
  private func isGivenName(_ index: Int) -> Bool {
    // "Mr. May".
    let title =
      index > 0 && tokens[index].isPunctuation && tokens[index].isGlued ? index - 1 : index
    if isOne(title, rules.honorific), tokens[title].isCapital { return true }
    return isSurnamed(index)
  }

  private func isSurnamed(_ index: Int) -> Bool {
    isStranger(index)
      && (index > 0
        || tokens[index].lexeme == 0
          && (isOne(index + 1, rules.riskyMonth) || opensClause(index + 1)))
  }

  /// Whether a word in lower case follows: "Angelina June was arrested".
  private func opensClause(_ index: Int) -> Bool {
    month(index) != nil && index + 1 < tokens.count && !tokens[index + 1].isCapital
      && !tokens[index + 1].isPunctuation && tokens[index + 1].digits == 0
  }

  /// The month that a token spells out.
  private func month(_ index: Int) -> Int? {
    value(index, as: rules.plainMonth) ?? value(index, as: rules.riskyMonth)
  }

  /// The month at a token that is a person's name there: "Theresa May", "April Jones".
  func namesake(_ index: Int) -> Int? {
    guard tokens[index].isCapital, let month = month(index),
      index + 1 == tokens.count || tokens[index + 1].digits == 0,
      !isOne(index - 1, rules.prepmonth), isStranger(index + 1) || isGivenName(index - 1)
    else { return nil }
    return month
  }
}
