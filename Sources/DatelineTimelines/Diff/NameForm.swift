/// A printed name, by its words.
///
/// ```swift
/// NameForm("Obama").isForm(of: NameForm("President Barack Obama"), states: [])  // true
/// NameForm("US").isForm(of: NameForm("United States"), states: [])  // true
/// NameForm("rebels").isForm(of: NameForm("Islamist rebels"), states: [])  // false
/// ```
struct NameForm: Hashable {
  private struct Word: Hashable {
    var folded: String
    var isCapitalised: Bool

    /// "Russian" is of "Russia".
    func isKin(of other: Word) -> Bool {
      folded == other.folded
        || isCapitalised && other.isCapitalised && stem.utf8.count == NameForm.stem
          && stem == other.stem
    }

    var stem: String { String(folded.prefix(NameForm.stem)) }
  }

  private let words: [Word]
  /// Of a name that is one word in capitals, the word: "UN" of "U.N."
  private let acronym: String?
  /// Of the words that are capitalised, the first letters.
  private let initials: String

  /// As many letters at their head do names of one people and country share.
  private static let stem = 4

  init(_ printed: String) {
    let parts = printed.split { $0 == " " || $0 == "-" }
    words = parts.compactMap { part in
      let folded = FoldedName(String(part)).text
      guard !folded.isEmpty, folded != "the" else { return nil }
      return Word(folded: folded, isCapitalised: part.first!.isUppercase)
    }
    let letters = printed.filter { $0 != "." }
    acronym =
      letters.count > 1 && letters.allSatisfy(\.isUppercase) ? letters.lowercased() : nil
    initials = words.filter(\.isCapitalised).map { String($0.folded.prefix(1)) }.joined()
  }

  /// Whether one of two is only shorter than the other, or made an adjective: "Obama", "BP" beside "BP PLC",
  /// "US", "Russian". What is put before a description counts only where it is a state's name, whose stems
  /// are `states`: "Islamist rebels" are more than "rebels".
  func isForm(of other: NameForm, states: Set<String>) -> Bool {
    if let acronym, acronym == other.initials { return true }
    if let theirs = other.acronym, theirs == initials { return true }
    let (shorter, longer) =
      words.count <= other.words.count ? (words, other.words) : (other.words, words)
    guard !shorter.isEmpty, shorter.allSatisfy({ one in longer.contains(where: one.isKin) })
    else { return false }
    let isName = shorter.contains(where: \.isCapitalised)
    return longer.filter { one in !shorter.contains(where: one.isKin) }.allSatisfy {
      $0.isCapitalised && (isName || states.contains($0.stem))
    }
  }

  /// The stems of the names of states.
  static func stems(of states: Set<String>) -> Set<String> {
    Set(states.map { String($0.prefix(stem)) })
  }
}
