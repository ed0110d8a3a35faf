/// Three letters in a row, and the languages that write them often, each with a weight: the
/// logarithm to base 2 of how often, above a floor.
///
/// ```swift
/// TrigramTable.shipped.languages.contains("en")  // true
/// ```
struct TrigramTable: Sendable {
  /// Sorted.
  let languages: [String]
  /// Open-addressed; 0 where a slot is free.
  private let keys: [UInt64]
  /// Where the entries of a slot's trigram begin.
  private let starts: [Int32]
  private let entries: [Entry]
  private let mask: Int

  private struct Entry {
    var language: UInt8
    var weight: UInt8
    /// Whether the next entry is another trigram's.
    var isLast: Bool
  }

  static let shipped = TrigramTable(LanguageTables.text("trigrams.tsv"))

  /// The end of a word, in place of a letter.
  static let wordEnd: UInt32 = 0x5F

  /// A trigram as the table is asked for it.
  @inline(__always)
  static func key(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
    UInt64(first & 0xFFFF) << 32 | UInt64(second & 0xFFFF) << 16 | UInt64(third & 0xFFFF)
  }

  init(_ text: String) {
    var rows: [(key: UInt64, entries: [(code: UInt32, weight: UInt8)])] = []
    var codes: Set<UInt32> = []
    for cells in LanguageTables.rows(text) {
      let letters = Array(cells[0].unicodeScalars)
      guard letters.count == 3 else { continue }
      var entries: [(UInt32, UInt8)] = []
      for part in cells[1].split(separator: " ") {
        let (code, weight) = TrigramTable.entry(part.utf8)
        entries.append((code, weight))
        codes.insert(code)
      }
      rows.append(
        (TrigramTable.key(letters[0].value, letters[1].value, letters[2].value), entries))
    }
    let sorted = codes.sorted()
    languages = sorted.map { code in
      String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self)
    }
    let places = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    var size = 64
    while size < rows.count * 2 { size *= 2 }
    mask = size - 1
    var keys = [UInt64](repeating: 0, count: size)
    var starts = [Int32](repeating: 0, count: size)
    var all: [Entry] = []
    for row in rows where !row.entries.isEmpty {
      var slot = TrigramTable.home(of: row.key) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = row.key
      starts[slot] = Int32(all.count)
      for (index, entry) in row.entries.enumerated() {
        all.append(
          Entry(
            language: UInt8(places[entry.code]!), weight: entry.weight,
            isLast: index == row.entries.count - 1))
      }
    }
    self.keys = keys
    self.starts = starts
    entries = all
  }

  /// Two letters and a number: `en12`.
  private static func entry(_ text: Substring.UTF8View) -> (code: UInt32, weight: UInt8) {
    var code: UInt32 = 0
    var weight: UInt8 = 0
    for byte in text {
      if byte >= 97 { code = code << 8 | UInt32(byte) } else { weight = weight &* 10 &+ byte &- 48 }
    }
    return (code & 0xFFFF, weight)
  }

  @inline(__always)
  private static func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  /// Adds to the score of each language what a trigram speaks for it.
  @inline(__always)
  func add(_ key: UInt64, to scores: inout [Int32]) {
    var slot = TrigramTable.home(of: key) & mask
    while keys[slot] != key {
      if keys[slot] == 0 { return }
      slot = (slot + 1) & mask
    }
    var index = Int(starts[slot])
    while true {
      let entry = entries[index]
      scores[Int(entry.language)] &+= Int32(entry.weight)
      if entry.isLast { return }
      index += 1
    }
  }
}

/// The tables of this module, which the build has checked.
enum LanguageTables {
  static func text(_ name: String) -> String {
    EmbeddedData.files.first { $0.path == name }?.text.description ?? ""
  }

  /// Cells of each row; comments, empty lines and the header are left out.
  static func rows(_ text: String) -> some Sequence<[Substring]> {
    text.split(separator: "\n").lazy.filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}
