import DatelineModel

/// A figure with the day of the report that gives it.
struct DatedFigure: Hashable {
  let figure: Figure
  let day: Int?
  /// Whether a report opens with it.
  let isLead: Bool
  /// Of whom the figure is a count: "children" in "68 children", empty for people in general.
  private(set) var unit: String

  init(figure: Figure, day: Int?, isLead: Bool) {
    self.figure = figure
    self.day = day
    self.isLead = isLead
    unit = figure.unit
  }

  /// The same count of the same day, as two accounts have it that share an article.
  fileprivate func isSame(as other: DatedFigure) -> Bool {
    day == other.day && unit == other.unit && figure.isSame(as: other.figure)
  }

  /// The count as one of all: who counts civilians alone may mean by them all who were harmed.
  fileprivate var ofAll: DatedFigure {
    var all = self
    all.unit = ""
    return all
  }

  /// Whether its words may stand for all who were harmed: "29 civilians were killed".
  fileprivate var mayCountAll: Bool { isLead && Figure.everybody.contains(unit) }

  /// Whether what it counts is often counted, and so by others too.
  var isOfKnownKind: Bool { Figure.kinds.contains(unit) }

  /// Whether it counts some, and more than the other counts in all.
  fileprivate func exceeds(_ whole: DatedFigure) -> Bool {
    !unit.isEmpty && unit != Figure.others && whole.unit.isEmpty && figure.bound != .atMost
      && whole.figure.bound != .atLeast
      && figure.value > whole.figure.max ?? whole.figure.value
      && !whole.figure.admits(figure)
  }

  /// The same value, or one in the other's range, whatever the words.
  fileprivate func agrees(with other: DatedFigure) -> Bool {
    guard figure.subject != .other || unit == other.unit else { return false }
    let (x, y) = (figure, other.figure)
    return x.value == y.value && (x.max == y.max || x.max == nil || y.max == nil)
  }
}

/// How the counts of two accounts of one thing lie to one another.
enum FigureComparison {
  /// Nil where they agree, or count things that have nothing to do with one another.
  ///
  /// Figures are compared where they count the same: all with all, children with children. Where
  /// both accounts name one value somewhere, they agree, but for what one of them adds later.
  static func kind(_ a: [DatedFigure], _ b: [DatedFigure], subject: Figure.Subject)
    -> TimelineDiff.Difference.Kind?
  {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    if subject.course == .rising, hasFallen(a, below: b) || hasFallen(b, below: a) {
      return .conflict
    }
    if a.contains(where: { x in b.contains { x.agrees(with: $0) } }) {
      return subject.course != .still
        && (hasGrown(a, b) || isContinued(a, by: b) || isContinued(b, by: a)) ? .revision : nil
    }
    // Of what is seldom counted alike nothing tells whether two counts are of one thing.
    if subject == .other,
      !a.contains(where: { x in x.isOfKnownKind && b.contains { $0.unit == x.unit } })
    {
      return nil
    }
    var found: [TimelineDiff.Difference.Kind] = []
    for x in a {
      // "Eight others": besides whom, each text knows for itself.
      for y in b
      where x.unit == y.unit && x.unit != Figure.others && (subject != .other || x.isOfKnownKind) {
        found.append(kind(of: x, y, course: subject.course))
      }
    }
    // "19 people" here, "25 civilians" there: no part is greater than the whole.
    if found.isEmpty, subject != .other {
      for x in a {
        for y in b where x.exceeds(y) || y.exceeds(x) {
          found.append(kind(of: x, y, course: subject.course))
        }
      }
    }
    // "29 civilians were killed" here and nothing else, "61 people" there: both count all of them. But of
    // fewer civilians nothing tells whether others were killed beside them.
    if found.isEmpty, subject.course == .rising, let (x, y) = wholes(a, b) {
      let kind = kind(of: x, y, course: subject.course)
      found.append(kind == .conflict ? .otherCount : kind)
    }
    // Of several figures on a side one may be another day's, or another count: a conflict is what
    // none of them leaves room for.
    if let least = found.min(by: { FigureComparison.order($0) < FigureComparison.order($1) }) {
      return least
    }
    // A part beside the whole; two parts, or two things, are no two counts of one thing.
    let isWhole = [a, b].map { $0.contains { $0.unit.isEmpty } }
    return subject != .other && (isWhole[0] || isWhole[1]) ? .otherCount : nil
  }

  /// What an account counts in all, at its end.
  private static func last(_ figures: [DatedFigure]) -> DatedFigure? {
    figures.filter(\.unit.isEmpty).max {
      ($0.day ?? Int.min, $0.figure.value) < ($1.day ?? Int.min, $1.figure.value)
    }
  }

  /// What two accounts count in all, where one of them has no more than its civilians.
  private static func wholes(_ a: [DatedFigure], _ b: [DatedFigure])
    -> (DatedFigure, DatedFigure)?
  {
    func all(_ figures: [DatedFigure]) -> DatedFigure? {
      guard !figures.contains(where: \.unit.isEmpty) else { return nil }
      return figures.filter(\.mayCountAll).max { $0.figure.value < $1.figure.value }?.ofAll
    }
    if let x = all(a), let y = last(b) { return (x, y) }
    if let x = last(a), let y = all(b) { return (x, y) }
    return nil
  }

  /// Whether one account ends, on a later day, with less than half of what the other has counted: no
  /// toll falls so far. What both have, as editions of one pile do, sets nobody against the other.
  private static func hasFallen(_ a: [DatedFigure], below b: [DatedFigure]) -> Bool {
    guard let x = last(a), let day = x.day, !b.contains(where: x.isSame),
      let y = last(b.filter { $0.day.map { $0 < day } ?? false }), !a.contains(where: y.isSame)
    else { return false }
    return 2 * (x.figure.max ?? x.figure.value) < y.figure.value && x.figure.bound != .atLeast
      && (x.isLead || y.isLead)
  }

  /// Whether one account ends with a later and higher figure than the other.
  private static func hasGrown(_ a: [DatedFigure], _ b: [DatedFigure]) -> Bool {
    guard let x = last(a), let y = last(b), let first = x.day, let second = y.day else {
      return false
    }
    return first != second && x.figure.value != y.figure.value
      && (first < second) == (x.figure.value < y.figure.value)
  }

  /// Whether another account has all that one counts and ends, on a later day, with another figure, as a
  /// newer edition of a pile does.
  private static func isContinued(_ a: [DatedFigure], by b: [DatedFigure]) -> Bool {
    guard let x = last(a), let y = last(b), let first = x.day, let second = y.day,
      first < second, x.figure.value != y.figure.value
    else { return false }
    return a.allSatisfy { one in b.contains(where: one.isSame) }
  }

  private static func order(_ kind: TimelineDiff.Difference.Kind) -> Int {
    switch kind {
    case .revision: 0
    case .precision, .wording: 1
    case .otherCount: 2
    case .conflict: 3
    }
  }

  private static func kind(of x: DatedFigure, _ y: DatedFigure, course: Figure.Course)
    -> TimelineDiff.Difference.Kind
  {
    // "between 10 and 15", and then 12: nothing has grown.
    if x.figure.max != nil && x.figure.admits(y.figure)
      || y.figure.max != nil && y.figure.admits(x.figure)
    {
      return .precision
    }
    switch course {
    case .still: break
    case .rising:
      // Within a day nothing tells which report is the later one.
      guard let first = x.day, let second = y.day, first != second else { return .revision }
      if (first < second) == (x.figure.value < y.figure.value) { return .revision }
    case .open: return .revision
    }
    if x.figure.admits(y.figure) || y.figure.admits(x.figure) { return .precision }
    // Further down reports count what others were harmed in.
    return x.isLead || y.isLead ? .conflict : .otherCount
  }
}

extension TimelineDiff.Difference.Kind {
  var gravity: Int {
    switch self {
    case .wording: 0
    case .precision: 1
    case .otherCount: 2
    case .revision: 3
    case .conflict: 4
    }
  }
}

extension Figure {
  /// How a count moves from report to report.
  enum Course { case still, rising, open }
}

extension Figure.Subject {
  /// Tolls rise; the missing become more, and are found one after the other.
  var course: Figure.Course {
    switch self {
    case .killed, .wounded, .displaced, .detained: .rising
    case .missing: .open
    case .troops, .money, .votes, .participants, .other: .still
    }
  }
}

extension Figure {
  /// Whether another value lies within what the words of this one allow.
  fileprivate func admits(_ other: Figure) -> Bool {
    if let max, value <= other.value, other.value <= max { return true }
    switch bound {
    case .atLeast: return other.value >= value
    case .atMost: return other.value <= value
    case .about: return abs(other.value - value) <= 0.1 * value
    case nil: return false
    }
  }

  /// The words that say of whom it is a count, under one word for each kind.
  fileprivate var unit: String {
    let words = FoldedName(subject == .other ? of ?? text : text).text.split(separator: " ").map(
      String.init)
    if subject == .other || subject == .participants || subject == .troops {
      let last = words.last { $0.utf8.allSatisfy { $0 > 57 } } ?? ""
      return words.lazy.compactMap { Figure.things[$0] }.first ?? Figure.parts[last] ?? last
    }
    return words.compactMap { Figure.parts[$0] }.first ?? ""
  }

  fileprivate static let others = "others"
  fileprivate static let kinds = Set(things.values)
  /// Those who are all that most reports of an attack count.
  fileprivate static let everybody: Set<String> = ["civilians", "workers"]

  /// What is counted beside people, under one word for each kind.
  private static let things = words([
    ("bombs", "bomb bombs"), ("missiles", "missile missiles"), ("rockets", "rocket rockets"),
    ("explosions", "explosion explosions blast blasts bangs"),
    ("rescued", "rescued survivors survived"), ("aboard", "aboard board"),
    ("strikes", "strike strikes airstrike airstrikes raid raids"),
    ("attackers", "attackers assailants gunmen bombers perpetrators hijackers"),
    ("prisoners", "prisoner prisoners detainee detainees inmates captives hostage hostages"),
  ])

  /// Who can be a part of all, under one word for each kind.
  private static let parts = words([
    (others, "others"),
    ("children", "child children kids schoolchildren pupils minors infants babies"),
    ("women", "women woman"), ("men", "men"), ("civilians", "civilian civilians"),
    ("soldiers", "soldier soldiers troops servicemen"),
    ("police", "police policemen officers"),
    (
      "fighters",
      "fighter fighters militant militants rebel rebels terrorist terrorists insurgents gunmen jihadists"
    ),
    ("attackers", "attackers bombers assailants"),
    ("martyrs", "martyrs"), ("foreigners", "foreigners nationals"), ("pilgrims", "pilgrims"),
    ("evacuees", "evacuees"), ("students", "students"),
    ("workers", "workers staff medics doctors"),
    ("journalists", "journalist journalists reporters"),
  ])

  private static func words(_ rows: [(String, String)]) -> [String: String] {
    var words: [String: String] = [:]
    for (kind, row) in rows { for word in row.split(separator: " ") { words[String(word)] = kind } }
    return words
  }
}
