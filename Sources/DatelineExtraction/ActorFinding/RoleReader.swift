import DatelineModel

/// Reads the titles that stand with a person's name: "UN special envoy Staffan de Mistura",
/// "Ali Asghar Khaji, the Iranian foreign minister's senior aide".
struct RoleReader {
  let part: ActorGathering.Part
  let gazetteer: Gazetteer

  private var tokens: [Token] { part.tokens }

  func roles(of run: NameRun) -> [LocalActor.Role] {
    var roles: [LocalActor.Role] = []
    if let before = roleBefore(run.tokens.lowerBound) { roles.append(before) }
    if let behind = roleBehind(run.tokens.upperBound) { roles.append(behind) }
    return roles
  }

  private func roleBefore(_ start: Int) -> LocalActor.Role? {
    if let title = title(endingAt: start) {
      return role(title, of: body(before: title.lowerBound))
    }
    // "special envoy for Syria Alexander Lavrentiev".
    guard start >= 3, part.covered[start - 1] >= 0 else { return nil }
    let place = part.runs[Int(part.covered[start - 1])]
    var link = place.tokens.lowerBound - 1
    if link >= 0, tokens[link].hash == NameRules.the { link -= 1 }
    guard link > 0, NameRules.titleLinks.contains(tokens[link].hash),
      let title = title(endingAt: link)
    else { return nil }
    let body =
      body(before: title.lowerBound)
      ?? (tokens[link].hash == NameRules.forWord ? nil : name(place))
    return role(title, of: body)
  }

  private func roleBehind(_ end: Int) -> LocalActor.Role? {
    guard end + 1 < tokens.count, tokens[end].hash == NameRules.comma else { return nil }
    var position = end + 1
    while position < tokens.count, position < end + 9, tokens[position].kind == .word {
      if let match = part.passage.tables.titles.match(tokens, at: position, before: tokens.count) {
        let title = position..<match.end
        // "the foreign minister's senior aide": the last title counts.
        if match.end < tokens.count, tokens[match.end].hash == NameRules.possessive {
          position = match.end + 1
          continue
        }
        var body: String?
        var after = match.end
        if after < tokens.count, NameRules.titleLinks.contains(tokens[after].hash) {
          after += 1
          if after < tokens.count, tokens[after].hash == NameRules.the { after += 1 }
          if after < tokens.count, part.covered[after] >= 0 {
            body = name(part.runs[Int(part.covered[after])])
          }
        }
        return role(title, of: self.body(before: title.lowerBound) ?? body)
      }
      let isFiller =
        tokens[position].hash == NameRules.the || tokens[position].hash == NameRules.possessive
        || part.passage.senses[position].contains(.demonym) || part.covered[position] >= 0
        || part.passage.classes[position].contains(.nominalModifier)
      guard isFiller else { return nil }
      position += 1
    }
    return nil
  }

  private func role(_ title: Range<Int>, of body: String?) -> LocalActor.Role {
    let held = part.string(title).lowercased()
    return LocalActor.Role(title: isFormer(title) ? "former " + held : held, of: body)
  }

  /// "former UN special envoy": whoever bore the title bears it no longer.
  private func isFormer(_ title: Range<Int>) -> Bool {
    var position = title.lowerBound - 1
    while position >= 0, position >= title.lowerBound - 6, tokens[position].kind != .punctuation {
      if tokens[position].hash == NameRules.former { return true }
      guard part.covered[position] >= 0 || part.passage.senses[position].contains(.demonym) else {
        return false
      }
      position -= 1
    }
    return false
  }

  /// The longest title that ends here.
  private func title(endingAt end: Int) -> Range<Int>? {
    for start in max(0, end - 5)..<max(0, end) where tokens[start].kind == .word {
      if let match = part.passage.tables.titles.match(tokens, at: start, before: end),
        match.end == end
      {
        return start..<end
      }
    }
    return nil
  }

  /// For whom a title is held: a name or demonym right before it, over another's title in the
  /// possessive ("the Russian president's").
  private func body(before start: Int) -> String? {
    var position = start - 1
    while position >= 0, position >= start - 6 {
      if part.covered[position] >= 0 {
        let run = part.runs[Int(part.covered[position])]
        return run.kind == .person ? nil : name(run)
      }
      if part.passage.senses[position].contains(.demonym), part.passage.isCapitalised[position] {
        return state(position..<(position + 1))
      }
      guard
        tokens[position].hash == NameRules.possessive
          || part.passage.classes[position].contains(.title)
          || part.passage.classes[position].contains(.nominalModifier)
          || tokens[position].hash == PhraseTable.hyphen
      else { return nil }
      position -= 1
    }
    return nil
  }

  private func name(_ run: NameRun) -> String {
    if run.known >= 0 { return part.passage.tables.known[run.known].name }
    return run.kind == .location
      ? state(run.tokens) ?? part.string(run.tokens) : part.string(run.tokens)
  }

  private func state(_ range: Range<Int>) -> String? {
    guard let entry = gazetteer.find(printed: part.string(range)) else { return nil }
    let names = gazetteer.names(of: entry)
    return entry.senses.isDisjoint(with: [.demonym, .country]) ? nil : names.state ?? names.name
  }
}
