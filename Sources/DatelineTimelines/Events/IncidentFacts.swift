import DatelineModel

/// What tells a group of mentions apart from another one: its days, its places, its dead.
struct IncidentFacts {
  private var bounds: GroupBounds
  /// The days that its mentions are of, told or inherited, in order; and those that they tell.
  private var days: [Int]
  private var toldDays: [Int]
  /// The days on which it was late, which others take for the day after.
  private var lateDays: Set<Int>
  /// Hashes of its places, with how many of its mentions are there.
  private(set) var places: [UInt32: Int]
  private var actors: Set<Int32>
  /// The most dead that any of its mentions counts.
  private var dead: Double?

  /// So many days after a deed reports speak of it without its day.
  private static let lag = 6

  init(_ group: [Int], _ profiles: [MentionProfile]) {
    bounds = GroupBounds(of: group.lazy.map { profiles[$0] })
    days = group.compactMap { profiles[$0].day }.sorted()
    toldDays = group.compactMap { profiles[$0].isFirmlyDated ? profiles[$0].day : nil }.sorted()
    lateDays = Set(group.compactMap { profiles[$0].isLate ? profiles[$0].day : nil })
    places = [:]
    for mention in group where profiles[mention].place != 0 {
      places[profiles[mention].place, default: 0] += 1
    }
    actors = group.reduce(into: []) { $0.formUnion(profiles[$1].actors) }
    dead = group.lazy.compactMap { profiles[$0].toll }.max()
  }

  func union(_ other: IncidentFacts) -> IncidentFacts {
    var union = self
    union.bounds = bounds.union(other.bounds)
    union.days = (days + other.days).sorted()
    union.toldDays = (toldDays + other.toldDays).sorted()
    union.lateDays.formUnion(other.lateDays)
    union.places.merge(other.places, uniquingKeysWith: +)
    union.actors.formUnion(other.actors)
    union.dead = [dead, other.dead].compactMap(\.self).max()
    return union
  }

  /// The day that most of those tell which tell one, and where it was late the one after.
  var daysOfReports: [Int] {
    guard let day = toldDays.middle else { return [] }
    return lateDays.contains(day) ? [day, day + 1] : [day]
  }

  /// Whether both are of one day: where most of each tell theirs, of the same.
  func mayBeOne(with other: IncidentFacts) -> Bool {
    let isNight = isNextDay(of: other) || other.isNextDay(of: self)
    // What is joined over a night already has two days.
    let hasTwoDays = !bounds.mayBeOne(within: 0) || !other.bounds.mayBeOne(within: 0)
    guard bounds.union(other.bounds).mayBeOne(within: isNight || hasTwoDays ? 1 : 0) else {
      return false
    }
    if let x = toldDays.middle, let y = other.toldDays.middle { return x == y || isNight }
    guard let x = days.middle, let y = other.days.middle else { return true }
    // A day that no report tells is that of the report, and what it speaks of may be older.
    let isOlder = toldDays.isEmpty && y < x || other.toldDays.isEmpty && x < y
    return abs(x - y) <= (isOlder && !countsFarFewer(than: other) ? IncidentFacts.lag : 1)
  }

  /// Whether its day is the one after the other's, where it was late.
  private func isNextDay(of other: IncidentFacts) -> Bool {
    guard let day = toldDays.middle, let before = other.toldDays.middle, day == before + 1 else {
      return false
    }
    return lateDays.contains(before) || other.lateDays.contains(before)
  }

  /// Whether nothing tells it apart from what its article leads with: a night may lie between their
  /// days, and it has neither a place nor actors of its own.
  func mayAccompany(_ lead: IncidentFacts) -> Bool {
    guard bounds.union(lead.bounds).mayBeOne(within: 1), !countsFarFewer(than: lead) else {
      return false
    }
    if let x = days.middle, let y = lead.days.middle, abs(x - y) > 1 { return false }
    return (places.isEmpty || places.keys.contains { lead.places[$0] != nil })
      && (actors.isEmpty || lead.actors.isEmpty || !actors.isDisjoint(with: lead.actors))
  }

  /// Whether one counts less than half of the dead of the other: another deed's, since tolls rise.
  func countsFarFewer(than other: IncidentFacts) -> Bool {
    guard let dead, let others = other.dead else { return false }
    return 2 * min(dead, others) < max(dead, others)
  }
}
