import DatelineModel

/// What an article's analysis depends on besides its settings: title, text, publication date and
/// language. Articles with the same have the same annotations.
///
/// Most articles of a pile differ in length already, so that hardly a text is compared.
struct AnalysedText: Hashable {
  let article: Article

  static func == (a: AnalysedText, b: AnalysedText) -> Bool {
    a.article.language == b.article.language
      && a.article.published?.text == b.article.published?.text
      && (a.article.title == nil) == (b.article.title == nil)
      && (a.article.title ?? "").utf8.elementsEqual((b.article.title ?? "").utf8)
      && a.article.text.utf8.elementsEqual(b.article.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(article.text.utf8.count)
    hasher.combine(article.title?.utf8.count)
    var start: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &start) { $0.copyBytes(from: article.text.utf8.prefix(16)) }
    hasher.combine(start.0)
    hasher.combine(start.1)
  }
}
