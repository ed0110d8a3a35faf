import DatelineModel

/// A title or text with the part of every word, its actors and its times, by token.
///
/// A class, since every part of event finding holds it and a struct's arrays would each be retained.
/// All is written while it is made, and so no reading of it needs the watch of `exclusivity`.
final class TaggedPassage {
  let text: SegmentedText
  let lexicon: EventLexicon
  @exclusivity(unchecked) private(set) var tags: [WordTag]
  @exclusivity(unchecked) private(set) var cues: [ClosedWord.Cues]
  /// What the token may be as a verb, where it may be one.
  @exclusivity(unchecked) private(set) var verbs: [VerbForm?]
  /// Index into `references`, or -1.
  @exclusivity(unchecked) private(set) var reference: [Int32]
  /// Index into the article's timexes, or -1.
  @exclusivity(unchecked) private(set) var timex: [Int32]
  @exclusivity(unchecked) private(set) var references: [ActorReference] = []
  /// Whether the token is "Avarian" and its like, be it an actor here or not.
  @exclusivity(unchecked) private(set) var isDemonym: [Bool]
  /// By index into the article's actors: the states among them.
  @exclusivity(unchecked) private(set) var isState: [Bool]
  @exclusivity(unchecked) private var timexTokens: [Int: Range<Int>] = [:]
  let timexes: [Timex]
  /// Titles in which nearly every word has a capital letter: there a capital tells nothing.
  private let isHeadlineCase: Bool

  init(
    _ text: SegmentedText, timexes: [Timex], actors: FoundActors, index: [String: Int],
    lexicon: EventLexicon
  ) {
    self.text = text
    self.lexicon = lexicon
    self.timexes = timexes
    let count = text.tokens.count
    tags = Array(repeating: .noun, count: count)
    cues = Array(repeating: [], count: count)
    verbs = Array(repeating: nil, count: count)
    reference = Array(repeating: -1, count: count)
    timex = Array(repeating: -1, count: count)
    isDemonym = Array(repeating: false, count: count)
    var words = 0
    var capitals = 0
    if text.isTitle {
      for token in text.tokens where token.kind == .word && token.end - token.start > 3 {
        words += 1
        if token.shape.contains(.capitalised) { capitals += 1 }
      }
    }
    isHeadlineCase = text.isTitle && capitals * 4 > words * 3
    isState = actors.actors.map { actors.states.contains($0.id) }
    placeReferences(actors, index: index)
    placeTimexes()
    for sentence in text.sentences { tag(sentence.tokens) }
    dropDemonyms()
  }

  func hash(_ token: Int) -> UInt32 { text.tokens[token].hash }

  /// Whether the further words of a phrase stand right after its first.
  func goesOn(after first: Int, with rest: some Collection<UInt32>) -> Bool {
    zip(rest, (first + 1)...).allSatisfy { hash($1) == $0 }
  }

  func byte(_ token: Int) -> UInt8 { text.bytes[Int(text.tokens[token].start)] }

  /// Whether a verb counts: "rose", "reached", "stands".
  func isCount(_ token: Int) -> Bool { verbs[token]?.cues.contains(.count) ?? false }
  /// "carried out", "launched": done by it is the noun beside it.
  func isLight(_ token: Int) -> Bool { verbs[token]?.cues.contains(.light) ?? false }

  /// The last place named before a token, at most some sentences back; by index into the
  /// article's actors.
  func place(before token: Int, isState wanted: Bool) -> Int? {
    var low = 0
    var high = references.count
    while low < high {
      let middle = (low + high) / 2
      if references[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    var index = low - 1
    while index >= 0, token - references[index].tokens.lowerBound < 120 {
      let one = references[index]
      if one.isLocation, isState[one.actor] == wanted { return one.actor }
      index -= 1
    }
    return nil
  }

  static let hyphen = Token.hash(of: "-")

  // MARK: Spans to tokens

  private func placeReferences(_ actors: FoundActors, index: [String: Int]) {
    var all: [ActorReference] = []
    for mention in actors.mentions
    where mention.inTitle == text.isTitle && !isContraction(mention.span) {
      guard let actor = index[mention.actor] else { continue }
      all.append(
        ActorReference(
          tokens: 0..<0, span: mention.span, actor: actor, isLocation: mention.kind == .location,
          isNominal: false, isOrganization: mention.kind == .organization))
    }
    for nominal in actors.nominals where nominal.inTitle == text.isTitle {
      guard let actor = index[nominal.actor] else { continue }
      all.append(
        ActorReference(
          tokens: 0..<0, span: nominal.span, actor: actor, isLocation: false, isNominal: true,
          state: nominal.state))
    }
    for demonym in actors.demonyms where demonym.inTitle == text.isTitle {
      guard let actor = index[demonym.actor] else { continue }
      all.append(
        ActorReference(
          tokens: 0..<0, span: demonym.span, actor: actor, isLocation: false, isNominal: false,
          isDemonym: true))
    }
    // The longer of two that overlap: "Syrian government delegation" over "Syrian".
    all.sort { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    var token = 0
    var end = 0
    for var one in all where one.span.start >= end {
      guard let range = tokens(of: one.span, from: &token) else { continue }
      // "Britain-based", "Avaria-backed" describe, and name nobody that takes part.
      if range.upperBound + 1 < text.tokens.count, hash(range.upperBound) == TaggedPassage.hyphen,
        !one.isNominal, !text.tokens[range.upperBound].shape.contains(.spaceBefore),
        !text.tokens[range.upperBound + 1].shape.contains(.spaceBefore),
        !text.tokens[range.upperBound + 1].shape.contains(.capitalised)
      {
        continue
      }
      one.tokens = range
      end = one.span.end
      for position in range { reference[position] = Int32(references.count) }
      references.append(one)
    }
  }

  /// "I'm", "We've" at the start of a sentence are nobody's name.
  private func isContraction(_ span: TextSpan) -> Bool {
    guard span.end - span.start < 8 else { return false }
    let bytes = text.bytes[span.start..<span.end]
    guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) else {
      return false
    }
    let word = lexicon.words[Token.hash(of: String(decoding: bytes[..<mark], as: UTF8.self))]
    return word?.tag == .pronoun
  }

  /// Leaves only those that own a deed: "Russian air strikes", and not "a Russian resort".
  private func dropDemonyms() {
    for one in references where one.isDemonym {
      isDemonym[one.tokens.lowerBound] = true
      var position = one.tokens.upperBound
      var owns = false
      while position < tags.count, position < one.tokens.upperBound + 4, reference[position] < 0,
        tags[position] == .noun || tags[position] == .adjective
      {
        if lexicon.isDeedNoun(hash(position)) {
          owns = true
          break
        }
        position += 1
      }
      if !owns, !isOpposed(one.tokens.lowerBound), !isOfObject(one.tokens.lowerBound),
        !isOfGround(one.tokens.lowerBound), !isOfSufferer(one.tokens.lowerBound),
        !isOfWeapon(one.tokens.lowerBound)
      {
        reference[one.tokens.lowerBound] = -1
      }
    }
  }

  /// "rejected proposed Avarian changes", "seized an Avarian tanker", "shot down two Avarian planes",
  /// "banned imports of Avarian wine": whose it is that is taken or refused.
  private func isOfObject(_ token: Int) -> Bool {
    var before = phraseStart(before: token) - 1
    if before > 1, hash(before) == Word.of, tags[before - 1] == .noun, reference[before - 1] < 0 {
      before = phraseStart(before: before - 1) - 1
    }
    let end = before + 1
    if before > 0, tags[before] == .adverb || tags[before] == .preposition { before -= 1 }
    guard before >= 0, tags[before].isLexicalVerb, tags[before] != .gerund else { return false }
    return lexicon.triggers[hash(before)]?.contains {
      let trigger = lexicon.entries[Int($0.entry)]
      guard trigger.isVerb, trigger.type.isAgainstOwners else { return false }
      if before + 1 + $0.rest.count == end, goesOn(after: before, with: $0.rest) { return true }
      // "burned an Avarian flag".
      return $0.rest.count == 1 && before + 1 == end && token + 1 < tags.count
        && hash(token + 1) == $0.rest[0]
    } == true
  }

  /// Back over "two", "a", "proposed" before a word.
  func phraseStart(before token: Int) -> Int {
    var start = token
    while start > 0 {
      switch tags[start - 1] {
      case .determiner, .adjective, .number: start -= 1
      default: return start
      }
    }
    return start
  }

  /// "Avarian villages were shelled": whose the subject is of what is done to it.
  private func isOfSufferer(_ token: Int) -> Bool {
    var position = token + 1
    while position < tags.count, reference[position] < 0,
      tags[position] == .noun || tags[position] == .adjective
    {
      position += 1
    }
    guard position > token + 1 else { return false }
    var hasBe = false
    while position < tags.count {
      switch tags[position] {
      case .be: hasBe = true
      case .have, .modal, .adverb, .negation: break
      default:
        return hasBe && tags[position] == .participle
          && lexicon.isDoneToOwners(hash(position))
      }
      position += 1
    }
    return false
  }

  /// "an Avarian missile hit a hospital": whose the weapon is that strikes.
  func isOfWeapon(_ token: Int) -> Bool {
    var head = token + 1
    while head + 1 < tags.count, reference[head] < 0,
      tags[head] == .noun || tags[head] == .adjective
    {
      head += 1
    }
    return head > token + 1 && reference[head] < 0
      && !cues[head - 1].isDisjoint(with: [.weapon, .flown])
      && tags[head] == .past && lexicon.isDoneToOwners(hash(head))
  }

  /// "attacks on Avarian targets", "withdrew from Avarian soil": whose the thing or ground is, and no person
  /// that the word describes.
  private func isOfGround(_ token: Int) -> Bool {
    let link = phraseStart(before: token) - 1
    guard link > 0, tags[link] == .preposition || tags[link] == .to,
      let role = lexicon.prepositions[hash(link)],
      role == .target || role == .origin || role == .of || role == .place && hash(link) != Word.in
    else { return false }
    var head = token + 1
    while head < tags.count, tags[head] == .noun || tags[head] == .adjective {
      if reference[head] >= 0 { return false }
      head += 1
    }
    return head > token + 1
  }

  /// "against Avarian policies": whose they are is whom it is against.
  private func isOpposed(_ token: Int) -> Bool {
    token > 0 && hash(token - 1) == Word.against
      && !(token + 1 < tags.count && reference[token + 1] >= 0)
  }

  private func placeTimexes() {
    var token = 0
    for (index, one) in timexes.enumerated() where one.inTitle == text.isTitle {
      if token < text.tokens.count, Int(text.tokens[token].start) > one.span.start { token = 0 }
      guard let range = tokens(of: one.span, from: &token) else { continue }
      timexTokens[index] = range
      for position in range { timex[position] = Int32(index) }
    }
  }

  /// Empty where the time stands in the other passage.
  func tokens(ofTimex index: Int) -> Range<Int> { timexTokens[index] ?? 0..<0 }

  private func tokens(of span: TextSpan, from token: inout Int) -> Range<Int>? {
    while token < text.tokens.count, Int(text.tokens[token].end) <= span.start { token += 1 }
    let start = token
    var end = token
    while end < text.tokens.count, Int(text.tokens[end].start) < span.end { end += 1 }
    return start < end ? start..<end : nil
  }

  // MARK: Tags

  private func tag(_ sentence: Range<Int>) {
    for position in sentence { tags[position] = firstTag(position, in: sentence) }
    joinPhrases(in: sentence)
    joinHyphens(in: sentence)
    for position in sentence { decideVerb(position, in: sentence) }
    decideParticiples(in: sentence)
  }

  /// "as well as" joins, and opens no clause.
  private func joinPhrases(in sentence: Range<Int>) {
    guard sentence.count > 3 else { return }
    for position in sentence.lowerBound..<(sentence.upperBound - 2)
    where hash(position) == Word.as && hash(position + 2) == Word.as
      && tags[position + 1] == .adverb
    {
      for index in position...(position + 2) { tags[index] = .coordinator }
    }
  }

  /// "re-arrested" is as "arrested"; "a pin-up", "the run-off" are nouns.
  private func joinHyphens(in sentence: Range<Int>) {
    for position in sentence.dropFirst(2) where isCompound(position, in: sentence) {
      if hash(position - 2) == Word.re, verbs[position] != nil {
        tags[position - 2] = .adverb
        tags[position - 1] = .adverb
      } else if tags[position] == .preposition {
        tags[position] = .noun
      }
    }
  }

  /// The tag that needs no context; verbs stay `.noun` until `decideVerb`.
  private func firstTag(_ position: Int, in sentence: Range<Int>) -> WordTag {
    let token = text.tokens[position]
    let word = lexicon.words[token.hash]
    if let word { cues[position] = word.cues }
    if timex[position] >= 0 { return .time }
    switch token.kind {
    case .punctuation: return punctuationTag(position)
    case .number, .mixed: return .number
    case .word: break
    }
    if reference[position] >= 0 {
      // Lower-case words inside a described actor still help to read it.
      return token.shape.contains(.capitalised) ? .noun : (word?.tag ?? .noun)
    }
    if token.hash == TaggedPassage.possessive { return .possessive }
    if let word, let tag = word.tag {
      // "Will" and "May" as names stand capitalised inside a sentence.
      if tag == .modal, token.shape.contains(.capitalised), position > sentence.lowerBound,
        !isHeadlineCase
      {
        return .noun
      }
      if tag == .adverb, isDone(position, in: sentence) {
        verbs[position] = lexicon.verbs[token.hash]
        return .noun
      }
      // "US" and "WHO" are no pronouns.
      if tag == .pronoun || tag == .relative, token.shape.contains(.allCapitals) { return .noun }
      return tag
    }
    if let numbers = lexicon.numbers[token.hash], numbers[0].rest.isEmpty,
      numbers[0].kind == .number || numbers[0].kind == .multiplier
    {
      return .number
    }
    let isName =
      token.shape.contains(.capitalised) && position > sentence.lowerBound && !isHeadlineCase
      && tags[position - 1] != .quote
    if !isName {
      verbs[position] = lexicon.verbs[token.hash]
      if verbs[position] != nil, let particle = particle(behind: position, in: sentence) {
        verbs[position]?.cues = particle.cues
      }
    }
    if verbs[position] == nil, endsInLy(token) { return .adverb }
    return .noun
  }

  /// "would [back] the plan", "to [back] Avaria": an adverb elsewhere, and a verb between these.
  private func isDone(_ position: Int, in sentence: Range<Int>) -> Bool {
    guard lexicon.verbs[hash(position)]?.shapes.contains(.base) == true,
      position > sentence.lowerBound, position + 1 < sentence.upperBound,
      tags[position - 1] == .modal || tags[position - 1] == .to
    else { return false }
    let next = text.tokens[position + 1]
    return next.shape.contains(.capitalised) || lexicon.words[next.hash]?.tag == .determiner
  }

  /// "was called off": the word behind a verb that makes another verb of it.
  func particle(behind verb: Int, in sentence: Range<Int>) -> EventLexicon.Particle? {
    guard verb + 1 < sentence.upperBound else { return nil }
    return lexicon.particles[hash(verb)]?.first { $0.hash == hash(verb + 1) }
  }

  private static let possessive = Token.hash(of: "'s")

  private func endsInLy(_ token: Token) -> Bool {
    let end = Int(token.end)
    return token.end - token.start > 4 && text.bytes[end - 1] == UInt8(ascii: "y")
      && text.bytes[end - 2] == UInt8(ascii: "l")
  }

  private func punctuationTag(_ position: Int) -> WordTag {
    // "2,000", "14:30".
    if position > 0, position + 1 < text.tokens.count,
      text.tokens[position - 1].kind == .number, text.tokens[position + 1].kind == .number,
      !text.tokens[position].shape.contains(.spaceBefore),
      !text.tokens[position + 1].shape.contains(.spaceBefore)
    {
      return .number
    }
    switch byte(position) {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"):
      return .bracket
    case UInt8(ascii: "\""): return .quote
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return .quote
    case UInt8(ascii: "-"):
      // A hyphen joins; a dash stands apart.
      return text.tokens[position].shape.contains(.spaceBefore) ? .pause : .noun
    case UInt8(ascii: "$"), UInt8(ascii: "%"): return .noun
    case 0xC2: return .quote
    case 0xE2:
      let end = text.bytes[Int(text.tokens[position].end) - 1]
      switch end {
      case 0x98...0x9F: return .quote
      case 0x90, 0x91: return .noun
      default: return .pause
      }
    default: return .pause
    }
  }

  /// The last word before `position` that is no adverb.
  private func before(_ position: Int, in sentence: Range<Int>) -> Int? {
    var index = position - 1
    while index >= sentence.lowerBound {
      if tags[index] != .adverb, tags[index] != .negation { return index }
      index -= 1
    }
    return nil
  }

  private func after(_ position: Int, in sentence: Range<Int>) -> Int? {
    position + 1 < sentence.upperBound ? position + 1 : nil
  }

  /// Decides from the words around whether a form of a verb is one here.
  private func decideVerb(_ position: Int, in sentence: Range<Int>) {
    guard let verb = verbs[position], tags[position] == .noun else { return }
    let previous = before(position, in: sentence)
    let left = previous.map { tags[$0] }
    let next = after(position, in: sentence)
    let right = next.map { tags[$0] }
    let shapes = verb.shapes
    if left == .to, shapes.contains(.base) {
      // "to talks" is no infinitive, and "to attack" is.
      if verb.nounLean < 3 || right == .determiner || right == .pronoun || right == .number {
        tags[position] = .base
        return
      }
    }
    if left == .modal || left == .do, shapes.contains(.base) {
      tags[position] = .base
      return
    }
    if left == .have, shapes.contains(.participle) {
      tags[position] = .participle
      return
    }
    if left == .be {
      if shapes.contains(.gerund) {
        tags[position] = .gerund
        return
      }
      if shapes.contains(.participle) {
        tags[position] = .participle
        return
      }
    }
    if shapes.contains(.gerund) {
      switch left {
      case .determiner, .possessive, .adjective, .number: return
      default:
        // "killing five people" acts; "the killing", "a bombing in" are named.
        let takesObject =
          right == .determiner || right == .number || right == .pronoun
          || next.map { reference[$0] >= 0 } == true
        if lexicon.isTriggerNoun(hash(position)) {
          // "rebels fighting to topple the president".
          let isDoneToDo =
            right == .to && position > sentence.lowerBound && reference[position - 1] >= 0
            && endsPlural(position - 1)
          if takesObject || left == .comma || isDoneToDo { tags[position] = .gerund }
        } else {
          tags[position] = .gerund
        }
        return
      }
    }
    if shapes.contains(.past) || shapes.contains(.participle) {
      if isCompound(position, in: sentence) {
        // "opposition-held Idlib".
        tags[position] = .adjective
        return
      }
      decidePast(position, verb, left: left, right: right)
      return
    }
    if shapes.contains(.third) || shapes.contains(.base) {
      decidePresent(position, verb, left: left, right: right, next: next, in: sentence)
    }
  }

  private func decidePast(
    _ position: Int, _ verb: VerbForm, left: WordTag?, right: WordTag?
  ) {
    let isBase = verb.shapes.contains(.base)
    if left == .noun, right == .noun, position > 1, tags[position - 2] == .determiner,
      cues[position - 1].contains(.previous)
    {
      // "the last armoured column".
      tags[position] = .adjective
      return
    }
    if position > 0, tags[position - 1] == .present || tags[position - 1] == .past,
      verbs[position - 1]?.cues.contains(.report) == false, right == .noun,
      verb.shapes.contains(.participle)
    {
      // "rejected proposed changes": what opens the object.
      tags[position] = .adjective
      return
    }
    switch left {
    case .time where right == .noun && position > 1 && tags[position - 2] == .determiner:
      // "the recently fired worker".
      tags[position] = .adjective
      return
    case .number where text.isTitle && right != .noun && right != .number:
      // "Two arrested over heist".
      tags[position] = .past
      return
    case .determiner, .possessive, .number, .adjective:
      if isDoneByCount(position, verb, right: right) {
        tags[position] = .past
        return
      }
      // "the accused" is a noun, "two wounded" counts, "a planned visit" describes.
      if right == .noun || right == .number { tags[position] = .adjective }
      return
    case .to where !isBase && (right == .noun || right == .coordinator):
      // "offers to established and registered charities".
      tags[position] = .adjective
      return
    case .preposition
    where position > 1 && cues[position - 1].contains(.state) && tags[position - 2] == .noun
      && right != .noun && timex[position - 2] < 0:
      // "with 150 people aboard disappeared": it governs nothing.
      break
    case .preposition:
      if isBase { return }
      tags[position] = right == .noun ? .adjective : .past
      if tags[position] == .past { tags[position] = .noun }
      return
    default: break
    }
    if isBase, verb.nounLean >= 1, left == .noun {
      // "a cost cut of", "a higher cleanup cost.": a noun that is also its own past.
      if right == .preposition, verb.nounLean >= 2 { return }
      if verb.takesObject, right == nil || right == .pause || right == .comma,
        !endsPlural(position - 1), lexicon.figures[hash(position)] == nil
      {
        return
      }
    }
    tags[position] = verb.shapes.contains(.past) ? .past : .participle
  }

  /// "Dozens protested in Kelt", "three fled the town": a number acts, but of "two wounded in Kelt"
  /// nobody can say whether they did.
  private func isDoneByCount(_ position: Int, _ verb: VerbForm, right: WordTag?) -> Bool {
    guard verb.shapes.contains(.past), position > 0, timex[position - 1] < 0,
      cues[position - 1].contains(.crowd) || lexicon.numbers[hash(position - 1)] != nil
    else { return false }
    switch right {
    case .determiner, .possessive: return true
    case .preposition, .to, .adverb, .time:
      return lexicon.figures[hash(position)]?.subject.isHarm != true
    default: return position + 1 < reference.count && reference[position + 1] >= 0
    }
  }

  /// Whether the name that ends at `token` belongs to what stands before: "a round of Astana talks".
  private func isOfName(_ token: Int) -> Bool {
    guard reference[token] >= 0 else { return false }
    let start = references[Int(reference[token])].tokens.lowerBound
    return start > 0 && hash(start - 1) == Word.of
  }

  /// "Avaria and Belmar meet on Monday", "Avaria and Belmar welcome the truce": the last of those who are the
  /// subject together.
  private func isOneOfTwo(_ last: Int) -> Bool {
    guard reference[last] >= 0 else { return false }
    var position = references[Int(reference[last])].tokens.lowerBound - 1
    while position > 0, reference[position] >= 0 || tags[position] == .adjective {
      position =
        reference[position] >= 0
        ? references[Int(reference[position])].tokens.lowerBound - 1 : position - 1
    }
    return position > 0 && tags[position] == .coordinator && hash(position) == Word.and
      && (reference[position - 1] >= 0 || tags[position - 1] == .pronoun)
  }

  private func decidePresent(
    _ position: Int, _ verb: VerbForm, left: WordTag?, right: WordTag?, next: Int?,
    in sentence: Range<Int>
  ) {
    let isThird = verb.shapes.contains(.third)
    switch left {
    case .pronoun, .relative:
      tags[position] = .present
    case .noun:
      if verb.nounLean > 0, next.map({ hash($0) == Word.of }) == true { return }
      if isInsertedReport(position, verb, next: next, in: sentence) {
        tags[position] = .present
        return
      }
      // "Astana talks opened": what stands right before a verb of its own is its subject.
      if isThird,
        right == .be || right == .have || right == .modal
          || next.flatMap({ verbs[$0] })?.shapes.contains(.past) == true
      {
        return
      }
      // "Peace talks resume", "peace talks to resume": the talks, and nobody who talks.
      if isThird, lexicon.isTriggerNoun(hash(position)),
        right == .to || next.flatMap({ verbs[$0] })?.shapes.contains(.base) == true
      {
        return
      }
      if !verb.cues.isDisjoint(with: [.begin, .end]), lexicon.isTriggerNoun(hash(position - 1)),
        isThird ? !endsPlural(position - 1) : endsPlural(position - 1) && !verb.isAdjective,
        right == .time || right == .preposition
      {
        // "the trial begins on Tuesday", "talks start in Kelt", but doors are open.
        tags[position] = .present
        return
      }
      let takesObject =
        right == .determiner || right == .pronoun || right == .number
        // "says that", but "the peace talks which began".
        || right == .relative && verb.cues.contains(.report)
        || right == .to && verb.nounLean == 0 || next.map { reference[$0] >= 0 } == true
        || verb.nounLean < 2 && next.map { describesNoun($0, in: sentence) } == true
      let subject = position - 1
      if isThird, verb.nounLean > 0, !text.isTitle, isObjectOfDemonym(subject, in: sentence) {
        // "denied Avarian claims".
        return
      }
      // "rejected Israeli changes": what they are, and nobody who changes.
      let isNameBefore =
        reference[subject] >= 0 && !references[Int(reference[subject])].isDemonym
        && !isOfName(subject)
        // "US sanctions against Avaria": the letters stand for a demonym as well.
        && !(text.tokens[subject].shape.contains(.allCapitals) && right == .preposition
          && lexicon.isTriggerNoun(hash(position)))
        || text.isTitle
      if isThird {
        if verb.nounLean < 3 && takesObject || verb.nounLean == 0
          || isNameBefore && verb.nounLean < 2
            && !(lexicon.isTriggerNoun(hash(position)) && isObject(subject, in: sentence))
          || verb.cues.contains(.report) && verb.nounLean < 2
        {
          tags[position] = .present
        }
      } else if verb.nounLean < 2, !isBelowBareVerb(subject, in: sentence),
        // "a gas attack that killed": behind "a" no plural is the subject of a verb.
        takesObject && isPlural(subject)
          && indefiniteArticle(before: subject, downTo: sentence.lowerBound) == nil
          || (takesObject || right == .time || right == .preposition || right == .adverb)
            && isOneOfTwo(subject)
          // "Rebels seize town": a headline has no articles.
          || text.isTitle && verb.nounLean == 0 && right == .noun && isPlural(subject)
      {
        tags[position] = .present
      }
    case .preposition where cues[position - 1].contains(.state):
      // "A ferry with 80 aboard sinks".
      if isThird, verb.nounLean < 2 { tags[position] = .present }
    case .time, .comma, .quote:
      if isThird, verb.nounLean == 0 || verb.cues.contains(.report) { tags[position] = .present }
    case .coordinator:
      if isThird, verb.nounLean < 2, right == .determiner || right == .preposition {
        tags[position] = .present
      }
    default: break
    }
  }

  /// "denied [Avarian] claims": right behind a verb, a word of a country describes what comes.
  private func isObjectOfDemonym(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard reference[token] >= 0, references[Int(reference[token])].isDemonym,
      token > sentence.lowerBound
    else { return false }
    return tags[token - 1] == .past || tags[token - 1] == .present
  }

  /// "helped rebels [plan] a raid": whoever stands between two verbs is helped, and no subject of a clause.
  private func isBelowBareVerb(_ noun: Int, in sentence: Range<Int>) -> Bool {
    var index = noun
    while index > sentence.lowerBound {
      switch tags[index] {
      case .noun, .adjective, .determiner, .number: index -= 1
      default: return verbs[index]?.cues.contains(.bare) == true
      }
    }
    return false
  }

  /// "Iran condemned US [strikes] on Syria": the clause has its verb already, and the name is of its object.
  private func isObject(_ name: Int, in sentence: Range<Int>) -> Bool {
    var index = name - 1
    while index >= sentence.lowerBound {
      switch tags[index] {
      case .past, .present: return verbs[index]?.cues.contains(.report) != true
      case .noun, .adjective, .determiner, .number, .possessive, .preposition, .adverb, .time:
        index -= 1
      default: return false
      }
    }
    return false
  }

  /// "the ambush that officials say killed 23": who says so stands inside what it did.
  private func isInsertedReport(
    _ position: Int, _ verb: VerbForm, next: Int?, in sentence: Range<Int>
  ) -> Bool {
    guard verb.cues.contains(.report), verb.nounLean < 2,
      next.flatMap({ verbs[$0] })?.shapes.contains(.past) == true
    else { return false }
    var start = position - 1
    while start > sentence.lowerBound {
      switch tags[start] {
      case .noun, .adjective, .determiner: start -= 1
      default: return tags[start] == .relative
      }
    }
    return false
  }

  /// "proposed changes", "new sanctions": what opens an object.
  private func describesNoun(_ position: Int, in sentence: Range<Int>) -> Bool {
    guard position + 1 < sentence.upperBound, tags[position + 1] == .noun else { return false }
    if tags[position] == .adjective { return true }
    return verbs[position].map {
      $0.shapes.contains(.participle) && !$0.shapes.contains(.base)
    } == true && verbs[position + 1] == nil
  }

  /// "cities", "police".
  private func isPlural(_ position: Int) -> Bool {
    endsPlural(position) || cues[position].contains(.plural)
  }

  /// "cities", and not "actress".
  func endsPlural(_ position: Int) -> Bool {
    let token = text.tokens[position]
    let s = UInt8(ascii: "s")
    return text.bytes[Int(token.end) - 1] | 0x20 == s
      && !(token.end - token.start > 2 && text.bytes[Int(token.end) - 2] | 0x20 == s)
  }

  /// Tells a finite past ("troops fired") from a reduced participle ("a shell fired by troops").
  private func decideParticiples(in sentence: Range<Int>) {
    var hasSubject = false
    var hasFinite = false
    var hadFinite = false
    // "The men who had fled the war left the town": the sentence's own verb is still to come.
    var awaitsVerb = false
    // "Police said Jan Novak, 61, opened fire": a comma before the verb, and an insertion behind it.
    var isSubjectOpen = false
    var insertionEnd: Int?
    // "The men whom the army captured were": the relative clause's own verb is.
    var opensRelative = false
    var bracket: Int?
    for position in sentence {
      switch tags[position] {
      case .comma, .pause, .quote, .bracket:
        if tags[position] == .bracket { bracket = bracket == nil ? position : nil }
        let awaits = hasSubject && !hasFinite && tags[position] == .comma
        hasFinite = false
        insertionEnd = awaits && isSubjectOpen ? position : nil
        if tags[position] != .quote { hasSubject = insertionEnd != nil }
        isSubjectOpen = awaits
      case .subordinator, .relative:
        // "The men who …", "The minister, who …".
        let isInserted =
          position > sentence.lowerBound + 1 && tags[position - 1] == .comma
          && tags[position - 2] == .noun
        if tags[position] == .relative, hasSubject || isInserted, !hadFinite { awaitsVerb = true }
        opensRelative = takesUp(position, in: sentence)
        hasFinite = false
        hasSubject = tags[position] == .relative
      case .coordinator:
        hasFinite = false
        hasSubject = true
      case .noun, .pronoun, .number: hasSubject = true
      case .present where verbs[position]?.cues.contains(.report) == true:
        // "Officials say the militants attacked a village": what they say has a subject and a verb of its own.
        hasFinite = false
        hasSubject = false
        hadFinite = true
      case .modal, .present, .do:
        hasFinite = true
        hadFinite = true
        opensRelative = false
      // "believed to be Russian": no verb of the sentence's own.
      case .be where position > sentence.lowerBound && tags[position - 1] == .to: break
      case .be, .have:
        if isGerund(position) { break }
        hasFinite = true
        hadFinite = true
        opensRelative = false
      case .past:
        let verb = verbs[position]!
        let left = before(position, in: sentence).map { tags[$0] }
        let next = position + 1
        let isPassive = next < sentence.upperBound && hash(next) == TaggedPassage.by
        let mayBeParticiple = verb.shapes.contains(.participle)
        if hash(position) == Word.left, left == .comma || left == .bracket,
          next < sentence.upperBound, tags[next] == left
        {
          // "Novak, left, and Moore", "Novak (left)": where somebody stands in a picture.
          tags[position] = .adverb
        } else if !mayBeParticiple {
          hasFinite = true
        } else if let bracket, isDescription(bracket..<position), left == .noun {
          // "(a group outlawed in Avaria)".
          tags[position] = .participle
        } else if left == .be || left == .have || left == .noun && isSupposition(position, sentence)
          || isDoneInHeadline(position, in: sentence)
          // "Two men, aged 31 and 44, were arrested".
          || hash(position) == Word.aged && next < sentence.upperBound && tags[next] == .number
        {
          tags[position] = .participle
        } else if !verb.takesObject, left == .coordinator, describesMany(position, in: sentence) {
          // "low wages and failed policies".
          tags[position] = .participle
        } else if !verb.takesObject, !verb.isAdjective, !isPassive, hasSubject || left == .comma {
          // "a girl who was treated there died".
          hasFinite = true
        } else if hasFinite, verb.cues.contains(.report), endsSentence(position, in: sentence),
          isNamed(before: position, in: sentence)
        {
          // "killed three civilians Moore said."
        } else if hasFinite, awaitsVerb, hadFinite, !isPassive,
          position + 1 < sentence.upperBound,
          tags[position + 1] == .determiner || tags[position + 1] == .pronoun,
          tags[position - 1] != .noun || reference[position - 1] < 0
        {
          awaitsVerb = false
        } else if hasFinite, awaitsVerb, hadFinite, !isPassive, left == .noun || left == .time,
          opensObject(behind: position, in: sentence), !verbFollows(position, in: sentence)
        {
          // "The police who guarded the embassy shot a man", "shot down a plane".
          awaitsVerb = false
        } else if hasFinite, awaitsVerb, hadFinite, !isPassive, left == .time,
          next + 1 < sentence.upperBound, tags[next] == .coordinator, tags[next + 1] == .past
        {
          // "A clerk who was fired last week shot and killed a man."
          awaitsVerb = false
        } else if hasFinite, awaitsVerb, hadFinite, !isPassive, left == .noun || left == .gerund,
          position + 1 < sentence.upperBound, tags[position + 1] == .time,
          !verbFollows(position, in: sentence)
        {
          // "the head of the agency that oversees drilling resigned Thursday".
          awaitsVerb = false
        } else if hasFinite, left == .present,
          verbs[position - 1]?.cues.contains(.report) == true
        {
          // "the ambush that officials say killed 23".
        } else if hasFinite {
          tags[position] = .participle
        } else if !hasSubject {
          // After a comma and without a subject of its own, unless a list of deeds.
          if left == .comma, awaitsVerb, !isPassive {
            // "The minister, who took office in May, resigned on Monday".
            awaitsVerb = false
            hasFinite = true
          } else if left == .comma,
            isPassive || hadFinite && !continuesDeeds(position, in: sentence)
          {
            // "The pipeline, partly owned by BP, shut down".
            tags[position] = .participle
          } else if left == .comma, isSubjectOpen, verb.takesObject, next < sentence.upperBound,
            isOfOrWith(next), verbFollowsComma(position, in: sentence)
          {
            // "The mayor, accused of graft, lashed out at the press".
            tags[position] = .participle
          } else if position == sentence.lowerBound {
            tags[position] = .participle
          } else if position == sentence.lowerBound + 1, left == nil, next < sentence.upperBound,
            tags[next] == .noun
          {
            // "Newly elected President Novak met".
            tags[position] = .adjective
          } else if left == .comma, !hadFinite, finiteIsBehindNoun(position, in: sentence) {
            // "On Friday, respected journal The Lancet accused".
            tags[position] = .adjective
          } else if left == .subordinator || left == .preposition, next < sentence.upperBound,
            tags[next] == .noun
          {
            // "after failed talks", "when armed men broke in".
            tags[position] = .adjective
          } else {
            hasFinite = true
          }
        } else if left == .relative || opensRelative && !isPassive {
          // "who attacked the town were arrested", "whom the army captured were freed".
          hasFinite = true
        } else if isPassive
          || !(verb.cues.contains(.report) && isNamed(before: position, in: sentence))
            && (insertionEnd.map { isTimeAlone(in: $0 + 1..<position) } == true
              ? verbFollowsComma(position, in: sentence)
              : finiteFollows(position, in: sentence))
        {
          tags[position] = .participle
        } else {
          hasFinite = true
        }
        hadFinite = hadFinite || hasFinite
        if hasFinite { opensRelative = false }
        if hasFinite, verb.cues.contains(.report) {
          hasFinite = false
          hasSubject = false
        }
      default: break
      }
    }
  }

  /// "soldiers whom", "the rebels that": takes up those who stand right before it, which "that" does behind an
  /// actor alone.
  private func takesUp(_ relative: Int, in sentence: Range<Int>) -> Bool {
    guard tags[relative] == .relative, relative > sentence.lowerBound,
      tags[relative - 1] == .noun
    else { return false }
    return hash(relative) != Word.that || reference[relative - 1] >= 0
  }

  private static let by = Token.hash(of: "by")

  /// "Hostages [freed] in Orsk", "Two [arrested] over heist": a headline leaves out "were", and not the object.
  private func isDoneInHeadline(_ position: Int, in sentence: Range<Int>) -> Bool {
    guard text.isTitle, let verb = verbs[position], verb.takesObject,
      verb.shapes.contains(.participle), !verb.cues.contains(.report),
      position > sentence.lowerBound,
      tags[position - 1] == .noun || tags[position - 1] == .number,
      // "As it happened: train bombed in Orsk".
      !(sentence.lowerBound..<position).contains(where: {
        tags[$0] == .past || tags[$0] == .present || tags[$0] == .be
      })
    else { return false }
    let next = position + 1
    guard next < sentence.upperBound else { return true }
    switch tags[next] {
    case .preposition, .subordinator, .time, .comma, .pause: return true
    default: return false
    }
  }

  /// "warplanes [believed] to be Russian": others suppose so; but "claimed to be".
  private func isSupposition(_ position: Int, _ sentence: Range<Int>) -> Bool {
    guard let cues = verbs[position]?.cues, cues.contains(.report),
      cues.isDisjoint(with: [.own, .plan]), position + 2 < sentence.upperBound
    else { return false }
    return tags[position + 1] == .to
      && (tags[position + 2] == .be || tags[position + 2] == .have)
  }

  /// An article, number or name: what begins whom something is done to.
  private func opensObject(_ position: Int) -> Bool {
    switch tags[position] {
    case .determiner, .pronoun, .number: true
    default: reference[position] >= 0
    }
  }

  /// Whether an object opens behind a verb, or behind the small word of its phrase: "shot down [a] plane".
  private func opensObject(behind verb: Int, in sentence: Range<Int>) -> Bool {
    let next = verb + 1
    guard next < sentence.upperBound else { return false }
    if opensObject(next) { return true }
    return next + 1 < sentence.upperBound && hash(next) != TaggedPassage.by
      && lexicon.prepositions[hash(next)] != .place
      && lexicon.triggers[hash(verb)]?.contains { $0.rest.first == hash(next) } == true
      && opensObject(next + 1)
  }

  /// "accused of", "charged with": what somebody is held to have done, and not "held in Kelt".
  private func isOfOrWith(_ position: Int) -> Bool {
    hash(position) == Word.of || hash(position) == Word.with
  }

  /// "(a group": what an opening bracket and an article begin, up to a noun.
  private func isDescription(_ range: Range<Int>) -> Bool {
    guard range.count > 2, isIndefinite(range.lowerBound + 1) else { return false }
    return range.dropFirst(2).allSatisfy { tags[$0] == .noun || tags[$0] == .adjective }
  }

  /// ", seized the town and left": a list of deeds of one subject.
  private func continuesDeeds(_ position: Int, in sentence: Range<Int>) -> Bool {
    guard position + 1 < sentence.upperBound else { return false }
    switch tags[position + 1] {
    case .determiner, .pronoun, .number: return true
    case .noun: return reference[position + 1] >= 0 || verbs[position]!.cues.contains(.report)
    default: return verbs[position]!.cues.contains(.report)
    }
  }

  /// "respected medical journal The Lancet accused": nouns, and then the verb that they are the subject of.
  private func finiteIsBehindNoun(_ position: Int, in sentence: Range<Int>) -> Bool {
    var index = position + 1
    while index < sentence.upperBound,
      tags[index] == .noun || tags[index] == .adjective
        || tags[index] == .determiner && index > position + 1
    {
      index += 1
    }
    return index > position + 1 && index < sentence.upperBound && tags[index] == .past
  }

  /// Whether nothing but a day stands behind: "said", "said Monday", "said on Monday".
  func endsSentence(_ position: Int, in sentence: Range<Int>) -> Bool {
    var end = position + 1
    if end + 1 < sentence.upperBound, tags[end] == .preposition, tags[end + 1] == .time { end += 1 }
    while end < sentence.upperBound, tags[end] == .time, end < position + 4 { end += 1 }
    return end == sentence.upperBound || tags[end] == .pause
  }

  /// "Moore said": a name or pronoun right before a reporting verb is its subject.
  private func isNamed(before position: Int, in sentence: Range<Int>) -> Bool {
    guard let left = before(position, in: sentence) else { return false }
    return reference[left] >= 0 || tags[left] == .pronoun
      || text.tokens[left].shape.contains(.capitalised)
      || verbs[position]?.nounLean == 1
        && tags[left] == .noun && endsPlural(left)
  }

  /// "failed [economic] policies", "collapsed buildings": a bare plural right behind.
  private func describesMany(_ verb: Int, in sentence: Range<Int>) -> Bool {
    var noun = verb + 1
    while noun < sentence.upperBound, tags[noun] == .adjective { noun += 1 }
    return noun < sentence.upperBound && tags[noun] == .noun && reference[noun] < 0
      && endsPlural(noun)
  }

  /// Whether any verb that may be finite stands further on in the sentence.
  private func verbFollows(_ position: Int, in sentence: Range<Int>) -> Bool {
    (position + 1..<sentence.upperBound).contains { index in
      switch tags[index] {
      case .be, .have, .do, .modal, .present, .past: true
      default: false
      }
    }
  }

  /// "hit by", "cut off by": a participle, whoever does it behind.
  private func isDoneBy(_ verb: Int, in sentence: Range<Int>) -> Bool {
    guard verbs[verb]!.shapes.contains(.participle) else { return false }
    var next = verb + 1
    if next < sentence.upperBound, tags[next] == .adverb || tags[next] == .preposition,
      hash(next) != TaggedPassage.by
    {
      next += 1
    }
    return next < sentence.upperBound && hash(next) == TaggedPassage.by
  }

  /// Nothing, or "on Monday", "late yesterday".
  private func isTimeAlone(in range: Range<Int>) -> Bool {
    range.allSatisfy {
      tags[$0] == .time || tags[$0] == .adverb
        || tags[$0] == .preposition && $0 + 1 < range.upperBound && tags[$0 + 1] == .time
    }
  }

  /// "Novak, 61, [arrested] in May, died": what the comma opens is closed right before the verb.
  private func verbFollowsComma(_ position: Int, in sentence: Range<Int>) -> Bool {
    guard verbs[position]?.cues.contains(.report) != true,
      let comma = (position + 1..<sentence.upperBound).first(where: { tags[$0].isMark }),
      tags[comma] == .comma, comma + 1 < sentence.upperBound
    else { return false }
    switch tags[comma + 1] {
    case .past: return verbs[comma + 1]?.cues.contains(.report) != true
    case .be, .have, .do, .modal: return true
    default: return false
    }
  }

  /// "for being late", "after having met": an auxiliary, and no finite verb.
  private func isGerund(_ auxiliary: Int) -> Bool {
    hash(auxiliary) == Word.being || hash(auxiliary) == Word.having
  }

  /// Whether a finite verb comes before the next boundary, so that this one only describes.
  private func finiteFollows(_ position: Int, in sentence: Range<Int>) -> Bool {
    var index = position + 1
    while index < sentence.upperBound {
      switch tags[index] {
      case .subordinator where index + 1 < sentence.upperBound && tags[index + 1] == .time:
        // "miners trapped since Monday were rescued".
        index += 1
      case .comma, .pause, .quote, .bracket, .coordinator, .subordinator, .relative: return false
      // "freed a tourist [they] had held": a clause of its own.
      case .pronoun where index + 1 < sentence.upperBound && tags[index + 1] == .have:
        return false
      case .present where verbs[index]?.cues.contains(.report) == true:
        // "lowered the number of people it says were killed": inserted; "a group based in Kelt says" says so itself.
        return isSeated(position, before: index)
      case .be, .have, .do, .modal, .present:
        if isGerund(index) {
          index += 1
          continue
        }
        return tags[index - 1] != .to
      case .past:
        let verb = verbs[index]!
        if isDoneBy(index, in: sentence) {
          // "sent food to villagers [cut off] by floods".
          index += 1
          continue
        }
        // "killed, police said" reports; "fired by troops hit" is the verb, and so is that of "a group based in
        // Kelt said".
        if verb.cues.contains(.report) { return isSeated(position, before: index) }
        if !verb.shapes.contains(.participle) || verb.shapes.contains(.base) {
          return verbs[position]?.cues.contains(.report) != true
        }
        return saysWhich(position) && isOwnDeed(index, in: sentence)
      case .to where index + 1 < sentence.upperBound && tags[index + 1] == .base: return false
      default: index += 1
      }
    }
    return false
  }
}

extension TaggedPassage {
  /// "a group [based] in Kelt said": a participle that says where somebody is, and the place right before the verb.
  private func isSeated(_ verb: Int, before next: Int) -> Bool {
    guard verbs[verb]!.isAdjective, verbs[verb]!.takesObject, lexicon.figures[hash(verb)] == nil,
      tags[verb + 1] == .preposition, lexicon.prepositions[hash(verb + 1)] == .place,
      reference[verb + 2] >= 0
    else { return false }
    let place = references[Int(reference[verb + 2])]
    return place.isLocation && place.tokens.upperBound == next
  }

  /// "bombs [planted] in a car": done to what stands before it, and a place or measure behind it.
  private func saysWhich(_ verb: Int) -> Bool {
    guard verbs[verb]!.takesObject, !verbs[verb]!.cues.contains(.report) else { return false }
    switch tags[verb + 1] {
    // "militants [linked] to a movement".
    case .preposition, .adverb, .to: return true
    case .number: return timex[verb + 1] < 0 && isMeasured(verb + 1)
    default: return false
    }
  }

  /// "25 m apart".
  private func isMeasured(_ number: Int) -> Bool {
    (number + 1..<min(number + 3, tags.count)).contains { cues[$0].contains(.measure) }
  }

  /// "attacked the post", "collapsed", "exploded under the train": done, and by no other: what is only
  /// described by a participle has it done to it, by somebody or at some time.
  private func isOwnDeed(_ verb: Int, in sentence: Range<Int>) -> Bool {
    if !verbs[verb]!.takesObject { return true }
    guard verb + 1 < sentence.upperBound else { return false }
    return opensObject(verb + 1)
      || lexicon.blows(hash(verb)) && hash(verb + 1) != TaggedPassage.by
  }
}

extension EventLexicon {
  /// Whether some trigger of one word is this one, and fits.
  private func isTrigger(_ hash: UInt32, where fits: (Trigger) -> Bool) -> Bool {
    triggers[hash]?.contains { $0.rest.isEmpty && fits(entries[Int($0.entry)]) } == true
  }

  /// Whether the verb is what bombs do: "exploded", "detonated".
  func blows(_ hash: UInt32) -> Bool { isTrigger(hash) { $0.isVerb && $0.topic == "explosion" } }

  /// Whether the noun says that people came to harm: "death".
  func isHarm(_ hash: UInt32) -> Bool { isTrigger(hash) { !$0.isVerb && $0.isHarmToPeople } }

  /// Whether the verb is one of violence of one side: "bomb", and not "fight".
  func isBlow(_ hash: UInt32) -> Bool {
    isTrigger(hash) {
      $0.isVerb && $0.type == .assault && !$0.traits.contains(.mutual)
        && !$0.traits.contains(.weak) && $0.topic != "capture"
    }
  }

  /// Whether the verb names a deed, and not what is said of one.
  func isDeedVerb(_ hash: UInt32) -> Bool { isTrigger(hash) { $0.isVerb && !$0.isSaid } }

  /// Whether the noun names what one side does: not a disaster, talks or a war.
  func isDeedNoun(_ hash: UInt32) -> Bool {
    isTrigger(hash) {
      !$0.isVerb && $0.type != .other && !$0.traits.contains(.mutual)
        && (!$0.traits.contains(.lasting) || $0.traits.contains(.agent))
    }
  }

  /// Whether the noun is something said to somebody: "message", "plea".
  func isMessage(_ hash: UInt32) -> Bool {
    isTrigger(hash) { !$0.isVerb && ($0.isSaid || $0.topic == "statement") }
  }

  /// Whether the noun says that somebody leaves: "withdrawal".
  func isWithdrawal(_ hash: UInt32) -> Bool {
    isTrigger(hash) { !$0.isVerb && $0.type == .retreat }
  }

  /// Whether the noun names violence of two sides: "clashes", "fighting".
  func isFight(_ hash: UInt32) -> Bool {
    isTrigger(hash) { !$0.isVerb && $0.type == .assault && $0.traits.contains(.mutual) }
  }

  /// Whether whose things it is done to, it is done to: "shelled", "banned".
  func isDoneToOwners(_ hash: UInt32) -> Bool {
    isTrigger(hash) { $0.isVerb && $0.type.isAgainstOwners }
  }

  /// Whether the verb lets somebody go or brings him out: "freed", "rescued".
  func frees(_ hash: UInt32) -> Bool {
    isTrigger(hash) { $0.isVerb && ($0.type == .yield || $0.type == .aid) }
  }

  /// Whether the verb asks, offers or threatens, and so does what it says.
  func isSaying(_ hash: UInt32) -> Bool {
    isTrigger(hash) { $0.isVerb && ($0.isSaid || $0.type == .agree) }
  }

  /// Whether the noun names what strikes the country right before it: "attack", and not "offer".
  func isSeated(_ hash: UInt32) -> Bool { isTrigger(hash) { $0.traits.contains(.seat) } }

  /// Whether some trigger begins with one word and ends with another: "called" and "strike".
  func isPhrase(_ first: UInt32, _ last: UInt32) -> Bool {
    triggers[first]?.contains { $0.rest.last == last } == true
  }

  /// Whether some nominal trigger is this one word.
  func isTriggerNoun(_ hash: UInt32) -> Bool { isTrigger(hash) { !$0.isVerb } }

  /// Whether the noun names violence that goes on for long: a war, an offensive.
  func isWar(_ hash: UInt32) -> Bool {
    isTrigger(hash) { !$0.isVerb && $0.traits.contains(.lasting) && $0.type == .assault }
  }

  /// Whether the noun names harm that was done, such as a blast or shooting.
  func isHarmDone(_ hash: UInt32) -> Bool { isTrigger(hash) { !$0.isVerb && $0.isDeed } }

  /// Whether the noun names what people take part in when it is held: talks, an election.
  func isOccasion(_ hash: UInt32) -> Bool {
    isTrigger(hash) { !$0.isVerb && ($0.traits.contains(.mutual) || $0.topic == "election") }
  }
}

extension EventType {
  /// Whose things it is done to, it is done to: a protest at their laws, a ban of their goods, a blow at
  /// their depots.
  var isAgainstOwners: Bool {
    switch self {
    case .protest, .accuse, .reject, .sanction, .coerce, .assault: true
    default: false
    }
  }
}
