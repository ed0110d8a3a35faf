internal import CZlib

/// What comes out of gzip or zlib data, one member behind the other.
final class GzipSource: ByteSource {
  private let source: any ByteSource
  private var bound: DecompressionBound
  private var stream = z_stream()
  private var input: UnsafeMutablePointer<UInt8>
  private var taken = 0
  private var ended = false
  /// Whether a member has ended and nothing of the next has been seen.
  private var isBetween = false
  /// Whether something that is no member stands behind one; it is not read.
  private(set) var hasOtherBehind = false
  private var isOpen = false
  private static let pieceBytes = 64 << 10

  /// `bits` as zlib's window bits: 47 finds gzip and zlib by their heads, -15 is bare deflate.
  init(_ source: any ByteSource, ratio: Int, bits: Int32 = 47) throws(ReadingFault) {
    self.source = source
    bound = DecompressionBound(ratio: ratio, remedy: "decompress it yourself if you trust it")
    input = .allocate(capacity: GzipSource.pieceBytes)
    guard dateline_inflate_init(&stream, bits) == Z_OK else {
      throw ReadingFault("there is no memory to decompress it", "give the machine more memory")
    }
    isOpen = true
  }

  deinit {
    if isOpen { inflateEnd(&stream) }
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    stream.next_out = buffer.baseAddress!.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(min(buffer.count, Int(UInt32.max)))
    let room = Int(stream.avail_out)
    while !ended, Int(stream.avail_out) == room {
      if stream.avail_in == 0 {
        let count = try source.read(
          into: UnsafeMutableRawBufferPointer(start: input, count: GzipSource.pieceBytes))
        if count == 0 {
          // The end of the file is right only between two members.
          guard stream.total_in == 0 else {
            throw ReadingFault("the compressed data end in the middle", "fetch the file again")
          }
          ended = true
          break
        }
        taken += count
        stream.next_in = input
        stream.avail_in = UInt32(count)
      }
      if isBetween {
        // Zeros fill up blocks behind the last member.
        while stream.avail_in > 0, stream.next_in.pointee == 0 {
          stream.next_in += 1
          stream.avail_in -= 1
        }
        if stream.avail_in == 0 { continue }
        isBetween = false
        if stream.next_in.pointee != 0x1F {
          hasOtherBehind = true
          ended = true
          break
        }
      }
      let status = inflate(&stream, Z_NO_FLUSH)
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        inflateReset(&stream)
        isBetween = true
      default:
        throw ReadingFault("the compressed data are damaged", "fetch the file again")
      }
    }
    let count = room - Int(stream.avail_out)
    try bound.add(count, taken: taken)
    return count
  }
}

/// A stream read as a source, so that a compressed stream can be read through another.
final class StreamSource: ByteSource {
  private let stream: ByteStream
  init(_ stream: ByteStream) { self.stream = stream }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    try stream.takeSome(into: buffer)
  }
}
