import DatelineModel
import Testing

@testable import DatelineExtraction

@Suite struct SegmentedTextTests {
  private let pack = LanguagePack.builtIn("en")!

  private func sentences(_ text: String) -> [String] {
    let segmented = SegmentedText(text, using: pack.abbreviations)
    return segmented.sentences.map { segmented.string($0.span) }
  }

  private func tokens(_ text: String) -> [String] {
    let segmented = SegmentedText(text, using: pack.abbreviations)
    return segmented.tokens.map(segmented.string)
  }

  @Test(arguments: [
    ("Talks opened. They closed.", ["Talks opened.", "They closed."]),
    (
      "Gen. Qassem Soleimani met Mr. Assad. He left.",
      ["Gen. Qassem Soleimani met Mr. Assad.", "He left."]
    ),
    ("“We agree.” He left.", ["“We agree.”", "He left."]),
    (
      "The U.S. Army left. It was in the U.S. The army left.",
      ["The U.S. Army left.", "It was in the U.S.", "The army left."]
    ),
    ("Talks held in capital\n\nThe talks opened.", ["Talks held in capital", "The talks opened."]),
    ("He came on Jan. 5 to Geneva.", ["He came on Jan. 5 to Geneva."]),
    ("J. K. Rowling came at 5 p.m. The talks", ["J. K. Rowling came at 5 p.m.", "The talks"]),
    ("Is it over? Yes! Done.", ["Is it over?", "Yes!", "Done."]),
    ("Переговоры начались. Они завершились.", ["Переговоры начались.", "Они завершились."]),
  ])
  func cutsSentences(_ text: String, _ expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test(arguments: [
    ("Syria's al-Ja'afari", ["Syria", "'s", "al", "-", "Ja'afari"]),
    ("Syria’s army didn’t", ["Syria", "’s", "army", "didn’t"]),
    ("the U.N. and 2,000 9am 1st", ["the", "U.N.", "and", "2", ",", "000", "9am", "1st"]),
    ("said\u{A0}on", ["said", "on"]),
    ("«Да», сказал", ["«", "Да", "»", ",", "сказал"]),
    ("at 5 p.m.", ["at", "5", "p.m."]),
  ])
  func cutsTokens(_ text: String, _ expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test func joinsHardWrappedLines() {
    let line = "The delegations of the three states that guarantee the truce"
    let text =
      "\(line)\nmet in the capital on Thursday to discuss the province and\n\(line)\nand left. \(line)\nagain and again."
    #expect(sentences(text).count == 2)
  }

  /// Pages that have lost their apostrophes: what owns the next word, and is no plural or name in "s".
  @Test(arguments: [
    ("Syrias army left.", ["Syria", "s", "army", "left", "."]),
    ("The Observatorys director left.", ["The", "Observatory", "s", "director", "left", "."]),
    ("Syrians left.", ["Syrians", "left", "."]),
    ("Brussels talks ended.", ["Brussels", "talks", "ended", "."]),
    ("He left Syrias.", ["He", "left", "Syrias", "."]),
    // Known as a family name in the singular, and a word for persons.
    ("Farmers left.", ["Farmers", "left", "."]),
  ])
  func restoresPossessives(_ text: String, _ expected: [String]) {
    let pack = LanguagePack.builtIn("en")!
    let restored = SegmentedText(text, using: pack.abbreviations)
      .withPossessives(pack.actors.isOwner)
    #expect(restored.tokens.map { restored.string($0) } == expected)
    #expect(restored.sentences.last?.tokens.upperBound == expected.count)
  }

  @Test func whoOwnsIsToldWithoutApostrophes() {
    let events = annotated("Syrias army attacked Orsk on Monday.", "2019-08-01").events
    #expect(events.first?.participants.first?.printed == "Syrias army")
  }
}
