/// The part that a word plays in its sentence, as far as clauses need it.
enum WordTag: UInt8, Sendable {
  case noun, time, determiner, preposition, to, coordinator, subordinator, relative, pronoun
  case modal, be, have, `do`, negation, adverb, adjective, number
  case base, present, past, participle, gerund
  case comma, pause, quote, bracket, possessive

  /// A verb or auxiliary that a verb group may begin with.
  var opensVerbGroup: Bool {
    switch self {
    case .modal, .be, .have, .do, .base, .present, .past, .participle, .gerund: true
    default: false
    }
  }

  var isLexicalVerb: Bool {
    switch self {
    case .base, .present, .past, .participle, .gerund: true
    default: false
    }
  }

  /// A mark that parts what stands around it; an apostrophe or a joining hyphen does not.
  var isMark: Bool {
    switch self {
    case .comma, .pause, .quote, .bracket: true
    default: false
    }
  }

  /// What a noun phrase is made of.
  var isNominal: Bool {
    switch self {
    case .noun, .pronoun, .number, .time: true
    default: false
    }
  }
}

/// A word of a closed class, with what it tells of a clause.
struct ClosedWord: Sendable {
  struct Cues: OptionSet, Hashable, Sendable {
    let rawValue: UInt64
    static let not = Cues(rawValue: 1)
    static let none = Cues(rawValue: 2)
    static let future = Cues(rawValue: 4)
    static let would = Cues(rawValue: 8)
    static let possible = Cues(rawValue: 16)
    static let upcoming = Cues(rawValue: 32)
    static let alleged = Cues(rawValue: 64)
    static let allegedly = Cues(rawValue: 128)
    static let conditional = Cues(rawValue: 256)
    static let temporal = Cues(rawValue: 512)
    static let ongoing = Cues(rawValue: 1024)
    static let previous = Cues(rawValue: 2048)
    static let weekday = Cues(rawValue: 4096)
    static let relative = Cues(rawValue: 8192)
    /// "people": no actor.
    static let faceless = Cues(rawValue: 16384)
    /// "children": counted among the victims.
    static let victim = Cues(rawValue: 32768)
    /// "city", "province": a kind of place.
    static let site = Cues(rawValue: 65536)
    /// "recent": when, nobody says.
    static let vague = Cues(rawValue: 131072)
    /// "sources", "report": may be said to say something.
    static let speaker = Cues(rawValue: 262_144)
    /// What is counted, and no victim: "two stages", "three tanks".
    static let thing = Cues(rawValue: 524_288)
    /// "woman", "guard": somebody, whom no table of actors knows.
    static let person = Cues(rawValue: 8_796_093_022_208)
    /// "police", "gunmen": several, without an "s".
    static let plural = Cues(rawValue: 17_592_186_044_416)
    /// "civilians": what victims of violence are.
    static let bystander = Cues(rawValue: 1_048_576)
    /// "in", "during": what is done falls into the time of what follows.
    static let within = Cues(rawValue: 2_097_152)
    /// "Sept. 11-style": behind a time and a hyphen, like what was then.
    static let likeness = Cues(rawValue: 4_194_304)

    /// "number", "count": what follows is counted.
    static let tally = Cues(rawValue: 8_388_608)
    /// "include": what follows is a part of what stands before.
    static let comprising = Cues(rawValue: 16_777_216)
    /// "bombs", "missiles": who fires or drops them attacks.
    static let weapon = Cues(rawValue: 33_554_432)
    /// "explosions", "gunmen": how many there were outlets disagree on.
    static let counted = Cues(rawValue: 67_108_864)
    /// "buses", "houses", "drones": counted beside those harmed.
    static let countable = Cues(rawValue: 268_435_456)
    /// "mm", "kilometres": what the number before it measures.
    static let measure = Cues(rawValue: 536_870_912)
    /// "clinic", "embassy": where something is done, and what attacks are on.
    static let facility = Cues(rawValue: 1_073_741_824)
    /// "aboard", "condition": says how it stands with those counted.
    static let state = Cues(rawValue: 2_147_483_648)
    /// "See also:": what follows is told elsewhere.
    static let pointer = Cues(rawValue: 134_217_728)

    /// "dozens": so many people, where no noun follows.
    static let crowd = Cues(rawValue: 4_294_967_296)

    /// "workers", "union": who goes on strike.
    static let labour = Cues(rawValue: 8_589_934_592)
    /// "bus", "lightning": hits something without meaning to.
    static let vehicle = Cues(rawValue: 17_179_869_184)

    /// "was", "hadn't", "did": an auxiliary that makes its verb past.
    static let past = Cues(rawValue: 34_359_738_368)

    /// "unrelated": of another happening than the one told of.
    static let apart = Cues(rawValue: 68_719_476_736)
    /// "regularly", "usually": told of any time.
    static let habit = Cues(rawValue: 1_099_511_627_776)
    /// "responsibility": whoever claims it for a deed says that he did it.
    static let credit = Cues(rawValue: 4_398_046_511_104)
    /// "behind", "responsible": whoever is so has done it.
    static let culprit = Cues(rawValue: 70_368_744_177_664)
    /// "anniversary": what follows "of" was long ago.
    static let recall = Cues(rawValue: 2_199_023_255_552)
    /// "over", "for": what follows is why it is done.
    static let ground = Cues(rawValue: 549_755_813_888)
    /// "earlier", "previously": before the time that is told of.
    static let earlier = Cues(rawValue: 137_438_953_472)
    /// "compared with", "in comparison with": a time behind it is only held against the deed's.
    static let contrast = Cues(rawValue: 274_877_906_944)

    /// "members": stand for whom stands behind "of".
    static let membership = Cues(rawValue: 35_184_372_088_832)
    /// "supporters": act for themselves, and not for whom stands behind "of".
    static let separate = Cues(rawValue: 140_737_488_355_328)

    static let names: [String: Cues] = [
      "not": .not, "none": .none, "future": .future, "would": .would, "possible": .possible,
      "upcoming": .upcoming, "alleged": .alleged, "allegedly": .allegedly,
      "conditional": .conditional, "temporal": .temporal, "ongoing": .ongoing,
      "previous": .previous, "weekday": .weekday, "relative": .relative,
      "faceless": .faceless, "victim": .victim, "site": .site, "vague": .vague, "speaker": .speaker,
      "thing": .thing, "bystander": .bystander, "person": .person,
      "plural": .plural,
      "within": .within, "likeness": .likeness, "tally": .tally, "comprising": .comprising,
      "weapon": .weapon, "counted": .counted, "pointer": .pointer,
      "state": .state, "facility": .facility, "countable": .countable, "measure": .measure,
      "crowd": .crowd, "labour": .labour, "vehicle": .vehicle, "past": .past,
      "apart": .apart, "earlier": .earlier, "contrast": .contrast, "ground": .ground,
      "habit": .habit, "recall": .recall, "credit": .credit, "culprit": .culprit,
      "separate": .separate, "membership": .membership,
    ]
  }

  /// Nil where the context decides.
  var tag: WordTag?
  var cues: Cues

  static let tags: [String: WordTag] = [
    "determiner": .determiner, "preposition": .preposition, "to": .to,
    "coordinator": .coordinator, "subordinator": .subordinator, "relative": .relative,
    "pronoun": .pronoun, "modal": .modal, "be": .be, "have": .have, "do": .do,
    "negation": .negation, "adverb": .adverb,
  ]
}
