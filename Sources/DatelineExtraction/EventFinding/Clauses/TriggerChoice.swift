import DatelineModel

/// Which trigger a clause turns on, and what its verb says of it.
struct TriggerChoice {
  var match: TriggerMatch?
  /// The verb where no trigger is known.
  var verb: Int
  var isLoose = false
  var phase: VerbForm.Cues = []
  var status: EventStatus = .asserted
  /// Tried in the past: told only of violence, which is a deed even where it fails.
  var isAttempt = false
  /// The noun is the subject, and so the verb's own subject does not act.
  var isSubjectNoun = false
  /// "broke the truce": an agreement is done away with.
  var isBreach = false
  /// "claimed responsibility on Friday for the bombing": that it was claimed is of Friday.
  var isClaim = false
}

extension TriggerChoice {
  /// The token that the event turns on.
  var head: Int { match?.head ?? verb }

  /// Whether some table says what the happening is.
  var isKnown: Bool { match != nil || isBreach || isClaim }

  var isNoun: Bool { match?.isVerb == false }

  /// Turns on a noun, which may be the clause's subject.
  mutating func take(_ noun: TriggerMatch, in clause: Clause) {
    match = noun
    isSubjectNoun = clause.subject.contains(noun.tokens.lowerBound)
  }
}
