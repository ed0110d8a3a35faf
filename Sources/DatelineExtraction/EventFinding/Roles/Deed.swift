import DatelineModel

/// What is done, as far as it decides who takes which part in it.
struct Deed {
  let passage: TaggedPassage
  let clause: Clause
  let trigger: Trigger
  /// Token of the trigger's head.
  let head: Int
  /// Behind the trigger's last word: "rounded up |".
  let triggerEnd: Int
  /// By index in the passage.
  let sentence: Int
  /// The noun is the subject, and so the verb's own subject does not act.
  let isSubjectNoun: Bool
  /// Done to the subject.
  private(set) var isPassive = false
  /// The verb only tells of it: "reported dozens of air strikes".
  private(set) var isReported = false

  init(_ draft: EventDraft, isSubjectNoun: Bool, in passage: TaggedPassage) {
    self.passage = passage
    clause = draft.clause
    trigger = draft.trigger
    head = draft.head
    var end = draft.head + 1
    while end < draft.clause.range.upperBound,
      Int(passage.text.tokens[end].start) < draft.mention.trigger.end
    {
      end += 1
    }
    triggerEnd = end
    sentence = draft.mention.sentence
    self.isSubjectNoun = isSubjectNoun
    isPassive = ownGroup?.isPassive == true || isUndergone
    isReported = isToldByVerb
  }

  /// The verb's own: of "were expected to arrive", nobody is done anything by "arrive".
  private var ownGroup: VerbGroup? {
    guard trigger.isVerb, clause.group?.main != head else { return clause.group }
    return clause.others.first { $0.main == head && $0.tense == .infinitive } ?? clause.group
  }

  /// All who take part are actors.
  var isMutual: Bool { trigger.traits.contains(.mutual) }

  /// "lift [sanctions]", "open an [inquiry]": the noun that the verb's own phrase holds.
  var ownNoun: UInt32? {
    guard trigger.isVerb, trigger.isPhrase, let word = trigger.lemma.split(separator: " ").last
    else { return nil }
    return Token.hash(of: String(word))
  }

  /// The part of whoever is the verb's subject.
  var subjectRole: Participant.Role {
    if trigger.traits.contains(.patient) {
      // "The army will evacuate the settlements": with an object, the subject does it.
      return !isPassive && trigger.isVerb && hasObject ? .actor : .recipient
    }
    if isPassive, trigger.isVerb, !isMutual {
      // "Troops were deployed": they move, whoever sent them.
      return trigger.type == .mobilize && !hasAgent ? .actor : .recipient
    }
    if trigger.type == .assault, !trigger.isVerb, let group = clause.group, head > group.main,
      passage.verbs[group.main]?.cues.contains(.losing) == true
    {
      // "Four children lost their lives in the attack."
      return .recipient
    }
    return .actor
  }

  /// "Soldiers killed in Kelt", "twelve hurt": with nobody behind the verb whom it is done to, it is
  /// done to the subject.
  private var isUndergone: Bool {
    // "Hostages freed in Orsk".
    if passage.text.isTitle, trigger.isVerb, clause.group == nil, passage.tags[head] == .participle
    {
      return true
    }
    guard trigger.isVerb, let figure = trigger.figure, figure.isHarm,
      figure != .displaced, passage.tags[head] == .past || passage.tags[head] == .participle
    else { return false }
    // "have detained a tourist".
    if let group = clause.group, group.main == head, group.isPerfect, !group.isPassive {
      return false
    }
    // "whom the army captured in May".
    if takenUp != nil { return false }
    let next = triggerEnd
    guard next < clause.range.upperBound else { return true }
    if hasLateObject(behind: next) { return false }
    switch passage.tags[next] {
    case .comma, .pause, .bracket, .time: return true
    case .preposition, .subordinator:
      // "killed at least 14", "killed as many as 40".
      guard passage.lexicon.numbers[passage.hash(next)] != nil else { return true }
      return !(next..<min(next + 5, clause.range.upperBound)).contains {
        passage.tags[$0] == .number && passage.timex[$0] < 0
      }
    default: return false
    }
  }

  /// "arrested on Monday [three journalists]", "detained, without charge, [a tourist]": whom it is done to
  /// stands behind a time or an insertion.
  private func hasLateObject(behind start: Int) -> Bool {
    let end = clause.range.upperBound
    var position = start
    if passage.tags[position] == .comma {
      let opening = position + 1
      guard opening < end, passage.tags[opening] == .preposition,
        let closing = (opening..<end).first(where: { passage.tags[$0] == .comma })
      else { return false }
      position = closing + 1
    } else {
      if passage.tags[position] == .preposition, position + 1 < end,
        passage.timex[position + 1] >= 0
      {
        position += 1
      }
      while position < end, passage.timex[position] >= 0 { position += 1 }
    }
    guard position > start, position < end else { return false }
    return switch passage.tags[position] {
    case .determiner, .number, .adjective, .noun, .possessive: true
    default: false
    }
  }

  /// "[the soldiers] whom the army captured": whom it is done to, before the clause; not "the ambush in which".
  var takenUp: Range<Int>? {
    guard let antecedent = clause.antecedent, passage.tags[antecedent.upperBound] != .preposition
    else { return nil }
    return antecedent
  }

  /// "evacuated [the town]", "blew up [the bridge]": a noun right behind the verb, and no time.
  private var hasObject: Bool {
    guard let group = clause.group, group.main == head else { return false }
    switch trigger.topic {
    case "disaster", "accident", "explosion", "displacement": break
    default: return false
    }
    // Behind "blew up", and right behind "plunged into".
    let hasParticle =
      triggerEnd > head + 1 && passage.lexicon.prepositions[passage.hash(triggerEnd - 1)] == nil
    let start = hasParticle ? triggerEnd : group.tokens.upperBound
    var position = start
    while position < clause.range.upperBound {
      switch passage.tags[position] {
      // "exploded 50 miles away", "sank 2 percent" say how far.
      case .number
      where position == start && (trigger.topic == "accident" || trigger.topic == "explosion"):
        return false
      case .determiner, .number, .adjective, .possessive: position += 1
      case .noun: return hasParticle || position > start || passage.reference[position] >= 0
      default: return false
      }
    }
    return false
  }

  /// "reported dozens of air strikes".
  private var isToldByVerb: Bool {
    guard !trigger.isVerb, let group = clause.group, !group.isPassive,
      head > group.main, let verb = passage.verbs[group.main]
    else { return false }
    // "The agency raised the death toll": it counts, and none of its own died.
    if trigger.topic == "death", passage.isCount(group.main) { return true }
    return verb.cues.contains(.report) && !verb.cues.contains(.plan)
      && !verb.cues.contains(.end) && !isDoneBySaying && trigger.type != .agree
      && trigger.type != .consult
  }

  /// "announced a suspension": said, and thereby done.
  private var isDoneBySaying: Bool {
    switch trigger.type {
    case .sanction, .aid, .mobilize, .retreat, .support, .cooperate, .request, .threaten: true
    default: false
    }
  }

  /// "Syria has been gripped by militancy", "is in a state of war": the state is where it goes on.
  var isSituated: Bool {
    guard let group = clause.group, head > group.main else { return false }
    return group.isCopula && trigger.traits.contains(.lasting)
      || group.isPassive && passage.verbs[group.main]?.cues.contains(.befall) == true
  }

  /// A capital in front of a verb of speech or diplomacy stands for its government.
  var letsTownsSpeak: Bool {
    guard trigger.isVerb, !isPassive, !trigger.traits.contains(.patient) else {
      return false
    }
    switch trigger.type {
    case .consult, .request, .accuse, .reject, .threaten, .agree, .support, .sanction: return true
    default: return false
    }
  }

  /// "Avaria City supplied the rebels with guns": what governments do, and no town.
  var letsCapitalsAct: Bool {
    guard trigger.isVerb, !isPassive, !trigger.traits.contains(.patient) else { return false }
    switch trigger.type {
    case .aid, .cooperate, .yield, .mobilize: return true
    default: return false
    }
  }

  /// A message that accuses, asks or praises: "a letter from Avaria accused the rebels".
  var speaks: Bool {
    guard letsTownsSpeak, !isSubjectNoun, trigger.type.isDemand,
      let word = clause.subject.first(where: {
        passage.tags[$0] == .noun && passage.reference[$0] < 0
      })
    else { return false }
    return passage.lexicon.isMessage(passage.hash(word))
  }

  /// What happens in the state that it is done to: attacks, visits, disasters.
  var isOnTheGround: Bool {
    trigger.type == .assault || trigger.type == .other || trigger.topic == "visit"
  }

  /// Types whose deed is always towards someone.
  var isDirected: Bool {
    switch trigger.type {
    case .request, .reject, .threaten, .sanction, .yield, .coerce: true
    default: false
    }
  }

  /// What is done in a state is mostly done towards it: visits, help, troops sent.
  var isTowardsStates: Bool {
    switch trigger.type {
    case .mobilize: true
    case .aid, .cooperate, .protest: trigger.isVerb
    case .consult: trigger.isVerb && trigger.topic == "visit"
    default: isDirected
    }
  }

  /// Whose things it is done to, it is done to: a protest at their laws, a ban of their goods.
  var isAgainstOwners: Bool {
    guard trigger.isVerb, !isPassive else { return false }
    // "withdrew from Avarian soil", "massed troops near the Avarian border", "lifted its ban on Avarian wine".
    return trigger.type == .yield && trigger.isPhrase || trigger.type.isAgainstOwners
      || trigger.type == .retreat || trigger.type == .mobilize
  }

  /// "was accused of arming the rebels": done to the subject alone; what is sent or given goes to somebody
  /// else.
  var isOnSubject: Bool {
    guard trigger.isVerb, isPassive, !isMutual, !isSubjectNoun else { return false }
    switch trigger.type {
    case .mobilize, .aid, .yield, .cooperate: return false
    default: return !trigger.traits.contains(.sends)
    }
  }

  /// "Avarian villages were shelled": whose the subject is, it is done to.
  var isOnOwnerOfSubject: Bool { isOnSubject && trigger.type.isAgainstOwners }

  /// "elected", "appointed": gives an office to somebody.
  var raises: Bool {
    trigger.isVerb && !isPassive
      && (trigger.topic == "election" || trigger.topic == "appointment")
  }

  /// "was banned from the union by its members": who did it is told.
  var hasAgent: Bool {
    complement.contains { passage.tags[$0] == .preposition && passage.hash($0) == Word.by }
  }

  /// "gave", "handed over", "promised": something that somebody else gets.
  var gives: Bool {
    guard trigger.isVerb, !isPassive, !isMutual else { return false }
    switch trigger.type {
    case .aid, .yield, .cooperate, .agree: return true
    default: return trigger.traits.contains(.sends)
    }
  }

  /// "a plea from Avaria", "a loan from the bank": whose it is, and not where it began.
  var comesFromDoer: Bool {
    !trigger.isVerb
      && (trigger.type == .aid || trigger.type.isDemand || trigger.traits.contains(.doer))
      && trigger.type != .retreat
  }

  /// "deployed 600 soldiers", "recalled its ambassador": who is sent or fetched, right behind the verb, is not
  /// whom it is done to.
  func sends(_ one: ActorReference) -> Bool {
    trigger.isVerb && !isPassive && one.tokens.lowerBound >= verbEnd
      // "deployed 400 Marines".
      && (one.isNominal || passage.tags[one.tokens.lowerBound - 1] == .number)
      && (trigger.type == .mobilize || trigger.traits.contains(.sends) && !isGiven(one))
  }

  /// "gave [rebels] weapons", "granted [refugees] the right to stay": who gets what stands right behind.
  private func isGiven(_ one: ActorReference) -> Bool {
    let next = one.tokens.upperBound
    guard gives, next < clause.range.upperBound, passage.timex[next] < 0 else { return false }
    return switch passage.tags[next] {
    case .determiner, .number, .adjective, .noun: true
    default: false
    }
  }

  /// "attacks on Avarian targets", "sanctions against Avaria's banks": whose that is which they are on.
  func isOn(_ one: ActorReference, _ phrases: ActorPhrases) -> Bool {
    guard one.isDemonym || phrases.isPossessor(one) && !phrases.isTown(one),
      one.tokens.lowerBound > head
    else { return false }
    if phrases.isOpposed(one) { return true }
    return (!trigger.isVerb && trigger.type == .assault || trigger.type == .threaten)
      && phrases.isOnDeed(one, behind: head - 1)
  }

  /// "the evacuees bombing", "Kelt Clinic attack": violence is done to victims and at places, whatever
  /// their place in the clause.
  func strikes(_ one: ActorReference, _ phrases: ActorPhrases) -> Bool {
    trigger.type == .assault && !isMutual && (phrases.isVictim(one) || phrases.isFacility(one))
  }
}
