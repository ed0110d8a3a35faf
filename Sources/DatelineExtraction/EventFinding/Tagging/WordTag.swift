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

  /// What a noun phrase may begin with.
  var opensPhrase: Bool {
    switch self {
    case .determiner, .adjective, .number, .noun: true
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
    static let not = Cues(rawValue: 1 << 0)
    static let none = Cues(rawValue: 1 << 1)
    static let future = Cues(rawValue: 1 << 2)
    static let would = Cues(rawValue: 1 << 3)
    static let possible = Cues(rawValue: 1 << 4)
    static let upcoming = Cues(rawValue: 1 << 5)
    static let alleged = Cues(rawValue: 1 << 6)
    static let allegedly = Cues(rawValue: 1 << 7)
    static let conditional = Cues(rawValue: 1 << 8)
    static let temporal = Cues(rawValue: 1 << 9)
    static let ongoing = Cues(rawValue: 1 << 10)
    static let previous = Cues(rawValue: 1 << 11)
    static let weekday = Cues(rawValue: 1 << 12)
    static let relative = Cues(rawValue: 1 << 13)
    /// "people": no actor.
    static let faceless = Cues(rawValue: 1 << 14)
    /// "children": counted among the victims.
    static let victim = Cues(rawValue: 1 << 15)
    /// "city", "province": a kind of place.
    static let site = Cues(rawValue: 1 << 16)
    /// "recent": when, nobody says.
    static let vague = Cues(rawValue: 1 << 17)
    /// "sources", "report": may be said to say something.
    static let speaker = Cues(rawValue: 1 << 18)
    /// What is counted, and no victim: "two stages", "three tanks".
    static let thing = Cues(rawValue: 1 << 19)
    /// "woman", "guard": somebody, whom no table of actors knows.
    static let person = Cues(rawValue: 1 << 43)
    /// "police", "gunmen": several, without an "s".
    static let plural = Cues(rawValue: 1 << 44)
    /// "civilians": what victims of violence are.
    static let bystander = Cues(rawValue: 1 << 20)
    /// "in", "during": what is done falls into the time of what follows.
    static let within = Cues(rawValue: 1 << 21)
    /// "Sept. 11-style": behind a time and a hyphen, like what was then.
    static let likeness = Cues(rawValue: 1 << 22)

    /// "number", "count": what follows is counted.
    static let tally = Cues(rawValue: 1 << 23)
    /// "include": what follows is a part of what stands before.
    static let comprising = Cues(rawValue: 1 << 24)
    /// "bombs", "missiles": who fires or drops them attacks.
    static let weapon = Cues(rawValue: 1 << 25)
    /// "explosions", "gunmen": how many there were outlets disagree on.
    static let counted = Cues(rawValue: 1 << 26)
    /// "buses", "houses", "drones": counted beside those harmed.
    static let countable = Cues(rawValue: 1 << 28)
    /// "mm", "kilometres": what the number before it measures.
    static let measure = Cues(rawValue: 1 << 29)
    /// "clinic", "embassy": where something is done, and what attacks are on.
    static let facility = Cues(rawValue: 1 << 30)
    /// "aboard", "condition": says how it stands with those counted.
    static let state = Cues(rawValue: 1 << 31)
    /// "See also:": what follows is told elsewhere.
    static let pointer = Cues(rawValue: 1 << 27)

    /// "dozens": so many people, where no noun follows.
    static let crowd = Cues(rawValue: 1 << 32)

    /// "workers", "union": who goes on strike.
    static let labour = Cues(rawValue: 1 << 33)
    /// "bus", "lightning": hits something without meaning to.
    static let vehicle = Cues(rawValue: 1 << 34)

    /// "was", "hadn't", "did": an auxiliary that makes its verb past.
    static let past = Cues(rawValue: 1 << 35)

    /// "unrelated": of another happening than the one told of.
    static let apart = Cues(rawValue: 1 << 36)
    /// "regularly", "usually": told of any time.
    static let habit = Cues(rawValue: 1 << 40)
    /// "responsibility": whoever claims it for a deed says that he did it.
    static let credit = Cues(rawValue: 1 << 42)
    /// "behind", "responsible": whoever is so has done it.
    static let culprit = Cues(rawValue: 1 << 46)
    /// "anniversary", "footage": what follows "of" was before.
    static let recall = Cues(rawValue: 1 << 41)
    /// "over", "for": what follows is why it is done.
    static let ground = Cues(rawValue: 1 << 39)
    /// "earlier", "previously": before the time that is told of.
    static let earlier = Cues(rawValue: 1 << 37)
    /// "compared with", "in comparison with": a time behind it is only held against the deed's.
    static let contrast = Cues(rawValue: 1 << 38)

    /// "members": stand for whom stands behind "of".
    static let membership = Cues(rawValue: 1 << 45)
    /// "supporters": act for themselves, and not for whom stands behind "of".
    static let separate = Cues(rawValue: 1 << 47)

    /// "rare", "repeatedly": told of many times up to now, where the perfect tells them.
    static let repeated = Cues(rawValue: 1 << 48)
    /// "drone": only armies have it, and the country before it is whose it is.
    static let flown = Cues(rawValue: 1 << 49)

    /// "troops", "tanks": fights, or is what fighters drive.
    static let armed = Cues(rawValue: 1 << 50)

    /// "people", "children", "civilians", "gunmen": those whom a number counts.
    static let people: Cues = [.faceless, .victim, .bystander, .counted]

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
      "separate": .separate, "membership": .membership, "repeated": .repeated,
      "flown": .flown, "armed": .armed,
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
