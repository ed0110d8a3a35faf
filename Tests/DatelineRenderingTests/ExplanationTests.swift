import DatelineModel
import EDTF
import Testing

@testable import DatelineRendering

@Suite struct ExplanationTests {
  private func annotated(_ text: String) -> AnnotatedArticle {
    AnnotatedArticle(
      article: Article(id: "a", text: text),
      sentences: [
        Sentence(span: TextSpan(0, text.utf8.count), inTitle: false, paragraph: 0)
      ],
      timexes: [
        Timex(
          span: TextSpan(9, 18), kind: .date, value: "2019-08-01",
          edtf: EDTFValue("2019-08-01"), rule: "en.day.before", anchor: "published",
          alternatives: ["2019-08-02: the day itself"])
      ])
  }

  @Test func saysWhichRuleAndAnchorGaveADate() {
    let text = PlaceExplanation(annotated("Né à Xé, yesterday."), at: 9).text
    #expect(text == nil || text?.contains("en.day.before") == false)
    let plain = PlaceExplanation(annotated("Talks at yesterday."), at: 12).text
    for words in ["2019-08-01", "en.day.before", "published", "the day itself"] {
      #expect(plain?.contains(words) == true, "misses \(words)")
    }
  }

  @Test func saysWhenNothingStandsThere() {
    #expect(
      PlaceExplanation(annotated("Talks at yesterday."), at: 2).text?.contains("nothing") == true)
    #expect(PlaceExplanation(annotated("Talks."), at: 600).text == nil)
    #expect(PlaceExplanation(annotated("Talks."), at: -1).text == nil)
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
