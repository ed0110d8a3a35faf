import DatelineModel

/// An article's words in the forms in which two articles are compared.
struct StoryText {
  /// All words that are not common.
  let body: ArticleVector
  /// Those of the title and the first sentences.
  private let lead: ArticleVector
  /// Capitalised words.
  private let names: ArticleVector
  /// Two capitalised words in a row.
  private let fullNames: ArticleVector
  private let numbers: ArticleVector
  /// The first sentences one by one.
  private let sentences: [ArticleVector]
  /// The names that the article is most about, with how much that is, a whole number; by hash.
  let mainNames: [ArticleVector.Component]
  /// Numbers of the first sentences and those told again, sorted.
  private let mainNumbers: [UInt32]

  private static let leadSentences = 3
  private static let firstSentences = 4

  init(_ article: AnnotatedArticle, body: ArticleVector) {
    self.body = body
    let weights = TermWeights(article.terms)
    var lead: [UInt32] = []
    var names: [Name] = []
    var fullNames: [UInt32] = []
    var numbers: [ArticleVector.Component] = []
    var sentences: [ArticleVector] = []
    for (index, sentence) in article.sentences.enumerated() {
      let text = sentence.inTitle ? article.article.title ?? "" : article.article.text
      let isFirst = index < StoryText.firstSentences
      var own: [UInt32] = []
      var previous: UInt32?
      var isStart = true
      text.forEachWord(in: sentence.span) { word in
        defer { isStart = false }
        guard word.count <= 40, let first = word.first else { return }
        let hash = Term.hash(ofWord: word)
        if first >= 48, first <= 57 {
          numbers.append(.init(hash: hash, weight: isFirst ? 2 : 1))
          previous = nil
          return
        }
        let isCapital = first >= 65 && first <= 90 && word.count > 1
        defer { previous = isCapital ? hash : nil }
        if isCapital, let previous { fullNames.append(previous &* 31 &+ hash) }
        guard isFirst || isCapital else { return }
        let weight = weights.weight(of: hash, length: word.count)
        if isFirst, word.count > 2, weight > 2 {
          own.append(hash)
          if index < StoryText.leadSentences { lead.append(hash) }
        }
        if isCapital, word.count > 2, weight > (isStart ? 5 : 2.5) {
          names.append(Name(hash: hash, weight: weight, first: isFirst ? 1 : 0))
        }
      }
      if isFirst { sentences.append(StoryText.vector(own, weights)) }
    }
    names = Name.joined(names)
    numbers = [ArticleVector.Component](summing: numbers.sorted { $0.hash < $1.hash })
    self.lead = StoryText.vector(lead, weights)
    self.names = ArticleVector(
      components: names.map {
        .init(hash: $0.hash, weight: $0.weight * StoryText.damped($0.count))
      })
    self.fullNames = ArticleVector(
      components: fullNames.counted.map {
        .init(hash: $0.hash, weight: StoryText.damped($0.weight))
      })
    self.numbers = ArticleVector(
      components: numbers.map { .init(hash: $0.hash, weight: StoryText.damped($0.weight)) })
    self.sentences = sentences
    mainNames = names.map { .init(hash: $0.hash, weight: $0.count + $0.first) }
      .sorted { ($0.weight, $1.hash) > ($1.weight, $0.hash) }.prefix(12)
      .sorted { $0.hash < $1.hash }
    mainNumbers = numbers.filter { $0.weight >= 2 }.map(\.hash)
  }

  /// A capitalised word.
  private struct Name {
    let hash: UInt32
    let weight: Float
    /// How often it stands, and how often of these in the first sentences.
    var count: Float = 1
    var first: Float

    /// Names of one hash as one, by hash; the first one's weight counts.
    static func joined(_ names: [Name]) -> [Name] {
      var joined: [Name] = []
      for name in names.sorted(by: { $0.hash < $1.hash }) {
        if joined.last?.hash == name.hash {
          joined[joined.count - 1].count += name.count
          joined[joined.count - 1].first += name.first
        } else {
          joined.append(name)
        }
      }
      return joined
    }
  }

  private static func damped(_ count: Float) -> Float { 1 + Float.logarithm(count) }

  private static func vector(_ words: [UInt32], _ weights: TermWeights) -> ArticleVector {
    ArticleVector(
      components: words.counted.map {
        .init(hash: $0.hash, weight: weights.weight(of: $0.hash, length: 7) * damped($0.weight))
      })
  }

  /// What is told of two articles; `stories.tsv` has their weights.
  static let features = [
    "body", "lead", "names", "fullNames", "numbers", "sentence", "leastMainNames", "mainNames",
    "otherNumbers", "leastLead", "mostLead",
  ]

  /// The values of ``features`` for two articles, the same either way.
  static func values(_ a: StoryText, _ b: StoryText) -> [Float] {
    var sentence: Float = 0
    for x in a.sentences { for y in b.sentences { sentence = max(sentence, x.cosine(y)) } }
    let names = (a.shareOfNames(in: b), b.shareOfNames(in: a))
    let leads = (a.lead.share(in: b.body), b.lead.share(in: a.body))
    return [
      a.body.cosine(b.body), a.lead.cosine(b.lead), a.names.cosine(b.names),
      a.fullNames.cosine(b.fullNames), a.numbers.cosine(b.numbers), sentence,
      min(names.0, names.1), (names.0 + names.1) / 2,
      !a.mainNumbers.isEmpty && !b.mainNumbers.isEmpty
        && a.mainNumbers.shared(with: b.mainNumbers) == 0 ? 1 : 0,
      min(leads.0, leads.1), max(leads.0, leads.1),
    ]
  }

  /// The share of the names that an article is mostly about that another one has.
  private func shareOfNames(in other: StoryText) -> Float {
    guard !mainNames.isEmpty else { return 0.5 }
    let found = mainNames.sum(with: other.names.components) { weight, _ in weight }
    let all = mainNames.reduce(0) { $0 + $1.weight }
    return found / all
  }
}

extension [UInt32] {
  /// Each hash once, ascending, with how often it stands.
  fileprivate var counted: [ArticleVector.Component] {
    [ArticleVector.Component](summing: sorted().lazy.map { .init(hash: $0, weight: 1) })
  }
}
