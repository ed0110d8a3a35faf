internal import DatelineModel

/// What a row of a diff is, by its sign, its word and its colour.
enum DiffSign: Hashable, Sendable {
  case same, conflict, revised, otherCount, onlyLeft, onlyRight, named

  init(_ entry: TimelineDiff.Entry, sources: [String]) {
    if entry.kind == .only {
      let teller = entry.teller(among: sources)
      self = sources.count == 2 && teller == sources[1] ? .onlyRight : .onlyLeft
      return
    }
    let kinds = entry.differences.map(\.kind)
    if kinds.contains(.conflict) {
      self = .conflict
    } else if kinds.contains(.revision) {
      self = .revised
    } else if kinds.contains(.otherCount) {
      self = .otherCount
    } else {
      self = .same
    }
  }

  var character: String {
    switch self {
    case .same: "="
    case .conflict: "!"
    case .revised: "~"
    case .otherCount: "|"
    case .onlyLeft: "<"
    case .onlyRight: ">"
    case .named: "\""
    }
  }

  var style: TerminalStyle {
    switch self {
    case .same: .same
    case .conflict: .conflict
    case .revised: .revised
    case .otherCount: .otherCount
    case .onlyLeft: .onlyLeft
    case .onlyRight: .onlyRight
    case .named: .named
    }
  }

  var sign: TerminalWord { TerminalWord(character, style) }
}

extension TimelineDiff.Entry {
  /// The side that tells it in its own words, first in the order of the sides.
  func teller(among sources: [String]) -> String? {
    sources.first { reported[$0].map { $0.copyOf == nil } ?? false }
      ?? sources.first { reported[$0] != nil }
  }

  /// The word at the right edge of its row.
  func word(sources: [String]) -> String {
    switch DiffSign(self, sources: sources) {
    case .conflict:
      var aspects: [String] = []
      for difference in differences where difference.kind == .conflict {
        if !aspects.contains(difference.aspect.word) { aspects.append(difference.aspect.word) }
      }
      return "conflict: " + aspects.joined(separator: ", ")
    case .revised: return "revised"
    case .otherCount: return "two quantities"
    case .same, .named:
      if differences.contains(where: { $0.kind == .precision }) { return "more exact on one side" }
      return differences.isEmpty ? "same" : "named differently"
    case .onlyLeft, .onlyRight:
      guard sources.count == 2 else {
        return "only " + terminalSafe(teller(among: sources) ?? "")
      }
      let isLeft = DiffSign(self, sources: sources) == .onlyLeft
      let other = sources[isLeft ? 1 : 0]
      let why = absent[other].map { ", " + $0.rawValue } ?? ""
      return (isLeft ? "only left" : "only right") + why
    }
  }
}

extension TimelineDiff.Difference.Aspect {
  var word: String {
    switch self {
    case .date: "date"
    case .number: "number"
    case .actor: "actor"
    case .place: "place"
    case .status: "status"
    case .naming: "named"
    }
  }
}

extension TimelineDiff.Difference {
  /// What differs: the subject of a count, or the things that are counted, else the aspect.
  var word: String {
    guard let subject, subject != .other else { return things ?? aspect.word }
    return subject.rawValue
  }
}
