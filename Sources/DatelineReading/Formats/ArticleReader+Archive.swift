internal import CArchive

extension ArticleReader {
  /// What a gzip file holds: one file, or a tar archive.
  func readGzip(_ stream: ByteStream, _ file: InputFile) throws {
    guard file.archiveDepth < options.limits.archiveDepth else {
      throw ReadingFault(
        "more than \(options.limits.archiveDepth) compressed files stand inside one another "
          + "(limit archiveDepth)", "unpack it yourself")
    }
    var inner = file
    inner.archiveDepth += 1
    // The name inside decides the format, and the id stays that of the file as it is named.
    if file.nameExtension == "gz" {
      inner.unpackedName = String(file.innerName.dropLast(3))
    } else if file.nameExtension == "tgz" {
      inner.unpackedName = String(file.innerName.dropLast(4)) + ".tar"
    }
    let source = try GzipSource(StreamSource(stream), ratio: options.limits.decompressionRatio)
    try read(file: inner, from: ByteStream(source))
    if source.hasOtherBehind {
      report(
        .error, file, "what stands behind the compressed data is no gzip, and is not read",
        "fetch the file again")
    }
  }

  /// Each file of a zip or tar archive, as if the archive were a folder.
  func readArchive(_ stream: ByteStream, _ file: InputFile) throws {
    guard file.archiveDepth < options.limits.archiveDepth else {
      throw ReadingFault(
        "more than \(options.limits.archiveDepth) archives stand inside one another "
          + "(limit archiveDepth)", "unpack it yourself")
    }
    try readManifests(inArchive: file)
    let source = try ArchiveSource(stream, ratio: options.limits.decompressionRatio)
    var members = 0
    let before = tally
    while let name = try source.next() {
      members += 1
      guard members <= options.limits.archiveMembers else {
        throw ReadingFault(
          "the archive has more than \(options.limits.archiveMembers) members "
            + "(limit archiveMembers)", "split it")
      }
      let parts = name.split(separator: "/", omittingEmptySubsequences: true)
      var member = InputFile(
        path: file.path + "/" + name, id: name, isNamed: false)
      member.archiveDepth = file.archiveDepth + 1
      if !(file.isNamed && file.archiveDepth == 0) { member.id = file.id + "/" + name }
      guard !name.hasPrefix("/"), !parts.contains(".."), !name.utf8.contains(0x5C) else {
        report(
          .error, member, "the path leads out of the archive, and the member is not read",
          "rename it in the archive")
        continue
      }
      if name.hasSuffix("/") { continue }
      guard source.isFile else {
        report(
          .warning, member, "a link or device in an archive is not followed",
          "put the file itself into the archive")
        continue
      }
      // Hidden files, and what macOS adds to archives.
      if parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) { continue }
      do {
        try read(file: member, from: ByteStream(source.member()))
      } catch let fault as ReadingFault {
        report(.error, member, fault.message, fault.remedy)
      }
    }
    if tally.articles == before.articles, tally.unreadable == before.unreadable {
      report(
        .error, file, "the archive holds no article",
        "put .jsonl, .txt, .html or other files of articles into it")
    }
  }
}

extension ArticleReader {
  /// Reads the manifests of an archive that can be read twice: one may stand behind the files that it is
  /// about. What is wrong with the archive is told when its articles are read.
  private func readManifests(inArchive file: InputFile) throws {
    guard let place = file.place, let kind = try? PathKind(path: place), case .file = kind,
      let opened = try? FileSource(path: place)
    else { return }
    var stream = ByteStream(opened)
    if (try? stream.peek(2)) == [0x1F, 0x8B],
      let unpacked = try? GzipSource(
        StreamSource(stream), ratio: options.limits.decompressionRatio)
    {
      stream = ByteStream(unpacked)
    }
    guard
      let source = try? ArchiveSource(stream, ratio: options.limits.decompressionRatio)
    else { return }
    var members = 0
    while let name = try? source.next(), members < options.limits.archiveMembers {
      members += 1
      guard let last = name.split(separator: "/").last,
        ArticleReader.manifestNames.contains(String(last)), source.isFile
      else { continue }
      let member = InputFile(path: file.path + "/" + name, id: name, isNamed: false)
      do {
        try readManifest(from: source.member(), member, isAsked: false, isPacked: true)
      } catch let fault as ReadingFault {
        report(.error, member, fault.message, fault.remedy)
      }
    }
  }
}

/// The members of an archive, one after the other.
private final class ArchiveSource {
  private let archive: OpaquePointer
  private let feed: ArchiveFeed
  private var bound: DecompressionBound
  private(set) var isFile = false

  init(_ stream: ByteStream, ratio: Int) throws(ReadingFault) {
    guard let archive = archive_read_new() else {
      throw ReadingFault("there is no memory to open the archive", "give the machine more memory")
    }
    self.archive = archive
    bound = DecompressionBound(ratio: ratio, remedy: "unpack it yourself if you trust it")
    feed = ArchiveFeed(stream)
    archive_read_support_format_zip_streamable(archive)
    archive_read_support_format_tar(archive)
    let status = archive_read_open(
      archive, Unmanaged.passUnretained(feed).toOpaque(), nil,
      { _, context, block in
        Unmanaged<ArchiveFeed>.fromOpaque(context!).takeUnretainedValue().next(block)
      }, nil)
    guard status == ARCHIVE_OK else { throw fault() }
  }

  deinit { archive_read_free(archive) }

  /// The path of the next member; nil behind the last.
  func next() throws(ReadingFault) -> String? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(archive, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw fault() }
    isFile = dateline_entry_is_file(entry) != 0
    guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
      throw ReadingFault("a member has no name that can be read", "make the archive again")
    }
    return String(cString: name)
  }

  func member() -> Member { Member(self) }

  private func fault() -> ReadingFault {
    if let fault = feed.fault { return fault }
    let message = archive_error_string(archive).map { String(cString: $0) } ?? "unknown fault"
    if message.lowercased().contains("encrypt") || message.lowercased().contains("passphrase") {
      return ReadingFault("the archive is encrypted", "unpack it yourself with its password")
    }
    return ReadingFault("the archive is damaged (\(message))", "fetch or make it again")
  }

  fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw fault() }
    try bound.add(count, taken: max(1, Int(archive_filter_bytes(archive, -1))))
    return count
  }

  /// The bytes of the member that is open.
  final class Member: ByteSource {
    private let source: ArchiveSource
    init(_ source: ArchiveSource) { self.source = source }
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingFault) -> Int {
      try source.read(into: buffer)
    }
  }
}

/// Hands the bytes of a stream to libarchive.
private final class ArchiveFeed {
  private let stream: ByteStream
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private(set) var fault: ReadingFault?

  init(_ stream: ByteStream) { self.stream = stream }

  deinit { buffer.deallocate() }

  func next(_ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do throws(ReadingFault) {
      let count = try stream.takeSome(into: buffer)
      block?.pointee = UnsafeRawPointer(buffer.baseAddress)
      return count
    } catch {
      fault = error
      return -1
    }
  }
}
