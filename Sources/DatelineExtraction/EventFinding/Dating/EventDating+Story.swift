import DatelineModel
import EDTF

/// What the article is about: its day, its deeds and those that tolls are of.
extension EventDating {
  /// The day of the news: the first that the text tells close to its publication.
  func storyDay(_ drafts: [EventDraft]) -> EventDraft? {
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
  func isRecentDeed(_ draft: EventDraft) -> Bool {
    guard draft.timex != nil, !draft.isDatedByReport, !isApart(draft),
      draft.mention.status != .expected,
      draft.mention.status != .negated, draft.trigger.isHarmful, let published,
      let day = draft.mention.date?.day
    else { return false }
    return (0...10).contains(published.dayNumber - day.dayNumber)
  }

  /// "died in an unrelated accident": a happening that nothing else is of.
  func isApart(_ draft: EventDraft) -> Bool {
    draft.clause.whole.contains { text.cues[$0].contains(.apart) }
  }

  /// What a toll is of: the deed told before it.
  ///
  /// One that opens a text is of what the text goes on to tell, as is one of "Tuesday's attack", which
  /// readers are taken to know, or of the only deed. The whole count is of what killed first: "two
  /// more died on Saturday, bringing the toll to 43".
  func deed(of toll: Int, in drafts: [EventDraft], among deeds: [Int]) -> Int? {
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
  func countsFarFewer(_ deed: EventDraft, than toll: EventDraft) -> Bool {
    func dead(_ draft: EventDraft) -> Double? {
      draft.mention.figures.first { $0.subject == .killed && $0.of == nil }?.value
    }
    guard let few = dead(deed), let many = dead(toll) else { return false }
    return EventDating.farMore * few <= many
  }

  /// The death of somebody, and of nobody else.
  func isOneDeath(_ draft: EventDraft) -> Bool {
    draft.trigger.isHarmToPeople && draft.trigger.isVerb && draft.clause.group?.isPassive == false
      && draft.trigger.traits.contains(.patient)
      && !draft.mention.figures.contains { $0.subject.isHarm }
      && !draft.clause.subject.contains { text.tags[$0] == .noun && text.endsPlural($0) }
  }

  /// The deed with a day that the draft's own word, or that of what it counts the dead of, tells.
  func deedOfWord(
    _ draft: EventDraft, in drafts: [EventDraft], among deeds: [Int]
  ) -> EventDraft? {
    guard draft.isOfEarlierDeed || draft.isSpokenOf else { return nil }
    let word = draft.isOfEarlierDeed ? draft.newDeed : draft.headWord
    return deeds.lazy.map { drafts[$0] }.first {
      $0.headWord == word && $0.mention.sentence != draft.mention.sentence
    }
  }

  /// The last deed told before a draft that harmed, and has a day.
  func harm(before index: Int, in drafts: [EventDraft]) -> EventDraft? {
    drafts[..<index].last {
      $0.trigger.isHarmful && $0.mention.date != nil && !isFarFromNews($0)
        && $0.mention.status != .expected
    }
  }
}
