/// What the model may take a stretch of text for.
package enum EntityLabel: Int, Sendable, CaseIterable {
  case outside, person, organization, location
  /// A demonym, work, product, war or prize: no actor, but known so as not to be taken for one.
  case other
}

/// The best cutting of a region into names, over all that is possible.
package enum EntityDecoder {
  package struct Segment: Hashable, Sendable {
    package var tokens: Range<Int>
    package var label: EntityLabel

    package init(tokens: Range<Int>, label: EntityLabel) {
      self.tokens = tokens
      self.label = label
    }
  }

  /// Lanes of a token's score: label (from person) times four plus first, inner, last, only.
  package typealias Scores = SIMD16<Int32>

  /// - Parameters:
  ///   - tokens: scores of the region's tokens.
  ///   - candidates: scores of the region's candidates; the lanes of "only" count.
  ///   - transitions: `[before][label]`, five by five; the region is entered from outside.
  ///   - allowed: whether a candidate may have a label, by `candidate * 4 + label - 1`;
  ///     nil for all. `mayBeOutside` by token the same.
  package static func best(
    _ region: NameRegion, tokens: [Scores], candidates: [Scores], transitions: [Int32],
    allowed: [Bool]? = nil, mayBeOutside: [Bool]? = nil
  ) -> [Segment] {
    let count = region.tokens.count
    return withUnsafeTemporaryAllocation(of: Cell.self, capacity: (count + 1) * 5) { cells in
      withUnsafeTemporaryAllocation(of: Scores.self, capacity: count + 1) { inner in
        cells.initialize(repeating: Cell())
        inner[0] = .zero
        for index in 0..<count { inner[index + 1] = inner[index] &+ tokens[index] }
        fill(
          cells, region, tokens: tokens, inner: UnsafeBufferPointer(inner), candidates: candidates,
          transitions: transitions, allowed: allowed, mayBeOutside: mayBeOutside)
        return segments(UnsafeBufferPointer(cells), of: region)
      }
    }
  }

  /// By end and label: the best score, where its segment begins, and the label before it.
  private struct Cell {
    var score = Int64.min / 2
    var origin: Int32 = -1
    var label: Int32 = 0
  }

  private static func fill(
    _ cells: UnsafeMutableBufferPointer<Cell>, _ region: NameRegion, tokens: [Scores],
    inner: UnsafeBufferPointer<Scores>, candidates: [Scores], transitions: [Int32],
    allowed: [Bool]?, mayBeOutside: [Bool]?
  ) {
    let start = region.tokens.lowerBound
    cells[0].score = 0
    var next = 0
    for end in 1...region.tokens.count {
      if mayBeOutside?[end - 1] ?? true {
        for before in 0..<5 {
          let score = cells[(end - 1) * 5 + before].score + Int64(transitions[before * 5])
          if score > cells[end * 5].score {
            cells[end * 5] = Cell(score: score, origin: Int32(end - 1), label: Int32(before))
          }
        }
      }
      while next < region.candidates.count,
        region.candidates[next].upperBound - start == end
      {
        let first = region.candidates[next].lowerBound - start
        for label in 1..<5 {
          if let allowed, !allowed[next * 4 + label - 1] { continue }
          let lane = (label - 1) * 4
          var own = Int64(candidates[next][lane + 3])
          if end - first == 1 {
            own += Int64(tokens[first][lane + 3])
          } else {
            own += Int64(tokens[first][lane]) + Int64(tokens[end - 1][lane + 2])
            own += Int64(inner[end - 1][lane + 1]) - Int64(inner[first + 1][lane + 1])
          }
          for before in 0..<5 {
            let score =
              cells[first * 5 + before].score + own + Int64(transitions[before * 5 + label])
            if score > cells[end * 5 + label].score {
              cells[end * 5 + label] = Cell(
                score: score, origin: Int32(first), label: Int32(before))
            }
          }
        }
        next += 1
      }
    }
  }

  private static func segments(
    _ cells: UnsafeBufferPointer<Cell>, of region: NameRegion
  ) -> [Segment] {
    let count = region.tokens.count
    let start = region.tokens.lowerBound
    var label = 0
    for other in 1..<5 where cells[count * 5 + other].score > cells[count * 5 + label].score {
      label = other
    }
    var segments: [Segment] = []
    var end = count
    while end > 0 {
      let cell = cells[end * 5 + label]
      let origin = Int(cell.origin)
      guard origin >= 0 else { return [] }
      if label > 0 {
        segments.append(
          Segment(tokens: (origin + start)..<(end + start), label: EntityLabel(rawValue: label)!))
      }
      end = origin
      label = Int(cell.label)
    }
    return segments.reversed()
  }
}
