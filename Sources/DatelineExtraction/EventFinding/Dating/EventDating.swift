import DatelineModel
import EDTF

/// Dates an article's events: by the time of their own clause, else from the story around them.
struct EventDating {
  let timexes: [Timex]
  let published: CalendarDate?
  /// By title and by text: the passages that the timexes stand in.
  let text: TaggedPassage

  /// The rule of what is told of all the time up to the report.
  static let upToNow = "perfect.up-to-now"
  /// So many sentences open a text.
  static let opening = 3
  /// A toll grows within an article, but not by so many times.
  static let farMore = 4.0
  /// So many days ahead something may be told as done that is only settled.
  static let ahead = 45
  /// What is called off was planned for no later.
  static let halfAYear = 183
  /// What lies further back is only compared with.
  static let aYear = 366
  /// Talks that reach over more are of no one place.
  static let aMonth = 31

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
      } else if drafts[index].mention.rule == nil {
        let deed = deed(of: index, in: drafts, among: deeds)
        let isInAside =
          aside.map {
            $0.mention.sentence == drafts[index].mention.sentence && $0.clause.group != nil
              && !encloses(drafts[index], $0)
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
  func redateReported(_ drafts: inout [EventDraft]) {
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
      drafts[index].takeDate(of: other)
      drafts[index].mention.dateBasis = .inherited
      drafts[index].mention.rule = "inherit.deed"
    }
  }

  /// "Strikes have killed 61, a monitor said on Tuesday. Three strikes hit the town on Monday": the same word of
  /// harm, with its day.
  func isOneDeed(_ told: EventDraft, _ draft: EventDraft) -> Bool {
    told.timex != nil && !told.isDatedByReport && told.trigger.isHarmful && !told.trigger.isVerb
      && told.mention.status == .asserted && !isApart(told)
      && draft.clause.whole.contains { text.hash($0) == told.headWord }
  }

  /// "Saturday's blast": a deed of harm that readers are taken to know by its day.
  func namesItsDay(_ draft: EventDraft) -> Bool {
    guard let timex = draft.timex, !draft.isDatedByReport, !timexes[timex].inTitle,
      draft.trigger.isHarmful || draft.trigger.figure?.isHarm == true
    else { return false }
    return text.word(behindTimex: timex).map { text.lexicon.isTriggerNoun(text.hash($0)) } == true
  }

  /// Talks that lie ahead, on days of their own.
  func isPlannedMeeting(_ draft: EventDraft) -> Bool {
    draft.timex != nil && draft.mention.status == .expected && draft.trigger.type == .consult
      && draft.trigger.topic != "statement" && draft.mention.date?.isOpenEnded == false
      && liesAhead(draft)
  }

  /// "The families of those killed in the crash on 3 July met the minister": an old deed that only a phrase
  /// of a clause names; what the clause and the next ones tell is not of its day.
  func isAside(_ draft: EventDraft, among drafts: [EventDraft]) -> Bool {
    guard isFarFromNews(draft) else { return false }
    if isCompared(draft) { return true }
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

  /// "Novak, who helped the victims of the 2007 attack, was appointed": the deed's subject stands before what is
  /// told aside.
  func encloses(_ draft: EventDraft, _ aside: EventDraft) -> Bool {
    guard draft.clause.link == .main, let timex = aside.timex else { return false }
    let subject = draft.clause.subject
    return !subject.isEmpty && subject.upperBound < text.tokens(ofTimex: timex).lowerBound
  }

  /// "their worst month since the October 1987 crash": an old deed that only tells how long ago, and of whose day
  /// nothing is that follows.
  func isCompared(_ draft: EventDraft) -> Bool {
    guard !draft.trigger.isVerb, let timex = draft.timex, let published,
      let day = draft.mention.date?.latest, published.dayNumber - day.dayNumber > EventDating.aYear
    else { return false }
    let start = min(draft.head, text.tokens(ofTimex: timex).lowerBound)
    let before = text.phraseStart(before: start) - 1
    return before >= 0 && (text.hash(before) == Word.since || text.hash(before) == Word.than)
  }

  func isFarFromNews(_ draft: EventDraft) -> Bool {
    guard let published, let latest = draft.mention.date?.latest else { return false }
    return published.dayNumber - latest.dayNumber > 10
  }

  func isBackground(_ draft: EventDraft) -> Bool {
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
  var byDay: EDTFValue {
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
  var wholeYears: Int? {
    guard kind == .duration, value.hasPrefix("P"), value.hasSuffix("Y") else { return nil }
    return Int(value.dropFirst().dropLast()).flatMap { (1...400).contains($0) ? $0 : nil }
  }

  /// "the next morning", "two days later": counted from what the text has told. Rules of such times are
  /// named for it, `en.then.next-morning`, `en.later`, as the README of the time tables says.
  var isCountedFromStory: Bool {
    let family = rule.split(separator: ".").dropFirst().first
    return family == "then" || family == "later"
  }
}
