import DatelineModel

/// Joins the happenings that the articles of one story lead with.
///
/// "Gunmen and blasts hit airport" and "Death toll rises to 36" share hardly a word. But what the
/// articles of one story open with, where all of it harmed people on one day, is one happening, as
/// long as no place tells two apart.
struct Incidents {
  private let profiles: [MentionProfile]
  private let groups: [[Int]]
  private let stories: [StoryNeighbours.Pair]
  private let places: PlaceNesting
  private let facts: [Facts]

  /// Articles that are as likely of one story lead with one happening.
  private static let oneStory: Float = 0.5
  /// An article is held against some dozen neighbours: of more pairs none can be asked for.
  private static let neighbours = 8
  /// Of more happenings on one day that articles lead with, none is held against the others.
  private static let most = 400

  /// `groups` has the mentions of each happening, by index into `profiles`, which come by article.
  init(
    _ profiles: [MentionProfile], groups: [[Int]], stories: [StoryNeighbours.Pair],
    places: PlaceNesting
  ) {
    self.profiles = profiles
    self.groups = groups
    self.stories = stories
    self.places = places
    facts = groups.map { Facts($0, profiles) }
  }

  /// The groups, those joined that one story leads with: sorted members, by their least.
  func joined() -> [[Int]] {
    let leads = leads()
    var articles: [Int: Int] = [:]
    for group in leads.values { articles[group, default: 0] += 1 }
    var votes: [SIMD2<Int>: Int] = [:]
    func vote(_ a: Int, _ b: Int) { votes[SIMD2(min(a, b), max(a, b)), default: 0] += 1 }
    for pair in stories where pair.likeness >= Incidents.oneStory {
      if let a = leads[pair.a], let b = leads[pair.b], a != b { vote(a, b) }
    }
    // Where day and place are told, the articles need not be alike.
    var days: [Int: [Int]] = [:]
    for (group, _) in articles {
      if let day = facts[group].toldDay { days[day, default: []].append(group) }
    }
    for groups in days.values where groups.count < Incidents.most {
      for (place, a) in groups.enumerated() {
        for b in groups[(place + 1)...] where places.areOne(facts[a].places, facts[b].places) {
          votes[SIMD2(min(a, b), max(a, b))] = .max
        }
      }
    }
    let elected = votes.filter { pair, count in
      let (x, y) = (articles[pair.x]!, articles[pair.y]!)
      return count >= (min(x * y, Incidents.neighbours * max(x, y)) + 1) / 2
    }.sorted { ($1.value, $0.key.x, $0.key.y) < ($0.value, $1.key.x, $1.key.y) }
    var whole = UnionFind(count: groups.count)
    var facts = facts
    for (pair, _) in elected {
      let (a, b) = (whole.root(pair.x), whole.root(pair.y))
      guard a != b else { continue }
      let (x, y) = (facts[a], facts[b])
      guard x.mayBeOne(with: y), places.mayBeOne(x.places, y.places) else { continue }
      facts[whole.join(a, b)] = x.union(y)
    }
    return whole.joined(groups)
  }

  /// For each article the group of what it leads with, where that harmed somebody.
  private func leads() -> [Int: Int] {
    var leads: [Int: (mention: Int, group: Int)] = [:]
    for (number, group) in groups.enumerated() {
      for mention in group where profiles[mention].mayLead {
        let article = profiles[mention].article
        if leads[article].map({ mention < $0.mention }) ?? true {
          leads[article] = (mention, number)
        }
      }
    }
    return leads.mapValues(\.group)
  }

  /// What tells a group apart from another one.
  private struct Facts {
    private var bounds: GroupBounds
    /// The days that its mentions are of, told or inherited, in order; and those that they tell.
    private var days: [Int]
    private var toldDays: [Int]
    /// Hashes of its places, with how many of its mentions are there.
    private(set) var places: [UInt32: Int]

    init(_ group: [Int], _ profiles: [MentionProfile]) {
      bounds = GroupBounds(of: group.lazy.map { profiles[$0] })
      days = group.compactMap { profiles[$0].day }.sorted()
      toldDays = group.compactMap { profiles[$0].isFirmlyDated ? profiles[$0].day : nil }.sorted()
      places = [:]
      for mention in group where profiles[mention].place != 0 {
        places[profiles[mention].place, default: 0] += 1
      }
    }

    func union(_ other: Facts) -> Facts {
      var union = self
      union.bounds = bounds.union(other.bounds)
      union.days = (days + other.days).sorted()
      union.toldDays = (toldDays + other.toldDays).sorted()
      union.places.merge(other.places, uniquingKeysWith: +)
      return union
    }

    /// The day that most of those tell which tell one.
    var toldDay: Int? { toldDays.middle }

    /// Whether both are of one day: where most of each tell theirs, of the same.
    func mayBeOne(with other: Facts) -> Bool {
      guard bounds.union(other.bounds).mayBeOne(within: 0) else { return false }
      if let x = toldDays.middle, let y = other.toldDays.middle { return x == y }
      guard let x = days.middle, let y = other.days.middle else { return true }
      return abs(x - y) <= 1
    }
  }
}

extension MentionProfile {
  /// Tells at the head of its article what killed or hurt somebody.
  var mayLead: Bool {
    guard isLead, isDeed || isToll, days.map({ $0.count == 1 }) ?? true else { return false }
    switch status {
    case .asserted, .alleged, .denied: return true
    case .expected, .negated, .counterfactual: return false
    }
  }
}
