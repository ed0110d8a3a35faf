internal import CGraphvizText
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A Graphviz program that places nodes and routes edges.
public enum GraphvizEngine: String, CaseIterable, Sendable {
  case dot, neato, fdp, sfdp
}

/// What libgvc or libcgraph could not do, in its own words.
public struct GraphvizError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}

/// A graph as cgraph takes it: names and attributes, nothing laid out.
struct GraphvizGraph {
  struct Node {
    /// Unique in the graph.
    var name: String
    var attributes: KeyValuePairs<String, String>
  }
  struct Edge {
    /// Indices into `nodes`.
    var tail: Int
    var head: Int
    var attributes: KeyValuePairs<String, String>
  }

  var attributes: [(key: String, value: String)] = []
  var nodes: [Node] = []
  var edges: [Edge] = []
  /// Nodes that dot keeps in a rectangle of their own, as indices.
  var clusters: [[Int]] = []

  /// A label as cgraph reads it: `&` and `\` escaped, lines joined.
  static func label(_ lines: [String]) -> String {
    lines.map { line in
      var escaped = ""
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\\": escaped += "\\\\"
        case "&": escaped += "&amp;"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      return escaped
    }.joined(separator: "\\n")
  }
}

/// Where an engine put a graph's parts: in pixels, y downwards, from the upper left corner.
struct GraphvizLayout {
  struct Point: Hashable {
    var x: Double
    var y: Double
  }
  struct Route {
    /// Control points of a piecewise cubic Bézier curve, 3 n + 1 of them.
    var points: [Point]
    /// The tips of arrows at tail and head.
    var tailTip: Point?
    var headTip: Point?
  }

  var width: Double
  var height: Double
  /// Centres, in the order of the graph's nodes.
  var nodes: [Point]
  /// In the order of the graph's edges; empty where an edge was not routed.
  var routes: [Route]
  /// In the order of the graph's clusters; empty but from dot.
  var clusters: [PictureRect]
}

/// libgvc keeps state for the whole process and survives no second thread: one context, one lock.
private final class GraphvizContext: @unchecked Sendable {
  static let shared = Mutex<GraphvizContext?>(nil)
  let pointer: OpaquePointer

  init() throws(GraphvizError) {
    var message = [CChar](repeating: 0, count: 1024)
    guard let pointer = dateline_context(&message, message.count) else {
      let words = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw GraphvizError("Graphviz cannot be started: " + String(decoding: words, as: UTF8.self))
    }
    self.pointer = pointer
  }
}

extension GraphvizGraph {
  /// Seconds of processor time that one layout may take, and bytes that it may need. What a page
  /// holds takes a hundredth of either: a slow machine must not get another picture.
  private static let layoutSeconds: Int32 = 10
  private static let layoutBytes = 512 << 20

  /// Places the graph by `engine`, in a process of its own: an engine may take minutes or die over
  /// a graph that looks harmless.
  func layout(_ engine: GraphvizEngine) throws(GraphvizError) -> GraphvizLayout {
    try withOpen { (open) throws(GraphvizError) in
      var (nodes, edges, clusters) = (
        open.nodes.map(Optional.some), open.edges.map(Optional.some),
        open.clusters.map(Optional.some)
      )
      let result = dateline_layout_apart(
        open.context, open.graph, engine.rawValue, &nodes, nodes.count, &edges, edges.count,
        &clusters, engine == .dot ? clusters.count : 0, GraphvizGraph.layoutSeconds,
        GraphvizGraph.layoutBytes)
      defer { free(result.numbers) }
      guard result.status == 0 else {
        throw GraphvizError(
          "\(engine.rawValue) could not lay out the graph: \(GraphvizGraph.reason(result))")
      }
      var numbers = LayoutNumbers(result)
      guard let layout = numbers.layout(self, hasClusters: engine == .dot) else {
        throw GraphvizError("\(engine.rawValue) gave places that are no numbers")
      }
      return layout
    }
  }

  private static func reason(_ result: dateline_layout_result) -> String {
    if result.status == ETIMEDOUT {
      return "it took longer than \(layoutSeconds) seconds (limit layoutSeconds)"
    }
    if result.status < 0 {
      return "it died (signal \(-result.status)), perhaps for want of memory (limit layoutBytes)"
    }
    let words = withUnsafeBytes(of: result.message) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    return words.isEmpty ? "no reason given" : PictureText.clean(words, limit: 400)
  }

  /// The graph in the DOT language.
  func dot() throws(GraphvizError) -> String {
    try withOpen { (open) throws(GraphvizError) in
      guard let text = dateline_write_dot(open.graph) else {
        throw GraphvizError("the graph cannot be written: \(failure ?? "out of memory")")
      }
      defer { free(text) }
      return String(cString: text)
    }
  }

  private var failure: String? {
    let words = String(cString: dateline_errors())
    return words.isEmpty ? nil : String(PictureText.clean(words, limit: 400))
  }

  private struct Open {
    var context: OpaquePointer
    var graph: UnsafeMutablePointer<Agraph_t>
    var nodes: [UnsafeMutablePointer<Agnode_t>]
    var edges: [UnsafeMutablePointer<Agedge_t>]
    var clusters: [UnsafeMutablePointer<Agraph_t>]
  }

  /// Builds the graph in libcgraph, under the lock, and closes it after `body`.
  private func withOpen<Result: Sendable>(
    _ body: (Open) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    try GraphvizContext.shared.withLock { (shared) throws(GraphvizError) in
      let context = if let shared { shared } else { try GraphvizContext() }
      shared = context
      dateline_errors_begin()
      guard let graph = dateline_open() else { throw GraphvizError("out of memory") }
      defer { agclose(graph) }
      for (key, value) in attributes { dateline_set(graph, key, value) }
      let nodes = nodes.map { node in
        let made = dateline_node(graph, node.name)!
        for (key, value) in node.attributes { dateline_set(made, key, value) }
        return made
      }
      let edges = edges.map { edge in
        let made = dateline_edge(graph, nodes[edge.tail], nodes[edge.head])!
        for (key, value) in edge.attributes { dateline_set(made, key, value) }
        return made
      }
      let clusters = clusters.enumerated().map { number, members in
        let made = dateline_subgraph(graph, "cluster_\(number)")!
        dateline_set(made, "margin", "12")
        for member in members { agsubnode(made, nodes[member], 1) }
        return made
      }
      if let failure { throw GraphvizError("libcgraph refused the graph: \(failure)") }
      return try body(
        Open(
          context: context.pointer, graph: graph, nodes: nodes, edges: edges,
          clusters: clusters))
    }
  }
}

/// Reads what a layout in another process gave.
private struct LayoutNumbers {
  private let numbers: UnsafeBufferPointer<Double>
  private var position = 0
  private var bounds = (left: 0.0, top: 0.0)

  init(_ result: dateline_layout_result) {
    numbers = UnsafeBufferPointer(start: result.numbers, count: result.count)
  }

  /// Nil where there are too few numbers, or some that are none.
  mutating func layout(_ graph: GraphvizGraph, hasClusters: Bool) -> GraphvizLayout? {
    guard numbers.allSatisfy(\.isFinite), let box = box() else { return nil }
    bounds = (box.left, box.top)
    var layout = GraphvizLayout(
      width: box.right - box.left, height: box.top - box.bottom, nodes: [], routes: [],
      clusters: [])
    for _ in graph.nodes {
      guard let place = point() else { return nil }
      layout.nodes.append(place)
    }
    for _ in graph.edges {
      guard let count = next(), count >= 0, Int(count) <= numbers.count else { return nil }
      var route = GraphvizLayout.Route(points: [])
      guard let tail = tip(), let head = tip() else { return nil }
      route.tailTip = tail.point
      route.headTip = head.point
      for _ in 0..<Int(count) {
        guard let place = point() else { return nil }
        route.points.append(place)
      }
      layout.routes.append(route)
    }
    for _ in hasClusters ? graph.clusters : [] {
      guard let box = self.box() else { return nil }
      layout.clusters.append(
        PictureRect(
          x: box.left - bounds.left, y: bounds.top - box.top, width: box.right - box.left,
          height: box.top - box.bottom))
    }
    return layout
  }

  private mutating func next() -> Double? {
    guard position < numbers.count else { return nil }
    defer { position += 1 }
    return numbers[position]
  }

  private mutating func box() -> (left: Double, bottom: Double, right: Double, top: Double)? {
    guard let left = next(), let bottom = next(), let right = next(), let top = next() else {
      return nil
    }
    return (left, bottom, right, top)
  }

  private mutating func point() -> GraphvizLayout.Point? {
    guard let x = next(), let y = next() else { return nil }
    return GraphvizLayout.Point(x: x - bounds.left, y: bounds.top - y)
  }

  private mutating func tip() -> (point: GraphvizLayout.Point?, Void)? {
    guard let has = next(), let place = point() else { return nil }
    return (has != 0 ? place : nil, ())
  }
}
