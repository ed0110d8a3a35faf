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
    self.init(sorted: components.sorted { $0.hash < $1.hash })
  }

  /// The words of a text, by hash and then as they stand there: one that stands several times counts once
  /// for each.
  init(words: some Sequence<Component>) { self.init(sorted: [Component](summing: words)) }

  private init(sorted: [Component]) {
    var length: Float = 0
    for component in sorted { length += component.weight * component.weight }
    guard length > 0 else { return }
    let scale = 1 / length.squareRoot()
    components = sorted
    for index in components.indices { components[index].weight *= scale }
  }

  /// Words of less weight (log of the inverse document frequency, times 256) are common.
  static let commonWeight: UInt16 = 512

  /// 0…1.
  func cosine(_ other: ArticleVector) -> Float {
    min(1, components.sum(with: other.components) { $0 * $1 })
  }

  /// The share of the weight that stands in another vector, 0…1.
  func share(in other: ArticleVector) -> Float {
    min(1, components.sum(with: other.components) { weight, _ in weight * weight })
  }

  /// The hashes of the heaviest words, at most `count`.
  func heaviest(_ count: Int) -> [UInt32] {
    components.sorted { ($0.weight, $1.hash) > ($1.weight, $0.hash) }.prefix(count).map(\.hash)
  }
}

/// Words by hash, each once.
extension [ArticleVector.Component] {
  /// Adds up the weights of words that stand by hash, those that stand several times one after the
  /// other: the few words of a sentence are sorted sooner than gathered in a dictionary.
  init(summing words: some Sequence<Element>) {
    self = []
    for word in words {
      if last?.hash == word.hash {
        self[count - 1].weight += word.weight
      } else {
        append(word)
      }
    }
  }

  /// Adds up a part for each word that both have, by its two weights.
  @inline(__always)
  func sum(with other: [ArticleVector.Component], _ part: (Float, Float) -> Float) -> Float {
    var sum: Float = 0
    withUnsafeBufferPointer { a in
      other.withUnsafeBufferPointer { b in
        ArticleVector.forEachShared(a, b) { sum += part(a[$0].weight, b[$1].weight) }
      }
    }
    return sum
  }
}

extension ArticleVector {
  /// Calls `body` with both places of each word that two lists have, in order.
  ///
  /// Which hash is less nobody can foresee, so that the loop steps on without branches, and each step
  /// waits for the one before. It takes two words of either list at a time; equal ones are rare.
  @inline(__always)
  static func forEachShared(
    _ a: UnsafeBufferPointer<Component>, _ b: UnsafeBufferPointer<Component>,
    _ body: (Int, Int) -> Void
  ) {
    var (i, j) = (0, 0)
    while i + 1 < a.count, j + 1 < b.count {
      let (x, nextX) = (a[i].hash, a[i + 1].hash)
      let (y, nextY) = (b[j].hash, b[j + 1].hash)
      if x == y || x == nextY || nextX == y || nextX == nextY {
        if x == y { body(i, j) }
        if x == nextY { body(i, j + 1) }
        if nextX == y { body(i + 1, j) }
        if nextX == nextY { body(i + 1, j + 1) }
      }
      i += nextX <= nextY ? 2 : 0
      j += nextY <= nextX ? 2 : 0
    }
    while i < a.count, j < b.count {
      let (x, y) = (a[i].hash, b[j].hash)
      if x == y { body(i, j) }
      i += x <= y ? 1 : 0
      j += y <= x ? 1 : 0
    }
  }
}
