import DatelineModel

/// Finds the tolls that a sentence tells beside its verbs: "the death toll rose to 29", "44 wounded",
/// "including six children", "Missing: 48".
///
/// A clause that turns on a killing has its figures read by ``FigureFinder``. News counts the harmed in
/// many more ways, and means the happening that it is about.
struct TollFinder {
  let passage: TaggedPassage
  let figures: FigureFinder

  struct Toll {
    var figure: Figure
    /// The number, with what bounds it and the words that say what it counts.
    var tokens: Range<Int>
    /// The word that says so; the number itself where that is said before: "ten were children".
    var head: Int
    /// Told by a word that stands for the count, and not by what was done: "the toll rose to 29".
    var isTally = false
    /// Whether it counts some of those whom another figure counts.
    var isPart: Bool { figure.of != nil }
  }

  /// Who was counted last, for what goes on from there: "ten of them were children", "the opposition says 34".
  struct Counted {
    var subject: Figure.Subject
    /// Whom of all, where it counted a part.
    var of: String?
  }

  /// As many words may lie between "toll" and its number.
  private static let reach = 24

  /// `told` is what the sentence before counted last.
  func tolls(in sentence: ParsedSentence, after told: Counted?) -> [Toll] {
    let range = sentence.told
    var tolls: [Toll] = []
    var last = told
    for number in sentence.counts {
      let before = number.tokens.lowerBound - 1
      if before >= range.lowerBound, passage.byte(before) == UInt8(ascii: "$") { continue }
      let place = Place(
        number: number, first: number.bound?.start ?? number.tokens.lowerBound,
        noun: nounEnd(number.tokens, in: range))
      if let toll = part(place, of: last?.subject, in: range) ?? further(
        place, after: tolls.last, in: range)
        ?? beside(place, in: range) ?? doneTo(place, in: range) ?? ofTally(place, in: range)
        ?? toTally(place, in: range)
        ?? behindColon(place, in: range) ?? lost(place, in: range)
        ?? bareLoss(place, of: last, in: range) ?? echo(place, of: last, in: range)
      {
        tolls.append(toll)
        last = Counted(toll.figure)
      } else if let harm = harm(place.noun, in: range) ?? figures.harm(number.tokens, in: range) {
        last = Counted(subject: harm)
      }
    }
    return tolls
  }

  /// Where a number stands among the words around it.
  struct Place {
    var number: FigureFinder.Count
    /// With what bounds it: "at least".
    var first: Int
    /// Behind the noun that it counts: "26 civilians".
    var noun: Int

    var hasNoun: Bool { noun > number.tokens.upperBound }
  }

  /// Behind the words that a number counts, none of which says that they were harmed.
  private func nounEnd(_ number: Range<Int>, in range: Range<Int>) -> Int {
    var end = number.upperBound
    while end < range.upperBound, end < number.upperBound + 3, passage.timex[end] < 0,
      passage.tags[end] == .noun || passage.tags[end] == .adjective, harmWord(end) == nil
    {
      end += 1
    }
    return end
  }

  private func harmWord(_ position: Int) -> Figure.Subject? {
    guard let word = passage.lexicon.figures[passage.hash(position)], word.subject.isHarm,
      word.subject != .displaced
    else { return nil }
    return word.subject
  }

  /// What a verb right behind says of those counted: "26 civilians were killed".
  private func harm(_ position: Int, in range: Range<Int>) -> Figure.Subject? {
    var position = position
    while position < range.upperBound,
      passage.tags[position] == .be || passage.tags[position] == .have
        || passage.tags[position] == .adverb
    {
      position += 1
    }
    return position < range.upperBound ? harmWord(position) : nil
  }

  /// "have been released", "were rescued".
  private func isFreed(behind noun: Int, in range: Range<Int>) -> Bool {
    var position = noun + 1
    while position < range.upperBound,
      passage.tags[position] == .be || passage.tags[position] == .have
        || passage.tags[position] == .adverb
    {
      position += 1
    }
    return position < range.upperBound && passage.tags[position].isLexicalVerb
      && passage.lexicon.frees(passage.hash(position))
  }

  /// Done to those counted, and not what people do every year: "killed", "dead", but not "die".
  private func isState(_ position: Int) -> Bool {
    passage.verbs[position]?.shapes.isDisjoint(with: [.past, .participle, .gerund]) != true
  }

  // MARK: Forms

  /// "26 civilians killed", "44 wounded", "eight dead", "14 bodies".
  private func beside(_ place: Place, in range: Range<Int>) -> Toll? {
    if let lives = lives(from: place.noun, in: range),
      !figures.isSaved(place.number.tokens, in: range)
    {
      return toll(place, .killed, of: nil, tokens: place.first..<(lives + 1), head: lives)
    }
    var head = place.noun
    if let end = insertionEnd(head, in: range) {
      // "two soldiers, who were guarding the gate, lost their lives".
      head = end
      if let lives = lives(from: head, in: range) {
        return toll(place, .killed, of: nil, tokens: place.first..<(lives + 1), head: lives)
      }
    }
    // "two of whom died in hospital".
    if !place.hasNoun, head + 2 < range.upperBound, passage.hash(head) == Word.of,
      passage.tags[head + 1] == .relative || passage.tags[head + 1] == .pronoun
    {
      head += 2
    }
    let start = head
    // "41 people are still missing", "55 remain unaccounted for".
    while head < range.upperBound, head < start + 4,
      passage.tags[head] == .adverb || passage.tags[head] == .be || passage.tags[head] == .have
        || passage.isCount(head)
    {
      head += 1
    }
    // "seven suspects are in custody".
    if head > start, head + 1 < range.upperBound, passage.hash(head) == Word.in,
      harmWord(head + 1) == .detained
    {
      head += 1
    }
    guard head < range.upperBound, let word = passage.lexicon.figures[passage.hash(head)],
      let subject = harmWord(head), !word.side.standsBefore, isState(head),
      // "26 hostages have been freed" holds nobody.
      subject != .detained || !isFreed(behind: head, in: range),
      // "316 dead birds".
      head + 1 >= range.upperBound || !passage.cues[head + 1].contains(.thing),
      !figures.countsThings(place.number.tokens, in: range),
      // "55 injured people" injured nobody.
      head == place.number.tokens.upperBound
        && passage.tags[min(head + 1, range.upperBound - 1)] == .noun
        || !figures.isDoer(place.number.tokens, of: head, in: range)
    else { return nil }
    return toll(place, subject, of: nil, tokens: place.first..<(head + 1), head: head)
  }

  /// "[blew a train off its tracks,] killing at least 14 people and wounding more than 40".
  private func doneTo(_ place: Place, in range: Range<Int>) -> Toll? {
    let verb = place.first - 1
    guard verb >= range.lowerBound, passage.tags[verb] == .gerund, let subject = harmWord(verb),
      !figures.countsThings(place.number.tokens, in: range)
    else { return nil }
    return toll(place, subject, of: nil, tokens: verb..<place.noun, head: verb)
  }

  /// Behind an insertion about those counted: "two soldiers, who were guarding the gate, …", "19 people, 13 of them
  /// civilians, …".
  private func insertionEnd(_ start: Int, in range: Range<Int>) -> Int? {
    guard start + 1 < range.upperBound, passage.tags[start] == .comma else { return nil }
    let isPart =
      passage.tags[start + 1] == .number || passage.hash(start + 1) == Word.including
      || passage.hash(start + 1) == Word.among
    guard isPart || passage.tags[start + 1] == .relative else { return nil }
    for position
      in (start + 2)..<max(start + 2, min(start + TollFinder.insertion, range.upperBound))
    {
      switch passage.tags[position] {
      case .comma: return position + 1
      case .number where isPart: break
      case .pause, .quote, .bracket, .number: return nil
      default: break
      }
    }
    return nil
  }

  /// As many words may stand in an insertion.
  private static let insertion = 12

  /// "claimed 89 lives", "80 people [lost] their lives": the last word of it.
  private func lives(from start: Int, in range: Range<Int>) -> Int? {
    var position = start
    if position < range.upperBound, passage.verbs[position]?.cues.contains(.losing) == true {
      position += 1
    }
    if position + 1 < range.upperBound, passage.hash(position + 1) == Word.lives,
      passage.tags[position] == .determiner || passage.tags[position] == .pronoun
        || passage.tags[position] == .possessive
    {
      position += 1
    }
    return position < range.upperBound && passage.hash(position) == Word.lives ? position : nil
  }

  /// "the death toll has risen to 31", "the number of wounded is 52", "put the toll at 11".
  private func ofTally(_ place: Place, in range: Range<Int>) -> Toll? {
    let link = place.first - 1
    guard link >= range.lowerBound, isLink(link) else { return nil }
    var position = link
    var subject: Figure.Subject?
    // "bringing the deaths to 43": counted by what stands before.
    var noun: Int?
    var isCounted = passage.tags[link] == .be || passage.isCount(link)
    while position >= range.lowerBound, link - position <= TollFinder.reach {
      switch passage.tags[position] {
      case .comma, .pause, .coordinator: return nil
      // "rose from nine to 11".
      case .number where position > range.lowerBound && passage.hash(position - 1) == Word.from:
        break
      // "the toll in an attack on two towns has risen to 112".
      case .number: if !isCounted { return nil }
      default: break
      }
      if passage.isCount(position) {
        isCounted = true
        if let noun, let subject { return tally(place, subject, head: noun) }
      }
      if let word = passage.lexicon.figures[passage.hash(position)], word.subject.isHarm,
        !passage.opensCompound(position)
      {
        // "the dead number 54": no verb, and so no word of somebody's deed.
        let isNoun =
          passage.tags[position] == .noun && word.side.isBehind
          || word.side == .either && passage.verbs[position] == nil
        if word.side == .toll || isNoun, place.number.value > 1 || !place.hasNoun {
          // "a toll of eight", "the deaths of 80 people", but no "bodies of eight": these are seen,
          // and not counted.
          let isNext = link - position <= 1
          if isCounted || isNext && (!isNoun || word.side.isOfCounted && place.hasNoun) {
            return tally(place, subject ?? word.subject, head: position)
          }
          noun = noun ?? position
        }
        subject = word.subject
      }
      if passage.cues[position].contains(.tally), let subject {
        guard isCounted || link - position <= 5 else { return nil }
        return tally(place, subject, head: position)
      }
      position -= 1
    }
    return nil
  }

  /// "raising to 42 the number of the dead": a count that is named behind its number.
  private func toTally(_ place: Place, in range: Range<Int>) -> Toll? {
    guard !place.hasNoun, place.first - 2 >= range.lowerBound, isLink(place.first - 1),
      passage.isCount(place.first - 2)
    else { return nil }
    var isTally = false
    for position in place.noun..<min(place.noun + 7, range.upperBound) {
      if passage.cues[position].contains(.tally) { isTally = true }
      if let word = passage.lexicon.figures[passage.hash(position)], word.subject.isHarm,
        isTally || word.side == .toll
      {
        var toll = toll(
          place, word.subject, of: nil, tokens: (place.first - 2)..<(position + 1), head: position)
        toll.isTally = true
        return toll
      }
    }
    return nil
  }

  /// The word before a number that a count has come to: "to", "at", "of", "is", "reached".
  private func isLink(_ position: Int) -> Bool {
    switch passage.tags[position] {
    case .to, .be: true
    case .preposition:
      passage.hash(position) == Word.to || passage.hash(position) == Word.at
        || passage.hash(position) == Word.of || passage.hash(position) == Word.past
        // "rose above 1,200".
        || passage.hash(position) == Word.above && position > 0 && passage.isCount(position - 1)
    default: passage.isCount(position)
    }
  }

  /// "Missing: 48", "Recovered (deceased): 38".
  private func behindColon(_ place: Place, in range: Range<Int>) -> Toll? {
    var position = place.first - 1
    guard position > range.lowerBound, passage.byte(position) == UInt8(ascii: ":") else {
      return nil
    }
    position -= 1
    if passage.tags[position] == .bracket {
      // "Killed (excluding assailants): 41".
      repeat {
        position -= 1
      } while position > range.lowerBound && passage.tags[position] != .bracket
      if harmWord(position + 1) != nil { position += 1 } else { position -= 1 }
    }
    guard position >= range.lowerBound, let subject = harmWord(position),
      !place.hasNoun || place.noun >= range.upperBound
    else {
      return nil
    }
    return toll(
      place, subject, of: nil, tokens: position..<place.number.tokens.upperBound, head: position)
  }

  /// "including six children", "seven of them women", "two of the dead were children".
  private func part(_ place: Place, of told: Figure.Subject?, in range: Range<Int>) -> Toll? {
    let before = place.first - 1
    if place.hasNoun {
      let noun = place.number.tokens.upperBound..<place.noun
      guard isOfPeople(noun) else { return nil }
      if before >= range.lowerBound, isWithin(before, from: range.lowerBound), let told {
        return toll(
          place, told, of: noun, tokens: place.first..<place.noun, head: noun.upperBound - 1)
      }
      // "eight children and five workers were among the dead".
      if let (subject, end) = among(from: place.noun, of: told, in: range) {
        return toll(
          place, subject, of: noun, tokens: place.first..<end, head: noun.upperBound - 1)
      }
      // "the dead include eight children and four women".
      if before >= range.lowerBound,
        let subject = including(before, of: told, from: range.lowerBound)
      {
        return toll(
          place, subject, of: noun, tokens: place.first..<place.noun, head: noun.upperBound - 1)
      }
      return nil
    }
    // "of whom seven were children", "ten were children", "two of the dead were children".
    var position = place.noun
    var subject = told
    var isNamed = false
    if position + 1 < range.upperBound, passage.hash(position) == Word.of {
      position += 1
      if passage.tags[position] == .determiner { position += 1 }
      guard position < range.upperBound else { return nil }
      if let word = harmWord(position) {
        subject = word
        isNamed = true
      } else if passage.tags[position] != .pronoun, passage.tags[position] != .determiner,
        passage.tags[position] != .relative
      {
        return nil
      }
      position += 1
    }
    let verb = position
    while position < range.upperBound,
      passage.tags[position] == .be || passage.tags[position] == .adverb
    {
      position += 1
    }
    // "one of the missing workers" counts nobody, nor do "eight further patients".
    let isSaid = position > verb && (verb..<position).contains { passage.tags[$0] == .be }
    guard let subject, position > place.noun, isSaid || verb > place.noun && !isNamed else {
      return nil
    }
    let start = position
    while position < range.upperBound, position < start + 2, passage.timex[position] < 0,
      passage.tags[position] == .noun
    {
      position += 1
    }
    guard position > start, isOfPeople(start..<position),
      passage.lexicon.figures[passage.hash(position - 1)]?.subject.isHarm != true
    else {
      return nil
    }
    return toll(
      place, subject, of: start..<position, tokens: place.first..<position, head: position - 1)
  }

  /// "including 30 children and 17 women": a part goes on.
  private func further(_ place: Place, after last: Toll?, in range: Range<Int>) -> Toll? {
    guard let last, place.hasNoun, place.first > last.tokens.upperBound,
      goesOn(last.tokens.upperBound..<place.first, isPart: last.isPart)
    else { return nil }
    let noun = place.number.tokens.upperBound..<place.noun
    // "three policemen, and 239 others injured" goes on to others, "…, three gunmen attacked" to what
    // somebody does.
    guard isOfPeople(noun), harm(place.noun, in: range) == nil,
      place.noun >= range.upperBound || !passage.tags[place.noun].opensVerbGroup
    else { return nil }
    return toll(
      place, last.figure.subject, of: noun, tokens: place.first..<place.noun,
      head: noun.upperBound - 1)
  }

  /// Whether a list goes on over these words: ", ", " of the clinic and ", " who had given birth, ". A
  /// colon opens the list of all who were counted.
  private func goesOn(_ words: Range<Int>, isPart: Bool) -> Bool {
    guard let last = words.last, words.count <= TollFinder.insertion else { return false }
    if !isPart { return words.count == 1 && passage.byte(last) == UInt8(ascii: ":") }
    switch passage.tags[last] {
    case .comma, .coordinator: break
    default: return false
    }
    let opening = passage.tags[words.lowerBound]
    let isClause = opening == .relative
    guard words.count <= 2 || isClause || passage.hash(words.lowerBound) == Word.of else {
      return false
    }
    return words.allSatisfy { position in
      switch passage.tags[position] {
      case .pause, .quote, .bracket, .number: false
      case .comma, .coordinator: isClause || position >= last - 1
      case .noun, .adjective, .determiner, .preposition, .possessive: words.count > 2
      default: isClause
      }
    }
  }

  /// "The army lost nine men", "lost three members of its team": whom a body loses is dead.
  private func lost(_ place: Place, in range: Range<Int>) -> Toll? {
    let verb = place.first - 1
    guard verb > range.lowerBound, passage.verbs[verb]?.cues.contains(.losing) == true,
      place.hasNoun, passage.reference[place.noun - 1] >= 0,
      passage.references[Int(passage.reference[place.noun - 1])].isNominal
    else { return nil }
    return toll(
      place, .killed, of: place.number.tokens.upperBound..<place.noun, tokens: verb..<place.noun,
      head: verb)
  }

  /// Before a part of those counted: "including", "among them", "among them those of".
  private func isWithin(_ position: Int, from start: Int) -> Bool {
    if passage.hash(position) == Word.including { return true }
    for back in 0..<4 where position - back > start {
      if passage.hash(position - back - 1) == Word.among {
        return passage.tags[position - back] == .pronoun
          || passage.tags[position - back] == .relative
      }
    }
    return false
  }

  /// "[and five workers] were among the dead", "among them": what they are among, and where that ends.
  private func among(from start: Int, of told: Figure.Subject?, in range: Range<Int>)
    -> (Figure.Subject, end: Int)?
  {
    var position = start
    while position < min(start + 8, range.upperBound) {
      if passage.hash(position) == Word.among {
        for next in (position + 1)..<min(position + 4, range.upperBound) {
          if let subject = harmWord(next) { return (subject, next + 1) }
        }
        let pronoun = position + 1
        return pronoun < range.upperBound && passage.tags[pronoun] == .pronoun
          ? told.map { ($0, pronoun + 1) } : nil
      }
      switch passage.tags[position] {
      case .comma, .coordinator, .number, .noun, .adjective, .be, .adverb: position += 1
      default: return nil
      }
    }
    return nil
  }

  /// "the dead include [eight children and] four women", "they include".
  private func including(_ position: Int, of told: Figure.Subject?, from start: Int)
    -> Figure.Subject?
  {
    var position = position
    var steps = 0
    while position > start, steps < 10 {
      if passage.cues[position].contains(.comprising) {
        return passage.tags[position - 1] == .pronoun ? told : harmWord(position - 1)
      }
      switch passage.tags[position] {
      case .comma, .coordinator, .number, .noun, .adjective: break
      default: return nil
      }
      position -= 1
      steps += 1
    }
    return nil
  }

  /// Whether all that a noun phrase names can be harmed.
  func isOfPeople(_ noun: Range<Int>) -> Bool {
    noun.last.map {
      passage.cues[$0].isDisjoint(with: [.site, .thing]) && passage.timex[$0] < 0
    } ?? false
  }

  private func tally(_ place: Place, _ subject: Figure.Subject, head: Int) -> Toll {
    var toll = toll(place, subject, of: nil, tokens: head..<place.noun, head: head)
    toll.isTally = true
    return toll
  }

  func toll(
    _ place: Place, _ subject: Figure.Subject, of noun: Range<Int>?, tokens: Range<Int>, head: Int
  ) -> Toll {
    // "26 civilians killed": the word that stands next is quoted with its number, and so is who is meant
    // by "33 were children".
    let isNext = tokens.upperBound == place.noun + 1
    let end = max(isNext ? tokens.upperBound : place.noun, noun?.upperBound ?? 0)
    return Toll(
      figure: Figure(
        subject: subject,
        of: noun.map { passage.text.string(passage.text.span(of: $0)) }
          ?? figures.attackers(
            place.number.tokens, in: place.number.tokens.lowerBound..<passage.tags.count),
        value: place.number.value, max: place.number.max, bound: place.number.bound?.bound,
        text: passage.text.string(passage.text.span(of: place.first..<end))),
      tokens: tokens, head: head)
  }
}

extension Figure.Subject {
  /// Whether it counts those to whom something was done.
  var isHarm: Bool {
    switch self {
    case .killed, .wounded, .missing, .displaced, .detained: true
    case .troops, .money, .votes, .participants, .other: false
    }
  }
}
