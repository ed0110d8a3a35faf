/// The candidate that `word` is most likely a slip of; nil where none is near.
///
/// ```swift
/// suggestion(for: "dif", among: ["diff", "read"])  // "diff"
/// ```
func suggestion(for word: String, among candidates: [String]) -> String? {
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    guard let distance = nearness(of: candidate, to: word) else { continue }
    if distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

/// What nobody has typed: letters are compared with letters, and a graph's names can be of any length.
private let longestWord = 200

/// The slips between two words; nil where they are too many for one to be meant by the other.
private func nearness(of candidate: String, to word: String) -> Int? {
  let longer = candidate.utf8.count - word.utf8.count
  // The rest of a word that was begun is all that is missing.
  if word.utf8.count >= 3, candidate.utf8.starts(with: word.utf8) { return longer }
  let most = max(1, word.utf8.count / 3)
  guard abs(longer) <= most, word.utf8.count <= longestWord else { return nil }
  let distance = slips(from: word, to: candidate)
  return distance <= most ? distance : nil
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour.
///
/// Source: the restricted Damerau–Levenshtein distance.
private func slips(from a: String, to b: String) -> Int {
  let (a, b) = (Array(a.utf8), Array(b.utf8))
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, before[j - 1] + 1) }
      row.append(least)
    }
    before = last
    last = row
  }
  return last[b.count]
}
