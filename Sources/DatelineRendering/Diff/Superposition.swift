internal import DatelineModel

/// Two accounts as one graph, with which of the two tells each event.
struct Superposition {
  /// Who tells something: the left account, the right one, or both.
  struct Sides: Hashable {
    var left: Bool
    var right: Bool
    var role: String { left && right ? "both" : left ? "left" : "right" }

    func joined(_ other: Sides) -> Sides {
      Sides(left: left || other.left, right: right || other.right)
    }
  }

  var graph: EventGraph
  /// By event.
  var told: [String: Tellers] = [:]

  /// Whom each side names as taking part in an event; nil where a side does not tell it.
  struct Tellers: Hashable {
    var left: Set<String>?
    var right: Set<String>?

    /// Who tells of two in one event: each of them is an actor with those who act for it.
    func sides(_ one: Set<String>, _ other: Set<String>) -> Sides {
      func tells(_ named: Set<String>?) -> Bool {
        named.map { !$0.isDisjoint(with: one) && !$0.isDisjoint(with: other) } ?? false
      }
      return Sides(left: tells(left), right: tells(right))
    }
  }

  /// Two sides of one graph, by the names of the sources that stand behind each: their own reports
  /// alone decide what each tells. Nil where a source stands behind both.
  init?(of graph: EventGraph, left: Set<String>, right: Set<String>) {
    guard left.isDisjoint(with: right) else { return nil }
    self.graph = graph
    self.graph.events = []
    for event in graph.events {
      let tellers = Tellers(
        left: event.actors(namedBy: { left.contains($0 ?? "") }),
        right: event.actors(namedBy: { right.contains($0 ?? "") }))
      guard tellers.left != nil || tellers.right != nil else { continue }
      told[event.id] = tellers
      // Whom only others name.
      var event = event
      event.actors.removeAll { one in
        tellers.left?.contains(one.actor) != true && tellers.right?.contains(one.actor) != true
      }
      self.graph.events.append(event)
    }
  }

  /// Two graphs laid over each other: events are one where the comparison took them for one, and
  /// actors where they go by one name.
  init(left: EventGraph, right: EventGraph, diff: TimelineDiff) {
    graph = left
    var places: [String: Int] = [:]
    for (place, event) in left.events.enumerated() {
      places[event.id] = place
      told[event.id] = Tellers(left: event.actors(namedBy: { _ in true }) ?? [])
    }
    var twins: [String: String] = [:]
    for entry in diff.entries {
      guard let twin = entry.reported["left"]?.events.first(where: { places[$0] != nil })
      else { continue }
      for event in entry.reported["right"]?.events ?? [] { twins[event] = twin }
    }
    let actors = join(right.actors)
    for var event in right.events {
      for index in event.actors.indices {
        event.actors[index].actor = actors[event.actors[index].actor] ?? event.actors[index].actor
      }
      for index in event.mentions.indices {
        for part in event.mentions[index].participants.indices {
          let actor = event.mentions[index].participants[part].actor
          event.mentions[index].participants[part].actor = actors[actor] ?? actor
        }
      }
      let named = event.actors(namedBy: { _ in true }) ?? []
      if let twin = twins[event.id], let place = places[twin] {
        told[twin]!.right = (told[twin]!.right ?? []).union(named)
        let known = Set(graph.events[place].actors.map(\.actor))
        graph.events[place].actors += event.actors.filter { !known.contains($0.actor) }
        graph.events[place].mentions += event.mentions
      } else {
        if places[event.id] != nil { event.id = "right-" + event.id }
        told[event.id] = Tellers(right: named)
        graph.events.append(event)
      }
    }
  }

  /// Takes in the actors of the other graph that have no namesake in this one.
  /// - Returns: ids in this graph by those in the other.
  private mutating func join(_ actors: [Actor]) -> [String: String] {
    let names = Dictionary(graph.actors.map { ($0.name.lowercased(), $0.id) }) { first, _ in first }
    let ids = Set(graph.actors.map(\.id))
    var joined: [String: String] = [:]
    var others: [Actor] = []
    for actor in actors {
      if let namesake = names[actor.name.lowercased()] {
        joined[actor.id] = namesake
      } else {
        joined[actor.id] = ids.contains(actor.id) ? "right-" + actor.id : actor.id
        others.append(actor)
      }
    }
    for var actor in others {
      actor.id = joined[actor.id]!
      for index in actor.roles.indices {
        actor.roles[index].of = actor.roles[index].of.map { joined[$0] ?? $0 }
      }
      graph.actors.append(actor)
    }
    return joined
  }
}

extension Event {
  /// Whom the reports of some sources name as taking part, by id; nil where none of them tells it.
  fileprivate func actors(namedBy isMeant: (String?) -> Bool) -> Set<String>? {
    let reports = mentions.filter { isMeant($0.source) }
    if reports.isEmpty { return nil }
    // A graph may keep no one's own list.
    if mentions.allSatisfy(\.participants.isEmpty) { return Set(actors.map(\.actor)) }
    return Set(reports.flatMap { $0.participants.map(\.actor) })
  }
}
