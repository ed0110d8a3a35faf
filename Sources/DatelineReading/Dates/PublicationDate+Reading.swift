internal import DatelineModel
internal import EDTF

extension PublicationDate {
  /// Reads a date in any spelling that records use, and keeps it as EDTF or RFC 3339.
  ///
  /// What is EDTF or RFC 3339 already stays as it is written. Nil where no one day, month or year
  /// is meant.
  init?(stated text: String, from origin: Origin) {
    let text = trimmed(text)
    if let zoned = PublicationDate.withProperOffset(text),
      let date = PublicationDate(zoned, from: origin)
    {
      self = date
      return
    }
    let written: WrittenDate?
    if let number = Double(text), !text.utf8.contains(UInt8(ascii: "x")),
      text.utf8.count >= 9, text.utf8.count != 14
    {
      written = WrittenDate(epoch: number)
    } else {
      written = WrittenDate(text)
    }
    guard let written, let date = PublicationDate(written.text, from: origin) else { return nil }
    self = date
  }

  /// A time that RFC 3339 would write with `T` and a colon in the offset, so written.
  private static func withProperOffset(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    guard bytes.count > 11, bytes[4] == UInt8(ascii: "-"), bytes[10] | 0x20 == 0x74 else {
      return text
    }
    bytes[10] = UInt8(ascii: "T")
    if bytes.last == UInt8(ascii: "z") { bytes[bytes.count - 1] = UInt8(ascii: "Z") }
    let count = bytes.count
    if count >= 21, bytes[count - 5] == 0x2B || bytes[count - 5] == 0x2D,
      bytes[(count - 4)...].allSatisfy({ (48...57).contains($0) })
    {
      bytes.insert(UInt8(ascii: ":"), at: count - 2)
    } else if count >= 19, bytes[count - 3] == 0x2B || bytes[count - 3] == 0x2D,
      bytes[(count - 2)...].allSatisfy({ (48...57).contains($0) })
    {
      bytes += Array(":00".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
