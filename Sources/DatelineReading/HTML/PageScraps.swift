/// Short lines that pages of all outlets set into their articles and that belong to none.
enum PageScraps {
  /// Whether `line` is one of them: it is such a phrase, or is short and begins with one.
  static func contains(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 160 else { return false }
    let text = String(decoding: line, as: UTF8.self).lowercased()
    if whole.contains(text) { return true }
    return starts.contains { text.hasPrefix($0) }
  }

  private static let whole: Set<String> = [
    "advertisement", "anzeige", "werbung", "publicité", "publicidad", "pubblicità", "реклама",
    "share", "teilen", "partager", "compartir", "drucken", "print", "email", "comments",
    "kommentare",
    "continue reading the main story", "story continues below advertisement",
    "article continues after advertisement", "read more", "mehr zum thema", "weiterlesen", "video",
    "loading...", "loading", "loading comments...", "loading comments", "image", "getty images",
    "reuters", "ap", "afp", "dpa",
  ]

  private static let starts = [
    "read more:", "read also:", "also read:", "see also:", "related:", "more:", "more on this",
    "sign up", "subscribe", "click here", "follow us", "share this", "watch:", "lesen sie auch",
    "lesen sie hier", "mehr zum thema", "lire aussi", "à lire aussi", "lea también", "leia também",
    "leggi anche", "читайте также", "czytaj też", "czytaj także", "advertisement", "photo:",
    "foto:", "fotos:", "image:", "picture:", "media caption", "image caption", "copyright ©", "© ",
    "all rights reserved", "story continues below", "please enable javascript",
    "this article was originally published",
  ]
}
