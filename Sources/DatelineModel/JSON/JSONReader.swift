/// Reads JSON from UTF-8 bytes, value by value, in the order in which it stands.
///
/// The caller asks for what it expects and skips the rest, so nothing is built that nobody wants.
/// Nesting is bounded, numbers that no `Double` or `Int` holds are errors, a lone surrogate and
/// broken UTF-8 become U+FFFD.
///
/// ```swift
/// var reader = JSONReader(Array(#"{"id":"a","n":[1,2]}"#.utf8))
/// try reader.object { reader, key in
///   if key == "id" { print(try reader.string()) } else { try reader.skip() }
/// }
/// ```
public struct JSONReader: Sendable {
  private let bytes: [UInt8]
  /// The byte that is read next.
  public private(set) var position = 0
  private var depth = 0

  /// Objects and arrays inside one another.
  private static let deepest = 256

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark is no part of the text.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Whether nothing but white space is left.
  public mutating func isAtEnd() -> Bool {
    skipSpace()
    return position == bytes.count
  }

  /// Calls `body` with each key, which reads or skips the value; a key may come more than once.
  public mutating func object(
    _ body: (inout JSONReader, String) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open("{", "an object")
    if take("}") {
      depth -= 1
      return
    }
    repeat {
      skipSpace()
      let key = try string()
      guard take(":") else { throw fault("“:” is missing after a key") }
      try body(&self, key)
    } while take(",")
    guard take("}") else { throw fault("“,” or “}” is missing in an object") }
    depth -= 1
  }

  /// Calls `body` before each element, which reads or skips it.
  public mutating func array(_ body: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError)
  {
    try open("[", "a list")
    if take("]") {
      depth -= 1
      return
    }
    repeat { try body(&self) } while take(",")
    guard take("]") else { throw fault("“,” or “]” is missing in a list") }
    depth -= 1
  }

  /// A list of what `element` reads.
  public mutating func list<Element>(
    _ element: (inout JSONReader) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    var elements: [Element] = []
    try array { (reader) throws(JSONError) in elements.append(try element(&reader)) }
    return elements
  }

  /// What kind of value stands next; nil where no value of JSON starts so.
  public mutating func nextKind() -> JSONKind? {
    skipSpace()
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .list
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: return nil
    }
  }

  public mutating func string() throws(JSONError) -> String {
    guard take("\"") else { throw fault("a text is expected here") }
    var start = position
    passPlain()
    guard position < bytes.count else { throw fault("a text has no end") }
    if bytes[position] == 0x22 {
      position += 1
      return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }
    var decoded: [UInt8] = []
    // As much as most articles need.
    decoded.reserveCapacity(min(bytes.count - start, 4096))
    while position < bytes.count {
      switch bytes[position] {
      case 0x22:
        decoded += bytes[start..<position]
        position += 1
        return String(decoding: decoded, as: UTF8.self)
      case 0x5C:
        decoded += bytes[start..<position]
        position += 1
        try escape(into: &decoded)
        start = position
      default: throw fault("a control character stands unescaped in a text")
      }
      passPlain()
    }
    throw fault("a text has no end")
  }

  /// Passes over what stands for itself in a text.
  private mutating func passPlain() {
    position = bytes.withUnsafeBufferPointer {
      $0.place(from: position) { $0.equal(0x22) | $0.equal(0x5C) | $0.less(than: 0x20) }
    }
  }

  /// A text, or nil for `null`.
  public mutating func stringOrNull() throws(JSONError) -> String? {
    try null() ? nil : string()
  }

  public mutating func number() throws(JSONError) -> Double {
    let text = try digits()
    guard let value = Double(text), value.isFinite else {
      throw fault("“\(text.prefix(40))” is no number that can be kept")
    }
    return value
  }

  public mutating func integer() throws(JSONError) -> Int {
    let text = try digits()
    if let value = Int(text) { return value }
    guard let value = Double(text), abs(value) < 9e15, value == value.rounded() else {
      throw fault("“\(text.prefix(40))” is no whole number that can be kept")
    }
    return Int(value)
  }

  public mutating func boolean() throws(JSONError) -> Bool {
    if literal("true") { return true }
    if literal("false") { return false }
    throw fault("true or false is expected here")
  }

  /// Whether `null` stands here, which is then read.
  public mutating func null() throws(JSONError) -> Bool {
    skipSpace()
    return literal("null")
  }

  /// Reads any value and forgets it.
  public mutating func skip() throws(JSONError) {
    skipSpace()
    guard position < bytes.count else { throw fault("a value is missing") }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      try object { (reader, _) throws(JSONError) in try reader.skip() }
    case UInt8(ascii: "["):
      try array { (reader) throws(JSONError) in try reader.skip() }
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
    case UInt8(ascii: "n"):
      guard literal("null") else { throw fault("no value of JSON starts so") }
    default: _ = try number()
    }
  }

  /// What is wrong, at the byte that is read next.
  public func fault(_ message: String) -> JSONError {
    let before = bytes[..<min(position, bytes.count)]
    let line = before.count { $0 == 10 } + 1
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return JSONError(line: line, column: column, message: message)
  }

  private mutating func open(_ bracket: Unicode.Scalar, _ what: String) throws(JSONError) {
    guard take(bracket) else { throw fault("\(what) is expected here") }
    depth += 1
    guard depth <= JSONReader.deepest else {
      throw fault("more than \(JSONReader.deepest) objects and lists inside one another")
    }
  }

  private mutating func skipSpace() {
    while position < bytes.count,
      bytes[position] == 32 || bytes[position] == 10 || bytes[position] == 13
        || bytes[position] == 9
    {
      position += 1
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(scalar.value) else { return false }
    position += 1
    return true
  }

  private mutating func literal(_ word: StaticString) -> Bool {
    skipSpace()
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count,
      word.withUTF8Buffer({ bytes[position..<(position + count)].elementsEqual($0) })
    else { return false }
    position += count
    return true
  }

  /// RFC 8259: no plus sign, no leading zero, digits on both sides of the point.
  private mutating func digits() throws(JSONError) -> String {
    skipSpace()
    let start = position
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    func run(_ index: Int) -> Int {
      var end = index
      while (48...57).contains(byte(end)) { end += 1 }
      return end
    }
    var end = position
    if byte(end) == UInt8(ascii: "-") { end += 1 }
    let whole = run(end)
    guard whole > end, whole == end + 1 || byte(end) != 48 else {
      throw fault("a number is expected here")
    }
    end = whole
    if byte(end) == UInt8(ascii: ".") {
      let fraction = run(end + 1)
      guard fraction > end + 1 else { throw fault("digits are missing after the point") }
      end = fraction
    }
    if byte(end) | 0x20 == UInt8(ascii: "e") {
      var power = end + 1
      if byte(power) == UInt8(ascii: "+") || byte(power) == UInt8(ascii: "-") { power += 1 }
      let last = run(power)
      guard last > power else { throw fault("digits are missing in the power of ten") }
      end = last
    }
    position = end
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func escape(into decoded: inout [UInt8]) throws(JSONError) {
    guard position < bytes.count else { throw fault("a text has no end") }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "n"): decoded.append(10)
    case UInt8(ascii: "t"): decoded.append(9)
    case UInt8(ascii: "r"): decoded.append(13)
    case UInt8(ascii: "b"): decoded.append(8)
    case UInt8(ascii: "f"): decoded.append(12)
    case 0x22, 0x5C, 0x2F: decoded.append(letter)
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      var value = UInt32(first)
      if (0xD800..<0xDC00).contains(first) {
        let mark = position
        if position + 1 < bytes.count, bytes[position] == 0x5C,
          bytes[position + 1] == UInt8(ascii: "u")
        {
          position += 2
          let second = try hexadecimal()
          if (0xDC00..<0xE000).contains(second) {
            value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
          } else {
            position = mark
          }
        }
      }
      decoded += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    default: throw fault("no escape of JSON is written so")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt16 {
    var value: UInt16 = 0
    for index in position..<(position + 4) {
      let byte = index < bytes.count ? bytes[index] : 0
      switch byte {
      case 48...57: value = value << 4 | UInt16(byte - 48)
      case 65...70, 97...102: value = value << 4 | (UInt16(byte | 0x20) - 87)
      default: throw fault("four hexadecimal digits are expected here")
      }
    }
    position += 4
    return value
  }
}

/// A kind of JSON value.
public enum JSONKind: String, Sendable {
  case object, list, string, number, boolean, null
}

/// Where JSON cannot be read, and why.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  public let line: Int
  /// In Unicode scalars, from 1.
  public let column: Int
  public let message: String

  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String { "line \(line), column \(column): \(message)" }
}
