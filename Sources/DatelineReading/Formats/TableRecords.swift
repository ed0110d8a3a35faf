/// The records of a table in CSV or TSV (RFC 4180), one at a time.
///
/// A field in quotes may hold the separator, line ends and doubled quotes.
struct TableRecords {
  /// One record, or why it cannot be read.
  enum Record {
    case fields([String], line: Int, isRepaired: Bool)
    case fault(line: Int, message: String)
  }

  private let stream: ByteStream
  private let separator: UInt8
  private let limit: Int
  private var line = 0

  init(_ stream: ByteStream, separator: UInt8, limit: Int) {
    self.stream = stream
    self.separator = separator
    self.limit = limit
  }

  /// The same table with line feeds, where its lines end in bare returns, as some spreadsheets
  /// still write them.
  static func withLineFeeds(_ stream: ByteStream) throws(ReadingFault) -> ByteStream {
    let head = try stream.peek(16 << 10)
    guard head.contains(13), !head.contains(10) else { return stream }
    return ByteStream(ReturnSource(stream))
  }

  /// A source whose returns become line feeds.
  private final class ReturnSource: ByteSource {
    private let stream: ByteStream
    init(_ stream: ByteStream) { self.stream = stream }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
      let count = try stream.takeSome(into: buffer)
      for index in 0..<count where buffer[index] == 13 { buffer[index] = 10 }
      return count
    }
  }

  /// The separator that the first line has most of: a tab, a semicolon or a comma.
  static func separator(of head: [UInt8]) -> UInt8 {
    let line = head.prefix { $0 != 10 }
    let counts = [0x2C, 0x09, 0x3B].map { sign in (sign, line.count { $0 == sign }) }
    return UInt8(counts.max { $0.1 < $1.1 }!.0)
  }

  /// The next record but empty lines; nil at the end.
  mutating func next() throws(ReadingFault) -> Record? {
    while let first = try stream.line(limit: limit) {
      line += 1
      let start = line
      guard case .bytes(var bytes) = first else { return tooLong(start) }
      if start == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
      if bytes.allSatisfy(isSpace) { continue }
      // A quote that is open at the end of a line goes on in the next.
      var isOpen = leavesQuoteOpen(bytes, isOpen: false)
      while isOpen {
        guard let more = try stream.line(limit: limit) else {
          return .fault(line: start, message: "a quoted field has no end")
        }
        line += 1
        guard case .bytes(let next) = more, bytes.count + next.count < limit else {
          // Where the next record begins nobody knows any more.
          throw ReadingFault(
            "the record at line \(start) is over \(sizeText(limit)) (limit lineBytes), and the "
              + "rest of the table is passed over", "close its quote, or split it")
        }
        isOpen = leavesQuoteOpen(next, isOpen: true)
        bytes.append(10)
        bytes += next
      }
      return .fields(fields(bytes), line: start, isRepaired: !isValidUTF8(bytes))
    }
    return nil
  }

  private func tooLong(_ line: Int) -> Record {
    .fault(line: line, message: "the record is over \(sizeText(limit)) (limit lineBytes)")
  }

  /// Whether a quoted field is open at the end of `bytes`; `isOpen` says so for their beginning.
  private func leavesQuoteOpen(_ bytes: [UInt8], isOpen wasOpen: Bool) -> Bool {
    var isOpen = wasOpen
    var atStart = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isOpen {
        guard byte == 0x22 else { continue }
        if index < bytes.count, bytes[index] == 0x22 {
          index += 1
        } else {
          isOpen = false
        }
        atStart = false
      } else if byte == separator {
        atStart = true
      } else {
        isOpen = byte == 0x22 && atStart
        atStart = false
      }
    }
    return isOpen
  }

  private func fields(_ bytes: [UInt8]) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var index = 0
    var end = bytes.count
    while end > 0, bytes[end - 1] == 13 { end -= 1 }
    while true {
      field.removeAll(keepingCapacity: true)
      if index < end, bytes[index] == 0x22 {
        index += 1
        while index < end {
          if bytes[index] == 0x22 {
            guard index + 1 < end, bytes[index + 1] == 0x22 else { break }
            index += 1
          }
          field.append(bytes[index])
          index += 1
        }
        index += 1
        while index < end, bytes[index] != separator {
          field.append(bytes[index])
          index += 1
        }
      } else {
        while index < end, bytes[index] != separator {
          field.append(bytes[index])
          index += 1
        }
      }
      fields.append(String(decoding: field, as: UTF8.self))
      guard index < end else { return fields }
      index += 1
      if index == end {
        fields.append("")
        return fields
      }
    }
  }
}

/// Which column of a table holds which field of an article.
struct TableHeader {
  private(set) var columns = FieldValues<Int>()
  let names: [String]

  init(_ names: [String], fields: FieldMap) {
    self.names = names
    var ranks = FieldValues<Int>()
    for (column, name) in names.enumerated() {
      for wish in fields.fields(named: trimmed(name).lowercased()) ?? []
      where wish.rank < ranks[wish.field] ?? .max {
        ranks[wish.field] = wish.rank
        columns[wish.field] = column
      }
    }
  }

  /// The value of `field` in a record; nil where it has none.
  func value(_ field: FieldMap.Field, _ record: [String]) -> String? {
    guard let column = columns[field], column < record.count, !record[column].isEmpty else {
      return nil
    }
    return record[column]
  }

  /// What a record says, its text excepted.
  func facts(_ fields: [String]) -> ArticleRecord {
    var record = ArticleRecord()
    record.id = value(.id, fields)
    record.source = value(.source, fields)
    record.published = value(.published, fields)
    record.title = value(.title, fields)
    record.url = value(.url, fields)
    record.language = value(.language, fields)
    return record
  }
}
