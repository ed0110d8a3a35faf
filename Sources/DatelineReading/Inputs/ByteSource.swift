#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where bytes come from: a file, a pipe, something compressed.
protocol ByteSource: AnyObject {
  /// Puts at least one byte into `buffer` and returns how many; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int
}

/// An open file or pipe.
final class FileSource: ByteSource {
  private let descriptor: Int32
  private let owned: Bool

  /// Opens `path`, or takes standard input for `-`.
  init(path: String) throws(ReadingFault) {
    if path == "-" {
      descriptor = 0
      owned = false
      return
    }
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for, which is what is wanted.
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    owned = true
    guard descriptor >= 0 else { throw FileSource.fault(errno, path) }
  }

  deinit { if owned, descriptor >= 0 { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      let code = errno
      guard code == EINTR else { throw FileSource.fault(code, nil) }
    }
  }

  /// What an error of the system means to somebody who named a file.
  static func fault(_ code: Int32, _ path: String?) -> ReadingFault {
    switch code {
    case ENOENT, ENOTDIR:
      ReadingFault("there is no such file or folder", "check the path")
    case EACCES, EPERM:
      ReadingFault(
        "the file may not be read", "give yourself the right to read it, as with chmod u+r")
    case EISDIR: ReadingFault("this is a folder", "name a file")
    case ELOOP: ReadingFault("links lead around in a circle", "mend the link or name its target")
    case EMFILE, ENFILE: ReadingFault("too many files are open", "raise the limit with ulimit -n")
    case ENAMETOOLONG: ReadingFault("the path is too long", "name a shorter one")
    default:
      ReadingFault(
        "reading failed (\(String(cString: strerror(code))))", "check the disk and the file")
    }
  }
}

/// Bytes that stand in memory already.
final class MemorySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    let count = min(buffer.count, bytes.count - position)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<(position + count)]))
    }
    position += count
    return count
  }
}
