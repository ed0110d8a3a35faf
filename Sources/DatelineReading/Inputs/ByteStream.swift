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
  private var buffer: [UInt8] = []
  private var position = 0
  private var ended = false
  private static let pieceBytes = 256 << 10

  init(_ source: any ByteSource) { self.source = source }

  /// The next bytes without taking them: `count` of them, or fewer where the stream ends.
  func peek(_ count: Int) throws(ReadingFault) -> [UInt8] {
    while buffer.count - position < count, try fill() {}
    return Array(buffer[position..<min(buffer.count, position + count)])
  }

  func isAtEnd() throws(ReadingFault) -> Bool {
    while position == buffer.count {
      if try !fill() { return true }
    }
    return false
  }

  /// The next line, nil at the end. A last line need not have an end.
  func line(limit: Int) throws(ReadingFault) -> Line? {
    if try isAtEnd() { return nil }
    var searched = position
    var dropped = 0
    while true {
      if let end = newline(from: searched) {
        let count = end - position
        defer { position = end + 1 }
        if dropped > 0 || count > limit { return .tooLong(dropped + count) }
        return .bytes(Array(buffer[position..<end]))
      }
      if buffer.count - position > limit {
        dropped += buffer.count - position
        position = buffer.count
      }
      let unread = buffer.count - position
      if try !fill() {
        position = buffer.count
        if dropped > 0 || unread > limit { return .tooLong(dropped + unread) }
        return .bytes(Array(buffer[(buffer.count - unread)...]))
      }
      searched = position + unread
    }
  }

  /// All that is left, or nil where it is more than `limit`.
  func rest(limit: Int) throws(ReadingFault) -> [UInt8]? {
    while buffer.count - position <= limit, try fill() {}
    guard buffer.count - position <= limit else { return nil }
    let bytes = position == 0 ? buffer : Array(buffer[position...])
    buffer = []
    position = 0
    return bytes
  }

  /// Up to `count` bytes, fewer only at the end.
  func take(_ count: Int) throws(ReadingFault) -> [UInt8] {
    let bytes = try peek(count)
    position += bytes.count
    return bytes
  }

  /// Passes over `count` bytes; false where the stream ends before.
  func skip(_ count: Int) throws(ReadingFault) -> Bool {
    var left = count
    while left > 0 {
      if try isAtEnd() { return false }
      let step = min(left, buffer.count - position)
      position += step
      left -= step
    }
    return true
  }

  private func newline(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < bytes.count else { return nil }
      guard let found = memchr(bytes.baseAddress! + start, 10, bytes.count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - bytes.baseAddress!
    }
  }

  /// Reads one more piece behind what is unread; false at the end.
  private func fill() throws(ReadingFault) -> Bool {
    if ended { return false }
    if position > 0, position == buffer.count || position >= ByteStream.pieceBytes {
      buffer.removeSubrange(..<position)
      position = 0
    }
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: ByteStream.pieceBytes))
    var count = 0
    var fault: ReadingFault?
    buffer.withUnsafeMutableBytes { bytes in
      do throws(ReadingFault) {
        count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[old...]))
      } catch { fault = error }
    }
    buffer.removeSubrange((old + count)...)
    if let fault { throw fault }
    ended = count == 0
    return !ended
  }
}
