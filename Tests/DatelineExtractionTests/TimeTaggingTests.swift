import DatelineModel
import EDTF
import Testing

@testable import DatelineExtraction

@Suite struct TimeTaggingTests {
  private let pack = LanguagePack.builtIn("en")!

  private func timexes(
    _ text: String, published: String? = "2019-08-01", genre: Genre = .auto
  ) -> [Timex] {
    let article = Article(
      id: "a", published: published.flatMap { PublicationDate($0, from: .record) }, text: text)
    let segmented = SegmentedText(text, using: pack.abbreviations)
    return TimeTagger(rules: pack.time, genre: genre)
      .timexes(title: nil, text: segmented, of: article)
  }

  /// Each row tells a sentence and the expressions in it, as `words = TIMEX3 value`.
  @Test(arguments: [
    ("Talks opened on 1 August 2019.", "1 August 2019 = 2019-08-01"),
    ("He came on Jan. 5, 2014 and left.", "Jan. 5, 2014 = 2014-01-05"),
    ("They met on 2019-07-30 in Geneva.", "2019-07-30 = 2019-07-30"),
    ("He said on Tuesday that it was over.", "Tuesday = 2019-07-30"),
    ("The court will rule on Tuesday.", "Tuesday = 2019-08-06"),
    ("The next round will be held on Tuesday.", "Tuesday = 2019-08-06"),
    ("It was said that the round was held on Tuesday.", "Tuesday = 2019-07-30"),
    ("They met yesterday.", "yesterday = 2019-07-31"),
    ("It began last month.", "last month = 2019-07"),
    ("He died three days ago.", "three days ago = 2019-07-29"),
    ("The army struck on Thursday morning.", "Thursday morning = 2019-08-01TMO"),
    ("The siege lasted four months.", "four months = P4M"),
    ("It ran every week.", "every week = P1W"),
    ("The truce now holds.", "now = PRESENT_REF"),
    ("Minister April Jones spoke to the Sunday Times.", ""),
    ("He may march again.", ""),
  ])
  func readsValues(_ text: String, _ expected: String) {
    let found = timexes(text).map { "\(text[$0.span]) = \($0.value)" }
    #expect(found.joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    ("They have fought since March 2011.", "2011-03/.."),
    ("They must leave by Friday.", "../2019-08-02"),
    ("They met from 20 to 22 March 2014.", "2014-03-20/2014-03-22"),
    ("The third quarter of 2018 was good.", "2018-07/2018-09"),
    ("At the last round, on November 14-15, they agreed.", "2018-11-14/2018-11-15"),
    ("He stayed for three days.", nil),
  ])
  func tellsIntervals(_ text: String, _ expected: String?) {
    #expect(timexes(text).first?.edtf?.description == expected)
  }

  @Test func inventsNothingWithoutAPublicationDate() {
    for timex in timexes("He said on Tuesday that it began last month.", published: nil) {
      #expect(timex.edtf == nil)
      #expect(timex.value.hasPrefix("XXXX"))
    }
  }
}
