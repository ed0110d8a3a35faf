import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files and folders being written, which go when the program is stopped.
enum Unfinished {
  private static let paths = Mutex<[String]>([])

  static func add(_ path: String) { paths.withLock { $0.append(path) } }

  static func remove(_ path: String) { paths.withLock { $0.removeAll { $0 == path } } }

  /// Removes them all; the program is about to end.
  static func clear() {
    let left = paths.withLock { paths in
      defer { paths = [] }
      return paths
    }
    for path in left { removeTree(path) }
  }
}

/// Removes a file, or a folder with all in it; links are not followed.
func removeTree(_ path: String) {
  if unlink(path) == 0 || errno == ENOENT { return }
  for name in names(inFolder: path) { removeTree("\(path)/\(name)") }
  rmdir(path)
}

/// What stands in a folder, sorted; nothing where it cannot be read.
func names(inFolder path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}
