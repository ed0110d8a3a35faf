import Foundation
import Testing

@testable import DatelineTimelines

@Suite struct LearnedTests {
  @Test(arguments: [0.001, 0.5, 0.75, 1, 1.5, 2, 3, 10, 1460, 1e6])
  func logarithmsAreNearEnough(value: Double) {
    #expect(abs(Double(Float.logarithm(Float(value))) - log(value)) < 1e-3)
  }

  @Test(arguments: [-20.0, -3, -0.5, 0, 0.25, 4, 20])
  func logisticIsNearEnough(value: Double) {
    #expect(abs(Double(Float.logistic(Float(value))) - 1 / (1 + exp(-value))) < 1e-3)
  }

  @Test func numbersAreAtHomeInTheListThatHasThem() {
    #expect([[1, 3], [0]].homes(count: 4) == [1, 0, -1, 0])
    #expect([[Int]]().homes(count: 0).isEmpty)
  }

  @Test func linearModelTakesItsOwnRowsAlone() {
    let table = LearnedTable(
      "# why\nmodel\tfeature\tweight\na\tbias\t-1\na\ty\t2\nb\ty\t9\na\tz\t7\n")
    let model = LinearModel("a", of: table, features: ["x", "y"])
    #expect(model.logit([5, 0.5]) == 0)
    #expect(LinearModel("c", of: table, features: ["x", "y"]).logit([5, 5]) == 0)
  }

  @Test func treesAskAndAddUp() {
    let trees = DecisionTrees(
      LearnedTable(
        """
        tree\tnode\tfeature\tvalue\tleft\tright
        -\t0\t-\t-2\t0\t0
        0\t0\ty\t0.5\t1\t2
        0\t1\t-\t-1\t0\t0
        0\t2\tx\t3\t3\t4
        0\t3\t-\t4\t0\t0
        0\t4\t-\t8\t0\t0
        1\t0\t-\t0.5\t0\t0
        """), features: ["x", "y"])
    #expect(trees.logit([9, 0.5]) == -2.5, "at most the value goes left")
    #expect(trees.logit([3, 0.6]) == 2.5)
    #expect(trees.logit([3.5, 0.6]) == 6.5)
  }

  @Test func wordsAreKinByTheirSynsets() {
    let kinship = TriggerKinship(
      senses: LearnedTable(
        "lemma\town\tderived\tabove\nraid\t1 2\t\t7\nassault\t2 3\t\t8\nplunder\t4\t1\t\nwar\t5\t\t8\n"
      ),
      synonyms: LearnedTable("a\tb\todds\tsupport\nraid\tvisit\t-1.5\t0.67\n"))
    func hash(_ word: String) -> UInt32 { StableHash(word).short }
    #expect(kinship.nearness(hash("raid"), hash("raid")) == .same)
    #expect(kinship.nearness(hash("raid"), hash("assault")) == .kin)
    #expect(kinship.nearness(hash("plunder"), hash("raid")) == .kin)
    #expect(kinship.nearness(hash("war"), hash("assault")) == .cousin)
    #expect(kinship.nearness(hash("war"), hash("raid")) == .other)
    #expect(kinship.nearness(hash("war"), 0) == .other)
    #expect(kinship.learned(hash("visit"), hash("raid")).odds == -1.5)
    #expect(kinship.learned(hash("visit"), hash("visit")).support == 0)
  }

  @Test func shippedModelsKnowWhatTheyAreAskedFor() {
    let models = MergingModels.shipped
    let none = [Float](repeating: 0, count: MentionEvidence.features.count)
    var same = none
    for name in ["sameLemma", "sentence", "story", "storyLemma", "storySentence", "isLikest"] {
      if let place = MentionEvidence.features.firstIndex(of: name) { same[place] = 1 }
    }
    #expect(models.mentions.logit(same) > models.mentions.logit(none) + 2)
    let beside: [Float] = [0, 0, 1, 0]
    #expect(models.trees.logit(same + beside) > models.trees.logit(none + beside) + 1)
    #expect(models.trees.logit(none + beside) < 0)
    let words = [Float](repeating: 0, count: StoryText.features.count)
    #expect(models.stories.first(words) < 0)
    #expect(models.kinship.nearness(StableHash("meet").short, StableHash("meeting").short) == .kin)
  }
}
