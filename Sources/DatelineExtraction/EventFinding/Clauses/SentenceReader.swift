import DatelineModel
import EDTF

/// Reads the events out of a text's clauses, one sentence after the other.
struct SentenceReader {
  private let passage: TaggedPassage
  private let actors: [LocalActor]
  private let furniture: PageFurniture
  private let chooser: TriggerChooser
  private let drafter: EventDrafter
  private let sieve: EventSieve
  private let reports: ReportReader
  private let tolls: TollReader
  private let counts: CountReader
  private let doers: DoerReader
  private(set) var memory = TextMemory()
  /// What was counted so far, and no event has taken.
  private(set) var loose: [LooseCount] = []
  /// Who is said to have done what other sentences tell.
  private(set) var looseDoers: [LooseDoer] = []

  init(
    passage: TaggedPassage, actors: [LocalActor], title: SegmentedText?, published: CalendarDate?
  ) {
    self.passage = passage
    self.actors = actors
    furniture = PageFurniture(passage: passage, title: title, published: published)
    chooser = TriggerChooser(passage: passage)
    drafter = EventDrafter(passage: passage, actors: actors, published: published)
    sieve = EventSieve(passage: passage, governing: drafter.governing)
    reports = ReportReader(drafter: drafter, chooser: chooser)
    tolls = TollReader(passage: passage, figures: drafter.figures, published: published)
    counts = CountReader(passage: passage, figures: drafter.figures, published: published)
    doers = DoerReader(
      passage: passage, phrases: drafter.phrases, speakers: drafter.speakers, published: published)
  }

  /// What the sentence tells, in the order of its triggers.
  mutating func drafts(ofSentence index: Int) -> [EventDraft] {
    let told = furniture.told(ofSentence: index)
    guard !told.isEmpty else {
      memory.counted = nil
      return []
    }
    let sentence = ParsedSentence(
      index: index, whole: passage.text.sentences[index].tokens, told: told,
      matches: passage.triggerMatches(in: told), clauses: passage.clauses(in: told),
      counts: drafter.figures.counts(in: told))
    var drafts: [ClauseDraft] = []
    for (number, clause) in sentence.clauses.enumerated() {
      if clause.link != .relative {
        let heads = drafter.phrases.subjects(of: clause)
        if !heads.isEmpty { memory.focus.note(heads, actors) }
      }
      if sentence.reports(number), isReport(clause) { continue }
      for draft in self.drafts(of: clause, number: number, in: sentence) {
        drafts.append(ClauseDraft(clause: number, draft: draft))
      }
    }
    reports.read(sentence, after: memory, into: &drafts)
    drafts.joinPhases()
    drafts.joinPlans()
    drafts.joinDeeds()
    drafts.shareDays()
    drafts.removeAll { one in
      one.draft.isEarlierTalk && index > 1 || one.draft.datesItsNoun && one.draft.timex == nil
        || sieve.isRunningTotal(one.draft, before: sentence.clause(after: one.clause))
    }
    for match in sentence.matches where !match.isVerb { memory.named.insert(match.entry) }
    var events = drafts.map(\.draft)
    tolls.read(sentence, after: &memory.counted, into: &events)
    loose += counts.read(sentence, into: &events)
    tolls.markDeeds(&events, in: sentence)
    looseDoers += doers.doers(in: sentence, beside: events, after: memory.focus)
    return events.sorted { $0.mention.trigger < $1.mention.trigger }
  }

  private func isReport(_ clause: Clause) -> Bool {
    clause.group.map { passage.verbs[$0.main]?.cues.contains(.report) == true } == true
  }

  /// What one clause tells: by its verb, by participles in it and by nouns with a time of their own.
  private func drafts(
    of clause: Clause, number: Int, in sentence: ParsedSentence
  ) -> [EventDraft] {
    var drafts: [EventDraft] = []
    let inside = sentence.matches.filter { clause.range.contains($0.tokens.lowerBound) }
    if let choice = chooser.choice(in: clause, among: inside, of: sentence),
      !choice.isAttempt
        || choice.match.map({ passage.lexicon.entries[$0.entry].type }) == .assault,
      let draft = drafter.draft(
        choice, of: clause, number: number, in: sentence, after: memory),
      draft.trigger.topic != "statement"
        || !reports.saysOnlyIt(clause, number: number, in: sentence),
      sieve.passes(draft, in: sentence)
    {
      drafts += drafter.byDay(draft)
    }
    for other in clause.others where other.tense == .participle {
      // "a zone agreed by Turkey": a happening of its own.
      guard let match = inside.first(where: { $0.isVerb && $0.head == other.main }),
        !passage.traits(of: match).contains(.weak),
        !drafts.contains(where: { $0.head == match.head }),
        let extra = drafter.participleDraft(
          match, other, of: clause, in: sentence, isAlone: drafts.isEmpty, after: memory)
      else { continue }
      drafts.append(extra)
    }
    if let main = drafts.first {
      for other in clause.others where other.tense == .gerund {
        // "…, accusing Avaria of bad faith": said in the same breath.
        guard let match = inside.first(where: { $0.isVerb && $0.head == other.main }),
          let extra = drafter.addedDraft(
            match, other, to: main, of: clause, in: sentence, after: memory)
        else { continue }
        drafts.append(extra)
      }
    }
    // "came under rocket attack early on Sunday" is the attack, where a noun takes the time.
    let minor = drafts.first?.isMinor == true ? [drafts.removeFirst()] : []
    let told = drafts.count
    for match in inside where !match.isVerb {
      guard !drafts.contains(where: { $0.head == match.head }),
        let extra = drafter.datedNounDraft(
          match, of: clause, in: sentence, beside: drafts, after: memory)
      else { continue }
      drafts.append(extra)
    }
    return drafts.count > told ? drafts : minor + drafts
  }
}
