import DatelineModel

extension NameRun {
  /// "Ban Ki-moon": with the syllable of a Korean name that stands in lower case behind its hyphen.
  func completed(in passage: NamePassage) -> NameRun {
    let syllable = tokens.upperBound + 1
    guard kind == .person, passage.isTied(syllable), passage.classes[syllable].contains(.syllable),
      !passage.isCapitalised[syllable]
    else { return self }
    var whole = self
    whole.tokens = tokens.lowerBound..<(syllable + 1)
    return whole
  }

  /// "Maj. Gen. Jan Novak", "I'm Jan Novak", "An Interior Ministry", "La Prensa on Monday", "on Monday Prensa",
  /// "gave Avaria 20 tanks": without what stands before the name, a day beside it, or how many of something else.
  func bared(in passage: NamePassage) -> NameRun {
    guard known < 0 else { return self }
    let words = passage.text.tokens
    var first = tokens.lowerBound
    while first + 1 < tokens.upperBound {
      if kind == .person, passage.classes[first].contains(.courtesy),
        words[first + 1].hash == NamePassage.point, first + 2 < tokens.upperBound
      {
        first += 2
      } else if kind == .person
        ? passage.isContraction(first)
        : words[first].hash == NameRules.an || words[first].hash == NameRules.indefinite
      {
        first += 1
      } else if kind == .person, first > 0, words[first - 1].hash == NameRules.on,
        passage.classes[first].contains(.calendar)
      {
        first += 1
      } else {
        break
      }
    }
    var name = self
    name.tokens = first..<tokens.upperBound
    let last = tokens.upperBound - 1
    if last - 1 > first, passage.classes[last].contains(.calendar),
      words[last - 1].hash == NameRules.on
    {
      name.tokens = first..<last - 1
    } else if last > first, words[last].kind == .number,
      passage.tables.gazetteer.find(
        printed: passage.text.string(passage.text.span(of: first..<last)))?
        .senses.contains(.country) == true
    {
      name.tokens = first..<last
      name.kind = .location
    }
    return name
  }

  /// The names in one run that a lost mark has run together: "Avaria Borduria", "Avarias Kelt".
  func split(in passage: NamePassage, tables: ActorTables) -> [NameRun] {
    guard tokens.count > 1, known < 0 else { return [self] }
    let end = tokens.upperBound - 1
    guard kind != .person || passage.senses[end].contains(.demonym) else { return [self] }
    let tables = tables.gazetteer
    func printed(_ range: Range<Int>) -> String {
      passage.text.string(passage.text.span(of: range))
    }
    func isState(_ name: String) -> Bool {
      tables.find(printed: name)?.senses.contains(.country) == true
    }
    guard tables.find(printed: printed(tokens)) == nil else { return [self] }
    func piece(_ range: Range<Int>) -> NameRun {
      var one = self
      one.tokens = range
      one.kind = .location
      return one
    }
    let next = tokens.upperBound
    let isFollowed =
      next < passage.text.tokens.count && passage.text.tokens[next].kind == .word
      && !passage.isCapitalised[next]
    // "in Kelt Avarian forces": a comma is lost, and the demonym is of what comes behind.
    if passage.senses[end].contains(.demonym), !isState(printed(end..<end + 1)),
      kind == .location
        || tables.find(printed: printed(tokens.lowerBound..<end))?.senses.contains(.city) == true,
      isFollowed, !passage.classes[next].contains(.closed)
    {
      return [piece(tokens.lowerBound..<end)]
    }
    guard kind != .person else { return [self] }
    if isFollowed, let body = passage.matches[tokens.lowerBound], body.known >= 0,
      body.end < tokens.upperBound, isState(printed(tokens.suffix(from: body.end)))
    {
      // "the UN Avaria envoy": of a body, for a state.
      var front = self
      front.tokens = tokens.lowerBound..<body.end
      front.known = body.known
      return [front, piece(tokens.suffix(from: body.end))]
    }
    for cut in (tokens.lowerBound + 1)..<tokens.upperBound {
      let back = tokens.suffix(from: cut)
      if isState(printed(tokens.lowerBound..<cut)), isState(printed(back)) {
        return [piece(tokens.lowerBound..<cut), piece(back)]
      }
    }
    // "Avarias Kelt": the apostrophe of the owner is lost.
    let first = NameFolding.words(of: printed(tokens.lowerBound..<(tokens.lowerBound + 1))).joined()
    if kind == .location, first.utf8.last == UInt8(ascii: "s"), !isState(first),
      isState(String(first.dropLast()))
    {
      return [piece((tokens.lowerBound + 1)..<tokens.upperBound)]
    }
    return [self]
  }
}
