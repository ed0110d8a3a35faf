/// The bytes of a table where they lie, in the program itself or in a file that was read: large
/// tables are bisected in place and never copied, so that they cost nothing at the start.
struct TableBytes: @unchecked Sendable {
  let start: UnsafePointer<UInt8>
  let count: Int
  /// Keeps what was read; nil for constants of the program, which outlive everything.
  private let owner: Owner?

  private final class Owner {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    init(_ bytes: some Collection<UInt8>) {
      buffer = .allocate(capacity: bytes.count)
      _ = buffer.initialize(from: bytes)
    }
    deinit { buffer.deallocate() }
  }

  init(_ text: StaticString) {
    start = text.utf8Start
    count = text.utf8CodeUnitCount
    owner = nil
  }

  init(copying text: String) {
    let owner = Owner(Array(text.utf8))
    start = UnsafePointer(owner.buffer.baseAddress!)
    count = owner.buffer.count
    self.owner = owner
  }

  subscript(index: Int) -> UInt8 {
    @inline(__always) get { start[index] }
  }

  func string(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: start + range.lowerBound, count: range.count),
      as: UTF8.self)
  }
}
