import Testing

@testable import DatelineTimelines

@Suite struct ArticleVectorTests {
  /// Sums of floats depend on their order, and dictionaries give another order in each process.
  @Test func orderOfComponentsChangesNoBit() {
    let components = (0..<400).map {
      ArticleVector.Component(hash: UInt32($0), weight: 1 / Float($0 % 37 + 3))
    }
    let sorted = ArticleVector(components: components).components
    for other in [components.reversed(), components.shuffled(), components.shuffled()] {
      let vector = ArticleVector(components: other)
      #expect(vector.components.map(\.hash) == sorted.map(\.hash))
      #expect(
        vector.components.map(\.weight.bitPattern) == sorted.map(\.weight.bitPattern))
    }
  }

  @Test func lengthIsOne() {
    let vector = ArticleVector(components: [.init(hash: 7, weight: 3), .init(hash: 2, weight: 4)])
    #expect(vector.components.map(\.weight) == [0.8, 0.6])
    #expect(vector.cosine(vector) == 1)
  }
}
