import DatelineModel
import EDTF

/// Holds back what an editor would not list.
struct EventSieve {
  let passage: TaggedPassage
  let governing: GoverningTimeFinder

  /// Leaves out habits, states, possibilities, bare mentions.
  func passes(_ draft: EventDraft, in sentence: ParsedSentence) -> Bool {
    let clause = draft.clause
    if let subordinator = clause.subordinator, passage.cues[subordinator].contains(.conditional) {
      return false
    }
    if let subordinator = clause.subordinator, passage.hash(subordinator) == Word.until,
      draft.timex == nil
    {
      // "fought until the rebels were defeated": an aim as often as a deed.
      return false
    }
    if !draft.trigger.isVerb, isRecalled(draft.head, in: clause) { return false }
    // "Since May no ship has sunk": nothing that took place, on no day.
    if draft.mention.status == .negated, let timex = draft.timex, passage.isSince(timex) {
      return false
    }
    // "No Russians were killed in the bombing": of whom nothing is told.
    if draft.mention.status == .negated, draft.trigger.isVerb, draft.trigger.isHarmToPeople {
      return false
    }
    // "an offensive, which began …" is kept for the clause that it hangs on.
    if draft.datesItsNoun { return true }
    if passage.text.isTitle {
      // "As it happened: …" heads a page of live reports.
      let isFormula =
        draft.trigger.topic == "happening"
        && clause.subject.last.map { passage.tags[$0] == .pronoun } == true
      return !draft.isGeneric && !isFormula
    }
    let hasOwn = tellsOfItsOwn(draft)
    guard let group = clause.group else { return hasOwn && !draft.isGeneric }
    if !hasOwn, isBare(draft), !isNews(draft, in: sentence), !isTurn(draft, group),
      draft.trigger.type.isDemand || !hasDatedReport(clause, in: sentence)
    {
      return false
    }
    if draft.isPastPerfect, !hasOwn, clause.reporter == nil { return false }
    if draft.trigger.traits.contains(.intransitive), draft.head + 1 < clause.range.upperBound,
      passage.tags[draft.head + 1] == .determiner || passage.tags[draft.head + 1] == .relative
    {
      // "demonstrated the dangers" is no protest.
      return false
    }
    if clause.link == .adverbial, group.isProgressive,
      draft.isLoose || draft.trigger.traits.contains(.weak)
    {
      // "as pupils were leaving": what went on around the deed.
      return false
    }
    if draft.timex == nil, clause.reporter == nil || clause.isQuoted, speaksOfItself(clause) {
      return false
    }
    if clause.link == .relative, group.isPerfect, draft.timex == nil { return false }
    if group.tense == .present, !group.isPerfect, !group.isProgressive, tellsHabit(clause) {
      return false
    }
    switch group.tense {
    case .possible: if draft.timex == nil { return false }
    case .present:
      let goesOn =
        group.isProgressive || group.isPerfect
        || draft.mention.status == .expected || passage.isReport(clause)
        || draft.phase != [] || draft.trigger.lemma == "take place"
        || clause.reporter != nil && draft.trigger.type.isDemand
        || isHeadline(draft, in: sentence)
      // "is in the midst of an offensive", "is under siege".
      let isUnderWay =
        group.isCopula && draft.mention.isLasting && !draft.isLoose
        && !clause.subject.contains(draft.head) && isInPhrase(draft.head, after: group)
      if !goesOn, !hasOwn, !isUnderWay, !isSaidToGoOn(draft, group) { return false }
    default: break
    }
    return isWorthListing(draft, group, hasOwn: hasOwn, in: sentence)
  }

  /// "marks the 25th anniversary of the accident", "footage of the raid": what was before, on no day that is told.
  private func isRecalled(_ noun: Int, in clause: Clause) -> Bool {
    let start = clause.whole.lowerBound
    let link = passage.phraseStart(of: noun, downTo: start) - 1
    guard link > start, passage.hash(link) == Word.of else { return false }
    // "footage on Wednesday of the raid".
    var whole = link - 1
    while whole > start, passage.timex[whole] >= 0 { whole -= 1 }
    if whole < link - 1, passage.tags[whole] == .preposition { whole -= 1 }
    return whole >= start && passage.cues[whole].contains(.recall)
  }

  /// "Avaria blames Borduria", "Avaria and Borduria welcome the truce": told at the head of a report as headlines are, by
  /// whom and to whom or over which deed.
  private func isHeadline(_ draft: EventDraft, in sentence: ParsedSentence) -> Bool {
    guard draft.clause.link == .main, sentence.index < 2, draft.trigger.type.isDemand,
      draft.hasActor
    else { return false }
    if draft.trigger.type != .support, draft.hasRecipient { return true }
    // "supports the plan" is a state, and "welcomes the truce" is said of what has come about.
    return draft.isMainVerb
      && sentence.matches.contains {
        !$0.isVerb && $0.head > draft.head && draft.clause.range.contains($0.head)
      }
  }

  /// "regularly kills people", "people die every year".
  private func tellsHabit(_ clause: Clause) -> Bool {
    clause.whole.contains { position in
      passage.cues[position].contains(.habit)
        || passage.timex[position] >= 0
          && passage.timexes[Int(passage.timex[position])].kind == .set
    }
  }

  /// How much the trigger itself weighs, where the clause lets it through.
  private func isWorthListing(
    _ draft: EventDraft, _ group: VerbGroup, hasOwn: Bool, in sentence: ParsedSentence
  ) -> Bool {
    let clause = draft.clause
    if draft.isGeneric {
      return hasOwnDay(draft) && (group.tense == .past || group.tense == .future)
        && (!draft.mention.participants.isEmpty || isDeedOfADay(draft, group))
    }
    if draft.trigger.topic == "capture", !hasOwn, !draft.hasOwnPlace, !draft.hasRecipient,
      !hasDatedReport(clause, in: sentence)
    {
      return false
    }
    if draft.isLoose || draft.trigger.traits.contains(.weak) || clause.link == .relative {
      if hasOwn { return true }
      if isPlainDeed(draft, group) { return true }
      if draft.mention.status == .expected, group.isPassive, draft.trigger.type == .consult,
        draft.isDefinite
      {
        // "The talks are expected to deal with …".
        return true
      }
      if group.tense == .future || group.tense == .would, !draft.isLoose, !clause.isQuoted,
        clause.link == .main || clause.link == .content
      {
        return !draft.mention.participants.isEmpty
      }
      return draft.mention.series != nil || tellsWhoToWhom(draft, group, in: sentence)
        || !clause.isQuoted && clause.link == .main
          && sentence.index < 2 && !draft.mention.participants.isEmpty && !draft.isLoose
    }
    if clause.isQuoted { return hasOwn }
    return true
  }

  /// "Bombs hit a school in Orsk", "thousands rallied in Kelt", "the rebels freed two soldiers", "Avaria and Borduria
  /// discussed the truce": done, and the clause tells where or by whom and to whom.
  private func isPlainDeed(_ draft: EventDraft, _ group: VerbGroup) -> Bool {
    let clause = draft.clause
    guard !clause.isQuoted, clause.link == .main || clause.link == .content, group.tense == .past,
      !group.isPerfect, draft.mention.status == .asserted || draft.mention.status == .alleged
    else { return false }
    if draft.isLoose {
      return draft.trigger.type == .assault && draft.hasOwnPlace
        && clause.subject.contains { passage.cues[$0].contains(.weapon) }
    }
    let isDeed = draft.trigger.type == .assault || draft.trigger.type == .protest
    if isDeed, draft.hasOwnPlace { return true }
    if draft.trigger.traits.contains(.mutual) {
      // "Reporters spoke with a cleric" is how news is made, and none.
      return draft.mention.participants.count { $0.role == .actor && isProper($0.printed) } > 1
    }
    // "Footage it released showed a man" frees nobody.
    let isRelease =
      draft.trigger.type == .yield && draft.trigger.traits.contains(.people)
      && !(clause.subject.dropFirst().contains { passage.tags[$0] == .pronoun })
    return (isDeed || isRelease) && draft.hasActor && draft.hasRecipient
  }

  /// Whether a name begins with no small letter.
  private func isProper(_ name: String) -> Bool {
    name.utf8.first.map { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
  }

  /// "The surrender of the rebels to the army was filmed", "said that Avaria was giving Borduria weapons": at the head of
  /// a report, by whom and to whom, whatever the verb says of it.
  private func tellsWhoToWhom(
    _ draft: EventDraft, _ group: VerbGroup, in sentence: ParsedSentence
  ) -> Bool {
    let clause = draft.clause
    guard sentence.index < 2, !clause.isQuoted, draft.hasRecipient,
      draft.mention.status == .asserted || draft.mention.status == .expected,
      draft.hasActor
    else { return false }
    if draft.isLoose {
      return clause.link == .main && clause.subject.contains(draft.head) && group.tense != .would
        && group.tense != .possible
    }
    return clause.link == .content
      && (group.isProgressive
        || draft.trigger.type != .other && group.tense == .past
          && hasDatedReport(clause, in: sentence))
  }

  /// "The plane disappeared on Sunday", "cables were cut on Friday": of no actor, and news all the same where a
  /// sentence of its own gives it a day.
  private func isDeedOfADay(_ draft: EventDraft, _ group: VerbGroup) -> Bool {
    let clause = draft.clause
    guard clause.link == .main || clause.link == .content, !clause.isQuoted, !group.isProgressive,
      group.tense == .past, draft.mention.status == .asserted, draft.isMainVerb,
      let timex = draft.timex, let edtf = passage.timexes[timex].edtf, isOfDays(edtf),
      let last = clause.subject.last(where: { passage.timex[$0] < 0 && passage.tags[$0].isNominal })
    else { return false }
    return passage.tags[last] == .noun
  }

  /// A time or figure, which makes news of what would be a bare mention.
  private func tellsOfItsOwn(_ draft: EventDraft) -> Bool {
    if draft.timex != nil || draft.hasOpenTime || draft.hasPastSpan || (draft.daysBefore ?? 0) > 0
      || draft.daysAfterTold > 0
    {
      return true
    }
    // Money tells of a happening where it is what is given, "86 people" where they are rescued, "40
    // rockets" where they are fired.
    let isGiven = draft.trigger.type == .agree || draft.trigger.type == .aid
    return draft.mention.figures.contains { figure in
      switch figure.subject {
      case .other:
        draft.trigger.figure == .other || draft.trigger.type == .assault
          || draft.trigger.topic == "accident"
      case .money: isGiven
      default: true
      }
    }
  }

  /// "A caretaker was found dead in his cell.", "a student has been arrested": whom no table knows, and an article
  /// begins with it.
  private func isNews(_ draft: EventDraft, in sentence: ParsedSentence) -> Bool {
    sentence.index == 0 && draft.isMainVerb && draft.clause.link == .main
      && draft.mention.status == .asserted && (draft.tense == .past || draft.isPerfect)
      && (draft.trigger.isHarmful || draft.trigger.isHarmToPeople
        || draft.trigger.figure == .detained)
      && !draft.trigger.traits.contains(.weak)
  }

  /// "The ceasefire collapsed", "talks broke down", "the two sides signed a truce": what is agreed or held, by whomever.
  private func isTurn(_ draft: EventDraft, _ group: VerbGroup) -> Bool {
    let clause = draft.clause
    guard clause.link == .main, !clause.isQuoted, group.tense == .past, !group.isPerfect,
      draft.mention.status == .asserted, !draft.isLoose, !draft.isGeneric,
      !draft.trigger.traits.contains(.weak),
      clause.subject.contains(where: { passage.tags[$0] == .noun })
    else { return false }
    if draft.trigger.type == .agree { return true }
    return !draft.trigger.isVerb && clause.subject.contains(draft.head)
      && draft.trigger.traits.contains(.mutual)
  }

  /// Nobody, nowhere, in no series, and nothing that is said to begin or to end.
  private func isBare(_ draft: EventDraft) -> Bool {
    // A demand that nobody makes is none, wherever it speaks of.
    draft.mention.participants.isEmpty && (!draft.hasOwnPlace || draft.trigger.type.isDemand)
      && draft.mention.series == nil
      && (draft.phase == [] || draft.days == nil && draft.meeting == nil)
      && !(draft.isDefinite && draft.mention.status == .expected)
  }

  /// "said on Monday that talks had begun": the report has a day.
  private func hasDatedReport(_ clause: Clause, in sentence: ParsedSentence) -> Bool {
    guard let reporter = sentence.reporter(of: clause), let group = reporter.group
    else { return false }
    return governing.time(of: group.main, in: reporter) != nil
  }

  /// "300,000 have been killed since the war began": a sum of many happenings.
  func isRunningTotal(_ draft: EventDraft, before next: Clause?) -> Bool {
    guard draft.isPerfect, draft.tense == .present else { return false }
    let clause = draft.clause
    if draft.timex == nil, draft.mention.isLasting,
      draft.mention.figures.contains(where: { $0.subject.isHarm })
    {
      // "the war has claimed 400,000 lives".
      return true
    }
    if draft.timex == nil, !draft.mention.figures.isEmpty,
      clause.range.last.map({ passage.hash($0) == Word.since }) == true
        || clause.range.first.map({ passage.hash($0) == Word.since }) == true
    {
      // "since then 300 have been killed", "300 have been killed since".
      return true
    }
    if draft.isOfTimeSince, let timex = draft.timex {
      // "since the riots began on Friday 23 have been killed" is news, and "since the war began in 2011" none.
      return passage.isLongBefore(timex, governing.published)
    }
    // "has recaptured areas since Avaria intervened" is no sum.
    guard let subordinator = next?.subordinator,
      !draft.trigger.isVerb || draft.trigger.isHarmful || draft.trigger.figure != nil
    else { return false }
    return passage.hash(subordinator) == Word.since
  }

  /// "is in the midst of an offensive": a preposition leads to the noun.
  private func isInPhrase(_ head: Int, after group: VerbGroup) -> Bool {
    (group.tokens.upperBound..<max(head, group.tokens.upperBound)).contains {
      passage.tags[$0] == .preposition
    }
  }

  /// "an offensive is under way", "the siege is ongoing".
  private func isSaidToGoOn(_ draft: EventDraft, _ group: VerbGroup) -> Bool {
    guard group.isCopula, draft.mention.isLasting else { return false }
    return (group.tokens.upperBound..<draft.clause.range.upperBound).contains {
      passage.cues[$0].contains(.ongoing)
        || passage.hash($0) == Word.way && passage.hash($0 - 1) == Word.under
    }
  }

  /// "I", "you", "we": opinion and talk, unless dated.
  private func speaksOfItself(_ clause: Clause) -> Bool {
    guard let first = clause.subject.last(where: { passage.tags[$0] == .pronoun }) else {
      return false
    }
    return passage.hash(first) == Word.i || passage.hash(first) == Word.you
      || passage.hash(first) == Word.we
  }

  /// A day, or a few as of a weekend.
  private func isOfDays(_ time: EDTFValue) -> Bool {
    guard let first = time.earliest, let last = time.latest else { return false }
    return last.dayNumber - first.dayNumber < 3
  }

  /// A day or time, and no stretch or habit.
  private func hasOwnDay(_ draft: EventDraft) -> Bool {
    guard let timex = draft.timex else { return draft.hasOpenTime }
    return passage.timexes[timex].kind != .duration && passage.timexes[timex].kind != .set
  }
}
