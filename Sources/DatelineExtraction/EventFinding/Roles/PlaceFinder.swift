import DatelineModel

/// Finds where a deed was done whose own words name no place.
struct PlaceFinder {
  let phrases: ActorPhrases

  private var passage: TaggedPassage { phrases.passage }
  private var actors: [LocalActor] { phrases.actors }

  /// The name of the place of what `head` tells; nil where nothing tells it.
  func place(
    of trigger: Trigger, head: Int, in clause: Clause, of sentence: ParsedSentence
  ) -> String? {
    if let one = placeOfWhere(clause) ?? placeOfSite(of: head, from: sentence.whole.lowerBound) {
      return actors[one.actor].name
    }
    if trigger.figure?.isHarm == true, let one = placeOfCause(in: clause, of: sentence) {
      return actors[one.actor].name
    }
    if isPlacedByItsSentence(trigger.type) {
      if let place = placeBefore(clause, in: sentence) { return place }
    }
    if trigger.type == .consult, let one = seatBehind(head, in: clause) {
      return actors[one.actor].name
    }
    return takenUpPlace(in: clause.whole)
  }

  /// "begin in", "be held in".
  private func isOpened(before preposition: Int) -> Bool {
    guard preposition > 0, let cues = passage.verbs[preposition - 1]?.cues else { return false }
    return cues.contains(.aspect) || cues.contains(.light)
  }

  /// "Kelt, where an attack took place".
  private func placeOfWhere(_ clause: Clause) -> ActorReference? {
    guard clause.link == .relative else { return nil }
    let start = clause.range.lowerBound
    let mark = [start, start - 1].first { $0 > 0 && passage.hash($0) == Word.where }
    return mark.flatMap { place(rightBefore: $0) }
  }

  /// "Kelt, the site of an attack", "Kelt, scene of an attack".
  private func placeOfSite(of head: Int, from start: Int) -> ActorReference? {
    let link = passage.phraseStart(of: head, downTo: start) - 1
    guard link > start, passage.hash(link) == Word.of, passage.tags[link - 1] == .noun,
      passage.hash(link - 1) == Word.site || passage.hash(link - 1) == Word.scene
    else { return nil }
    let isArticle = passage.tags[link - 2] == .determiner
    return place(rightBefore: isArticle ? link - 2 : link - 1)
  }

  /// The place that ends before a word, or before the comma in front of it.
  private func place(rightBefore mark: Int) -> ActorReference? {
    let end = mark > 0 && passage.tags[mark - 1] == .comma ? mark - 1 : mark
    guard end > 0, passage.reference[end - 1] >= 0 else { return nil }
    let one = passage.references[Int(passage.reference[end - 1])]
    return one.isLocation && !one.isDemonym && one.tokens.upperBound == end ? one : nil
  }

  /// "killed in a blast that rocked the city of Kelt": where what killed them was.
  private func placeOfCause(in clause: Clause, of sentence: ParsedSentence) -> ActorReference? {
    guard clause.link != .relative else { return nil }
    let cause = sentence.clauses.first { other in
      other.link == .relative && !other.subject.isEmpty
        && clause.range.contains(other.subject.lowerBound)
        && passage.lexicon.isTriggerNoun(passage.hash(other.subject.upperBound - 1))
        && passage.preposition(
          before: other.subject.upperBound - 2, downTo: clause.range.lowerBound
        )
        .map { passage.cues[$0].contains(.within) } == true
    }
    guard let cause, let verb = cause.group?.tokens.upperBound else { return nil }
    let near = verb..<min(verb + 8, cause.range.upperBound)
    return verb < near.upperBound
      ? phrases.references(in: near).first { $0.isLocation && !$0.isDemonym } : nil
  }

  /// "attend talks due to begin in Kelt".
  private func seatBehind(_ head: Int, in clause: Clause) -> ActorReference? {
    guard head + 1 < clause.range.upperBound else { return nil }
    return phrases.references(in: (head + 1)..<clause.range.upperBound).first {
      $0.isLocation && !$0.isDemonym && isOpened(before: $0.tokens.lowerBound - 1)
        && phrases.governor(of: $0, from: head) == .preposition(.place)
    }
  }

  private func isPlacedByItsSentence(_ type: EventType) -> Bool {
    switch type {
    case .assault, .other, .protest, .aid: true
    default: false
    }
  }

  /// "were killed in Avaria since the war began": where its sentence has placed itself already.
  private func placeBefore(_ clause: Clause, in sentence: ParsedSentence) -> String? {
    guard clause.link == .adverbial || clause.link == .coordinate || clause.link == .content else {
      return nil
    }
    let start = sentence.whole.lowerBound
    guard start < clause.range.lowerBound else { return nil }
    let one = phrases.references(in: start..<clause.range.lowerBound).last {
      $0.isLocation && phrases.governor(of: $0, from: start) == .preposition(.place)
    }
    return one.map { actors[$0.actor].name }
  }

  /// "the Syrian capital".
  private func capital(at position: Int) -> String? {
    let before = position - 1
    guard passage.hash(position) == Word.capital, before >= 0, passage.isDemonym[before],
      let state = passage.references.first(where: {
        $0.isDemonym && $0.tokens.contains(before)
      })
    else { return nil }
    return passage.lexicon.capitals[actors[state.actor].name]
  }

  /// "in the city", "the rebel stronghold": the place that the text has named last.
  private func takenUpPlace(in range: Range<Int>) -> String? {
    for position in range where passage.cues[position].contains(.site) {
      guard passage.tags[position] == .noun, passage.reference[position] < 0,
        position + 1 >= range.upperBound
          || passage.hash(position + 1) != Word.of && passage.reference[position + 1] < 0
            && passage.tags[position + 1] != .noun
      else { continue }
      if let capital = capital(at: position) { return capital }
      var before = position - 1
      while before >= range.lowerBound,
        passage.tags[before] == .noun
          || passage.tags[before] == .adjective || passage.tags[before] == .participle
          || passage.hash(before) == TaggedPassage.hyphen
      {
        let inside = passage.reference[before]
        guard inside < 0 || !passage.references[Int(inside)].isLocation else { break }
        before -= 1
      }
      guard before >= range.lowerBound,
        passage.hash(before) == Word.the || passage.hash(before) == Word.this
      else { continue }
      let isCountry = passage.hash(position) == Word.country
      return passage.place(before: before, isState: isCountry).map { actors[$0].name }
    }
    return nil
  }
}
