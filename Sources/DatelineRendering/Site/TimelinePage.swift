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
  /// The language of dates and labels.
  let say: Wording
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
    say = Wording(locale: options.locale, templates: templates)
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
    let title = options.title.map(PageText.clean) ?? say("What happened, report by report")
    let span = spanInWords
    var value: [String: TemplateValue] = [
      "title": .text(title),
      "deck": .text(deck(span)),
      "facts": .list(facts),
      "hasDiff": .flag(diff != nil),
      "overview": try overview(),
      "threads": .list(threads),
      "years": .list(try years()),
      "undated": sections.undated.isEmpty
        ? false
        : [
          "chunks": chunks(
            sections.undated, after: graph.events.count - sections.undated.count)
        ],
      "isIndex": .flag(extent == .index),
      "undatedCount": .text(say.counted(sections.undated.count, "event")),
      "actorGroups": .list(groups(actorEntries, height: 6)),
      "bystanders": .list(bystanders), "hasBystanders": .flag(!bystanders.isEmpty),
      "sourceGroups": .list(groups(sourceEntries, height: 9)),
      "notAnalysed": .text(notAnalysed),
      "graph": try actorGraph(),
      "data": .text(PageData(of: self).text),
      "eventCount": .number(Double(graph.events.count)),
      "scriptWords": .text(scriptWords),
      "legendKinds": .list(
        EventKind.allCases.map { ["word": .text(say($0.word)), "kind": .text($0.rawValue)] }),
    ]
    if let latest = asOf { value["asOf"] = .text(DateInWords(latest, in: say).text) }
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
    if first == last { return say("in {year}", ["year": say.year(first)]) }
    return say("between {first} and {last}", ["first": say.year(first), "last": say.year(last)])
  }

  private func deck(_ span: String) -> String {
    let outlets = say.counted(graph.sources.count, "outlet")
    let phrase =
      graph.sources.count == 1
      ? "What {outlets} reports to have happened{when}: when, where, by whom, and how sure that is."
      : "What {outlets} report to have happened{when}: when, where, by whom, and how sure that is."
    return say(phrase, ["outlets": outlets, "when": span.isEmpty ? "" : " " + span])
  }

  /// The phrases of the script, as JSON; empty in English, which it has itself.
  private var scriptWords: String {
    var json = JSONWriter()
    json.object { json in
      for phrase in TimelinePage.scriptPhrases {
        if let words = say.phrases[phrase] {
          json.key(phrase)
          json.value(words)
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static let scriptPhrases = [
    "Actor", "Source", "Place", "Type", "Status", "Auto", "Light", "Dark", "Colours: automatic",
    "Colours: light", "Colours: dark", "{n} of {all}", "{n} of {all} events shown", "Find: {list}",
    "Find among {n}", "and {n} more: search above", "Link copied",
    "That link leads to nothing in this edition of the page.",
  ]

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
    func fact(_ count: Int, _ noun: String) -> TemplateValue {
      // The number stands apart, in a heavier type.
      let words = say.counted(count, noun).drop { !$0.isLetter }
      return ["number": .text(say.number(Double(count))), "noun": .text(String(words))]
    }
    var facts = [
      fact(graph.events.count, "event"), fact(graph.articles.count, "report"),
      fact(graph.sources.count, "outlet"),
      fact(Set(graph.articles.map(\.language)).count, "language"),
    ]
    if let diff {
      let conflicts = diff.summary.conflicts.values.reduce(0, +)
      facts.append([
        "number": .text(say.number(Double(conflicts))),
        "noun": .text(say(conflicts == 1 ? "point in conflict" : "points in conflict")),
      ])
    }
    facts.append([
      "number": .text(say.number(Double(sections.undated.count))),
      "noun": .text(say("without a date")),
    ])
    if options.leftOut > 0 {
      facts.append([
        "number": .text(say.number(Double(options.leftOut))), "noun": .text(say("not shown")),
      ])
    }
    return facts
  }

  /// Articles that no pack could read, by language.
  private var notAnalysed: String {
    let left = graph.articles.filter { $0.notAnalysed != nil }
    if left.isEmpty { return "" }
    let languages = Dictionary(grouping: left, by: \.language).mapValues(\.count)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\(PageText.clean($0.key)) \($0.value)" }
    return say(
      "{n} of {all} are listed but not analysed, by language: {languages}.",
      [
        "n": String(left.count), "all": say.counted(graph.articles.count, "article"),
        "languages": languages.joined(separator: ", "),
      ])
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
