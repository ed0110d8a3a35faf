import DatelineModel
import EDTF
import Testing

@testable import DatelineTimelines

@Suite struct OutcomesTests {
  private struct Told {
    var topic: String
    var killed: Double?
    var of: String?
  }

  private static let attack = Told(topic: "attack")
  private static let talk = Told(topic: "talk")

  private static func killed(_ count: Int) -> Told { Told(topic: "death", killed: Double(count)) }

  /// The groups into which the mentions of one article are joined, a sentence each.
  private func joined(_ told: [Told]) -> [[Int]] {
    var profiles: [MentionProfile] = []
    for (number, one) in told.enumerated() {
      var mention = Mention(
        article: "a", source: "Alpha", sentence: "A bomb went off.", quote: "A bomb went off.",
        start: 1000 + number * 20, end: 1016 + number * 20, inTitle: false,
        date: EDTFValue("2031-03-04"), dateBasis: .inherited, rule: nil, anchor: nil,
        status: .asserted, isBackground: false, place: nil, participants: [], figures: [])
      if let killed = one.killed {
        mention.figures = [
          Figure(subject: .killed, of: one.of, value: killed, text: "\(Int(killed)) people")
        ]
      }
      var profile = MentionProfile(of: mention, type: .assault, topic: one.topic, series: nil)
      profile.sentence = number
      profiles.append(profile)
    }
    return Outcomes(profiles, groups: told.indices.map { [$0] }).joined()
  }

  @Test func aTollGoesToTheNearestDeedBeforeIt() {
    let groups = joined([Self.attack, Self.attack, Self.killed(12), Self.attack])
    #expect(groups == [[0], [1, 2], [3]])
  }

  @Test func aPartIsNoOtherTollThanTheWhole() {
    let deed = Told(topic: "attack", killed: 28)
    #expect(joined([deed, Told(topic: "death", killed: 3, of: "children")]) == [[0, 1]])
    #expect(joined([deed, Self.killed(3)]) == [[0], [1]])
  }

  @Test func nothingBeyondItsReachIsADeedOfAToll() {
    let between = Array(repeating: Self.talk, count: 8)
    #expect(joined([Self.attack] + between + [Self.killed(12)]).count == 10)
    #expect(joined([Self.attack] + between.dropLast() + [Self.killed(12)]).count == 8)
  }

  @Test func aTollWithoutADeedGoesToTheOneThatItsStoryIsAbout() {
    var profiles = [0, 1].map { article in
      var profile = MentionProfile(
        of: Mention(
          article: "\(article)", source: "Alpha", sentence: "A bomb went off.",
          quote: "A bomb went off.", start: 0, end: 16, inTitle: false,
          date: article == 0 ? EDTFValue("2031-03-04") : nil, dateBasis: .inherited, rule: nil,
          anchor: nil, status: .asserted, isBackground: false, place: nil, participants: [],
          figures: article == 0 ? [] : [Figure(subject: .killed, value: 3, text: "3 people")]),
        type: .assault, topic: article == 0 ? "attack" : "death", series: nil)
      profile.article = article
      return profile
    }
    func joined() -> [[Int]] {
      Outcomes(profiles, groups: [[0], [1]], storyDeeds: [1: 0]).joined()
    }
    #expect(joined() == [[0, 1]])
    #expect(Outcomes(profiles, groups: [[0], [1]]).joined() == [[0], [1]])
    profiles[0].place = 1
    profiles[1].place = 2
    #expect(joined() == [[0], [1]])
  }

  @Test func anArticleOfThousandsOfTollsIsReadOnce() {
    let told = (0..<12_000).map { $0 % 2 == 0 ? Self.attack : Self.killed($0) }
    let start = ContinuousClock.now
    let groups = joined(told)
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(groups == (0..<6000).map { [2 * $0, 2 * $0 + 1] })
  }
}
