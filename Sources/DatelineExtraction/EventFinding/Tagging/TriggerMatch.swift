import DatelineModel

/// A trigger in a sentence.
struct TriggerMatch: Sendable {
  var tokens: Range<Int>
  /// Index into ``EventLexicon/entries``.
  var entry: Int
  var isVerb: Bool

  /// The verb itself, or the last word of a noun.
  var head: Int { isVerb ? tokens.lowerBound : tokens.upperBound - 1 }
}

extension TaggedPassage {
  /// The triggers of a sentence, in order and without overlap.
  func triggerMatches(in sentence: Range<Int>) -> [TriggerMatch] {
    var matches: [TriggerMatch] = []
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      guard let forms = lexicon.triggers[hash(position)],
        let match = match(forms, at: position, in: sentence),
        !lexicon.entries[match.entry].traits.contains(.idle)
      else {
        position += 1
        continue
      }
      matches.append(match)
      position = match.tokens.upperBound
    }
    return matches
  }

  /// What the lexicon says of a trigger; nothing where there is none.
  func traits(of match: TriggerMatch?) -> Trigger.Traits {
    match.map { lexicon.entries[$0.entry].traits } ?? []
  }

  /// "the talks", "this attack": told of before.
  func isDefinite(_ match: TriggerMatch) -> Bool {
    var position = match.tokens.lowerBound - 1
    while position >= 0, match.tokens.lowerBound - position < 6 {
      switch tags[position] {
      case .determiner: return hash(position) == Word.the || hash(position) == Word.this
      case .noun, .adjective, .number, .time, .possessive: position -= 1
      default: return false
      }
    }
    return false
  }

  private func match(_ forms: [TriggerForm], at position: Int, in sentence: Range<Int>)
    -> TriggerMatch?
  {
    let isPhrasal = particle(behind: position, in: sentence) != nil
    for form in forms {
      // "was called off" calls nobody.
      if isPhrasal, form.rest.isEmpty { continue }
      let end = position + 1 + form.rest.count
      if let split = splitMatch(form, at: position, in: sentence) { return split }
      guard end <= sentence.upperBound, goesOn(after: position, with: form.rest) else {
        if let parted = objectMatch(form, at: position, in: sentence)
          ?? partedMatch(form, at: position, in: sentence)
          ?? passiveMatch(form, at: position, in: sentence)
        {
          return parted
        }
        continue
      }
      let tokens = position..<end
      if tokens.count > 1,
        timex[end - 1] >= 0
          || lexicon.prepositions[hash(end - 1)] != nil && end < sentence.upperBound
            && timex[end] >= 0
      {
        // "agreed on Monday" is no agreement on it; "stepped down on Monday" has all its words.
        continue
      }
      let entry = lexicon.entries[Int(form.entry)]
      guard entry.isVerb ? isVerb(tokens) : isNoun(tokens, mutual: entry.traits.contains(.mutual))
      else { continue }
      if entry.traits.contains(.intransitive), tokens.count > 1, end < sentence.upperBound,
        tags[end] == .determiner
      {
        // "went off a cliff" is no explosion.
        continue
      }
      if entry.traits.contains(.passive), auxiliary(of: position, in: sentence) == nil { continue }
      if entry.traits.contains(.contest), isContest(position, in: sentence) { continue }
      if entry.traits.contains(.people), !isOfPeople(position, in: sentence) { continue }
      if entry.traits.contains(.told), !tellsWhoToWhom(tokens, entry) { continue }
      if entry.traits.contains(.place), !isOfPlace(position, in: sentence) { continue }
      if entry.traits.contains(.armed), !isByArmed(position, in: sentence) { continue }
      if entry.traits.contains(.bidding), !isBidding(position, in: sentence) { continue }
      if entry.traits.contains(.labour), !isOfLabour(position, entry, in: sentence) { continue }
      if entry.isVerb, entry.type == .assault, tellsScore(after: position, in: sentence) {
        continue
      }
      return TriggerMatch(tokens: tokens, entry: Int(form.entry), isVerb: entry.isVerb)
    }
    return nil
  }

  /// "was fatally [shot]": the "be" that makes a participle passive.
  private func auxiliary(of verb: Int, in sentence: Range<Int>) -> Int? {
    guard tags[verb] == .participle else { return nil }
    var before = verb - 1
    while before > sentence.lowerBound, tags[before] == .adverb || tags[before] == .negation {
      before -= 1
    }
    return before >= sentence.lowerBound && tags[before] == .be ? before : nil
  }

  /// "called Thursday on the parties": a time between a verb and its preposition.
  private func splitMatch(_ form: TriggerForm, at position: Int, in sentence: Range<Int>)
    -> TriggerMatch?
  {
    guard form.rest.count == 1, position + 2 < sentence.upperBound, timex[position + 1] >= 0 else {
      return nil
    }
    var end = position + 1
    while end < sentence.upperBound, timex[end] == timex[position + 1] { end += 1 }
    guard end < sentence.upperBound, hash(end) == form.rest[0], tags[end] == .preposition,
      end + 1 < sentence.upperBound, timex[end + 1] < 0,
      lexicon.entries[Int(form.entry)].isVerb, isVerb(position..<end)
    else { return nil }
    return TriggerMatch(
      tokens: position..<(position + 1), entry: Int(form.entry), isVerb: true)
  }

  /// "dropped [four barrel] bombs", "cut [all diplomatic] ties", "delivered [40 tonnes of] food", "lifted [a
  /// two-week] siege": how many and of what kind stands between a verb and its object.
  private func objectMatch(_ form: TriggerForm, at position: Int, in sentence: Range<Int>)
    -> TriggerMatch?
  {
    guard let object = form.rest.last, lexicon.entries[Int(form.entry)].isVerb,
      isVerb(position..<(position + 1))
    else { return nil }
    let verb = form.rest.dropLast()
    let start = position + verb.count + 1
    guard start < sentence.upperBound, goesOn(after: position, with: verb) else { return nil }
    for next in behindTime(start, in: sentence)..<min(start + 8, sentence.upperBound) {
      if hash(next) == object, tags[next] == .noun || cues[next].contains(.weapon) {
        return TriggerMatch(
          tokens: position..<start, entry: Int(form.entry), isVerb: true)
      }
      switch tags[next] {
      // "let's go".
      case .possessive where next == start: return nil
      case .adverb where next == start || tags[next - 1] == .determiner: continue
      case .coordinator where tags[next - 1] == .adjective: continue
      case .preposition where next + 1 < tags.count && cues[next + 1].contains(.weapon): continue
      case .time where tags[next - 1] == .determiner || tags[next - 1] == .time: continue
      default: guard leadsToObject(next) else { return nil }
      }
    }
    return nil
  }

  /// Over a time right behind a verb: "lifted [on Monday] a ban".
  private func behindTime(_ start: Int, in sentence: Range<Int>) -> Int {
    var end = start
    if end + 1 < sentence.upperBound, tags[end] == .preposition, timex[end + 1] >= 0 { end += 1 }
    while end < sentence.upperBound, timex[end] >= 0, end < start + 3 { end += 1 }
    return end < min(start + 8, sentence.upperBound) && timex[end] < 0 ? end : start
  }

  /// "placed [the leader] under house arrest", "drove [the rebels] out": whom it is done to stands between
  /// a verb and the rest of its phrase.
  private func partedMatch(_ form: TriggerForm, at position: Int, in sentence: Range<Int>)
    -> TriggerMatch?
  {
    guard let opening = form.rest.first, position + 2 < sentence.upperBound,
      lexicon.entries[Int(form.entry)].isVerb, isVerb(position..<(position + 1))
    else { return nil }
    for next in (position + 1)..<min(position + 8, sentence.upperBound) {
      if hash(next) == opening, next > position + 1,
        next + form.rest.count <= sentence.upperBound,
        tags[next - 1] == .noun || tags[next - 1] == .pronoun,
        goesOn(after: next, with: form.rest.dropFirst()),
        form.rest.count > 1 || opening == Word.as || isParticle(next, in: sentence)
          || opening == Word.of && isOfSomebody(before: next)
      {
        return TriggerMatch(
          tokens: position..<(position + 1), entry: Int(form.entry), isVerb: true)
      }
      guard leadsToObject(next) || tags[next] == .pronoun else { return nil }
    }
    return nil
  }

  /// "suspect [rebels] of arson", "stripped [him] of his title": somebody, and what for.
  private func isOfSomebody(before link: Int) -> Bool {
    tags[link - 1] == .pronoun || reference[link - 1] >= 0
  }

  /// "[the curfew,] imposed in March, [was lifted]", "[patrols] were stepped up", "[chemical weapons] were used": the
  /// object of a phrase, which a passive has in front.
  private func passiveMatch(_ form: TriggerForm, at position: Int, in sentence: Range<Int>)
    -> TriggerMatch?
  {
    guard let noun = form.rest.last, lexicon.entries[Int(form.entry)].isVerb,
      let be = auxiliary(of: position, in: sentence),
      let object = (max(sentence.lowerBound, be - 10)..<be).last(where: {
        hash($0) == noun && tags[$0] == .noun && tags[$0 + 1] != .noun
      }),
      let split = form.rest.indices.first(where: { split in
        let words = form.rest[split...]
        let first = object + 1 - words.count
        return first >= sentence.lowerBound && position + split < sentence.upperBound
          && goesOn(after: position, with: form.rest[..<split])
          && zip(first..., words).allSatisfy { hash($0) == $1 }
      })
    else { return nil }
    let start = phraseStart(of: object, downTo: sentence.lowerBound)
    guard start == sentence.lowerBound || tags[start - 1] != .preposition else { return nil }
    return TriggerMatch(
      tokens: position..<(position + 1 + split), entry: Int(form.entry), isVerb: true)
  }

  /// "out" at the end, "over to": nothing that it could rule stands behind.
  private func isParticle(_ position: Int, in sentence: Range<Int>) -> Bool {
    guard tags[position] == .preposition || tags[position] == .adverb else { return false }
    guard position + 1 < sentence.upperBound else { return true }
    return switch tags[position + 1] {
    case .preposition, .to, .comma, .pause, .coordinator, .subordinator: true
    default: false
    }
  }

  /// "all diplomatic", "40 tonnes of": what may stand between a verb and the head of its object.
  private func leadsToObject(_ position: Int) -> Bool {
    switch tags[position] {
    case .determiner, .adjective, .number, .noun, .possessive, .participle, .past: true
    case .preposition: hash(position) == Word.of
    default: false
    }
  }

  /// Whether a verb has people behind it, or in front where it is passive: "freed [five] hostages".
  private func isOfPeople(_ verb: Int, in sentence: Range<Int>) -> Bool {
    func isPeople(_ position: Int) -> Bool {
      guard reference[position] >= 0 else {
        return !cues[position].isDisjoint(with: [.person, .victim])
      }
      let one = references[Int(reference[position])]
      // "captured Red Front positions".
      let end = one.tokens.upperBound
      let describes =
        !one.isNominal && end < sentence.upperBound && tags[end] == .noun && reference[end] < 0
      return !one.isLocation && !describes
    }
    // "Hostages freed in Orsk", a headline without "were".
    if auxiliary(of: verb, in: sentence) != nil || text.isTitle && tags[verb] == .participle {
      return (sentence.lowerBound..<verb).last { tags[$0] == .noun && !isWhere($0) }
        .map(isPeople) ?? false
    }
    for position in (verb + 1)..<min(verb + 7, sentence.upperBound) {
      if isPeople(position) { return true }
      guard leadsToObject(position) else { return false }
    }
    return false
  }

  /// "journalists jailed in [Avaria] were released": a place that a preposition leads to.
  private func isWhere(_ position: Int) -> Bool {
    guard reference[position] >= 0 else { return false }
    let one = references[Int(reference[position])]
    let link = phraseStart(of: one.tokens.lowerBound, downTo: 0) - 1
    return one.isLocation && link >= 0 && tags[link] == .preposition
  }

  /// "a plea [from the mayor] [to the government] for help", "[Avaria's] offer [to Borduria]": by whom and to whom, around
  /// a noun.
  func tellsWhoToWhom(_ noun: Range<Int>, _ entry: Trigger) -> Bool {
    var isByWhom = isOwned(noun)
    var isToWhom = false
    var role: Preposition?
    var position = noun.upperBound
    while position < tags.count {
      if reference[position] >= 0 {
        switch role {
        case .agent, .origin: isByWhom = true
        case .of where entry.traits.contains(.doer): isByWhom = true
        // "the expulsion of diplomats by Avaria", but "a loan of the bank".
        case .of where !entry.traits.contains(.told) && !entry.traits.contains(.mutual):
          isToWhom = true
        case .target: isToWhom = true
        default: break
        }
        if isByWhom, isToWhom { return true }
      } else if let next = lexicon.prepositions[hash(position)] {
        role = next
      }
      switch tags[position] {
      case .noun, .adjective, .determiner, .number, .possessive, .preposition, .to, .coordinator:
        position += 1
      default: return false
      }
    }
    return false
  }

  /// "Avaria's latest [offer]", "an Avarian [offer]", "US [sanctions]": somebody's.
  private func isOwned(_ noun: Range<Int>) -> Bool {
    var position = noun.lowerBound - 1
    while position > 0, tags[position] == .adjective || tags[position] == .number { position -= 1 }
    guard position >= 0 else { return false }
    let owner = tags[position] == .possessive ? position - 1 : position
    guard owner >= 0, reference[owner] >= 0 else { return false }
    return owner < position || references[Int(reference[owner])].isDemonym
      || text.tokens[owner].shape.contains(.allCapitals)
  }

  /// "took [Kelt]", "lost the besieged [town]": the object is a place, and does not only describe what is taken.
  private func isOfPlace(_ verb: Int, in sentence: Range<Int>) -> Bool {
    for position in (verb + 1)..<max(min(verb + 7, sentence.upperBound), verb + 1) {
      if reference[position] >= 0 {
        let one = references[Int(reference[position])]
        let end = one.tokens.upperBound
        return one.isLocation && !one.isDemonym
          && (end >= sentence.upperBound || tags[end] != .noun && tags[end] != .possessive)
      }
      let next = position + 1
      if cues[position].contains(.site), next >= sentence.upperBound || tags[next] != .noun {
        return true
      }
      guard leadsToObject(position) else { return false }
    }
    return false
  }

  /// "[the army] later entered", "[tanks of the militia] rolled into": the last noun in front, or the one that "of"
  /// leads back to, is of those who fight.
  private func isByArmed(_ verb: Int, in sentence: Range<Int>) -> Bool {
    for position in (sentence.lowerBound..<verb).reversed().prefix(10) {
      switch tags[position] {
      case .noun where !cues[position].isDisjoint(with: [.armed, .weapon]): return true
      case .noun, .adjective, .adverb, .determiner, .number, .be, .have, .possessive, .time:
        continue
      case .preposition where hash(position) == Word.of || timex[position + 1] >= 0: continue
      case .coordinator: continue
      default: return false
      }
    }
    return false
  }

  /// "told [the residents of Kelt] to leave", "were told to leave": an infinitive behind whom it is said to.
  private func isBidding(_ verb: Int, in sentence: Range<Int>) -> Bool {
    for position in (verb + 1)..<max(min(verb + 10, sentence.upperBound - 1), verb + 1) {
      if tags[position] == .to { return tags[position + 1] == .base || tags[position + 1] == .be }
      let isTime =
        tags[position] == .time || tags[position] == .preposition && tags[position + 1] == .time
      guard
        reference[position] >= 0 || tags[position] == .pronoun || leadsToObject(position) || isTime
      else { return false }
    }
    return false
  }

  /// "beat Australia", "beat the Red Star": a country or club by its name right behind the verb.
  private func isContest(_ verb: Int, in sentence: Range<Int>) -> Bool {
    for position in (verb + 1)..<min(verb + 4, sentence.upperBound) {
      if reference[position] >= 0 {
        let one = references[Int(reference[position])]
        return !one.isNominal && (one.isLocation || one.isOrganization)
      }
      guard tags[position] == .determiner || tags[position] == .adjective else { return false }
    }
    return false
  }

  /// "the dockers' strike", "the strike by dock workers", "workers struck": right beside it, since a strike
  /// that killed three workers is none of theirs.
  private func isOfLabour(_ strike: Int, _ entry: Trigger, in sentence: Range<Int>) -> Bool {
    func isLabour(_ position: Int) -> Bool {
      cues[position].contains(.labour) && !text.tokens[position].shape.contains(.capitalised)
    }
    var before = strike - 1
    while before >= sentence.lowerBound, strike - before < 4 {
      if cues[before].contains(.labour), before == sentence.lowerBound || isLabour(before) {
        // "workers struck by a missile".
        return !entry.isVerb || strike + 1 == sentence.upperBound
          || timex[strike + 1] >= 0 || hash(strike + 1) == Word.for
          || strike + 2 < sentence.upperBound && timex[strike + 2] >= 0
            && tags[strike + 1] == .preposition
      }
      switch tags[before] {
      case .possessive, .quote: before = entry.isVerb ? -1 : before - 1
      case .noun, .number, .adjective: before -= 1
      default: before = -1
      }
    }
    let next = strike + 1
    let verb = strike - 2
    if !entry.isVerb, verb > sentence.lowerBound, tags[strike - 1] == .determiner,
      tags[verb].isLexicalVerb,
      next + 1 >= sentence.upperBound || hash(next) != Word.on || timex[next + 1] >= 0,
      (sentence.lowerBound..<verb).suffix(6).contains(where: {
        $0 == sentence.lowerBound ? cues[$0].contains(.labour) : isLabour($0)
      })
    {
      // "Teachers suspended a strike".
      return true
    }
    // "The strike began at midnight", "a strike entered its third day": what goes on is no blow.
    if !entry.isVerb, next < sentence.upperBound, tags[next].isLexicalVerb,
      verbs[next]?.cues.isDisjoint(with: [.begin, .end]) == false,
      tags[max(strike - 1, sentence.lowerBound)] == .determiner
    {
      return true
    }
    guard !entry.isVerb, next < sentence.upperBound,
      hash(next) == Word.by || hash(next) == Word.of
    else { return false }
    return (next + 1..<min(next + 5, sentence.upperBound)).contains(where: isLabour)
  }

  /// "beat Norland 3-1": a match, and no attack.
  private func tellsScore(after verb: Int, in sentence: Range<Int>) -> Bool {
    let end = min(verb + 9, sentence.upperBound)
    guard verb + 3 < end else { return false }
    return (verb + 1..<end - 2).contains {
      text.tokens[$0].kind == .number && hash($0 + 1) == TaggedPassage.hyphen
        && text.tokens[$0 + 2].kind == .number && timex[$0] < 0
        && text.tokens[$0].end - text.tokens[$0].start <= 3
    }
  }

  private func isVerb(_ tokens: Range<Int>) -> Bool {
    tags[tokens.lowerBound].isLexicalVerb || tags[tokens.lowerBound] == .be
  }

  /// "a toll-free number", "attack-related": a hyphen joins the word to the next.
  func opensCompound(_ position: Int) -> Bool {
    let hyphen = position + 1
    return hyphen + 1 < tags.count && hash(hyphen) == TaggedPassage.hyphen
      && !text.tokens[hyphen].shape.contains(.spaceBefore)
      && !text.tokens[hyphen + 1].shape.contains(.spaceBefore)
      && text.tokens[hyphen + 1].kind == .word
  }

  /// A noun that heads its phrase: "air strikes", and not "strike group" or "War Ministry".
  private func isNoun(_ tokens: Range<Int>, mutual: Bool) -> Bool {
    let last = tokens.upperBound - 1
    guard tags[last] == .noun, timex[last] < 0, !tags[tokens.lowerBound].isLexicalVerb else {
      return false
    }
    let inside = reference[last]
    if inside >= 0 {
      let one = references[Int(inside)]
      // A congress or summit by its name happens; other names only hold the word.
      return mutual && !one.isNominal && one.tokens.upperBound == tokens.upperBound
    }
    let next = tokens.upperBound
    if opensCompound(last) { return false }
    if tokens.count == 1, last > 0, hash(last - 1) == Word.to, lexicon.isHarm(hash(last)) {
      // "sentenced to death", "stabbed to death".
      return false
    }
    if next < tags.count, reference[next] >= 0 {
      // "suicide bombers" act, and "earthquake victims" tell of an earthquake.
      let one = references[Int(reference[next])]
      let isActing = one.isNominal && one.tokens.lowerBound == next && one.tokens.count == 1
      return !isActing || cues[next].contains(.victim)
    }
    guard next < tags.count, tags[next] == .noun,
      !text.tokens[next].shape.contains(.lineBefore), text.tokens[next].kind == .word,
      text.tokens[next].shape.contains(.spaceBefore)
    else { return true }
    return text.tokens[next].shape.contains(.capitalised)
  }
}
