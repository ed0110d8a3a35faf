import DatelineModel

/// An event with the number of the clause that tells it.
struct ClauseDraft {
  /// By index in the sentence.
  var clause: Int
  var draft: EventDraft
}

extension [ClauseDraft] {
  /// "an offensive, which began in April": the relative clause dates the noun before it.
  mutating func joinPhases() {
    var index = 0
    while index < count {
      let one = self[index].draft
      guard one.clause.link == .relative, one.phase != [],
        one.clause.subject.contains(one.head),
        let other = indices.first(where: {
          $0 != index && self[$0].draft.mention.trigger == one.mention.trigger
        })
      else {
        index += 1
        continue
      }
      var draft = self[other].draft
      if draft.timex == nil { draft.timex = one.timex }
      draft.vagueTimex = one.vagueTimex
      if draft.mention.place == nil { draft.mention.place = one.mention.place }
      draft.phase.formUnion(one.phase)
      draft.extend(over: one.mention.span)
      self[other].draft = draft
      remove(at: index)
    }
  }

  /// "The vote, set to begin on Monday, was called off on Saturday": one happening, which was planned for
  /// one day and given up on another.
  mutating func joinPlans() {
    for index in indices.dropFirst().reversed() {
      let end = self[index].draft
      guard end.mention.status == .negated, end.decidedOn == nil,
        let plan = self[..<index].lastIndex(where: {
          $0.draft.head == end.head && $0.draft.mention.status == .expected && $0.draft.timex != nil
        })
      else { continue }
      self[plan].draft.mention.status = .negated
      self[plan].draft.decidedOn = end.timex
      self[plan].draft.extend(over: end.mention.span)
      remove(at: index)
    }
  }

  /// "Two were killed and dozens injured in air strikes on Tuesday": the day is of both.
  mutating func shareDays() {
    for index in indices.dropFirst() {
      let (first, one) = (self[index - 1].draft, self[index].draft)
      guard first.timex == nil, let timex = one.timex, one.clause.link != .relative,
        self[index].clause - self[index - 1].clause <= 1,
        first.trigger.figure?.isHarm == true, one.trigger.figure?.isHarm == true,
        first.mention.status == one.mention.status,
        first.tense == one.tense || first.tense == .past,
        !first.isPastPerfect, first.vagueTimex == nil
      else { continue }
      self[index - 1].draft.timex = timex
      if first.mention.place == nil {
        self[index - 1].draft.mention.place = one.mention.place
        self[index - 1].draft.hasOwnPlace = one.hasOwnPlace
      }
    }
  }

  /// "killed 43 and wounded 100 on Monday": one happening with two tolls. Other deeds that "and"
  /// joins stay apart and share the time that only the last of them bears.
  mutating func joinDeeds() {
    var index = 1
    while index < count {
      let one = self[index].draft
      let first = self[index - 1].draft
      guard one.clause.link == .coordinate, one.clause.subject == first.clause.subject,
        self[index].clause == self[index - 1].clause + 1
      else {
        index += 1
        continue
      }
      if first.timex == nil { self[index - 1].draft.timex = one.timex }
      guard one.trigger.isOfKind(first.trigger),
        one.timex == nil || first.timex == nil || one.timex == first.timex,
        one.mention.status == first.mention.status
      else {
        index += 1
        continue
      }
      // "The ship turned to port and sank": it sank. "Two men were shot and killed": the dead are counted.
      let isDeath =
        one.trigger.isHarmToPeople && !first.trigger.isHarmToPeople
        && first.clause.group?.isPassive == true
      let (kept, other) =
        first.isGeneric && !one.isGeneric || isDeath
        ? (one, self[index - 1].draft) : (self[index - 1].draft, one)
      var draft = kept
      draft.timex = draft.timex ?? other.timex
      draft.mention.span = TextSpan(first.mention.span.start, one.mention.span.end)
      draft.mention.figures += other.mention.figures
      if draft.mention.place == nil {
        draft.mention.place = other.mention.place
        draft.hasOwnPlace = other.hasOwnPlace
      }
      for participant in other.mention.participants
      where !draft.mention.participants.contains(where: { $0.actor == participant.actor }) {
        draft.mention.participants.append(participant)
      }
      self[index - 1].draft = draft
      remove(at: index)
    }
  }
}
