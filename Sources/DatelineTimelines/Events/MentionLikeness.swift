import DatelineModel

/// How surely two mentions tell one happening, with the reasons.
struct MentionLikeness {
  /// What is weighed, by weights set by hand. Where both days are known these weigh all; where not,
  /// ``MentionEvidence`` weighs what words tell by what was learned.
  enum Feature: Int, CaseIterable {
    case sameLemma, sameTopic, sameType, sameWords, sameStory, sameArticle, sameDay,
      overlappingDates
    case nextDay, sameActors, otherActors, samePlace, otherPlace, sameFigure, sameSeries
    case bothLead, bothHarm, otherToll

    /// As `explain` and `diff` print it.
    var reason: String {
      switch self {
      case .sameLemma: "same trigger word"
      case .sameTopic: "same topic"
      case .sameType: "same type"
      case .sameWords: "same words around it"
      case .sameStory: "articles tell the same story"
      case .sameArticle: "same article"
      case .sameDay: "same day"
      case .overlappingDates: "dates agree"
      case .nextDay: "a day apart"
      case .sameActors: "same actors"
      case .otherActors: "other actors"
      case .samePlace: "same place"
      case .otherPlace: "another place"
      case .sameFigure: "same figure"
      case .sameSeries: "same round of a series"
      case .bothLead: "both are their articles’ news"
      case .bothHarm: "both tell of those harmed"
      case .otherToll: "another toll"
      }
    }

    var weight: Float {
      switch self {
      case .sameLemma: 2.4
      case .sameTopic: 1.2
      case .sameType: 0.5
      case .sameWords: 4.5
      case .sameStory: 1.5
      case .sameArticle: -0.6
      case .sameDay: 1.2
      case .overlappingDates: 0.5
      case .nextDay: -1.2
      case .sameActors: 1.4
      case .otherActors: -1
      case .samePlace: 0.7
      case .otherPlace: -1.6
      case .sameFigure: 1
      case .sameSeries: 6
      case .bothLead: 2
      case .bothHarm: 1.3
      case .otherToll: -3
      }
    }

    /// Whether words tell it, whose weight was learned.
    var isLearned: Bool {
      switch self {
      case .sameLemma, .sameWords, .sameStory, .sameArticle: true
      default: false
      }
    }
  }

  /// How likely two articles tell one story where their texts are not at hand.
  static let unknownStory: Float = 0.6

  /// 0…1; from a half on, one happening is likelier than two.
  private(set) var score: Float
  /// By ``Feature``: a vector, which unlike an array needs no memory of its own.
  private(set) var values: SIMD32<Float>
  /// The log-odds of what days, actors, places and figures tell.
  let knowledge: Float
  /// The values of ``MentionEvidence/features``; empty where both days are known.
  let evidence: [Float]
  /// The log-odds of all features by the weights that are set by hand; nil where a day is missing.
  private let dated: Float?

  /// The bias of these, so that the least likeness that joins is the learned model's.
  private static let bias: Float = -5

  /// Nil where something forbids it: days that exclude each other, other rounds of one series.
  ///
  /// `story` is how likely the two articles tell one story, 1 within one article, and `words` the
  /// cosine of their words, where it is at hand. `areApart` says that nothing connects their places. What is
  /// not `isForReaders` may lack values that decide nothing.
  init?(
    _ a: borrowing MentionProfile, _ b: borrowing MentionProfile, story: Float, words: Float? = nil,
    areApart: Bool = false, models: MergingModels = .shipped, isForReaders: Bool = true
  ) {
    if a.ordinal > 0, b.ordinal > 0, a.ordinal != b.ordinal { return nil }
    if MentionLikeness.isFearedOnly(a, beside: b) || MentionLikeness.isFearedOnly(b, beside: a) {
      return nil
    }
    // What an article expects and what it tells as done are two happenings, but for a numbered
    // round, which may be told both ways, unless it is planned for some time or other.
    if a.article == b.article, (a.status == .expected) != (b.status == .expected) {
      let isOneRound = a.ordinal > 0 && a.ordinal == b.ordinal
      if !isOneRound || a.isLooselyPlanned || b.isLooselyPlanned { return nil }
    }
    if !MentionLikeness.mayHaveBeenTold(a, by: b) || !MentionLikeness.mayHaveBeenTold(b, by: a) {
      return nil
    }
    if MentionLikeness.isOfAnotherTime(a, than: b) || MentionLikeness.isOfAnotherTime(b, than: a) {
      return nil
    }
    if MentionLikeness.countIsOfAnother(a, b) { return nil }
    // "At least 120 have died since last summer": of many happenings, and of none of them.
    if a.sumsUp != b.sumsUp, a.isHarm && b.isHarm || a.days != nil && b.days != nil { return nil }
    var gap: Int?
    if let x = a.days, let y = b.days {
      let days = max(x.lowerBound, y.lowerBound) - min(x.upperBound, y.upperBound)
      // June and July have a day between them, and are not a day apart.
      if days > 0 {
        // An article knows its days: what it tells of Wednesday and what of Thursday are two.
        guard a.article != b.article || !a.isFirmlyDated || !b.isFirmlyDated,
          days <= MentionLikeness.daysApart(a.isFirmlyDated && b.isFirmlyDated),
          x.count <= MentionLikeness.aFewDays, y.count <= MentionLikeness.aFewDays
        else { return nil }
      }
      gap = days
    }
    var values = SIMD32<Float>()
    var (known, all): (Float, Float) = (0, MentionLikeness.bias)
    // In the order of the features: a sum of floats depends on it.
    func set(_ feature: Feature, _ value: Float = 1) {
      values[feature.rawValue] = value
      let part = feature.weight * value
      all += part
      if !feature.isLearned { known += part }
    }
    let areDated = gap != nil
    if a.lemma != 0, a.lemma == b.lemma { set(.sameLemma) }
    if a.topic != 0, a.topic == b.topic { set(.sameTopic) }
    if a.type == b.type, a.type != .other { set(.sameType) }
    if areDated || isForReaders { set(.sameWords, a.words.clause.cosine(b.words.clause)) }
    if a.article == b.article { set(.sameArticle) } else { set(.sameStory, words ?? story / 2) }
    var isNextDay: Float = 0
    if let gap, let x = a.days, let y = b.days {
      if gap > 0 {
        isNextDay = a.isFirmlyDated && b.isFirmlyDated ? 1 : 0.3
        set(.nextDay, isNextDay)
      } else if x == y, x.count == 1 {
        set(.sameDay)
      } else {
        set(.overlappingDates, x.count <= 31 && y.count <= 31 ? 1 : 0.3)
      }
    }
    if !a.actors.isEmpty, !b.actors.isEmpty {
      let shared = a.actors.shared(with: b.actors)
      if shared > 0 {
        set(.sameActors, Float(shared) / Float(min(a.actors.count, b.actors.count)))
      } else {
        set(.otherActors, a.isSaid && b.isSaid ? MentionLikeness.otherSpeaker : 1)
      }
    }
    if a.place != 0, b.place != 0 {
      // Elsewhere, and on another day.
      let elsewhere: Float = isNextDay == 1 ? 4 : isNextDay > 0 ? 2 : 1
      a.place == b.place
        ? set(.samePlace)
        : set(.otherPlace, areApart ? max(elsewhere, MentionLikeness.farAway) : elsewhere)
    }
    if MentionLikeness.countTheSame(a.figures, b.figures) { set(.sameFigure) }
    if a.series != 0, a.series == b.series, a.ordinal == b.ordinal { set(.sameSeries) }
    // News of one kind in one story, or a title and what stands below it.
    let isOneKind =
      a.type == b.type && a.type != .other || a.topic != 0 && a.topic == b.topic
      || a.isHarm && b.isHarm
    if a.isLead, b.isLead, isOneKind {
      set(.bothLead, a.article == b.article ? 1 : min(1, (words ?? story / 2) * 3))
    }
    if a.isHarm, b.isHarm { set(.bothHarm) }
    if let (x, y) = MentionLikeness.tolls(of: a, b), x != y {
      let times = areApart ? MentionLikeness.farElsewhere : MentionLikeness.far(a, b)
      let isFar = max(x, y) >= times * min(x, y)
      if a.article == b.article || isFar { set(.otherToll) }
    }
    self.values = values
    knowledge = known
    dated = areDated ? all : nil
    if let dated {
      evidence = []
      score = Float.logistic(dated)
    } else {
      evidence = MentionEvidence.values(a, b, story: story, kinship: models.kinship)
      score = Float.logistic(models.mentions.logit(evidence) + knowledge)
    }
  }

  /// "warns of new strikes": violence that is expected some time or other is no violence that was done.
  private static func isFearedOnly(
    _ a: borrowing MentionProfile, beside b: borrowing MentionProfile
  ) -> Bool {
    a.status == .expected && !a.isFirmlyDated && a.type == .assault && b.status == .asserted
  }

  /// Whether what one mention tells had happened when another one, without a day, was told as done; a
  /// day may lie between two clocks.
  private static func mayHaveBeenTold(
    _ a: borrowing MentionProfile, by b: borrowing MentionProfile
  ) -> Bool {
    guard a.isFirmlyDated, b.days == nil, let told = b.toldBy, let days = a.days else {
      return true
    }
    return days.lowerBound <= told + 1
  }

  /// "The injured number 88", without a day and as news, beside what another article recalls from long before.
  private static func isOfAnotherTime(
    _ a: borrowing MentionProfile, than b: borrowing MentionProfile
  ) -> Bool {
    guard a.days == nil, !a.isBackground, a.isHarm, b.isHarm, b.isBackground,
      a.article != b.article, let told = a.toldBy, let days = b.days
    else { return false }
    return told - days.upperBound > MentionLikeness.longAgo
  }

  private static func countTheSame(_ a: [Figure], _ b: [Figure]) -> Bool {
    if a.isEmpty || b.isEmpty { return false }
    return a.contains { figure in
      b.contains {
        $0.subject == figure.subject && $0.value == figure.value
          && ($0.subject != .other || $0.text == figure.text)
      }
    }
  }

  /// The dead that both count, or the wounded where neither counts dead.
  private static func tolls(
    of a: borrowing MentionProfile, _ b: borrowing MentionProfile
  ) -> (Double, Double)? {
    if let x = a.toll, let y = b.toll { return (x, y) }
    if let x = a.wounded, let y = b.wounded { return (x, y) }
    return nil
  }

  /// Two that demand or accuse do so each for himself.
  private static let otherSpeaker: Float = 3
  /// "The militia killed 265 civilians", without a day, beside a mine that killed eight: no toll grows so much.
  private static func countIsOfAnother(
    _ a: borrowing MentionProfile, _ b: borrowing MentionProfile
  ) -> Bool {
    guard a.days == nil || b.days == nil, let x = a.toll, let y = b.toll else { return false }
    return max(x, y) >= farthest * min(x, y)
  }

  /// "A car bomb in Damascus killed 20", "an air strike in Idlib killed 49": word, topic and kind are one
  /// for all who kill, and the place is what tells them apart.
  private static let farAway: Float = 2.5
  /// There so many times as many dead are another deed's.
  private static let farElsewhere = 2.0

  /// Whether places can tell two apart: articles lead with both of them, which tell of those harmed and
  /// print other places. Further down a report names now the market and now its town; and so do two that tell of
  /// the same people, where one prints the village and the other its province.
  static func placesDecide(
    _ a: borrowing MentionProfile, _ b: borrowing MentionProfile
  ) -> Bool {
    a.isPlacedLead && b.isPlacedLead && a.place != b.place
      && a.actors.shared(with: b.actors) == 0
  }

  /// So many times as many dead are another deed's, where no day ties the two.
  private static let farthest = 15.0

  /// Counts grow; but one so many times the other is another's, sooner where no day ties the two, and
  /// soonest where both are recalled from long before: those do not grow any more.
  private static func far(
    _ a: borrowing MentionProfile, _ b: borrowing MentionProfile
  ) -> Double {
    let areTied =
      a.days.map { $0.count <= aFewDays } == true && b.days.map { $0.count <= aFewDays } == true
    return areTied ? 8 : a.isBackground && b.isBackground ? 1.5 : 4
  }

  /// After so many days nothing is news.
  private static let longAgo = 60

  /// What reaches over more has no next day.
  private static let aFewDays = 7

  /// How many days one happening may be told apart: a day is easily lost between zones and
  /// deadlines, and more where it is only inherited.
  static func daysApart(_ areFirmlyDated: Bool) -> Int { areFirmlyDated ? 1 : 2 }

  /// The features that speak for it, strongest first.
  var reasons: [String] {
    Feature.allCases.map { (feature: $0, part: $0.weight * values[$0.rawValue]) }
      .filter { $0.part > 0.3 }
      .sorted { ($0.part, $1.feature.rawValue) > ($1.part, $0.feature.rawValue) }
      .map(\.feature.reason)
  }

  /// The features that speak against it, strongest first.
  var objections: [String] {
    Feature.allCases.map { (feature: $0, part: $0.weight * values[$0.rawValue]) }
      .filter { $0.part < -0.3 }
      .sorted { ($0.part, $0.feature.rawValue) < ($1.part, $1.feature.rawValue) }
      .map(\.feature.reason)
  }
}
