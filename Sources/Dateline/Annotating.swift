internal import DatelineExtraction
public import DatelineModel

/// Annotates an article with the pack of its language, or says why it was not analysed.
///
/// ```swift
/// annotate(Article(id: "a", text: "Talks opened on 1 August 2019.")).timexes.count
/// ```
public func annotate(
  _ article: Article, layers: AnnotatedArticle.Layers = .all, genre: Genre = .auto,
  entities: EntityMethod = .model, packs: LanguagePacks = .builtIn
) -> AnnotatedArticle {
  guard let pack = packs[article.language] else {
    return AnnotatedArticle(
      article: article, notAnalysed: "no language pack for “\(article.language)”")
  }
  return AnnotatedArticle(article, using: pack, layers: layers, genre: genre, entities: entities)
}

/// Whether there is a language pack for a language, by which its articles are analysed.
///
/// ```swift
/// isAnalysed("en")  // true
/// ```
public func isAnalysed(_ language: String, packs: LanguagePacks = .builtIn) -> Bool {
  packs[language] != nil
}

/// The day on which an article without a date was published, as its text suggests; nil where its
/// language has no pack or its text no date.
///
/// ```swift
/// publicationGuess(of: article)?.date.description  // "2019-08-01"
/// ```
public func publicationGuess(of article: Article) -> PublicationGuess? {
  LanguagePack.builtIn(article.language).flatMap { PublicationGuess(of: article, using: $0) }
}
