import DatelineModel

/// Mentions that lead up to another actor or say who one is, and take no part themselves.
extension ActorPhrases {
  /// Stands for somebody else who is told in the same range.
  func leadsToAnother(_ one: ActorReference, in range: Range<Int>) -> Bool {
    isContainer(one, before: range.upperBound) || isBareTitle(one, in: range) || isNamedForce(one)
      || isNamedBehind(one) || isExcepted(one)
  }

  /// "Avaria, not Borduria, attacked": who is said to have no part.
  private func isExcepted(_ one: ActorReference) -> Bool {
    var before = one.tokens.lowerBound - 1
    if before > 0, passage.tags[before] == .determiner { before -= 1 }
    return before >= 0 && passage.tags[before] == .negation
  }

  /// "the newspaper La Vela", "militant group Hamas", "a group called the Red Front": what kind of body it is, before its
  /// name.
  private func isNamedBehind(_ one: ActorReference) -> Bool {
    var next = one.tokens.upperBound
    if next + 2 < passage.tags.count, passage.tags[next] == .participle,
      passage.verbs[next]?.cues.contains(.titled) == true
    {
      next += passage.tags[next + 1] == .determiner ? 2 : 1
    }
    guard one.isNominal, actors[one.actor].kind != .person, next < passage.reference.count,
      passage.reference[next] >= 0, !passage.text.isTitle
    else { return false }
    let name = passage.references[Int(passage.reference[next])]
    guard !name.isNominal, name.isOrganization, !passage.endsPlural(next - 1) else { return false }
    return !isPossessor(name) || !isModifier(one)
  }

  /// "representatives of the opposition", "delegations from Iran": the body named behind acts.
  func isContainer(_ one: ActorReference, before end: Int) -> Bool {
    guard one.isNominal, !passage.cues[one.tokens.upperBound - 1].contains(.separate) else {
      return false
    }
    let link = one.tokens.upperBound
    guard link < end, passage.hash(link) == Word.of || passage.hash(link) == Word.from,
      !isWithdrawn(one, from: link)
    else { return false }
    let isDoer = passage.hash(link) == Word.of && isDoer(one)
    var position = link + 1
    while position < end, position < link + 9 {
      if passage.reference[position] >= 0 {
        let inner = passage.references[Int(passage.reference[position])]
        if !isTown(inner) {
          return !isSomebody(one, of: inner, behind: link) && !(isDoer && isPeople(inner))
        }
        guard inner.tokens.upperBound < end, passage.reference[inner.tokens.upperBound] >= 0 else {
          return false
        }
        position = inner.tokens.upperBound
        continue
      }
      switch passage.tags[position] {
      case .determiner, .adjective, .number, .noun, .adverb: position += 1
      case .preposition where passage.hash(position) == Word.of: position += 1
      default: return false
      }
    }
    return false
  }

  /// "the arrest by [police] of a reporter": by whom a noun's deed is done, and no body of those behind "of".
  private func isDoer(_ one: ActorReference) -> Bool {
    guard let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: 0), link > 0,
      passage.hash(link) == Word.by
    else { return false }
    return passage.lexicon.isDeedNoun(passage.hash(link - 1))
      && !passage.cues[one.tokens.upperBound - 1].contains(.membership)
  }

  private func isPeople(_ one: ActorReference) -> Bool {
    let kind = actors[one.actor].kind
    return kind == .person || one.isNominal && kind == .group
  }

  /// "the withdrawal of [Avarian troops] from Kelt": what they leave, and not where they come from.
  private func isWithdrawn(_ one: ActorReference, from link: Int) -> Bool {
    guard passage.hash(link) == Word.from,
      let whole = passage.preposition(before: one.tokens.lowerBound - 1, downTo: 0), whole > 0
    else { return false }
    return passage.lexicon.isWithdrawal(passage.hash(whole - 1))
  }

  /// "civilians including a journalist": one of those who have been told.
  func isIncluded(_ one: ActorReference) -> Bool {
    guard one.isNominal else { return false }
    var position = one.tokens.lowerBound - 1
    while position > 0 {
      switch passage.tags[position] {
      case .determiner, .adjective, .number: position -= 1
      default:
        // "five people including four children": the children are all that is told of the people.
        return passage.hash(position) == Word.including && passage.reference[position - 1] >= 0
          && !passage.cues[position - 1].contains(.faceless)
      }
    }
    return false
  }

  /// Whether such a phrase, "observers from A, B and", leads up to this one.
  func isContained(_ one: ActorReference) -> Bool {
    var position = one.tokens.lowerBound - 1
    while position > 0 {
      if passage.hash(position) == Word.from {
        guard passage.reference[position - 1] >= 0 else { return false }
        let whole = passage.references[Int(passage.reference[position - 1])]
        return whole.isNominal && !passage.cues[position - 1].contains(.separate)
          && !isWithdrawn(whole, from: position)
      }
      switch passage.tags[position] {
      case .determiner, .adjective, .number, .noun, .comma, .coordinator, .pause: position -= 1
      default: return false
      }
    }
    return false
  }

  /// "Kassis, leader of the movement, said": what stands behind a person's name says who he is.
  func isApposition(_ one: ActorReference, from start: Int) -> Bool {
    var position = one.tokens.lowerBound - 1
    var hasLink = false
    while position > start {
      switch passage.tags[position] {
      case .comma:
        let before = passage.reference[position - 1]
        guard before >= 0 else { return false }
        let person = passage.references[Int(before)]
        if !person.isNominal, passage.hash(position + 1) == Word.a {
          // "Avaria, a key ally of Borduria, has".
          return true
        }
        if !person.isNominal, passage.hash(position + 1) == Word.the, isPossessor(one),
          one.tokens.lowerBound == position + 2
        {
          // "The Front, the union's political wing, has".
          return true
        }
        if !person.isNominal, passage.tags[position + 1] == .number,
          passage.hash(position + 2) == Word.of
        {
          // "The Firm, one of three agencies, has".
          return true
        }
        guard actors[person.actor].kind == .person, !person.isNominal else { return false }
        if actors[one.actor].kind == .government, !one.isLocation { return false }
        return one.isNominal || hasLink || passage.reference[position + 1] < 0
      case .preposition, .to:
        hasLink = true
        position -= 1
      case .noun, .adjective, .determiner, .number, .possessive: position -= 1
      // "Kassis, a surgeon and chief correspondent, said".
      case .coordinator where one.isNominal && actors[one.actor].kind == .person: position -= 1
      default: return false
      }
    }
    return false
  }

  /// "chief negotiator and ambassador Bashar al-Jaafari": a person's title without an article.
  private func isBareTitle(_ one: ActorReference, in range: Range<Int>) -> Bool {
    guard one.isNominal, actors[one.actor].kind == .person, !passage.text.isTitle else {
      return false
    }
    let last = Int(passage.text.tokens[one.tokens.upperBound - 1].end) - 1
    guard passage.text.bytes[last] != UInt8(ascii: "s") else { return false }
    var before = one.tokens.lowerBound - 1
    while before >= range.lowerBound, passage.tags[before] == .adjective { before -= 1 }
    if before >= range.lowerBound {
      switch passage.tags[before] {
      case .determiner where isNamedBehindComma(one, in: range): return true
      case .determiner, .number:
        // "the Russian president's envoy for Syria Alexander Lavrentiev".
        let next = one.tokens.upperBound
        guard next < range.upperBound, passage.tags[next] == .possessive, !ownsDeed(one) else {
          return false
        }
        if headFollows(one, in: range) { return true }
      default: break
      }
    }
    return references(in: one.tokens.upperBound..<max(range.upperBound, one.tokens.upperBound))
      .contains { other in
        !other.isNominal && actors[other.actor].kind == .person
          && (one.tokens.upperBound..<other.tokens.lowerBound).allSatisfy {
            switch passage.tags[$0] {
            case .noun, .adjective, .coordinator, .determiner, .possessive: true
            case .preposition: passage.lexicon.prepositions[passage.hash($0)] != .place
            case .to: true
            case .comma: $0 + 1 == other.tokens.lowerBound
            default: false
            }
          }
      }
  }

  /// "the vice-president, Jan Novak": the office before the name, and no list of two.
  private func isNamedBehindComma(_ one: ActorReference, in range: Range<Int>) -> Bool {
    let comma = one.tokens.upperBound
    guard one.isNominal, actors[one.actor].kind == .person, comma + 1 < range.upperBound,
      passage.tags[comma] == .comma, passage.reference[comma + 1] >= 0
    else { return false }
    let name = passage.references[Int(passage.reference[comma + 1])]
    guard actors[name.actor].kind == .person, !name.isNominal else { return false }
    let next = name.tokens.upperBound
    return next >= range.upperBound || passage.tags[next] != .coordinator
  }

  /// "Avarian President [Novak's] visit": the country of whom the phrase names.
  func isOfTitle(_ one: ActorReference, before head: Int) -> Bool {
    guard !isPossessor(one) else { return false }
    var position = one.tokens.upperBound
    while position < head {
      let inside = passage.reference[position]
      if inside >= 0 {
        let name = passage.references[Int(inside)]
        return actors[name.actor].kind == .person && !name.isNominal
      }
      guard passage.tags[position] == .noun || passage.tags[position] == .adjective else {
        return false
      }
      position += 1
    }
    return false
  }

  /// "The secretary of the republic, Jan Novak, will", "The head of the army, General Jan Novak, met": the office
  /// before the name of who holds it.
  func isOffice(_ one: ActorReference, in range: Range<Int>) -> Bool {
    guard actors[one.actor].kind != .person || one.isNominal else { return false }
    let end = one.tokens.upperBound
    guard end < range.upperBound else { return false }
    for other in references(in: end..<range.upperBound)
    where actors[other.actor].kind == .person && !other.isNominal {
      var comma = other.tokens.lowerBound - 1
      while comma > end, passage.tags[comma] == .noun,
        passage.text.tokens[comma].shape.contains(.capitalised)
      {
        comma -= 1
      }
      guard comma >= end, passage.tags[comma] == .comma,
        !(one.tokens.upperBound..<comma).contains(where: {
          passage.tags[$0] == .coordinator || passage.tags[$0] == .comma
        })
      else { return false }
      let next = other.tokens.upperBound
      let ends = next >= range.upperBound || passage.tags[next] == .comma
      guard ends else { return false }
      let link = passage.preposition(before: one.tokens.lowerBound - 1, downTo: range.lowerBound)
      return link.map { passage.hash($0) == Word.of } == true
    }
    return false
  }

  /// "… on Monday the agency said": who tells of it, where a comma is lost.
  func reports(_ one: ActorReference) -> Bool {
    var next = one.tokens.upperBound
    if next + 1 < passage.tags.count, passage.tags[next] == .coordinator {
      // "a monitor and a medical source said": both.
      var end = next + 1
      while end < passage.tags.count, end < next + 7 {
        switch passage.tags[end] {
        case .determiner where end == next + 1:
          end += 1
          continue
        case .adjective, .noun, .possessive, .number:
          end += 1
          continue
        default: break
        }
        break
      }
      if end > next + 1, end < passage.tags.count, passage.tags[end] == .past,
        passage.tags[end - 1] == .noun, passage.verbs[end]?.cues.contains(.report) == true
      {
        return true
      }
    }
    if next + 2 < passage.tags.count, passage.tags[next] == .bracket {
      // "the Observatory (SOHR) said", seen from either name.
      next += passage.byte(next) == UInt8(ascii: ")") ? 1 : 3
    }
    guard next < passage.tags.count,
      passage.tags[next] == .past || passage.tags[next] == .present
        || passage.tags[next] == .participle
    else { return false }
    return passage.verbs[next]?.cues.contains(.report) == true
  }
}
