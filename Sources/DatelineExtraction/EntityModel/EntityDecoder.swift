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
    let start = region.tokens.lowerBound
    // By end and label: the best score, where its segment begins, and the label before it.
    var scores = [Int64](repeating: .min / 2, count: (count + 1) * 5)
    var origins = [Int32](repeating: -1, count: (count + 1) * 5)
    var labels = [Int8](repeating: 0, count: (count + 1) * 5)
    scores[0] = 0
    var inner = [Scores](repeating: .zero, count: count + 1)
    for index in 0..<count { inner[index + 1] = inner[index] &+ tokens[index] }
    var next = 0
    for end in 1...count {
      if mayBeOutside?[end - 1] ?? true {
        for before in 0..<5 {
          let score = scores[(end - 1) * 5 + before] + Int64(transitions[before * 5])
          if score > scores[end * 5] {
            scores[end * 5] = score
            origins[end * 5] = Int32(end - 1)
            labels[end * 5] = Int8(before)
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
            let score = scores[first * 5 + before] + own + Int64(transitions[before * 5 + label])
            if score > scores[end * 5 + label] {
              scores[end * 5 + label] = score
              origins[end * 5 + label] = Int32(first)
              labels[end * 5 + label] = Int8(before)
            }
          }
        }
        next += 1
      }
    }
    var label = 0
    for other in 1..<5 where scores[count * 5 + other] > scores[count * 5 + label] { label = other }
    var segments: [Segment] = []
    var end = count
    while end > 0 {
      let place = end * 5 + label
      let origin = Int(origins[place])
      guard origin >= 0 else { return [] }
      if label > 0 {
        segments.append(
          Segment(tokens: (origin + start)..<(end + start), label: EntityLabel(rawValue: label)!))
      }
      end = origin
      label = Int(labels[place])
    }
    return segments.reversed()
  }
}
