import DatelineModel
import Testing

@testable import DatelineExtraction

/// Where a deed was whose own clause does not say it.
@Suite struct PlaceTests {
  @Test(arguments: [
    ("Raids hit Orsk, where a convoy was attacked on 19 July.", "attack", "Orsk"),
    (
      "Six people were killed on Monday in a blast that rocked the city of Aleppo.", "kill",
      "Aleppo"
    ),
    ("Troops entered Aleppo, the site of an attack on 3 July.", "attack", "Aleppo"),
    ("The rebels will not attend talks due to begin in Geneva on Friday.", "attend", "Geneva"),
  ])
  func isTakenFromTheWordsAround(_ text: String, _ lemma: String, _ place: String) {
    let events = annotated(text, "2019-08-01").events
    #expect(
      events.contains { $0.lemma == lemma && $0.place == place },
      "\(events.map { "\($0.lemma) \($0.place ?? "nil")" })")
  }

  /// "Upper Kelt, where": no person.
  @Test func whereStandsBehindAPlace() {
    let found = annotated("Urum al-Kubra, where a convoy was hit, is quiet.", "2019-08-01").entities
    #expect(found.map(\.kind) == [.location])
  }
}
