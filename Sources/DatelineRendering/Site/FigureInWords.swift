internal import DatelineModel

/// A figure as people say it.
///
/// ```swift
/// FigureInWords(Figure(subject: .killed, value: 1200, bound: .atLeast, text: "…")).text
/// // "at least 1,200"
/// ```
struct FigureInWords {
  let text: String

  init(_ figure: Figure, in say: Wording = .english) {
    var words = say.number(figure.value)
    if let max = figure.max {
      words = say("{least} to {most}", ["least": words, "most": say.number(max)])
    }
    switch figure.bound {
    case .atLeast: words = say("at least {figure}", ["figure": words])
    case .atMost: words = say("at most {figure}", ["figure": words])
    case .about: words = say("about {figure}", ["figure": words])
    case nil: break
    }
    // A sum of money means nothing without its currency, which only the printed words have.
    text = figure.subject == .money ? PageText.cut(figure.text, limit: 60) : words
  }

  /// Thousands apart by commas.
  static func number(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return String(value) }
    let digits = Array(String(Int(abs(value))))
    var text = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}

extension Figure.Subject {
  /// As tables name them, the gravest first.
  static let allInOrder: [Figure.Subject] = [
    .killed, .wounded, .missing, .displaced, .detained, .troops, .participants, .votes, .money,
  ]

  var title: String {
    switch self {
    case .killed: "Killed"
    case .wounded: "Wounded"
    case .missing: "Missing"
    case .displaced: "Displaced"
    case .detained: "Detained"
    case .troops: "Troops"
    case .money: "Money"
    case .votes: "Votes"
    case .participants: "Taking part"
    case .other: "Other"
    }
  }
}
