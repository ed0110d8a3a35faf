import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Arguments {
  /// How many articles are analysed, or events compared, at a time.
  var jobs: Int {
    number("jobs") ?? min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), jobsLimit)
  }
}

/// What a command is given to work on, read article by article.
final class Inputs {
  let arguments: Arguments
  let messages: Messages
  private let options: ReadingOptions
  let packs: LanguagePacks
  /// What earlier runs found; nil without `--cache`.
  let cache: AnnotationCache?
  /// What could not be read.
  private var unreadable = 0
  private var noticesShown = 0

  /// Errors and warnings that are told one by one.
  private static let noticeLimit = 20
  /// Bytes of an event graph that is given.
  private static let graphBytes = 256 << 20

  /// `marksRepeats` where the command tells which articles repeat others.
  init(_ arguments: Arguments, marksRepeats: Bool = true) throws(Failure) {
    self.arguments = arguments
    messages = Messages(isQuiet: arguments.has("quiet"))
    if messages.isQuiet { Progress.stop() }
    packs = try Inputs.packs(arguments)
    cache = try Inputs.cache(arguments, messages)
    var fields = FieldMap()
    for assignment in arguments.texts("map") where !fields.add(assignment) {
      guard FieldMap.depth(of: assignment) <= FieldMap.mapDepth else {
        throw .usage(
          UsageError(
            message: "--map reaches through at most \(FieldMap.mapDepth) objects (limit "
              + "mapDepth), not \(FieldMap.depth(of: assignment)): give the records flatter.",
            command: arguments.command.name))
      }
      let names = FieldMap.Field.allCases.filter { $0 != .file }.map(\.rawValue)
      throw .usage(
        UsageError(
          message: "--map wants FIELD=NAME, as in --map text=body, with one of "
            + names.joined(separator: ", ") + " as FIELD.", command: arguments.command.name))
    }
    if let path = arguments.text("manifest"), path != "-",
      fileKind(path) == nil || fileKind(path) == S_IFDIR
    {
      throw .refused("cannot read the manifest \(path): give a CSV or TSV file that is there.")
    }
    options = ReadingOptions(
      source: arguments.text("source"), published: arguments.text("published"),
      language: arguments.text("language"), fields: fields,
      manifest: arguments.text("manifest"), marksRepeats: marksRepeats)
  }

  /// The language packs that ship, and the user's own where a folder is given.
  private static func packs(_ arguments: Arguments) throws(Failure) -> LanguagePacks {
    guard let folder = arguments.text("language-pack") else { return .builtIn }
    do throws(LanguagePackFault) {
      return try LanguagePacks(directory: folder)
    } catch {
      throw .misread(error)
    }
  }

  /// The cache in the folder of `--cache`.
  private static func cache(
    _ arguments: Arguments, _ messages: Messages
  ) throws(Failure) -> AnnotationCache? {
    guard let folder = arguments.text("cache") else { return nil }
    do throws(CacheFault) {
      let cache = try AnnotationCache(folder: folder)
      if cache.beginning == .repaired {
        messages.warn(
          "the cache in \(folder) was damaged or no cache of Dateline's, and is made "
            + "anew.")
      }
      return cache
    } catch {
      guard error.reason == EWOULDBLOCK else {
        throw Output.failure(writing: error.path, error.reason)
      }
      messages.warn(
        "\(error.path): another program has had the cache locked for "
          + "\(AnnotationCache.patience / 1000) seconds, and the run goes on without it; end that "
          + "program, or give another folder.")
      return nil
    }
  }

  var entities: EntityMethod { arguments.text("entities").flatMap(EntityMethod.init) ?? .model }

  var genre: Genre { arguments.text("genre").flatMap(Genre.init) ?? .auto }

  /// The exit status of a command that has done its work.
  var status: Int32 { arguments.has("strict") && unreadable > 0 ? 2 : 0 }

  /// Calls `each` with every article, in the order of the inputs.
  func read(
    _ paths: [String], each: (Article) throws(Failure) -> Void
  ) throws(Failure) {
    let tally: ReadingTally
    let acceptsGuesses = arguments.has("accept-guesses")
    Progress.expect(paths)
    do {
      tally = try readArticles(from: paths, options: options, notice: tell) { article in
        if article.published == nil, article.publishedGuess == nil {
          article.publishedGuess = publicationGuess(of: article)
        }
        if acceptsGuesses, article.published == nil, let guess = article.publishedGuess {
          article.published = PublicationDate("\(guess.date)", from: .guess)
        }
      } progress: {
        Progress.read($0)
      } each: { article in
        Progress.count()
        try each(article)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .fault("\(error)")
    }
    unreadable += tally.unreadable
    if noticesShown > Inputs.noticeLimit {
      Messages.tell("\(noticesShown - Inputs.noticeLimit) more messages like these.")
    }
    if tally.articles == 0 { throw .refused("no article could be read.") }
  }

  /// The same in portions that are worth a task of their own; articles that no language pack knows
  /// are counted.
  private func readBatches(
    _ paths: [String], each: ([Article]) throws(Failure) -> Void
  ) throws(Failure) {
    var batch: [Article] = []
    var size = 0
    var unknown: [String: Int] = [:]
    var commented = 0
    try read(paths) { (article) throws(Failure) in
      if exceedsAnalysis(article) {
        messages.warn(
          "\(article.id): only the first \(analysedBytesLimit >> 10) KiB of the text and "
            + "\(analysedTitleBytesLimit >> 10) KiB of the title are analysed (limit "
            + "analysedBytes); split it into articles.")
      }
      if hasReaderComments(article) { commented += 1 }
      if !isAnalysed(article.language, packs: packs) { unknown[article.language, default: 0] += 1 }
      batch.append(article)
      size += article.text.utf8.count
      if size >= 1 << 17 || batch.count >= 64 {
        try each(batch)
        batch = []
        size = 0
      }
    }
    if !batch.isEmpty { try each(batch) }
    if commented > 0 {
      messages.warn(
        "\(commented) \(commented == 1 ? "article ends" : "articles end") in readers’ comments, "
          + "which are not analysed.")
    }
    if unknown.isEmpty { return }
    let count = unknown.values.reduce(0, +)
    let languages = unknown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    messages.warn(
      "\(count) \(count == 1 ? "article" : "articles") not analysed, for want of a language pack: "
        + "\(languages); if the language was found wrongly, give --language.")
  }

  /// Hands on what `work` makes of each portion of articles, in the order of the inputs.
  func work<Result: Sendable>(
    on paths: [String], _ work: @escaping @Sendable ([Article]) -> Result,
    deliver: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    let work = OrderedWork(jobs: arguments.jobs, work)
    try readBatches(paths) { (batch) throws(Failure) in try work.add(batch, deliver: deliver) }
    try work.finish(deliver: deliver)
  }

  /// What the reader knows of actors; nil where no file is given.
  private func actorFile() throws(Failure) -> ActorFile? {
    guard let path = arguments.text("actor-file") else { return nil }
    guard let bytes = wholeFile(path) else {
      throw .refused("cannot read the actor file \(path): give a readable table.")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(LineError) {
      return try ActorFile(text, path: path)
    } catch {
      throw .misread(error)
    }
  }

  /// All articles with what was found in them, in the order of the inputs.
  func annotated(_ paths: [String]) throws(Failure) -> [AnnotatedArticle] {
    let genre = genre
    let entities = entities
    let packs = packs
    let cache = cache
    var annotated: [AnnotatedArticle] = []
    try work(on: paths) { articles in
      annotate(articles, genre: genre, entities: entities, packs: packs, cache: cache)
    } deliver: { (portion) throws(Failure) in
      annotated += portion
    }
    return annotated
  }

  /// The event graph that the inputs are or make.
  func graph(_ paths: [String]) throws(Failure) -> EventGraph {
    try graphWithArticles(paths).graph
  }

  /// The same, with the articles where the inputs are such.
  func graphWithArticles(
    _ paths: [String]
  ) throws(Failure) -> (graph: EventGraph, articles: [AnnotatedArticle]) {
    let decisions = try arguments.decisions()
    var graph: EventGraph
    var annotated: [AnnotatedArticle] = []
    if let stored = try storedGraph(paths) {
      warnOfIdleActorFile(paths[0])
      graph = stored
    } else {
      let actors = try actorFile()
      annotated = try self.annotated(paths)
      annotated.markDuplicates()
      Progress.phase("joining the reports of \(annotated.count) articles")
      graph = EventGraph(merging: annotated, actors: actors, jobs: arguments.jobs)
    }
    let decided = graph.deciding(decisions)
    messages.warn(
      ofStale: decided.stale.filter { !$0.isResolution }, in: arguments.text("decisions"))
    return (decided.graph, annotated)
  }

  /// The event graphs of two inputs. Other articles under one id, as files of two folders may have,
  /// get the name of their input before it.
  func graphs(_ left: String, _ right: String) throws(Failure) -> [EventGraph] {
    let paths = [left, right]
    let actors = try actorFile()
    var stored: [EventGraph?] = []
    var annotated: [[AnnotatedArticle]] = []
    for path in paths {
      stored.append(try storedGraph([path]))
      if stored.last! != nil { warnOfIdleActorFile(path) }
      annotated.append(stored.last! == nil ? try self.annotated([path]) : [])
      annotated[annotated.count - 1].markDuplicates()
    }
    let texts = Dictionary(
      annotated[0].map { ($0.article.id, $0.article.text) }, uniquingKeysWith: { old, _ in old })
    let clashes = Set(
      annotated[1].map(\.article).filter { (texts[$0.id] ?? $0.text) != $0.text }.map(\.id))
    var names = paths.map { Output.split($0).name }
    if names[0] == names[1] { names = ["left", "right"] }
    for side in annotated.indices where !clashes.isEmpty {
      for index in annotated[side].indices {
        func renamed(_ id: String) -> String { clashes.contains(id) ? "\(names[side])/\(id)" : id }
        let article = annotated[side][index].article
        annotated[side][index].article.id = renamed(article.id)
        annotated[side][index].article.duplicateOf = article.duplicateOf.map(renamed)
      }
    }
    Progress.phase("joining the reports of \(annotated.joined().count) articles")
    return zip(stored, annotated).map {
      $0 ?? EventGraph(merging: $1, actors: actors, jobs: arguments.jobs)
    }.markingCopies(among: annotated, jobs: arguments.jobs)
  }

  /// Says that an actor file has no say in a graph, whose actors are settled.
  private func warnOfIdleActorFile(_ path: String) {
    guard let file = arguments.text("actor-file") else { return }
    messages.warn(
      "\(path): the actors of an event graph are settled, so \(file) changes nothing; "
        + "give it to extract, with the articles.")
  }

  /// The event graph that the inputs are; nil where they are articles.
  func storedGraph(_ paths: [String]) throws(Failure) -> EventGraph? {
    for path in paths where path.lowercased().hasSuffix(".json") {
      guard let bytes = wholeFile(path, limit: Inputs.graphBytes), holdsGraph(bytes) else {
        continue
      }
      guard paths.count == 1 else {
        throw .refused("\(path) is an event graph: give it alone, or give articles only.")
      }
      do throws(EventGraphError) {
        return try EventGraph(json: bytes)
      } catch {
        throw .refused("\(path): \(error).")
      }
    }
    return nil
  }

  /// Says what is wrong with an input.
  private func tell(_ notice: ReadingNotice) {
    if notice.severity == .warning, messages.isQuiet { return }
    noticesShown += 1
    if noticesShown > Inputs.noticeLimit { return }
    Messages.tell("\(notice).")
  }
}

/// All bytes of a file; nil where it is none that can be read, or has more than `limit`.
func wholeFile(_ path: String, limit: Int = 64 << 20) -> [UInt8]? {
  guard fileKind(path) == S_IFREG else { return nil }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0, Int(status.st_size) <= limit else { return nil }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(Int(status.st_size))
  var piece = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = read(descriptor, &piece, piece.count)
    if count < 0, errno == EINTR { continue }
    if count < 0 { return nil }
    if count == 0 { return bytes }
    bytes += piece[..<count]
    if bytes.count > limit { return nil }
  }
}

/// Whether an object names the format of event graphs, wherever in it.
private func holdsGraph(_ bytes: [UInt8]) -> Bool {
  let mark = Array("\"\(EventGraph.format)\"".utf8)
  guard bytes.first(where: { $0 > 32 && $0 < 128 }) == UInt8(ascii: "{") else { return false }
  var start = 0
  while let place = bytes[start...].firstIndex(of: mark[0]) {
    if bytes[place...].starts(with: mark) { return true }
    start = place + 1
  }
  return false
}
