import DatelineModel

/// Trigger words with their types, and the words that tell clauses, status, figures and series.
///
/// A class, since every part of event finding holds it and a struct's tables would each be retained.
/// All is written while it is made, and so no reading of it needs the watch of `exclusivity`.
final class EventLexicon: @unchecked Sendable {
  @exclusivity(unchecked) private(set) var words = TokenTable<ClosedWord>()
  @exclusivity(unchecked) private(set) var verbs = TokenTable<VerbForm>()
  /// What a verb means with the word behind it, "call off".
  @exclusivity(unchecked) private(set) var particles = TokenTable<[Particle]>()
  @exclusivity(unchecked) private(set) var lemmas: [String] = []
  @exclusivity(unchecked) private(set) var entries: [Trigger] = []
  /// By the first token, the longest first.
  @exclusivity(unchecked) private(set) var triggers = TokenTable<[TriggerForm]>()
  @exclusivity(unchecked) private(set) var numbers = TokenTable<[NumberWord]>()
  @exclusivity(unchecked) private(set) var figures = TokenTable<FigureWord>()
  @exclusivity(unchecked) private(set) var series: [SeriesName] = []
  @exclusivity(unchecked) private(set) var pronouns = TokenTable<PronounKind>()
  @exclusivity(unchecked) private(set) var prepositions = TokenTable<Preposition>()
  /// By the state's short name.
  @exclusivity(unchecked) private(set) var capitals: [String: String] = [:]
  /// The capitals themselves.
  @exclusivity(unchecked) private(set) var seats: Set<String> = []
  @exclusivity(unchecked) private(set) var termWeights = TokenTable<UInt16>()

  /// A word behind a verb, with the flags that it gives it.
  struct Particle: Sendable {
    let hash: UInt32
    let cues: VerbForm.Cues
  }

  init(_ files: PackFiles, code: String) throws(LineError) {
    try readWords(files.table("events/cues.tsv", of: code))
    try readPeople(files.table("actors/people.tsv", of: code))
    let verbs = try files.table("events/verbs.tsv", of: code)
    try readVerbs(verbs, cues: files.table("events/verb-cues.tsv", of: code))
    let forms = VerbForms(verbs)
    try readTriggers(files.table("events/triggers.tsv", of: code), forms: forms)
    readIdle(try files.table("events/idle.tsv", of: code), forms: forms)
    sortTriggers()
    try readNumbers(files.table("events/numbers.tsv", of: code))
    try readFigures(files.table("events/figures.tsv", of: code))
    try readSeries(files.table("events/series.tsv", of: code))
    try readPrepositions(files.table("events/prepositions.tsv", of: code))
    try readPronouns(files.table("events/pronouns.tsv", of: code))
    for row in try files.table("events/capitals.tsv", of: code).rows { capitals[row[0]] = row[1] }
    seats = Set(capitals.values)
    try readTerms(files.table("events/terms.tsv", of: code))
  }

  private func readWords(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      var tag: WordTag?
      if row[1] != "-" {
        tag = ClosedWord.tags[row[1]]
        if tag == nil { throw row.error(column: 1, "knows no tag “\(row[1])”") }
      }
      var cues: ClosedWord.Cues = []
      for name in row[2].parts(at: ",") where name != "-" {
        guard let cue = ClosedWord.Cues.names[String(name)] else {
          throw row.error(column: 2, "knows no flag “\(name)”")
        }
        cues.insert(cue)
      }
      let word = ClosedWord(tag: tag, cues: cues)
      words.set(word, for: Token.hash(of: row[0]))
      // "didnt", where an apostrophe was lost; "cant" and "wont" are words of their own.
      if row[0].hasSuffix("n't"), row[0].count > 5 {
        words.set(word, for: Token.hash(of: row[0].filter { $0 != "'" }))
      }
    }
  }

  /// Whoever is described as somebody acts for himself: "fishermen from the delta", "conscripts of the army".
  private func readPeople(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      for word in row.cells where word != "-" && words[Token.hash(of: word)] == nil {
        words.set(ClosedWord(tag: nil, cues: .separate), for: Token.hash(of: word))
      }
    }
  }

  private func readVerbs(_ table: DataTable, cues: DataTable) throws(LineError) {
    var flags: [String: VerbForm.Cues] = [:]
    for row in cues.rows {
      flags[row[0], default: []] = []
      for name in row[1].parts(at: ",") where name != "-" {
        guard let cue = VerbForm.Cues.names[String(name)] else {
          throw row.error(column: 1, "knows no flag “\(name)”")
        }
        flags[row[0], default: []].insert(cue)
      }
    }
    var phrases: [String: [Particle]] = [:]
    for (words, cues) in flags {
      let parts = words.parts(at: " ").map(String.init)
      guard parts.count == 2 else { continue }
      phrases[parts[0], default: []].append(Particle(hash: Token.hash(of: parts[1]), cues: cues))
    }
    for row in table.rows {
      guard let lean = UInt8(row[6]), lean < 4 else {
        throw row.error(column: 6, "is no number from 0 to 3")
      }
      var form = VerbForm(
        lemma: Int32(lemmas.count), shapes: .base, nounLean: lean, isAdjective: row[7] == "1",
        takesObject: row[8] == "1", cues: flags[row[0]] ?? [])
      if row[5] == "stative" { form.cues.insert(.stative) }
      lemmas.append(row[0])
      let shapes: [VerbForm.Shapes] = [.base, .third, .past, .participle, .gerund]
      let own = phrases[row[0]]
      for (column, shape) in shapes.enumerated() {
        form.shapes = shape
        // "burned" is both, whatever other participle there is.
        if column == 2, row[2].hasSuffix("ed") { form.shapes.insert(.participle) }
        let hash = Token.hash(of: row[column])
        add(form, as: hash)
        if let own { particles.set(own, for: hash) }
        // "canceled" beside "cancelled".
        if row[0].hasSuffix("l"), !row[0].hasSuffix("ll"), row[column].contains("ll") {
          let parts = row[column].split(separator: "ll", omittingEmptySubsequences: false)
          add(form, as: Token.hash(of: parts.joined(separator: "l")))
        }
      }
    }
  }

  /// Where two verbs share a form ("found", "lay"), the one whose past it is wins the lemma.
  private func add(_ form: VerbForm, as hash: UInt32) {
    guard let other = verbs[hash] else {
      verbs.set(form, for: hash)
      return
    }
    var both = form.shapes.contains(.past) ? form : other
    both.shapes = form.shapes.union(other.shapes)
    verbs.set(both, for: hash)
  }

  /// `forms` are the forms of a verb, by its lemma.
  private func readTriggers(_ table: DataTable, forms: VerbForms) throws(LineError) {
    for row in table.rows {
      guard let type = EventType(rawValue: row[2]) else {
        throw row.error(column: 2, "is no type of PLOVER")
      }
      var trigger = Trigger(
        lemma: row[0], isVerb: row[1] == "v", type: type, topic: row[3], traits: [], figure: nil)
      for flag in row[4].parts(at: ",") where flag != "-" {
        if flag.hasPrefix("figure=") {
          trigger.figure = Figure.Subject(rawValue: String(flag.dropFirst(7)))
        } else if let trait = Trigger.Traits.names[String(flag)] {
          trigger.traits.insert(trait)
        } else {
          throw row.error(column: 4, "knows no flag “\(flag)”")
        }
      }
      let entry = Int32(entries.count)
      let parts = row[0].parts(at: " ").map(String.init)
      let isAuxiliary = words[Token.hash(of: parts[0])]?.tag == .be
      if trigger.isVerb, isAuxiliary, parts.count > 1,
        self.verbs[Token.hash(of: parts[1])]?.shapes.contains(.participle) == true
      {
        trigger.traits.insert(.passive)
      }
      entries.append(trigger)
      if trigger.traits.contains(.passive) {
        add(Array(parts.dropFirst()), entry: entry)
      } else if trigger.isVerb {
        add(verb: parts, forms: forms, entry: entry)
      } else {
        add(parts, entry: entry)
        add(parts.dropLast() + [EventLexicon.plural(of: parts.last!)], entry: entry)
      }
    }
  }

  /// Objects with which verbs tell nothing, all by one entry.
  private func readIdle(_ table: DataTable, forms: VerbForms) {
    let entry = Int32(entries.count)
    entries.append(
      Trigger(lemma: "", isVerb: true, type: .other, topic: "", traits: .idle, figure: nil))
    for row in table.rows {
      let verb = row[0].parts(at: " ").map(String.init)
      for object in row[1].parts(at: " ") {
        add(verb: verb + [String(object)], forms: forms, entry: entry)
      }
    }
  }

  /// The longest first, and what has a condition before what has none.
  private func sortTriggers() {
    func rank(_ form: TriggerForm) -> (Int, Int, Int32) {
      let hasCondition = !entries[Int(form.entry)].traits.isDisjoint(with: [.people, .labour])
      return (-form.rest.count, hasCondition ? 0 : 1, form.entry)
    }
    triggers.replaceValues { $0.sorted { rank($0) < rank($1) } }
  }

  /// A verb in all its forms, with what belongs to it.
  private func add(verb words: [String], forms: VerbForms, entry: Int32) {
    for first in EventLexicon.spellings(forms[words[0]], of: words[0]) {
      add([first] + words.dropFirst(), entry: entry)
    }
  }

  private func add(_ words: [String], entry: Int32) {
    let hashes = words.map { Token.hash(of: $0) }
    triggers[hashes[0], default: []].append(
      TriggerForm(rest: Array(hashes.dropFirst()), entry: entry))
  }

  /// With "canceled" beside "cancelled".
  private static func spellings(_ forms: [String], of lemma: String) -> [String] {
    guard lemma.hasSuffix("l"), !lemma.hasSuffix("ll") else { return forms }
    let others = forms.filter { $0.contains("ll") }.map {
      $0.split(separator: "ll", omittingEmptySubsequences: false).joined(separator: "l")
    }
    return forms + others
  }

  static func plural(of noun: String) -> String {
    if noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("ch") || noun.hasSuffix("sh") {
      return noun + "es"
    }
    if noun.hasSuffix("y"), !noun.hasSuffix("ay"), !noun.hasSuffix("ey") {
      return noun.dropLast() + "ies"
    }
    return noun + "s"
  }

  private func readNumbers(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      guard let kind = NumberWord.Kind(rawValue: row[1]) else {
        throw row.error(column: 1, "knows no kind “\(row[1])”")
      }
      guard let value = Double(row[2]), (0...1e12).contains(value) else {
        throw row.error(column: 2, "is no number from 0 to a million million")
      }
      let hashes = row[0].parts(at: " ").map { Token.hash(of: $0) }
      numbers[hashes[0], default: []].append(
        NumberWord(rest: Array(hashes.dropFirst()), kind: kind, value: value))
    }
    numbers.replaceValues { list in list.sorted { $0.rest.count > $1.rest.count } }
  }

  private func readFigures(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      guard let subject = Figure.Subject(rawValue: row[1]) else {
        throw row.error(column: 1, "is nothing that figures count")
      }
      guard let side = FigureWord.Side(rawValue: row[2]) else {
        throw row.error(column: 2, "is neither before, after nor either")
      }
      figures.set(FigureWord(subject: subject, side: side), for: Token.hash(of: row[0]))
    }
  }

  private func readSeries(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      let keys = row[1].parts(at: ",").map { key in
        key.split { $0 == "+" || $0 == " " }.map { Token.hash(of: $0) }
      }
      series.append(SeriesName(name: row[0], keys: keys))
    }
  }

  private func readPrepositions(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      guard let role = Preposition(rawValue: row[1]) else {
        throw row.error(column: 1, "is no part of a preposition")
      }
      prepositions.set(role, for: Token.hash(of: row[0]))
    }
  }

  private func readPronouns(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      guard let kind = PronounKind(rawValue: row[1]) else {
        throw row.error(column: 1, "is neither person, body nor any")
      }
      pronouns.set(kind, for: Token.hash(of: row[0]))
    }
  }

  private func readTerms(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      guard let weight = Double(row[1]), (0..<256).contains(weight) else {
        throw row.error(column: 1, "is no number from 0 to less than 256")
      }
      termWeights.set(UInt16(weight * 256), for: Token.hash(of: row[0]))
    }
  }
}

extension LanguagePack {
  /// The dictionary form of the word that a trigger turns on: of a verb with its particle the
  /// verb, else of the last word.
  ///
  /// ```swift
  /// LanguagePack.builtIn("en")!.lemma(ofTrigger: "took off")  // "take"
  /// LanguagePack.builtIn("en")!.lemma(ofTrigger: "car bombings")  // "bombing"
  /// ```
  public func lemma(ofTrigger text: String) -> String {
    let words = text.split { !($0.isLetter || $0.isNumber) }
    guard let first = words.first, let last = words.last else { return text.lowercased() }
    if words.count > 1, let verb = lexicon.verbs[Token.hash(of: first)],
      lexicon.prepositions[Token.hash(of: words[1])] != nil || words.count == 2 && last.count <= 4
    {
      return lexicon.lemmas[Int(verb.lemma)]
    }
    if let verb = lexicon.verbs[Token.hash(of: last)] { return lexicon.lemmas[Int(verb.lemma)] }
    let noun = last.lowercased()
    if noun.hasSuffix("ies"), noun.count > 4 { return noun.dropLast(3) + "y" }
    if noun.hasSuffix("s"), !noun.hasSuffix("ss"), noun.count > 3 { return String(noun.dropLast()) }
    return noun
  }
}
