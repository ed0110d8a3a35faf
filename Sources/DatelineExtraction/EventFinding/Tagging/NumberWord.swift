import DatelineModel

/// A word that is a number, multiplies one, bounds one or puts in order.
struct NumberWord: Sendable {
  enum Kind: String, Sendable {
    case number, multiplier, atLeast, atMost, about, ordinal
  }

  var rest: [UInt32]
  var kind: Kind
  var value: Double
}

/// A word that says what a number beside it counts.
struct FigureWord: Sendable {
  enum Side: String, Sendable {
    case before, after, either
    /// Before the number, and a count itself: "toll".
    case toll
    /// As `after`, and before "of": "80 deaths", "the deaths of 80 people".
    case counted
    /// It says of whom a number is a part, and counts nothing: "three of the victims".
    case whole

    /// Whether it counts nothing that stands before it.
    var standsBefore: Bool { self == .before || self == .toll || self == .whole }
    /// Whether it counts nothing that stands behind it.
    var isBehind: Bool { self == .after || self == .counted || self == .whole }
  }

  var subject: Figure.Subject
  var side: Side
}

/// A series of rounds with the words that name it.
struct SeriesName: Sendable {
  var name: String
  /// Any of these; all the parts of one.
  var keys: [[UInt32]]
}
