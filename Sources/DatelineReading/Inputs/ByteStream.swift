#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A source read through a buffer: by lines, by counts, or whole, and looked into ahead.
final class ByteStream {
  /// A line without its end, or how long one was that is over the limit and was passed over.
  enum Line {
    case bytes([UInt8])
    case tooLong(Int)
  }

  private let source: any ByteSource
  /// What has been read and not taken stands from `start` to `end`.
  private var buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: 2 * ByteStream.pieceBytes, alignment: 16)
  private var start = 0
  private var end = 0
  private var ended = false
  /// What ended the stream, told once all that came before it has been taken.
  private var fault: ReadingFault?
  private static let pieceBytes = 128 << 10

  init(_ source: any ByteSource) { self.source = source }

  deinit { buffer.deallocate() }

  /// The next bytes without taking them: `count` of them, or fewer where the stream ends.
  func peek(_ count: Int) throws(ReadingFault) -> [UInt8] {
    do throws(ReadingFault) {
      while end - start < count, try fill() {}
    } catch {
      // Whoever looks ahead has not asked for what lies behind the fault.
      guard end > start else { throw error }
      fault = error
    }
    return copy(start..<min(end, start + count))
  }

  func isAtEnd() throws(ReadingFault) -> Bool {
    while start == end {
      if try !fill() { return true }
    }
    return false
  }

  /// The next line, nil at the end. A last line need not have an end.
  func line(limit: Int) throws(ReadingFault) -> Line? {
    if try isAtEnd() { return nil }
    var searched = 0
    var dropped = 0
    while true {
      if let found = memchr(buffer.baseAddress! + start + searched, 10, end - start - searched) {
        let stop = UnsafeRawPointer(found) - UnsafeRawPointer(buffer.baseAddress!)
        defer { start = stop + 1 }
        let count = stop - start
        return dropped > 0 || count > limit
          ? .tooLong(dropped + count) : .bytes(copy(start..<stop))
      }
      if end - start > limit {
        dropped += end - start
        start = end
      }
      searched = end - start
      if try !fill() {
        defer { start = end }
        return dropped > 0 ? .tooLong(dropped + end - start) : .bytes(copy(start..<end))
      }
    }
  }

  /// All that is left, or nil where it is more than `limit`.
  func rest(limit: Int) throws(ReadingFault) -> [UInt8]? {
    while end - start <= limit, try fill() {}
    guard end - start <= limit else { return nil }
    defer { start = end }
    return copy(start..<end)
  }

  /// Up to `count` bytes, fewer only at the end.
  func take(_ count: Int) throws(ReadingFault) -> [UInt8] {
    while end - start < count, try fill() {}
    defer { start = min(end, start + count) }
    return copy(start..<min(end, start + count))
  }

  /// Moves what is there, but at least one byte, into `target`; 0 at the end.
  func takeSome(into target: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    if start == end {
      if let fault { throw fault }
      return ended ? 0 : try source.read(into: target)
    }
    let count = min(target.count, end - start)
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<(start + count)]))
    start += count
    return count
  }

  /// Passes over `count` bytes; false where the stream ends before.
  func skip(_ count: Int) throws(ReadingFault) -> Bool {
    var left = count
    while left > 0 {
      if try isAtEnd() { return false }
      let step = min(left, end - start)
      start += step
      left -= step
    }
    return true
  }

  private func copy(_ range: Range<Int>) -> [UInt8] {
    Array(UnsafeRawBufferPointer(rebasing: buffer[range]))
  }

  /// Reads one more piece behind what is unread; false at the end.
  private func fill() throws(ReadingFault) -> Bool {
    if ended { return false }
    if let fault { throw fault }
    if start > 0, start == end || buffer.count - end < ByteStream.pieceBytes {
      memmove(buffer.baseAddress!, buffer.baseAddress! + start, end - start)
      end -= start
      start = 0
    }
    if buffer.count - end < ByteStream.pieceBytes {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: buffer.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
      buffer.deallocate()
      buffer = larger
    }
    let count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    end += count
    ended = count == 0
    return !ended
  }
}
