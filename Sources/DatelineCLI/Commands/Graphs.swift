import Dateline

/// `dateline extract`: the event graph.
func extract(_ arguments: Arguments) throws(Failure) -> Int32 {
  let inputs = try Inputs(arguments)
  let output = try Output(arguments.text("output"))
  var json = JSONWriter()
  try inputs.graph(arguments.operands).write(to: &json)
  json.newline()
  try output.write(json.bytes)
  try output.finish()
  return inputs.status
}

/// `dateline timeline`: day by day.
func timeline(_ arguments: Arguments) throws(Failure) -> Int32 {
  let inputs = try Inputs(arguments)
  let output = try Output(arguments.text("output"))
  let graph = inputs.filtered(try inputs.graph(arguments.operands))
  let sentences = arguments.number("sentences") ?? 2
  let timeline = Timeline(of: graph, dates: arguments.number("dates"), sentences: sentences)
  let isChosen = arguments.number("dates") != nil || arguments.number("sentences") != nil
  lazy var kept = isChosen ? graph.kept(by: timeline, most: sentences) : graph
  lazy var leftOut = graph.events.count - kept.events.count
  switch arguments.format(among: ["text", "html", "json", "svg"]) {
  case "html":
    try output.write(try Pages(arguments).timeline(of: kept, leftOut: leftOut))
  case "json":
    var json = JSONWriter()
    timeline.write(to: &json)
    json.newline()
    try output.write(json.bytes)
  case "svg":
    try output.write(try Pages(arguments).timelinePicture(of: kept))
  default:
    try output.write(
      timelineText(of: kept, leftOut: leftOut, options: arguments.terminal))
  }
  try output.finish()
  return inputs.status
}

/// `dateline graph`: who did what with whom.
func graph(_ arguments: Arguments) throws(Failure) -> Int32 {
  let inputs = try Inputs(arguments)
  let output = try Output(arguments.text("output"))
  let graph = inputs.filtered(try inputs.graph(arguments.operands))
  let ego = arguments.text("ego")
  let limits = ActorGraph.Limits(maxActors: arguments.number("max-actors") ?? 30, ego: ego)
  guard let actors = ActorGraph(of: graph, limits: limits) else {
    throw .refused(unknown(actor: ego ?? "", in: graph))
  }
  try output.write(try picture(of: actors, arguments))
  try output.finish()
  return inputs.status
}

/// The actor graph in the format that is asked for.
private func picture(
  of actors: ActorGraph, _ arguments: Arguments
) throws(Failure) -> String {
  guard arguments.format(among: ["svg", "dot"]) == "dot" else {
    return try Pages(arguments).actorPicture(
      of: actors, engine: arguments.text("engine").flatMap(GraphvizEngine.init))
  }
  do throws(GraphvizError) {
    return try actorGraphDOT(actors, links: PictureLink(page: nil))
  } catch {
    throw .fault("\(error)")
  }
}

/// `dateline diff`: what sources share, lack and contradict.
func diff(_ arguments: Arguments) throws(Failure) -> Int32 {
  let inputs = try Inputs(arguments)
  let output = try Output(arguments.text("output"))
  var options = try arguments.diffOptions()
  options.groups += try arguments.groupsOfFile()
  let decisions = try arguments.decisions()
  var diff: TimelineDiff
  var stale: [Decision] = []
  let graphs: [EventGraph]
  if arguments.has("by-source") {
    let decided = try inputs.graph(arguments.operands)
    try options.checkGroups(sources: decided.sources.map(\.name))
    let graph = inputs.filtered(decided)
    diff = TimelineDiff(bySource: graph, options: options, jobs: arguments.jobs)
    graphs = [graph]
  } else {
    guard arguments.operands.count == 2 else {
      throw .usage(
        UsageError(
          message: "LEFT and RIGHT are needed, or --by-source with any number of inputs.",
          command: .diff))
    }
    let sides = try inputs.graphs(arguments.operands[0], arguments.operands[1])
    let decided = decisions.deciding(sides[0], sides[1])
    stale = decided.stale
    graphs = inputs.filtered([decided.left, decided.right])
    let names = names(of: graphs, at: arguments.operands)
    diff = TimelineDiff(
      left: graphs[0], right: graphs[1], leftName: names[0], rightName: names[1],
      options: options, decisions: decisions)
  }
  if let base = options.base, !diff.sources.contains(base) {
    throw .unknown(source: base, "for --base", among: diff.sources)
  }
  let settled = diff.deciding(decisions, in: graphs)
  diff = settled.diff
  // What a filter leaves out is not out of date.
  if arguments.filter.isEmpty { stale += settled.stale }
  inputs.messages.warn(ofStale: stale, in: arguments.text("decisions"))
  switch arguments.format(among: ["text", "html", "json"]) {
  case "text": try output.write(diffText(of: diff, graphs: graphs, options: arguments.terminal))
  case "html": try output.write(try Pages(arguments).diff(diff, of: graphs))
  default:
    var json = JSONWriter()
    diff.write(to: &json)
    json.newline()
    try output.write(json.bytes)
  }
  try output.finish()
  return inputs.status == 0 && diff.hasDifferences ? 1 : inputs.status
}

/// What a reader calls the two sides: their only sources, else their files, and where those are called
/// alike, where they are.
private func names(of graphs: [EventGraph], at paths: [String]) -> [String] {
  let files = paths.map { Output.split($0).name }
  let sources = zip(graphs, files).map { $0.sources.count == 1 ? $0.sources[0].name : $1 }
  return [sources, files].first { $0[0] != $0[1] } ?? paths
}

/// Says that nobody is called so, and who may be meant.
func unknown(actor name: String, in graph: EventGraph) -> String {
  let names = graph.actors.flatMap { [$0.id, $0.name] + $0.aliases.map(\.name) }
  let near = suggestion(for: name, among: names).map { " Did you mean “\($0)”?" }
  return "no actor “\(name)” in these articles.\(near ?? "")"
}

extension EventGraph {
  /// Of each day of a timeline the events that matter most.
  fileprivate func kept(by timeline: Timeline, most: Int) -> EventGraph {
    var graph = self
    let ids = Set(timeline.days.flatMap { $0.events.prefix(most) })
    graph.events = events.filter { ids.contains($0.id) }
    graph.relations = relations.filter { ids.contains($0.from) && ids.contains($0.to) }
    return graph
  }
}

extension TimelineDiff.Options {
  /// Refuses a group with a source that none of the articles names.
  fileprivate func checkGroups(sources: [String]) throws(Failure) {
    var homes: [String: String] = [:]
    for group in groups {
      for source in group.sources {
        guard sources.contains(source) else {
          throw .unknown(source: source, "in the group “\(group.name)”", among: sources)
        }
        if let other = homes[source], other != group.name {
          throw .refused(
            "the source “\(source)” stands in two groups, “\(other)” and “\(group.name)”: "
              + "leave it in one.")
        }
        homes[source] = group.name
      }
    }
  }
}

extension Failure {
  fileprivate static func unknown(
    source name: String, _ place: String, among names: [String]
  ) -> Failure {
    let near = suggestion(for: name, among: names).map { " Did you mean “\($0)”?" }
    let all = names.isEmpty ? "" : " There are: \(names.joined(separator: ", "))."
    return .refused("no source “\(name)” \(place).\(near ?? all)")
  }
}

extension Arguments {
  /// What `--format` asks for, else what the name of the output says, else the first.
  func format(among formats: [String]) -> String {
    if let format = text("format") { return format }
    let name = text("output") ?? ""
    return formats.first { name.hasSuffix(".\($0)") } ?? formats[0]
  }

  /// What `--since`, `--until`, `--from`, `--with`, `--type` and `--place` keep.
  var filter: TimelineFilter {
    TimelineFilter(
      since: days("since").earliest, until: days("until").latest, sources: texts("from"),
      actors: texts("with"), types: texts("type").compactMap(EventType.init),
      places: texts("place"))
  }

  /// How text is laid out: in the terminal's width, coloured where one reads it.
  var terminal: TerminalOptions {
    let width = text("output") == nil ? terminalWidth(1) : nil
    let mayColour =
      width != nil && (environment("NO_COLOR") ?? "").isEmpty
      && environment("TERM") != "dumb"
    let colour =
      switch text("colour") ?? "auto" {
      case "always": true
      case "never": false
      default: mayColour
      }
    return TerminalOptions(
      width: number("width") ?? width ?? 80, colour: colour, inline: has("inline"))
  }

  func diffOptions() throws(Failure) -> TimelineDiff.Options {
    var groups: [TimelineDiff.Options.Group] = []
    for text in texts("group") {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw .usage(
          UsageError(
            message: "--group wants a name and its sources, as in --group state=SANA,TASS.",
            command: command.name))
      }
      groups.append(
        TimelineDiff.Options.Group(
          name: String(parts[0]), sources: parts[1].split(separator: ",").map(String.init)))
    }
    return TimelineDiff.Options(
      base: text("base"), groups: groups, window: number("window") ?? 7)
  }
}
