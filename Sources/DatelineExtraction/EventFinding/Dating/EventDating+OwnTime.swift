import DatelineModel
import EDTF

/// The time that an event's own clause tells.
extension EventDating {
  func dateByTimex(_ draft: inout EventDraft) {
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
    if let published,
      isMishap(draft) && !isForecast(draft, basis)
        || isKnownDeed(draft) && text.word(behindTimex: index) == draft.head,
      value.earliest.map({ $0 > published }) == true,
      let before = latestBefore(index)
    {
      // "cover for drilling in the wake of the spill in April", "charged with the 5 November shootings": nobody
      // plans one.
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
    if draft.mention.status == .expected, isPastHarm(draft, value) {
      draft.mention.status = .asserted
    }
    draft.mention.rule = timex.rule
    draft.mention.anchor = timex.anchor
  }

  /// "Costs of the spill in April could exceed $14 billion", "tries to keep order during clashes on Thursday":
  /// what is to come is the clause's own, and the harm has been done.
  func isPastHarm(_ draft: EventDraft, _ value: EDTFValue) -> Bool {
    guard let published, let latest = value.latest, latest < published, !draft.trigger.isVerb,
      draft.trigger.isHarmful || isMishap(draft)
    else { return false }
    let before = text.phraseStart(before: draft.head) - 1
    return before >= 0 && text.tags[before] == .preposition
  }

  /// "Raids have killed 120 over the past 24 hours".
  func dateByPastSpan(_ draft: inout EventDraft) {
    guard draft.timex == nil, draft.daysBefore == nil, !draft.isTimedByDeed,
      draft.mention.status != .counterfactual, let span = pastSpan(draft)
    else { return }
    draft.mention.date = span.value
    draft.mention.dateBasis = .relative
    draft.mention.rule = timexes[span.timex].rule
    draft.mention.anchor = "published"
  }

  /// A spill, a crash, a blast or a death that a noun names, and that nobody plans.
  func isMishap(_ draft: EventDraft) -> Bool {
    guard !draft.trigger.isVerb, draft.trigger.isHarmful || draft.trigger.isHarmToPeople else {
      return false
    }
    return ["accident", "explosion", "disaster", "death"].contains(draft.trigger.topic)
  }

  /// "was set to become a hurricane on Tuesday".
  func isForecast(_ draft: EventDraft, _ basis: DateBasis) -> Bool {
    draft.trigger.topic == "disaster" && draft.mention.status == .expected && basis == .weekday
  }

  /// "The visit, scheduled for Tuesday, was cancelled on Monday": of the days that the words may mean the
  /// first one after the decision.
  func dayAfter(_ decision: Int, of timex: Timex) -> EDTFValue? {
    guard let published, let decided = timexes[decision].edtf?.day, decided <= published,
      let next = first(of: timex, after: decided), let day = next.earliest,
      // "originally scheduled for 25 July, was called off on Tuesday": not that of the year after.
      day.dayNumber - decided.dayNumber <= EventDating.halfAYear
    else { return nil }
    return next
  }

  /// Of the times that the words may mean the first one that begins after a day.
  func first(of timex: Timex, after day: CalendarDate) -> EDTFValue? {
    ([timex.edtf].compactMap(\.self) + timex.alternatives.compactMap { EDTFValue($0) })
      .filter { $0.earliest.map { $0 > day } ?? false }
      .min { $0.earliest! < $1.earliest! }
  }

  /// How long after its report a deed would lie that is told as done; nil where it does not.
  func daysAhead(of value: EDTFValue, _ draft: EventDraft) -> Int? {
    guard let published, let first = value.earliest, draft.clause.group?.tense == .past,
      draft.mention.status == .asserted, first > published
    else { return nil }
    return first.dayNumber - published.dayNumber
  }

  /// "A plane due on Friday was diverted", "The April blast killed 11": whatever looks ahead in the words,
  /// of the days that they may mean the last one before the report.
  func latestBefore(_ index: Int) -> EDTFValue? {
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
  func dayOfClock(_ value: EDTFValue, of timex: Int) -> EDTFValue? {
    guard case .interval(let start, let end) = value, (start.date == nil) != (end.date == nil),
      // Midnight is the end of a day, and has no hour.
      let date = start.date ?? end.date,
      date.time != nil || timexes[timex].kind == .time && basis(of: timex) != .relative,
      let day = date.calendarDate
    else { return nil }
    return .date(EDTFDate(day))
  }

  /// Talks of two days that open on Thursday end on Friday, and those that end then began before.
  func span(of days: Int, at day: CalendarDate, phase: VerbForm.Cues) -> EDTFValue {
    let first = phase.contains(.end) ? day.adding(days: 1 - days) : day
    return EDTFValue(
      from: .date(EDTFDate(first)), to: .date(EDTFDate(first.adding(days: days - 1))))!
  }

  /// Talks of several days, by the noun that names them.
  struct Talks {
    var word: UInt32
    var value: EDTFValue
    var anchor: String?
  }

  /// The days of the talks that the article is about.
  func meeting(_ drafts: [EventDraft]) -> Talks? {
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
  func goesOn(_ draft: EventDraft, timex: Timex) -> Bool {
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
  func isBy(_ timex: Int) -> Bool {
    let start = text.tokens(ofTimex: timex).lowerBound
    return start > 0 && text.hash(start - 1) == Word.by
  }

  func basis(of index: Int) -> DateBasis {
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
}
