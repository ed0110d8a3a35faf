import Testing

@testable import DatelineTimelines

@Suite struct VersionsTests {
  /// All pairs of what accounts tell, each way round in which two accounts come.
  private func pairs(_ told: [String], base: Int? = nil) -> Set<String> {
    var pairs: Set<String> = []
    for a in told.indices {
      for b in told.indices where a < b && (base == nil || base == a || base == b) {
        pairs.insert(told[a] + told[b])
      }
    }
    return pairs
  }

  @Test(arguments: ["", "a", "aa", "ab", "aba", "abba", "aabb", "abcabc", "cabbac", "abcdef"])
  func asManyPairsAsTellSomethingOfTheirOwn(_ told: String) {
    let told = told.map(String.init)
    let found = Versions(of: Array(told.indices), base: nil) { told[$0] }.pairs
    #expect(Set(found.map { told[$0] + told[$1] }) == pairs(told))
    #expect(found.count == pairs(told).count)
    for (a, b) in found { #expect(a < b) }
    for base in told.indices {
      let found = Versions(of: Array(told.indices), base: base) { told[$0] }.pairs
      #expect(Set(found.map { told[$0] + told[$1] }) == pairs(told, base: base))
      for (a, b) in found { #expect(a < b && (a == base || b == base)) }
    }
  }

  @Test func aBaseThatIsNotAmongThemIsComparedWithNobody() {
    #expect(Versions(of: [1, 2], base: 0) { $0 }.pairs.isEmpty)
  }

  @Test func ofManyVersionsTheFirstAreCompared() {
    let found = Versions(of: Array(0..<5000), base: nil) { $0 }
    #expect(found.pairs.count == Versions.most * (Versions.most - 1) / 2)
    #expect(found.alike(4999) == [4999])
  }
}
