/// What a word may be as a form of a verb.
struct VerbForm: Sendable {
  struct Shapes: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let base = Shapes(rawValue: 1)
    static let third = Shapes(rawValue: 2)
    static let past = Shapes(rawValue: 4)
    static let participle = Shapes(rawValue: 8)
    static let gerund = Shapes(rawValue: 16)
  }

  /// What the verb does to the clause below it; see `verb-cues.tsv`.
  struct Cues: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    static let report = Cues(rawValue: 1)
    static let claim = Cues(rawValue: 2)
    static let deny = Cues(rawValue: 4)
    static let plan = Cues(rawValue: 8)
    static let fail = Cues(rawValue: 16)
    static let aspect = Cues(rawValue: 32)
    static let begin = Cues(rawValue: 64)
    static let end = Cues(rawValue: 128)
    static let light = Cues(rawValue: 256)
    static let stative = Cues(rawValue: 512)
    static let befall = Cues(rawValue: 1024)
    static let gather = Cues(rawValue: 2048)
    static let attempt = Cues(rawValue: 4096)
    static let breach = Cues(rawValue: 8192)
    static let count = Cues(rawValue: 16384)
    static let losing = Cues(rawValue: 32768)
    static let naming = Cues(rawValue: 65536)
    static let shift = Cues(rawValue: 131072)
    static let outcome = Cues(rawValue: 262144)
    static let fact = Cues(rawValue: 524288)
    static let own = Cues(rawValue: 1_048_576)
    static let bare = Cues(rawValue: 2_097_152)
    static let titled = Cues(rawValue: 4_194_304)
    static let onto = Cues(rawValue: 8_388_608)
    static let felt = Cues(rawValue: 16_777_216)
    static let rival = Cues(rawValue: 33_554_432)

    static let names: [String: Cues] = [
      "report": .report, "claim": .claim, "deny": .deny, "plan": .plan, "fail": .fail,
      "aspect": .aspect, "begin": .begin, "end": .end, "light": .light, "stative": .stative,
      "befall": .befall, "gather": .gather, "attempt": .attempt,
      "breach": .breach, "count": .count, "losing": .losing, "naming": .naming,
      "shift": .shift, "outcome": .outcome, "fact": .fact, "own": .own,
      "bare": .bare, "titled": .titled, "onto": .onto, "felt": .felt,
      "rival": .rival,
    ]
  }

  /// Index into ``EventLexicon/lemmas``.
  var lemma: Int32
  var shapes: Shapes
  /// 0, never a noun, to 3, nearly always.
  var nounLean: UInt8
  /// The participle is an adjective too.
  var isAdjective: Bool
  /// "attacked" behind a noun may describe it, "died" does not.
  var takesObject: Bool
  var cues: Cues
}
