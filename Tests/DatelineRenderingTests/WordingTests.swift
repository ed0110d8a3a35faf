import DatelineModel
import EDTF
import Foundation
import Testing

@testable import DatelineRendering

@Suite("Pages in other languages")
struct WordingTests {
  static let languages = ["ar", "de", "es", "fr", "ru"]

  private func wording(_ language: String) -> Wording {
    Wording(locale: language, templates: .builtIn)
  }

  @Test(
    "dates stand as people of the language write them",
    arguments: [
      ("de", "2019-08-01/2019-08-02", "1–2. August 2019"),
      ("de", "2019-04-30/..", "ab 30. April 2019"),
      ("de", "-0043", "44 v. Chr."),
      ("ru", "2019-08-01", "1 августа 2019"),
      ("ru", "2019-08", "август 2019"),
      ("fr", "2019-08-01~", "vers 1 août 2019"),
      ("es", "2018-11-28/2018-12-02", "28 de noviembre – 2 de diciembre de 2018"),
      ("ar", "2019-08-01", "1 أغسطس 2019"),
    ])
  func dates(language: String, edtf: String, words: String) {
    #expect(DateInWords(EDTFValue(edtf)!, in: wording(language)).text == words)
  }

  @Test(
    "numbers choose the form of their noun",
    arguments: [
      ("en", 1, "1 event"), ("en", 0, "0 events"), ("de", 1, "1 Ereignis"),
      ("de", 2000, "2.000 Ereignisse"),
      ("fr", 0, "0 événement"), ("fr", 2, "2 événements"),
      ("ru", 1, "1 событие"), ("ru", 3, "3 события"), ("ru", 11, "11 событий"),
      ("ru", 21, "21 событие"),
      ("ar", 2, "حدثان"), ("ar", 5, "5 أحداث"), ("ar", 12, "12 حدثًا"), ("ar", 100, "100 حدث"),
    ])
  func counts(language: String, count: Int, words: String) {
    #expect(wording(language).counted(count, "event") == words)
  }

  @Test("every language has the same phrases, and keeps what is filled in", arguments: languages)
  func phrases(language: String) throws {
    let own = wording(language).phrases
    let keys = Set(own.keys.filter { !$0.hasPrefix("of ") })
    #expect(keys == Set(wording("de").phrases.keys))
    for (phrase, translation) in own where !phrase.hasPrefix("{n} ") {
      func names(_ text: String) -> [Substring] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
          .map { $0.prefix { $0 != "}" } }
      }
      #expect(Set(names(phrase)) == Set(names(translation)), "\(phrase)")
    }
  }

  @Test("every phrase of the templates that ship has a translation", arguments: languages)
  func templates(language: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates")
    let own = wording(language).phrases
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".mustache") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for part in text.components(separatedBy: "{{#say}}").dropFirst() {
        let phrase = part.components(separatedBy: "{{/say}}")[0]
          .replacing("{{", with: "{").replacing("}}", with: "}")
        #expect(own[phrase] != nil, "\(file): \(phrase)")
        count += 1
      }
    }
    #expect(count > 80)
  }

  @Test("a page says all of its own words in its language")
  func page() throws {
    let page = String(
      decoding: try timelinePage(of: SiteTests.graph, options: SiteOptions(locale: "de")),
      as: UTF8.self)
    #expect(page.contains("<html lang=\"de\" dir=\"ltr\">"))
    #expect(page.contains("1–2. August 2019 <i>Donnerstag und Freitag"))
    #expect(page.contains("Kein Ereignis: 1 Jahr und 8 Monate."))
    #expect(page.contains("<i>erwartet</i>"))
    #expect(!page.contains("month only"))
  }

  @Test("a difference says dates and statuses as people do")
  func values() {
    #expect(Wording.english.value("2019-08-01/2019-08-02", of: .date) == "1–2 Aug 2019")
    #expect(wording("de").value("2019-08-01/2019-08-02", of: .date) == "1–2. August 2019")
    #expect(wording("fr").value("expected", of: .status) == "attendu")
    #expect(Wording.english.value("asserted", of: .status) == "happened")
  }

  @Test("so does its note on the timeline page")
  func notes() throws {
    var diff = TwoAccounts.pair
    let index = try #require(diff.entries.firstIndex { $0.id == TwoAccounts.talks.id })
    let event = try #require(SiteTests.graph.events.first)
    for side in diff.entries[index].reported.keys {
      diff.entries[index].reported[side]!.events = [event.id]
    }
    let page = String(
      decoding: try timelinePage(of: SiteTests.graph, diff: diff), as: UTF8.self)
    #expect(page.contains("<bdi>5 Mar 2031 (left) ≠ 6 Mar 2031 (right)</bdi>"))
  }

  @Test("pictures say their own words in the language of the pages", arguments: languages)
  func pictures(language: String) throws {
    let files = try siteFiles(
      of: SiteTests.graph, diff: nil, templates: .builtIn, options: SiteOptions(locale: language))
    // Words that stand in the English pictures: titles, legends, what is left out.
    let english = [
      "Actors and what joins them", "are drawn", "number of events", "Shape tells the kind",
      "Columns are in order of time", "takes part", "Told by", "month or year only", "No report of",
      "end not reported", " events", " reports", ">Jan<", "and 2 more", "who met whom",
    ]
    var isTold = Set<String>()
    for path in ["actors.svg", "timeline.svg", "storyline.svg"] {
      func picture(_ files: [SiteFile]) throws -> String {
        String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
      }
      let (own, other) = (try picture(files), try picture(SiteTests.files))
      _ = try SVGPicture(own)
      #expect(own.contains(" lang=\"\(language)\""))
      for words in english {
        if other.contains(words) { isTold.insert(words) }
        #expect(!own.contains(words), "\(path): \(words)")
      }
    }
    #expect(isTold.count > 8)
  }

  @Test("a locale without a file is told in English")
  func unknown() {
    #expect(wording("fi").counted(2, "report") == "2 reports")
  }
}
