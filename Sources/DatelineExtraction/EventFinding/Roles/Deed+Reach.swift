import DatelineModel

/// How far the words of a deed reach, and what hangs on another noun in them.
extension Deed {
  /// Where the verb ends, and with it the front of the clause.
  var verbEnd: Int { clause.group?.tokens.upperBound ?? clause.range.lowerBound }

  /// What stands behind verb and subject and is still the deed's own.
  var complement: Range<Int> {
    let first = max(verbEnd, clause.subject.upperBound)
    return first..<max(first, coreEnd)
  }

  /// Where the clause's own words end: before a purpose or an added deed.
  var coreEnd: Int {
    let range = clause.range
    // "were allowed to leave Avaria": what they are allowed is no part of it.
    var hasNoun = isPassive && trigger.isVerb && trigger.type == .yield
    let takesPurpose = trigger.type == .protest || trigger.type == .threaten
    var position = max(head + 1, clause.group?.tokens.upperBound ?? head + 1)
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
          let gathers = isMutual && passage.verbs[position + 1]?.cues.contains(.gather) == true
          if !gathers, harm.map(\.side.isBehind) ?? true { return position }
        case .participle, .past: return position
        default: break
        }
      case .participle
      where position > head + 1 && passage.tags[position - 1] == .noun
        && passage.verbs[position]?.cues.contains(.claim) == true:
        // "arrested 20 people suspected of spying for Avaria": what is said of them.
        return position
      case .preposition where passage.hash(position) == Word.for && position + 1 < range.upperBound:
        // "arrested for attacking": why.
        if passage.tags[position + 1] == .gerund { return position }
      case .gerund where hasNoun && passage.tags[position - 1] == .time:
        // "rioted on Monday joining thousands": a deed of its own.
        let harm = passage.lexicon.figures[passage.hash(position)]
        if harm.map(\.side.isBehind) ?? true { return position }
      default: break
      }
      position += 1
    }
    return range.upperBound
  }

  /// "fired at a base in retaliation for an attack on Kelt": where another deed was done, for which or
  /// after which this one is.
  func isElsewhere(_ one: ActorReference) -> Bool {
    guard let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: head),
      link - 1 > head, passage.tags[link - 1] == .noun,
      passage.lexicon.isDeedNoun(passage.hash(link - 1)),
      let reason = passage.preposition(before: link - 2, downTo: head)
    else { return false }
    let role = passage.lexicon.prepositions[passage.hash(reason)]
    return role == .aside || role == .target && passage.hash(reason) != Word.on
  }

  /// "talks on the situation in Syria": where the topic is, and not the talks.
  func isTopical(_ one: ActorReference) -> Bool {
    switch trigger.type {
    case .assault, .other, .protest, .mobilize, .retreat, .aid: return false
    default: break
    }
    var position = one.tokens.lowerBound - 1
    var role = Preposition.of
    while true {
      // Back to the preposition of the place.
      guard let link = passage.preposition(before: position, downTo: head) else { return false }
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
      case .preposition where passage.hash(position) == Word.of: position -= 1
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
}
