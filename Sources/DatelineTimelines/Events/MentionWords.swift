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
    var names: Set<UInt32> = []
    var numbers: Set<UInt32> = []
    var own: Set<UInt32> = []
    var position = span.start
    var nearest: UInt32 = 0
    text.forEachWord(in: span) { word in
      position = word.startIndex
      guard word.count <= 40, let first = word.first else { return }
      let hash = Term.hash(ofWord: word)
      let isInside = position < trigger.end && position + word.count > trigger.start
      if isInside { own.insert(hash) }
      if first >= 48, first <= 57 {
        numbers.insert(hash)
      } else if first >= 65, first <= 90, word.count > 2 {
        names.insert(hash)
      }
      guard word.count > 2 || first < 58 else { return }
      let weight = weights.weight(of: hash, length: word.count)
      words.append(Word(hash: hash, start: position, weight: weight))
      if position < trigger.start, first >= 65, first <= 90, word.count > 2, weight > 2 {
        nearest = hash
      }
    }
    func vector(_ chosen: some Sequence<Word>, _ weight: (Word) -> Float) -> ArticleVector {
      var sums: [UInt32: Float] = [:]
      for word in chosen where word.weight > 1.5 { sums[word.hash, default: 0] += weight(word) }
      return ArticleVector(components: sums.map { .init(hash: $0.key, weight: $0.value) })
    }
    sentence = vector(words) { $0.weight }
    self.clause = vector(words) {
      clause.contains(TextSpan($0.start, $0.start)) ? 2 * $0.weight : $0.weight
    }
    contrast = vector(words) { $0.weight * rarities[$0.hash] }
    let around =
      max(
        span.start, trigger.start - MentionWords.reach)..<(trigger.end + MentionWords.reach)
    window = vector(words.filter { around.contains($0.start) }) { $0.weight }
    self.names = names.sorted()
    self.numbers = numbers.sorted()
    self.trigger = own.sorted()
    let telling = words.filter { $0.weight > 2 && !own.contains($0.hash) }
    before = telling.filter { $0.start < trigger.start }.suffix(MentionWords.side).map(\.hash)
      .sorted()
    after = telling.filter { $0.start >= trigger.end }.prefix(MentionWords.side).map(\.hash)
      .sorted()
    nearestName = nearest
  }
}

extension Array where Element: Comparable {
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
