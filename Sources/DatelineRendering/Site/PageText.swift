/// Text from articles on its way into a page, which escapes it.
enum PageText {
  /// The text without controls, on one line; controls that turn the direction of text are left
  /// out, since a page isolates every name and quote.
  ///
  /// ```swift
  /// PageText.clean("A\u{1}B\nC\u{202E}")  // "A B C"
  /// ```
  static func clean(_ text: String) -> String {
    isClean(text) ? text : PictureText.clean(text, limit: .max)
  }

  /// Whether a text is certain to stay as it is: most are, and a page has several for each mention.
  private static func isClean(_ text: String) -> Bool {
    // The two bytes before; a space at the start, so that none may follow.
    var (first, second): (UInt8, UInt8) = (0, 0x20)
    for byte in text.utf8 {
      switch byte {
      case 0x20: if second == 0x20 { return false }
      case 0x21...0x7E: break
      // Controls and odd blanks, marks of direction, and what is no character, may be among these.
      case 0...0x7F, 0xC2, 0xD8, 0xEF...: return false
      default:
        if first == 0xE2, second == 0x80,
          (0x8E...0x8F).contains(byte) || (0xA8...0xAE).contains(byte)
        {
          return false
        }
        if first == 0xE2, second == 0x81, (0xA6...0xA9).contains(byte) { return false }
      }
      (first, second) = (second, byte)
    }
    return second != 0x20 || text.isEmpty
  }

  /// At most `limit` scalars of a sentence, chosen so that `clause` is among them, cut at words.
  ///
  /// ```swift
  /// PageText.quote("One two three four five", around: "three", limit: 14)  // "… two three …"
  /// ```
  static func quote(_ sentence: String, around clause: String, limit: Int) -> String {
    let whole = clean(sentence)
    if whole.utf8.count <= limit, !whole.isEmpty { return whole }
    let part = clean(clause)
    let scalars = Array(whole.unicodeScalars)
    if scalars.count <= limit, !whole.isEmpty { return whole }
    let needle = Array(part.unicodeScalars)
    guard let found = position(of: needle, in: scalars) else { return cut(part, limit: limit) }
    if needle.count + 4 > limit { return cut(part, limit: limit) }
    // Signs of omission take two scalars at either end.
    let room = max(0, limit - needle.count - 4)
    var start = max(0, found - room / 2)
    var end = min(scalars.count, start + needle.count + room)
    start = max(0, min(start, end - needle.count - room))
    if start > 0 { while start < found, scalars[start - 1] != " " { start += 1 } }
    let last = found + needle.count
    if end < scalars.count { while end > last, scalars[end] != " " { end -= 1 } }
    var text = String(String.UnicodeScalarView(scalars[start..<end]))
    while text.last == " " { text.removeLast() }
    return (start > 0 ? "… " : "") + text + (end < scalars.count ? " …" : "")
  }

  /// At most `limit` scalars, cut after a word where there is one, with an ellipsis.
  static func cut(_ text: String, limit: Int) -> String {
    let scalars = Array(clean(text).unicodeScalars)
    guard scalars.count > limit else { return String(String.UnicodeScalarView(scalars)) }
    var end = max(1, limit - 1)
    let hard = end
    while end > 0, scalars[end] != " " { end -= 1 }
    if end * 2 < hard { end = hard }
    while end > 0, ",;:–—- ".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    return String(String.UnicodeScalarView(scalars[..<end])) + "…"
  }

  private static func position(of needle: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> Int? {
    guard !needle.isEmpty, needle.count <= scalars.count else { return nil }
    return (0...(scalars.count - needle.count)).first {
      scalars[$0] == needle[0] && scalars[$0...].starts(with: needle)
    }
  }

  /// The link where a page may follow it (`http`, `https` or `mailto`), with what no URL may hold
  /// percent-encoded.
  static func link(_ url: String?) -> String? {
    guard let url else { return nil }
    let scheme = url.prefix { $0 != ":" }.lowercased()
    guard ["http", "https", "mailto"].contains(scheme) else { return nil }
    var encoded = ""
    for scalar in url.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": return nil
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": return nil
      case " ": encoded += "%20"
      case "\"": encoded += "%22"
      case "'": encoded += "%27"
      case "<": encoded += "%3C"
      case ">": encoded += "%3E"
      case "\\": encoded += "%5C"
      case "^": encoded += "%5E"
      case "`": encoded += "%60"
      case "{": encoded += "%7B"
      case "|": encoded += "%7C"
      case "}": encoded += "%7D"
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }
}
