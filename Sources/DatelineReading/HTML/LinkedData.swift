internal import DatelineModel

/// What the JSON-LD of a page says about its article (schema.org `NewsArticle` and its kin).
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var language: String?
  private(set) var authors: [String] = []
  /// Whether an article has been found, before which other things step back.
  private var hasArticle = false

  /// Reads one script. What is no JSON is left aside.
  mutating func read(_ script: [UInt8]) {
    // Raw line ends in strings are the commonest fault of such scripts.
    var bytes = LinkedData.withoutMarks(script).map { $0 < 0x20 ? 0x20 : $0 }
    while let last = bytes.last, last != UInt8(ascii: "}"), last != UInt8(ascii: "]") {
      bytes.removeLast()
    }
    let start = bytes.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    guard let start else { return }
    var json = JSONReader(Array(bytes[start...]))
    do throws(JSONError) { try value(&json) } catch {
      // Half a script still may have told the day.
    }
  }

  /// What stands between `//<![CDATA[` and `//]]>`, where a script is wrapped so.
  private static func withoutMarks(_ script: [UInt8]) -> ArraySlice<UInt8> {
    let opening = Array("<![CDATA[".utf8)
    guard let first = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == opening[2] }),
      first >= 2, script[(first - 2)...].starts(with: opening)
    else { return script[...] }
    let inside = script[(first - 2 + opening.count)...]
    let end = inside.lastIndex { $0 == UInt8(ascii: "}") }
    return end.map { inside[...$0] } ?? inside
  }

  private struct Thing {
    var types: [String] = []
    var headline: String?
    var name: String?
    var published: String?
    var modified: String?
    var publisher: String?
    var url: String?
    var language: String?
    var authors: [String] = []
  }

  private mutating func value(_ json: inout JSONReader) throws(JSONError) {
    switch json.nextKind() {
    case .list:
      var found = self
      try json.array { (json) throws(JSONError) in try found.value(&json) }
      self = found
    case .object:
      var thing = Thing()
      var found = self
      defer { self = found }
      do throws(JSONError) {
        try json.object { (json, key) throws(JSONError) in
          try found.member(&json, key, &thing)
        }
      } catch {
        found.take(thing)
        throw error
      }
      found.take(thing)
    default: try json.skip()
    }
  }

  private mutating func member(
    _ json: inout JSONReader, _ key: String, _ thing: inout Thing
  ) throws(JSONError) {
    switch key {
    case "@type": thing.types += try LinkedData.texts(&json)
    case "headline": thing.headline = try LinkedData.texts(&json).first
    case "name": thing.name = try LinkedData.texts(&json).first
    case "datePublished": thing.published = try LinkedData.texts(&json).first
    case "dateCreated":
      let date = try LinkedData.texts(&json).first
      thing.published = thing.published ?? date
    case "dateModified": thing.modified = try LinkedData.texts(&json).first
    case "url": thing.url = try LinkedData.texts(&json).first
    case "author", "creator":
      let names = try LinkedData.names(&json)
      thing.authors += names.filter { !thing.authors.contains($0) }
    case "inLanguage": thing.language = try LinkedData.texts(&json).first
    case "publisher", "sourceOrganization":
      thing.publisher = try LinkedData.name(&json) ?? thing.publisher
    case "mainEntityOfPage" where json.nextKind() == .string:
      let address = try json.string()
      thing.url = thing.url ?? address
    case "mainEntity", "@graph", "mainEntityOfPage", "hasPart", "itemListElement", "item":
      try value(&json)
    default: try json.skip()
    }
  }

  private mutating func take(_ thing: Thing) {
    let isArticle = thing.types.contains {
      $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0.hasSuffix("Report")
        || $0 == "SocialMediaPosting" || $0 == "AnalysisNewsArticle"
    }
    let isPage = thing.types.contains { $0.hasSuffix("Page") || $0 == "CreativeWork" }
    guard isArticle && !hasArticle || isPage && !hasArticle else { return }
    headline = thing.headline ?? (isArticle ? headline : headline ?? nil)
    published = thing.published ?? published
    modified = thing.modified ?? modified
    publisher = thing.publisher ?? publisher
    url = thing.url ?? url
    language = thing.language ?? language
    authors = thing.authors.isEmpty ? authors : thing.authors
    hasArticle = isArticle
  }

  /// A text, or those of a list; other kinds are passed over.
  private static func texts(_ json: inout JSONReader) throws(JSONError) -> [String] {
    switch json.nextKind() {
    case .string:
      let text = trimmed(try json.string())
      return text.isEmpty ? [] : [text]
    case .list:
      var all: [String] = []
      try json.array { (json) throws(JSONError) in all += try texts(&json) }
      return all
    default:
      try json.skip()
      return []
    }
  }

  /// The names of people, given as texts, objects or lists of those.
  private static func names(_ json: inout JSONReader) throws(JSONError) -> [String] {
    guard json.nextKind() == .list else { return try [name(&json)].compactMap(\.self) }
    var all: [String] = []
    try json.array { (json) throws(JSONError) in all += try names(&json) }
    return all
  }

  /// The name of an organisation, given as a text, an object or a list of those.
  private static func name(_ json: inout JSONReader) throws(JSONError) -> String? {
    switch json.nextKind() {
    case .object:
      var found: String?
      try json.object { (json, key) throws(JSONError) in
        if key == "name" { found = try texts(&json).first ?? found } else { try json.skip() }
      }
      return found
    case .list:
      var found: String?
      try json.array { (json) throws(JSONError) in
        let other = try name(&json)
        found = found ?? other
      }
      return found
    default: return try texts(&json).first
    }
  }
}
