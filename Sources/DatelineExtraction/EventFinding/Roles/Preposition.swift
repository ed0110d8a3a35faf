/// What a preposition makes of the actor behind it.
enum Preposition: String, Sendable {
  case place, agent, with, between, target, of, origin, aside
}
