internal import DatelineModel

extension ArticleReader {
  /// A table with a header, one article a record.
  func readTable(_ bytes: ByteStream, _ file: InputFile) throws {
    let stream = try TableRecords.withLineFeeds(bytes)
    let separator =
      file.nameExtension == "tsv" ? 9 : TableRecords.separator(of: try stream.peek(16 << 10))
    var records = TableRecords(stream, separator: separator, limit: options.limits.lineBytes)
    guard case .fields(let names, _, _)? = try records.next() else {
      throw ReadingFault("the table has no header", "name the columns in the first line")
    }
    let header = TableHeader(names, fields: options.fields)
    guard header.columns[.text] != nil else {
      if header.columns[.file] != nil {
        // A manifest describes the files beside it and holds no article itself.
        if file.isNamed {
          throw ReadingFault(
            "the table names files and holds no texts",
            "name the folder that it stands in, or give it with --manifest")
        }
        return
      }
      throw ReadingFault(
        "no column of the table is a text (it has \(names.prefix(12).joined(separator: ", ")))",
        "name the one that is, as with --map text=body")
    }
    while let record = try records.next() {
      switch record {
      case .fault(let line, let message):
        report(.error, file, line: line, message, "mend the record or take it out")
      case .fields(let fields, let line, let isRepaired):
        if isRepaired {
          report(
            .warning, file, line: line,
            "some bytes are not UTF-8, and stand as U+FFFD in the article", "save the file as UTF-8"
          )
        }
        if fields.count > names.count {
          report(
            .warning, file, line: line,
            "the record has \(fields.count) fields, and the header \(names.count)",
            "put fields with separators into quotes")
        }
        var article = header.facts(fields)
        article.text = header.value(.text, fields) ?? ""
        try deliver(article, of: file, line: line)
      }
    }
  }

  static let manifestNames = ["articles.csv", "articles.tsv"]

  /// Reads `articles.csv` or `articles.tsv` of a folder, if it names files, for the files there.
  func readManifest(in folder: SystemPath, names: Set<String>, _ walk: FolderWalk) throws {
    for name in ArticleReader.manifestNames where names.contains(name) {
      let path = folder.appending(SystemPath(name))
      if !walk.leadsOut(path) { try readManifest(at: path, isAsked: false) }
    }
  }

  /// Reads a manifest: what it says about a file counts where the file says nothing.
  func readManifest(at path: SystemPath, isAsked: Bool) throws {
    let file = InputFile(path: path.text, id: path.text, isNamed: true)
    do {
      // Who names a manifest may also give the pipe of a command; what lies in a folder may be
      // anything, and would be waited for.
      switch file.path == "-" ? .pipe : try PathKind(path: path) {
      case .file: break
      case .pipe where isAsked: break
      default: throw ReadingFault("the manifest is no file", "give it as a CSV or TSV file")
      }
      try readManifest(from: try FileSource(path: path), file, isAsked: isAsked)
    } catch let fault as ReadingFault {
      report(.error, file, fault.message, fault.remedy)
    }
  }

  /// `isPacked` where it stands in an archive, whose other members are still to come.
  func readManifest(
    from source: any ByteSource, _ file: InputFile, isAsked: Bool, isPacked: Bool = false
  ) throws {
    let bounded = BoundedSource(
      source, limit: options.limits.manifestBytes,
      fault: ReadingFault(
        "the manifest is larger than \(sizeText(options.limits.manifestBytes)) "
          + "(limit manifestBytes), and what follows is passed over",
        "split it, with the files that it is about"))
    try readManifest(ByteStream(bounded), file, isAsked: isAsked, isPacked: isPacked)
  }

  func readManifest(
    _ bytes: ByteStream, _ file: InputFile, isAsked: Bool, isPacked: Bool = false
  ) throws {
    let stream = try TableRecords.withLineFeeds(bytes)
    let separator =
      file.nameExtension == "tsv" ? 9 : TableRecords.separator(of: try stream.peek(16 << 10))
    var records = TableRecords(stream, separator: separator, limit: options.limits.lineBytes)
    guard case .fields(let names, _, _)? = try records.next() else { return }
    let header = TableHeader(names, fields: options.fields)
    guard header.columns[.file] != nil, isAsked || header.columns[.text] == nil else {
      if isAsked {
        throw ReadingFault("the manifest has no column “file”", "give it one, with paths in it")
      }
      return
    }
    var named: Set<String> = []
    let folder = file.path.lastIndex(of: "/").map { String(file.path[...$0]) } ?? ""
    while let record = try records.next() {
      switch record {
      case .fault(let line, let message):
        report(.error, file, line: line, message, "mend the record or take it out")
      case .fields(let fields, let line, _):
        guard let name = header.value(.file, fields) else {
          report(.warning, file, line: line, "the record names no file", "name one")
          continue
        }
        let target = name.hasPrefix("/") ? name : folder + name
        let path = ArticleReader.plainPath(target)
        guard named.insert(path).inserted else {
          report(
            .warning, file, line: line,
            "the file “\(name.prefix(200))” has a record above, which counts",
            "take one of them out")
          continue
        }
        manifest[path] = header.facts(fields)
        if !isPacked, (try? PathKind(path: SystemPath(target))) == nil {
          report(
            .warning, file, line: line, "there is no file “\(name.prefix(200))”",
            "check the path, which counts from the manifest's folder")
        }
      }
    }
  }

  /// A path without `./` and doubled slashes, so that two spellings of one path are the same.
  static func plainPath(_ path: String) -> String {
    (path.hasPrefix("/") ? "/" : "")
      + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// Fills what a file leaves open from its record in a manifest.
  func fillFromManifest(of file: InputFile, _ record: inout ArticleRecord) {
    guard !manifest.isEmpty, let row = manifest[ArticleReader.plainPath(file.path)] else { return }
    record.id = record.id ?? row.id
    record.source = record.source ?? row.source
    record.title = record.title ?? row.title
    record.url = record.url ?? row.url
    record.language = record.language ?? row.language
    if record.published == nil, let published = row.published {
      record.published = published
      record.publishedFrom = .record
    }
  }
}
