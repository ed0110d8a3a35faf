import DatelineModel

/// Reads tolls, sums and votes out of a clause.
struct FigureFinder {
  let passage: TaggedPassage

  func figures(in range: Range<Int>) -> [Figure] {
    var figures: [Figure] = []
    var others: [Figure] = []
    for number in counts(in: range) {
      guard
        let (subject, word) = subject(of: number.tokens, in: range)
          ?? counted(number.tokens, in: range).map({ ($0, number.tokens.upperBound) })
      else { continue }
      let bound = number.bound
      let first = bound?.start ?? number.tokens.lowerBound
      let figure = Figure(
        subject: subject,
        of: part(number.tokens, from: first, in: range)
          ?? (subject.isHarm ? attackers(number.tokens, in: range) : nil),
        value: number.value,
        max: number.max, bound: bound?.bound,
        text: passage.text.string(
          passage.text.span(of: quote(number.tokens, from: first, word, subject, in: range))))
      if subject == .other { others.append(figure) } else { figures.append(figure) }
    }
    // Those harmed before what harmed them.
    return figures + others
  }

  /// "died in 639": a bare number behind "in" counts nothing.
  private func isYear(_ number: Range<Int>, in range: Range<Int>) -> Bool {
    guard number.count == 1, number.lowerBound > range.lowerBound,
      passage.hash(number.lowerBound - 1) == Word.in
    else { return false }
    return number.upperBound >= range.upperBound || !passage.tags[number.upperBound].isNominal
  }

  /// "a 16-year-old", "F-16": the number belongs to a word.
  private func isPartOfWord(_ number: Range<Int>) -> Bool {
    let tokens = passage.text.tokens
    if passage.opensCompound(number.upperBound - 1) { return true }
    let before = number.lowerBound - 1
    return before > 0 && passage.hash(before) == TaggedPassage.hyphen
      && !tokens[before].shape.contains(.spaceBefore)
      && !tokens[number.lowerBound].shape.contains(.spaceBefore)
      && tokens[before - 1].kind == .word && passage.lexicon.numbers[tokens[before - 1].hash] == nil
  }

  /// "Apr 152017": a day and a year run together.
  private func isDate(_ number: Range<Int>) -> Bool {
    let token = passage.text.tokens[number.lowerBound]
    guard number.count == 1, token.kind == .number, (5...6).contains(token.end - token.start),
      let value = digits(number.lowerBound)
    else { return false }
    return (1990...2039).contains(Int(value) % 10_000)
      && (1...31).contains(Int(value) / 10_000)
  }

  /// "1735 15.04.2017": the clock of a page's stamp, whose colon is lost.
  private func isClock(_ number: Range<Int>) -> Bool {
    let token = passage.text.tokens[number.lowerBound]
    return number.count == 1 && token.end - token.start == 4
      && number.upperBound < passage.tags.count && passage.timex[number.upperBound] >= 0
      && passage.text.tokens[number.upperBound].kind == .number
  }

  /// "Jan Novak, 38, from", "died aged 50": how old somebody is.
  private func isAge(_ number: Range<Int>, in range: Range<Int>) -> Bool {
    let before = number.lowerBound - 1
    if before >= 0, passage.hash(before) == Word.aged || passage.hash(before) == Word.age {
      return true
    }
    // "aged 31 and 44".
    if before > 1, passage.tags[before] == .coordinator, passage.hash(before - 2) == Word.aged {
      return true
    }
    // "Her husband, 62, died".
    guard before > 0, passage.tags[before] == .comma,
      passage.reference[before - 1] >= 0
        || passage.tags[before - 1] == .noun && !passage.endsPlural(before - 1),
      number.upperBound >= range.upperBound || passage.tags[number.upperBound] == .comma
    else { return false }
    return number.upperBound < passage.tags.count
  }

  /// "no one", "not one".
  private func isNobody(_ number: Number) -> Bool {
    var before = number.tokens.lowerBound - 1
    if before > 0, passage.hash(before) == TaggedPassage.hyphen { before -= 1 }
    return number.value == 1 && before >= 0
      && !passage.cues[before].isDisjoint(with: [.none, .not])
  }

  /// "two villages", "three stages": nothing that can be killed or driven out stands behind it.
  func countsThings(_ number: Range<Int>, in range: Range<Int>) -> Bool {
    var position = number.upperBound
    var last: Int?
    while position < range.upperBound, position < number.upperBound + 5,
      passage.timex[position] < 0
    {
      switch passage.tags[position] {
      case .noun: last = position
      case .adjective, .determiner, .number: break
      case .preposition where last == nil && passage.hash(position) == Word.of: break
      default: position = range.upperBound
      }
      position += 1
    }
    return last.map { passage.cues[$0].isDisjoint(with: [.site, .thing]) == false } ?? false
  }

  /// "saved twenty lives", "saved at least 20 lives": by a verb that a table has beside them.
  func isSaved(_ number: Range<Int>, in range: Range<Int>) -> Bool {
    for verb in (max(range.lowerBound, number.lowerBound - 4)..<number.lowerBound).reversed()
    where passage.tags[verb].isLexicalVerb {
      return passage.lexicon.triggers[passage.hash(verb)]?.contains {
        $0.rest == [Word.lives] && passage.lexicon.entries[Int($0.entry)].type == .aid
      } ?? false
    }
    return false
  }

  /// "three bombers killed two people": whoever does it to others is not counted among them.
  func isDoer(_ number: Range<Int>, of verb: Int, in range: Range<Int>) -> Bool {
    // "shot dead three".
    let isEnd =
      verb > range.lowerBound && passage.tags[verb - 1] == .past
      && passage.lexicon.isPhrase(passage.hash(verb - 1), passage.hash(verb))
    guard isEnd || passage.tags[verb] == .past || passage.tags[verb] == .present,
      passage.lexicon.figures[passage.hash(verb)]?.side != .suffered
    else { return false }
    let object = verb + 1
    guard object < range.upperBound else { return false }
    switch passage.tags[object] {
    case .number where object + 1 < range.upperBound:
      // "6 civilians killed 35 injured": a comma is lost.
      return passage.lexicon.figures[passage.hash(object + 1)].map { !$0.subject.isHarm } ?? true
    // "30 people died there".
    case .pronoun where passage.hash(object) == Word.there: return false
    case .number, .determiner, .pronoun: return true
    case .adverb, .preposition, .subordinator:
      // "killed at least two", "as many as two".
      return (object..<min(object + 4, range.upperBound)).contains {
        passage.tags[$0] == .number && passage.timex[$0] < 0
          && passage.tags[object] != .noun && isQuantity(from: object, to: $0)
      }
    case .noun, .adjective: return passage.timex[object] < 0
    default: return false
    }
  }

  /// Whether only "at least", "more than" and their like stand before a number.
  private func isQuantity(from start: Int, to number: Int) -> Bool {
    (passage.lexicon.numbers[passage.hash(start)] ?? []).contains {
      start + 1 + $0.rest.count == number && passage.goesOn(after: start, with: $0.rest)
    }
  }

  /// A number that counts something, with the words that bound it.
  struct Count {
    var tokens: Range<Int>
    var value: Double
    var max: Double?
    var bound: (bound: Figure.Bound, start: Int)?
  }

  /// All numbers that count something, in their order.
  func counts(in range: Range<Int>) -> [Count] {
    var counts: [Count] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let count = count(at: position, in: range) {
        counts.append(count)
        position = count.tokens.upperBound
      } else {
        position += 1
      }
    }
    return counts
  }

  /// The number that starts at a token, unless it is a year, an age or a part of a word.
  private func count(at start: Int, in range: Range<Int>) -> Count? {
    guard mayBeNumber(start), passage.timex[start] < 0, !isFormer(start, in: range),
      let number = number(at: start, in: range),
      !isYear(number.tokens, in: range), !isPartOfWord(number.tokens),
      !isAge(number.tokens, in: range), !isDate(number.tokens), !isClock(number.tokens),
      !isOffspring(number.tokens, in: range), !isShare(number.tokens, in: range),
      !isNobody(number)
    else { return nil }
    return Count(
      tokens: number.tokens, value: number.value, max: number.max,
      bound: bound(before: number.tokens.lowerBound, in: range))
  }

  /// "[10] percent of patients", "a death rate of [10] per cent": how many they are, it does not tell.
  private func isShare(_ number: Range<Int>, in range: Range<Int>) -> Bool {
    let unit = number.upperBound
    guard unit < range.upperBound else { return false }
    return passage.byte(unit) == UInt8(ascii: "%")
      || FigureFinder.shares.contains(passage.hash(unit))
      || passage.hash(unit) == Word.per && unit + 1 < range.upperBound
        && passage.hash(unit + 1) == Word.cent
  }

  private static let shares = Set(
    ["percent", "percentage", "percents", "pct"].map { Token.hash(of: $0) })

  /// "a father of [five]": counts nobody to whom anything is done.
  private func isOffspring(_ number: Range<Int>, in range: Range<Int>) -> Bool {
    let link = number.lowerBound - 1
    guard link > 0, passage.hash(link) == Word.of,
      passage.cues[link - 1].contains(.person)
    else { return false }
    return number.upperBound >= range.upperBound || !passage.tags[number.upperBound].isNominal
  }

  /// "rose from [nine] to 11": what it was before, and no range.
  private func isFormer(_ number: Int, in range: Range<Int>) -> Bool {
    number > range.lowerBound + 1 && passage.hash(number - 1) == Word.from
      && passage.isCount(number - 2)
  }

  /// Looked at for each word of a text, and mostly in vain.
  private func mayBeNumber(_ position: Int) -> Bool {
    switch passage.tags[position] {
    case .number, .determiner, .pronoun, .adjective: true
    // Within the words of an actor: "[two people]".
    case .noun: passage.reference[position] >= 0
    default: false
    }
  }

  private struct Number {
    var tokens: Range<Int>
    var value: Double
    var max: Double?
  }

  private func number(at start: Int, in range: Range<Int>) -> Number? {
    guard var first = plainNumber(at: start, in: range) else { return nil }
    // "between 20 and 30", "20 to 30", "20-30".
    let join = first.tokens.upperBound
    if join + 1 < range.upperBound {
      let isRange =
        passage.hash(join) == Word.to || passage.byte(join) == UInt8(ascii: "-")
        || passage.hash(join) == Word.and && start > range.lowerBound
          && passage.hash(start - 1) == Word.between
      if isRange, let second = plainNumber(at: join + 1, in: range), second.value > first.value {
        first = Number(
          tokens: start..<second.tokens.upperBound, value: first.value, max: second.value)
      }
    }
    return first
  }

  private func plainNumber(at start: Int, in range: Range<Int>) -> Number? {
    var position = start
    var value = 0.0
    var isNumber = false
    let token = passage.text.tokens[start]
    if token.kind == .number {
      // "012017" is a date run together, and counts nothing.
      guard token.end - token.start <= 12,
        token.end - token.start <= 2 || passage.byte(start) != UInt8(ascii: "0"),
        let first = digits(start)
      else { return nil }
      value = first
      isNumber = true
      position += 1
      // "2,000" and "1.5".
      while position + 1 < range.upperBound, passage.text.tokens[position + 1].kind == .number,
        !passage.text.tokens[position].shape.contains(.spaceBefore),
        !passage.text.tokens[position + 1].shape.contains(.spaceBefore)
      {
        let width = passage.text.tokens[position + 1].end - passage.text.tokens[position + 1].start
        guard let next = digits(position + 1) else { break }
        if passage.byte(position) == UInt8(ascii: ","), width == 3 {
          value = value * 1000 + next
        } else if passage.byte(position) == UInt8(ascii: "."), width <= 3 {
          var scale = 1.0
          for _ in 0..<width { scale *= 10 }
          value += next / scale
        } else {
          break
        }
        position += 2
      }
    } else if token.kind == .word, let word = numberWord(start), word.kind == .number {
      value = word.value
      isNumber = true
      position += 1
      if let unit = unit(behindTens: value, at: position, in: range) {
        value += unit.value
        position = unit.end
      }
    } else if passage.hash(start) == Word.a, isMultiplier(start + 1, in: range),
      start == range.lowerBound || passage.hash(start - 1) != Word.half
    {
      // "a dozen", "a hundred".
      value = 1
      isNumber = true
      position += 1
    }
    while isNumber, position < range.upperBound, let word = numberWord(position),
      word.kind == .multiplier
    {
      value *= word.value
      position += 1
    }
    if value == 0 { return nil }
    return isNumber ? Number(tokens: start..<position, value: value, max: nil) : nil
  }

  /// "twenty-five", and "twenty five" where the hyphen is lost.
  private func unit(behindTens tens: Double, at position: Int, in range: Range<Int>)
    -> (value: Double, end: Int)?
  {
    guard tens >= 20, position < range.upperBound else { return nil }
    let isJoined = passage.byte(position) == UInt8(ascii: "-")
    let start = isJoined ? position + 1 : position
    guard start < range.upperBound, let unit = numberWord(start), unit.kind == .number,
      unit.value < 10
    else { return nil }
    // "twenty two-storey houses".
    let isOfNext =
      !isJoined && start + 1 < range.upperBound && passage.byte(start + 1) == UInt8(ascii: "-")
    return isOfNext ? nil : (unit.value, start + 1)
  }

  /// "dozen", "hundred"; an abbreviation follows digits only.
  private func isMultiplier(_ position: Int, in range: Range<Int>) -> Bool {
    guard position < range.upperBound, numberWord(position)?.kind == .multiplier else {
      return false
    }
    return passage.text.tokens[position].end - passage.text.tokens[position].start > 2
  }

  private func numberWord(_ position: Int) -> NumberWord? {
    passage.lexicon.numbers[passage.hash(position)]?.first { $0.rest.isEmpty }
  }

  private func digits(_ position: Int) -> Double? {
    var value = 0.0
    for byte in passage.text.bytes[
      Int(passage.text.tokens[position].start)..<Int(passage.text.tokens[position].end)]
    {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Double(byte - 48)
    }
    return value
  }

  /// What is quoted of a figure: the number with its noun, and with the word that says what became of
  /// those counted where no other says it: "86 people were rescued".
  private func quote(
    _ number: Range<Int>, from first: Int, _ word: Int, _ subject: Figure.Subject,
    in range: Range<Int>
  ) -> Range<Int> {
    let end = phraseEnd(number, in: range)
    guard subject == .other, word - end < 6, first - word < 6 else { return first..<end }
    return min(first, word)..<max(end, word + 1)
  }

  /// "46 cruise missiles", "two explosions", "three gunmen".
  private func counted(_ number: Range<Int>, in range: Range<Int>) -> Figure.Subject? {
    let end = phraseEnd(number, in: range)
    guard end > number.upperBound, passage.cues[end - 1].contains(.counted) else { return nil }
    return isCounted(end - 1, by: number) ? .other : nil
  }

  /// "38 Topic: US Missile" counts nothing, nor do "122 mm rockets".
  func isCounted(_ noun: Int, by number: Range<Int>) -> Bool {
    let word = passage.text.tokens[noun]
    return !passage.cues[number.upperBound].contains(.measure)
      && (passage.text.bytes[Int(word.end) - 1] | 0x20 == UInt8(ascii: "s")
        || word.shape.isDisjoint(with: [.capitalised, .allCapitals]))
  }

  /// Words that may lie between a number and a count before it: "the death toll from the attack on …".
  private static let reach = 20

  /// What a number says of those harmed that it counts.
  func harm(_ number: Range<Int>, in range: Range<Int>) -> Figure.Subject? {
    subject(of: number, in: range).flatMap { $0.subject.isHarm ? $0.subject : nil }
  }

  /// The word that says what is counted: close before the number, else after it.
  private func subject(of number: Range<Int>, in range: Range<Int>)
    -> (subject: Figure.Subject, word: Int)?
  {
    if number.lowerBound > range.lowerBound {
      switch passage.byte(number.lowerBound - 1) {
      case UInt8(ascii: "$"): return (.money, number.lowerBound - 1)
      case 0xE2, 0xC2:
        let end = passage.text.tokens[number.lowerBound - 1]
        if end.end - end.start == 3, passage.text.bytes[Int(end.end) - 1] == 0xAC {
          return (.money, number.lowerBound - 1)
        }
      default: break
      }
    }
    if number.upperBound < range.upperBound, passage.byte(number.upperBound) == UInt8(ascii: "%") {
      return nil
    }
    let isThings = countsThings(number, in: range)
    var position = number.lowerBound - 1
    var steps = 0
    while position >= range.lowerBound, steps < FigureFinder.reach {
      if let word = passage.lexicon.figures[passage.hash(position)], !word.side.isBehind,
        steps < 7 || word.side.standsBefore && passage.tags[position] == .noun
      {
        return isThings && word.subject.isHarm ? nil : (word.subject, position)
      }
      switch passage.tags[position] {
      case .comma, .pause, .coordinator: steps = FigureFinder.reach
      // "was killed by two gunmen".
      case .preposition
      where passage.hash(position) == Word.by && isHarmed(position - 1, in: range)
        && !(position..<number.lowerBound).contains { passage.tags[$0] == .noun }:
        steps = FigureFinder.reach
      default: break
      }
      position -= 1
      steps += 1
    }
    position = number.upperBound
    steps = 0
    var crossed = false
    // "128 troops were killed" counts the killed, "128 troops arrived" the troops.
    var counted: (subject: Figure.Subject, word: Int)?
    while position < range.upperBound, steps < 16 {
      if let word = passage.lexicon.figures[passage.hash(position)], !word.side.standsBefore {
        if word.subject.isHarm,
          isThings || word.subject != .displaced && isDoer(number, of: position, in: range)
            || isSaved(number, in: range)
        {
          return counted
        }
        // "people killed": past another number the word is that one's.
        if crossed, steps > 8 { return counted }
        guard counted == nil, word.subject == .troops || word.subject == .participants else {
          if counted == nil || word.subject.isHarm { return (word.subject, position) }
          position += 1
          continue
        }
        counted = (word.subject, position)
      }
      if passage.text.tokens[position].kind == .number, passage.timex[position] < 0 {
        if counted != nil { return counted }
        crossed = true
      }
      if passage.tags[position] == .pause || counted != nil && passage.tags[position] == .comma {
        break
      }
      position += 1
      steps += 1
    }
    return counted
  }

  /// "killed", "shot dead", in front of those who did it.
  private func isHarmed(_ word: Int, in range: Range<Int>) -> Bool {
    word >= range.lowerBound
      && passage.lexicon.figures[passage.hash(word)]?.subject.isHarm == true
      && (passage.tags[word] == .participle || passage.tags[word] == .past
        || passage.tags[word] == .adjective)
  }

  private func bound(before number: Int, in range: Range<Int>) -> (bound: Figure.Bound, start: Int)?
  {
    for length in [3, 2, 1] where number - length >= range.lowerBound {
      let start = number - length
      for word in passage.lexicon.numbers[passage.hash(start)] ?? []
      where word.rest.count == length - 1 && passage.goesOn(after: start, with: word.rest) {
        switch word.kind {
        case .atLeast: return (.atLeast, start)
        case .atMost: return (.atMost, start)
        case .about: return (.about, start)
        default: break
        }
      }
    }
    return nil
  }

  /// Which of the victims a number counts: "including four children", "four children were among".
  private func part(_ number: Range<Int>, from first: Int, in range: Range<Int>) -> String? {
    var end = number.upperBound
    while end < range.upperBound, end < number.upperBound + 4,
      passage.tags[end] == .noun || passage.tags[end] == .adjective, passage.timex[end] < 0
    {
      end += 1
    }
    guard end > number.upperBound else { return nil }
    let isIncluded = first > range.lowerBound && passage.hash(first - 1) == Word.including
    // "four children among the dead", as headlines have it.
    let link = end < range.upperBound && passage.tags[end] == .be ? end + 1 : end
    let isAmong = link < range.upperBound && passage.hash(link) == Word.among
    guard isIncluded || isAmong else { return nil }
    return passage.text.string(passage.text.span(of: number.upperBound..<end))
  }

  /// "killed all four assailants": those who attacked, and whom no count of victims holds.
  func attackers(_ number: Range<Int>, in range: Range<Int>) -> String? {
    let noun = phraseEnd(number, in: range) - 1
    guard noun >= number.upperBound, passage.cues[noun].contains(.counted),
      !passage.cues[noun].contains(.thing)
    else { return nil }
    return passage.text.string(passage.text.span(of: noun..<(noun + 1)))
  }

  /// "rounded up 11 people" counts those held, by a phrase whose last word tells nothing; "freed 26 hostages"
  /// counts nobody who is.
  func settle(
    _ figures: inout [Figure], of trigger: Trigger, _ match: TriggerMatch, in clause: Clause
  ) {
    guard match.isVerb else { return }
    if passage.lexicon.frees(passage.hash(match.head)) {
      for index in figures.indices where figures[index].subject == .detained {
        figures[index].subject = .other
      }
    }
    guard trigger.figure == .detained, !figures.contains(where: { $0.subject == .detained }),
      let count = counts(in: clause.whole).first(where: { count in
        clause.group?.isPassive == true && clause.subject.contains(count.tokens.lowerBound)
          || (0..<3).contains(count.tokens.lowerBound - match.tokens.upperBound)
      })
    else { return }
    figures.removeAll { $0.subject == .other && $0.value == count.value }
    let first = count.bound?.start ?? count.tokens.lowerBound
    figures.insert(
      Figure(
        subject: .detained, value: count.value, max: count.max, bound: count.bound?.bound,
        text: passage.text.string(
          passage.text.span(of: first..<phraseEnd(count.tokens, in: clause.whole)))), at: 0)
  }

  /// The number with the noun that it counts: "43 people".
  func phraseEnd(_ number: Range<Int>, in range: Range<Int>) -> Int {
    var end = number.upperBound
    while end < range.upperBound, end < number.upperBound + 3,
      passage.tags[end] == .noun || passage.tags[end] == .adjective, passage.timex[end] < 0,
      passage.hash(end) != Word.according
    {
      end += 1
    }
    return end
  }
}
