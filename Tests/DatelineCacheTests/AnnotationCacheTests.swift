import CSQLite
import DatelineModel
import EDTF
import Foundation
import Testing

@testable import DatelineCache

struct AnnotationCacheTests {
  /// An article with one of everything, so that a field that is forgotten is missed.
  static let annotated: AnnotatedArticle = {
    let article = Article(
      id: "a", source: "Bugle", published: PublicationDate("2021-05-04", from: .record),
      title: "Talks in Klów", text: "Envoys of Ruritania met in Klów on 3 May 2021; 3 were hurt.")
    var timex = Timex(
      span: TextSpan(36, 46), kind: .date, value: "2021-05-03", mod: "APPROX", quant: "EACH",
      freq: "2X", beginPoint: 0, endPoint: 0, edtf: EDTFValue("2021-05-03"), rule: "en.day.1",
      anchor: "published", alternatives: ["2021-03-05"])
    timex.isInvalid = true
    return AnnotatedArticle(
      article: article,
      sentences: [
        Sentence(span: TextSpan(0, 14), inTitle: true, paragraph: 0),
        Sentence(span: TextSpan(0, 60), inTitle: false, paragraph: 2),
      ], timexes: [timex],
      entities: [
        EntityMention(
          span: TextSpan(9, 14), inTitle: true, kind: .location, actor: "klow", rule: "g")
      ],
      actors: [
        LocalActor(
          id: "klow", name: "Klów", kind: .place, aliases: ["Klow"],
          roles: [.init(title: "seat", of: "Ruritania"), .init(title: "town", of: nil)],
          isNominal: true, isLoaded: true, isKnown: true)
      ],
      events: [
        EventMention(
          span: TextSpan(0, 47), sentence: 1, trigger: TextSpan(20, 23), lemma: "meet",
          type: .consult, topic: "talks", date: EDTFValue("2021-05-03/2021-05-04"),
          dateBasis: .explicit, rule: "r", anchor: "t1", status: .alleged, isBackground: true,
          participants: [
            Participant(
              actor: "ruritania", name: "Ruritania", printed: "Envoys", role: .actor,
              status: .denied)
          ], place: "Klów",
          figures: [
            Figure(
              subject: .wounded, of: "children", value: 3, max: 4.5, bound: .about, text: "3",
              by: "police")
          ], attribution: "SANA", series: SeriesMention(name: "Klów talks", ordinal: 2),
          isLasting: true)
      ], terms: [Term(hash: .max, count: 7, weight: .max)], notAnalysed: "half")
  }()

  /// Leaves a cache with one article behind, closed.
  private static func fill(_ folder: Folder) throws {
    let cache = try AnnotationCache(folder: folder.path, build: [1])
    cache.store([annotated], analysedAs: AnalysisSettings())
  }

  /// What SQLite says to a statement from outside.
  private static func execute(_ statement: String, in folder: Folder) -> Int32 {
    var database: OpaquePointer?
    sqlite3_open(folder.path + "/annotations.sqlite", &database)
    defer { sqlite3_close(database) }
    return sqlite3_exec(database, statement, nil, nil, nil)
  }

  @Test("What is written is read back, field by field")
  func roundTrip() throws {
    let annotated = Self.annotated
    #expect(try AnnotatedArticle(annotated.article, row: annotated.row) == annotated)
    let empty = AnnotatedArticle(article: Article(id: "b", text: "x"))
    #expect(try AnnotatedArticle(empty.article, row: empty.row) == empty)
  }

  @Test("A folder that another program holds locked is not waited for without an end")
  func lockedFolder() throws {
    let folder = try Folder()
    try Self.fill(folder)
    let lock = open(folder.path + "/lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let fault = #expect(throws: CacheFault.self) {
      try AnnotationCache(folder: folder.path, build: [1], patience: 50)
    }
    #expect(fault?.reason == EWOULDBLOCK)
    #expect(fault?.path == folder.path + "/lock")
    flock(lock, LOCK_UN)
    #expect(try AnnotationCache(folder: folder.path, build: [1], patience: 50).beginning == .kept)
  }

  @Test("Rows that another program holds locked are left as they are")
  func lockedRows() throws {
    let folder = try Folder()
    try Self.fill(folder)
    var other: OpaquePointer?
    sqlite3_open(folder.path + "/annotations.sqlite", &other)
    let hold = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE"
    #expect(sqlite3_exec(other, hold, nil, nil, nil) == SQLITE_OK)
    let fault = #expect(throws: CacheFault.self) {
      try AnnotationCache(folder: folder.path, build: [1], patience: 50)
    }
    #expect(fault?.path == folder.path + "/annotations.sqlite")
    sqlite3_close(other)
    let cache = try AnnotationCache(folder: folder.path, build: [1])
    let key = AnalysisKey(of: Self.annotated.article, analysedAs: AnalysisSettings())
    #expect(cache.annotations(of: Self.annotated.article, under: key) == Self.annotated)
  }

  @Test("No cut or changed row traps, and a cut one is refused")
  func damage() {
    let row = Self.annotated.row
    for count in row.indices {
      #expect(throws: DamagedRow.self) {
        try AnnotatedArticle(Self.annotated.article, row: Array(row[..<count]))
      }
    }
    for index in row.indices {
      for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = row
        changed[index] = byte
        // The checksum finds it; here it may give another finding, and must not trap.
        guard let found = try? AnnotatedArticle(Self.annotated.article, row: changed) else {
          continue
        }
        for event in found.events { _ = found.quote(event.span, inTitle: event.inTitle) }
      }
    }
  }

  @Test("A row that points outside its article is refused")
  func otherArticle() {
    var article = Self.annotated.article
    article.text = "Short."
    #expect(throws: DamagedRow.self) { try AnnotatedArticle(article, row: Self.annotated.row) }
  }

  @Test("A second run finds what the first kept, and nothing under another text or setting")
  func keeping() throws {
    let folder = try Folder()
    let settings = AnalysisSettings()
    do {
      let cache = try AnnotationCache(folder: folder.path, build: [1])
      #expect(cache.annotations(of: Self.annotated.article, analysedAs: settings) == nil)
      cache.store([Self.annotated], analysedAs: settings)
    }
    let cache = try AnnotationCache(folder: folder.path, build: [1])
    #expect(cache.beginning == .kept)
    var article = Self.annotated.article
    // Under another name it is the same text.
    article.id = "b"
    var expected = Self.annotated
    expected.article = article
    #expect(cache.annotations(of: article, analysedAs: settings) == expected)
    #expect(
      cache.annotations(of: article, analysedAs: AnalysisSettings(layers: .time)) == nil)
    #expect(cache.annotations(of: article, analysedAs: AnalysisSettings(pack: [7])) == nil)
    article.published = PublicationDate("2021-05-05", from: .record)
    #expect(cache.annotations(of: article, analysedAs: settings) == nil)
    #expect(cache.counts.found == 1)
  }

  @Test("What another build kept is thrown away")
  func otherBuild() throws {
    let folder = try Folder()
    try AnnotationCache(folder: folder.path, build: [1])
      .store([Self.annotated], analysedAs: AnalysisSettings())
    let cache = try AnnotationCache(folder: folder.path, build: [2])
    #expect(cache.beginning == .renewed)
    #expect(cache.annotations(of: Self.annotated.article, analysedAs: AnalysisSettings()) == nil)
    cache.store([Self.annotated], analysedAs: AnalysisSettings())
    #expect(cache.annotations(of: Self.annotated.article, analysedAs: AnalysisSettings()) != nil)
  }

  @Test("A cache in use is not thrown away under another run")
  func inUse() throws {
    let folder = try Folder()
    let first = try AnnotationCache(folder: folder.path, build: [1])
    first.store([Self.annotated], analysedAs: AnalysisSettings())
    let second = try AnnotationCache(folder: folder.path, build: [2])
    second.store([Self.annotated], analysedAs: AnalysisSettings())
    #expect(second.annotations(of: Self.annotated.article, analysedAs: AnalysisSettings()) == nil)
    #expect(first.annotations(of: Self.annotated.article, analysedAs: AnalysisSettings()) != nil)
  }

  @Test(
    "A damaged or hostile file is made anew",
    arguments: [
      "CREATE TABLE other(a)", "CREATE VIEW annotations AS SELECT 1 AS key, 2, 3",
      "CREATE TABLE annotations(key, value, checksum); CREATE TABLE build(stamp BLOB NOT NULL)",
      "not SQL: the file is rubbish", "",
    ])
  func hostile(schema: String) throws {
    let folder = try Folder()
    let path = folder.path + "/annotations.sqlite"
    if schema.hasPrefix("not") {
      try Data(schema.utf8).write(to: URL(filePath: path))
    } else {
      var database: OpaquePointer?
      sqlite3_open(path, &database)
      sqlite3_exec(database, schema, nil, nil, nil)
      sqlite3_close(database)
    }
    let cache = try AnnotationCache(folder: folder.path, build: [1])
    #expect(cache.beginning == (schema.isEmpty ? .kept : .repaired))
    cache.store([Self.annotated], analysedAs: AnalysisSettings())
    #expect(cache.annotations(of: Self.annotated.article, analysedAs: AnalysisSettings()) != nil)
  }

  @Test("A trigger beside the right tables makes a file hostile")
  func trigger() throws {
    let folder = try Folder()
    try Self.fill(folder)
    let trigger =
      "CREATE TRIGGER t AFTER INSERT ON annotations BEGIN DELETE FROM annotations; END"
    #expect(Self.execute(trigger, in: folder) == SQLITE_OK)
    #expect(try AnnotationCache(folder: folder.path, build: [1]).beginning == .repaired)
  }

  @Test("A row whose bytes were changed is analysed again")
  func checksum() throws {
    let folder = try Folder()
    try Self.fill(folder)
    let change = "UPDATE annotations SET value = zeroblob(9)"
    #expect(Self.execute(change, in: folder) == SQLITE_OK)
    let cache = try AnnotationCache(folder: folder.path, build: [1])
    #expect(cache.annotations(of: Self.annotated.article, analysedAs: AnalysisSettings()) == nil)
  }

  @Test("Any byte of the file may be changed")
  func flippedBytes() throws {
    let folder = try Folder()
    let path = folder.path + "/annotations.sqlite"
    try Self.fill(folder)
    let whole = try Data(contentsOf: URL(filePath: path))
    for index in stride(from: 0, to: whole.count, by: 97) {
      var changed = whole
      changed[index] ^= 0xFF
      try changed.write(to: URL(filePath: path))
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
      let cache = try AnnotationCache(folder: folder.path, build: [1])
      let found = cache.annotations(of: Self.annotated.article, analysedAs: AnalysisSettings())
      #expect(found == nil || found == Self.annotated)
    }
  }

  @Test("A folder that cannot hold a cache is refused")
  func noFolder() throws {
    let folder = try Folder()
    let file = folder.path + "/file"
    try Data().write(to: URL(filePath: file))
    #expect(throws: CacheFault.self) { try AnnotationCache(folder: file, build: [1]) }
    #expect(throws: CacheFault.self) { try AnnotationCache(folder: file + "/a", build: [1]) }
  }
}

/// A folder for one test, gone when the test is done.
private final class Folder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "dateline-cache-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension AnnotationCache {
  fileprivate func annotations(
    of article: Article, analysedAs settings: AnalysisSettings
  ) -> AnnotatedArticle? {
    annotations(of: article, under: AnalysisKey(of: article, analysedAs: settings))
  }

  fileprivate func store(_ articles: [AnnotatedArticle], analysedAs settings: AnalysisSettings) {
    store(articles.map { (AnalysisKey(of: $0.article, analysedAs: settings), $0) })
  }
}
