import DatelineModel

/// Gives the actors of a clause their parts: who acts, on whom, where.
///
/// Source: PLOVER's roles ACTOR, RECIP and LOC.
struct RoleFinder {
  let passage: TaggedPassage
  let actors: [LocalActor]
  /// The actor whom the article calls "civilians", by index.
  let civilians: Int?

  init(passage: TaggedPassage, actors: [LocalActor]) {
    self.passage = passage
    self.actors = actors
    civilians = actors.firstIndex {
      passage.lexicon.words[Token.hash(of: $0.name)]?.cues.contains(.bystander) == true
    }
  }

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
      if one.isDemonym || isContainer(one, before: range.upperBound) || isNamedForce(one) {
        return false
      }
      return switch governor(of: one, from: range.lowerBound) {
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
    if one.isDemonym || isModifier(one) {
      // "despite Avaria's wish": what the whole phrase has no part in, its owner has none in.
      return phraseGovernor(of: one, from: start, isModifier: true) == .preposition(.aside)
        ? .preposition(.aside) : .modifier
    }
    return phraseGovernor(of: one, from: start)
  }

  private func phraseGovernor(
    of one: ActorReference, from start: Int, isModifier isOwner: Bool = false
  ) -> Governor {
    var isWhole = true
    var position = one.tokens.lowerBound - 1
    // "envoy for Avaria Jan Novak": the country is the title's, and rules no name.
    var isTitled =
      actors[one.actor].kind == .person && !one.isNominal && position >= start
      && passage.reference[position] >= 0
    while position >= start {
      if isQuantity(position) {
        position -= 2
        continue
      }
      if let role = passage.lexicon.prepositions[passage.hash(position)],
        passage.tags[position] == .preposition || passage.tags[position] == .to
          || passage.tags[position] == .subordinator
      {
        // "under a government siege" is the government's.
        if isOwner, passage.hash(position) == Word.under { return .none }
        if position > 0, passage.hash(position) == Word.to,
          passage.hash(position - 1) == Word.according
        {
          return .preposition(.aside)
        }
        if isTitled, role == .target || role == .of {
          position -= 1
          // The title may be somebody by itself, "a special envoy".
          if position > start, passage.reference[position] >= 0 {
            let title = passage.references[Int(passage.reference[position])]
            if title.isNominal { position = title.tokens.lowerBound - 1 }
          }
          continue
        }
        if role == .of, position > start, passage.cues[position - 1].contains(.site) {
          // "in the town of Kelt".
          position -= 1
          continue
        }
        return .preposition(role)
      }
      switch passage.tags[position] {
      case .noun:
        if passage.reference[position] >= 0,
          passage.reference[position] != passage.reference[one.tokens.lowerBound]
        {
          let other = passage.references[Int(passage.reference[position])]
          if isWhole || isJoined(other, one) || isModifier(other) {
            position = other.tokens.lowerBound - 1
            if actors[other.actor].kind == .person, !other.isNominal, position >= start,
              passage.reference[position] >= 0
            {
              isTitled = true
            }
            continue
          }
          // "Bashar al-Jaafari, the head of …": an apposition stands alone.
          return .none
        }
        position -= 1
      case .coordinator, .comma, .determiner, .possessive:
        isWhole = false
        position -= 1
      case .adjective, .number, .adverb:
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
    if position < passage.tags.count, passage.tags[position] == .possessive { return true }
    while position < passage.tags.count, position < one.tokens.upperBound + 6 {
      if passage.reference[position] >= 0 {
        // "Russian president Vladimir Putin": the later name heads the phrase, but not "Hamas
        // fighters".
        let next = passage.references[Int(passage.reference[position])]
        if isRunTogether(one, next) { return false }
        return passage.tags[position - 1] != .comma
          && !isNamedForce(passage.references[Int(passage.reference[position])])
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

  /// "Hamas fighters", "NATO peacekeepers": a description right behind the body's own name.
  private func isNamedForce(_ one: ActorReference) -> Bool {
    guard one.isNominal, one.tokens.count == 1, actors[one.actor].kind == .group,
      one.tokens.lowerBound > 0
    else { return false }
    let before = passage.reference[one.tokens.lowerBound - 1]
    guard before >= 0 else { return false }
    let name = passage.references[Int(before)]
    let kind = actors[name.actor].kind
    return !name.isNominal && !name.isDemonym && (kind == .organization || kind == .group)
  }

  /// "Avaria Borduria and": two states between which a comma is lost.
  private func isRunTogether(_ a: ActorReference, _ b: ActorReference) -> Bool {
    a.tokens.upperBound == b.tokens.lowerBound && a.isLocation && b.isLocation
      && passage.isState[a.actor] && passage.isState[b.actor]
  }

  /// "Iran, Russia and Turkey".
  private func isJoined(_ a: ActorReference, _ b: ActorReference) -> Bool {
    if isRunTogether(a, b) { return true }
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
      guard !isTown(one), !isFaceless(one, as: role, trigger) else { return }
      var one = widened(owned(one))
      if role == .recipient, trigger.type == .assault, isVictim(one), let civilians {
        // "pupils": one kind of those whom the text calls civilians.
        one.actor = civilians
      }
      roles.append((one, isMutual && role == .recipient ? .actor : role))
    }

    let isPassive = clause.group?.isPassive == true || isUndergone(draft, head: head)
    let isReporter = isReportingNoun(draft, isNounTrigger)
    // The subject, its own preposition phrases told apart.
    let front = frontEnd(of: clause.subject)
    let subject = front..<clause.subject.upperBound
    // "A camp for refugees was attacked": whom it stands for, where nobody else is told.
    var stood: ActorReference?
    for one in references(in: clause.subject) {
      if one.tokens.lowerBound < front {
        if one.isLocation,
          governor(of: one, from: clause.subject.lowerBound) == .preposition(.place)
        {
          consider(one, 1)
        }
        continue
      }
      if isContainer(one, before: subject.upperBound) || isApposition(one, from: front)
        || isBareTitle(one, in: subject) || isNamedForce(one) || isOffice(one, in: subject)
      {
        continue
      }
      switch governor(of: one, from: front) {
      case .preposition(.place):
        if isSituated(draft) { consider(one, 1) } else if one.isLocation { consider(one, 2) }
      case .preposition(.aside): break
      case .preposition(.agent): add(one, isPassive && !isSubjectNoun ? .recipient : .actor)
      case .preposition(.target):
        guard isSubjectNoun, !isMutual else {
          if isTown(one), trigger.type == .assault {
            consider(one, 1)
          } else if isPassive {
            stood = stood ?? one
          }
          break
        }
        isTown(one) ? consider(one, 1) : add(one, .recipient)
      case .preposition(.origin) where one.isLocation:
        if isContained(one) { add(one, subjectRole(draft, isPassive)) }
      case .modifier where isSubjectNoun && one.tokens.lowerBound > head && isOpposed(one):
        // "riots against Avarian policies" go on.
        add(one, .recipient)
      case .modifier:
        if isSubjectNoun, one.tokens.upperBound <= head {
          // "the evacuees bombing": done to them.
          isTown(one) ? consider(one, 2) : add(one, isStruck(one, trigger) ? .recipient : .actor)
        } else if ownsDeed(one) {
          // "Kelt shelling": a town is where it happens.
          isTown(one) ? consider(one, 1) : add(one, .actor)
        } else if !one.isDemonym, isPossessor(one), !headFollows(one, in: clause.subject) {
          add(one, subjectRole(draft, isPassive))
        }
      case .preposition(.of) where !isSubjectNoun && isTown(one): break
      default:
        if isSituated(draft), one.isLocation {
          consider(one, 1)
        } else if isReporter {
          // "It reported air strikes": whoever tells of a deed has no part in it.
        } else if isSubjectNoun {
          if isTown(one) { consider(one, 2) }
          let acts = isMutual || one.tokens.upperBound <= head && !isStruck(one, trigger)
          add(one, acts ? .actor : .recipient)
        } else {
          if isTown(one) {
            consider(one, 3)
            // "Avaria City refuted these claims": a capital that speaks.
            if speaks(draft, isPassive) { roles.append((one, .actor)) }
          }
          add(one, subjectRole(draft, isPassive))
        }
      }
    }
    if let stood, roles.isEmpty, !isMutual { add(stood, .recipient) }
    if let pronoun, !isReporter { add(pronoun, subjectRole(draft, isPassive)) }
    let verbEnd = clause.group?.tokens.upperBound ?? clause.range.lowerBound
    let first = max(verbEnd, clause.subject.upperBound)
    let rest = first..<max(first, coreEnd(of: draft, head: head))
    // Behind an active verb with a subject of its own, whoever else acts is acted on: "rejected
    // calls by Avaria", "dismissed an Avarian offer".
    let isActed =
      !isSubjectNoun && !isMutual && !isPassive && roles.contains { $0.role == .actor }
    var states: [ActorReference] = []
    var towns: [ActorReference] = []
    // Once someone is acted on, only those joined to him are too.
    var target: ActorReference?
    func act(on one: ActorReference) {
      if !isMutual, let last = target, !isJoined(last, one), !isOpposed(one) { return }
      let count = roles.count
      add(one, .recipient)
      if roles.count > count { target = one }
    }
    for one in references(in: rest) {
      if reports(one) { continue }
      if isContainer(one, before: rest.upperBound)
        || isApposition(one, from: rest.lowerBound) && !isVictim(one)
        || isBareTitle(one, in: rest) || isNamedForce(one)
      {
        continue
      }
      switch governor(of: one, from: verbEnd) {
      case .preposition(.place):
        if one.isLocation {
          if !isTopical(one, of: draft, head: head) {
            consider(one, one.tokens.lowerBound > head ? 0 : 2)
          } else if !isMutual {
            consider(one, RoleFinder.topical)
          }
          // "broke the truce in Kelt": where, and not on whom.
          if !isTown(one) {
            states.append(one)
          } else if trigger.type != .reject {
            towns.append(one)
          }
        } else if !isMutual {
          act(on: one)
        }
      case .preposition(.aside): break
      case .preposition(.agent):
        if isTown(one) { break }
        isActed ? act(on: one) : add(one, .actor)
      case .preposition(.with): isMutual ? add(one, .actor) : act(on: one)
      case .preposition(.between): isMutual ? add(one, .actor) : act(on: one)
      case .preposition(.origin):
        if one.isLocation {
          if isContained(one) {
            act(on: one)
            break
          }
          // Where someone comes from is the last resort.
          if trigger.type == .retreat || isOnTheGround(trigger) { consider(one, 3) }
          if !isTown(one) { states.append(one) }
        } else {
          act(on: one)
        }
      case .preposition(.target) where trigger.type == .accuse && isOfDeed(one, behind: head): break
      case .preposition(.of), .preposition(.target), .none:
        if isTown(one) {
          if !isTopical(one, of: draft, head: head) {
            consider(one, 0)
          } else if !isMutual {
            consider(one, RoleFinder.topical)
          }
          towns.append(one)
        } else if isMutual, isNounTrigger, !isHeld(one, head: head),
          !isGathered(one, from: verbEnd)
        {
          // "talks on a committee": what they are about takes no part.
        } else {
          if one.isLocation, isOnTheGround(trigger) { consider(one, 3) }
          act(on: one)
        }
      case .modifier where one.isDemonym && one.tokens.lowerBound > head && isOpposed(one):
        // "riots against Avarian policies".
        act(on: one)
      case .modifier:
        if isNounTrigger, one.tokens.upperBound <= head, head < one.tokens.upperBound + 6 {
          if isStruck(one, trigger) {
            act(on: one)
          } else if isReporter || !isActed || isMutual {
            add(one, .actor)
          } else {
            act(on: one)
          }
        } else if ownsDeed(one), !isActed || isPassive || isMutual {
          if !isMutual { add(one, .actor) }
        } else if one.isDemonym ? !ownsDeed(one) || isMutual : !isPossessor(one) && !ownsDeed(one) {
          break
        } else if !headFollows(one, in: rest) {
          act(on: one)
        }
      }
    }
    if isDirected(trigger.type), !isPassive, !roles.contains(where: { $0.role == .recipient }) {
      // "threatened to ban voting in Avaria": the state is whom it concerns.
      if let one = states.first(where: { state in
        !roles.contains { $0.reference.actor == state.actor }
      }) {
        add(one, .recipient)
      } else if let one = towns.first {
        roles.append((one, .recipient))
      }
    }
    if let content, !roles.contains(where: { $0.role == .recipient }), !isMutual {
      // "demanded that Israel ease": whom the demand is made to.
      for one in heads(in: content.subject) where trigger.type != .consult { add(one, .recipient) }
    }
    if trigger.type == .mobilize, trigger.isVerb, !isPassive {
      // "deployed 600 soldiers": who is sent is not whom it is done to.
      roles.removeAll {
        $0.role == .recipient && $0.reference.isNominal
          && $0.reference.tokens.lowerBound >= verbEnd
          && governor(of: $0.reference, from: verbEnd) == .none
      }
    }
    if trigger.type == .mobilize,
      let one = states.first(where: { state in
        !roles.contains { $0.reference.actor == state.actor }
      }), roles.contains(where: { $0.role == .actor })
    {
      // "deploy peacekeepers in Avaria": who is sent is no aim of it.
      roles.removeAll { $0.role == .recipient && $0.reference.isNominal }
      if !roles.contains(where: { $0.role == .recipient }) { add(one, .recipient) }
    }
    if !isMutual, !isPassive, !roles.contains(where: { $0.role == .recipient }),
      let aim = aim(of: draft, from: coreEnd(of: draft, head: head))
    {
      add(aim, .recipient)
    }
    if trigger.topic == "death" || trigger.topic == "injury" {
      // Nobody kills an agency: it counts the dead.
      roles.removeAll {
        $0.role == .recipient && !$0.reference.isNominal
          && actors[$0.reference.actor].kind == .organization
      }
    }
    if trigger.topic == "statement" {
      // Who is told is no part of what is said.
      roles.removeAll { $0.role == .recipient && actors[$0.reference.actor].kind == .organization }
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
      draft.hasOwnPlace = place.rank < RoleFinder.topical
    }
  }

  /// Where the topic is, is the last resort for a place, and lends none to what is told next.
  private static let topical = 10

  /// "… on Monday the agency said": who tells of it, where a comma is lost.
  private func reports(_ one: ActorReference) -> Bool {
    var next = one.tokens.upperBound
    if next + 1 < passage.tags.count, passage.tags[next] == .coordinator {
      // "a monitor and a medical source said": both.
      var end = next + 1
      while end < passage.tags.count, end < next + 7 {
        switch passage.tags[end] {
        case .determiner where end == next + 1:
          end += 1
          continue
        case .adjective, .noun, .possessive, .number:
          end += 1
          continue
        default: break
        }
        break
      }
      if end > next + 1, end < passage.tags.count, passage.tags[end] == .past,
        passage.tags[end - 1] == .noun, passage.verbs[end]?.cues.contains(.report) == true
      {
        return true
      }
    }
    if next + 2 < passage.tags.count, passage.tags[next] == .bracket {
      // "the Observatory (SOHR) said", seen from either name.
      next += passage.byte(next) == UInt8(ascii: ")") ? 1 : 3
    }
    guard next < passage.tags.count,
      passage.tags[next] == .past || passage.tags[next] == .present
        || passage.tags[next] == .participle
    else { return false }
    return passage.verbs[next]?.cues.contains(.report) == true
  }

  private func isTown(_ one: ActorReference) -> Bool {
    one.isLocation && actors[one.actor].kind == .place && !passage.isState[one.actor]
  }

  /// "people", "others" are nobody that acts; "five children" count as victims.
  private func isFaceless(_ one: ActorReference, as role: Participant.Role, _ trigger: Trigger)
    -> Bool
  {
    guard one.isNominal, one.tokens.count == 1 else { return false }
    let head = one.tokens.upperBound - 1
    let cues = passage.lexicon.words[passage.hash(head)]?.cues ?? []
    return cues.contains(.faceless)
      || role == .recipient && cues.contains(.victim) && one.tokens.lowerBound > 0
        && passage.tags[one.tokens.lowerBound - 1] == .number
        && !(trigger.type == .assault && civilians != nil)
  }

  private func isStruck(_ one: ActorReference, _ trigger: Trigger) -> Bool {
    trigger.type == .assault && !trigger.traits.contains(.mutual) && isVictim(one)
  }

  private func isVictim(_ one: ActorReference) -> Bool {
    one.isNominal && passage.cues[one.tokens.upperBound - 1].contains(.victim)
  }

  /// "representatives of the opposition", "delegations from Iran": the body named behind acts.
  private func isContainer(_ one: ActorReference, before end: Int) -> Bool {
    guard one.isNominal else { return false }
    let link = one.tokens.upperBound
    guard link < end, passage.hash(link) == Word.of || passage.hash(link) == Word.from else {
      return false
    }
    var position = link + 1
    while position < end, position < link + 9 {
      if passage.reference[position] >= 0 {
        let inner = passage.references[Int(passage.reference[position])]
        if !isTown(inner) { return true }
        guard inner.tokens.upperBound < end, passage.reference[inner.tokens.upperBound] >= 0 else {
          return false
        }
        position = inner.tokens.upperBound
        continue
      }
      switch passage.tags[position] {
      case .determiner, .adjective, .number, .noun, .adverb: position += 1
      case .preposition where passage.hash(position) == Word.of: position += 1
      default: return false
      }
    }
    return false
  }

  /// Whether such a phrase, "observers from A, B and", leads up to this one.
  private func isContained(_ one: ActorReference) -> Bool {
    var position = one.tokens.lowerBound - 1
    while position > 0 {
      if passage.hash(position) == Word.from {
        return passage.reference[position - 1] >= 0
          && passage.references[Int(passage.reference[position - 1])].isNominal
      }
      switch passage.tags[position] {
      case .determiner, .adjective, .number, .noun, .comma, .coordinator, .pause: position -= 1
      default: return false
      }
    }
    return false
  }

  /// "Kassis, leader of the movement, said": what stands behind a person's name says who he is.
  private func isApposition(_ one: ActorReference, from start: Int) -> Bool {
    var position = one.tokens.lowerBound - 1
    var hasLink = false
    while position > start {
      switch passage.tags[position] {
      case .comma:
        let before = passage.reference[position - 1]
        guard before >= 0 else { return false }
        let person = passage.references[Int(before)]
        if !person.isNominal, passage.hash(position + 1) == Word.a {
          // "Avaria, a key ally of Borduria, has".
          return true
        }
        guard actors[person.actor].kind == .person, !person.isNominal else { return false }
        if actors[one.actor].kind == .government, !one.isLocation { return false }
        return one.isNominal || hasLink || passage.reference[position + 1] < 0
      case .preposition, .to:
        hasLink = true
        position -= 1
      case .noun, .adjective, .determiner, .number, .possessive: position -= 1
      default: return false
      }
    }
    return false
  }

  /// "According to the agency, …", "In Geneva, …": what stands in front of the subject.
  private func frontEnd(of range: Range<Int>) -> Int {
    var position = range.lowerBound
    while position < range.upperBound, passage.tags[position] == .adverb { position += 1 }
    guard position < range.upperBound else { return range.lowerBound }
    switch passage.tags[position] {
    case .preposition, .subordinator, .to: break
    case .gerund where passage.hash(position) == Word.according: break
    default:
      guard passage.hash(position) == Word.according else { return range.lowerBound }
    }
    let isSource = passage.hash(position) == Word.according
    while position < range.upperBound, passage.tags[position] != .comma {
      if isSource, passage.reference[position] >= 0, position + 1 < range.upperBound,
        passage.reference[position + 1] < 0, passage.tags[position + 1] == .determiner
      {
        // "According to Novak a number of": the comma is lost.
        return position + 1
      }
      position += 1
    }
    // A list in front of it ("along with A, B and C …") is no phrase of its own.
    guard position + 1 < range.upperBound,
      (position + 1..<range.upperBound).contains(where: { passage.tags[$0].isNominal })
    else { return range.lowerBound }
    return position + 1
  }

  /// "chief negotiator and ambassador Bashar al-Jaafari": a person's title without an article.
  private func isBareTitle(_ one: ActorReference, in range: Range<Int>) -> Bool {
    guard one.isNominal, actors[one.actor].kind == .person, !passage.text.isTitle else {
      return false
    }
    let last = Int(passage.text.tokens[one.tokens.upperBound - 1].end) - 1
    guard passage.text.bytes[last] != UInt8(ascii: "s") else { return false }
    var before = one.tokens.lowerBound - 1
    while before >= range.lowerBound, passage.tags[before] == .adjective { before -= 1 }
    if before >= range.lowerBound {
      switch passage.tags[before] {
      case .determiner, .number:
        // "the Russian president's envoy for Syria Alexander Lavrentiev".
        let next = one.tokens.upperBound
        return next < range.upperBound && passage.tags[next] == .possessive
          && !ownsDeed(one)
      default: break
      }
    }
    return references(in: one.tokens.upperBound..<max(range.upperBound, one.tokens.upperBound))
      .contains { other in
        !other.isNominal && actors[other.actor].kind == .person
          && (one.tokens.upperBound..<other.tokens.lowerBound).allSatisfy {
            switch passage.tags[$0] {
            case .noun, .adjective, .coordinator, .determiner, .possessive: true
            case .preposition: passage.lexicon.prepositions[passage.hash($0)] != .place
            case .to: true
            case .comma: $0 + 1 == other.tokens.lowerBound
            default: false
            }
          }
      }
  }

  /// "Russian air strikes", "Iran's offer": the deed that the word before owns.
  private func ownsDeed(_ one: ActorReference) -> Bool {
    var position = one.tokens.upperBound
    while position < passage.tags.count, position < one.tokens.upperBound + 4 {
      switch passage.tags[position] {
      case .possessive, .adjective, .number: position += 1
      case .noun:
        let inside = passage.reference[position]
        if inside >= 0, actors[passage.references[Int(inside)].actor].kind == .person {
          return false
        }
        if passage.lexicon.isDeedNoun(passage.hash(position)),
          !isCompound(after: position)
        {
          return true
        }
        position += 1
      default: return false
      }
    }
    return false
  }

  /// "a chemical attack town": the deed only describes what comes behind.
  private func isCompound(after position: Int) -> Bool {
    let next = position + 1
    return next < passage.tags.count && passage.cues[next].contains(.site)
      && passage.tags[next] == .noun
  }

  /// "condemned the attack on the village": whom another deed is done to.
  private func isOfDeed(_ one: ActorReference, behind head: Int) -> Bool {
    guard let link = preposition(before: one.tokens.lowerBound - 1, downTo: head), link - 1 > head
    else { return false }
    // "filed a lawsuit against the firm" accuses the firm.
    return passage.hash(link) != Word.against && passage.tags[link - 1] == .noun
      && passage.lexicon.isDeedNoun(passage.hash(link - 1))
  }

  private func isPossessor(_ one: ActorReference) -> Bool {
    one.tokens.upperBound < passage.tags.count && passage.tags[one.tokens.upperBound] == .possessive
  }

  /// "a war against Avaria": whoever else is acted on.
  private func isOpposed(_ one: ActorReference) -> Bool {
    var position = one.tokens.lowerBound - 1
    while position >= 0,
      passage.tags[position] == .determiner || passage.tags[position] == .adjective
    {
      position -= 1
    }
    return position >= 0 && passage.hash(position) == Word.against
  }

  /// "NATO peacekeeping troops", "top al-Badr leaders": a description with the name before it that
  /// tells whose it is.
  private func widened(_ one: ActorReference) -> ActorReference {
    guard one.isNominal, !passage.isDemonym[one.tokens.lowerBound] else { return one }
    var first = one.tokens.lowerBound
    var position = first - 1
    while position >= 0, position >= one.tokens.lowerBound - 4 {
      let inside = passage.reference[position]
      if inside >= 0 {
        let owner = passage.references[Int(inside)]
        let start = owner.tokens.lowerBound
        let isCompound =
          start > 0 && passage.hash(start - 1) == TaggedPassage.hyphen
          && !passage.text.tokens[start - 1].shape.contains(.spaceBefore)
        if !owner.isNominal, actors[owner.actor].kind != .person, !isCompound {
          first = owner.tokens.lowerBound
        }
        break
      }
      if passage.isDemonym[position] {
        first = position
        break
      }
      guard passage.tags[position] == .noun || passage.tags[position] == .adjective,
        passage.timex[position] < 0, !passage.lexicon.isTriggerNoun(passage.hash(position)),
        passage.text.tokens[position].kind == .word
      else { break }
      position -= 1
    }
    guard first < one.tokens.lowerBound else { return one }
    var whole = one
    whole.span = TextSpan(Int(passage.text.tokens[first].start), one.span.end)
    whole.tokens = first..<one.tokens.upperBound
    return whole
  }

  /// "Avaria's government" is Avaria's own; "Novak's government" is printed with its head.
  private func owned(_ one: ActorReference) -> ActorReference {
    let mark = one.tokens.lowerBound - 1
    guard one.isNominal, one.tokens.count == 1, mark > 0, passage.tags[mark] == .possessive,
      passage.reference[mark - 1] >= 0
    else { return one }
    let owner = passage.references[Int(passage.reference[mark - 1])]
    guard !owner.isNominal else { return one }
    var whole = one
    whole.span = TextSpan(owner.span.start, one.span.end)
    whole.tokens = owner.tokens.lowerBound..<one.tokens.upperBound
    if actors[one.actor].kind == .government, passage.isState[owner.actor] {
      whole.actor = owner.actor
    }
    return whole
  }

  /// "The secretary of the republic, Jan Novak, will": the office before the name of who holds it.
  private func isOffice(_ one: ActorReference, in range: Range<Int>) -> Bool {
    guard actors[one.actor].kind != .person || one.isNominal else { return false }
    let end = one.tokens.upperBound
    guard end < range.upperBound else { return false }
    for other in references(in: end..<range.upperBound)
    where actors[other.actor].kind == .person && !other.isNominal {
      let comma = other.tokens.lowerBound - 1
      guard comma >= end, passage.tags[comma] == .comma,
        !(one.tokens.upperBound..<comma).contains(where: {
          passage.tags[$0] == .coordinator || passage.tags[$0] == .comma
        })
      else { return false }
      let next = other.tokens.upperBound
      let ends = next >= range.upperBound || passage.tags[next] == .comma
      return ends && governor(of: one, from: range.lowerBound) == .preposition(.of)
    }
    return false
  }

  /// "Syria has been gripped by militancy", "is in a state of war": the state is where it goes on.
  private func isSituated(_ draft: EventDraft) -> Bool {
    guard let group = draft.clause.group, draft.head > group.main else { return false }
    return group.isCopula && draft.mention.isLasting
      || group.isPassive && passage.verbs[group.main]?.cues.contains(.befall) == true
  }

  /// "reported dozens of air strikes".
  private func isReportingNoun(_ draft: EventDraft, _ isNounTrigger: Bool) -> Bool {
    guard isNounTrigger, let group = draft.clause.group, !group.isPassive,
      draft.head > group.main, let verb = passage.verbs[group.main]
    else { return false }
    return verb.cues.contains(.report) && !verb.cues.contains(.plan)
      && !verb.cues.contains(.end) && !isDoneBySaying(draft.trigger.type)
      && draft.trigger.type != .agree
      && draft.trigger.type != .consult
  }

  /// "announced a suspension": said, and thereby done.
  private func isDoneBySaying(_ type: EventType) -> Bool {
    switch type {
    case .sanction, .aid, .mobilize, .retreat, .support, .cooperate, .request, .threaten: true
    default: false
    }
  }

  /// "a meeting of ministers": right behind the trigger.
  private func isHeld(_ one: ActorReference, head: Int) -> Bool {
    head + 1 < one.tokens.lowerBound && passage.hash(head + 1) == Word.of
      && governor(of: one, from: head) == .preposition(.of)
  }

  /// "gathering thirty members", "bringing together the two sides".
  private func isGathered(_ one: ActorReference, from start: Int) -> Bool {
    var position = one.tokens.lowerBound - 1
    while position >= start {
      if passage.tags[position].isLexicalVerb {
        return passage.verbs[position]?.cues.contains(.gather) == true
      }
      if passage.tags[position] == .preposition, passage.hash(position) != Word.of,
        passage.lexicon.prepositions[passage.hash(position)] != .place
      {
        return false
      }
      position -= 1
    }
    return false
  }

  /// A capital in front of a verb of speech or diplomacy stands for its government.
  private func speaks(_ draft: EventDraft, _ isPassive: Bool) -> Bool {
    guard draft.trigger.isVerb, !isPassive, !draft.trigger.traits.contains(.patient) else {
      return false
    }
    switch draft.trigger.type {
    case .consult, .request, .accuse, .reject, .threaten, .agree, .support, .sanction: return true
    default: return false
    }
  }

  /// Where the clause's own words end: before a purpose or an added deed.
  private func coreEnd(of draft: EventDraft, head: Int) -> Int {
    let range = draft.clause.range
    var hasNoun = false
    let takesPurpose =
      draft.trigger.type == .protest || draft.trigger.type == .request
      || draft.trigger.type == .threaten
    var position = max(head + 1, draft.clause.group?.tokens.upperBound ?? head + 1)
    while position < range.upperBound {
      switch passage.tags[position] {
      case .noun, .pronoun:
        // "were due to open" goes on.
        if !passage.cues[position].contains(.upcoming) { hasNoun = true }
      case .to where position + 1 < range.upperBound && passage.tags[position + 1] == .base:
        if hasNoun, !takesPurpose { return position }
      case .comma where position + 1 < range.upperBound:
        switch passage.tags[position + 1] {
        case .gerund:
          let harm = passage.lexicon.figures[passage.hash(position + 1)]
          let gathers = passage.verbs[position + 1]?.cues.contains(.gather) == true
          if !gathers, harm.map({ $0.side == .after }) ?? true { return position }
        case .participle, .past: return position
        default: break
        }
      case .preposition where passage.hash(position) == Word.for && position + 1 < range.upperBound:
        // "arrested for attacking": why.
        if passage.tags[position + 1] == .gerund { return position }
      case .gerund where hasNoun && passage.tags[position - 1] == .time:
        // "rioted on Monday joining thousands": a deed of its own.
        let harm = passage.lexicon.figures[passage.hash(position)]
        if harm.map({ $0.side == .after }) ?? true { return position }
      default: break
      }
      position += 1
    }
    return range.upperBound
  }

  /// "opened fire to disperse demonstrators", "offered to hand over to Avaria": whom the deed is meant
  /// for, where nobody else is told. Whoever comes first in what the sentence goes on with, before
  /// another clause.
  private func aim(of draft: EventDraft, from start: Int) -> ActorReference? {
    switch draft.trigger.type {
    case .other, .consult: return nil
    case .assault, .coerce, .protest, .sanction, .mobilize, .threaten: break
    default:
      // "talks to end the war" are with those who talk.
      if !draft.trigger.isVerb { return nil }
    }
    let sentence = passage.text.sentences[draft.mention.sentence].tokens
    var role = Preposition.target
    var position = start
    while position < sentence.upperBound {
      let index = passage.reference[position]
      if index >= 0 {
        let one = passage.references[Int(index)]
        position = one.tokens.upperBound
        let isOwner = isModifier(one) && !isPossessor(one)
        if !isOwner, !isTown(one), !reports(one), role == .target || role == .of { return one }
        continue
      }
      switch passage.tags[position] {
      case .preposition, .to:
        let next = passage.lexicon.prepositions[passage.hash(position)] ?? .target
        // "in the skies over Avaria": what hangs on a place or an aside stays there.
        if role != .place, role != .aside { role = next }
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

  /// "talks on the situation in Syria": where the topic is, and not the talks.
  private func isTopical(_ one: ActorReference, of draft: EventDraft, head: Int) -> Bool {
    switch draft.trigger.type {
    case .assault, .other, .protest, .mobilize, .retreat, .aid: return false
    default: break
    }
    var position = one.tokens.lowerBound - 1
    var role = Preposition.of
    while true {
      // Back to the preposition of the place.
      guard let link = preposition(before: position, downTo: head) else { return false }
      position = link - 1
      role = passage.lexicon.prepositions[passage.hash(link)] ?? .of
      guard position > head else { return false }
      if passage.hash(link) == Word.of, passage.cues[position].contains(.site) {
        // "in the region of Kelt".
        continue
      }
      switch passage.tags[position] {
      case .comma, .coordinator, .adverb:
        // "in A in general, and in B" hang on the same.
        position -= 1
        continue
      default: break
      }
      if passage.reference[position] >= 0,
        passage.references[Int(passage.reference[position])].isLocation
      {
        continue
      }
      break
    }
    // The noun that it hangs on, and what rules that.
    guard role == .place, passage.tags[position] == .noun, passage.reference[position] < 0,
      passage.timex[position] < 0, !passage.lexicon.isTriggerNoun(passage.hash(position))
    else { return false }
    while position > head {
      switch passage.tags[position] {
      case .noun, .adjective, .determiner, .number, .possessive, .adverb, .coordinator:
        position -= 1
      case .preposition, .to:
        return passage.lexicon.prepositions[passage.hash(position)] != .place
      case .base, .gerund:
        // "to take place in Kelt" tells where, "to discuss the situation in Kelt" does not.
        return passage.verbs[position]?.cues.contains(.light) != true
      default: return false
      }
    }
    return false
  }

  /// The preposition in front of a phrase of nouns.
  private func preposition(before start: Int, downTo head: Int) -> Int? {
    var position = start
    while position > head {
      switch passage.tags[position] {
      case .preposition, .to: return position
      case .noun, .adjective, .determiner, .number, .possessive, .comma, .coordinator, .adverb:
        position -= 1
      default: return nil
      }
    }
    return nil
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
    if draft.trigger.traits.contains(.patient) {
      // "The army will evacuate the settlements": with an object, the subject does it.
      return !isPassive && draft.trigger.isVerb && hasObject(draft) ? .actor : .recipient
    }
    if isPassive, draft.trigger.isVerb, !draft.trigger.traits.contains(.mutual) {
      return .recipient
    }
    return .actor
  }

  /// "Soldiers killed in Kelt", "twelve hurt": with nobody behind the verb whom it is done to, it is
  /// done to the subject.
  private func isUndergone(_ draft: EventDraft, head: Int) -> Bool {
    guard draft.trigger.isVerb, let figure = draft.trigger.figure, figure.isHarm,
      figure != .displaced, passage.tags[head] == .past || passage.tags[head] == .participle
    else { return false }
    let next = head + 1
    guard next < draft.clause.range.upperBound else { return true }
    switch passage.tags[next] {
    case .comma, .pause, .bracket, .time, .subordinator: return true
    case .preposition:
      // "killed at least 14".
      guard passage.lexicon.numbers[passage.hash(next)] != nil else { return true }
      return !(next..<min(next + 5, draft.clause.range.upperBound)).contains {
        passage.tags[$0] == .number && passage.timex[$0] < 0
      }
    default: return false
    }
  }

  /// A noun right behind the verb, and no time.
  private func hasObject(_ draft: EventDraft) -> Bool {
    guard draft.trigger.topic == "disaster", let group = draft.clause.group,
      group.main == draft.head
    else { return false }
    var position = group.tokens.upperBound
    while position < draft.clause.range.upperBound {
      switch passage.tags[position] {
      case .determiner, .number, .adjective, .possessive: position += 1
      case .noun: return position > group.tokens.upperBound || passage.reference[position] >= 0
      default: return false
      }
    }
    return false
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
