import DatelineExtraction

/// A structured perceptron whose weights are averaged over all its steps.
struct EntityTrainer {
  private struct Compact {
    var region: NameRegion
    var tokens: [[Int32]]
    var candidates: [[Int32]]
    var allowed: [Bool]
    var mayBeOutside: [Bool]
  }

  private let options: TrainingOptions
  private var examples: [Compact] = []
  /// The hash of each feature.
  private var features: [UInt64] = []
  private var weights: [SIMD16<Int32>] = []
  /// Each change times the step at which it was made.
  private var weighted: [SIMD16<Int64>] = []
  private var transitions = [Int32](repeating: 0, count: 25)
  private var weightedTransitions = [Int64](repeating: 0, count: 25)
  private var step: Int64 = 1
  /// The sums of all rounds that are done.
  private var sums: [SIMD16<Int64>] = []
  private var sumsOfMoves = [Int64](repeating: 0, count: 25)

  static let unit: Int32 = 100

  init(_ found: [EntityExample], options: TrainingOptions) {
    self.options = options
    var counts: [UInt64: Int32] = [:]
    for example in found {
      for list in example.lattice.tokens { for one in list { counts[one, default: 0] += 1 } }
      for list in example.lattice.candidates { for one in list { counts[one, default: 0] += 1 } }
    }
    var ids: [UInt64: Int32] = [:]
    func id(_ feature: UInt64) -> Int32? {
      guard counts[feature]! >= options.minimum else { return nil }
      if let known = ids[feature] { return known }
      let new = Int32(features.count)
      features.append(feature)
      ids[feature] = new
      return new
    }
    for example in found {
      examples.append(
        Compact(
          region: example.lattice.region,
          tokens: example.lattice.tokens.map { $0.compactMap(id) },
          candidates: example.lattice.candidates.map { $0.compactMap(id) },
          allowed: example.allowed, mayBeOutside: example.mayBeOutside))
    }
  }

  mutating func train() {
    var order = Array(examples.indices)
    var random = SplitMix(state: 7)
    sums = Array(repeating: .zero, count: features.count)
    for round in 1...options.rounds {
      forget()
      for epoch in 1...options.epochs {
        for index in order.indices.dropFirst() {
          order.swapAt(index, Int(random.next() % UInt64(index + 1)))
        }
        var wrong = 0
        for index in order where learn(examples[index], in: round) { wrong += 1 }
        if options.verbose { print("epoch \(epoch): \(wrong) of \(examples.count) wrong") }
      }
      // Sum over steps of the weight at that step: step × weight − Σ change × step of the change.
      for index in features.indices {
        sums[index] &+=
          SIMD16<Int64>(truncatingIfNeeded: weights[index]) &* step &- weighted[index]
      }
      for index in transitions.indices {
        sumsOfMoves[index] += Int64(transitions[index]) * step - weightedTransitions[index]
      }
    }
  }

  /// Begins a round.
  private mutating func forget() {
    weights = Array(repeating: .zero, count: features.count)
    weighted = Array(repeating: .zero, count: features.count)
    transitions = Array(repeating: 0, count: 25)
    weightedTransitions = Array(repeating: 0, count: 25)
    step = 1
  }

  private func scores(_ lists: [[Int32]]) -> [SIMD16<Int32>] {
    lists.map { list in
      var sum = SIMD16<Int32>.zero
      for feature in list { sum &+= weights[Int(feature)] }
      return sum
    }
  }

  /// The example without some of its features, others at each step: no feature is relied on alone.
  private func hiding(_ example: Compact, in round: Int) -> Compact {
    var example = example
    var random = SplitMix(state: UInt64(step) | UInt64(round - 1) << 40)
    for index in example.tokens.indices {
      example.tokens[index].removeAll { _ in random.next() % 100 < options.hidden }
    }
    for index in example.candidates.indices {
      example.candidates[index].removeAll { _ in random.next() % 100 < options.hidden }
    }
    return example
  }

  /// One step; whether the example was wrong.
  private mutating func learn(_ example: Compact, in round: Int) -> Bool {
    let example = options.hidden > 0 ? hiding(example, in: round) : example
    let tokens = scores(example.tokens)
    let candidates = scores(example.candidates)
    let right = EntityDecoder.best(
      example.region, tokens: tokens, candidates: candidates, transitions: transitions,
      allowed: example.allowed, mayBeOutside: example.mayBeOutside)
    var harder = candidates
    if options.margin > 0 {
      // What is wrong looks better by the margin.
      for index in candidates.indices {
        for label in 0..<4 where !example.allowed[index * 4 + label] {
          harder[index][label * 4 + 3] &+= Int32(options.margin)
        }
        for label in 0..<4 where example.allowed[index * 4 + label] {
          harder[index][label * 4 + 3] &-= Int32(options.margin)
        }
      }
    }
    let found = EntityDecoder.best(
      example.region, tokens: tokens, candidates: harder, transitions: transitions)
    step += 1
    guard found != right else { return false }
    change(example, right, EntityTrainer.unit)
    change(example, found, -EntityTrainer.unit)
    return true
  }

  private mutating func change(
    _ example: Compact, _ segments: [EntityDecoder.Segment], _ amount: Int32
  ) {
    let start = example.region.tokens.lowerBound
    var before = 0
    var end = start
    for segment in segments {
      if segment.tokens.lowerBound > end {
        move(before, 0, amount)
        for _ in (end + 1)..<max(end + 1, segment.tokens.lowerBound) { move(0, 0, amount) }
        before = 0
      }
      let label = segment.label.rawValue
      move(before, label, amount)
      before = label
      end = segment.tokens.upperBound
      let lane = (label - 1) * 4
      for token in segment.tokens {
        let position: Int =
          segment.tokens.count == 1
          ? 3 : (token == segment.tokens.lowerBound ? 0 : (token == end - 1 ? 2 : 1))
        for feature in example.tokens[token - start] {
          add(Int(feature), lane + position, amount)
        }
      }
      let index = example.region.candidates.firstIndex(of: segment.tokens)!
      for feature in example.candidates[index] { add(Int(feature), lane + 3, amount) }
    }
    if end < example.region.tokens.upperBound {
      move(before, 0, amount)
      for _ in (end + 1)..<max(end + 1, example.region.tokens.upperBound) { move(0, 0, amount) }
    }
  }

  private mutating func move(_ before: Int, _ label: Int, _ amount: Int32) {
    transitions[before * 5 + label] += amount
    weightedTransitions[before * 5 + label] += Int64(amount) * step
  }

  private mutating func add(_ feature: Int, _ lane: Int, _ amount: Int32) {
    weights[feature][lane] += amount
    weighted[feature][lane] += Int64(amount) * step
  }

  /// The averaged weights, in as many bytes as they may have.
  func model(clusters: ClusterFiles) -> EntityModelFile {
    EntityModelFile(
      features: features, sums: sums, transitions: sumsOfMoves, clusters: clusters,
      bits: options.bits, bias: options.bias)
  }
}

/// A sequence of numbers that is the same on every machine.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
