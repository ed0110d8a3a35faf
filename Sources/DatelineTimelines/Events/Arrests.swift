import DatelineModel

/// Joins the counts of those arrested over the happening that articles lead with.
///
/// "Six people were arrested", "eight suspects are in custody" and, a day later, "ten people have been
/// detained" are of days that nobody tells. But where the articles lead with one attack, they count one and the
/// same: those who were caught for it.
struct Arrests {
  private let profiles: [MentionProfile]
  private let groups: [[Int]]

  /// So many days after a happening its arrests are news.
  private static let aftermath = 14

  /// `groups` has the mentions of each happening, by index into `profiles`, which come by article.
  init(_ profiles: [MentionProfile], groups: [[Int]]) {
    self.profiles = profiles
    self.groups = groups
  }

  /// The groups, arrests joined that belong to one of what articles lead with: sorted members, by their least.
  func joined(over leads: [Int: Int]) -> [[Int]] {
    var arrests: [Int: [Int]] = [:]
    for (number, group) in groups.enumerated()
    where group.allSatisfy({ profiles[$0].isArrest })
      && group.contains(where: { profiles[$0].countsArrested })
    {
      if let lead = lead(of: group, leads), isAftermath(group, of: groups[lead]) {
        arrests[lead, default: []].append(number)
      }
    }
    var whole = UnionFind(count: groups.count)
    for lead in arrests.keys.sorted() {
      // What is told without its day joins what has one; of two days there are two.
      let (dated, open) = arrests[lead]!.reduce(into: ([Int](), [Int]())) { parts, number in
        if groups[number].contains(where: { profiles[$0].isFirmlyDated }) {
          parts.0.append(number)
        } else {
          parts.1.append(number)
        }
      }
      let first = open.first ?? dated[0]
      for number in open + (dated.count == 1 ? dated : []) { whole.join(first, number) }
    }
    return whole.joined(groups)
  }

  /// What all articles lead with that tell a group.
  private func lead(of group: [Int], _ leads: [Int: Int]) -> Int? {
    let told = Set(group.map { leads[profiles[$0].article] })
    return told.count == 1 ? told.first! : nil
  }

  /// Told as the news, and of the days after the happening.
  private func isAftermath(_ arrests: [Int], of lead: [Int]) -> Bool {
    let days = lead.compactMap { profiles[$0].day }.sorted()
    guard let day = days.middle else { return false }
    return arrests.allSatisfy { member in
      let one = profiles[member]
      guard !one.isBackground || one.days == nil, one.status == .asserted || one.status == .alleged
      else { return false }
      return one.days.map {
        (day...(day + Arrests.aftermath)).overlaps($0) && $0.count < Arrests.aftermath
      }
        ?? true
    }
  }
}
