public import DatelineCache
internal import DatelineExtraction
public import DatelineModel
internal import DatelineReading

/// The most bytes of one article's text that are analysed; a novel has as many.
public let analysedBytesLimit = 512 << 10
/// The most bytes of a title that are analysed.
public let analysedTitleBytesLimit = 4 << 10

/// Annotates an article with the pack of its language, or says why it was not analysed.
///
/// Of a text or title that is longer than ``analysedBytesLimit`` and ``analysedTitleBytesLimit``
/// only the beginning is analysed, and of a page with its readers' comments only what stands before
/// them.
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
  var analysed = article
  analysed.text = beginning(of: report(in: article.text), bytes: analysedBytesLimit)
  analysed.title = article.title.map { beginning(of: $0, bytes: analysedTitleBytesLimit) }
  var annotated = AnnotatedArticle(
    analysed, using: pack, layers: layers, genre: genre, entities: entities)
  annotated.article = article
  return annotated
}

/// Annotates articles, and takes from `cache` what an earlier run found in them. What has the same
/// title, text and date as another is analysed once.
///
/// ```swift
/// annotate([article], cache: try AnnotationCache(folder: "cache"))
/// ```
public func annotate(
  _ articles: [Article], layers: AnnotatedArticle.Layers = .all, genre: Genre = .auto,
  entities: EntityMethod = .model, packs: LanguagePacks = .builtIn, cache: AnnotationCache?
) -> [AnnotatedArticle] {
  let settings = AnalysisSettings(
    layers: layers, genre: genre, entities: entities, pack: packs.digest)
  var new: [(AnalysisKey, AnnotatedArticle)] = []
  var seen: [AnalysedText: Int] = [:]
  seen.reserveCapacity(articles.count)
  var all: [AnnotatedArticle] = []
  all.reserveCapacity(articles.count)
  for article in articles {
    if let same = seen.updateValue(all.count, forKey: AnalysedText(article: article)) {
      // The report of an agency, say, that several outlets print.
      var copy = all[same]
      copy.article = article
      all.append(copy)
      continue
    }
    let key = cache.map { _ in AnalysisKey(of: article, analysedAs: settings) }
    if let key, let known = cache?.annotations(of: article, under: key) {
      all.append(known)
      continue
    }
    let found = annotate(article, layers: layers, genre: genre, entities: entities, packs: packs)
    if let key { new.append((key, found)) }
    all.append(found)
  }
  cache?.store(new)
  return all
}

/// Whether more stands in an article than is analysed.
///
/// ```swift
/// exceedsAnalysis(Article(id: "a", text: String(repeating: "word ", count: 300_000)))  // true
/// ```
public func exceedsAnalysis(_ article: Article) -> Bool {
  article.text.utf8.count > analysedBytesLimit
    && report(in: article.text).utf8.count > analysedBytesLimit
    || article.title?.utf8.count ?? 0 > analysedTitleBytesLimit
}

/// Whether readers' comments stand below an article, which are not analysed.
///
/// ```swift
/// hasReaderComments(Article(id: "a", text: "Talks opened on 1 August 2019."))  // false
/// ```
public func hasReaderComments(_ article: Article) -> Bool {
  ReaderComments(in: article.text) != nil
}

/// The text without the readers' comments below it.
private func report(in text: String) -> String {
  guard let comments = ReaderComments(in: text) else { return text }
  return String(decoding: text.utf8.prefix(comments.start), as: UTF8.self)
}

/// No more than `bytes` bytes, up to a line end or blank where there is one, never half a scalar.
private func beginning(of text: String, bytes: Int) -> String {
  let all = text.utf8
  guard all.count > bytes else { return text }
  var end = all.index(all.startIndex, offsetBy: bytes)
  let latest = all.index(end, offsetBy: -min(bytes, 2048))
  var cut = end
  while cut > latest, all[cut] != 10, all[cut] != 32 { cut = all.index(before: cut) }
  if cut > latest { end = cut }
  while all[end] & 0xC0 == 0x80 { end = all.index(before: end) }
  return String(text[..<end])
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
  guard let pack = LanguagePack.builtIn(article.language) else { return nil }
  var start = article
  // Who dates a report does so at its head or its foot, and what is longer is no report.
  start.text = beginning(of: article.text, bytes: 64 << 10)
  return PublicationGuess(of: start, using: pack)
}
