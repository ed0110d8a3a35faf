import DatelineModel
import DatelineTimelines
import EDTF
import Testing

@Suite struct TimelineTests {
  @Test func daysStandInOrderWithTheirEvents() {
    let days = Timeline(of: Pile.graph, sentences: 1).days
    #expect(days.map(\.date) == days.map(\.date).sorted())
    #expect(days.allSatisfy { $0.text.count == 1 })
    let talks = days.first { $0.date.description == "2031-03-05" }
    #expect(talks?.events.count == 1, "an interval stands under its first day")
    #expect(!days.contains { $0.date.month == 5 }, "what is dated to the month has no day")
  }

  @Test(arguments: [0, 1, 2, 3]) func asManyDatesAsAskedFor(count: Int) {
    #expect(Timeline(of: Pile.graph, dates: count).days.count == count)
  }

  @Test(arguments: [
    (TimelineFilter(since: CalendarDate(year: 2031, month: 3, day: 6)), 3),
    (TimelineFilter(until: CalendarDate(year: 2031, month: 3, day: 4)), 1),
    (TimelineFilter(sources: ["Beta"]), 2),
    (TimelineFilter(actors: ["norland"]), 2),
    (TimelineFilter(types: [.assault]), 1),
    (TimelineFilter(places: ["ostmark"]), 1),
    (TimelineFilter(types: [.assault], places: ["Ostmark"]), 0),
    (TimelineFilter(), 4),
  ])
  func filtersKeepWhatIsAskedFor(filter: TimelineFilter, count: Int) {
    let graph = Pile.graph.filtered(by: filter)
    #expect(graph.events.count == count)
    let known = Set(Pile.graph.events.map(\.id))
    #expect(graph.events.allSatisfy { known.contains($0.id) })
  }

  @Test func oneSourceIsWeighedAlone() throws {
    let graph = Pile.graph.filtered(by: TimelineFilter(sources: ["Alpha"]))
    let bombing = try #require(graph.events.first { $0.type == .assault })
    #expect(bombing.figures.map(\.value) == [12])
    #expect(bombing.mentions.map(\.article) == ["a1"])
    #expect(graph.sources.map(\.name) == ["Alpha"])
  }
}
