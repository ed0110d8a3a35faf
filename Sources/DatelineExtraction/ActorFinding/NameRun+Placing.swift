import DatelineModel

extension [NameRun] {
  /// The runs with those as places that a kind of place names, "the villages of Kelt and Lower Kelt",
  /// or that the report begins with.
  func placed(in passage: NamePassage, opening: [UInt32]) -> [NameRun] {
    let tokens = passage.text.tokens
    var runs = self
    for index in runs.indices where runs[index].kind != .location && runs[index].known < 0 {
      if !opening.isEmpty, tokens[runs[index].tokens].lazy.map(\.hash).elementsEqual(opening) {
        runs[index].kind = .location
      }
      // "Lower Kelt, where an attack took place".
      if runs[index].kind == .person, passage.leadsToWhere(runs[index].tokens.upperBound),
        !passage.senses[runs[index].tokens.lowerBound].contains(.givenName)
      {
        runs[index].kind = .location
      }
      let link = runs[index].tokens.lowerBound - 1
      guard link > 0 else { continue }
      switch tokens[link].hash {
      case NameRules.of where passage.classes[link - 1].contains(.site):
        runs[index].kind = .location
      case NameRules.and, NameRules.comma:
        // What is joined to a place that was told so.
        guard index > 0, runs[index - 1].kind == .location, self[index - 1].kind != .location,
          runs[index - 1].tokens.upperBound == link
        else { continue }
        runs[index].kind = .location
      default: break
      }
    }
    return runs
  }
}

extension NamePassage {
  /// Whether "where" stands at a token, or behind the comma there.
  fileprivate func leadsToWhere(_ index: Int) -> Bool {
    let tokens = text.tokens
    guard index < tokens.count else { return false }
    let next = tokens[index].hash == NameRules.comma ? index + 1 : index
    return next < tokens.count && tokens[next].hash == NameRules.whereWord
  }

  /// The place that a report begins with, "KELT, March 9 -", as hashes that fold case: in capitals, a
  /// comma or bracket behind, and soon a dash that stands free.
  var opening: [UInt32] {
    let tokens = text.tokens
    let name = tokens.prefix(4).prefix { $0.kind == .word && $0.shape.contains(.allCapitals) }
    guard !text.isTitle, !name.isEmpty, name.count < tokens.count,
      tokens[name.count].hash == NameRules.comma
        || tokens[name.count].hash == NameRules.parenthesis,
      tokens[name.count...].prefix(10).contains(where: {
        NameRules.dashes.contains($0.hash) && $0.shape.contains(.spaceBefore)
      })
    else { return [] }
    return name.map(\.hash)
  }
}
