import DatelineModel

/// Who takes which part in a deed, and where it is done, as far as its clause has been read.
struct Cast {
  private let phrases: ActorPhrases
  /// The actor whom the article calls "civilians", by index.
  private let civilians: Int?
  private let isMutual: Bool
  private let isAssault: Bool
  /// Asked of somebody or done for him, and not to those whom it is against.
  private let isFavour: Bool
  private let isAid: Bool
  /// Those harmed in it are counted, as figures and not as actors.
  private let countsVictims: Bool
  /// Done to the verb's subject, and to nobody behind it.
  private let isOnSubject: Bool
  /// In the order in which they were found; of an actor's several the first counts.
  var parts: [(reference: ActorReference, role: Participant.Role)] = []
  private(set) var place: (reference: ActorReference, rank: Int)?
  /// States and towns in which it is done, which may stand for whom it is done to.
  var states: [ActorReference] = []
  var towns: [ActorReference] = []
  /// Once someone is acted on, only those joined to him are too.
  private var target: ActorReference?
  /// Whether somebody gets what is given.
  private var isHanded = false

  init(of deed: Deed, phrases: ActorPhrases, civilians: Int?) {
    self.phrases = phrases
    self.civilians = civilians
    isMutual = deed.isMutual
    isAssault = deed.trigger.type == .assault
    isFavour = deed.trigger.type == .request || deed.trigger.type == .support
    isAid = deed.trigger.type == .aid
    countsVictims = isAssault || deed.trigger.type == .other
    isOnSubject = deed.isOnSubject
  }

  func has(_ role: Participant.Role) -> Bool { parts.contains { $0.role == role } }

  /// Whether the actor has a part, under whatever name.
  func holds(_ one: ActorReference) -> Bool {
    parts.contains { $0.reference.actor == one.actor }
  }

  /// Where the topic is, is the last resort for a place, and lends none to what is told next.
  static let topical = 10

  /// A place where it may be done: of several, the least rank is taken.
  mutating func consider(_ one: ActorReference, _ rank: Int) {
    // A town says more than its country.
    let rank = rank + (phrases.actors[one.actor].kind == .place ? 0 : 4)
    if place == nil || rank < place!.rank { place = (one, rank) }
  }

  /// Gives a part to somebody who can play it, printed with whoever owns him.
  mutating func add(_ one: ActorReference, as role: Participant.Role) {
    guard !phrases.isTown(one), !isFaceless(one, as: role) else { return }
    var one = phrases.owned(phrases.widened(one))
    if role == .recipient, isAssault, phrases.isVictim(one), let civilians {
      // "pupils": one kind of those whom the text calls civilians.
      one.actor = civilians
    }
    parts.append((one, isMutual && role == .recipient ? .actor : role))
  }

  /// Casts somebody whom the deed is done to; of the others, those who are joined to him.
  mutating func act(on one: ActorReference) {
    // "asked Avaria for help against rebels": the rebels are asked nothing.
    let isAdded = isOnSubject && phrases.isAdded(one)
    let subject =
      isOnSubject && !isAdded ? parts.first { $0.role == .recipient }?.reference : nil
    if !isMutual, let last = target ?? subject, !phrases.isJoined(last, one),
      isFavour || !phrases.isOpposed(one)
    {
      return
    }
    let count = parts.count
    add(one, as: .recipient)
    if parts.count > count { target = one }
  }

  /// Casts somebody to whom something is given: not those who are only told of in what is given, as in "a list of
  /// suspects".
  mutating func hand(to one: ActorReference, from start: Int) {
    if !isHanded {
      isHanded = true
      target = nil
      parts.removeAll { part in
        guard part.role == .recipient else { return false }
        switch phrases.governor(of: part.reference, from: start) {
        case .none: return isAid && part.reference.isNominal
        case .modifier: return false
        case .preposition: return true
        }
      }
    }
    act(on: one)
  }

  /// "people", "others" are nobody that acts; of those harmed, "five children" count as victims.
  private func isFaceless(_ one: ActorReference, as role: Participant.Role) -> Bool {
    guard one.isNominal, one.tokens.count == 1 else { return false }
    let head = one.tokens.upperBound - 1
    let cues = phrases.passage.lexicon.words[phrases.passage.hash(head)]?.cues ?? []
    return cues.contains(.faceless)
      || role == .recipient && countsVictims && cues.contains(.victim) && one.tokens.lowerBound > 0
        && phrases.passage.tags[one.tokens.lowerBound - 1] == .number
        && !(isAssault && civilians != nil)
  }
}
