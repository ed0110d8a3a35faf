import DatelineModel

extension RoleFinder {
  /// Casts those who stand behind the verb: whom it is done to, with, by and where.
  func readComplement(of deed: Deed, into cast: inout Cast) {
    let complement = deed.complement
    // Behind an active verb with a subject of its own, whoever else acts is acted on: "rejected
    // calls by Avaria", "dismissed an Avarian offer".
    let isActed =
      !deed.isSubjectNoun && !deed.isMutual && !deed.isPassive && cast.has(.actor)
    // "The visit of the bishop to Avaria angered Borduria", which nobody visited.
    let isSettled =
      deed.isSubjectNoun && !deed.isMutual && cast.has(.recipient)
      && deed.trigger.type != .assault && deed.trigger.type != .other
    for one in phrases.references(in: complement)
    where !phrases.reports(one) && !isInTrigger(one, deed)
      && (!tellsOfAnother(one, in: complement) || isTakenFrom(one, deed))
    {
      switch phrases.governor(of: one, from: deed.verbEnd) {
      case .preposition(.place): readPlace(one, of: deed, into: &cast)
      case .preposition(.aside) where stands(before: one, deed):
        cast.add(one, as: deed.trigger.topic == "ruling" ? .actor : .recipient)
      case .preposition(.aside): break
      case .preposition(.agent):
        if phrases.isTown(one) || isOfParticiple(one, in: deed) || isOfReason(one, for: deed) {
          break
        }
        isActed ? cast.act(on: one) : cast.add(one, as: .actor)
      case .preposition(.with)
      where !deed.isMutual
        && (isEquipment(one) || deed.trigger.type == .aid && cast.has(.recipient)):
        // "supplied the rebels with coast guard boats".
        break
      case .preposition(.of) where isOneOfTools(one, of: deed): break
      case .preposition(.of) where isOfReason(one, for: deed),
        .preposition(.target)
      where isOfReason(one, for: deed) || !deed.gives && isOfParticiple(one, in: deed):
        break
      case .preposition(.of) where phrases.isOfSeparate(one, downTo: deed.head):
        // "helped the residents of Kelt".
        if phrases.isTown(one) { consider(one, 2, of: deed, in: &cast) }
      case .preposition(.of)
      where deed.trigger.traits.contains(.patient) && deed.trigger.type == .support:
        // "won the backing of the union".
        if !phrases.isTown(one) { cast.add(one, as: .actor) }
      case .preposition(.of)
      where deed.trigger.traits.contains(.doer) && isHeld(one, behind: deed.head):
        cast.add(one, as: .actor)
      case .preposition(.with) where isFought(one, in: deed),
        .preposition(.between) where isFought(one, in: deed):
        cast.add(one, as: .actor)
      case .preposition(.with), .preposition(.between):
        deed.isMutual ? cast.add(one, as: .actor) : cast.act(on: one)
        // "massed troops on its border with Avaria".
        if one.isLocation, !phrases.isTown(one) { cast.states.append(one) }
      case .preposition(.origin): readOrigin(one, of: deed, into: &cast)
      case .preposition(.target) where isAskedFor(one, by: deed): break
      case .preposition(.target) where isOfOtherDeed(one, than: deed),
        .preposition(.of) where deed.isOnSubject && isOfOtherDeed(one, than: deed):
        // "was charged with the murder of a priest"; "were killed in an attack on Kelt" tells where.
        if one.isLocation, deed.isOnSubject, deed.isOnTheGround {
          consider(one, phrases.isTown(one) ? 0 : 3, of: deed, in: &cast)
        }
      case .preposition(.target) where deed.gives && isReceiver(one, of: deed):
        cast.hand(to: one, from: deed.verbEnd)
      case .none where deed.sends(one) || deed.trigger.type == .aid && isEquipment(one):
        if let receiver = receiver(before: one, of: deed) { cast.act(on: receiver) }
      case .none where deed.trigger.traits.contains(.about),
        .preposition(.of) where deed.trigger.traits.contains(.about):
        break
      case .none where isFelt(by: one, deed):
        if phrases.isTown(one) { consider(one, 0, of: deed, in: &cast) }
      case .none where isSettled: break
      case .preposition(.of), .preposition(.target), .none:
        readObject(one, of: deed, into: &cast)
      case .modifier where deed.isOn(one, phrases) || isRaised(one, by: deed): cast.act(on: one)
      case .modifier: readOwner(one, of: deed, in: complement, isActed: isActed, into: &cast)
      }
    }
  }

  /// "the soldiers whom the army captured": who stands before the clause.
  func readAntecedent(of deed: Deed, into cast: inout Cast) {
    guard let antecedent = deed.takenUp, deed.trigger.isVerb, !deed.isPassive,
      !cast.has(.recipient)
    else { return }
    for one in phrases.heads(in: antecedent) {
      phrases.isTown(one) ? consider(one, 0, of: deed, in: &cast) : cast.act(on: one)
    }
  }

  /// "The bombing of Kelt angered Avaria", which was not bombed.
  private func isFelt(by one: ActorReference, _ deed: Deed) -> Bool {
    guard deed.isSubjectNoun, let group = deed.clause.group, !group.isPassive,
      one.tokens.lowerBound > group.main
    else { return false }
    return passage.verbs[group.main]?.cues.contains(.felt) == true
  }

  /// "went on trial before a tribunal", "laid down arms before the army": who judges or is yielded to.
  private func stands(before one: ActorReference, _ deed: Deed) -> Bool {
    guard deed.trigger.type == .yield || deed.trigger.topic == "ruling", deed.trigger.isVerb,
      !phrases.isTown(one)
    else { return false }
    let start = passage.phraseStart(of: one.tokens.lowerBound, downTo: deed.head)
    return start > deed.head && passage.hash(start - 1) == Word.before
  }

  /// "asked for more peacekeepers": who is to come, and not who is asked; "called for rebels to leave" asks them.
  private func isAskedFor(_ one: ActorReference, by deed: Deed) -> Bool {
    guard deed.trigger.type == .request, deed.trigger.isVerb, one.isNominal,
      one.tokens.upperBound >= passage.tags.count || passage.tags[one.tokens.upperBound] != .to
    else { return false }
    let start = passage.phraseStart(of: one.tokens.lowerBound, downTo: deed.head)
    return start - 1 == deed.head + 1 && passage.hash(start - 1) == Word.for
  }

  /// "barred women from universities", "abducted girls from a school": done to those right behind the verb.
  private func isTakenFrom(_ one: ActorReference, _ deed: Deed) -> Bool {
    guard deed.trigger.type == .sanction || deed.trigger.type == .coerce, deed.trigger.isVerb,
      !deed.isPassive, one.tokens.upperBound < passage.tags.count,
      passage.hash(one.tokens.upperBound) == Word.from
    else { return false }
    return (deed.verbEnd..<max(one.tokens.lowerBound, deed.verbEnd)).allSatisfy {
      passage.tags[$0] == .number || passage.tags[$0] == .adjective
        || passage.tags[$0] == .determiner
    }
  }

  /// "exchanged prisoners", "opened an embassy", "closed its embassy": a word of the deed itself.
  private func isInTrigger(_ one: ActorReference, _ deed: Deed) -> Bool {
    let type = deed.trigger.type
    if type == .cooperate || type == .sanction, one.isNominal, one.tokens.count == 1,
      let noun = deed.ownNoun
    {
      return passage.hash(one.tokens.lowerBound) == noun
    }
    return deed.isMutual && deed.trigger.isVerb && one.tokens.lowerBound > deed.head
      && one.tokens.upperBound <= deed.triggerEnd
  }

  /// "condemned the attack on Avaria", "was charged with the murder of a priest": done to them by another deed.
  private func isOfOtherDeed(_ one: ActorReference, than deed: Deed) -> Bool {
    (deed.trigger.type == .accuse || deed.isOnSubject) && !isBlamed(one, by: deed)
      && phrases.isOfDeed(one, behind: deed.head, besides: deed.ownNoun)
  }

  /// "blamed the attack on Avaria": it is Avaria's, and no attack on it.
  private func isBlamed(_ one: ActorReference, by deed: Deed) -> Bool {
    guard deed.trigger.isVerb, passage.verbs[deed.head]?.cues.contains(.onto) == true,
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head)
    else { return false }
    return passage.hash(link) == Word.on
  }

  /// "elected Novak president": what he is made, and no president of his.
  private func isRaised(_ one: ActorReference, by deed: Deed) -> Bool {
    let next = one.tokens.upperBound
    guard deed.raises, phrases.actors[one.actor].kind == .person, !one.isNominal,
      next < passage.reference.count, passage.reference[next] >= 0
    else { return false }
    let office = passage.references[Int(passage.reference[next])]
    return office.isNominal && phrases.actors[office.actor].kind == .person
  }

  /// "fought rebels led by Novak", "praised the force sent to Avaria", "were killed in towns held by rebels": by or to whom
  /// something else is done; who visits towns held by rebels visits the rebels.
  private func isOfParticiple(_ one: ActorReference, in deed: Deed) -> Bool {
    guard deed.trigger.isVerb,
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head)
    else { return false }
    var verb = link - 1
    while verb > deed.head, passage.tags[verb] == .adverb { verb -= 1 }
    guard verb - 1 > deed.head, passage.tags[verb] == .participle else { return false }
    let noun = verb - 1
    guard passage.tags[noun] == .noun else { return false }
    let inside = passage.reference[noun]
    return deed.isPassive || inside >= 0 && !passage.references[Int(inside)].isLocation
  }

  /// "were freed after a plea by the bishop", "met after the collision of two warplanes": who has a part in something else,
  /// which it came after; who is killed after an attack by rebels is killed by them.
  private func isOfReason(_ one: ActorReference, for deed: Deed) -> Bool {
    guard deed.trigger.type != .assault,
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head),
      link - 1 > deed.head, passage.tags[link - 1] == .noun,
      passage.lexicon.isTriggerNoun(passage.hash(link - 1))
    else { return false }
    let reason = passage.phraseStart(of: link - 1, downTo: deed.head) - 1
    return reason > deed.head && passage.hash(reason) != Word.under
      && passage.lexicon.prepositions[passage.hash(reason)] == .aside
  }

  /// "were killed in clashes with rebels": the rebels fought, and nothing is done to them.
  private func isFought(_ one: ActorReference, in deed: Deed) -> Bool {
    guard deed.trigger.type == .assault, deed.trigger.isVerb, !deed.isMutual,
      deed.subjectRole == .recipient,
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head)
    else { return false }
    return passage.tags[link - 1] == .noun && passage.lexicon.isFight(passage.hash(link - 1))
  }

  /// Leads up to another or says who one is.
  private func tellsOfAnother(_ one: ActorReference, in range: Range<Int>) -> Bool {
    phrases.leadsToAnother(one, in: range) || phrases.isIncluded(one)
      || phrases.isApposition(one, from: range.lowerBound) && !phrases.isVictim(one)
  }

  /// "anti-government protests": whom they are against.
  func isAnti(_ one: ActorReference) -> Bool {
    one.isNominal && one.tokens.count == 3 && passage.hash(one.tokens.lowerBound) == Word.anti
  }

  /// "attacked the post with drones": what it is done with.
  func isEquipment(_ one: ActorReference) -> Bool {
    one.isNominal && passage.cues[one.tokens.upperBound - 1].contains(.thing)
  }

  /// "struck the depot with dozens of drones": what it is done with.
  private func isOneOfTools(_ one: ActorReference, of deed: Deed) -> Bool {
    guard !deed.isMutual, isEquipment(one),
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head),
      let tool = passage.preposition(before: link - 1, downTo: deed.head)
    else { return false }
    return passage.hash(tool) == Word.with
  }

  /// "gave [Avaria] helicopters": the state that gets them, read as one phrase with them; "Avarian helicopters" are of it.
  private func receiver(before equipment: ActorReference, of deed: Deed) -> ActorReference? {
    guard deed.gives, equipment.tokens.lowerBound == deed.verbEnd, let state = equipment.state,
      let actor = phrases.actors.firstIndex(where: { $0.name == state })
    else { return nil }
    let end = equipment.span.start + state.utf8.count
    guard passage.text.string(equipment.span).hasPrefix(state),
      let next = equipment.tokens.first(where: { Int(passage.text.tokens[$0].start) > end })
    else { return nil }
    return ActorReference(
      tokens: equipment.tokens.lowerBound..<next, span: TextSpan(equipment.span.start, end),
      actor: actor, isLocation: true, isNominal: false)
  }

  /// "gave a list of suspects to Avaria": who gets it, and not who gets less, as in "gave more to Avaria than to
  /// Borduria", or something else.
  private func isReceiver(_ one: ActorReference, of deed: Deed) -> Bool {
    guard !phrases.isTown(one),
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head),
      passage.tags[link] == .to
    else { return false }
    return !(deed.triggerEnd..<max(link, deed.triggerEnd)).contains {
      passage.tags[$0].isLexicalVerb || passage.hash($0) == Word.than
    }
  }

  /// "fired at Avaria", "lashed out at Avaria": at it, and not in it.
  private func isAimedAt(_ one: ActorReference, by deed: Deed) -> Bool {
    guard !phrases.isTown(one) || deed.letsTownsSpeak && phrases.isCapital(one),
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head)
    else { return false }
    if deed.trigger.isVerb, link < deed.triggerEnd { return true }
    return passage.hash(link) == Word.at
      && (deed.trigger.type == .assault || deed.trigger.type == .accuse)
  }

  /// "in Kelt", "in the army".
  private func readPlace(_ one: ActorReference, of deed: Deed, into cast: inout Cast) {
    if one.isLocation, isAimedAt(one, by: deed) {
      readObject(one, of: deed, into: &cast)
      return
    }
    guard one.isLocation else {
      if deed.isPassive || deed.trigger.traits.contains(.patient) {
        // "was convicted in a court", "appeared in court".
        if deed.trigger.topic == "ruling" { cast.add(one, as: .actor) }
      } else if !deed.isMutual, !isMeans(one, of: deed),
        phrases.actors[one.actor].kind != .person || one.isNominal
      {
        cast.act(on: one)
      }
      return
    }
    consider(one, one.tokens.lowerBound > deed.head ? 0 : 2, of: deed, in: &cast)
    if !phrases.isTown(one) {
      cast.states.append(one)
      return
    }
    switch deed.trigger.type {
    // "broke the truce in Kelt", "surrendered in Kelt": where, and not on whom.
    case .reject, .yield: break
    default: cast.towns.append(one)
    }
  }

  /// "asked for grain through intermediaries": who only carries it.
  private func isMeans(_ one: ActorReference, of deed: Deed) -> Bool {
    passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head)
      .map { passage.hash($0) == Word.through } == true
  }

  /// A place of the deed, unless it is where that is which talks are about.
  private func consider(
    _ one: ActorReference, _ rank: Int, of deed: Deed, in cast: inout Cast
  ) {
    if deed.isOnTheGround, deed.isElsewhere(one) { return }
    if !deed.isTopical(one) {
      cast.consider(one, rank)
    } else if !deed.isMutual {
      cast.consider(one, Cast.topical)
    }
  }

  /// "from Kelt", "from the army".
  private func readOrigin(_ one: ActorReference, of deed: Deed, into cast: inout Cast) {
    if deed.trigger.isVerb, deed.trigger.traits.contains(.patient),
      deed.trigger.type != .other
    {
      // "came under fire from the army", "received a loan from the bank": whose it is.
      if !phrases.isTown(one) { cast.add(one, as: .actor) }
      return
    }
    if deed.isPassive, deed.trigger.type == .sanction, !deed.isSubjectNoun,
      phrases.actors[one.actor].kind == .organization
        || one.isLocation && passage.isState[one.actor]
    {
      // "was expelled from the union": the union did it.
      if !deed.hasAgent { cast.add(one, as: .actor) }
      return
    }
    guard one.isLocation, !phrases.isContained(one),
      // "sought help from Avaria", "demanded an apology from Avaria".
      deed.trigger.type != .request && !isSought(from: one, in: deed) || phrases.isTown(one)
    else {
      cast.act(on: one)
      return
    }
    // "sought grain from Avaria City": as good as Avaria itself.
    if deed.trigger.type == .request { cast.towns.append(one) }
    // Where someone comes from is the last resort.
    if deed.trigger.type == .retreat || deed.isOnTheGround, !deed.isElsewhere(one) {
      cast.consider(one, 3)
    }
    if phrases.isTown(one) { return }
    cast.states.append(one)
    // "retreated from Avaria".
    if deed.trigger.type == .retreat, deed.trigger.isVerb { cast.act(on: one) }
  }

  /// "demanded an apology from Avaria": behind the deed's own noun.
  private func isSought(from one: ActorReference, in deed: Deed) -> Bool {
    guard deed.trigger.type == .accuse, let noun = deed.ownNoun,
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: deed.head)
    else { return false }
    return passage.hash(link - 1) == noun
  }

  /// "attacked the army", "fired at Kelt", "the bombing of Kelt".
  private func readObject(_ one: ActorReference, of deed: Deed, into cast: inout Cast) {
    if phrases.isTown(one) {
      consider(one, 0, of: deed, in: &cast)
      cast.towns.append(one)
      if isGovernment(one, for: deed), !cast.has(.recipient) {
        cast.parts.append((one, .recipient))
      }
    } else if deed.isMutual, !deed.trigger.isVerb, !isHeld(one, behind: deed.head),
      !isGathered(one, from: deed.verbEnd)
    {
      // "talks on a committee": what they are about takes no part.
    } else {
      if one.isLocation, deed.isOnTheGround { cast.consider(one, 3) }
      cast.act(on: one)
    }
  }

  /// "lashed out at Avaria City", "offered Avaria City gas", "recognised Kelt": as good as the government that sits there,
  /// and not "its Avaria City bureau".
  private func isGovernment(_ one: ActorReference, for deed: Deed) -> Bool {
    let isObject = one.tokens.lowerBound == deed.verbEnd
    guard deed.letsTownsSpeak, phrases.isCapital(one) || isObject && !deed.gives else {
      return false
    }
    if deed.gives { return isObject }
    let next = one.tokens.upperBound
    return (deed.trigger.type == .accuse || deed.trigger.type == .support)
      && (next >= passage.tags.count || passage.tags[next] != .noun)
  }

  /// "dismissed Avaria's offer": who stands before the head of a phrase.
  private func readOwner(
    _ one: ActorReference, of deed: Deed, in complement: Range<Int>, isActed: Bool,
    into cast: inout Cast
  ) {
    if !deed.trigger.isVerb, one.tokens.upperBound <= deed.head,
      deed.head < one.tokens.upperBound + 6
    {
      if phrases.isOfTitle(one, before: deed.head)
        // "military talks", of those who are told.
        || deed.isMutual && one.isNominal && !phrases.isPossessor(one) && cast.has(.actor)
      {
        return
      } else if deed.strikes(one, phrases) || isAnti(one) {
        cast.act(on: one)
      } else if deed.isReported || !isActed || deed.isMutual {
        cast.add(one, as: .actor)
      } else {
        cast.act(on: one)
      }
    } else if phrases.ownsDeed(one), !isActed || deed.isPassive || deed.isMutual {
      if !deed.isMutual { cast.add(one, as: .actor) }
    } else if one.isDemonym, isActed, deed.isAgainstOwners,
      !phrases.headFollows(one, in: complement)
    {
      // "protested Avarian laws", "seized an Avarian tanker".
      cast.act(on: one)
    } else if one.isDemonym
      ? !phrases.ownsDeed(one) || deed.isMutual
      : !phrases.isPossessor(one) && !phrases.ownsDeed(one)
    {
      return
    } else if !phrases.headFollows(one, in: complement) {
      // "turned down Kelt's offer": as good as Kelt itself.
      if !phrases.isTown(one) {
        cast.act(on: one)
      } else {
        cast.towns.append(one)
        // "praised Avaria City's restraint", "offered Avaria City relief".
        let isGivenTo = deed.gives && one.tokens.lowerBound == deed.verbEnd
        if deed.letsTownsSpeak && phrases.isPossessor(one) || isGivenTo, phrases.isCapital(one) {
          cast.parts.append((one, .recipient))
        }
      }
    } else if one.isLocation, passage.isState[one.actor] {
      // "bombed a depot in Avaria's Kelt province".
      cast.states.append(one)
    }
  }

  /// "a meeting of ministers": right behind the trigger.
  private func isHeld(_ one: ActorReference, behind head: Int) -> Bool {
    head + 1 < one.tokens.lowerBound && passage.hash(head + 1) == Word.of
      && phrases.governor(of: one, from: head) == .preposition(.of)
  }

  /// "gathering thirty members", "bringing together the two sides".
  private func isGathered(_ one: ActorReference, from start: Int) -> Bool {
    var position = one.tokens.lowerBound - 1
    while position >= start {
      if passage.tags[position].isLexicalVerb {
        return passage.verbs[position]?.cues.contains(.gather) == true
      }
      // "involving officials from two ministries": the ministries.
      let isOfWhole =
        passage.hash(position) == Word.from && passage.reference[position - 1] >= 0
      if passage.tags[position] == .preposition, passage.hash(position) != Word.of, !isOfWhole,
        passage.lexicon.prepositions[passage.hash(position)] != .place
      {
        return false
      }
      position -= 1
    }
    return false
  }
}
