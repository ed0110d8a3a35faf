internal import DatelineModel
internal import DatelineReading
import Testing

@Suite struct MarkingTests {
  private func marks(_ lines: String...) throws -> [String] {
    let pile = try Pile()
    let harvest = try pile.read([pile.add("a.jsonl", lines.joined(separator: "\n"))])
    return harvest.articles.map { article in
      article.id + (article.duplicateOf.map { " = \($0)" } ?? "")
        + (article.versionOf.map { " ~ \($0)" } ?? "")
    }
  }

  @Test func theSameTextIsADuplicateWhateverElseDiffers() throws {
    #expect(
      try marks(
        #"{"id":"a","source":"Bugle","text":"Talks opened in the town."}"#,
        #"{"id":"b","source":"Globe","text":"Talks  opened in the town.\n"}"#,
        #"{"id":"c","text":"Talks opened in a town."}"#,
        #"{"id":"d","text":"Talks opened in a town."}"#,
        #"{"id":"e","text":"Talks opened in the town."}"#
      ) == ["a", "b = a", "c", "d = c", "e = a"])
  }

  @Test func theSameIDWithTheSameTextGetsANumber() throws {
    #expect(
      try marks(
        #"{"id":"a","text":"Talks opened."}"#, #"{"id":"a","text":"Talks opened."}"#,
        #"{"id":"a","text":"Talks opened."}"#
      ) == ["a", "a#2 = a", "a#3 = a"])
  }

  @Test func aRecordWithoutIDMayComeTwice() throws {
    let marked = try marks(#"{"text":"Talks opened."}"#, #"{"text":"Talks opened."}"#)
    #expect(marked == [marked[0], "\(marked[0])#2 = \(marked[0])"])
  }

  @Test func theSameLinkWithAnotherTextIsAVersion() throws {
    #expect(
      try marks(
        #"{"id":"a","url":"https://www.bugle.example/x/1?utm_source=t","text":"Ten were hurt."}"#,
        #"{"id":"b","url":"http://m.bugle.example/x/1/#top","text":"Twelve people were injured."}"#,
        #"{"id":"c","url":"https://bugle.example/x/1/amp","text":"Thirteen."}"#,
        #"{"id":"d","url":"https://bugle.example/x/2","text":"Other."}"#,
        #"{"id":"e","url":"https://bugle.example/","text":"One thing."}"#,
        #"{"id":"f","url":"https://bugle.example/","text":"And one more."}"#,
        #"{"id":"g","url":"https://bugle.example/x?id=1","text":"Fifteen."}"#,
        #"{"id":"h","url":"https://bugle.example/x?id=2","text":"Sixteen."}"#
      ) == ["a", "b ~ a", "c ~ a", "d", "e", "f", "g", "h"])
  }

  @Test func theSameHeadlineIsAVersionWhereTheStoryIsTheSame() throws {
    let story = "The delegates met in the old town hall on Monday and spoke for an hour."
    #expect(
      try marks(
        #"{"id":"a","source":"Bugle","title":"Talks open","published":"2019-08-01","text":"\#(story)"}"#,
        #"{"id":"b","source":"Bugle","title":"Talks open","published":"2019-08-01","text":"\#(story) They meet again."}"#,
        #"{"id":"c","source":"Globe","title":"Talks open","published":"2019-08-01","text":"\#(story) So it is."}"#,
        #"{"id":"d","source":"Bugle","title":"News in brief","published":"2019-08-01","text":"A bridge was closed."}"#,
        #"{"id":"e","source":"Bugle","title":"News in brief","published":"2019-08-02","text":"Rain fell again."}"#,
        #"{"id":"f","source":"Bugle","title":"Ten hurt as bridge falls","published":"2019-08-02","text":"A bridge fell."}"#,
        #"{"id":"g","source":"Bugle","title":"Ten hurt as bridge falls","published":"2019-08-02","text":"It was old."}"#,
        #"{"id":"h","source":"Bugle","title":"Ten hurt as bridge falls","published":"2020-08-02","text":"Another one."}"#
      ) == ["a", "b ~ a", "c", "d", "e", "f", "g ~ f", "h"])
  }
}
