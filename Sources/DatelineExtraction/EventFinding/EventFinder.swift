import DatelineModel
import EDTF

/// Finds the happenings that an article tells.
///
/// A clause tells at most one: the trigger that its verb turns on, be it the verb itself
/// ("troops attacked the town") or the noun that the verb carries ("troops launched an attack").
struct EventFinder {
  let lexicon: EventLexicon

  /// In the order of the text, the title's first.
  func events(
    title: SegmentedText?, text: SegmentedText, timexes: [Timex], actors: FoundActors,
    of article: Article
  ) -> [EventMention] {
    var index: [String: Int] = [:]
    for (number, actor) in actors.actors.enumerated() { index[actor.id] = number }
    let body = TaggedPassage(
      text, timexes: timexes, actors: actors, index: index, lexicon: lexicon)
    let head = title.map {
      TaggedPassage($0, timexes: timexes, actors: actors, index: index, lexicon: lexicon)
    }
    let dating = EventDating(
      timexes: timexes, published: article.published?.day, text: body)
    var read = reading(of: body, actors.actors, title: title, of: article)
    var above = head.map { reading(of: $0, actors.actors, title: nil, of: article) }
    let readings = [read, above].compactMap(\.self)
    read.drafts.removeAll { isEcho($0, in: readings) }
    above?.drafts.removeAll { isEcho($0, in: readings) }
    var told = dating.dated(read.drafts)
    told.take(read.doers)
    let left = told.take(read.loose)
    if let head, let above {
      let titled = EventDating(
        timexes: timexes, published: article.published?.day, text: head)
      let sentences = head.text.sentences.count
      var headlines = titled.dated(above.drafts)
      // "Ferry sinks", above a text that only says how many were aboard.
      if let deed = headlines.firstIndex(where: { $0.trigger.isHarmful && $0.takesCounts }) {
        headlines[deed].mention.figures += left.map(\.figure)
      }
      return headlines.map { dated($0, by: told) }
        + withoutParaphrases(told).map { mention in
          var mention = mention
          mention.sentence += sentences
          return mention
        }
    }
    return withoutParaphrases(told)
  }

  /// A headline tells what the text tells first of its kind, and so on the same day.
  private func dated(_ headline: EventDraft, by told: [EventDraft]) -> EventMention {
    var mention = headline.mention
    // A blast has a day, and no time since when others were counted.
    let isToll = headline.trigger.isHarmful || headline.trigger.figure?.isHarm == true
    let fitting = told.lazy.filter {
      $0.trigger.type == headline.trigger.type && $0.mention.date != nil
        && $0.mention.status == mention.status && !$0.mention.isBackground
        && (!isToll || mention.isLasting && $0.mention.isLasting
          || $0.mention.date?.reaches(atMost: 31) == true)
        // "supported since 2014" is not what a headline tells.
        && ($0.mention.isLasting || $0.mention.date?.isOpenEnded != true)
    }
    // "Toll at 45": what counts as many; "suspects held in clinic attack": the attack, and not the raid in
    // which they were caught; else what is of its topic, else what comes first.
    guard headline.timex == nil,
      let first = fitting.first(where: { $0.mention.counts(as: mention) })
        ?? fitting.first(where: { isToll && $0.headWord == headline.headWord })
        // Statements are many, and the first that is told need not be the headline's.
        ?? fitting.first(where: {
          $0.trigger.topic == headline.trigger.topic && $0.trigger.topic != "statement"
        })
        // "Inquiry opens into sinking", "Captain charged over disaster": one's day is not the other's.
        ?? fitting.first(where: {
          isToll
            ? $0.trigger.isHarmful || $0.trigger.figure?.isHarm == true
            : headline.trigger.type != .other
        })
    else {
      if isToll, headline.timex == nil,
        headline.isSpokenOf || told.contains(where: { $0.isUndated(countOf: mention) })
      {
        // "Toll climbs to 41": of a day that the text does not know either.
        mention.date = nil
        mention.dateBasis = .none
        mention.rule = nil
        mention.anchor = nil
      }
      return mention
    }
    mention.date = first.mention.date
    mention.dateBasis = .inherited
    mention.rule = "inherit.lead"
    mention.anchor = first.mention.anchor
    mention.place = mention.place ?? first.mention.place
    return mention
  }

  private func reading(
    of passage: TaggedPassage, _ actors: [LocalActor], title: SegmentedText?, of article: Article
  ) -> Reading {
    var reader = SentenceReader(
      passage: passage, actors: actors, title: title, published: article.published?.day)
    let drafts = passage.text.sentences.indices.flatMap { reader.drafts(ofSentence: $0) }
    return Reading(
      drafts: drafts, loose: reader.loose, doers: reader.looseDoers, named: reader.memory.named)
  }

  /// What is read in a title or a text, before it is dated.
  private struct Reading {
    var drafts: [EventDraft]
    var loose: [LooseCount]
    var doers: [LooseDoer]
    /// Nominal triggers, told or not, by index into the lexicon's entries.
    var named: Set<Int>
  }

  /// "The case": of a court, where no other word in the article tells of an illness.
  private func isEcho(_ draft: EventDraft, in readings: [Reading]) -> Bool {
    func tellsTopic(_ trigger: Trigger) -> Bool {
      !trigger.traits.contains(.echo) && trigger.topic == draft.trigger.topic
    }
    return draft.trigger.traits.contains(.echo)
      && !readings.contains { reading in
        reading.drafts.contains { tellsTopic($0.trigger) }
          || reading.named.contains { tellsTopic(lexicon.entries[$0]) }
      }
  }

  /// Leaves out what repeats an earlier event and adds no date, figure, place or actor.
  private func withoutParaphrases(_ drafts: [EventDraft]) -> [EventMention] {
    var told = ToldBefore()
    for draft in drafts {
      if draft.isDefinite, draft.timex == nil, draft.mention.figures.isEmpty, !draft.hasOwnPlace,
        draft.mention.status == .asserted, draft.mention.series == nil,
        draft.isNamedBefore || told.holdsKind(of: draft)
      {
        continue
      }
      if !told.holds(draft) { told.add(draft) }
    }
    return told.drafts.map { draft in
      var mention = draft.mention
      for index in mention.figures.indices where mention.figures[index].subject != .money {
        mention.figures[index].by = mention.attribution
      }
      return mention
    }
  }
}
