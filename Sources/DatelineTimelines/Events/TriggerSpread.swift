/// Where in a story a trigger word stands: what most of its articles tell is its news, and two words
/// that stand side by side in its sentences tell two happenings.
///
/// An object, since all mentions of the word share it.
final class TriggerSpread: Sendable {
  /// The part of the story's articles that have the word, 0…1.
  let share: Float
  /// Sorted: the articles that have it, and its sentences, by numbers of their own.
  private let articles: [UInt32]
  private let sentences: [UInt32]

  /// Of a word whose story is not known.
  static let unknown = TriggerSpread(share: 0, articles: [], sentences: [])

  /// As many articles and sentences tell how two words stand to each other.
  private static let most = 64

  private init(share: Float, articles: [UInt32], sentences: [UInt32]) {
    self.share = share
    self.articles = articles
    self.sentences = sentences
  }

  /// How often the rarer of two words stands in one article, and in one sentence, with the other one,
  /// each 0…1; of one word, 0.
  func meetings(with other: TriggerSpread) -> (inArticles: Float, inSentences: Float) {
    if self === other { return (0, 0) }
    func part(_ a: [UInt32], _ b: [UInt32]) -> Float {
      Float(a.shared(with: b)) / Float(max(1, min(a.count, b.count)))
    }
    return (part(articles, other.articles), part(sentences, other.sentences))
  }

  /// The profiles, which come by article, with the spread of their trigger words.
  ///
  /// `stories` are groups of articles, each in one.
  static func noted(in profiles: [MentionProfile], stories: [[Int]]) -> [MentionProfile] {
    let storyOf = stories.homes(count: stories.joined().count)
    struct Word: Hashable {
      let story: Int
      let lemma: UInt32
    }
    let words = profiles.map { Word(story: storyOf[$0.article], lemma: $0.lemma) }
    var places: [Word: (articles: [UInt32], sentences: [UInt32], count: Int)] = [:]
    var sentence: (number: UInt32, article: Int, place: Int) = (0, -1, -1)
    for (profile, word) in zip(profiles, words) {
      if (profile.article, profile.sentence) != (sentence.article, sentence.place) {
        sentence = (sentence.number + 1, profile.article, profile.sentence)
      }
      var own = places[word] ?? ([], [], 0)
      if own.articles.last != UInt32(profile.article) {
        own.count += 1
        if own.articles.count < most { own.articles.append(UInt32(profile.article)) }
      }
      if own.sentences.last != sentence.number, own.sentences.count < most {
        own.sentences.append(sentence.number)
      }
      places[word] = own
    }
    var spreads: [Word: TriggerSpread] = [:]
    for (word, own) in places {
      spreads[word] = TriggerSpread(
        share: Float(own.count) / Float(stories[word.story].count), articles: own.articles,
        sentences: own.sentences)
    }
    return zip(profiles, words).map { profile, word in
      var profile = profile
      profile.spread = spreads[word]!
      return profile
    }
  }
}
