import DatelineModel

/// How the actors of a passage stand in their phrases, and what rules them there.
struct ActorPhrases {
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

  /// Who heads the subject of a clause: of "In Avaria, the minister of Belmar said", the minister.
  func subjects(of clause: Clause) -> [ActorReference] {
    heads(in: passage.frontEnd(of: clause.subject)..<clause.subject.upperBound)
  }

  /// Everybody whom a range names or describes, once each.
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

  /// As many stand in a list before one; a sentence may hold thousands.
  private static let longest = 64

  private func phraseGovernor(
    of one: ActorReference, from start: Int, isModifier isOwner: Bool = false
  ) -> Governor {
    var isWhole = true
    var position = one.tokens.lowerBound - 1
    var others = 0
    // "envoy for Avaria Jan Novak": the country is the title's, and rules no name.
    var isTitled =
      actors[one.actor].kind == .person && !one.isNominal && position >= start
      && passage.reference[position] >= 0
    while position >= start {
      if isQuantity(position) {
        position -= 2
        continue
      }
      if isBound(position) {
        position -= 1
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
        if position > start, one.isLocation, passage.hash(position - 1) == Word.border {
          // "near the border with Avaria".
          return .preposition(.place)
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
        if role == .of, position > start,
          passage.cues[position - 1].contains(.site) || isPart(position - 1, downTo: start)
        {
          // "in the town of Kelt", "by members of the militia".
          position -= 1
          continue
        }
        if role == .of || role == .origin, position > start, passage.reference[position - 1] >= 0 {
          let whole = passage.references[Int(passage.reference[position - 1])]
          if isContainer(whole, before: one.tokens.upperBound) {
            // "by members of the militia": by the militia.
            position = whole.tokens.lowerBound - 1
            continue
          }
        }
        return .preposition(role)
      }
      switch passage.tags[position] {
      case .noun:
        if passage.reference[position] >= 0,
          passage.reference[position] != passage.reference[one.tokens.lowerBound]
        {
          let other = passage.references[Int(passage.reference[position])]
          others += 1
          if others > ActorPhrases.longest { return .none }
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

  /// "by [dozens] of soldiers", "with two [members] of the party": so many of them, to whom a preposition leads.
  private func isPart(_ position: Int, downTo start: Int) -> Bool {
    guard
      passage.tags[position] == .number
        || !passage.cues[position].isDisjoint(with: [.membership, .tally, .crowd])
    else { return false }
    var link = position - 1
    while link > start,
      passage.tags[link] == .determiner || passage.tags[link] == .adjective
        || passage.tags[link] == .number || isBound(link) || isQuantity(link)
    {
      link -= isQuantity(link) ? 2 : 1
    }
    guard link >= start, passage.tags[link] == .preposition else { return false }
    switch passage.lexicon.prepositions[passage.hash(link)] {
    case .agent, .with, .between, .target: return true
    default: return false
    }
  }

  /// "around 30", "over 30": how many, and not where.
  private func isBound(_ position: Int) -> Bool {
    let next = position + 1
    return next < passage.tags.count && passage.tags[next] == .number
      && passage.timex[next] < 0 && passage.lexicon.numbers[passage.hash(position)] != nil
      && passage.tags[position] != .number
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
  func isModifier(_ one: ActorReference) -> Bool {
    var position = one.tokens.upperBound
    if position < passage.tags.count, passage.tags[position] == .possessive { return true }
    while position < passage.tags.count, position < one.tokens.upperBound + 6 {
      if passage.reference[position] >= 0 {
        // "Russian president Vladimir Putin": the later name heads the phrase, but not "Hamas
        // fighters".
        let next = passage.references[Int(passage.reference[position])]
        if isRunTogether(one, next) { return false }
        return passage.tags[position - 1] != .comma && !isNamedForce(next)
      }
      switch passage.tags[position] {
      // "gave Avaria 20 tanks": how many, of something else.
      case .number where position == one.tokens.upperBound && !one.isDemonym: return false
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
  func isNamedForce(_ one: ActorReference) -> Bool {
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
  func isJoined(_ a: ActorReference, _ b: ActorReference) -> Bool {
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

  /// A place that is no state: it is where something happens, and does nothing itself.
  func isTown(_ one: ActorReference) -> Bool {
    one.isLocation && actors[one.actor].kind == .place && !passage.isState[one.actor]
  }

  /// The town from which a state is governed.
  func isCapital(_ one: ActorReference) -> Bool {
    isTown(one) && passage.lexicon.seats.contains(actors[one.actor].name)
  }

  /// "children", "pupils": whom violence is done to.
  func isVictim(_ one: ActorReference) -> Bool {
    one.isNominal && passage.cues[one.tokens.upperBound - 1].contains(.victim)
  }

  /// "Kelt Clinic", "the embassy": where violence is done.
  func isFacility(_ one: ActorReference) -> Bool {
    passage.cues[one.tokens.upperBound - 1].contains(.facility)
  }

  /// "the homes of its workers": whose a thing or a place is.
  func isOwnerOfThing(_ one: ActorReference, downTo start: Int) -> Bool {
    guard let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: start),
      passage.hash(link) == Word.of, link > start
    else { return false }
    return !passage.cues[link - 1].isDisjoint(with: [.site, .facility, .thing])
  }

  /// "opponents of Novak", "an envoy of the bishop": those act, and not he.
  func isOfSeparate(_ one: ActorReference, downTo start: Int) -> Bool {
    guard let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: start),
      link > start
    else { return false }
    guard passage.hash(link) == Word.of else { return false }
    if passage.cues[link - 1].contains(.separate) { return true }
    let head = passage.reference[link - 1]
    return head >= 0 && isSomebody(passage.references[Int(head)], of: one, behind: link)
  }

  /// "an envoy of [the bishop]": one person of another, and no "Secretary of State Jan Novak".
  func isSomebody(_ head: ActorReference, of one: ActorReference, behind link: Int) -> Bool {
    head.isNominal && actors[head.actor].kind == .person && actors[one.actor].kind == .person
      && (link + 1..<max(one.tokens.lowerBound, link + 1)).allSatisfy {
        passage.tags[$0] == .determiner
      }
  }

  /// An actor in the part that it takes, printed as its phrase has it.
  func participant(
    _ one: ActorReference, as role: Participant.Role, status: EventStatus? = nil
  ) -> Participant {
    let actor = actors[one.actor]
    return Participant(
      actor: actor.id, name: actor.name, printed: passage.text.string(one.span), role: role,
      status: status)
  }
}
