public import DatelineModel
internal import EDTF
internal import Mustache

/// The comparison as one page that makes no request: who tells what, what they contradict, two
/// accounts side by side, names, times, coverage and the graphs laid over each other.
///
/// - Parameters:
///   - diff: what the sides share, lack and contradict.
///   - graph: what was compared; without it, and without `sides`, the superposed graph is left out.
///   - sides: the two graphs that were compared, where they are two.
///   - templates: what the page is made of.
///   - options: its language, its heading and how much of an article one quote may show.
///   - timeline: where the timeline stands, as a link; nil for a page that stands alone.
/// - Throws: `TemplateError` for a user's template, or ``GraphvizError``.
public func diffPage(
  of diff: TimelineDiff, graph: EventGraph? = nil,
  sides: (left: EventGraph, right: EventGraph)? = nil, templates: TemplateSet = .builtIn,
  options: SiteOptions = SiteOptions(), timeline: String? = nil
) throws -> [UInt8] {
  try DiffPage(
    diff: diff, graphs: sides.map { [$0.left, $0.right] } ?? [graph].compactMap(\.self),
    options: options, timeline: timeline,
    say: Wording(locale: options.locale, templates: templates)
  ).bytes(templates: templates)
}

/// What the page is filled with, part by part.
struct DiffPage {
  let diff: TimelineDiff
  /// What was compared: none, one by its sources, or the left one and the right one.
  let graphs: [EventGraph]
  let options: SiteOptions
  let timeline: String?
  /// The language of the page's own words.
  let say: Wording
  /// The sides in the order of the page: a base first, else those that tell most.
  let sources: [String]
  /// The two sides that are shown beside one another.
  let pair: (left: String, right: String)?

  /// Rows that a table of the page holds at most; the rest is counted, and stands in the JSON.
  static let most = 300

  init(
    diff: TimelineDiff, graphs: [EventGraph], options: SiteOptions, timeline: String?,
    say: Wording = .english
  ) {
    self.say = say
    self.diff = diff
    self.graphs = graphs
    self.options = options
    self.timeline = timeline
    var told: [String: Int] = [:]
    for entry in diff.entries where entry.kind == .shared {
      for source in entry.reported.keys { told[source, default: 0] += 1 }
    }
    // Sides come sorted by name, but for a base, which comes first.
    let base =
      diff.sources.count > 2 && diff.sources != diff.sources.sorted()
      ? diff.sources.first : nil
    sources =
      diff.sources.count == 2
      ? diff.sources
      : diff.sources.enumerated().sorted { a, b in
        if (a.element == base) != (b.element == base) { return a.element == base }
        let (x, y) = (told[a.element] ?? 0, told[b.element] ?? 0)
        return x != y ? x > y : a.offset < b.offset
      }.map(\.element)
    pair = DiffPage.pair(of: diff, sources: sources, base: base)
  }

  /// Of more sides that tell one event, those that tell most at all are paired.
  private static let mostPaired = 256

  /// The two sides with most in common; with a base, the base and the one that shares most with it.
  private static func pair(of diff: TimelineDiff, sources: [String], base: String?)
    -> (left: String, right: String)?
  {
    guard sources.count > 1 else { return nil }
    if sources.count == 2 { return (sources[0], sources[1]) }
    let places = Dictionary(sources.enumerated().map { ($1, $0) }) { first, _ in first }
    var shared: [Int: Int] = [:]
    for entry in diff.entries where entry.kind == .shared {
      let tellers = entry.reported.filter { $0.value.copyOf == nil }.keys.compactMap { places[$0] }
        .sorted().prefix(base == nil ? mostPaired : .max)
      for (index, a) in tellers.enumerated() {
        for b in tellers[(index + 1)...] where base == nil || a == 0 {
          shared[a * sources.count + b, default: 0] += 1
        }
      }
    }
    guard let best = shared.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { return nil }
    return (sources[best.key / sources.count], sources[best.key % sources.count])
  }

  /// A side as readers know it.
  func name(_ source: String) -> String {
    PageText.clean(diff.sides?[source]?.name ?? source)
  }

  func bytes(templates: TemplateSet) throws -> [UInt8] {
    let summary = diff.summary
    let kinds = diff.entries.flatMap(\.differences).map(\.kind)
    func count(_ kind: TimelineDiff.Difference.Kind) -> Int { kinds.count { $0 == kind } }
    let only = diff.entries.count { $0.kind == .only }
    let heading =
      diff.sources.count == 2
      ? say("{a} and {b}", ["a": name(diff.sources[0]), "b": name(diff.sources[1])])
      : say.counted(diff.sources.count, "source") + ", "
        + say.counted(diff.entries.count, "event")
    func fact(_ number: Int, _ words: String) -> TemplateValue {
      ["number": .text(say.number(Double(number))), "words": .text(say(words))]
    }
    var value: [String: TemplateValue] = [
      "title": .text(
        options.title.map { say("Sources compared: {title}", ["title": PageText.clean($0)]) }
          ?? say("Sources compared")),
      "heading": .text(heading),
      "timeline": .text(timeline ?? ""),
      "facts": .list([
        fact(summary.shared, "told by two or more"), fact(only, "told by one"),
        fact(
          summary.conflicts.values.reduce(0, +),
          summary.conflicts.values.reduce(0, +) == 1 ? "conflict" : "conflicts"),
        fact(count(.revision), "revised figures or plans"),
        fact(count(.otherCount) + count(.precision), "differences that are none"),
      ]),
      "marks": .list(
        DiffMark.allCases.map { ["id": .text($0.rawValue), "shape": .text($0.shape)] }),
    ]
    value["matrix"] = matrix()
    value["contradictions"] = contradictions()
    value["pair"] = aligned() ?? false
    value["naming"] = naming()
    value["lag"] = lag()
    value["coverage"] = coverage()
    value["evidence"] = evidence()
    value["changes"] = changes() ?? false
    value["graphs"] = try superposed() ?? false
    value["isEmpty"] = .flag(diff.entries.isEmpty)
    return try PageShell(templates: templates, options: options).page(
      "diff", style: ["base.css", "diff.css"], script: "diff.js", value)
  }

  // MARK: Words

  func date(_ value: EDTFValue?) -> String {
    value.map { say.short($0) } ?? say("undated")
  }

  func published(_ text: String?) -> String {
    if say.phrases.isEmpty { return PublicationWords.short(text) }
    guard let text else { return say("undated") }
    if let day = PublicationWords.day(text) { return say.day(day) }
    return EDTFValue(text).map { say.short($0) } ?? PageText.clean(text)
  }

  /// Why a side does not tell an entry.
  func absence(_ entry: TimelineDiff.Entry, _ source: String) -> String {
    guard let absence = entry.absent[source] else { return "" }
    return DiffTextWriter(diff: diff).reason(of: absence, entry, source, in: say).capitalizedWord
  }

  func anchor(_ entry: TimelineDiff.Entry) -> String { "e-" + PageText.clean(entry.id) }

  /// How many were left out, for a note; empty where none were.
  func rest(_ count: Int, _ noun: String) -> TemplateValue {
    count > 0
      ? .text(say("{count} more: --format json has all.", ["count": say.counted(count, noun)])) : ""
  }
}

/// A share of a whole as SVG writes it.
func percent(_ share: Double) -> String { px(min(max(share, 0), 1) * 100) + "%" }
