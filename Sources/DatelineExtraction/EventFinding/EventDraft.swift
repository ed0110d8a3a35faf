import DatelineModel
import EDTF

/// An event as its clause tells it, before the article around has dated it.
struct EventDraft {
  var mention: EventMention
  var trigger: Trigger
  /// Token of the trigger's head.
  var head: Int
  var clause: Clause
  var tense: VerbGroup.Tense
  var isPerfect = false
  /// Index into the article's timexes.
  var timex: Int?
  /// The time that its relative clause gives vaguely, by index: "some months ago".
  var vagueTimex: Int?
  /// Told with a time that nothing resolves.
  var hasOpenTime = false
  /// "in the past four days".
  var hasPastSpan = false
  /// A duration that stands before the trigger: "two-day talks".
  var days: Int?
  /// Talks of several days that the clause speaks of, in whatever part.
  struct Meeting {
    /// The hash of the noun, such as "talks".
    var word: UInt32
    var days: Int
  }

  var meeting: Meeting?
  /// The hash of the trigger's last word.
  var headWord: UInt32 = 0
  /// "the talks", "this attack": told before.
  var isDefinite = false
  /// Definite, and the same word stands in an earlier sentence.
  var isNamedBefore = false
  /// The topic of a definite noun in the clause, which an event before may have told.
  var takesUp: String?
  /// The trigger is heard of only beside a verb that has no event of its own.
  var isLoose = false
  var isGeneric = false
  /// Begun, opened (`begin`) or over (`end`), where the verb says so.
  var phase: VerbForm.Cues = []
  /// When the report told it whose span of time it has, by index.
  var toldAt: Int?
  /// The date is the report's and not the clause's own.
  var isDatedByReport = false
  /// "was moved from 5 June to 3 July": planned for the day that its time ends with.
  var isShifted = false
  /// The time at which what was planned was called off, by index.
  var decidedOn: Int?
  /// "two days after …": so many days before what is told beside it; 0 where their number is open,
  /// as in "four months after …".
  var daysBefore: Int?
  /// "Three days after the bombing on 20 July, police …": so many days behind its time; below 0 before it.
  var daysAfter = 0
  /// "30 hours after the buses had left, a bomb went off": so many days, more or less, behind what was told.
  var daysAfterTold = 0
  /// "retook the town following an assault in 2015": its time is that of what went before.
  var isAfterTime = false
  /// The time that stands before "two days after …", by index.
  var timexBefore: Int?
  /// "The war has killed …", "… since May": a sum of many happenings.
  var isSum = false
  /// "the toll rose to 29", "as of Friday 29 were dead": a count of those harmed, on whatever day.
  var isTally = false
  /// The hash of the word that names a deed beside it, not told of before: "an air raid".
  var newDeed: UInt32?
  /// "in retaliation for a gas attack that killed 86": it is of that deed, told before the news.
  var isOfEarlierDeed = false
  /// "killed in the attack": of a deed that readers are taken to know.
  var isOfKnownDeed = false
  /// "claimed the attack", "condemns the bombing": spoken of, and not told as the news.
  var isSpokenOf = false
  /// "began when the army fired": of the time of what the next clause tells.
  var isTimedByDeed = false
  /// "Since the protests began on 1 June, 23 have been killed": of all the time since.
  var isOfTimeSince = false
  /// The time stands before "when", and may belong to what goes on since.
  var isTimeOfWhen = false
  /// "Avaria, which says that 19 died": told inside of what describes a noun.
  var isInRelative = false
  var hasOwnPlace = false
  var paragraph = 0
}

extension EventDraft {
  /// "had agreed": before what is told.
  var isPastPerfect: Bool { tense == .past && isPerfect }

  /// "said that the group had sent men": told of an earlier time that nothing names.
  var isEarlierTalk: Bool { isPastPerfect && timex == nil && mention.figures.isEmpty }

  /// "an offensive, which began in April": kept for the noun that its clause hangs on.
  var datesItsNoun: Bool {
    clause.link == .relative && phase.contains(.begin) && clause.subject.contains(head)
  }

  /// Whether it turns on the verb of its clause.
  var isMainVerb: Bool { trigger.isVerb && clause.group?.main == head }

  /// "The document is kept, the pipe was laid": a verb that no table knows, and nobody who takes part.
  /// News on its own day, of which nothing else is.
  var isMinor: Bool { isGeneric && mention.participants.isEmpty }

  var hasActor: Bool { mention.participants.contains { $0.role == .actor } }

  var hasRecipient: Bool { mention.participants.contains { $0.role == .recipient } }

  /// Adds somebody who has no part yet; an actor stands first, as agents do.
  mutating func add(_ one: Participant) {
    guard !mention.participants.contains(where: { $0.actor == one.actor }) else { return }
    mention.participants.insert(one, at: one.role == .actor ? 0 : mention.participants.count)
  }

  /// "denied carrying out the attack", "did not carry out the attack": it was done, and not by these.
  mutating func denyDoers() {
    for index in mention.participants.indices where mention.participants[index].role == .actor {
      mention.participants[index].status = .denied
    }
  }

  /// Is of another deed's time.
  mutating func takeDate(of other: EventDraft) {
    mention.date = other.mention.date
    mention.dateBasis = other.mention.dateBasis
    mention.rule = other.mention.rule
    mention.anchor = other.mention.anchor
  }

  /// Is where another deed is, unless its own words place it.
  mutating func takePlace(of other: EventDraft) {
    guard other.hasOwnPlace, !hasOwnPlace else { return }
    mention.place = other.mention.place
    hasOwnPlace = true
  }

  /// Takes a span of text into what is quoted.
  mutating func extend(over span: TextSpan) {
    mention.span = TextSpan(min(mention.span.start, span.start), max(mention.span.end, span.end))
  }
}

extension EventDraft {
  /// Whether it counts what another mention counts, and has no day.
  func isUndated(countOf other: EventMention) -> Bool {
    mention.date == nil && mention.counts(as: other)
  }
}

extension EventMention {
  /// Whether it counts as many of the same as another mention does.
  func counts(as other: EventMention) -> Bool {
    figures.contains { figure in other.figures.contains { $0.counts(as: figure) } }
  }
}

extension Figure {
  /// As many of the same, whatever the words and the bound.
  func counts(as other: Figure) -> Bool { subject == other.subject && value == other.value }
}

extension TaggedPassage {
  /// "are among those killed in the attack on the airport": of a deed that readers know; who is "arrested
  /// in the killing" is so later.
  func isOfKnownDeed(_ draft: EventDraft, in sentence: ParsedSentence) -> Bool {
    draft.trigger.figure?.isHarm == true && draft.trigger.type != .coerce
      && sentence.matches(in: draft.clause.whole).contains {
        !$0.isVerb && lexicon.entries[$0.entry].isHarmful && isDefinite($0)
      }
  }
}
