import DatelineModel
import EDTF

/// Reads the events out of a sentence's clauses, one sentence after the other.
final class ClauseReader {
  let passage: TaggedPassage
  let actors: [LocalActor]
  /// Nominal triggers of the sentences before, which "the attack" takes up.
  private var named: Set<Int> = []
  /// Who a pronoun of the next clause may stand for.
  private var focus = Focus()
  /// The triggers of the sentence that is being read.
  private(set) var sentenceMatches: [TriggerMatch] = []
  private(set) var sentenceClauses: [Clause] = []
  private let roles: RoleFinder
  let figures: FigureFinder
  private let series: SeriesFinder

  /// What the sentence before counted.
  var counted: Figure.Subject?

  private let title: SegmentedText?
  let published: CalendarDate?

  init(
    passage: TaggedPassage, actors: [LocalActor], title: SegmentedText?, published: CalendarDate?
  ) {
    self.passage = passage
    self.actors = actors
    roles = RoleFinder(passage: passage, actors: actors)
    figures = FigureFinder(passage: passage)
    series = SeriesFinder(passage: passage)
    self.title = title
    self.published = published
  }

  var lexicon: EventLexicon { passage.lexicon }

  /// What the sentence tells, in the order of its triggers.
  func drafts(ofSentence index: Int) -> [EventDraft] {
    let tokens = PageFurniture(passage: passage, title: title, published: published)
      .told(ofSentence: index)
    guard !tokens.isEmpty else {
      counted = nil
      return []
    }
    let matches = passage.triggerMatches(in: tokens)
    sentenceMatches = matches
    let clauses = passage.clauses(in: tokens)
    sentenceClauses = clauses
    var drafts: [(clause: Int, draft: EventDraft)] = []
    for (number, clause) in clauses.enumerated() {
      let heads = roles.heads(in: clause.subject)
      if clause.link != .relative, !heads.isEmpty { focus.note(heads, actors) }
      let reports = clauses.contains { $0.reporter == number }
      if reports,
        clause.group.map({ passage.verbs[$0.main]?.cues.contains(.report) == true })
          == true
      {
        continue
      }
      for draft in self.drafts(
        of: clause, matches: matches, sentence: index, in: clauses, number: number)
      {
        drafts.append((number, draft))
      }
    }
    readReports(clauses, matches: matches, sentence: index, into: &drafts)
    mergePhases(clauses, into: &drafts)
    mergeDeeds(into: &drafts)
    drafts.removeAll {
      isEarlierTalk($0.draft) && index > 1 || datesItsNoun($0.draft) && $0.draft.timex == nil
        || isRunningTotal($0.draft, after: $0.clause, clauses)
    }
    for match in matches where !match.isVerb { named.insert(match.entry) }
    var told = drafts.map(\.draft)
    readTolls(ofSentence: index, tokens: tokens, into: &told)
    markSums(&told, tokens: tokens)
    return told.sorted { $0.mention.trigger < $1.mention.trigger }
  }

  private func matches(in range: Range<Int>) -> [TriggerMatch] {
    sentenceMatches.filter {
      range.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= range.upperBound
    }
  }

  // MARK: One clause

  /// Which trigger a clause turns on, and what its verb says of it.
  private struct Choice {
    var match: TriggerMatch?
    /// The verb where no trigger is known.
    var verb: Int
    var isLoose = false
    var phase: VerbForm.Cues = []
    var status: EventStatus = .asserted
    /// Tried in the past: told only of violence, which is a deed even where it fails.
    var isAttempt = false
    /// The noun is the subject, and so the verb's own subject does not act.
    var isSubjectNoun = false
    /// "broke the truce": an agreement is done away with.
    var isBreach = false
  }

  private func drafts(
    of clause: Clause, matches: [TriggerMatch], sentence: Int, in clauses: [Clause], number: Int
  ) -> [EventDraft] {
    var drafts: [EventDraft] = []
    let inside = matches.filter { clause.range.contains($0.tokens.lowerBound) }
    if let choice = choose(clause, matches: inside, all: matches),
      !choice.isAttempt || choice.match.map({ lexicon.entries[$0.entry].type }) == .assault,
      let draft = draft(choice, clause, sentence: sentence, in: clauses, number: number),
      draft.trigger.topic != "statement" || !saysOnlyIt(clause, in: clauses, number: number),
      isTold(draft, sentence: sentence, isReported: isDatedReport(clause.reporter, in: clauses))
    {
      drafts.append(draft)
    }
    for other in clause.others where other.tense == .participle {
      // "a zone agreed by Turkey": a happening of its own.
      guard let match = inside.first(where: { $0.isVerb && $0.tokens.lowerBound == other.main }),
        !lexicon.entries[match.entry].traits.contains(.weak),
        !drafts.contains(where: { $0.head == match.tokens.lowerBound }),
        let extra = participleDraft(match, other, clause, sentence: sentence)
      else { continue }
      drafts.append(extra)
    }
    for match in inside where !match.isVerb {
      guard !drafts.contains(where: { $0.head == match.tokens.upperBound - 1 }),
        let extra = datedNounDraft(match, clause, sentence: sentence, beside: drafts)
      else { continue }
      drafts.append(extra)
    }
    return drafts
  }

  private func verbMatch(at main: Int, _ matches: [TriggerMatch]) -> TriggerMatch? {
    matches.first {
      $0.isVerb && $0.tokens.lowerBound == main
        && !(lexicon.entries[$0.entry].type == .retreat && leavesAsItIs($0))
    }
  }

  /// "leaves the chairman unnamed", "left the town in ruins empty": a state, and nobody goes.
  private func leavesAsItIs(_ match: TriggerMatch) -> Bool {
    var position = match.tokens.upperBound
    let end = passage.tags.count
    var hasObject = false
    while position < end {
      switch passage.tags[position] {
      case .determiner, .number, .possessive: break
      case .noun, .pronoun: hasObject = true
      case .adjective where !hasObject: break
      case .adjective, .participle, .past: return hasObject
      default: return false
      }
      position += 1
    }
    return false
  }

  func traits(_ match: TriggerMatch?) -> Trigger.Traits {
    match.map { lexicon.entries[$0.entry].traits } ?? []
  }

  private func choose(_ clause: Clause, matches: [TriggerMatch], all: [TriggerMatch]) -> Choice? {
    guard var group = clause.group else { return chooseInFragment(clause, matches) }
    var choice = Choice(match: nil, verb: group.main)
    // "is scheduled to take place", "refused to attend": down to the verb that names the deed.
    if group.isCopula, let plan = planned(after: group, in: clause) {
      // "was due to host".
      choice.status = .expected
      group = plan
    }
    while let form = passage.verbs[group.main] {
      if group.isCopula { break }
      if let match = verbMatch(at: group.main, matches), !traits(match).contains(.weak),
        !form.cues.contains(.aspect), !form.cues.contains(.fail) || isSpeech(match)
      {
        break
      }
      guard form.cues.contains(.plan) || form.cues.contains(.fail) || form.cues.contains(.aspect)
      else { break }
      if form.cues.contains(.attempt), group.tense == .past {
        choice.isAttempt = true
      } else if form.cues.contains(.plan) {
        choice.status = .expected
      }
      guard let next = infinitive(after: group, in: clause) else {
        if form.cues.contains(.fail) { choice.status = .negated }
        break
      }
      // "decided not to go".
      if form.cues.contains(.fail) || next.isNegated { choice.status = .negated }
      choice.phase.formUnion(form.cues.intersection([.begin, .end]))
      group = next
    }
    choice.verb = group.main
    let form = passage.verbs[group.main]
    let verb = verbMatch(at: group.main, matches)
    if let form { choice.phase.formUnion(form.cues.intersection([.begin, .end])) }
    let isLight =
      group.isCopula || form?.cues.contains(.light) == true
      || form?.cues.contains(.aspect) == true || traits(verb).contains(.light)
      || form?.cues.contains(.plan) == true && verb == nil
    if let verb, !traits(verb).contains(.weak), !isLight {
      choice.match = verb
      return choice
    }
    if group.isCopula, verb == nil,
      let deed = clause.others.first(where: { $0.tense == .participle && $0.main > group.main }),
      let match = verbMatch(at: deed.main, matches), !traits(match).contains(.weak)
    {
      // "four children were among eight people killed".
      choice.match = match
      return choice
    }
    let subject = subjectNoun(clause, all)
    let object = objectNoun(clause, after: group, matches)
    if form?.cues.contains(.breach) == true,
      let noun = group.isPassive ? subject : object, lexicon.entries[noun.entry].type == .agree
    {
      choice.isBreach = true
      choice.match = verb
      return choice
    }
    let strong = { (match: TriggerMatch?) -> TriggerMatch? in
      match.flatMap { self.traits($0).contains(.weak) ? nil : $0 }
    }
    if isLight {
      let noun =
        group.isPassive ? strong(subject) ?? strong(object) : strong(object) ?? strong(subject)
      if let noun {
        choice.match = noun
        choice.isSubjectNoun = clause.subject.contains(noun.tokens.lowerBound)
        choice.isLoose =
          group.isCopula && !lexicon.entries[noun.entry].traits.contains(.lasting)
        return choice
      }
      if let verb {
        choice.match = verb
        return choice
      }
      if let noun = group.isPassive ? subject ?? object : object ?? subject {
        choice.match = noun
        choice.isSubjectNoun = clause.subject.contains(noun.tokens.lowerBound)
        choice.isLoose = true
        return choice
      }
    } else if let verb {
      if let noun = strong(object), traits(verb).contains(.speech) {
        choice.match = noun
        return choice
      }
      choice.match = verb
      if choice.status == .expected, group.main == clause.group?.main, !group.isPassive {
        // "offered support", "asked for justice": what is offered is to come, the offer is made.
        choice.status = .asserted
      }
      return choice
    } else if let noun = strong(subject) ?? strong(object) {
      choice.match = noun
      choice.isSubjectNoun = clause.subject.contains(noun.tokens.lowerBound)
      choice.isLoose = true
      return choice
    }
    // A verb that no table knows tells a happening only on a day of its own.
    guard let form, !form.cues.contains(.stative), !form.cues.contains(.report), !group.isCopula
    else { return nil }
    choice.isLoose = true
    return choice
  }

  private func isSpeech(_ match: TriggerMatch) -> Bool {
    switch lexicon.entries[match.entry].type {
    case .reject: false
    default: true
    }
  }

  private func chooseInFragment(_ clause: Clause, _ matches: [TriggerMatch]) -> Choice? {
    let strong = matches.first { !traits($0).contains(.weak) }
    guard let match = strong ?? matches.first else { return nil }
    let head = match.isVerb ? match.tokens.lowerBound : match.tokens.upperBound - 1
    var choice = Choice(match: match, verb: head)
    choice.isLoose = !match.isVerb
    choice.isSubjectNoun = !match.isVerb
    if match.isVerb, let group = clause.others.first(where: { $0.main == head }),
      group.tense == .infinitive
    {
      choice.status = .expected
    }
    return choice
  }

  private func planned(after group: VerbGroup, in clause: Clause) -> VerbGroup? {
    var position = group.tokens.upperBound
    while position < clause.range.upperBound, passage.tags[position] == .adverb { position += 1 }
    guard position < clause.range.upperBound, passage.cues[position].contains(.upcoming) else {
      return nil
    }
    return clause.others.first {
      $0.tense == .infinitive && $0.tokens.lowerBound == position + 1
    }
  }

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

  /// The trigger that heads the subject.
  private func subjectNoun(_ clause: Clause, _ matches: [TriggerMatch]) -> TriggerMatch? {
    var first: TriggerMatch?
    for match in matches where !match.isVerb && clause.subject.contains(match.tokens.lowerBound) {
      let before = clause.subject.lowerBound..<match.tokens.lowerBound
      let isInPhrase = before.contains {
        passage.tags[$0] == .preposition && passage.hash($0) != Word.of
      }
      // "On Tuesday regime shelling": a time in front is no phrase that hides the noun.
      if !isInPhrase || before.contains(where: { passage.tags[$0] == .time }) {
        if !traits(match).contains(.weak) { return match }
        first = first ?? match
      }
    }
    return first
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
        case .preposition, .to: prepositions += passage.hash(position) == Word.of ? 0 : 1
        case .base, .gerund: return first ?? second
        default: break
        }
      }
      guard prepositions <= 1, first == nil || prepositions == 0 else { return first ?? second }
      if !traits(match).contains(.weak) { return match }
      if prepositions == 0 { first = first ?? match } else { second = second ?? match }
    }
    return first ?? second
  }

  // MARK: Drafts

  private func draft(
    _ choice: Choice, _ clause: Clause, sentence: Int, in clauses: [Clause], number: Int
  ) -> EventDraft? {
    let head: Int
    let trigger: Trigger
    let span: TextSpan
    var choice = choice
    // "claimed responsibility on Friday for the bombing": that it was claimed is of Friday.
    let isClaim = isClaimOnADay(choice.match, clause)
    if isClaim, let group = clause.group {
      choice.match = nil
      choice.verb = group.main
      choice.status = .asserted
    }
    if let match = choice.match {
      head = match.isVerb ? match.tokens.lowerBound : match.tokens.upperBound - 1
      trigger = lexicon.entries[match.entry]
      span = passage.text.span(of: match.tokens)
    } else {
      head = choice.verb
      guard let form = passage.verbs[head] else { return nil }
      let lemma = lexicon.lemmas[Int(form.lemma)]
      trigger =
        isClaim
        ? Trigger(
          lemma: lemma, isVerb: true, type: .consult, topic: "statement", traits: .weak,
          figure: nil)
        : choice.isBreach
          ? Trigger(
            lemma: lemma, isVerb: true, type: .reject, topic: "rejection", traits: [], figure: nil)
          : Trigger(
            lemma: lemma, isVerb: true, type: .other, topic: "", traits: .weak, figure: nil)
      span = passage.text.span(of: head..<(head + 1))
    }
    var draft = EventDraft(
      mention: EventMention(
        span: passage.text.span(of: extent(of: clause)), inTitle: passage.text.isTitle,
        sentence: sentence, trigger: span, lemma: trigger.lemma, type: trigger.type,
        topic: trigger.topic.isEmpty ? nil : trigger.topic,
        isLasting: trigger.traits.contains(.lasting)),
      trigger: trigger, head: head, clause: clause, tense: clause.group?.tense ?? .past)
    let isKnown = choice.match != nil || choice.isBreach || isClaim
    draft.isGeneric = !isKnown
    draft.isLoose = choice.isLoose
    draft.phase = choice.phase
    draft.isPerfect = clause.group?.isPerfect == true
    draft.paragraph = passage.text.sentences[sentence].paragraph
    draft.mention.status = status(choice, clause, head: head)
    draft.timex = governingTimex(
      of: head, in: clause, isLoose: !isKnown, isSaid: trigger.isSaid)
    if let match = choice.match, !match.isVerb, let group = clause.group, group.isCopula,
      let timex = draft.timex, isSince(timex),
      (group.tokens.upperBound..<max(head, group.tokens.upperBound)).contains(where: endsLikeMost)
    {
      // "is the worst attack since August": since when there was none.
      draft.timex = nil
    }
    draft.hasOpenTime = draft.timex == nil && hasOpenTime(clause)
    draft.isTally = clause.range.contains { position in
      passage.timex[position] >= 0 && isAsOf(Int(passage.timex[position]))
    }
    (draft.daysBefore, draft.timexBefore) = daysBefore(clause, sentence: sentence)
    draft.hasPastSpan = draft.timex == nil && clause.range.contains(where: isPastSpan)
    if draft.timex == nil, let subordinator = clause.subordinator,
      passage.hash(subordinator) == Word.when
    {
      // "since 2011, when the army cracked down": the time right before is its own.
      let before = subordinator - 1
      let time = before > 0 && passage.tags[before] == .comma ? before - 1 : before
      if time >= 0, passage.timex[time] >= 0 {
        draft.timex = Int(passage.timex[time])
        draft.isTimeOfWhen = true
      }
    }
    if draft.timex == nil, isKnown, clause.link != .relative,
      number + 1 < clauses.count
    {
      draft.timex = timeOfMeanwhile(clauses[number + 1])
    }
    if draft.timex == nil, choice.match?.isVerb == false, !draft.mention.isLasting,
      number + 1 < clauses.count
    {
      draft.timex = timeOfHolding(clauses[number + 1])
      if draft.timex != nil, clauses[number + 1].group?.tense == .future,
        draft.mention.status == .asserted
      {
        draft.mention.status = .expected
      }
    }
    if draft.timex == nil {
      draft.vagueTimex = clause.range.first { passage.timex[$0] >= 0 }.map {
        Int(passage.timex[$0])
      }
    }
    if let match = choice.match, !match.isVerb {
      draft.isDefinite = isDefinite(match)
      draft.isNamedBefore = draft.isDefinite && named.contains(match.entry)
      draft.days = days(before: match, sentence: sentence)
    }
    draft.headWord = passage.hash(head)
    for other in matches(in: clause.range)
    where !other.isVerb && traits(other).contains(.mutual) {
      if let days = days(before: other, sentence: sentence) {
        draft.meeting = EventDraft.Meeting(
          word: passage.hash(other.tokens.upperBound - 1), days: days)
      }
    }
    draft.takesUp = definiteTopic(in: fullRange(of: clause))
    if isClaim { draft.mention.status = .asserted }
    roles.fill(
      &draft, head: head, isSubjectNoun: choice.isSubjectNoun,
      content: clauses.first { $0.reporter == number && $0.link == .content },
      pronoun: antecedent(of: clause, in: clauses))
    if trigger.type == .threaten,
      !draft.mention.participants.contains(where: { $0.role == .recipient }),
      number + 1 < clauses.count, let condition = clauses[number + 1].subordinator,
      passage.cues[condition].contains(.conditional),
      let one = roles.heads(in: clauses[number + 1].subject).first
    {
      // "threatened to leave if Avaria goes ahead": who is to be moved by it.
      add(one, .recipient, to: &draft)
    }
    if draft.mention.place == nil, isOnTheGround(trigger.type),
      let place = placeBefore(clause, sentence: sentence)
    {
      draft.mention.place = place
      draft.hasOwnPlace = true
    }
    if draft.mention.place == nil, let place = takenUpPlace(in: fullRange(of: clause)) {
      draft.mention.place = place
      draft.hasOwnPlace = true
    }
    draft.mention.figures = figures.figures(in: fullRange(of: clause))
    draft.mention.series = series.series(
      in: passage.text.sentences[sentence].tokens, near: head)
    draft.mention.attribution = accordingTo(clause, sentence: sentence)
    return draft
  }

  /// "two days after 53 people were killed", "one day after an ambush in which 18 died".
  private func daysBefore(_ clause: Clause, sentence: Int) -> (days: Int?, timex: Int?) {
    var mark = clause.subordinator ?? -1
    if clause.link == .relative, !clause.subject.isEmpty {
      mark = clause.subject.lowerBound - 1
      while mark > 0, passage.tags[mark] == .determiner || passage.tags[mark] == .adjective {
        mark -= 1
      }
    }
    guard mark > 0, passage.timex[mark - 1] >= 0,
      passage.hash(mark) == Word.after || passage.hash(mark) == Word.since
    else { return (nil, nil) }
    let index = Int(passage.timex[mark - 1])
    let timex = passage.timexes[index]
    let start = passage.tokens(ofTimex: index).lowerBound
    guard timex.kind == .duration, !timex.value.hasPrefix("PT") else { return (nil, nil) }
    // "flowed for 87 days after the blast" tells how long.
    let isExact =
      timex.mod == nil && timex.value.hasSuffix("D")
      && (start == 0 || passage.tags[start - 1] != .preposition)
    let first = passage.text.sentences[sentence].tokens.lowerBound
    let beside = (first..<max(start, first)).last { passage.timex[$0] >= 0 }
    return (
      isExact ? Int(timex.value.dropFirst().dropLast()) ?? 0 : 0,
      beside.map { Int(passage.timex[$0]) }
    )
  }

  /// "as thousands waited on Saturday": the day of what else went on at the time.
  private func timeOfMeanwhile(_ clause: Clause) -> Int? {
    guard clause.link == .adverbial, let subordinator = clause.subordinator,
      let group = clause.group, group.tense == .past,
      passage.hash(subordinator) == Word.as || passage.hash(subordinator) == Word.when
        || passage.hash(subordinator) == Word.while,
      let timex = governingTimex(of: group.main, in: clause),
      passage.timexes[timex].kind == .date || passage.timexes[timex].kind == .time
    else { return nil }
    return timex
  }

  /// "the talks in Belmar, which will be held on 3 May": the noun's own time, told behind it by a
  /// verb that says no more than that it takes place.
  private func timeOfHolding(_ clause: Clause) -> Int? {
    guard clause.link == .relative, let group = clause.group,
      // "where an attack took place": another noun's time.
      !(clause.range.lowerBound..<max(group.tokens.lowerBound, clause.range.lowerBound))
        .contains(where: { passage.tags[$0] == .noun }),
      let cues = passage.verbs[group.main]?.cues, cues.contains(.light),
      let timex = governingTimex(of: group.main, in: clause)
    else { return nil }
    if group.isPassive || cues.contains(.aspect) { return timex }
    // The text may end with the verb.
    let next = group.main + 1
    guard next < passage.tags.count else { return nil }
    return passage.hash(next) == Word.place || passage.tags[next] == .preposition ? timex : nil
  }

  private func isOnTheGround(_ type: EventType) -> Bool {
    switch type {
    case .assault, .other, .protest, .aid: true
    default: false
    }
  }

  /// "were killed in Avaria since the war began": where its sentence has placed itself already.
  private func placeBefore(_ clause: Clause, sentence: Int) -> String? {
    guard clause.link == .adverbial || clause.link == .coordinate || clause.link == .content else {
      return nil
    }
    let start = passage.text.sentences[sentence].tokens.lowerBound
    guard start < clause.range.lowerBound else { return nil }
    let one = roles.references(in: start..<clause.range.lowerBound).last {
      $0.isLocation && roles.governor(of: $0, from: start) == .preposition(.place)
    }
    return one.map { actors[$0.actor].name }
  }

  /// "in the city", "the rebel stronghold": the place that the text has named last.
  private func takenUpPlace(in range: Range<Int>) -> String? {
    for position in range where passage.cues[position].contains(.site) {
      guard passage.tags[position] == .noun, passage.reference[position] < 0,
        position + 1 >= range.upperBound
          || passage.hash(position + 1) != Word.of && passage.reference[position + 1] < 0
            && passage.tags[position + 1] != .noun
      else { continue }
      var before = position - 1
      while before >= range.lowerBound,
        passage.tags[before] == .noun
          || passage.tags[before] == .adjective || passage.tags[before] == .participle
          || passage.hash(before) == TaggedPassage.hyphen
      {
        guard
          passage.reference[before] < 0
            || !passage.references[
              Int(passage.reference[before])
            ].isLocation
        else { break }
        before -= 1
      }
      guard before >= range.lowerBound,
        passage.hash(before) == Word.the || passage.hash(before) == Word.this
      else { continue }
      let isCountry = passage.hash(position) == Word.country
      return passage.place(before: before, isState: isCountry).map { actors[$0].name }
    }
    return nil
  }

  /// Who the pronoun in a clause's subject stands for: the speaker, else the one told of before.
  private func antecedent(of clause: Clause, in clauses: [Clause]) -> ActorReference? {
    guard
      let pronoun = clause.subject.first(where: {
        passage.tags[$0] == .pronoun && lexicon.pronouns[passage.hash($0)] != nil
      }), !clause.subject.contains(where: { passage.reference[$0] >= 0 }),
      let kind = lexicon.pronouns[passage.hash(pronoun)]
    else { return nil }
    if let reporter = clause.reporter, clauses.indices.contains(reporter),
      let speaker = speaker(clauses[reporter]), kind.fits(actors[speaker.actor].kind),
      kind != .any || actors[speaker.actor].kind != .organization
    {
      return speaker
    }
    // "We demand": the speaker, and nobody told of before.
    let isSpeaker = passage.hash(pronoun) == Word.we || passage.hash(pronoun) == Word.i
    return clause.isQuoted || isSpeaker ? nil : focus.latest(kind, actors)
  }

  private func participleDraft(
    _ match: TriggerMatch, _ group: VerbGroup, _ clause: Clause, sentence: Int
  ) -> EventDraft? {
    var own = clause
    own.group = group
    // From the noun that it describes to the end of its own phrase.
    let start = nounPhraseStart(before: group.main, in: clause.range)
    let end = phraseEnd(after: group.main, in: clause.range)
    own.range = start..<end
    own.subject = start..<group.main
    own.others = []
    own.link = .relative
    let hasAgent = group.main + 1 < end && passage.hash(group.main + 1) == Word.by
    let timex = governingTimex(of: group.main, in: own)
    guard
      hasAgent
        && (group.main + 2..<max(end, group.main + 2)).contains(where: {
          passage.reference[$0] >= 0
        }) || timex != nil
    else { return nil }
    if !hasAgent, clause.group.map({ $0.main < group.main }) == true, timex != nil {
      // The main verb's own time, unless it stands inside the phrase: leave it there.
      return nil
    }
    return draft(
      Choice(match: match, verb: group.main), own, sentence: sentence, in: [], number: 0)
  }

  /// "after Sunday's attack in Kabul": a noun with a time of its own.
  private func datedNounDraft(
    _ match: TriggerMatch, _ clause: Clause, sentence: Int, beside drafts: [EventDraft]
  ) -> EventDraft? {
    guard !traits(match).contains(.weak) else { return nil }
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
      start = nounPhraseStart(before: first, in: clause.range)
      var after = match.tokens.upperBound
      var steps = 0
      while after < clause.range.upperBound, steps < 6 {
        if passage.timex[after] >= 0 {
          timex = passage.timex[after]
          break
        }
        let tag = passage.tags[after]
        guard tag == .noun || tag == .preposition || tag == .determiner else { break }
        after += 1
        steps += 1
      }
    }
    guard timex >= 0, passage.timexes[Int(timex)].edtf != nil, !isLikeness(Int(timex)),
      passage.timexes[Int(timex)].kind != .duration,
      !drafts.contains(where: { $0.timex == Int(timex) })
    else { return nil }
    let end = phraseEnd(after: match.tokens.upperBound - 1, in: clause.range)
    var own = clause
    own.range = max(start, clause.range.lowerBound)..<end
    own.subject = own.range
    own.group = nil
    own.others = []
    own.link = .relative
    var choice = Choice(match: match, verb: match.tokens.upperBound - 1)
    choice.isSubjectNoun = true
    guard
      var draft = draft(choice, own, sentence: sentence, in: [], number: 0)
    else { return nil }
    draft.timex = Int(timex)
    draft.mention.isNamed = true
    return draft
  }

  private func nounPhraseStart(before position: Int, in range: Range<Int>) -> Int {
    var start = position
    while start > range.lowerBound {
      switch passage.tags[start - 1] {
      case .noun, .adjective, .number, .possessive, .time: start -= 1
      case .determiner: return start - 1
      default: return start
      }
    }
    return start
  }

  private func phraseEnd(after position: Int, in range: Range<Int>) -> Int {
    var end = position + 1
    while end < range.upperBound {
      switch passage.tags[end] {
      case .comma, .pause, .quote, .coordinator, .subordinator, .relative, .bracket:
        // "agreed by Turkey, Russia and Iran": a list goes on.
        let next = end + 1
        guard next < range.upperBound, passage.reference[next] >= 0, passage.reference[end - 1] >= 0
        else { return end }
      case .past, .present, .be, .have, .modal, .to, .do: return end
      default: break
      }
      end += 1
    }
    return end
  }

  /// Subject and piece together, without the marks around.
  private func extent(of clause: Clause) -> Range<Int> {
    var range = clause.range
    if clause.link != .coordinate, !clause.subject.isEmpty,
      clause.subject.lowerBound < range.lowerBound
    {
      range = clause.subject.lowerBound..<range.upperBound
    }
    var start = range.lowerBound
    while start + 1 < range.upperBound, isMark(start) { start += 1 }
    var end = range.upperBound
    while end - 1 > start, isMark(end - 1) { end -= 1 }
    return start..<end
  }

  private func fullRange(of clause: Clause) -> Range<Int> {
    let start = min(
      clause.range.lowerBound,
      clause.subject.isEmpty || clause.link == .coordinate
        ? clause.range.lowerBound : clause.subject.lowerBound)
    return start..<clause.range.upperBound
  }

  private func isMark(_ position: Int) -> Bool {
    switch passage.tags[position] {
    case .comma, .pause, .quote, .coordinator, .bracket: true
    default: passage.hash(position) == TaggedPassage.hyphen
    }
  }

  // MARK: Told or not

  /// "said on Monday that talks had begun": the report has a day.
  private func isDatedReport(_ reporter: Int?, in clauses: [Clause]) -> Bool {
    guard let reporter, clauses.indices.contains(reporter), let group = clauses[reporter].group
    else { return false }
    return governingTimex(of: group.main, in: clauses[reporter]) != nil
  }

  /// Leaves out what an editor would not list: habits, states, possibilities, bare mentions.
  private func isTold(_ draft: EventDraft, sentence: Int, isReported: Bool) -> Bool {
    let clause = draft.clause
    // Money tells of a happening where it is what is given.
    let isGiven = draft.trigger.type == .agree || draft.trigger.type == .aid
    let hasFigure = draft.mention.figures.contains {
      $0.subject != .other && ($0.subject != .money || isGiven)
    }
    let isCountedBack = (draft.daysBefore ?? 0) > 0
    let hasOwn =
      draft.timex != nil || draft.hasOpenTime || draft.hasPastSpan || hasFigure || isCountedBack
    if let subordinator = clause.subordinator,
      passage.cues[subordinator].contains(.conditional)
    {
      return false
    }
    // "Since May no ship has sunk": nothing that took place, on no day.
    if draft.mention.status == .negated, let timex = draft.timex, isSince(timex) { return false }
    // "an offensive, which began …" is kept for the clause that it hangs on.
    if datesItsNoun(draft) { return true }
    if passage.text.isTitle { return !draft.isGeneric }
    guard let group = clause.group else { return hasOwn && !draft.isGeneric }
    if !hasOwn, !isReported, draft.mention.participants.isEmpty, !draft.hasOwnPlace,
      draft.mention.series == nil, draft.phase == [] || draft.days == nil && draft.meeting == nil,
      !(draft.isDefinite && draft.mention.status == .expected)
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
    switch group.tense {
    case .possible: if draft.timex == nil { return false }
    case .present:
      let goesOn =
        group.isProgressive || group.isPerfect
        || draft.mention.status == .expected || passage.isReport(clause)
        || draft.phase != [] || draft.trigger.lemma == "take place"
        || clause.reporter != nil && draft.trigger.type.isDemand
      // "is in the midst of an offensive", "is under siege".
      let isUnderWay =
        group.isCopula && draft.mention.isLasting && !draft.isLoose
        && !clause.subject.contains(draft.head) && isInPhrase(draft.head, after: group)
      if !goesOn, !hasOwn, !isUnderWay, !isSaidToGoOn(draft, group) { return false }
    default: break
    }
    if draft.isGeneric {
      return hasOwnDay(draft) && (group.tense == .past || group.tense == .future)
        && !draft.mention.participants.isEmpty
    }
    if draft.trigger.topic == "capture", !hasOwn, !draft.hasOwnPlace,
      !draft.mention.participants.contains(where: { $0.role == .recipient })
    {
      return false
    }
    if draft.isLoose || draft.trigger.traits.contains(.weak) || clause.link == .relative {
      if hasOwn { return true }
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
      return draft.mention.series != nil
        || !clause.isQuoted && clause.link == .main
          && sentence < 2 && !draft.mention.participants.isEmpty && !draft.isLoose
    }
    if clause.isQuoted { return hasOwn }
    return true
  }

  /// "said that the group had sent men": told of an earlier time that nothing names.
  private func isEarlierTalk(_ draft: EventDraft) -> Bool {
    draft.isPastPerfect && draft.timex == nil && draft.mention.figures.isEmpty
  }

  /// "300,000 have been killed since the war began": a sum of many happenings.
  private func isRunningTotal(_ draft: EventDraft, after number: Int, _ clauses: [Clause]) -> Bool {
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
    guard number + 1 < clauses.count, let subordinator = clauses[number + 1].subordinator
    else { return false }
    return passage.hash(subordinator) == Word.since
  }

  private func datesItsNoun(_ draft: EventDraft) -> Bool {
    draft.clause.link == .relative && draft.phase.contains(.begin)
      && draft.clause.subject.contains(draft.head)
  }

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

  private func hasOwnDay(_ draft: EventDraft) -> Bool {
    guard let timex = draft.timex else { return draft.hasOpenTime }
    return passage.timexes[timex].kind != .duration && passage.timexes[timex].kind != .set
  }

  // MARK: Time

  /// The time that stands nearest to the trigger in its own clause.
  private func governingTimex(
    of head: Int, in clause: Clause, isLoose: Bool = false, isSaid: Bool = false
  ) -> Int? {
    var best: (distance: Int, timex: Int)?
    let range = fullRange(of: clause)
    for position in range where passage.timex[position] >= 0 {
      let index = Int(passage.timex[position])
      let timex = passage.timexes[index]
      guard let edtf = timex.edtf, timex.kind != .set, !timex.value.hasSuffix("_REF") else {
        continue
      }
      if timex.kind == .duration, edtf.earliest == nil { continue }
      if isLikeness(index) || isAsOf(index) { continue }
      if isOfAnother(position, head: head, isLoose: isLoose)
        || isOfItsNoun(position, head: head, clause, isSaid: isSaid)
        || isBehind(edtf, clause)
      {
        continue
      }
      if position < clause.range.lowerBound, !clause.subject.contains(position) { continue }
      if clause.group?.isCopula == true, position > head, clause.subject.contains(head),
        position > clause.group!.tokens.upperBound + 3,
        !passage.cues[clause.group!.tokens.upperBound].contains(.upcoming)
      {
        // "the attack was a response to what was done on Tuesday".
        continue
      }
      let distance = abs(position - head)
      if best == nil || distance < best!.distance { best = (distance, index) }
    }
    return best?.timex
  }

  /// "on Wednesday" in an article without a date: a day that nothing resolves is told all the same.
  private func hasOpenTime(_ clause: Clause) -> Bool {
    clause.range.contains { position in
      guard passage.timex[position] >= 0 else { return false }
      let timex = passage.timexes[Int(passage.timex[position])]
      return timex.edtf == nil && (timex.kind == .date || timex.kind == .time)
        && !timex.value.hasSuffix("_REF")
    }
  }

  /// Whether a deed is what somebody claims or denies on a day that does not stand with the deed.
  private func isClaimOnADay(_ match: TriggerMatch?, _ clause: Clause) -> Bool {
    guard let match, !match.isVerb, let group = clause.group,
      let cues = passage.verbs[group.main]?.cues, cues.contains(.claim) || cues.contains(.deny),
      match.tokens.lowerBound > group.main,
      let timex = governingTimex(of: group.main, in: clause, isSaid: true)
    else { return false }
    // "claimed Friday's bombing", "claimed a bombing on Friday".
    let time = passage.tokens(ofTimex: timex)
    return time.upperBound <= match.tokens.lowerBound
      && (time.upperBound..<match.tokens.lowerBound).contains {
        passage.tags[$0] == .preposition || passage.tags[$0] == .determiner
      }
  }

  /// "worst", "deadliest", "first", "most".
  private func endsLikeMost(_ token: Int) -> Bool {
    let word = passage.text.tokens[token]
    let end = Int(word.end)
    return word.end - word.start > 3 && passage.text.bytes[end - 1] == UInt8(ascii: "t")
      && passage.text.bytes[end - 2] == UInt8(ascii: "s") && passage.tags[token] != .past
  }

  private func isSince(_ timex: Int) -> Bool {
    let start = passage.tokens(ofTimex: timex).lowerBound
    return start > 0 && passage.hash(start - 1) == Word.since || passage.hash(start) == Word.since
  }

  /// "As of 17:00 on Friday, 21 have been killed": when it was counted.
  private func isAsOf(_ timex: Int) -> Bool {
    let start = passage.tokens(ofTimex: timex).lowerBound
    return start > 1 && passage.hash(start - 1) == Word.of && passage.hash(start - 2) == Word.as
  }

  /// "in the past four days".
  private func isPastSpan(_ position: Int) -> Bool {
    guard passage.timex[position] >= 0,
      passage.timexes[Int(passage.timex[position])].kind == .duration
    else { return false }
    return passage.tokens(ofTimex: Int(passage.timex[position])).contains {
      passage.cues[$0].contains(.previous)
    }
  }

  /// "a Sept. 11-style attack": no time of anything told.
  private func isLikeness(_ timex: Int) -> Bool {
    let end = passage.tokens(ofTimex: timex).upperBound
    return end + 1 < passage.cues.count && passage.hash(end) == TaggedPassage.hyphen
      && passage.cues[end + 1].contains(.likeness)
  }

  /// "left ahead of the talks next week": the time of what comes before or after, not of the deed.
  private func isOfAnother(_ time: Int, head: Int, isLoose: Bool) -> Bool {
    guard time > head else { return false }
    var hasNoun = false
    var position = time - 1
    while position > head {
      if passage.timex[position] == passage.timex[time] {
        position -= 1
        continue
      }
      if passage.cues[position].contains(.temporal), passage.tags[position] != .time {
        return hasNoun
      }
      if passage.tags[position] == .preposition, hasNoun,
        passage.hash(position) == Word.despite || passage.hash(position) == Word.than
      {
        return true
      }
      switch passage.tags[position] {
      case .noun: hasNoun = true
      case .participle where isLoose && position > head + 1:
        // "prepared an answer to the rocket launched last April".
        if passage.tags[position - 1] == .noun { return true }
      case .comma, .pause: return false
      default: break
      }
      position -= 1
    }
    return false
  }

  /// "are to search what fell five days ago": what lies ahead has no day that has gone by.
  private func isBehind(_ time: EDTFValue, _ clause: Clause) -> Bool {
    guard let published, let latest = time.latest, latest < published,
      let group = clause.group, group.tense == .future
    else { return false }
    let first = passage.hash(group.tokens.lowerBound)
    return first != Word.was && first != Word.were
  }

  /// "an appeal for the survivors of Tuesday's earthquake": the day of the earthquake and not of
  /// the deed, unless the deed is the noun's own ("Tuesday's earthquake killed 20", "died in
  /// Tuesday's earthquake").
  private func isOfItsNoun(_ time: Int, head: Int, _ clause: Clause, isSaid: Bool) -> Bool {
    let tokens = passage.tokens(ofTimex: Int(passage.timex[time]))
    guard let noun = nounPhrase(describedBy: tokens), !noun.contains(head) else { return false }
    let isYear = passage.timexes[Int(passage.timex[time])].value.utf8.count == 4
    var before = tokens.lowerBound - 1
    while before >= 0, passage.tags[before] == .determiner || passage.tags[before] == .adjective {
      before -= 1
    }
    guard before >= 0 else { return false }
    switch passage.tags[before] {
    case .preposition, .to, .subordinator:
      // "treated 1,500 since Tuesday's earthquake" is of all the time since.
      if passage.hash(before) == Word.since { return false }
      return !passage.cues[before].contains(.within) || isOfParticiple(before, head: head)
    default:
      // "condemned Tuesday's attack", but "attended Tuesday's talks"; "faulted them for leaving a 2013
      // agreement" has a verb of its own for the year.
      return time > head
        && (isSaid || passage.tags[before].isLexicalVerb && before != head && isYear)
    }
  }

  /// "refunds to travellers caught up in": the preposition belongs to a participle that describes a
  /// noun, and not to the deed.
  private func isOfParticiple(_ preposition: Int, head: Int) -> Bool {
    guard head < preposition else { return false }
    var position = preposition - 1
    while position > head + 1 {
      switch passage.tags[position] {
      case .adverb, .preposition: position -= 1
      case .participle: return passage.tags[position - 1] == .noun
      default: return false
      }
    }
    return false
  }

  /// What a time before a noun describes: "Tuesday's [strong earthquake]", "the 12 January
  /// [earthquake]"; nil where it describes none, as in "on Tuesday rebels left".
  private func nounPhrase(describedBy time: Range<Int>) -> Range<Int>? {
    var start = time.upperBound
    let count = passage.tags.count
    let isPossessive =
      start < count && passage.tags[start] == .possessive
      || passage.tags[time.upperBound - 1] == .possessive
    guard
      isPossessive || time.lowerBound > 0 && passage.tags[time.lowerBound - 1] == .determiner
    else { return nil }
    if start < count, passage.tags[start] == .possessive { start += 1 }
    var end = start
    while end < count {
      switch passage.tags[end] {
      case .noun, .adjective, .number: end += 1
      default: return end > start ? start..<end : nil
      }
    }
    return end > start ? start..<end : nil
  }

  /// "two-day talks": how many days the trigger lasts.
  private func days(before match: TriggerMatch, sentence: Int) -> Int? {
    var position = match.tokens.lowerBound - 1
    let start = passage.text.sentences[sentence].tokens.lowerBound
    while position >= start, match.tokens.lowerBound - position < 6 {
      if passage.timex[position] >= 0 {
        let timex = passage.timexes[Int(passage.timex[position])]
        guard timex.kind == .duration, timex.value.hasPrefix("P"), timex.value.hasSuffix("D")
        else { return nil }
        return Int(timex.value.dropFirst().dropLast()).flatMap { (2...30).contains($0) ? $0 : nil }
      }
      switch passage.tags[position] {
      case .noun, .adjective, .number: position -= 1
      default: return nil
      }
    }
    return nil
  }

  /// The topic of "the talks", "this attack" in a clause: told of before.
  private func definiteTopic(in range: Range<Int>) -> String? {
    for match in matches(in: range) where !match.isVerb {
      if isDefinite(match) { return lexicon.entries[match.entry].topic }
    }
    return nil
  }

  func isDefinite(_ match: TriggerMatch) -> Bool {
    var position = match.tokens.lowerBound - 1
    while position >= 0, match.tokens.lowerBound - position < 6 {
      switch passage.tags[position] {
      case .determiner:
        return passage.hash(position) == Word.the || passage.hash(position) == Word.this
      case .noun, .adjective, .number, .time, .possessive: position -= 1
      default: return false
      }
    }
    return false
  }

  // MARK: Status

  private func status(_ choice: Choice, _ clause: Clause, head: Int) -> EventStatus {
    var status = choice.status
    guard let group = clause.group else { return nounStatus(head) ?? status }
    if group.tense == .future || group.tense == .would {
      status = status == .negated ? .negated : .expected
    }
    if group.tense == .would, group.isPerfect { return .counterfactual }
    if group.tense == .possible { status = .expected }
    if group.isNegated {
      return group.tense == .future || group.tense == .would ? .expected : .negated
    }
    if status == .asserted, hasNone(clause) || choice.match.map(hasNone) == true {
      return .negated
    }
    if group.isHearsay { return .alleged }
    if let verb = passage.verbs[group.main], !group.isCopula {
      if verb.cues.contains(.claim) { return .alleged }
      // "denied the attack": the attack is denied, and a denial told for itself is not.
      let isDenial =
        choice.match.map { $0.isVerb && lexicon.entries[$0.entry].type == .reject } ?? false
      if verb.cues.contains(.deny), choice.verb == group.main, !group.isPassive, !isDenial {
        return .denied
      }
    }
    if status == .asserted, let noun = nounStatus(head) { return noun }
    return status
  }

  /// "no attack took place": a subject or object that denies itself.
  private func hasNone(_ clause: Clause) -> Bool {
    // "Since May no ship has sunk": a time in front is no subject.
    let first = clause.subject.first { position in
      switch passage.tags[position] {
      case .preposition, .time, .subordinator, .comma: false
      default: passage.timex[position] < 0
      }
    }
    guard let first, clause.link != .coordinate else { return false }
    return passage.cues[first].contains(.none)
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

  // MARK: Reports

  private func accordingTo(_ clause: Clause, sentence: Int) -> String? {
    let tokens = passage.text.sentences[sentence].tokens
    guard let mark = tokens.first(where: { passage.hash($0) == Word.according }) else { return nil }
    var end = mark
    while end < min(mark + 16, tokens.upperBound), passage.tags[end] != .comma { end += 1 }
    let found = roles.references(in: mark..<end).filter { !$0.isDemonym }
    let one =
      found.first { !$0.isNominal && !$0.isLocation }
      ?? found.first { roles.governor(of: $0, from: mark) != .modifier } ?? found.first
    return one.map { actors[$0.actor].name }
  }

  private func speaker(_ clause: Clause) -> ActorReference? {
    if clause.link != .coordinate, let one = roles.heads(in: clause.subject).first { return one }
    // "said the minister": the subject stands behind.
    // "A source told the agency": the speaker stands in front, and is nobody that is known.
    let isNamed =
      clause.link != .coordinate && clause.subject.contains { passage.tags[$0] == .noun }
    if !isNamed, let one = speakerBehind(clause, roles) { return one }
    return roles.heads(in: clause.subject).first
  }

  private func speakerBehind(_ clause: Clause, _ roles: RoleFinder) -> ActorReference? {
    guard let group = clause.group else { return nil }
    let end = min(clause.range.upperBound, group.tokens.upperBound + 12)
    guard group.tokens.upperBound < end else { return nil }
    return roles.heads(in: group.tokens.upperBound..<end).first
  }

  /// Says who reports what, dates what only the report dates, and tells statements that are news.
  private func readReports(
    _ clauses: [Clause], matches: [TriggerMatch], sentence: Int,
    into drafts: inout [(clause: Int, draft: EventDraft)]
  ) {
    for (number, clause) in clauses.enumerated() {
      guard clauses.contains(where: { $0.reporter == number }), let group = clause.group,
        let verb = passage.verbs[group.main], verb.cues.contains(.report)
      else { continue }
      let speaker = speaker(clause)
      let name = speaker.map { actors[$0.actor].name }
      let timex = governingTimex(of: group.main, in: clause)
      let told = drafts.indices.filter { clauses[drafts[$0].clause].reporter == number }
      for index in told {
        if drafts[index].draft.mention.attribution == nil {
          drafts[index].draft.mention.attribution = name ?? subjectWords(clause)
        }
        if verb.cues.contains(.deny) { drafts[index].draft.mention.status = .denied }
        if verb.cues.contains(.claim) || group.isHearsay,
          drafts[index].draft.mention.status == .asserted
        {
          drafts[index].draft.mention.status = .alleged
        }
        if verb.cues.contains(.plan), !verb.cues.contains(.claim),
          drafts[index].draft.mention.status == .asserted, verb.cues.contains(.stative) == false,
          clauses[drafts[index].clause].group?.tense != .past
        {
          drafts[index].draft.mention.status = .expected
        }
      }
      // "denied responsibility on Thursday for a blast that killed 11": when, the report does not say.
      if let first = told.first(where: { drafts[$0].draft.timex == nil }), let timex,
        drafts[first].draft.clause.link != .relative,
        !(drafts[first].draft.isDefinite && drafts[first].draft.trigger.isHarmful),
        drafts[first].draft.tense != .future,
        told.allSatisfy({ drafts[$0].draft.timex == nil })
      {
        drafts[first].draft.timex = timex
        drafts[first].draft.isDatedByReport = true
        drafts[first].draft.extend(over: passage.text.span(of: extent(of: clause)))
        if let speaker, drafts[first].draft.trigger.traits.contains(.mutual),
          drafts[first].draft.mention.participants.isEmpty
        {
          // "The body announced on Monday that talks had begun": its own, as nobody else's.
          add(speaker, .actor, to: &drafts[first].draft)
        }
        continue
      }
      // "said that Avaria must return the ship": a demand, whatever else is told beside it.
      let isDemand = clauses.indices.contains { content in
        clauses[content].reporter == number && clauses[content].link == .content
          && isDue(clauses[content]) && !told.contains { drafts[$0].clause == content }
      }
      guard told.isEmpty || isDemand else { continue }
      let match = verbMatch(at: group.main, matches)
      let isStrong = match.map { !traits($0).contains(.weak) } ?? false
      let isSpoken = clauses.contains { $0.reporter == number && $0.isQuoted }
      guard timex != nil || isStrong || sentence < 2 && !clause.isQuoted && !isSpoken,
        group.tense != .possible
      else { continue }
      guard group.tense == .past || group.tense == .present, speaker != nil else { continue }
      if let draft = statement(
        clause, number, verb: group.main, match: match, speaker: speaker, sentence: sentence,
        in: clauses)
      {
        drafts.append((number, draft))
      }
    }
  }

  private func statement(
    _ clause: Clause, _ number: Int, verb: Int, match: TriggerMatch?, speaker: ActorReference?,
    sentence: Int, in clauses: [Clause]
  ) -> EventDraft? {
    guard !saysOnlyIt(clause, in: clauses, number: number),
      var draft = draft(
        Choice(match: match, verb: verb), clause, sentence: sentence, in: clauses, number: number)
    else { return nil }
    draft.isGeneric = false
    if match == nil {
      draft.mention.type = .consult
      draft.mention.topic = "statement"
    }
    draft.mention.attribution = nil
    if match == nil || draft.trigger.type == .consult {
      // Who is told is no part of what is said.
      draft.mention.participants.removeAll { $0.role == .recipient }
    }
    if draft.mention.participants.isEmpty, let speaker { add(speaker, .actor, to: &draft) }
    for content in clauses where content.reporter == number {
      draft.extend(over: passage.text.span(of: extent(of: content)))
      // Of whom something is demanded, or to whom it is done.
      guard isDue(content) || match != nil && draft.trigger.type != .consult else { continue }
      for one in roles.heads(in: content.subject)
      where !draft.mention.participants.contains(where: { $0.role == .recipient })
        && !(one.isLocation && actors[one.actor].kind == .place)
      {
        add(one, .recipient, to: &draft)
      }
    }
    return draft
  }

  /// "must", "should": what somebody is told to do.
  private func isDue(_ clause: Clause) -> Bool {
    clause.group?.tokens.contains {
      passage.hash($0) == Word.must || passage.hash($0) == Word.should
    } ?? false
  }

  /// "announced it on Friday", "he warned": what was said stands elsewhere, and is told there.
  private func saysOnlyIt(_ clause: Clause, in clauses: [Clause], number: Int) -> Bool {
    guard let group = clause.group else { return false }
    let next = group.tokens.upperBound
    if next < clause.range.upperBound, passage.tags[next] == .pronoun,
      lexicon.pronouns[passage.hash(next)] != nil
    {
      return !clauses.contains { $0.reporter == number && $0.link == .content }
    }
    return clause.subject.count == 1 && clause.subject.allSatisfy { passage.tags[$0] == .pronoun }
      && next >= clause.range.upperBound
  }

  /// An actor stands first, as agents do.
  private func add(
    _ one: ActorReference, _ role: Participant.Role, to draft: inout EventDraft
  ) {
    let actor = actors[one.actor]
    guard !draft.mention.participants.contains(where: { $0.actor == actor.id }) else { return }
    let participant = Participant(
      actor: actor.id, name: actor.name, printed: passage.text.string(one.span), role: role)
    draft.mention.participants.insert(
      participant, at: role == .actor ? 0 : draft.mention.participants.count)
  }

  private func subjectWords(_ clause: Clause) -> String? {
    guard clause.link != .coordinate,
      let last = clause.subject.last,
      let first = clause.subject.last(where: {
        passage.tags[$0] == .determiner || passage.tags[$0] == .comma
          || $0 == clause.subject.lowerBound
      })
    else { return nil }
    let phrase = (passage.tags[first] == .comma ? first + 1 : first)..<(last + 1)
    guard !phrase.isEmpty else { return nil }
    guard phrase.count <= 6,
      passage.cues[phrase.upperBound - 1].contains(.speaker),
      passage.tags[phrase.upperBound - 1] == .noun,
      !phrase.contains(where: { passage.timex[$0] >= 0 || passage.tags[$0] == .comma })
    else { return nil }
    return passage.text.string(passage.text.span(of: phrase))
  }

  // MARK: Joined deeds

  /// "killed 43 and wounded 100 on Monday": one happening with two tolls. Other deeds that "and"
  /// joins stay apart and share the time that only the last of them bears.
  private func mergeDeeds(into drafts: inout [(clause: Int, draft: EventDraft)]) {
    var index = 1
    while index < drafts.count {
      let one = drafts[index].draft
      let first = drafts[index - 1].draft
      guard one.clause.link == .coordinate, one.clause.subject == first.clause.subject,
        drafts[index].clause == drafts[index - 1].clause + 1
      else {
        index += 1
        continue
      }
      if first.timex == nil { drafts[index - 1].draft.timex = one.timex }
      guard one.trigger.type == first.trigger.type, one.timex == nil || first.timex == nil,
        one.mention.status == first.mention.status
      else {
        index += 1
        continue
      }
      var draft = drafts[index - 1].draft
      draft.mention.span = TextSpan(draft.mention.span.start, one.mention.span.end)
      draft.mention.figures += one.mention.figures
      if draft.mention.place == nil {
        draft.mention.place = one.mention.place
        draft.hasOwnPlace = one.hasOwnPlace
      }
      for participant in one.mention.participants
      where !draft.mention.participants.contains(where: { $0.actor == participant.actor }) {
        draft.mention.participants.append(participant)
      }
      drafts[index - 1].draft = draft
      drafts.remove(at: index)
    }
  }

  // MARK: Phases

  /// "an offensive, which began in April": the relative clause dates the noun before it.
  private func mergePhases(
    _ clauses: [Clause], into drafts: inout [(clause: Int, draft: EventDraft)]
  ) {
    var index = 0
    while index < drafts.count {
      let one = drafts[index].draft
      guard one.clause.link == .relative, one.phase != [],
        one.clause.subject.contains(one.head),
        let other = drafts.indices.first(where: {
          $0 != index && drafts[$0].draft.mention.trigger == one.mention.trigger
        })
      else {
        index += 1
        continue
      }
      var draft = drafts[other].draft
      if draft.timex == nil { draft.timex = one.timex }
      draft.vagueTimex = one.vagueTimex
      if draft.mention.place == nil { draft.mention.place = one.mention.place }
      draft.phase.formUnion(one.phase)
      draft.extend(over: one.mention.span)
      drafts[other].draft = draft
      drafts.remove(at: index)
    }
  }
}
