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
}
