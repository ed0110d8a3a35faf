/// Writes one SVG picture: escaped, in the order of the calls, colours by role.
struct SVGWriter {
  private(set) var text = ""
  private let theme: Theme

  init(theme: Theme) { self.theme = theme }

  typealias Attributes = KeyValuePairs<String, String>

  /// Opens an element; `close` ends it.
  mutating func open(
    _ name: StaticString, _ attributes: Attributes = [:], class names: String = "",
    fill: Theme.Token? = nil, stroke: Theme.Token? = nil
  ) {
    tag(name, attributes, names, fill, stroke)
    text += ">"
  }

  mutating func close(_ name: StaticString) { text += "</\(name)>" }

  mutating func newline() { text += "\n" }

  /// An element without content.
  mutating func leaf(
    _ name: StaticString, _ attributes: Attributes = [:], class names: String = "",
    fill: Theme.Token? = nil, stroke: Theme.Token? = nil
  ) {
    tag(name, attributes, names, fill, stroke)
    text += "/>"
  }

  /// An element that holds text alone.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], class names: String = "",
    fill: Theme.Token? = nil, stroke: Theme.Token? = nil, _ content: String
  ) {
    open(name, attributes, class: names, fill: fill, stroke: stroke)
    escape(content)
    close(name)
  }

  /// Opens a link around what follows, where there is a safe target.
  /// - Returns: whether a link was opened, for ``closeLink(_:)``.
  mutating func openLink(_ target: String?, label: String, class names: String = "") -> Bool {
    guard let target = target.flatMap(PictureLink.safe) else { return false }
    open("a", ["href": target, "aria-label": label], class: names)
    return true
  }

  mutating func closeLink(_ isOpen: Bool) { if isOpen { close("a") } }

  /// CSS and nothing that comes from data.
  mutating func style(_ css: String) {
    text += "<style>"
    escape(css)
    text += "</style>"
  }

  private mutating func tag(
    _ name: StaticString, _ attributes: Attributes, _ names: String, _ fill: Theme.Token?,
    _ stroke: Theme.Token?
  ) {
    text += "<\(name)"
    for (key, value) in attributes { attribute(key, value) }
    // The value serves where CSS variables are not known; the class overrides it where they are.
    var classes = names
    if let fill {
      attribute("fill", theme.light(fill))
      classes += (classes.isEmpty ? "f-" : " f-") + fill.rawValue
    }
    if let stroke {
      attribute("stroke", theme.light(stroke))
      classes += (classes.isEmpty ? "s-" : " s-") + stroke.rawValue
    }
    if !classes.isEmpty { attribute("class", classes) }
  }

  private mutating func attribute(_ key: String, _ value: String) {
    text += " \(key)=\""
    escape(value)
    text += "\""
  }

  private mutating func escape(_ raw: String) {
    for scalar in raw.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n", "\t": text.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Theme {
  /// The CSS that pictures need: variables, one font, links, and the colour classes. A page that
  /// holds pictures drawn with `isInline` includes it once.
  ///
  /// - Parameter withVariables: false where the page defines the theme's variables itself.
  public func pictureRules(withVariables: Bool = true) -> String {
    let colours = Token.allCases.map { token in
      ".dl .f-\(token.rawValue){fill:var(--\(token.rawValue))}"
        + ".dl .s-\(token.rawValue){stroke:var(--\(token.rawValue))}"
    }
    return (withVariables ? variables(for: "svg.dl") : "")
      + "svg.dl{font-family:\(sans);max-width:100%;height:auto}"
      + "svg.dl:root{background:var(--paper)}"
      // Pictures run from left to right in any language; each text has the direction of its words.
      + "svg.dl{direction:ltr}.dl text{unicode-bidi:plaintext}"
      + ".dl a{text-decoration:none}.dl a:hover text{text-decoration:underline}"
      + ".dl a:focus-visible{outline:3px solid var(--link);outline-offset:2px}"
      + ".dl .b{font-weight:700}.dl .i{font-style:italic}"
      + ".dl .n{font-variant-numeric:tabular-nums}.dl .h{font-family:\(serif);font-weight:700}"
      + ".dl .figure{font-weight:700}.dl .halo{paint-order:stroke;stroke-linejoin:round}"
      + colours.joined()
  }
}

/// A number as SVG writes it: at most one decimal, none where it is zero.
func px(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let tenths = Int((min(max(value, -1e7), 1e7) * 10).rounded())
  let size = abs(tenths)
  return (tenths < 0 ? "-" : "") + String(size / 10)
    + (size % 10 == 0 ? "" : "." + String(size % 10))
}
