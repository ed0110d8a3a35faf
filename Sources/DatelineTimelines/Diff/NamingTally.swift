import DatelineModel

/// The names that each side has for each actor, as it uses them itself.
struct NamingTally {
  private struct Key: Hashable {
    var id: String
    var kind: ActorKind
  }
  private struct Names {
    var name: String
    /// By side, then by printed name.
    var counts: [String: [String: Int]] = [:]
  }
  private var tallies: [Key: Names] = [:]

  init(_ graph: EventGraph, side: (String?) -> String) { add(graph, side: side) }

  func adding(_ graph: EventGraph, side: (String?) -> String) -> NamingTally {
    var tally = self
    tally.add(graph, side: side)
    return tally
  }

  private mutating func add(_ graph: EventGraph, side: (String?) -> String) {
    var counted: Set<String> = []
    for actor in graph.actors {
      let key = Key(id: actor.id, kind: actor.kind)
      for alias in actor.aliases where !alias.counts.isEmpty {
        counted.insert(actor.id)
        for (source, count) in zip(alias.sources, alias.counts) where count > 0 {
          tallies[key, default: Names(name: actor.name)].counts[side(source), default: [:]][
            alias.name, default: 0] += count
        }
      }
    }
    // A graph that kept no counts: what its events print.
    let kinds = Dictionary(graph.actors.map { ($0.id, $0.kind) }) { first, _ in first }
    for mention in graph.events.lazy.flatMap(\.mentions) where mention.attribution == nil {
      for one in mention.participants where !counted.contains(one.actor) {
        let key = Key(id: one.actor, kind: kinds[one.actor] ?? .group)
        tallies[key, default: Names(name: one.name)].counts[side(mention.source), default: [:]][
          one.printed, default: 0] += 1
      }
    }
  }

  /// One row an actor whom sides name differently, those most named first.
  func rows(sides: [String]) -> [TimelineDiff.Naming] {
    var rows: [(key: Key, total: Int, row: TimelineDiff.Naming)] = []
    for (key, tally) in tallies where tally.counts.count > 1 {
      let folded = Set(
        tally.counts.values.map { Set($0.keys.map { FoldedName($0).text }) })
      guard folded.count > 1 else { continue }
      var names: [String: [TimelineDiff.Naming.Name]] = [:]
      var total = 0
      for (side, counts) in tally.counts {
        names[side] = counts.map { TimelineDiff.Naming.Name(name: $0.key, count: $0.value) }
          .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
        total += counts.values.reduce(0, +)
      }
      rows.append((key, total, TimelineDiff.Naming(actor: tally.name, names: names)))
    }
    rows.sort {
      $0.total != $1.total
        ? $0.total > $1.total
        : ($0.key.id, $0.key.kind.rawValue) < ($1.key.id, $1.key.kind.rawValue)
    }
    return rows.map(\.row)
  }
}
