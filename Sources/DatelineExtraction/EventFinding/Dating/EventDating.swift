import DatelineModel
import EDTF

/// Dates an article's events: by the time of their own clause, else from the story around them.
struct EventDating {
  let timexes: [Timex]
  let published: CalendarDate?
  /// By title and by text: the passages that the timexes stand in.
  let text: TaggedPassage

  /// The rule of what is told of all the time up to the report.
  private static let upToNow = "perfect.up-to-now"
  /// So many sentences open a text.
  private static let opening = 3

  func dated(_ drafts: [EventDraft]) -> [EventDraft] {
    var drafts = drafts
    for index in drafts.indices {
      dateByTimex(&drafts[index])
      dateByPastSpan(&drafts[index])
    }
    redateReported(&drafts)
    let story = storyDay(drafts)
    let talks = meeting(drafts)
    let deeds = drafts.indices.filter { isRecentDeed(drafts[$0]) }
    var last: EventDraft?
    // What an aside told counts within its own sentence alone.
    var aside: EventDraft?
    var long: EventDraft?
    for index in drafts.indices {
      if let long, long.mention.sentence == drafts[index].mention.sentence,
        drafts[index].clause.link == .coordinate, drafts[index].timex == nil,
        drafts[index].clause.subject == long.clause.subject
      {
        // "the war has killed 400,000 and displaced 11 million".
        drafts[index].takeDate(of: long)
      } else if drafts[index].timex != nil {
        // Where a time is told that nothing resolves, the ones before it stand.
        if drafts[index].mention.date != nil, !drafts[index].isMinor {
          if isAside(drafts[index], among: drafts) {
            aside = drafts[index]
          } else {
            last = drafts[index]
          }
        }
      } else {
        let deed = deed(of: index, in: drafts, among: deeds)
        let isInAside =
          aside.map {
            $0.mention.sentence == drafts[index].mention.sentence && $0.clause.group != nil
          } == true
        inherit(
          &drafts[index], from: isInAside ? aside : last, story: story, talks: talks,
          plan: drafts[..<index].first(where: isPlannedMeeting),
          beside: index > 0 && drafts[index - 1].mention.sentence == drafts[index].mention.sentence
            ? drafts[index - 1] : nil, deed: deed.map { drafts[$0] },
          deedOfWord: deedOfWord(drafts[index], in: drafts, among: deeds),
          told: drafts[index].isOfKnownDeed ? harm(before: index, in: drafts) : nil)
      }
      if drafts[index].mention.rule == EventDating.upToNow { long = drafts[index] }
      drafts[index].mention.isBackground = isBackground(drafts[index])
    }
    placeByStory(&drafts, story: story)
    gatherParticipants(&drafts)
    return drafts
  }

  /// "A bomb killed nine, police said on Sunday. Saturday's blast also hurt 20": of the day that the text then gives
  /// to the deed, and not of the day on which it was told.
  private func redateReported(_ drafts: inout [EventDraft]) {
    for index in drafts.indices where drafts[index].isDatedByReport {
      let draft = drafts[index]
      guard draft.trigger.isHarmful || draft.trigger.figure?.isHarm == true,
        draft.mention.status != .expected, let told = draft.mention.date?.day,
        let other = drafts[(index + 1)...].first(where: {
          $0.mention.sentence - draft.mention.sentence <= EventDating.opening
            && (namesItsDay($0) || isOneDeed($0, draft))
        }),
        let day = other.mention.date?.day,
        (1...EventDating.opening).contains(told.dayNumber - day.dayNumber)
      else { continue }
      drafts[index].mention.date = other.mention.date
      drafts[index].mention.dateBasis = .inherited
      drafts[index].mention.rule = "inherit.deed"
      drafts[index].mention.anchor = other.mention.anchor
    }
  }

  /// "Strikes have killed 61, a monitor said on Tuesday. Three strikes hit the town on Monday": the same word of
  /// harm, with its day.
  private func isOneDeed(_ told: EventDraft, _ draft: EventDraft) -> Bool {
    told.timex != nil && !told.isDatedByReport && told.trigger.isHarmful && !told.trigger.isVerb
      && told.mention.status == .asserted && !isApart(told)
      && draft.clause.whole.contains { text.hash($0) == told.headWord }
  }

  /// "Saturday's blast": a deed of harm that readers are taken to know by its day.
  private func namesItsDay(_ draft: EventDraft) -> Bool {
    guard let timex = draft.timex, !draft.isDatedByReport, !timexes[timex].inTitle,
      draft.trigger.isHarmful || draft.trigger.figure?.isHarm == true
    else { return false }
    let next = text.tokens(ofTimex: timex).upperBound
    guard next < text.tags.count else { return false }
    let noun = text.tags[next] == .possessive ? next + 1 : next
    return noun < text.tags.count && text.lexicon.isTriggerNoun(text.hash(noun))
  }

  /// Talks that lie ahead, on days of their own.
  private func isPlannedMeeting(_ draft: EventDraft) -> Bool {
    draft.timex != nil && draft.mention.status == .expected && draft.trigger.type == .consult
      && draft.trigger.topic != "statement" && draft.mention.date?.isOpenEnded == false
      && liesAhead(draft)
  }

  /// "The families of those killed in the crash on 3 July met the minister": an old deed that only a phrase
  /// of a clause names; what the clause and the next ones tell is not of its day.
  private func isAside(_ draft: EventDraft, among drafts: [EventDraft]) -> Bool {
    guard isFarFromNews(draft) else { return false }
    let isRelative = draft.clause.link == .relative && draft.clause.group != nil
    return drafts.contains { other in
      guard other.mention.sentence == draft.mention.sentence, other.timex != draft.timex else {
        return false
      }
      // "Raids hit Kelt, where a convoy was attacked on 19 September."
      return !draft.trigger.isVerb && other.isMainVerb && other.clause.whole.contains(draft.head)
        || isRelative && other.clause.link == .main
    }
  }

  // MARK: The clause's own time

  private func dateByTimex(_ draft: inout EventDraft) {
    guard let index = draft.timex else { return }
    let timex = timexes[index]
    guard var value = timex.edtf else { return }
    if draft.isShifted, let end = value.end { value = .date(end) }
    if draft.daysAfter != 0, let day = value.day {
      value = .date(EDTFDate(day.adding(days: draft.daysAfter)))
    }
    if draft.isAfterTime, case .date(let date) = value {
      value = .date(date.qualified(.approximate))
    }
    if let days = draft.days, let day = value.day {
      value = span(of: days, at: day, phase: draft.phase)
    }
    if draft.isTimeOfWhen, case .interval(let start, .open) = value {
      if case .date(let date) = start { value = .date(date) }
    } else if goesOn(draft, timex: timex) {
      switch value {
      case .date(let date): value = .interval(.date(date), .open)
      case .interval(let start, let end) where end == .unknown:
        value = .interval(start, .open)
      default: break
      }
    }
    if draft.tense == .past, let day = dayOfClock(value, of: index) { value = day }
    if draft.isDatedByReport, draft.mention.status == .expected, case .date(let date) = value {
      // "said on Monday that it would": on that day or later.
      value = .interval(.date(date), .open)
    }
    if let decided = draft.decidedOn, let day = dayAfter(decided, of: timex) { value = day }
    if draft.isDatedByReport, draft.tense == .past, case .date(let date) = value,
      date.qualifier == nil
    {
      // Reported on that day, and so done then or shortly before.
      value = .date(date.qualified(.approximate))
    }
    if let published, draft.tense == .past || draft.clause.group == nil,
      draft.mention.status == .asserted || draft.mention.status == .alleged, draft.days == nil,
      case .interval(.date(let start), .date) = value, let end = value.latest, end > published,
      let first = value.earliest, first <= published, start.precision == .day
    {
      // "said this week": up to the day of the report.
      value =
        first == published
        ? .date(EDTFDate(published)) : .interval(.date(start), .date(EDTFDate(published)))
    }
    if draft.mention.isNamed, draft.mention.status == .expected, let published,
      let latest = value.latest, latest < published, let ahead = first(of: timex, after: published)
    {
      // "threatened to boycott Sunday's election".
      value = ahead
    }
    let basis = basis(of: index)
    if let published, isMishap(draft), value.earliest.map({ $0 > published }) == true,
      let before = latestBefore(index)
    {
      // "cover for drilling in the wake of the spill in April": nobody plans one.
      value = before
    }
    if let days = daysAhead(of: value, draft) {
      if timex.isCountedFromStory {
        // "They were released the next morning": than when, the text has not said.
        return
      }
      // "The summit was moved to 5 September" looks ahead, but not by half a year; "the April explosion"
      // does not at all.
      let isKnown = isKnownDeed(draft)
      let isTold = basis == .weekday || isKnown || draft.isMainVerb && days > EventDating.ahead
      if isTold, let before = latestBefore(index) { value = before } else if isKnown { return }
    }
    draft.mention.date = value
    draft.mention.dateBasis = basis
    if draft.clause.group == nil || draft.tense == .present && !draft.isPerfect
      || !draft.trigger.isVerb && draft.tense != .future,
      draft.mention.status == .asserted, let published,
      let day = value.earliest ?? (isBy(index) ? value.latest : nil), day > published
    {
      // "the talks next week", "a ceasefire by 15 August", "patrols from next week on are part of the
      // deal", "called elections for 23 July".
      draft.mention.status = .expected
    }
    if let published, draft.mention.status == .asserted, let first = value.earliest,
      first.dayNumber > published.dayNumber + 1
    {
      // "called a strike for Monday": nothing is told as done that lies ahead; a day may lie between two clocks.
      draft.mention.status = .expected
    }
    draft.mention.rule = timex.rule
    draft.mention.anchor = timex.anchor
  }

  /// "Raids have killed 120 over the past 24 hours".
  private func dateByPastSpan(_ draft: inout EventDraft) {
    guard draft.timex == nil, draft.daysBefore == nil, !draft.isTimedByDeed,
      draft.mention.status != .counterfactual, let span = pastSpan(draft)
    else { return }
    draft.mention.date = span.value
    draft.mention.dateBasis = .relative
    draft.mention.rule = timexes[span.timex].rule
    draft.mention.anchor = "published"
  }

  /// A spill, a crash or a blast that a noun names, and that nobody plans.
  private func isMishap(_ draft: EventDraft) -> Bool {
    guard !draft.trigger.isVerb, draft.trigger.isHarmful else { return false }
    return ["accident", "explosion", "disaster"].contains(draft.trigger.topic)
  }

  /// A toll grows within an article, but not by so many times.
  private static let farMore = 4.0
  /// So many days ahead something may be told as done that is only settled.
  private static let ahead = 45
  /// What is called off was planned for no later.
  private static let halfAYear = 183
  /// Talks that reach over more are of no one place.
  private static let aMonth = 31

  /// "The visit, scheduled for Tuesday, was cancelled on Monday": of the days that the words may mean the
  /// first one after the decision.
  private func dayAfter(_ decision: Int, of timex: Timex) -> EDTFValue? {
    guard let published, let decided = timexes[decision].edtf?.day, decided <= published,
      let next = first(of: timex, after: decided), let day = next.earliest,
      // "originally scheduled for 25 July, was called off on Tuesday": not that of the year after.
      day.dayNumber - decided.dayNumber <= EventDating.halfAYear
    else { return nil }
    return next
  }

  /// Of the times that the words may mean the first one that begins after a day.
  private func first(of timex: Timex, after day: CalendarDate) -> EDTFValue? {
    ([timex.edtf].compactMap(\.self) + timex.alternatives.compactMap { EDTFValue($0) })
      .filter { $0.earliest.map { $0 > day } ?? false }
      .min { $0.earliest! < $1.earliest! }
  }

  /// How long after its report a deed would lie that is told as done; nil where it does not.
  private func daysAhead(of value: EDTFValue, _ draft: EventDraft) -> Int? {
    guard let published, let first = value.earliest, draft.clause.group?.tense == .past,
      draft.mention.status == .asserted, first > published
    else { return nil }
    return first.dayNumber - published.dayNumber
  }

  /// "A plane due on Friday was diverted", "The April blast killed 11": whatever looks ahead in the words,
  /// of the days that they may mean the last one before the report.
  private func latestBefore(_ index: Int) -> EDTFValue? {
    guard let published else { return nil }
    let timex = timexes[index]
    let weekday = timex.edtf?.day?.weekday
    return timex.alternatives.compactMap { EDTFValue($0) }
      .filter { $0.latest.map { $0 <= published } ?? false }
      // "Friday 11 September" is no Thursday of another year.
      .filter { basis(of: index) != .weekday || $0.day?.weekday == weekday }
      .max { ($0.latest ?? published) < ($1.latest ?? published) }
  }

  /// "shortly before 03:45", "some time after 11 am", "shortly before midnight": done on that day.
  private func dayOfClock(_ value: EDTFValue, of timex: Int) -> EDTFValue? {
    guard case .interval(let start, let end) = value, (start.date == nil) != (end.date == nil),
      // Midnight is the end of a day, and has no hour.
      let date = start.date ?? end.date,
      date.time != nil || timexes[timex].kind == .time && basis(of: timex) != .relative,
      let day = date.calendarDate
    else { return nil }
    return .date(EDTFDate(day))
  }

  /// Talks of two days that open on Thursday end on Friday, and those that end then began before.
  private func span(of days: Int, at day: CalendarDate, phase: VerbForm.Cues) -> EDTFValue {
    let first = phase.contains(.end) ? day.adding(days: 1 - days) : day
    return EDTFValue(
      from: .date(EDTFDate(first)), to: .date(EDTFDate(first.adding(days: days - 1))))!
  }

  /// Talks of several days, by the noun that names them.
  private struct Talks {
    var word: UInt32
    var value: EDTFValue
    var anchor: String?
  }

  /// The days of the talks that the article is about.
  private func meeting(_ drafts: [EventDraft]) -> Talks? {
    for draft in drafts {
      guard let meeting = draft.meeting, draft.timex != nil, let value = draft.mention.date else {
        continue
      }
      let days = value.day.map { span(of: meeting.days, at: $0, phase: draft.phase) }
      return Talks(word: meeting.word, value: days ?? value, anchor: draft.mention.anchor)
    }
    return nil
  }

  /// An offensive that "began in April" and is told in the present, a siege "since 2013".
  private func goesOn(_ draft: EventDraft, timex: Timex) -> Bool {
    if draft.isOfTimeSince { return true }
    // "had been rescued since the earthquake" counts on like "have been rescued".
    let isPresent = draft.tense == .present || draft.isPerfect
    if draft.mention.isLasting, isPresent, draft.phase.contains(.begin), !draft.isPerfect {
      return true
    }
    // "since" before the time, unless the tagger has opened the interval already.
    return !timex.inTitle && isPresent && text.isSince(draft.timex!)
  }

  /// "a ceasefire by 15 August".
  private func isBy(_ timex: Int) -> Bool {
    let start = text.tokens(ofTimex: timex).lowerBound
    return start > 0 && text.hash(start - 1) == Word.by
  }

  private func basis(of index: Int) -> DateBasis {
    let timex = timexes[index]
    var hasDigits = false
    var isRelative = false
    for token in text.tokens(ofTimex: index) {
      let cues = text.wordCues(token)
      if cues.contains(.weekday) { return .weekday }
      if cues.contains(.relative) { isRelative = true }
      if text.text.tokens[token].kind != .word { hasDigits = true }
    }
    if isRelative { return .relative }
    return hasDigits || timex.anchor == nil ? .explicit : .relative
  }

  // MARK: The story's time

  /// The day of the news: the first that the text tells close to its publication.
  private func storyDay(_ drafts: [EventDraft]) -> EventDraft? {
    guard let published else { return nil }
    return drafts.first { draft in
      guard let value = draft.mention.date, draft.mention.status != .expected,
        // A day, or "the past 24 hours".
        draft.timex != nil || value.reaches(atMost: 1), !draft.mention.isNamed,
        draft.clause.link != .relative, !draft.isPastPerfect, !draft.isMinor,
        let day = value.day
          ?? (draft.days == nil && draft.timex != nil ? nil : value.earliest)
      else { return false }
      return (-1...6).contains(published.dayNumber - day.dayNumber)
    }
  }

  /// What kills and hurts, on a day of its own that the news may be of.
  private func isRecentDeed(_ draft: EventDraft) -> Bool {
    guard draft.timex != nil, !draft.isDatedByReport, !isApart(draft),
      draft.mention.status != .expected,
      draft.mention.status != .negated, draft.trigger.isHarmful, let published,
      let day = draft.mention.date?.day
    else { return false }
    return (0...10).contains(published.dayNumber - day.dayNumber)
  }

  /// "died in an unrelated accident": a happening that nothing else is of.
  private func isApart(_ draft: EventDraft) -> Bool {
    draft.clause.whole.contains { text.cues[$0].contains(.apart) }
  }

  /// What a toll is of: the deed told before it.
  ///
  /// One that opens a text is of what the text goes on to tell, as is one of "Tuesday's attack", which
  /// readers are taken to know, or of the only deed. The whole count is of what killed first: "two
  /// more died on Saturday, bringing the toll to 43".
  private func deed(of toll: Int, in drafts: [EventDraft], among deeds: [Int]) -> Int? {
    let draft = drafts[toll]
    // "On Sunday he too died": what one died of is not what the others counted did.
    let deeds =
      isToll(draft)
      ? deeds.filter { !isOneDeath(drafts[$0]) && !countsFarFewer(drafts[$0], than: draft) } : deeds
    if draft.isTally {
      let deadly = deeds.filter { !drafts[$0].trigger.isHarmToPeople }
      if deadly.isEmpty {
        let told = deeds.filter { drafts[$0].mention.sentence < draft.mention.sentence }
        return (told.isEmpty ? deeds : told).min {
          (drafts[$0].mention.date?.day?.dayNumber ?? .max, $0)
            < (drafts[$1].mention.date?.day?.dayNumber ?? .max, $1)
        }
      }
      if let before = deadly.last(where: { $0 < toll }) { return before }
    }
    // "which was used by the jets that bombed the town" says which jets, and is no news.
    return deeds.last { $0 < toll && drafts[$0].clause.link != .relative }
      ?? deeds.last { $0 < toll }
      ?? deeds.first {
        draft.mention.sentence < EventDating.opening
          || draft.newDeed == nil && (drafts[$0].mention.isNamed || deeds.count == 1)
      }
  }

  /// Whether a deed killed so few that another count of dead is another deed's.
  private func countsFarFewer(_ deed: EventDraft, than toll: EventDraft) -> Bool {
    func dead(_ draft: EventDraft) -> Double? {
      draft.mention.figures.first { $0.subject == .killed && $0.of == nil }?.value
    }
    guard let few = dead(deed), let many = dead(toll) else { return false }
    return EventDating.farMore * few <= many
  }

  /// The death of somebody, and of nobody else.
  private func isOneDeath(_ draft: EventDraft) -> Bool {
    draft.trigger.isHarmToPeople && draft.trigger.isVerb && draft.clause.group?.isPassive == false
      && draft.trigger.traits.contains(.patient)
      && !draft.mention.figures.contains { $0.subject.isHarm }
      && !draft.clause.subject.contains { text.tags[$0] == .noun && text.endsPlural($0) }
  }

  /// The deed with a day that the draft's own word, or that of what it counts the dead of, tells.
  private func deedOfWord(
    _ draft: EventDraft, in drafts: [EventDraft], among deeds: [Int]
  ) -> EventDraft? {
    guard draft.isOfEarlierDeed || draft.isSpokenOf else { return nil }
    let word = draft.isOfEarlierDeed ? draft.newDeed : draft.headWord
    return deeds.lazy.map { drafts[$0] }.first {
      $0.headWord == word && $0.mention.sentence != draft.mention.sentence
    }
  }

  /// The last deed told before a draft that harmed, and has a day.
  private func harm(before index: Int, in drafts: [EventDraft]) -> EventDraft? {
    drafts[..<index].last {
      $0.trigger.isHarmful && $0.mention.date != nil && !isFarFromNews($0)
        && $0.mention.status != .expected
    }
  }

  /// Dates what has no time of its own: `last` is what was told before with one, `deed` what tolls
  /// are of, `deedOfWord` the deed told by the word of the draft's own, `told` the
  /// last that harmed, where the draft is known to be of one, `plan` the talks that the article looks forward to.
  private func inherit(
    _ draft: inout EventDraft, from last: EventDraft?, story: EventDraft?, talks: Talks?,
    plan: EventDraft?, beside: EventDraft?, deed: EventDraft?, deedOfWord: EventDraft?,
    told: EventDraft?
  ) {
    func take(_ value: EDTFValue?, _ rule: String, _ anchor: String?) {
      guard let value else { return }
      draft.mention.date = value.byDay
      draft.mention.dateBasis = .inherited
      draft.mention.rule = rule
      draft.mention.anchor = anchor
    }
    // What would have been has no day.
    if draft.mention.status == .counterfactual || draft.isTimedByDeed { return }
    if let days = draft.daysBefore {
      // "met on Sunday, one day after an ambush": counted back from what it is told beside.
      let beside = draft.timexBefore.map { timexes[$0] }
      let isBeside = last?.mention.sentence == draft.mention.sentence
      if days > 0, let day = beside?.edtf?.day ?? (isBeside ? last?.mention.date?.day : nil) {
        take(
          .date(EDTFDate(day.adding(days: -days))), "inherit.days-after",
          beside?.anchor ?? last?.mention.anchor)
        draft.mention.dateBasis = .relative
      }
      return
    }
    if draft.mention.rule != nil { return }
    if let span = longSpan(draft) {
      draft.mention.date = span
      draft.mention.dateBasis = .vague
      draft.mention.rule = EventDating.upToNow
      draft.mention.anchor = "published"
      return
    }
    if draft.daysAfterTold > 0 {
      // "30 hours after the buses had left, a bomb went off": counted on from what was told before, and from
      // something else where that leads past the report.
      if let day = last?.mention.date?.day.map({ $0.adding(days: draft.daysAfterTold) }),
        published.map({ day <= $0 }) != false
      {
        let date = EDTFDate(day, qualifier: .approximate)
        take(.date(date), "inherit.days-after", last?.mention.anchor)
      }
      return
    }
    // "recently", "in recent months": some time, and nothing tells which.
    if let index = vagueTime(draft) {
      draft.mention.dateBasis = .vague
      if draft.mention.status != .expected, let date = date(ofVague: index) {
        draft.mention.date = .date(date)
        draft.mention.rule = timexes[index].rule
        draft.mention.anchor = "published"
      }
      return
    }
    if let talks, draft.headWord == talks.word, !draft.trigger.isVerb, !draft.isPastPerfect {
      take(talks.value, "inherit.talks", talks.anchor)
      return
    }
    if isUnderWay(draft) {
      dateUnderWay(&draft)
      return
    }
    if let last {
      let isNear = draft.mention.sentence - last.mention.sentence <= 2
      if isNear, draft.takesUp == last.trigger.topic, last.mention.status == .asserted {
        take(last.mention.date, "inherit.same", last.mention.anchor)
        return
      }
    }
    if draft.mention.status == .expected {
      if let plan, draft.isDefinite, !draft.trigger.isVerb, draft.trigger.traits.contains(.mutual) {
        // "will not attend talks due to begin on Friday … ready to attend the negotiations".
        take(plan.mention.date, "inherit.plan", plan.mention.anchor)
        if draft.mention.place == nil { draft.mention.place = plan.mention.place }
        return
      }
      if let last, last.mention.status == .expected,
        draft.mention.sentence - last.mention.sentence <= 2, liesAhead(last)
      {
        take(last.mention.date, "inherit.plan", last.mention.anchor)
        return
      }
      guard let published else { return }
      draft.mention.date = EDTFValue(from: .date(EDTFDate(published)), to: .open)
      draft.mention.dateBasis = .vague
      draft.mention.rule = "expected.after"
      draft.mention.anchor = "published"
      return
    }
    if draft.isOfEarlierDeed {
      // "Tuesday's attack", wherever the article names its day; else no day.
      if let last, last.mention.sentence == draft.mention.sentence,
        let told = last.mention.date?.earliest, let day = deedOfWord?.mention.date?.earliest,
        day >= told
      {
        // "fired missiles on Friday in retaliation for an attack": before Friday.
        return
      }
      take(deedOfWord?.mention.date, "inherit.deed", deedOfWord?.mention.anchor)
      return
    }
    if let beside, draft.clause.link == .relative, draft.trigger.figure?.isHarm == true,
      !draft.isPastPerfect, beside.trigger.isHarmful, beside.mention.date != nil,
      beside.hasOwnPlace, draft.mention.place == beside.mention.place
    {
      // "Jets struck Kelt, where five were killed."
      take(beside.mention.date, "inherit.sentence", beside.mention.anchor)
      return
    }
    guard !draft.isPastPerfect, draft.clause.link != .relative, !draft.isInRelative,
      !isEarlier(draft)
    else { return }
    // What is only spoken of is not of the day on which somebody speaks.
    if draft.isSpokenOf {
      take(deedOfWord?.mention.date, "inherit.deed", deedOfWord?.mention.anchor)
      return
    }
    // "Separately, gunmen killed two": of neither the deed nor the day told before.
    let isOfStory = !isApart(draft) && story.map { isOf($0, draft) } ?? false
    let deed = isApart(draft) ? nil : deed
    if draft.isOfKnownDeed {
      // The deed told before it, with a day of its own or without; else none, and no day either.
      let told = deed ?? told
      take(told?.mention.date, "inherit.deed", told?.mention.anchor)
      return
    }
    if let deed, isOfStory || isNews(draft), isToll(draft), !isOfAnother(draft, than: deed),
      !isFarBack(last, draft)
    {
      take(deed.mention.date, "inherit.deed", deed.mention.anchor)
      return
    }
    if let last, last.mention.sentence == draft.mention.sentence,
      draft.isTally ? harms(last) : !isToll(draft) && !draft.trigger.isHarmful || mayHarm(last),
      last.mention.status == .asserted,
      // A day, or a weekend.
      last.mention.date?.reaches(atMost: 1) == true,
      last.clause.link == .main, draft.tense == .past, !draft.isPerfect,
      draft.mention.status == .asserted
    {
      // "On Monday A sent tanks; warplanes struck them".
      take(last.mention.date, "inherit.sentence", last.mention.anchor)
      return
    }
    if isFarBack(last, draft), !draft.isPerfect, draft.tense == .past {
      // Earlier events are being told, and this one bears no date of its own.
      return
    }
    // "said that they carried out the bombing": told before, if not here, and not of the day of the
    // report.
    if draft.isDefinite, draft.trigger.isHarmful, draft.clause.reporter != nil,
      deed != nil || story?.trigger.isHarmful != true
    {
      take(deed?.mention.date, "inherit.deed", deed?.mention.anchor)
      return
    }
    if let last, goesOn(draft, after: last, than: story) {
      take(last.mention.date, "inherit.sentence", last.mention.anchor)
      return
    }
    // A count is of what killed, and where the news is something else, of a day that nothing tells.
    if isBareCount(draft), !(story.map(harms) ?? false) { return }
    if let story, isOfStory, story.trigger.isSaid, draft.trigger.type == .assault,
      draft.tense == .past,
      !draft.isPerfect, let deed, deed.mention.sentence < draft.mention.sentence,
      let day = deed.mention.date?.day, let told = story.mention.date?.day, day < told
    {
      // "The army told on Wednesday of a raid. It began on Saturday. Gunmen fired on the troops": of the raid's day.
      take(.date(EDTFDate(day)), "inherit.deed", deed.mention.anchor)
      return
    }
    if let story, isOfStory {
      // "Berlin confirmed on Friday that three Germans had been killed. Eleven others were injured."
      if draft.trigger.isHarmToPeople || draft.trigger.topic == "rescue", isOfWords(story) {
        return
      }
      take(story.mention.date, "inherit.story", story.mention.anchor)
    } else if let published, isNews(draft), !draft.isTally, !isKnownDeed(draft) {
      take(
        .date(EDTFDate(published, qualifier: .approximate)), "inherit.published", "published")
    }
  }

  /// "On Wednesday the president visited the town. He met survivors": of the day of the sentence before,
  /// which is later than the deed that the news began with.
  private func goesOn(
    _ draft: EventDraft, after last: EventDraft, than story: EventDraft?
  ) -> Bool {
    guard let story, let first = story.mention.date?.day, let day = last.mention.date?.day,
      let published, first < day, day <= published, !isFarFromNews(last),
      draft.mention.sentence - last.mention.sentence == 1, draft.paragraph - last.paragraph <= 1,
      last.isMainVerb, last.clause.link == .main, last.mention.status == .asserted,
      draft.isMainVerb, draft.clause.link == .main || draft.clause.link == .content,
      draft.mention.status == .asserted, draft.tense == .past, !draft.isPerfect
    else { return false }
    // What killed was told of first, and is told on.
    return !isToll(draft) && (!draft.trigger.isHarmful || last.trigger.isHarmful)
      && draft.trigger.topic != "rescue"
  }

  /// "uprooted earlier in the war", "previously held": of a time before what is told.
  private func isEarlier(_ draft: EventDraft) -> Bool {
    draft.mention.inTitle == text.text.isTitle
      && draft.clause.range.contains {
        text.timex[$0] < 0 && text.cues[$0].contains(.earlier)
          // "Earlier, warplanes struck" is of the same day.
          && (!text.cues[$0].contains(.relative)
            || $0 + 1 < text.tags.count && text.hash($0 + 1) == Word.in)
      }
  }

  /// "concerning the victims of the attack": told before, and not of the day of the report.
  private func isKnownDeed(_ draft: EventDraft) -> Bool {
    draft.isDefinite && draft.trigger.isHarmful && !draft.trigger.isVerb
  }

  /// Said, met about, mourned, opened or tried: nobody is harmed by it, and what harmed them was before.
  private func isOfWords(_ story: EventDraft) -> Bool {
    story.trigger.isSaid || story.trigger.type == .consult
      || story.trigger.type == .other && !harms(story)
  }

  /// Counts those killed or hurt, in a clause of its own.
  private func isToll(_ draft: EventDraft) -> Bool {
    guard draft.mention.status == .asserted || draft.mention.status == .alleged,
      draft.clause.link != .relative, !draft.isPastPerfect, !draft.isSum,
      let figure = draft.trigger.figure
    else { return false }
    switch figure {
    // Those who were rescued too.
    case .killed, .wounded, .missing, .other: break
    default: return false
    }
    return draft.mention.figures.contains { $0.subject == figure }
  }

  /// "In Douma, five people were killed", "six were killed in an air raid": told of another place, or
  /// of a deed that has not been told before.
  private func isOfAnother(_ draft: EventDraft, than deed: EventDraft) -> Bool {
    if draft.hasOwnPlace, deed.hasOwnPlace, draft.mention.place != deed.mention.place {
      return true
    }
    return draft.newDeed.map {
      $0 != deed.headWord || deed.mention.sentence < draft.mention.sentence
    } ?? false
  }

  /// "The toll is 31", "19 were among the dead", "44 wounded" further down: told by no verb of harm,
  /// and no news of the day.
  private func isBareCount(_ draft: EventDraft) -> Bool {
    guard !draft.isTally else { return true }
    // "Security forces killed all four assailants" is told by those who did it.
    let isDone = draft.isMainVerb && draft.mention.participants.contains { $0.role == .actor }
    return isToll(draft) && !isDone
      && (draft.mention.sentence >= EventDating.opening
        || draft.mention.figures.allSatisfy { $0.of != nil })
  }

  /// What people are killed and hurt in.
  private func mayHarm(_ draft: EventDraft) -> Bool {
    draft.trigger.type == .coerce || harms(draft)
  }

  /// The same without arrests: "Police arrest five over blast, toll rises to 24".
  private func harms(_ draft: EventDraft) -> Bool {
    switch draft.trigger.type {
    case .assault, .protest: true
    case .coerce: false
    default: draft.trigger.isHarmful || draft.trigger.figure?.isHarm == true
    }
  }

  /// Whether earlier times are being told of, right before.
  private func isFarBack(_ last: EventDraft?, _ draft: EventDraft) -> Bool {
    guard let last else { return false }
    return isFarFromNews(last) && last.paragraph == draft.paragraph
      && draft.mention.sentence - last.mention.sentence <= 1
  }

  /// "are feared to have died on Tuesday" is expected to be told, and no plan.
  private func liesAhead(_ draft: EventDraft) -> Bool {
    guard let published, let latest = draft.mention.date?.latest else { return true }
    return latest >= published
  }

  /// A day told far down is not the day of the news in front of it, unless it is of its kind or the
  /// report's own.
  private func isOf(_ story: EventDraft, _ draft: EventDraft) -> Bool {
    if let day = story.mention.date?.day, day != published, !story.trigger.isSaid,
      isOfToday(draft) || isAnswer(draft, to: story)
    {
      // "Tuesday's earthquake …; Avaria has pledged help": done by the day of the report.
      return false
    }
    let distance = draft.mention.sentence - story.mention.sentence
    if distance < -3 {
      return story.trigger.type == draft.trigger.type || story.mention.date?.day == published
    }
    return distance <= 30
  }

  /// Said, or told in the present or the perfect: of the day of the report, more or less.
  private func isOfToday(_ draft: EventDraft) -> Bool {
    draft.trigger.isSaid || draft.isPerfect || draft.tense == .present
  }

  /// Help, promises, troops sent, visits to where it was: what comes after a happening, and not on its day.
  private func isAnswer(_ draft: EventDraft, to story: EventDraft) -> Bool {
    if draft.trigger.topic == "visit", draft.trigger.isVerb, story.trigger.isHarmful { return true }
    return switch draft.trigger.type {
    case .aid, .agree, .mobilize: draft.trigger.isVerb && story.trigger.type == .other
    default: false
    }
  }

  /// Told at the front, or said, or just done: news of the report's own day. What stands further
  /// down without a time is told of any day, and borrows none.
  private func isNews(_ draft: EventDraft) -> Bool {
    draft.mention.sentence < 6 || draft.tense == .present || draft.trigger.topic == "statement"
  }

  /// Those who arrive for talks and sit in them take part in them.
  private func gatherParticipants(_ drafts: inout [EventDraft]) {
    for index in drafts.indices
    where drafts[index].trigger.traits.contains(.mutual) && !drafts[index].trigger.isVerb
      && drafts[index].mention.participants.isEmpty && drafts[index].mention.series != nil
    {
      let talks = drafts[index].mention
      guard let days = talks.date else { continue }
      var participants: [Participant] = []
      for other in drafts[(index + 1)...] {
        guard other.mention.sentence - talks.sentence <= 6,
          other.trigger.type == .consult, other.trigger.topic != "statement",
          other.mention.status == .asserted || other.mention.status == .alleged,
          let date = other.mention.date, days.overlaps(date)
        else { continue }
        for var one in other.mention.participants
        where !participants.contains(where: { $0.actor == one.actor }) {
          one.role = .actor
          if other.mention.status != .asserted { one.status = other.mention.status }
          participants.append(one)
        }
      }
      drafts[index].mention.participants = participants
    }
  }

  /// "announced that peace talks had begun", and further down "talks in Geneva": where all talks of the
  /// same days that the article places are held.
  private func seat(of talks: EventDraft, in drafts: [EventDraft]) -> String? {
    guard talks.trigger.type == .consult, talks.trigger.traits.contains(.mutual),
      !talks.trigger.isVerb, let date = talks.mention.date, let first = date.earliest?.dayNumber,
      let last = date.latest?.dayNumber, last - first <= EventDating.aMonth
    else { return nil }
    func isThen(_ other: EDTFValue) -> Bool {
      guard let start = other.earliest?.dayNumber else { return false }
      return start <= last && first <= other.latest?.dayNumber ?? .max
    }
    let seats = Set(
      drafts.lazy.filter { other in
        other.hasOwnPlace && other.trigger.type == .consult && !other.mention.isBackground
          // "attend the talks in Kelt".
          && (other.trigger.traits.contains(.mutual) && other.headWord == talks.headWord
            || other.clause.whole.contains { text.hash($0) == talks.headWord })
          && other.mention.inTitle == text.text.isTitle
          && other.mention.date.map(isThen) ?? false
      }.compactMap(\.mention.place))
    return seats.count == 1 ? seats.first : nil
  }

  /// Gives an event that prints no place the one that its story has just named.
  private func placeByStory(_ drafts: inout [EventDraft], story: EventDraft?) {
    var last: EventDraft?
    for index in drafts.indices {
      if drafts[index].hasOwnPlace {
        last = drafts[index]
        continue
      }
      guard drafts[index].mention.place == nil, drafts[index].mention.date != nil else { continue }
      if drafts[index].trigger.traits.contains(.mutual), !drafts[index].trigger.isVerb,
        let talks = drafts[..<index].last(where: {
          $0.hasOwnPlace && $0.trigger.traits.contains(.mutual)
            && $0.headWord == drafts[index].headWord
            && $0.mention.date == drafts[index].mention.date
        })
      {
        // "the talks", wherever else the story has been since.
        drafts[index].mention.place = talks.mention.place
      } else if let seat = seat(of: drafts[index], in: drafts) {
        drafts[index].mention.place = seat
      } else if let last, drafts[index].mention.sentence - last.mention.sentence <= 2,
        // "Shells hit Kelt. The envoy said …": not there.
        !drafts[index].trigger.isSaid || !last.trigger.isHarmful,
        last.mention.isBackground == drafts[index].mention.isBackground,
        drafts[index].mention.dateBasis == .inherited
          || drafts[index].mention.date == last.mention.date
      {
        drafts[index].mention.place = last.mention.place
      } else if let story, drafts[index].mention.date == story.mention.date {
        drafts[index].mention.place = story.mention.place
      }
    }
  }

  /// "is in the midst of an offensive, which began some months ago": going on, since when is told
  /// vaguely or not at all.
  private func isUnderWay(_ draft: EventDraft) -> Bool {
    draft.mention.isLasting && draft.clause.group?.isCopula == true && draft.tense == .present
  }

  private func dateUnderWay(_ draft: inout EventDraft) {
    guard let index = draft.vagueTimex, let published else { return }
    if let value = timexes[index].edtf {
      // "has been the scene of uprisings since 1948".
      guard case .interval(_, .open) = value else { return }
      draft.mention.date = value
      draft.mention.dateBasis = basis(of: index)
      draft.mention.rule = timexes[index].rule
      draft.mention.anchor = timexes[index].anchor
      return
    }
    if let years = timexes[index].wholeYears {
      // "under siege for more than two years".
      let start = EDTFDate(year: published.year - years, qualifier: .approximate)
      draft.mention.date = .interval(.date(start), .open)
      draft.mention.dateBasis = .relative
      draft.mention.rule = timexes[index].rule
      draft.mention.anchor = "published"
      return
    }
    if ["PXY", "PXE"].contains(timexes[index].value) {
      // "under siege for years": since before whatever year.
      draft.mention.date = EDTFValue(from: .open, to: .date(EDTFDate(published)))
      draft.mention.dateBasis = .vague
      draft.mention.rule = timexes[index].rule
      draft.mention.anchor = "published"
      return
    }
    // Some months before the report: its year, more or less.
    let start = EDTFDate(year: published.adding(months: -3).year, qualifier: .approximate)
    draft.mention.date = .interval(.date(start), .open)
    draft.mention.dateBasis = .vague
    draft.mention.rule = timexes[index].rule
    draft.mention.anchor = "published"
  }

  /// "has carried out rare strikes", "the war, now in its seventh year, has killed 400,000": of no day, and up to
  /// the report.
  private func longSpan(_ draft: EventDraft) -> EDTFValue? {
    guard let published, draft.isPerfect, draft.tense == .present,
      draft.mention.inTitle == text.text.isTitle, draft.mention.status == .asserted
    else { return nil }
    let isOfWar =
      draft.mention.figures.contains { $0.subject.isHarm || $0.subject == .displaced }
      && draft.clause.subject.contains { text.lexicon.isWar(text.hash($0)) }
    if isOfWar, let count = yearCount(in: draft.clause.whole) {
      return EDTFValue(
        from: .date(EDTFDate(year: published.year - count + 1)),
        to: .date(EDTFDate(year: published.year)))
    }
    guard isOfWar || draft.clause.range.contains(where: isRepeated) else { return nil }
    return EDTFValue(from: .open, to: .date(EDTFDate(published)))
  }

  /// "rare strikes", "several times".
  private func isRepeated(_ token: Int) -> Bool {
    text.cues[token].contains(.repeated)
      || text.hash(token) == Word.times && token > 0 && text.timex[token] < 0
        && (text.tags[token - 1] == .determiner || text.tags[token - 1] == .number)
  }

  /// "in its seventh year": 7.
  private func yearCount(in range: Range<Int>) -> Int? {
    range.dropFirst(2).lazy.filter {
      text.hash($0) == Word.year && text.hash($0 - 2) == Word.its
    }.compactMap { year in
      text.lexicon.numbers[text.hash(year - 1)]?.first { $0.kind == .ordinal && $0.rest.isEmpty }
        .map { Int($0.value) }
    }.first
  }

  /// "in the past four days": from so long before the report up to it.
  private func pastSpan(_ draft: EventDraft) -> (value: EDTFValue, timex: Int)? {
    guard let published, draft.mention.inTitle == text.text.isTitle else { return nil }
    let now = draft.toldAt.flatMap { timexes[$0].edtf?.day } ?? published
    for position in draft.clause.range where text.timex[position] >= 0 {
      let index = Int(text.timex[position])
      let timex = timexes[index]
      guard timex.kind == .duration, timex.edtf == nil, timex.value.hasPrefix("P"),
        text.tokens(ofTimex: index).contains(where: { text.wordCues($0).contains(.previous) }),
        let unit = timex.value.last,
        let count = Int(timex.value.dropFirst(timex.value.hasPrefix("PT") ? 2 : 1).dropLast()),
        (1...400).contains(count)
      else { continue }
      let from: EDTFDate?
      let to: EDTFDate?
      switch (unit, timex.value.hasPrefix("PT")) {
      case ("H", true):
        from = EDTFDate(now.adding(days: -((count + 23) / 24)))
        to = EDTFDate(now)
      case ("D", false):
        from = EDTFDate(now.adding(days: 1 - count))
        to = EDTFDate(now)
      case ("W", false):
        from = EDTFDate(now.adding(days: -7 * count))
        to = EDTFDate(now)
      case ("M", false):
        let first = now.adding(months: -count)
        from = EDTFDate(year: first.year, month: first.month)
        to = EDTFDate(year: now.year, month: now.month)
      case ("Y", false):
        from = EDTFDate(year: now.year - count)
        to = EDTFDate(year: now.year)
      default: continue
      }
      guard let from, let to, let value = EDTFValue(from: .date(from), to: .date(to)) else {
        continue
      }
      return (value, index)
    }
    return nil
  }

  /// The clause's time that nothing fixes, such as "recently", by index.
  private func vagueTime(_ draft: EventDraft) -> Int? {
    guard draft.mention.inTitle == text.text.isTitle else { return nil }
    for position in draft.clause.range where text.timex[position] >= 0 {
      let index = Int(text.timex[position])
      if timexes[index].value == "PAST_REF" || isRecent(index) { return index }
    }
    return nil
  }

  private func isRecent(_ index: Int) -> Bool {
    text.tokens(ofTimex: index).contains { text.wordCues($0).contains(.vague) }
  }

  /// "recently", "in recent days" lie about the month of the report, "in recent months" about its
  /// year.
  private func date(ofVague index: Int) -> EDTFDate? {
    guard let published, isRecent(index) else { return nil }
    switch timexes[index].value {
    case "PAST_REF", "PXD", "PXW", "PRESENT_REF":
      return EDTFDate(year: published.year, month: published.month, qualifier: .approximate)
    case "PXM": return EDTFDate(year: published.year, qualifier: .approximate)
    default: return nil
    }
  }

  private func isFarFromNews(_ draft: EventDraft) -> Bool {
    guard let published, let latest = draft.mention.date?.latest else { return false }
    return published.dayNumber - latest.dayNumber > 10
  }

  private func isBackground(_ draft: EventDraft) -> Bool {
    guard draft.mention.status != .expected else { return false }
    guard let latest = draft.mention.date?.latest else {
      return draft.mention.date == nil
        && (draft.isPastPerfect || draft.clause.link == .relative || draft.isOfEarlierDeed
          || draft.daysBefore != nil)
    }
    guard let published else { return false }
    return published.dayNumber - latest.dayNumber > 7
  }
}

extension EDTFValue {
  /// The same without a clock: what is of the day of a raid at nine is not itself of nine.
  fileprivate var byDay: EDTFValue {
    guard case .date(let date) = self, date.time != nil, let day = date.calendarDate else {
      return self
    }
    return .date(EDTFDate(day, qualifier: date.qualifier))
  }

  /// Whether its last day is no more than so many behind its first.
  func reaches(atMost days: Int) -> Bool {
    guard let first = earliest, let last = latest else { return false }
    return last.dayNumber - first.dayNumber <= days
  }
}

extension TaggedPassage {
  func wordCues(_ token: Int) -> ClosedWord.Cues {
    lexicon.words[hash(token)]?.cues ?? []
  }
}

extension Timex {
  /// "two years": 2.
  fileprivate var wholeYears: Int? {
    guard kind == .duration, value.hasPrefix("P"), value.hasSuffix("Y") else { return nil }
    return Int(value.dropFirst().dropLast()).flatMap { (1...400).contains($0) ? $0 : nil }
  }

  /// "the next morning", "two days later": counted from what the text has told. Rules of such times are
  /// named for it, `en.then.next-morning`, `en.later`, as the README of the time tables says.
  fileprivate var isCountedFromStory: Bool {
    let family = rule.split(separator: ".").dropFirst().first
    return family == "then" || family == "later"
  }
}
