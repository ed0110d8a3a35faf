import DatelineModel
import EDTF
import Testing

@testable import DatelineRendering

@Suite struct ExplanationTests {
  private func annotated(_ text: String) -> AnnotatedArticle {
    let start = text.utf8.count - "yesterday.".utf8.count
    return AnnotatedArticle(
      article: Article(id: "a", text: text),
      sentences: [
        Sentence(span: TextSpan(0, text.utf8.count), inTitle: false, paragraph: 0)
      ],
      timexes: [
        Timex(
          span: TextSpan(start, start + 9), kind: .date, value: "2019-08-01",
          edtf: EDTFValue("2019-08-01"), rule: "en.day.before", anchor: "published",
          alternatives: ["2019-08-02: the day itself"])
      ])
  }

  @Test func saysWhichRuleAndAnchorGaveADate() {
    let annotated = annotated("Né à Xé, yesterday.")
    #expect(PlaceExplanation(annotated, at: 8).text?.contains("en.day.before") == false)
    let text = PlaceExplanation(annotated, at: 9).text
    for words in ["2019-08-01", "en.day.before", "published", "the day itself"] {
      #expect(text?.contains(words) == true, "misses \(words)")
    }
  }

  @Test func saysWhenNothingStandsThere() {
    #expect(
      PlaceExplanation(annotated("Talks at yesterday."), at: 2).text?.contains("nothing") == true)
    #expect(PlaceExplanation(annotated("Talks yesterday."), at: 600).text == nil)
    #expect(PlaceExplanation(annotated("Talks yesterday."), at: -1).text == nil)
  }

  @Test func listsEveryReportOfAnEvent() {
    func mention(_ article: String, _ source: String, _ quote: String) -> Mention {
      Mention(
        article: article, source: source, sentence: quote, quote: quote, start: 0,
        end: quote.unicodeScalars.count, inTitle: false, date: EDTFValue("2019-08-01"),
        dateBasis: .weekday, rule: "en.weekday", anchor: "published", status: .asserted,
        isBackground: false, place: nil, participants: [], figures: [])
    }
    let event = Event(
      id: "e1", label: "Talks open", type: .consult, date: EDTFValue("2019-08-01"),
      status: .asserted,
      mentions: [mention("a", "A", "Talks open"), mention("b", "B\u{1B}[2J", "x")])
    let text = EventExplanation(event, in: EventGraph(events: [event])).text
    #expect(text.contains("“Talks open”"))
    #expect(text.contains("rule en.weekday, counted from published"))
    #expect(!text.contains("\u{1B}"))
  }
}
