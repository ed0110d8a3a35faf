import DatelineModel
import EDTF

/// Finds the time that governs a deed: the nearest of its own clause that belongs to no other.
struct GoverningTimeFinder {
  let passage: TaggedPassage
  let published: CalendarDate?

  /// The time that stands nearest to `head` in its own clause, by index.
  ///
  /// `isLoose` where no table knows the verb; `isSaid` where a statement or demand is dated.
  func time(
    of head: Int, in clause: Clause, isLoose: Bool = false, isSaid: Bool = false
  ) -> Int? {
    var best: (isPhrase: Bool, distance: Int, timex: Int)?
    for position in clause.whole where passage.timex[position] >= 0 {
      let index = Int(passage.timex[position])
      let timex = passage.timexes[index]
      guard let edtf = timex.edtf, timex.kind != .set, !timex.value.hasSuffix("_REF") else {
        continue
      }
      if timex.kind == .duration, edtf.earliest == nil { continue }
      if passage.isLikeness(index) || passage.isAsOf(index) || passage.isAnniversary(index)
        || isNamed(index, by: clause.group?.main)
      {
        continue
      }
      if isSaid, position > head, let latest = edtf.latest, let published,
        isToldInPresent(clause) && latest.dayNumber < published.dayNumber - 1
          || latest.dayNumber < published.dayNumber - 7 && holdsDeed(head + 1..<position)
      {
        // "They blame Avaria for an incident on 6 March", "accused the army of using gas in its bombardment of
        // Kelt on 6 March".
        continue
      }
      if isOfPlan(position, edtf, head: head, in: clause, isSaid: isSaid)
        || isOfAnother(position, head: head, in: clause, isLoose: isLoose, isSaid: isSaid)
        || isOfItsNoun(position, head: head, clause, isSaid: isSaid)
        || isBehind(edtf, clause)
      {
        continue
      }
      if position < clause.range.lowerBound, !clause.subject.contains(position) { continue }
      if clause.group?.isCopula == true, position > head, clause.subject.contains(head),
        position > clause.group!.tokens.upperBound + 3,
        !passage.cues[clause.group!.tokens.upperBound].contains(.upcoming)
      {
        // "the attack was a response to what was done on Tuesday".
        continue
      }
      let claim = claim(ofPhraseOn: position, against: head, in: clause)
      if claim == .whole { continue }
      let (isPhrase, distance) = (claim == .shared, abs(position - head))
      if best.map({ isPhrase == $0.isPhrase ? distance < $0.distance : $0.isPhrase }) ?? true {
        best = (isPhrase, distance, index)
      }
    }
    return best?.timex
  }

  /// "declared Friday a day of mourning": what is spoken of, and not when.
  private func isNamed(_ timex: Int, by verb: Int?) -> Bool {
    guard let verb, passage.verbs[verb]?.cues.contains(.naming) == true else { return false }
    let tokens = passage.tokens(ofTimex: timex)
    return tokens.lowerBound == verb + 1 && tokens.upperBound < passage.tags.count
      // "a day" is a time itself.
      && (passage.tags[tokens.upperBound] == .determiner
        || passage.hash(tokens.upperBound) == Word.a)
  }

  /// Whether a deed is told of between two words, with a verb's ending or by a noun behind a preposition.
  private func holdsDeed(_ words: Range<Int>) -> Bool {
    words.contains { passage.tags[$0] == .gerund }
      && words.contains { passage.lexicon.isTriggerNoun(passage.hash($0)) }
  }

  private func isToldInPresent(_ clause: Clause) -> Bool {
    clause.group.map { $0.tense == .present && !$0.isPerfect && !$0.isPassive } ?? false
  }

  /// "left ahead of the talks next week": the time of what comes before or after, not of the deed.
  private func isOfAnother(
    _ time: Int, head: Int, in clause: Clause, isLoose: Bool, isSaid: Bool
  ) -> Bool {
    // "over the bombing of 3 May", "the bombing of 3 May was condemned", but "the bombing of 3 May killed ten".
    if time > head || isSaid, isOfNoun(time, head: head) { return true }
    guard time > head else { return describesSubject(time, in: clause) }
    // "began when the regime in power since 1963 fired": since when somebody rules.
    if passage.isSince(Int(passage.timex[time])),
      (head..<time).contains(where: { passage.hash($0) == Word.when })
    {
      return true
    }
    if isOfRival(time, head: head) || isInserted(head, before: time, in: clause) { return true }
    var hasNoun = false
    var position = time - 1
    while position > head {
      if passage.timex[position] == passage.timex[time] {
        position -= 1
        continue
      }
      if passage.cues[position].contains(.contrast) { return true }
      if passage.cues[position].contains(.temporal), passage.tags[position] != .time {
        // "died after suffering a stroke on Thursday": of one day.
        if passage.hash(position) == Word.after, passage.tags[position + 1] == .gerund,
          !isOld(passage.tokens(ofTimex: Int(passage.timex[time])))
        {
          return false
        }
        return hasNoun
      }
      if passage.tags[position] == .preposition, hasNoun,
        passage.hash(position) == Word.despite
          // "fell by more than six percent on Thursday" compares with no other day.
          || passage.hash(position) == Word.than && passage.tags[position + 1] != .number
      {
        return true
      }
      switch passage.tags[position] {
      case .noun: hasNoun = true
      // "denied arming the rebels, whom Avaria accuses of …", but "an offensive, which began in April".
      case .relative
      where passage.tags[head].isLexicalVerb && passage.hash(position) != Word.that:
        return true
      case .participle
      where position > head + 1 && passage.tags[position - 1] == .comma
        && passage.tags[position - 2] == .noun && !passage.isLight(position)
        && passage.verbs[position]?.takesObject == true:
        // "the recordings of the operation, shown to the press on 14 January".
        return true
      case .participle where isLoose && position > head + 1:
        // "prepared an answer to the rocket launched last April".
        if passage.tags[position - 1] == .noun { return true }
      case .participle where position > head + 1 && passage.isLight(position):
        // "condemned the attack carried out on 6 March", but "visited land held by rebels on Monday".
        if passage.tags[position - 1] == .noun,
          passage.lexicon.isTriggerNoun(passage.hash(position - 1))
        {
          return true
        }
      case .comma: return opensPart(position + 1, before: time)
      case .pause: return false
      default: break
      }
      position -= 1
    }
    return false
  }

  /// "The spill has surpassed the disaster of 1989": the year of what it is held against.
  private func isOfRival(_ time: Int, head: Int) -> Bool {
    guard isYearsOld(passage.tokens(ofTimex: Int(passage.timex[time]))) else { return false }
    return (head..<time).contains {
      passage.tags[$0].isLexicalVerb && passage.verbs[$0]?.cues.contains(.rival) == true
    }
  }

  /// "The firm, now facing an inquiry, has lost a third since May": what commas part from the verb has not its day.
  private func isInserted(_ head: Int, before time: Int, in clause: Clause) -> Bool {
    guard let main = clause.group?.main, head < main, main < time, passage.tags[head] == .noun,
      (head..<main).contains(where: { passage.tags[$0] == .comma }),
      let open = (clause.whole.lowerBound..<max(clause.whole.lowerBound, head))
        .last(where: { passage.tags[$0] == .comma }),
      open > clause.whole.lowerBound, passage.tags[open - 1] == .noun, open + 2 < head
    else { return false }
    let first = passage.tags[open + 1] == .adverb ? open + 2 : open + 1
    return passage.tags[first] == .gerund || passage.tags[first] == .participle
  }

  /// The day of what a noun names, whatever the clause tells.
  private func isOfNoun(_ time: Int, head: Int) -> Bool {
    let tokens = passage.tokens(ofTimex: Int(passage.timex[time]))
    let link = tokens.lowerBound - 1
    guard link > 0, passage.hash(link) == Word.of else { return false }
    // "does not end as the one of 1929", "the same as that of May 2017"; but "in one of Monday's blasts".
    if link - 1 > head, passage.hash(link - 1) == Word.one || passage.hash(link - 1) == Word.that {
      let next = tokens.upperBound
      return next >= passage.tags.count || passage.tags[next] != .possessive
    }
    guard passage.tags[link - 1] == .noun else { return false }
    return link - 1 != head && passage.lexicon.isTriggerNoun(passage.hash(link - 1))
  }

  /// "nine died, the last of them on Friday": the day of one of several.
  private func opensPart(_ start: Int, before time: Int) -> Bool {
    for position in start..<max(start, min(start + 4, time - 1)) {
      if passage.hash(position) == Word.of {
        return passage.tags[position + 1] == .pronoun || passage.tags[position + 1] == .relative
      }
      let isOne =
        passage.cues[position].contains(.previous)
        || passage.lexicon.numbers[passage.hash(position)]?.contains {
          $0.kind == .ordinal && $0.rest.isEmpty
        } ?? false
      // "the last on Friday", but "on the first day".
      if isOne, position == start + 1, passage.hash(start) == Word.the,
        passage.tags[position + 1] == .preposition, passage.hash(position + 1) != Word.of
      {
        return true
      }
    }
    return false
  }

  /// "A woman born in 1958 died last night": the time of what a participle says of the subject, and not
  /// of the deed; but "an attack launched on Monday killed ten".
  private func describesSubject(_ time: Int, in clause: Clause) -> Bool {
    guard let main = clause.group?.main, time < main else { return false }
    var position = time - 1
    while position > 0, passage.timex[position] == passage.timex[time] { position -= 1 }
    // "a contractor jailed in Kelt over a year ago".
    while position > 0,
      passage.tags[position] == .preposition || passage.tags[position] == .adverb
        || passage.reference[position] >= 0
          && passage.references[Int(passage.reference[position])].isLocation
    {
      position -= 1
    }
    // "miners trapped since Monday were rescued".
    if passage.isSince(Int(passage.timex[time])),
      (0..<passage.tags.count).contains(position), passage.tags[position] == .subordinator,
      position > 0, passage.tags[position - 1] == .participle
    {
      return true
    }
    // "the number of those killed on Monday rose": what is counted there has its day.
    if passage.isCount(main) || position > 0 && passage.cues[position - 1].contains(.tally) {
      return false
    }
    // "left", "said" are pasts as well, and may be the clause's own.
    guard position > 0, !passage.isLight(position), passage.tags[position - 1] == .noun,
      let shapes = passage.verbs[position]?.shapes
    else { return false }
    // "A contractor jailed …", but "an attack launched on Monday killed ten".
    return shapes.contains(.participle)
      && (!shapes.contains(.past)
        || passage.tags[position] == .participle
          && !passage.lexicon.isTriggerNoun(passage.hash(position - 1)))
  }

  /// "agreed to hold the next round in July", "called on both to meet before 15 August": what lies ahead is not
  /// when it was agreed or called for.
  private func isOfPlan(
    _ time: Int, _ value: EDTFValue, head: Int, in clause: Clause, isSaid: Bool
  ) -> Bool {
    guard let published, time > head + 1, passage.tags[head].isLexicalVerb,
      clause.group.map({ $0.tense == .past || $0.isPerfect }) == true,
      let latest = value.latest, latest > published
    else { return false }
    func isInfinitive(_ token: Int) -> Bool {
      (passage.tags[token] == .base || passage.hash(token) == Word.be)
        && passage.tags[token - 1] == .to
    }
    if let first = value.earliest, first <= published {
      // "has agreed to pay $5 billion this year".
      return latest.dayNumber - first.dayNumber > 27
        && passage.lexicon.isSaying(passage.hash(head))
        && (head + 1..<time).contains(where: isInfinitive)
    }
    return isSaid
      || (head + 1..<time).contains {
        isInfinitive($0)
          || passage.tags[$0] == .noun && passage.lexicon.isTriggerNoun(passage.hash($0))
            // "called a strike for Monday": of one phrase.
            && !passage.lexicon.isPhrase(passage.hash(head), passage.hash($0))
      }
  }

  /// "are to search what fell five days ago": what lies ahead has no day that has gone by.
  private func isBehind(_ time: EDTFValue, _ clause: Clause) -> Bool {
    guard let published, let latest = time.latest, latest < published,
      let group = clause.group, group.tense == .future
    else { return false }
    let first = passage.hash(group.tokens.lowerBound)
    return first != Word.was && first != Word.were
  }

  /// "an appeal for the survivors of Tuesday's earthquake": the day of the earthquake and not of
  /// the deed, unless the deed is the noun's own ("Tuesday's earthquake killed 20", "died in
  /// Tuesday's earthquake").
  private func isOfItsNoun(_ time: Int, head: Int, _ clause: Clause, isSaid: Bool) -> Bool {
    let tokens = passage.tokens(ofTimex: Int(passage.timex[time]))
    guard let noun = nounPhrase(describedBy: tokens), !noun.contains(head) else { return false }
    let isYear = passage.timexes[Int(passage.timex[time])].value.utf8.count == 4
    let before = passage.phraseStart(before: tokens.lowerBound) - 1
    guard before >= 0 else { return false }
    switch passage.tags[before] {
    case .preposition, .to, .subordinator:
      // "treated 1,500 since Tuesday's earthquake" is of all the time since.
      if passage.hash(before) == Word.since { return false }
      // "is accused of being the gunman in Tuesday's shootings": of what was said, no day.
      if isSaid, time > head, passage.lexicon.isHarmDone(passage.hash(noun.upperBound - 1)) {
        return true
      }
      return !passage.cues[before].contains(.within) || isOfParticiple(before, head: head)
        || isOfVictims(before, head: head)
    default:
      // "condemned Tuesday's attack", but "attended Tuesday's talks"; "faulted them for leaving a 2013
      // agreement" has a verb of its own for the year.
      return time > head
        && (isSaid || passage.tags[before].isLexicalVerb && before != head && isYear)
    }
  }

  /// "assisted the families of the nine fatalities in the April accident", "was dismissed over negligence
  /// in last week's attack": the preposition belongs to who was harmed or to what it is done for.
  private func isOfVictims(_ preposition: Int, head: Int) -> Bool {
    let victim = preposition - 1
    guard head < victim else { return false }
    let link = passage.link(before: victim + 1, downTo: head)
    if link > head, link < victim, passage.cues[link].contains(.ground) { return true }
    return passage.cues[victim].contains(.victim)
      || passage.lexicon.figures[passage.hash(victim)]?.subject.isHarm == true
        && passage.tags[victim] != .past
  }

  /// "refunds to travellers caught up in": the preposition belongs to a participle that describes a
  /// noun, and not to the deed.
  private func isOfParticiple(_ preposition: Int, head: Int) -> Bool {
    guard head < preposition else { return false }
    var position = preposition - 1
    while position > head + 1 {
      switch passage.tags[position] {
      case .adverb, .preposition: position -= 1
      case .participle: return passage.tags[position - 1] == .noun
      default: return false
      }
    }
    return false
  }

  /// "before May local elections": not before May, as the time itself says.
  private func isOfOccasion(_ time: Range<Int>) -> Bool {
    let before = time.lowerBound - 1
    let word = passage.hash(before)
    // "ahead of".
    let isAhead = word == Word.of && before > 0 && passage.cues[before - 1].contains(.temporal)
    guard isAhead || word == Word.before || word == Word.after || word == Word.until,
      let value = passage.timexes[Int(passage.timex[time.lowerBound])].edtf
    else { return false }
    return value.earliest != nil && value.latest != nil && !value.isOpenEnded
  }

  /// What a time before a noun describes: "Tuesday's [strong earthquake]", "the 12 January
  /// [earthquake]"; nil where it describes none, as in "on Tuesday rebels left".
  private func nounPhrase(describedBy time: Range<Int>) -> Range<Int>? {
    var start = time.upperBound
    let count = passage.tags.count
    let isPossessive =
      start < count && passage.tags[start] == .possessive
      || passage.tags[time.upperBound - 1] == .possessive
    let before = time.lowerBound - 1
    let isOwn = isPossessive || before >= 0 && passage.tags[before] == .determiner
    guard isOwn || before >= 0 && isOfOccasion(time) else { return nil }
    if start < count, passage.tags[start] == .possessive { start += 1 }
    // "the Sept. 11, 2001, attacks".
    if start < count, passage.tags[start] == .comma, time.count > 3 { start += 1 }
    var end = start
    while end < count,
      passage.tags[end] == .noun || passage.tags[end] == .adjective || passage.tags[end] == .number
    {
      end += 1
    }
    guard end > start else { return nil }
    // What is done "after Friday prayers" is done on Friday.
    return isOwn || passage.lexicon.isTriggerNoun(passage.hash(end - 1)) ? start..<end : nil
  }
}
