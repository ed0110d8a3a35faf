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

/// How many of an article and its neighbours have each of the article's words.
struct NeighbourWords {
  private let own: StoryText
  /// How many articles are counted.
  private let articles: Float
  /// By the places of the own words and main names.
  private var counts: [Float]
  private var nameCounts: [Float]

  init(of own: StoryText, among neighbours: [StoryText]) {
    self.own = own
    articles = Float(neighbours.count + 1)
    counts = [Float](repeating: 1, count: own.body.components.count)
    nameCounts = [Float](repeating: 1, count: own.mainNames.count)
    for other in neighbours {
      own.body.count(in: other.body, &counts)
      for (place, name) in own.mainNames.enumerated()
      where other.mainNames.contains(where: { $0.hash == name.hash }) {
        nameCounts[place] += 1
      }
    }
  }

  /// The words that another one has too, weighed by how few have them.
  func contrasted() -> ArticleVector {
    ArticleVector(
      components: zip(own.body.components, counts).compactMap { component, count in
        guard count > 1, count < articles + 1 else { return nil }
        let rarity = Float.logarithm((articles + 1) / count)
        return .init(hash: component.hash, weight: component.weight * rarity)
      })
  }

  /// The same of the main names.
  func contrastedNames() -> ArticleVector {
    ArticleVector(
      components: zip(own.mainNames, nameCounts).compactMap { name, count in
        guard count > 1 else { return nil }
        return .init(
          hash: name.hash, weight: name.weight * Float.logarithm((articles + 1) / count))
      })
  }

  /// How much each word of the article tells among its neighbours' words, more than 0.
  func rarities() -> WordRarities {
    WordRarities(
      components: zip(own.body.components, counts).map { component, count in
        .init(hash: component.hash, weight: Float.logarithm((articles + 1.5) / count))
      })
  }
}

extension ArticleVector {
  /// Adds 1 for each of the own words that another text has too, by the word's place.
  fileprivate func count(in other: ArticleVector, _ counts: inout [Float]) {
    counts.withUnsafeMutableBufferPointer { counts in
      components.withUnsafeBufferPointer { a in
        other.components.withUnsafeBufferPointer { b in
          ArticleVector.forEachShared(a, b) { place, _ in counts[place] += 1 }
        }
      }
    }
  }
}

/// How much the words of one article tell among its neighbours' words.
struct WordRarities {
  /// Sorted by hash.
  fileprivate var components: [ArticleVector.Component] = []

  /// Of a word without neighbours that might share it.
  static let none = WordRarities(components: [])

  subscript(hash: UInt32) -> Float {
    let place = components.place { $0.hash < hash }
    return place < components.count && components[place].hash == hash
      ? components[place].weight : 0.9
  }
}
