internal import DatelineModel
internal import EDTF
internal import Mustache

/// Fills the templates of the timeline page from a graph.
struct TimelinePage {
  let graph: EventGraph
  let diff: TimelineDiff?
  let templates: TemplateSet
  let options: SiteOptions
  /// How much of each event the page holds.
  enum Extent {
    /// Everything.
    case whole
    /// A line an event, which leads to the page of its year.
    case index
    /// The evidence of one year, apart from the index.
    case year
  }

  let extent: Extent
  /// Of the index, which holds every anchor.
  let links: PictureLink
  let sections: TimelineSections
  let articles: [String: ArticleRecord]
  let actorNames: [String: String]
  /// Anchors by the name of a source.
  let sourceAnchors: [String: String]
  /// Differences between the sides, by event.
  let differences: [String: [TimelineDiff.Difference]]
  /// Publication dates by article.
  let published: [String: EDTFDate]
  /// The highest ordinal of each series that is shown as a thread.
  let seriesEnds: [String: Int]

  init(
    of graph: EventGraph, diff: TimelineDiff?, templates: TemplateSet, options: SiteOptions,
    extent: Extent = .whole
  ) {
    self.extent = extent
    links = PictureLink(page: extent == .year ? "index.html" : "")
    self.graph = graph
    self.diff = diff
    self.templates = templates
    self.options = options
    sections = TimelineSections(graph)
    articles = Dictionary(graph.articles.map { ($0.id, $0) }) { first, _ in first }
    actorNames = Dictionary(graph.actors.map { ($0.id, PageText.clean($0.name)) }) { a, _ in a }
    published = articles.compactMapValues { $0.published.flatMap { EDTFDate($0) } }
    sourceAnchors = Dictionary(
      graph.sources.map { ($0.name, "source-" + PictureLink.encoded($0.id)) }
    ) { first, _ in first }
    var differences: [String: [TimelineDiff.Difference]] = [:]
    for entry in diff?.entries ?? [] where !entry.differences.isEmpty {
      let events = Set(entry.reported.values.flatMap(\.events))
      for event in events where differences[event] == nil {
        differences[event] = entry.differences
      }
    }
    self.differences = differences
    seriesEnds = Dictionary(grouping: graph.events.compactMap(\.series), by: \.id)
      .filter { $0.value.count > 1 }.compactMapValues { $0.map(\.ordinal).max() }
  }

  static let style = ["base.css", "marks.css", "timeline.css"]

  /// The page as UTF-8.
  func bytes() throws -> [UInt8] {
    try PageShell(templates: templates, options: options)
      .page("timeline", style: TimelinePage.style, script: "timeline.js", value())
  }

  /// What `timeline.mustache` is filled with.
  func value() throws -> [String: TemplateValue] {
    let title = options.title.map(PageText.clean) ?? "What happened, report by report"
    let span = spanInWords
    var value: [String: TemplateValue] = [
      "title": .text(title),
      "deck": .text(deck(span)),
      "facts": .list(facts),
      "hasDiff": .flag(diff != nil),
      "overview": try overview(),
      "threads": .list(threads),
      "years": .list(try years()),
      "undated": sections.undated.isEmpty ? false : ["chunks": chunks(sections.undated)],
      "isIndex": .flag(extent == .index),
      "undatedCount": .text(counted(sections.undated.count, "event")),
      "actorGroups": .list(groups(actorEntries, height: 6)),
      "sourceGroups": .list(groups(sourceEntries, height: 9)),
      "notAnalysed": .text(notAnalysed),
      "graph": try actorGraph(),
      "data": .text(PageData(of: self).text),
      "eventCount": .number(Double(graph.events.count)),
      "legendKinds": .list(
        EventKind.allCases.map { ["word": .text($0.word), "kind": .text($0.rawValue)] }),
    ]
    if let latest = asOf { value["asOf"] = .text(DateInWords(latest).text) }
    return value
  }

  /// The latest publication day, which the page is true of.
  var asOf: EDTFDate? {
    published.values.max { ($0.latest, $0.earliest) < ($1.latest, $1.earliest) }
  }

  /// The years of most events: a few far from the rest would say little of the whole.
  private var spanInWords: String {
    guard let bins = TimeBins(graph) else { return "" }
    let (first, last) = (bins.start(0).year, bins.start(bins.counts.count - 1).year)
    if first == last { return "in \(PictureDate.year(first))" }
    return "between \(PictureDate.year(first)) and \(PictureDate.year(last))"
  }

  private func deck(_ span: String) -> String {
    let outlets = counted(graph.sources.count, "outlet")
    let verb = graph.sources.count == 1 ? "reports" : "report"
    let when = span.isEmpty ? "" : " " + span
    return "What \(outlets) \(verb) to have happened\(when): when, where, by whom, and how sure "
      + "that is."
  }

  /// Some entries at a time, so that a browser need not lay out those that nobody looks at.
  private func groups(_ entries: [TemplateValue], height: Double) -> [TemplateValue] {
    stride(from: 0, to: entries.count, by: 30).map {
      let part = Array(entries[$0..<min($0 + 30, entries.count)])
      // Three columns of entries of a few lines.
      return [
        "entries": .list(part),
        "size": .text(TimelinePage.sizeClass(rem: Double(part.count) * height / 3)),
      ]
    }
  }

  private var facts: [TemplateValue] {
    func fact(_ count: Int, _ one: String, _ many: String) -> TemplateValue {
      ["number": .number(Double(count)), "noun": .text(count == 1 ? one : many)]
    }
    var facts = [
      fact(graph.events.count, "event", "events"),
      fact(graph.articles.count, "report", "reports"),
      fact(graph.sources.count, "outlet", "outlets"),
      fact(Set(graph.articles.map(\.language)).count, "language", "languages"),
    ]
    if let diff {
      let conflicts = diff.summary.conflicts.values.reduce(0, +)
      facts.append(fact(conflicts, "point in conflict", "points in conflict"))
    }
    facts.append(fact(sections.undated.count, "without a date", "without a date"))
    return facts
  }

  /// Articles that no pack could read, by language.
  private var notAnalysed: String {
    let left = graph.articles.filter { $0.notAnalysed != nil }
    if left.isEmpty { return "" }
    let languages = Dictionary(grouping: left, by: \.language).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\(PageText.clean($0.key)) \($0.value)" }
    return "\(left.count) of \(counted(graph.articles.count, "article")) are listed but not "
      + "analysed, by language: \(languages.joined(separator: ", "))."
  }
}

/// How firmly an event is told, as marks and filters have it.
enum MarkFill: String, CaseIterable {
  case reported, expected, alleged, denied, unheld

  init(_ status: EventStatus) {
    switch status {
    case .asserted: self = .reported
    case .expected: self = .expected
    case .alleged: self = .alleged
    case .denied: self = .denied
    case .negated, .counterfactual: self = .unheld
    }
  }

  var word: String { self == .unheld ? "did not happen" : rawValue }
}
