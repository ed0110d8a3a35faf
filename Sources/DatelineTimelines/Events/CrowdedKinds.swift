/// Joins the groups of one kind and day that are too many mentions to compare each with each.
///
/// What hundreds of articles tell is compared only with some of the others, and a pair that nobody
/// compared counts against a group: so a great event falls into groups no larger than what was
/// compared. Here some of each group's mentions speak for it, and the groups that agree as much as
/// mentions of one happening do are one. Greater groups come first, so that the order of the
/// articles decides nothing.
struct CrowdedKinds {
  /// Sorted members, by their least.
  let groups: [[Int]]

  /// Mentions that speak for a group.
  private static let speakers = 6
  /// Happenings of one kind and day that a group is held against.
  private static let most = 40

  /// `kinds` are lists of mentions that may tell one happening; `likeness` compares two of them.
  init(
    _ parted: [[Int]], kinds: [[Int]], threshold: Float,
    mayJoin: ([Int], [Int]) -> Bool, likeness: (Int, Int) -> Float
  ) {
    var groups = parted
    var home: [Int: Int] = [:]
    for (number, group) in groups.enumerated() { for member in group { home[member] = number } }
    for kind in kinds {
      // Those of the kind speak; a group's other mentions may have no day of their own.
      var own: [Int: [Int]] = [:]
      for member in kind { own[home[member]!, default: []].append(member) }
      let order = own.keys.sorted {
        let (a, b) = (own[$0]!, own[$1]!)
        return a.count != b.count ? a.count > b.count : a[0] < b[0]
      }
      var heads: [Int] = []
      for number in order {
        let speakers = CrowdedKinds.speakers(of: own[number]!)
        var best: (head: Int, mean: Float)?
        for head in heads where mayJoin(groups[head], groups[number]) {
          let others = CrowdedKinds.speakers(of: own[head]!)
          var sum: Float = 0
          for a in speakers { for b in others { sum += likeness(a, b) } }
          let mean = sum / Float(speakers.count * others.count)
          if mean >= threshold, mean > best?.mean ?? 0 { best = (head, mean) }
        }
        guard let head = best?.head else {
          if heads.count < CrowdedKinds.most { heads.append(number) }
          continue
        }
        for member in groups[number] { home[member] = head }
        groups[head] += groups[number]
        groups[number] = []
        own[head]! += own[number]!
      }
    }
    self.groups = groups.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Some of them, evenly spread.
  private static func speakers(of members: [Int]) -> [Int] {
    guard members.count > speakers else { return members }
    return (0..<speakers).map { members[$0 * members.count / speakers] }
  }
}
