import DatelineModel

/// The actors that a text has just spoken of, for the pronouns that follow.
struct Focus: Sendable {
  private var recent: [ActorReference] = []

  mutating func note(_ references: [ActorReference], _ actors: [LocalActor]) {
    recent.insert(contentsOf: references, at: 0)
    if recent.count > 4 { recent.removeLast(recent.count - 4) }
  }

  func latest(_ pronoun: PronounKind, _ actors: [LocalActor]) -> ActorReference? {
    // "he" is sooner somebody than some body of men.
    if pronoun == .person, let one = recent.first(where: { actors[$0.actor].kind == .person }) {
      return one
    }
    // "they" are sooner some men than a state, and nobody by himself.
    if pronoun == .any, let one = recent.first(where: { actors[$0.actor].kind == .group }) {
      return one
    }
    return recent.first {
      let kind = actors[$0.actor].kind
      return pronoun.fits(kind) && (pronoun != .any || kind != .person)
    }
  }
}

/// Whom a pronoun may stand for.
enum PronounKind: String, Sendable {
  /// he, she
  case person
  /// it
  case body
  /// they, we
  case any

  func fits(_ kind: ActorKind) -> Bool {
    switch self {
    case .person: kind == .person || kind == .group
    case .body: kind != .person && kind != .place
    case .any: kind != .place
    }
  }
}
