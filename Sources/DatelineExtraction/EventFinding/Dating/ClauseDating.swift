import DatelineModel
import EDTF

/// Gives an event what its own clause tells of its time; ``EventDating`` makes a date of it.
struct ClauseDating {
  let passage: TaggedPassage
  let governing: GoverningTimeFinder

  /// `previous` and `next` are the clauses around, which may tell the time of a deed that has none of its own.
  func date(
    _ draft: inout EventDraft, by choice: TriggerChoice, in sentence: ParsedSentence,
    previous: Clause?, next: Clause?
  ) {
    let clause = draft.clause
    draft.timex = governing.time(
      of: choice.head, in: clause, isLoose: !choice.isKnown, isSaid: draft.trigger.isSaid)
    if let time = draft.timex, time < passage.timexes.count {
      draft.daysAfter = daysAfter(time, clause, choice.head)
    }
    if choice.isNoun, let day = shifted(in: clause) {
      draft.timex = day
      draft.isShifted = true
      draft.mention.status = .expected
    }
    if let time = draft.timex, isOfProposal(time, draft, choice) { draft.isDatedByReport = true }
    if let own = draft.timex, draft.mention.status == .negated, let verb = clause.group?.main,
      passage.verbs[verb]?.cues.contains(.fail) == true
    {
      let decided = governing.time(of: verb, in: clause)
      if decided != own { draft.decidedOn = decided }
    }
    draft.hasOpenTime = draft.timex == nil && hasOpenTime(clause)
    draft.isTally = clause.range.contains { token in
      passage.timex[token] >= 0 && passage.isAsOf(Int(passage.timex[token]))
    }
    (draft.daysBefore, draft.timexBefore) = daysBefore(clause, in: sentence)
    draft.hasPastSpan =
      draft.timex == nil
      && clause.range.contains { token in
        passage.timex[token] >= 0 && passage.isPastSpan(Int(passage.timex[token]))
      }
    if draft.timex == nil, let time = timeOfWhen(clause) {
      draft.timex = time
      draft.isTimeOfWhen = true
    }
    if draft.timex == nil, choice.isKnown {
      draft.timex =
        timeAtFront(of: sentence, for: clause) ?? timeBeforeSubject(of: clause, in: sentence)
    }
    if draft.timex == nil, choice.isKnown,
      let time = timeOfBeginning(previous, of: clause) ?? timeOfBeginning(next, of: clause)
    {
      draft.timex = time
      draft.isOfTimeSince = true
    }
    if draft.timex == nil, choice.isKnown, clause.link != .relative, let next {
      draft.timex = timeOfMeanwhile(next)
    }
    if draft.timex == nil, choice.isKnown, let previous {
      draft.timex = timeOfBoth(previous, and: clause) ?? timeOfMain(previous, of: clause)
    }
    // "The conflict began when the army, in power since 1963, fired": at a time that nobody tells.
    draft.isTimedByDeed =
      draft.timex == nil && draft.mention.isLasting && draft.phase.contains(.begin)
      && clause.group.map { group in
        group.tokens.upperBound < passage.tags.count
          && passage.hash(group.tokens.upperBound) == Word.when
      } == true
    if draft.datesItsNoun, draft.mention.isLasting, draft.timex != nil,
      [previous, next].contains(where: { $0?.group?.tense == .present && $0?.link == .main })
    {
      // "The offensive, which began in April, has displaced many".
      draft.isOfTimeSince = true
    }
    if draft.timex == nil, choice.isNoun, !draft.mention.isLasting, let next {
      draft.timex = timeOfHolding(next)
      if draft.timex != nil, next.group?.tense == .future, draft.mention.status == .asserted {
        draft.mention.status = .expected
      }
    }
    if draft.timex == nil, choice.isNoun, draft.trigger.figure?.isHarm == true,
      let group = clause.group, passage.isCount(group.main)
    {
      draft.timex = timeOfCounted(choice.head, in: clause)
    }
    if draft.timex == nil, choice.isKnown { dateByWhatWentBefore(&draft, in: sentence) }
    if draft.timex == nil {
      draft.vagueTimex = clause.range.first { passage.timex[$0] >= 0 }.map {
        Int(passage.timex[$0])
      }
    }
  }

  /// "proposed talks on Monday", told on Tuesday: when they were proposed, and they are to come.
  private func isOfProposal(_ time: Int, _ draft: EventDraft, _ choice: TriggerChoice) -> Bool {
    guard draft.mention.status == .expected, let group = draft.clause.group,
      group.main != choice.head, group.tense == .past, !group.isCopula,
      passage.verbs[group.main]?.cues.contains(.plan) == true,
      passage.lexicon.isSaying(passage.hash(group.main)), let published = governing.published,
      let day = passage.timexes[time].edtf?.day
    else { return false }
    return day < published
  }

  /// "raised the death toll from air strikes on a market the previous day to 61": when those died whom it counts.
  private func timeOfCounted(_ toll: Int, in clause: Clause) -> Int? {
    guard
      let deed = (toll + 1..<max(toll + 1, clause.range.upperBound)).first(where: {
        passage.lexicon.isTriggerNoun(passage.hash($0))
      }), deed > toll + 1
    else { return nil }
    for position in deed + 1..<max(deed + 1, clause.range.upperBound) {
      if passage.tags[position] == .to || passage.tags[position] == .number { return nil }
      guard passage.timex[position] >= 0 else { continue }
      let index = Int(passage.timex[position])
      let time = passage.tokens(ofTimex: index)
      let isInside =
        time.upperBound < clause.range.upperBound && passage.hash(time.upperBound) == Word.to
      return isPoint(index) && (isInside || passage.hash(time.lowerBound - 1) != Word.on)
        ? index : nil
    }
    return nil
  }

  /// "retook the town following an assault in 2015", "30 hours after the buses had left, a bomb went off".
  private func dateByWhatWentBefore(_ draft: inout EventDraft, in sentence: ParsedSentence) {
    let clause = draft.clause
    guard let group = clause.group, group.tense == .past, !group.isPerfect else { return }
    if let first = sentence.clauses.first, first.link == .adverbial, let mark = first.subordinator,
      passage.hash(mark) == Word.after, first.group.map({ $0.main < group.main }) == true,
      clause.link == .main, mark > 0, passage.timex[mark - 1] >= 0, pastTime(of: first) == nil,
      let days = passage.timexes[Int(passage.timex[mark - 1])].roundedDays
    {
      draft.daysAfterTold = days
      return
    }
    for position in clause.range where position > group.main && passage.timex[position] >= 0 {
      let index = Int(passage.timex[position])
      guard isPoint(index), let edtf = passage.timexes[index].edtf, edtf.day == nil,
        passage.isLongBefore(index, governing.published),
        let link = (group.main..<position).last(where: {
          passage.cues[$0].contains(.temporal) && passage.tags[$0] != .time
        }),
        passage.hash(link) == Word.after || passage.hash(link) == Word.following,
        (link..<position).contains(where: {
          passage.lexicon.isTriggerNoun(passage.hash($0))
        })
      else { continue }
      draft.timex = index
      draft.isAfterTime = true
      return
    }
  }

  /// "Three days after the bombing in Kabul on 20 July, police arrested six": how far from a time that a
  /// phrase in front names.
  private func daysAfter(_ timex: Int, _ clause: Clause, _ head: Int) -> Int {
    let time = passage.tokens(ofTimex: timex)
    guard time.upperBound <= head else { return 0 }
    var position = time.lowerBound - 1
    while position > 1, time.lowerBound - position < 12 {
      let isAfter = passage.hash(position) == Word.after
      if isAfter || passage.hash(position) == Word.before, passage.timex[position - 1] >= 0 {
        let count = passage.timexes[Int(passage.timex[position - 1])]
        guard count.mod == nil, let days = count.wholeDays else { return 0 }
        return isAfter ? days : -days
      }
      switch passage.tags[position] {
      case .noun, .adjective, .determiner, .number, .preposition, .possessive: position -= 1
      default: return 0
      }
    }
    return 0
  }

  /// "The vote was postponed until 3 July", "adjourned the trial until Monday": the day to which a verb puts
  /// what is planned.
  private func shifted(in clause: Clause) -> Int? {
    guard let group = clause.group, !group.isNegated,
      passage.verbs[group.main]?.cues.contains(.shift) == true
    else { return nil }
    let day = (group.tokens.upperBound..<clause.range.upperBound).last { position in
      passage.timex[position] >= 0 && passage.timex[position - 1] != passage.timex[position]
        && (passage.hash(position - 1) == Word.to || passage.hash(position - 1) == Word.until)
    }
    return day.map { Int(passage.timex[$0]) }.flatMap {
      isPoint($0) && passage.timexes[$0].edtf != nil ? $0 : nil
    }
  }

  /// "On 3, 5 and 9 June": the other days that stand in one list with a time, in their order.
  func listed(with timex: Int) -> [Int] {
    var list = [timex]
    while let before = neighbour(of: list[0], isBefore: true) { list.insert(before, at: 0) }
    while let after = neighbour(of: list[list.count - 1], isBefore: false) { list.append(after) }
    return list
  }

  /// The day that only a comma or "and" parts from another.
  private func neighbour(of timex: Int, isBefore: Bool) -> Int? {
    let tokens = passage.tokens(ofTimex: timex)
    guard !tokens.isEmpty, passage.timexes[timex].edtf?.day != nil else { return nil }
    let step = isBefore ? -1 : 1
    var position = isBefore ? tokens.lowerBound - 1 : tokens.upperBound
    let start = position
    var marks = Set<WordTag>()
    while passage.tags.indices.contains(position), abs(position - start) < 3,
      passage.timex[position] < 0
    {
      marks.insert(passage.tags[position])
      position += step
    }
    // "on Monday and on Thursday", but not "on Friday, and on Wednesday the minister said".
    let isOne =
      marks == [.comma] || marks == [.coordinator] || marks == [.comma, .coordinator]
      || marks == [.coordinator, .preposition]
    guard isOne, passage.tags.indices.contains(position), passage.timex[position] >= 0 else {
      return nil
    }
    let other = Int(passage.timex[position])
    guard let day = passage.timexes[other].edtf?.day, let own = passage.timexes[timex].edtf?.day,
      isBefore ? day < own : own < day
    else { return nil }
    return other
  }

  /// "since 2011, when the army cracked down": the time right before is the clause's own.
  private func timeOfWhen(_ clause: Clause) -> Int? {
    guard let subordinator = clause.subordinator, passage.hash(subordinator) == Word.when
    else { return nil }
    return time(rightBefore: subordinator)
  }

  /// What stands before a word, or before the comma in front of it.
  private func time(rightBefore mark: Int) -> Int? {
    let before = mark - 1
    let end = before > 0 && passage.tags[before] == .comma ? before - 1 : before
    return end >= 0 && passage.timex[end] >= 0 ? Int(passage.timex[end]) : nil
  }

  /// "On Monday, as thousands gathered, police fired tear gas", "In 2015, after five had died, …": what
  /// opens a sentence is of all that it tells up to its own verb.
  private func timeAtFront(of sentence: ParsedSentence, for clause: Clause) -> Int? {
    guard let mark = sentence.clauses.first?.subordinator, let group = clause.group,
      group.tense == .past, !group.isPerfect,
      clause.link == .main || clause.link == .adverbial,
      sentence.clauses.prefix(while: { $0.range.lowerBound < clause.range.lowerBound })
        .allSatisfy({ $0.link == .adverbial }),
      let timex = time(rightBefore: mark)
    else { return nil }
    let start = sentence.told.lowerBound
    guard (start...start + 1).contains(passage.tokens(ofTimex: timex).lowerBound),
      isPoint(timex), passage.timexes[timex].edtf?.isOpenEnded == false
    else { return nil }
    return timex
  }

  /// "On Tuesday the group, which holds the valley, launched an attack": what opens the sentence is of the verb
  /// behind the insertion.
  private func timeBeforeSubject(of clause: Clause, in sentence: ParsedSentence) -> Int? {
    guard clause.link == .main, let group = clause.group, group.tense == .past, !group.isPerfect,
      let first = sentence.clauses.first, first.link == .relative,
      first.range.lowerBound < clause.range.lowerBound,
      (first.antecedent ?? first.subject).overlaps(clause.subject)
        || clause.subject.lowerBound < first.range.lowerBound
    else { return nil }
    let start = sentence.told.lowerBound
    let end = min((first.antecedent ?? first.subject).lowerBound, clause.subject.lowerBound)
    return (start..<max(start, min(end, start + 3))).lazy
      .filter { passage.timex[$0] >= 0 }.map { Int(passage.timex[$0]) }
      .first { isPoint($0) && passage.timexes[$0].edtf?.isOpenEnded == false }
  }

  /// "Since the protests began on 1 June, 23 people have been killed": when the time began that it is of.
  private func timeOfBeginning(_ beginning: Clause?, of clause: Clause) -> Int? {
    guard let beginning, beginning.link == .adverbial, let mark = beginning.subordinator,
      passage.hash(mark) == Word.since, let group = clause.group, group.isPerfect,
      group.tense == .present, clause.link == .main || clause.link == .content
    else { return nil }
    return pastTime(of: beginning)
  }

  /// "two days after 53 people were killed", "one day after an ambush in which 18 died".
  private func daysBefore(_ clause: Clause, in sentence: ParsedSentence) -> (
    days: Int?, timex: Int?
  ) {
    var mark = clause.subordinator ?? -1
    let noun = clause.antecedent ?? clause.subject
    if clause.link == .relative, !noun.isEmpty {
      mark = noun.lowerBound - 1
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
      timex.mod == nil && (start == 0 || passage.tags[start - 1] != .preposition)
    let first = sentence.whole.lowerBound
    let beside = (first..<max(start, first)).last { passage.timex[$0] >= 0 }
    return (
      isExact ? timex.wholeDays ?? 0 : 0,
      beside.map { Int(passage.timex[$0]) }
    )
  }

  /// "On Thursday evening the ship turned to port and sank", "he drove to the base on Monday and opened
  /// fire", "in August 18 people were killed and 55 others were wounded": the time of the first is of
  /// both.
  private func timeOfBoth(_ first: Clause, and second: Clause) -> Int? {
    guard first.link == .main || first.link == .content, let verb = first.group,
      let next = second.group, next.tense == .past, !next.isPerfect, !next.isProgressive,
      !next.isNegated,
      // "was born in 1945 and died in his thirties".
      passage.hash(verb.main) != Word.born, let timex = pastTime(of: first),
      passage.timexes[timex].edtf?.isOpenEnded == false
    else { return nil }
    let time = passage.tokens(ofTimex: timex)
    if second.link == .coordinate, second.subject == first.subject {
      if time.upperBound <= verb.tokens.lowerBound { return timex }
      // "closed at four on Friday, but fell when markets reopened": what is set against it may be later.
      return isJoined(second) && !hasOwnTime(second)
        && !(verb.main..<max(verb.main, time.lowerBound)).contains { passage.tags[$0] == .comma }
        ? timex : nil
    }
    guard first.link == second.link, !verb.isPerfect, !next.isCopula, isJoined(second),
      !hasOwnTime(second)
    else { return nil }
    return time.upperBound <= firstNoun(of: first) || isPronoun(second.subject) ? timex : nil
  }

  private func hasOwnTime(_ clause: Clause) -> Bool {
    clause.range.contains { passage.timex[$0] >= 0 }
  }

  /// "and 55 others were wounded", "and that they dropped bombs".
  private func isJoined(_ clause: Clause) -> Bool {
    let start = clause.whole.lowerBound
    return (max(0, start - 2)...start).last { passage.tags[$0] == .coordinator }
      .map { passage.hash($0) == Word.and } ?? false
  }

  /// The first word of the subject that is no time.
  private func firstNoun(of clause: Clause) -> Int {
    clause.whole.first { passage.timex[$0] < 0 && passage.tags[$0].isNominal }
      ?? clause.whole.lowerBound
  }

  private func isPronoun(_ subject: Range<Int>) -> Bool {
    subject.contains { passage.tags[$0] == .pronoun && passage.hash($0) != Word.there }
      && !subject.contains { passage.tags[$0] == .noun || passage.tags[$0] == .number }
  }

  /// "In July, 53 people were killed when an air raid hit the depot": of the time of what it tells the
  /// cause of.
  private func timeOfMain(_ main: Clause, of clause: Clause) -> Int? {
    guard clause.link == .adverbial, let subordinator = clause.subordinator,
      passage.hash(subordinator) == Word.when || passage.hash(subordinator) == Word.as,
      clause.group?.tense == .past, clause.group?.isPerfect == false,
      main.link == .main || main.link == .content, let timex = pastTime(of: main),
      !passage.isSince(timex)
    else { return nil }
    return timex
  }

  /// "as thousands waited on Saturday": the day of what else went on at the time.
  private func timeOfMeanwhile(_ clause: Clause) -> Int? {
    guard clause.link == .adverbial, let subordinator = clause.subordinator,
      passage.hash(subordinator) == Word.as || passage.hash(subordinator) == Word.when
        || passage.hash(subordinator) == Word.while,
      let timex = pastTime(of: clause), !passage.isSince(timex)
    else { return nil }
    return timex
  }

  /// The day or clock of what a clause tells as past.
  private func pastTime(of clause: Clause) -> Int? {
    guard let group = clause.group, group.tense == .past,
      let timex = governing.time(of: group.main, in: clause), isPoint(timex)
    else { return nil }
    return timex
  }

  /// A date or clock, and no duration or set.
  private func isPoint(_ timex: Int) -> Bool {
    let kind = passage.timexes[timex].kind
    return kind == .date || kind == .time
  }

  /// "the talks in Belmar, which will be held on 3 May": the noun's own time, told behind it by a
  /// verb that says no more than that it takes place.
  private func timeOfHolding(_ clause: Clause) -> Int? {
    guard clause.link == .relative, let group = clause.group,
      // "where an attack took place": another noun's time.
      !(clause.range.lowerBound..<max(group.tokens.lowerBound, clause.range.lowerBound))
        .contains(where: { passage.tags[$0] == .noun }),
      let cues = passage.verbs[group.main]?.cues, cues.contains(.light),
      let timex = governing.time(of: group.main, in: clause)
    else { return nil }
    if group.isPassive || cues.contains(.aspect) { return timex }
    // The text may end with the verb.
    let next = group.main + 1
    guard next < passage.tags.count else { return nil }
    return passage.hash(next) == Word.place || passage.tags[next] == .preposition ? timex : nil
  }

  /// "on Wednesday" in an article without a date: a day that nothing resolves is told all the same.
  private func hasOpenTime(_ clause: Clause) -> Bool {
    clause.range.contains { position in
      guard passage.timex[position] >= 0 else { return false }
      let index = Int(passage.timex[position])
      let timex = passage.timexes[index]
      return timex.edtf == nil && isPoint(index) && !timex.value.hasSuffix("_REF")
    }
  }

  /// Whether a deed is what somebody claims or denies on a day that does not stand with the deed.
  func isClaimOnADay(_ match: TriggerMatch?, _ clause: Clause) -> Bool {
    guard let match, !match.isVerb, let group = clause.group,
      let cues = passage.verbs[group.main]?.cues, cues.contains(.claim) || cues.contains(.deny)
    else { return false }
    if group.isPassive, clause.subject.contains(match.head) {
      // "The assault was claimed on Tuesday", but "Friday's assault was claimed".
      return governing.time(of: group.main, in: clause, isSaid: true).map {
        passage.tokens(ofTimex: $0).lowerBound > group.main
      } ?? false
    }
    guard match.tokens.lowerBound > group.main,
      let timex = governing.time(of: group.main, in: clause, isSaid: true)
    else { return false }
    // "claimed Friday's bombing", "claimed a bombing on Friday".
    let time = passage.tokens(ofTimex: timex)
    return time.upperBound <= match.tokens.lowerBound
      && (time.upperBound..<match.tokens.lowerBound).contains {
        passage.tags[$0] == .preposition || passage.tags[$0] == .determiner
      }
  }

  /// "two-day talks": how many days the trigger lasts.
  func days(before match: TriggerMatch, in sentence: ParsedSentence) -> Int? {
    var position = match.tokens.lowerBound - 1
    let start = sentence.whole.lowerBound
    while position >= start, match.tokens.lowerBound - position < 6 {
      if passage.timex[position] >= 0 {
        return passage.timexes[Int(passage.timex[position])].wholeDays
          .flatMap { (2...30).contains($0) ? $0 : nil }
      }
      switch passage.tags[position] {
      case .noun, .adjective, .number: position -= 1
      default: return nil
      }
    }
    return nil
  }
}

extension Timex {
  /// "30 hours", "two weeks": in days, at least one where it is a day or more.
  fileprivate var roundedDays: Int? {
    guard kind == .duration, let unit = value.last,
      let count = Int(value.drop { !$0.isNumber }.dropLast())
    else { return nil }
    switch (unit, value.hasPrefix("PT")) {
    case ("H", true): return count >= 24 ? count / 24 : nil
    case ("D", false): return count
    case ("W", false): return 7 * count
    default: return nil
    }
  }

  /// "three days": how many, where it is a length of time in days alone.
  fileprivate var wholeDays: Int? {
    guard kind == .duration, value.hasPrefix("P"), value.hasSuffix("D") else { return nil }
    return Int(value.dropFirst().dropLast())
  }
}
