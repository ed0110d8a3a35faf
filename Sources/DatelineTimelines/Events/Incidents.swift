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
  private let articles: [AnnotatedArticle]

  /// Articles that are as likely of one story lead with one happening.
  private static let oneStory: Float = 0.5
  /// An article is held against some dozen neighbours: of more pairs none can be asked for.
  private static let neighbours = 8
  /// Of more happenings on one day that articles lead with, none is held against the others.
  private static let most = 400

  /// `groups` has the mentions of each happening, by index into `profiles`, which come by article.
  init(
    _ profiles: [MentionProfile], groups: [[Int]], stories: [StoryNeighbours.Pair],
    places: PlaceNesting, articles: [AnnotatedArticle]
  ) {
    self.profiles = profiles
    self.groups = groups
    self.stories = stories
    self.places = places
    self.articles = articles
  }

  /// The groups, those joined that one story leads with: sorted members, by their least.
  func joined() -> [[Int]] {
    let leads = leads()
    var facts = groups.map { IncidentFacts($0, profiles) }
    var tellers: [Int: [Int]] = [:]
    for (article, group) in leads { tellers[group, default: []].append(article) }
    var votes: [SIMD2<Int>: Int] = [:]
    func vote(_ a: Int, _ b: Int) { votes[SIMD2(min(a, b), max(a, b)), default: 0] += 1 }
    for pair in stories where pair.likeness >= Incidents.oneStory {
      if let a = leads[pair.a], let b = leads[pair.b], a != b { vote(a, b) }
    }
    // Where day and place are told, the articles need not be alike.
    var days: [Int: [Int]] = [:]
    for group in tellers.keys {
      for day in facts[group].daysOfReports { days[day, default: []].append(group) }
    }
    for groups in days.values where groups.count < Incidents.most {
      for (place, a) in groups.enumerated() {
        for b in groups[(place + 1)...]
        where places.areOne(facts[a].places, facts[b].places)
          // A place that only the article names may be that of another deed, which other dead tell apart.
          || !facts[a].countsFarFewer(than: facts[b])
            && (isNamed(facts[a].places, by: tellers[b]!, of: facts[b].places)
              || isNamed(facts[b].places, by: tellers[a]!, of: facts[a].places))
        {
          votes[SIMD2(min(a, b), max(a, b))] = .max
        }
      }
    }
    let elected = votes.filter { pair, count in
      let (x, y) = (tellers[pair.x]!.count, tellers[pair.y]!.count)
      return count >= (min(x * y, Incidents.neighbours * max(x, y)) + 1) / 2
    }.sorted { ($1.value, $0.key.x, $0.key.y) < ($0.value, $1.key.x, $1.key.y) }
    var whole = UnionFind(count: groups.count)
    for (pair, _) in elected {
      let (a, b) = (whole.root(pair.x), whole.root(pair.y))
      guard a != b else { continue }
      let (x, y) = (facts[a], facts[b])
      guard x.mayBeOne(with: y), places.mayBeOne(x.places, y.places) else { continue }
      facts[whole.join(a, b)] = x.union(y)
    }
    return whole.joined(groups)
  }

  /// "Gun maniacs storm sunshine airport" leads an article that names the place further down: whether
  /// most articles name a place that lead with something placed nowhere.
  private func isNamed(
    _ place: [UInt32: Int], by tellers: [Int], of own: [UInt32: Int]
  ) -> Bool {
    places.isNowhere(own)
      && 2 * tellers.count { places.isNamed(place, in: articles[$0]) } > tellers.count
  }

  /// For each article the group of what it leads with, where that harmed somebody.
  func leads() -> [Int: Int] {
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

  /// For each article a mention of what its story leads with, where most of those neighbours agree that
  /// lead with harm, and it leads with none itself.
  func ledByStory() -> [Int: Int] {
    let leads = leads()
    var votes: [Int: [Int]] = [:]
    for pair in stories where pair.likeness >= Incidents.oneStory {
      for (article, other) in [(pair.a, pair.b), (pair.b, pair.a)] where leads[article] == nil {
        if let lead = leads[other] { votes[article, default: []].append(lead) }
      }
    }
    return votes.compactMapValues { votes in
      votes.majority(of: votes.count).map { groups[$0][0] }
    }
  }
}

extension MentionProfile {
  /// "sank last week" leads an article, and what reaches over more is no single deed.
  private static let fortnight = 14

  /// Tells at the head of its article what killed or hurt somebody.
  var mayLead: Bool {
    guard isLead, isDeed || isToll, days.map({ $0.count <= MentionProfile.fortnight }) ?? true
    else {
      return false
    }
    switch status {
    case .asserted, .alleged, .denied: return true
    case .expected, .negated, .counterfactual: return false
    }
  }
}
