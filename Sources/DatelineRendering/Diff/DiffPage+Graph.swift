internal import DatelineModel
internal import EDTF
internal import Mustache

extension DiffPage {
  /// The actor graphs of the two accounts, laid over each other; nil where no graph was given.
  func superposed() throws(GraphvizError) -> TemplateValue? {
    guard let superposition else { return nil }
    let told = superposition.told
    var both = superposition.graph
    // "People" and "the army" may be others from one event to the next.
    let names = Dictionary(both.actors.map { ($0.id, $0.name) }) { first, _ in first }
    for index in both.events.indices {
      both.events[index].actors.removeAll { ActorGraph.isDescribed(names[$0.actor] ?? "") }
    }
    guard !both.events.isEmpty,
      var actors = ActorGraph(of: both, limits: .init(maxActors: 18, density: 1.5))
    else { return nil }
    // An actor is met in its own name or in those of its people.
    let members = actors.nodes.map { Set([$0.id] + $0.people.map(\.id)) }
    func sides(_ edge: ActorGraph.Edge) -> Side {
      edge.events.compactMap { told[$0]?.sides(members[edge.from], members[edge.to]) }
        .reduce(Side(left: false, right: false)) { $0.joined($1) }
    }
    // One side names the one, and the other side the other: nobody tells that they met.
    actors.edges.removeAll { edge in
      let told = sides(edge)
      return !told.left && !told.right
    }
    if actors.edges.isEmpty { return nil }
    let layout = try actors.layout(nil)
    let edges = actors.edges.map(sides)
    let nodes = members.map { own in
      told.values.map { $0.sides(own, own) }.reduce(Side(left: false, right: false)) {
        $0.joined($1)
      }
    }
    var svg = SVGWriter(theme: options.theme)
    draw(actors, layout, nodes, edges, to: &svg)
    func row(_ index: Int) -> TemplateValue {
      let edge = actors.edges[index]
      return [
        "from": .text(PageText.cut(actors.nodes[edge.from].name, limit: 80)),
        "to": .text(PageText.cut(actors.nodes[edge.to].name, limit: 80)),
        "bond": .text(say(edge.bond.name)), "count": .init(edge.weight),
        "side": .text(words(edges[index])),
      ]
    }
    let order: [(Side, String)] = [
      (Side(left: true, right: true), "in both"), (Side(left: true, right: false), "left"),
      (Side(left: false, right: true), "right"),
    ]
    let counts = order.map { kind, _ in edges.count { $0 == kind } }
    return [
      "onlyLeft": .text(words(Side(left: true, right: false))),
      "onlyRight": .text(words(Side(left: false, right: true))), "svg": .text(svg.text),
      "lead": .text(
        say(
          "{events} in both, {left} only on the left, {right} only on the right.",
          [
            "events": say.counted(counts[0], "relation"), "left": String(counts[1]),
            "right": String(counts[2]),
          ])
          + (actors.actorCount > actors.nodes.count
            ? " "
              + say(
                "Drawn are the {n} actors of {all} that take part in most.",
                ["n": String(actors.nodes.count), "all": String(actors.actorCount)]) : "")),
      "rows": .list(actors.edges.indices.map(row)),
    ]
  }

  private typealias Side = Superposition.Sides

  private var superposition: Superposition? {
    guard let pair, let first = graphs.first else { return nil }
    if graphs.count == 2 { return Superposition(left: first, right: graphs[1], diff: diff) }
    return Superposition(of: first, left: members(of: pair.left), right: members(of: pair.right))
  }

  private func words(_ side: Side) -> String {
    guard let pair else { return "" }
    if side.left, side.right { return say("in both") }
    return say("only {name}", ["name": name(side.left ? pair.left : pair.right)])
  }

  /// Names of the sources that stand behind a side.
  private func members(of side: String) -> Set<String> {
    Set(diff.coverage[side]?.sources ?? [side])
  }

  private func draw(
    _ actors: ActorGraph, _ layout: ActorGraph.Layout, _ nodes: [Side], _ edges: [Side],
    to svg: inout SVGWriter
  ) {
    let (width, height) = (layout.width + 24, layout.height + 24)
    svg.open(
      "svg",
      [
        "viewBox": "-12 -12 \(px(width)) \(px(height))", "width": px(width), "height": px(height),
        "role": "img", "aria-labelledby": "sup-t sup-d",
      ], class: "dl sup-g")
    svg.element(
      "title", ["id": "sup-t"],
      say("Actors and relations of two accounts, laid over each other"))
    svg.element("desc", ["id": "sup-d"], say("The table below lists the relations."))
    for (index, edge) in actors.edges.enumerated() {
      let points = layout.routes[index].points
      guard points.count >= 4 else { continue }
      var path = "M\(px(points[0].x)) \(px(points[0].y))"
      for start in stride(from: 1, to: points.count - 2, by: 3) {
        path +=
          "C"
          + points[start...(start + 2)].map { "\(px($0.x)) \(px($0.y))" }
          .joined(separator: " ")
      }
      let route = layout.routes[index]
      if let tip = route.tailTip {
        path = "M\(px(tip.x)) \(px(tip.y))L" + path.dropFirst()
      }
      if let tip = route.headTip { path += "L\(px(tip.x)) \(px(tip.y))" }
      svg.open("g", [:], class: "e-" + edges[index].role)
      svg.element(
        "title", [:],
        "\(PictureText.clean(actors.nodes[edge.from].name)) – "
          + "\(PictureText.clean(actors.nodes[edge.to].name)): \(say(edge.bond.name)), "
          + "\(say.counted(edge.weight, "event")), \(words(edges[index]))")
      svg.leaf("path", ["d": path, "fill": "none"])
      svg.close("g")
    }
    for (index, box) in layout.boxes.enumerated() {
      let centre = layout.centres[index]
      svg.open("g", [:], class: "n-" + nodes[index].role)
      svg.leaf(
        "rect",
        [
          "x": px(centre.x - box.width / 2), "y": px(centre.y - box.height / 2),
          "width": px(box.width), "height": px(box.height), "rx": "6",
        ])
      let top = centre.y - box.height / 2 + (box.headHeight - Double(box.lines.count) * 16) / 2
      for (line, text) in box.lines.enumerated() {
        svg.element(
          "text",
          [
            "x": px(centre.x), "y": px(top + Double(line) * 16 + 12), "text-anchor": "middle",
            "font-size": "13",
          ], text)
      }
      for row in 0..<box.rowCount {
        let person = row < box.people.count ? box.people[row].name : nil
        svg.element(
          "text",
          [
            "x": px(centre.x), "text-anchor": "middle", "font-size": "12",
            "y": px(centre.y - box.height / 2 + box.headHeight + Double(row) * 21 + 12),
          ], class: "people", person ?? say("+ {n} more", ["n": String(box.unnamedPeople)]))
      }
      svg.close("g")
    }
    svg.close("svg")
  }
}
