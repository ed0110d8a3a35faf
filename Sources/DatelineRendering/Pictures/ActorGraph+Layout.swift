internal import DatelineModel

extension ActorGraph {
  /// A node as it is drawn: its lines of text and the size that they need.
  struct Box {
    static let textSize = 13.0
    static let lineHeight = 16.0
    static let rowHeight = 21.0
    static let mostPeople = 4

    /// The name, in one or two lines.
    var lines: [String]
    /// Rows under the name.
    var people: [Node.Person]
    var unnamedPeople: Int
    var width: Double
    var height: Double

    init(_ node: Node) {
      let isBold = node.kind == .government || node.kind == .organization
      func measure(_ text: String, bold: Bool) -> Double {
        PictureText.width(text, size: Box.textSize, bold: bold)
      }
      lines = PictureText.wrap(
        PictureText.clean(node.name), width: 150, lines: 2, size: Box.textSize, bold: isBold)
      if lines.isEmpty { lines = ["?"] }
      people = node.people.prefix(Box.mostPeople).map { person in
        let name = PictureText.clean(person.name)
        return Node.Person(
          id: person.id, name: PictureText.cut(name, width: 170, size: Box.textSize))
      }
      unnamedPeople = node.people.count - people.count
      let text = lines.map { measure($0, bold: isBold) }.max()!
      let textHeight = Double(lines.count) * Box.lineHeight
      switch node.kind {
      case .person:
        height = textHeight + 14
        width = text / Box.room(textHeight, height, { (1 - $0 * $0).squareRoot() }) + 12
      case .group where node.people.isEmpty:
        height = textHeight + 16
        width = text / Box.room(textHeight, height, { 1 - $0 / 2 }) + 8
      default:
        let rows = people.map { measure($0.name, bold: false) } + [unnamedPeople > 0 ? 60 : 0]
        height =
          textHeight + 10 + Double(people.count + (unnamedPeople > 0 ? 1 : 0)) * Box.rowHeight
        width = max(text, rows.max()!) + 22
      }
      width = max(width, 44)
    }

    var rowCount: Int { people.count + (unnamedPeople > 0 ? 1 : 0) }
    /// The part above the rows.
    var headHeight: Double { height - Double(rowCount) * Box.rowHeight }

    /// The share of the full width that a shape has left at the upper edge of its text.
    private static func room(
      _ text: Double, _ height: Double, _ share: (Double) -> Double
    ) -> Double {
      share((text - 4) / height)
    }
  }

  /// Nodes and edges with their places; nodes without an edge stand in rows below.
  struct Layout {
    var boxes: [Box]
    var centres: [GraphvizLayout.Point]
    /// In the order of the graph's edges.
    var routes: [GraphvizLayout.Route]
    /// Behind the actors that act together.
    var shades: [PictureRect] = []
    /// Number of events, beside the edge; nil where there is no room or only one.
    var figures: [GraphvizLayout.Point?]
    var width: Double
    var height: Double
  }

  /// The width of a page of text and pictures.
  static let pageWidth = 1184.0

  func layout(_ choice: GraphvizEngine?) throws(GraphvizError) -> Layout {
    let boxes = nodes.map(Box.init)
    var hasEdge = [Bool](repeating: false, count: nodes.count)
    for edge in edges {
      hasEdge[edge.from] = true
      hasEdge[edge.to] = true
    }
    let joined = nodes.indices.filter { hasEdge[$0] }
    var layout = Layout(
      boxes: boxes, centres: nodes.map { _ in .init(x: 0, y: 0) }, routes: [], figures: [],
      width: 0, height: 0)
    if !joined.isEmpty {
      let placed = try place(joined, boxes, engine(choice, nodeCount: joined.count))
      for (place, node) in joined.enumerated() { layout.centres[node] = placed.nodes[place] }
      layout.routes = placed.routes
      layout.shades = placed.clusters
      layout.width = placed.width
      layout.height = placed.height
    }
    layout.packRows(nodes.indices.filter { !hasEdge[$0] })
    layout.placeFigures(edges)
    return layout
  }

  /// dot for what is small and thin, else a spring model. An engine that would take minutes
  /// gives way to sfdp, whoever asked for it.
  private func engine(_ choice: GraphvizEngine?, nodeCount: Int) -> GraphvizEngine {
    switch choice {
    case .dot: nodeCount <= 200 && edges.count <= 400 ? .dot : .sfdp
    case .fdp: nodeCount <= 100 ? .fdp : .sfdp
    case .neato: nodeCount <= 500 ? .neato : .sfdp
    case .sfdp: .sfdp
    case nil:
      nodeCount <= 100 && edges.count <= 2 * nodeCount
        ? .dot : nodeCount <= 300 ? .neato : .sfdp
    }
  }

  private func place(
    _ joined: [Int], _ boxes: [Box], _ engine: GraphvizEngine
  ) throws(GraphvizError) -> GraphvizLayout {
    var graph = graphviz(joined, boxes)
    let place = Dictionary(uniqueKeysWithValues: joined.enumerated().map { ($1, $0) })
    /// By springs, which find room for every graph.
    func sprung(_ engine: GraphvizEngine) throws(GraphvizError) -> GraphvizLayout {
      var springy = graph
      springy.attributes = [("overlap", "prism"), ("sep", "+10"), ("esep", "+5")]
      // Curves around nodes cost seconds above this size, and cannot be had where nodes touch.
      if joined.count <= 50 {
        var curved = springy
        curved.attributes.append(("splines", "spline"))
        if let layout = try? curved.layout(engine) { return layout }
      }
      springy.attributes.append(("splines", "line"))
      return try springy.layout(engine)
    }
    guard engine == .dot else {
      if let layout = try? sprung(engine) { return layout }
      return try sprung(.sfdp)
    }
    // The direction that fills a page best; shades for groups where they do not cost much room.
    let clusters = groups.map { $0.filter(joined.contains).map { place[$0]! } }
      .filter { $0.count > 2 }
    var best: (layout: GraphvizLayout, cost: Double)?
    for shades in clusters.isEmpty ? [[]] : [clusters, []] {
      for direction in ["LR", "TB"] {
        graph.clusters = shades
        graph.attributes = [
          ("rankdir", direction), ("ranksep", direction == "LR" ? "0.75" : "0.6"),
          ("nodesep", "0.3"), ("splines", "spline"), ("nslimit", "8"), ("mclimit", "2"),
        ]
        guard let layout = try? graph.layout(.dot) else {
          if let best { return best.layout }
          return try sprung(.sfdp)
        }
        // Long edges are as hard to read as a page that does not fit.
        let length = layout.routes.map(\.length).reduce(0, +) / Double(max(1, edges.count))
        var cost = max(layout.width / ActorGraph.pageWidth, layout.height / 760, 1) + length / 400
        if shades.isEmpty && !clusters.isEmpty { cost *= 1.1 }
        if best.map({ cost < $0.cost }) ?? true { best = (layout, cost) }
      }
    }
    return best!.layout
  }

  /// The graph with fixed sizes, for an engine.
  private func graphviz(_ joined: [Int], _ boxes: [Box]) -> GraphvizGraph {
    var place = [Int](repeating: 0, count: nodes.count)
    for (new, old) in joined.enumerated() { place[old] = new }
    var graph = GraphvizGraph()
    graph.nodes = joined.map { index in
      let box = boxes[index]
      return GraphvizGraph.Node(
        name: "n\(index)",
        attributes: [
          "label": GraphvizGraph.label(box.lines), "fontname": "Dateline Sans",
          "fontsize": "13", "shape": nodes[index].shape, "fixedsize": "true", "margin": "0",
          "width": inches(box.width), "height": inches(box.height),
        ])
    }
    graph.edges = edges.map { edge in
      let head = edge.direction == .none ? "none" : edge.bond == .fighting ? "tee" : "normal"
      return GraphvizGraph.Edge(
        tail: place[edge.from], head: place[edge.to],
        attributes: [
          "dir": edge.direction == .both ? "both" : "forward", "arrowhead": head,
          "arrowtail": edge.direction == .both ? head : "none",
          "arrowsize": inches((0.75 + 0.06 * edge.strokeWidth) * 72),
          "weight": String(min(6, edge.weight)),
        ])
    }
    return graph
  }
}

/// Pixels as Graphviz's inches, without the locale's comma.
private func inches(_ pixels: Double) -> String {
  let thousandths = Int((pixels * 1000 / 72).rounded(.up))
  let rest = String(thousandths % 1000)
  return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
}

extension ActorGraph.Node {
  /// Graphviz's name of the shape.
  var shape: String {
    switch kind {
    case .person: "ellipse"
    case .group where people.isEmpty: "hexagon"
    default: "box"
    }
  }
}

extension ActorGraph.Edge {
  /// Wider with more events, and never a beam.
  var strokeWidth: Double { min(6, 1.2 + 1.25 * (Double(weight).squareRoot() - 1)) }
}

extension ActorGraph.Layout {
  /// Stands nodes in rows under the graph.
  fileprivate mutating func packRows(_ nodes: [Int]) {
    guard !nodes.isEmpty else { return }
    let limit = max(width, min(ActorGraph.pageWidth, 760))
    var (x, y, rowHeight) = (0.0, height == 0 ? 0 : height + 28, 0.0)
    for node in nodes {
      let box = boxes[node]
      if x > 0, x + box.width > limit {
        (x, y, rowHeight) = (0, y + rowHeight + 12, 0)
      }
      centres[node] = .init(x: x + box.width / 2, y: y + box.height / 2)
      x += box.width + 14
      rowHeight = max(rowHeight, box.height)
      width = max(width, x - 14)
      height = y + rowHeight
    }
  }

  /// Puts each edge's figure on its line, where it meets no node and no other figure.
  fileprivate mutating func placeFigures(_ edges: [ActorGraph.Edge]) {
    var taken = boxes.indices.map { node in
      PictureRect(
        x: centres[node].x - boxes[node].width / 2, y: centres[node].y - boxes[node].height / 2,
        width: boxes[node].width, height: boxes[node].height)
    }
    figures = edges.indices.map { index in
      guard edges[index].weight > 1, !routes[index].points.isEmpty else { return nil }
      let width = ActorGraph.figureWidth(edges[index].weight)
      for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] {
        let point = routes[index].point(at: share)
        let rect = PictureRect(x: point.x - width / 2, y: point.y - 8, width: width, height: 16)
        if taken.contains(where: { $0.intersects(rect) }) { continue }
        taken.append(rect)
        return point
      }
      return nil
    }
  }
}

extension ActorGraph {
  static func figureWidth(_ weight: Int) -> Double {
    PictureText.width(String(weight), size: 11.5, bold: true) + 6
  }
}

/// An upright rectangle.
struct PictureRect: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func intersects(_ other: PictureRect) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}

extension GraphvizLayout.Route {
  /// Of the control polygon, which is a little longer than the curve.
  var length: Double {
    zip(points, points.dropFirst()).reduce(0) { sum, pair in
      let (dx, dy) = (pair.1.x - pair.0.x, pair.1.y - pair.0.y)
      return sum + (dx * dx + dy * dy).squareRoot()
    }
  }

  /// The point that lies `share` (0…1) of the way along the control polygon's pieces.
  func point(at share: Double) -> GraphvizLayout.Point {
    let pieces = (points.count - 1) / 3
    guard pieces > 0 else { return points[0] }
    // Pieces differ in length: walk by chords.
    let lengths = (0..<pieces).map { piece in
      let (a, b) = (points[3 * piece], points[3 * piece + 3])
      return ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
    var rest = share * lengths.reduce(0, +)
    var piece = 0
    while piece < pieces - 1, rest > lengths[piece] {
      rest -= lengths[piece]
      piece += 1
    }
    let t = lengths[piece] > 0 ? min(1, rest / lengths[piece]) : 0
    let (s, p) = (1 - t, points[(3 * piece)...(3 * piece + 3)].map { $0 })
    func mix(_ c: KeyPath<GraphvizLayout.Point, Double>) -> Double {
      s * s * s * p[0][keyPath: c] + 3 * s * s * t * p[1][keyPath: c]
        + 3 * s * t * t * p[2][keyPath: c] + t * t * t * p[3][keyPath: c]
    }
    return .init(x: mix(\.x), y: mix(\.y))
  }
}
