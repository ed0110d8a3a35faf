import DatelineModel

/// Notes down what merging saw, for those who learn from it.
package final class MergingEvidence {
  package struct ArticlePair {
    package var a: String
    package var b: String
    /// By the names of ``storyFeatures``.
    package var first: [Float]
    /// By the names of ``contrastFeatures``; empty for those who are no neighbours.
    package var second: [Float]
  }
  package struct MentionPair {
    /// Article and event index in it.
    package var a: (article: String, event: Int)
    package var b: (article: String, event: Int)
    /// By the names of ``mentionFeatures``.
    package var values: [Float]
    package var knowledge: Float
  }

  package private(set) var articles: [ArticlePair] = []
  package private(set) var mentions: [MentionPair] = []

  package init() {}

  package static var storyFeatures: [String] { StoryText.features }
  package static var contrastFeatures: [String] { StoryModel.contrasts }
  package static var mentionFeatures: [String] {
    MentionEvidence.features + MentionEvidence.neighbourhood
  }

  func note(
    _ all: [AnnotatedArticle], _ stories: StoryNeighbours, _ pairing: MentionPairing,
    _ origins: [(article: Int, event: Int)]
  ) {
    for (pair, first, second) in stories.values {
      articles.append(
        ArticlePair(
          a: all[pair.a].article.id, b: all[pair.b].article.id, first: first, second: second))
    }
    let beside = MentionSurroundings(pairing.profiles, pairs: pairing.pairs)
    for pair in pairing.pairs {
      let (a, b) = (Int(pair.a), Int(pair.b))
      guard
        let found = MentionLikeness(
          pairing.profiles[a], pairing.profiles[b], story: pair.story, words: pair.words,
          models: pairing.models),
        !found.evidence.isEmpty
      else { continue }
      mentions.append(
        MentionPair(
          a: (all[origins[a].article].article.id, origins[a].event),
          b: (all[origins[b].article].article.id, origins[b].event),
          values: found.evidence + beside.values(of: pair), knowledge: found.knowledge))
    }
  }
}
