/// The actors whose names of several words begin or end in a word, those mentioned last at the end.
///
/// A word keeps the last `most` of its actors: a text made of namesakes must not cost the square
/// of its length, and no reader tells a hundred of them apart.
struct NamesakeIndex {
  private static let most = 100

  private var beginning: [String: [Int]] = [:]
  private var ending: [String: [Int]] = [:]

  /// In the order of their last mention.
  func actors(beginningIn word: String) -> [Int] { beginning[word] ?? [] }

  func actors(endingIn word: String) -> [Int] { ending[word] ?? [] }

  /// Enters an actor, or makes it the one mentioned last.
  mutating func mention(_ actor: Int, key: [String]) {
    guard key.count > 1, let first = key.first, let last = key.last else { return }
    Self.mention(actor, in: &beginning[first, default: []])
    Self.mention(actor, in: &ending[last, default: []])
  }

  mutating func remove(_ actor: Int, key: [String]) {
    guard let first = key.first, let last = key.last else { return }
    beginning[first]?.removeAll { $0 == actor }
    ending[last]?.removeAll { $0 == actor }
  }

  private static func mention(_ actor: Int, in actors: inout [Int]) {
    if actors.last == actor { return }
    if let position = actors.lastIndex(of: actor) { actors.remove(at: position) }
    actors.append(actor)
    if actors.count > most { actors.removeFirst() }
  }
}
