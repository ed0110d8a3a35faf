import DatelineModel

/// Chooses the trigger that a clause turns on: its verb, or the noun that the verb carries.
struct TriggerChooser {
  let passage: TaggedPassage

  /// The trigger of a clause; `inside` are the sentence's that begin in its piece.
  func choice(
    in clause: Clause, among inside: [TriggerMatch], of sentence: ParsedSentence
  ) -> TriggerChoice? {
    guard let first = clause.group else { return choiceInFragment(clause, inside) }
    var choice = TriggerChoice(match: nil, verb: first.main)
    let group = descend(from: first, in: clause, inside, &choice)
    choice.verb = group.main
    let form = passage.verbs[group.main]
    let verb = verbMatch(at: group.main, inside)
    if let form { choice.phase.formUnion(form.cues.intersection([.begin, .end])) }
    // "lifted sanctions", "took the mayor prisoner": the verb's phrase says it all; of those who "lost their
    // lives in the attack", the noun says more.
    let isPhrase =
      verb.map {
        let trigger = passage.lexicon.entries[$0.entry]
        return trigger.isPhrase && trigger.type != .other
      } == true
    let isLight =
      passage.traits(of: verb).contains(.light)
      || !isPhrase
        && (group.isCopula || form?.cues.contains(.light) == true
          || form?.cues.contains(.aspect) == true
          || form?.cues.contains(.plan) == true && verb == nil)
    if let verb, !passage.traits(of: verb).contains(.weak), !isLight {
      if let noun = whole(subjectNoun(clause, sentence.matches)), isReaction(verb, group, clause) {
        // "The expulsion of diplomats by Avaria was condemned": by nobody that is told.
        choice.take(noun, in: clause)
        choice.isLoose = true
        return choice
      }
      return told(by: verb, choice, isFirst: group.main == first.main)
    }
    if group.isCopula, verb == nil,
      let deed = clause.others.first(where: { $0.tense == .participle && $0.main > group.main }),
      let match = verbMatch(at: deed.main, inside), !passage.traits(of: match).contains(.weak),
      // "was a breach of an agreement mediated by Avaria": of a time that nothing tells.
      deed.tokens.upperBound >= passage.tags.count
        || passage.hash(deed.tokens.upperBound) != Word.by
    {
      // "four children were among eight people killed".
      choice.match = match
      return choice
    }
    let subject = subjectNoun(clause, sentence.matches)
    let object = objectNoun(clause, after: group, inside)
    if form?.cues.contains(.breach) == true,
      let noun = group.isPassive ? subject : object,
      passage.lexicon.entries[noun.entry].type == .agree
    {
      choice.isBreach = true
      choice.match = verb
      return choice
    }
    if let subject, let verb, passage.lexicon.entries[verb.entry].type == .assault,
      passage.lexicon.entries[subject.entry].topic == "disaster"
        || isLight && !group.isPassive && strong(subject) != nil
          && passage.lexicon.entries[subject.entry].isHarmful
    {
      // "The storm hit the coast": nobody attacks. "A blast hit the rally": what hits, and not what is hit.
      choice.take(subject, in: clause)
      return choice
    }
    if isLight {
      let noun =
        group.isPassive
        // "The army's apology to the families was announced".
        ? strong(subject) ?? whole(subject) ?? strong(object)
        : strong(object) ?? strong(subject)
      if let noun, let verb, strong(verb) != nil, !passage.traits(of: verb).contains(.light),
        passage.lexicon.entries[verb.entry].type != .other, isBesideObject(noun, of: group)
      {
        // "suspended Avaria at a meeting": Avaria, and not the meeting.
        return told(by: verb, choice, isFirst: group.main == first.main)
      }
      if let noun {
        choice.take(noun, in: clause)
        choice.isLoose =
          group.isCopula && !passage.traits(of: noun).contains(.lasting)
          // "had a meeting", but "was in talks".
          && (passage.tags[group.main] == .be || !passage.traits(of: noun).contains(.mutual))
          || isBesideObject(noun, of: group)
        return choice
      }
      if let verb { return told(by: verb, choice, isFirst: group.main == first.main) }
      if let noun = group.isPassive ? subject ?? object : object ?? subject {
        choice.take(noun, in: clause)
        choice.isLoose = true
        return choice
      }
    } else if let noun = whole(subject),
      verb.map({ passage.lexicon.entries[$0.entry].type == .other }) ?? true
    {
      // "The surrender of the rebels to the army was filmed".
      choice.take(noun, in: clause)
      choice.isLoose = true
      return choice
    } else if let verb {
      // "announced a ceasefire", but "called for a ceasefire" is a demand.
      if let noun = strong(object), passage.traits(of: verb).contains(.speech),
        passage.lexicon.entries[verb.entry].type != .request
      {
        choice.match = noun
        return choice
      }
      // "offered support", "was asked about it": what is offered is to come, the offer is made.
      return told(by: verb, choice, isFirst: group.main == first.main)
    } else if let noun = strong(subject) ?? strong(object) {
      choice.take(noun, in: clause)
      choice.isLoose = true
      return choice
    }
    if group.main != first.main, let refusal = verbMatch(at: first.main, inside),
      isRejection(refusal)
    {
      // "refused to say": what is refused is no happening, and the refusal is.
      return TriggerChoice(match: refusal, verb: first.main)
    }
    // A verb that no table knows tells a happening only on a day of its own.
    guard let form, !form.cues.contains(.stative), !form.cues.contains(.report), !group.isCopula
    else { return nil }
    choice.isLoose = true
    // "had set the tanks alight": planned is what stands below such a verb, and nothing does.
    if group.main == first.main, choice.status == .expected { choice.status = .asserted }
    return choice
  }

  /// The choice of a verb; "refused the offer", "proposed a law": what is offered is not or is to be, and the
  /// refusal or proposal is.
  private func told(
    by verb: TriggerMatch, _ choice: TriggerChoice, isFirst: Bool
  ) -> TriggerChoice {
    var choice = choice
    choice.match = verb
    if isFirst, isRejection(verb) || choice.status == .expected { choice.status = .asserted }
    return choice
  }

  /// "is scheduled to take place", "refused to attend": down to the verb that names the deed, noting
  /// what the verbs above say of it.
  private func descend(
    from first: VerbGroup, in clause: Clause, _ matches: [TriggerMatch],
    _ choice: inout TriggerChoice
  ) -> VerbGroup {
    var group = first
    if group.isCopula,
      let plan = planned(after: group, in: clause) ?? purpose(after: group, in: clause)
    {
      // "was due to host", "is in Kelt to meet".
      choice.status = .expected
      group = plan
    }
    while let form = passage.verbs[group.main] {
      if group.isCopula { break }
      let match = verbMatch(at: group.main, matches)
      // "refused to attend" goes on to what is refused, whatever "refuse" tells by itself.
      if let match, !passage.traits(of: match).contains(.weak), !form.cues.contains(.aspect),
        !form.cues.contains(.fail) || !isRejection(match)
      {
        break
      }
      let next =
        infinitive(after: group, in: clause) ?? plan(after: group, match, in: clause, matches)
      if let match, let next, isRejection(match),
        passage.tags[group.tokens.upperBound..<next.tokens.lowerBound].first?.opensPhrase == true
      {
        // "declined an invitation to join the union": the invitation, and nobody was to join.
        break
      }
      if form.cues.contains(.claim), strong(match) == nil, let next,
        next.isPerfect
      {
        // "claimed to have shot down a jet".
        choice.status = .alleged
        group = next
        continue
      }
      guard form.cues.contains(.plan) || form.cues.contains(.fail) || form.cues.contains(.aspect)
      else { break }
      if let match, passage.lexicon.entries[match.entry].type == .request, let next,
        (group.tokens.upperBound..<next.tokens.lowerBound).contains(where: {
          passage.reference[$0] >= 0
        })
      {
        // "asked the army to leave": a demand, and who asks does not leave.
        break
      }
      if form.cues.contains(.attempt), group.tense == .past, next != nil {
        choice.isAttempt = true
      } else if form.cues.contains(.plan) {
        choice.status = .expected
      }
      guard let next else {
        // "The talks failed" were held.
        if form.cues.contains(.fail), group.isPassive || subjectNoun(clause, matches) == nil {
          choice.status = .negated
        }
        break
      }
      // "decided not to go".
      if form.cues.contains(.fail) || next.isNegated { choice.status = .negated }
      choice.phase.formUnion(form.cues.intersection([.begin, .end]))
      group = next
    }
    return group
  }

  /// "was condemned", "drew criticism", "was ignored": what is said of a deed, and not by whom.
  private func isReaction(_ verb: TriggerMatch, _ group: VerbGroup, _ clause: Clause) -> Bool {
    let trigger = passage.lexicon.entries[verb.entry]
    guard trigger.type.isDemand, group.isPassive || trigger.traits.contains(.patient) else {
      return false
    }
    let behind = group.tokens.upperBound..<max(clause.range.upperBound, group.tokens.upperBound)
    return !behind.contains { passage.hash($0) == Word.by || passage.hash($0) == Word.from }
  }

  private func isRejection(_ match: TriggerMatch) -> Bool {
    passage.lexicon.entries[match.entry].type == .reject
  }

  /// "holds four suspects in the clinic attack": the verb has another object.
  private func isBesideObject(_ noun: TriggerMatch, of group: VerbGroup) -> Bool {
    guard noun.head > group.main,
      let link = passage.preposition(before: noun.tokens.lowerBound - 1, downTo: group.main),
      passage.hash(link) != Word.of
    else { return false }
    return (group.tokens.upperBound..<link).contains { passage.tags[$0] == .noun }
  }

  /// The trigger unless it tells something only with a time, figure or place of its own.
  private func strong(_ match: TriggerMatch?) -> TriggerMatch? {
    match.flatMap { passage.traits(of: $0).contains(.weak) ? nil : $0 }
  }

  /// The noun where its own phrase tells by whom and to whom.
  private func whole(_ noun: TriggerMatch?) -> TriggerMatch? {
    noun.flatMap { passage.tellsWhoToWhom($0.tokens, passage.lexicon.entries[$0.entry]) ? $0 : nil }
  }

  /// The trigger that the verb at `main` is.
  func verbMatch(at main: Int, _ matches: [TriggerMatch]) -> TriggerMatch? {
    matches.first {
      $0.isVerb && $0.tokens.lowerBound == main
        && !(passage.lexicon.entries[$0.entry].type == .retreat && leavesAsItIs($0))
        && !putsOff($0)
    }
  }

  /// "pushed them back to Friday": a day, and no troops.
  private func putsOff(_ match: TriggerMatch) -> Bool {
    guard passage.lexicon.entries[match.entry].topic == "capture" else { return false }
    let end = min(match.tokens.upperBound + 6, passage.tags.count)
    return (match.tokens.lowerBound..<max(end - 1, match.tokens.lowerBound)).contains { position in
      (passage.hash(position) == Word.to || passage.hash(position) == Word.until)
        && passage.timex[position + 1] >= 0
    }
  }

  /// "leaves the chairman unnamed", "left the town in ruins empty": a state, and nobody goes.
  private func leavesAsItIs(_ match: TriggerMatch) -> Bool {
    var position = match.tokens.upperBound
    let end = passage.tags.count
    var hasObject = false
    // "left Wednesday in 45 buses bound for Kelt": a time is nothing that is left.
    while position < end, passage.timex[position] < 0 {
      switch passage.tags[position] {
      // "leave no stone unturned".
      case .determiner where passage.cues[position].contains(.none): return true
      case .determiner, .number, .possessive: break
      // "leaves 17 dead".
      case .noun, .adjective:
        if passage.lexicon.figures[passage.hash(position)]?.subject.isHarm == true { return true }
        if passage.tags[position] == .noun { hasObject = true } else if hasObject { return true }
      case .pronoun: hasObject = true
      // "left residents gasping for breath", "left over 540 others injured".
      case .participle, .past, .gerund: return hasObject
      case .preposition where position + 1 < end && passage.tags[position + 1] == .number: break
      default: return false
      }
      position += 1
    }
    return false
  }

  /// "Two killed in Kelt", "Talks in Belmar": without a finite verb the first trigger counts.
  private func choiceInFragment(_ clause: Clause, _ matches: [TriggerMatch]) -> TriggerChoice? {
    let strong = matches.first { !passage.traits(of: $0).contains(.weak) }
    guard let match = strong ?? matches.first else { return nil }
    var choice = TriggerChoice(match: match, verb: match.head)
    choice.isLoose = !match.isVerb
    choice.isSubjectNoun = !match.isVerb
    if match.isVerb, let group = clause.others.first(where: { $0.main == match.head }),
      group.tense == .infinitive
    {
      choice.status = .expected
    }
    return choice
  }

  /// "was due to host", "is about to leave": the infinitive behind a word that looks forward.
  private func planned(after group: VerbGroup, in clause: Clause) -> VerbGroup? {
    var position = group.tokens.upperBound
    while position < clause.range.upperBound, passage.tags[position] == .adverb { position += 1 }
    guard position < clause.range.upperBound,
      passage.cues[position].contains(.upcoming)
        || passage.hash(position) == Word.about || passage.hash(position) == Word.supposed
    else { return nil }
    return clause.others.first {
      $0.tense == .infinitive && $0.tokens.lowerBound == position + 1
    }
  }

  /// "is in Kelt to meet": what somebody is somewhere for.
  private func purpose(after group: VerbGroup, in clause: Clause) -> VerbGroup? {
    let next = clause.others.first { $0.tokens.lowerBound >= group.tokens.upperBound }
    guard let next, next.tense == .infinitive, passage.tags[group.main] == .be else { return nil }
    let between = group.tokens.upperBound..<next.tokens.lowerBound
    let first = between.first { passage.tags[$0] != .adverb && passage.tags[$0] != .time }
    guard let first, passage.tags[first] == .preposition,
      passage.lexicon.prepositions[passage.hash(first)] == .place,
      let last = between.last(where: {
        passage.tags[$0] != .time && passage.tags[$0] != .preposition
      }),
      passage.reference[last] >= 0, passage.references[Int(passage.reference[last])].isLocation
    else { return nil }
    return next
  }

  /// What is begun, planned or refused: the verb below a verb.
  private func infinitive(after group: VerbGroup, in clause: Clause) -> VerbGroup? {
    let isAspect = passage.verbs[group.main]?.cues.contains(.aspect) == true
    return clause.others.first { other in
      guard other.tokens.lowerBound >= group.tokens.upperBound else { return false }
      let between = group.tokens.upperBound..<other.tokens.lowerBound
      switch other.tense {
      case .infinitive:
        // "began to fire", but "began in April to free the town" tells what it was for.
        return !isAspect
          || between.allSatisfy { passage.tags[$0] == .adverb || passage.tags[$0] == .to }
      // "resumed shelling the village".
      case .gerund: return isAspect && between.isEmpty
      default: return false
      }
    }
  }

  /// "is considering sending troops": the deed that a verb which tells none itself looks forward to.
  private func plan(
    after group: VerbGroup, _ match: TriggerMatch?, in clause: Clause, _ matches: [TriggerMatch]
  ) -> VerbGroup? {
    guard match == nil, passage.verbs[group.main]?.cues.contains(.plan) == true else { return nil }
    return clause.others.first {
      $0.tense == .gerund && $0.tokens.lowerBound == group.tokens.upperBound
        && verbMatch(at: $0.main, matches) != nil
    }
  }

  /// The trigger that heads the subject.
  private func subjectNoun(_ clause: Clause, _ matches: [TriggerMatch]) -> TriggerMatch? {
    var first: TriggerMatch?
    // "Despite the truce, clashes broke out": the phrase in front hides nothing.
    let own = passage.frontEnd(of: clause.subject)..<clause.subject.upperBound
    for match in matches where !match.isVerb && own.contains(match.tokens.lowerBound) {
      // "On Tuesday regime shelling", "on Tuesday under a deal reached": a time in front is no phrase that
      // hides the noun, but "last week, on a visit to Avaria, asked" has one behind it.
      let before = own.lowerBound..<match.tokens.lowerBound
      let time = before.last { passage.tags[$0] == .time }
      let endsSubject = match.tokens.upperBound == clause.subject.upperBound
      let start = endsSubject && time != nil ? before.upperBound : time ?? before.lowerBound
      let isInPhrase = (start..<before.upperBound).contains {
        (passage.tags[$0] == .preposition || passage.cues[$0].contains(.temporal))
          && passage.hash($0) != Word.of
          // "At least eleven attacks".
          && passage.hash($0 + 1) != Word.least && passage.hash($0 + 1) != Word.most
      }
      if !isInPhrase {
        if !passage.traits(of: match).contains(.weak) { return match }
        first = first ?? match
      }
    }
    return first
  }

  /// "ended without an agreement": what there was not.
  private func isLacking(_ match: TriggerMatch, from start: Int) -> Bool {
    passage.preposition(before: match.tokens.lowerBound - 1, downTo: start).map {
      passage.hash($0) == Word.without
    } ?? false
  }

  /// The trigger that the verb takes as its object, or through one preposition.
  private func objectNoun(_ clause: Clause, after group: VerbGroup, _ matches: [TriggerMatch])
    -> TriggerMatch?
  {
    // "released a statement on the truce": the object itself, even where it weighs little.
    var first: TriggerMatch?
    var second: TriggerMatch?
    for match in matches where !match.isVerb && match.tokens.lowerBound >= group.tokens.upperBound {
      var prepositions = 0
      for position in group.tokens.upperBound..<match.tokens.lowerBound {
        switch passage.tags[position] {
        case .comma, .pause, .quote, .coordinator, .subordinator, .relative: return first ?? second
        case .preposition where passage.timex[position + 1] >= 0:
          // "claimed responsibility on Friday for the bombing": a time leads nowhere.
          break
        case .preposition, .to: prepositions += passage.hash(position) == Word.of ? 0 : 1
        case .base, .gerund: return first ?? second
        default: break
        }
      }
      guard prepositions <= 1, first == nil || prepositions == 0 else { return first ?? second }
      if isLacking(match, from: group.tokens.upperBound) { continue }
      if !passage.traits(of: match).contains(.weak) { return match }
      if prepositions == 0 { first = first ?? match } else { second = second ?? match }
    }
    return first ?? second
  }
}
