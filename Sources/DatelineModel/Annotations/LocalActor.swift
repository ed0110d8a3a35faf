/// An actor as one article knows it, before articles are joined.
public struct LocalActor: Hashable, Sendable {
  /// A title held or a body spoken for, as the text states it.
  public struct Role: Hashable, Sendable {
    /// Such as "special envoy".
    public var title: String
    /// Such as "Russia"; nil where none is told.
    public var of: String?

    public init(title: String, of: String?) {
      self.title = title
      self.of = of
    }
  }

  /// A slug of the name, unique in the article.
  public var id: String
  /// The canonical name.
  public var name: String
  /// The name's words as transliterations have them in common, without articles: "alexander
  /// lavrentiv" for "Alexander Lavrentyev" and "Alexander Lavrentiev"; empty where nothing tells.
  public var spelling: String
  public var kind: ActorKind
  /// Printed forms in the order of their first appearance.
  public var aliases: [String]
  public var roles: [Role]
  /// "the army", "rebels": described and not named.
  public var isNominal: Bool
  /// A loaded word ("regime", "terrorists"), kept as the source's own.
  public var isLoaded: Bool
  /// Whether a shipped or user's table knows the name, so that it means the same in every article.
  public var isKnown: Bool

  public init(
    id: String, name: String, kind: ActorKind, aliases: [String] = [], roles: [Role] = [],
    isNominal: Bool = false, isLoaded: Bool = false, isKnown: Bool = false,
    spelling: String = ""
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.roles = roles
    self.isNominal = isNominal
    self.isLoaded = isLoaded
    self.isKnown = isKnown
    self.spelling = spelling
  }
}

public enum ActorKind: String, Hashable, Sendable, CaseIterable {
  case person, organization, government, group, place
}
