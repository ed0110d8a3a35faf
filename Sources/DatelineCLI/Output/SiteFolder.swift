import CExchange
import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of pages that is replaced as a whole.
///
/// Everything is written to a new folder beside it and synchronised; then the two change places in
/// one step. Whatever stops the program, the old site or the new one stands there whole. What
/// no build wrote goes over into the new folder as links to the same files, so that nothing of the
/// user's is lost or copied; pages of an earlier build that the new one lacks go. Those stand in the
/// folder itself: what stands in folders below it is the user's, whoever made it.
///
/// Where the folders cannot change places (the parent is read-only, the folder is a mount or
/// somebody's current folder) the files are replaced one by one, each whole, `index.html` last.
final class SiteFolder {
  /// As the user named it.
  private let name: String
  /// The folder, links followed.
  private let place: String
  /// Where the new files are written: beside the folder, or inside where that cannot be.
  private let temporary: String
  private let isBeside: Bool

  /// Makes the folder that is written to, so that a place without the right to write is found
  /// before the work is done.
  init(_ path: String) throws(Failure) {
    name = path
    let kind = fileKind(path)
    if let kind, kind != S_IFDIR {
      throw .refused("\(path) is a file: name a folder for the site.")
    }
    if kind == nil { try SiteFolder.make(Output.split(path).folder, for: path) }
    let (folder, last) = Output.resolved(path)
    place = folder == "/" ? "/\(last)" : "\(folder)/\(last)"
    sweep(folder, of: last)
    let beside = "\(folder)/.\(last).dateline-\(getpid())"
    removeTree(beside)
    if !SiteFolder.holdsCurrentFolder(place), mkdir(beside, 0o777) == 0 {
      temporary = beside
      isBeside = true
    } else {
      guard kind != nil else { throw Output.failure(writing: path, errno) }
      temporary = "\(place)/.dateline-\(getpid())"
      isBeside = false
      removeTree(temporary)
      guard mkdir(temporary, 0o777) == 0 else { throw Output.failure(writing: path, errno) }
    }
    Unfinished.add(temporary)
    // A folder in which nothing may be changed cannot be replaced either.
    guard kind == nil || access(place, W_OK | X_OK) == 0 else { throw fail(errno) }
  }

  deinit { discard() }

  /// Puts the files in the folder's place.
  func finish(_ files: [SiteFile]) throws(Failure) {
    for file in files { try write(file) }
    synchronise(temporary)
    if isBeside {
      if rename(temporary, place) == 0 {
        Unfinished.remove(temporary)
        synchronise(folderOf: place)
        return
      }
      let new = Set(files.map(\.path))
      var status = stat()
      if stat(place, &status) == 0 { chmod(temporary, status.st_mode & 0o7777) }
      if carry(from: place, to: temporary, below: "", leaving: new),
        exchange_paths(temporary, place) == 0
      {
        synchronise(folderOf: place)
        discard()
        return
      }
    }
    // One by one: what is linked to comes before what links to it.
    for file in files.sorted(by: {
      ($0.path == "index.html" ? 1 : 0) < ($1.path == "index.html" ? 1 : 0)
    }) {
      try SiteFolder.make(Output.split("\(place)/\(file.path)").folder, for: name)
      guard rename("\(temporary)/\(file.path)", "\(place)/\(file.path)") == 0 else {
        throw fail(errno)
      }
    }
    dropStale(keeping: Set(files.map(\.path)))
    synchronise(place)
    discard()
  }

  func discard() {
    removeTree(temporary)
    Unfinished.remove(temporary)
  }

  private func fail(_ reason: Int32) -> Failure {
    discard()
    return Output.failure(writing: name, reason)
  }

  private func write(_ file: SiteFile) throws(Failure) {
    let path = "\(temporary)/\(file.path)"
    try SiteFolder.make(Output.split(path).folder, for: name)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw fail(errno) }
    let reason = file.bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    let isSafe = fsync(descriptor) == 0
    let late = errno
    close(descriptor)
    if let reason { throw fail(reason) }
    if !isSafe { throw fail(late) }
  }

  /// Takes over what Dateline did not write: files by a second name for the same contents. False
  /// where the file system knows no second names.
  private func carry(
    from old: String, to new: String, below path: String, leaving files: Set<String>
  ) -> Bool {
    for entry in names(inFolder: old) {
      let inner = path.isEmpty ? entry : "\(path)/\(entry)"
      let (from, to) = ("\(old)/\(entry)", "\(new)/\(entry)")
      if files.contains(inner) { continue }
      if fileKind(from, followingLinks: false) == S_IFDIR {
        var status = stat()
        guard lstat(from, &status) == 0, mkdir(to, 0o777) == 0 || errno == EEXIST,
          carry(from: from, to: to, below: inner, leaving: files)
        else { return false }
        chmod(to, status.st_mode & 0o7777)
      } else if !path.isEmpty || !isOurs(from) {
        guard linkat(AT_FDCWD, from, AT_FDCWD, to, 0) == 0 else { return false }
      }
    }
    return true
  }

  /// Removes pages of an earlier build that the new one does not have.
  private func dropStale(keeping files: Set<String>) {
    for entry in names(inFolder: place) where !files.contains(entry) {
      if isOurs("\(place)/\(entry)") { unlink("\(place)/\(entry)") }
    }
  }

  /// Makes a folder and those above it.
  private static func make(_ folder: String, for path: String) throws(Failure) {
    if fileKind(folder) == S_IFDIR { return }
    let above = Output.split(folder).folder
    if above != folder { try make(above, for: path) }
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw Output.failure(writing: path, errno) }
  }

  /// Whether the program was started in the folder: it cannot be changed under a shell's feet.
  private static func holdsCurrentFolder(_ place: String) -> Bool {
    guard let current = realpath(".", nil) else { return false }
    defer { free(current) }
    let path = String(cString: current)
    return path == place || path.hasPrefix(place + "/")
  }
}

/// Whether an earlier build wrote a file: by a name that builds give, and the mark that pages, pictures
/// and graphs carry.
private func isOurs(_ path: String) -> Bool {
  guard SiteFile.mayBeNamed(Output.split(path).name),
    fileKind(path, followingLinks: false) == S_IFREG
  else { return false }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
  guard descriptor >= 0 else { return false }
  defer { close(descriptor) }
  var head = [UInt8](repeating: 0, count: 2048)
  let count = Int(read(descriptor, &head, head.count))
  guard count > 0 else { return false }
  let text = String(decoding: head[..<count], as: UTF8.self)
  if path.hasSuffix(".html") { return text.contains("name=\"generator\" content=\"Dateline") }
  if path.hasSuffix(".svg") { return text.hasPrefix("<svg") && text.contains("class=\"dl ") }
  return path.hasSuffix("/events.json") && text.hasPrefix("{\"format\":\"\(EventGraph.format)\"")
}

/// Removes what a run that was killed left behind beside a file or folder.
func sweep(_ folder: String, of name: String) {
  let prefix = ".\(name).dateline-"
  for entry in names(inFolder: folder) where entry.hasPrefix(prefix) {
    // Who still works keeps it.
    guard let process = pid_t(entry.dropFirst(prefix.count)), kill(process, 0) != 0,
      errno == ESRCH
    else { continue }
    removeTree("\(folder)/\(entry)")
  }
}
