import Dateline

/// `dateline build`: a site of everything.
func build(_ arguments: Arguments) throws(Failure) -> Int32 {
  guard let path = arguments.text("output") else {
    throw .usage(
      UsageError(message: "-o DIR is needed, the folder for the site.", command: .build))
  }
  let inputs = try Inputs(arguments)
  let pages = try Pages(arguments)
  let folder = try SiteFolder(path)
  let graph = inputs.filtered(try inputs.graph(arguments.operands))
  Progress.phase("writing the site of \(graph.events.count) events")
  let files = try pages.site(of: graph, decisions: try arguments.decisions())
  try folder.finish(files)
  if !inputs.messages.isQuiet, terminalWidth(2) != nil {
    inputs.messages.warn("wrote \(files.count) files to \(path): open \(path)/index.html.")
  }
  return inputs.status
}

/// HTML pages, made from the templates that ship or the user's own.
struct Pages {
  private let templates: TemplateSet
  private let options: SiteOptions
  private let jobs: Int

  init(_ arguments: Arguments) throws(Failure) {
    jobs = arguments.jobs
    options = SiteOptions(
      locale: arguments.text("locale") ?? "en",
      quoteLength: arguments.number("quote-length") ?? 300,
      theme: arguments.text("theme").flatMap { Theme.all[$0] } ?? .standard)
    guard let folder = arguments.text("templates") else {
      templates = .builtIn
      return
    }
    guard isFolder(folder) else {
      throw .refused("cannot read the templates in \(folder): there is no such folder.")
    }
    var files: [String: String] = [:]
    for name in names(inFolder: folder)
    where [".mustache", ".css", ".js", ".tsv"].contains(where: name.hasSuffix) {
      guard let bytes = wholeFile("\(folder)/\(name)") else {
        throw .refused("cannot read \(folder)/\(name): give yourself the right to read it.")
      }
      files[name] = String(decoding: bytes, as: UTF8.self)
    }
    do throws(TemplateError) {
      templates = try TemplateSet(overriding: files)
    } catch {
      throw .misread(error)
    }
  }

  /// `leftOut` events matter less than those of the graph.
  func timeline(of graph: EventGraph, leftOut: Int = 0) throws(Failure) -> [UInt8] {
    var options = options
    options.leftOut = leftOut
    return try made {
      try timelinePage(
        of: graph, diff: TimelineDiff(bySource: graph, jobs: jobs), templates: templates,
        options: options)
    }
  }

  /// The comparison of one graph by its sources, or of two.
  func diff(_ diff: TimelineDiff, of graphs: [EventGraph]) throws(Failure) -> [UInt8] {
    try made {
      try diffPage(
        of: diff, graph: graphs.first,
        sides: graphs.count == 2 ? (left: graphs[0], right: graphs[1]) : nil,
        templates: templates, options: options)
    }
  }

  /// A picture that stands alone, whose links lead to no page.
  func timelinePicture(of graph: EventGraph) -> String {
    timelineSVG(
      graph, links: PictureLink(page: nil), theme: options.theme, locale: options.locale,
      templates: templates)
  }

  func actorPicture(of actors: ActorGraph, engine: GraphvizEngine?) throws(Failure) -> String {
    try made {
      try actorGraphSVG(
        actors, engine: engine, links: PictureLink(page: nil), theme: options.theme,
        locale: options.locale, templates: templates)
    }
  }

  func site(of graph: EventGraph, decisions: Decisions) throws(Failure) -> [SiteFile] {
    try made {
      try siteFiles(
        of: graph,
        diff: TimelineDiff(bySource: graph, jobs: jobs).deciding(decisions, in: [graph]).diff,
        templates: templates, options: options)
    }
  }

  /// A template of the user's may be wrong; all else is the program's fault.
  private func made<Page>(_ body: () throws -> Page) throws(Failure) -> Page {
    do {
      return try body()
    } catch let error as TemplateError {
      throw .misread(error)
    } catch {
      throw .fault("\(error)")
    }
  }
}
