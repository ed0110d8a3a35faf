#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One run of a program that reads what we do not trust to a library in our own process.
struct BoundedProcess {
  /// Why there is no output to be used.
  enum Failure: Error, Hashable {
    /// It could not be started, or its input not be kept for it.
    case notStarted(Int32)
    case tookTooLong
    case wroteTooMuch
    /// It crashed or was killed.
    case signal(Int32)
    case status(Int32)
  }

  let path: String
  let milliseconds: Int
  let outputBytes: Int

  /// What the program writes, given `input` on its standard input.
  ///
  /// It is ended when it takes longer or writes more than it may; its messages go nowhere.
  func output(for input: [UInt8]) throws(Failure) -> [UInt8] {
    guard let file = tmpfile() else { throw .notStarted(errno) }
    defer { fclose(file) }
    guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0 else {
      throw .notStarted(errno)
    }
    rewind(file)
    lseek(fileno(file), 0, SEEK_SET)
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .notStarted(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let child: pid_t
    do throws(Failure) {
      child = try start(reading: fileno(file), writing: ends[1])
      close(ends[1])
    } catch {
      close(ends[1])
      throw error
    }
    var output: [UInt8] = []
    var failure: Failure?
    do throws(Failure) {
      output = try all(of: ends[0])
    } catch {
      failure = error
      kill(child, SIGKILL)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    let signal = status & 0x7F
    guard signal == 0 else { throw .signal(signal) }
    guard status >> 8 & 0xFF == 0 else { throw .status(status >> 8 & 0xFF) }
    return output
  }

  private func start(reading input: Int32, writing output: Int32) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // Nothing of our environment but where its libraries are and where it may put its scratch.
    var words: [UnsafeMutablePointer<CChar>?] = [strdup(path), nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), nil]
    defer { for word in words + environment { free(word) } }
    var child: pid_t = 0
    let reason = posix_spawn(&child, path, &actions, nil, &words, &environment)
    guard reason == 0 else { throw .notStarted(reason) }
    return child
  }

  private func all(of descriptor: Int32) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    let start = BoundedProcess.now
    while true {
      let left = milliseconds - (BoundedProcess.now - start)
      guard left > 0 else { throw .tookTooLong }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&wait, 1, Int32(clamping: left)) <= 0 { continue }
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes += piece[..<count]
      guard bytes.count <= outputBytes else { throw .wroteTooMuch }
    }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
