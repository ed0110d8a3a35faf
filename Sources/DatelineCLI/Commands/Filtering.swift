import Dateline

extension Inputs {
  /// What the filters of the command line keep of each graph; a name that none of them knows is
  /// said, with the one that may be meant, since an empty answer would look like a finding.
  func filtered(_ graphs: [EventGraph]) -> [EventGraph] {
    let filter = arguments.filter
    if filter.isEmpty { return graphs }
    let unknown = graphs.map { $0.unknownNames(in: filter) }
    warn(
      of: filter.sources.filter { name in unknown.allSatisfy { $0.sources.contains(name) } },
      "no article is from", among: graphs.flatMap { $0.sources.map(\.name) })
    warn(
      of: filter.actors.filter { name in unknown.allSatisfy { $0.actors.contains(name) } },
      "no actor is called",
      among: graphs.flatMap { $0.actors.flatMap { [$0.id, $0.name] + $0.aliases.map(\.name) } })
    warn(
      of: filter.places.filter { name in unknown.allSatisfy { $0.places.contains(name) } },
      "no event took place in", among: graphs.flatMap { $0.events.compactMap(\.place) })
    return graphs.map { $0.filtered(by: filter) }
  }

  func filtered(_ graph: EventGraph) -> EventGraph { filtered([graph])[0] }

  private func warn(of unknown: [String], _ words: String, among names: [String]) {
    for name in unknown {
      let near = suggestion(for: name, among: names).map { " Did you mean “\($0)”?" }
      messages.warn("\(words) “\(name)”.\(near ?? "")")
    }
  }
}
