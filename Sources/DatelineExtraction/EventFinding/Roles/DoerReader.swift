import DatelineModel
import EDTF

/// Reads who is said to have done a deed that the sentence does not tell: who claims it, who is blamed for it,
/// who denies a part in it.
struct DoerReader {
  let passage: TaggedPassage
  let phrases: ActorPhrases
  let speakers: SpeakerFinder
  let published: CalendarDate?

  /// `drafts` are the sentence's own events.
  func doers(
    in sentence: ParsedSentence, beside drafts: [EventDraft], after focus: Focus
  ) -> [LooseDoer] {
    sentence.clauses.indices.flatMap { number -> [LooseDoer] in
      let clause = sentence.clauses[number]
      guard let group = clause.group, isTold(clause, group), !isNone(clause) else { return [] }
      let behind = behind(group, of: number, in: sentence)
      guard let status = owning(clause, group, behind, in: sentence) else {
        return accused(by: group, behind, of: sentence, beside: drafts)
      }
      guard let deed = deed(in: behind, of: sentence) else { return [] }
      var doers = group.isPassive ? named(by: behind) : phrases.subjects(of: clause)
      if doers.isEmpty, !group.isPassive {
        doers =
          speakers.antecedent(of: clause, reporter: sentence.reporter(of: clause), focus: focus)
          .map { [$0] } ?? []
      }
      return doers.map {
        LooseDoer(
          doer: phrases.participant($0, as: .actor, status: status), sentence: sentence.index,
          day: deed.day)
      }
    }
  }

  /// What stands behind the verb of a clause: of "claimed responsibility in a message sent to journalists" the
  /// message too, which is sent in a clause of its own.
  private func behind(_ group: VerbGroup, of number: Int, in sentence: ParsedSentence) -> Range<Int>
  {
    var end = sentence.clauses[number].range.upperBound
    if let next = sentence.clause(after: number), next.link == .content {
      end = max(end, next.range.upperBound)
    }
    return group.tokens.upperBound..<max(group.tokens.upperBound, end)
  }

  /// Told as done, and not as what may be or did not happen.
  private func isTold(_ clause: Clause, _ group: VerbGroup) -> Bool {
    if let subordinator = clause.subordinator, passage.cues[subordinator].contains(.conditional) {
      return false
    }
    switch group.tense {
    case .past, .present: return !group.isNegated
    default: return false
    }
  }

  /// "No group has claimed responsibility".
  private func isNone(_ clause: Clause) -> Bool {
    clause.subject.contains { passage.cues[$0].contains(.none) }
  }

  /// "claimed responsibility", "was behind it", "denied a part": what a clause says of those whom it names; nil
  /// where it says nothing of the kind.
  private func owning(
    _ clause: Clause, _ group: VerbGroup, _ behind: Range<Int>, in sentence: ParsedSentence
  ) -> EventStatus? {
    let cues = passage.verbs[group.main]?.cues ?? []
    let near = behind.prefix(DoerReader.near)
    func says(_ wanted: ClosedWord.Cues) -> Bool {
      near.first { !passage.cues[$0].isDisjoint(with: wanted) }.map {
        isOfDeed(behind: $0, in: behind, of: sentence)
      } ?? false
    }
    if group.isCopula {
      let first = near.first { passage.tags[$0] != .adverb }
      return first.map { passage.cues[$0].contains(.culprit) } == true && says(.culprit)
        ? .alleged : nil
    }
    if cues.contains(.deny) {
      // "denied carrying out the attack".
      let isDeed = deed(in: behind.clamped(to: clause.range), of: sentence)?.isNamed == true
      return isDeed || says([.credit, .ground]) ? .denied : nil
    }
    guard cues.contains(.own) else { return nil }
    if group.isPassive {
      return clause.subject.contains { passage.cues[$0].contains(.credit) } ? .alleged : nil
    }
    return says(.credit) ? .alleged : nil
  }

  /// "responsibility", "responsibility in a message", "responsible for it", "a part in the attack": of a deed, named
  /// or not, and of nothing else: "responsible for the cleaning", "behind the wheel".
  private func isOfDeed(behind mark: Int, in range: Range<Int>, of sentence: ParsedSentence) -> Bool
  {
    var next = mark
    if passage.tags[mark] != .preposition {
      next += 1
      guard next < range.upperBound, passage.tags[next] == .preposition,
        passage.hash(next) == Word.for || passage.cues[mark].contains(.ground)
      else { return true }
    }
    next += 1
    guard next < range.upperBound, !passage.tags[next].isMark else { return true }
    return passage.tags[next] == .pronoun
      || deed(in: next..<range.upperBound, of: sentence)?.isNamed == true
  }

  /// As many words behind a verb say what is claimed.
  private static let near = 4

  /// "was claimed [by the Front]".
  private func named(by range: Range<Int>) -> [ActorReference] {
    guard let mark = range.first(where: { passage.hash($0) == Word.by }) else { return [] }
    return phrases.heads(in: (mark + 1)..<range.upperBound).prefix(1).map(\.self)
  }

  /// "blamed the Front for the attack": those whom the sentence's own accusation names.
  private func accused(
    by group: VerbGroup, _ behind: Range<Int>, of sentence: ParsedSentence,
    beside drafts: [EventDraft]
  ) -> [LooseDoer] {
    guard
      let charge = drafts.first(where: { $0.head == group.main && $0.trigger.type == .accuse }),
      charge.trigger.topic == "accusation", let deed = deed(in: behind, of: sentence),
      deed.isNamed || isBare(behind)
    else { return [] }
    return charge.mention.participants.filter { $0.role == .recipient }.map { one in
      var doer = one
      doer.role = .actor
      doer.status = .alleged
      return LooseDoer(doer: doer, sentence: sentence.index, day: deed.day)
    }
  }

  /// "blamed the Front.": and says no word of what for.
  private func isBare(_ behind: Range<Int>) -> Bool {
    // "was blamed on the Front".
    behind.dropFirst(behind.first.map { passage.hash($0) == Word.on } == true ? 1 : 0)
      .allSatisfy { passage.tags[$0] != .preposition }
  }

  /// The deed that a clause speaks of: one that is told before, whether or not it is named; nil where it is
  /// another one.
  private func deed(in range: Range<Int>, of sentence: ParsedSentence)
    -> (isNamed: Bool, day: EDTFValue?)?
  {
    guard
      let match = sentence.matches.first(where: {
        range.contains($0.head) && passage.lexicon.entries[$0.entry].isHarmful
      })
    else { return (false, nil) }
    // "for the collapse of the truce" is no deed that anybody claims.
    guard !match.isVerb, passage.lexicon.entries[match.entry].isDeed,
      passage.isDefinite(match) || passage.isPossessed(match)
    else { return nil }
    let times = max(range.lowerBound, match.tokens.lowerBound - DoerReader.near)..<range.upperBound
    guard let time = times.first(where: { passage.timex[$0] >= 0 }) else { return (true, nil) }
    let timex = Int(passage.timex[time])
    return passage.isLongBefore(timex, published)
      ? nil : (true, passage.timexes[timex].edtf.flatMap { $0.day == nil ? nil : $0 })
  }
}
