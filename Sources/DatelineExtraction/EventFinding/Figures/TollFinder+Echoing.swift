import DatelineModel

/// Tolls that only what was counted before makes one: a bare number beside a word that says little.
extension TollFinder {
  /// "The police lost two", "it lost six in the attack", "lost six of its members": where the dead are counted
  /// before.
  func bareLoss(_ place: Place, of told: Counted?, in range: Range<Int>) -> Toll? {
    let verb = place.first - 1
    guard told?.subject == .killed, verb > range.lowerBound, !place.hasNoun,
      passage.verbs[verb]?.cues.contains(.losing) == true
    else { return nil }
    var end = place.noun
    if end < range.upperBound, !passage.tags[end].isMark {
      guard passage.tags[end] == .preposition else { return nil }
      if passage.hash(end) == Word.of {
        guard
          let noun = (end..<min(end + 4, range.upperBound)).first(where: {
            passage.tags[$0] == .noun
          }),
          passage.reference[noun] >= 0
            || !passage.cues[noun].isDisjoint(with: ClosedWord.Cues.people)
        else { return nil }
        end = noun + 1
      }
    }
    return toll(place, .killed, of: nil, tokens: verb..<max(end, place.noun), head: verb)
  }

  /// "The opposition says 34", "the rebels speak of 34": as many of those whom the sentence before counted, where
  /// nothing else stands beside the number.
  func echo(_ place: Place, of told: Counted?, in range: Range<Int>) -> Toll? {
    guard let told, told.of == nil, !place.hasNoun, place.number.value > 1,
      place.noun >= range.upperBound || passage.tags[place.noun].isMark
    else { return nil }
    var verb = place.first - 1
    if verb > range.lowerBound, passage.tags[verb] == .preposition { verb -= 1 }
    guard verb > range.lowerBound, passage.tags[verb].isLexicalVerb,
      passage.verbs[verb]?.cues.contains(.report) == true
    else { return nil }
    return toll(place, told.subject, of: nil, tokens: verb..<place.noun, head: verb)
  }
}

extension TollFinder.Counted {
  init(_ figure: Figure) {
    subject = figure.subject
    of = figure.of
  }
}
