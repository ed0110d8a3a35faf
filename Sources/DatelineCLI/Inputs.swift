import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a command is given to work on, read article by article.
final class Inputs {
  let arguments: Arguments
  let messages: Messages
  /// What could not be read.
  private var unreadable = 0
  private var undated: (count: Int, first: String)?
  /// How many articles of each language were not analysed.
  private var unknown: [String: Int] = [:]

  init(_ arguments: Arguments) {
    self.arguments = arguments
    messages = Messages(isQuiet: arguments.has("quiet"))
  }

  /// How many articles are analysed at a time.
  var jobs: Int { arguments.number("jobs") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  var genre: Genre { arguments.text("genre").flatMap(Genre.init) ?? .auto }

  /// Calls `each` with every article, in the order of the inputs.
  func read(
    _ paths: [String], each: (Article) throws(Failure) -> Void
  ) throws(Failure) {
    var count = 0
    for path in paths {
      var number = 0
      for line in try bytes(of: path).split(separator: 10, omittingEmptySubsequences: false) {
        number += 1
        if line.isEmpty { continue }
        let article: Article
        do throws(JSONError) {
          article = try self.article(Array(line))
        } catch {
          messages.warn("\(path):\(number): \(error.message); mend the line, it is skipped")
          unreadable += 1
          continue
        }
        count += 1
        note(article)
        try each(article)
      }
    }
    if count == 0 { throw .refused("no article could be read") }
  }

  /// The same in portions that are worth a task of their own.
  func readBatches(
    _ paths: [String], each: ([Article]) throws(Failure) -> Void
  ) throws(Failure) {
    var batch: [Article] = []
    var size = 0
    try read(paths) { (article) throws(Failure) in
      batch.append(article)
      size += article.text.utf8.count
      if size >= 1 << 17 || batch.count >= 256 {
        try each(batch)
        batch = []
        size = 0
      }
    }
    if !batch.isEmpty { try each(batch) }
  }

  /// The event graph that the inputs are or make.
  func graph(_ paths: [String]) throws(Failure) -> EventGraph {
    if let path = paths.first(where: isGraph) {
      guard paths.count == 1 else {
        throw .refused("\(path) is an event graph: give it alone, or give articles only.")
      }
      let bytes = try bytes(of: path)
      do throws(EventGraphError) {
        return try EventGraph(json: bytes)
      } catch {
        throw .refused("\(path): \(error).")
      }
    }
    return EventGraph(merging: try annotated(paths))
  }

  /// All articles with what was found in them, in the order of the inputs.
  func annotated(_ paths: [String]) throws(Failure) -> [AnnotatedArticle] {
    var annotated: [AnnotatedArticle] = []
    let genre = genre
    let work = OrderedWork<[Article], [AnnotatedArticle]>(jobs: jobs) { articles in
      articles.map { Dateline.annotate($0, genre: genre) }
    }
    try readBatches(paths) { (batch) throws(Failure) in
      work.add(batch) { annotated += $0 }
    }
    work.finish { annotated += $0 }
    return annotated
  }

  private func isGraph(_ path: String) -> Bool { path.lowercased().hasSuffix(".json") }

  /// The exit status of a command that has done its work.
  var status: Int32 { arguments.has("strict") && unreadable > 0 ? 2 : 0 }

  private func note(_ article: Article) {
    if article.published == nil {
      undated = (1 + (undated?.count ?? 0), undated?.first ?? article.id)
    }
    if !isAnalysed(article.language) { unknown[article.language, default: 0] += 1 }
  }

  private func article(_ line: [UInt8]) throws(JSONError) -> Article {
    var reader = JSONReader(line)
    var fields: [String: String] = [:]
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "id", "source", "published", "dct", "title", "text", "url", "language":
        fields[key] = try reader.stringOrNull()
      default: try reader.skip()
      }
    }
    let published = fields["published"] ?? fields["dct"] ?? arguments.text("published")
    return Article(
      id: fields["id"] ?? "", source: fields["source"] ?? arguments.text("source"),
      published: published.flatMap { PublicationDate($0, from: .record) },
      title: fields["title"], text: fields["text"] ?? "", url: fields["url"],
      language: fields["language"] ?? arguments.text("language") ?? "en")
  }

  private func bytes(of path: String) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .refused("cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
