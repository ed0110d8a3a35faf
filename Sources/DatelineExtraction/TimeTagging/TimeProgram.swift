/// The patterns of a pack's rules laid out flat, and which of them each word can begin.
///
/// Most words of a text begin no pattern; a table by word and category tells at once which rules
/// are worth trying, so that the others are never looked at.
final class TimeProgram: @unchecked Sendable {
  /// One step of a pattern.
  struct Step {
    /// A symbol, or the number of a category.
    let target: UInt16
    let isCategory: Bool
    let isOptional: Bool
    let isGlued: Bool
    /// What can stand here: this step, or a later one where it may be left out. Anything where the
    /// match may end before it.
    let expected: Signature
  }

  /// The steps of a rule among all steps, behind which comes one that expects anything.
  struct Pattern {
    let first: Int32
    let count: Int32
    let kinds: TextKind
    /// Of what must stand somewhere behind the first word, the step with the fewest choices.
    let needed: Signature
  }

  let steps: UnsafeMutablePointer<Step>
  let patterns: UnsafeMutablePointer<Pattern>
  let categoryCount: Int
  /// The class of a word, by its lexeme.
  private let wordClasses: UnsafeMutablePointer<UInt16>
  /// The class of digits, by their mask.
  private let digitClasses: UnsafeMutablePointer<UInt16>
  /// For each class and category the place of its first rule; one more at the end.
  private let offsets: UnsafeMutablePointer<UInt32>
  private let starters: UnsafeMutablePointer<UInt16>
  /// Of each starter the words that can come second, as a signature.
  private let seconds: UnsafeMutablePointer<Signature>
  /// What a class of words can stand for, as a signature.
  private let signatures: UnsafeMutablePointer<Signature>

  /// A set of symbols in 128 bits: two symbols may share one, so that it never lacks a member.
  typealias Signature = SIMD2<UInt64>
  /// Where no word follows; shared with no symbol.
  static let end = Signature(1, 0)

  private static func signature(_ symbol: Int) -> Signature {
    let bit = symbol % 127 + 1
    return bit < 64 ? Signature(1 << UInt64(bit), 0) : Signature(0, 1 << UInt64(bit - 64))
  }

  private static let anything = Signature(repeating: .max)

  /// Behind a whole match anything may follow.
  private static func orAnything(_ set: Signature) -> Signature {
    set & end == .zero ? set : anything
  }

  init(_ rules: [TimeRule], byCategory rulesOfCategory: [[Int]], lexicon: TimeLexicon) {
    var steps: [Step] = []
    var patterns: [Pattern] = []
    var used = Array(repeating: false, count: lexicon.symbolCount)
    var pairs = Pairs(rules, byCategory: rulesOfCategory)
    for rule in rules {
      patterns.append(
        Pattern(
          first: Int32(steps.count), count: Int32(rule.elements.count), kinds: rule.kinds,
          needed: pairs.needed(rule.elements)))
      for (index, element) in rule.elements.enumerated() {
        let (target, isCategory): (UInt16, Bool) =
          switch element.kind {
          case .symbol(let symbol): (symbol, false)
          case .category(let category): (UInt16(category), true)
          }
        if !isCategory { used[Int(target)] = true }
        steps.append(
          Step(
            target: target, isCategory: isCategory, isOptional: element.isOptional,
            isGlued: element.isGlued,
            expected: TimeProgram.orAnything(pairs.first(rule.elements[index...]))))
      }
      steps.append(
        Step(
          target: 0, isCategory: false, isOptional: true, isGlued: false,
          expected: TimeProgram.anything))
    }
    categoryCount = rulesOfCategory.count

    // Words that can stand for the same begin the same: one class. Class 0 begins nothing.
    var classes: [[Int]] = [[]]
    var classOf: [[Int]: UInt16] = [[]: 0]
    func number(_ symbols: [Int]) -> UInt16 {
      let symbols = symbols.filter { used[$0] }.sorted()
      if let known = classOf[symbols] { return known }
      let number = UInt16(classes.count)
      classOf[symbols] = number
      classes.append(symbols)
      return number
    }
    let wordClass = (0..<lexicon.lexemeCount).map { lexeme in
      number(lexicon.readings(of: UInt16(lexeme)).map { Int($0.symbol) })
    }
    var masks: Set<UInt16> = []
    for count in 1...8 {
      for value in 0..<(count < 4 ? 1000 : count == 4 ? 10_000 : 0) {
        masks.insert(TimeLexicon.Digits.mask(value: value, count: count))
      }
      for value in [0, 11_999, 311_999, 990_000] {
        masks.insert(TimeLexicon.Digits.mask(value: value, count: count))
      }
    }
    var digitClass = Array(repeating: UInt16(0), count: 1 << 16)
    for mask in masks.sorted() {
      digitClass[Int(mask)] = number((0..<16).filter { mask & (1 << UInt16($0)) != 0 })
    }
    let rulesOfSymbol = TimeProgram.rulesBySymbol(rules, count: lexicon.symbolCount)
    var offsets: [UInt32] = []
    var starters: [UInt16] = []
    var seconds: [Signature] = []
    var signatures: [Signature] = []
    offsets.reserveCapacity(classes.count * rulesOfCategory.count + 1)
    for symbols in classes {
      signatures.append(symbols.reduce(into: .zero) { $0 |= TimeProgram.signature($1) })
      // By category, and in the order of the table within it.
      var begun = symbols.flatMap { rulesOfSymbol[$0] }
      begun.sort()
      var next = begun.startIndex
      for category in rulesOfCategory.indices {
        offsets.append(UInt32(starters.count))
        while next < begun.endIndex, begun[next] >> TimeProgram.rank == category {
          let rule = begun[next] & ((1 << TimeProgram.rank) - 1)
          repeat { next += 1 } while next < begun.endIndex && begun[next] == begun[next - 1]
          starters.append(UInt16(rule))
          let first = rules[rule].first
          let set = symbols.reduce(into: Signature.zero) {
            guard first[$1 / 64] >> UInt64($1 % 64) & 1 != 0 else { return }
            $0 |= pairs.ofRule[rule][$1] ?? .zero
          }
          seconds.append(TimeProgram.orAnything(set))
        }
      }
    }
    offsets.append(UInt32(starters.count))

    self.steps = TimeProgram.copy(steps)
    self.patterns = TimeProgram.copy(patterns)
    wordClasses = TimeProgram.copy(wordClass)
    digitClasses = TimeProgram.copy(digitClass)
    self.offsets = TimeProgram.copy(offsets)
    self.starters = TimeProgram.copy(starters)
    self.seconds = TimeProgram.copy(seconds)
    self.signatures = TimeProgram.copy(signatures)
  }

  /// A rule's place in the order by category and then by row: its category stands above so many bits.
  private static let rank = 32

  /// Of each symbol the rules that it can begin, by their rank: few, so that no word is held against every
  /// rule.
  private static func rulesBySymbol(_ rules: [TimeRule], count: Int) -> [[Int]] {
    var all = Array(repeating: [Int](), count: count)
    for (index, rule) in rules.enumerated() {
      for (word, bits) in rule.first.enumerated() {
        var rest = bits
        while rest != 0 {
          all[word * 64 + rest.trailingZeroBitCount].append(
            rule.category << TimeProgram.rank | index)
          rest &= rest &- 1
        }
      }
    }
    return all
  }

  /// Which symbols can come second behind each that can come first, by rule: a rule that two words
  /// can begin needs no look at a third where the second is none of them.
  private struct Pairs {
    /// By the first symbol; with ``TimeProgram/end`` where that can be the whole match.
    private(set) var ofRule: [[Int: Signature]]
    private var ofCategory: [[Int: Signature]?]
    /// What each category can begin with.
    private var firstOfCategory: [Signature]
    private let rules: [TimeRule]
    private let rulesOfCategory: [[Int]]

    init(_ rules: [TimeRule], byCategory rulesOfCategory: [[Int]]) {
      self.rules = rules
      self.rulesOfCategory = rulesOfCategory
      ofRule = Array(repeating: [:], count: rules.count)
      ofCategory = Array(repeating: nil, count: rulesOfCategory.count)
      firstOfCategory = Array(repeating: .zero, count: rulesOfCategory.count)
      for category in rulesOfCategory.indices { _ = pairs(category) }
    }

    /// Categories begin with none that begins with them, so this ends.
    private mutating func pairs(_ category: Int) -> [Int: Signature] {
      if let known = ofCategory[category] { return known }
      var all: [Int: Signature] = [:]
      for rule in rulesOfCategory[category] {
        let elements = rules[rule].elements
        var own: [Int: Signature] = [:]
        for (index, element) in elements.enumerated() {
          let rest = first(elements[(index + 1)...])
          switch element.kind {
          case .symbol(let symbol): own[Int(symbol), default: .zero] |= rest
          case .category(let other):
            for (symbol, seconds) in pairs(other) {
              // Behind a lone word of the category comes what follows the category.
              let isLone = seconds & TimeProgram.end != .zero
              own[symbol, default: .zero] |=
                isLone ? (seconds & ~TimeProgram.end) | rest : seconds
            }
          }
          if !element.isOptional { break }
        }
        ofRule[rule] = own
        all.merge(own) { $0 | $1 }
      }
      ofCategory[category] = all
      for symbol in all.keys { firstOfCategory[category] |= TimeProgram.signature(symbol) }
      return all
    }

    /// What can come first of the rest of a pattern, and the end where all of it may be left out.
    mutating func first(_ rest: ArraySlice<TimeRule.Element>) -> Signature {
      var all = Signature.zero
      for element in rest {
        switch element.kind {
        case .symbol(let symbol): all |= TimeProgram.signature(Int(symbol))
        case .category(let category):
          if ofCategory[category] == nil { _ = pairs(category) }
          all |= firstOfCategory[category]
        }
        if !element.isOptional { return all }
      }
      return all | TimeProgram.end
    }

    mutating func needed(_ elements: [TimeRule.Element]) -> Signature {
      func count(_ set: Signature) -> Int { set.x.nonzeroBitCount + set.y.nonzeroBitCount }
      // The first of them can be the first word.
      return elements.filter { !$0.isOptional }.dropFirst().map { first([$0]) }
        .min { count($0) < count($1) } ?? TimeProgram.anything
    }
  }

  private static func copy<Value: BitwiseCopyable>(
    _ values: [Value]
  ) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    values.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { pointer.initialize(from: start, count: buffer.count) }
    }
    return pointer
  }

  deinit {
    steps.deallocate()
    patterns.deallocate()
    wordClasses.deallocate()
    digitClasses.deallocate()
    offsets.deallocate()
    starters.deallocate()
    seconds.deallocate()
    signatures.deallocate()
  }

  /// Whether a word stands in any pattern.
  @inline(__always)
  func isPattern(_ lexeme: UInt16) -> Bool { wordClasses[Int(lexeme)] != 0 }

  /// What a token can begin: its class for ``rules(of:beginning:)``.
  @inline(__always)
  func startClass(lexeme: UInt16, digits: UInt16) -> UInt16 {
    digits != 0 ? digitClasses[Int(digits)] : wordClasses[Int(lexeme)]
  }

  /// The rules of a category that a token of a class can begin, in the order of the table: their
  /// places for ``rule(_:before:)``.
  @inline(__always)
  func rules(of category: Int, beginning startClass: UInt16) -> Range<Int> {
    let place = Int(startClass) * categoryCount + category
    return Int(offsets[place])..<Int(offsets[place + 1])
  }

  /// The rule at a place, unless what comes second is nothing that it takes.
  @inline(__always)
  func rule(_ place: Int, before second: Signature) -> UInt16? {
    seconds[place] & second == .zero ? nil : starters[place]
  }

  /// What a class of words can stand for.
  @inline(__always)
  func signature(of startClass: UInt16) -> Signature { signatures[Int(startClass)] }
}
