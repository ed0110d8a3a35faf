public import DatelineModel
internal import EDTF

extension ActorGraph {
  /// The actors of an event graph and what joins them, thinned to what a reader can see.
  ///
  /// Only what is reported or alleged to have happened joins actors. People who act for a state or
  /// a body count as that body; places do not act. Nil where `limits.ego` names no actor.
  public init?(of graph: EventGraph, limits: Limits = Limits()) {
    let ego = limits.ego.map { ActorGraph.actor(named: $0, in: graph) }
    if let ego, ego == nil { return nil }
    let whole = ActorGraph(gathering: graph, apart: ego ?? nil)
    self = whole.thinned(limits, ego: ego ?? nil)
  }

  /// Whether it is described and not named, such as "rebels": from one event to the next they may
  /// be others.
  static func isDescribed(_ name: String) -> Bool {
    name.unicodeScalars.first?.properties.isLowercase ?? true
  }

  /// The actor with that id, name or alias; ids first.
  static func actor(named name: String, in graph: EventGraph) -> String? {
    let lowercased = name.lowercased()
    let match =
      graph.actors.first { $0.id == name }
      ?? graph.actors.first { $0.name.lowercased() == lowercased }
      ?? graph.actors.first { $0.aliases.contains { $0.name.lowercased() == lowercased } }
    return match?.id
  }

  /// The body that each person acts for, by id.
  static func offices(in graph: EventGraph) -> [String: String] {
    var bodies: [String: String] = [:]
    for actor in graph.actors where actor.kind != .person && actor.kind != .place {
      for name in [actor.name] + actor.aliases.map(\.name) where bodies[name] == nil {
        bodies[name] = actor.id
      }
    }
    var offices: [String: String] = [:]
    for actor in graph.actors where actor.kind == .person {
      offices[actor.id] = actor.roles.lazy.compactMap { $0.of.flatMap { bodies[$0] } }.first
    }
    return offices
  }

  private init(gathering graph: EventGraph, apart ego: String?) {
    var offices = ActorGraph.offices(in: graph)
    if let ego { offices[ego] = nil }
    let actors = Dictionary(graph.actors.map { ($0.id, $0) }) { first, _ in first }

    var index: [String: Int] = [:]
    var nodes: [Node] = []
    var people: [[String: Int]] = []
    func node(_ id: String) -> Int? {
      guard let actor = actors[id], actor.kind != .place else { return nil }
      let body = offices[id] ?? id
      if let known = index[body] { return known }
      let holder = actors[body] ?? actor
      index[body] = nodes.count
      nodes.append(
        Node(id: holder.id, name: holder.name, kind: holder.kind, eventCount: 0, people: []))
      people.append([:])
      return nodes.count - 1
    }

    var drafts: [Key: Draft] = [:]
    for (order, event) in graph.events.enumerated() {
      guard event.status == .asserted || event.status == .alleged else { continue }
      var parts: [(node: Int, role: Participant.Role, isAlleged: Bool)] = []
      for part in event.actors.prefix(ActorGraph.mostParticipants) where part.role != .location {
        guard let place = node(part.actor), part.status == nil || part.status == .alleged
        else { continue }
        if offices[part.actor] != nil { people[place][part.actor, default: 0] += 1 }
        let isAlleged = part.status == .alleged || event.status == .alleged
        if let known = parts.firstIndex(where: { $0.node == place }) {
          // An office and its people are one; who acts leads.
          if part.role == .actor { parts[known].role = .actor }
          parts[known].isAlleged = parts[known].isAlleged && isAlleged
        } else {
          parts.append((place, part.role, isAlleged))
        }
      }
      for part in parts { nodes[part.node].eventCount += 1 }
      guard let bond = Bond(event.type) else { continue }
      let hasRecipient = parts.contains { $0.role == .recipient }
      for (position, a) in parts.enumerated() {
        for b in parts[(position + 1)...] {
          let isDirected = a.role != b.role
          // Who strikes, backs or accuses side by side does not do it to each other.
          if !isDirected && !bond.isMutual && (hasRecipient || bond != .fighting) { continue }
          let (tail, head) = a.role == .actor ? (a.node, b.node) : (b.node, a.node)
          let key = Key(low: min(tail, head), high: max(tail, head), bond: bond)
          drafts[key, default: Draft()].add(
            order, strength: 1 / Double(parts.count - 1), isAlleged: a.isAlleged || b.isAlleged,
            isForward: isDirected && !bond.isMutual ? tail == key.low : nil)
        }
      }
    }

    for place in nodes.indices {
      nodes[place].people = people[place].sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { Node.Person(id: $0.key, name: actors[$0.key]!.name) }
    }
    let edges = drafts.sorted { $0.key < $1.key }.map { key, draft in
      draft.edge(key, events: graph.events)
    }
    self.init(nodes: nodes, edges: edges)
  }

  /// More participants than this is a list, and says little of each pair.
  private static let mostParticipants = 32

  private struct Key: Hashable, Comparable {
    var low: Int
    var high: Int
    var bond: Bond

    static func < (a: Key, b: Key) -> Bool { (a.low, a.high, a.bond) < (b.low, b.high, b.bond) }
  }

  private struct Draft {
    var events: [Int] = []
    var alleged = 0
    var forward = 0
    var backward = 0
    var strength = 0.0

    mutating func add(_ event: Int, strength: Double, isAlleged: Bool, isForward: Bool?) {
      events.append(event)
      self.strength += strength
      if isAlleged { alleged += 1 }
      if let isForward {
        forward += isForward ? 1 : 0
        backward += isForward ? 0 : 1
      }
    }

    func edge(_ key: Key, events all: [Event]) -> Edge {
      let shared = events.map { all[$0] }
      let sources = Set(shared.flatMap { $0.mentions.compactMap(\.source) })
      let isTurned = backward > forward
      return Edge(
        from: isTurned ? key.high : key.low, to: isTurned ? key.low : key.high, bond: key.bond,
        direction: forward + backward == 0 ? .none : forward > 0 && backward > 0 ? .both : .forward,
        events: shared.map(\.id), allegedCount: alleged,
        first: PictureDate.first(shared), last: PictureDate.last(shared), sources: sources.sorted(),
        strength: strength,
        example: shared.max { ($0.salience, $1.id) < ($1.salience, $0.id) }!.label)
    }
  }
}

extension ActorGraph.Bond {
  /// The kind that a PLOVER type folds into; nil for what joins nobody.
  init?(_ type: EventType) {
    switch type {
    case .consult, .cooperate: self = .talks
    case .agree, .yield: self = .agreement
    case .assault, .coerce, .mobilize, .accuse, .threaten, .sanction: self = .fighting
    case .support, .aid: self = .backing
    case .request, .reject, .protest: self = .statement
    // Who flees or withdraws does so alone.
    case .retreat, .other: return nil
    }
  }

  /// Whether both sides do the same thing.
  var isMutual: Bool { self == .talks || self == .agreement }

  /// In words, as the legend names it.
  public var name: String { self == .fighting ? "fighting or accusation" : rawValue }

  var token: Theme.Token {
    switch self {
    case .talks: .talks
    case .agreement: .agree
    case .fighting: .fight
    case .backing, .statement: .statement
    }
  }
}
