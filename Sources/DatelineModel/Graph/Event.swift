public import EDTF

/// A happening, with every report of it.
public struct Event: Hashable, Sendable {
  public struct Series: Hashable, Sendable {
    /// A slug of the name.
    public var id: String
    public var name: String
    /// 1 or more.
    public var ordinal: Int

    public init(id: String, name: String, ordinal: Int) {
      self.id = id
      self.name = name
      self.ordinal = ordinal
    }
  }
  public struct Part: Hashable, Sendable {
    /// An ``Actor/id``.
    public var actor: String
    public var role: Participant.Role
    public var status: EventStatus?

    public init(actor: String, role: Participant.Role, status: EventStatus? = nil) {
      self.actor = actor
      self.role = role
      self.status = status
    }
  }

  /// A hash of the least mention (article id, start).
  public var id: String
  /// What happened, in a line.
  public var label: String
  public var type: EventType
  public var topic: String?
  public var date: EDTFValue?
  public var place: String?
  public var status: EventStatus
  /// 0…1, against the other events of the graph.
  public var salience: Double
  public var series: Series?
  public var actors: [Part]
  public var figures: [Figure]
  /// Never empty; sorted by article id, then start.
  public var mentions: [Mention]

  public init(
    id: String, label: String, type: EventType, topic: String? = nil, date: EDTFValue? = nil,
    place: String? = nil, status: EventStatus, salience: Double = 0, series: Series? = nil,
    actors: [Part] = [], figures: [Figure] = [], mentions: [Mention]
  ) {
    self.id = id
    self.label = label
    self.type = type
    self.topic = topic
    self.date = date
    self.place = place
    self.status = status
    self.salience = salience
    self.series = series
    self.actors = actors
    self.figures = figures
    self.mentions = mentions
  }

  /// Inclusive; nil where the date is unknown or open at its start.
  public var earliest: CalendarDate? { date?.earliest }
  /// Inclusive; nil where the date is unknown or open at its end.
  public var latest: CalendarDate? { date?.latest }
}

/// One report of an event, with its own words and its own account.
public struct Mention: Hashable, Sendable {
  /// The article's id.
  public var article: String
  /// The source's name.
  public var source: String?
  /// The whole sentence, verbatim.
  public var sentence: String
  public var quote: String
  /// Unicode scalars of the article's text, or of its title where `inTitle`.
  public var start: Int
  public var end: Int
  public var inTitle: Bool
  public var date: EDTFValue?
  public var dateBasis: DateBasis
  public var rule: String?
  public var anchor: String?
  public var status: EventStatus
  public var isBackground: Bool
  public var place: String?
  public var participants: [Participant]
  public var figures: [Figure]
  /// Who says so, where the text tells.
  public var attribution: String?
  /// The trigger's dictionary form; nil where a graph does not keep it.
  public var lemma: String?
  /// The trigger as it is printed in the quote; nil where a graph does not keep it.
  public var trigger: String?
  /// As in ``EventMention/isNamed``: the quote is no sentence.
  public var isNamed: Bool

  public init(
    article: String, source: String?, sentence: String, quote: String, start: Int, end: Int,
    inTitle: Bool, date: EDTFValue?, dateBasis: DateBasis, rule: String?, anchor: String?,
    status: EventStatus, isBackground: Bool, place: String?, participants: [Participant],
    figures: [Figure], attribution: String? = nil, lemma: String? = nil, trigger: String? = nil,
    isNamed: Bool = false
  ) {
    self.article = article
    self.source = source
    self.sentence = sentence
    self.quote = quote
    self.start = start
    self.end = end
    self.inTitle = inTitle
    self.date = date
    self.dateBasis = dateBasis
    self.rule = rule
    self.anchor = anchor
    self.status = status
    self.isBackground = isBackground
    self.place = place
    self.participants = participants
    self.figures = figures
    self.attribution = attribution
    self.lemma = lemma
    self.trigger = trigger
    self.isNamed = isNamed
  }
}
