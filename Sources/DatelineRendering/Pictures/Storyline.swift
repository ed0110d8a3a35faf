internal import DatelineModel
internal import EDTF

/// Actors as lines through time that meet at the events they share.
///
/// After Tanahashi and Ma, "Design considerations for optimizing storyline visualizations", 2012:
/// few crossings first, then few bends.
struct Storyline {
  /// An ``Actor``'s id and name.
  struct Line: Hashable {
    var id: String
    var name: String
    var kind: ActorKind
  }
  /// An event, with the lines that meet at it.
  struct Meeting {
    /// Index into the graph's events.
    var event: Int
    var members: Set<Int>
  }

  var lines: [Line]
  /// In order of time.
  var meetings: [Meeting]
  /// For each meeting, the lines from top to bottom.
  var orders: [[Int]]
  /// For each meeting, the height of each line.
  var heights: [[Double]]
  /// Events that two or more of all actors share.
  var sharedCount: Int
  var actorCount: Int

  static let innerGap = 26.0
  static let outerGap = 46.0

  init(of graph: EventGraph, maxLines: Int, maxMeetings: Int) {
    let offices = ActorGraph.offices(in: graph)
    let actors = Dictionary(graph.actors.map { ($0.id, $0) }) { first, _ in first }
    func members(_ event: Event) -> Set<String> {
      Set(
        event.actors.filter { $0.role != .location }.map { offices[$0.actor] ?? $0.actor }
          .filter { id in
            // "Civilians" of two events are not the same; a line would say that they are.
            actors[id].map { $0.kind != .place && !ActorGraph.isDescribed($0.name) } ?? false
          })
    }
    // What is told to have happened, on a day that can be put in order.
    let happened = graph.events.indices.filter {
      let event = graph.events[$0]
      return (event.status == .asserted || event.status == .alleged)
        && event.date.flatMap(TimelineExtent.anchor) != nil
    }
    let shared = happened.map { ($0, members(graph.events[$0])) }.filter { $0.1.count >= 2 }
    var weights: [String: Double] = [:]
    for (index, actors) in shared {
      for actor in actors { weights[actor, default: 0] += 0.2 + graph.events[index].salience }
    }
    let chosen = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(maxLines)
      .map(\.key)
    let place = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    let ranked = shared.map { index, actors in
      Meeting(event: index, members: Set(actors.compactMap { place[$0] }))
    }.filter { $0.members.count >= 2 }.sorted {
      let (a, b) = (graph.events[$0.event], graph.events[$1.event])
      return (b.salience, $1.members.count, a.id) < (a.salience, $0.members.count, b.id)
    }
    // One of a kind: the same actors at the same thing again tell less than somebody new.
    var kept: [Meeting] = []
    var seen: [Set<Int>: Int] = [:]
    for tolerance in 1...4 where kept.count < maxMeetings {
      for meeting in ranked where kept.count < maxMeetings {
        guard !kept.contains(where: { $0.event == meeting.event }),
          seen[meeting.members, default: 0] < tolerance
        else { continue }
        seen[meeting.members, default: 0] += 1
        kept.append(meeting)
      }
    }
    kept.sort {
      let (a, b) = (graph.events[$0.event], graph.events[$1.event])
      return (TimelineExtent.anchor(a.date!)!, a.id) < (TimelineExtent.anchor(b.date!)!, b.id)
    }
    // Lines that meet nobody in what is left tell nothing.
    let used = Set(kept.flatMap(\.members)).sorted()
    let renumbered = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    lines = used.map { old in
      let actor = actors[chosen[old]]!
      return Line(id: actor.id, name: PictureText.clean(actor.name, limit: 60), kind: actor.kind)
    }
    meetings = kept.map {
      Meeting(event: $0.event, members: Set($0.members.map { renumbered[$0]! }))
    }
    sharedCount = shared.count
    actorCount = weights.count
    orders = []
    heights = []
    orders = bestOrders()
    heights = relaxedHeights()
  }

  /// How often lines cross between neighbouring meetings.
  var crossings: Int { Storyline.crossings(orders) }

  // MARK: Order

  /// The best chain of orders found from many first ones by exchanges of neighbours.
  private func bestOrders() -> [[Int]] {
    guard !meetings.isEmpty else { return [] }
    // Lines that meet often start side by side.
    var best = chain(from: friendly())
    var cost = Storyline.cost(best)
    var isBetter = true
    while isBetter {
      isBetter = false
      let first = best[0]
      for a in first.indices {
        for b in first.indices where a < b {
          var start = first
          start.insert(start.remove(at: b), at: a)
          for candidate in [start, first.swapping(a, b)] {
            let chain = chain(from: candidate)
            let found = Storyline.cost(chain)
            if found < cost { (best, cost, isBetter) = (chain, found, true) }
          }
        }
      }
    }
    return best
  }

  /// Starts with the line that meets most and adds the one that meets the last ones most often.
  private func friendly() -> [Int] {
    var ties = [[Int]](repeating: [Int](repeating: 0, count: lines.count), count: lines.count)
    for meeting in meetings {
      for a in meeting.members { for b in meeting.members where a != b { ties[a][b] += 1 } }
    }
    var rest = Array(lines.indices)
    var order: [Int] = []
    while !rest.isEmpty {
      let next = rest.max { a, b in
        let last = order.last
        return (last.map { ties[$0][a] } ?? ties[a].reduce(0, +), b)
          < (last.map { ties[$0][b] } ?? ties[b].reduce(0, +), a)
      }!
      order.append(next)
      rest.removeAll { $0 == next }
    }
    return order
  }

  /// From one meeting to the next, the order that brings its members together with the fewest
  /// crossings; afterwards backwards and forwards again, since the end knows better.
  private func chain(from start: [Int]) -> [[Int]] {
    var order = start
    var orders: [[Int]] = []
    for meeting in meetings {
      order = Storyline.gathering(meeting.members, near: [order])
      orders.append(order)
    }
    for pass in 0..<4 {
      let isBackwards = pass % 2 == 0
      for step in meetings.indices {
        let index = isBackwards ? meetings.count - 1 - step : step
        let around = [index - 1, index + 1].filter(meetings.indices.contains).map { orders[$0] }
        orders[index] = Storyline.gathering(meetings[index].members, near: [orders[index]] + around)
      }
    }
    return orders
  }

  /// The order with `members` side by side that crosses the given orders least.
  private static func gathering(_ members: Set<Int>, near orders: [[Int]]) -> [Int] {
    var best: (order: [Int], cost: Int)?
    for base in orders {
      let block = base.filter(members.contains)
      let others = base.filter { !members.contains($0) }
      for gap in 0...others.count {
        let order = others[..<gap] + block + others[gap...]
        let cost = orders.dropFirst(orders.count > 1 ? 1 : 0).reduce(0) {
          $0 + inversions($1, Array(order))
        }
        if best.map({ cost < $0.cost }) ?? true { best = (Array(order), cost) }
      }
    }
    return best!.order
  }

  private static func inversions(_ a: [Int], _ b: [Int]) -> Int {
    var place = [Int](repeating: 0, count: a.count)
    for (index, line) in b.enumerated() { place[line] = index }
    var count = 0
    for i in a.indices {
      for j in a.indices where i < j && place[a[i]] > place[a[j]] { count += 1 }
    }
    return count
  }

  private static func crossings(_ orders: [[Int]]) -> Int {
    zip(orders, orders.dropFirst()).reduce(0) { $0 + inversions($1.0, $1.1) }
  }

  /// Crossings first, then how far lines wander.
  private static func cost(_ orders: [[Int]]) -> Int {
    var moves = 0
    for (a, b) in zip(orders, orders.dropFirst()) {
      for (index, line) in a.enumerated() { moves += abs(b.firstIndex(of: line)! - index) }
    }
    return crossings(orders) * 10 + moves
  }

  // MARK: Heights

  /// Heights that keep the orders and their gaps, and bend the lines little.
  private func relaxedHeights() -> [[Double]] {
    var heights = orders.indices.map { index -> [Double] in
      var column = [Double](repeating: 0, count: lines.count)
      var y = 0.0
      for (rank, line) in orders[index].enumerated() {
        if rank > 0 { y += gap(orders[index][rank - 1], line, index) }
        column[line] = y
      }
      return column
    }
    // Each line is drawn to where it is before and after.
    for pass in 0..<24 {
      for step in orders.indices {
        let index = pass % 2 == 0 ? step : orders.count - 1 - step
        let near = [index - 1, index + 1].filter(orders.indices.contains).map { heights[$0] }
        guard !near.isEmpty else { continue }
        let wish = lines.indices.map { line in
          near.reduce(0) { $0 + $1[line] } / Double(near.count)
        }
        heights[index] = spread(wish, index)
      }
    }
    // Then each stays where it is as long as nothing pushes it: level lines read best.
    for index in orders.indices.dropFirst() { heights[index] = spread(heights[index - 1], index) }
    let top = heights.flatMap { $0 }.min() ?? 0
    return heights.map { $0.map { $0 - top } }
  }

  private func gap(_ a: Int, _ b: Int, _ meeting: Int) -> Double {
    let members = meetings[meeting].members
    return members.contains(a) && members.contains(b) ? Storyline.innerGap : Storyline.outerGap
  }

  /// The heights nearest to the wishes that keep order and gaps (pool adjacent violators); the
  /// members of a meeting move as one.
  private func spread(_ wish: [Double], _ meeting: Int) -> [Double] {
    let order = orders[meeting]
    let members = meetings[meeting].members
    // Offsets from the top line, were all lines packed.
    var offsets: [Double] = []
    for (rank, line) in order.enumerated() {
      offsets.append(rank == 0 ? 0 : offsets[rank - 1] + gap(order[rank - 1], line, meeting))
    }
    var pools: [(sum: Double, count: Int)] = []
    for (rank, line) in order.enumerated() {
      let shift = wish[line] - offsets[rank]
      if rank > 0, members.contains(line), members.contains(order[rank - 1]) {
        pools[pools.count - 1].sum += shift
        pools[pools.count - 1].count += 1
      } else {
        pools.append((shift, 1))
      }
    }
    var merged: [(sum: Double, count: Int)] = []
    for pool in pools {
      merged.append(pool)
      while merged.count > 1 {
        let (a, b) = (merged[merged.count - 2], merged[merged.count - 1])
        guard a.sum / Double(a.count) > b.sum / Double(b.count) else { break }
        merged.removeLast(2)
        merged.append((a.sum + b.sum, a.count + b.count))
      }
    }
    var result = [Double](repeating: 0, count: lines.count)
    var rank = 0
    for pool in merged {
      for _ in 0..<pool.count {
        result[order[rank]] = pool.sum / Double(pool.count) + offsets[rank]
        rank += 1
      }
    }
    return result
  }
}

extension Array {
  fileprivate func swapping(_ a: Int, _ b: Int) -> [Element] {
    var copy = self
    copy.swapAt(a, b)
    return copy
  }
}
