internal import CLibXML2

/// An element's name, as far as it matters to reading.
enum PageTag: UInt8 {
  case other, html, body, main, article, section, div, p, heading1, heading2, heading, list, item
  case table, cell, quote, pre, figure, figcaption, header, footer, nav, aside, form, anchor
  case inline, lineBreak, rule, time, address, hidden, script, meta, link, title, definition
  case details, label

  /// Text inside runs on with the text around it.
  var isInline: Bool { self == .inline || self == .anchor || self == .time || self == .label }

  init(_ name: UnsafePointer<UInt8>) {
    // Names of up to eight letters, packed into one number; no longer name is needed but two.
    var key: UInt64 = 0
    var count = 0
    while name[count] != 0, count < 9 {
      if count < 8 { key = key << 8 | UInt64(name[count] | 0x20) }
      count += 1
    }
    if count > 8 {
      switch key {
      case 0x6669_6763_6170_7469: self = .figcaption
      case 0x626C_6F63_6B71_756F: self = .quote
      default: self = .other
      }
      return
    }
    self = PageTag.named[key] ?? .other
  }

  private static let named: [UInt64: PageTag] = {
    var table: [UInt64: PageTag] = [:]
    let rows: [(PageTag, String)] = [
      (.html, "html"), (.body, "body"), (.main, "main"), (.article, "article"),
      (.section, "section"), (.div, "div"), (.p, "p"), (.heading1, "h1"), (.heading2, "h2"),
      (.heading, "h3 h4 h5 h6"), (.list, "ul ol menu dir"), (.item, "li"),
      (.definition, "dt dd dl"),
      (.table, "table"), (.cell, "td th"), (.pre, "pre"), (.figure, "figure"),
      (.header, "header hgroup"), (.footer, "footer"), (.nav, "nav"), (.aside, "aside"),
      (.form, "form fieldset"), (.anchor, "a"), (.lineBreak, "br"), (.rule, "hr"), (.time, "time"),
      (.address, "address"), (.details, "details summary"), (.label, "label"),
      (
        .inline,
        "span b i em strong u s small sub sup font abbr cite code q mark tt big acronym dfn kbd samp"
          + " var ins del bdi bdo ruby rt rp wbr data nobr strike img picture source amp-img"
      ),
      (
        .hidden,
        "style noscript template svg math iframe object embed canvas audio video map area select"
          + " option optgroup textarea button input datalist dialog param applet frameset"
          + " noframes progress meter output track"
      ),
      (.script, "script"), (.meta, "meta"), (.link, "link base"), (.title, "title"),
    ]
    for (tag, names) in rows {
      for name in names.split(separator: " ") {
        table[name.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) }] = tag
      }
    }
    return table
  }()
}
