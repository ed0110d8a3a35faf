public import DatelineModel

/// The timeline as one page that makes no request.
///
/// - Parameters:
///   - graph: what is told.
///   - diff: what the sources contradict each other in, where that was compared.
///   - templates: what the page is made of.
///   - options: its language, its heading and its bounds.
/// - Throws: `TemplateError` for a user's template, or ``GraphvizError``.
public func timelinePage(
  of graph: EventGraph, diff: TimelineDiff? = nil, templates: TemplateSet = .builtIn,
  options: SiteOptions = SiteOptions()
) throws -> [UInt8] {
  try TimelinePage(of: graph, diff: diff, templates: templates, options: options).bytes()
}

/// All files of a static site: the timeline, its pictures and the graph that they show.
///
/// ```swift
/// try siteFiles(of: graph, diff: nil, templates: .builtIn, options: SiteOptions()).map(\.path)
/// // ["index.html", "actors.svg", "timeline.svg", "storyline.svg", "events.json"]
/// ```
///
/// With a comparison there is `diff.html` too; a graph of more than ``SiteOptions/pageLimit``
/// events has a page of evidence for each year.
///
/// - Throws: `TemplateError` for a user's template, or ``GraphvizError``.
public func siteFiles(
  of graph: EventGraph, diff: TimelineDiff?, templates: TemplateSet, options: SiteOptions
) throws -> [SiteFile] {
  let isLarge = graph.events.count > options.pageLimit
  let page = TimelinePage(
    of: graph, diff: diff, templates: templates, options: options,
    extent: isLarge ? .index : .whole)
  var files = [SiteFile(path: "index.html", bytes: try page.bytes())]
  if isLarge {
    files += try TimelinePage(
      of: graph, diff: diff, templates: templates, options: options, extent: .year
    ).yearPages()
  }
  let actors =
    ActorGraph(of: graph, limits: .init(maxActors: options.maxActors))
    ?? ActorGraph(nodes: [], edges: [])
  let say = Wording(locale: options.locale, templates: templates)
  let title = options.title.map { PageText.clean($0) }
  func heading(_ phrase: String) -> String? { title.map { say(phrase, ["title": $0]) } }
  func picture(_ path: String, _ svg: String) {
    files.append(SiteFile(path: path, bytes: Array(svg.utf8)))
  }
  picture(
    "actors.svg",
    try actorGraphSVG(
      actors, title: heading("{title}: actors"), theme: options.theme, locale: options.locale,
      templates: templates))
  picture(
    "timeline.svg",
    timelineSVG(
      graph, title: title, theme: options.theme, locale: options.locale, templates: templates))
  picture(
    "storyline.svg",
    storylineSVG(
      graph, title: heading("{title}: who met whom"), theme: options.theme,
      locale: options.locale, templates: templates))
  if let diff {
    files.append(
      SiteFile(
        path: "diff.html",
        bytes: try diffPage(
          of: diff, graph: graph, templates: templates, options: options,
          timeline: "index.html")))
  }
  var json = JSONWriter()
  graph.write(to: &json)
  json.newline()
  files.append(SiteFile(path: "events.json", bytes: json.bytes))
  return files
}
