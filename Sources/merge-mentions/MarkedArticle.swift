import DatelineExtraction
import DatelineModel

/// An article whose event mentions are marked, as a corpus has them.
struct MarkedArticle: Decodable {
  struct Mark: Decodable {
    let id: String
    /// Unicode scalars of the text, end exclusive.
    let start: Int
    let end: Int
  }
  let id: String
  let text: String
  let mentions: [Mark]

  /// What Dateline finds in the text, with an event for each mark in place of its own ones.
  ///
  /// Where Dateline has found an event at a mark, its date, actors, place and figures stay.
  func annotated(using pack: LanguagePack) -> AnnotatedArticle {
    var article = AnnotatedArticle(Article(id: id, text: text, language: "en"), using: pack)
    let scalars = Array(text.unicodeScalars)
    var bytes = [0]
    for scalar in scalars { bytes.append(bytes.last! + Unicode.UTF8.width(scalar)) }
    article.events = mentions.map { mark in
      let span = TextSpan(bytes[mark.start], bytes[mark.end])
      let words = String(text[span])
      var event =
        article.events.first { $0.trigger.overlaps(span) }
        ?? EventMention(span: span, sentence: 0, trigger: span, lemma: "", type: .other)
      event.span = span
      event.trigger = span
      event.lemma = pack.lemma(ofTrigger: words)
      event.sentence = article.sentences.lastIndex { $0.span.start <= span.start } ?? 0
      return event
    }
    return article
  }
}
