internal import CBuildID
public import DatelineCache
internal import DatelineExtraction

extension AnnotationCache {
  /// Opens the cache of this build of the program in `folder`, which is made where it is missing.
  ///
  /// ```swift
  /// let cache = try AnnotationCache(folder: "cache")
  /// annotate(articles, cache: cache)
  /// ```
  public convenience init(folder: String) throws(CacheFault) {
    try self.init(folder: folder, build: AnnotationCache.build)
  }

  /// The version, and the hash that the linker made of code and tables; without one, the hash of
  /// the tables.
  private static var build: [UInt8] {
    var count = 0
    var stamp = Array(version.utf8)
    if let bytes = dateline_build_id(&count), count > 0 {
      stamp += UnsafeBufferPointer(start: bytes, count: count)
    } else {
      stamp += LanguagePack.builtInDigest
    }
    return stamp
  }
}
