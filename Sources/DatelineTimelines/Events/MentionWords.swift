import DatelineModel

/// What the sentence of a mention says, for comparing it with that of another one.
///
/// An object, since there are many more comparisons than mentions, and each would copy nine arrays.
final class MentionWords: Sendable {
  /// The words of the sentence.
  let sentence: ArticleVector
  /// The same, with those of the clause that tells it twice.
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

  init(
    of text: String, sentence span: TextSpan, clause: TextSpan, trigger: TextSpan,
    weights: TermWeights,
    rarities: WordRarities
  ) {
    struct Word {
      var hash: UInt32
      var start: Int
      var weight: Float
    }
    var words: [Word] = []
    var names: [UInt32] = []
    var numbers: [UInt32] = []
    var own: [UInt32] = []
    var position = span.start
    var nearest: UInt32 = 0
    text.forEachWord(in: span) { word in
      position = word.startIndex
      guard word.count <= 40, let first = word.first else { return }
      let hash = Term.hash(ofWord: word)
      let isInside = position < trigger.end && position + word.count > trigger.start
      if isInside { own.append(hash) }
      if first >= 48, first <= 57 {
        numbers.append(hash)
      } else if first >= 65, first <= 90, word.count > 2 {
        names.append(hash)
      }
      guard word.count > 2 || first < 58 else { return }
      let weight = weights.weight(of: hash, length: word.count)
      words.append(Word(hash: hash, start: position, weight: weight))
      if position < trigger.start, first >= 65, first <= 90, word.count > 2, weight > 2 {
        nearest = hash
      }
    }
    // Sums of floats run as the words stand in the text: this sort leaves equal ones in their order.
    let telling = words.filter { $0.weight > 1.5 }.sorted { $0.hash < $1.hash }
    func vector(_ words: some Sequence<Word>, _ weight: (Word) -> Float) -> ArticleVector {
      ArticleVector(words: words.map { .init(hash: $0.hash, weight: weight($0)) })
    }
    sentence = vector(telling) { $0.weight }
    self.clause = vector(telling) {
      clause.contains(TextSpan($0.start, $0.start)) ? 2 * $0.weight : $0.weight
    }
    contrast = vector(telling) { $0.weight * rarities[$0.hash] }
    let around =
      max(
        span.start, trigger.start - MentionWords.reach)..<(trigger.end + MentionWords.reach)
    window = vector(telling.filter { around.contains($0.start) }) { $0.weight }
    self.names = names.distinct
    self.numbers = numbers.distinct
    self.trigger = own.distinct
    let beside = words.filter { $0.weight > 2 && !own.contains($0.hash) }
    before = beside.filter { $0.start < trigger.start }.suffix(MentionWords.side).map(\.hash)
      .sorted()
    after = beside.filter { $0.start >= trigger.end }.prefix(MentionWords.side).map(\.hash)
      .sorted()
    nearestName = nearest
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
