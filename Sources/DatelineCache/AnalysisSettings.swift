public import DatelineModel

/// How articles are analysed: all that the finding depends on besides article and program.
public struct AnalysisSettings: Hashable, Sendable {
  public var layers: AnnotatedArticle.Layers
  public var genre: Genre
  public var entities: EntityMethod
  /// What tells a language pack of the user's from any other; empty for those that ship.
  public var pack: [UInt8]

  public init(
    layers: AnnotatedArticle.Layers = .all, genre: Genre = .auto, entities: EntityMethod = .model,
    pack: [UInt8] = []
  ) {
    self.layers = layers
    self.genre = genre
    self.entities = entities
    self.pack = pack
  }
}

/// The hash of all that a finding depends on: an article's title, text, publication date and
/// language, and how it was analysed. Articles with the same key have the same annotations.
///
/// ```swift
/// let report = Article(id: "a", source: "Bugle", text: "Talks opened.")
/// let copy = Article(id: "b", source: "Herald", text: "Talks opened.")
/// AnalysisKey(of: report, analysedAs: AnalysisSettings())
///   == AnalysisKey(of: copy, analysedAs: AnalysisSettings())  // true
/// ```
public struct AnalysisKey: Hashable, Sendable {
  /// 32 bytes.
  let bytes: [UInt8]

  public init(of article: Article, analysedAs settings: AnalysisSettings) {
    var all: [UInt8] = []
    func part(_ bytes: some Collection<UInt8>) {
      withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { all += $0 }
      all += bytes
    }
    part([UInt8(settings.layers.rawValue)])
    part(settings.genre.rawValue.utf8)
    part(settings.entities.rawValue.utf8)
    part(settings.pack)
    part(article.language.utf8)
    part((article.published?.text ?? "").utf8)
    // A title that is empty is another than none.
    part([article.title == nil ? 0 : 1])
    part((article.title ?? "").utf8)
    part(article.text.utf8)
    bytes = SHA256.digest(of: all).bytes
  }
}
