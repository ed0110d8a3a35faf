import DatelineModel
import EDTF

/// Which events of two graphs are one happening.
struct EventMatching {
  struct Match {
    var left: [Event]
    var right: [Event]
    /// Nil where both have the same mentions, or one side has none.
    var likeness: (score: Double, reasons: [String])?
  }

  private(set) var matches: [Match] = []

  /// Least likeness of two events that share no mention.
  private static let threshold: Float = 0.5

  /// `joined` and `parted` are places in `left` and in `right` that the reader has decided on; `countries`
  /// are folded names of states.
  init(
    left: [Event], right: [Event], countries: Set<String> = [],
    joined: [(left: Int, right: Int)] = [],
    parted: [(left: Int, right: Int)] = []
  ) {
    let events = left + right
    var whole = UnionFind(count: events.count)
    for pair in joined { whole.join(pair.left, left.count + pair.right) }
    let parted = Set(parted.map { $0.left * events.count + left.count + $0.right })
    // One mention in both graphs makes one happening of the events that hold it. Two events of one graph may
    // share a span: "lobbied on 15 October and 9 November" is each with its own of the other graph.
    var holders: [MentionPlace: (left: [Int], right: [Int])] = [:]
    for (index, event) in events.enumerated() {
      for mention in event.mentions {
        if index < left.count {
          holders[MentionPlace(mention), default: ([], [])].left.append(index)
        } else {
          holders[MentionPlace(mention), default: ([], [])].right.append(index)
        }
      }
    }
    for (index, event) in events.enumerated() {
      for mention in event.mentions {
        let (mine, theirs) = holders[MentionPlace(mention)]!
        let others = index < left.count ? theirs : mine
        if let other = others.first(where: { events[$0].id == event.id }) ?? others.first {
          whole.join(index, other)
        }
      }
    }
    var hasLeft = Set<Int>()
    var hasRight = Set<Int>()
    for index in events.indices {
      let root = whole.root(index)
      if index < left.count { hasLeft.insert(root) } else { hasRight.insert(root) }
    }
    // Then the likest first, each event once.
    let profiles = events.map { MentionProfile(of: $0) }
    let open = events.indices.filter {
      !(hasLeft.contains(whole.root($0)) && hasRight.contains(whole.root($0)))
    }
    var candidates: [(likeness: MentionLikeness, left: Int, right: Int)] = []
    var byWord: [UInt32: [Int]] = [:]
    for index in open where index >= left.count {
      for word in profiles[index].words.sentence.heaviest(8) {
        byWord[word, default: []].append(index)
      }
    }
    for index in open where index < left.count {
      var tried: Set<Int> = []
      for word in profiles[index].words.sentence.heaviest(8) {
        for other in byWord[word] ?? [] where tried.insert(other).inserted {
          guard !parted.contains(index * events.count + other),
            let likeness = MentionLikeness(
              profiles[index], profiles[other], story: MentionLikeness.unknownStory,
              areApart: MentionLikeness.placesDecide(profiles[index], profiles[other])
                && EventMatching.areApart(events[index], events[other], countries: countries)),
            likeness.score >= EventMatching.threshold
          else { continue }
          candidates.append((likeness, index, other))
        }
      }
    }
    candidates.sort {
      if $0.likeness.score != $1.likeness.score { return $0.likeness.score > $1.likeness.score }
      // Ids, not places, break ties: a mirrored comparison matches alike.
      let a = [events[$0.left].id, events[$0.right].id].sorted()
      let b = [events[$1.left].id, events[$1.right].id].sorted()
      return (a[0], a[1]) < (b[0], b[1])
    }
    var taken: Set<Int> = []
    var found: [Int: (score: Double, reasons: [String])] = [:]
    for candidate in candidates
    where !taken.contains(candidate.left) && !taken.contains(candidate.right) {
      taken.insert(candidate.left)
      taken.insert(candidate.right)
      whole.join(candidate.left, candidate.right)
      found[whole.root(candidate.left)] = (
        rounded(Double(candidate.likeness.score)), candidate.likeness.reasons
      )
    }
    var groups: [Int: Match] = [:]
    for (index, event) in events.enumerated() {
      let head = whole.root(index)
      if index < left.count {
        groups[head, default: Match(left: [], right: [])].left.append(event)
      } else {
        groups[head, default: Match(left: [], right: [])].right.append(event)
      }
    }
    for head in groups.keys.sorted() {
      var match = groups[head]!
      match.likeness =
        found[head]
        ?? (
          1,
          !match.left.isEmpty && !match.right.isEmpty
            ? ["the same mention in both, or decided so"] : []
        )
      matches.append(match)
    }
  }
}

extension EventMatching {
  /// Whether nothing connects the places of two events: neither is a country, and neither's reports name the
  /// other's.
  private static func areApart(_ a: Event, _ b: Event, countries: Set<String>) -> Bool {
    guard let p = a.place.map({ FoldedName($0).text }),
      let q = b.place.map({ FoldedName($0).text }),
      !countries.contains(p), !countries.contains(q),
      !PlaceRelation(p, q, countries: countries).mayBeOne
    else { return false }
    return !FoldedWords(a.mentions.map(\.sentence)).tell(q)
      && !FoldedWords(b.mentions.map(\.sentence)).tell(p)
  }
}

/// How surely the accounts of several sides tell one happening.
struct MentionAgreement {
  let found: (score: Double, reasons: [String])

  /// The mean over the sides of the best likeness to another side's mention, with its reasons.
  init(_ accounts: [Account], type: EventType) {
    guard accounts.count > 1 else {
      found = (1, [])
      return
    }
    // Two dozen mentions of a dozen sides are enough to judge by.
    let judged = accounts.prefix(12)
    let profiles = judged.map { account in
      account.mentions.prefix(24 / judged.count).map {
        MentionProfile(of: $0, type: type, topic: nil, series: nil)
      }
    }
    var most = [Float](repeating: 0, count: profiles.count)
    var best: MentionLikeness?
    for a in profiles.indices {
      for b in profiles.indices where b > a {
        for x in profiles[a] {
          for y in profiles[b] {
            guard let likeness = MentionLikeness(x, y, story: MentionLikeness.unknownStory) else {
              continue
            }
            most[a] = max(most[a], likeness.score)
            most[b] = max(most[b], likeness.score)
            if likeness.score > best?.score ?? -1 { best = likeness }
          }
        }
      }
    }
    let score = rounded(most.reduce(0) { $0 + Double($1) } / Double(profiles.count))
    let joining =
      score < ReportComparison.threshold
      ? JoiningReasons(judged.flatMap(\.mentions)).reasons : []
    found = (score, joining + (best?.reasons ?? []))
  }
}

extension MentionProfile {
  /// A graph's mention, whose words are weighed by their length where no article tells their weight.
  init(
    of mention: Mention, type: EventType, topic: String?, series: Event.Series?,
    weights: TermWeights = TermWeights([])
  ) {
    article = Int(truncatingIfNeeded: StableHash(mention.article).value >> 1)
    self.type = type
    self.topic = topic.map { StableHash($0).short } ?? 0
    lemma = mention.lemma.map { StableHash($0).short } ?? 0
    place = mention.place.map { StableHash(FoldedName($0).text).short } ?? 0
    self.series = series.map { StableHash(FoldedName($0.name).text).short } ?? 0
    ordinal = series?.ordinal ?? 0
    sentence = mention.start
    isOnlyOne = true
    let words = MentionWords(
      in: SentenceWords(
        of: mention.sentence, span: TextSpan(0, mention.sentence.utf8.count), weights: weights,
        rarities: .none),
      clause: mention.sentence.span(of: mention.quote) ?? TextSpan(0, 0),
      trigger: mention.sentence.span(of: mention.trigger ?? mention.quote) ?? TextSpan(0, 0))
    details = Details(
      actors: mention.participants.filter { $0.role != .location }.map {
        Int32(bitPattern: StableHash(FoldedName($0.name).text).short)
      }, words: words, figures: mention.figures)
    lemmaWeight = weights.weight(
      of: Term.hash(ofWord: Array((mention.lemma ?? "").utf8)), length: 7)
    days = mention.date?.dayRange
    isFirmlyDated = mention.dateBasis.isOwn
    status = mention.status
    isBackground = mention.isBackground
    isLead = mention.isLead
    isHarm = MentionProfile.tellsHarm(type, mention.figures)
    isPlacedLead = MentionProfile.prints(
      isLead && isHarm ? mention.place : nil, in: mention.sentence[...])
  }

  /// An event by the mention that tells it best, with the event's own date, place and actors.
  init(of event: Event) {
    self.init(
      of: event.telling!, type: event.type, topic: event.topic, series: event.series)
    days = event.date?.dayRange
    isFirmlyDated = true
    place = event.place.map { StableHash(FoldedName($0).text).short } ?? 0
    isPlacedLead = event.mentions.contains {
      isHarm && $0.isLead && MentionProfile.prints(event.place, in: $0.sentence[...])
    }
    details = Details(actors: actors, words: words, figures: event.figures)
  }
}
