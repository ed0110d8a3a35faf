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
  }

  /// The steps of a rule among all steps.
  struct Pattern {
    let first: Int32
    let count: Int32
    let kinds: TextKind
  }

  let steps: UnsafeMutablePointer<Step>
  let patterns: UnsafeMutablePointer<Pattern>
  let categoryCount: Int
  /// Whether a lexeme stands in any pattern, by lexeme.
  let isPattern: UnsafeMutablePointer<Bool>
  /// The class of digits, by their mask.
  private let digitClasses: UnsafeMutablePointer<UInt16>
  /// For each class and category the place of its first rule; one more at the end.
  private let offsets: UnsafeMutablePointer<UInt32>
  private let starters: UnsafeMutablePointer<UInt16>
  private let counts: (steps: Int, patterns: Int, lexemes: Int, offsets: Int, starters: Int)

  init(_ rules: [TimeRule], byCategory rulesOfCategory: [[Int]], lexicon: TimeLexicon) {
    var steps: [Step] = []
    var patterns: [Pattern] = []
    var used = Array(repeating: false, count: lexicon.symbolCount)
    for rule in rules {
      patterns.append(
        Pattern(
          first: Int32(steps.count), count: Int32(rule.elements.count), kinds: rule.kinds))
      for element in rule.elements {
        let (target, isCategory): (UInt16, Bool) =
          switch element.kind {
          case .symbol(let symbol): (symbol, false)
          case .category(let category): (UInt16(category), true)
          }
        if !isCategory { used[Int(target)] = true }
        steps.append(
          Step(
            target: target, isCategory: isCategory, isOptional: element.isOptional,
            isGlued: element.isGlued))
      }
    }
    categoryCount = rulesOfCategory.count

    // Class 0 begins nothing; then every lexeme, then every kind of digits.
    let lexemeCount = lexicon.lexemeCount
    var isPattern = Array(repeating: false, count: lexemeCount)
    var masks: [UInt16] = []
    for lexeme in 1..<lexemeCount {
      isPattern[lexeme] = lexicon.readings(of: UInt16(lexeme)).contains { used[Int($0.symbol)] }
    }
    var digitClass = Array(repeating: UInt16(0), count: 1 << 16)
    for count in 1...8 {
      for value in 0..<(count < 4 ? 1000 : count == 4 ? 10_000 : 0) {
        masks.append(TimeLexicon.Digits.mask(value: value, count: count))
      }
      for value in [0, 11_999, 311_999, 990_000] {
        masks.append(TimeLexicon.Digits.mask(value: value, count: count))
      }
    }
    masks = Array(Set(masks)).sorted()
    for (index, mask) in masks.enumerated() {
      digitClass[Int(mask)] = UInt16(lexemeCount + index)
    }
    var offsets: [UInt32] = []
    var starters: [UInt16] = []
    offsets.reserveCapacity((lexemeCount + masks.count) * rulesOfCategory.count + 1)
    for number in 0..<(lexemeCount + masks.count) {
      var symbols: [Int] = []
      if number >= lexemeCount {
        let mask = masks[number - lexemeCount]
        symbols = (0..<16).filter { mask & (1 << UInt16($0)) != 0 }
      } else if isPattern[number] {
        symbols = lexicon.readings(of: UInt16(number)).map { Int($0.symbol) }
      }
      for list in rulesOfCategory {
        offsets.append(UInt32(starters.count))
        if symbols.isEmpty { continue }
        for rule in list
        where symbols.contains(where: { rules[rule].first[$0 / 64] & (1 << UInt64($0 % 64)) != 0 })
        {
          starters.append(UInt16(rule))
        }
      }
    }
    offsets.append(UInt32(starters.count))

    counts = (steps.count, patterns.count, lexemeCount, offsets.count, starters.count)
    self.steps = TimeProgram.copy(steps)
    self.patterns = TimeProgram.copy(patterns)
    self.isPattern = TimeProgram.copy(isPattern)
    digitClasses = TimeProgram.copy(digitClass)
    self.offsets = TimeProgram.copy(offsets)
    self.starters = TimeProgram.copy(starters)
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
    isPattern.deallocate()
    digitClasses.deallocate()
    offsets.deallocate()
    starters.deallocate()
  }

  /// What a token can begin: its class for ``rules(of:beginning:)``.
  @inline(__always)
  func startClass(lexeme: UInt16, digits: UInt16) -> UInt16 {
    digits != 0 ? digitClasses[Int(digits)] : lexeme
  }

  /// The rules of a category that a token of a class can begin, in the order of the table.
  @inline(__always)
  func rules(of category: Int, beginning startClass: UInt16) -> UnsafeBufferPointer<UInt16> {
    let place = Int(startClass) * categoryCount + category
    let first = Int(offsets[place])
    return UnsafeBufferPointer(start: starters + first, count: Int(offsets[place + 1]) - first)
  }
}
