/// One file of a site.
public struct SiteFile: Hashable, Sendable {
  /// Relative to the site's folder.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
