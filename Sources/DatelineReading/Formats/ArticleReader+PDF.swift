internal import DatelineModel
internal import EDTF

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension ArticleReader {
  /// A PDF, which a program of its own reads; see `dateline-pdf`.
  func readPDF(_ stream: ByteStream, _ file: InputFile) throws {
    guard let helper = PDFHelper.path else {
      throw ReadingFault(
        "this is a PDF, and the helper that reads them is not installed",
        "build it with make pdf, or give the text, as pdftotext writes it")
    }
    guard let bytes = try whole(stream, file) else { return }
    let process = BoundedProcess(
      path: helper, milliseconds: options.limits.helperMilliseconds,
      outputBytes: options.limits.articleBytes)
    let output: [UInt8]
    do throws(BoundedProcess.Failure) {
      output = try process.output(for: bytes)
    } catch {
      throw PDFHelper.fault(error, options.limits, helper)
    }
    let document: PDFDocument
    do throws(JSONError) {
      document = try PDFDocument(output)
    } catch {
      throw ReadingFault(
        "the PDF helper wrote what cannot be understood (\(error.message))",
        "build it again with make pdf")
    }
    guard document.pages.contains(where: { $0.utf8.contains { !isSpace($0) } }) else {
      throw ReadingFault(
        "the PDF holds no text, as scanned pages do not",
        "recognise its text first, as with ocrmypdf")
    }
    var record = ArticleRecord()
    record.title = document.title
    record.text = document.text
    fillFromName(of: file, &record)
    // When a file was made is no statement of when its article was published.
    if record.published == nil, let created = document.created,
      let date = PublicationDate(created, from: .guess), let day = date.day
    {
      record.publishedGuess = PublicationGuess(
        date: EDTFDate(day), confidence: 0.5, quote: created)
    }
    try deliver(record, of: file, idFromFile: true)
  }
}

/// Where the helper is and what its failures mean.
enum PDFHelper {
  /// `DATELINE_PDF`, else beside the program, else where `make install` puts it.
  static var path: String? {
    if let named = getenv("DATELINE_PDF") {
      let path = String(cString: named)
      return access(path, X_OK) == 0 ? path : nil
    }
    guard let folder = programFolder else { return nil }
    return ["\(folder)/dateline-pdf", "\(folder)/../libexec/dateline/dateline-pdf"]
      .first { access($0, X_OK) == 0 }
  }

  private static var programFolder: String? {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var name = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&name, &size) == 0, let real = realpath(name, nil) else {
        return nil
      }
    #else
      guard let real = realpath("/proc/self/exe", nil) else { return nil }
    #endif
    defer { free(real) }
    let path = String(cString: real)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  static func fault(
    _ failure: BoundedProcess.Failure, _ limits: ReadingLimits, _ helper: String
  ) -> ReadingFault {
    switch failure {
    case .notStarted(let reason):
      ReadingFault(
        "the PDF helper \(helper) could not be started (\(String(cString: strerror(reason))))",
        "build it again with make pdf")
    case .tookTooLong:
      ReadingFault(
        "the PDF took longer than \(limits.helperMilliseconds / 1000) seconds (limit "
          + "helperMilliseconds)", "give its text, as pdftotext writes it")
    case .wroteTooMuch:
      ReadingFault(
        "the PDF holds more than \(sizeText(limits.articleBytes)) of text (limit articleBytes)",
        "split it")
    case .status(3): ReadingFault("the PDF needs a password", "save it without one")
    case .status: ReadingFault("the PDF is damaged", "fetch it again")
    case .signal:
      ReadingFault(
        "the PDF helper came to nothing with this file: it is damaged, or needs too much time or "
          + "memory", "give its text, as pdftotext writes it")
    }
  }
}

/// What the helper says of a PDF.
struct PDFDocument {
  var title: String?
  var created: String?
  /// The lines of each page as they are printed.
  var pages: [String] = []

  init(_ bytes: [UInt8]) throws(JSONError) {
    var json = JSONReader(bytes)
    var title: String?
    var created: String?
    var pages: [String] = []
    try json.object { (json, key) throws(JSONError) in
      switch key {
      case "title": title = try json.stringOrNull()
      case "created": created = try json.stringOrNull()
      case "pages":
        pages = try json.list { (json) throws(JSONError) in try json.stringOrNull() ?? "" }
      default: try json.skip()
      }
    }
    guard json.isAtEnd() else { throw json.fault("something stands behind the object") }
    // Programs that make PDFs put file names there.
    if let words = title, words.contains(" ") { self.title = words }
    self.created = created
    self.pages = pages
  }

  /// The text with its lines joined into paragraphs, and words that a line end parts made whole.
  ///
  /// A line goes on in the next where it is nearly as long as the page's longer lines.
  var text: String {
    var text: [UInt8] = []
    for page in pages {
      let lines = page.utf8.split(omittingEmptySubsequences: false) { $0 == 10 || $0 == 12 }
        .map { trimmed(String(decoding: $0, as: UTF8.self)) }
      let lengths = lines.map(\.utf8.count).filter { $0 > 0 }.sorted()
      guard !lengths.isEmpty else { continue }
      let full = lengths[lengths.count * 9 / 10] * 7 / 10
      for (index, line) in lines.enumerated() where !line.isEmpty {
        text += line.utf8.filter { $0 != 0 }
        let next = index + 1 < lines.count ? lines[index + 1] : ""
        guard let first = next.utf8.first else {
          text.append(10)
          continue
        }
        let isFull = line.utf8.count >= full
        let isParted =
          isFull && line.utf8.last == UInt8(ascii: "-") && (97...122).contains(first)
          && line.utf8.dropLast().last.map { (97...122).contains($0) } ?? false
        if isParted {
          text.removeLast()
        } else {
          text.append(isFull ? 32 : 10)
        }
      }
    }
    return trimmed(String(decoding: text, as: UTF8.self))
  }
}
