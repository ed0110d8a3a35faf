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
  /// A pipe, a socket or a device.
  case other

  /// Follows links.
  init(path: String) throws(ReadingFault) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileSource.fault(errno, path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      self = .folder(
        UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
    case S_IFREG: self = .file
    default: self = .other
    }
  }
}

/// The names in a folder but hidden ones, sorted by their bytes.
func namesInFolder(_ path: String) throws(ReadingFault) -> [String] {
  guard let folder = opendir(path) else { throw FileSource.fault(errno, path) }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.utf8.starts(with: ".".utf8) { names.append(name) }
  }
  names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return names
}
