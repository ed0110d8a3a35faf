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
  /// Places the graph by `engine`.
  func layout(_ engine: GraphvizEngine) throws(GraphvizError) -> GraphvizLayout {
    try withOpen { (open) throws(GraphvizError) in
      let status = dateline_layout(open.context, open.graph, engine.rawValue)
      defer { gvFreeLayout(open.context, open.graph) }
      if status != 0 || failure != nil {
        let reason = failure ?? "no reason given"
        throw GraphvizError("\(engine.rawValue) could not lay out the graph: \(reason)")
      }
      let bounds = dateline_bounds(open.graph)
      func point(_ p: pointf) -> GraphvizLayout.Point {
        GraphvizLayout.Point(x: p.x - bounds.LL.x, y: bounds.UR.y - p.y)
      }
      let layout = GraphvizLayout(
        width: bounds.UR.x - bounds.LL.x, height: bounds.UR.y - bounds.LL.y,
        nodes: open.nodes.map { point(dateline_position($0)) },
        routes: open.edges.map { edge in
          guard dateline_bezier_count(edge) > 0 else { return .init(points: []) }
          let curve = dateline_bezier(edge, 0)
          return GraphvizLayout.Route(
            points: (0..<Int(curve.size)).map { point(curve.list[$0]) },
            tailTip: curve.sflag != 0 ? point(curve.sp) : nil,
            headTip: curve.eflag != 0 ? point(curve.ep) : nil)
        },
        clusters: engine != .dot
          ? []
          : open.clusters.map { cluster in
            let box = dateline_bounds(cluster)
            let corner = point(pointf(x: box.LL.x, y: box.UR.y))
            return PictureRect(
              x: corner.x, y: corner.y, width: box.UR.x - box.LL.x, height: box.UR.y - box.LL.y)
          })
      let places = layout.nodes + layout.routes.flatMap(\.points)
      guard places.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
        throw GraphvizError("\(engine.rawValue) gave places that are no numbers")
      }
      return layout
    }
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
