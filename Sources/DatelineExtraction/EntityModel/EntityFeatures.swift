import DatelineModel

/// What the model looks at, as 64-bit hashes: of a token, of a candidate name.
///
/// The trainer and the tagger share this, so that both see the same.
struct EntityFeatures {
  let passage: NamePassage
  let memo: NameMemo
  let clusters: ClusterTables
  /// By token: 0 outside, else what the rules take it for: kind, place in the name, strength.
  let rules: [UInt8]
  /// The same of candidate names that are exactly a rule's.
  private let ruleRuns: [Int32]
  private let runs: [NameRun]
  var isHeadline = false
  /// Bits of the feature groups in use; all but in experiments.
  var groups: UInt64 = .max

  init(passage: NamePassage, memo: NameMemo, runs: [NameRun], clusters: ClusterTables) {
    self.passage = passage
    self.memo = memo
    self.clusters = clusters
    var rules = [UInt8](repeating: 0, count: passage.text.tokens.count)
    var ruleRuns = [Int32](repeating: -1, count: rules.count)
    for (number, run) in runs.enumerated() {
      let kind: UInt8 = run.kind == .person ? 1 : (run.kind == .organization ? 2 : 3)
      let strength: UInt8 = run.strength < 1.5 ? 0 : (run.strength < 3.5 ? 1 : 2)
      for token in run.tokens {
        let position: UInt8 =
          run.tokens.count == 1
          ? 3 : (token == run.tokens.lowerBound ? 0 : (token == run.tokens.upperBound - 1 ? 2 : 1))
        rules[token] = kind << 4 | strength << 2 | position
      }
      ruleRuns[run.tokens.lowerBound] = Int32(number)
    }
    self.rules = rules
    self.ruleRuns = ruleRuns
    self.runs = runs
  }

  private var tokens: [Token] { passage.text.tokens }

  /// The groups that experiments turn off.
  enum Group: Int {
    case word, context, shape, affix, cluster, sense, wordClass, match, rule, document, phrase, use
    case company
  }

  /// What is looked at of a token by itself, found once for all candidates around it.
  private struct Atoms {
    var word: UInt64
    var shape: UInt64
    var cluster: UInt64 = 0
    var use: UInt64 = 0
    var senses: UInt64
    var classes: UInt64
    var evidence: UInt64 = 0
    var company: UInt64 = 0
  }

  /// Of the region's tokens and of two to each side.
  private var atoms: [Atoms] = []
  /// The token of the first of them.
  private var base = 0
  private var sentence = 0..<0

  /// Looks at a region's tokens; before any feature of the region is asked for. The regions of a
  /// sentence come in order.
  mutating func enter(_ region: NameRegion) {
    let start = region.tokens.lowerBound - 2
    let known = base + atoms.count
    if region.sentence == sentence, start >= base, known > start {
      // The region before has looked at some.
      atoms.removeFirst(start - base)
    } else {
      atoms.removeAll(keepingCapacity: true)
    }
    sentence = region.sentence
    base = start
    for index in (base + atoms.count)..<(region.tokens.upperBound + 2) {
      atoms.append(look(at: index, region))
    }
  }

  private func look(at index: Int, _ region: NameRegion) -> Atoms {
    let sentence = region.sentence
    guard sentence.contains(index) else {
      let edge: UInt64 = index < sentence.lowerBound ? 1 : 2
      return Atoms(word: edge, shape: edge, senses: 1 << 40, classes: 1 << 40)
    }
    let token = tokens[index]
    // Numbers by their length alone.
    let word: UInt64 =
      token.kind == .number ? 16 + UInt64(min(token.end - token.start, 8)) : UInt64(token.hash)
    return Atoms(
      word: word, shape: findShape(token), cluster: UInt64(clusters.written[token]),
      use: UInt64(clusters.used[token]), senses: UInt64(senseClass(passage.senses[index])),
      classes: UInt64(passage.classes[index].intersection(WordTable.seenByModel).rawValue),
      evidence: findEvidence(index),
      company: passage.isCapitalised[index]
        ? UInt64(memo.company(of: token).intersection(.seenByModel).rawValue) : 0)
  }

  @inline(__always)
  private func add(
    _ template: UInt64, _ value: UInt64, _ group: Group, _ out: inout FeatureList
  ) {
    guard groups & (1 << UInt64(group.rawValue)) != 0 else { return }
    var x = value &+ (template &+ 1) &* 0x9E37_79B9_7F4A_7C15
    x ^= x >> 32
    x = x &* 0xD6E8_FEB8_6659_FD93
    x ^= x >> 32
    x = x &* 0xD6E8_FEB8_6659_FD93
    x ^= x >> 29
    out.append(x)
  }

  @inline(__always)
  private func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
    (a &* 0x9E37_79B9_7F4A_7C15 ^ b) &* 0xC2B2_AE3D_27D4_EB4F
  }

  // MARK: Atoms

  private func word(_ index: Int) -> UInt64 { atoms[index - base].word }
  private func cluster(_ index: Int) -> UInt64 { atoms[index - base].cluster }
  private func use(_ index: Int) -> UInt64 { atoms[index - base].use }
  private func shape(_ index: Int) -> UInt64 { atoms[index - base].shape }
  private func classes(_ index: Int) -> UInt64 { atoms[index - base].classes }
  private func senses(_ index: Int) -> UInt64 { atoms[index - base].senses }
  private func evidence(_ index: Int) -> UInt64 { atoms[index - base].evidence }
  private func company(_ index: Int) -> UInt64 { atoms[index - base].company }

  /// Capitals, digits, length and marks inside.
  private func findShape(_ token: Token) -> UInt64 {
    var upper = 0
    var lower = 0
    var digits = 0
    var marks = 0
    var inner = false
    for position in Int(token.start)..<Int(token.end) {
      switch passage.text.bytes[position] {
      case 65...90:
        if lower > 0 { inner = true }
        upper += 1
      case 97...122: lower += 1
      case 48...57: digits += 1
      case 128...255: lower += 1
      default: marks += 1
      }
    }
    let capital = token.shape.contains(.capitalised)
    let code: UInt64
    if token.kind == .punctuation {
      code = 3 + UInt64(passage.text.bytes[Int(token.start)]) << 8
    } else if digits > 0 {
      code = upper + lower == 0 ? 4 + UInt64(min(digits, 5)) << 8 : (capital ? 5 : 6)
    } else if !capital {
      code = 7
    } else if lower == 0 {
      code = upper == 1 ? 8 : (marks > 0 ? 9 : 10 + UInt64(min(upper, 6)) << 8)
    } else {
      code = inner ? 11 : (marks > 0 ? 12 : 13)
    }
    return code
  }

  /// What the document says of a capitalised word: also in lower case, also inside sentences.
  private func findEvidence(_ index: Int) -> UInt64 {
    let hash = tokens[index].hash
    return (memo.isLower(hash) ? 1 : 0) | (memo.isCapital(hash) ? 2 : 0)
      | (isHeadline ? 4 : 0)
  }

  private func match(_ index: Int, _ region: NameRegion) -> UInt64 {
    for start in max(region.tokens.lowerBound, index - 5)...index {
      if let match = passage.matches[start], match.end > index {
        let position: UInt64 =
          match.end == start + 1 ? 3 : (start == index ? 0 : (match.end == index + 1 ? 2 : 1))
        let kind: UInt64
        if match.known >= 0 {
          switch passage.tables.known[match.known].kind {
          case .person: kind = 1
          case .place: kind = 2
          default: kind = 3
          }
        } else {
          kind = 8 + UInt64(senseClass(match.senses))
        }
        return kind << 2 | position
      }
    }
    return 0
  }

  /// The senses in few classes.
  private func senseClass(_ senses: Gazetteer.Senses) -> UInt32 {
    var found: UInt32 = 0
    if senses.contains(.country) { found |= 1 }
    if senses.contains(.demonym) { found |= 2 }
    if !senses.isDisjoint(with: [.capital, .city]) { found |= 4 }
    if !senses.isDisjoint(with: [.town, .otherName, .region, .place]) { found |= 8 }
    if senses.contains(.organization) { found |= 16 }
    if senses.contains(.person) { found |= 32 }
    if senses.contains(.givenName) { found |= 64 }
    if !senses.isDisjoint(with: [.surname, .famousSurname]) { found |= 128 }
    if senses.contains(.word) { found |= 256 }
    return found
  }

  // MARK: Tokens

  func appendToken(_ index: Int, in region: NameRegion, to out: inout FeatureList) {
    let sentence = region.sentence
    let token = tokens[index]
    let own = word(index)
    let before = word(index - 1)
    let after = word(index + 1)
    add(0, 0, .shape, &out)
    add(1, own, .word, &out)
    add(2, before, .context, &out)
    add(3, after, .context, &out)
    add(4, word(index - 2), .context, &out)
    add(5, word(index + 2), .context, &out)
    add(6, pair(before, own), .context, &out)
    add(7, pair(own, after), .context, &out)
    let shape = shape(index)
    let shapeBefore = self.shape(index - 1)
    let shapeAfter = self.shape(index + 1)
    add(8, shape, .shape, &out)
    add(9, pair(shapeBefore, shape), .shape, &out)
    add(10, pair(shape, shapeAfter), .shape, &out)
    add(11, pair(pair(shapeBefore, shape), shapeAfter), .shape, &out)
    if passage.isCapitalised[index] {
      let bytes = passage.text.bytes
      let start = Int(token.start)
      let end = Int(token.end)
      for length in [3, 4] where end - start > length {
        var prefix: UInt64 = 0
        var suffix: UInt64 = 0
        for offset in 0..<length {
          prefix = prefix << 8 | UInt64(bytes[start + offset] | 0x20)
          suffix = suffix << 8 | UInt64(bytes[end - 1 - offset] | 0x20)
        }
        add(12 + UInt64(length), suffix, .affix, &out)
        if length == 4 { add(18, prefix, .affix, &out) }
      }
      add(19, pair(evidence(index), index == sentence.lowerBound ? 1 : 0), .document, &out)
    }
    let company = company(index)
    if company != 0 {
      add(130, company, .company, &out)
      for bit in 0..<8 where company & 1 << UInt64(bit) != 0 {
        add(131, UInt64(bit), .company, &out)
      }
    }
    let cluster = cluster(index)
    if cluster != 0 {
      add(20, cluster, .cluster, &out)
      add(21, cluster & 63, .cluster, &out)
      add(22, cluster & 1023, .cluster, &out)
    }
    let clusterBefore = self.cluster(index - 1)
    let clusterAfter = self.cluster(index + 1)
    if clusterBefore != 0 { add(23, clusterBefore, .cluster, &out) }
    if clusterAfter != 0 { add(24, clusterAfter, .cluster, &out) }
    let use = use(index)
    if use != 0 {
      add(110, use, .use, &out)
      add(111, use & 63, .use, &out)
      add(112, use & 1023, .use, &out)
      add(113, pair(use & 63, shape), .use, &out)
    }
    let useBefore = self.use(index - 1)
    let useAfter = self.use(index + 1)
    if useBefore != 0 { add(114, useBefore & 1023, .use, &out) }
    if useAfter != 0 { add(115, useAfter & 1023, .use, &out) }
    add(116, pair(useBefore & 63, use & 63), .use, &out)
    add(117, pair(use & 63, useAfter & 63), .use, &out)
    let senses = senses(index)
    add(28, senses, .sense, &out)
    add(29, pair(senses, self.senses(index + 1)), .sense, &out)
    add(30, pair(self.senses(index - 1), senses), .sense, &out)
    for bit in 0..<9 where senses & 1 << UInt64(bit) != 0 {
      add(31, UInt64(bit), .sense, &out)
    }
    let classes = classes(index)
    add(40, classes, .wordClass, &out)
    add(41, self.classes(index - 1), .wordClass, &out)
    add(42, self.classes(index + 1), .wordClass, &out)
    add(
      43, pair(self.classes(index - 1), self.classes(index - 2)), .wordClass,
      &out)
    let match = match(index, region)
    if match != 0 { add(44, match, .match, &out) }
    let rule = UInt64(rules[index])
    add(45, rule, .rule, &out)
    add(46, pair(rule, senses), .rule, &out)
    add(47, pair(rule, shape), .rule, &out)
    if index > sentence.lowerBound { add(48, pair(UInt64(rules[index - 1]), rule), .rule, &out) }
    if index + 1 < sentence.upperBound {
      add(49, pair(rule, UInt64(rules[index + 1])), .rule, &out)
    }
  }

  // MARK: Candidate names

  func appendCandidate(_ range: Range<Int>, in region: NameRegion, to out: inout FeatureList) {
    let sentence = region.sentence
    let first = range.lowerBound
    let last = range.upperBound - 1
    let count = UInt64(min(range.count, 6))
    add(60, count, .phrase, &out)
    var phrase: UInt64 = 0
    var shapes: UInt64 = 0
    var words = 0
    var common = 0
    var heads: UInt32 = 0
    var previous: UInt64 = 0
    var evidence: UInt64 = 7
    for index in range {
      phrase = pair(phrase, UInt64(tokens[index].hash))
      let shape = shape(index) & 255
      if shape != previous || count < 4 { shapes = pair(shapes, shape) }
      previous = shape
      if passage.isCapitalised[index] {
        words += 1
        if passage.senses[index].contains(.word) { common += 1 }
        heads |= passage.classes[index].rawValue & headMask
        evidence &= self.evidence(index)
      }
    }
    add(61, phrase, .phrase, &out)
    add(62, shapes, .phrase, &out)
    add(63, UInt64(common) << 8 | UInt64(words), .phrase, &out)
    add(64, evidence << 1 | (first == sentence.lowerBound ? 1 : 0), .document, &out)
    let left = word(first - 1)
    let right = word(last + 1)
    add(65, left, .context, &out)
    add(66, right, .context, &out)
    add(67, pair(left, right), .context, &out)
    add(68, pair(word(first - 2), left), .context, &out)
    add(69, pair(right, word(last + 2)), .context, &out)
    let leftClass = classes(first - 1)
    let rightClass = classes(last + 1)
    add(70, pair(leftClass, rightClass), .wordClass, &out)
    add(71, pair(leftClass, count), .wordClass, &out)
    add(72, pair(rightClass, count), .wordClass, &out)
    let leftCluster = cluster(first - 1)
    let rightCluster = cluster(last + 1)
    add(73, pair(leftCluster & 1023, rightCluster & 1023), .cluster, &out)
    add(74, leftCluster, .cluster, &out)
    add(75, rightCluster, .cluster, &out)
    let leftUse = use(first - 1)
    let rightUse = use(last + 1)
    add(120, pair(leftUse & 63, rightUse & 63), .use, &out)
    add(121, leftUse, .use, &out)
    add(122, rightUse, .use, &out)
    add(123, use(first - 2) & 1023, .use, &out)
    add(124, use(last + 2) & 1023, .use, &out)
    let lastClass = classes(last) & UInt64(headMask)
    let firstSenses = senses(first)
    let lastSenses = senses(last)
    // What the tables know of the whole.
    var whole: UInt64 = 0
    if let match = passage.matches[first], match.end == range.upperBound {
      whole = 1 << 20 | UInt64(senseClass(match.senses))
      if match.known >= 0 {
        switch passage.tables.known[match.known].kind {
        case .person: whole = 1 << 21
        case .place: whole = 1 << 22
        default: whole = 1 << 23
        }
      }
    } else if range.count == 1 {
      whole = firstSenses
    } else if let match = passage.matches[first], match.end > range.upperBound {
      // A longer name is known here.
      whole = 1 << 24
    }
    add(76, whole, .match, &out)
    add(77, pair(whole, leftClass), .match, &out)
    add(78, pair(whole, rightClass), .match, &out)
    for bit in 0..<24 where whole & 1 << UInt64(bit) != 0 {
      add(79, UInt64(bit), .match, &out)
      add(80, pair(UInt64(bit), left), .match, &out)
    }
    if range.count > 1 {
      add(81, UInt64(tokens[last].hash), .word, &out)
      add(82, UInt64(tokens[first].hash), .word, &out)
      add(83, pair(firstSenses, lastSenses), .sense, &out)
      add(84, lastClass, .wordClass, &out)
      add(85, UInt64(heads), .wordClass, &out)
      add(86, pair(firstSenses & 0x1EF, lastClass), .sense, &out)
      add(87, cluster(last), .cluster, &out)
      add(88, cluster(first), .cluster, &out)
      add(125, use(last), .use, &out)
      add(126, use(first), .use, &out)
      add(127, pair(use(first) & 63, use(last) & 63), .use, &out)
      add(128, use(last) & 63, .use, &out)
      add(129, use(last) & 1023, .use, &out)
      add(89, pair(cluster(first) & 63, cluster(last) & 63), .cluster, &out)
    } else {
      add(90, pair(firstSenses, leftClass), .sense, &out)
      add(91, pair(firstSenses, rightClass), .sense, &out)
    }
    // What the rules say of just this stretch, and of what they take for a name around it.
    var rule: UInt64 = 0
    if ruleRuns[first] >= 0, runs[Int(ruleRuns[first])].tokens == range {
      let run = runs[Int(ruleRuns[first])]
      rule = 1 + UInt64(rules[first])
      add(92, UInt64(run.rule.utf8.reduce(0) { ($0 &* 31) &+ UInt32($1) }), .rule, &out)
    } else {
      let inner = rules[first]
      rule = 128 | UInt64(inner & 3) << 2 | UInt64(rules[last] & 3)
      if inner == 0 && rules[last] == 0 { rule = 255 }
    }
    add(93, rule, .rule, &out)
    add(94, pair(rule, count), .rule, &out)
    add(95, pair(rule, whole), .rule, &out)
    if range.count == 1 {
      add(132, company(first), .company, &out)
      add(133, pair(company(first), firstSenses), .company, &out)
      add(134, pair(company(first), use(first) & 63), .company, &out)
    } else {
      add(135, company(first), .company, &out)
      add(136, company(last), .company, &out)
    }
    // Brackets and the line: "(Ireland)", "LONDON 1996-08-30".
    let isWholeLine = range == sentence ? 1 : 0
    let isWholeRegion = range == region.tokens ? 2 : 0
    let isShort = sentence.count <= 6 ? 4 : 0
    add(96, UInt64(isWholeLine | isWholeRegion | isShort), .phrase, &out)
    add(97, pair(shape(first - 1), shape(last + 1)), .phrase, &out)
  }

  private var headMask: UInt32 {
    WordTable.Classes([.organizationHead, .locationHead, .eventHead, .title, .courtesy, .calendar])
      .rawValue
  }
}
