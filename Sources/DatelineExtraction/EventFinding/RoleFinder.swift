import DatelineModel

/// Gives the actors of a clause their parts: who acts, on whom, where.
///
/// Source: PLOVER's roles ACTOR, RECIP and LOC.
struct RoleFinder {
  let passage: TaggedPassage
  let actors: [LocalActor]

  /// How an actor stands in its phrase.
  enum Governor: Equatable {
    case none
    case preposition(Preposition)
    /// Stands before the head of its phrase: "Syrian army raids", "Russia's attack".
    case modifier
  }

  /// Actors of a range that head their phrases, coordinated ones each.
  func heads(in range: Range<Int>) -> [ActorReference] {
    references(in: range).filter { one in
      switch governor(of: one, from: range.lowerBound) {
      case .none: true
      case .preposition(let preposition): preposition == .of
      case .modifier: false
      }
    }
  }

  func references(in range: Range<Int>) -> [ActorReference] {
    var found: [ActorReference] = []
    var last: Int32 = -1
    for position in range {
      let index = passage.reference[position]
      guard index >= 0, index != last else { continue }
      last = index
      found.append(passage.references[Int(index)])
    }
    return found
  }

  /// The word that rules an actor: looked for to the left, through its own phrase and through
  /// "A, B and".
  func governor(of one: ActorReference, from start: Int) -> Governor {
    if isModifier(one) { return .modifier }
    var position = one.tokens.lowerBound - 1
    while position >= start {
      if isQuantity(position) {
        position -= 2
        continue
      }
      if let role = passage.lexicon.prepositions[passage.hash(position)],
        passage.tags[position] == .preposition || passage.tags[position] == .to
          || passage.tags[position] == .subordinator
      {
        return .preposition(role)
      }
      switch passage.tags[position] {
      case .noun:
        if passage.reference[position] >= 0,
          passage.reference[position] != passage.reference[one.tokens.lowerBound]
        {
          let other = passage.references[Int(passage.reference[position])]
          if isJoined(other, one) || isModifier(other) {
            position = other.tokens.lowerBound - 1
            continue
          }
          // "Bashar al-Jaafari, the head of …": an apposition stands alone.
          return .none
        }
        position -= 1
      case .determiner, .adjective, .number, .possessive, .adverb, .coordinator, .comma, .time:
        position -= 1
      default: return .none
      }
    }
    return .none
  }

  /// "more than" and "at least" rule nobody.
  private func isQuantity(_ position: Int) -> Bool {
    guard position > 0 else { return false }
    switch passage.hash(position) {
    case Word.than:
      return passage.tags[position - 1] == .determiner || passage.tags[position - 1] == .noun
    case Word.least, Word.most: return passage.hash(position - 1) == Word.at
    default: return false
    }
  }

  /// Whether the head of the phrase comes later: a trigger or another actor.
  private func isModifier(_ one: ActorReference) -> Bool {
    var position = one.tokens.upperBound
    while position < passage.tags.count, position < one.tokens.upperBound + 6 {
      if passage.reference[position] >= 0 {
        // "Russian president Vladimir Putin": the later name heads the phrase.
        return passage.tags[position - 1] != .comma
      }
      switch passage.tags[position] {
      case .possessive, .adjective, .number: position += 1
      case .noun:
        if passage.lexicon.isTriggerNoun(passage.hash(position)) { return true }
        position += 1
      default: return false
      }
    }
    return false
  }

  /// "Iran, Russia and Turkey".
  private func isJoined(_ a: ActorReference, _ b: ActorReference) -> Bool {
    guard a.tokens.upperBound < b.tokens.lowerBound else { return false }
    var joins = false
    for position in a.tokens.upperBound..<b.tokens.lowerBound {
      switch passage.tags[position] {
      case .comma, .coordinator: joins = true
      case .determiner, .adjective, .adverb, .noun, .number: break
      case .preposition:
        // "as well as", "along with", "including".
        let role = passage.lexicon.prepositions[passage.hash(position)]
        guard role == .with || role == .aside else { return false }
        joins = true
      case .subordinator: joins = true
      default: return false
      }
    }
    return joins
  }

  // MARK: Filling a draft

  func fill(
    _ draft: inout EventDraft, head: Int, isSubjectNoun: Bool, content: Clause?,
    pronoun: ActorReference? = nil
  ) {
    let clause = draft.clause
    let trigger = draft.trigger
    let isMutual = trigger.traits.contains(.mutual)
    let isNounTrigger = !trigger.isVerb
    var roles: [(reference: ActorReference, role: Participant.Role)] = []
    var place: (reference: ActorReference, rank: Int)?

    func consider(_ one: ActorReference, _ rank: Int) {
      // A town says more than its country.
      let rank = rank + (actors[one.actor].kind == .place ? 0 : 4)
      if place == nil || rank < place!.rank { place = (one, rank) }
    }
    func add(_ one: ActorReference, _ role: Participant.Role) {
      if role != .location, actors[one.actor].kind == .place, one.isLocation {
        consider(one, 3)
        if role == .actor, !isMutual || trigger.isVerb {} else { return }
      }
      roles.append((one, isMutual && role == .recipient ? .actor : role))
    }

    let isPassive = clause.group?.isPassive == true
    // The subject, its own preposition phrases told apart.
    for one in references(in: clause.subject) {
      switch governor(of: one, from: clause.subject.lowerBound) {
      case .preposition(.place) where one.isLocation: consider(one, 2)
      case .preposition(.aside): break
      case .preposition(.agent): add(one, .actor)
      case .preposition(.target) where isSubjectNoun:
        one.isLocation && actors[one.actor].kind == .place ? consider(one, 1) : add(one, .recipient)
      case .preposition(.origin) where one.isLocation: break
      case .modifier:
        if isSubjectNoun, one.tokens.upperBound <= head {
          add(one, .actor)
        } else if !headFollows(one, in: clause.subject) {
          add(one, subjectRole(draft, isPassive))
        }
      default:
        if isSubjectNoun {
          add(one, one.tokens.upperBound <= head ? .actor : isMutual ? .actor : .recipient)
        } else {
          add(one, subjectRole(draft, isPassive))
        }
      }
    }
    if let pronoun { add(pronoun, subjectRole(draft, isPassive)) }
    let verbEnd = clause.group?.tokens.upperBound ?? clause.range.lowerBound
    let rest =
      max(
        verbEnd, clause.subject.upperBound)..<max(
        verbEnd, clause.range.upperBound, clause.subject.upperBound)
    // Behind an active verb with a subject of its own, whoever else acts is acted on: "rejected
    // calls by Avaria", "dismissed an Avarian offer".
    let isActed =
      !isSubjectNoun && !isMutual && !isPassive && roles.contains { $0.role == .actor }
    var states: [ActorReference] = []
    for one in references(in: rest) {
      let isTown = one.isLocation && actors[one.actor].kind == .place
      switch governor(of: one, from: verbEnd) {
      case .preposition(.place):
        if one.isLocation {
          consider(one, one.tokens.lowerBound > head ? 0 : 2)
          if !isTown { states.append(one) }
        } else if !isMutual {
          add(one, .recipient)
        }
      case .preposition(.aside): break
      case .preposition(.agent):
        if !isTown { add(one, isActed ? .recipient : .actor) }
      case .preposition(.with): add(one, isMutual ? .actor : .recipient)
      case .preposition(.between): add(one, isMutual ? .actor : .recipient)
      case .preposition(.origin):
        if one.isLocation {
          consider(one, 3)
          if !isTown { states.append(one) }
        } else {
          add(one, .recipient)
        }
      case .preposition(.of), .preposition(.target), .none:
        if isTown {
          consider(one, 0)
        } else {
          if one.isLocation, isOnTheGround(trigger) { consider(one, 3) }
          add(one, .recipient)
        }
      case .modifier:
        if isNounTrigger, one.tokens.upperBound <= head, head < one.tokens.upperBound + 6 {
          add(one, .actor)
        } else if !headFollows(one, in: rest) {
          add(one, .recipient)
        }
      }
    }
    if isDirected(trigger.type), !roles.contains(where: { $0.role == .recipient }) {
      // "threatened to ban voting in Avaria": the state is whom it concerns.
      for one in states.prefix(1) { add(one, .recipient) }
    }
    if let content, !roles.contains(where: { $0.role == .recipient }), !isMutual {
      // "demanded that Israel ease": whom the demand is made to.
      for one in heads(in: content.subject) where trigger.type != .consult { add(one, .recipient) }
    }
    var seen: Set<Int> = []
    for (one, role) in roles where seen.insert(one.actor).inserted {
      let actor = actors[one.actor]
      draft.mention.participants.append(
        Participant(
          actor: actor.id, name: actor.name, printed: passage.text.string(one.span), role: role))
    }
    if let place {
      draft.mention.place = actors[place.reference.actor].name
      draft.hasOwnPlace = true
    }
  }

  /// What happens in the state that it is done to: attacks, visits, disasters.
  private func isOnTheGround(_ trigger: Trigger) -> Bool {
    trigger.type == .assault || trigger.type == .other || trigger.topic == "visit"
  }

  /// Types whose deed is always towards someone.
  private func isDirected(_ type: EventType) -> Bool {
    switch type {
    case .request, .reject, .threaten, .sanction, .yield, .coerce: true
    default: false
    }
  }

  private func subjectRole(_ draft: EventDraft, _ isPassive: Bool) -> Participant.Role {
    if draft.trigger.traits.contains(.patient) { return .recipient }
    if isPassive, draft.trigger.isVerb, !draft.trigger.traits.contains(.mutual) {
      return .recipient
    }
    return .actor
  }

  /// Whether another actor heads the phrase that this one opens.
  private func headFollows(_ one: ActorReference, in range: Range<Int>) -> Bool {
    var position = one.tokens.upperBound
    while position < range.upperBound {
      if passage.reference[position] >= 0 { return true }
      switch passage.tags[position] {
      case .noun, .possessive, .adjective, .number: position += 1
      default: return false
      }
    }
    return false
  }
}

/// What a preposition makes of the actor behind it.
enum Preposition: String, Sendable {
  case place, agent, with, between, target, of, origin, aside
}
