/// Reads the bytes of a template once, from left to right.
struct TemplateParser {
  private let source: [UInt8]
  private let name: String
  private var position = 0
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)
  /// The sections that are open, outermost first, with the nodes found before each.
  private var frames: [Frame] = []
  private var nodes: [Template.Node] = []

  private struct Frame {
    var name: String
    var isInverted: Bool
    var offset: Int
    var outerNodes: [Template.Node]
  }

  init(source: [UInt8], name: String) {
    self.source = source
    self.name = name
  }

  mutating func template() throws(TemplateError) -> [Template.Node] {
    while let tag = find(opening, from: position) {
      try read(tagAt: tag)
    }
    append(source[position...])
    if let frame = frames.last {
      throw error(
        frame.offset, "section “\(frame.name)” is not closed: add “\(tag("/" + frame.name))”")
    }
    return nodes
  }

  private mutating func read(tagAt start: Int) throws(TemplateError) {
    let inside = start + opening.count
    let sigil = inside < source.count ? source[inside] : 0
    // `{{{name}}}` and `{{=<% %>=}}` close with a sign of their own before the delimiter.
    let ending: [UInt8] =
      switch sigil {
      case UInt8(ascii: "{"): [UInt8(ascii: "}")] + closing
      case UInt8(ascii: "="): [UInt8(ascii: "=")] + closing
      default: closing
      }
    let isPlain = !"#^/!=>&{<$".utf8.contains(sigil)
    let from = isPlain ? inside : inside + 1
    guard let end = find(ending, from: from) else {
      throw error(start, "the tag is not closed: add “\(String(decoding: ending, as: UTF8.self))”")
    }
    let content = trimmed(source[from..<end])
    let after = end + ending.count
    let isMarkOnly = "#^/!=>".utf8.contains(sigil)
    let line = isMarkOnly ? standaloneLine(from: start, to: after) : nil
    append(source[position..<(line?.lowerBound ?? start)])
    position = line?.upperBound ?? after

    switch sigil {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "="): try setDelimiters(content, at: start)
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      let name = try checked(content, at: start)
      guard frames.count < Template.maxNesting else {
        throw error(
          start,
          "more than \(Template.maxNesting) sections inside one another: move the inner ones to a partial"
        )
      }
      frames.append(
        Frame(name: name, isInverted: sigil != UInt8(ascii: "#"), offset: start, outerNodes: nodes))
      nodes = []
    case UInt8(ascii: "/"): try close(checked(content, at: start), at: start)
    case UInt8(ascii: ">"):
      let margin = line.map { Array(source[$0.lowerBound..<start]) } ?? []
      nodes.append(
        .partial(try checked(content, at: start), indentation: margin, offset: start))
    case UInt8(ascii: "<"), UInt8(ascii: "$"):
      throw error(start, "template inheritance is not supported: use a partial, “{{> name}}”")
    default:
      let path = try path(checked(content, at: start), at: start)
      let isEscaped = sigil != UInt8(ascii: "&") && sigil != UInt8(ascii: "{")
      nodes.append(.variable(path, isEscaped: isEscaped))
    }
  }

  private mutating func close(_ name: String, at start: Int) throws(TemplateError) {
    guard let frame = frames.popLast() else {
      throw error(start, "“\(tag("/" + name))” closes nothing: no section is open here")
    }
    guard frame.name == name else {
      throw error(
        start, "“\(tag("/" + name))” where section “\(frame.name)” is open: close that first")
    }
    let path = try path(name, at: frame.offset)
    let inner = nodes
    nodes = frame.outerNodes
    nodes.append(frame.isInverted ? .inverted(path, inner) : .section(path, inner))
  }

  private mutating func setDelimiters(_ content: ArraySlice<UInt8>, at start: Int)
    throws(TemplateError)
  {
    let parts = content.split { isBlank($0) || $0 == 10 || $0 == 13 }
    guard parts.count == 2, !content.contains(UInt8(ascii: "=")) else {
      throw error(start, "delimiters are set as “{{=<% %>=}}”: two of them, without “=”")
    }
    opening = Array(parts[0])
    closing = Array(parts[1])
  }

  /// The whole line of a tag that stands alone on it, with its line end.
  private func standaloneLine(from start: Int, to end: Int) -> Range<Int>? {
    var first = start
    while first > 0, isBlank(source[first - 1]) { first -= 1 }
    guard first == 0 || source[first - 1] == 10 else { return nil }
    var last = end
    while last < source.count, isBlank(source[last]) { last += 1 }
    if last == source.count { return first..<last }
    if source[last] == 10 { return first..<(last + 1) }
    let isWindowsEnd = source[last] == 13 && last + 1 < source.count && source[last + 1] == 10
    return isWindowsEnd ? first..<(last + 2) : nil
  }

  private func checked(_ content: ArraySlice<UInt8>, at start: Int) throws(TemplateError) -> String
  {
    if content.isEmpty { throw error(start, "the tag has no name") }
    let name = String(decoding: content, as: UTF8.self)
    if content.contains(where: { isBlank($0) || $0 == 10 || $0 == 13 }) {
      throw error(start, "“\(name)” is no name: names hold no spaces")
    }
    return name
  }

  private func path(_ name: String, at start: Int) throws(TemplateError) -> Template.Path {
    if name == "." { return [] }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.contains("") { throw error(start, "“\(name)” has an empty part beside a full stop") }
    return parts
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    if !text.isEmpty { nodes.append(.text(Array(text))) }
  }

  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    guard start + needle.count <= source.count else { return nil }
    return (start...(source.count - needle.count)).first { source[$0...].starts(with: needle) }
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || byte == 10 || byte == 13 }
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  private func tag(_ content: String) -> String {
    String(decoding: opening, as: UTF8.self) + content + String(decoding: closing, as: UTF8.self)
  }

  private func error(_ offset: Int, _ message: String) -> TemplateError {
    TemplateError(file: name, source: source, offset: offset, message)
  }
}
