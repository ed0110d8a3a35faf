internal import DatelineModel

extension ArticleReader {
  /// A text or Markdown file: one article, described by its front matter or its name.
  func readText(_ stream: ByteStream, _ file: InputFile) throws {
    guard let bytes = try whole(stream, file) else { return }
    guard InputFormat.looksLikeText(Array(bytes.prefix(1 << 16))) else {
      throw ReadingFault(
        "the file holds control characters and is no text", "save it as UTF-8 text")
    }
    let decoded = DecodedText(bytes)
    if decoded.isRepaired {
      report(
        .warning, file, "some bytes are not UTF-8, and stand as U+FFFD in the article",
        "save the file as UTF-8")
    }
    let text = unixLines(decoded.text)
    var record = ArticleRecord()
    record.text = text
    if let front = FrontMatter(text, fields: options.fields) {
      for line in front.unreadableLines {
        report(
          .warning, file, line: line, "this line of the front matter is not “name: value”",
          "write it so, or take it out")
      }
      record.id = front.id
      record.source = front.source
      record.published = front.published
      record.title = front.title
      record.url = front.url
      record.language = front.language
      record.text = String(decoding: Array(text.utf8.dropFirst(front.end)), as: UTF8.self)
    }
    if FrontMatter.isUnended(text) {
      report(
        .warning, file, line: 1, "the front matter has no end, and all is read as text",
        "close it with a line of ---")
    }
    fillFromName(of: file, &record)
    try deliver(record, of: file, idFromFile: true)
  }

  /// Takes from a manifest, then from the file's name, what nothing in the file states.
  func fillFromName(of file: InputFile, _ record: inout ArticleRecord) {
    fillFromManifest(of: file, &record)
    guard record.source == nil || record.published == nil, let facts = FileNameFacts(file.name)
    else { return }
    if record.source == nil { record.source = facts.source }
    if record.published == nil {
      record.published = facts.published
      record.publishedFrom = .filename
    }
  }
}
