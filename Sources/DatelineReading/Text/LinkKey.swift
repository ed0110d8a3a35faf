/// What stays of a link when everything is taken off that leads to the same article.
///
/// Scheme, `www.`, `m.`, `mobile.`, `amp.`, fragment, tracking parameters, `/amp`, `print` and a
/// last slash go.
///
/// ```swift
/// LinkKey("https://m.example.org/a/1/?utm_source=x#top")?.text  // "example.org/a/1"
/// ```
struct LinkKey: Hashable {
  let text: String

  /// Nil where the link names a site and no article of it.
  init?(_ link: String) {
    var rest = trimmed(link)[...]
    if let end = rest.range(ofScheme: "://") { rest = rest[end...] }
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    var query: [Substring] = []
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...].split(separator: "&").filter { part in
        let name = part.prefix { $0 != "=" }.lowercased()
        return !name.hasPrefix("utm_") && !LinkKey.tracking.contains(name)
      }
      rest = rest[..<mark]
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    var host = rest[..<slash].lowercased()
    for prefix in ["www.", "m.", "mobile.", "amp."] where host.hasPrefix(prefix) {
      host.removeFirst(prefix.count)
      break
    }
    var path = rest[slash...]
    for suffix in ["/", "/amp", "/print"] where path.hasSuffix(suffix) {
      path.removeLast(suffix.count)
    }
    while path.hasSuffix("/") { path.removeLast() }
    guard !host.isEmpty, !path.isEmpty || !query.isEmpty else { return nil }
    text = host + path + (query.isEmpty ? "" : "?" + query.sorted().joined(separator: "&"))
  }

  private static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "mc_cid", "mc_eid", "igshid", "cmpid", "cmp", "ref", "referrer",
    "print", "amp", "output", "outputtype", "share", "sr_share", "ns_campaign", "ns_mchannel",
    "ns_source", "at_medium", "at_campaign", "_ga", "spm", "smid", "rss",
  ]
}

extension Substring {
  /// Where the text behind `scheme` begins, if it stands near the head.
  fileprivate func range(ofScheme mark: String) -> Index? {
    var index = startIndex
    while index < endIndex, self[index] != "/" {
      if self[index...].hasPrefix(mark) { return self.index(index, offsetBy: mark.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
