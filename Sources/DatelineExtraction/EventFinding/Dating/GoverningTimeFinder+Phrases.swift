import DatelineModel
import EDTF

extension GoverningTimeFinder {
  /// What a phrase within a clause has of a time that stands in it.
  enum Claim {
    /// The time may be the deed's.
    case none
    /// The deed's where the clause tells no other.
    case shared
    /// The phrase's alone.
    case whole
  }

  /// So many days before its report a deed that is news has hardly been done.
  private static let news = 6

  /// Whether a time belongs to a phrase that does not hold `head`.
  func claim(ofPhraseOn time: Int, against head: Int, in clause: Clause) -> Claim {
    let index = Int(passage.timex[time])
    let tokens = passage.tokens(ofTimex: index)
    if passage.isSince(index), isSinceMost(tokens.lowerBound, in: clause) { return .whole }
    if isDayOfNoun(tokens, head: head) { return .whole }
    let year = claim(ofYear: tokens, against: head)
    if year != .none { return year }
    return time < head || clause.group.map { time < $0.main } == true
      ? claim(ofSubjectOn: tokens, against: head, in: clause)
      : claim(ofObjectOn: tokens, against: head, in: clause)
  }

  /// "the first talks since March", "the deadliest in Kabul since 2017": since when there was none such.
  private func isSinceMost(_ time: Int, in clause: Clause) -> Bool {
    var position = time - 1
    while position >= max(clause.whole.lowerBound, time - 10) {
      switch passage.tags[position] {
      case .comma, .pause, .relative, .modal, .past, .present: return false
      // "the worst storm to strike since 2005".
      case .base where passage.tags[position - 1] != .to: return false
      // "the protest since Monday" is no superlative.
      case .noun
      where passage.reference[position] >= 0
        || passage.lexicon.isTriggerNoun(passage.hash(position)):
        break
      case .preposition, .possessive, .time: break
      default: if isMost(position) { return true }
      }
      position -= 1
    }
    return false
  }

  /// "worst", "deadliest", "first", "most".
  private func isMost(_ token: Int) -> Bool {
    let word = passage.text.tokens[token]
    let end = Int(word.end)
    // "At least 90 since Monday" is no superlative.
    if token > 0, passage.hash(token - 1) == Word.at { return false }
    return word.end - word.start > 3 && passage.text.bytes[end - 1] == UInt8(ascii: "t")
      && passage.text.bytes[end - 2] == UInt8(ascii: "s")
  }

  /// "the decision of the United States of 25 March 2019": the day of what the noun names.
  private func isDayOfNoun(_ time: Range<Int>, head: Int) -> Bool {
    let link = time.lowerBound - 1
    guard link > 0, link - 1 != head, passage.hash(link) == Word.of,
      passage.tags[link - 1] == .noun,
      let value = passage.timexes[Int(passage.timex[time.lowerBound])].edtf, value.day != nil
    else { return false }
    // "the early hours of Monday", "the night of 3 May" tell of the day itself.
    return time.count > 1 && passage.timex[link - 1] < 0
      && !passage.cues[link - 1].contains(.temporal)
  }

  // MARK: Years before a noun

  /// "The 2015 agreement was abandoned last year", "was awarded the 2022 World Cup in December 2010".
  private func claim(ofYear time: Range<Int>, against head: Int) -> Claim {
    let timex = passage.timexes[Int(passage.timex[time.lowerBound])]
    guard timex.value.utf8.count == 4, let noun = nounPhrase(ofYear: time), !noun.contains(head)
    else { return .none }
    if let published, let first = timex.edtf?.earliest, first.year > published.year {
      return .whole
    }
    let last = passage.hash(noun.upperBound - 1)
    return time.lowerBound > head && passage.lexicon.isTriggerNoun(last)
      && !passage.lexicon.isOccasion(last) ? .whole : .shared
  }

  /// The noun phrase that a year describes, alone or in a list: "the 2018 and 2022 [World Cups]".
  private func nounPhrase(ofYear time: Range<Int>) -> Range<Int>? {
    func isYearOrLink(_ token: Int) -> Bool {
      passage.timex[token] >= 0 || passage.tags[token] == .coordinator
    }
    var before = time.lowerBound - 1
    while before >= 0, isYearOrLink(before) { before -= 1 }
    guard before >= 0, passage.tags[before] == .determiner else { return nil }
    var start = time.upperBound
    while start < passage.tags.count, isYearOrLink(start) { start += 1 }
    var end = start
    while end < passage.tags.count, passage.tags[end] == .noun || passage.tags[end] == .adjective {
      end += 1
    }
    return end > start ? start..<end : nil
  }

  // MARK: Phrases of the subject

  private func claim(
    ofSubjectOn time: Range<Int>, against head: Int, in clause: Clause
  ) -> Claim {
    guard let main = clause.group?.main, time.upperBound <= main else { return .none }
    let start = clause.whole.lowerBound
    let comma = (start..<max(start, time.lowerBound)).last { passage.tags[$0] == .comma }
    if let comma {
      if comma > start, (time.upperBound..<main).contains(where: { passage.tags[$0] == .comma }) {
        if isUndergone(comma + 1) {
          // "The president, elected in 2017, met …"; a ceasefire "agreed in February" may have ended then.
          return passage.lexicon.isTriggerNoun(passage.hash(comma - 1)) ? .shared : .whole
        }
        if passage.tags[comma - 1] == .noun, passage.isSince(Int(passage.timex[time.lowerBound])) {
          // "The army, at war since 2014, agreed", "Novak, president since May, met".
          return .whole
        }
      }
    } else if passage.tags[start] == .participle, isUndergone(start), time.upperBound < main,
      passage.tags[time.upperBound] == .comma
    {
      // "Founded in 1988, the group attacked a convoy".
      return .whole
    }
    guard head >= main else { return .none }
    var before = time.lowerBound - 1
    if before > start, passage.tags[before] == .preposition { before -= 1 }
    if before > start, passage.tags[before] == .participle, passage.tags[before - 1] == .noun {
      // "Sanctions imposed in 2014 were lifted on Monday"; "an attack launched on Monday killed ten".
      return .shared
    }
    guard let noun = deedNoun(before: time.lowerBound, downTo: start), noun > start,
      let link = ruler(of: noun, downTo: start), link > start,
      passage.tags[link - 1] == .noun || passage.tags[link - 1] == .participle
    else { return .none }
    // "The inquiry into the crash on 3 July opened on Wednesday".
    return isOld(time) ? .whole : .shared
  }

  /// "elected", "originally agreed": what was done to the noun before; "held" and "launched" tell of the
  /// deed itself.
  private func isUndergone(_ start: Int) -> Bool {
    var position = start
    while position < start + 2, passage.tags[position] == .adverb { position += 1 }
    guard passage.tags[position] == .participle || passage.tags[position] == .past,
      let verb = passage.verbs[position]
    else { return false }
    return verb.shapes.contains(.participle) && !verb.cues.contains(.light)
      && !verb.cues.contains(.aspect)
  }

  // MARK: Phrases behind the verb

  private func claim(
    ofObjectOn time: Range<Int>, against head: Int, in clause: Clause
  ) -> Claim {
    if isOfParticipleRightBefore(time.lowerBound, head: head, in: clause) { return .whole }
    guard let noun = deedNoun(before: time.lowerBound, downTo: head + 1) else { return .none }
    // "accused of causing the death on 25 June": a verb between has its own time.
    let start = passage.phraseStart(of: noun, downTo: head + 1)
    if start - 2 > head, passage.tags[start - 1] == .gerund, passage.tags[start - 2] == .preposition
    {
      return isOld(time) ? .whole : .shared
    }
    guard let link = ruler(of: noun, downTo: head + 1),
      passage.cues[link].contains(.ground)
        || link - 1 > head && passage.tags[link - 1] == .noun
          && (passage.hash(link) == Word.of || passage.cues[link - 1].contains(.ground))
    else { return .none }
    // "sentenced for the bombing of a bus in June 2016", "visited survivors of the fire on 3 July",
    // "arrested a suspect in the killing on 18 April".
    return isOld(time) ? .whole : .shared
  }

  /// "freed a hostage kidnapped in March": right between a noun and the time; but "left two people wounded
  /// on Monday", and "land held by rebels on Monday" was visited then or held.
  private func isOfParticipleRightBefore(_ time: Int, head: Int, in clause: Clause) -> Bool {
    var position = time - 1
    while position > head + 1, passage.tags[position] == .preposition { position -= 1 }
    guard position > head + 1, passage.tags[position] == .participle,
      passage.tags[position - 1] == .noun, let verb = passage.verbs[position],
      verb.shapes.contains(.participle), !verb.cues.contains(.light)
    else { return false }
    return clause.group.flatMap { passage.verbs[$0.main] }?.cues.contains(.outcome) != true
  }

  /// Dated days before the news: "on 3 July", told in August.
  func isOld(_ time: Range<Int>) -> Bool { lies(time, before: GoverningTimeFinder.news) }

  /// Dated more than a year before the news.
  func isYearsOld(_ time: Range<Int>) -> Bool { lies(time, before: EventDating.aYear) }

  /// More than so many days before the report.
  private func lies(_ time: Range<Int>, before days: Int) -> Bool {
    guard let published,
      let latest = passage.timexes[Int(passage.timex[time.lowerBound])].edtf?.latest
    else { return false }
    return published.dayNumber - latest.dayNumber > days
  }

  /// The noun of a deed in the phrase that ends with a time: "the [bombing] of a bus in June".
  private func deedNoun(before time: Int, downTo start: Int) -> Int? {
    var position = time - 1
    while position >= start {
      switch passage.tags[position] {
      case .noun where passage.lexicon.isTriggerNoun(passage.hash(position)): return position
      case .noun, .determiner, .adjective, .possessive, .number: break
      // "on 3 July", "of a bus", "in Kabul".
      case .preposition
      where position == time - 1 || passage.hash(position) == Word.of
        || passage.lexicon.prepositions[passage.hash(position)] == .place:
        break
      default: return nil
      }
      position -= 1
    }
    return nil
  }

  /// The preposition that a noun's phrase stands behind.
  private func ruler(of noun: Int, downTo start: Int) -> Int? {
    let link = passage.phraseStart(of: noun, downTo: start) - 1
    return link >= start && passage.tags[link] == .preposition ? link : nil
  }
}
