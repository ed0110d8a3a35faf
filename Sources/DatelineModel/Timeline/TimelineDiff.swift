public import EDTF

/// What several accounts of the same happenings share, lack, contradict and call by other names.
///
/// The keys of the dictionaries are the names of the sides: sources byte for byte, or `left` and `right`.
public struct TimelineDiff: Hashable, Sendable {
  /// Who stands behind LEFT and RIGHT; nil with `--by-source`.
  public struct Side: Hashable, Sendable {
    public var name: String
    public var sources: [String]

    public init(name: String, sources: [String]) {
      self.name = name
      self.sources = sources
    }
  }

  /// The sides in their order.
  public var sources: [String]
  public var sides: [String: Side]?
  public var entries: [Entry]
  public var naming: [Naming]
  public var lag: [Lag]
  /// What each side published at all, against which its silence is judged.
  public var coverage: [String: Coverage]
  /// Days after a happening within which a side that publishes is silent about it.
  public var window: Int

  public init(
    sources: [String], sides: [String: Side]? = nil, entries: [Entry] = [],
    naming: [Naming] = [], lag: [Lag] = [], coverage: [String: Coverage] = [:], window: Int = 7
  ) {
    self.sources = sources
    self.sides = sides
    self.entries = entries
    self.naming = naming
    self.lag = lag
    self.coverage = coverage
    self.window = window
  }

  /// What a side published.
  public struct Coverage: Hashable, Sendable {
    /// Names of the sources that stand behind the side, sorted.
    public var sources: [String]
    public var articles: Int
    /// Articles that copy another one's text.
    public var copies: Int
    /// One for each dated article; sorted.
    public var days: [CalendarDate]

    public init(sources: [String], articles: Int, copies: Int, days: [CalendarDate]) {
      self.sources = sources
      self.articles = articles
      self.copies = copies
      self.days = days
    }
  }

  /// One happening, with what each side reports of it.
  public struct Entry: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case shared, only }

    /// The event's id, or a hash of the matched events' ids.
    public var id: String
    public var kind: Kind
    public var label: String
    public var type: EventType
    public var date: EDTFValue?
    public var reported: [String: Report]
    public var differences: [Difference]
    public var absent: Absences
    /// 0…1: how surely the reports tell one happening.
    public var score: Double
    public var reasons: [String]

    public init(
      id: String, kind: Kind, label: String, type: EventType, date: EDTFValue?,
      reported: [String: Report], differences: [Difference] = [],
      absent: Absences = [:], score: Double = 1, reasons: [String] = []
    ) {
      self.id = id
      self.kind = kind
      self.label = label
      self.type = type
      self.date = date
      self.reported = reported
      self.differences = differences
      self.absent = absent
      self.score = score
      self.reasons = reasons
    }

    /// The event that stands for it, by which `explain` finds it: of a pair that of the first side which
    /// tells it.
    public func event(firstOf sides: [String]) -> String {
      sides.lazy.compactMap { reported[$0]?.events.first }.first ?? id
    }

    /// What the counts that stand for the sides' accounts are of, where there is room for one. Sides are
    /// shown by one kind of count, the killed where any side has them: the missing of one and the dead of
    /// another are no two values of one thing.
    public var countedSubject: Figure.Subject? {
      let told = Set(reported.values.flatMap { $0.figures.map(\.subject) })
      let subjects: [Figure.Subject] = [
        .killed, .wounded, .missing, .detained, .displaced, .troops, .participants, .votes, .money,
      ]
      return subjects.first(where: told.contains)
    }

    /// The count that stands for a side's account, of the ``countedSubject``, which looks at all sides
    /// and is asked once for all of them.
    public func count(of side: String, counting subject: Figure.Subject?) -> Figure? {
      subject.flatMap { reported[side]?.last($0) }
    }
  }

  /// One side's own account of a happening.
  public struct Report: Hashable, Sendable {
    /// Event ids.
    public var events: [String]
    public var date: EDTFValue?
    /// The first report's publication date, as stated.
    public var published: String?
    public var quotes: [Quote]
    /// Printed names.
    public var actors: [String]
    /// In the order of reporting; of one day the greater last.
    public var figures: [Figure]
    public var place: String?
    public var status: EventStatus
    /// The side whose text this one copies.
    public var copyOf: String?

    public init(
      events: [String], date: EDTFValue?, published: String?, quotes: [Quote], actors: [String],
      figures: [Figure], place: String?, status: EventStatus, copyOf: String? = nil
    ) {
      self.events = events
      self.date = date
      self.published = published
      self.quotes = quotes
      self.actors = actors
      self.figures = figures
      self.place = place
      self.status = status
      self.copyOf = copyOf
    }

    /// The last count of all of a kind, else the last of some of them.
    fileprivate func last(_ subject: Figure.Subject) -> Figure? {
      figures.last { $0.subject == subject && $0.of == nil }
        ?? figures.last { $0.subject == subject }
    }
  }

  /// The words of an article and where they stand.
  public struct Quote: Hashable, Sendable {
    public var article: String
    public var text: String
    public var start: Int
    public var end: Int
    public var inTitle: Bool
    public var published: String?
    public var url: String?

    public init(
      article: String, text: String, start: Int, end: Int, inTitle: Bool, published: String?,
      url: String?
    ) {
      self.article = article
      self.text = text
      self.start = start
      self.end = end
      self.inTitle = inTitle
      self.published = published
      self.url = url
    }
  }

  public struct Difference: Hashable, Sendable {
    public enum Aspect: String, Hashable, Sendable, CaseIterable {
      case date, number, actor, place, status, naming
    }
    public enum Kind: String, Hashable, Sendable {
      case conflict, revision, otherCount, precision, wording
    }
    public var aspect: Aspect
    public var kind: Kind
    /// What each side says, in words.
    public var values: [String: String]
    /// What is counted; nil but for ``Aspect/number``.
    public var subject: Figure.Subject?
    /// The things that are counted, where these are no people: "missiles".
    public var things: String?
    /// How the reader has settled it; a settled conflict is no longer counted.
    public var resolution: Resolution?

    /// What a reader holds to be so, and why.
    public struct Resolution: Hashable, Sendable {
      public var value: String
      public var because: String

      public init(value: String, because: String) {
        self.value = value
        self.because = because
      }
    }

    public init(
      aspect: Aspect, kind: Kind, values: [String: String], subject: Figure.Subject? = nil
    ) {
      self.aspect = aspect
      self.kind = kind
      self.values = values
      self.subject = subject
    }
  }

  /// Why a side does not tell a happening.
  public enum Absence: String, Hashable, Sendable {
    /// It published within the window and does not tell it.
    case silent
    /// It published too early to know.
    case before
    /// It tells it only through others.
    case quoted
    /// Nothing of it near that time.
    case gap
  }

  public struct Naming: Hashable, Sendable {
    public struct Name: Hashable, Sendable {
      public var name: String
      public var count: Int

      public init(name: String, count: Int) {
        self.name = name
        self.count = count
      }
    }
    /// The canonical name.
    public var actor: String
    public var names: [String: [Name]]

    public init(actor: String, names: [String: [Name]]) {
      self.actor = actor
      self.names = names
    }
  }

  public struct Lag: Hashable, Sendable {
    /// The entry's id.
    public var entry: String
    public var firstSource: String
    /// As stated.
    public var firstPublished: String
    /// Days after the first report.
    public var days: [String: Int]

    public init(entry: String, firstSource: String, firstPublished: String, days: [String: Int]) {
      self.entry = entry
      self.firstSource = firstSource
      self.firstPublished = firstPublished
      self.days = days
    }
  }
}
