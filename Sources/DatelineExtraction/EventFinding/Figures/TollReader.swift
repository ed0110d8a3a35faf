import DatelineModel
import EDTF

/// Reads the tolls that a sentence tells beside its verbs: into the event that counts others of the
/// same, else as an event of those harmed.
///
/// "The toll rose to 29" tells of the dead and of no rise, so the toll takes the place of what its
/// verb alone would tell.
struct TollReader {
  let passage: TaggedPassage
  let figures: FigureFinder
  let published: CalendarDate?

  /// `counted` is what the sentence before counted, and then what this one does.
  func read(
    _ sentence: ParsedSentence, after counted: inout TollFinder.Counted?,
    into drafts: inout [EventDraft]
  ) {
    let tolls = TollFinder(passage: passage, figures: figures).tolls(
      in: sentence, after: counted)
    counted =
      (tolls.last?.figure
      ?? drafts.lazy.flatMap(\.mention.figures).last { $0.subject.isHarm })
      .map { TollFinder.Counted($0) }
    // "The war has claimed 400,000 lives": a sum of many happenings.
    if passage.tellsSum(sentence) { return }
    for toll in tolls {
      if !toll.isPart { recount(&drafts, by: toll) }
      if let known = drafts.firstIndex(where: { draft in
        draft.mention.figures.contains { $0.counts(as: toll.figure) }
      }) {
        if isOnlyCount(drafts[known], toll) || isOfThoseHarmed(drafts[known], toll)
          || drafts[known].isGeneric
        {
          retell(&drafts[known], by: toll)
        } else if isOnlySaid(drafts[known], toll) {
          var tally = toll
          tally.isTally = true
          retell(&drafts[known], by: tally)
        } else if toll.isTally, isCountNoun(drafts[known]) {
          // "The death toll from the blast reached 112 on Sunday".
          drafts[known].isTally = true
          forgetDayOfCount(&drafts[known], toll)
        } else if toll.isTally, isOfOthers(toll, drafts[known]) {
          // "pulled more bodies from the ship, raising the toll to 31": no count of what they did.
          drafts[known].mention.figures.removeAll { $0.counts(as: toll.figure) }
          if let told = draft(of: toll, in: sentence) { drafts.append(told) }
        }
        continue
      }
      // "two of whom died": the clause of the relative tells it, and knows nobody's number.
      if let own = drafts.firstIndex(where: { $0.head == toll.head && isHarmed($0) }) {
        drafts[own].mention.figures.append(toll.figure)
        drafts[own].extend(over: passage.text.span(of: toll.tokens))
        continue
      }
      if let other = drafts.lastIndex(where: { draft in
        (toll.isPart || isHarmed(draft))
          && draft.mention.figures.contains { $0.subject.isHarm }
          && draft.mention.figures.contains { $0.subject == toll.figure.subject } == toll.isPart
          && isBeside(draft, toll)
      }) {
        drafts[other].mention.figures.append(toll.figure)
        drafts[other].extend(over: passage.text.span(of: toll.tokens))
        continue
      }
      if mayBe(toll, in: sentence) { continue }
      if let told = draft(of: toll, in: sentence) {
        // "The toll in an attack on two towns has risen to 112": no rise of anything else.
        drafts.removeAll { toll.tokens.contains($0.head) && isOnlyCount($0, toll) }
        drafts.append(told)
      }
    }
  }

  /// "there could be 260 dead", "no predictions of 1,000 deaths": nothing that has been counted.
  private func mayBe(_ toll: TollFinder.Toll, in sentence: ParsedSentence) -> Bool {
    let clause = sentence.clauses.last { $0.range.contains(toll.head) }
    if let group = clause?.group {
      switch group.tense {
      case .future, .would, .possible: return true
      default: if group.isNegated { return true }
      }
    }
    let piece = passage.piece(around: toll.tokens, in: sentence.told)
    // "250,000 deaths every year".
    if piece.contains(where: {
      passage.timex[$0] >= 0 && passage.timexes[Int(passage.timex[$0])].kind == .set
    }) {
      return true
    }
    // "no more than 30" denies nobody's death.
    return piece.contains {
      !toll.tokens.contains($0)
        && (passage.tags[$0] == .modal || passage.tags[$0] == .negation)
    }
  }

  /// "The ministry confirms 26 fatalities": tells of the dead, and on no day of theirs.
  private func isOnlySaid(_ draft: EventDraft, _ toll: TollFinder.Toll) -> Bool {
    draft.trigger.isVerb && draft.trigger.topic == "statement" && draft.timex == nil
      && !toll.isPart && toll.head > draft.head && passage.tags[toll.head] == .noun
  }

  /// "Two more died on Sunday, bringing the number of dead to 43": of all, and not of Sunday's.
  private func isOfOthers(_ toll: TollFinder.Toll, _ draft: EventDraft) -> Bool {
    var verb = toll.tokens.lowerBound
    // "bringing [the death] toll to 21".
    while verb > draft.head, passage.tags[verb].isNominal || passage.tags[verb] == .determiner {
      verb -= 1
    }
    if passage.isCount(verb), passage.tags[verb] == .gerund, draft.head < verb { return true }
    if !isHarmed(draft), !draft.trigger.isHarmful { return true }
    return draft.mention.figures.contains {
      $0.subject.isHarm && $0.of == nil && $0.value < toll.figure.value
    }
  }

  /// Without a clause's end between them that starts another telling.
  private func isBeside(_ draft: EventDraft, _ toll: TollFinder.Toll) -> Bool {
    let range = draft.clause.range
    if toll.isPart { return toll.head >= range.lowerBound }
    let (low, high) = (
      min(range.upperBound, toll.tokens.upperBound), max(range.lowerBound, toll.tokens.lowerBound)
    )
    return low >= high || high - low <= 3
  }

  private func isHarmed(_ draft: EventDraft) -> Bool {
    draft.trigger.topic == Figure.Subject.killed.telling?.topic
      || draft.trigger.topic == Figure.Subject.wounded.telling?.topic
  }

  /// "rose to 29", "stands at 31", "the toll hits 43": the verb counts and tells no happening of its
  /// own.
  private func isOnlyCount(_ draft: EventDraft, _ toll: TollFinder.Toll) -> Bool {
    guard draft.trigger.isVerb, passage.isCount(draft.head) else { return false }
    return draft.trigger.type == .other && !draft.trigger.isHarmful
      || toll.isTally && toll.head < draft.head
  }

  /// "In total 230 injured were received": what is done to the harmed tells of them.
  private func isOfThoseHarmed(_ draft: EventDraft, _ toll: TollFinder.Toll) -> Bool {
    guard let group = draft.clause.group, group.isPassive, !isHarmed(draft), !toll.isPart else {
      return false
    }
    return draft.clause.subject.contains(toll.head)
  }

  /// "20 civilians killed 30 injured": the nearer word says what a number counts.
  private func recount(_ drafts: inout [EventDraft], by toll: TollFinder.Toll) {
    for draft in drafts.indices {
      let isSeveral = drafts[draft].mention.figures.count > 1
      for index in drafts[draft].mention.figures.indices {
        let figure = drafts[draft].mention.figures[index]
        // "two soldiers, who were on guard, lost their lives": no count of troops.
        let isOther = figure.subject.isHarm ? isSeveral : isHarmed(drafts[draft])
        if isOther, figure.subject != toll.figure.subject,
          figure.value == toll.figure.value, toll.figure.text.hasPrefix(figure.text)
        {
          drafts[draft].mention.figures[index] = toll.figure
        }
      }
    }
  }

  /// Says of a sentence's events which are sums, which name the deed that they are of, and which are
  /// only spoken of.
  func markDeeds(_ drafts: inout [EventDraft], in sentence: ParsedSentence) {
    let isSum = passage.tellsSum(sentence)
    let deeds = sentence.matches.filter { match in
      !match.isVerb && passage.lexicon.entries[match.entry].isHarmful
        && !passage.isDefinite(match)
    }
    for index in drafts.indices {
      drafts[index].isSum = isSum
      let range = drafts[index].clause.range
      drafts[index].newDeed = deeds.first { range.contains($0.tokens.lowerBound) }
        .map { passage.hash($0.head) }
      let deed =
        earlierDeed(before: drafts[index], in: sentence)
        ?? describedDeed(drafts[index], in: sentence)
      if let deed, drafts[index].clause.link == .relative, isWithin(deed) {
        // "bombed a base on Friday in a raid that killed 86": the deed that the sentence tells.
        drafts[index].newDeed = passage.hash(deed.head)
        drafts[index].clause.link = .main
        let main = drafts[..<index].last { $0.head < deed.head && $0.trigger.isHarmful }
        drafts[index].timex = drafts[index].timex ?? main?.timex
        if let main { drafts[index].takePlace(of: main) }
      } else if let deed, deed.head != drafts[index].head {
        drafts[index].newDeed = passage.hash(deed.head)
        drafts[index].isOfEarlierDeed = true
        let named = drafts.first { $0.head == deed.head && !$0.isDatedByReport }
        if drafts[index].timex == nil {
          // "Wednesday's attack, in which 43 people died".
          drafts[index].timex = named?.timex ?? timexDescribing(deed)
        }
        // "the attack of 14 January in Boni, in which eight were killed".
        if let named { drafts[index].takePlace(of: named) }
      }
      drafts[index].isOfKnownDeed = passage.isOfKnownDeed(drafts[index], in: sentence)
      drafts[index].isSpokenOf = isSpokenOf(drafts[index], in: sentence)
    }
  }

  /// "in an [assault] that left 20 people dead": the noun that a relative clause describes.
  private func describedDeed(_ draft: EventDraft, in sentence: ParsedSentence) -> TriggerMatch? {
    guard draft.clause.link == .relative, !draft.trigger.isVerb, draft.timex == nil else {
      return nil
    }
    return sentence.matches.first {
      $0.head == draft.head && !$0.isVerb && passage.lexicon.entries[$0.entry].isHarmful
    }
  }

  /// "in a [raid]", "during an [assault]".
  private func isWithin(_ deed: TriggerMatch) -> Bool {
    passage.indefiniteArticle(before: deed.tokens.lowerBound, downTo: 1).map {
      passage.cues[$0 - 1].contains(.within)
    } ?? false
  }

  /// "in retaliation for a gas attack that [killed 86]", "the massacre at a school, which [left 149
  /// dead]": the deed that a count is of, where the sentence tells another.
  private func earlierDeed(before draft: EventDraft, in sentence: ParsedSentence) -> TriggerMatch? {
    guard draft.trigger.figure?.isHarm == true else { return nil }
    let start = draft.clause.range.lowerBound
    if draft.clause.link == .relative {
      return sentence.matches.last {
        !$0.isVerb && passage.lexicon.entries[$0.entry].isHarmful && $0.head < start
          && start - $0.head <= TollReader.reach
      }
    }
    var last = start - 1
    while last > sentence.told.lowerBound,
      [.relative, .subordinator, .comma].contains(passage.tags[last])
        || passage.tags[last] == .preposition && passage.tags[last + 1] == .relative
    {
      last -= 1
    }
    guard let deed = sentence.matches.first(where: { $0.head == last && !$0.isVerb }),
      passage.lexicon.entries[deed.entry].isHarmful
    else { return nil }
    // "for a suspected gas attack": back to what stands before the phrase.
    let before = passage.link(before: deed.tokens.lowerBound, downTo: sentence.told.lowerBound)
    guard before > sentence.told.lowerBound else { return nil }
    let isEarlier =
      passage.cues[before].contains(.temporal) || passage.hash(before) == Word.for
    return isEarlier ? deed : nil
  }

  /// "Wednesday's [attack]", "the [attack] of 1 January".
  private func timexDescribing(_ deed: TriggerMatch) -> Int? {
    let link = deed.tokens.upperBound
    if link + 1 < passage.tags.count,
      passage.hash(link) == Word.of || passage.hash(link) == Word.on,
      passage.timex[link + 1] >= 0
    {
      let timex = Int(passage.timex[link + 1])
      return passage.timexes[timex].edtf?.day == nil ? nil : timex
    }
    var before = deed.tokens.lowerBound - 1
    while before >= 0, passage.timex[before] < 0, passage.mayDescribe(before) { before -= 1 }
    guard before >= 0, passage.timex[before] >= 0,
      passage.tags[before] == .possessive || passage.tags[before + 1] == .possessive
    else { return nil }
    let timex = Int(passage.timex[before])
    return passage.timexes[timex].edtf?.day == nil ? nil : timex
  }

  /// As many words may lie between a deed and the clause that describes it.
  private static let reach = 14

  /// Whether a deed is the object of a verb that only speaks of it.
  private func isSpokenOf(_ draft: EventDraft, in sentence: ParsedSentence) -> Bool {
    guard !draft.trigger.isVerb, draft.trigger.isHarmful, let verb = draft.clause.group?.main,
      verb < draft.head
    else { return false }
    if let cues = passage.verbs[verb]?.cues, !cues.isDisjoint(with: [.claim, .deny, .report]) {
      return true
    }
    // "Inquiry opens into ferry sinking".
    let link = passage.link(before: draft.head, downTo: verb)
    if link > verb, passage.hash(link) == Word.into { return true }
    guard let match = sentence.matches.first(where: { $0.isVerb && $0.head == verb }) else {
      return false
    }
    switch passage.lexicon.entries[match.entry].type {
    case .accuse, .reject, .support, .request, .threaten: return true
    default: return false
    }
  }

  /// "The toll of Monday's raid rose on Friday", "police on Friday cut the toll": only a day that
  /// stands with the toll is of what is counted.
  private func forgetDayOfCount(_ draft: inout EventDraft, _ toll: TollFinder.Toll) {
    guard let timex = draft.timex, !isEarlier(timex) else { return }
    guard let group = draft.clause.group else {
      draft.timex = nil
      return
    }
    draft.timex =
      (toll.head..<max(group.main, toll.head)).first { passage.timex[$0] >= 0 }
      .map { Int(passage.timex[$0]) }
  }

  /// "death toll", which is no deed, beside a verb that counts.
  private func isCountNoun(_ draft: EventDraft) -> Bool {
    !draft.trigger.isVerb && draft.trigger.topic == Figure.Subject.killed.telling?.topic
      && draft.trigger.type == .other
      && draft.clause.group.map { $0.isCopula || passage.isCount($0.main) } ?? false
  }

  private func retell(_ draft: inout EventDraft, by toll: TollFinder.Toll) {
    guard let (trigger, span) = trigger(of: toll) else { return }
    draft.trigger = trigger
    draft.mention.lemma = trigger.lemma
    draft.mention.type = trigger.type
    draft.mention.topic = trigger.topic
    draft.mention.trigger = span
    draft.head = toll.head
    draft.isGeneric = false
    draft.mention.participants.removeAll { $0.role == .actor }
    draft.isTally = toll.isTally
    // "A lorry ploughed into a crowd on Sunday, killing five": on that day, but of those who "were missing on
    // Tuesday" it is no day of theirs.
    let isDone =
      passage.tags[toll.head] == .gerund
      && passage.lexicon.figures[passage.hash(toll.head)]?.side.standsBefore == true
    if toll.isTally || !isDone { forgetDayOfCount(&draft, toll) }
    draft.tense = .past
    draft.isPerfect = false
  }

  private func draft(of toll: TollFinder.Toll, in sentence: ParsedSentence) -> EventDraft? {
    guard let (trigger, span) = trigger(of: toll) else { return nil }
    let range = passage.piece(around: toll.tokens, in: sentence.told)
    var draft = EventDraft(
      mention: EventMention(
        span: passage.text.span(of: range), inTitle: passage.text.isTitle,
        sentence: sentence.index, trigger: span, lemma: trigger.lemma, type: trigger.type,
        topic: trigger.topic),
      trigger: trigger, head: toll.head,
      clause: Clause(
        range: range, subject: range.lowerBound..<range.lowerBound,
        link: sentence.isRelative(toll.head) ? .relative : .main),
      tense: .past)
    draft.paragraph = passage.text.sentences[sentence.index].paragraph
    draft.mention.figures = [toll.figure]
    draft.isTally = toll.isTally
    draft.headWord = passage.hash(toll.head)
    // "The collapse of 2013 left 1,100 dead": of a time long before the news; "the incident on March 6
    // claimed 89 lives": of its own day, which no count has.
    draft.timex = sentence.told.filter { position in
      let timex = Int(passage.timex[position])
      return timex >= 0
        && (isEarlier(timex)
          || !toll.isTally && range.contains(position) && position < toll.head
            && isDayOfNoun(position))
    }.min { abs($0 - toll.head) < abs($1 - toll.head) }.map { Int(passage.timex[$0]) }
    return draft
  }

  /// "the incident on March 6", "Tuesday's attack": the day of what a noun names.
  private func isDayOfNoun(_ position: Int) -> Bool {
    let tokens = passage.tokens(ofTimex: Int(passage.timex[position]))
    guard passage.timexes[Int(passage.timex[position])].edtf?.day != nil else { return false }
    let before = tokens.lowerBound - 1
    if before > 0, passage.tags[before] == .preposition, passage.tags[before - 1] == .noun {
      return true
    }
    return tokens.upperBound < passage.tags.count && passage.tags[tokens.upperBound] == .possessive
  }

  private func isEarlier(_ timex: Int) -> Bool { passage.isLongBefore(timex, published) }

  private func trigger(of toll: TollFinder.Toll) -> (Trigger, TextSpan)? {
    toll.figure.subject.telling.map { lemma, topic in
      (
        Trigger(
          lemma: lemma, isVerb: false, type: .other, topic: topic, traits: [.patient],
          figure: toll.figure.subject), passage.text.span(of: toll.head..<(toll.head + 1))
      )
    }
  }
}

extension TaggedPassage {
  /// Whether the sentence speaks of a war, a siege, a time since when: what it counts is a sum.
  func tellsSum(_ sentence: ParsedSentence) -> Bool {
    sentence.matches.contains { !$0.isVerb && traits(of: $0).contains(.lasting) }
      || sentence.told.contains { hash($0) == Word.since }
  }

  /// Long enough before the news to be another happening's.
  func isLongBefore(_ timex: Int, _ published: CalendarDate?) -> Bool {
    guard let published, let latest = timexes[timex].edtf?.latest else { return false }
    return (11...36525).contains(published.dayNumber - latest.dayNumber)
  }
}

extension Figure.Subject {
  /// What a toll tells: as the events of its kind do. Nil where it counts nobody harmed.
  fileprivate var telling: (lemma: String, topic: String)? {
    switch self {
    case .killed: ("kill", "death")
    case .wounded: ("wound", "injury")
    case .missing: ("miss", "loss")
    case .displaced: ("displace", "displacement")
    case .detained: ("detain", "arrest")
    case .troops, .money, .votes, .participants, .other: nil
    }
  }
}
