import DatelineModel

/// What a text has told so far, for what takes it up: "they", "the attack", "ten of them".
struct TextMemory {
  /// Nominal triggers of the sentences before, by index into the lexicon's entries.
  var named: Set<Int> = []
  /// Who a pronoun of the next clause may stand for.
  var focus = Focus()
  /// What the sentence before counted.
  var counted: TollFinder.Counted?
}
