import DatelineModel

/// What the sentence of a mention says, for comparing it with that of another one.
///
/// An object, since there are many more comparisons than mentions, and each would copy nine arrays.
final class MentionWords: Sendable {
  /// The words of the sentence.
  let sentence: ArticleVector
  /// The same without times, which are compared as days, and with those of the clause that tells it twice.
  let clause: ArticleVector
  /// The words of the sentence, weighed by how few of the neighbouring articles have them.
  let contrast: ArticleVector
  /// The words around the trigger.
  let window: ArticleVector
  /// Hashes, sorted: capitalised words, numbers, the words of the trigger.
  let names: [UInt32]
  let numbers: [UInt32]
  let trigger: [UInt32]
  /// The few telling words before and after the trigger.
  let before: [UInt32]
  let after: [UInt32]
  /// The nearest capitalised word before the trigger; 0 where there is none.
  let nearestName: UInt32

  /// Bytes of the sentence that count as around the trigger, on each side.
  private static let reach = 45
  /// Words on one side that are looked at.
  private static let side = 4

  init(in words: SentenceWords, clause: TextSpan, trigger: TextSpan) {
    func vector(
      _ chosen: some Sequence<SentenceWords.Word>, _ weight: (SentenceWords.Word) -> Float
    ) -> ArticleVector {
      ArticleVector(words: chosen.map { .init(hash: $0.hash, weight: weight($0)) })
    }
    sentence = words.vector
    contrast = words.contrast
    names = words.names
    numbers = words.numbers
    self.clause = vector(words.telling.lazy.filter { !$0.isTime }) {
      clause.contains(TextSpan($0.start, $0.start)) ? 2 * $0.weight : $0.weight
    }
    let around =
      max(
        words.span.start, trigger.start - MentionWords.reach)..<(trigger.end + MentionWords.reach)
    window = vector(words.telling.filter { around.contains($0.start) }) { $0.weight }
    let own = words.all.filter { $0.start < trigger.end && $0.end > trigger.start }.map(\.hash)
    self.trigger = own.distinct
    let beside = words.all.filter { $0.weight > 2 && !own.contains($0.hash) }
    before = beside.filter { $0.start < trigger.start }.suffix(MentionWords.side).map(\.hash)
      .sorted()
    after = beside.filter { $0.start >= trigger.end }.prefix(MentionWords.side).map(\.hash)
      .sorted()
    nearestName =
      words.all.last { $0.start < trigger.start && $0.isName && $0.weight > 2 }?.hash ?? 0
  }
}

/// The words of one sentence, read once for all mentions that it tells.
struct SentenceWords {
  struct Word {
    let hash: UInt32
    let start: Int
    let end: Int
    /// 0 for the short words, which tell nothing.
    let weight: Float
    /// Capitalised.
    let isName: Bool
    /// "Monday", "June": of a time expression.
    let isTime: Bool
  }
  let span: TextSpan
  /// As they stand.
  fileprivate let all: [Word]
  /// Those that are not common, by hash.
  fileprivate let telling: [Word]
  /// ``MentionWords/sentence`` and ``MentionWords/contrast``.
  fileprivate let vector: ArticleVector
  fileprivate let contrast: ArticleVector
  fileprivate let names: [UInt32]
  fileprivate let numbers: [UInt32]

  /// `times` are the spans of the time expressions in it.
  init(
    of text: String, span: TextSpan, times: [TextSpan] = [], weights: TermWeights,
    rarities: WordRarities
  ) {
    self.span = span
    var all: [Word] = []
    var numbers: [UInt32] = []
    text.forEachWord(in: span) { word in
      guard word.count <= 40, let first = word.first else { return }
      let hash = Term.hash(ofWord: word)
      if first >= 48, first <= 57 { numbers.append(hash) }
      all.append(
        Word(
          hash: hash, start: word.startIndex, end: word.endIndex,
          weight: word.count > 2 || first < 58 ? weights.weight(of: hash, length: word.count) : 0,
          isName: first >= 65 && first <= 90 && word.count > 2,
          isTime: times.contains { $0.contains(TextSpan(word.startIndex, word.endIndex)) }))
    }
    self.all = all
    // Sums of floats run as the words stand in the text: this sort leaves equal ones in their order.
    telling = all.filter { $0.weight > 1.5 }.sorted { $0.hash < $1.hash }
    vector = ArticleVector(words: telling.lazy.map { .init(hash: $0.hash, weight: $0.weight) })
    contrast = ArticleVector(
      words: telling.lazy.map { .init(hash: $0.hash, weight: $0.weight * rarities[$0.hash]) })
    names = all.filter(\.isName).map(\.hash).distinct
    self.numbers = numbers.distinct
  }

  /// The sentence of a mention.
  init(
    ofSentenceOf mention: EventMention, in article: AnnotatedArticle, weights: TermWeights,
    rarities: WordRarities
  ) {
    let span = article.span(ofSentenceOf: mention)
    self.init(
      of: mention.inTitle ? article.article.title ?? "" : article.article.text, span: span,
      times: article.timexes.filter {
        $0.inTitle == mention.inTitle && span.contains($0.span)
      }.map(\.span), weights: weights, rarities: rarities)
  }
}

extension Array where Element: Comparable {
  /// Each element once, ascending.
  var distinct: [Element] {
    var distinct: [Element] = []
    for element in sorted() where distinct.last != element { distinct.append(element) }
    return distinct
  }

  /// How many of both sorted lists' elements are in both.
  func shared(with other: [Element]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < self.count, j < other.count {
      let (x, y) = (self[i], other[j])
      count += x == y ? 1 : 0
      i += x <= y ? 1 : 0
      j += y <= x ? 1 : 0
    }
    return count
  }
}
