/// All that merging has learned: of stories, of mentions and of trigger words.
///
/// An object, since every comparison of two mentions is handed it.
package final class MergingModels: Sendable {
  let stories: StoryModel
  let kinship: TriggerKinship
  let mentions: LinearModel
  let trees: DecisionTrees

  /// Those that are built in.
  package static let shipped = MergingModels(tables: LearnedTable.builtIn)

  /// `table` gives the text of a table by its name, such as `stories.tsv`.
  package init(tables table: (_ name: String) -> String) {
    stories = StoryModel(LearnedTable(table("stories.tsv")))
    kinship = TriggerKinship(
      senses: LearnedTable(table("senses.tsv")), synonyms: LearnedTable(table("synonyms.tsv")))
    mentions = LinearModel(
      "mentions", of: LearnedTable(table("mentions.tsv")), features: MentionEvidence.features)
    trees = DecisionTrees(
      LearnedTable(table("trees.tsv")),
      features: MentionEvidence.features + MentionEvidence.neighbourhood)
  }
}
