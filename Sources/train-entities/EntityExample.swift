import DatelineExtraction
import DatelineModel

/// A region with its features and with what may be told of it.
struct EntityExample {
  let lattice: EntityLattice
  /// As ``EntityDecoder`` takes them.
  let allowed: [Bool]
  let mayBeOutside: [Bool]

  /// Nil where a marked name begins or ends inside a token or is no candidate.
  init?(
    _ lattice: EntityLattice, gold: [(span: TextSpan, label: EntityLabel)], marksOthers: Bool
  ) {
    let region = lattice.region
    let whole = TextSpan(lattice.spans.first!.start, lattice.spans.last!.end)
    var names: [(tokens: Range<Int>, label: EntityLabel)] = []
    for one in gold where one.span.overlaps(whole) {
      let first = lattice.spans.firstIndex { $0.start == one.span.start }
      let last = lattice.spans.lastIndex { $0.end == one.span.end }
      if let first, let last, first <= last {
        let tokens = (region.tokens.lowerBound + first)..<(region.tokens.lowerBound + last + 1)
        if region.candidates.contains(tokens) {
          names.append((tokens, one.label))
          continue
        }
      }
      if one.label != .other { return nil }
    }
    var outside = [Bool](repeating: true, count: region.tokens.count)
    for name in names {
      for token in name.tokens { outside[token - region.tokens.lowerBound] = false }
    }
    var allowed = [Bool](repeating: false, count: region.candidates.count * 4)
    for (index, candidate) in region.candidates.enumerated() {
      if let name = names.first(where: { $0.tokens == candidate }) {
        allowed[index * 4 + name.label.rawValue - 1] = true
      } else if !marksOthers,
        candidate.allSatisfy({ outside[$0 - region.tokens.lowerBound] })
      {
        allowed[index * 4 + EntityLabel.other.rawValue - 1] = true
      }
    }
    self.lattice = lattice
    self.allowed = allowed
    mayBeOutside = outside
  }
}
