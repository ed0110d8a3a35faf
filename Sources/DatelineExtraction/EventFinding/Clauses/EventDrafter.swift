import DatelineModel
import EDTF

/// Makes the draft of an event: from what a clause turns on, all that the clause says of it.
struct EventDrafter {
  let passage: TaggedPassage
  let phrases: ActorPhrases
  let speakers: SpeakerFinder
  let governing: GoverningTimeFinder
  let figures: FigureFinder
  private let dating: ClauseDating
  private let status: StatusReader
  private let roles: RoleFinder
  private let places: PlaceFinder
  private let series: SeriesFinder

  init(passage: TaggedPassage, actors: [LocalActor], published: CalendarDate?) {
    self.passage = passage
    phrases = ActorPhrases(passage: passage, actors: actors)
    speakers = SpeakerFinder(phrases: phrases)
    governing = GoverningTimeFinder(passage: passage, published: published)
    figures = FigureFinder(passage: passage)
    dating = ClauseDating(passage: passage, governing: governing)
    status = StatusReader(passage: passage)
    roles = RoleFinder(phrases: phrases)
    places = PlaceFinder(phrases: phrases)
    series = SeriesFinder(passage: passage)
  }

  /// A draft for each day of the list that its time stands in; of days that follow one another, one.
  func byDay(_ draft: EventDraft) -> [EventDraft] {
    guard let timex = draft.timex, draft.days == nil, draft.mention.series == nil else {
      return [draft]
    }
    let list = dating.listed(with: timex)
    let days = list.compactMap { passage.timexes[$0].edtf?.day?.dayNumber }
    guard days.count > 1 else { return [draft] }
    var first = draft
    first.timex = list[0]
    if days[days.count - 1] - days[0] == days.count - 1 {
      // "on 1 and 2 August": it went on.
      first.days = days.count
      return [first]
    }
    return [first]
      + list.dropFirst().map { day in
        var other = draft
        other.timex = day
        // What is counted is of all of them.
        other.mention.figures = []
        return other
      }
  }

  /// The event that a clause tells, or nil where it has no verb that any table knows.
  ///
  /// `number` is the clause's in its sentence: nil for a phrase that is read as a clause, with which
  /// nothing around hangs together.
  func draft(
    _ choice: TriggerChoice, of clause: Clause, number: Int?, in sentence: ParsedSentence,
    after memory: TextMemory
  ) -> EventDraft? {
    let choice = settled(choice, in: clause)
    guard var draft = blank(choice, clause, in: sentence) else { return nil }
    let next = number.flatMap { sentence.clause(after: $0) }
    draft.mention.status = status.status(choice, in: clause)
    let previous = number.flatMap { $0 > 0 ? sentence.clauses[$0 - 1] : nil }
    dating.date(&draft, by: choice, in: sentence, previous: previous, next: next)
    if let match = choice.match, !match.isVerb {
      draft.isDefinite = passage.isDefinite(match)
      draft.isNamedBefore = draft.isDefinite && memory.named.contains(match.entry)
      draft.days = dating.days(before: match, in: sentence)
    }
    draft.isInRelative =
      sentence.reporter(of: clause)?.link == .relative
      || number.map(sentence.hangsOnRelative) ?? false
    draft.meeting = meeting(in: clause, of: sentence)
    draft.takesUp = definiteTopic(in: clause, of: sentence)
    if choice.isClaim { draft.mention.status = .asserted }
    roles.fill(
      &draft, isSubjectNoun: choice.isSubjectNoun,
      content: number.flatMap { sentence.content(of: $0) },
      pronoun: speakers.antecedent(
        of: clause, reporter: number == nil ? nil : sentence.reporter(of: clause),
        focus: memory.focus))
    takeOwners(of: &draft, by: choice, in: clause)
    if draft.isLoose, draft.trigger.isHarmful, let group = clause.group, group.main < draft.head,
      !isThere(draft.head, after: group)
    {
      // "The mayor spoke of the attack" and did not attack.
      draft.mention.participants.removeAll { $0.role == .actor }
    }
    if draft.trigger.type == .threaten, !draft.hasRecipient, let next,
      let condition = next.subordinator, passage.cues[condition].contains(.conditional),
      let one = phrases.subjects(of: next).first
    {
      // "threatened to leave if Avaria goes ahead": who is to be moved by it.
      draft.add(phrases.participant(one, as: .recipient))
    }
    if draft.mention.place == nil,
      let place = places.place(of: draft.trigger, head: draft.head, in: clause, of: sentence)
    {
      draft.mention.place = place
      draft.hasOwnPlace = true
    }
    draft.mention.figures = figures.figures(in: clause.whole)
    if let match = choice.match {
      figures.settle(&draft.mention.figures, of: draft.trigger, match, in: clause)
    }
    draft.mention.series = series.series(in: sentence.whole, near: draft.head)
    draft.mention.attribution = speakers.source(in: sentence)
    return draft
  }

  /// "There was [an attack] by rebels": a deed that is told to have been.
  private func isThere(_ noun: Int, after group: VerbGroup) -> Bool {
    let first = group.tokens.lowerBound
    return first > 0 && passage.hash(first - 1) == Word.there
      && passage.preposition(before: noun, downTo: first) == nil
  }

  /// "claimed responsibility for Tuesday's bombing", "took responsibility for the attack": those who say so are
  /// said to have done it; "no group has", "did not" leave nobody.
  private func takeOwners(
    of draft: inout EventDraft, by choice: TriggerChoice, in clause: Clause
  ) {
    guard let match = choice.match, !match.isVerb, draft.trigger.isHarmful,
      let group = clause.group,
      group.main < match.tokens.lowerBound, let cues = passage.verbs[group.main]?.cues
    else { return }
    let isClaimed =
      cues.contains(.own)
      && (cues.contains(.claim)
        || (group.main..<match.tokens.lowerBound).contains { passage.cues[$0].contains(.credit) })
    guard isClaimed, !group.isPassive else {
      // "did not carry out the attack": whoever did.
      if group.isNegated, passage.isToldOf(match, in: clause) {
        draft.denyDoers()
      }
      return
    }
    draft.mention.participants.removeAll { $0.role == .actor }
    if group.isNegated || status.hasNone(clause) { return }
    draft.isLoose = false
    for one in phrases.subjects(of: clause) {
      draft.add(phrases.participant(one, as: .actor, status: .alleged))
    }
  }

  /// What is claimed on a day of its own gives way to the claim.
  private func settled(_ choice: TriggerChoice, in clause: Clause) -> TriggerChoice {
    guard let group = clause.group, dating.isClaimOnADay(choice.match, clause) else {
      return choice
    }
    var claim = choice
    claim.match = nil
    claim.verb = group.main
    claim.status = .asserted
    claim.isClaim = true
    return claim
  }

  /// Trigger, extent and tense, and nothing else yet.
  private func blank(
    _ choice: TriggerChoice, _ clause: Clause, in sentence: ParsedSentence
  ) -> EventDraft? {
    guard var trigger = trigger(of: choice) else { return nil }
    if isCollision(trigger, of: clause) { trigger = trigger.asAccident }
    if isThreat(trigger, at: choice.head) { trigger = trigger.asThreat }
    let head = choice.head
    var draft = EventDraft(
      mention: EventMention(
        span: passage.text.span(of: passage.extent(of: clause)), inTitle: passage.text.isTitle,
        sentence: sentence.index,
        trigger: passage.text.span(of: choice.match?.tokens ?? head..<(head + 1)),
        lemma: trigger.lemma, type: trigger.type,
        topic: trigger.topic.isEmpty ? nil : trigger.topic,
        isLasting: trigger.traits.contains(.lasting)),
      trigger: trigger, head: head, clause: clause, tense: clause.group?.tense ?? .past)
    draft.isGeneric = !choice.isKnown
    draft.isLoose = choice.isLoose
    draft.phase = choice.phase
    draft.isPerfect = clause.group?.isPerfect == true
    draft.paragraph = passage.text.sentences[sentence.index].paragraph
    draft.headWord = passage.hash(head)
    return draft
  }

  /// "A bus hit a wall", "lightning struck a school", "the mill was destroyed by fire".
  private func isCollision(_ trigger: Trigger, of clause: Clause) -> Bool {
    guard trigger.isVerb, trigger.type == .assault, trigger.topic == "attack",
      let group = clause.group, let doer = doer(group, of: clause),
      let head = doer.last(where: { passage.tags[$0] == .noun })
    else { return false }
    return passage.cues[head].contains(.vehicle) && passage.reference[head] < 0
      // "an explosives-laden vehicle", "a truck with a bomb" are driven into something on purpose.
      && doer.count { passage.tags[$0] == .noun } < 3
      && !doer.contains {
        passage.tags[$0] == .preposition || passage.hash($0) == TaggedPassage.hyphen
          || passage.cues[$0].contains(.weapon)
      }
  }

  /// "vowed to bomb the port", "swore to avenge": a promise of violence.
  private func isThreat(_ trigger: Trigger, at head: Int) -> Bool {
    guard trigger.isVerb, trigger.type == .agree, head + 2 < passage.tags.count,
      passage.tags[head + 1] == .to, passage.tags[head + 2] == .base
    else { return false }
    return passage.lexicon.isBlow(passage.hash(head + 2))
  }

  /// Who or what does it: the subject, or what stands behind the "by" of a passive.
  private func doer(_ group: VerbGroup, of clause: Clause) -> Range<Int>? {
    guard group.isPassive else { return clause.subject }
    let by = group.tokens.upperBound
    guard by + 1 < clause.range.upperBound, passage.hash(by) == Word.by else { return nil }
    var end = by + 1
    while end < clause.range.upperBound,
      passage.tags[end] == .determiner || passage.tags[end] == .adjective
        || passage.tags[end] == .noun || passage.hash(end) == TaggedPassage.hyphen
    {
      end += 1
    }
    return by + 1..<end
  }

  /// The trigger of the lexicon, else one that stands for the bare verb.
  private func trigger(of choice: TriggerChoice) -> Trigger? {
    if let match = choice.match { return passage.lexicon.entries[match.entry] }
    guard let form = passage.verbs[choice.verb] else { return nil }
    let lemma = passage.lexicon.lemmas[Int(form.lemma)]
    if choice.isClaim {
      return Trigger(
        lemma: lemma, isVerb: true, type: .consult, topic: "statement", traits: .weak, figure: nil)
    }
    if choice.isBreach {
      return Trigger(
        lemma: lemma, isVerb: true, type: .reject, topic: "rejection", traits: [], figure: nil)
    }
    return Trigger(lemma: lemma, isVerb: true, type: .other, topic: "", traits: .weak, figure: nil)
  }

  /// "the two-day talks": the last of several days that the clause speaks of.
  private func meeting(in clause: Clause, of sentence: ParsedSentence) -> EventDraft.Meeting? {
    for match in sentence.matches(in: clause.range).reversed()
    where !match.isVerb && passage.traits(of: match).contains(.mutual) {
      if let days = dating.days(before: match, in: sentence) {
        return EventDraft.Meeting(word: passage.hash(match.head), days: days)
      }
    }
    return nil
  }

  /// The topic of "the talks", "this attack" in a clause: told of before.
  private func definiteTopic(in clause: Clause, of sentence: ParsedSentence) -> String? {
    for match in sentence.matches(in: clause.whole) where !match.isVerb {
      if passage.isDefinite(match) { return passage.lexicon.entries[match.entry].topic }
    }
    return nil
  }
}
