/// Auxiliaries and the verb that they belong to: "has not been held".
struct VerbGroup: Sendable {
  enum Tense: Sendable {
    case past, present, future, would, possible, infinitive, participle, gerund

    var isFinite: Bool {
      switch self {
      case .infinitive, .participle, .gerund: false
      default: true
      }
    }
  }

  var tokens: Range<Int>
  /// The token of the verb itself.
  var main: Int
  var tense: Tense
  var isPassive = false
  var isPerfect = false
  var isProgressive = false
  var isNegated = false
  /// "reportedly", "allegedly".
  var isHearsay = false
  /// No verb but "be", "have" or "do" themselves.
  var isCopula = false
}

extension TaggedPassage {
  /// The verb groups of a sentence, in order.
  func verbGroups(in sentence: Range<Int>) -> [VerbGroup] {
    var groups: [VerbGroup] = []
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      guard tags[position].opensVerbGroup || isInfinitiveMark(position, in: sentence),
        !isCompound(position, in: sentence),
        let group = verbGroup(at: position, in: sentence)
      else {
        position += 1
        continue
      }
      if let last = groups.last, let told = hearsay(last, group) {
        groups[groups.count - 1] = told
      } else {
        groups.append(group)
      }
      position = group.tokens.upperBound
    }
    return groups
  }

  /// "are said to have died", "are known to have died": what is said, told as done.
  private func hearsay(_ report: VerbGroup, _ told: VerbGroup) -> VerbGroup? {
    guard report.isPassive, told.tense == .infinitive, told.isPerfect,
      told.tokens.lowerBound == report.tokens.upperBound,
      let cues = verbs[report.main]?.cues, cues.contains(.report), !cues.contains(.plan)
    else { return nil }
    var group = told
    group.tokens = report.tokens.lowerBound..<told.tokens.upperBound
    group.tense = report.tense
    group.isPerfect = report.tense == .present
    group.isNegated = report.isNegated || told.isNegated
    group.isHearsay = !cues.contains(.fact)
    return group
  }

  /// "UN-backed", "so-called": the verb describes and tells no deed.
  func isCompound(_ position: Int, in sentence: Range<Int>) -> Bool {
    position > sentence.lowerBound && hash(position - 1) == TaggedPassage.hyphen
      && !text.tokens[position - 1].shape.contains(.spaceBefore)
      && !text.tokens[position].shape.contains(.spaceBefore)
  }

  private func isInfinitiveMark(_ position: Int, in sentence: Range<Int>) -> Bool {
    guard tags[position] == .to else { return false }
    var next = position + 1
    while next < sentence.upperBound, tags[next] == .adverb || tags[next] == .negation {
      next += 1
    }
    guard next < sentence.upperBound else { return false }
    return tags[next] == .base || tags[next] == .be || tags[next] == .have || tags[next] == .do
  }

  private func verbGroup(at start: Int, in sentence: Range<Int>) -> VerbGroup? {
    var group = VerbGroup(tokens: start..<(start + 1), main: -1, tense: .present)
    var position = start
    var last = -1
    var hasModal = false
    if position > sentence.lowerBound, tags[position - 1] == .adverb {
      note(position - 1, in: &group)
    }
    if position > sentence.lowerBound, tags[position - 1] == .negation { group.isNegated = true }
    scan: while position < sentence.upperBound {
      let tag = tags[position]
      switch tag {
      case .to:
        if last < 0, position == start {
          group.tense = .infinitive
        } else if last >= 0, tags[last] == .be || tags[last] == .have,
          isInfinitiveMark(position, in: sentence)
        {
          // "is to meet", "has to leave" look forward.
          group.tense = .future
          hasModal = true
        } else {
          break scan
        }
      case .modal:
        if last >= 0 { break scan }
        hasModal = true
        let cue = cues[position]
        group.tense =
          cue.contains(.future) ? .future : cue.contains(.would) ? .would : .possible
        if cue.contains(.not) { group.isNegated = true }
        last = position
      case .be, .have, .do:
        if tag == .have, last >= 0, tags[last] == .be { break scan }
        if last < 0, !hasModal, group.tense != .infinitive { group.tense = tense(of: position) }
        if tag == .be, last >= 0, tags[last] == .have { group.isPerfect = true }
        if tag == .be, last >= 0, tags[last] == .be { group.isProgressive = true }
        if tag == .be, last >= 0, tags[last] == .do { break scan }
        if cues[position].contains(.not) { group.isNegated = true }
        last = position
      case .adverb, .negation:
        if last < 0 && group.tense != .infinitive { break scan }
        note(position, in: &group)
      case .comma:
        break scan
      case .quote where last >= 0 && opensOnVerb(position, in: sentence): break
      case .base, .present, .past, .participle, .gerund:
        group.main = position
        if last >= 0 {
          switch tags[last] {
          case .have where tag == .participle: group.isPerfect = true
          case .be where tag == .participle || tags[position - 1] == .quote: group.isPassive = true
          case .be where tag == .gerund: group.isProgressive = true
          default: break
          }
        } else if !hasModal, group.tense != .infinitive {
          switch tag {
          case .past: group.tense = .past
          case .participle:
            group.tense = .participle
            group.isPassive = true
          case .gerund: group.tense = .gerund
          default: group.tense = .present
          }
        }
        position += 1
        break scan
      default: break scan
      }
      position += 1
    }
    if group.main < 0 {
      guard last >= 0, tags[last] != .modal else { return nil }
      group.main = last
      group.isCopula = true
      position = last + 1
    }
    group.tokens = start..<max(position, group.main + 1)
    return group
  }

  /// "would be “totally destroyed”": the marks are around the verb.
  private func opensOnVerb(_ quote: Int, in sentence: Range<Int>) -> Bool {
    var next = quote + 1
    while next < sentence.upperBound, tags[next] == .adverb { next += 1 }
    return next < sentence.upperBound && tags[quote - 1] == .be
      && (tags[next] == .participle || tags[next] == .past)
  }

  private func note(_ position: Int, in group: inout VerbGroup) {
    if tags[position] == .negation || cues[position].contains(.not) { group.isNegated = true }
    if cues[position].contains(.allegedly) { group.isHearsay = true }
  }

  private func tense(of auxiliary: Int) -> VerbGroup.Tense {
    let word = text.tokens[auxiliary]
    if cues[auxiliary].contains(.past) { return .past }
    switch tags[auxiliary] {
    case .be:
      switch word.hash {
      case Word.be, Word.been: return .participle
      case Word.being: return .gerund
      default: return .present
      }
    case .have: return word.hash == Word.having ? .gerund : .present
    default: return .present
    }
  }
}

/// Hashes of the few words that the mechanism itself turns on.
enum Word {
  static let was = Token.hash(of: "was")
  static let were = Token.hash(of: "were")
  static let be = Token.hash(of: "be")
  static let been = Token.hash(of: "been")
  static let being = Token.hash(of: "being")
  static let place = Token.hash(of: "place")
  static let having = Token.hash(of: "having")
  static let by = Token.hash(of: "by")
  static let `for` = Token.hash(of: "for")
  static let anti = Token.hash(of: "anti")
  static let of = Token.hash(of: "of")
  static let that = Token.hash(of: "that")
  static let and = Token.hash(of: "and")
  static let `as` = Token.hash(of: "as")
  static let to = Token.hash(of: "to")
  static let from = Token.hash(of: "from")
  static let with = Token.hash(of: "with")
  static let between = Token.hash(of: "between")
  static let ago = Token.hash(of: "ago")
  static let contributed = Token.hash(of: "contributed")
  static let reported = Token.hash(of: "reported")
  static let then = Token.hash(of: "then")
  static let since = Token.hash(of: "since")
  static let until = Token.hash(of: "until")
  static let supposed = Token.hash(of: "supposed")
  static let border = Token.hash(of: "border")
  static let now = Token.hash(of: "now")
  static let following = Token.hash(of: "following")
  static let its = Token.hash(of: "its")
  static let year = Token.hash(of: "year")
  static let times = Token.hash(of: "times")
  static let scene = Token.hash(of: "scene")
  static let site = Token.hash(of: "site")
  static let `where` = Token.hash(of: "where")
  static let after = Token.hash(of: "after")
  static let before = Token.hash(of: "before")
  static let through = Token.hash(of: "through")
  static let backed = Token.hash(of: "backed")
  static let according = Token.hash(of: "according")
  static let the = Token.hash(of: "the")
  static let this = Token.hash(of: "this")
  static let `in` = Token.hash(of: "in")
  static let i = Token.hash(of: "i")
  static let it = Token.hash(of: "it")
  static let you = Token.hash(of: "you")
  static let we = Token.hash(of: "we")
  static let there = Token.hash(of: "there")
  static let about = Token.hash(of: "about")
  static let above = Token.hash(of: "above")
  static let without = Token.hash(of: "without")
  static let born = Token.hash(of: "born")
  static let lives = Token.hash(of: "lives")
  static let past = Token.hash(of: "past")
  static let including = Token.hash(of: "including")
  static let among = Token.hash(of: "among")
  static let country = Token.hash(of: "country")
  static let a = Token.hash(of: "a")
  static let capital = Token.hash(of: "capital")
  static let an = Token.hash(of: "an")
  static let one = Token.hash(of: "one")
  static let left = Token.hash(of: "left")
  static let per = Token.hash(of: "per")
  static let cent = Token.hash(of: "cent")
  static let half = Token.hash(of: "half")
  static let aged = Token.hash(of: "aged")
  static let age = Token.hash(of: "age")
  static let must = Token.hash(of: "must")
  static let should = Token.hash(of: "should")
  static let `while` = Token.hash(of: "while")
  static let when = Token.hash(of: "when")
  static let despite = Token.hash(of: "despite")
  static let way = Token.hash(of: "way")
  static let under = Token.hash(of: "under")
  static let than = Token.hash(of: "than")
  static let least = Token.hash(of: "least")
  static let most = Token.hash(of: "most")
  static let at = Token.hash(of: "at")
  static let on = Token.hash(of: "on")
  static let near = Token.hash(of: "near")
  static let into = Token.hash(of: "into")
  static let against = Token.hash(of: "against")
  static let round = Token.hash(of: "round")
  static let re = Token.hash(of: "re")
  static let rounds = Token.hash(of: "rounds")
  static let talks = Token.hash(of: "talks")
}
