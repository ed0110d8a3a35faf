import DatelineModel

/// Events that a phrase of a clause tells, beside its verb.
extension EventDrafter {
  /// "a zone agreed by Turkey": a participle with an agent or a time of its own.
  func participleDraft(
    _ match: TriggerMatch, _ group: VerbGroup, of clause: Clause, in sentence: ParsedSentence,
    isAlone: Bool, after memory: TextMemory
  ) -> EventDraft? {
    var own = clause
    own.group = group
    // From the noun that it describes to the end of its own phrase.
    let isInserted =
      group.main > clause.range.lowerBound
      && passage.tags[group.main - 1] == .comma
    let front = isInserted ? group.main - 1 : group.main
    let start = passage.nounPhraseStart(before: front, in: clause.range)
    let end = passage.phraseEnd(after: group.main, in: clause.range)
    own.range = start..<end
    own.subject = start..<front
    own.others = []
    own.link = .relative
    let hasAgent = group.main + 1 < end && passage.hash(group.main + 1) == Word.by
    let timex = governing.time(of: group.main, in: own)
    guard
      hasAgent
        && (group.main + 2..<max(end, group.main + 2)).contains(where: {
          passage.reference[$0] >= 0
        }) || timex != nil
    else { return nil }
    if !hasAgent, clause.group.map({ $0.main < group.main }) == true, let timex {
      // The main verb's own time, unless it stands inside the phrase: leave it there. "Toured the base targeted on
      // Thursday" tells nothing else.
      let time = passage.tokens(ofTimex: timex)
      guard isAlone, (group.main + 1...group.main + 2).contains(time.lowerBound) else { return nil }
    }
    return draft(
      TriggerChoice(match: match, verb: group.main), of: own, number: nil, in: sentence,
      after: memory)
  }

  /// "left the talks, accusing Avaria of bad faith": what the subject does as it does the other, to
  /// somebody.
  func addedDraft(
    _ match: TriggerMatch, _ group: VerbGroup, to main: EventDraft, of clause: Clause,
    in sentence: ParsedSentence, after memory: TextMemory
  ) -> EventDraft? {
    let start = group.tokens.lowerBound
    let type = passage.lexicon.entries[match.entry].type
    guard start > clause.range.lowerBound, main.head < start, let finite = clause.group,
      finite.main < start, finite.tense == .past, !finite.isPassive,
      passage.tags[start - 1] == .comma || passage.tags[start - 1] == .time,
      type.isDemand || passage.traits(of: match).contains(.mutual),
      !passage.traits(of: match).contains(.weak)
    else { return nil }
    var own = clause
    own.group = group
    own.group?.tense = finite.tense
    own.range = start..<clause.range.upperBound
    own.others = clause.others.filter { $0.main > group.main }
    own.link = .coordinate
    guard
      var draft = draft(
        TriggerChoice(match: match, verb: group.main), of: own, number: nil, in: sentence,
        after: memory)
    else { return nil }
    if draft.timex == nil { draft.timex = main.timex }
    let isTowardsSomebody =
      draft.hasRecipient || type == .consult && draft.mention.participants.count > 1
    return isTowardsSomebody ? draft : nil
  }

  /// "threatened to boycott Sunday's election": what an infinitive behind a plan speaks of is to come with it.
  private func isPlanned(_ match: TriggerMatch, in clause: Clause) -> Bool {
    // "attempted to disrupt Sunday's election" was done, or was not.
    guard let group = clause.group, group.main < match.head,
      let cues = passage.verbs[group.main]?.cues, cues.contains(.plan), !cues.contains(.attempt)
    else { return false }
    return clause.others.contains {
      $0.tense == .infinitive && group.main < $0.main && $0.main < match.tokens.lowerBound
    }
  }

  /// "after Sunday's attack in Kabul": a noun with a time of its own.
  func datedNounDraft(
    _ match: TriggerMatch, of clause: Clause, in sentence: ParsedSentence,
    beside drafts: [EventDraft], after memory: TextMemory
  ) -> EventDraft? {
    guard !passage.traits(of: match).contains(.weak), !passage.isSupposed(clause) else {
      return nil
    }
    let first = match.tokens.lowerBound
    var before = first - 1
    var timex: Int32 = -1
    while before >= clause.range.lowerBound {
      let tag = passage.tags[before]
      if passage.timex[before] >= 0 {
        timex = passage.timex[before]
        break
      }
      guard tag == .noun || tag == .adjective || tag == .possessive || tag == .number else { break }
      before -= 1
    }
    var start: Int
    if timex >= 0 {
      // "the 12 January earthquake".
      start = passage.tokens(ofTimex: Int(timex)).lowerBound
      if start > clause.range.lowerBound, passage.tags[start - 1] == .determiner { start -= 1 }
    } else {
      start = passage.nounPhraseStart(before: first, in: clause.range)
      var after = match.tokens.upperBound
      var steps = 0
      while after < clause.range.upperBound, steps < 8 {
        if passage.timex[after] >= 0 {
          timex = passage.timex[after]
          break
        }
        let tag = passage.tags[after]
        // "the attack carried out on 6 March".
        let isLight = tag == .participle && passage.isLight(after)
        guard
          isLight || tag == .noun || tag == .preposition || tag == .determiner || tag == .adverb
        else { break }
        if tag == .noun, first > 0, passage.tags[first - 1] == .preposition,
          sentence.matches.contains(where: {
            !$0.isVerb && $0.head == after && !passage.traits(of: $0).contains(.weak)
          })
        {
          // "in protest at the killing of a student last week": of the killing.
          return nil
        }
        after += 1
        steps += 1
      }
    }
    guard timex >= 0, passage.timexes[Int(timex)].edtf != nil, !passage.isLikeness(Int(timex)),
      passage.timexes[Int(timex)].kind != .duration,
      !drafts.contains(where: { $0.timex == Int(timex) })
    else { return nil }
    let end = passage.phraseEnd(after: match.head, in: clause.range)
    var own = clause
    own.range = max(start, clause.range.lowerBound)..<end
    own.subject = own.range
    own.group = nil
    own.others = []
    own.link = .relative
    var choice = TriggerChoice(match: match, verb: match.head)
    choice.isSubjectNoun = true
    guard var draft = draft(choice, of: own, number: nil, in: sentence, after: memory)
    else { return nil }
    draft.timex = Int(timex)
    draft.mention.isNamed = true
    if let group = clause.group, !group.isPassive, !group.isNegated,
      group.main < match.tokens.lowerBound, draft.trigger.isHarmful,
      let cues = passage.verbs[group.main]?.cues, cues.contains(.claim), !cues.contains(.report)
    {
      // "blamed the Red Front for Tuesday's attack": who is said to have done it.
      for one in phrases.references(in: group.tokens.upperBound..<match.tokens.lowerBound)
      where passage.preposition(before: one.tokens.lowerBound - 1, downTo: group.main) == nil {
        draft.add(phrases.participant(one, as: .actor, status: .alleged))
      }
    }
    if isPlanned(match, in: clause),
      draft.trigger.type == .consult || draft.trigger.topic == "election"
    {
      draft.mention.status = .expected
    }
    return draft
  }
}
