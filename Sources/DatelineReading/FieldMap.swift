/// Under which names a record's fields are found.
///
/// Names that the user gives go first, then Dateline's own, then those of well-known crawlers and
/// exports (`FieldMap.known`). A name with a dot reaches into an object: `outlet.name`. Names are
/// compared without regard to case.
///
/// ```swift
/// var map = FieldMap()
/// map.add("source=outlet")                 // true
/// map.rank(of: "outlet", in: .source)      // 0
/// map.rank(of: "maintext", in: .text) != nil  // true, as news-please names it
/// ```
public struct FieldMap: Hashable, Sendable {
  /// A field of an article.
  public enum Field: String, CaseIterable, Sendable {
    case id, source, published, title, text, url, language
    /// Only in a manifest: the file that a row is about.
    case file

    /// Its number among all cases.
    var place: Int {
      switch self {
      case .id: 0
      case .source: 1
      case .published: 2
      case .title: 3
      case .text: 4
      case .url: 5
      case .language: 6
      case .file: 7
      }
    }
  }

  /// A field that a name may give, and how early the name is looked for.
  struct Wish: Hashable, Sendable {
    var field: Field
    var rank: Int
  }

  /// For each name the fields that it may give, by their names.
  private var ranks: [String: [Wish]] = [:]
  private var prefixes: Set<String> = []
  private var given = 0

  public init() {
    for (field, names) in FieldMap.known {
      for (index, name) in names.enumerated() { set(name, field, 1000 + index) }
    }
  }

  /// Objects inside one another that a name may reach through: each is a name of its own to look for.
  public static let mapDepth = 32

  /// Takes `FIELD=NAME`; false where FIELD is none of an article's, a part is missing, or NAME
  /// reaches through more objects than ``mapDepth``.
  public mutating func add(_ assignment: some StringProtocol) -> Bool {
    guard let sign = assignment.utf8.firstIndex(of: UInt8(ascii: "=")),
      let field = Field(rawValue: String(assignment[..<sign])), field != .file
    else { return false }
    let name = String(assignment[assignment.index(after: sign)...])
    guard !name.isEmpty, FieldMap.depth(of: name) <= FieldMap.mapDepth else { return false }
    set(name.lowercased(), field, given)
    given += 1
    return true
  }

  /// The objects that a name reaches through: one for each of its dots.
  ///
  /// ```swift
  /// FieldMap.depth(of: "outlet.name")  // 1
  /// ```
  public static func depth(of name: some StringProtocol) -> Int {
    name.utf8.count { $0 == UInt8(ascii: ".") }
  }

  /// How early `name` is looked for as `field`: the lowest that a record has wins; nil for never.
  public func rank(of name: String, in field: Field) -> Int? {
    ranks[name]?.first { $0.field == field }?.rank
  }

  /// The fields that `name`, in lower case, may give, with their ranks.
  func fields(named name: String) -> [Wish]? { ranks[name] }

  /// Whether a name reaches into an object that is called so.
  func reachesInto(_ name: String) -> Bool { prefixes.contains(name) }

  private mutating func set(_ name: String, _ field: Field, _ rank: Int) {
    var wishes = ranks[name] ?? []
    if let old = wishes.firstIndex(where: { $0.field == field }) {
      wishes[old].rank = min(rank, wishes[old].rank)
    } else {
      wishes.append(Wish(field: field, rank: rank))
      wishes.sort { $0.field.rawValue < $1.field.rawValue }
    }
    ranks[name] = wishes
    var index = name.startIndex
    while let dot = name[index...].utf8.firstIndex(of: UInt8(ascii: ".")) {
      prefixes.insert(String(name[..<dot]))
      index = name.index(after: dot)
    }
  }

  /// Dateline's own names first, then those of news-please (`maintext`, `date_publish`,
  /// `source_domain`), Common Crawl extracts, newspaper3k, GDELT tables, Event Registry, NewsAPI,
  /// MediaCloud, trafilatura and feeds turned into tables.
  public static let known: [(field: Field, names: [String])] = [
    (.id, ["id", "article_id", "articleid", "uri", "guid", "globaleventid", "stories_id", "uuid"]),
    (
      .source,
      [
        "source", "source.title", "source.name", "outlet", "publisher", "publisher.name",
        "publication", "sitename", "site_name", "source_name", "sourcecommonname", "media_name",
        "source_domain", "source.uri", "domain", "hostname", "newspaper", "feed",
      ]
    ),
    (
      .published,
      [
        "published", "date_publish", "published_at", "publishedat", "publish_date",
        "datepublished", "published_date", "publication_date", "pubdate", "pub_date", "datetime",
        "datetimepub", "date", "dct", "seendate", "published_on", "created_at", "created", "time",
        "timestamp", "sqldate", "dateadded",
      ]
    ),
    (.title, ["title", "headline", "title_page", "name"]),
    (
      .text,
      [
        "text", "maintext", "fulltext", "full_text", "body", "content", "articlebody",
        "article_text", "article", "plain_text", "story_text", "raw_text",
      ]
    ),
    (
      .url,
      [
        "url", "link", "permalink", "canonical_url", "documentidentifier", "sourceurl",
        "source_url", "web_url", "responded_url", "requested_url",
      ]
    ),
    (.language, ["language", "lang", "language_code"]),
    (.file, ["file", "path", "filename", "file_name", "localpath"]),
  ]
}
