extension Template {
  /// How deep templates may include each other, which a template that includes itself over data
  /// without an end would pass.
  public static let maxDepth = 64

  /// How many sections may be open where a template is included, in all that include it: each template
  /// has at most ``maxNesting`` of its own, and the stack holds those of few.
  static let maxOpenSections = 512

  /// The template filled with `value`; texts are escaped for HTML but in `{{{…}}}` and `{{&…}}`.
  ///
  /// - Parameter partials: the template of a name; nil leaves the inclusion empty.
  /// - Throws: where templates include each other deeper than ``maxDepth``, or with too many sections
  ///   open.
  public func render(
    _ value: TemplateValue, partials: (String) -> Template? = { _ in nil }
  ) throws(TemplateError) -> String {
    String(decoding: try bytes(value, partials: partials), as: UTF8.self)
  }

  /// What ``render(_:partials:)`` gives, as UTF-8.
  public func bytes(
    _ value: TemplateValue, partials: (String) -> Template? = { _ in nil }
  ) throws(TemplateError) -> [UInt8] {
    try withoutActuallyEscaping(partials) { partials throws(TemplateError) in
      var renderer = TemplateRenderer(partials: partials)
      try renderer.write(self, value)
      return renderer.output
    }
  }
}

/// Writes one document.
private struct TemplateRenderer {
  let partials: (String) -> Template?
  var output: [UInt8] = []
  /// The value at hand last.
  private var context: [TemplateValue] = []
  private var depth = 0
  private var openSections = 0
  /// Partials with a margin, parsed once for each margin.
  private var margins: [Margin: Template] = [:]

  private struct Margin: Hashable {
    var name: String
    var bytes: [UInt8]
  }

  init(partials: @escaping (String) -> Template?) { self.partials = partials }

  mutating func write(_ template: Template, _ value: TemplateValue) throws(TemplateError) {
    context = [value]
    try write(template.nodes, of: template)
  }

  private mutating func write(_ nodes: [Template.Node], of template: Template)
    throws(TemplateError)
  {
    for node in nodes {
      switch node {
      case .text(let bytes): output += bytes
      case .variable(let path, let isEscaped):
        guard let value = value(at: path) else { continue }
        if isEscaped { escape(value) } else { output += value.printed.utf8 }
      case .section(let path, let inner):
        guard let value = value(at: path), value.isTrue else { continue }
        if case .phrases(let table) = value, let phrase = phrase(inner),
          let translation = table[phrase]
        {
          writePhrase(translation)
          continue
        }
        let items = if case .list(let list) = value { list } else { [value] }
        openSections += 1
        for item in items {
          context.append(item)
          try write(inner, of: template)
          context.removeLast()
        }
        openSections -= 1
      case .inverted(let path, let inner):
        if value(at: path)?.isTrue ?? false { continue }
        openSections += 1
        try write(inner, of: template)
        openSections -= 1
      case .partial(let name, let indentation, let offset):
        guard var partial = partials(name) else { continue }
        guard depth < Template.maxDepth else {
          throw template.error(
            at: offset, "templates include each other more than \(Template.maxDepth) deep")
        }
        guard openSections < Template.maxOpenSections else {
          throw template.error(
            at: offset, "included with more than \(Template.maxOpenSections) sections open")
        }
        if !indentation.isEmpty {
          let margin = Margin(name: name, bytes: indentation)
          if margins[margin] == nil { margins[margin] = try partial.indented(by: indentation) }
          partial = margins[margin]!
        }
        depth += 1
        try write(partial.nodes, of: partial)
        depth -= 1
      }
    }
  }

  /// The first part is looked up from the innermost value outwards, the others inside of it.
  private func value(at path: Template.Path) -> TemplateValue? {
    guard let first = path.first else { return context.last }
    for level in context.reversed() {
      guard case .object(let members) = level, var value = members[first] else { continue }
      for part in path.dropFirst() {
        guard case .object(let inner) = value, let next = inner[part] else { return nil }
        value = next
      }
      return value
    }
    return nil
  }

  /// The text of a section with its variables as `{name}`; nil where it holds anything else.
  private func phrase(_ nodes: [Template.Node]) -> String? {
    var phrase = ""
    for node in nodes {
      switch node {
      case .text(let bytes): phrase += String(decoding: bytes, as: UTF8.self)
      case .variable(let path, _): phrase += "{" + path.joined(separator: ".") + "}"
      case .section, .inverted, .partial: return nil
      }
    }
    return phrase
  }

  private mutating func writePhrase(_ phrase: String) {
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      escape(.text(String(rest[..<open])))
      let path = rest[open..<close].dropFirst().split(separator: ".").map(String.init)
      if let value = value(at: path) { escape(value) }
      rest = rest[close...].dropFirst()
    }
    escape(.text(String(rest)))
  }

  private mutating func escape(_ value: TemplateValue) {
    var text = value.printed
    text.withUTF8 { utf8 in
      var clean = 0
      for (index, byte) in utf8.enumerated() {
        let entity: StaticString
        switch byte {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        case UInt8(ascii: "'"): entity = "&#39;"
        default: continue
        }
        output += utf8[clean..<index]
        clean = index + 1
        entity.withUTF8Buffer { output += $0 }
      }
      output += utf8[clean...]
    }
  }
}
