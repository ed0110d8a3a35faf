import Dateline

/// `dateline explain`: why an event, an actor or a place of an article stands as it does.
func explain(_ arguments: Arguments) throws(Failure) -> Int32 {
  let inputs = try Inputs(arguments)
  let asked = ["event", "actor", "at"].filter { arguments.text($0) != nil }
  guard asked.count == 1 else {
    throw .usage(
      UsageError(
        message: "one of --event, --actor and --at is needed, to say what to explain.",
        command: .explain))
  }
  let text: String
  if let place = arguments.text("at") {
    text = try inputs.explanation(at: place)
  } else {
    let graph = try inputs.graph(arguments.operands)
    if let name = arguments.text("actor") {
      guard let actor = graph.actor(named: name) else {
        throw .refused(unknown(actor: name, in: graph))
      }
      text = ActorExplanation(actor, in: graph).text
    } else {
      let event = try graph.event(cutTo: arguments.text("event") ?? "")
      text = EventExplanation(event, in: graph).text
    }
  }
  try print(text, arguments)
  return inputs.status
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
      let text = PlaceExplanation(Dateline.annotate(found, genre: genre), at: offset).text
    else {
      throw .refused(
        "\(id) has \(found.text.unicodeScalars.count) characters: \(offset) is not among them.")
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
    let ids = found.prefix(5).map { "\($0.id) (\($0.label))" }.joined(separator: ", ")
    throw .refused("\(found.count) events have an id that starts with “\(id)”: \(ids).")
  }
}
