import DatelineModel

/// Joins the names and descriptions of one article to actors.
struct ActorGathering {
  struct Part {
    let passage: NamePassage
    let runs: [NameRun]
    /// Token → index into `runs`, or -1.
    let covered: [Int32]

    init(passage: NamePassage, runs: [NameRun]) {
      self.passage = passage
      self.runs = runs
      var covered = Array(repeating: Int32(-1), count: passage.text.tokens.count)
      for (index, run) in runs.enumerated() {
        for token in run.tokens { covered[token] = Int32(index) }
      }
      self.covered = covered
    }

    var tokens: [Token] { passage.text.tokens }
    func string(_ range: Range<Int>) -> String { passage.text.string(passage.text.span(of: range)) }
  }

  let tables: ActorTables
  private var registry = ActorRegistry()
  private var foldedKeys: [String: FoldedKey] = [:]
  /// The state whose government the text sets against an opposition, with its demonym.
  private var conflict: (state: String, demonym: String)?

  init(tables: ActorTables) { self.tables = tables }

  mutating func gather(_ parts: [Part]) -> FoundActors {
    let phrases = parts.map {
      NominalFinder(passage: $0.passage, covered: $0.covered, runs: $0.runs).phrases()
    }
    findConflict(parts, phrases)
    var actors = parts.map { Array(repeating: -1, count: $0.runs.count) }
    // Full names first, so that a surname in the headline finds its bearer.
    for isFull in [true, false] {
      for (number, part) in parts.enumerated() {
        for (index, run) in part.runs.enumerated() {
          let isLong =
            run.kind == .person && capitalised(run, part) > 1
            || run.kind == .organization && run.tokens.count > 1
          guard isLong == isFull else { continue }
          actors[number][index] = actor(of: run, in: part)
        }
      }
    }
    for (number, part) in parts.enumerated() {
      for (index, run) in part.runs.enumerated() where run.kind == .person {
        let roles = RoleReader(part: part, gazetteer: tables.gazetteer).roles(of: run)
        for role in roles where !registry[actors[number][index]].roles.contains(role) {
          registry[actors[number][index]].roles.append(role)
        }
      }
    }
    var nominals: [(mention: NominalMention, actor: Int)] = []
    var joined = Array(repeating: Set<Int>(), count: parts.count)
    for isBare in [false, true] {
      for (number, part) in parts.enumerated() {
        for phrase in phrases[number] where (phrase.tokens.count == 1) == isBare {
          guard let actor = actor(of: phrase, in: part) else { continue }
          for others in nations(before: phrase, in: part) {
            joined[number].insert(others.lowerBound)
            nominals.append(nation(others, like: phrase, actor, in: part))
          }
          let span = part.passage.text.span(of: owned(phrase, in: part))
          nominals.append(
            (
              NominalMention(
                span: span, inTitle: part.passage.text.isTitle, actor: "",
                isIrregular: phrase.isIrregular,
                state: phrase.state >= 0 ? state(at: phrase.state, in: part) : nil), actor
            ))
          registry.print(actor, part.passage.text.string(span))
        }
      }
    }
    nominals += peoples(parts, phrases)
    let demonyms = demonyms(parts, phrases, besides: joined)
    for index in registry.drafts.indices
    where registry[index].kind == .place && registry[index].acts {
      registry[index].kind = .government
    }
    var isUsed = Array(repeating: false, count: registry.drafts.count)
    for index in actors.joined() where index >= 0 { isUsed[index] = true }
    for nominal in nominals + demonyms { isUsed[nominal.actor] = true }
    let (finished, ids) = registry.finished(isUsed: isUsed)
    var mentions: [EntityMention] = []
    for (number, part) in parts.enumerated() {
      for (index, run) in part.runs.enumerated() {
        mentions.append(
          EntityMention(
            span: part.passage.text.span(of: run.tokens), inTitle: part.passage.text.isTitle,
            kind: run.kind, actor: ids[actors[number][index]], rule: run.rule))
      }
    }
    func described(_ nominals: [(mention: NominalMention, actor: Int)]) -> [NominalMention] {
      nominals.map { one in
        var mention = one.mention
        mention.actor = ids[one.actor]
        return mention
      }.sorted { ($0.inTitle ? 0 : 1, $0.span) < ($1.inTitle ? 0 : 1, $1.span) }
    }
    let states = registry.drafts.indices.filter {
      isUsed[$0] && registry[$0].key.first == "state"
    }
    return FoundActors(
      mentions: mentions, nominals: described(nominals), demonyms: described(demonyms),
      states: Set(states.map { ids[$0] }), actors: finished)
  }

  /// "Palestinians", "Bosnians": many of one nation.
  private mutating func peoples(_ parts: [Part], _ phrases: [[NominalFinder.Phrase]])
    -> [(mention: NominalMention, actor: Int)]
  {
    var found: [(mention: NominalMention, actor: Int)] = []
    for (number, part) in parts.enumerated() {
      let text = part.passage.text
      for index in part.tokens.indices
      where part.passage.isCapitalised[index] && part.covered[index] < 0
        && text.bytes[Int(part.tokens[index].end) - 1] == UInt8(ascii: "s")
        && part.tokens[index].end - part.tokens[index].start > 3
      {
        let form = part.string(index..<(index + 1))
        guard
          tables.gazetteer.find(printed: String(form.dropLast()))?.senses.contains(.demonym)
            == true,
          !phrases[number].contains(where: { $0.tokens.contains(index) })
        else { continue }
        let actor = registry.add(
          ActorRegistry.Draft(kind: .group, key: key(of: form), name: form, isNominal: true))
        registry.print(actor, form)
        let span = text.span(of: index..<(index + 1))
        found.append((NominalMention(span: span, inTitle: text.isTitle, actor: ""), actor))
      }
    }
    return found
  }

  /// "Greek, Dutch and" before "Turkish leaders": the nations that share the description.
  private func nations(before phrase: NominalFinder.Phrase, in part: Part) -> [Range<Int>] {
    guard phrase.state > 1, phrase.state == phrase.tokens.lowerBound,
      part.covered[phrase.state] < 0,
      // "In Greek, Turkish leaders" is no list.
      part.tokens[phrase.state - 1].hash == NameRules.and
    else { return [] }
    var found: [Range<Int>] = []
    var start = phrase.tokens.lowerBound
    while start > 1 {
      let link = start - 1
      guard
        part.tokens[link].hash == NameRules.and && found.isEmpty
          || part.tokens[link].hash == NameRules.comma
      else { break }
      let first =
        link > 1 && part.passage.demonymEnd(link - 2) == link ? link - 2 : link - 1
      guard part.passage.demonymEnd(first) == link, part.covered[first] < 0 else { break }
      found.append(first..<link)
      start = first
    }
    return found
  }

  /// "Greek" for "Greek leaders", where "and Turkish leaders" follows.
  private mutating func nation(
    _ tokens: Range<Int>, like phrase: NominalFinder.Phrase, _ actor: Int, in part: Part
  ) -> (mention: NominalMention, actor: Int) {
    let form = part.string(tokens)
    let rest = (part.passage.demonymEnd(phrase.state) ?? phrase.state)..<phrase.tokens.upperBound
    let one: Int
    if registry[actor].key.first == "state", let state = state(at: tokens.lowerBound, in: part) {
      one = government(of: state, acting: true)
    } else {
      let name = form + " " + describedName(rest, part)
      one = registry.add(
        ActorRegistry.Draft(
          kind: registry[actor].kind, key: key(of: name), name: name, isNominal: true,
          isLoaded: phrase.isLoaded))
    }
    return (
      NominalMention(
        span: part.passage.text.span(of: tokens), inTitle: part.passage.text.isTitle, actor: "",
        isIrregular: phrase.isIrregular), one
    )
  }

  /// Demonyms that stand before a noun and in no name or description.
  private mutating func demonyms(
    _ parts: [Part], _ phrases: [[NominalFinder.Phrase]], besides taken: [Set<Int>]
  )
    -> [(mention: NominalMention, actor: Int)]
  {
    var found: [(mention: NominalMention, actor: Int)] = []
    for (number, part) in parts.enumerated() {
      var next = 0
      for index in part.tokens.indices
      where part.passage.isCapitalised[index] && part.covered[index] < 0 {
        guard let end = part.passage.demonymEnd(index), !taken[number].contains(index) else {
          continue
        }
        while next < phrases[number].count, phrases[number][next].tokens.upperBound <= index {
          next += 1
        }
        if next < phrases[number].count, phrases[number][next].tokens.contains(index) { continue }
        guard end < part.tokens.count, part.tokens[end].kind == .word,
          part.covered[end] < 0, let state = state(at: index, in: part)
        else { continue }
        let actor = government(of: state, acting: false)
        let span = part.passage.text.span(of: index..<end)
        found.append(
          (NominalMention(span: span, inTitle: part.passage.text.isTitle, actor: ""), actor))
      }
    }
    return found
  }

  private func capitalised(_ run: NameRun, _ part: Part) -> Int {
    run.tokens.count { part.passage.isCapitalised[$0] }
  }

  private struct FoldedKey {
    var words: [String]
    /// Index into ``ActorTables/known``, or nil.
    var known: Int?
  }

  private mutating func key(of form: String) -> [String] { folded(form).words }

  private mutating func folded(_ form: String) -> FoldedKey {
    if let known = foldedKeys[form] { return known }
    let words = tables.folding.key(of: NameFolding.words(of: form))
    let folded = FoldedKey(words: words, known: tables.knownKeys[words.joined(separator: " ")])
    foldedKeys[form] = folded
    return folded
  }

  // MARK: Names

  private mutating func actor(of run: NameRun, in part: Part) -> Int {
    let form = part.string(run.tokens)
    let index = draft(of: run, form: form, in: part)
    registry.print(index, form)
    if run.kind == .organization { readAcronym(behind: run, in: part, actor: index) }
    return index
  }

  private mutating func draft(of run: NameRun, form: String, in part: Part) -> Int {
    let folded = folded(form)
    let key = folded.words
    var known = run.known
    if known < 0, let found = folded.known,
      kind(of: run.kind, fits: tables.known[found].kind)
    {
      known = found
    }
    if known >= 0 {
      let actor = tables.known[known]
      let kind = actor.kind
      // "Assad" names the one whom the article names in full.
      if kind == .person, let other = registry.person(key) { return other }
      let index = registry.add(
        ActorRegistry.Draft(
          kind: kind, key: self.key(of: actor.name), name: actor.name, isKnown: true))
      registry.alias(index, kind, key: key)
      if kind == .place, let state = state(ofCapital: form), acts(run, in: part, isState: false) {
        return government(of: state, acting: true, isGovernment: true)
      }
      return index
    }
    switch run.kind {
    case .person:
      if let known = registry.person(key) {
        // "Ali Asghar Khaji" after "Khaji".
        if registry[known].key.count < key.count {
          registry.rename(person: known, key: key)
        }
        return known
      }
      let isKnown =
        tables.gazetteer.find(printed: form)?
        .senses.contains(.person) ?? false
      return registry.add(
        ActorRegistry.Draft(kind: .person, key: key, isKnown: isKnown && key.count > 1))
    case .location: return place(run, form: form, key: key, in: part)
    case .organization:
      if let entry = tables.gazetteer.find(printed: form), isSeat(entry),
        let state = tables.gazetteer.names(of: entry).state
      {
        return government(of: state, acting: true, isGovernment: true)
      }
      if let known = registry.find(.organization, key: key) { return known }
      if key.count == 1, let longer = registry.organization(of: key[0]) { return longer }
      let isState = run.tokens.contains {
        NameRules.governmentWords.contains(part.tokens[$0].hash)
      }
      return registry.add(
        ActorRegistry.Draft(kind: isState ? .government : .organization, key: key))
    }
  }

  private func kind(of kind: EntityMention.Kind, fits other: ActorKind) -> Bool {
    switch kind {
    case .person: other == .person
    case .location: other == .place
    case .organization: other != .person && other != .place
    }
  }

  private mutating func place(_ run: NameRun, form: String, key: [String], in part: Part) -> Int {
    if let entry = tables.gazetteer.find(printed: form) ?? owner(form) {
      let names = tables.gazetteer.names(of: entry)
      // The Philippines share their name with islands, and stand for nobody but themselves.
      let isOwnState = names.state != nil && names.state == names.name
      if entry.senses.contains(.country) || isOwnState && !entry.senses.contains(.capital),
        let state = names.state ?? names.name
      {
        return government(of: state, acting: acts(run, in: part, isState: true))
      }
      if entry.senses.contains(.capital), let state = names.state,
        acts(run, in: part, isState: false, isSeat: isSeat(entry))
      {
        return government(of: state, acting: true, isGovernment: true)
      }
      let isKnown = !entry.senses.isDisjoint(with: [.capital, .city, .place, .region])
      if let name = names.name, entry.senses.contains(.capital) || entry.senses.contains(.city),
        name.utf8.allSatisfy({ $0 < 128 })
      {
        let index = registry.add(
          ActorRegistry.Draft(kind: .place, key: self.key(of: name), name: name, isKnown: true))
        registry.alias(index, .place, key: key)
        return index
      }
      return registry.add(ActorRegistry.Draft(kind: .place, key: key, isKnown: isKnown))
    }
    return registry.add(ActorRegistry.Draft(kind: .place, key: key))
  }

  /// "Avarias", a state whose apostrophe is lost.
  private func owner(_ form: String) -> Gazetteer.Entry? {
    guard form.utf8.last == UInt8(ascii: "s"),
      let entry = tables.gazetteer.find(printed: String(form.dropLast())),
      entry.senses.contains(.country)
    else { return nil }
    return entry
  }

  /// "Kremlin": where a state is governed from, and no town.
  private func isSeat(_ entry: Gazetteer.Entry) -> Bool {
    entry.senses.contains(.capital) && entry.senses.isDisjoint(with: [.city, .town, .place])
      && (entry.senses.contains(.organization) || !entry.senses.contains(.otherName))
  }

  private func state(ofCapital form: String) -> String? {
    guard let entry = tables.gazetteer.find(printed: form),
      entry.senses.contains(.capital)
    else { return nil }
    return tables.gazetteer.names(of: entry).state
  }

  /// The actor for which a state's name, capital or government stands.
  private mutating func government(
    of state: String, acting: Bool, isGovernment: Bool = false
  ) -> Int {
    if isGovernment, let conflict, conflict.state == state {
      let name = conflict.demonym + " government"
      let index = registry.add(
        ActorRegistry.Draft(kind: .government, key: key(of: name), name: name, isKnown: true))
      return index
    }
    let index = registry.add(
      ActorRegistry.Draft(kind: .place, key: ["state"] + key(of: state), name: state, isKnown: true)
    )
    if acting { registry[index].acts = true }
    return index
  }

  /// Whether a country or capital does something here, and is not only where something is done.
  ///
  /// A seat of government, as a palace is, does nothing else; a town does what governments do.
  private func acts(_ run: NameRun, in part: Part, isState: Bool, isSeat: Bool = false) -> Bool {
    let tokens = part.tokens
    let classes = part.passage.classes
    var before = run.tokens.lowerBound - 1
    while before >= 0, tokens[before].hash == NameRules.the { before -= 1 }
    if asks(before: before, in: part) { return true }
    if before >= 0, classes[before].contains(.preposition), tokens[before].kind == .word {
      return false
    }
    if before >= 0, tokens[before].hash == NameRules.of || tokens[before].hash == NameRules.to,
      !isState || tokens[before].hash == NameRules.of
    {
      return false
    }
    if isState || isSeat { return true }
    // "a raid on Kelt killed ten": the town did not.
    if before >= 0, classes[before].contains(.toward) { return false }
    let next = run.tokens.upperBound
    if isAddressed(run, behind: before, in: part) { return true }
    let verb = endOfList(from: next, in: part)
    let after = verb < tokens.count ? classes[verb] : []
    if after.contains(.say) { return true }
    if after.contains(.govern) {
      // "Kelt abandoned by its army": what befalls a town.
      return verb + 1 >= tokens.count || tokens[verb + 1].hash != NameRules.by
    }
    if after.contains(.act),
      before < 0 || tokens[before].kind == .punctuation
        || classes[before].contains(.closed)
    {
      return true
    }
    if before >= 0, NameRules.actorPrepositions.contains(tokens[before].hash) { return true }
    // "brokered by Moscow, Ankara and Tehran", but "in Moscow and Tehran": as the list's head.
    var head = startOfList(before: run.tokens.lowerBound, in: part)
    guard head == run.tokens.lowerBound || verb == next && tokens[before].hash == NameRules.comma
    else {
      while head > 0, tokens[head - 1].hash == NameRules.the { head -= 1 }
      return head == 0
        || !classes[head - 1].contains(.preposition)
          && (tokens[before].hash == NameRules.and || tokens[head - 1].hash == NameRules.by)
    }
    // "Damascus, backed by Russia and Iran, has managed".
    if next + 1 < tokens.count, tokens[next].hash == NameRules.comma,
      NameRules.backed.contains(tokens[next + 1].hash)
    {
      return true
    }
    return false
  }

  /// "accused Moscow of", "rejected Tehran's offer": what is done to governments, and to no town; but "condemned
  /// the Kelt bombing".
  private func isAddressed(_ run: NameRun, behind before: Int, in part: Part) -> Bool {
    guard before >= 0, before + 1 == run.tokens.lowerBound,
      part.passage.classes[before].contains(.address)
    else { return false }
    let next = run.tokens.upperBound
    guard next < part.tokens.count else { return true }
    return part.tokens[next].kind == .punctuation || part.tokens[next].hash == NameRules.possessive
      || !part.passage.classes[next].isDisjoint(with: [.closed, .preposition, .toward, .calendar])
  }

  /// "demanded autonomy from Baghdad": of whom something is asked.
  private func asks(before from: Int, in part: Part) -> Bool {
    guard from > 1, part.tokens[from].hash == NameRules.from else { return false }
    var position = from - 1
    while position >= 0, position > from - 6, part.tokens[position].kind == .word {
      if NameRules.requests.contains(part.tokens[position].hash) { return true }
      position -= 1
    }
    return false
  }

  /// Behind the names that follow in a list, where the verb of "Damascus, Tehran and Moscow object"
  /// is: a list's first member acts as all do.
  private func endOfList(from next: Int, in part: Part) -> Int {
    let tokens = part.tokens
    func name(at start: Int) -> Int? {
      var end = start
      while end < tokens.count, end < start + 3, part.passage.isCapitalised[end],
        tokens[end].kind == .word
      {
        end += 1
      }
      return end > start ? end : nil
    }
    var position = next
    while position < tokens.count, position < next + 12 {
      if tokens[position].hash == NameRules.and {
        return name(at: position + 1) ?? next
      }
      guard tokens[position].hash == NameRules.comma else { break }
      var start = position + 1
      if start < tokens.count, tokens[start].hash == NameRules.and { start += 1 }
      guard let end = name(at: start) else { break }
      if start > position + 1 { return end }
      position = end
    }
    return next
  }

  /// Where the list of names begins that goes on with a name.
  private func startOfList(before start: Int, in part: Part) -> Int {
    let tokens = part.tokens
    var position = start
    while position > 1, position > start - 12 {
      let link = tokens[position - 1].hash
      guard link == NameRules.comma || link == NameRules.and,
        part.passage.isCapitalised[position - 2]
      else { break }
      position -= 2
      while position > 0, part.passage.isCapitalised[position - 1] { position -= 1 }
    }
    return position
  }

  /// "Syrian Observatory for Human Rights (SOHR)".
  private mutating func readAcronym(behind run: NameRun, in part: Part, actor: Int) {
    let open = run.tokens.upperBound
    if open + 3 < part.tokens.count, part.tokens[open].hash == NameRules.comma,
      part.tokens[open + 1].hash == NameRules.or, part.tokens[open + 3].hash == NameRules.comma,
      part.tokens[open + 2].shape.contains(.allCapitals)
    {
      // "Reporters Without Borders, or RSF,": of whatever language the letters are.
      let letters = NameFolding.words(of: part.string((open + 2)..<(open + 3))).joined()
      registry.alias(actor, registry[actor].kind, key: tables.folding.key(of: [letters]))
      return
    }
    guard open + 2 < part.tokens.count, part.tokens[open].hash == NameRules.parenthesis,
      part.tokens[open + 1].shape.contains(.allCapitals), run.tokens.count > 1
    else { return }
    let letters = NameFolding.words(of: part.string((open + 1)..<(open + 2))).joined()
    let initials = NameFolding.words(of: part.string(run.tokens)).compactMap(\.utf8.first)
    var position = 0
    let wanted = Array(letters.utf8)
    for letter in initials where position < wanted.count && letter == wanted[position] {
      position += 1
    }
    guard position == wanted.count || position >= 2 && position + 1 >= wanted.count else { return }
    registry.alias(actor, registry[actor].kind, key: tables.folding.key(of: [letters]))
  }

  // MARK: Descriptions

  private mutating func actor(of phrase: NominalFinder.Phrase, in part: Part) -> Int? {
    let head = part.tokens[phrase.head].hash
    var kind = tables.nominalKinds[head] ?? .group
    let state = phrase.state >= 0 ? state(at: phrase.state, in: part) : nil
    let isGovernment = holds(phrase, NameRules.government, part)
    let isOpposition = holds(phrase, NameRules.opposition, part)
    // A title before its bearer is a role and no second actor.
    if kind == .person, isTitle(before: phrase.tokens.upperBound, part) { return nil }
    if kind == .person, let bearer = bearer(of: phrase, in: part) { return bearer }
    let isForce = holds(phrase, NameRules.forces, part)
    if !isOpposition, !isForce {
      if isGovernment || head == NameRules.delegation || head == NameRules.side {
        if let state {
          return government(of: state, acting: true, isGovernment: isGovernment)
        }
        if isGovernment, kind == .government || head == NameRules.delegation, let conflict {
          return government(of: conflict.state, acting: true, isGovernment: true)
        }
      }
    }
    if NameRules.delegates.contains(head) {
      // "UN representatives", "opposition delegates": the body that sent them.
      if let body = sender(of: phrase, in: part) { return body }
    }
    if kind == .organization, isGovernment { kind = .government }
    if let conflict, isForce || isOpposition, state == nil || state == conflict.state,
      let side = side(of: phrase, isOpposition: isOpposition, in: part)
    {
      let name = conflict.demonym + " " + side
      return registry.add(ActorRegistry.Draft(kind: .group, key: key(of: name), name: name))
    }
    // "the army" where the text knows one army.
    if phrase.tokens.count == 1, phrase.isDefinite || kind != .person {
      if phrase.isDefinite, let one = only(head: part.string(phrase.tokens).lowercased(), kind) {
        return one
      }
    }
    if phrase.tokens.count == 3, phrase.head == phrase.tokens.upperBound - 1,
      part.tokens[phrase.tokens.lowerBound].hash == NameRules.anti
    {
      // "anti-government protests" are against the government.
      var inner = phrase
      inner.tokens = phrase.head..<phrase.tokens.upperBound
      inner.isDefinite = true
      return actor(of: inner, in: part)
    }
    // "Avaria's president" and "Borduria's president" are two.
    let owner =
      phrase.state >= 0 && phrase.state < phrase.tokens.lowerBound
      ? part.string(phrase.state..<(phrase.tokens.lowerBound - 1)) + "'s " : ""
    let name = owner + describedName(phrase.tokens, part)
    let folded = folded(name)
    let key = folded.words
    if let known = folded.known, tables.known[known].kind == kind {
      let index = registry.add(
        ActorRegistry.Draft(
          kind: kind, key: self.key(of: tables.known[known].name), name: tables.known[known].name,
          isNominal: false, isKnown: true))
      return index
    }
    return registry.add(
      ActorRegistry.Draft(
        kind: kind, key: key, name: name, isNominal: true, isLoaded: phrase.isLoaded))
  }

  /// Whether one of a phrase's words is among these.
  private func holds(_ phrase: NominalFinder.Phrase, _ words: Set<UInt32>, _ part: Part) -> Bool {
    phrase.tokens.contains { words.contains(part.tokens[$0].hash) }
  }

  /// "Novak's government", "Novak regime": a government with the name of who leads it.
  private func owned(_ phrase: NominalFinder.Phrase, in part: Part) -> Range<Int> {
    guard NameRules.government.contains(part.tokens[phrase.head].hash),
      phrase.tokens.count == 1
    else { return phrase.tokens }
    var before = phrase.tokens.lowerBound - 1
    if before > 0, part.tokens[before].hash == NameRules.possessive { before -= 1 }
    guard before >= 0, part.covered[before] >= 0 else { return phrase.tokens }
    let run = part.runs[Int(part.covered[before])]
    guard run.kind == .person else { return phrase.tokens }
    return run.tokens.lowerBound..<phrase.tokens.upperBound
  }

  /// "government troops" are the state's army and "the opposition" its opposition, where the text
  /// sets the two against each other; nil for what says more, such as "allied fighters".
  private func side(
    of phrase: NominalFinder.Phrase, isOpposition: Bool, in part: Part
  ) -> String? {
    var said = Set(phrase.tokens.map { part.tokens[$0].hash })
    if phrase.state >= 0 { said.remove(part.tokens[phrase.state].hash) }
    if isOpposition { return said == [NameRules.oppositionWord] ? "opposition" : nil }
    guard !said.isDisjoint(with: NameRules.army) else { return nil }
    let rest = said.subtracting(NameRules.army)
    guard rest.isSubset(of: NameRules.government) else { return nil }
    return rest.isEmpty && !said.contains(NameRules.armyWord) ? nil : "army"
  }

  /// "the Iranian foreign minister", "the envoy": the only one whom the article names with the role.
  private func bearer(of phrase: NominalFinder.Phrase, in part: Part) -> Int? {
    let before = phrase.tokens.lowerBound - 1
    // A headline leaves its articles out.
    guard phrase.isDefinite || phrase.state >= 0 || part.passage.text.isTitle,
      before < 0 || part.tokens[before].hash != NameRules.an,
      before < 0 || part.tokens[before].hash != NameRules.indefinite
    else { return nil }
    var body: String?
    var start = phrase.tokens.lowerBound
    if phrase.state >= 0 {
      let covering = part.covered[phrase.state]
      let run = covering >= 0 ? part.runs[Int(covering)] : nil
      body =
        run.flatMap { $0.known >= 0 ? tables.known[$0.known].name : nil }
        ?? state(at: phrase.state, in: part)
      start = max(
        start, run?.tokens.upperBound ?? part.passage.demonymEnd(phrase.state) ?? phrase.state + 1)
    }
    guard start <= phrase.head else { return nil }
    let title = part.string(start..<(phrase.head + 1)).lowercased()
    let fitting = registry.drafts.indices.filter { index in
      registry[index].kind == .person
        && registry[index].roles.contains { role in
          (role.title == title || role.title.hasSuffix(" " + title))
            && !role.title.hasPrefix("former ")
            && (body == nil || role.of == nil || role.of == body)
        }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private mutating func sender(of phrase: NominalFinder.Phrase, in part: Part) -> Int? {
    for token in phrase.tokens where part.covered[token] >= 0 {
      let run = part.runs[Int(part.covered[token])]
      if run.known >= 0, tables.known[run.known].kind == .organization {
        return registry.add(
          ActorRegistry.Draft(
            kind: .organization, key: key(of: tables.known[run.known].name),
            name: tables.known[run.known].name, isKnown: true))
      }
    }
    guard
      let last = phrase.tokens.last(where: {
        NameRules.opposition.contains(part.tokens[$0].hash)
      }), last == phrase.head - 1
    else { return nil }
    var inner = phrase
    inner.tokens = phrase.tokens.lowerBound..<phrase.head
    inner.head = last
    inner.isDefinite = true
    return actor(of: inner, in: part)
  }

  /// "envoy Staffan de Mistura", "envoy for Syria Alexander Lavrentiev".
  private func isTitle(before token: Int, _ part: Part) -> Bool {
    var token = token
    while token + 1 < part.tokens.count, part.passage.classes[token].contains(.courtesy) {
      // "spokesman Maj. Gen. Jan Novak".
      token += part.tokens[token + 1].hash == NamePassage.point ? 2 : 1
    }
    guard token < part.tokens.count else { return false }
    if isPerson(at: token, part) { return true }
    guard NameRules.titleLinks.contains(part.tokens[token].hash) else { return false }
    var place = token + 1
    if place < part.tokens.count, part.tokens[place].hash == NameRules.the { place += 1 }
    guard place < part.tokens.count, part.covered[place] >= 0 else { return false }
    return isPerson(at: part.runs[Int(part.covered[place])].tokens.upperBound, part)
  }

  private func isPerson(at token: Int, _ part: Part) -> Bool {
    token < part.tokens.count && part.covered[token] >= 0
      && part.runs[Int(part.covered[token])].kind == .person
  }

  /// The one described actor of the text whose head this is: one that a name describes ("Avarian
  /// army"), or a body ("constitutional committee").
  private func only(head: String, _ kind: ActorKind) -> Int? {
    var found: Int?
    for (index, draft) in registry.drafts.enumerated()
    where draft.kind == kind && (draft.isNominal || draft.isKnown) && draft.kind != .person {
      guard let name = draft.name, name.hasSuffix(" " + head),
        kind == .organization || name.utf8.first.map({ $0 < 97 }) == true
      else { continue }
      if found != nil { return nil }
      found = index
    }
    return found
  }

  /// As printed, in lower case but for names: "Rebels" and "rebels" are the same.
  private func describedName(_ range: Range<Int>, _ part: Part) -> String {
    var name = ""
    var nameEnd = range.lowerBound
    for index in range {
      let token = part.tokens[index]
      nameEnd = max(nameEnd, part.passage.demonymEnd(index) ?? nameEnd)
      if index > range.lowerBound, token.shape.contains(.spaceBefore) { name += " " }
      let printed = part.passage.text.string(token)
      let isName =
        part.covered[index] >= 0 || token.shape.contains(.allCapitals) || index < nameEnd
      name += isName ? printed : printed.lowercased()
    }
    return name
  }

  private func state(at token: Int, in part: Part) -> String? {
    let range =
      part.covered[token] >= 0
      ? part.runs[Int(part.covered[token])].tokens
      : token..<(part.passage.demonymEnd(token) ?? token + 1)
    guard
      let entry = tables.gazetteer.find(printed: part.string(range)),
      !entry.senses.isDisjoint(with: [.demonym, .country])
    else { return nil }
    let names = tables.gazetteer.names(of: entry)
    return names.state ?? names.name
  }

  /// Finds the state whose opposition or rebels the text tells of beside its government.
  private mutating func findConflict(_ parts: [Part], _ phrases: [[NominalFinder.Phrase]]) {
    var governments: [String: (count: Int, demonym: String)] = [:]
    var hasOpposition = false
    var opposed: [String: Int] = [:]
    for (number, part) in parts.enumerated() {
      for phrase in phrases[number] {
        let isOpposition = holds(phrase, NameRules.opposition, part)
        if isOpposition { hasOpposition = true }
        guard phrase.state >= 0, let state = state(at: phrase.state, in: part) else { continue }
        if isOpposition { opposed[state, default: 0] += 1 }
        if !isOpposition, holds(phrase, NameRules.government, part),
          part.passage.senses[phrase.state].contains(.demonym)
        {
          let demonym = part.passage.text.string(part.tokens[phrase.state])
          governments[state, default: (0, demonym)].count += 1
        }
      }
    }
    guard hasOpposition else { return }
    let ranked = governments.sorted {
      let a = (opposed[$0.key] ?? 0, $0.value.count)
      let b = (opposed[$1.key] ?? 0, $1.value.count)
      return a != b ? a > b : $0.key < $1.key
    }
    guard let first = ranked.first else { return }
    conflict = (first.key, first.value.demonym)
  }
}
