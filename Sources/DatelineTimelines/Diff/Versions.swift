/// Accounts by what they tell of an aspect: those that tell the same are one version, and versions are
/// compared instead of accounts.
struct Versions {
  /// The accounts of each version, in order; versions by their first.
  private var members: [[Int]] = []
  /// The version of an account.
  private var places: [Int: Int] = [:]
  /// The account with which all others are compared; nil where each is with each.
  private let base: Int?
  private let isTold: Bool

  /// As many versions are compared; of more, those that come first in the order of the accounts.
  static let most = 200

  /// `version` is all that decides how an account differs from others.
  init<Version: Hashable>(of accounts: [Int], base: Int?, by version: (Int) -> Version) {
    self.base = base
    isTold = base.map(accounts.contains) ?? true
    var known: [Version: Int] = [:]
    for account in accounts where account != base {
      let one = version(account)
      if let place = known[one] {
        members[place].append(account)
        places[account] = place
      } else if members.count < Versions.most {
        known[one] = members.count
        places[account] = members.count
        members.append([account])
      }
    }
  }

  /// Accounts to compare, the lesser number first: for two versions one pair of each order in which
  /// their accounts come, and for accounts that tell the same one pair too.
  var pairs: [(Int, Int)] {
    guard isTold else { return [] }
    if let base {
      return members.flatMap { alike in
        (base < alike.last! ? [(base, alike.last!)] : [])
          + (alike[0] < base ? [(alike[0], base)] : [])
      }
    }
    var pairs: [(Int, Int)] = []
    for (place, mine) in members.enumerated() {
      if mine.count > 1 { pairs.append((mine[0], mine.last!)) }
      for theirs in members[(place + 1)...] {
        pairs.append((mine[0], theirs.last!))
        if theirs[0] < mine.last! { pairs.append((theirs[0], mine.last!)) }
      }
    }
    return pairs
  }

  /// The accounts that tell what this one tells.
  func alike(_ account: Int) -> [Int] { places[account].map { members[$0] } ?? [account] }
}
