public import DatelineModel
import EDTF

extension EventGraph {
  /// The graph as the reader's decisions have it: events joined and parted.
  ///
  /// - Returns: the graph, and the decisions that no longer fit it: those that name what it does
  ///   not hold, and those that it makes needless.
  public func deciding(_ decisions: Decisions) -> (graph: EventGraph, stale: [Decision]) {
    var graph = self
    var stale: [Decision] = []
    for decision in decisions.all {
      let found = decision.subjects.map { graph.index(of: $0) }
      switch decision.verdict {
      case .resolved:
        if found.contains(nil) { stale.append(decision) }
      case .same:
        guard let a = found[0], let b = found[1] else {
          stale.append(decision)
          continue
        }
        // The merge has come to the same end by itself.
        if a == b { stale.append(decision) } else { graph.join(min(a, b), max(a, b)) }
      case .apart:
        guard let a = found[0], let b = found[1] else {
          stale.append(decision)
          continue
        }
        if a == b {
          if !graph.part(decision.subjects[1], of: a, from: decision.subjects[0]) {
            stale.append(decision)
          }
        }
      }
    }
    if graph != self { graph.sortEvents() }
    return (graph, stale)
  }

  /// The event that a decision means, by place the one of the shortest clause.
  func index(of reference: Decision.Reference) -> Int? {
    switch reference {
    case .event(let id): return events.firstIndex { $0.id == id }
    case .place(let article, let offset):
      var best: (index: Int, length: Int)?
      for (index, event) in events.enumerated() {
        for mention in event.mentions where mention.article == article {
          let isHere =
            offset.map { !mention.inTitle && mention.start <= $0 && $0 < mention.end }
            ?? mention.inTitle
          let length = mention.end - mention.start
          if isHere, length < best?.length ?? Int.max { best = (index, length) }
        }
      }
      return best?.index
    }
  }

  /// Makes one event of two; the one whose mention is least keeps its id.
  private mutating func join(_ a: Int, _ b: Int) {
    let least = [a, b].min {
      let (x, y) = (events[$0].mentions[0], events[$1].mentions[0])
      return (x.article, x.inTitle ? 0 : 1, x.start) < (y.article, y.inTitle ? 0 : 1, y.start)
    }!
    let other = least == a ? b : a
    let gone = events[other].id
    var event = events[least]
    if event.series == nil { event.series = events[other].series }
    event.rederive(from: event.mentions + events[other].mentions, in: self)
    events[least] = event
    events.remove(at: other)
    for index in relations.indices {
      if relations[index].from == gone { relations[index].from = event.id }
      if relations[index].to == gone { relations[index].to = event.id }
    }
    relations.removeAll { $0.from == $0.to }
  }

  /// Takes what the article of `reference` tells out of an event into one of its own.
  private mutating func part(
    _ reference: Decision.Reference, of index: Int, from other: Decision.Reference
  ) -> Bool {
    guard case .place(let article, _) = reference else { return false }
    if case .place(article, _) = other { return false }
    let leaving = events[index].mentions.filter { $0.article == article }
    let staying = events[index].mentions.filter { $0.article != article }
    guard !leaving.isEmpty, !staying.isEmpty else { return false }
    var event = events[index]
    var hash = StableHash(article)
    hash.combine(leaving[0].inTitle ? "title" : "text")
    hash.combine(String(leaving[0].start))
    hash.combine("apart")
    event.id = "e" + hash.hex
    event.label = EventLabel(of: leaving).text
    event.series = nil
    event.rederive(from: leaving, in: self)
    events[index].rederive(from: staying, in: self)
    events.append(event)
    return true
  }
}

extension Event {
  fileprivate mutating func rederive(from mentions: [Mention], in graph: EventGraph) {
    let copies = Set(graph.articles.filter { $0.duplicateOf != nil }.map(\.id))
    let days = Dictionary(
      graph.articles.compactMap { article in article.day.map { (article.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    derive(
      from: mentions.sorted {
        ($0.article, $0.inTitle ? 0 : 1, $0.start) < ($1.article, $1.inTitle ? 0 : 1, $1.start)
      }, copies: copies, published: days)
  }
}

extension Decisions {
  /// Two graphs as the decisions have them, and the decisions that fit neither, nor both together.
  public func deciding(_ left: EventGraph, _ right: EventGraph) -> (
    left: EventGraph, right: EventGraph, stale: [Decision]
  ) {
    let (a, b) = (left.deciding(self), right.deciding(self))
    let stale = a.stale.filter { decision in
      guard b.stale.contains(decision) else { return false }
      let (joined, parted) = Decisions([decision]).pairs(left, right)
      return joined.isEmpty && parted.isEmpty
    }
    return (a.graph, b.graph, stale)
  }

  /// The events of two graphs that a reader joins, and those that are not to be joined.
  func pairs(_ left: EventGraph, _ right: EventGraph) -> (
    joined: [(left: Int, right: Int)], parted: [(left: Int, right: Int)]
  ) {
    var joined: [(left: Int, right: Int)] = []
    var parted: [(left: Int, right: Int)] = []
    for decision in all where decision.subjects.count == 2 {
      for (a, b) in [(0, 1), (1, 0)] {
        guard let x = left.index(of: decision.subjects[a]),
          let y = right.index(of: decision.subjects[b])
        else { continue }
        if decision.verdict == .same { joined.append((x, y)) }
        if decision.verdict == .apart { parted.append((x, y)) }
      }
    }
    return (joined, parted)
  }
}

extension TimelineDiff {
  /// The diff with the reader's resolutions beside the differences that they settle.
  ///
  /// - Returns: the diff, and the resolutions that settle nothing any more.
  public func deciding(_ decisions: Decisions, in graphs: [EventGraph]) -> (
    diff: TimelineDiff, stale: [Decision]
  ) {
    var diff = self
    var stale: [Decision] = []
    for decision in decisions.all {
      guard case .resolved(let aspect, let value) = decision.verdict else { continue }
      let ids = Set(
        graphs.compactMap { graph in
          graph.index(of: decision.subjects[0]).map { graph.events[$0].id }
        })
      var settled = false
      for entry in diff.entries.indices {
        let events = diff.entries[entry].reported.values.flatMap(\.events)
        guard !ids.isDisjoint(with: events + [diff.entries[entry].id]) else { continue }
        for place in diff.entries[entry].rows(of: aspect, with: value) {
          diff.entries[entry].differences[place].resolution = .init(
            value: value, because: decision.because)
          settled = true
        }
      }
      if !settled { stale.append(decision) }
    }
    return (diff, stale)
  }
}

extension TimelineDiff.Entry {
  /// The places of the differences that a resolution means: of several of one aspect, the attackers and
  /// the dead, those of which some side tells the value.
  fileprivate func rows(of aspect: TimelineDiff.Difference.Aspect, with value: String) -> [Int] {
    let rows = differences.indices.filter { differences[$0].aspect == aspect }
    guard rows.count > 1 else { return rows }
    let sought = FoldedName(value).text.split(separator: " ")
    return rows.filter { row in
      differences[row].values.values.contains { told in
        let words = FoldedName(told).text.split { !$0.isLetter && !$0.isNumber }
        return words.indices.contains { words[$0...].starts(with: sought) }
      } || counts(differences[row], Figure.value(in: value))
    }
  }

  /// Whether some side counts as many of what a difference is about, whatever the words.
  private func counts(_ row: TimelineDiff.Difference, _ value: Double?) -> Bool {
    guard let value, row.aspect == .number else { return false }
    return reported.values.lazy.flatMap(\.figures).contains { figure in
      figure.subject == row.subject && (figure.value == value || figure.max == value)
        && row.things.map { $0 == DatedFigure(figure: figure, day: nil, isLead: false).unit }
          ?? true
    }
  }
}

extension Figure {
  /// The number in a reader's words: 126 in "at least 126", 1200 in "1,200".
  fileprivate static func value(in words: String) -> Double? {
    words.split(separator: " ").lazy.compactMap { word in
      Double(word.filter { $0 != "," })
    }.first
  }
}
