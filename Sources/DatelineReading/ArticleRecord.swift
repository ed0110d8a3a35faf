internal import DatelineModel

/// One article as its input states it, before options, dates and ids are settled.
struct ArticleRecord {
  var id: String?
  var source: String?
  /// In whatever spelling it stands.
  var published: String?
  var publishedFrom = PublicationDate.Origin.record
  var publishedGuess: PublicationGuess?
  var title: String?
  var text = ""
  var captions: [String] = []
  var url: String?
  var language: String?
  var page: PageStatement?
  /// Whether `id` names a story whose text may change, as a feed's `guid` does, and not a text.
  var idNamesStory = false
}
