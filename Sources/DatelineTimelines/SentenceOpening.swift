/// What stands before a report's first words in its first sentence, where a page has lost its line
/// ends: by-line, hour of issue, place and agency.
///
/// ```swift
/// SentenceOpening(of: "LONDON | Thu Jun 3, 2010 4:42 pm EDT LONDON (Agency) - Shares fell.").length
/// // 54: "Shares fell." is left
/// ```
struct SentenceOpening {
  /// In bytes; 0 where the sentence begins with its own words.
  let length: Int

  /// By-lines and headings before an agency's mark are no longer than this.
  private static let reach = 400
  /// A place and a date.
  private static let placeReach = 60
  /// A clock whose bracket is lost.
  private static let halfReach = 40
  /// What is shorter may be somebody who acts.
  private static let leastName = 5
  /// A clock stands nearer.
  private static let clockReach = 160
  /// What is left is a sentence only if it is as long.
  private static let least = 12

  private static let dashes = [") - ", ") -- ", ") – ", ") — "].map { Array($0.utf8) }
  private static let clocks = [" pm ", " PM ", " am ", " AM ", " p.m. ", " a.m. "].map {
    Array($0.utf8)
  }
  private static let zones = ["EDT ", "EST ", "ET ", "BST ", "GMT "].map { Array($0.utf8) }

  init(of sentence: some StringProtocol) {
    let bytes = Array(sentence.utf8.prefix(SentenceOpening.reach))
    let all = sentence.utf8.count
    let end =
      SentenceOpening.endOfAgency(bytes) ?? SentenceOpening.endOfPlace(bytes)
      ?? SentenceOpening.endOfBracket(bytes) ?? SentenceOpening.endOfHalfBracket(bytes)
      ?? SentenceOpening.endOfSpeaker(bytes) ?? SentenceOpening.endOfClock(bytes)
    length = end.map { all - $0 >= SentenceOpening.least ? $0 : 0 } ?? 0
  }

  /// "(Update 8:53 p.m. Cairo) ".
  private static func endOfBracket(_ bytes: [UInt8]) -> Int? {
    guard bytes.first == UInt8(ascii: "(") else { return nil }
    let close = bytes.prefix(clockReach).firstIndex(of: UInt8(ascii: ")"))
    guard let close, close + 2 < bytes.count, bytes[close + 1] == 32 else { return nil }
    return (65...90).contains(bytes[close + 2]) ? close + 2 : nil
  }

  /// "Update 11:30 a.m. ET) ": the bracket that opened is lost.
  private static func endOfHalfBracket(_ bytes: [UInt8]) -> Int? {
    guard let close = bytes.prefix(halfReach).firstIndex(of: UInt8(ascii: ")")),
      !bytes[..<close].contains(UInt8(ascii: "(")), close + 2 < bytes.count,
      bytes[close + 1] == 32, (65...90).contains(bytes[close + 2])
    else { return nil }
    let isClock = bytes[..<close].indices.dropFirst().contains { place in
      bytes[place] == UInt8(ascii: ":") && (48...57).contains(bytes[place - 1])
        && (48...57).contains(bytes[place + 1])
    }
    return isClock ? close + 2 : nil
  }

  /// "JAN NOVAK, CORRESPONDENT (voice-over): ", and no "WHO: ".
  private static func endOfSpeaker(_ bytes: [UInt8]) -> Int? {
    guard let colon = bytes.prefix(placeReach).firstIndex(of: UInt8(ascii: ":")),
      colon + 2 < bytes.count, bytes[colon + 1] == 32, (65...90).contains(bytes[colon + 2])
    else { return nil }
    let name = bytes[..<(bytes[..<colon].firstIndex(of: UInt8(ascii: "(")) ?? colon)]
    guard name.count(where: isCapital) >= leastName,
      name.allSatisfy({ isCapital($0) || " .,'-".utf8.contains($0) })
    else { return nil }
    return colon + 2
  }

  /// "Cairo, Egypt (CNN) -- ", but not "a mile (kilometer) - deep well".
  private static func endOfAgency(_ bytes: [UInt8]) -> Int? {
    var open: Int?
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "(") { open = place }
      guard bytes[place] == UInt8(ascii: ")"), let name = open, isCapital(bytes[name + 1]),
        let dash = dashes.first(where: { bytes[place...].starts(with: $0) })
      else { continue }
      let end = place + dash.count
      if end < bytes.count, !(97...122).contains(bytes[end]) { return end }
    }
    return nil
  }

  /// "NEW ORLEANS -- ", "MOSCOW, 5 May – ".
  private static func endOfPlace(_ bytes: [UInt8]) -> Int? {
    let capitals = bytes.prefix { isCapital($0) || $0 == 32 || $0 == UInt8(ascii: "-") }
    guard bytes.prefix(2).allSatisfy(isCapital), capitals.count(where: isCapital) >= 3
    else { return nil }
    for place in bytes.indices.prefix(placeReach) where bytes[place] == 32 {
      if let dash = dashes.first(where: { bytes[place...].starts(with: $0.dropFirst()) }) {
        return place + dash.count - 1
      }
    }
    return nil
  }

  /// Beyond ASCII the case of a letter is not looked at.
  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) || byte >= 0x80 }

  /// "Thursday, April 29, 2010; 4:49 PM ".
  private static func endOfClock(_ bytes: [UInt8]) -> Int? {
    var hasYear = false
    var digits = 0
    for place in bytes.indices.prefix(clockReach) {
      let isDigit = (48...57).contains(bytes[place])
      if isDigit {
        digits += 1
        continue
      }
      defer { digits = 0 }
      if digits == 4 { hasYear = true }
      guard hasYear, digits == 2, bytes[place] == 32 else { continue }
      var end = place + 1
      if let mark = clocks.first(where: { bytes[place...].starts(with: $0) }) {
        end = place + mark.count
      }
      if let zone = zones.first(where: { bytes[end...].starts(with: $0) }) { end += zone.count }
      if end > place + 1, end < bytes.count, (65...90).contains(bytes[end]) { return end }
    }
    return nil
  }
}
