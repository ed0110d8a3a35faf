/// The few words that the rules themselves turn on.
extension NameRules {
  static let anti = Token.hash(of: "anti")
  static let to = Token.hash(of: "to")
  static let comma = Token.hash(of: ",")
  static let it = Token.hash(of: "it")
  static let my = Token.hash(of: "my")
  static let articles = hashes("a an the one")
  /// "Arden said it had": of itself, and not of the weather.
  static let ofOwnPlans = hashes("had has have would will expects expected plans planned")
  static let former = Token.hash(of: "former")
  static let or = Token.hash(of: "or")
  static let from = Token.hash(of: "from")
  /// What is asked of governments.
  static let requests = hashes(
    "demand demands demanded demanding seek seeks sought seeking request requests requested "
      + "requesting want wants wanted")
  static let by = Token.hash(of: "by")
  static let dashes = hashes("- – — _")
  static let parenthesis = Token.hash(of: "(")
  static let delegation = Token.hash(of: "delegation")
  static let side = Token.hash(of: "side")
  static let actorPrepositions = hashes("by with between against")
  static let backed = hashes("backed which whose supported")
  static let titleLinks = hashes("for of to at in")
  static let government = hashes("government governments regime regimes authorities")
  /// Those whom a body sends to speak for it.
  static let delegates = hashes(
    "delegation delegations delegates representatives negotiators")
  static let opposition = hashes(
    "opposition rebel rebels insurgent insurgents dissidents anti guerrillas")
  static let army = hashes("army forces troops soldiers")
  static let armyWord = Token.hash(of: "army")
  static let oppositionWord = Token.hash(of: "opposition")
  static let forces = hashes(
    "forces army troops soldiers warplanes airforce jets aircraft police fighters militia militias "
      + "supporters officials officers media warplane helicopters minister spokesman official")
  /// Behind a hyphen, who holds a place.
  static let held = hashes("held controlled occupied")
  /// Behind these a word that may be a verb is one.
  static let verbMarks = hashes("to which who that")
  static let governmentWords = hashes("ministry government cabinet presidency")

  private static func hashes(_ words: String) -> Set<UInt32> {
    Set(words.split(separator: " ").map { Token.hash(of: $0) })
  }
}
