/// A finite verb with its subject and what belongs to it.
struct Clause: Sendable {
  enum Link: Sendable {
    case main
    /// "who …", "which …".
    case relative
    /// "as …", "after …", "if …".
    case adverbial
    /// "and called …": the subject is the one before.
    case coordinate
    /// What a reporting verb reports.
    case content
  }

  /// The clause's own piece, its verb included; a relative clause inside is left out at the front.
  var range: Range<Int>
  /// May stand before `range`, and may be empty.
  var subject: Range<Int>
  /// "the soldiers whom the army captured": whom a relative clause with a subject of its own takes up.
  var antecedent: Range<Int>?
  /// Nil in a fragment without a finite verb.
  var group: VerbGroup?
  /// Infinitives, participles and gerunds of the clause.
  var others: [VerbGroup] = []
  var link: Link
  /// The subordinator's token, where there is one.
  var subordinator: Int?
  /// The clause that reports this one, by index in the sentence.
  var reporter: Int?
  var isQuoted = false
}

extension Clause {
  /// Subject and piece together; a subject that another clause has told is left to that one.
  var whole: Range<Int> {
    guard link != .coordinate, !subject.isEmpty else { return range }
    var start = min(range.lowerBound, subject.lowerBound)
    if link == .relative, let antecedent { start = min(start, antecedent.lowerBound) }
    return start..<range.upperBound
  }
}

extension TaggedPassage {
  /// The clauses of a sentence, in order.
  func clauses(in sentence: Range<Int>) -> [Clause] {
    let groups = verbGroups(in: sentence)
    // "has gotten has been held": of two verbs in a row the later is meant.
    let finite = groups.indices.filter { index in
      groups[index].tense.isFinite && !isInsertedParticiple(groups, index, in: sentence)
        && !(index + 1 < groups.count && groups[index + 1].tense.isFinite
          && groups[index].tokens.upperBound == groups[index + 1].tokens.lowerBound)
    }.map { groups[$0] }
    guard !finite.isEmpty else {
      return [Clause(range: sentence, subject: sentence, group: nil, others: groups, link: .main)]
    }
    var clauses: [Clause] = []
    for (index, group) in finite.enumerated() {
      let previous = index > 0 ? finite[index - 1] : nil
      clauses.append(clause(of: group, after: previous, earlier: clauses, in: sentence))
    }
    closeRanges(&clauses, in: sentence)
    returnHarm(to: &clauses)
    for (index, group) in groups.enumerated() {
      var group = group
      if group.tense.isFinite {
        guard isInsertedParticiple(groups, index, in: sentence) else { continue }
        // "The journalist, arrested in March, was freed": done to her before.
        group.tense = .participle
        group.isPassive = true
      }
      // A participle inside a later clause's front belongs to what stands around it.
      if let owner = clauses.lastIndex(where: { $0.range.contains(group.main) }) {
        clauses[owner].others.append(group)
      }
    }
    markQuotes(&clauses, in: sentence)
    linkReports(&clauses, in: sentence)
    return clauses
  }

  /// "The fighters of X, a group banned in Farland, had attacked": the first verb describes the
  /// noun of an insertion, and the second is the sentence's own.
  private func isInsertedParticiple(
    _ groups: [VerbGroup], _ index: Int, in sentence: Range<Int>
  ) -> Bool {
    let group = groups[index]
    guard group.tense == .past, group.tokens.count == 1, group.main > sentence.lowerBound,
      group.main + 1 < sentence.upperBound,
      tags[group.main - 1] == .noun || tags[group.main - 1] == .comma,
      tags[group.main + 1] == .preposition,
      let next = groups[(index + 1)...].first(where: { $0.tense.isFinite }),
      verbs[next.main]?.cues.contains(.report) != true, tags[next.tokens.lowerBound - 1] == .comma
    else { return false }
    for position in group.tokens.upperBound..<(next.tokens.lowerBound - 1) {
      switch tags[position] {
      case .comma, .pause, .coordinator, .subordinator, .relative, .quote: return false
      default: break
      }
    }
    var opening = group.main - 1
    while opening > sentence.lowerBound {
      switch tags[opening] {
      case .noun, .adjective, .determiner, .number, .possessive: opening -= 1
      case .comma:
        // "On Monday, troops moved into the town, killed …": a time in front is no subject.
        return tags[opening - 1] == .noun
          && !(sentence.lowerBound..<opening).contains { timex[$0] >= 0 }
          && tags[sentence.lowerBound] != .preposition
          && !groups[..<index].contains { $0.tense.isFinite }
      default: return false
      }
    }
    return false
  }

  private func clause(
    of group: VerbGroup, after previous: VerbGroup?, earlier: [Clause], in sentence: Range<Int>
  ) -> Clause {
    let verb = group.tokens.lowerBound
    guard let previous else {
      var start = sentence.lowerBound
      var link = Clause.Link.main
      var subordinator: Int?
      for position in start..<verb where tags[position] == .subordinator {
        if isClausal(position, verb: verb) {
          subordinator = position
          link = .adverbial
          start = position + 1
        }
      }
      if let relative = relativeMark(before: verb, from: start) {
        return relativeClause(of: group, after: nil, relative, in: sentence)
      }
      return Clause(
        range: start..<verb, subject: start..<verb, group: group, link: link,
        subordinator: subordinator)
    }
    let gap = previous.tokens.upperBound..<verb
    if let relative = relativeMark(before: verb, from: gap.lowerBound)
      ?? reportMark(in: gap, after: previous)
    {
      let reports = verbs[previous.main]?.cues.contains(.report) == true
      if hash(relative) == Word.that, reports, verb - 2 > relative, tags[verb - 1] == .pronoun,
        tags[verb - 2] == .comma
      {
        // "said that without a halt, an end to A and B, it will": the pronoun alone.
        return Clause(
          range: (relative + 1)..<verb, subject: (verb - 1)..<verb, group: group, link: .content)
      }
      // "denied a role in the blast that killed 11" says nothing of the blast, and in "the blast that
      // officials say killed 11" it is the blast that killed.
      let isInserted =
        verb - 1 > relative && tags[verb - 1].isLexicalVerb
        && verbs[verb - 1]?.cues.contains(.report) == true
      let isSaid = !((relative + 1)..<verb).allSatisfy { tags[$0] == .adverb } && !isInserted
      if hash(relative) == Word.that, reports && isSaid || relative == gap.lowerBound {
        return Clause(
          range: (relative + 1)..<verb, subject: (relative + 1)..<verb, group: group,
          link: .content)
      }
      return relativeClause(
        of: group, after: previous, relative, isInserted: isInserted, in: sentence)
    }
    if verbs[group.main]?.cues.contains(.report) == true, endsSentence(group.main, in: sentence) {
      // "killed three civilians the observatory said on Monday": the reporter is the last noun phrase.
      let phrase = lastNounPhrase(before: verb, from: gap.lowerBound)
      if !phrase.isEmpty, phrase.lowerBound > gap.lowerBound,
        tags[phrase.lowerBound - 1].isNominal
      {
        return Clause(range: phrase, subject: phrase, group: group, link: .main)
      }
    }
    var position = verb - 1
    var subjectEnd = verb
    if let opening = insertionStart(before: verb, from: gap.lowerBound) {
      // "forces, backed by air strikes, launched": the subject stands before the insertion.
      subjectEnd = opening
      position = opening - 1
    }
    while position >= gap.lowerBound {
      let rest = (position + 1)..<subjectEnd
      switch tags[position] {
      case .subordinator where isClausal(position, verb: subjectEnd):
        return Clause(
          range: rest, subject: rest, group: group, link: .adverbial, subordinator: position)
      case .pause, .quote:
        if hasNominal(in: rest) {
          return Clause(range: rest, subject: rest, group: group, link: .main)
        }
      case .bracket where isShortName(endingAt: position):
        // "The coalition fighting the Red Front (RF) has carried out".
        position -= 2
      case .comma, .bracket:
        if hasNominal(in: rest) {
          // "…, the army said" and "A did x, B did y".
          return Clause(range: rest, subject: rest, group: group, link: .main)
        }
        if let owner = earlier.lastIndex(where: { $0.link == .relative || $0.link == .adverbial }),
          earlier[owner].link == .relative
        {
          // The end of an inserted relative clause: the verb is of what stood before it.
          return Clause(
            range: rest, subject: earlier[owner].antecedent ?? earlier[owner].subject,
            group: group, link: .main)
        }
        if let last = earlier.last {
          return Clause(range: rest, subject: last.subject, group: group, link: .coordinate)
        }
      case .coordinator:
        if !hasNominal(in: rest) {
          let subject = speaker(of: group, among: earlier) ?? earlier.last?.subject ?? rest
          return Clause(range: rest, subject: subject, group: group, link: .coordinate)
        }
        if !joinsNouns(position, verb: verb) {
          return Clause(range: rest, subject: rest, group: group, link: .main)
        }
      default: break
      }
      position -= 1
    }
    if subjectEnd < verb, let last = earlier.last, last.link != .relative {
      let subject = gap.lowerBound..<subjectEnd
      return Clause(range: subject, subject: subject, group: group, link: .main)
    }
    if let speaker = insertedSpeaker(before: verb, from: gap.lowerBound) {
      // "lowered the number of people it says were killed": it is the people who were.
      return Clause(
        range: verb..<verb, subject: antecedent(of: speaker, from: sentence.lowerBound),
        group: group, link: .relative)
    }
    // No mark between two verbs: what a report says without "that", else an unmarked clause.
    var start = gap.lowerBound
    while start < verb,
      tags[start] == .time
        || tags[start] == .preposition && start + 1 < verb
          && tags[start + 1] == .time
    {
      start += 1
    }
    let reports = verbs[previous.main]?.cues.contains(.report) == true
    if reports {
      if start == verb, let last = earlier.last, last.link == .relative || last.link == .content,
        last.range.lowerBound > sentence.lowerBound, tags[last.range.lowerBound - 1] == .relative
      {
        // "raids that monitors say have killed many": it is the raids that killed.
        let relative = last.range.lowerBound - 1
        return Clause(
          range: start..<verb, subject: antecedent(of: relative, from: sentence.lowerBound),
          group: group, link: .relative)
      }
      return Clause(range: start..<verb, subject: start..<verb, group: group, link: .content)
    }
    if let last = earlier.last(where: { $0.link != .coordinate }), let taken = takenUp(by: last) {
      // "The men who attacked the town and fled were arrested": the verb is of those whom "who" takes up.
      return Clause(range: verb..<verb, subject: taken, group: group, link: .main)
    }
    if verbs[group.main]?.cues.contains(.report) == true {
      // "killed three civilians the observatory said": the reporter is the last noun phrase.
      let phrase = lastNounPhrase(before: verb, from: gap.lowerBound)
      return Clause(range: phrase, subject: phrase, group: group, link: .main)
    }
    return Clause(range: start..<verb, subject: start..<verb, group: group, link: .main)
  }

  /// "who attacked the town", "which Turkey backs": what it takes up is its subject, unless it has one of
  /// its own.
  private func relativeClause(
    of group: VerbGroup, after previous: VerbGroup?, _ relative: Int, isInserted: Bool = false,
    in sentence: Range<Int>
  ) -> Clause {
    let verb = group.tokens.lowerBound
    let antecedent = antecedent(of: relative, from: sentence.lowerBound)
    let own = (relative + 1)..<verb
    guard tags[relative] == .relative, hasNominal(in: own), !isInserted else {
      return Clause(range: relative..<verb, subject: antecedent, group: group, link: .relative)
    }
    return Clause(
      range: own, subject: own, antecedent: antecedent.isEmpty ? nil : antecedent,
      group: group,
      link: previous != nil && hash(relative) == Word.that ? .content : .relative)
  }

  /// "(RF)": capitals alone in brackets.
  private func isShortName(endingAt position: Int) -> Bool {
    position > 1 && tags[position - 2] == .bracket
      && text.tokens[position - 1].shape.contains(.allCapitals)
  }

  /// Whom a relative clause hangs on.
  private func takenUp(by clause: Clause) -> Range<Int>? {
    if let antecedent = clause.antecedent { return antecedent }
    guard clause.link == .relative, clause.subject.upperBound <= clause.range.lowerBound,
      !clause.subject.isEmpty
    else { return nil }
    return clause.subject
  }

  /// "The charity said that many have died and blamed the army": the charity does, since the dead say
  /// nothing.
  private func speaker(of group: VerbGroup, among earlier: [Clause]) -> Range<Int>? {
    guard speaks(group), let content = earlier.lastIndex(where: { $0.link == .content }),
      content > 0, let told = earlier[content].group, !speaks(told), let last = earlier.last?.group,
      !speaks(last)
    else { return nil }
    return earlier[content - 1].subject
  }

  /// Says something, demands it or rejects it.
  private func speaks(_ group: VerbGroup) -> Bool {
    if verbs[group.main]?.cues.contains(.report) == true { return true }
    return lexicon.triggers[hash(group.main)]?.contains {
      $0.rest.isEmpty && lexicon.entries[Int($0.entry)].isVerb
        && lexicon.entries[Int($0.entry)].type.isDemand
    } ?? false
  }

  /// The comma that opens an insertion which ends right before the verb.
  private func insertionStart(before verb: Int, from start: Int) -> Int? {
    var end = verb
    while end > start, tags[end - 1] == .adverb || tags[end - 1] == .time { end -= 1 }
    guard end > start, tags[end - 1] == .comma else { return nil }
    var opening: Int?
    for position in start..<(end - 1) where tags[position] == .comma {
      var next = position + 1
      while tags[next] == .adverb { next += 1 }
      switch tags[next] {
      case .participle, .gerund, .preposition, .determiner: return position
      default: opening = position
      }
    }
    guard let opening, hasNominal(in: start..<opening) else { return nil }
    return opening
  }

  /// Whether a subordinator opens a clause here and not a phrase ("after the talks").
  private func isClausal(_ position: Int, verb: Int) -> Bool {
    if position + 1 < verb, hash(position) == Word.since,
      hash(position + 1) == Word.then || tags[position + 1] == .time
    {
      // "Since then", "since late April": a time, and no clause.
      return false
    }
    for index in (position + 1)..<max(verb, position + 1)
    where tags[index] == .comma || tags[index] == .pause {
      // "as well as A, B": the words after the comma are the subject's.
      return hasNominal(in: (position + 1)..<index) ? false : true
    }
    return verb > position + 1 && hasNominal(in: (position + 1)..<verb)
  }

  private func hasNominal(in range: Range<Int>) -> Bool {
    range.contains {
      tags[$0] == .noun || tags[$0] == .pronoun || tags[$0] == .number || cues[$0].contains(.crowd)
    }
  }

  /// A relative pronoun that the verb follows, with at most its own subject between.
  private func relativeMark(before verb: Int, from start: Int) -> Int? {
    var position = verb - 1
    while position >= start {
      switch tags[position] {
      case .relative: return position
      // "told Channel Seven that his client “was not fleeing anybody”".
      case .quote where position == verb - 1: position -= 1
      case .comma, .pause, .coordinator, .subordinator, .quote, .bracket: return nil
      default: position -= 1
      }
    }
    return nil
  }

  /// "people it says were killed", "men police say attacked the town": where the pronoun or name begins
  /// that says so, right behind a noun.
  private func insertedSpeaker(before verb: Int, from start: Int) -> Int? {
    let report = verb - 1
    guard report - 1 > start, tags[report] == .present || tags[report] == .past,
      verbs[report]?.cues.contains(.report) == true
    else { return nil }
    let last = report - 1
    let speaker =
      tags[last] == .pronoun
      ? last : reference[last] >= 0 ? references[Int(reference[last])].tokens.lowerBound : nil
    guard let speaker, speaker > start, tags[speaker - 1] == .noun, timex[speaker - 1] < 0
    else { return nil }
    return speaker
  }

  /// "said on Friday that A, B and C must": the word that opens what is reported, before a list.
  private func reportMark(in gap: Range<Int>, after previous: VerbGroup) -> Int? {
    guard verbs[previous.main]?.cues.contains(.report) == true else { return nil }
    for position in gap {
      if hash(position) == Word.that, tags[position] == .relative {
        let rest = (position + 1)..<gap.upperBound
        return rest.contains { tags[$0] == .comma || tags[$0] == .coordinator }
          && rest.allSatisfy { tags[$0] != .subordinator && tags[$0] != .relative }
          ? position : nil
      }
      switch tags[position] {
      case .time, .preposition, .to, .adverb: break
      case .noun where reference[position] >= 0: break
      default: return nil
      }
    }
    return nil
  }

  /// "an attack in Kelt on Sunday": the noun of a deed in front of a time and a place; nil where another stands there.
  private func deedNoun(beforeTimeAt last: Int, from start: Int) -> Int? {
    guard last > start, timex[last] >= 0 else { return nil }
    var position = tokens(ofTimex: Int(timex[last])).lowerBound - 1
    guard position > start, tags[position] == .preposition else { return nil }
    position -= 1
    while position > start {
      if tags[position] == .noun, reference[position] < 0 {
        return lexicon.isTriggerNoun(hash(position)) ? position : nil
      }
      // "in Kelt", "in the town of Kelt" stand between.
      guard reference[position] >= 0 || tags[position] == .preposition else { return nil }
      position -= 1
    }
    return nil
  }

  /// The noun phrase that a relative pronoun takes up.
  private func antecedent(of relative: Int, from start: Int) -> Range<Int> {
    var end = relative
    while end > start, tags[end - 1] == .comma || tags[end - 1] == .preposition { end -= 1 }
    if let noun = deedNoun(beforeTimeAt: end - 1, from: start) {
      // "an attack in Kelt on Sunday that killed 16": the attack did, and on its day.
      return antecedent(of: noun + 1, from: start).lowerBound..<end
    }
    if end < relative, hash(end) == Word.of, end - 2 > start, tags[end - 2] == .comma,
      tags[end - 1] == .number || tags[end - 1] == .determiner || tags[end - 1] == .pronoun
    {
      // "robbers, two of whom were masked": all of them.
      end -= 2
    }
    var first = end
    while first > start {
      let tag = tags[first - 1]
      switch tag {
      case .noun, .adjective, .determiner, .number, .possessive, .adverb: first -= 1
      case .coordinator where first - 2 >= start && reference[first - 2] >= 0: first -= 1
      case .comma
      where first - 2 >= start && tags[first] == .determiner && reference[first - 2] >= 0:
        // "Gordon, the model who …, has died".
        return references[Int(reference[first - 2])].tokens.lowerBound..<end
      case .preposition
      where isSeat(first..<end) && lexicon.prepositions[hash(first - 1)] == .place:
        // "an air strike in Avaria that killed 40": the strike, and not the country.
        var deed = first - 1
        while deed > start,
          tags[deed - 1] == .noun || tags[deed - 1] == .adjective
            || tags[deed - 1] == .determiner || tags[deed - 1] == .number
        {
          deed -= 1
        }
        return deed < first - 1 && lexicon.isTriggerNoun(hash(first - 2)) ? deed..<end : first..<end
      default: return first..<end
      }
    }
    return first..<end
  }

  /// Whether a phrase is the name of a place.
  private func isSeat(_ phrase: Range<Int>) -> Bool {
    phrase.last.map { reference[$0] >= 0 && references[Int(reference[$0])].isLocation } ?? false
  }

  private func lastNounPhrase(before verb: Int, from start: Int) -> Range<Int> {
    var first = verb
    while first > start {
      switch tags[first - 1] {
      case .noun, .adjective, .possessive, .adverb, .pronoun: first -= 1
      case .determiner: return (first - 1)..<verb
      default: return first..<verb
      }
    }
    return first..<verb
  }

  /// "Iran and Russia met": the coordinator joins parts of the subject.
  private func joinsNouns(_ position: Int, verb: Int) -> Bool {
    guard position > 1 else { return false }
    // "said he and Novak had agreed", "said on Sunday she and her rival had agreed": both did.
    if tags[position - 1] == .pronoun, hash(position) == Word.and,
      timex[position - 2] >= 0 || verbs[position - 2]?.cues.contains(.report) == true
        || hash(position - 2) == Word.that
    {
      return true
    }
    return reference[position - 1] >= 0 && reference[min(position + 1, verb)] >= 0
      && !(position + 1..<verb).contains { tags[$0] == .preposition }
  }

  /// Each clause's piece goes on to where the next one begins.
  private func closeRanges(_ clauses: inout [Clause], in sentence: Range<Int>) {
    for index in clauses.indices {
      var end = sentence.upperBound
      if index + 1 < clauses.count {
        end = max(clauses[index + 1].range.lowerBound, clauses[index].group!.tokens.upperBound)
      }
      while end > clauses[index].group!.tokens.upperBound, isEdge(end - 1) { end -= 1 }
      clauses[index].range = clauses[index].range.lowerBound..<end
    }
  }

  /// "hit a school as pupils were leaving it, wounding ten": the harm is the first verb's.
  private func returnHarm(to clauses: inout [Clause]) {
    for index in clauses.indices.dropFirst() where clauses[index].link == .adverbial {
      let after = clauses[index].group!.tokens.upperBound..<clauses[index].range.upperBound
      guard
        after.contains(where: { position in
          tags[position] == .gerund
            && lexicon.figures[hash(position)].map { !$0.side.isBehind } == true
        })
      else { continue }
      clauses[index - 1].range =
        clauses[index - 1].range.lowerBound..<clauses[index].range.upperBound
    }
  }

  /// Marks and joining words at the end of a piece, which belong to none.
  private func isEdge(_ position: Int) -> Bool {
    switch tags[position] {
    case .coordinator, .subordinator, .relative: true
    default: tags[position].isMark
    }
  }

  private func markQuotes(_ clauses: inout [Clause], in sentence: Range<Int>) {
    var isOpen = false
    var quoted: [Bool] = []
    quoted.reserveCapacity(sentence.count)
    for position in sentence {
      if tags[position] == .quote {
        switch text.bytes[Int(text.tokens[position].end) - 1] {
        case 0x9C where byte(position) == 0xE2: isOpen = true
        case 0x9D where byte(position) == 0xE2: isOpen = false
        case UInt8(ascii: "\""): isOpen.toggle()
        default: break
        }
      }
      quoted.append(isOpen)
    }
    for index in clauses.indices {
      clauses[index].isQuoted = quoted[clauses[index].group!.main - sentence.lowerBound]
    }
  }

  /// Finds for each clause the one that says it: before it, or at the sentence's end.
  private func linkReports(_ clauses: inout [Clause], in sentence: Range<Int>) {
    for index in clauses.indices where clauses[index].link == .content {
      // "said that two planes took off and that they dropped bombs": said by the same.
      let opening = clauses[index].range.lowerBound - 2
      let isSecond =
        index > 0 && opening > sentence.lowerBound && tags[opening] == .coordinator
        && clauses[index - 1].reporter != nil && !isReport(clauses[index - 1])
      clauses[index].reporter = isSecond ? clauses[index - 1].reporter : index - 1
    }
    for index in clauses.indices {
      // What hangs on a reported clause is reported with it.
      if clauses[index].reporter == nil, index > 0,
        clauses[index].link == .coordinate || clauses[index].link == .adverbial
          || clauses[index].link == .relative,
        let reporter = clauses[index - 1].reporter,
        clauses[index].link != .coordinate
          || clauses[index].subject != clauses[reporter].subject
      {
        clauses[index].reporter = reporter
      }
    }
    guard let last = clauses.last, clauses.count > 1, isReport(last),
      last.link != .content, last.link != .relative, last.link != .coordinate,
      saysNothingItself(last),
      // "The army, which has been at war since May, agreed to talks": nobody reports the war.
      !lexicon.isDeedVerb(hash(last.group!.main))
        || !clauses.contains(where: { $0.link == .relative && $0.subject == last.subject })
    else {
      // `"…," said the minister`: the first clause after the quotation reports it.
      for index in clauses.indices.dropFirst()
      where !clauses[index].isQuoted && clauses[index - 1].isQuoted && isReport(clauses[index]) {
        for quoted in 0..<index where clauses[quoted].isQuoted {
          clauses[quoted].reporter = index
        }
      }
      return
    }
    for index in clauses.indices.dropLast() where clauses[index].reporter == nil {
      clauses[index].reporter = clauses.count - 1
    }
  }

  /// Nothing but a time, a place or a hearer stands behind the verb.
  private func saysNothingItself(_ clause: Clause) -> Bool {
    let next = clause.group!.tokens.upperBound
    guard next < clause.range.upperBound else { return true }
    switch tags[next] {
    case .time, .preposition, .comma, .to, .pause, .adverb: return true
    default: return reference[next] >= 0
    }
  }

  func isReport(_ clause: Clause) -> Bool {
    guard let group = clause.group, !group.isCopula, !group.isPassive else { return false }
    return verbs[group.main]?.cues.contains(.report) == true
  }
}
