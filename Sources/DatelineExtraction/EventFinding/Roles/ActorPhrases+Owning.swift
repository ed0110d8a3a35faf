import DatelineModel

/// What an actor owns, and who owns an actor: "Russian air strikes", "Avaria's government".
extension ActorPhrases {
  /// "Russian air strikes", "Iran's offer": the deed that the word before owns.
  func ownsDeed(_ one: ActorReference) -> Bool {
    var position = one.tokens.upperBound
    while position < passage.tags.count, position < one.tokens.upperBound + 4 {
      switch passage.tags[position] {
      case .possessive, .adjective, .number: position += 1
      case .noun:
        let inside = passage.reference[position]
        if inside >= 0, actors[passage.references[Int(inside)].actor].kind == .person {
          return false
        }
        // "two Avarian towns killing five": whose the towns are.
        if one.isDemonym, passage.cues[position].contains(.site) { return false }
        if passage.lexicon.isDeedNoun(passage.hash(position)),
          !isCompound(after: position)
        {
          return true
        }
        position += 1
      default: return false
      }
    }
    return false
  }

  /// "Mali Resort Attack Ends": where it was, unless another place follows ("US attack in Mali") or it tells with what,
  /// as "US drone attacks" does.
  func seatsDeed(_ one: ActorReference, in clause: Clause) -> Bool {
    guard !one.isDemonym, !one.isNominal, !isPossessor(one) else { return false }
    var position = one.tokens.upperBound
    while position < passage.tags.count, position < one.tokens.upperBound + 3,
      passage.tags[position] == .noun, passage.reference[position] < 0
    {
      if passage.cues[position].contains(.flown) { return false }
      if passage.lexicon.isSeated(passage.hash(position)) {
        return !references(in: position..<max(clause.range.upperBound, position))
          .contains { $0.isLocation || actors[$0.actor].kind == .government }
      }
      position += 1
    }
    return false
  }

  /// "a chemical attack town": the deed only describes what comes behind.
  private func isCompound(after position: Int) -> Bool {
    let next = position + 1
    return next < passage.tags.count && passage.cues[next].contains(.site)
      && passage.tags[next] == .noun
  }

  /// "condemned the attack on the village": whom another deed is done to; `own` is the deed's own noun, as of "opened an
  /// inquiry into the army".
  func isOfDeed(_ one: ActorReference, behind head: Int, besides own: UInt32? = nil) -> Bool {
    guard let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: head),
      link - 1 > head
    else { return false }
    // "filed a lawsuit against the firm" accuses the firm.
    return passage.hash(link) != Word.against && passage.tags[link - 1] == .noun
      && passage.hash(link - 1) != own && passage.lexicon.isDeedNoun(passage.hash(link - 1))
  }

  func isPossessor(_ one: ActorReference) -> Bool {
    one.tokens.upperBound < passage.tags.count && passage.tags[one.tokens.upperBound] == .possessive
  }

  /// "a war against Avaria": whoever else is acted on.
  func isOpposed(_ one: ActorReference) -> Bool {
    var position = one.tokens.lowerBound - 1
    while position >= 0,
      passage.tags[position] == .determiner || passage.tags[position] == .adjective
    {
      position -= 1
    }
    return position >= 0 && passage.hash(position) == Word.against
  }

  /// "threatened attacks on Avarian targets": whose that is which a deed is on.
  func isOnDeed(_ one: ActorReference, behind head: Int) -> Bool {
    guard let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: head) else {
      return false
    }
    return passage.hash(link) == Word.on && passage.tags[link - 1] == .noun
      && passage.lexicon.isDeedNoun(passage.hash(link - 1))
  }

  /// "were killed as well as dozens of [passengers]": joined to those who are told before the verb.
  func isAdded(_ one: ActorReference) -> Bool {
    var position = one.tokens.lowerBound - 1
    while position > 0 {
      switch passage.tags[position] {
      case .determiner, .adjective, .number, .noun: position -= 1
      case .preposition where passage.hash(position) == Word.of: position -= 1
      default: return passage.tags[position] == .coordinator
      }
    }
    return false
  }

  /// Whether another actor heads the phrase that this one opens.
  func headFollows(_ one: ActorReference, in range: Range<Int>) -> Bool {
    var position = one.tokens.upperBound
    while position < range.upperBound {
      if passage.reference[position] >= 0 { return true }
      switch passage.tags[position] {
      case .noun, .possessive, .adjective, .number: position += 1
      default: return false
      }
    }
    return false
  }

  /// "NATO peacekeeping troops", "top al-Badr leaders": a description with the name before it that
  /// tells whose it is.
  func widened(_ one: ActorReference) -> ActorReference {
    guard one.isNominal else { return one }
    let one = named(one)
    guard !passage.isDemonym[one.tokens.lowerBound] else { return one }
    var first = one.tokens.lowerBound
    var position = first - 1
    while position >= 0, position >= one.tokens.lowerBound - 4 {
      let inside = passage.reference[position]
      if inside >= 0 {
        let owner = passage.references[Int(inside)]
        let start = owner.tokens.lowerBound
        let isCompound =
          start > 0 && passage.hash(start - 1) == TaggedPassage.hyphen
          && !passage.text.tokens[start - 1].shape.contains(.spaceBefore)
        if !owner.isNominal, actors[owner.actor].kind != .person, !isCompound {
          first = owner.tokens.lowerBound
        }
        break
      }
      if passage.isDemonym[position] {
        first = position
        break
      }
      guard passage.tags[position] == .noun || passage.tags[position] == .adjective,
        passage.timex[position] < 0, !passage.lexicon.isTriggerNoun(passage.hash(position)),
        passage.text.tokens[position].kind == .word
      else { break }
      if isUnknownName(position, before: one) {
        // "pro-Novak protesters".
        if position > 1, passage.isCompound(position, in: 0..<passage.tags.count) { position -= 2 }
        first = position
      }
      position -= 1
    }
    guard first < one.tokens.lowerBound else { return one }
    var whole = one
    whole.span = TextSpan(Int(passage.text.tokens[first].start), one.span.end)
    whole.tokens = first..<one.tokens.upperBound
    return whole
  }

  /// "the newspaper [La Vela]", "the ship [Star]": a name right behind, which no table knows.
  private func named(_ one: ActorReference) -> ActorReference {
    let tokens = passage.text.tokens
    var end = one.tokens.upperBound
    guard !passage.text.isTitle, !passage.endsPlural(end - 1),
      !tokens[end - 1].shape.contains(.capitalised)
    else { return one }
    while end < tokens.count, tokens[end].kind == .word, passage.tags[end] == .noun,
      passage.reference[end] < 0, passage.timex[end] < 0, passage.verbs[end] == nil,
      tokens[end].shape.contains(.capitalised), tokens[end].shape.contains(.spaceBefore)
    {
      end += 1
    }
    guard end > one.tokens.upperBound else { return one }
    var whole = one
    whole.span = TextSpan(one.span.start, Int(tokens[end - 1].end))
    whole.tokens = one.tokens.lowerBound..<end
    return whole
  }

  /// "I'm" names nobody.
  private func isContraction(_ position: Int) -> Bool {
    let token = passage.text.tokens[position]
    return passage.text.bytes[Int(token.start)..<Int(token.end)].contains(UInt8(ascii: "'"))
  }

  /// "Kelti elders", "Grey Scarf protesters": with a capital inside a sentence, and known to no table.
  private func isUnknownName(_ position: Int, before one: ActorReference) -> Bool {
    let tokens = passage.text.tokens
    guard !passage.text.isTitle, position > 0, passage.verbs[position] == nil,
      tokens[position].shape.contains(.capitalised), !isContraction(position),
      // "President Novak's government" is somebody's by himself.
      !tokens[one.tokens.lowerBound].shape.contains(.capitalised),
      passage.lexicon.words[tokens[position].hash]?.tag == nil
    else { return false }
    switch passage.tags[position - 1] {
    case .pause, .quote, .bracket: return false
    default: return true
    }
  }

  /// "Avaria's government" is Avaria's own; "Avaria's transitional president" and "Novak's government" are printed
  /// with their owners.
  func owned(_ one: ActorReference) -> ActorReference {
    let mark = one.tokens.lowerBound - 1
    guard one.isNominal, mark > 0, passage.tags[mark] == .possessive,
      passage.reference[mark - 1] >= 0
    else { return one }
    let owner = passage.references[Int(passage.reference[mark - 1])]
    guard !owner.isNominal else { return one }
    var whole = one
    whole.span = TextSpan(owner.span.start, one.span.end)
    whole.tokens = owner.tokens.lowerBound..<one.tokens.upperBound
    if actors[one.actor].kind == .government, passage.isState[owner.actor] {
      whole.actor = owner.actor
    }
    return whole
  }
}
