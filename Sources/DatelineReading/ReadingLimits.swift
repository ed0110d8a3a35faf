/// How much of one input is taken at most, so that no file, however made, can fill the memory.
///
/// A message about a limit names it as it is named here.
public struct ReadingLimits: Hashable, Sendable {
  /// Bytes of one line of JSON Lines, or of one record of a table.
  public var lineBytes: Int
  /// Bytes of one article, letter or member of an archive.
  public var articleBytes: Int
  /// Bytes of one manifest, which is kept in memory.
  public var manifestBytes: Int
  /// Bytes of one page or feed, whose tree takes forty times as much memory.
  public var pageBytes: Int
  /// Attributes of one element of a page or feed.
  public var attributes: Int
  /// Bytes that a feed's own entities may grow to.
  public var entityBytes: Int
  /// Bytes that come out of a compressed file for each byte that goes in.
  public var decompressionRatio: Int
  /// Milliseconds that the helper may take for one PDF.
  public var helperMilliseconds: Int
  /// Members of one archive.
  public var archiveMembers: Int
  /// Archives and compressed files inside one another.
  public var archiveDepth: Int
  /// Folders inside one another.
  public var folderDepth: Int
  /// Elements inside one another in a page.
  public var elementDepth: Int

  public init(
    lineBytes: Int = 32 << 20, articleBytes: Int = 32 << 20, manifestBytes: Int = 64 << 20,
    pageBytes: Int = 10 << 20, attributes: Int = 5000, entityBytes: Int = 1 << 20,
    decompressionRatio: Int = 200, helperMilliseconds: Int = 4000,
    archiveMembers: Int = 1_000_000, archiveDepth: Int = 3, folderDepth: Int = 64,
    elementDepth: Int = 4096
  ) {
    self.lineBytes = lineBytes
    self.articleBytes = articleBytes
    self.manifestBytes = manifestBytes
    self.pageBytes = pageBytes
    self.attributes = attributes
    self.entityBytes = entityBytes
    self.decompressionRatio = decompressionRatio
    self.helperMilliseconds = helperMilliseconds
    self.archiveMembers = archiveMembers
    self.archiveDepth = archiveDepth
    self.folderDepth = folderDepth
    self.elementDepth = elementDepth
  }

  public static let standard = ReadingLimits()
}

/// `33554432` as `32 MiB`, for messages.
func sizeText(_ bytes: Int) -> String {
  if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
  if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
  return "\(bytes) bytes"
}
