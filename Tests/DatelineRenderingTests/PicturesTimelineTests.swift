import DatelineModel
import EDTF
import Testing

@testable import DatelineRendering

@Suite struct PicturesTimelineTests {
  @Test(arguments: TimelineLanes.allCases)
  func drawsThePeaceProcess(lanes: TimelineLanes) throws {
    let graph = PeaceProcess.graph
    let svg = timelineSVG(graph, title: "The Syrian peace process", lanes: lanes)
    try show(svg, "timeline-\(lanes)")
    let picture = try SVGPicture(svg)
    picture.expectSafe()
    expectNoOverlap(picture.labels())
    #expect(svg == timelineSVG(graph, title: "The Syrian peace process", lanes: lanes))
  }

  @Test("Gaps of a series cost the same however long, and four of them are named")
  func farRounds() {
    func lane(_ rounds: [Int]) -> String {
      timelineSVG(
        EventGraph(
          events: rounds.map {
            Event(
              id: "e\($0)", label: "Round \($0)", type: .consult, date: EDTFValue("2031-03-04"),
              status: .asserted, series: .init(id: "kelt", name: "Kelt talks", ordinal: $0),
              mentions: [])
          }))
    }
    #expect(lane([1, 2, 3]).contains("Numbered series"))
    // Two lines below the title, the second cut where it is too long.
    #expect(lane([2, 3, 1_000_000]).contains(">4–999999<"))
    #expect(lane([2, 3, Int.max]).contains(">4–922337203685477…<"))
    #expect(lane([2, 4, 6, 8, 10, 12]).contains("No report of 1, 3, 5, 7<"))
  }
}

extension PicturesTimelineTests {
  /// Many events, most of them in a few busy months, some far away, some odd.
  static func crowd(_ count: Int) -> EventGraph {
    var seed: UInt64 = 11
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    let verbs = ["meets", "strikes", "calls on", "signs a truce with", "accuses", "backs"]
    let types: [EventType] = [.consult, .assault, .request, .agree, .accuse, .support, .protest]
    let actors = (0..<30).map {
      Actor(id: "a\($0)", name: "Party of the \($0)th valley", kind: ActorKind.allCases[$0 % 4])
    }
    let start = CalendarDate(year: 2017, month: 1, day: 1)!.dayNumber
    let events = (0..<count).map { index -> Event in
      let busy = random(3) > 0
      let day = CalendarDate(
        dayNumber: start + (busy ? 900 + random(60) + random(60) : random(1500)))
      let (a, b) = (random(30), random(30))
      let date: String? =
        switch random(14) {
        case 0: "\(day)/.."
        case 1: "\(day)/\(day.adding(days: 1 + random(90)))"
        case 2: String(day.description.prefix(7))
        case 3: "\(day.year)"
        case 4: "\(day)~"
        case 5: "../\(day)"
        case 6: nil
        case 7: "\(day)/\(day.adding(days: 1))"
        default: day.description
        }
      let verb = random(verbs.count)
      return Event(
        id: "e\(index)", label: "\(actors[a].name) \(verbs[verb]) \(actors[b].name)",
        type: types[verb], date: date.map { EDTFValue($0)! },
        status: EventStatus.allCases[max(0, random(12) - 6)], salience: Double(random(1000)) / 1000,
        actors: [.init(actor: "a\(a)", role: .actor), .init(actor: "a\(b)", role: .recipient)],
        mentions: [])
    }
    var graph = EventGraph(actors: actors, events: events)
    graph.events.append(
      Event(
        id: "old", label: "Treaty of an older day", type: .agree, date: EDTFValue("1916-05-16"),
        status: .asserted, mentions: []))
    return graph
  }

  @Test(arguments: [0, 1, 2, 40, 800])
  func crowdsKeepApart(count: Int) throws {
    let graph = Self.crowd(count)
    let svg = timelineSVG(graph, title: "A crowd of \(count)")
    try show(svg, "timeline-\(count)")
    let picture = try SVGPicture(svg)
    picture.expectSafe()
    expectNoOverlap(picture.labels())
    try show(storylineSVG(graph), "storyline-\(count)")
    let actors = try actorGraphSVG(try #require(ActorGraph(of: graph)))
    try show(actors, "actors-\(count)")
    expectNoOverlap(try SVGPicture(actors).labels())
    try SVGPicture(storylineSVG(graph)).expectSafe()
  }

  @Test("no label lies on the line that joins a series")
  func labelsOfSeries() throws {
    let events = PeaceProcess.graph.events
    let series = try #require(
      Dictionary(grouping: events.indices.filter { events[$0].series != nil }) {
        events[$0].series!.id
      }.max { $0.value.count < $1.value.count }?.value)
    let days = series.compactMap { events[$0].date.flatMap(TimelineExtent.anchor) }
    let axis = TimelineAxis(holding: days, left: 160, right: 1150)
    // Members with a place of their own, so that most want a label.
    var moved = events
    for (count, index) in series.enumerated() { moved[index].place = "Place \(count)" }
    let lane = TimelineLane(
      title: "Rounds", subtitle: "", isSeries: true, events: series, of: moved, axis: axis)
    #expect(lane.labels.count > 3)
    let ends = lane.items.map(\.x)
    for label in lane.labels where abs(label.y - lane.y(row: 0)) < 8 {
      let rect = label.rect
      #expect(rect.x + rect.width <= ends.min()! || rect.x >= ends.max()!, "\(label.text)")
    }
  }
}
