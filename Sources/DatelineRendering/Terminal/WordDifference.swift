/// Which words of two texts differ, by their longest common subsequence.
///
/// ```swift
/// let words = WordDifference("126 people", "70 people")
/// words.left   // [("126", differs), ("people", common)]
/// ```
struct WordDifference {
  struct Word: Hashable {
    var text: String
    var differs: Bool
  }
  private(set) var left: [Word]
  private(set) var right: [Word]
  /// Share of the shorter text that is common, 0…1.
  private(set) var likeness: Double

  /// Words beyond this many are not compared and count as common.
  private static let limit = 200

  init(_ a: String, _ b: String) {
    left = terminalSafe(a).split(separator: " ").map { Word(text: String($0), differs: false) }
    right = terminalSafe(b).split(separator: " ").map { Word(text: String($0), differs: false) }
    let x = left.prefix(WordDifference.limit).map { WordDifference.folded($0.text) }
    let y = right.prefix(WordDifference.limit).map { WordDifference.folded($0.text) }
    var lengths = [Int](repeating: 0, count: (x.count + 1) * (y.count + 1))
    let row = y.count + 1
    for i in stride(from: x.count - 1, through: 0, by: -1) {
      for j in stride(from: y.count - 1, through: 0, by: -1) {
        lengths[i * row + j] =
          x[i] == y[j]
          ? lengths[(i + 1) * row + j + 1] + 1
          : max(lengths[(i + 1) * row + j], lengths[i * row + j + 1])
      }
    }
    likeness = x.isEmpty || y.isEmpty ? 0 : Double(lengths[0]) / Double(min(x.count, y.count))
    var (i, j) = (0, 0)
    while i < x.count || j < y.count {
      if i < x.count, j < y.count, x[i] == y[j] {
        i += 1
        j += 1
      } else if j == y.count
        || (i < x.count && lengths[(i + 1) * row + j] >= lengths[i * row + j + 1])
      {
        left[i].differs = true
        i += 1
      } else {
        right[j].differs = true
        j += 1
      }
    }
  }

  /// Case and the marks around a word make no difference.
  private static func folded(_ word: String) -> String {
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }
    let scalars = word.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isEdge($0) }),
      let last = scalars.lastIndex(where: { !isEdge($0) })
    else { return word }
    return String(scalars[first...last]).lowercased()
  }
}

extension WordDifference {
  /// The words of one text as a terminal shows them; with marks where nothing but a colour would say
  /// which words differ.
  static func words(
    _ words: [Word], as style: TerminalStyle, colour: Bool, marked: Bool = false
  ) -> [TerminalWord] {
    let (open, close) = style == .left ? ("[-", "-]") : ("{+", "+}")
    return words.indices.map { index in
      let word = words[index]
      guard word.differs else { return TerminalWord(word.text) }
      guard !colour || marked else { return TerminalWord(word.text, style) }
      let starts = index == 0 || !words[index - 1].differs
      let ends = index + 1 == words.count || !words[index + 1].differs
      let text = (starts ? open : "") + word.text + (ends ? close : "")
      return colour ? TerminalWord(text, style) : TerminalWord(text)
    }
  }
}
