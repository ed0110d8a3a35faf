#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a command's result goes: standard output, or a file that is replaced as a whole.
///
/// A file is written beside its place under another name, synchronised and then renamed, so that
/// whoever reads it finds the old or the new one whole, whatever stops the program. What is no
/// regular file (`/dev/null`, a pipe) is written to directly.
final class Output {
  private let descriptor: Int32
  /// As the user named it; nil for standard output.
  private let name: String?
  /// The path that is written, and the one that it gets in the end.
  private let move: (from: String, to: String)?
  private var buffer: [UInt8] = []
  private var isOpen = true

  private static let bufferSize = 1 << 18

  /// Opens `path`; standard output where it is nil or `-`.
  init(_ path: String?) throws(Failure) {
    guard let path, path != "-" else {
      descriptor = STDOUT_FILENO
      name = nil
      move = nil
      return
    }
    name = path
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw .refused("\(path) is a folder: name a file to write to.")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      move = nil
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      // A link keeps pointing where it points.
      let place = Output.resolved(path)
      sweep(place.folder, of: place.name)
      let temporary = "\(place.folder)/.\(place.name).dateline-\(getpid())"
      move = (temporary, "\(place.folder)/\(place.name)")
      if exists, access(path, W_OK) != 0 { throw Output.failure(writing: path, errno) }
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
      if descriptor >= 0 {
        Unfinished.add(temporary)
        if exists { fchmod(descriptor, status.st_mode & 0o7777) }
      }
    }
    if descriptor < 0 { throw Output.failure(writing: path, errno) }
  }

  deinit { discard() }

  func write(_ bytes: [UInt8]) throws(Failure) {
    if buffer.isEmpty, bytes.count >= Output.bufferSize {
      try send(bytes)
    } else {
      buffer += bytes
      if buffer.count >= Output.bufferSize { try flush() }
    }
  }

  func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// Hands on what has been gathered, for a reader who waits.
  func flush() throws(Failure) {
    if buffer.isEmpty { return }
    try send(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    try flush()
    guard let move, isOpen else { return }
    guard fsync(descriptor) == 0 || errno == EINVAL, close(descriptor) == 0,
      rename(move.from, move.to) == 0
    else {
      let reason = errno
      discard()
      throw Output.failure(writing: name ?? move.to, reason)
    }
    isOpen = false
    Unfinished.remove(move.from)
    synchronise(folderOf: move.to)
  }

  /// Forgets what was written, where it was not to standard output.
  func discard() {
    guard let move, isOpen else { return }
    isOpen = false
    close(descriptor)
    unlink(move.from)
    Unfinished.remove(move.from)
  }

  private func send(_ bytes: [UInt8]) throws(Failure) {
    guard let reason = bytes.withUnsafeBytes({ writeAll($0, to: descriptor) }) else { return }
    if reason == EPIPE { throw .closedPipe }
    discard()
    throw Output.failure(writing: name, reason)
  }

  /// What went wrong, and what to do about it.
  static func failure(writing name: String?, _ reason: Int32) -> Failure {
    let place = name ?? "standard output"
    let words =
      switch reason {
      case ENOSPC, EDQUOT: "the disk is full: make room, or write elsewhere."
      case EFBIG: "the file may not grow so large: see ulimit -f, or write elsewhere."
      case EACCES, EPERM: "no permission: change the rights there, or write elsewhere."
      case EROFS: "the disk is read-only: write elsewhere."
      case ENOENT: "its folder does not exist: make it first, with mkdir -p."
      case ENOTDIR: "a part of the path is a file, not a folder: name another place."
      case ENAMETOOLONG: "the name is too long: name it shorter."
      default: "\(String(cString: strerror(reason)))."
      }
    return .refused("cannot write \(place): \(words)")
  }

  /// The folder and name that a path leads to, links followed.
  static func resolved(_ path: String) -> (folder: String, name: String) {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return split(String(cString: real))
    }
    return split(path)
  }

  /// Everything before the last slash, and what follows it.
  static func split(_ path: String) -> (folder: String, name: String) {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let folder = slash == path.startIndex ? "/" : path[..<slash]
    return (String(folder), String(path[path.index(after: slash)...]))
  }
}

/// Makes a change of names in the folder of a path last, where the file system can.
func synchronise(folderOf path: String) { synchronise(Output.split(path).folder) }

func synchronise(_ path: String) {
  let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  if folder < 0 { return }
  fsync(folder)
  close(folder)
}
