/// Reads what ``RowWriter`` wrote, and takes nothing on trust.
struct RowReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(DamagedRow) -> UInt8 {
    guard position < bytes.count else { throw DamagedRow() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(DamagedRow) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while true {
      let next = try byte()
      guard shift < 63 || next < 2 else { throw DamagedRow() }
      value |= UInt(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
      guard shift < 64 else { throw DamagedRow() }
    }
    return Int(bitPattern: value >> 1) ^ -Int(value & 1)
  }

  mutating func flag() throws(DamagedRow) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw DamagedRow()
    }
  }

  mutating func real() throws(DamagedRow) -> Double {
    var bits: UInt64 = 0
    for shift in 0..<8 { bits |= UInt64(try byte()) << UInt64(8 * shift) }
    let value = Double(bitPattern: bits)
    guard value.isFinite else { throw DamagedRow() }
    return value
  }

  mutating func text() throws(DamagedRow) -> String {
    let count = try number()
    guard count >= 0, count <= bytes.count - position else { throw DamagedRow() }
    let place = position..<(position + count)
    position += count
    return try bytes.withUnsafeBufferPointer { (bytes) throws(DamagedRow) in
      let bytes = UnsafeBufferPointer(rebasing: bytes[place])
      var text = String(decoding: bytes, as: UTF8.self)
      // What is no UTF-8 has been repaired, and is other bytes.
      guard text.withUTF8({ $0.elementsEqual(bytes) }) else { throw DamagedRow() }
      return text
    }
  }

  mutating func text<Value: RawRepresentable<String>>(
    as: Value.Type = Value.self
  ) throws(DamagedRow) -> Value {
    guard let value = Value(rawValue: try text()) else { throw DamagedRow() }
    return value
  }

  mutating func optional<Value>(
    _ read: (inout RowReader) throws(DamagedRow) -> Value
  ) throws(DamagedRow) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func optionalText() throws(DamagedRow) -> String? {
    try optional { (row) throws(DamagedRow) in try row.text() }
  }

  mutating func list<Value>(
    _ read: (inout RowReader) throws(DamagedRow) -> Value
  ) throws(DamagedRow) -> [Value] {
    let count = try number()
    // Each value has a byte at least.
    guard count >= 0, count <= bytes.count - position else { throw DamagedRow() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}

/// A row that nobody of ours wrote so.
struct DamagedRow: Error {}
