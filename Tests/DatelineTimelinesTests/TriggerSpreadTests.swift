import DatelineModel
import EDTF
import Testing

@testable import DatelineTimelines

@Suite struct TriggerSpreadTests {
  /// One mention a word: `told` has for each article the words of its sentences.
  private func spreads(_ told: [[[String]]], stories: [[Int]]) -> [[String: TriggerSpread]] {
    var profiles: [MentionProfile] = []
    var words: [String] = []
    for (article, sentences) in told.enumerated() {
      for (sentence, triggers) in sentences.enumerated() {
        for word in triggers {
          var profile = MentionProfile(
            of: Mention(
              article: "\(article)", source: "Alpha", sentence: word, quote: word, start: 0,
              end: word.count, inTitle: false, date: nil, dateBasis: .none, rule: nil, anchor: nil,
              status: .asserted, isBackground: false, place: nil, participants: [], figures: []),
            type: .other, topic: nil, series: nil)
          profile.article = article
          profile.sentence = sentence
          profile.lemma = StableHash(word).short
          profiles.append(profile)
          words.append(word)
        }
      }
    }
    var found = [[String: TriggerSpread]](repeating: [:], count: told.count)
    for (profile, word) in zip(TriggerSpread.noted(in: profiles, stories: stories), words) {
      found[profile.article][word] = profile.spread
    }
    return found
  }

  @Test func shareCountsTheArticlesOfTheStory() {
    let found = spreads(
      [[["fire"], ["fire"]], [["fire"], ["rescue"]], [["blaze"]], [["fire"]]],
      stories: [[0, 1, 2], [3]])
    #expect(found[0]["fire"]?.share == Float(2) / 3)
    #expect(found[1]["rescue"]?.share == Float(1) / 3)
    #expect(found[3]["fire"]?.share == 1, "another story")
    #expect(found[0]["fire"] === found[1]["fire"])
    #expect(found[0]["fire"] !== found[3]["fire"])
  }

  @Test func whatStandsSideBySideMeets() throws {
    let found = spreads(
      [[["fire", "rescue"], ["rescue"]], [["blaze"], ["rescue", "fire"]], [["fire"]]],
      stories: [[0, 1, 2]])
    let (fire, rescue) = (try #require(found[0]["fire"]), try #require(found[0]["rescue"]))
    let blaze = try #require(found[1]["blaze"])
    #expect(fire.meetings(with: rescue) == (1, 2 / 3))
    #expect(rescue.meetings(with: fire) == (1, 2 / 3))
    #expect(fire.meetings(with: blaze) == (1, 0))
    #expect(fire.meetings(with: fire) == (0, 0))
    #expect(fire.meetings(with: .unknown) == (0, 0))
  }
}
