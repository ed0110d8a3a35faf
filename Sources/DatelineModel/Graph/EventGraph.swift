public import EDTF

/// What took place and who says so: every report of a happening joined into one event.
public struct EventGraph: Hashable, Sendable {
  public static let format = "dateline-event-graph"
  public static let version = 1

  /// The highest round of a series: rows and names of gaps are made for what lies between rounds.
  public static let highestOrdinal = 1_000_000
  /// How often a source can print a name: sums of it over all sources and names stay numbers.
  public static let mostPrintings = 1_000_000_000

  /// Sorted by id.
  public var sources: [Source]
  public var articles: [ArticleRecord]
  public var actors: [Actor]
  /// Oldest first, undated last; ties by id.
  public var events: [Event]
  public var relations: [Relation]
  /// What the pile says about single days; oldest first.
  public var days: [DayRecord]

  public init(
    sources: [Source] = [], articles: [ArticleRecord] = [], actors: [Actor] = [],
    events: [Event] = [], relations: [Relation] = [],
    days: [DayRecord] = []
  ) {
    self.sources = sources
    self.articles = articles
    self.actors = actors
    self.events = events
    self.relations = relations
    self.days = days
  }
}

/// An outlet.
public struct Source: Hashable, Sendable {
  public var id: String
  public var name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// What the graph keeps of an article: where it stands, not its text.
public struct ArticleRecord: Hashable, Sendable {
  public var id: String
  /// The source's name, as the article gives it.
  public var source: String?
  /// As stated; see ``PublicationDate/text``.
  public var published: String?
  public var title: String?
  public var url: String?
  public var language: String
  public var duplicateOf: String?
  /// Why it was not analysed; nil where it was.
  public var notAnalysed: String?

  public init(
    id: String, source: String?, published: String?, title: String?, url: String?,
    language: String, duplicateOf: String? = nil, notAnalysed: String? = nil
  ) {
    self.id = id
    self.source = source
    self.published = published
    self.title = title
    self.url = url
    self.language = language
    self.duplicateOf = duplicateOf
    self.notAnalysed = notAnalysed
  }
}

/// A person, body, government, group or place that takes part in events.
public struct Actor: Hashable, Sendable {
  public struct Alias: Hashable, Sendable {
    public var name: String
    /// Names of the sources that print it, sorted.
    public var sources: [String]
    /// For each of `sources` how often it prints the name in its own voice, outside of quotes;
    /// empty where nobody counted.
    public var counts: [Int]

    public init(name: String, sources: [String], counts: [Int] = []) {
      self.name = name
      self.sources = sources
      self.counts = counts
    }
  }
  public struct Role: Hashable, Sendable {
    public var title: String
    public var of: String?
    /// The days on which sources attest it.
    public var during: EDTFValue?

    public init(title: String, of: String?, during: EDTFValue?) {
      self.title = title
      self.of = of
      self.during = during
    }
  }

  public var id: String
  public var name: String
  public var kind: ActorKind
  /// Described by what it does and not named: armed, and of no state ("rebels", "terrorists").
  public var isIrregular: Bool
  public var aliases: [Alias]
  public var roles: [Role]
  /// As `#rrggbb`, where the reader's actor file gives one.
  public var colour: String?
  /// The rows of the reader's actor file that made it what it is, such as "actors.tsv:3 (merge)".
  public var decidedBy: [String]

  public init(
    id: String, name: String, kind: ActorKind, isIrregular: Bool = false, aliases: [Alias] = [],
    roles: [Role] = [], colour: String? = nil, decidedBy: [String] = []
  ) {
    self.isIrregular = isIrregular
    self.colour = colour
    self.decidedBy = decidedBy
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.roles = roles
  }
}

/// A typed link between two events.
public struct Relation: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case before, during, partOf, nextInSeries
  }
  public var kind: Kind
  /// Event ids.
  public var from: String
  public var to: String

  public init(kind: Kind, from: String, to: String) {
    self.kind = kind
    self.from = from
    self.to = to
  }
}
