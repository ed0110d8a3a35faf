/// Where phrases and the pieces of a sentence begin and end.
extension TaggedPassage {
  /// Subject and piece of a clause together, without the marks around.
  func extent(of clause: Clause) -> Range<Int> {
    let range = clause.whole
    var start = range.lowerBound
    while start + 1 < range.upperBound, isBorder(start) { start += 1 }
    var end = range.upperBound
    while end - 1 > start, isBorder(end - 1) { end -= 1 }
    return start..<end
  }

  private func isBorder(_ position: Int) -> Bool {
    tags[position].isMark || tags[position] == .coordinator
      || hash(position) == TaggedPassage.hyphen
  }

  /// From mark to mark around some words.
  func piece(around words: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    var (start, end) = (words.lowerBound, words.upperBound)
    while start > sentence.lowerBound, !tags[start - 1].isMark { start -= 1 }
    while end < sentence.upperBound, !tags[end].isMark { end += 1 }
    return start..<end
  }

  /// "[Hours] after a call by the union, …", "[two days] before the talks, …": how long before or after what it was.
  private func spanEnd(from start: Int, to end: Int) -> Int? {
    var link = start
    while link < end, link < start + 4, reference[link] < 0,
      hash(link) != Word.after, hash(link) != Word.before
    {
      switch tags[link] {
      case .determiner, .number, .noun, .time, .adverb, .preposition: link += 1
      default: return nil
      }
    }
    guard link > start, link < end, hash(link) == Word.after || hash(link) == Word.before else {
      return nil
    }
    return link
  }

  /// "According to the agency, …", "In Geneva, …", "Hours after the talks, …": where the subject itself begins,
  /// behind what stands in front of it.
  func frontEnd(of range: Range<Int>) -> Int {
    var position = range.lowerBound
    while position < range.upperBound,
      tags[position] == .adverb || tags[position] == .coordinator
    {
      position += 1
    }
    guard position < range.upperBound else { return range.lowerBound }
    if let link = spanEnd(from: position, to: range.upperBound) { position = link }
    switch tags[position] {
    case .preposition, .subordinator, .to: break
    case .gerund where hash(position) == Word.according: break
    case .gerund, .participle:
      return participleEnd(of: position..<range.upperBound) ?? range.lowerBound
    default:
      guard hash(position) == Word.according else { return range.lowerBound }
    }
    let isSource = hash(position) == Word.according
    while position < range.upperBound, tags[position] != .comma {
      if isSource, reference[position] >= 0, position + 1 < range.upperBound,
        reference[position + 1] < 0, tags[position + 1] == .determiner
      {
        // "According to Novak a number of": the comma is lost.
        return position + 1
      }
      if !isSource, let subject = subject(behindPlaceAt: position, before: range.upperBound) {
        return subject
      }
      position += 1
    }
    // A list in front of it ("along with A, B and C …") is no phrase of its own.
    guard position + 1 < range.upperBound,
      (position + 1..<range.upperBound).contains(where: { tags[$0].isNominal })
    else { return range.lowerBound }
    return nameEnd(behind: position, to: range.upperBound) ?? position + 1
  }

  /// "In the capital, [Kelt,] troops": behind the name of the place that stands in front.
  private func nameEnd(behind comma: Int, to end: Int) -> Int? {
    guard hash(comma - 1) == Word.capital || cues[comma - 1].contains(.site),
      reference[comma + 1] >= 0
    else { return nil }
    let name = references[Int(reference[comma + 1])]
    let next = name.tokens.upperBound
    return name.isLocation && next + 1 < end && tags[next] == .comma ? next + 1 : nil
  }

  /// "Retaliating for raids in Kelt, Avaria, the army": behind the comma that ends the phrase of a
  /// participle, which stands in front of the subject.
  private func participleEnd(of range: Range<Int>) -> Int? {
    guard let opening = range.first, opening + 1 < range.upperBound else { return nil }
    switch tags[opening + 1] {
    case .preposition, .to, .subordinator, .number, .determiner, .time, .adverb: break
    default: return nil
    }
    for comma in range where tags[comma] == .comma {
      let subject = (comma + 1)..<range.upperBound
      guard subject.contains(where: { tags[$0].isNominal }) else { return nil }
      // "in Kelt, Avaria,": the country says where the town lies.
      let place = reference[comma + 1]
      if place >= 0, references[Int(place)].isLocation,
        references[Int(place)].tokens.upperBound < range.upperBound,
        tags[references[Int(place)].tokens.upperBound] == .comma
      {
        continue
      }
      return subject.lowerBound
    }
    return nil
  }

  /// Whether a word stands in brackets or between dashes, and so in no part of the clause around.
  func isInserted(_ position: Int, in range: Range<Int>) -> Bool {
    func isDash(_ token: Int) -> Bool {
      tags[token] == .pause && byte(token) != UInt8(ascii: ":") && byte(token) != UInt8(ascii: ";")
    }
    let before = range.lowerBound..<position
    let after = (position + 1)..<max(range.upperBound, position + 1)
    if let bracket = before.last(where: { tags[$0] == .bracket }),
      byte(bracket) == UInt8(ascii: "("), after.contains(where: { tags[$0] == .bracket })
    {
      return true
    }
    return before.contains(where: isDash) && after.contains(where: isDash)
  }

  /// "In northern Orsk province 17 people": the comma behind the place is lost.
  private func subject(behindPlaceAt position: Int, before end: Int) -> Int? {
    guard reference[position] >= 0 else { return nil }
    let place = references[Int(reference[position])]
    guard place.isLocation, !place.isDemonym, place.tokens.upperBound == position + 1,
      isLed(place)
    else { return nil }
    var next = position + 1
    while next < end, tags[next] == .noun, cues[next].contains(.site), reference[next] < 0 {
      next += 1
    }
    guard next < end, !isJoinedByHyphen(next),
      (next..<end).contains(where: { tags[$0] == .noun })
    else { return nil }
    switch tags[next] {
    case .number, .determiner: return next
    // "In Orsk rebels attacked", but "in Orsk airport".
    case .noun:
      return reference[next] >= 0 || lexicon.isTriggerNoun(hash(next))
        || !cues[next].isDisjoint(with: .people) ? next : nil
    default: return nil
    }
  }

  /// "in northern Orsk", "in the town of Orsk": whether a preposition of place leads to a name.
  func isLed(_ place: ActorReference) -> Bool {
    var position = place.tokens.lowerBound - 1
    while position > 0 {
      let isOfSite = hash(position) == Word.of && cues[position - 1].contains(.site)
      guard
        isOfSite || tags[position] == .adjective || tags[position] == .determiner
          || tags[position] == .noun && reference[position] < 0
      else { break }
      position -= 1
    }
    return position >= 0 && lexicon.prepositions[hash(position)] == .place
  }

  private func isJoinedByHyphen(_ position: Int) -> Bool {
    hash(position) == TaggedPassage.hyphen
      || position + 1 < tags.count && hash(position + 1) == TaggedPassage.hyphen
        && !text.tokens[position + 1].shape.contains(.spaceBefore)
  }

  /// Where the noun phrase begins that stands before a word or ends in it.
  func nounPhraseStart(before position: Int, in range: Range<Int>) -> Int {
    var start = position
    while start > range.lowerBound {
      if start - 2 >= range.lowerBound, opensCompound(start - 2) {
        // "a so-called zone".
        start -= 2
        continue
      }
      switch tags[start - 1] {
      case .noun, .adjective, .number, .possessive, .time: start -= 1
      case .determiner: return start - 1
      default: return start
      }
    }
    return start
  }

  /// Where the words begin that describe a noun.
  func phraseStart(of noun: Int, downTo start: Int) -> Int {
    var position = noun
    while position > start {
      switch tags[position - 1] {
      case .noun, .determiner, .adjective, .possessive, .number: position -= 1
      default: return position
      }
    }
    return position
  }

  /// A word that may stand before a noun and describe it: "a suspected chemical".
  func mayDescribe(_ position: Int) -> Bool {
    switch tags[position] {
    case .determiner, .noun, .adjective, .number, .possessive, .participle, .past, .time: true
    default: false
    }
  }

  /// The word before the phrase that a noun ends, `low` where nothing else stands before it.
  func link(before noun: Int, downTo low: Int) -> Int {
    var position = noun - 1
    while position > low, mayDescribe(position) { position -= 1 }
    return position
  }

  /// "a suspected gas [attack]", "an assault": told with "a", and so not told before.
  func indefiniteArticle(before noun: Int, downTo low: Int) -> Int? {
    var position = noun - 1
    while position >= low, tags[position] == .noun || tags[position] == .adjective { position -= 1 }
    guard position >= low, tags[position] == .determiner, isIndefinite(position) else { return nil }
    return position
  }

  func isIndefinite(_ position: Int) -> Bool {
    hash(position) == Word.a || hash(position) == Word.an
  }

  /// Where the phrase ends that a noun or participle opens.
  func phraseEnd(after position: Int, in range: Range<Int>) -> Int {
    var end = position + 1
    while end < range.upperBound {
      switch tags[end] {
      case .comma, .pause, .quote, .coordinator, .subordinator, .relative, .bracket:
        // "agreed by Turkey, Russia and Iran": a list goes on.
        let next = end + 1
        guard next < range.upperBound, reference[next] >= 0, reference[end - 1] >= 0
        else { return end }
      case .past, .present, .be, .have, .modal, .to, .do: return end
      default: break
      }
      end += 1
    }
    return end
  }

  /// The preposition in front of a phrase of nouns.
  func preposition(before start: Int, downTo head: Int) -> Int? {
    var position = start
    while position > head {
      switch tags[position] {
      case .preposition, .to: return position
      case .noun, .adjective, .determiner, .number, .possessive, .comma, .coordinator, .adverb:
        position -= 1
      default: return nil
      }
    }
    return nil
  }
}
