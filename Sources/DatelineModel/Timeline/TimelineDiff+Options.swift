extension TimelineDiff {
  /// How accounts are compared.
  public struct Options: Hashable, Sendable {
    /// Several outlets compared as one side.
    public struct Group: Hashable, Sendable {
      public var name: String
      /// Names of sources.
      public var sources: [String]

      public init(name: String, sources: [String]) {
        self.name = name
        self.sources = sources
      }
    }

    /// The side that the others are compared with; nil compares each with each.
    public var base: String?
    public var groups: [Group]
    /// Days after a happening within which a source that publishes is silent about it.
    public var window: Int

    public init(base: String? = nil, groups: [Group] = [], window: Int = 7) {
      self.base = base
      self.groups = groups
      self.window = window
    }
  }
}
