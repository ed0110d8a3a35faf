/// A Mustache template: variables, sections, inverted sections, partials, comments and other
/// delimiters, without lambdas.
///
/// Source: Mustache, version 1.4 of its specification.
/// ```swift
/// try Template("{{#who}}Dear {{.}}, {{/who}}{{^who}}Hello, {{/who}}", name: "t")
///   .render(["who": "A & B"])  // "Dear A &amp; B, "
/// ```
public struct Template: Sendable {
  /// The file's name, for messages.
  public let name: String

  /// How many sections may stand inside one another.
  public static let maxNesting = 64

  let source: [UInt8]
  let nodes: [Node]

  /// A part of a template.
  indirect enum Node: Sendable {
    case text([UInt8])
    case variable(Path, isEscaped: Bool)
    case section(Path, [Node])
    case inverted(Path, [Node])
    /// `offset` is the tag's place, for messages.
    case partial(String, indentation: [UInt8], offset: Int)
  }

  /// A dotted name; empty for `.`, the value at hand.
  typealias Path = [String]

  public init(_ text: String, name: String) throws(TemplateError) {
    try self.init(source: Array(text.utf8), name: name)
  }

  init(source: [UInt8], name: String) throws(TemplateError) {
    self.name = name
    self.source = source
    var parser = TemplateParser(source: source, name: name)
    nodes = try parser.template()
  }

  /// A template that this one includes.
  public struct Inclusion: Hashable, Sendable {
    public var name: String
    /// In bytes.
    public var offset: Int
  }

  /// The templates that this one includes, in order.
  public var inclusions: [Inclusion] {
    var found: [Inclusion] = []
    func walk(_ nodes: [Node]) {
      for node in nodes {
        switch node {
        case .text, .variable: break
        case .section(_, let inner), .inverted(_, let inner): walk(inner)
        case .partial(let name, _, let offset):
          found.append(Inclusion(name: name, offset: offset))
        }
      }
    }
    walk(nodes)
    return found
  }

  /// An error at a place of this template.
  public func error(at offset: Int, _ message: String) -> TemplateError {
    TemplateError(file: name, source: source, offset: offset, message)
  }

  /// The template with `margin` before each of its lines, as it stands in an indented inclusion.
  func indented(by margin: [UInt8]) throws(TemplateError) -> Template {
    var lines: [UInt8] = []
    var isLineStart = true
    for byte in source {
      if isLineStart { lines += margin }
      lines.append(byte)
      isLineStart = byte == 10
    }
    return try Template(source: lines, name: name)
  }
}
