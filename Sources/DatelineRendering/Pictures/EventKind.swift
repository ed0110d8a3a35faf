public import DatelineModel

/// The five kinds that PLOVER's types fold into: each has a shape, a colour and a word.
///
/// ```swift
/// EventKind(.yield)       // .agreement
/// EventKind.fighting.path // the triangle's outline in a box of 16
/// ```
public enum EventKind: String, CaseIterable, Sendable {
  case talks, agreement, politics, fighting, statement

  public init(_ type: EventType) {
    switch type {
    case .consult, .cooperate: self = .talks
    case .agree, .yield, .retreat: self = .agreement
    case .assault, .coerce, .mobilize: self = .fighting
    case .protest, .sanction, .support, .aid, .other: self = .politics
    case .request, .accuse, .reject, .threaten: self = .statement
    }
  }

  /// As legends and lanes name it.
  public var word: String {
    switch self {
    case .talks: "talks"
    case .agreement: "agreement"
    case .politics: "politics"
    case .fighting: "fighting"
    case .statement: "statement"
    }
  }

  public var token: Theme.Token {
    switch self {
    case .talks: .talks
    case .agreement: .agree
    case .politics: .politics
    case .fighting: .fight
    case .statement: .statement
    }
  }

  /// The outline as SVG path data, in a box of 16 × 16.
  public var path: String {
    switch self {
    case .talks: "M8 2.8a5.2 5.2 0 0 1 0 10.4a5.2 5.2 0 0 1 0-10.4z"
    case .agreement: "M3.2 3.2h9.6v9.6H3.2z"
    case .politics: "M8 1.6 14.4 8 8 14.4 1.6 8z"
    case .fighting: "M8 2.2 14 13H2z"
    case .statement: "M2.4 3h11.2v7.6H8.6L5.4 13.6v-3H2.4z"
    }
  }

  /// The left half, which is filled where an event is alleged.
  public var leftHalf: String {
    switch self {
    case .talks: "M8 2.8a5.2 5.2 0 0 0 0 10.4z"
    case .agreement: "M3.2 3.2H8v9.6H3.2z"
    case .politics: "M8 1.6v12.8L1.6 8z"
    case .fighting: "M8 2.2V13H2z"
    case .statement: "M2.4 3H8v7.6l-2.6 3v-3h-3z"
    }
  }
}

extension EventStatus {
  /// As readers are told it; nil for what is simply reported.
  public var word: String? {
    switch self {
    case .asserted: nil
    case .alleged: "alleged"
    case .expected: "expected"
    case .denied: "denied"
    case .negated, .counterfactual: "did not happen"
    }
  }
}

extension SVGWriter {
  /// The mark of an event: its kind by shape, its status by fill.
  mutating func mark(
    _ kind: EventKind, _ status: EventStatus, x: Double, y: Double, token: Theme.Token? = nil
  ) {
    let token = token ?? kind.token
    let place = "translate(\(px(x - 8)) \(px(y - 8)))"
    let isFilled = status == .asserted
    let dash = status == .expected ? "2.2 1.9" : "none"
    leaf(
      "path",
      [
        "d": kind.path, "transform": place, "stroke-width": "1.6", "stroke-linejoin": "round",
        "stroke-dasharray": dash,
      ], fill: isFilled ? token : .paper, stroke: token)
    switch status {
    case .asserted, .expected: break
    case .alleged: leaf("path", ["d": kind.leftHalf, "transform": place], fill: token)
    case .denied:
      leaf(
        "path",
        [
          "d": "M4.6 4.6l6.8 6.8M11.4 4.6l-6.8 6.8", "transform": place, "fill": "none",
          "stroke-width": "1.6",
        ], stroke: token)
    case .negated, .counterfactual:
      leaf(
        "path",
        [
          "d": "M14.6 1.4 1.4 14.6", "transform": place, "fill": "none", "stroke-width": "1.6",
        ], stroke: token)
    }
  }
}

extension Event {
  /// The event in words: what, when, where, how firmly told, by whom.
  func sentence(in say: Wording) -> String {
    var words = PictureText.clean(label)
    words += ", " + (date.map { say.short($0) } ?? say("undated"))
    if let place { words += ", " + PictureText.clean(place, limit: 60) }
    if let word = status.word { words += " (\(say(word)))" }
    let sources = Set(mentions.compactMap(\.source)).sorted()
    words += "; \(say.counted(mentions.count, "report"))"
    if !sources.isEmpty { words += " " + say("by {name}", ["name": say.few(sources)]) }
    return words
  }
}
