public import EDTF

/// One happening as one clause of one article tells it.
public struct EventMention: Hashable, Sendable {
  /// The shortest span that holds trigger, time and main actors.
  public var span: TextSpan
  public var inTitle: Bool
  /// Index into the article's sentences.
  public var sentence: Int
  public var trigger: TextSpan
  /// The trigger's dictionary form, such as `attack` for "attacked" and "attacks".
  public var lemma: String
  public var type: EventType
  /// What ``EventType/other`` stands for, such as `earthquake`; a finer word for the others.
  public var topic: String?
  /// Nil where the text gives no date.
  public var date: EDTFValue?
  public var dateBasis: DateBasis
  /// The rule of the governing timex, or of the inheritance.
  public var rule: String?
  /// As in ``Timex/anchor``.
  public var anchor: String?
  public var status: EventStatus
  /// Told as earlier context and not as the news.
  public var isBackground: Bool
  public var participants: [Participant]
  /// The most specific named place, in its canonical form.
  public var place: String?
  public var figures: [Figure]
  /// Who says so, where the text tells.
  public var attribution: String?
  /// The numbered series that the clause names, such as round 13 of "Astana talks".
  public var series: SeriesMention?
  /// Something that goes on, such as an offensive or a ceasefire, and not a moment.
  public var isLasting: Bool
  /// Named beside another deed, with a day of its own: "after Sunday's attack".
  public var isNamed: Bool

  public init(
    span: TextSpan, inTitle: Bool = false, sentence: Int, trigger: TextSpan, lemma: String,
    type: EventType, topic: String? = nil, date: EDTFValue? = nil, dateBasis: DateBasis = .none,
    rule: String? = nil, anchor: String? = nil, status: EventStatus = .asserted,
    isBackground: Bool = false, participants: [Participant] = [], place: String? = nil,
    figures: [Figure] = [], attribution: String? = nil, series: SeriesMention? = nil,
    isLasting: Bool = false, isNamed: Bool = false
  ) {
    self.span = span
    self.inTitle = inTitle
    self.sentence = sentence
    self.trigger = trigger
    self.lemma = lemma
    self.type = type
    self.topic = topic
    self.date = date
    self.dateBasis = dateBasis
    self.rule = rule
    self.anchor = anchor
    self.status = status
    self.isBackground = isBackground
    self.participants = participants
    self.place = place
    self.figures = figures
    self.attribution = attribution
    self.series = series
    self.isLasting = isLasting
    self.isNamed = isNamed
  }
}

/// PLOVER's top level, and `OTHER` for what it lacks.
///
/// Source: PLOVER, Political Language Ontology for Verifiable Event Records, edition of 2022.
public enum EventType: String, Hashable, Sendable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case yield = "YIELD"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
  case retreat = "RETREAT"
  case other = "OTHER"
}

/// What the date of an event stands on.
public enum DateBasis: String, Hashable, Sendable {
  case explicit, weekday, relative, inherited, vague, none
}

/// How firmly a happening is told.
public enum EventStatus: String, Hashable, Sendable, CaseIterable {
  case asserted, expected, alleged, denied, negated, counterfactual
}

/// A numbered member of a series, as one text names it.
public struct SeriesMention: Hashable, Sendable {
  public var name: String
  /// 1 or more.
  public var ordinal: Int

  public init(name: String, ordinal: Int) {
    self.name = name
    self.ordinal = ordinal
  }
}
