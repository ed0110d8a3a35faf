/// The text that bytes stand for, and whether some of them stood for nothing.
struct DecodedText {
  var text: String
  /// Whether invalid bytes or lone surrogates became U+FFFD.
  var isRepaired: Bool
}

extension DecodedText {
  /// Decodes UTF-8, or UTF-16 where a byte order mark says so; the mark is no part of the text.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes.dropFirst(2), isBigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), isBigEndian: true)
    } else {
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      self.init(
        text: String(decoding: bytes[start...], as: UTF8.self), isRepaired: !isValidUTF8(bytes))
    }
  }

  private init(utf16 bytes: ArraySlice<UInt8>, isBigEndian: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    if index < bytes.endIndex { units.append(0xFFFD) }
    var isRepaired = index < bytes.endIndex
    var place = 0
    while place < units.count, !isRepaired {
      if UTF16.isTrailSurrogate(units[place]) {
        isRepaired = true
      } else if UTF16.isLeadSurrogate(units[place]) {
        isRepaired = place + 1 == units.count || !UTF16.isTrailSurrogate(units[place + 1])
        place += 1
      }
      place += 1
    }
    self.init(text: String(decoding: units, as: UTF16.self), isRepaired: isRepaired)
  }
}

/// Whether `bytes` are UTF-8 as Unicode defines it: no overlong form, no surrogate.
func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBytes { raw in
    var index = 0
    let count = raw.count
    while index < count {
      if index + 8 <= count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      let first = raw[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF4: (length, high) = (4, 0x8F)
      case 0xF1...0xF3: length = 4
      default: return false
      }
      guard index + length <= count, raw[index + 1] >= low, raw[index + 1] <= high else {
        return false
      }
      for place in (index + 2)..<max(index + 2, index + length) where raw[place] & 0xC0 != 0x80 {
        return false
      }
      index += length
    }
    return true
  }
}

/// `bytes` with every line end, whatever system wrote it, as `\n`.
func unixLines(_ text: String) -> String {
  guard text.utf8.contains(13) else { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var afterReturn = false
  for byte in text.utf8 {
    if byte == 13 {
      bytes.append(10)
    } else if byte != 10 || !afterReturn {
      bytes.append(byte)
    }
    afterReturn = byte == 13
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// `text` without ASCII white space around it.
func trimmed(_ text: some StringProtocol) -> String {
  var text = String(text)
  let (start, end) = text.withUTF8 { bytes in
    var (start, end) = (0, bytes.count)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return (start, end)
  }
  // Most texts have none, and are given back as they are.
  guard end - start < text.utf8.count else { return text }
  return text.withUTF8 { String(decoding: $0[start..<end], as: UTF8.self) }
}

@inline(__always)
func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
