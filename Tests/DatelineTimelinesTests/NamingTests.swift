import DatelineModel
import DatelineTimelines
import Testing

@Suite struct NamingTests {
  /// An article with its names marked where they stand.
  private func article(
    _ id: String, _ source: String, _ text: String, names: [String], actor: String = "red-front"
  ) -> AnnotatedArticle {
    var entities: [EntityMention] = []
    for name in names {
      var from = text.startIndex
      while let range = text.range(of: name, from: from) {
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        entities.append(
          EntityMention(
            span: TextSpan(start, start + name.utf8.count), kind: .organization, actor: actor))
        from = range.upperBound
      }
    }
    return AnnotatedArticle(
      article: Article(
        id: id, source: source, published: PublicationDate("2031-03-05", from: .record), text: text),
      sentences: [Sentence(span: TextSpan(0, text.utf8.count), inTitle: false, paragraph: 0)],
      entities: entities,
      actors: [
        LocalActor(
          id: actor, name: "Red Front", kind: .group, aliases: names, isKnown: true)
      ])
  }

  @Test func countsAreTheOutletsOwn() throws {
    let a = article(
      "a", "Alpha", "The Red Front met. “The Red Front must go,” he said. Red Front men left.",
      names: ["Red Front"])
    let b = article("b", "Beta", "The RF met.\nThe RF left. He said: \"RF, go.\"", names: ["RF"])
    let diff = TimelineDiff(bySource: EventGraph(merging: [a, b]))
    let row = try #require(diff.naming.first { $0.actor == "Red Front" })
    #expect(row.names["Alpha"] == [.init(name: "Red Front", count: 2)])
    #expect(row.names["Beta"] == [.init(name: "RF", count: 2)])
  }

  @Test func oneNameIsNoRow() {
    let a = article("a", "Alpha", "The Red Front met.", names: ["Red Front"])
    let b = article("b", "Beta", "The Red Front left.", names: ["Red Front"])
    #expect(TimelineDiff(bySource: EventGraph(merging: [a, b])).naming.isEmpty)
  }

  @Test func countsSurviveTheFile() throws {
    let a = article("a", "Alpha", "The Red Front met.", names: ["Red Front"])
    let b = article("b", "Beta", "The RF left.", names: ["RF"])
    let graph = EventGraph(merging: [a, b])
    var json = JSONWriter()
    graph.write(to: &json)
    let read = try EventGraph(json: json.bytes)
    #expect(read.actors == graph.actors)
    #expect(TimelineDiff(bySource: read).naming == TimelineDiff(bySource: graph).naming)
  }
}

extension String {
  /// The next place of some words.
  fileprivate func range(of words: String, from start: Index) -> Range<Index>? {
    var index = start
    while index < endIndex {
      if self[index...].hasPrefix(words) {
        return index..<self.index(index, offsetBy: words.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}

@Suite struct NearCopyTests {
  private func article(_ id: String, _ source: String, _ day: String, _ text: String)
    -> AnnotatedArticle
  {
    AnnotatedArticle(
      article: Article(
        id: id, source: source, published: PublicationDate(day, from: .record), text: text),
      sentences: [Sentence(span: TextSpan(0, text.utf8.count), inTitle: false, paragraph: 0)])
  }

  /// Words that no other number makes.
  private func words(_ range: Range<Int>) -> String {
    range.map { "word\($0 * 7919 % 100_003)" }.joined(separator: " ")
  }

  @Test func aTextThatTakesHalfOfAnotherIsACopy() {
    let graph = EventGraph(merging: [
      article("a", "Alpha", "2031-03-05", words(0..<200)),
      article("b", "Beta", "2031-03-06", words(0..<110) + " " + words(1000..<1090)),
      article("c", "Gamma", "2031-03-06", words(2000..<2200)),
    ])
    #expect(graph.articles.map(\.duplicateOf) == [nil, "a", nil])
  }

  @Test func aQuotedParagraphMakesNoCopy() {
    let graph = EventGraph(merging: [
      article("a", "Alpha", "2031-03-05", words(0..<300)),
      article("b", "Beta", "2031-03-06", words(0..<25) + " " + words(1000..<1300)),
    ])
    #expect(graph.articles.map(\.duplicateOf) == [nil, nil])
  }

  @Test func theEarliestIsTheOriginalWhateverItsId() {
    let graph = EventGraph(merging: [
      article("a", "Alpha", "2031-03-06", words(0..<200)),
      article("b", "Beta", "2031-03-05", words(0..<200)),
    ])
    #expect(graph.articles.map(\.duplicateOf) == ["b", nil])
  }
}
