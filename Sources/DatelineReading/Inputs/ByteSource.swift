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
  /// Told of every piece that is read.
  private let counting: (Int) -> Void
  /// What was read while a pipe's writer was waited for.
  private var pending: [UInt8] = []
  /// A pipe that nobody opens for writing within so many milliseconds is not waited for.
  private static let patience = 3000

  /// Opens `path`, or takes standard input for `-`.
  init(path: SystemPath, counting: @escaping (Int) -> Void = { _ in }) throws(ReadingFault) {
    self.counting = counting
    if path.bytes == [UInt8(ascii: "-")] {
      descriptor = 0
      owned = false
      return
    }
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for without an end.
    descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    owned = true
    guard descriptor >= 0 else { throw FileSource.fault(errno, path) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO { try awaitWriter() }
    _ = fcntl(descriptor, F_SETFL, O_RDONLY)
  }

  /// Waits until somebody has the pipe open for writing, as the commands of `<(…)` have.
  private func awaitWriter() throws(ReadingFault) {
    var first: [UInt8] = [0]
    for _ in 0..<(FileSource.patience / 20) {
      let count = readSome(&first, 1)
      if count > 0 { pending = first }
      // With a writer, a pipe without bytes says “try again”; without one, it is at its end.
      if count != 0 { return }
      usleep(20_000)
    }
    throw ReadingFault("nobody writes to the pipe", "start what writes to it first")
  }

  private func readSome(_ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }

  deinit { if owned, descriptor >= 0 { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    if !pending.isEmpty {
      buffer.copyBytes(from: pending)
      defer { pending = [] }
      return pending.count
    }
    while true {
      let count = readSome(buffer.baseAddress, buffer.count)
      if count >= 0 {
        counting(count)
        return count
      }
      let code = errno
      guard code == EINTR else { throw FileSource.fault(code, nil) }
    }
  }

  /// What an error of the system means to somebody who named a file.
  static func fault(_ code: Int32, _ path: SystemPath?) -> ReadingFault {
    switch code {
    case ENOENT where path?.text.unicodeScalars.contains("\u{FFFD}") == true:
      // The command line is handed on as UTF-8, and other bytes of it are lost.
      ReadingFault(
        "there is no such file or folder, or its name is not UTF-8",
        "check the path; where the name is not UTF-8, name the folder around it, or rename it")
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

/// A source of which so much is taken and no more.
final class BoundedSource: ByteSource {
  private let source: any ByteSource
  private var left: Int
  private let fault: ReadingFault

  /// Throws `fault` at the first byte over `limit`.
  init(_ source: any ByteSource, limit: Int, fault: ReadingFault) {
    self.source = source
    left = limit
    self.fault = fault
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    let count = try source.read(into: buffer)
    left -= count
    guard left >= 0 else { throw fault }
    return count
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
