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
  /// Names by how much the article is about them, the most first, with that.
  let mainNames: [ArticleVector.Component]
  /// Numbers of the first sentences and those told again, sorted.
  private let mainNumbers: [UInt32]

  private static let leadSentences = 3
  private static let firstSentences = 4

  init(_ article: AnnotatedArticle, body: ArticleVector) {
    self.body = body
    let weights = TermWeights(article.terms)
    var lead: [UInt32: Float] = [:]
    var names: [UInt32: (count: Float, first: Float, weight: Float)] = [:]
    var fullNames: [UInt32: Float] = [:]
    var numbers: [UInt32: Float] = [:]
    var sentences: [ArticleVector] = []
    for (index, sentence) in article.sentences.enumerated() {
      let text = sentence.inTitle ? article.article.title ?? "" : article.article.text
      let isFirst = index < StoryText.firstSentences
      var own: [UInt32: Float] = [:]
      var previous: UInt32?
      var isStart = true
      text.forEachWord(in: sentence.span) { word in
        defer { isStart = false }
        guard word.count <= 40, let first = word.first else { return }
        let hash = Term.hash(ofWord: word)
        if first >= 48, first <= 57 {
          numbers[hash, default: 0] += isFirst ? 2 : 1
          previous = nil
          return
        }
        let isCapital = first >= 65 && first <= 90 && word.count > 1
        defer { previous = isCapital ? hash : nil }
        if isCapital, let previous {
          fullNames[previous &* 31 &+ hash, default: 0] += 1
        }
        guard isFirst || isCapital else { return }
        let weight = weights.weight(of: hash, length: word.count)
        if isFirst, word.count > 2, weight > 2 {
          own[hash, default: 0] += 1
          if index < StoryText.leadSentences { lead[hash, default: 0] += 1 }
        }
        if isCapital, word.count > 2, weight > (isStart ? 5 : 2.5) {
          names[hash, default: (0, 0, weight)].count += 1
          if isFirst { names[hash]!.first += 1 }
        }
      }
      if isFirst { sentences.append(StoryText.vector(own, weights)) }
    }
    self.lead = StoryText.vector(lead, weights)
    self.names = ArticleVector(
      components: names.map {
        .init(hash: $0.key, weight: $0.value.weight * StoryText.damped($0.value.count))
      })
    self.fullNames = ArticleVector(
      components: fullNames.map { .init(hash: $0.key, weight: StoryText.damped($0.value)) })
    self.numbers = ArticleVector(
      components: numbers.map { .init(hash: $0.key, weight: StoryText.damped($0.value)) })
    self.sentences = sentences
    mainNames = names.map {
      ArticleVector.Component(hash: $0.key, weight: $0.value.count + $0.value.first)
    }
    .sorted { ($0.weight, $1.hash) > ($1.weight, $0.hash) }.prefix(12).map(\.self)
    mainNumbers = numbers.filter { $0.value >= 2 }.map(\.key).sorted()
  }

  private static func damped(_ count: Float) -> Float { 1 + Float.logarithm(count) }

  private static func vector(_ counts: [UInt32: Float], _ weights: TermWeights) -> ArticleVector {
    ArticleVector(
      components: counts.map {
        .init(hash: $0.key, weight: weights.weight(of: $0.key, length: 7) * damped($0.value))
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
    var (found, all): (Float, Float) = (0, 0)
    for name in mainNames {
      all += name.weight
      if other.names.holds(name.hash) { found += name.weight }
    }
    return found / all
  }
}

extension ArticleVector {
  func holds(_ hash: UInt32) -> Bool {
    let place = components.place { $0.hash < hash }
    return place < components.count && components[place].hash == hash
  }

  /// The share of the weight that stands in another vector, 0…1.
  func share(in other: ArticleVector) -> Float {
    var sum: Float = 0
    for component in components where other.holds(component.hash) {
      sum += component.weight * component.weight
    }
    return min(1, sum)
  }
}
