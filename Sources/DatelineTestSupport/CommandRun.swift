internal import Foundation

/// What came of running a program: its exit status and what it wrote.
public struct CommandRun: Sendable {
  /// The exit status; 128 and the signal's number where a signal ended it, as shells say it.
  public let status: Int32
  public let output: [UInt8]
  /// What went to standard error.
  public let messages: String

  public var text: String { String(decoding: output, as: UTF8.self) }
}

/// A folder of its own for a test, in which it runs `dateline`; it goes with the value.
public final class Workbench: @unchecked Sendable {
  public let path: String

  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "dateline-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit {
    // A test may have taken rights away.
    _ = try? Self.start("/bin/chmod", ["-R", "u+rwx", path], in: "/")
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders above it.
  public func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  public func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  public func read(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  public func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path).appending(path: name)))
  }

  /// The paths of all files below, hidden ones too, sorted.
  public func files(below name: String = ".") -> [String] {
    let folder = URL(filePath: path).appending(path: name).path
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: folder + "/" + name, isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }.sorted()
  }

  /// Runs `dateline` in the folder and waits for its end.
  public func dateline(_ arguments: String..., input: [UInt8] = []) throws -> CommandRun {
    try Self.start(Self.binary, arguments, in: path, input: input)
  }

  /// Runs a line of the shell in the folder, in which `dateline` is known.
  public func shell(_ line: String) throws -> CommandRun {
    try Self.start("/bin/sh", ["-c", "dateline() { '\(Self.binary)' \"$@\"; }; \(line)"], in: path)
  }

  /// The program that was built beside the tests.
  public static let binary: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "dateline").path
  }()

  /// What sanitizers are told, for a program that was built with one.
  private static let sanitizers = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  private static func start(
    _ program: String, _ arguments: [String], in folder: String, input: [UInt8] = []
  ) throws -> CommandRun {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    // Nothing of the machine's may show in what is tested.
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder].merging(sanitizers) { $1 }
    let (standardInput, output, messages) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    // All three at once, or a full pipe would stop both sides.
    let gathered = Gathered()
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      try? standardInput.fileHandleForWriting.write(contentsOf: Data(input))
      try? standardInput.fileHandleForWriting.close()
    }
    DispatchQueue.global().async(group: group) {
      gathered.output = output.fileHandleForReading.readDataToEndOfFile()
    }
    DispatchQueue.global().async(group: group) {
      gathered.messages = messages.fileHandleForReading.readDataToEndOfFile()
    }
    group.wait()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return CommandRun(
      status: process.terminationStatus + (isSignal ? 128 : 0), output: Array(gathered.output),
      messages: String(decoding: gathered.messages, as: UTF8.self))
  }

  /// What two threads fill before a third reads it.
  private final class Gathered: @unchecked Sendable {
    var output = Data()
    var messages = Data()
  }
}
