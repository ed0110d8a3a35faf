import DatelineModel
import DatelineRendering
import EDTF
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct TimeMLDocumentTests {
  private func document(_ text: String, _ timexes: [Timex]) throws -> XMLDocument {
    let article = Article(
      id: "a<1>", published: PublicationDate("2019-08-02", from: .record), title: "R&D \u{1}",
      text: text)
    let annotated = AnnotatedArticle(article: article, timexes: timexes)
    return try XMLDocument(data: Data(TimeMLDocument(annotated).bytes))
  }

  @Test func tagsExpressionsInPlace() throws {
    let text = "Talks <opened> yesterday & end today."
    let first = Timex(
      span: TextSpan(15, 24), kind: .date, value: "2019-08-01",
      edtf: EDTFValue("2019-08-01"), rule: "en.rel.1", anchor: "published")
    let second = Timex(
      span: TextSpan(31, 36), kind: .date, value: "2019-08-02", mod: "START", rule: "en.rel.2",
      anchor: "t1")
    let xml = try document(text, [first, second])
    let tags = try xml.nodes(forXPath: "//TEXT/TIMEX3").compactMap { $0 as? XMLElement }
    #expect(tags.map(\.stringValue) == ["yesterday", "today"])
    #expect(tags[0].attribute(forName: "anchorTimeID")?.stringValue == "t0")
    #expect(tags[1].attribute(forName: "anchorTimeID")?.stringValue == "t1")
    #expect(tags[1].attribute(forName: "mod")?.stringValue == "START")
    #expect(try xml.nodes(forXPath: "//TEXT").first?.stringValue == text)
    #expect(try xml.nodes(forXPath: "//DCT/TIMEX3").first?.stringValue == "2019-08-02")
    #expect(try xml.nodes(forXPath: "//TITLE").first?.stringValue == "R&D \u{FFFD}")
  }

  @Test func neverCrossesTags() throws {
    let outer = Timex(span: TextSpan(0, 10), kind: .duration, value: "P2D", rule: "r")
    let inner = Timex(span: TextSpan(4, 10), kind: .date, value: "2019-08-01", rule: "r")
    let xml = try document("from today on", [outer, inner])
    #expect(try xml.nodes(forXPath: "//TEXT/TIMEX3").count == 1)
  }

  @Test func namesNoElementThatIsNotWritten() throws {
    let outer = Timex(span: TextSpan(0, 10), kind: .date, value: "2019-08-01", rule: "r")
    let inner = Timex(span: TextSpan(4, 10), kind: .date, value: "2019-08-01", rule: "r")
    let later = Timex(
      span: TextSpan(11, 13), kind: .duration, value: "P2D", beginPoint: 0, endPoint: 1, rule: "r",
      anchor: "t2")
    let xml = try document("from today on", [outer, inner, later])
    let tag = try #require(try xml.nodes(forXPath: "//TIMEX3[@tid='t3']").first as? XMLElement)
    #expect(tag.attribute(forName: "beginPoint")?.stringValue == "t1")
    #expect(tag.attribute(forName: "endPoint") == nil)
    #expect(tag.attribute(forName: "anchorTimeID") == nil)
  }
}
