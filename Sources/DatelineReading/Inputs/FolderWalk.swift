#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What stands at a path.
enum PathKind: Hashable {
  /// With device and inode, which tell one folder from another whatever links lead there.
  case folder(UInt64, UInt64)
  case file
  case pipe
  /// A socket or a device.
  case other

  /// Follows links.
  init(path: SystemPath) throws(ReadingFault) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      throw FileSource.fault(errno, path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      self = .folder(
        UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
    case S_IFREG: self = .file
    case S_IFIFO: self = .pipe
    default: self = .other
    }
  }
}

/// What a walk through a folder has seen.
struct FolderWalk {
  /// The folder that was named, without links; nil where the system does not tell it.
  private let root: SystemPath?
  private var folders: Set<PathKind>

  init(from root: SystemPath, _ kind: PathKind) {
    self.root = root.resolved
    folders = [kind]
  }

  /// False for a folder that links lead to again: it is walked once.
  mutating func enters(_ folder: PathKind) -> Bool { folders.insert(folder).inserted }

  /// Whether `path` is a link to what does not stand in the folder that was named. Whoever put it
  /// there may have no right to what it leads to, which the reader's user has.
  func leadsOut(_ path: SystemPath) -> Bool {
    guard path.isLink, let target = path.resolved else { return false }
    guard let root else { return true }
    return !target.isInside(root)
  }
}

/// The names in a folder but hidden ones, sorted by their bytes.
func namesInFolder(_ path: SystemPath) throws(ReadingFault) -> [SystemPath] {
  guard let folder = path.withCString({ opendir($0) }) else {
    throw FileSource.fault(errno, path)
  }
  defer { closedir(folder) }
  var names: [[UInt8]] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name.first != UInt8(ascii: ".") { names.append(name) }
  }
  names.sort { $0.lexicographicallyPrecedes($1) }
  return names.map(SystemPath.init(bytes:))
}
