public import DatelineModel
import EDTF

/// How two reports compare: why they were taken for one happening, or for two.
///
/// ```swift
/// let comparison = ReportComparison(of: a, with: b)
/// comparison.likeness  // 0.83
/// comparison.reasons   // ["same trigger word", "same day"]
/// ```
public struct ReportComparison: Hashable, Sendable {
  /// A report of each, the two that agree most.
  public let first: Mention
  public let second: Mention
  /// 0…1; from ``threshold`` on reports are taken for one happening.
  public let likeness: Double
  /// The mean over all pairs of their reports, which decides.
  public let meanLikeness: Double
  /// What speaks for one happening, strongest first.
  public let reasons: [String]
  /// What speaks against it, strongest first.
  public let objections: [String]
  /// What forbids it, whatever else agrees; nil where nothing does.
  public let obstacle: String?

  /// Least likeness of what is one happening.
  public static let threshold = rounded(Double(MentionPairing.threshold))

  /// Compares the reports of two events. With the articles that they stand in, words are weighed as
  /// they were when events were joined; without them, by their length.
  public init(of a: Event, with b: Event, articles: [AnnotatedArticle] = []) {
    let places = Dictionary(
      articles.indices.map { (articles[$0].article.id, $0) }, uniquingKeysWith: { old, _ in old })
    let texts = Dictionary(
      Set((a.mentions + b.mentions).map(\.article)).compactMap { id in
        places[id].map { (id, StoryText(articles[$0], body: ArticleVector(of: articles[$0]))) }
      }, uniquingKeysWith: { old, _ in old })
    let stories = MergingModels.shipped.stories
    let read = texts.keys.sorted().map { articles[places[$0]!] }
    let nesting = PlaceNesting(
      Set((a.mentions + b.mentions).compactMap(\.place)),
      countries: Set(
        read.flatMap(\.actors).filter { $0.kind == .government }.map { FoldedName($0.name).text }),
      in: read, jobs: 1)
    func areApart(_ x: Mention, _ y: Mention, _ one: MentionProfile, _ other: MentionProfile)
      -> Bool
    {
      guard MentionLikeness.placesDecide(one, other), let p = places[x.article],
        let q = places[y.article]
      else { return false }
      return nesting.areApart(one.place, in: articles[p], other.place, in: articles[q])
    }
    func profile(_ mention: Mention, _ event: Event) -> MentionProfile {
      MentionProfile(
        of: mention, type: event.type, topic: event.topic, series: event.series,
        weights: TermWeights(places[mention.article].map { articles[$0].terms } ?? []))
    }
    // A report or two dozen of each show enough.
    let left = a.mentions.prefix(24).map { ($0, profile($0, a)) }
    let right = b.mentions.prefix(24).map { ($0, profile($0, b)) }
    var best: (Mention, Mention, MentionLikeness)?
    var forbidden: (Mention, Mention, MentionProfile, MentionProfile)?
    var sum = 0.0
    var count = 0
    for (x, one) in left {
      for (y, other) in right where a.id != b.id || x != y {
        count += 1
        var story: Float = x.article == y.article ? 1 : MentionLikeness.unknownStory
        if x.article != y.article, let v = texts[x.article], let w = texts[y.article] {
          story = Float.logistic(stories.first(StoryText.values(v, w)))
        }
        guard
          let found = MentionLikeness(
            one, other, story: story, areApart: areApart(x, y, one, other))
        else {
          if forbidden == nil { forbidden = (x, y, one, other) }
          continue
        }
        sum += Double(found.score)
        if found.score > best?.2.score ?? -1 { best = (x, y, found) }
      }
    }
    meanLikeness = rounded(sum / Double(max(1, count)))
    if let (x, y, found) = best {
      (first, second) = (x, y)
      likeness = rounded(Double(found.score))
      let isJoined = a.id == b.id && meanLikeness < ReportComparison.threshold
      reasons = (isJoined ? JoiningReasons(a.mentions).reasons : []) + found.reasons
      objections = found.objections
      obstacle = nil
    } else {
      (first, second) = (forbidden?.0 ?? a.mentions[0], forbidden?.1 ?? b.mentions[0])
      likeness = 0
      reasons = []
      objections = []
      obstacle = forbidden.map { ReportComparison.obstacle($0.2, $0.3) }
    }
  }

  private static func obstacle(_ a: MentionProfile, _ b: MentionProfile) -> String {
    a.ordinal > 0 && b.ordinal > 0 && a.ordinal != b.ordinal
      ? "they tell rounds \(a.ordinal) and \(b.ordinal)" : "their days exclude each other"
  }
}
