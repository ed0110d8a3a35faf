import DatelineModel

/// Finds the numbered series that a clause names: "the 13th round of talks in Astana".
struct SeriesFinder {
  let passage: TaggedPassage

  /// The round that stands close to the trigger at `head`, named by the words of its sentence.
  func series(in sentence: Range<Int>, near head: Int) -> SeriesMention? {
    let trigger = passage.hash(head)
    guard trigger == Word.talks || trigger == Word.round || roundNear(head, in: sentence) != nil
    else { return nil }
    guard let ordinal = roundNear(head, in: sentence) else { return nil }
    for name in passage.lexicon.series
    where name.keys.contains(where: { key in
      key.allSatisfy { part in sentence.contains { passage.hash($0) == part } }
    }) {
      return SeriesMention(name: name.name, ordinal: ordinal)
    }
    // "The 14th round is held in May", in an article that names the series elsewhere.
    for name in passage.lexicon.series
    where name.keys.contains(where: { key in
      key.allSatisfy { part in passage.tags.indices.contains { passage.hash($0) == part } }
    }) {
      return SeriesMention(name: name.name, ordinal: ordinal)
    }
    // "a round of talks in Place": the place names the series.
    for one in passage.references
    where one.isLocation && !one.isNominal && sentence.contains(one.tokens.lowerBound)
      && one.tokens.lowerBound > sentence.lowerBound
      && passage.hash(one.tokens.lowerBound - 1) == Word.in
    {
      return SeriesMention(name: passage.text.string(one.span) + " talks", ordinal: ordinal)
    }
    return nil
  }

  /// "13th round of Syria talks" or "Astana-13" within a few words of the trigger.
  private func roundNear(_ head: Int, in sentence: Range<Int>) -> Int? {
    let from = max(sentence.lowerBound, head - 12)
    let to = min(sentence.upperBound, head + 8)
    for position in from..<to {
      if passage.hash(position) == Word.round {
        // "fresh 13th round", "second annual round": the ordinal is close before.
        for back in stride(from: position - 1, through: max(from - 2, sentence.lowerBound), by: -1)
        where position - back <= 3 {
          if let ordinal = ordinal(back) { return ordinal }
        }
      }
      if passage.text.tokens[position].kind == .number, position >= from + 2,
        passage.byte(position - 1) == UInt8(ascii: "-"),
        !passage.text.tokens[position].shape.contains(.spaceBefore),
        passage.reference[position - 2] >= 0
          || passage.text.tokens[position - 2].shape.contains(.capitalised),
        passage.text.tokens[position].end - passage.text.tokens[position].start <= 2,
        passage.lexicon.series.contains(where: { $0.keys.contains([passage.hash(position - 2)]) })
      {
        return value(position)
      }
    }
    return nil
  }

  /// 13 for "13th" and "thirteenth".
  private func ordinal(_ position: Int) -> Int? {
    let token = passage.text.tokens[position]
    if token.kind == .mixed, token.end - token.start >= 3 { return value(position) }
    if token.kind == .word,
      let word = passage.lexicon.numbers[token.hash]?.first(where: { $0.kind == .ordinal })
    {
      return Int(word.value)
    }
    return nil
  }

  private func value(_ position: Int) -> Int? {
    let token = passage.text.tokens[position]
    var value = 0
    var digits = 0
    for byte in passage.text.bytes[Int(token.start)..<Int(token.end)] {
      guard byte >= 48, byte <= 57 else { break }
      value = value * 10 + Int(byte - 48)
      digits += 1
      if digits > 3 { return nil }
    }
    return digits > 0 && value > 0 ? value : nil
  }
}
