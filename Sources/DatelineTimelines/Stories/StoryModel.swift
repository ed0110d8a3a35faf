import DatelineModel

/// How likely two articles tell one story, as `stories.tsv` has learned it.
///
/// At first their words are compared as such. Then each article is held against its own
/// neighbours: what all of them say ("pirates", "navy") tells nothing, and what some of them say
/// (the name of one ship) tells two look-alike stories apart.
struct StoryModel {
  private let first: LinearModel
  private let second: LinearModel

  /// The features of the second step.
  static let contrasts = ["first", "contrast", "nameContrast"]

  init(_ table: LearnedTable) {
    first = LinearModel("first", of: table, features: StoryText.features)
    second = LinearModel("second", of: table, features: StoryModel.contrasts)
  }

  /// The log-odds of the first step.
  func first(_ values: [Float]) -> Float { first.logit(values) }
  /// 0…1, after the second step.
  func second(_ values: [Float]) -> Float { Float.logistic(second.logit(values)) }
}

/// How rare a word is among an article and its neighbours.
struct NeighbourWords {
  /// How many articles are counted.
  private var articles: Float
  private var counts: [UInt32: Float] = [:]
  private var nameCounts: [UInt32: Float] = [:]

  init(_ texts: [StoryText]) {
    articles = Float(texts.count)
    for text in texts {
      for component in text.body.components { counts[component.hash, default: 0] += 1 }
      for name in text.mainNames { nameCounts[name.hash, default: 0] += 1 }
    }
  }

  /// The words that another one has too, weighed by how few have them.
  func contrasted(_ body: ArticleVector) -> ArticleVector {
    ArticleVector(
      components: body.components.compactMap { component in
        guard let count = counts[component.hash], count > 1, count < articles + 1 else {
          return nil
        }
        let rarity = Float.logarithm((articles + 1) / count)
        return .init(hash: component.hash, weight: component.weight * rarity)
      })
  }

  func contrasted(names: [ArticleVector.Component]) -> ArticleVector {
    ArticleVector(
      components: names.compactMap { name in
        guard let count = nameCounts[name.hash], count > 1 else { return nil }
        return .init(
          hash: name.hash, weight: name.weight * Float.logarithm((articles + 1) / count))
      })
  }

  /// How much each word of a text tells among its neighbours' words, more than 0.
  func rarities(of body: ArticleVector) -> WordRarities {
    WordRarities(
      components: body.components.map {
        .init(
          hash: $0.hash,
          weight: Float.logarithm((articles + 1.5) / max(1, counts[$0.hash] ?? 1)))
      })
  }
}

/// How much the words of one article tell among its neighbours' words.
struct WordRarities {
  /// Sorted by hash.
  fileprivate var components: [ArticleVector.Component] = []

  /// Of a word without neighbours that might share it.
  static let none = WordRarities(components: [])

  subscript(hash: UInt32) -> Float {
    var (low, high) = (0, components.count)
    while low < high {
      let middle = (low + high) / 2
      if components[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low < components.count && components[low].hash == hash ? components[low].weight : 0.9
  }
}
