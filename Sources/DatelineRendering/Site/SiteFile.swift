/// One file of a site.
public struct SiteFile: Hashable, Sendable {
  /// Relative to the site's folder.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Whether a site may have a file of this name, this one or one of more or fewer years.
  ///
  /// ```swift
  /// SiteFile.mayBeNamed("events-2019.html")  // true
  /// SiteFile.mayBeNamed("about.html")        // false
  /// ```
  public static func mayBeNamed(_ name: String) -> Bool {
    [
      "index.html", "diff.html", "actors.svg", "timeline.svg", "storyline.svg", "events.json",
    ].contains(name) || name.hasPrefix("events-") && name.hasSuffix(".html")
  }
}
