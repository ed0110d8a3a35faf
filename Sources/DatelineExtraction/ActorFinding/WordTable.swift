/// What the words around names do, by token hash, in an open-addressed table.
struct WordTable: Sendable {
  struct Classes: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    /// Begins sentences and is no name.
    static let closed = Classes(rawValue: 1 << 0)
    static let say = Classes(rawValue: 1 << 1)
    static let act = Classes(rawValue: 1 << 2)
    /// A place follows.
    static let preposition = Classes(rawValue: 1 << 3)
    /// A place or an actor follows.
    static let toward = Classes(rawValue: 1 << 4)
    /// Part of a name in lower case.
    static let particle = Classes(rawValue: 1 << 5)
    static let calendar = Classes(rawValue: 1 << 6)
    /// A title that only persons bear.
    static let courtesy = Classes(rawValue: 1 << 7)
    static let organizationHead = Classes(rawValue: 1 << 8)
    static let locationHead = Classes(rawValue: 1 << 9)
    static let eventHead = Classes(rawValue: 1 << 10)
    /// A title of one word.
    static let title = Classes(rawValue: 1 << 11)
    /// What the entity model has learned of heads and modifiers of nominals: all but those flagged
    /// `unlearned`, which the rules alone look at.
    static let learnedHead = Classes(rawValue: 1 << 12)
    static let learnedModifier = Classes(rawValue: 1 << 13)
    static let loaded = Classes(rawValue: 1 << 14)
    /// Armed, and of no state: "rebels", "terrorists".
    static let irregular = Classes(rawValue: 1 << 15)
    /// A verb that a capital's government does, and no town.
    static let govern = Classes(rawValue: 1 << 16)
    /// A kind of place whose name follows "of": "the villages of".
    static let site = Classes(rawValue: 1 << 17)
    /// The past of a verb that is not told by its ending: "shot", "withdrew".
    static let past = Classes(rawValue: 1 << 18)
    /// What an armed side holds, whose name goes before: "rebel positions".
    static let holding = Classes(rawValue: 1 << 19)
    /// Describes the noun behind it as often as it names somebody: "police raid", "passenger train".
    static let descriptive = Classes(rawValue: 1 << 20)
    /// A kind of storm, whose name follows: "Hurricane Maria".
    static let storm = Classes(rawValue: 1 << 21)
    /// Names somebody only behind another word: "secretary general".
    static let trailing = Classes(rawValue: 1 << 22)
    /// Ends a Korean given name behind a hyphen: "Ki-moon".
    static let syllable = Classes(rawValue: 1 << 23)

    /// A verb that is done to a capital's government, and to no town: "accused".
    static let address = Classes(rawValue: 1 << 24)
    static let nominalHead = Classes(rawValue: 1 << 25)
    static let nominalModifier = Classes(rawValue: 1 << 26)
    /// A verb may follow: "has", "who", "they", "the blast".
    static let leading = Classes(rawValue: 1 << 27)
    /// Describes the word behind it, and is done to it where somebody stands before: "jailed activists".
    static let deed = Classes(rawValue: 1 << 28)

    /// A verb behind "to" or "which": "to monitor the truce".
    static let verbal = Classes(rawValue: 1 << 30)
    /// A month that is a family name as well: "Theresa May".
    static let surname = Classes(rawValue: 1 << 29)

    /// A kind of firm, or what none but a firm has: "the carmaker", "Arden shareholders".
    static let firm = Classes(rawValue: 1 << 31)

    static let names: [String: Classes] = [
      "closed": .closed, "say": .say, "act": .act, "preposition": .preposition,
      "toward": .toward, "particle": .particle, "calendar": .calendar, "courtesy": .courtesy,
      "organization": .organizationHead, "location": .locationHead, "event": .eventHead,
      "govern": .govern, "site": .site, "past": .past, "holding": .holding,
      "storm": .storm, "syllable": .syllable, "address": .address,
      "leading": .leading, "surname": .surname, "firm": .firm,
    ]
  }

  /// The classes that the entity model looks at; weights are learned anew where these change.
  static let seenByModel = Classes(rawValue: 0x7FFF)

  /// A hash of all words with the classes that the model looks at, in whatever order they came.
  var modelHash: UInt32 {
    var sum: UInt32 = 0
    for (key, value) in zip(keys, values) {
      let seen = value.intersection(WordTable.seenByModel).rawValue
      if seen != 0 { sum &+= (key ^ seen &* 0x9E37_79B1) &* 16_777_619 }
    }
    return sum
  }

  private var keys: [UInt32]
  private var values: [Classes]
  private var count = 0

  init() {
    keys = Array(repeating: 0, count: 4096)
    values = Array(repeating: [], count: 4096)
  }

  mutating func insert(_ classes: Classes, for hash: UInt32) {
    if count * 2 > keys.count { grow() }
    var slot = Int(hash) & (keys.count - 1)
    while !values[slot].isEmpty, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
    if values[slot].isEmpty { count += 1 }
    keys[slot] = hash
    values[slot].formUnion(classes)
  }

  subscript(hash: UInt32) -> Classes {
    var slot = Int(hash) & (keys.count - 1)
    while !values[slot].isEmpty {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return []
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { !$0.1.isEmpty }
    keys = Array(repeating: 0, count: keys.count * 2)
    values = Array(repeating: [], count: values.count * 2)
    count = 0
    for (key, value) in old { insert(value, for: key) }
  }
}
