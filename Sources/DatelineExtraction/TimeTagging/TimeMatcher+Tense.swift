/// Tells from the verbs of a sentence whether a time lies behind or ahead.
extension TimeMatcher {
  /// -1 told as past, -2 by a verb near before, -3 by one right beside, 1 as to come, 2 as to come after
  /// what was past, 3 as to come after what is close to the day of writing, 4 by "will" near before, 0
  /// unsaid: by the nearest cue before, else the nearest after.
  func tense(around range: Range<Int>, in bytes: [UInt8]) -> Int {
    // "He has lived there since September."
    if matches(range.lowerBound - 1, rules.since) { return -3 }
    if let near = nearTense(range, bytes) { return near }
    if let planned = plannedTense(range, bytes) { return planned }
    let before = range.lowerBound - 1
    // "Not until Sunday did they answer."
    if matches(before, rules.until), matches(before - 1, rules.negation),
      let first = firstVerb(range.upperBound, bytes), first.value < 0
    {
      return -1
    }
    // "By" and "before" are another matter.
    if matches(before, rules.until), matches(before, rules.future),
      let until = untilTense(before, bytes)
    {
      return until
    }
    if isAwaited(range, bytes) { return 3 }
    if opensClause(range), let first = firstVerb(range.upperBound, bytes) {
      // "In January, it brought": what opens a sentence is told by the verb after it. So is "until
      // Thursday, they had not", by the verb and not the word before.
      if first.value < 0, !first.isWeak { return -2 }
      // "In September he visited Rome."
      if first.value < 0, first.index <= range.upperBound + 2, isDeed(first.index) { return -2 }
      // "In April, Orm filed for bankruptcy": nothing in the sentence looks ahead.
      if first.value < 0, range.lowerBound < 2, isTold(first.index, after: range.upperBound, bytes)
      {
        return -3
      }
      if matches(before, rules.until) || range.lowerBound > 1 { return first.value }
    }
    var weak: Int?
    var distance = 0
    var index = range.lowerBound - 1
    while index >= 0, distance < 30 {
      let cue = self.cue(index, bytes)
      if cue.value > 0 {
        let before = max(0, index - 3)..<index
        // "was due in court on Thursday but did not appear".
        if before.contains(where: { matches($0, rules.past) }), isThwarted(range.upperBound, bytes)
        {
          return -1
        }
        // "was due to end on Wednesday": on the nearest.
        if let due = value(index, as: rules.dueWord), !matches(range.lowerBound - 1, rules.end),
          due == 0
            ? matches(index - 1, rules.wasWord) || matches(index - 2, rules.pluperfect)
            : matches(index + 1, rules.toWord) && !matches(index - 1, rules.bePresent)
        {
          return 3
        }
        // "would resume on Monday".
        if before.contains(where: { self.cue($0, bytes).value == 2 }) { return 2 }
        // "will take effect in January".
        return distance < 6 && value(index, as: rules.auxiliary) == 1 ? 4 : cue.value
      }
      if cue.value < 0 {
        // "vowed to resign on Sunday".
        if distance < 6 || distance < 14 && value(index + 2, as: rules.infinitive) == 1,
          matches(index, rules.pledging), matches(index + 1, rules.toWord),
          index + 2 < range.lowerBound,
          // "agreed to a truce on Sunday": agreed then.
          !matches(index + 2, rules.article)
        {
          return 1
        }
        // "will be held on Monday": after "be" a past form is a participle.
        // "He came back in October": a verb so near tells as much as one right before.
        if !cue.isWeak, !followsInfinitive(index) {
          let isTied =
            distance < 7 && !matches(index, rules.saying) && !matches(index, rules.wasWord)
            && isTied(index, before)
          let isNear = (distance < 4 || isTied) && !matches(index - 1, rules.bePresent)
          // "He took the town on 5 August"; but "said the vote on 5 August was lost".
          let isOfTime =
            matches(before, rules.preposition) && !matches(index, rules.saying)
            && (!matches(index, rules.wasWord) || distance == 2)
          return weak ?? (isNear ? (isOfTime ? -3 : -2) : -1)
        }
        if weak == nil {
          // "He visited Rome in September", and not "moved the summit to September".
          let isNear =
            distance < 4 && matches(before, rules.preposition)
            || distance < 6 && isTied(index, before)
          weak = isNear && isDeed(index) ? -2 : -1
          // "to be released Friday": what governs a participle stands near before it.
          distance = max(distance, 24)
        }
      }
      index -= 1
      distance += 1
    }
    if let weak { return weak }
    index = range.upperBound
    // "The blast at the rig in April killed eleven."
    if cue(index, bytes).value < 0 { return -2 }
    while index < tokens.count {
      let cue = self.cue(index, bytes)
      if cue.value != 0 { return cue.value }
      index += 1
    }
    return 0
  }

  /// "He died at his home in Kelt in June": a preposition before the time, and no mark since the verb.
  private func isTied(_ verb: Int, _ before: Int) -> Bool {
    matches(before, rules.preposition)
      && !(verb..<before).contains { tokens[$0].isPunctuation && !matches($0, rules.possessive) }
  }

  /// "'s vote", "local elections": what a time right before it dates, and no more than that.
  func opensOccasion(_ index: Int) -> Bool {
    matches(index, rules.possessive) || matches(index, rules.occasion)
      || matches(index, rules.occasionKind) && matches(index + 1, rules.occasion)
  }

  /// What stands right beside a time tells more than the verbs around: "announced Wednesday",
  /// "as soon as Tuesday", "Wednesday's ruling".
  private func nearTense(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    if matches(range.lowerBound - 1, rules.futurePreposition) {
      // "As early as September", but "as far back as September".
      return matches(range.lowerBound - 2, rules.backWord) ? -2 : 1
    }
    if opensOccasion(range.upperBound) {
      // "before November elections"; "before Monday's vote" may be told after it.
      if !matches(range.upperBound, rules.possessive), matches(range.lowerBound - 1, rules.until) {
        return 1
      }
      // "Ahead of Sunday's vote", "in the run-up to Sunday's vote".
      if let ahead = value(range.lowerBound - 2, as: rules.aheadWord),
        matches(range.lowerBound - 1, rules.toWord)
          || ahead == 0 && matches(range.lowerBound - 1, rules.ofWord)
      {
        return 3
      }
    }
    if matches(range.upperBound, rules.possessive) {
      if isAttended(range.lowerBound, bytes) { return 1 }
      return looksAhead(from: range.upperBound + 1, bytes) ? 1 : -1
    }
    if matches(range.lowerBound - 1, rules.declaring), matches(range.upperBound, rules.beforeNoun) {
      // "declared Monday a day of mourning".
      return 1
    }
    let verb =
      matches(range.lowerBound - 1, rules.preposition)
      ? range.lowerBound - 2 : range.lowerBound - 1
    // "The funerals are on Wednesday", "the deadline is Friday".
    if matches(verb, rules.bePresent), !matches(verb, rules.possessive),
      !matches(range.lowerBound - 1, rules.begin)
    {
      return 1
    }
    // "Talks starting on Tuesday".
    if value(verb, as: rules.begin) == 1 { return 1 }
    // "We're meeting on Saturday".
    if verb > 0, verb < range.lowerBound - 1, matches(verb - 1, rules.bePresent),
      suffix(of: tokens[verb], bytes) == rules.progressive
    {
      return 1
    }
    guard verb >= 0, cue(verb, bytes).value < 0 else { return nil }
    // "The case is heard in May", "is not heard in May" tell of what is to come.
    if matches(verb - 1, rules.bePresent)
      || matches(verb - 1, rules.negation) && matches(verb - 2, rules.bePresent)
    {
      return 1
    }
    if followsInfinitive(verb) { return nil }
    // "They met in July", "rain fell between 5 and 9 August"; but "said September would be cold", "the
    // deadline was on 9 February", "(released on 5 December)".
    let isOpened =
      verb > 0 && tokens[verb - 1].isPunctuation && !matches(verb - 1, rules.possessive)
    let isFinite =
      verb < range.lowerBound - 1 && !matches(verb, rules.wasWord) && !matches(verb, rules.saying)
    return isFinite && !isOpened ? -3 : -2
  }

  /// "will attend Saturday's summit", "will speak at Saturday's summit", and not "will investigate
  /// Saturday's blast".
  private func isAttended(_ time: Int, _ bytes: [UInt8]) -> Bool {
    let isThere = matches(time - 1, rules.atWord)
    guard isThere || matches(time - 1, rules.attending) else { return false }
    return (max(0, time - 4)..<max(0, time - 1)).contains { cue($0, bytes).value > 0 }
  }

  /// "Saturday's match will be her last", "Friday's planned protests", and not "Tuesday's announcement
  /// that he will go": before what parts the phrase from its verb.
  private func looksAhead(from start: Int, _ bytes: [UInt8]) -> Bool {
    if matches(start, rules.planning) { return cue(start, bytes).value != 0 }
    for index in start..<min(start + 5, tokens.count) {
      if tokens[index].isPunctuation { return false }
      if value(index, as: rules.auxiliary) == 1 { return true }
      if cue(index, bytes).value < 0 { return false }
    }
    return false
  }

  /// Whether a time begins its sentence, or the part of it behind "and" and a mark: "…, and by Friday,
  /// crews plan to start".
  private func opensClause(_ range: Range<Int>) -> Bool {
    if range.lowerBound < 2 { return true }
    guard range.upperBound < tokens.count, tokens[range.upperBound].isPunctuation else {
      return false
    }
    let link = range.lowerBound - (matches(range.lowerBound - 1, rules.linking) ? 1 : 2)
    return matches(link, rules.linking)
  }

  /// "has called a strike for Monday", "declared three days of mourning from Tuesday", and "planned for
  /// Monday, did not take place", which Monday has shown.
  private func plannedTense(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? {
    let link = range.lowerBound - 1
    let isFrom = matches(link, rules.begin) && !matches(link, rules.after)
    // "postponed the vote to July".
    if matches(link, rules.toWord) {
      return (max(0, link - 8)..<max(0, link)).contains { matches($0, rules.postponing) } ? 1 : nil
    }
    // "demanded an answer by Friday", "ordered them to leave by Friday".
    if matches(link, rules.until), !matches(link, rules.future) {
      return isDemanded(before: link) ? 1 : nil
    }
    guard link > 0, isFrom || matches(link, rules.forWord) else { return nil }
    let before = max(0, link - 8)..<link
    guard
      before.contains(where: { matches($0, rules.planning) || matches($0, rules.declaring) }),
      !isFrom || before.contains(where: { index in rules.units.contains { matches(index, $0) } })
    else { return nil }
    var verb = range.upperBound
    if verb < tokens.count, tokens[verb].isPunctuation { verb += 1 }
    if matches(verb, rules.past), matches(verb + 1, rules.negation) { return -1 }
    // "The march planned for Saturday was called off", "had been planned for Saturday": on the nearest.
    let isOff = matches(verb, rules.wasWord) && cue(verb + 1, bytes).value < 0
    return isOff || before.contains { matches($0, rules.pluperfect) } ? 3 : 1
  }

  /// Whether "but" and something past stand behind a plan's time.
  private func isThwarted(_ end: Int, _ bytes: [UInt8]) -> Bool {
    let link = end < tokens.count && tokens[end].isPunctuation ? end + 1 : end
    guard value(link, as: rules.linking) == 1, let first = firstVerb(link + 1, bytes) else {
      return false
    }
    return first.value < 0 && first.index < link + 6
  }

  /// Whether a deed that looks ahead stands before a deadline, in its part of the sentence.
  private func isDemanded(before link: Int) -> Bool {
    for index in stride(from: link - 1, through: max(0, link - 12), by: -1) {
      if tokens[index].isPunctuation || matches(index, rules.linking) { return false }
      if matches(index, rules.planning) { return true }
    }
    return false
  }

  /// "The truce held until Friday" is over, "the talks were put off until Friday" are not; nil where
  /// neither is said.
  private func untilTense(_ link: Int, _ bytes: [UInt8]) -> Int? {
    for index in stride(from: link - 1, through: max(0, link - 8), by: -1) {
      if matches(index, rules.deferring) || matches(index, rules.future) { return 1 }
      // "Since then he had been silent until Sunday", "the rebels had only until Sunday".
      if matches(index, rules.pluperfect) {
        let isAlone = index == link - 1 || index == link - 2 && cue(index + 1, bytes).value == 0
        return isAlone ? 1 : -1
      }
      if matches(index, rules.lasting) { return followsInfinitive(index) ? 1 : -1 }
    }
    return nil
  }

  /// "visited Rome", "seized the town", and not "a proposed vote", "announced a summit": a weak verb's
  /// past form that tells of a deed done.
  private func isDeed(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, !matches(index, rules.planning),
      !matches(index, rules.pledging), !matches(index - 1, rules.beforeNoun),
      !matches(index - 1, rules.bePresent)
    else { return false }
    return tokens[index + 1].isCapital && !tokens[index + 1].isPunctuation
      || matches(index + 1, rules.article)
  }

  /// "fell ahead of talks in Kelt on Wednesday", "on the eve of the vote on Wednesday": no verb between.
  private func isAwaited(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let near = max(1, range.lowerBound - 14)..<max(1, range.lowerBound)
    // Hardly ever, and so looked for before anything else.
    let link = near.last { matches($0, rules.ofWord) && value($0 - 1, as: rules.aheadWord) == 0 }
    guard let link else { return false }
    return !(link..<range.lowerBound).contains { index in
      if tokens[index].isPunctuation { return !matches(index, rules.possessive) }
      let cue = cue(index, bytes)
      return cue.value < 0 && !cue.isWeak && !matches(index - 1, rules.beforeNoun)
    }
  }

  /// Whether a past form that its ending alone tells is the sentence's verb as far as words show: none
  /// looks ahead behind it, and it is no participle with a doer ("hit by").
  private func isTold(_ verb: Int, after time: Int, _ bytes: [UInt8]) -> Bool {
    guard verb <= time + 9, !matches(verb - 1, rules.bePresent), !matches(verb + 1, rules.until),
      !(time + 1..<max(time + 1, verb)).contains(where: { tokens[$0].isPunctuation })
    else { return false }
    return (verb + 1..<tokens.count).allSatisfy { cue($0, bytes).value <= 0 }
  }

  private func firstVerb(
    _ index: Int, _ bytes: [UInt8]
  ) -> (index: Int, value: Int, isWeak: Bool)? {
    for verb in index..<max(index, tokens.count) {
      let cue = cue(verb, bytes)
      if cue.value != 0 { return (verb, cue.value, cue.isWeak) }
    }
    return nil
  }

  private func matches(_ index: Int, _ symbol: TimeLexicon.Symbol) -> Bool {
    tokens.indices.contains(index) && tokens[index].lexeme != 0
      && rules.lexicon.isOne(tokens[index].lexeme, symbol)
  }

  /// "a", "its", and "announced" too: a noun follows, though it may be a verb.
  private func opensNoun(_ index: Int, _ bytes: [UInt8]) -> Bool {
    matches(index, rules.beforeNoun) || matches(index, rules.past)
      || index >= 0 && !tokens[index].isHead && !matches(index, rules.noVerb)
        && suffix(of: tokens[index], bytes) == rules.past
  }

  private func followsInfinitive(_ index: Int) -> Bool {
    (max(0, index - 3)..<index).contains { matches($0, rules.infinitive) }
  }

  private func cue(_ index: Int, _ bytes: [UInt8]) -> (value: Int, isWeak: Bool) {
    guard tokens.indices.contains(index) else { return (0, false) }
    let lexeme = tokens[index].lexeme
    guard lexeme != 0 else { return weakCue(index, bytes) }
    if let ahead = rules.lexicon.value(of: lexeme, as: rules.future) {
      return (aheadCue(index, ahead, bytes), false)
    }
    if rules.lexicon.isOne(lexeme, rules.past) {
      // "Sat 8 Nov" is no verb, and "has to rule on Monday" looks ahead.
      if tokens[index].isHead, tokens[index].isCapital { return (0, false) }
      // "should have the vaccine by September": what somebody has is no past.
      if matches(index, rules.having), matches(index + 1, rules.beforeNoun) { return (0, false) }
      let isOwed = value(index, as: rules.having) == 1 && matches(index + 1, rules.toWord)
      return (isOwed ? 1 : -1, false)
    }
    if rules.lexicon.isOne(lexeme, rules.toWord), isToBe(index, bytes) { return (1, false) }
    return tokens[index].isHead || matches(index, rules.noVerb) ? (0, false) : weakCue(index, bytes)
  }

  private func isHead(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isHead
  }

  /// What a word that mostly looks ahead tells where it stands.
  private func aheadCue(_ index: Int, _ value: Int, _ bytes: [UInt8]) -> Int {
    // "from 25 to 27 May issued".
    if matches(index, rules.riskyMonth), tokens[index].isCapital { return 0 }
    // "may have been seen on Monday", and not "should have enough by Monday".
    if self.value(index, as: rules.auxiliary) == 0, matches(index + 1, rules.having),
      index + 2 < tokens.count, cue(index + 2, bytes).value < 0
    {
      return -1
    }
    // "fell due to the storm".
    if matches(index, rules.dueWord), matches(index + 1, rules.toWord),
      matches(index + 2, rules.beforeNoun)
    {
      return 0
    }
    if value == 3 {
      // "voters go to the polls on Sunday", and "they did not go on Sunday".
      return matches(index - 1, rules.didWord) || matches(index - 2, rules.didWord) ? -1 : 1
    }
    // "reported better results than expected on Tuesday".
    if self.value(index - 1, as: rules.than) == 0 { return 0 }
    // "could not be reached on Friday" is past, "could begin on Friday" is not.
    if value == 5 { return matches(index + 1, rules.negation) ? -1 : 1 }
    // "Polls open on Sunday", and not "kept its doors open on Sunday".
    if value == 6 {
      let isFirst = index == 1 || index == 2 && matches(0, rules.beforeNoun)
      return isFirst && (matches(index + 1, rules.preposition) || isHead(index + 1)) ? 1 : 0
    }
    if value == 7 {
      // "is set to speak", "set up a fund", "will set up a fund".
      if matches(index + 1, rules.toWord) { return 1 }
      if matches(index + 1, rules.particle) {
        return followsInfinitive(index) || cue(index - 1, bytes).value > 0 ? 0 : -1
      }
    }
    // "is meeting them on Friday", and not "after their meeting on Friday".
    if value == 4 { return matches(index - 1, rules.bePresent) ? 1 : 0 }
    // "approved a plan on Monday": a thing, and nothing that somebody plans for Monday; so is the
    // "Forecast Office".
    let ahead = value == 7 ? 1 : value
    guard matches(index, rules.nounOrVerb) else { return ahead }
    // "This will be so", and "his will".
    let isNoun =
      self.value(index, as: rules.auxiliary) == 1
      ? matches(index - 1, rules.article)
      : opensNoun(index - 1, bytes)
        || tokens[index].isCapital && index > 0 && !tokens[index - 1].isPunctuation
    return isNoun ? 0 : ahead
  }

  /// "is to", and "a report to be released on Friday" where no verb goes before.
  private func isToBe(_ index: Int, _ bytes: [UInt8]) -> Bool {
    if matches(index - 1, rules.bePresent) { return true }
    // "was also to meet her on Friday".
    if matches(index - 1, rules.also), index + 1 < tokens.count,
      matches(index - 2, rules.bePresent) || matches(index - 2, rules.wasWord)
    {
      return true
    }
    guard value(index + 1, as: rules.infinitive) == 1, index > 0, index + 2 < tokens.count else {
      // "The men were to appear in court on Monday".
      return matches(index - 1, rules.wasWord) && index + 1 < tokens.count
        && !matches(index + 1, rules.article)
    }
    return tokens[index - 1].isPunctuation
      || cue(index - 1, bytes).value == 0 && cue(index + 2, bytes).value < 0
  }

  /// What a word's ending tells.
  private func weakCue(_ index: Int, _ bytes: [UInt8]) -> (value: Int, isWeak: Bool) {
    guard let symbol = suffix(of: tokens[index], bytes) else { return (0, false) }
    // "The so-called peace talks": no verb; but "re-elected".
    if tokens[index].isGlued, matches(index - 1, rules.hyphen), tokens[index - 1].isGlued,
      !matches(index - 2, rules.verbPrefix)
    {
      return (0, false)
    }
    guard symbol == rules.progressive else { return (symbol == rules.future ? 1 : -1, true) }
    // "is flying to Rome on Friday"; but "are looking into a blast on Friday".
    let isOnItsWay =
      index + 2 < tokens.count && tokens[index + 2].isCapital
      && matches(index - 1, rules.bePresent) && matches(index + 1, rules.toWord)
    return (isOnItsWay ? 1 : 0, false)
  }

  /// What the ending of a word that is in no table tells.
  private func suffix(of token: TimeToken, _ bytes: [UInt8]) -> TimeLexicon.Symbol? {
    guard rules.mayTell(bytes[Int(token.end) - 1]), token.digits == 0, !token.isCapital,
      !token.isPunctuation
    else { return nil }
    return rules.tenseSuffixes.first { ends(token, in: bytes, with: $0.bytes) }?.symbol
  }

  /// Whether a word ends so, and has three letters more at the least.
  private func ends(_ token: TimeToken, in bytes: [UInt8], with suffix: [UInt8]) -> Bool {
    let start = Int(token.end) - suffix.count
    guard start > Int(token.start) + 2 else { return false }
    for index in suffix.indices where bytes[start + index] != suffix[index] { return false }
    return true
  }
}
