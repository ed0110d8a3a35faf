import DatelineModel
import DatelineTimelines
import EDTF
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

  @Test func theCaseOfALetterIsNoOtherName() throws {
    let graph = EventGraph(actors: [
      Actor(
        id: "x", name: "rebels", kind: .group,
        aliases: [
          .init(name: "rebels", sources: ["A", "B"], counts: [2, 1]),
          .init(name: "Rebels", sources: ["A"], counts: [1]),
          .init(name: "terrorists", sources: ["B"], counts: [1]),
        ])
    ])
    var told = graph
    told.sources = ["A", "B"].map { Source(id: $0, name: $0) }
    told.articles = ["A", "B"].map {
      ArticleRecord(id: $0, source: $0, published: nil, title: nil, url: nil, language: "en")
    }
    let row = try #require(TimelineDiff(bySource: told).naming.first)
    #expect(row.names["A"] == [.init(name: "rebels", count: 3)])
  }

  @Test func countsOfAnyHeightAreAdded() throws {
    func graph(_ name: String) -> EventGraph {
      let counts = [Int.max, Int.max]
      return EventGraph(actors: [
        Actor(
          id: "x", name: "X", kind: .group,
          aliases: [
            .init(name: name, sources: ["A", "B"], counts: counts),
            .init(name: "Y", sources: ["A", "B"], counts: counts),
          ])
      ])
    }
    let diff = TimelineDiff(left: graph("X"), right: graph("Z"))
    let row = try #require(diff.naming.first)
    #expect(row.names["left"] == [.init(name: "X", count: .max), .init(name: "Y", count: .max)])
    #expect(row.names["right"]?.first?.count == .max)
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

  /// "rebels" here and "terrorists" there, each doing something at Kelt, or one of them elsewhere.
  private func armed(
    _ id: String, _ source: String, _ word: String, at place: String, on day: String = "2031-03-03"
  )
    -> AnnotatedArticle
  {
    let text = "The \(word) shelled \(place) on Monday."
    let span = TextSpan(4, 4 + word.utf8.count)
    return AnnotatedArticle(
      article: Article(
        id: id, source: source, published: PublicationDate("2031-03-05", from: .record), text: text),
      sentences: [Sentence(span: TextSpan(0, text.utf8.count), inTitle: false, paragraph: 0)],
      described: [DescribedMention(span: span, actor: word, isIrregular: true)],
      actors: [LocalActor(id: word, name: word, kind: .group, aliases: [word], isNominal: true)],
      events: [
        EventMention(
          span: TextSpan(0, text.utf8.count), sentence: 0,
          trigger: TextSpan(span.end + 1, span.end + 8),
          lemma: "shell", type: .assault, topic: "attack", date: EDTFValue(day),
          dateBasis: .weekday, status: .asserted,
          participants: [Participant(actor: word, name: word, printed: word, role: .actor)],
          place: place)
      ])
  }

  @Test func armedActorsOfOnePlaceAreComparedAndOthersAreNot() throws {
    let a = armed("a", "Alpha", "rebels", at: "Kelt")
    let b = armed("b", "Beta", "terrorists", at: "Kelt")
    let diff = TimelineDiff(bySource: EventGraph(merging: [a, b]))
    let row = try #require(diff.naming.first)
    #expect(diff.naming.count == 1)
    #expect(row.names["Alpha"] == [.init(name: "rebels", count: 1)])
    #expect(row.names["Beta"] == [.init(name: "terrorists", count: 1)])
    let c = armed("b", "Beta", "terrorists", at: "Ostmar", on: "2031-01-05")
    #expect(TimelineDiff(bySource: EventGraph(merging: [a, c])).naming.isEmpty)
  }

  @Test func whatAStateIsCalledStandsInTheRowOfItsGovernment() throws {
    func article(_ id: String, _ source: String, _ name: String, _ text: String)
      -> AnnotatedArticle
    {
      AnnotatedArticle(
        article: Article(
          id: id, source: source, published: PublicationDate("2031-03-05", from: .record),
          text: text),
        sentences: [Sentence(span: TextSpan(0, text.utf8.count), inTitle: false, paragraph: 0)],
        described: [DescribedMention(span: TextSpan(4, text.utf8.count - 6), actor: "x")],
        actors: [LocalActor(id: "x", name: name, kind: .government, aliases: [], isKnown: true)])
    }
    let pile = [
      article("a", "Alpha", "Avaria", "The Avarian regime fell."),
      article("b", "Beta", "Avarian government", "The Avarian regime fell."),
      article("c", "Gamma", "Avarian government", "The Avarian government fell."),
    ]
    let diff = TimelineDiff(bySource: EventGraph(merging: pile))
    let row = try #require(diff.naming.first { $0.actor == "Avarian government" })
    #expect(row.names["Alpha"] == [.init(name: "Avarian regime", count: 1)])
    #expect(row.names["Gamma"] == [.init(name: "Avarian government", count: 1)])
    #expect(!diff.naming.contains { $0.actor == "Avaria" })
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
