/// Writes JSON as UTF-8 bytes, keys in the order of the calls, so that equal nouns give equal bytes.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { $0.member("id", "a"); $0.member("url", nil as String?) }
/// String(decoding: json.bytes, as: UTF8.self)  // {"id":"a","url":null}
/// ```
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    try body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  public mutating func array<S: Sequence>(
    _ elements: S, _ body: (inout JSONWriter, S.Element) throws -> Void
  ) rethrows {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    for element in elements { try body(&self, element) }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a key; the next call writes its value.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A key that comes from data, such as a source's name.
  public mutating func key(_ name: String) {
    separate()
    appendEscaped(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func value(_ text: String?) {
    separate()
    if let text { appendEscaped(text) } else { raw("null") }
    needsComma = true
  }

  public mutating func value(_ number: Int?) {
    separate()
    raw(number.map(String.init) ?? "null")
    needsComma = true
  }

  /// Whole numbers are written without a fraction; a number that JSON has no form for as null.
  public mutating func value(_ number: Double?) {
    separate()
    if let number, number.isFinite {
      raw(
        number == number.rounded() && abs(number) < 9e15 ? String(Int(number)) : String(number))
    } else {
      raw("null")
    }
    needsComma = true
  }

  public mutating func value(_ flag: Bool) {
    separate()
    raw(flag ? "true" : "false")
    needsComma = true
  }

  public mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    value(text)
  }
  public mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    value(number)
  }
  public mutating func member(_ name: StaticString, _ number: Double?) {
    key(name)
    value(number)
  }
  public mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }
  public mutating func member<S: Sequence>(
    _ name: StaticString, _ elements: S,
    _ body: (inout JSONWriter, S.Element) throws -> Void
  ) rethrows {
    key(name)
    try array(elements, body)
  }
  public mutating func member(_ name: StaticString, strings: [String]) {
    key(name)
    array(strings) { $0.value($1) }
  }

  /// Ends a line of JSON Lines.
  public mutating func newline() {
    bytes.append(10)
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func raw(_ ascii: String) { bytes.append(contentsOf: ascii.utf8) }

  private mutating func appendEscaped(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var clean = 0
      var index = JSONWriter.marked(utf8, 0)
      while index < utf8.count {
        let byte = utf8[index]
        let escaped = byte < 0x80 ? UInt16(byte) : JSONWriter.control(utf8, index)
        guard let escaped else {
          index = JSONWriter.marked(utf8, index + 1)
          continue
        }
        bytes.append(contentsOf: utf8[clean..<index])
        clean = index + (byte < 0x80 ? 1 : byte == 0xC2 ? 2 : 3)
        switch byte {
        case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
        case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
        case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
        case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
        case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
        default: appendEscape(of: escaped)
        }
        index = JSONWriter.marked(utf8, clean)
      }
      bytes.append(contentsOf: utf8[clean...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The next byte that must be escaped or may begin what must.
  private static func marked(_ utf8: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    utf8.place(from: start) {
      $0.less(than: 0x20) | $0.equal(0x22) | $0.equal(0x5C) | $0.equal(0x7F) | $0.equal(0xC2)
        | $0.equal(0xE2)
    }
  }

  /// What begins at a byte 0xC2 or 0xE2 and would move a terminal's cursor or turn its text about: a C1
  /// control, a mark of direction. Nil for any other letter.
  private static func control(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt16? {
    guard index + 1 < utf8.count else { return nil }
    let second = utf8[index + 1]
    if utf8[index] == 0xC2 { return second < 0xA0 ? UInt16(second) : nil }
    guard second <= 0x81, index + 2 < utf8.count else { return nil }
    let scalar = 0x2000 | UInt16(second & 0x3F) << 6 | UInt16(utf8[index + 2] & 0x3F)
    switch scalar {
    case 0x202A...0x202E, 0x2066...0x2069: return scalar
    default: return nil
    }
  }

  private mutating func appendEscape(of scalar: UInt16) {
    bytes.append(contentsOf: [0x5C, UInt8(ascii: "u")])
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(scalar >> UInt16(shift) & 15)
      bytes.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }
}
