import DatelineModel
import EDTF

/// What decides whether two mentions tell one happening, in a form that compares quickly.
struct MentionProfile {
  /// Index of the article.
  var article: Int
  var type: EventType
  /// Hashes; 0 where there is none.
  var topic: UInt32
  var lemma: UInt32
  /// How rare the trigger word is: log of the inverse document frequency.
  var lemmaWeight: Float
  var place: UInt32
  var series: UInt32
  var ordinal: Int
  /// Its lists.
  var details: Details
  /// Index of its sentence among those of its article.
  var sentence: Int
  /// Whether no other mention of its article has its trigger word.
  var isOnlyOne: Bool
  /// Days since 1970 that the date reaches over; nil where it is not known.
  var days: ClosedRange<Int>?
  /// Whether the date is told and not inherited from elsewhere.
  var isFirmlyDated: Bool
  /// Whether it is told to have been late in the evening, which reports take for the day after.
  var isLate = false
  var status: EventStatus
  /// Told as earlier context.
  var isBackground: Bool
  /// The day of publication, since 1970, where what is told had happened by then.
  var toldBy: Int?
  /// Whether it stands in the title or at the head of its article, where the news is.
  var isLead: Bool
  /// Whether it tells an attack, or counts those whom something killed or hurt.
  var isHarm: Bool
  /// Whether it leads with harm and its sentence prints the place, which is otherwise taken from elsewhere in
  /// its article.
  var isPlacedLead = false
  /// Where in its story its trigger word stands.
  var spread = TriggerSpread.unknown

  /// The head of an article: about two sentences.
  static let lead = 300

  /// From so late on, what is done goes on into the morrow.
  private static let late = 20

  /// So many days back a report may tell the day of a count.
  private static let counting = 3

  /// The lists of a mention, an object: there are many more comparisons than mentions, and each would
  /// count the references to all of them.
  final class Details: Sendable {
    /// Sorted indices of joined actors, places left out.
    let actors: [Int32]
    /// What its sentence says.
    let words: MentionWords
    let figures: [Figure]
    let toll: Double?
    let total: Double?
    let wounded: Double?

    init(actors: some Sequence<Int32>, words: MentionWords, figures: [Figure]) {
      self.actors = Set(actors).sorted()
      self.words = words
      self.figures = figures
      toll = figures.first { $0.subject == .killed }?.value
      total = figures.first { $0.subject == .killed && $0.of == nil }?.value
      wounded = toll == nil ? figures.first { $0.subject == .wounded }?.value : nil
    }
  }

  var actors: [Int32] { details.actors }
  var words: MentionWords { details.words }
  var figures: [Figure] { details.figures }

  /// How many were killed, be it in all or of one kind.
  var toll: Double? { details.toll }

  /// How many were killed in all, where it says so: "two of the dead were children" does not.
  var total: Double? { details.total }

  /// How many were wounded, where it counts no dead.
  var wounded: Double? { details.wounded }

  /// Said, and thereby done: another speaker did another thing.
  var isSaid: Bool {
    switch type {
    case .request, .threaten, .accuse, .reject: true
    default: false
    }
  }

  /// Counts those harmed, or what was done, over more than a month.
  var sumsUp: Bool {
    days.map { $0.count > 31 } == true && !figures.isEmpty
  }

  /// "later this year": expected within more than a month.
  var isLooselyPlanned: Bool {
    status == .expected && isFirmlyDated && days.map { $0.count > 31 } == true
  }

  /// The day it took place on, where one is told.
  var day: Int? { days.flatMap { $0.count == 1 ? $0.lowerBound : nil } }
}

extension MentionProfile {
  /// `sentence` has the words of the mention's sentence.
  init(
    _ mention: EventMention, of article: AnnotatedArticle, index: Int, weights: TermWeights,
    actors: [String: Int], isPlace: [Bool], isOnlyOne: Bool, in sentence: SentenceWords
  ) {
    self.article = index
    type = mention.type
    topic = mention.topic.map { StableHash($0).short } ?? 0
    lemma = mention.lemma.isEmpty ? 0 : StableHash(mention.lemma).short
    place = mention.place.map { StableHash(FoldedName($0).text).short } ?? 0
    series = mention.series.map { StableHash(FoldedName($0.name).text).short } ?? 0
    ordinal = mention.series?.ordinal ?? 0
    self.sentence = mention.sentence
    self.isOnlyOne = isOnlyOne
    details = Details(
      actors: mention.participants.compactMap { actors[$0.actor] }.filter { !isPlace[$0] }
        .map { Int32($0) },
      words: MentionWords(
        in: sentence, clause: mention.span,
        trigger: mention.trigger.isEmpty ? mention.span : mention.trigger),
      figures: mention.figures)
    lemmaWeight = weights.weight(of: Term.hash(ofWord: Array(mention.lemma.utf8)), length: 7)
    days = mention.date?.dayRange
    isFirmlyDated = mention.dateBasis.isOwn
    isLate = mention.date?.start?.time.map { $0.hour >= MentionProfile.late } ?? false
    status = mention.status
    isBackground = mention.isBackground
    toldBy =
      mention.status == .asserted || mention.status == .alleged
      ? article.article.published?.day?.dayNumber : nil
    isLead = mention.inTitle || mention.span.start < MentionProfile.lead
    isHarm = MentionProfile.tellsHarm(mention.type, mention.figures)
    isPlacedLead = MentionProfile.prints(
      isLead && isHarm ? mention.place : nil,
      in: article.quote(article.span(ofSentenceOf: mention), inTitle: mention.inTitle))
    // "The death toll rose to 126 on Sunday": the day of the count, and not of what is counted; but "37 dead
    // on 1 January", told weeks later.
    if isHarm, mention.type != .assault, let told = article.article.published?.day?.dayNumber,
      let days, told - days.upperBound <= MentionProfile.counting
    {
      isFirmlyDated = false
    }
  }

  static func prints(_ place: String?, in sentence: Substring) -> Bool {
    place.map { FoldedName(String(sentence)).text.holds(FoldedName($0).text) } ?? false
  }

  static func tellsHarm(_ type: EventType, _ figures: [Figure]) -> Bool {
    type == .assault || countsHarm(figures)
  }

  static func countsHarm(_ figures: [Figure]) -> Bool {
    figures.contains { [.killed, .wounded, .missing].contains($0.subject) }
  }
}

extension DateBasis {
  /// Told by the clause itself, and not taken from what stands around it.
  var isOwn: Bool {
    switch self {
    case .explicit, .weekday, .relative: true
    case .inherited, .vague, .none: false
    }
  }
}

extension AnnotatedArticle {
  /// The sentence that a mention stands in; its own span where the article knows no such sentence.
  func span(ofSentenceOf mention: EventMention) -> TextSpan {
    sentences.indices.contains(mention.sentence) ? sentences[mention.sentence].span : mention.span
  }
}

extension EDTFValue {
  /// First to last day since 1970; an open or unknown end reaches a year.
  var dayRange: ClosedRange<Int>? {
    switch (earliest?.dayNumber, latest?.dayNumber) {
    case (let first?, let last?): first...max(first, last)
    case (let first?, nil): first...(first + 366)
    case (nil, let last?): (last - 366)...last
    case (nil, nil): nil
    }
  }
}

/// How much the words of one article weigh, from the shipped table that its terms were counted with.
struct TermWeights {
  private let terms: [Term]

  init(_ terms: [Term]) { self.terms = terms }

  /// The words of a text's spans; a word in several of them counts once for each.
  func vector(of text: String, spans: [TextSpan]) -> ArticleVector {
    var words: [ArticleVector.Component] = []
    for span in spans {
      text.forEachWord(in: span) { word in
        guard word.count > 2 || word.first.map({ $0 < 58 }) ?? false, word.count <= 40 else {
          return
        }
        let hash = Term.hash(ofWord: word)
        let weight = weight(of: hash, length: word.count)
        if weight > 1.5 { words.append(.init(hash: hash, weight: weight)) }
      }
    }
    return ArticleVector(words: words.sorted { $0.hash < $1.hash })
  }

  /// The term of a word, where the article has the word.
  func term(of hash: UInt32) -> Term? {
    let place = terms.place { $0.hash < hash }
    return place < terms.count && terms[place].hash == hash ? terms[place] : nil
  }

  /// Log of the inverse document frequency.
  func weight(of hash: UInt32, length: Int) -> Float {
    if let term = term(of: hash) { return Float(term.weight) / 256 }
    // Without a table, longer words tell more.
    return length <= 3 ? 1 : min(6, Float(length) - 1)
  }
}
