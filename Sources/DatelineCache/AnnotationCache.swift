internal import CSQLite
public import DatelineModel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What was found in articles by earlier runs, in a folder, so that only new articles are analysed.
///
/// A row stands under the hash of all that its finding depends on: the article's title, text,
/// publication date and language, and how it was analysed. The folder holds the rows of one build
/// of the program: what another build left, and what is damaged or of another form, is thrown away
/// and made anew. Each row has a checksum, and what it says is checked against the article.
/// Several runs may use a folder at once, and any may be killed at any moment.
///
/// ```swift
/// let cache = try AnnotationCache(folder: "cache", build: [1, 0])
/// cache.store([(key, annotated)])
/// cache.annotations(of: annotated.article, under: key) == annotated  // true
/// ```
public final class AnnotationCache: Sendable {
  /// What became of the folder's earlier rows when it was opened.
  public enum Beginning: Sendable {
    /// They stand, or there were none.
    case kept
    /// They were another build's.
    case renewed
    /// They were damaged, or no rows of Dateline's.
    case repaired
  }

  public let beginning: Beginning
  private let state: Mutex<State>

  /// Articles found and not found so far.
  public var counts: (found: Int, missed: Int) {
    state.withLock { ($0.found, $0.missed) }
  }

  /// How many milliseconds a folder that another program has locked is waited for.
  public static let patience = 5000

  /// Opens the cache in `folder`, which is made where it is missing. `build` is what tells one
  /// build of the program from another. Throws ``CacheFault`` with EWOULDBLOCK where another program
  /// holds the folder locked for longer than `patience`, in milliseconds.
  public init(
    folder: String, build: [UInt8], patience: Int = AnnotationCache.patience
  ) throws(CacheFault) {
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw CacheFault(folder, errno) }
    var status = stat()
    guard stat(folder, &status) == 0 else { throw CacheFault(folder, errno) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw CacheFault(folder, ENOTDIR) }
    guard access(folder, W_OK | X_OK) == 0 else { throw CacheFault(folder, errno) }
    let lock = open("\(folder)/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard lock >= 0 else { throw CacheFault("\(folder)/lock", errno) }
    // Who uses the rows shares the lock; who throws them away has it alone.
    let reason = AnnotationCache.take(lock, LOCK_SH, patience: patience)
    guard reason != EWOULDBLOCK else {
      close(lock)
      throw CacheFault("\(folder)/lock", reason)
    }
    let path = "\(folder)/annotations.sqlite"
    var database = Database(path, patience: patience)
    if database?.isLocked == true {
      close(lock)
      throw CacheFault(path, EWOULDBLOCK)
    }
    var beginning = Beginning.kept
    if database?.build != build {
      beginning = database?.build == nil ? .repaired : .renewed
      if database?.isNew == true { beginning = .kept }
      database = nil
      // Another run that opens it at the same time may have renewed it meanwhile.
      // A process that is being started holds what it inherits for a moment, and another run holds
      // the lock to its end.
      if AnnotationCache.take(lock, LOCK_EX, patience: 100) == 0 {
        database = Database(path, patience: patience)
        if database?.build != build {
          database = nil
          for ending in ["", "-wal", "-shm", "-journal"] { unlink(path + ending) }
          database = Database(path, creatingFor: build, patience: patience)
        }
        _ = AnnotationCache.take(lock, LOCK_SH, patience: 100)
      }
    }
    self.beginning = beginning
    state = Mutex(State(database: database, lock: lock))
  }

  /// Takes a lock of a kind; else the error number, EWOULDBLOCK where others do not let go of it
  /// within so many milliseconds.
  private static func take(_ lock: Int32, _ kind: Int32, patience: Int) -> Int32 {
    for _ in 0..<max(1, patience / 5) {
      if flock(lock, kind | LOCK_NB) == 0 { return 0 }
      guard errno == EWOULDBLOCK else { return errno }
      usleep(5_000)
    }
    return EWOULDBLOCK
  }

  /// What was found in an article before; nil where nothing is kept, or nothing that can be
  /// trusted.
  public func annotations(of article: Article, under key: AnalysisKey) -> AnnotatedArticle? {
    let row = state.withLock { $0.database?.row(key.bytes) }
    let found = row.flatMap { try? AnnotatedArticle(article, row: $0) }
    state.withLock { state in
      if found == nil { state.missed += 1 } else { state.found += 1 }
    }
    return found
  }

  /// Keeps what was found; where that cannot be done nothing is lost but time.
  public func store(_ articles: [(key: AnalysisKey, article: AnnotatedArticle)]) {
    let rows = articles.map { ($0.key.bytes, $0.article.row) }
    state.withLock { $0.database?.store(rows) }
  }

  private struct State: ~Copyable {
    var database: Database?
    let lock: Int32
    var found = 0
    var missed = 0

    init(database: sending Database?, lock: Int32) {
      self.database = database
      self.lock = lock
    }

    deinit {
      close(lock)
    }
  }
}

/// Why a folder cannot hold a cache.
public struct CacheFault: Error, Hashable, Sendable {
  public let path: String
  /// The system's error number.
  public let reason: Int32

  init(_ path: String, _ reason: Int32) {
    self.path = path
    self.reason = reason
  }
}
