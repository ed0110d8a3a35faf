internal import EDTF

/// What a file's name says: `<source>-<yyyymmdd or yyyy-mm-dd>-<slug>`.
///
/// ```swift
/// FileNameFacts("al-ahram-2019-08-01-talks.txt")?.source  // "al-ahram"
/// ```
struct FileNameFacts: Hashable {
  /// Nil where the date stands first.
  let source: String?
  let published: String

  init?(_ name: String) {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      var digits = String(part)
      if part.utf8.count == 4, index + 2 < parts.count, parts[index + 1].utf8.count == 2 {
        // The slug may follow after something else than a hyphen, or not at all.
        digits += parts[index + 1] + parts[index + 2].prefix(2)
        guard parts[index + 2].utf8.count == 2 else { continue }
      }
      guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(digits),
        let day = CalendarDate(
          year: number / 10_000, month: number / 100 % 100, day: number % 100),
        (1000...2999).contains(day.year)
      else { continue }
      let source = parts[..<index].joined(separator: "-")
      self.source = source.isEmpty ? nil : source
      published = day.description
      return
    }
    return nil
  }
}
