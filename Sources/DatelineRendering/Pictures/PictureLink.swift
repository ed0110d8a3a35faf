/// Where the parts of a picture lead: the page that holds the actors and events.
///
/// ```swift
/// PictureLink(page: "index.html").actor("russia")  // "index.html#actor-russia"
/// ```
public struct PictureLink: Hashable, Sendable {
  /// A relative or absolute URL of the page; empty for the page that the picture stands in, nil
  /// for a picture without links.
  public var page: String?
  /// What stands before an event's id in its fragment.
  public var eventPrefix: String

  public init(page: String? = "index.html", eventPrefix: String = "event-") {
    self.page = page
    self.eventPrefix = eventPrefix
  }

  public func actor(_ id: String) -> String? {
    page.map { $0 + "#actor-" + PictureLink.encoded(id) }
  }

  public func event(_ id: String) -> String? {
    page.map { $0 + "#" + eventPrefix + PictureLink.encoded(id) }
  }

  /// The URL itself where it is `http`, `https`, `mailto`, relative or a fragment; else nil.
  static func safe(_ url: String) -> String? {
    for scalar in url.unicodeScalars
    where scalar.value <= 0x20 || scalar.value == 0x7F
      || "\"'<>\\`{}|^".unicodeScalars.contains(scalar)
    { return nil }
    let head = url.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else { return url }
    return ["http", "https", "mailto"].contains(head[..<colon].lowercased()) ? url : nil
  }

  /// An id as a fragment: all but letters, digits, `-`, `.` and `_` as `%XX`.
  static func encoded(_ id: String) -> String { encoded(id, escape: "%") }

  /// An id as a part of an XML id, different for different ids.
  static func name(_ id: String) -> String { encoded(id, escape: "_") }

  private static func encoded(_ id: String, escape: Character) -> String {
    let hex = Array("0123456789ABCDEF")
    var result = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "."), UInt8(ascii: "_"):
        if escape == "%" { result.unicodeScalars.append(Unicode.Scalar(byte)) } else { fallthrough }
      default:
        result.append(escape)
        result.append(hex[Int(byte >> 4)])
        result.append(hex[Int(byte & 15)])
      }
    }
    return result
  }
}
