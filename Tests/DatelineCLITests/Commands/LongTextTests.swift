import Dateline
import Testing

struct LongTextTests {
  @Test(
    "Of a text beyond the limit the beginning is analysed, up to a blank, and all of it is kept")
  func longText() {
    let sentence = "Russia and Turkey met in Sochi on 3 May 2021. "
    let text = String(repeating: sentence, count: analysedBytesLimit / sentence.utf8.count + 50)
    let article = Article(
      id: "a", published: PublicationDate("2021-05-04", from: .record), text: text)
    #expect(exceedsAnalysis(article))
    let annotated = annotate(article, layers: .time)
    #expect(annotated.article == article)
    #expect(!annotated.timexes.isEmpty)
    #expect(annotated.timexes.allSatisfy { $0.span.end <= analysedBytesLimit })
  }

  @Test("A long text without a blank is cut between scalars")
  func noBlanks() {
    let article = Article(id: "a", text: String(repeating: "€", count: analysedBytesLimit))
    #expect(annotate(article, layers: .time).article == article)
  }

  @Test("What fits is analysed whole")
  func short() {
    #expect(!exceedsAnalysis(Article(id: "a", title: "Talks", text: "Talks opened.")))
  }
}
