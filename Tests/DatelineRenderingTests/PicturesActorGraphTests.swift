import DatelineModel
import EDTF
import Foundation
import Testing

@testable import DatelineRendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct PicturesActorGraphTests {
  @Test func joinsActorsByWhatTheyShare() throws {
    let graph = try #require(ActorGraph(of: PeaceProcess.graph, limits: .init(density: 100)))
    func edge(_ a: String, _ b: String, _ bond: ActorGraph.Bond) -> ActorGraph.Edge? {
      graph.edges.first {
        Set([graph.nodes[$0.from].id, graph.nodes[$0.to].id]) == [a, b] && $0.bond == bond
      }
    }
    // 22 rounds, the congress and the Ankara summit; people count as their office.
    #expect(edge("russia", "turkey", .talks)?.weight == 24)
    #expect(edge("russia", "turkey", .talks)?.direction == ActorGraph.Edge.Direction.none)
    // The truce that is only due, the denied attack and the round that did not happen join nobody.
    #expect(edge("syria", "opposition", .fighting)?.weight == 1)
    #expect(edge("turkey", "syria", .fighting)?.allegedCount == 1)
    let offensive = try #require(edge("syria", "hts", .fighting))
    #expect(graph.nodes[offensive.from].id == "syria")
    #expect(offensive.direction == .forward)
    // Those who strike side by side do not strike each other.
    #expect(edge("syria", "russia", .fighting) == nil)
    #expect(graph.nodes.first { $0.id == "russia" }?.people.map(\.id) == ["putin", "lavrentiev"])
  }
}

/// Writes a picture where somebody asked to look at it.
func show(_ svg: String, _ name: String) throws {
  guard let folder = ProcessInfo.processInfo.environment["SHOW_PICTURES"] else { return }
  try Data(svg.utf8).write(to: URL(filePath: folder).appending(path: name + ".svg"))
}

extension PicturesActorGraphTests {
  @Test func drawsThePeaceProcess() throws {
    let graph = try #require(ActorGraph(of: PeaceProcess.graph))
    let svg = try actorGraphSVG(graph, title: "Actors of the Syrian peace process")
    try show(svg, "actors")
    for engine in GraphvizEngine.allCases {
      try show(try actorGraphSVG(graph, engine: engine), "actors-\(engine)")
    }
    #expect(try actorGraphSVG(graph, title: "Actors of the Syrian peace process") == svg)
  }
}

extension PicturesActorGraphTests {
  static let hostile = [
    "\"><script>alert(1)</script>", "javascript:alert(1)", "a\u{0}b\u{1}c\u{FFFE}",
    "\u{202E}desrever\u{202C}", "\\N & \\l &amp; \\", "محمد جواد ظريف", "联合国安全理事会代表团",
    String(repeating: "very long name ", count: 400), "", "\u{301}\u{301}", "]]>--><!--",
  ]

  @Test(arguments: GraphvizEngine.allCases)
  func hostileNamesStayText(engine: GraphvizEngine) throws {
    var nodes = Self.hostile.enumerated().map { index, name in
      ActorGraph.Node(
        id: index % 2 == 0 ? name + String(index) : "id-\(index)", name: name,
        kind: ActorKind.allCases[index % ActorKind.allCases.count], eventCount: index, people: [])
    }
    nodes[1].people = Self.hostile.map { .init(id: $0, name: $0) }
    let edges = nodes.indices.dropFirst().map { index in
      ActorGraph.Edge(
        from: 0, to: index, bond: ActorGraph.Bond.allCases[index % 5], direction: .both,
        events: ["e1", "e2"], allegedCount: 1, sources: Self.hostile,
        strength: 1, example: Self.hostile[index])
    }
    let graph = ActorGraph(nodes: nodes, edges: edges)
    let svg = try actorGraphSVG(graph, title: Self.hostile[0], engine: engine)
    try show(svg, "hostile-\(engine)")
    let picture = try SVGPicture(svg)
    picture.expectSafe()
    #expect(picture.all("g").filter { $0.attributes["role"] == "img" }.count == edges.count)
    #expect(!svg.contains("\u{202E}"))
    #expect(try !actorGraphDOT(graph).contains("\u{0}"))
  }

  @Test func labelsKeepApart() throws {
    let graph = try #require(ActorGraph(of: PeaceProcess.graph, limits: .init(density: 3)))
    for engine in GraphvizEngine.allCases {
      let picture = try SVGPicture(try actorGraphSVG(graph, engine: engine))
      picture.expectSafe()
      expectNoOverlap(picture.labels())
    }
  }

  @Test func isolatedActorsStandInRows() throws {
    let nodes = (0..<300).map {
      ActorGraph.Node(id: "a\($0)", name: "Actor \($0)", kind: .group, eventCount: 1, people: [])
    }
    let picture = try SVGPicture(try actorGraphSVG(ActorGraph(nodes: nodes, edges: [])))
    expectNoOverlap(picture.labels())
    #expect(picture.labels().count == 300)
  }

  @Test func egoKeepsItsNeighbours() throws {
    let graph = try #require(
      ActorGraph(of: PeaceProcess.graph, limits: .init(ego: "vladimir putin")))
    #expect(graph.nodes.first?.id == "putin")
    #expect(graph.nodes.dropFirst().allSatisfy { ["turkey", "iran"].contains($0.id) })
    #expect(ActorGraph(of: PeaceProcess.graph, limits: .init(ego: "nobody")) == nil)
  }

  /// Two thousand actors and twenty thousand shared events come down to what can be read.
  @Test func aCrowdIsThinned() throws {
    var seed: UInt64 = 7
    func random(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((seed >> 33) % UInt64(bound))
    }
    let actors = (0..<2000).map {
      Actor(id: "a\($0)", name: "Actor number \($0)", kind: ActorKind.allCases[$0 % 4])
    }
    let events = (0..<20_000).map { index in
      // Low numbers are likelier: a few actors are in most events.
      let (a, b) = (min(random(2000), random(2000)), min(random(2000), random(2000), random(2000)))
      return Event(
        id: "e\(index)", label: "Event \(index)", type: EventType.allCases[index % 16],
        date: EDTFValue(CalendarDate(dayNumber: 15_000 + index % 3000)), status: .asserted,
        actors: [.init(actor: "a\(a)", role: .actor), .init(actor: "a\(b)", role: .recipient)],
        mentions: [])
    }
    let graph = try #require(
      ActorGraph(of: EventGraph(actors: actors, events: events), limits: .init(maxActors: 150)))
    #expect(graph.nodes.count == 150)
    #expect(graph.edges.count == 225)
    let svg = try actorGraphSVG(graph)
    try show(svg, "crowd")
    let picture = try SVGPicture(svg)
    picture.expectSafe()
    expectNoOverlap(picture.labels())
  }

  @Test func dotIsEscaped() throws {
    let graph = try #require(ActorGraph(of: PeaceProcess.graph))
    let dot = try actorGraphDOT(graph)
    #expect(dot.hasPrefix("digraph"))
    #expect(dot.contains("URL=\"index.html#actor-russia\""))
    try show(dot, "actors-source")
  }
}

extension SVGPicture {
  struct Label {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }

  /// The boxes of all labels in a picture but its legend, as wide as they are planned.
  func labels() -> [Label] {
    all("text").filter { !$0.path.contains("legend") && !$0.text.isEmpty }.map { element in
      let size = Double(element.attributes["font-size"] ?? "13")!
      let (x, y) = (Double(element.attributes["x"]!)!, Double(element.attributes["y"]!)!)
      let isBold = element.attributes["font-weight"] == "700"
      let width = PictureText.width(element.text, size: size, bold: isBold) / PictureText.slack
      let left =
        switch element.attributes["text-anchor"] {
        case "middle": x - width / 2
        case "end": x - width
        default: x
        }
      return Label(
        text: element.text, left: left, right: left + width, top: y - size * 0.72,
        bottom: y + size * 0.1)
    }
  }
}

func expectNoOverlap(
  _ labels: [SVGPicture.Label], sourceLocation: SourceLocation = #_sourceLocation
) {
  for (index, a) in labels.enumerated() {
    for b in labels[(index + 1)...]
    where a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
      Issue.record("“\(a.text)” and “\(b.text)” overlap", sourceLocation: sourceLocation)
    }
  }
}

extension PicturesActorGraphTests {
  @Test func thoseWhoActTogetherAreShaded() throws {
    let nodes = (0..<8).map {
      ActorGraph.Node(id: "a\($0)", name: "Actor \($0)", kind: .group, eventCount: 1)
    }
    func edge(_ a: Int, _ b: Int, _ bond: ActorGraph.Bond, _ count: Int) -> ActorGraph.Edge {
      ActorGraph.Edge(
        from: a, to: b, bond: bond, events: (0..<count).map { "e\($0)" }, strength: Double(count))
    }
    let edges = [
      edge(0, 1, .talks, 3), edge(1, 2, .agreement, 2), edge(0, 2, .backing, 2),
      edge(4, 5, .talks, 3), edge(5, 6, .talks, 2), edge(4, 6, .talks, 1),
      edge(6, 7, .backing, 1), edge(3, 0, .fighting, 9), edge(0, 4, .fighting, 5),
    ]
    var graph = ActorGraph(nodes: nodes, edges: edges)
    graph.groups = graph.groups(joinedBy: edges)
    #expect(graph.groups == [[0, 1, 2], [4, 5, 6, 7]])
    let picture = try SVGPicture(try actorGraphSVG(graph))
    #expect(picture.all("rect").count { $0.attributes["class"]?.hasPrefix("group ") == true } == 2)
    // Everybody with everybody is no group.
    let round = (0..<8).flatMap { a in (0..<a).map { edge(a, $0, .talks, 1) } }
    #expect(ActorGraph(nodes: nodes, edges: round).groups(joinedBy: round).isEmpty)
  }
}
