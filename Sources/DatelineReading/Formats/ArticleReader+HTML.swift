internal import DatelineModel

extension ArticleReader {
  /// A saved page: its main text, and what it states about itself.
  func readHTML(_ stream: ByteStream, _ file: InputFile) throws {
    guard let bytes = try whole(stream, file) else { return }
    try readPage(bytes, file)
  }

  /// Reads a page that `record` already tells something about: its link, its day.
  func readPage(
    _ bytes: [UInt8], _ file: InputFile, line: Int? = nil, encoding: String? = nil,
    record stated: ArticleRecord = ArticleRecord(), idFromFile: Bool = true
  ) throws {
    try options.limits.check(markup: bytes)
    let page = PageBytes(bytes, transport: encoding)
    if page.isRepaired {
      report(
        .warning, file, line: line,
        "some bytes are not of the page's encoding, and stand as U+FFFD in the article",
        "save the page again")
    }
    guard let tree = PageTree(utf8: page.utf8, elementDepth: options.limits.elementDepth) else {
      throw ReadingFault("the page cannot be parsed", "save it again")
    }
    if tree.isCut {
      report(
        .warning, file, line: line,
        "more than \(options.limits.elementDepth) elements stand inside one another "
          + "(limit elementDepth), and the inner ones, or what follows them, were passed over",
        "save the page again")
    }
    let facts = PageFacts(tree, url: stated.url)
    if facts.isOwn {
      leaveOut(
        own: file, "this page was made by Dateline and is no report",
        "give the articles that it was made from")
      return
    }
    let main = PageText(tree, title: facts.title)
    var record = stated
    record.title = stated.title ?? facts.title
    record.source = stated.source ?? facts.source
    record.url = stated.url ?? facts.url
    record.language = stated.language ?? facts.language
    record.text = main.text
    record.captions = main.captions
    var statement = PageStatement(
      author: facts.author, modified: facts.modified, origins: facts.origins)
    if record.published == nil {
      var date = facts.published
      if date == nil, let near = facts.date(near: main, in: tree) {
        date = near.date
        statement.origins.append(FieldOrigin(.published, near.place))
      }
      if let date {
        record.published = date.text
        record.publishedFrom = date.from
      }
    }
    // What the record states by itself was not found on the page.
    statement.origins.removeAll { origin in
      switch origin.field {
      case .title: stated.title != nil
      case .source: stated.source != nil
      case .language: stated.language != nil
      case .published: stated.published != nil
      case .author, .modified: false
      }
    }
    record.page = statement
    if idFromFile { fillFromName(of: file, &record) }
    if record.published == nil { record.publishedGuess = facts.guess(near: main, in: tree) }
    try deliver(record, of: file, line: line, idFromFile: idFromFile)
  }
}
