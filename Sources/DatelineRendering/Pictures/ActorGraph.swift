public import DatelineModel
public import EDTF

/// Who did what with whom: actors as nodes, joined by the events that they share.
///
/// ```swift
/// let graph = ActorGraph(of: events, limits: .init(maxActors: 40))
/// graph.edges.first?.events.count  // how many events join the two
/// ```
public struct ActorGraph: Hashable, Sendable {
  /// What happened between two actors.
  public enum Bond: String, CaseIterable, Comparable, Sendable {
    case talks, agreement, fighting, backing, statement

    public static func < (a: Bond, b: Bond) -> Bool {
      allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
  }

  /// An actor, with the people who act for it.
  public struct Node: Hashable, Sendable {
    public struct Person: Hashable, Sendable {
      /// An `Actor/id`.
      public var id: String
      public var name: String

      public init(id: String, name: String) {
        self.id = id
        self.name = name
      }
    }

    /// An `Actor/id`.
    public var id: String
    public var name: String
    public var kind: ActorKind
    /// Events in which it, or one of its people, takes part.
    public var eventCount: Int
    /// Those who take part in most events first.
    public var people: [Person]

    public init(
      id: String, name: String, kind: ActorKind, eventCount: Int, people: [Person] = []
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.eventCount = eventCount
      self.people = people
    }
  }

  /// The events of one kind that two actors share.
  public struct Edge: Hashable, Sendable {
    /// Who did it to whom, as far as the reports tell.
    public enum Direction: Hashable, Sendable {
      case none, forward, both
    }

    /// Indices into ``ActorGraph/nodes``.
    public var from: Int
    public var to: Int
    public var bond: Bond
    public var direction: Direction
    /// `Event/id`s, oldest first.
    public var events: [String]
    /// How many of the events are only alleged, or have an alleged author.
    public var allegedCount: Int
    /// Where the first event begins and the last one ends, as they are told; nil where none is
    /// dated.
    public var first: EDTFDate?
    public var last: EDTFDate?
    /// Names of those who report, sorted.
    public var sources: [String]
    /// Each event shared out over those who take part in it, so that a crowded conference joins two
    /// actors less than a meeting of the two (Newman, "Scientific collaboration networks", 2001).
    public var strength: Double
    /// The label of the most salient event.
    public var example: String

    public init(
      from: Int, to: Int, bond: Bond, direction: Direction = .none, events: [String],
      allegedCount: Int = 0, first: EDTFDate? = nil, last: EDTFDate? = nil,
      sources: [String] = [], strength: Double, example: String = ""
    ) {
      self.from = from
      self.to = to
      self.bond = bond
      self.direction = direction
      self.events = events
      self.allegedCount = allegedCount
      self.first = first
      self.last = last
      self.sources = sources
      self.strength = strength
      self.example = example
    }

    /// How many events the two share.
    public var weight: Int { events.count }
  }

  /// Heaviest first.
  public var nodes: [Node]
  public var edges: [Edge]
  /// Nodes that were found to act together, by what happened before thinning: indices.
  public var groups: [[Int]]
  /// How many actors and edges there were before thinning.
  public var actorCount: Int
  public var edgeCount: Int

  public init(
    nodes: [Node], edges: [Edge], groups: [[Int]] = [], actorCount: Int? = nil,
    edgeCount: Int? = nil
  ) {
    self.groups = groups
    self.nodes = nodes
    self.edges = edges
    self.actorCount = actorCount ?? nodes.count
    self.edgeCount = edgeCount ?? edges.count
  }

  /// How much of a graph is kept for drawing.
  public struct Limits: Hashable, Sendable {
    /// 1 or more.
    public var maxActors: Int
    /// An actor's id, name or alias: it and those who share an event with it are kept.
    public var ego: String?
    /// Edges a node; what joins the parts of the graph is kept in any case.
    public var density: Double

    public init(maxActors: Int = 30, ego: String? = nil, density: Double = 1.5) {
      self.maxActors = max(1, maxActors)
      self.ego = ego
      self.density = density
    }
  }
}
