/// Every word that a time rule can meet, by token hash, with the symbols that it may stand for.
///
/// A class over memory of its own, since every word of a text is looked up in it.
/// All is written while it is made, and so no reading of it needs the watch of `exclusivity`.
final class TimeLexicon: @unchecked Sendable {
  /// A literal of a pattern or a class of words; the first are classes of digits.
  typealias Symbol = UInt16

  /// What a word can be: a month's name and its number, a unit, a literal.
  struct Reading: Sendable {
    let symbol: Symbol
    let value: Int16
  }

  /// Digits by their count and size, so that `{day:#d}` takes 31 and not 32.
  enum Digits: Symbol, CaseIterable {
    case any, day, month, year, shortYear, hour, minute, three, six, dayYear, clock, roundYear,
      roundShort, quarter, modern
    var name: String {
      switch self {
      case .any: "#n"
      case .day: "#d"
      case .month: "#m"
      case .year: "#y"
      case .shortYear: "#yy"
      case .hour: "#h"
      case .minute: "#mm"
      case .three: "#ddd"
      case .six: "#dddddd"
      case .dayYear: "#dyyyy"
      case .clock: "#hhmm"
      case .roundYear: "#y0"
      case .roundShort: "#yy0"
      case .quarter: "#q"
      case .modern: "#my"
      }
    }

    /// The classes that `count` digits of this value belong to, as bits.
    static func mask(value: Int, count: Int) -> UInt16 {
      var mask = bit(.any)
      if count <= 2, (1...31).contains(value) { mask |= bit(.day) }
      if count <= 2, (1...12).contains(value) { mask |= bit(.month) }
      if count == 4, (1000...2399).contains(value) { mask |= bit(.year) }
      if count == 4, (1700...2049).contains(value) { mask |= bit(.modern) }
      if count == 2 { mask |= bit(.shortYear) }
      if count <= 2, value <= 24 { mask |= bit(.hour) }
      if count == 2, value < 60 { mask |= bit(.minute) }
      if count == 3 { mask |= bit(.three) }
      if count == 6 { mask |= bit(.six) }
      if count == 5 || count == 6, (1900...2099).contains(value % 10_000),
        (1...31).contains(value / 10_000)
      {
        mask |= bit(.dayYear)
      }
      if count == 4, value % 10 == 0, (1000...2099).contains(value) { mask |= bit(.roundYear) }
      if count == 2, value % 10 == 0 { mask |= bit(.roundShort) }
      if count == 1, (1...4).contains(value) { mask |= bit(.quarter) }
      if count == 4, value / 100 < 24, value % 100 < 60 { mask |= bit(.clock) }
      if count == 3, value / 100 < 10, value % 100 < 60 { mask |= bit(.clock) }
      return mask
    }

    static func bit(_ digits: Digits) -> UInt16 { 1 << digits.rawValue }
  }

  static let digitSymbols = 16

  private(set) var symbols: [String: Symbol] = [:]
  /// A lexeme is one more than a word's index here.
  @exclusivity(unchecked) private var words = TokenTable<Word>()

  private struct Word {
    var readings: [Reading] = []
    var isHead = false
  }

  // The same, laid out for looking up by lexeme.
  @exclusivity(unchecked) private var readings = UnsafeMutablePointer<Reading>.allocate(capacity: 1)
  /// Of each lexeme where its readings end and the next one's begin.
  @exclusivity(unchecked) private var ends = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  @exclusivity(unchecked) private var isHead = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
  /// Of each lexeme all its symbols, as bits: what is asked of a word is mostly not so.
  @exclusivity(unchecked) private var symbolBits = UnsafeMutablePointer<UInt64>.allocate(
    capacity: 1)
  @exclusivity(unchecked) private var bitStride = 0
  /// A bit for the low half of each word's hash: most words of a text are no word of ours.
  private let filter = UnsafeMutablePointer<UInt64>.allocate(capacity: 1024)

  deinit {
    readings.deallocate()
    ends.deallocate()
    isHead.deallocate()
    symbolBits.deallocate()
    filter.deallocate()
  }

  init() {
    filter.initialize(repeating: 0, count: 1024)
    for digits in Digits.allCases { symbols[digits.name] = digits.rawValue }
  }

  /// The number of symbols in use, those of digits included.
  private(set) var symbolCount = TimeLexicon.digitSymbols

  func symbol(_ name: String) -> Symbol {
    if let symbol = symbols[name] { return symbol }
    let symbol = Symbol(symbolCount)
    symbolCount += 1
    symbols[name] = symbol
    return symbol
  }

  /// `isHead` marks words that make a time on their own or carry one; every time expression
  /// holds such a word or digits.
  func add(_ word: String, _ symbol: Symbol, value: Int = 0, isHead: Bool) {
    insert(Token.hash(of: word), symbol, value: value, isHead: isHead)
    // Tokens fold the case of ASCII letters only.
    guard let first = word.utf8.first, first >= 0x80 else { return }
    let capitalised = word.prefix(1).uppercased() + word.dropFirst()
    for form in [capitalised, word.uppercased()] where form != word {
      insert(Token.hash(of: form), symbol, value: value, isHead: isHead)
    }
  }

  private func insert(_ hash: UInt32, _ symbol: Symbol, value: Int, isHead: Bool) {
    var word = words[hash] ?? Word()
    if !word.readings.contains(where: { $0.symbol == symbol }) {
      word.readings.append(Reading(symbol: symbol, value: Int16(clamping: value)))
    }
    if isHead { word.isHead = true }
    words.set(word, for: hash)
  }

  /// Lays the words out for looking up.
  func seal() {
    lexemeCount = words.count + 1
    ends.deallocate()
    ends = .allocate(capacity: lexemeCount)
    ends[0] = 0
    isHead.deallocate()
    isHead = .allocate(capacity: lexemeCount)
    isHead[0] = false
    symbolBits.deallocate()
    bitStride = (symbolCount + 63) / 64
    symbolBits = .allocate(capacity: lexemeCount * bitStride)
    symbolBits.initialize(repeating: 0, count: lexemeCount * bitStride)
    readings.deallocate()
    readings = .allocate(capacity: max(1, words.values.reduce(0) { $0 + $1.readings.count }))
    for (number, word) in words.values.enumerated() {
      let start = Int(ends[number])
      (readings + start).initialize(from: word.readings, count: word.readings.count)
      ends[number + 1] = Int32(start + word.readings.count)
      isHead[number + 1] = word.isHead
      for reading in word.readings {
        let place = (number + 1) * bitStride + Int(reading.symbol >> 6)
        symbolBits[place] |= 1 << UInt64(reading.symbol & 63)
      }
    }
    for hash in words.hashes { filter[Int(hash & 0xFFFF) >> 6] |= 1 << UInt64(hash & 63) }
  }

  /// The word's index, or 0 where no table knows it.
  @inline(__always)
  func lexeme(_ hash: UInt32) -> UInt16 {
    guard filter[Int(hash & 0xFFFF) >> 6] & (1 << UInt64(hash & 63)) != 0 else { return 0 }
    return UInt16(truncatingIfNeeded: words.index(of: hash) + 1)
  }

  /// One more than the highest lexeme.
  private(set) var lexemeCount = 1

  @inline(__always)
  func isHead(_ lexeme: UInt16) -> Bool { isHead[Int(lexeme)] }

  func readings(of lexeme: UInt16) -> [Reading] { range(lexeme).map { readings[$0] } }

  @inline(__always)
  private func range(_ lexeme: UInt16) -> Range<Int> {
    lexeme == 0 ? 0..<0 : Int(ends[Int(lexeme) - 1])..<Int(ends[Int(lexeme)])
  }

  /// The value of a word as this symbol; nil where it is no such word.
  @inline(__always)
  func value(of lexeme: UInt16, as symbol: Symbol) -> Int? {
    isOne(lexeme, symbol) ? find(symbol, of: lexeme) : nil
  }

  @inline(__always)
  func isOne(_ lexeme: UInt16, _ symbol: Symbol) -> Bool {
    symbolBits[Int(lexeme) &* bitStride &+ Int(symbol >> 6)] >> UInt64(symbol & 63) & 1 != 0
  }

  private func find(_ symbol: Symbol, of lexeme: UInt16) -> Int? {
    for index in range(lexeme) where readings[index].symbol == symbol {
      return Int(readings[index].value)
    }
    return nil
  }
}
