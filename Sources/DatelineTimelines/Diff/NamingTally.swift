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

    /// With one spelling for names that differ by their case alone, the commonest: "Rebels" opens a
    /// sentence.
    var withOneCase: Names {
      var totals: [String: [String: Int]] = [:]
      for (name, count) in counts.values.lazy.flatMap({ $0 }) {
        totals[name.lowercased(), default: [:]][name, default: 0].add(count)
      }
      guard totals.values.contains(where: { $0.count > 1 }) else { return self }
      let chosen = totals.mapValues { spellings in
        spellings.max { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }!.key
      }
      var folded = self
      folded.counts = counts.mapValues { names in
        names.reduce(into: [:]) { $0[chosen[$1.key.lowercased()]!, default: 0].add($1.value) }
      }
      return folded
    }

    var isCapitalised: Bool { name.unicodeScalars.first?.properties.isUppercase == true }
    /// "Avarian government", and neither "Avaria" nor "government".
    var isNamedGovernment: Bool {
      isCapitalised && name.split(separator: " ").last.map { $0.lowercased() } == "government"
    }
  }
  private var tallies: [Key: Names] = [:]
  /// Of armed actors that are described and not named, by id: where each takes part in something.
  /// What one source calls rebels at a place, another calls terrorists.
  private var theatres: [String: Set<String>] = [:]

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
            alias.name, default: 0
          ].add(count)
        }
      }
    }
    let irregular = Set(graph.actors.lazy.filter(\.isIrregular).map(\.id))
    if !irregular.isEmpty {
      for event in graph.events {
        for mention in event.mentions {
          for one in mention.participants where irregular.contains(one.actor) {
            theatres[one.actor, default: []].insert("event " + event.id)
            if let place = mention.place ?? event.place {
              theatres[one.actor, default: []].insert("place " + place)
            }
          }
        }
      }
    }
    // A graph that kept no counts: what its events print.
    let kinds = Dictionary(graph.actors.map { ($0.id, $0.kind) }) { first, _ in first }
    for mention in graph.events.lazy.flatMap(\.mentions) where mention.attribution == nil {
      for one in mention.participants where !counted.contains(one.actor) {
        let key = Key(id: one.actor, kind: kinds[one.actor] ?? .group)
        tallies[key, default: Names(name: one.name)].counts[side(mention.source), default: [:]][
          one.printed, default: 0
        ].add(1)
      }
    }
  }

  /// The tallies with what a state or an unnamed government is called moved to the only government
  /// that sources call so too: "the Avarian regime" stands in one row, whoever else is "Avaria".
  private func governed() -> [Key: Names] {
    var owners: [String: Set<String>] = [:]
    for (key, tally) in tallies where key.kind == .government && tally.isNamedGovernment {
      for name in tally.counts.values.flatMap(\.keys) {
        owners[FoldedName(name).text, default: []].insert(key.id)
      }
    }
    var moved = tallies
    for (key, tally) in tallies
    where (key.kind == .government || key.kind == .place) && !tally.isNamedGovernment {
      let own = FoldedName(tally.name).text
      for (side, counts) in tally.counts {
        for (name, count) in counts {
          let folded = FoldedName(name).text
          guard folded != own || !tally.isCapitalised, let owner = owners[folded],
            owner.count == 1, let id = owner.first, id != key.id
          else { continue }
          let target = Key(id: id, kind: .government)
          moved[target]!.counts[side, default: [:]][name, default: 0].add(count)
          moved[key]!.counts[side]![name] = nil
          if moved[key]!.counts[side]!.isEmpty { moved[key]!.counts[side] = nil }
        }
      }
    }
    return moved.filter { !$0.value.counts.isEmpty }
  }

  /// The tallies with those armed actors joined who are met at the same place or in the same
  /// event: one row, named by the word that most sources use.
  private func gathered() -> [Key: Names] {
    let tallies = governed()
    let ids = theatres.keys.sorted()
    guard ids.count > 1 else { return tallies }
    var parents = Array(ids.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }
    var first: [String: Int] = [:]
    for (index, id) in ids.enumerated() {
      for theatre in theatres[id]! {
        let (a, b) = (root(index), root(first[theatre, default: index]))
        parents[max(a, b)] = min(a, b)
        first[theatre] = min(a, b)
      }
    }
    var families: [Int: [Key]] = [:]
    for (index, id) in ids.enumerated() {
      let key = Key(id: id, kind: .group)
      if tallies[key] != nil { families[root(index), default: []].append(key) }
    }
    var joined = tallies
    for family in families.values where family.count > 1 {
      let head = family.max {
        let (a, b) = (tallies[$0]!.counts.count, tallies[$1]!.counts.count)
        return a != b ? a < b : $0.id > $1.id
      }!
      for key in family where key != head {
        joined[head]!.counts.merge(joined[key]!.counts) {
          $0.merging($1, uniquingKeysWith: { $0.adding($1) })
        }
        joined[key] = nil
      }
    }
    return joined
  }

  /// One row an actor whom sides name differently, those most named first.
  func rows(sides: [String]) -> [TimelineDiff.Naming] {
    var rows: [(key: Key, total: Int, row: TimelineDiff.Naming)] = []
    let tallies = gathered().mapValues(\.withOneCase)
    for (key, tally) in tallies where tally.counts.count > 1 {
      let folded = Set(
        tally.counts.values.map { Set($0.keys.map { $0.lowercased() }) })
      guard folded.count > 1 else { continue }
      var names: [String: [TimelineDiff.Naming.Name]] = [:]
      var total = 0
      for (side, counts) in tally.counts {
        names[side] = counts.map { TimelineDiff.Naming.Name(name: $0.key, count: $0.value) }
          .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
        total = counts.values.reduce(total) { $0.adding($1) }
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

extension Int {
  /// The sum of two counts; the highest count where their sum is higher. A graph that is read has
  /// bounded counts, and one that a program makes has any.
  fileprivate func adding(_ other: Int) -> Int {
    let (sum, isTooHigh) = addingReportingOverflow(other)
    return isTooHigh ? .max : sum
  }

  fileprivate mutating func add(_ other: Int) { self = adding(other) }
}
