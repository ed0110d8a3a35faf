/// English words by which a line is known to hang on another.
///
/// A text in another language has none of them, and its labels are its clauses as they are.
enum LabelWords {
  /// Words after which a clause cannot begin.
  static let binding: Set<String> = [
    "of", "to", "by", "with", "for", "from", "in", "on", "at", "into", "between", "among",
    "against",
    "the", "a", "an", "meant", "than", "about", "under", "over",
  ]

  /// Last words that lead to what a line has lost: "A 2015 sinking in".
  private static let dangling = binding.union([
    "and", "or", "but", "which", "who", "whom", "that", "whose", "as", "because", "while", "when",
    "is", "are", "was", "were", "be", "has", "have", "had", "may", "will", "would", "could",
    "should", "looked", "seemed", "many", "some",
  ])

  private static let relatives: Set<String> = ["who", "which", "that", "whose", "whom", "where"]

  /// Words between "who" and its verb: "who last week was seized".
  private static let relativeReach = 3

  /// Whether words end with the beginning of a clause that describes somebody or something.
  static func opensRelative(_ front: some StringProtocol) -> Bool {
    let last = front.spacedWords.suffix(relativeReach + 1)
    guard let mark = last.lastIndex(where: { relatives.contains($0.lowercased()) }) else {
      return false
    }
    // "said that rebels attacked" reports.
    let before = front.spacedWords.dropLast(last.endIndex - mark).last
    return !(before.map { reporting.contains($0.lowercased()) } ?? false)
  }

  /// The line without the words at its end that lead nowhere.
  static func withoutDangling(_ line: String) -> String {
    var words = line.spacedWords
    while words.count > 3, let last = words.last, dangling.contains(last.lowercased()) {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  /// Verbs whose object is what was said.
  static let reporting: Set<String> = [
    "said", "says", "say", "told", "announced", "warned", "warns", "promised", "stated", "added",
    "declared", "confirmed", "reported", "insisted", "argued", "noted", "claimed", "vowed",
    "acknowledged", "explained", "stressed", "admitted",
  ]

  /// Words that make one with a conjunction before them.
  private static let joining: Set<String> = ["far", "many", "much", "few", "another", "again"]

  private static let conjunctions: Set<String> = ["and", "but", "or", "yet", "so", "nor"]

  /// First words that need what stands before them.
  private static let dependent: Set<String> = [
    "he", "she", "it", "they", "we", "i", "you", "this", "these", "those", "that", "which", "who",
    "whom", "whose", "to", "would", "could", "had", "has", "have", "was", "were", "is", "are",
    "been", "being", "his", "her", "their", "its", "said", "says", "also",
  ]

  /// First words of an adverbial, which no verb has for its subject.
  private static let adverbial: Set<String> = [
    "on", "in", "at", "after", "before", "during", "since", "by", "according", "following", "with",
    "from", "under", "despite", "earlier", "later", "meanwhile", "when", "while", "as", "although",
    "though", "if", "because", "for", "also", "however", "moreover", "instead", "last", "next",
    "until", "amid", "among", "speaking", "citing", "asked", "today", "yesterday",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static func isDependent(_ line: some StringProtocol) -> Bool {
    let words = line.split(separator: " ", maxSplits: 2).map { $0.lowercased() }
    guard var first = words.first else { return true }
    if conjunctions.contains(first), words.count > 1 { first = words[1] }
    return dependent.contains(first)
  }

  private static let subordinators: Set<String> = [
    "as", "when", "while", "because", "although", "though", "if", "almost", "once", "until",
  ]

  /// "Almost as soon as he ordered the strikes": a clause that waits for another.
  static func isSubordinate(_ line: String) -> Bool {
    subordinators.contains(line.prefix { $0 != " " }.lowercased()) && !line.contains(",")
  }

  static func isAdverbial(_ line: String) -> Bool {
    let first = line.prefix { $0 != " " }.lowercased()
    return adverbial.contains(first)
  }

  /// "The army" of "The army said on Monday that its campaign"; nil where no verb of saying stands.
  static func subject(ofReport line: String) -> String? {
    let words = line.spacedWords
    guard let verb = words.firstIndex(where: { reporting.contains(String($0)) }), verb > 0 else {
      return nil
    }
    return words[..<verb].joined(separator: " ")
  }

  /// "And last week they left" without its conjunction.
  static func withoutConjunction(_ line: String) -> String {
    let first = line.prefix { $0 != " " }
    guard conjunctions.contains(first.lowercased()), first.count < line.count else { return line }
    let rest = line.dropFirst(first.count + 1)
    // "So far two have died", "Yet another attack".
    return joining.contains(rest.prefix { $0 != " " && $0 != "," }.lowercased())
      ? line : String(rest)
  }
}
