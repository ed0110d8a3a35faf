internal import DatelineModel

/// One reading of a pile: walks the inputs, has each file read by its format, hands articles over.
final class ArticleReader {
  let options: ReadingOptions
  var tally = ReadingTally()
  private let notify: (ReadingNotice) -> Void
  private let complete: (inout Article) -> Void
  private let each: (Article) throws -> Void
  private let progress: (Int) -> Void
  private var ledger = ArticleLedger()
  private let optionDate: PublicationDate?
  /// What manifests say about files, by path.
  var manifest: [String: ArticleRecord] = [:]
  /// Folders whose manifest has been looked for.
  private var manifestFolders: Set<SystemPath> = []
  /// The first article without a date, for the one warning about all of them.
  private var firstUndated: (path: String, line: Int?)?
  /// Files of the walked folder that are left out.
  private struct Aside {
    var count = 0
    var first: String?

    mutating func add(_ file: InputFile) {
      count += 1
      first = first ?? file.path
    }

    /// "the file is" and "3 files, this one first, are".
    var subject: String { count == 1 ? "the file is" : "\(count) files, this one first, are" }
  }
  /// Of no format that is known.
  private var unknown = Aside()
  /// Pages and graphs that Dateline wrote: an account of reports is no report.
  private var own = Aside()
  /// Behind links out of the folder.
  private var outside = Aside()

  init(
    options: ReadingOptions, notice: @escaping (ReadingNotice) -> Void,
    completing: @escaping (inout Article) -> Void, progress: @escaping (Int) -> Void = { _ in },
    each: @escaping (Article) throws -> Void
  ) {
    self.progress = progress
    self.options = options
    notify = notice
    complete = completing
    self.each = each
    optionDate = options.published.flatMap { PublicationDate(stated: $0, from: .option) }
  }

  func read(_ inputs: [String]) throws {
    if let path = options.manifest { try readManifest(at: SystemPath(path), isAsked: true) }
    for input in inputs { try read(input: input) }
    if let firstUndated {
      notify(
        ReadingNotice(
          .warning, firstUndated.path, line: firstUndated.line,
          tally.undated == 1
            ? "the article states no date of publication, so “yesterday” stays unresolved"
            : "\(tally.undated) articles, this one first, state no date of publication, "
              + "so “yesterday” stays unresolved",
          "give the date in the record, in the file name or with --published"))
    }
  }

  /// Reports something about `file`; an error counts as something that could not be read.
  func report(
    _ severity: ReadingNotice.Severity, _ file: InputFile, line: Int? = nil, _ message: String,
    _ remedy: String
  ) {
    if severity == .error { tally.unreadable += 1 }
    notify(ReadingNotice(severity, file.path, line: line, message, remedy))
  }

  // MARK: Inputs

  private func read(input: String) throws {
    var path = input
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    let file = InputFile(
      path: input, id: path.split(separator: "/").last.map(String.init) ?? path, isNamed: true)
    if input == "-" {
      try read(file: file, from: ByteStream(try! FileSource(path: SystemPath("-"))))
      return
    }
    do {
      let place = SystemPath(path)
      let kind = try PathKind(path: place)
      guard case .folder = kind else {
        if case .file = kind { try readManifest(beside: place) }
        try readFile(at: place, file)
        // Members of an archive.
        tellOwn()
        return
      }
      let before = tally
      var walked = FolderWalk(from: place, kind)
      try walk(place, under: "", depth: 1, &walked)
      tellAside(
        &unknown, "of no kind that articles are read from",
        "name a file itself to have it read as text")
      tellAside(
        &outside, "behind a link that leads out of the folder, and left out",
        "name what the link leads to as an input of its own")
      tellOwn()
      if tally.articles == before.articles, tally.unreadable == before.unreadable {
        report(
          .error, file, "the folder holds no article",
          "name a folder with .jsonl, .txt, .html or other files of articles")
      }
    } catch let fault as ReadingFault {
      report(.error, file, fault.message, fault.remedy)
    }
  }

  /// Tells of what a folder's walk left out, once.
  private func tellAside(_ aside: inout Aside, _ what: String, _ remedy: String) {
    if let first = aside.first {
      report(
        .warning, InputFile(path: first, id: first, isNamed: false), aside.subject + " " + what,
        remedy)
    }
    aside = Aside()
  }

  private func tellOwn() {
    tellAside(
      &own, "Dateline's own work and left out", "write pages to a folder beside the articles")
  }

  /// Leaves out a page or graph that Dateline wrote; named by itself it is an error.
  func leaveOut(own file: InputFile, _ message: String, _ remedy: String) {
    file.isNamed ? report(.error, file, message, remedy) : own.add(file)
  }

  private func walk(
    _ folder: SystemPath, under id: String, depth: Int, _ walked: inout FolderWalk
  ) throws {
    let entries: [SystemPath]
    do { entries = try namesInFolder(folder) } catch {
      report(
        .error, InputFile(path: folder.text, id: id, isNamed: false), error.message, error.remedy)
      return
    }
    let known = Set(entries.map(\.text))
    if manifestFolders.insert(folder).inserted {
      try readManifest(in: folder, names: known, walked)
    }
    for entry in entries {
      let path = folder.appending(entry)
      let name = entry.text
      let file = InputFile(path: path.text, id: id + name, isNamed: false)
      if walked.leadsOut(path) {
        outside.add(file)
        continue
      }
      let kind: PathKind
      do { kind = try PathKind(path: path) } catch {
        report(.error, file, error.message, error.remedy)
        continue
      }
      switch kind {
      case .folder:
        // What a browser saves beside a page belongs to the page.
        if name.hasSuffix("_files"),
          ["html", "htm"].contains(where: {
            known.contains(name.dropLast(6) + "." + $0)
          })
        {
          continue
        }
        // A folder that links lead to again is walked once.
        guard walked.enters(kind) else { continue }
        guard depth < options.limits.folderDepth else {
          report(
            .error, file,
            "more than \(options.limits.folderDepth) folders stand inside one another "
              + "(limit folderDepth)", "name the inner folder as an input")
          continue
        }
        try walk(path, under: id + name + "/", depth: depth + 1, &walked)
      case .file: try readFile(at: path, file)
      case .pipe, .other: continue
      }
    }
  }

  /// Reads the manifest of the folder that a named file lies in, once.
  private func readManifest(beside path: SystemPath) throws {
    let folder =
      path.bytes.lastIndex(of: 0x2F).map { SystemPath(bytes: Array(path.bytes[..<max($0, 1)])) }
      ?? SystemPath(".")
    guard manifestFolders.insert(folder).inserted else { return }
    for name in ArticleReader.manifestNames {
      let beside = folder.bytes == [0x2E] ? SystemPath(name) : folder.appending(SystemPath(name))
      guard beside != path, let kind = try? PathKind(path: beside), case .file = kind else {
        continue
      }
      try readManifest(at: beside, isAsked: false)
    }
  }

  private func readFile(at path: SystemPath, _ file: InputFile) throws {
    var file = file
    file.place = path
    do {
      try read(file: file, from: ByteStream(try FileSource(path: path, counting: progress)))
    } catch let fault as ReadingFault {
      report(.error, file, fault.message, fault.remedy)
    }
  }

  /// Reads one file or member by what its first bytes and its name say it is.
  func read(file: InputFile, from stream: ByteStream) throws {
    do {
      let head = try stream.peek(4096)
      guard !head.isEmpty else {
        report(.error, file, "the file is empty", "leave it out or save it again")
        return
      }
      guard let format = InputFormat(of: file, head: head) else {
        if !file.isNamed {
          if InputFormat.companions.contains(file.nameExtension) { return }
          unknown.add(file)
          return
        }
        report(
          .error, file, "this is of no kind that articles are read from",
          "give JSON Lines, text, HTML, a feed, a table, WARC or mail")
        return
      }
      let before = tally
      switch format {
      case .jsonLines: try readJSONLines(stream, file)
      case .json: try readJSON(stream, file)
      case .text: try readText(stream, file)
      case .html: try readHTML(stream, file)
      case .feed: try readFeed(stream, file)
      case .table: try readTable(stream, file)
      case .warc: try readWARC(stream, file)
      case .gzip: try readGzip(stream, file)
      case .archive: try readArchive(stream, file)
      case .mail: try readMail(stream, file)
      case .mailbox: try readMailbox(stream, file)
      case .pdf: try readPDF(stream, file)
      }
      // Of what lies in a folder or archive that one tells, if it holds nothing else.
      if file.isNamed, tally.articles == before.articles, tally.unreadable == before.unreadable {
        report(.error, file, format.lack.message, format.lack.remedy)
      }
    } catch let fault as ReadingFault {
      report(.error, file, fault.message, fault.remedy)
    }
  }

  /// All of `stream`, or nil after a report that it is over the limit.
  func whole(_ stream: ByteStream, _ file: InputFile) throws(ReadingFault) -> [UInt8]? {
    if let bytes = try stream.rest(limit: options.limits.articleBytes) { return bytes }
    report(
      .error, file,
      "the file is larger than \(sizeText(options.limits.articleBytes)) "
        + "(limit articleBytes)", "split it, or give its articles as JSON Lines")
    return nil
  }

  // MARK: Articles

  /// Settles what `record` leaves open and hands the article over.
  ///
  /// `idFromFile` is for formats with one article a file.
  func deliver(
    _ stated: ArticleRecord, of file: InputFile, line: Int? = nil, idFromFile: Bool = false
  ) throws {
    var record = stated
    record.source = tidy(record.source)
    record.title = tidy(record.title)
    record.url = tidy(record.url)
    // White space and control characters are nothing to read.
    guard record.text.utf8.contains(where: { $0 > 0x20 && $0 != 0x7F }) else {
      report(
        .error, file, line: line, "the article has no text",
        "give it a text or leave it out")
      return
    }
    var published: PublicationDate?
    if let text = tidy(record.published) {
      published = PublicationDate(stated: text, from: record.publishedFrom)
      if published == nil {
        report(
          .warning, file, line: line,
          "“\(text.prefix(60))” is no date of publication that can be told for sure",
          "write it as 2019-08-01 or 2019-08-01T10:22:33+06:00")
      }
    }
    published = published ?? optionDate
    let source = record.source ?? tidy(options.source)
    let language =
      LanguageTag(record.language ?? "")?.text ?? LanguageTag(options.language ?? "")?.text
      ?? LanguageFinder.language(of: record.text) ?? "en"

    var id = tidy(record.id)
    // What comes through standard input has no name.
    if id == nil, idFromFile, file.path != "-" { id = file.id }
    let facts = ArticleLedger.Facts(
      text: record.text, source: source, title: record.title, url: record.url, date: published)
    let place = ArticleLedger.Place(path: file.path, line: line)
    let marked: ArticleLedger.Marks
    do {
      marked = try ledger.enter(
        id: id
          ?? ArticleReader.hashedID(
            source: source, published: published?.text, title: record.title, text: record.text),
        namesStory: record.idNamesStory, marksRepeats: options.marksRepeats, facts, at: place)
    } catch {
      let first = error.first
      report(
        .error, file, line: line,
        "the id “\(error.id.prefix(200))” stands for another text at "
          + "\(first.path)\(first.line.map { ":\($0)" } ?? "")",
        "give each article an id of its own")
      return
    }
    tally.articles += 1
    if marked.duplicateOf != nil { tally.duplicates += 1 }
    if marked.versionOf != nil { tally.versions += 1 }
    var article = Article(
      id: marked.id, source: source, published: published,
      publishedGuess: published == nil ? record.publishedGuess : nil, title: record.title,
      text: record.text, captions: record.captions, url: record.url, language: language,
      page: record.page, duplicateOf: marked.duplicateOf, versionOf: marked.versionOf)
    complete(&article)
    if article.published == nil {
      tally.undated += 1
      if firstUndated == nil { firstUndated = (file.path, line) }
    }
    try each(article)
  }

  /// The id of a record that gives none; see `readArticles`.
  static func hashedID(
    source: String?, published: String?, title: String?, text: String
  ) -> String {
    var bytes: [UInt8] = []
    for part in [source, published, title] {
      bytes += (part ?? "").utf8
      bytes.append(0)
    }
    var hash = SHA256()
    hash.update(bytes)
    hash.update(text.utf8)
    return String(hash.digest().hexadecimal.prefix(16))
  }

  /// A field that is one line: no space around it, no NUL in it, nil where nothing is left.
  private func tidy(_ field: String?) -> String? {
    guard let field else { return nil }
    var text = trimmed(field)
    if text.utf8.contains(0) {
      text = String(decoding: text.utf8.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
    }
    return text.isEmpty ? nil : text
  }
}
