import DatelineModel

/// The weighted words of a text as a vector of length one, sorted by hash.
struct ArticleVector {
  struct Component {
    var hash: UInt32
    var weight: Float
  }
  private(set) var components: [Component] = []

  /// The words of an article, which are counted where it brings none.
  init(of article: AnnotatedArticle) {
    self.init(article.terms.isEmpty ? Term.counted(in: article.article) : article.terms)
  }

  /// The words of an article; those that most articles have are left out.
  init(_ terms: [Term]) {
    self.init(
      components: terms.lazy.filter { $0.weight > ArticleVector.commonWeight }.map {
        let count = Float($0.count)
        return Component(
          hash: $0.hash, weight: Float($0.weight) / 256 * (1 + (count - 1) / (count + 1)))
      })
  }

  /// `components` have distinct hashes, in any order.
  init(components: [Component]) {
    // Sorted before they are summed: a sum of floats depends on its order.
    let sorted = components.sorted { $0.hash < $1.hash }
    var length: Float = 0
    for component in sorted { length += component.weight * component.weight }
    guard length > 0 else { return }
    let scale = 1 / length.squareRoot()
    self.components = sorted
    for index in self.components.indices { self.components[index].weight *= scale }
  }

  /// Words of less weight (log of the inverse document frequency, times 256) are common.
  static let commonWeight: UInt16 = 512

  /// 0…1.
  func cosine(_ other: ArticleVector) -> Float {
    var sum: Float = 0
    components.withUnsafeBufferPointer { a in
      other.components.withUnsafeBufferPointer { b in
        var (i, j) = (0, 0)
        // Without branches but the loop's own: which hash is less, nobody can foresee.
        while i < a.count, j < b.count {
          let (x, y) = (a[i], b[j])
          sum += x.hash == y.hash ? x.weight * y.weight : 0
          i += x.hash <= y.hash ? 1 : 0
          j += y.hash <= x.hash ? 1 : 0
        }
      }
    }
    return min(1, sum)
  }

  /// The hashes of the heaviest words, at most `count`.
  func heaviest(_ count: Int) -> [UInt32] {
    components.sorted { ($0.weight, $1.hash) > ($1.weight, $0.hash) }.prefix(count).map(\.hash)
  }
}
