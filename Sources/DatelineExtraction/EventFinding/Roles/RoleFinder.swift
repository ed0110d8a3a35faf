import DatelineModel

/// Gives the actors of a clause their parts: who acts, on whom, where.
///
/// Source: PLOVER's roles ACTOR, RECIP and LOC.
struct RoleFinder {
  let phrases: ActorPhrases
  /// The actor whom the article calls "civilians", by index.
  private let civilians: Int?

  init(phrases: ActorPhrases) {
    self.phrases = phrases
    let words = phrases.passage.lexicon.words
    civilians = phrases.actors.firstIndex {
      words[Token.hash(of: $0.name)]?.cues.contains(.bystander) == true
    }
  }

  var passage: TaggedPassage { phrases.passage }

  /// Names those who take part in a draft, and its place; `content` is the clause that the draft's
  /// own reports, `pronoun` whom the pronoun in its subject stands for.
  func fill(
    _ draft: inout EventDraft, isSubjectNoun: Bool, content: Clause?, pronoun: ActorReference?
  ) {
    let cast = cast(
      of: Deed(draft, isSubjectNoun: isSubjectNoun, in: passage), content: content,
      pronoun: pronoun)
    var seen: Set<Int> = []
    for (one, role) in cast.parts where seen.insert(one.actor).inserted {
      draft.mention.participants.append(phrases.participant(one, as: role))
    }
    if let place = cast.place {
      draft.mention.place = phrases.actors[place.reference.actor].name
      draft.hasOwnPlace = place.rank < Cast.topical
    }
  }

  private func cast(of deed: Deed, content: Clause?, pronoun: ActorReference?) -> Cast {
    var cast = Cast(of: deed, phrases: phrases, civilians: civilians)
    readSubject(of: deed, into: &cast)
    if let pronoun, !deed.isReported { cast.add(pronoun, as: deed.subjectRole) }
    readComplement(of: deed, into: &cast)
    readAntecedent(of: deed, into: &cast)
    settle(&cast, of: deed, content: content)
    return cast
  }
}
