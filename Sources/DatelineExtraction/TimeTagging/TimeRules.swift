import DatelineModel

/// The rules of a pack's `time` tables, compiled for matching.
///
/// A class, since whatever reads with them would copy their many symbols and tables.
/// All is written while it is made, and so no reading of it needs the watch of `exclusivity`.
final class TimeRules: @unchecked Sendable {
  let lexicon = TimeLexicon()
  @exclusivity(unchecked) private(set) var rules: [TimeRule] = []
  /// Indices into `rules`, in the order of the table.
  private(set) var rulesOfCategory: [[Int]] = []
  private(set) var firstOfCategory: [[UInt64]] = []
  private(set) var categories: [String: Int] = [:]
  /// Endings that tell a tense, longest first.
  @exclusivity(unchecked)
  private(set) var tenseSuffixes: [(bytes: [UInt8], symbol: TimeLexicon.Symbol)] = []
  /// The last letters of those endings, as bits; those beyond ASCII are not kept.
  @exclusivity(unchecked) private var lastLetters: (UInt64, UInt64) = (0, 0)

  /// Whether an ending that tells a tense ends so: most words' do not.
  @inline(__always)
  func mayTell(_ last: UInt8) -> Bool {
    if last >= 128 { return true }
    return (last < 64 ? lastLetters.0 : lastLetters.1) >> UInt64(last & 63) & 1 != 0
  }

  /// Every rule row, for the tests that run its examples.
  private(set) var rows: [DataTable.Row] = []

  /// Words that steer the reading of others; each is a class of the pack's `words.tsv`.
  let past, future, since, until, after, before: TimeLexicon.Symbol
  let futurePreposition, possessive, preposition, infinitive: TimeLexicon.Symbol
  /// "ahead of", "on the eve of", "prepares for": by their last word but one, and the last.
  let aheadWord, ofWord: TimeLexicon.Symbol
  /// "will", and with the value 0 "may", which tells with "have" of what is past; "has", "have".
  let auxiliary, having: TimeLexicon.Symbol
  /// "did", behind which a verb's first form tells what is past.
  let didWord: TimeLexicon.Symbol
  /// "due", which looks ahead but for "due to the storm".
  let dueWord: TimeLexicon.Symbol
  /// "and", "but", ";": another part of the sentence begins.
  let linking: TimeLexicon.Symbol
  /// "declared Monday a day of mourning".
  let declaring: TimeLexicon.Symbol
  /// "called a strike for Monday", "vowed to resign on Sunday": deeds that look ahead.
  let planning, pledging, forWord: TimeLexicon.Symbol
  /// "was closed until Monday" and "was put off until Monday": what lasted, and what is put off.
  let lasting, deferring: TimeLexicon.Symbol
  /// "planned for Monday, did not take place".
  let negation: TimeLexicon.Symbol
  /// "said the vote on 5 August was lost": past forms behind which a noun has a time of its own.
  let saying: TimeLexicon.Symbol
  /// "was", which tells of a thing's own time as well: "the deadline was on 9 February".
  let wasWord: TimeLexicon.Symbol
  /// "a", "the", "their": what a verb has for an object begins so.
  let article: TimeLexicon.Symbol
  /// Words that end as a verb's past does and are none: "hundred".
  let noVerb: TimeLexicon.Symbol
  /// "perhaps in 1502", "had met in March", "born on 3 May 1950".
  let doubt, pluperfect, birth: TimeLexicon.Symbol
  /// "over" the past year, the hyphen of "so-called", and the "re" of "re-elected".
  let lengthPrep, hyphen, verbPrefix: TimeLexicon.Symbol
  /// "attend" and "at", behind which an event that is to come has its day: "will be at Friday's summit".
  let attending, atWord: TimeLexicon.Symbol
  /// "as far back as September", "set up a fund".
  let backWord, particle: TimeLexicon.Symbol
  /// "postponed the vote to July".
  let postponing: TimeLexicon.Symbol
  /// Units of time, by which a length of time is known.
  let units: [TimeLexicon.Symbol]
  /// The ending of "meeting" in "are meeting on Saturday".
  let progressive: TimeLexicon.Symbol
  /// "is to", which tells of what is planned.
  let bePresent, toWord: TimeLexicon.Symbol
  /// Verbs that look ahead and are nouns too, and words that only a noun follows: "a plan".
  let nounOrVerb, beforeNoun: TimeLexicon.Symbol
  /// Words between a duration and the time at which it begins or ends: "two weeks from 7 June".
  let begin, end: TimeLexicon.Symbol
  /// Words that speak of the day of writing, and those that a year stands behind.
  let weekday, yesterday, era, prepyear, ago, last, thisWord, timeWord, nowWord: TimeLexicon.Symbol
  /// Marks that open or close a quotation.
  let quoteMark: TimeLexicon.Symbol
  /// Words that stand before a month and are no one's given name.
  let function, prepmonth: TimeLexicon.Symbol
  /// "Mr", "Senator": a name follows.
  let honorific: TimeLexicon.Symbol
  /// "prayers" in "after Friday prayers", "elections", and "local" before these: what has a day as its own.
  let occasion, occasionKind: TimeLexicon.Symbol
  /// "no later than", "onwards": with the bound that they set as their value.
  let than, later, onward: TimeLexicon.Symbol
  /// Countries, by whether they write the day before the month.
  let dayFirst: TimeLexicon.Symbol
  /// The classes of month names.
  let months: [TimeLexicon.Symbol]
  /// Months that are other words too: "May", "March".
  let riskyMonth: TimeLexicon.Symbol
  let plainMonth: TimeLexicon.Symbol
  /// "also", between "was" and "to".
  let also: TimeLexicon.Symbol
  let top: Int?
  /// The same rules as the matcher reads them.
  @exclusivity(unchecked) private(set) var program: TimeProgram! = nil

  init(_ files: PackFiles, code: String) throws(LineError) {
    let words = try files.table("time/words.tsv", of: code)
    let table = try files.table("time/rules.tsv", of: code)
    past = lexicon.symbol("past")
    future = lexicon.symbol("future")
    bePresent = lexicon.symbol("bepresent")
    toWord = lexicon.symbol("toword")
    progressive = lexicon.symbol("progressive")
    planning = lexicon.symbol("planning")
    pledging = lexicon.symbol("pledging")
    forWord = lexicon.symbol("forword")
    lasting = lexicon.symbol("lasting")
    deferring = lexicon.symbol("deferring")
    negation = lexicon.symbol("negation")
    noVerb = lexicon.symbol("noverb")
    article = lexicon.symbol("article")
    wasWord = lexicon.symbol("wasword")
    saying = lexicon.symbol("saying")
    doubt = lexicon.symbol("doubt")
    pluperfect = lexicon.symbol("pluperfect")
    birth = lexicon.symbol("birth")
    lengthPrep = lexicon.symbol("lengthprep")
    hyphen = lexicon.symbol("hyphen")
    verbPrefix = lexicon.symbol("verbprefix")
    attending = lexicon.symbol("attending")
    postponing = lexicon.symbol("postponing")
    backWord = lexicon.symbol("backword")
    particle = lexicon.symbol("particle")
    atWord = lexicon.symbol("atonly")
    units = [lexicon.symbol("unitone"), lexicon.symbol("unitmany")]
    nounOrVerb = lexicon.symbol("nounorverb")
    beforeNoun = lexicon.symbol("beforenoun")
    begin = lexicon.symbol("beginword")
    end = lexicon.symbol("endword")
    since = lexicon.symbol("since")
    until = lexicon.symbol("until")
    after = lexicon.symbol("after")
    before = lexicon.symbol("before")
    futurePreposition = lexicon.symbol("futurePreposition")
    aheadWord = lexicon.symbol("aheadword")
    ofWord = lexicon.symbol("ofword")
    declaring = lexicon.symbol("declaring")
    auxiliary = lexicon.symbol("auxiliary")
    having = lexicon.symbol("having")
    linking = lexicon.symbol("linking")
    dueWord = lexicon.symbol("dueword")
    didWord = lexicon.symbol("didword")
    possessive = lexicon.symbol("possessive")
    preposition = lexicon.symbol("preposition")
    infinitive = lexicon.symbol("infinitive")
    weekday = lexicon.symbol("weekdayname")
    yesterday = lexicon.symbol("yesterday")
    era = lexicon.symbol("bc")
    honorific = lexicon.symbol("honorific")
    function = lexicon.symbol("function")
    riskyMonth = lexicon.symbol("monthrisky")
    plainMonth = lexicon.symbol("monthname")
    also = lexicon.symbol("alsoword")
    occasion = lexicon.symbol("occasion")
    occasionKind = lexicon.symbol("occasionkind")
    than = lexicon.symbol("than")
    later = lexicon.symbol("later")
    onward = lexicon.symbol("onward")
    months = [
      lexicon.symbol("monthname"), lexicon.symbol("monthrisky"), lexicon.symbol("monthabbr"),
    ]
    dayFirst = lexicon.symbol("dayfirst")
    prepmonth = lexicon.symbol("prepmonth")
    quoteMark = lexicon.symbol("quotemark")
    prepyear = lexicon.symbol("prepyear")
    ago = lexicon.symbol("agoword")
    last = lexicon.symbol("last")
    thisWord = lexicon.symbol("thisword")
    timeWord = lexicon.symbol("timeword")
    nowWord = lexicon.symbol("nowword")
    rows = table.rows
    for row in table.rows where categories[row[1]] == nil {
      categories[row[1]] = categories.count
    }
    top = categories["timex"]
    try readWords(words)
    for row in table.rows { rules.append(try compile(row)) }
    rulesOfCategory = Array(repeating: [], count: categories.count)
    for (index, rule) in rules.enumerated() { rulesOfCategory[rule.category].append(index) }
    try computeFirsts(table)
    lexicon.seal()
    program = TimeProgram(rules, byCategory: rulesOfCategory, lexicon: lexicon)
  }

  /// Class, value (a number or a TIMEX3 name), whether the words make a time, and the words.
  private func readWords(_ table: DataTable) throws(LineError) {
    for row in table.rows {
      guard let value = TimeRules.number(row[1]) else {
        throw row.error(column: 1, "is neither a number nor a known name")
      }
      let symbol = lexicon.symbol(row[0])
      for word in row[3].parts(at: " ") {
        if word.hasPrefix("-"), word.utf8.count > 1 {
          tenseSuffixes.append((Array(word.utf8.dropFirst()), symbol))
          let last = word.utf8.last!
          if last < 64 {
            lastLetters.0 |= 1 << UInt64(last)
          } else if last < 128 {
            lastLetters.1 |= 1 << UInt64(last & 63)
          }
        } else {
          lexicon.add(String(word), symbol, value: value, isHead: row[2] == "yes")
        }
      }
    }
    tenseSuffixes.sort {
      $0.bytes.count != $1.bytes.count
        ? $0.bytes.count > $1.bytes.count : $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
  }

  /// Whether the country of a language's tag writes the day before the month; nil where the tag
  /// names none that the pack knows.
  func isDayFirst(in language: String) -> Bool? {
    let country = language.split(separator: "-").dropFirst().last ?? ""
    let lexeme = lexicon.lexeme(Token.hash(of: String(country)))
    return lexeme == 0 ? nil : lexicon.value(of: lexeme, as: dayFirst).map { $0 == 1 }
  }

  static func number(_ cell: some StringProtocol) -> Int? {
    cell.isEmpty ? 0 : Int16(cell).map(Int.init) ?? TimeName.all[String(cell)]
  }

  // MARK: Patterns

  private func compile(_ row: DataTable.Row) throws(LineError) -> TimeRule {
    var elements: [TimeRule.Element] = []
    for chunk in row[2].parts(at: " ") {
      var rest = chunk
      var isGlued = false
      while !rest.isEmpty {
        elements.append(try element(&rest, isGlued: isGlued, of: row))
        isGlued = true
      }
    }
    guard elements.contains(where: { !$0.isOptional }) else {
      throw row.error(column: 2, "matches nothing at all")
    }
    let assignments = try assignments(row, &elements)
    return TimeRule(
      id: row[0], category: categories[row[1]]!, elements: elements, assignments: assignments,
      guards: try guards(row),
      emitsParts: elements.contains(where: \.isEnd),
      kinds: assignments.first { $0.field == .only }?.terms.first.map {
        TextKind.named[$0.factor]
      } ?? [])
  }

  private func element(
    _ rest: inout Substring, isGlued: Bool, of row: DataTable.Row
  ) throws(LineError) -> TimeRule.Element {
    let kind: TimeRule.Element.Kind
    var capture: String?
    let bytes = rest.utf8
    switch bytes.first! {
    case UInt8(ascii: "{"):
      guard let close = bytes.firstIndex(of: UInt8(ascii: "}")) else {
        throw row.error(column: 2, "“{” is never closed")
      }
      let name = rest[bytes.index(after: rest.startIndex)..<close]
      let colon = name.utf8.firstIndex(of: UInt8(ascii: ":"))
      capture = String(name[..<(colon ?? close)])
      let target = colon.map { String(name[name.utf8.index(after: $0)...]) } ?? capture!
      if let category = categories[target] {
        kind = .category(category)
      } else if let symbol = lexicon.symbols[target] {
        kind = .symbol(symbol)
      } else {
        throw row.error(column: 2, "knows no class or category “\(target)”")
      }
      rest = rest[bytes.index(after: close)...]
    case UInt8(ascii: "("):
      guard let close = bytes.firstIndex(of: UInt8(ascii: ")")) else {
        throw row.error(column: 2, "“(” is never closed")
      }
      let end = bytes.index(after: close)
      let symbol = lexicon.symbol(String(rest[..<end]))
      for word in rest[bytes.index(after: rest.startIndex)..<close].parts(at: "|") {
        lexicon.add(String(word), symbol, isHead: false)
      }
      kind = .symbol(symbol)
      rest = rest[end...]
    default:
      if bytes.first == UInt8(ascii: "\\") {
        rest = rest[bytes.index(after: rest.startIndex)...]
      }
      var length = rest.utf8.prefix { TimeRules.isPlain($0) }.count
      if length < rest.utf8.count, rest.utf8.dropFirst(length).first! >= 128 { length = 0 }
      if length > 0 {
        // Most words are of ASCII letters alone, and their scalars need not be asked.
        let end = rest.utf8.index(rest.startIndex, offsetBy: length)
        let word = String(rest[..<end])
        rest = rest[end...]
        kind = .symbol(literal(word))
        break
      }
      for scalar in rest.unicodeScalars {
        guard
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "'"
        else { break }
        length += 1
      }
      let word = String(rest.unicodeScalars.prefix(max(1, length)))
      kind = .symbol(literal(word))
      rest = Substring(rest.unicodeScalars.dropFirst(max(1, length)))
    }
    let isOptional = rest.utf8.first == UInt8(ascii: "?")
    if isOptional { rest = rest[rest.utf8.index(after: rest.startIndex)...] }
    let field = capture.flatMap { TimeDraft.Field.named[$0] }
    return TimeRule.Element(
      kind: kind, isOptional: isOptional, isGlued: isGlued, capture: capture, field: field,
      isAssigned: false)
  }

  /// A letter, a digit or an apostrophe of ASCII.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || (48...57).contains(byte) || (97...122).contains(byte | 32)
  }

  private func literal(_ word: String) -> TimeLexicon.Symbol {
    let symbol = lexicon.symbol("“\(word)”")
    lexicon.add(word, symbol, isHead: false)
    return symbol
  }

  private func assignments(
    _ row: DataTable.Row, _ elements: inout [TimeRule.Element]
  ) throws(LineError) -> [TimeRule.Assignment] {
    var assignments: [TimeRule.Assignment] = []
    for text in row[3].parts(at: " ") {
      let sides = text.parts(at: "=", most: 2)
      guard sides.count == 2,
        let field = TimeDraft.Field.named[String(sides[0])]
      else { throw row.error(column: 3, "“\(text)” sets no known field") }
      var terms: [TimeRule.Assignment.Term] = []
      for term in sides[1].parts(at: "+") {
        if term.hasPrefix("{") || term.hasPrefix("-{") {
          terms.append(try self.term(term, row, &elements))
        } else if let number = TimeRules.number(term) {
          terms.append(.init(element: nil, source: .value, factor: number))
        } else {
          throw row.error(column: 3, "“\(term)” is neither a number nor a known name")
        }
      }
      if field == .only, terms.count != 1 || terms[0].element != nil {
        throw row.error(column: 3, "“\(text)” is not one kind of text")
      }
      if let names = field.names, terms.allSatisfy({ $0.element == nil }),
        !names.indices.contains(terms.reduce(0) { $0 + $1.factor })
      {
        throw row.error(column: 3, "“\(text)” is not one of \(names.joined(separator: ", "))")
      }
      assignments.append(.init(field: field, terms: terms))
    }
    return assignments
  }

  /// A captured value, or a field of what was captured, and how often it counts: "-{d.amount}*3".
  private func term(
    _ text: Substring, _ row: DataTable.Row, _ elements: inout [TimeRule.Element]
  ) throws(LineError) -> TimeRule.Assignment.Term {
    let factors = text.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    guard factors[0].hasSuffix("}"),
      let factor = factors.count == 2 ? Int16(factors[1]).map(Int.init) : 1
    else { throw row.error(column: 3, "“\(text)” is written {name} or {name}*7") }
    let path = factors[0].drop { $0 == "-" || $0 == "{" }.dropLast()
      .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let source = path.count == 1 ? .value : TimeDraft.Field.named[String(path[1])] else {
      throw row.error(column: 3, "“\(path[1])” is no field")
    }
    guard let element = elements.firstIndex(where: { $0.capture.map { $0 == path[0] } ?? false })
    else { throw row.error(column: 3, "nothing is captured as “\(path[0])”") }
    elements[element].isAssigned = true
    return .init(element: element, source: source, factor: text.hasPrefix("-") ? -factor : factor)
  }

  private func guards(_ row: DataTable.Row) throws(LineError) -> [TimeRule.Guard] {
    var guards: [TimeRule.Guard] = []
    for text in row[4].parts(at: " ") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let kind = TimeRule.Guard.Kind(rawValue: String(sides[0])) else {
        throw row.error(column: 4, "knows no condition “\(sides[0])”")
      }
      if kind == .numbers {
        let numbers = (sides.last ?? "").parts(at: "|").compactMap { Int32($0) }
        guard !numbers.isEmpty else {
          throw row.error(column: 4, "“numbers” needs numbers, such as numbers=9|11")
        }
        guards.append(.init(kind: kind, symbols: [], numbers: numbers))
        continue
      }
      var symbols: [TimeLexicon.Symbol] = []
      if sides.count == 2 {
        for name in sides[1].parts(at: "|") {
          guard let symbol = lexicon.symbols[String(name)] else {
            throw row.error(column: 4, "knows no class “\(name)”")
          }
          symbols.append(symbol)
        }
      }
      guards.append(.init(kind: kind, symbols: symbols))
    }
    return guards
  }

  // MARK: What a match can begin with

  private func computeFirsts(_ table: DataTable) throws(LineError) {
    let words = (lexicon.symbolCount + 63) / 64
    var done = Array(repeating: false, count: categories.count)
    var open = done
    firstOfCategory = Array(
      repeating: Array(repeating: 0, count: words), count: categories.count)
    func visit(_ category: Int, from rule: Int) throws(LineError) {
      if done[category] { return }
      if open[category] {
        throw table.rows[rule].error(
          column: 2, "begins with a category that itself begins with this one")
      }
      open[category] = true
      for index in rulesOfCategory[category] {
        var first = Array(repeating: UInt64(0), count: words)
        for element in rules[index].elements {
          switch element.kind {
          case .symbol(let symbol): first[Int(symbol) / 64] |= 1 << UInt64(symbol % 64)
          case .category(let other):
            try visit(other, from: index)
            for word in 0..<words { first[word] |= firstOfCategory[other][word] }
          }
          if !element.isOptional { break }
        }
        rules[index].first = first
        for word in 0..<words { firstOfCategory[category][word] |= first[word] }
      }
      done[category] = true
    }
    for category in 0..<categories.count { try visit(category, from: 0) }
  }
}
