internal import CLibXML2
internal import DatelineModel

extension ArticleReader {
  /// A feed in RSS (0.9 to 2.0) or Atom, one article an entry.
  func readFeed(_ stream: ByteStream, _ file: InputFile) throws {
    guard let bytes = try whole(stream, file) else { return }
    try options.limits.check(markup: bytes)
    guard let feed = try Feed(bytes, entityBytes: options.limits.entityBytes) else {
      throw ReadingFault(
        "the XML is damaged, or is no feed in RSS or Atom", "save the feed again, or leave it out")
    }
    switch feed.damage {
    case .none: break
    case .entities:
      report(
        .error, file,
        "the feed's entities grow beyond what its size allows (limit entityBytes), and it was read up to "
          + "there", "leave it out, or save its entries apart")
    case .depth:
      report(
        .error, file,
        "more than \(Feed.depth) elements stand inside one another (limit elementDepth), and the feed was "
          + "read up to there", "leave it out, or save its entries apart")
    case .other:
      report(
        .warning, file, "the XML is damaged, and was read as far as it goes", "save it again")
    }
    if feed.entries.isEmpty {
      report(.error, file, "the feed has no entry", "leave it out")
    }
    for entry in feed.entries { try deliver(entry.record, of: file, line: entry.line) }
  }
}

/// The entries of a feed.
private struct Feed {
  var entries: [(record: ArticleRecord, line: Int)] = []
  /// What ended the reading before the end.
  enum Damage { case none, entities, depth, other }
  var damage = Damage.none
  /// The parser's own bound.
  static let depth = 256
  private var title: String?
  private var language: String?

  /// What the feed's own entities may still grow to.
  private var entityBytes: Int
  private var hasGrown = false

  /// Nil where the document is no feed.
  init?(_ bytes: [UInt8], entityBytes: Int) throws(ReadingFault) {
    self.entityBytes = entityBytes
    // The parser neither loads entities nor puts them in; the network is never asked.
    let flags =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_RECOVER.rawValue | XML_PARSE_NOCDATA.rawValue
    guard let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    let document = bytes.withUnsafeBytes {
      xmlCtxtReadMemory(
        context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), nil, nil,
        Int32(bitPattern: flags))
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    if context.pointee.wellFormed == 0 {
      let fault = xmlCtxtGetLastError(context)?.pointee
      let message = fault?.message.map { String(cString: $0) } ?? ""
      damage =
        fault?.code == Int32(XML_ERR_ENTITY_LOOP.rawValue)
        ? .entities : message.contains("xcessive depth") ? .depth : .other
    }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    switch name(root) {
    case "rss", "RDF", "feed": break
    default: return nil
    }
    language = attribute(root, "lang")
    // The channel's own facts stand beside the entries or around them.
    var found: [xmlNodePtr] = []
    var channels = [root]
    for child in children(root) where name(child) == "channel" { channels.append(child) }
    for channel in channels {
      for child in children(channel) {
        switch name(child) {
        case "item", "entry": found.append(child)
        case "title": title = title ?? PageFacts.oneLine(content(child))
        case "language": language = content(child)
        default: break
        }
      }
    }
    for node in found {
      entries.append((entry(node), Int(xmlGetLineNo(node))))
      if hasGrown {
        throw ReadingFault(
          "the feed's entities hold others, or grow to more than \(sizeText(entityBytes)) "
            + "(limit entityBytes)", "save the feed without a document type")
      }
    }
  }

  private mutating func entry(_ node: xmlNodePtr) -> ArticleRecord {
    var record = ArticleRecord()
    record.idNamesStory = true
    record.publishedFrom = .record
    // What tells most of the article goes first.
    var texts: [String?] = [nil, nil, nil, nil]
    var updated: String?
    for child in children(node) {
      switch name(child) {
      case "title": record.title = Feed.plain(content(child)).replacing("\n", with: " ")
      case "link":
        if let address = attribute(child, "href") {
          let relation = attribute(child, "rel") ?? "alternate"
          if relation == "alternate", record.url == nil { record.url = address }
        } else if record.url == nil {
          record.url = trimmed(content(child))
        }
      case "guid", "id": record.id = trimmed(content(child))
      case "pubDate", "published", "issued": record.published = trimmed(content(child))
      case "date": record.published = record.published ?? trimmed(content(child))
      case "updated", "modified": updated = trimmed(content(child))
      case "encoded": texts[0] = content(child)
      case "content" where attribute(child, "url") == nil: texts[1] = markup(child)
      case "description": texts[2] = content(child)
      case "summary": texts[3] = markup(child)
      case "source":
        let own = children(child).first { name($0) == "title" }
        let outlet = trimmed(content(own ?? child))
        if !outlet.isEmpty { record.source = outlet }
      case "language": record.language = content(child)
      default: break
      }
    }
    record.published = record.published ?? updated
    record.source = record.source ?? title
    record.language = record.language ?? attribute(node, "lang") ?? language
    for text in texts {
      if let text { record.text = Feed.plain(text) }
      if !record.text.isEmpty { break }
    }
    return record
  }

  /// The text of what may be markup or plain.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(0x3C) || text.utf8.contains(0x26) else { return trimmed(text) }
    guard let tree = PageTree(utf8: Array(text.utf8), elementDepth: 512) else {
      return trimmed(text)
    }
    return tree.plainText
  }

  private func children(_ node: xmlNodePtr) -> [xmlNodePtr] {
    var all: [xmlNodePtr] = []
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE { all.append(current) }
      child = current.pointee.next
    }
    return all
  }

  private func name(_ node: xmlNodePtr) -> String { String(cString: node.pointee.name) }

  /// The text of a node and all below it.
  private mutating func content(_ node: xmlNodePtr) -> String {
    var bytes: [UInt8] = []
    func append(_ text: UnsafePointer<xmlChar>?) {
      guard let text else { return }
      bytes += UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }
    var next = node.pointee.children
    while let current = next {
      switch current.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(current.pointee.content)
      case XML_ENTITY_REF_NODE:
        let entity = xmlGetDocEntity(current.pointee.doc, current.pointee.name)
        if let text = entity?.pointee.content {
          let count = Int(xmlStrlen(text))
          entityBytes -= count
          hasGrown = hasGrown || entityBytes < 0 || xmlStrchr(text, 0x26) != nil
          if !hasGrown { append(text) }
        }
      default: break
      }
      if current.pointee.type == XML_ELEMENT_NODE, let child = current.pointee.children {
        next = child
        continue
      }
      var at = current
      next = at.pointee.next
      while next == nil, let parent = at.pointee.parent, parent != node {
        at = parent
        next = at.pointee.next
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Atom's XHTML as markup; anything else as it is written.
  private mutating func markup(_ node: xmlNodePtr) -> String {
    guard attribute(node, "type") == "xhtml", let buffer = xmlBufferCreate() else {
      return content(node)
    }
    defer { xmlBufferFree(buffer) }
    xmlNodeDump(buffer, node.pointee.doc, node, 0, 0)
    guard let text = xmlBufferContent(buffer) else { return "" }
    return String(cString: text)
  }

  private func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
    var attribute = node.pointee.properties
    while let current = attribute {
      if String(cString: current.pointee.name) == name {
        return current.pointee.children?.pointee.content.map { String(cString: $0) }
      }
      attribute = current.pointee.next
    }
    return nil
  }
}

extension PageTree {
  /// All text but lines that are nothing but links, a block a line: for the fragment of a feed or
  /// a letter, where hardly anything stands around the article.
  var plainText: String {
    var text: [UInt8] = []
    for block in blocks
    where block.endsSentence || block.linkLength * 10 < block.length * 9
      || blocks.count == 1
    {
      if !text.isEmpty { text.append(10) }
      text += self.text[block.bytes]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
