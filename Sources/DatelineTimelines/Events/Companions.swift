import DatelineModel

/// Joins what an article goes on to tell of the happening that it leads with.
///
/// "The explosions ripped through the coaches late on Monday" and "At least 23 dead as bombs hit train"
/// share hardly a word. But where most articles that tell the one lead with the other, within a day, and with
/// no place of its own, both are one happening.
struct Companions {
  private let profiles: [MentionProfile]
  private let groups: [[Int]]

  /// `groups` has the mentions of each happening, by index into `profiles`, which come by article.
  init(_ profiles: [MentionProfile], groups: [[Int]]) {
    self.profiles = profiles
    self.groups = groups
  }

  /// The groups, deeds joined to what their articles lead with: sorted members, by their least.
  func joined(to leads: [Int: Int]) -> [[Int]] {
    let leading = Set(leads.values)
    var facts: [Int: IncidentFacts] = [:]
    var whole = UnionFind(count: groups.count)
    for number in groups.indices where !leading.contains(number) {
      guard groups[number].contains(where: { profiles[$0].isDeed }),
        let lead = lead(of: number, leads)
      else { continue }
      let own = IncidentFacts(groups[number], profiles)
      let root = whole.root(lead)
      let other = facts[root] ?? IncidentFacts(groups[lead], profiles)
      facts[root] = other
      guard own.mayAccompany(other) else { continue }
      facts[whole.join(root, number)] = other.union(own)
    }
    return whole.joined(groups)
  }

  /// What most articles lead with that tell a group.
  private func lead(of group: Int, _ leads: [Int: Int]) -> Int? {
    let articles = Set(groups[group].lazy.map { profiles[$0].article })
    return articles.compactMap { leads[$0] }.majority(of: articles.count)
  }
}
