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

  /// A happening that others of its kind and day are held against.
  private struct Head {
    /// Index of its group.
    var number: Int
    var bounds: GroupBounds
    var speakers: [Int]
  }

  /// `kinds` are lists of mentions that may tell one happening; `likeness` compares two of them.
  /// Groups are joined where their bounds together lie within `gap` days.
  init(
    _ parted: [[Int]], kinds: [[Int]], threshold: Float, gap: Int,
    bounds: ([Int]) -> GroupBounds, likeness: (Int, Int) -> Float
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
      var heads: [Head] = []
      for number in order {
        let group = Head(
          number: number, bounds: bounds(groups[number]),
          speakers: CrowdedKinds.speakers(of: own[number]!))
        var best: (place: Int, mean: Float)?
        for (place, head) in heads.enumerated()
        where head.bounds.union(group.bounds).mayBeOne(within: gap) {
          var sum: Float = 0
          for a in group.speakers { for b in head.speakers { sum += likeness(a, b) } }
          let mean = sum / Float(group.speakers.count * head.speakers.count)
          if mean >= threshold, mean > best?.mean ?? 0 { best = (place, mean) }
        }
        guard let place = best?.place else {
          if heads.count < CrowdedKinds.most { heads.append(group) }
          continue
        }
        let head = heads[place].number
        for member in groups[number] { home[member] = head }
        groups[head] += groups[number]
        groups[number] = []
        own[head]! += own[number]!
        heads[place].bounds = heads[place].bounds.union(group.bounds)
        heads[place].speakers = CrowdedKinds.speakers(of: own[head]!)
      }
    }
    self.groups = groups.inOrder
  }

  /// Some of them, evenly spread.
  private static func speakers(of members: [Int]) -> [Int] {
    guard members.count > speakers else { return members }
    return (0..<speakers).map { members[$0 * members.count / speakers] }
  }
}
