public import DatelineModel

extension [AnnotatedArticle] {
  /// Marks what has the same text as an article that was published before it, or on the same day with a
  /// lesser id, whatever was read first; and nothing else as a copy or version.
  public mutating func markDuplicates() {
    var first: [WholeText: Int] = [:]
    for index in indices {
      let text = WholeText(text: self[index].article.text)
      if let other = first[text], !precedes(index, other) { continue }
      first[text] = index
    }
    for index in indices {
      let original = self[first[WholeText(text: self[index].article.text)]!].article.id
      self[index].article.duplicateOf = original == self[index].article.id ? nil : original
      self[index].article.versionOf = nil
    }
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    (self[a].publishedOrder, self[a].article.id) < (self[b].publishedOrder, self[b].article.id)
  }
}

/// A text by its bytes, looked up by its length and its end: of a pile every byte would be hashed, several times.
private struct WholeText: Hashable {
  let text: String

  private static let end = 64

  static func == (one: WholeText, other: WholeText) -> Bool {
    one.text.utf8.count == other.text.utf8.count && one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text.utf8.count)
    for byte in text.utf8.suffix(WholeText.end) { hasher.combine(byte) }
  }
}

extension [EventGraph] {
  /// The graphs with those articles marked that repeat one which only another graph has, so that it adds
  /// no voice beside that.
  ///
  /// `articles` has those of each graph; a graph that comes without its articles stays as it is.
  public func markingCopies(among articles: [[AnnotatedArticle]], jobs: Int = 1) -> [EventGraph] {
    guard articles.count(where: { !$0.isEmpty }) > 1 else { return self }
    var known: Set<String> = []
    var all = articles.joined().filter { known.insert($0.article.id).inserted }
      .sorted { $0.article.id < $1.article.id }
    all.markDuplicates()
    let originals = NearCopies(all, jobs: jobs).originals
    let original = Dictionary(
      uniqueKeysWithValues: zip(all, originals).compactMap { one, other in
        other.map { (one.article.id, all[$0].article.id) }
      })
    return map { graph in
      var graph = graph
      let own = Set(graph.articles.map(\.id))
      for index in graph.articles.indices where graph.articles[index].duplicateOf == nil {
        guard let other = original[graph.articles[index].id], !own.contains(other) else { continue }
        graph.articles[index].duplicateOf = other
      }
      return graph
    }
  }
}
