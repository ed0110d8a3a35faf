import DatelineModel

/// Finds where a deed was done whose own words name no place.
struct PlaceFinder {
  let phrases: ActorPhrases

  private var passage: TaggedPassage { phrases.passage }
  private var actors: [LocalActor] { phrases.actors }

  /// The name of the place; nil where nothing tells it.
  func place(of type: EventType, in clause: Clause, of sentence: ParsedSentence) -> String? {
    if isPlacedByItsSentence(type), let place = placeBefore(clause, in: sentence) { return place }
    return takenUpPlace(in: clause.whole)
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
