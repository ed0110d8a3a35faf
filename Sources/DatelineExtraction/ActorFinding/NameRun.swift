import DatelineModel

/// A stretch of a passage that a rule takes for a name.
struct NameRun {
  var tokens: Range<Int>
  var kind: EntityMention.Kind
  /// How sure the rule is: 1 a guess, 3 told by a title, suffix or table, 5 beyond doubt.
  var strength: Float
  var rule: String
  /// Index into ``ActorTables/known``, or -1.
  var known: Int = -1
}
