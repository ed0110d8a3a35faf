internal import EDTF

/// What a file's name says: `<source>-<yyyymmdd or yyyy-mm-dd>-<slug>`, with spaces, points or low lines for hyphens.
///
/// ```swift
/// FileNameFacts("al-ahram-2019-08-01-talks.txt")?.source  // "al-ahram"
/// FileNameFacts("2019-08-01 Norland Post.txt")?.published  // "2019-08-01"
/// ```
struct FileNameFacts: Hashable {
  /// Nil where the date stands first.
  let source: String?
  let published: String

  init?(_ name: String) {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    let parts = stem.split(omittingEmptySubsequences: false, whereSeparator: Self.separates)
    for index in parts.indices {
      guard let day = Self.day(parts[index...]) else { continue }
      let source = stem[..<parts[index].startIndex]
      let end = source.lastIndex { !Self.separates($0) }
      self.source = end.map { String(source[...$0]) }
      published = day.description
      return
    }
    return nil
  }

  private static func separates(_ character: Character) -> Bool {
    switch character {
    case "-", "_", " ", ".": true
    default: false
    }
  }

  /// The day that the first part tells, or the first three together.
  private static func day(_ parts: ArraySlice<Substring>) -> CalendarDate? {
    let isWhole = parts.first?.utf8.count == 8
    let digits = isWhole ? Array(parts.prefix(1)) : Array(parts.prefix(3))
    guard isWhole || digits.map(\.utf8.count) == [4, 2, 2],
      digits.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let number = Int(digits.joined()), (1000...2999).contains(number / 10_000)
    else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
