/// Writes the parts of a cache's row, one behind the other.
struct RowWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first, the sign in the lowest bit (LEB128 after zigzag).
  mutating func number(_ value: Int) {
    var rest = UInt(bitPattern: (value << 1) ^ (value >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func real(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
  }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes += value.utf8
  }

  mutating func text(_ value: some RawRepresentable<String>) { text(value.rawValue) }

  mutating func optional<Value>(_ value: Value?, _ write: (inout RowWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func optional(_ value: String?) { optional(value) { $0.text($1) } }

  mutating func list<Value>(_ values: [Value], _ write: (inout RowWriter, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}
