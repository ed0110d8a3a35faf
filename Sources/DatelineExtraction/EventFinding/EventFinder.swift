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
    let told = dating.dated(drafts(of: body, actors.actors))
    var events: [EventMention] = []
    if let head {
      let titled = EventDating(
        timexes: timexes, published: article.published?.day, text: head)
      let sentences = head.text.sentences.count
      events += titled.dated(drafts(of: head, actors.actors)).map(\.mention)
      return events
        + withoutParaphrases(told).map { mention in
          var mention = mention
          mention.sentence += sentences
          return mention
        }
    }
    return withoutParaphrases(told)
  }

  private func drafts(of passage: TaggedPassage, _ actors: [LocalActor]) -> [EventDraft] {
    var reader = ClauseReader(passage: passage, actors: actors)
    return passage.text.sentences.indices.flatMap { reader.drafts(ofSentence: $0) }
  }

  /// Leaves out what repeats an earlier event and adds no date, figure, place or actor.
  private func withoutParaphrases(_ drafts: [EventDraft]) -> [EventMention] {
    var kept: [EventDraft] = []
    for draft in drafts {
      if draft.isDefinite, draft.timex == nil, draft.mention.figures.isEmpty, !draft.hasOwnPlace,
        draft.mention.status == .asserted, draft.mention.series == nil,
        draft.isNamedBefore
          || kept.contains(where: {
            $0.trigger.type == draft.trigger.type && $0.trigger.topic == draft.trigger.topic
          })
      {
        continue
      }
      let repeats = kept.contains { earlier in
        earlier.trigger.type == draft.trigger.type && earlier.trigger.topic == draft.trigger.topic
          && (draft.timex == nil
            || earlier.mention.date == draft.mention.date
              && earlier.trigger.lemma == draft.trigger.lemma)
          && earlier.mention.status == draft.mention.status
          && draft.mention.participants.allSatisfy { one in
            earlier.mention.participants.contains { $0.actor == one.actor }
          }
          && draft.mention.figures.allSatisfy { earlier.mention.figures.contains($0) }
          && (!draft.hasOwnPlace || draft.mention.place == earlier.mention.place)
          && draft.mention.series?.ordinal == earlier.mention.series?.ordinal
      }
      if !repeats { kept.append(draft) }
    }
    return kept.map(\.mention)
  }
}
