internal import DatelineModel

/// Draws an actor graph as SVG, placed by Graphviz: the same bytes on every machine.
///
/// Kinds of actors are told by shape, kinds of relations by dash; colours come from the theme's
/// variables and follow the reader's light or dark scheme. The element can stand alone or inside
/// HTML. Throws where Graphviz cannot be started or fails. Without `engine` one is chosen by size;
/// sfdp takes over from an engine that would need minutes.
///
/// ```swift
/// try actorGraphSVG(ActorGraph(of: events)!, title: "Who met whom")
/// // <svg xmlns="http://www.w3.org/2000/svg" class="dl actors" …
/// ```
public func actorGraphSVG(
  _ graph: ActorGraph, title: String? = nil, engine: GraphvizEngine? = nil,
  links: PictureLink = PictureLink(), theme: Theme = .standard, locale: String = "en",
  templates: TemplateSet = .builtIn, isInline: Bool = false
) throws(GraphvizError) -> String {
  let say = Wording(locale: locale, templates: templates)
  let layout = try graph.layout(engine)
  var drawing = ActorGraphDrawing(
    graph: graph, layout: layout, links: links, theme: theme, in: say)
  drawing.draw(title ?? say("Actors and what joins them"), isInline: isInline)
  return drawing.svg.text
}

/// An actor graph in the DOT language, for Graphviz and what reads its files.
public func actorGraphDOT(
  _ graph: ActorGraph, links: PictureLink = PictureLink(), theme: Theme = .standard
) throws(GraphvizError) -> String {
  var dot = GraphvizGraph()
  dot.attributes = [("rankdir", "LR"), ("ranksep", "0.75"), ("nodesep", "0.3")]
  dot.nodes = graph.nodes.map { node in
    let name = PictureText.clean(node.name)
    let isFilled = node.kind == .government
    return GraphvizGraph.Node(
      name: PictureText.clean(node.id),
      attributes: [
        "label": GraphvizGraph.label([name] + node.people.map { PictureText.clean($0.name) }),
        "shape": node.shape, "class": node.kind.rawValue, "fontname": "Helvetica",
        "style": isFilled ? "filled" : node.kind == .organization ? "rounded" : "solid",
        "fillcolor": isFilled ? theme.light(.ink) : theme.light(.paper),
        "fontcolor": isFilled ? theme.light(.paper) : theme.light(.ink),
        "URL": links.actor(node.id).flatMap(PictureLink.safe) ?? "",
      ])
  }
  dot.edges = graph.edges.map { edge in
    let style =
      switch edge.bond {
      case .talks, .agreement: "solid"
      case .fighting, .backing: "dashed"
      case .statement: "dotted"
      }
    let colour = theme.light(edge.bond.token)
    let head = edge.direction == .none ? "none" : edge.bond == .fighting ? "tee" : "normal"
    return GraphvizGraph.Edge(
      tail: edge.from, head: edge.to,
      attributes: [
        "class": edge.bond.rawValue, "style": style, "arrowhead": head,
        "dir": edge.direction == .both ? "both" : "forward",
        "arrowtail": edge.direction == .both ? head : "none",
        "color": edge.bond == .agreement ? "\(colour):\(theme.light(.paper)):\(colour)" : colour,
        "label": edge.weight > 1 ? String(edge.weight) : "", "fontname": "Helvetica",
        "penwidth": px(edge.strokeWidth),
        "tooltip": GraphvizGraph.label([graph.sentence(edge)]),
      ])
  }
  return try dot.dot()
}

extension ActorGraph {
  /// An edge in words: who, what, how often, when, told by whom.
  public func sentence(_ edge: Edge) -> String { sentence(edge, in: .english) }

  func sentence(_ edge: Edge, in say: Wording) -> String {
    let arrow =
      switch edge.direction {
      case .none: " " + say("and") + " "
      case .forward: " → "
      case .both: " ⇄ "
      }
    var words = PictureText.clean(nodes[edge.from].name) + arrow
    words += PictureText.clean(nodes[edge.to].name)
    words += ": \(say(edge.bond.name)), \(say.counted(edge.weight, "event"))"
    if edge.allegedCount > 0 {
      words += ", "
      words +=
        edge.weight == 1
        ? say("alleged") : say("{n} of them alleged", ["n": String(edge.allegedCount)])
    }
    if let first = edge.first, let last = edge.last {
      words += "; " + say.span(first, last)
    }
    let label = PictureText.clean(edge.example, limit: 100)
    if !label.isEmpty {
      words += "; " + (edge.weight == 1 ? label : say("such as: {label}", ["label": label]))
    }
    if !edge.sources.isEmpty {
      words += ". " + say("Told by {names}", ["names": say.few(edge.sources)])
    }
    return words
  }
}

/// "1 event", "2 events".
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

extension ActorKind {
  /// As the legend names it.
  var word: String { self == .organization ? "organisation" : rawValue }
}

private struct ActorGraphDrawing {
  let graph: ActorGraph
  let layout: ActorGraph.Layout
  let links: PictureLink
  let say: Wording
  var svg: SVGWriter

  private let margin = 16.0

  init(
    graph: ActorGraph, layout: ActorGraph.Layout, links: PictureLink, theme: Theme,
    in say: Wording
  ) {
    self.say = say
    self.graph = graph
    self.layout = layout
    self.links = links
    svg = SVGWriter(theme: theme)
    self.theme = theme
  }
  private let theme: Theme

  mutating func draw(_ title: String, isInline: Bool) {
    let width = max(layout.width, 620) + 2 * margin
    let legend = legendItems()
    let rows = PictureLegend.rows(legend, width: width - 2 * margin)
    let top = layout.height + 2 * margin + 8
    let height = top + Double(rows.count + 1) * PictureLegend.rowHeight + margin
    svg.openPicture(
      "actors", title: title, description: description, width: width, height: height,
      theme: theme, language: say.language, isInline: isInline)
    let left = margin + max(0, (width - 2 * margin - layout.width) / 2)
    svg.open("g", ["transform": "translate(\(px(left)) \(px(margin)))"])
    for shade in layout.shades {
      svg.leaf(
        "rect",
        [
          "x": px(shade.x), "y": px(shade.y), "width": px(shade.width),
          "height": px(shade.height), "rx": "12",
        ], class: "group", fill: .panel)
    }
    for index in graph.edges.indices { drawEdge(index) }
    for index in graph.nodes.indices { drawNode(index) }
    for index in graph.edges.indices { drawFigure(index) }
    svg.close("g")
    svg.newline()
    drawLegend(rows, legend, top: top, width: width)
    svg.close("svg")
    svg.newline()
  }

  private var description: String {
    var words = say(
      "A graph of {actors} and {relations}.",
      [
        "actors": say.counted(graph.nodes.count, "actor"),
        "relations": say.counted(graph.edges.count, "relation"),
      ])
    for edge in graph.edges.prefix(3) { words += " " + graph.sentence(edge, in: say) + "." }
    return words
  }

  private var omission: String {
    let words = say(
      "{n} of {actors} and {m} of {relations} are drawn",
      [
        "n": String(graph.nodes.count), "actors": say.counted(graph.actorCount, "actor"),
        "m": String(graph.edges.count), "relations": say.counted(graph.edgeCount, "relation"),
      ])
    let isWhole = graph.edges.count == graph.edgeCount && graph.nodes.count == graph.actorCount
    if isWhole { return words + "." }
    return words + say(": the strongest of each kind, and what keeps each actor joined.")
  }

  // MARK: Edges

  private mutating func drawEdge(_ index: Int) {
    let edge = graph.edges[index]
    let route = layout.routes[index]
    guard route.points.count >= 4 else { return }
    let words = graph.sentence(edge, in: say)
    let ends = [edge.from, edge.to].map { PictureLink.name(graph.nodes[$0].id) }
    svg.newline()
    svg.open(
      "g",
      [
        "id": "edge-\(ends[0])--\(ends[1])--\(edge.bond.rawValue)", "role": "img",
        "data-from": "node-" + ends[0], "data-to": "node-" + ends[1], "aria-label": words,
      ], class: "edge \(edge.bond.rawValue)", stroke: edge.bond.token)
    svg.element("title", [:], words)
    let path = pathData(route)
    let width = edge.strokeWidth
    // A wide unseen line, so that a pointer finds the edge.
    svg.leaf(
      "path",
      [
        "d": path, "fill": "none", "stroke": "none", "stroke-width": px(width + 9),
        "pointer-events": "stroke",
      ])
    switch edge.bond {
    case .agreement:
      let inner = max(1.6, width * 0.7)
      svg.leaf("path", ["d": path, "fill": "none", "stroke-width": px(inner + 2.8)])
      svg.leaf(
        "path", ["d": path, "fill": "none", "stroke-width": px(inner)], stroke: .paper)
    default:
      let dash = edge.bond.dash(width)
      if let dash {
        svg.leaf(
          "path",
          [
            "d": path, "fill": "none", "stroke-width": px(width),
            "stroke-dasharray": dash, "stroke-linecap": edge.bond == .statement ? "round" : "butt",
          ])
      } else {
        svg.leaf("path", ["d": path, "fill": "none", "stroke-width": px(width)])
      }
    }
    if let tip = route.headTip { drawArrow(from: route.points.last!, to: tip, edge) }
    if let tip = route.tailTip { drawArrow(from: route.points.first!, to: tip, edge) }
    svg.close("g")
  }

  private func pathData(_ route: GraphvizLayout.Route) -> String {
    var data = "M\(place(route.points[0]))"
    for piece in 0..<((route.points.count - 1) / 3) {
      data += "C" + (1...3).map { place(route.points[3 * piece + $0]) }.joined(separator: " ")
    }
    return data
  }

  private mutating func drawArrow(
    from base: GraphvizLayout.Point, to tip: GraphvizLayout.Point, _ edge: ActorGraph.Edge
  ) {
    let (dx, dy) = (tip.x - base.x, tip.y - base.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0.1 else { return }
    let (ux, uy) = (dx / length, dy / length)
    let half = 3.2 + edge.strokeWidth * 0.75
    func aside(_ along: Double, _ side: Double) -> String {
      place(.init(x: base.x + ux * along - uy * side, y: base.y + uy * along + ux * side))
    }
    if edge.bond == .fighting {
      let stand = length - 1.5
      svg.leaf(
        "path",
        [
          "d": "M\(place(base))L\(aside(stand, 0))M\(aside(stand, half))L\(aside(stand, -half))",
          "fill": "none", "stroke-width": px(max(1.8, edge.strokeWidth * 0.8)),
        ])
    } else {
      svg.leaf(
        "path", ["d": "M\(place(tip))L\(aside(0, half))L\(aside(0, -half))Z", "stroke-width": "1"],
        class: "head", fill: edge.bond.token)
    }
  }

  private mutating func drawFigure(_ index: Int) {
    guard let point = layout.figures[index] else { return }
    let edge = graph.edges[index]
    svg.element(
      "text",
      [
        "x": px(point.x), "y": px(point.y + 4), "text-anchor": "middle",
        "font-size": "11.5", "stroke-width": "4", "aria-hidden": "true",
      ], class: "figure halo n", fill: edge.bond.token, stroke: .paper, String(edge.weight))
  }

  // MARK: Nodes

  private mutating func drawNode(_ index: Int) {
    let node = graph.nodes[index]
    let box = layout.boxes[index]
    let centre = layout.centres[index]
    let (left, top) = (centre.x - box.width / 2, centre.y - box.height / 2)
    let name = PictureText.clean(node.name)
    let words = "\(name), \(say(node.kind.word)): \(say.counted(node.eventCount, "event"))"
    svg.newline()
    svg.open(
      "g", ["id": "node-" + PictureLink.name(node.id)], class: "node \(node.kind.rawValue)")
    let isLinked = svg.openLink(links.actor(node.id), label: words)
    svg.element("title", [:], words)
    let frame = PictureRect(x: left, y: top, width: box.width, height: box.height)
    svg.actorShape(node.kind, hexagon: node.people.isEmpty, frame)
    let isFilled = node.kind == .government
    if isFilled {
      svg.leaf(
        "rect",
        [
          "x": px(left), "y": px(top), "width": px(box.width),
          "height": px(box.headHeight),
        ], fill: .ink)
    }
    let isBold = isFilled || node.kind == .organization
    let first = top + box.headHeight / 2 - Double(box.lines.count - 1) * 8 + 4.6
    let isList = box.rowCount > 0
    for (line, text) in box.lines.enumerated() {
      svg.element(
        "text",
        [
          "x": px(isList ? left + 11 : centre.x), "y": px(first + Double(line) * 16),
          "text-anchor": isList ? "start" : "middle", "font-size": "13",
          "font-weight": isBold ? "700" : "400",
        ], fill: isFilled ? .paper : .ink, text)
    }
    svg.closeLink(isLinked)
    for row in 0..<box.rowCount {
      let y = top + box.headHeight + (Double(row) + 0.5) * ActorGraph.Box.rowHeight + 3.6
      let person = row < box.people.count ? box.people[row] : nil
      let isLinked =
        person.map { person in
          svg.openLink(
            links.actor(person.id),
            label: say(
              "{name}, person, acts for {body}", ["name": person.name, "body": name]))
        } ?? false
      svg.element(
        "text", ["x": px(left + 11), "y": px(y), "font-size": "13"],
        fill: person == nil ? .ink3 : .ink,
        person?.name ?? say("+ {n} more", ["n": String(box.unnamedPeople)]))
      svg.closeLink(isLinked)
    }
    svg.close("g")
  }

  // MARK: Legend

  private func legendItems() -> [PictureLegend.Item] {
    var items: [PictureLegend.Item] = []
    let kinds = Set(graph.nodes.map(\.kind))
    for kind in [ActorKind.government, .organization, .group, .person, .place]
    where kinds.contains(kind) {
      items.append(
        .init(say(kind.word), width: 30) { svg, x, y in
          svg.actorShape(
            kind, hexagon: true, PictureRect(x: x, y: y - 7, width: 30, height: 14))
          if kind == .government {
            svg.leaf(
              "rect", ["x": px(x), "y": px(y - 7), "width": "30", "height": "14"],
              fill: .ink)
          }
        })
    }
    if graph.nodes.contains(where: { !$0.people.isEmpty }) {
      items.append(
        .init(say("names inside a box act for it"), width: 30) { svg, x, y in
          svg.actorShape(
            .government, hexagon: false, PictureRect(x: x, y: y - 8, width: 30, height: 16))
          svg.leaf(
            "rect", ["x": px(x), "y": px(y - 8), "width": "30", "height": "6"], fill: .ink)
        })
    }
    if !layout.shades.isEmpty {
      items.append(
        .init(say("shaded: found to act together"), width: 30) { svg, x, y in
          svg.leaf(
            "rect",
            ["x": px(x), "y": px(y - 8), "width": "30", "height": "16", "rx": "5"], fill: .panel,
            stroke: .rule)
        })
    }
    let bonds = Set(graph.edges.map(\.bond))
    for bond in ActorGraph.Bond.allCases where bonds.contains(bond) {
      let isDirected = graph.edges.contains { $0.bond == bond && $0.direction != .none }
      items.append(
        .init(say(bond.name), width: 38) { svg, x, y in
          svg.bondSample(bond, isDirected: isDirected, x: x, y: y)
        })
    }
    if graph.edges.contains(where: { $0.weight > 1 }) {
      items.append(
        .init(say("width and figure: number of events"), width: 0) { _, _, _ in })
    }
    return items
  }

  private mutating func drawLegend(
    _ rows: [[Int]], _ items: [PictureLegend.Item], top: Double, width: Double
  ) {
    svg.open("g", ["role": "note"], class: "legend")
    svg.leaf(
      "line",
      [
        "x1": px(margin), "x2": px(width - margin), "y1": px(top - 14),
        "y2": px(top - 14),
      ], stroke: .rule)
    PictureLegend.draw(rows, items, omission: omission, into: &svg, left: margin, top: top)
    svg.close("g")
  }

  private func place(_ p: GraphvizLayout.Point) -> String { px(p.x) + "," + px(p.y) }
}

extension ActorGraph.Bond {
  /// A dash pattern, longer on wider lines; nil for a solid line.
  func dash(_ width: Double) -> String? {
    switch self {
    case .talks, .agreement: nil
    case .fighting: "\(px(3 + width)) \(px(2 + width * 0.8))"
    case .backing: "\(px(9 + width)) \(px(3.5 + width * 0.6))"
    case .statement: "0.1 \(px(3.2 + width))"
    }
  }
}

extension SVGWriter {
  /// The outline of an actor: its kind by shape.
  fileprivate mutating func actorShape(_ kind: ActorKind, hexagon: Bool, _ r: PictureRect) {
    let box: Attributes = [
      "x": px(r.x), "y": px(r.y), "width": px(r.width), "height": px(r.height),
      "stroke-width": "1.4",
    ]
    switch kind {
    case .government: leaf("rect", box, class: "shape", fill: .paper, stroke: .ink)
    case .group where !hexagon:
      leaf("rect", box, class: "shape", fill: .paper, stroke: .politics)
    case .organization:
      leaf(
        "rect",
        [
          "x": px(r.x), "y": px(r.y), "width": px(r.width), "height": px(r.height),
          "rx": px(min(9, r.height / 2.4)), "stroke-width": "1.4",
        ], class: "shape", fill: .paper, stroke: .ink)
    case .group:
      let (right, bottom, middle) = (r.x + r.width, r.y + r.height, r.y + r.height / 2)
      let points = [
        (r.x, middle), (r.x + r.width / 4, r.y), (right - r.width / 4, r.y), (right, middle),
        (right - r.width / 4, bottom), (r.x + r.width / 4, bottom),
      ]
      leaf(
        "polygon",
        [
          "points": points.map { px($0.0) + "," + px($0.1) }.joined(separator: " "),
          "stroke-width": "1.4",
        ], class: "shape", fill: .paper, stroke: .politics)
    case .person:
      leaf(
        "ellipse",
        [
          "cx": px(r.x + r.width / 2), "cy": px(r.y + r.height / 2), "rx": px(r.width / 2),
          "ry": px(r.height / 2), "stroke-width": "1.2",
        ], class: "shape", fill: .paper, stroke: .ink3)
    case .place: leaf("rect", box, class: "shape", fill: .panel, stroke: .line)
    }
  }

  /// A line of the legend.
  fileprivate mutating func bondSample(
    _ bond: ActorGraph.Bond, isDirected: Bool, x: Double, y: Double
  ) {
    let end = isDirected && !bond.isMutual ? x + 30 : x + 38
    func line(_ y: Double) -> String { "M\(px(x)),\(px(y))H\(px(end))" }
    switch bond {
    case .agreement:
      leaf(
        "path", ["d": line(y - 2.2) + line(y + 2.2), "fill": "none", "stroke-width": "1.4"],
        stroke: bond.token)
    default:
      leaf(
        "path",
        [
          "d": line(y), "fill": "none", "stroke-width": bond == .talks ? "2.6" : "1.8",
          "stroke-dasharray": bond.dash(1.8) ?? "none",
          "stroke-linecap": bond == .statement ? "round" : "butt",
        ], stroke: bond.token)
    }
    guard end < x + 38 else { return }
    if bond == .fighting {
      leaf(
        "path",
        ["d": "M\(px(end + 2)),\(px(y - 5))V\(px(y + 5))", "fill": "none", "stroke-width": "2"],
        stroke: bond.token)
    } else {
      leaf(
        "path",
        ["d": "M\(px(x + 38)),\(px(y))L\(px(end)),\(px(y - 4))V\(px(y + 4))Z"],
        fill: bond.token)
    }
  }
}
