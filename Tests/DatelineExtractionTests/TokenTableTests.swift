import Testing

@testable import DatelineExtraction

@Suite struct TokenTableTests {
  /// A dictionary of the same pairs answers the same, through growth, clashes and replacement.
  @Test func answersAsADictionaryDoes() {
    var table = TokenTable<Int>()
    var dictionary: [UInt32: Int] = [:]
    var hash: UInt32 = 7
    for number in 0..<2000 {
      hash = hash &* 1_664_525 &+ 1_013_904_223
      // Few low bits, so that many want one slot, and every hash comes again.
      let key = (hash >> 21) << 5
      table.set(number, for: key)
      dictionary[key] = number
    }
    #expect(table.count == dictionary.count)
    #expect(Dictionary(uniqueKeysWithValues: zip(table.hashes, table.values)) == dictionary)
    for key in UInt32(0)..<70_000 { #expect(table[key] == dictionary[key]) }
  }

  @Test func keepsZeroApartFromNothing() {
    var table = TokenTable<String>()
    #expect(table[0] == nil)
    table[0, default: "a"] += "b"
    table[0, default: "c"] += "d"
    #expect(table[0] == "abd")
    #expect(table[64] == nil)
    table.replaceValues { $0 + "e" }
    #expect(table[0] == "abde")
  }

  /// Hashes that all want the first slot of a table that takes their low bits for the slot.
  @Test func wordsWrittenForOneSlotAreSpread() {
    let crafted = (UInt32(1)...4096).map { $0 << 16 }
    func longest(multiplier: UInt64) -> Int {
      var table = TokenTable<Int>(multiplier: multiplier)
      for hash in crafted { table.set(0, for: hash) }
      return crafted.map { table.steps(to: $0) }.max() ?? 0
    }
    // What they were written for: the low bits alone tell the slot.
    #expect(longest(multiplier: 1 << 32 + 1) > 1000)
    var multiplier: UInt64 = 0x1234_5678_9ABC_DEF1
    for _ in 0..<20 {
      multiplier = multiplier &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      #expect(longest(multiplier: multiplier | 1) < 200)
    }
  }

  /// What a table says and the order of its values hang on no number that a process picks.
  @Test func theMultiplierChangesNoAnswer() {
    var first = TokenTable<Int>(multiplier: 0x9E37_79B9_7F4A_7C15)
    var second = TokenTable<Int>(multiplier: 0xD6E8_FEB8_6659_FD93)
    for number in 0..<1000 {
      let hash = UInt32(number % 300) &* 2_654_435_761
      first[hash, default: 0] += number
      second[hash, default: 0] += number
    }
    #expect(first.hashes == second.hashes)
    #expect(first.values == second.values)
  }
}
