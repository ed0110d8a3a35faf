import DatelineModel

extension RoleFinder {
  /// Finds whom the deed is done to where no phrase has told it, and takes out those who only seem to
  /// be; `content` is the clause that is demanded.
  func settle(_ cast: inout Cast, of deed: Deed, content: Clause?) {
    let type = deed.trigger.type
    if type != .assault {
      // "Families from rebel-held towns left": where they hold the place, and no more.
      cast.parts.removeAll { holdsPlace($0.reference) }
    }
    if deed.isTowardsStates, !deed.isPassive, !cast.has(.recipient) {
      // "threatened to ban voting in Avaria": the state is whom it concerns.
      if let one = cast.states.first(where: { !cast.holds($0) }) {
        cast.add(one, as: .recipient)
      } else if deed.isDirected, let one = cast.towns.first {
        cast.parts.append((one, .recipient))
      }
    }
    if !cast.has(.recipient), deed.trigger.type.isDemand, let one = addressee(of: deed) {
      cast.add(one, as: .recipient)
    }
    if let content, !cast.has(.recipient), !deed.isMutual, type != .consult {
      // "demanded that Israel ease": whom the demand is made to.
      for one in phrases.subjects(of: content) { cast.add(one, as: .recipient) }
    }
    if type == .assault, deed.trigger.topic == "attack", deed.trigger.isVerb, !deed.isPassive,
      !deed.isMutual, !cast.has(.recipient),
      let one = foreignGround(of: cast)
    {
      cast.add(one, as: .recipient)
    }
    settleControlled(&cast, of: deed)
    if type == .mobilize || deed.trigger.traits.contains(.sends) { settleSent(&cast, of: deed) }
    if !deed.isMutual, !deed.isPassive, !cast.has(.recipient),
      let aim = aim(of: deed, from: deed.coreEnd)
    {
      cast.add(aim, as: .recipient)
    }
    if deed.trigger.isHarmToPeople {
      // Nobody kills an agency: it counts the dead.
      cast.parts.removeAll {
        $0.role == .recipient && !$0.reference.isNominal
          && phrases.actors[$0.reference.actor].kind == .organization
      }
    }
    if deed.trigger.topic == "statement" {
      // Who is told is no part of what is said.
      cast.parts.removeAll {
        $0.role == .recipient && phrases.actors[$0.reference.actor].kind == .organization
      }
    }
  }

  /// "Avarian jets bombed a depot in [Borduria]": what those of one state do in another they do to it; but what rebels
  /// backed by a state do, that state does not do.
  private func foreignGround(of cast: Cast) -> ActorReference? {
    for (doer, role) in cast.parts
    where role == .actor && !doer.tokens.contains(where: { passage.hash($0) == Word.backed }) {
      let own =
        passage.isState[doer.actor] ? phrases.actors[doer.actor].name : doer.state
      guard let own else { continue }
      return cast.states.first { one in
        // "near the Bordurian border" is on this side of it.
        phrases.actors[one.actor].name != own && !cast.holds(one)
          && passage.preposition(before: one.tokens.lowerBound - 1, downTo: 0).map {
            passage.hash($0) != Word.near
          } == true
      }
    }
    return nil
  }

  /// "In a letter to [the council], Avaria asked for help": to whom what is said in front of the subject is sent.
  private func addressee(of deed: Deed) -> ActorReference? {
    let whole = deed.clause.subject
    let front = whole.lowerBound..<passage.frontEnd(of: whole)
    guard front.count > 4, passage.hash(front.lowerBound) == Word.in,
      passage.tags[front.lowerBound + 1] == .determiner
    else { return nil }
    return phrases.references(in: front).first { one in
      guard
        let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: front.lowerBound),
        passage.tags[link] == .to, !phrases.isTown(one)
      else { return false }
      // "In a visit to Kelt" says where.
      return !passage.lexicon.isDeedNoun(passage.hash(link - 1))
        || passage.lexicon.isMessage(passage.hash(link - 1))
    }
  }

  /// "rebel-held": the hyphen tells it.
  private func holdsPlace(_ one: ActorReference) -> Bool {
    one.isNominal && one.tokens.upperBound < passage.tags.count
      && passage.hash(one.tokens.upperBound) == TaggedPassage.hyphen
      && !passage.text.tokens[one.tokens.upperBound].shape.contains(.spaceBefore)
  }

  /// "Avaria wants Belmar to leave": who is to do it, and not who wants it.
  private func settleControlled(_ cast: inout Cast, of deed: Deed) {
    guard deed.trigger.isVerb, !deed.isMutual, let group = deed.clause.group,
      group.main < deed.head,
      !group.isPassive, passage.verbs[group.main]?.cues.contains(.plan) == true,
      let own = deed.clause.others.first(where: { $0.main == deed.head }),
      own.tense == .infinitive, !own.isPassive
    else { return }
    let between = group.tokens.upperBound..<own.tokens.lowerBound
    let isControlled = { (part: (reference: ActorReference, role: Participant.Role)) in
      between.contains(part.reference.tokens.lowerBound)
        && phrases.governor(of: part.reference, from: between.lowerBound) == .none
    }
    guard cast.parts.contains(where: isControlled) else { return }
    cast.parts.removeAll { $0.role == .actor && $0.reference.tokens.lowerBound < group.main }
    for index in cast.parts.indices where isControlled(cast.parts[index]) {
      cast.parts[index].role = .actor
    }
  }

  /// Who is sent is not whom it is done to.
  private func settleSent(_ cast: inout Cast, of deed: Deed) {
    guard cast.has(.actor), let one = cast.states.first(where: { !cast.holds($0) }) else { return }
    // "deploy peacekeepers in Avaria".
    cast.parts.removeAll { $0.role == .recipient && $0.reference.isNominal }
    if !cast.has(.recipient) { cast.add(one, as: .recipient) }
  }

  /// "opened fire to disperse demonstrators", "offered to hand over to Avaria": whom the deed is meant
  /// for, where nobody else is told. Whoever comes first in what the sentence goes on with, before
  /// another clause.
  private func aim(of deed: Deed, from start: Int) -> ActorReference? {
    switch deed.trigger.type {
    case .other, .consult, .accuse: return nil
    case .assault, .coerce, .protest, .sanction, .mobilize, .threaten: break
    default:
      // "talks to end the war" are with those who talk.
      if !deed.trigger.isVerb { return nil }
    }
    let sentence = passage.text.sentences[deed.sentence].tokens
    var role = Preposition.target
    var position = start
    while position < sentence.upperBound {
      let index = passage.reference[position]
      if index >= 0 {
        let one = passage.references[Int(index)]
        position = one.tokens.upperBound
        let isOwner = phrases.isModifier(one) && !phrases.isPossessor(one)
        if !isOwner, !phrases.isTown(one), !phrases.reports(one), !isEquipment(one),
          role == .target || role == .of
        {
          return one
        }
        continue
      }
      switch passage.tags[position] {
      case .preposition, .to:
        let next = passage.lexicon.prepositions[passage.hash(position)] ?? .target
        // "in the skies over Avaria": what hangs on a place or an aside stays there.
        if role != .place, role != .aside { role = next }
      case .gerund where !deed.trigger.isVerb: return nil
      case .base, .gerund: role = .target
      case .determiner where position > start && passage.tags[position - 1] == .noun:
        // "… the northern city a reporter said": a comma is lost.
        return nil
      case .determiner, .number, .adjective, .noun, .possessive, .adverb, .time, .coordinator: break
      default: return nil
      }
      position += 1
    }
    return nil
  }
}
