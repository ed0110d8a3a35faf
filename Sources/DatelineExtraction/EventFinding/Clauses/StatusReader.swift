import DatelineModel

/// Reads whether a deed was done, is to come, is denied, alleged or did not happen.
struct StatusReader {
  let passage: TaggedPassage

  /// The status that verb, subject and noun give together.
  func status(_ choice: TriggerChoice, in clause: Clause) -> EventStatus {
    var status = choice.status
    guard let group = clause.group else { return nounStatus(choice.head) ?? status }
    if group.tense == .future || group.tense == .would {
      status = status == .negated ? .negated : .expected
    }
    if group.tense == .would && group.isPerfect || passage.isSupposed(clause) {
      return .counterfactual
    }
    // "No group has claimed Tuesday's bombing", "did not carry out the attack": there was one all the same.
    if let match = choice.match, passage.isToldOf(match, in: clause) { return .asserted }
    // "may have died" is nothing to come.
    if group.tense == .possible { status = group.isPerfect ? .alleged : .expected }
    if group.isNegated, !isAside(choice, group), !isDescribed(choice, in: clause) {
      return group.tense == .future || group.tense == .would ? .expected : .negated
    }
    if status == .asserted, hasNone(clause) || choice.match.map(hasNone) == true {
      return .negated
    }
    if group.isHearsay { return .alleged }
    if status == .asserted, group.isCopula, isDue(group) { return .expected }
    if let verb = passage.verbs[group.main], !group.isCopula {
      // "accused the agencies": an accusation that was made, whatever was done.
      let isItself = choice.match.map { $0.isVerb && $0.head == group.main } ?? false
      if verb.cues.contains(.claim), !isItself { return .alleged }
      // "denied the attack": the attack is denied, and a denial told for itself is not.
      let isDenial =
        choice.match.map { $0.isVerb && passage.lexicon.entries[$0.entry].type == .reject } ?? false
      if verb.cues.contains(.deny), choice.verb == group.main, !group.isPassive, !isDenial,
        !isItself
      {
        return .denied
      }
    }
    if status == .asserted, let noun = nounStatus(choice.head) { return noun }
    return status
  }

  /// "An election is due by November."
  private func isDue(_ group: VerbGroup) -> Bool {
    let next = group.tokens.upperBound
    return group.tense == .present && next < passage.tags.count
      && passage.cues[next].contains(.upcoming)
  }

  /// "The ceasefire was never going to be easy": what it was not, and not whether there was one.
  private func isDescribed(_ choice: TriggerChoice, in clause: Clause) -> Bool {
    clause.group.map { passage.tags[$0.main] == .be } == true && choice.isNoun
      && clause.subject.contains(choice.head)
      && (choice.head..<clause.group!.tokens.lowerBound).allSatisfy {
        passage.hash($0) != Word.there
      }
  }

  /// "did not speak during the trial": the trial was held.
  private func isAside(_ choice: TriggerChoice, _ group: VerbGroup) -> Bool {
    guard choice.isNoun, choice.head > group.main else { return false }
    return (group.tokens.upperBound..<max(choice.head, group.tokens.upperBound)).contains {
      passage.cues[$0].contains(.temporal) && passage.cues[$0].contains(.within)
    }
  }

  /// "no attack took place": a subject or object that denies itself.
  func hasNone(_ clause: Clause) -> Bool {
    // "Since May no ship has sunk": a time in front is no subject.
    let first = clause.subject.first { position in
      switch passage.tags[position] {
      case .preposition, .time, .subordinator, .comma: false
      default: passage.timex[position] < 0
      }
    }
    guard let first, clause.link != .coordinate, passage.cues[first].contains(.none) else {
      return false
    }
    // "No more than 30 people died" denies nobody's death.
    return passage.lexicon.numbers[passage.hash(first)]?.contains { word in
      first + word.rest.count < passage.tags.count
        && passage.goesOn(after: first, with: word.rest)
    } != true
  }

  /// "carried out no strike", "reached no agreement".
  private func hasNone(_ match: TriggerMatch) -> Bool {
    guard !match.isVerb else { return false }
    var position = match.tokens.lowerBound - 1
    while position >= 0, passage.tags[position] == .noun || passage.tags[position] == .adjective {
      position -= 1
    }
    return position >= 0 && passage.tags[position] == .determiner
      && passage.cues[position].contains(.none)
  }

  /// "the planned operation", "the alleged attack".
  private func nounStatus(_ head: Int) -> EventStatus? {
    guard passage.tags[head] == .noun else { return nil }
    var position = head - 1
    while position >= 0, head - position < 6 {
      if passage.cues[position].contains(.upcoming), passage.tags[position] != .determiner {
        return .expected
      }
      if passage.cues[position].contains(.alleged) { return .alleged }
      switch passage.tags[position] {
      case .noun, .adjective, .number, .gerund, .participle, .past: position -= 1
      default: return nil
      }
    }
    return nil
  }
}

extension TaggedPassage {
  /// A deed that readers are taken to know, behind the verb of its clause: whoever denies a part in it, claims it
  /// or did not do it leaves it told.
  func isToldOf(_ match: TriggerMatch, in clause: Clause) -> Bool {
    guard !match.isVerb, lexicon.entries[match.entry].isHarmful, let group = clause.group,
      group.main < match.tokens.lowerBound, !group.isCopula,
      verbs[group.main]?.cues.isDisjoint(with: [.plan, .fail]) == true
    else { return false }
    return isDefinite(match) || isPossessed(match)
  }

  /// "Tuesday's [bombing]", "its [attack]".
  func isPossessed(_ match: TriggerMatch) -> Bool {
    var position = match.tokens.lowerBound - 1
    while position >= 0,
      tags[position] == .adjective || tags[position] == .noun && timex[position] < 0
    {
      position -= 1
    }
    return position >= 0
      && (tags[position] == .possessive || tags[position] == .time && timex[position] >= 0)
  }

  /// "Had the dam burst, thousands would have died", "If they had signed the deal in May".
  func isSupposed(_ clause: Clause) -> Bool {
    if let subordinator = clause.subordinator, let group = clause.group,
      cues[subordinator].contains(.conditional), group.tense == .past, group.isPerfect
    {
      return true
    }
    let start = clause.whole.lowerBound
    return [start - 1, start].contains { first in
      first >= 0 && first + 1 < tags.count && tags[first] == .have
        && text.tokens[first].shape.contains(.capitalised)
        && (tags[first + 1] == .determiner || tags[first + 1] == .noun
          || tags[first + 1] == .pronoun)
    }
  }
}
