internal import CSQLite
internal import DatelineModel

/// The SQLite file of a cache, whose every row is checked.
final class Database {
  private let connection: OpaquePointer
  private var select: OpaquePointer?
  private var insert: OpaquePointer?
  /// The build whose rows it holds; nil where the file is not what this version makes.
  private(set) var build: [UInt8]?
  /// Whether there was nothing at all.
  let isNew: Bool
  /// Whether another program holds the file, and did not let go of it in the time that it was given.
  private(set) var isLocked = false

  /// The file's whole schema; a file with any other is not used.
  private static let schema = [
    "CREATE TABLE annotations(key BLOB PRIMARY KEY NOT NULL, value BLOB NOT NULL, "
      + "checksum BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE build(stamp BLOB NOT NULL)",
  ]
  /// “DLac”.
  private static let applicationID = 0x444C_6163
  private static let mostBytes: Int32 = 64 << 20

  /// Opens the file at `path`, or makes one for the rows of a build; nil where that fails. Another
  /// program that holds it is waited for so many milliseconds.
  init?(_ path: String, creatingFor build: [UInt8]? = nil, patience: Int) {
    var opened: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW
    guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      return nil
    }
    connection = opened
    dateline_sqlite_distrust(connection)
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Database.mostBytes)
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_busy_timeout(connection, Int32(clamping: patience))
    var isNew = false
    if let tables = Database.texts("SELECT sql FROM sqlite_schema", connection) {
      isNew = tables.isEmpty
    }
    self.isNew = isNew
    if Database.isBusy(sqlite3_errcode(connection)) {
      isLocked = true
      return
    }
    sqlite3_exec(connection, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0", nil, nil, nil)
    if let build {
      guard isNew, make(build) else { return nil }
    }
    self.build = storedBuild()
    guard self.build != nil else { return }
    sqlite3_exec(
      connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL", nil, nil, nil)
    select = statement("SELECT value, checksum FROM annotations WHERE key = ?")
    insert = statement("INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)")
  }

  deinit {
    sqlite3_finalize(select)
    sqlite3_finalize(insert)
    sqlite3_close_v2(connection)
  }

  private func make(_ build: [UInt8]) -> Bool {
    let commands =
      ["BEGIN EXCLUSIVE", "PRAGMA application_id=\(Database.applicationID)"] + Database.schema
    for command in commands
    where sqlite3_exec(connection, command, nil, nil, nil) != SQLITE_OK { return false }
    let stamp = statement("INSERT INTO build VALUES (?)")
    defer { sqlite3_finalize(stamp) }
    return bind(build, stamp, 1) && sqlite3_step(stamp) == SQLITE_DONE
      && sqlite3_exec(connection, "COMMIT", nil, nil, nil) == SQLITE_OK
  }

  /// The build in the file; nil where its schema is not ours, down to the letter.
  private func storedBuild() -> [UInt8]? {
    guard Database.texts("PRAGMA application_id", connection) == ["\(Database.applicationID)"],
      Database.texts("SELECT sql FROM sqlite_schema ORDER BY name", connection)
        == Database.schema.sorted()
    else { return nil }
    let stamp = statement("SELECT stamp FROM build LIMIT 2")
    defer { sqlite3_finalize(stamp) }
    guard sqlite3_step(stamp) == SQLITE_ROW, let build = blob(stamp, 0),
      sqlite3_step(stamp) == SQLITE_DONE
    else { return nil }
    return build
  }

  /// The row under a key; nil where there is none, or one with another checksum.
  func row(_ key: [UInt8]) -> [UInt8]? {
    guard let select, !isLocked else { return nil }
    defer {
      sqlite3_reset(select)
      sqlite3_clear_bindings(select)
    }
    guard bind(key, select, 1) else { return nil }
    let status = sqlite3_step(select)
    // Once is waited, and not for every article anew.
    if Database.isBusy(status) { isLocked = true }
    guard status == SQLITE_ROW, let value = blob(select, 0),
      let checksum = blob(select, 1), checksum == Database.checksum(key, value)
    else { return nil }
    return value
  }

  func store(_ rows: [(key: [UInt8], value: [UInt8])]) {
    guard let insert, !rows.isEmpty, !isLocked else { return }
    let status = sqlite3_exec(connection, "BEGIN IMMEDIATE", nil, nil, nil)
    if Database.isBusy(status) { isLocked = true }
    guard status == SQLITE_OK else { return }
    var isDone = true
    for row in rows {
      isDone =
        isDone && bind(row.key, insert, 1) && bind(row.value, insert, 2)
        && bind(Database.checksum(row.key, row.value), insert, 3)
        && sqlite3_step(insert) == SQLITE_DONE
      sqlite3_reset(insert)
      sqlite3_clear_bindings(insert)
    }
    // A full disk or a damaged page costs the rows and nothing else.
    sqlite3_exec(connection, isDone ? "COMMIT" : "ROLLBACK", nil, nil, nil)
    if sqlite3_get_autocommit(connection) == 0 {
      sqlite3_exec(connection, "ROLLBACK", nil, nil, nil)
    }
  }

  private static func isBusy(_ status: Int32) -> Bool { status & 0xFF == SQLITE_BUSY }

  private static func checksum(_ key: [UInt8], _ value: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(key)
    hash.update(value)
    return Array(hash.digest().bytes.prefix(16))
  }

  private func statement(_ text: String) -> OpaquePointer? {
    var statement: OpaquePointer?
    sqlite3_prepare_v2(connection, text, -1, &statement, nil)
    return statement
  }

  private func bind(_ bytes: [UInt8], _ statement: OpaquePointer?, _ index: Int32) -> Bool {
    dateline_sqlite_bind_blob(statement, index, bytes, Int32(clamping: bytes.count)) == SQLITE_OK
  }

  /// A column that is a BLOB; nil where it is anything else.
  private func blob(_ statement: OpaquePointer?, _ column: Int32) -> [UInt8]? {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    guard count > 0, let start = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// The first column of all rows; nil where the file cannot be read as a database.
  private static func texts(_ query: String, _ connection: OpaquePointer) -> [String]? {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(connection, query, -1, &statement, nil) == SQLITE_OK else {
      return nil
    }
    var texts: [String] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        texts.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
        if texts.count > 100 { return nil }
      case SQLITE_DONE: return texts
      default: return nil
      }
    }
  }
}
