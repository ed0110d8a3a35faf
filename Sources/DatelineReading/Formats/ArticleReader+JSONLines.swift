internal import DatelineModel

extension ArticleReader {
  /// One article a line, however many lines there are.
  func readJSONLines(_ stream: ByteStream, _ file: InputFile) throws {
    if let mark = try utf16Mark(stream) {
      throw ReadingFault(
        "the file is UTF-16, and JSON Lines is UTF-8",
        "convert it, as with iconv -f \(mark) -t UTF-8")
    }
    var number = 0
    var found = false
    while let line = try stream.line(limit: options.limits.lineBytes) {
      number += 1
      switch line {
      case .tooLong(let count):
        found = true
        report(
          .error, file, line: number,
          "the line has \(count) bytes, over \(sizeText(options.limits.lineBytes)) "
            + "(limit lineBytes)", "give each article a line of its own")
      case .bytes(let bytes):
        guard bytes.contains(where: { !isSpace($0) }) else { continue }
        found = true
        try readJSONLine(bytes, file, line: number)
      }
    }
    if !found { report(.error, file, "the file is empty", "leave it out or save it again") }
  }

  private func utf16Mark(_ stream: ByteStream) throws(ReadingFault) -> String? {
    let head = try stream.peek(2)
    return head == [0xFF, 0xFE] ? "UTF-16LE" : head == [0xFE, 0xFF] ? "UTF-16BE" : nil
  }

  private func readJSONLine(_ bytes: [UInt8], _ file: InputFile, line: Int) throws {
    if !isValidUTF8(bytes) {
      report(
        .warning, file, line: line, "some bytes are not UTF-8, and stand as U+FFFD in the article",
        "save the file as UTF-8")
    }
    var json = JSONReader(bytes)
    var object = JSONRecord()
    do throws(JSONError) {
      guard json.nextKind() == .object else {
        throw json.fault("an object with a “text” is expected")
      }
      try object.read(&json, fields: options.fields)
      guard json.isAtEnd() else { throw json.fault("something stands behind the object") }
    } catch {
      // A line is line 1 to its reader.
      report(
        .error, file, line: line, "not read as JSON: \(error.message) (column \(error.column))",
        "write one JSON object a line")
      return
    }
    try deliver(object, of: file, line: line)
  }

  /// One article, a list of them, or JSON Lines under another name.
  func readJSON(_ stream: ByteStream, _ file: InputFile) throws {
    guard let bytes = try whole(stream, file) else { return }
    var json = JSONReader(bytes)
    if json.nextKind() == .list {
      try readJSONList(&json, file)
      return
    }
    var object = JSONRecord()
    var hasMore = false
    do throws(JSONError) {
      try object.read(&json, fields: options.fields)
      hasMore = json.nextKind() == .object
      guard hasMore || json.isAtEnd() else { throw json.fault("something stands behind the value") }
    } catch {
      report(unreadable: error, file)
      return
    }
    if hasMore {
      // Objects one behind the other are lines.
      try readJSONLines(ByteStream(MemorySource(bytes)), file)
      return
    }
    if object.isEventGraph {
      leaveOut(
        own: file, "this is an event graph and holds no articles",
        "give it to timeline, graph, diff, build or explain")
      return
    }
    try deliver(object, of: file)
  }

  /// Hands over each object of a list as it is read.
  private func readJSONList(_ json: inout JSONReader, _ file: InputFile) throws {
    var element = 0
    var failure: (any Error)?
    do throws(JSONError) {
      try json.array { (json) throws(JSONError) in
        element += 1
        var object = JSONRecord()
        try object.read(&json, fields: options.fields)
        do { try deliver(object, of: file, element: element) } catch {
          failure = error
          throw json.fault("stopped")
        }
      }
      guard json.isAtEnd() else { throw json.fault("something stands behind the list") }
    } catch {
      if let failure { throw failure }
      report(unreadable: error, file)
    }
  }

  private func report(unreadable fault: JSONError, _ file: InputFile) {
    report(
      .error, file, line: fault.line,
      "not read as JSON: \(fault.message) (column \(fault.column))",
      "give an object, a list of objects, or JSON Lines in a .jsonl file")
  }

  private func deliver(
    _ object: JSONRecord, of file: InputFile, line: Int? = nil, element: Int? = nil
  ) throws {
    let place = element.map { "element \($0): " } ?? ""
    for (field, kind) in object.wrongKinds where field != .text {
      report(
        .warning, file, line: line,
        "\(place)“\(field.rawValue)” is of the kind \(kind.rawValue), and is left out",
        "give it as a string")
    }
    guard let text = object.values[.text] else {
      let kind = object.wrongKinds.first { $0.field == .text }?.kind
      report(
        .error, file, line: line,
        place + (kind.map { "“text” is of the kind \($0.rawValue)" } ?? "“text” is missing"),
        kind == nil
          ? "name the field that holds it, as with --map text=body" : "give it as a string")
      return
    }
    var record = ArticleRecord()
    record.id = object.values[.id]
    record.source = object.values[.source]
    record.published = object.values[.published]
    record.title = object.values[.title]
    record.text = text
    record.url = object.values[.url]
    record.language = object.values[.language]
    try deliver(record, of: file, line: line)
  }
}

/// The fields of one JSON object that an article has.
private struct JSONRecord {
  private(set) var values = FieldValues<String>()
  /// Fields that were of another kind than a text, in the order in which they stand.
  private(set) var wrongKinds: [(field: FieldMap.Field, kind: JSONKind)] = []
  private(set) var isEventGraph = false
  private var ranks = FieldValues<Int>()

  mutating func read(
    _ json: inout JSONReader, fields: FieldMap, prefix: String = ""
  ) throws(JSONError) {
    var record = self
    try json.object { (json, key) throws(JSONError) in
      let name = prefix + key.lowercased()
      if let kind = json.nextKind(), kind == .object, fields.reachesInto(name) {
        try record.read(&json, fields: fields, prefix: name + ".")
        return
      }
      if name == "format", json.nextKind() == .string {
        record.isEventGraph = try json.string() == "dateline-event-graph"
        return
      }
      guard let wanted = fields.fields(named: name) else {
        try json.skip()
        return
      }
      let kind = json.nextKind()
      var text: String?
      switch kind {
      case .string: text = try json.string()
      case .number where wanted.contains { $0.field == .id || $0.field == .published }:
        let number = try json.number()
        text =
          number == number.rounded() && abs(number) < 9e15 ? String(Int(number)) : String(number)
      default: try json.skip()
      }
      if kind == .null { return }
      for wish in wanted where wish.rank < record.ranks[wish.field] ?? .max {
        let (field, rank) = (wish.field, wish.rank)
        guard let text, kind == .string || field == .id || field == .published else {
          // A field that only may be meant so is no fault when it is something else.
          if rank <= 1000, let kind { record.wrongKinds.append((field, kind)) }
          continue
        }
        // An empty value leaves the field to another name.
        let isBlank = trimmed(text).isEmpty
        if isBlank, record.values[field] != nil { continue }
        if !isBlank { record.ranks[field] = rank }
        record.values[field] = text
      }
    }
    self = record
  }
}
