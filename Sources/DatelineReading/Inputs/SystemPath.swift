#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A path as the system has it: bytes, which need not be UTF-8.
///
/// Names from folders are opened by these bytes; messages and ids have ``text``.
struct SystemPath: Hashable {
  /// Without the zero byte behind the last.
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// With every byte that is no UTF-8 as in an address of the web, so that no two paths look alike:
  /// `été.txt` in Latin-1 is `%E9t%E9.txt`.
  var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var index = 0
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar):
        text.unicodeScalars.append(Unicode.UTF8.decode(scalar))
        index += scalar.count
      case .error(let length):
        for byte in bytes[index..<(index + length)] {
          text += "%" + String(byte, radix: 16, uppercase: true)
        }
        index += length
      case .emptyInput: return text
      }
    }
  }

  /// The path of what is called `name` in this folder.
  func appending(_ name: SystemPath) -> SystemPath {
    SystemPath(bytes: bytes == [0x2F] ? bytes + name.bytes : bytes + [0x2F] + name.bytes)
  }

  /// What `body` makes of the path in the form that the system's calls want.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }

  /// Whether the path itself is a symbolic link.
  var isLink: Bool {
    var status = stat()
    return withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The same place by a path without links; nil where nothing stands there.
  var resolved: SystemPath? {
    guard let real = withCString({ realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return SystemPath(bytes: Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
  }

  /// Whether this path, resolved, is `folder` or stands in it.
  func isInside(_ folder: SystemPath) -> Bool {
    bytes == folder.bytes || folder.bytes == [0x2F]
      || bytes.starts(with: folder.bytes) && bytes[folder.bytes.count] == 0x2F
  }
}
