import DatelineModel
import EDTF
import Testing

@testable import DatelineTimelines

/// Counts of those caught for one attack are one happening, whatever the day of the report.
@Suite struct ArrestsTests {
  private struct Told {
    var article: Int
    var day: String?
    var basis = DateBasis.inherited
    var arrested: Double?
    var isBackground = false
  }

  /// The groups into which an attack that all articles lead with, and arrests, each of its own, are joined.
  private func joined(_ told: [Told]) -> [[Int]] {
    let attacks = Set(told.map(\.article)).sorted().map { Told(article: $0, day: "2031-03-04") }
    let profiles = (attacks + told).map { one in
      var profile = MentionProfile(
        of: Mention(
          article: "\(one.article)", source: "Alpha", sentence: "They did.", quote: "They did.",
          start: 0, end: 9,
          inTitle: false, date: one.day.map { EDTFValue($0)! },
          dateBasis: one.day == nil ? .none : one.basis,
          rule: nil, anchor: nil, status: .asserted, isBackground: one.isBackground, place: nil,
          participants: [],
          figures: one.arrested.map {
            [Figure(subject: .detained, value: $0, text: "\($0) people")]
          } ?? []),
        type: one.arrested == nil ? .assault : .coerce,
        topic: one.arrested == nil ? "attack" : "arrest", series: nil)
      profile.article = one.article
      return profile
    }
    let lead = Array(attacks.indices)
    let groups = [lead] + told.indices.map { [attacks.count + $0] }
    return Arrests(profiles, groups: groups)
      .joined(over: Dictionary(uniqueKeysWithValues: attacks.map { ($0.article, 0) }))
  }

  @Test func countsWithoutADayOfTheirOwnAreOne() {
    #expect(
      joined([
        Told(article: 0, day: "2031-03-05", arrested: 6), Told(article: 1, day: nil, arrested: 8),
        Told(article: 2, day: "2031-03-07", arrested: 10),
      ]) == [[0, 1, 2], [3, 4, 5]])
  }

  @Test func theyJoinTheOneDayThatIsTold() {
    let open = Told(article: 0, day: nil, arrested: 8)
    let tuesday = Told(article: 1, day: "2031-03-04", basis: .weekday, arrested: 6)
    #expect(joined([open, tuesday]) == [[0, 1], [2, 3]])
    let thursday = Told(article: 2, day: "2031-03-06", basis: .weekday, arrested: 3)
    #expect(joined([open, tuesday, thursday]).count == 4, "of two days there are two")
  }

  @Test func whatWasBeforeIsOfSomethingElse() {
    let open = Told(article: 0, day: nil, arrested: 8)
    #expect(
      joined([open, Told(article: 1, day: "2031-01-20", arrested: 20, isBackground: true)]).count
        == 3)
    #expect(joined([open, Told(article: 1, day: "2031-04-20", arrested: 20)]).count == 3)
  }
}
