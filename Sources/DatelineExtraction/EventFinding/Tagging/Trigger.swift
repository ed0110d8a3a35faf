import DatelineModel

/// A word or phrase that tells a happening, with its type.
struct Trigger: Sendable {
  struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    /// Told only with a date, figure or place of its own.
    static let weak = Traits(rawValue: 1 << 0)
    static let lasting = Traits(rawValue: 1 << 1)
    /// All who take part are actors.
    static let mutual = Traits(rawValue: 1 << 2)
    /// The subject suffers it.
    static let patient = Traits(rawValue: 1 << 3)
    static let speech = Traits(rawValue: 1 << 4)
    /// Lends its subject and date to the noun beside it.
    static let light = Traits(rawValue: 1 << 5)

    /// Lasting, and done by one side: an offensive, a siege.
    static let agent = Traits(rawValue: 1 << 6)

    /// No happening where it has an object.
    static let intransitive = Traits(rawValue: 1 << 7)

    /// Means this of people alone: "dismissed the minister", and not "dismissed the claim".
    static let people = Traits(rawValue: 1 << 8)

    /// Means this of workers alone: "the strike by dock workers".
    static let labour = Traits(rawValue: 1 << 9)

    /// What is its object is sent or fetched, and it is done to whoever is told behind: "deployed troops in
    /// Avaria", "recalled its ambassador to Borduria".
    static let sends = Traits(rawValue: 1 << 10)

    /// No attack on a country or club: "England beat Australia".
    static let contest = Traits(rawValue: 1 << 12)

    /// "be taken to hospital": only in the passive, whatever form of "be" makes it; no flag of a table.
    static let passive = Traits(rawValue: 1 << 11)

    /// A country right before it is where it was: "Mali attack".
    static let seat = Traits(rawValue: 1 << 13)

    /// A demand where an infinitive says what is to be done: "told residents to leave".
    static let bidding = Traits(rawValue: 1 << 14)

    /// Whoever stands behind "of" does it: "the surrender of the rebels", and not "the arrest of the rebels".
    static let doer = Traits(rawValue: 1 << 15)

    /// Only where its phrase tells by whom and to whom: "a plea from the mayor to the minister".
    static let told = Traits(rawValue: 1 << 16)

    /// Only where troops, fighters or their vehicles do it: "the army entered the town".
    static let armed = Traits(rawValue: 1 << 17)

    /// What is its object is spoken of, and takes no part: "discussed Avaria with Borduria".
    static let about = Traits(rawValue: 1 << 18)

    /// Means this of a place alone: "took the town", and not "took office".
    static let place = Traits(rawValue: 1 << 19)

    /// Means this where the article has another word of its topic: "20 new cases" of flu, and not of a court.
    static let echo = Traits(rawValue: 1 << 20)

    /// With this object the verb tells another thing, and no trigger: "captured the oil", "hit a record"; of a table of
    /// its own.
    static let idle = Traits(rawValue: 1 << 21)

    static let names: [String: Traits] = [
      "weak": .weak, "lasting": .lasting, "mutual": .mutual, "patient": .patient,
      "speech": .speech, "light": .light, "agent": .agent,
      "intransitive": .intransitive, "people": .people, "labour": .labour,
      "contest": .contest, "sends": .sends, "seat": .seat, "bidding": .bidding, "doer": .doer,
      "told": .told, "armed": .armed, "about": .about, "place": .place,
      "echo": .echo,
    ]
  }

  var lemma: String
  var isVerb: Bool
  var type: EventType
  var topic: String
  var traits: Traits
  /// What a bare number beside it counts.
  var figure: Figure.Subject?

  /// "lift sanctions", "take prisoner": of several words.
  var isPhrase: Bool { lemma.utf8.contains(UInt8(ascii: " ")) }

  /// The same as an accident: "a bus hit a wall", and nobody attacks.
  var asAccident: Trigger {
    var accident = self
    accident.type = .other
    accident.topic = "accident"
    return accident
  }

  /// The same as a threat: "vowed to retaliate" promises nothing good.
  var asThreat: Trigger {
    var threat = self
    threat.type = .threaten
    threat.topic = "threat"
    return threat
  }

  /// Whether it kills and hurts, or says that somebody was.
  var isHarmful: Bool {
    switch topic {
    case "attack", "explosion", "accident", "disaster": true
    case "death", "injury": isVerb && type == .assault
    default: false
    }
  }

  /// What somebody does to others: an attack, a bombing, a killing, and no accident.
  var isDeed: Bool { isHarmful && (type == .assault || topic == "explosion") }

  /// Says that somebody was killed or hurt, and not by what.
  var isHarmToPeople: Bool { topic == "death" || topic == "injury" }

  /// Whether two deeds that "and" joins can be one: "collapsed and died", and not "checked into a clinic and
  /// married", though PLOVER lacks both. A verb that no table knows can be of any kind.
  func isOfKind(_ other: Trigger) -> Bool {
    type == other.type
      && (type != .other || topic == other.topic || topic.isEmpty || other.topic.isEmpty
        || (isHarmful || isHarmToPeople) && (other.isHarmful || other.isHarmToPeople))
  }

  /// A statement or a demand: what it speaks of has a day of its own.
  var isSaid: Bool { topic == "statement" || type.isDemand }
}

extension EventType {
  /// Said and thereby done: "we demand", "Avaria rejects".
  var isDemand: Bool {
    switch self {
    case .request, .threaten, .accuse, .reject, .support: true
    default: false
    }
  }
}

/// One printed form of a trigger: its first token leads to it, the others follow.
struct TriggerForm: Sendable {
  var rest: [UInt32]
  /// Index into ``EventLexicon/entries``.
  var entry: Int32
}
