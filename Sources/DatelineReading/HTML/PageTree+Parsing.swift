internal import CLibXML2

extension PageTree {
  /// Parses a page; nil where memory does not suffice or nothing is left of it.
  init?(utf8: [UInt8], elementDepth: Int) {
    guard !utf8.isEmpty, utf8.count < Int(Int32.max) else { return nil }
    // What stands deeper is passed over; what stands much deeper ends the page.
    var depth = Int32(clamping: 2 * elementDepth)
    let document = utf8.withUnsafeBytes {
      dateline_parse_html(
        $0.baseAddress!.assumingMemoryBound(to: CChar.self), Int32($0.count), &depth)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    text.reserveCapacity(utf8.count / 4)
    var walk = PageWalk(limit: elementDepth)
    walk.run(document)
    self = walk.tree
    if depth < 0 { isCut = true }
  }
}

/// A walk over the tree of libxml2, by a loop, that writes the flat page.
private struct PageWalk {
  var tree = PageTree()
  let limit: Int
  private var open: [Int] = []
  /// The hints of inline elements that are open, and the tags of blocks.
  private var inlineHints: [PageHints] = []
  private var linkDepth = 0
  private var depth = 0
  private var block: PageTree.Block?
  private var spacePending = false
  private var breaks = 0
  private var lastScalarByte: UInt8 = 0

  init(limit: Int) { self.limit = limit }

  mutating func run(_ document: xmlDocPtr) {
    var node = document.pointee.children
    while let current = node {
      let descend = enter(current)
      if descend, let child = current.pointee.children {
        node = child
        continue
      }
      if descend { leave(current) }
      var next: xmlNodePtr? = current
      while let at = next {
        if let sibling = at.pointee.next {
          node = sibling
          break
        }
        next = at.pointee.parent
        guard let parent = next, parent.pointee.type == XML_ELEMENT_NODE else {
          node = nil
          next = nil
          break
        }
        leave(parent)
      }
      if next == nil { node = nil }
    }
    flush()
    while let element = open.popLast() { close(element) }
  }

  /// Whether the children are to be walked too.
  private mutating func enter(_ node: xmlNodePtr) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = node.pointee.content { add(content) }
      return false
    case XML_ELEMENT_NODE: break
    case XML_COMMENT_NODE:
      if tree.head.savedFrom == nil, let content = node.pointee.content { comment(content) }
      return false
    default: return false
    }
    let tag = PageTag(node.pointee.name)
    switch tag {
    case .hidden: return false
    case .script:
      script(node)
      return false
    case .meta:
      meta(node)
      return false
    case .link:
      link(node)
      return false
    case .title:
      if tree.head.title == nil { tree.head.title = content(node) }
      return false
    case .lineBreak:
      lineBreak()
      return false
    default: break
    }
    guard depth < limit else {
      tree.isCut = true
      return false
    }
    let hints = attributes(node, tag)
    if hints.contains(.invisible) { return false }
    depth += 1
    if tag.isInline {
      if tag == .anchor, hasAddress(node) { linkDepth += 1 }
      inlineHints.append(hints)
      return true
    }
    flush()
    let index = tree.elements.count
    tree.elements.append(PageTree.Element(tag: tag, parent: open.last ?? -1, hints: hints))
    tree.elements[index].blocks = tree.blocks.count..<tree.blocks.count
    open.append(index)
    return true
  }

  private mutating func leave(_ node: xmlNodePtr) {
    let tag = PageTag(node.pointee.name)
    depth -= 1
    if tag.isInline {
      _ = inlineHints.popLast()
      if tag == .anchor, linkDepth > 0, hasAddress(node) { linkDepth -= 1 }
      return
    }
    flush()
    if let element = open.popLast() { close(element) }
  }

  private mutating func close(_ element: Int) {
    tree.elements[element].end = tree.elements.count
    tree.elements[element].blocks = tree.elements[element].blocks.lowerBound..<tree.blocks.count
  }

  private func hasAddress(_ node: xmlNodePtr) -> Bool {
    var attribute = node.pointee.properties
    while let current = attribute {
      let name = current.pointee.name!
      if name[0] | 0x20 == 0x68, name[1] | 0x20 == 0x72, name[2] | 0x20 == 0x65,
        name[3] | 0x20 == 0x66, name[4] == 0
      {
        return true
      }
      attribute = current.pointee.next
    }
    return false
  }

  // MARK: Text

  private mutating func add(_ content: UnsafePointer<UInt8>) {
    var index = 0
    while content[index] != 0 {
      let byte = content[index]
      if isSpace(byte) {
        spacePending = true
        index += 1
        continue
      }
      // Control characters, soft hyphen, marks and bidi controls are no text.
      if byte < 0x20 || byte == 0x7F {
        index += 1
        continue
      }
      if byte == 0xC2 {
        let next = content[index + 1]
        if next == 0xAD || next < 0xA0, next >= 0x80 {
          index += 2
          continue
        }
      } else if byte == 0xE2, content[index + 1] == 0x80 || content[index + 1] == 0x81 {
        let next = content[index + 2]
        let isBidi =
          content[index + 1] == 0x80
          ? next == 0x8E || next == 0x8F || (0xAA...0xAE).contains(next)
          : (0xA6...0xA9).contains(next)
        if isBidi {
          index += 3
          continue
        }
      } else if byte == 0xD8, content[index + 1] == 0x9C {
        index += 2
        continue
      } else if byte == 0xEF, content[index + 1] == 0xBB, content[index + 2] == 0xBF {
        index += 3
        continue
      }
      if block == nil {
        // What hangs around nothing but no-break spaces is no block yet.
        begin()
      }
      if breaks > 0 {
        tree.text.append(10)
        block!.length += 1
        breaks = 0
        spacePending = false
      } else if spacePending {
        if tree.text.count > block!.bytes.lowerBound { push(32) }
        spacePending = false
      }
      push(byte)
      index += 1
    }
  }

  @inline(__always)
  private mutating func push(_ byte: UInt8) {
    tree.text.append(byte)
    if byte & 0xC0 != 0x80 {
      block!.length += 1
      if linkDepth > 0 { block!.linkLength += 1 }
      if byte == 0x2C || byte == 0x2E || byte == 0x3B { block!.marks += 1 }
    }
  }

  private mutating func begin() {
    let element = open.last ?? -1
    block = PageTree.Block(
      element: element, tag: element >= 0 ? tree.elements[element].tag : .other,
      bytes: tree.text.count..<tree.text.count)
    for hints in inlineHints { block!.hints.formUnion(hints) }
    spacePending = false
    breaks = 0
  }

  private mutating func flush() {
    spacePending = false
    breaks = 0
    guard var done = block else { return }
    block = nil
    var end = tree.text.count
    // No-break spaces at the end are layout.
    while end - 2 >= done.bytes.lowerBound, tree.text[end - 1] == 0xA0, tree.text[end - 2] == 0xC2 {
      end -= 2
      done.length -= 1
      while end > done.bytes.lowerBound, tree.text[end - 1] == 32 || tree.text[end - 1] == 10 {
        end -= 1
        done.length -= 1
      }
    }
    guard end > done.bytes.lowerBound else {
      tree.text.removeSubrange(done.bytes.lowerBound...)
      return
    }
    tree.text.removeSubrange(end...)
    done.bytes = done.bytes.lowerBound..<end
    done.endsSentence = endsSentence(done.bytes)
    tree.blocks.append(done)
  }

  private func endsSentence(_ bytes: Range<Int>) -> Bool {
    var index = bytes.upperBound - 1
    // Closing quotes and brackets stand behind the stop.
    while index > bytes.lowerBound, index > bytes.upperBound - 8 {
      let byte = tree.text[index]
      if byte == 0x22 || byte == 0x27 || byte == 0x29 || byte == 0x5D {
        index -= 1
      } else if index - 2 >= bytes.lowerBound, tree.text[index - 2] == 0xE2,
        tree.text[index - 1] == 0x80, (0x98...0x9E).contains(byte)
      {
        index -= 3
      } else if index - 1 >= bytes.lowerBound, tree.text[index - 1] == 0xC2, byte == 0xBB {
        index -= 2
      } else {
        break
      }
    }
    guard index >= bytes.lowerBound else { return false }
    let byte = tree.text[index]
    if [0x2E, 0x21, 0x3F, 0x3A].contains(byte) { return true }
    guard index - 2 >= bytes.lowerBound else { return false }
    let last = (tree.text[index - 2], tree.text[index - 1], byte)
    // Ellipsis, ideographic and fullwidth stops, Arabic question mark.
    return last == (0xE2, 0x80, 0xA6) || last == (0xE3, 0x80, 0x82) || last == (0xEF, 0xBC, 0x81)
      || last == (0xEF, 0xBC, 0x9F) || (last.1 == 0xD8 && last.2 == 0x9F)
  }

  private mutating func lineBreak() {
    spacePending = false
    guard block != nil else { return }
    breaks += 1
    if breaks > 1 { flush() }
  }

  // MARK: Attributes

  private mutating func attributes(_ node: xmlNodePtr, _ tag: PageTag) -> PageHints {
    var hints: PageHints = []
    var datetime: String?
    var isMarkedPublished = false
    var attribute = node.pointee.properties
    while let current = attribute {
      attribute = current.pointee.next
      guard let value = current.pointee.children?.pointee.content else {
        if string(current.pointee.name) == "hidden" { hints.insert(.invisible) }
        continue
      }
      let name = current.pointee.name!
      switch name[0] {
      case UInt8(ascii: "c") where equals(name, "class"),
        UInt8(ascii: "i") where equals(name, "id"):
        hints.readNames(UnsafeBufferPointer(start: value, count: length(value)))
      case UInt8(ascii: "i") where equals(name, "itemprop"):
        let property = string(value).lowercased()
        if property.contains("articlebody") { hints.insert(.statedBody) }
        if property.contains("datepublished") { isMarkedPublished = true }
        if property.contains("datemodified") { hints.insert(.modified) }
        if property == "caption" { hints.insert(.caption) }
        if property == "comment" { hints.insert(.comments) }
      case UInt8(ascii: "i") where equals(name, "itemtype"):
        let type = string(value)
        if type.hasSuffix("/Comment") || type.hasSuffix("/UserComments") {
          hints.insert(.comments)
        }
      case UInt8(ascii: "p") where equals(name, "pubdate"): isMarkedPublished = true
      case UInt8(ascii: "d") where equals(name, "datetime"): datetime = string(value)
      case UInt8(ascii: "c") where equals(name, "content"):
        if datetime == nil { datetime = string(value) }
      case UInt8(ascii: "h") where equals(name, "hidden"): hints.insert(.invisible)
      case UInt8(ascii: "s") where equals(name, "style"):
        let style = string(value).lowercased().filter { $0 != " " }
        if style.contains("display:none") || style.contains("visibility:hidden") {
          hints.insert(.invisible)
        }
      case UInt8(ascii: "r") where equals(name, "role"):
        switch string(value).lowercased() {
        case "navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog",
          "alertdialog", "complementary", "toolbar", "tablist":
          hints.insert(.landmark)
        default: break
        }
      case UInt8(ascii: "l") where equals(name, "lang"):
        if tag == .html, tree.head.language == nil { tree.head.language = string(value) }
      default: break
      }
    }
    switch tag {
    case .nav, .aside, .footer: hints.insert(.landmark)
    case .figcaption: hints.insert(.caption)
    // The page's frame may be called after what it has beside the article.
    case .html, .body, .main: hints.subtract([.furniture, .comments, .landmark, .caption, .byline])
    default: break
    }
    if isMarkedPublished { hints.insert([.published, .date]) }
    if tag == .time || isMarkedPublished || (datetime != nil && hints.contains(.date)) {
      let value = datetime ?? content(node) ?? ""
      if value.utf8.count <= 80 {
        tree.times.append(
          PageTree.TimeMark(
            value: value, hints: outerHints(hints), block: tree.blocks.count,
            element: open.last ?? -1))
      }
    }
    return hints
  }

  /// The hints of an element and of the two around it.
  private func outerHints(_ hints: PageHints) -> PageHints {
    var all = hints
    for inline in inlineHints { all.formUnion(inline) }
    for element in open.suffix(2) { all.formUnion(tree.elements[element].hints) }
    return all
  }

  private mutating func script(_ node: xmlNodePtr) {
    guard let type = value(node, "type"), type.lowercased().contains("ld+json"),
      let text = node.pointee.children?.pointee.content
    else { return }
    tree.head.scripts.append(Array(UnsafeBufferPointer(start: text, count: length(text))))
  }

  private mutating func meta(_ node: xmlNodePtr) {
    guard let content = value(node, "content"), !content.isEmpty, content.utf8.count <= 2000 else {
      return
    }
    for attribute in ["property", "name", "itemprop", "http-equiv"] {
      if let name = value(node, attribute) {
        tree.head.metas.append((name.lowercased(), content))
      }
    }
  }

  private mutating func link(_ node: xmlNodePtr) {
    guard let address = value(node, "href") else { return }
    if string(node.pointee.name).lowercased() == "base" {
      tree.head.base = address
    } else if value(node, "rel")?.lowercased() == "canonical", tree.head.canonical == nil {
      tree.head.canonical = address
    }
  }

  /// `saved from url=(0044)https://…`
  private mutating func comment(_ content: UnsafePointer<UInt8>) {
    let text = string(content).prefix(2100)
    guard let mark = text.range(of: "saved from url=(")?.upperBound,
      let end = text[mark...].firstIndex(of: ")")
    else { return }
    tree.head.savedFrom = trimmed(text[text.index(after: end)...])
  }

  private func value(_ node: xmlNodePtr, _ name: StaticString) -> String? {
    var attribute = node.pointee.properties
    while let current = attribute {
      if equals(current.pointee.name, name) {
        return current.pointee.children?.pointee.content.map { string($0) }
      }
      attribute = current.pointee.next
    }
    return nil
  }

  private func value(_ node: xmlNodePtr, _ name: String) -> String? {
    var attribute = node.pointee.properties
    while let current = attribute {
      if string(current.pointee.name) == name {
        return current.pointee.children?.pointee.content.map { string($0) }
      }
      attribute = current.pointee.next
    }
    return nil
  }

  /// The text of an element with nothing but text in it.
  private func content(_ node: xmlNodePtr) -> String? {
    var child = node.pointee.children
    var text = ""
    while let current = child {
      if current.pointee.type == XML_TEXT_NODE, let content = current.pointee.content {
        text += string(content)
      } else if current.pointee.type == XML_ELEMENT_NODE,
        let inner = current.pointee.children, inner.pointee.type == XML_TEXT_NODE,
        let content = inner.pointee.content
      {
        text += string(content)
      }
      child = current.pointee.next
    }
    let words = text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" })
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func string(_ bytes: UnsafePointer<UInt8>) -> String { String(cString: bytes) }

  private func length(_ bytes: UnsafePointer<UInt8>) -> Int {
    var count = 0
    while bytes[count] != 0 { count += 1 }
    return count
  }

  private func equals(_ bytes: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    let other = name.utf8Start
    for index in 0..<count where bytes[index] != other[index] { return false }
    return bytes[count] == 0
  }
}

extension Substring {
  /// Where `words` stand first.
  fileprivate func range(of words: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(words) {
        return index..<self.index(index, offsetBy: words.count)
      }
      index = self.index(after: index)
    }
    return nil
  }
}
