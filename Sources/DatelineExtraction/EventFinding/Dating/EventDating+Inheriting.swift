import DatelineModel
import EDTF

/// What has no time of its own has that of the story around it, or none.
extension EventDating {
  /// Dates what has no time of its own: `last` is what was told before with one, `deed` what tolls
  /// are of, `deedOfWord` the deed told by the word of the draft's own, `told` the
  /// last that harmed, where the draft is known to be of one, `plan` the talks that the article looks forward to.
  func inherit(
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
      // Of an old deed that is only named beside its subject it has not the day, and maybe not the news' either.
      if last.mention.sentence == draft.mention.sentence, isFarFromNews(last),
        encloses(draft, last)
      {
        return
      }
      let isNear = draft.mention.sentence - last.mention.sentence <= 2
      // "Those who survived the blast have accused the firm": since then, on whatever day.
      let isHarm = last.trigger.isHarmful || last.trigger.isHarmToPeople
      let isSince = isHarm && (draft.isPerfect || draft.trigger.isSaid)
      if isNear, !isSince, draft.takesUp == last.trigger.topic, last.mention.status == .asserted {
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
  func goesOn(
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
  func isEarlier(_ draft: EventDraft) -> Bool {
    draft.mention.inTitle == text.text.isTitle
      && draft.clause.range.contains {
        text.timex[$0] < 0 && text.cues[$0].contains(.earlier)
          // "Earlier, warplanes struck" is of the same day.
          && (!text.cues[$0].contains(.relative)
            || $0 + 1 < text.tags.count && text.hash($0 + 1) == Word.in)
      }
  }

  /// "concerning the victims of the attack": told before, and not of the day of the report.
  func isKnownDeed(_ draft: EventDraft) -> Bool {
    draft.isDefinite && draft.trigger.isHarmful && !draft.trigger.isVerb
  }

  /// Said, met about, mourned, opened or tried: nobody is harmed by it, and what harmed them was before.
  func isOfWords(_ story: EventDraft) -> Bool {
    story.trigger.isSaid || story.trigger.type == .consult
      || story.trigger.type == .other && !harms(story)
  }

  /// Counts those killed or hurt, in a clause of its own.
  func isToll(_ draft: EventDraft) -> Bool {
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
  func isOfAnother(_ draft: EventDraft, than deed: EventDraft) -> Bool {
    if draft.hasOwnPlace, deed.hasOwnPlace, draft.mention.place != deed.mention.place {
      return true
    }
    return draft.newDeed.map {
      $0 != deed.headWord || deed.mention.sentence < draft.mention.sentence
    } ?? false
  }

  /// "The toll is 31", "19 were among the dead", "44 wounded" further down: told by no verb of harm,
  /// and no news of the day.
  func isBareCount(_ draft: EventDraft) -> Bool {
    guard !draft.isTally else { return true }
    // "Security forces killed all four assailants" is told by those who did it.
    let isDone = draft.isMainVerb && draft.hasActor
    return isToll(draft) && !isDone
      && (draft.mention.sentence >= EventDating.opening
        || draft.mention.figures.allSatisfy { $0.of != nil })
  }

  /// What people are killed and hurt in.
  func mayHarm(_ draft: EventDraft) -> Bool {
    draft.trigger.type == .coerce || harms(draft)
  }

  /// The same without arrests: "Police arrest five over blast, toll rises to 24".
  func harms(_ draft: EventDraft) -> Bool {
    switch draft.trigger.type {
    case .assault, .protest: true
    case .coerce: false
    default: draft.trigger.isHarmful || draft.trigger.figure?.isHarm == true
    }
  }

  /// Whether earlier times are being told of, right before.
  func isFarBack(_ last: EventDraft?, _ draft: EventDraft) -> Bool {
    guard let last else { return false }
    return isFarFromNews(last) && last.paragraph == draft.paragraph
      && draft.mention.sentence - last.mention.sentence <= 1
  }

  /// "are feared to have died on Tuesday" is expected to be told, and no plan.
  func liesAhead(_ draft: EventDraft) -> Bool {
    guard let published, let latest = draft.mention.date?.latest else { return true }
    return latest >= published
  }

  /// A day told far down is not the day of the news in front of it, unless it is of its kind or the
  /// report's own.
  func isOf(_ story: EventDraft, _ draft: EventDraft) -> Bool {
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
  func isOfToday(_ draft: EventDraft) -> Bool {
    draft.trigger.isSaid || draft.isPerfect || draft.tense == .present
  }

  /// Help, promises, troops sent, visits to where it was: what comes after a happening, and not on its day.
  func isAnswer(_ draft: EventDraft, to story: EventDraft) -> Bool {
    if draft.trigger.topic == "visit", draft.trigger.isVerb, story.trigger.isHarmful { return true }
    return switch draft.trigger.type {
    case .aid, .agree, .mobilize: draft.trigger.isVerb && story.trigger.type == .other
    default: false
    }
  }

  /// Told at the front, or said, or just done: news of the report's own day. What stands further
  /// down without a time is told of any day, and borrows none.
  func isNews(_ draft: EventDraft) -> Bool {
    draft.mention.sentence < 6 || draft.tense == .present || draft.trigger.topic == "statement"
  }
}
