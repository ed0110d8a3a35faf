import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A picture read back as XML, to be asked about what a reader or a browser would meet.
struct SVGPicture {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// Names and classes of the elements around it, outermost first.
    var path: [String]
  }
  var elements: [Element] = []

  init(_ svg: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
    elements = reader.elements
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Ids are unique, links are safe, nothing runs, and no element carries a style.
  func expectSafe(sourceLocation: SourceLocation = #_sourceLocation) {
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, sourceLocation: sourceLocation)
    for element in elements {
      #expect(
        [
          "svg", "title", "desc", "style", "g", "a", "rect", "ellipse", "circle", "polygon", "path",
          "line", "text", "tspan",
        ].contains(element.name), sourceLocation: sourceLocation)
      for (key, value) in element.attributes {
        #expect(!key.hasPrefix("on") && key != "style", sourceLocation: sourceLocation)
        #expect(
          !value.lowercased().contains("javascript:") || key == "aria-label",
          sourceLocation: sourceLocation)
      }
      if let href = element.attributes["href"] {
        #expect(
          ["index.html#", "#", "http://", "https://"].contains { href.hasPrefix($0) }, "\(href)",
          sourceLocation: sourceLocation)
      }
    }
    #expect(elements.first?.attributes["role"] == "group", sourceLocation: sourceLocation)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let path = open.map { elements[$0].attributes["class"] ?? elements[$0].name }
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes, path: path))
    }
    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }
    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }
}
