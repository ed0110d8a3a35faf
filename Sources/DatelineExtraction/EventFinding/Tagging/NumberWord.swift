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
    /// As `either`, and done to nobody else: "three men died a hero's death".
    case suffered
    /// Right before "of" and the number alone: "the death of 26 people".
    case genitive

    /// Before "of" it counts whoever follows: "the deaths of 80 people".
    var isOfCounted: Bool { self == .counted || self == .genitive }
    /// Whether it counts nothing that stands before it.
    var standsBefore: Bool {
      switch self {
      case .before, .toll, .whole, .genitive: true
      case .after, .either, .counted, .suffered: false
      }
    }
    /// Whether it counts nothing that stands behind it.
    var isBehind: Bool {
      switch self {
      case .after, .counted, .whole, .genitive: true
      case .before, .either, .toll, .suffered: false
      }
    }
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
