import DatelineModel

/// Reads the clauses that say what others tell: "the army said", "denied that".
struct ReportReader {
  let drafter: EventDrafter
  let chooser: TriggerChooser

  private var passage: TaggedPassage { drafter.passage }
  private var phrases: ActorPhrases { drafter.phrases }

  /// A clause that says what others tell.
  private struct Report {
    /// By index in the sentence.
    let number: Int
    let clause: Clause
    let group: VerbGroup
    let verb: VerbForm
    let speaker: ActorReference?
    /// When it was said, by index.
    let timex: Int?
  }

  /// Says who reports what, dates what only the report dates, and tells statements that are news.
  func read(
    _ sentence: ParsedSentence, after memory: TextMemory, into drafts: inout [ClauseDraft]
  ) {
    for (number, clause) in sentence.clauses.enumerated() {
      guard sentence.reports(number), let group = clause.group,
        let verb = passage.verbs[group.main], verb.cues.contains(.report)
      else { continue }
      let report = Report(
        number: number, clause: clause, group: group, verb: verb,
        speaker: drafter.speakers.speaker(clause),
        timex: drafter.governing.time(of: group.main, in: clause))
      let told = drafts.indices.filter { sentence.clauses[drafts[$0].clause].reporter == number }
      for index in told {
        attribute(
          &drafts[index].draft, to: report, in: sentence.clauses[drafts[index].clause],
          of: sentence)
      }
      if let timex = report.timex, told.allSatisfy({ drafts[$0].draft.timex == nil }),
        let first = told.first, mayTakeDay(drafts[first].draft, in: sentence)
      {
        date(&drafts[first].draft, by: report, at: timex)
        continue
      }
      guard told.isEmpty || rejects(report) || demands(report, in: sentence, beside: drafts),
        isNews(report, in: sentence),
        let draft = statement(report, in: sentence, after: memory)
      else { continue }
      drafts.append(ClauseDraft(clause: number, draft: draft))
    }
  }

  // MARK: What is reported

  private func attribute(
    _ draft: inout EventDraft, to report: Report, in clause: Clause, of sentence: ParsedSentence
  ) {
    if draft.mention.attribution == nil {
      draft.mention.attribution =
        report.speaker.map { phrases.actors[$0.actor].name }
        ?? drafter.speakers.subjectWords(report.clause)
    }
    let cues = report.verb.cues
    if cues.contains(.deny) { deny(&draft, in: clause, of: sentence) }
    guard draft.mention.status == .asserted else { return }
    if cues.contains(.claim) || report.group.isHearsay {
      draft.mention.status = .alleged
    } else if cues.contains(.plan), !cues.contains(.stative), clause.group?.tense != .past {
      draft.mention.status = .expected
    }
  }

  /// "denied that it carried out Tuesday's bombing": who did it, and not that it was done.
  private func deny(
    _ draft: inout EventDraft, in clause: Clause, of sentence: ParsedSentence
  ) {
    guard
      sentence.matches.contains(where: {
        $0.head == draft.head && passage.isToldOf($0, in: clause)
      })
    else {
      draft.mention.status = .denied
      return
    }
    draft.denyDoers()
  }

  /// "denied responsibility on Thursday for a blast that killed 11": when, the report does not say.
  private func mayTakeDay(_ draft: EventDraft, in sentence: ParsedSentence) -> Bool {
    draft.clause.link != .relative && !(draft.isDefinite && draft.trigger.isHarmful)
      && draft.tense != .future && !passage.isOfKnownDeed(draft, in: sentence)
  }

  private func date(_ draft: inout EventDraft, by report: Report, at timex: Int) {
    if draft.hasPastSpan {
      // "killed over the past 24 hours, the ministry said on Saturday": counted back from then.
      draft.toldAt = timex
      return
    }
    draft.timex = timex
    draft.isDatedByReport = true
    draft.extend(over: passage.text.span(of: passage.extent(of: report.clause)))
    if let speaker = report.speaker, draft.trigger.traits.contains(.mutual),
      draft.mention.participants.isEmpty
    {
      // "The body announced on Monday that talks had begun": its own, as nobody else's.
      draft.add(phrases.participant(speaker, as: .actor))
    }
  }

  // MARK: Statements

  /// "said that Avaria must return the ship": a demand, whatever else is told beside it.
  private func demands(
    _ report: Report, in sentence: ParsedSentence, beside drafts: [ClauseDraft]
  ) -> Bool {
    sentence.clauses.indices.contains { index in
      let content = sentence.clauses[index]
      return content.reporter == report.number && (content.link == .content || content.isQuoted)
        && isDue(content) && !drafts.contains { $0.clause == index }
    }
  }

  /// "denied Avaria's accusations that it had attacked": turned away, whatever was said.
  private func rejects(_ report: Report) -> Bool {
    let next = report.group.tokens.upperBound
    return report.verb.cues.contains(.deny) && next < report.clause.range.upperBound
      && report.clause.range.upperBound - next > 1
      && passage.lexicon.isTriggerNoun(passage.hash(report.clause.range.upperBound - 1))
  }

  private func isNews(_ report: Report, in sentence: ParsedSentence) -> Bool {
    guard report.group.tense == .past || report.group.tense == .present, report.speaker != nil
    else { return false }
    if report.timex != nil { return true }
    if let match = chooser.verbMatch(at: report.group.main, sentence.matches),
      !passage.traits(of: match).contains(.weak)
    {
      return true
    }
    return sentence.index < 2 && !report.clause.isQuoted
      && !sentence.clauses.contains {
        // `"Avaria must leave," the minister said` is news, and what else he is quoted with is none by itself.
        $0.reporter == report.number && $0.isQuoted
          && !(isDue($0) && phrases.subjects(of: $0).contains { !$0.isNominal })
      }
  }

  private func statement(
    _ report: Report, in sentence: ParsedSentence, after memory: TextMemory
  ) -> EventDraft? {
    let verb = report.group.main
    let match = chooser.verbMatch(at: verb, sentence.matches)
    guard !saysOnlyIt(report.clause, number: report.number, in: sentence),
      var draft = drafter.draft(
        TriggerChoice(match: match, verb: verb), of: report.clause, number: report.number,
        in: sentence, after: memory)
    else { return nil }
    draft.isGeneric = false
    if match == nil {
      draft.mention.type = .consult
      draft.mention.topic = "statement"
      (draft.trigger.type, draft.trigger.topic) = (.consult, "statement")
    }
    draft.mention.attribution = nil
    if let speaker = report.speaker, speaker.tokens.lowerBound >= report.group.tokens.upperBound,
      report.group.tokens.lowerBound > 0
    {
      switch passage.tags[report.group.tokens.lowerBound - 1] {
      case .comma, .quote:
        // `"Avaria attacked," said the governor`: he alone speaks.
        draft.mention.participants = [phrases.participant(speaker, as: .actor)]
      default: break
      }
    }
    if match == nil || draft.trigger.type == .consult {
      draft.mention.participants.removeAll { $0.role == .recipient }
      if let hearer = hearer(of: report) {
        draft.add(phrases.participant(hearer, as: .recipient))
      }
    }
    if draft.mention.participants.isEmpty, let speaker = report.speaker {
      draft.add(phrases.participant(speaker, as: .actor))
    }
    for content in sentence.clauses where content.reporter == report.number {
      draft.extend(over: passage.text.span(of: passage.extent(of: content)))
      // Of whom something is demanded, who is held to have done it, or to whom it is done.
      guard isDue(content) || isCharge(content) || match != nil && draft.trigger.type != .consult
      else { continue }
      for one in phrases.subjects(of: content)
      where !draft.hasRecipient
        && !(one.isLocation && phrases.actors[one.actor].kind == .place)
      {
        draft.add(phrases.participant(one, as: .recipient))
      }
    }
    return draft
  }

  /// "told President Novak that", "admitted to Novak that": the statesman or state that something is said to, and no
  /// newspaper.
  private func hearer(of report: Report) -> ActorReference? {
    var end = report.group.tokens.upperBound
    if end < report.clause.range.upperBound, passage.tags[end] == .to { end += 1 }
    guard let one = phrases.references(in: end..<max(report.clause.range.upperBound, end)).first,
      !one.isNominal, one.actor != report.speaker?.actor,
      phrases.governor(of: one, from: end) == .none,
      !isOwner(before: one.tokens.upperBound),
      (end..<one.tokens.lowerBound).allSatisfy({
        passage.tags[$0] == .noun || passage.tags[$0] == .determiner
      })
    else { return nil }
    switch phrases.actors[one.actor].kind {
    case .person, .government: return one
    default: return nil
    }
  }

  /// "the Kremlin position": whose something is.
  private func isOwner(before next: Int) -> Bool {
    guard next < passage.tags.count else { return false }
    return switch passage.tags[next] {
    case .noun: passage.reference[next] < 0
    case .possessive, .base, .present, .gerund, .adjective: true
    default: false
    }
  }

  /// "must", "should": what somebody is told to do.
  private func isDue(_ clause: Clause) -> Bool {
    clause.group?.tokens.contains {
      passage.hash($0) == Word.must || passage.hash($0) == Word.should
    } ?? false
  }

  /// "was behind the attack", "is responsible for it": what somebody is said to have done.
  private func isCharge(_ clause: Clause) -> Bool {
    guard let group = clause.group, group.isCopula, !group.isNegated else { return false }
    let behind = group.tokens.upperBound..<max(clause.range.upperBound, group.tokens.upperBound)
    return behind.first { passage.tags[$0] != .adverb }.map {
      passage.cues[$0].contains(.culprit)
    } ?? false
  }

  /// "announced it on Friday", "he warned": what was said stands elsewhere, and is told there.
  func saysOnlyIt(_ clause: Clause, number: Int, in sentence: ParsedSentence) -> Bool {
    guard let group = clause.group else { return false }
    let next = group.tokens.upperBound
    if next < clause.range.upperBound, passage.tags[next] == .pronoun,
      passage.lexicon.pronouns[passage.hash(next)] != nil
    {
      return sentence.content(of: number) == nil
    }
    return clause.subject.count == 1 && clause.subject.allSatisfy { passage.tags[$0] == .pronoun }
      && next >= clause.range.upperBound
  }
}
