import Dateline

/// `dateline explain`: why an event, an actor or a place of an article stands as it does.
func explain(_ arguments: Arguments) throws(Failure) -> Int32 {
  let inputs = try Inputs(arguments)
  let asked = ["event", "actor", "at"].filter { arguments.text($0) != nil }
  guard asked.count == 1, arguments.text("and") == nil || asked == ["event"] else {
    throw .usage(
      UsageError(
        message: "one of --event, --actor and --at is needed, and --and only goes with --event.",
        command: .explain))
  }
  let text: String
  if let place = arguments.text("at") {
    text = try inputs.explanation(at: place)
  } else {
    let (graph, articles) = try inputs.graphWithArticles(arguments.operands)
    if let name = arguments.text("actor") {
      guard let actor = graph.actor(named: name) else {
        throw .refused(unknown(actor: name, in: graph))
      }
      text = ActorExplanation(actor, in: graph).text
    } else {
      let event = try graph.event(cutTo: arguments.text("event") ?? "")
      if let id = arguments.text("and") {
        text = comparison(of: event, with: try graph.event(cutTo: id), articles)
      } else {
        text = EventExplanation(event, in: graph).text
      }
    }
  }
  try print(text, arguments)
  return inputs.status
}

/// A likeness as readers need it: "0.35", and not the nearest number of so many bits.
private func hundredths(_ value: Double) -> String {
  let whole = Int((value * 100).rounded())
  return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
}

/// Why the reports of two events were taken for one happening, or not.
private func comparison(
  of first: Event, with second: Event, _ articles: [AnnotatedArticle]
) -> String {
  let isOne = first.id == second.id
  if isOne && first.mentions.count == 1 {
    return terminalSafe("\(first.label)  [\(first.id)]") + "\n  only one report tells it\n"
  }
  let comparison = ReportComparison(of: first, with: second, articles: articles)
  var lines = [terminalSafe("\(first.label)  [\(first.id)]")]
  if !isOne { lines.append(terminalSafe("\(second.label)  [\(second.id)]")) }
  func row(_ label: String, _ words: String) {
    let padding = String(repeating: " ", count: max(1, 13 - label.count))
    lines.append("  " + label + padding + terminalSafe(words))
  }
  row("taken for", isOne ? "one event" : "two events")
  if let obstacle = comparison.obstacle {
    row("because", "\(obstacle), which forbids one")
  } else {
    row(
      "likeness",
      "\(hundredths(comparison.meanLikeness)) on average over all pairs of reports; one event needs "
        + hundredths(ReportComparison.threshold))
    row("at best", "\(hundredths(comparison.likeness)), for these two:")
  }
  for mention in [comparison.first, comparison.second] {
    let place = mention.inTitle ? "title of \(mention.article)" : mention.article
    lines.append("")
    lines.append(
      terminalSafe("\(mention.source ?? "source not stated"), \(place):\(mention.start)"))
    row("quote", "“\(mention.quote)”")
    row("date", "\(mention.date?.description ?? "not known") (\(mention.dateBasis.rawValue))")
  }
  lines.append("")
  if !comparison.reasons.isEmpty { row("for one", comparison.reasons.joined(separator: ", ")) }
  if !comparison.objections.isEmpty {
    row("for two", comparison.objections.joined(separator: ", "))
  }
  if articles.isEmpty {
    row("note", "words are weighed by their length: give the articles to have them weighed anew")
  }
  return lines.joined(separator: "\n") + "\n"
}

extension Inputs {
  /// What stands at `ARTICLE:OFFSET`, and the rule behind it.
  fileprivate func explanation(at place: String) throws(Failure) -> String {
    guard let colon = place.lastIndex(of: ":"),
      let offset = Int(place[place.index(after: colon)...])
    else {
      throw .usage(
        UsageError(
          message: "--at wants an article's id and an offset, as in --at a.txt:120.",
          command: .explain))
    }
    let id = String(place[..<colon])
    var ids: [String] = []
    var found: Article?
    try read(arguments.operands) { (article) in
      ids.append(article.id)
      if article.id == id { found = article }
    }
    guard let found else {
      let near = suggestion(for: id, among: ids).map { " Did you mean “\($0)”?" }
      throw .refused("no article “\(id)” in these inputs.\(near ?? "")")
    }
    guard
      let text = PlaceExplanation(
        Dateline.annotate(found, genre: genre, entities: entities, packs: packs), at: offset
      ).text
    else {
      throw .refused(
        "“\(id)” has \(found.text.unicodeScalars.count) characters: \(offset) is not among them.")
    }
    return text
  }
}

extension EventGraph {
  /// The actor with that id, name or alias; ids first.
  fileprivate func actor(named name: String) -> Actor? {
    let lowercased = name.lowercased()
    return actors.first { $0.id == name }
      ?? actors.first { $0.name.lowercased() == lowercased }
      ?? actors.first { $0.aliases.contains { $0.name.lowercased() == lowercased } }
  }

  /// The event whose id starts so.
  func event(cutTo id: String) throws(Failure) -> Event {
    if let event = events.first(where: { $0.id == id }) { return event }
    let found = id.isEmpty ? [] : events.filter { $0.id.hasPrefix(id) }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      throw .refused(
        "no event “\(id)” in these articles: “dateline extract” lists events with their ids.")
    }
    let ids = found.prefix(5).map { "\($0.id) “\($0.label)”" }.joined(separator: ", ")
    throw .refused("\(found.count) events have an id that starts with “\(id)”: \(ids).")
  }
}
