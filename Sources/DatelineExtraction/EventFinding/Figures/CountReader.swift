import DatelineModel
import EDTF

/// Reads what a sentence counts beside those harmed: "75 buses", "41 houses were destroyed", "was
/// carrying at least 5,000 people".
///
/// A count in the clause of a happening belongs to it. What no clause of the sentence takes is of what
/// the article tells around it (``LooseCount``).
struct CountReader {
  let passage: TaggedPassage
  let figures: FigureFinder
  let published: CalendarDate?

  /// Adds the counts to the events whose clauses they stand in, and answers with the others.
  func read(_ sentence: ParsedSentence, into drafts: inout [EventDraft]) -> [LooseCount] {
    var loose: [LooseCount] = []
    for number in sentence.counts {
      guard let figure = figure(number, in: sentence),
        !drafts.contains(where: { $0.mention.figures.contains { $0.value == figure.value } })
      else { continue }
      if let draft = owner(of: number.tokens.lowerBound, among: drafts) {
        drafts[draft].mention.figures.append(figure)
      } else if !isOfAnotherTime(number.tokens, in: sentence) {
        loose.append(LooseCount(figure: figure, sentence: sentence.index))
      }
    }
    return loose
  }

  /// The event whose clause a number stands in, by index.
  private func owner(of number: Int, among drafts: [EventDraft]) -> Int? {
    drafts.indices.filter {
      drafts[$0].clause.whole.contains(number) && drafts[$0].mention.status != .negated
    }.min { abs(drafts[$0].head - number) < abs(drafts[$1].head - number) }
  }

  private func figure(_ number: FigureFinder.Count, in sentence: ParsedSentence) -> Figure? {
    let clause = sentence.clauses.last { $0.whole.contains(number.tokens.lowerBound) }
    guard clause.map(isTold) ?? true else { return nil }
    if let figure = inState(number, in: sentence.told) { return figure }
    guard let noun = counted(by: number.tokens, in: sentence.told), let head = noun.last,
      figures.isCounted(head, by: number.tokens),
      // "There were three attackers, and all of them are dead".
      figures.harm(
        number.tokens, in: clause.map { $0.whole.clamped(to: sentence.told) } ?? sentence.told)
        == nil
    else {
      return nil
    }
    let first = number.bound?.start ?? number.tokens.lowerBound
    guard
      !passage.cues[head].isDisjoint(with: [.countable, .counted])
        // "one official" counts nobody, and "made by two men" says whose.
        || number.value > 1 && number.value < CountReader.peoples && isOfPeople(head)
          && (clause?.group.map(tellsDeed) == true || clause.map(isExistential) == true
            || isState(noun.upperBound, in: sentence.told))
          && (!(first > 0 && passage.hash(first - 1) == Word.by)
            || clause.map { isDoneDeed($0, in: sentence) } == true)
    else { return nil }
    let quote = quote(first..<noun.upperBound, in: sentence.told, by: clause?.group)
    return Figure(
      subject: .other, of: passage.text.string(passage.text.span(of: noun)), value: number.value,
      max: number.max, bound: number.bound?.bound,
      text: passage.text.string(passage.text.span(of: quote)))
  }

  /// "14 are in critical condition", "fourteen of the injured remain in critical condition": in what state they are.
  private func inState(_ number: FigureFinder.Count, in range: Range<Int>) -> Figure? {
    var position = number.tokens.upperBound
    if position < range.upperBound, passage.hash(position) == Word.of {
      guard let end = partEnd(position + 1, in: range) else { return nil }
      position = end
    }
    guard position < range.upperBound,
      passage.tags[position] == .be || passage.isCount(position)
        || passage.tags[position] == .adverb,
      let state = (position..<min(position + 6, range.upperBound)).first(where: {
        passage.cues[$0].contains(.state) && !passage.tags[$0].isLexicalVerb
      })
    else { return nil }
    var first = state
    while first > position,
      passage.tags[first - 1] == .adjective || passage.tags[first - 1] == .noun
    {
      first -= 1
    }
    let start = number.bound?.start ?? number.tokens.lowerBound
    return Figure(
      subject: .other, of: passage.text.string(passage.text.span(of: first..<(state + 1))),
      value: number.value, max: number.max, bound: number.bound?.bound,
      text: passage.text.string(passage.text.span(of: start..<(state + 1))))
  }

  /// Behind "[of] the injured", "[of] them".
  private func partEnd(_ start: Int, in range: Range<Int>) -> Int? {
    guard start < range.upperBound else { return nil }
    if passage.tags[start] == .pronoun { return start + 1 }
    guard passage.tags[start] == .determiner, start + 1 < range.upperBound,
      passage.lexicon.figures[passage.hash(start + 1)]?.subject.isHarm == true
    else { return nil }
    return start + 2
  }

  /// "The attack was carried out by five men": who they are is the number of those who attacked.
  private func isDoneDeed(_ clause: Clause, in sentence: ParsedSentence) -> Bool {
    clause.group?.isPassive == true
      && sentence.matches.contains {
        clause.whole.contains($0.head) && passage.lexicon.entries[$0.entry].isDeed
      }
  }

  /// The words of what a number counts: "three [remote-controlled bombs]", "seven of the site's 11
  /// [storage tanks]", "26 "[terrorists]"".
  private func counted(by number: Range<Int>, in range: Range<Int>) -> Range<Int>? {
    // "[the train's 14] coaches", of which another number counts some.
    if isWhole(number, in: range) { return nil }
    var start = number.upperBound
    if start < range.upperBound, passage.hash(start) == Word.of {
      guard let part = partitive(start + 1, in: range) else { return nil }
      start = part
    }
    if start < range.upperBound, passage.tags[start] == .quote { start += 1 }
    var end = start
    var last = start
    while end < range.upperBound, end < start + CountReader.longest, passage.timex[end] < 0,
      passage.hash(end) != Word.according
    {
      switch passage.tags[end] {
      case .noun: last = end + 1
      case .adjective: break
      // "two improvised devices", "four masked men": what describes the noun stands before it.
      case .participle, .gerund, .past: if last > start { return start..<last }
      case .pause where passage.opensCompound(end - 1): break
      default: return last > start ? start..<last : nil
      }
      end += 1
    }
    return last > start ? start..<last : nil
  }

  /// So many people are a country's.
  private static let peoples = 1_000_000.0
  /// As many words may say what is counted.
  private static let longest = 5

  /// Behind "of the", "of its", "of the train's 14".
  private func partitive(_ start: Int, in range: Range<Int>) -> Int? {
    var position = start
    guard position < range.upperBound, passage.tags[position] == .determiner else { return nil }
    position += 1
    if position + 1 < range.upperBound, passage.tags[position] == .noun,
      passage.tags[position + 1] == .possessive
    {
      position += 2
    }
    if position < range.upperBound, passage.tags[position] == .number { position += 1 }
    return position
  }

  /// Whether a number counts those of whom another counts some: "six of the train's [14] coaches".
  private func isWhole(_ number: Range<Int>, in range: Range<Int>) -> Bool {
    var position = number.lowerBound - 1
    while position > range.lowerBound, number.lowerBound - position < 5 {
      switch passage.tags[position] {
      case .possessive, .noun, .determiner: position -= 1
      case .preposition:
        return passage.hash(position) == Word.of && passage.tags[position - 1] == .number
      default: return false
      }
    }
    return false
  }

  /// "there were about forty attackers".
  private func isExistential(_ clause: Clause) -> Bool {
    guard let group = clause.group, group.isCopula else { return false }
    return clause.range.lowerBound < group.main
      && (max(clause.range.lowerBound, group.main - 3)..<group.main).contains {
        passage.hash($0) == Word.there
      }
  }

  /// Told as done, and not as what may be, will be or is denied.
  private func isTold(_ clause: Clause) -> Bool {
    if let subordinator = clause.subordinator, passage.cues[subordinator].contains(.conditional) {
      return false
    }
    guard let group = clause.group else { return true }
    switch group.tense {
    case .future, .would, .possible: return false
    default: return !group.isNegated
    }
  }

  /// "were taken", "was carrying": what is done with people, and not that there are so many of them, or
  /// that they said something.
  private func tellsDeed(_ group: VerbGroup) -> Bool {
    !group.isCopula && (group.tense != .present || group.isPerfect || group.isProgressive)
      && passage.verbs[group.main]?.cues.contains(.report) != true
  }

  /// "[with 172 people] on board", "[26 patients] are in critical condition".
  private func isState(_ start: Int, in range: Range<Int>) -> Bool {
    for position in start..<min(start + 5, range.upperBound) {
      if passage.cues[position].contains(.state), !passage.tags[position].isLexicalVerb {
        return true
      }
      switch passage.tags[position] {
      case .be, .have, .adverb, .preposition, .determiner, .adjective, .noun: break
      default: return false
      }
    }
    return false
  }

  private func isOfPeople(_ noun: Int) -> Bool {
    if !passage.cues[noun].isDisjoint(with: ClosedWord.Cues.people) {
      return true
    }
    return passage.reference[noun] >= 0
      && passage.references[Int(passage.reference[noun])].isNominal
  }

  /// Told of a time long before the news, or of all the time since.
  private func isOfAnotherTime(_ number: Range<Int>, in sentence: ParsedSentence) -> Bool {
    passage.tellsSum(sentence)
      || passage.piece(around: number, in: sentence.told).contains {
        passage.timex[$0] >= 0 && passage.isLongBefore(Int(passage.timex[$0]), published)
      }
  }

  /// The number and its noun, with the verb that says what was done: "carrying at least 5,000 people",
  /// "41 houses were destroyed".
  private func quote(_ phrase: Range<Int>, in range: Range<Int>, by group: VerbGroup?) -> Range<Int>
  {
    var end = phrase.upperBound
    while end < range.upperBound, end < phrase.upperBound + 4 {
      switch passage.tags[end] {
      case .participle, .past: return phrase.lowerBound..<(end + 1)
      case .be, .have, .adverb: end += 1
      default: end = range.upperBound
      }
    }
    if let verb = group?.main, (1...2).contains(phrase.lowerBound - verb) {
      return verb..<phrase.upperBound
    }
    return phrase
  }
}
