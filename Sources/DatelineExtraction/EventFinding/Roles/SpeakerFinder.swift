import DatelineModel

/// Finds who says what a clause tells, and whom the pronouns of what is said mean.
struct SpeakerFinder {
  let phrases: ActorPhrases

  private var passage: TaggedPassage { phrases.passage }
  private var actors: [LocalActor] { phrases.actors }

  /// Who says what hangs on a clause.
  func speaker(_ clause: Clause) -> ActorReference? {
    if clause.link != .coordinate, let one = phrases.subjects(of: clause).first { return one }
    // "A source told the agency": the speaker stands in front, and is nobody that is known.
    let isNamed =
      clause.link != .coordinate && clause.subject.contains { passage.tags[$0] == .noun }
    if !isNamed, let one = speakerBehind(clause) { return one }
    return phrases.subjects(of: clause).first
  }

  /// "said the minister": the subject stands behind.
  private func speakerBehind(_ clause: Clause) -> ActorReference? {
    guard let group = clause.group else { return nil }
    let end = min(clause.range.upperBound, group.tokens.upperBound + 12)
    guard group.tokens.upperBound < end else { return nil }
    return phrases.heads(in: group.tokens.upperBound..<end).first
  }

  /// "according to the agency": the name of what a sentence says that it is by.
  func source(in sentence: ParsedSentence) -> String? {
    let tokens = sentence.whole
    guard let mark = tokens.first(where: { passage.hash($0) == Word.according }) else { return nil }
    var end = mark
    while end < min(mark + 16, tokens.upperBound), passage.tags[end] != .comma { end += 1 }
    let found = phrases.references(in: mark..<end).filter { !$0.isDemonym }
    let one =
      found.first { !$0.isNominal && !$0.isLocation }
      ?? found.first { phrases.governor(of: $0, from: mark) != .modifier } ?? found.first
    return one.map { actors[$0.actor].name }
  }

  /// "a military source": a subject that is nobody known, in its own words.
  func subjectWords(_ clause: Clause) -> String? {
    guard clause.link != .coordinate,
      let last = clause.subject.last,
      let first = clause.subject.last(where: {
        passage.tags[$0] == .determiner || passage.tags[$0] == .comma
          || $0 == clause.subject.lowerBound
      })
    else { return nil }
    let phrase = (passage.tags[first] == .comma ? first + 1 : first)..<(last + 1)
    guard !phrase.isEmpty, phrase.count <= 6,
      passage.cues[phrase.upperBound - 1].contains(.speaker),
      passage.tags[phrase.upperBound - 1] == .noun,
      !phrase.contains(where: { passage.timex[$0] >= 0 || passage.tags[$0] == .comma })
    else { return nil }
    return passage.text.string(passage.text.span(of: phrase))
  }

  /// "It was announced", "it is feared": the pronoun stands for what is told.
  private func isExpletive(_ pronoun: Int, in clause: Clause) -> Bool {
    guard passage.hash(pronoun) == Word.it, let group = clause.group, group.isPassive
    else { return false }
    return passage.verbs[group.main]?.cues.isDisjoint(with: [.report, .plan]) == false
  }

  /// Who the pronoun in a clause's subject stands for: the speaker, else the one told of before.
  func antecedent(
    of clause: Clause, reporter: Clause?, focus: Focus
  ) -> ActorReference? {
    guard
      let pronoun = clause.subject.first(where: {
        passage.tags[$0] == .pronoun && passage.lexicon.pronouns[passage.hash($0)] != nil
      }), !clause.subject.contains(where: { passage.reference[$0] >= 0 }),
      let kind = passage.lexicon.pronouns[passage.hash(pronoun)],
      !isExpletive(pronoun, in: clause)
    else { return nil }
    // "We demand": the speaker, and nobody told of before.
    let isSpeaker = passage.hash(pronoun) == Word.we || passage.hash(pronoun) == Word.i
    // "He was killed on Monday, General Novak said": not Novak.
    let isNamedLater =
      !isSpeaker && reporter.map { $0.range.lowerBound > clause.range.lowerBound } == true
    if let reporter, !isNamedLater, let speaker = speaker(reporter),
      kind.fits(actors[speaker.actor].kind),
      kind != .any || actors[speaker.actor].kind != .organization
    {
      return speaker
    }
    // "Novak's party said that he had been arrested", "Novak's claim that he won": whose it is.
    if let report = clause.antecedent ?? reporter?.subject, !isNamedLater, !isSpeaker,
      let owner = phrases.references(in: report).last(where: { phrases.isPossessor($0) }),
      kind.fits(actors[owner.actor].kind)
    {
      return owner
    }
    return clause.isQuoted || isSpeaker ? nil : focus.latest(kind, actors)
  }
}
