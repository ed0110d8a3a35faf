import Testing

@testable import DatelineTimelines

@Suite struct MajorityTests {
  @Test(
    arguments: [
      ([4, 7, 4], 3, 4), ([4, 7, 4], 4, nil), ([4, 7], 2, nil), ([], 0, nil), ([7], 1, 7),
    ] as [([Int], Int, Int?)])
  func isMoreThanHalfOfAllWhoMayVote(_ votes: [Int], _ voters: Int, _ expected: Int?) {
    #expect(votes.majority(of: voters) == expected)
  }
}
