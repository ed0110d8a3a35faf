internal import DatelineModel

extension ArticleReader {
  /// The pages of a WARC file (ISO 28500), record by record: responses with HTML, and the plain
  /// texts of conversions. Everything else is passed over.
  func readWARC(_ stream: ByteStream, _ file: InputFile) throws {
    var number = 0
    while let head = try warcHead(stream, file) {
      number += 1
      guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw ReadingFault(
          "record \(number) does not say its length, so the rest cannot be read",
          "fetch the file again")
      }
      let type = head["warc-type"]?.lowercased() ?? ""
      guard ["response", "resource", "conversion"].contains(type) else {
        if try !stream.skip(length) { throw cutShort(number) }
        continue
      }
      guard length <= options.limits.articleBytes else {
        report(
          .warning, file,
          "record \(number) is larger than \(sizeText(options.limits.articleBytes)) "
            + "(limit articleBytes), and is passed over", "read it by itself")
        if try !stream.skip(length) { throw cutShort(number) }
        continue
      }
      let bytes = try stream.take(length)
      guard bytes.count == length else { throw cutShort(number) }
      do {
        try readRecord(bytes, type: type, head: head, file, number)
      } catch let fault as ReadingFault {
        report(.error, file, "record \(number): \(fault.message)", fault.remedy)
      }
    }
  }

  private func cutShort(_ number: Int) -> ReadingFault {
    ReadingFault("the file ends inside record \(number)", "fetch the file again")
  }

  /// The head of the next record, names in lower case; nil at the end of the file.
  private func warcHead(
    _ stream: ByteStream, _ file: InputFile
  ) throws(ReadingFault) -> [String: String]? {
    var head: [String: String] = [:]
    var hasVersion = false
    while let line = try stream.line(limit: 64 << 10) {
      guard case .bytes(let bytes) = line else {
        throw ReadingFault("a line of a record's head is over 64 KiB", "fetch the file again")
      }
      let text = trimmed(String(decoding: bytes, as: UTF8.self))
      if text.isEmpty {
        if hasVersion { return head }
        continue
      }
      if !hasVersion {
        guard text.hasPrefix("WARC/") else {
          throw ReadingFault("no WARC record begins where one should", "fetch the file again")
        }
        hasVersion = true
      } else if let colon = text.firstIndex(of: ":") {
        head[text[..<colon].lowercased()] = trimmed(text[text.index(after: colon)...])
      }
    }
    return nil
  }

  private func readRecord(
    _ bytes: [UInt8], type: String, head: [String: String], _ file: InputFile, _ number: Int
  ) throws {
    var record = ArticleRecord()
    record.idNamesStory = true
    record.id = head["warc-record-id"].map { $0.filter { $0 != "<" && $0 != ">" } }
    record.url = head["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
    var body = bytes
    var kind = head["content-type"]?.lowercased() ?? ""
    if type == "response" {
      guard let http = HTTPMessage(bytes), (200..<300).contains(http.status) else { return }
      kind = http.head["content-type"]?.lowercased() ?? ""
      body = try http.decodedBody(limits: options.limits)
    }
    if kind.contains("html") {
      let charset = PageBytes.declaredEncoding(Array(kind.utf8)[...])
      try readPage(body, file, encoding: charset, record: record, idFromFile: false)
    } else if type == "conversion" || kind.hasPrefix("text/plain") {
      record.text = DecodedText(body).text
      record.source = record.url.flatMap(PageFacts.host)
      record.language = head["warc-identified-content-language"]
        .map { String($0.prefix { $0 != "," }) }
      if let date = record.url.flatMap({ PageFacts.date(inAddress: $0) }) {
        record.published = date.text
        record.publishedFrom = .url
      }
      try deliver(record, of: file)
    }
  }
}

/// An HTTP response as a crawler stored it.
private struct HTTPMessage {
  var status: Int
  /// Names in lower case.
  var head: [String: String]
  private var body: ArraySlice<UInt8>

  init?(_ bytes: [UInt8]) {
    var index = 0
    var lines: [String] = []
    var end: Int?
    while index < bytes.count, lines.count < 500 {
      let stop = bytes[index...].firstIndex(of: 10) ?? bytes.count
      let line = trimmed(String(decoding: bytes[index..<stop], as: UTF8.self))
      index = min(stop + 1, bytes.count)
      if line.isEmpty {
        end = index
        break
      }
      lines.append(line)
    }
    guard let end, let first = lines.first, first.hasPrefix("HTTP/"),
      let code = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    status = code
    head = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      head[line[..<colon].lowercased()] = trimmed(line[line.index(after: colon)...])
    }
    body = bytes[end...]
  }

  /// The body without chunks and compression, where it still has them.
  func decodedBody(limits: ReadingLimits) throws -> [UInt8] {
    var bytes = Array(body)
    if head["transfer-encoding"]?.lowercased().contains("chunked") == true,
      let joined = HTTPMessage.joinedChunks(body)
    {
      bytes = joined
    }
    let coding = head["content-encoding"]?.lowercased() ?? ""
    guard coding == "gzip" || coding == "x-gzip" || coding == "deflate",
      bytes.starts(with: [0x1F, 0x8B]) || bytes.first == 0x78
    else { return bytes }
    let source = try GzipSource(MemorySource(bytes), ratio: limits.decompressionRatio)
    guard let all = try ByteStream(source).rest(limit: limits.articleBytes) else {
      throw ReadingFault(
        "the page is larger than \(sizeText(limits.articleBytes)) (limit articleBytes)",
        "leave it out")
    }
    return all
  }

  /// Nil where the body is not in chunks after all, as many crawlers store it.
  private static func joinedChunks(_ body: ArraySlice<UInt8>) -> [UInt8]? {
    var joined: [UInt8] = []
    var index = body.startIndex
    while true {
      guard let stop = body[index...].firstIndex(of: 10) else { return nil }
      let line = trimmed(String(decoding: body[index..<stop], as: UTF8.self))
      guard let size = Int(line.prefix { $0 != ";" && $0 != " " }, radix: 16), size >= 0 else {
        return nil
      }
      if size == 0 { return joined }
      let start = stop + 1
      guard size <= body.endIndex - start else { return nil }
      joined += body[start..<(start + size)]
      index = start + size
      while index < body.endIndex, body[index] == 13 || body[index] == 10 { index += 1 }
    }
  }
}
