import DatelineModel

/// Joins the tolls of a deed with the deed.
///
/// "An air strike hit the market on Tuesday. … Nine people were killed" are two mentions, and in
/// likeness they share little; but the article counts the dead of what it has just told. Each article
/// that tells both says which deed a toll belongs to, and a group of tolls goes to the deed that most
/// of its articles name.
struct Outcomes {
  private let profiles: [MentionProfile]
  private let groups: [[Int]]
  private let groupOf: [Int]
  /// For each article that tells no deed itself a mention of the deed that its story is about.
  private let storyDeeds: [Int: Int]

  /// What reaches over more is of no day.
  private static let aWeek = 7
  /// As many sentences may lie between a deed and its toll.
  private static let reach = 8
  /// The same where the toll has no day.
  private static let close = 2
  /// How much nearer a deed has to stand that is only told afterwards.
  private static let later = 5
  /// As many deeds of a sentence, or of the lead, are looked at; a sentence that tells more is a list.
  private static let crowd = 64

  /// `groups` has the mentions of each happening, by index into `profiles`.
  init(_ profiles: [MentionProfile], groups: [[Int]], storyDeeds: [Int: Int] = [:]) {
    self.storyDeeds = storyDeeds
    self.profiles = profiles
    self.groups = groups
    groupOf = groups.homes(count: profiles.count)
  }

  /// The groups, tolls joined to their deeds: sorted members, by their least.
  func joined() -> [[Int]] {
    let votes = votes()
    var whole = UnionFind(count: groups.count)
    var bounds = groups.map { GroupBounds(of: $0.lazy.map { profiles[$0] }) }
    var days = groups.map { self.days(of: $0) }
    var articles = groups.map { Set($0.lazy.map { profiles[$0].article }) }
    // What one join brings together may decide the next.
    var hasJoined = true
    while hasJoined {
      hasJoined = false
      for vote in elected(of: votes, in: &whole, articles: articles) {
        let (a, b) = (whole.root(vote.toll), whole.root(vote.deed))
        guard a != b else { continue }
        let both = bounds[a].union(bounds[b])
        guard both.mayBeOne(within: 1), Outcomes.areOfOneDay(days[a], days[b]) else { continue }
        let root = whole.join(a, b)
        bounds[root] = both
        days[root] = (days[a] + days[b]).sorted()
        articles[root] = articles[a].union(articles[b])
        hasJoined = true
      }
    }
    return whole.joined(groups)
  }

  /// The days that a group's mentions are of, told or inherited, in order.
  private func days(of group: [Int]) -> [Int] {
    group.compactMap { member in
      profiles[member].days.flatMap { $0.count <= Outcomes.aWeek ? $0.lowerBound : nil }
    }.sorted()
  }

  /// Whether most of two groups' mentions are of one day, or the next: single ones stray.
  private static func areOfOneDay(_ a: [Int], _ b: [Int]) -> Bool {
    guard let x = a.middle, let y = b.middle else { return true }
    return abs(x - y) <= 1
  }

  /// One article's word on which deed the tolls of a group belong to.
  private struct Vote {
    var toll: Int
    var deed: Int
  }

  /// For each group of tolls the deed that most of its articles name, the surest first: a third of
  /// them do, or half of the articles that tell the deed.
  private func elected(
    of votes: [Vote], in whole: inout UnionFind, articles: [Set<Int>]
  ) -> [Vote] {
    var counts: [Int: [Int: Int]] = [:]
    for vote in votes {
      counts[whole.root(vote.toll), default: [:]][whole.root(vote.deed), default: 0] += 1
    }
    var elected: [(vote: Vote, count: Int)] = []
    for (toll, deeds) in counts {
      let all = deeds.values.reduce(0, +)
      for (deed, count) in deeds
      where deed != toll && (3 * count >= all || 2 * count >= articles[deed].count) {
        elected.append((Vote(toll: toll, deed: deed), count))
      }
    }
    return elected.sorted {
      ($1.count, $0.vote.toll, $0.vote.deed) < ($0.count, $1.vote.toll, $1.vote.deed)
    }.map(\.vote)
  }

  private func votes() -> [Vote] {
    var votes: [Vote] = []
    var start = 0
    while start < profiles.count {
      var end = start
      while end < profiles.count, profiles[end].article == profiles[start].article { end += 1 }
      let deeds = deeds(in: start..<end)
      // One article has one vote on each group.
      var own: [Int: (deed: Int, nearness: Int)] = [:]
      for toll in start..<end where profiles[toll].isToll {
        guard let deed = deed(of: toll, among: deeds) ?? deedOfStory(of: toll) else { continue }
        let group = groupOf[toll]
        if own[group].map({ deed.nearness > $0.nearness }) ?? true {
          own[group] = (groupOf[deed.mention], deed.nearness)
        }
      }
      votes += own.map { Vote(toll: $0.key, deed: $0.value.deed) }
        .sorted { ($0.toll, $0.deed) < ($1.toll, $1.deed) }
      start = end
    }
    return votes
  }

  /// What an article's tolls can belong to, so that each need not be held against all of them.
  private struct Deeds {
    var bySentence: [Int: [Int]] = [:]
    var leads: [Int] = []
  }

  private func deeds(in article: Range<Int>) -> Deeds {
    var deeds = Deeds()
    for deed in article where profiles[deed].isDeed || profiles[deed].isToll {
      let sentence = profiles[deed].sentence
      if deeds.bySentence[sentence, default: []].count < Outcomes.crowd {
        deeds.bySentence[sentence, default: []].append(deed)
      }
      if profiles[deed].isLead, deeds.leads.count < Outcomes.crowd { deeds.leads.append(deed) }
    }
    return deeds
  }

  /// What an article counts the dead of: the nearest deed of the same days, sooner one told before.
  private func deed(of toll: Int, among deeds: Deeds) -> (mention: Int, nearness: Int)? {
    var best: (mention: Int, nearness: Int)?
    func consider(_ deed: Int) {
      guard deed != toll, let nearness = nearness(of: deed, to: toll) else { return }
      let isBest = best.map { (nearness, $0.mention) > ($0.nearness, deed) } ?? true
      if isBest { best = (deed, nearness) }
    }
    let sentence = profiles[toll].sentence
    for near in (sentence - Outcomes.reach)...(sentence + Outcomes.reach) {
      deeds.bySentence[near]?.forEach(consider)
    }
    // "At least 109 of the dead were evacuees", wherever it stands: of what the article leads with.
    if profiles[toll].isLead || best == nil && profiles[toll].days == nil {
      deeds.leads.forEach(consider)
    }
    return best
  }

  /// "The minister says that the dead are thirty-six", in an article that tells no deed: of the one
  /// that its story is about.
  private func deedOfStory(of toll: Int) -> (mention: Int, nearness: Int)? {
    guard profiles[toll].days == nil, !profiles[toll].isBackground,
      let deed = storyDeeds[profiles[toll].article]
    else { return nil }
    let (x, y) = (profiles[deed].place, profiles[toll].place)
    return x == 0 || y == 0 || x == y ? (deed, 0) : nil
  }

  /// Nil where the two are of other days or places.
  private func nearness(of deed: Int, to toll: Int) -> Int? {
    let (deed, toll) = (profiles[deed], profiles[toll])
    guard deed.status != .expected, toll.status != .expected, let x = deed.days, x.count <= 31
    else { return nil }
    let distance = toll.sentence - deed.sentence
    if let y = toll.days {
      guard x.overlaps(y), y.count <= 31 else { return nil }
    } else {
      // "Three of the dead were children": of no day, and so of what stands close or is the news.
      guard !toll.isBackground, abs(distance) <= Outcomes.close || deed.isLead else { return nil }
    }
    // "19 were killed on Monday", "13 died in air raids": further down in a day's round-up, what has
    // a day of its own is told for itself, as is what another count stands beside.
    if distance != 0, toll.isFirmlyDated, !(deed.isLead && toll.isLead) { return nil }
    if let x = deed.total, let y = toll.total, x != y { return nil }
    // "A fourth victim died on Friday": one death, and not what the others died of.
    if !deed.isDeed, deed.toll == nil, deed.isFirmlyDated, toll.total != nil { return nil }
    if distance != 0, deed.place != 0, toll.place != 0, deed.place != toll.place { return nil }
    guard
      abs(distance) <= Outcomes.reach || deed.isLead && (toll.isLead || toll.days == nil)
    else { return nil }
    // A deed is what tolls belong to; two tolls belong together where none is told.
    return (deed.isDeed ? 100 : 0) - 2 * abs(distance) - (distance < 0 ? Outcomes.later : 0)
  }
}

extension MentionProfile {
  /// Counts those whom something killed or hurt, or says that it did.
  var isToll: Bool {
    (topic == Topic.death || topic == Topic.injury || topic == Topic.loss)
      && (type == .assault || MentionProfile.tellsHarm(type, figures))
  }

  /// What kills and hurts.
  var isDeed: Bool {
    topic == Topic.attack || topic == Topic.explosion || topic == Topic.accident
      || topic == Topic.disaster
  }

  var isArrest: Bool { topic == Topic.arrest }

  /// Says how many were caught in all.
  var countsArrested: Bool { figures.contains { $0.subject == .detained && $0.of == nil } }

  private enum Topic {
    static let arrest = StableHash("arrest").short
    static let death = StableHash("death").short
    static let injury = StableHash("injury").short
    static let loss = StableHash("loss").short
    static let attack = StableHash("attack").short
    static let explosion = StableHash("explosion").short
    static let accident = StableHash("accident").short
    static let disaster = StableHash("disaster").short
  }
}
