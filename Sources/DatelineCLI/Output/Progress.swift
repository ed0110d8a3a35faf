import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line on the terminal that tells how far the work is, from its third second on.
///
/// On a terminal that cannot go back in a line (`TERM=dumb`) it is a new line every ten seconds.
enum Progress {
  private struct State {
    var isOn = false
    var isDrawn = false
    var isPlain = false
    var meter = ProgressMeter()
    var inputs: [String] = []
    var start = 0
    var lastPlain = 0
  }

  private static let state = Mutex(State())

  /// Starts to watch the work; nothing is ever drawn but on a terminal.
  static func start() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    state.withLock { state in
      state.isOn = true
      state.isPlain = environment("TERM") == "dumb"
      state.start = now
    }
    var thread = pthread_t.none
    pthread_create(
      &thread, nil,
      { _ in
        sleep(2)
        let inputs = Progress.state.withLock { $0.isOn ? $0.inputs : [] }
        // Files are looked at only where the work is long enough for a bar.
        let total = bytes(ofInputs: inputs)
        Progress.state.withLock { $0.meter.totalBytes = total }
        while Progress.draw() { usleep(200_000) }
        return nil
      }, nil)
  }

  /// What will be read.
  static func expect(_ inputs: [String]) { state.withLock { $0.inputs = inputs } }

  /// One article more.
  static func count() { state.withLock { $0.meter.articles += 1 } }

  /// So many bytes of the inputs more.
  static func read(_ bytes: Int) { state.withLock { $0.meter.bytes += bytes } }

  /// What is done after all articles have been read.
  static func phase(_ words: String) { state.withLock { $0.meter.phase = words } }

  /// Ends the line for good.
  static func stop() {
    state.withLock { state in
      erase(&state)
      state.isOn = false
    }
  }

  /// Lets `body` write to the terminal without the line in its way.
  static func aside(_ body: () -> Void) {
    state.withLock { state in
      erase(&state)
      body()
    }
  }

  private static func draw() -> Bool {
    state.withLock { state in
      guard state.isOn else { return false }
      let time = now
      let columns = terminalWidth(STDERR_FILENO) ?? 80
      let line = state.meter.line(milliseconds: time - state.start, columns: columns - 1)
      if state.isPlain {
        guard time - state.lastPlain >= 10_000 else { return true }
        state.lastPlain = time
        send(line + "\n")
        return true
      }
      send("\r\u{1B}[K" + line)
      state.isDrawn = true
      return true
    }
  }

  private static func erase(_ state: inout State) {
    if state.isDrawn { send("\r\u{1B}[K") }
    state.isDrawn = false
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  private static func send(_ text: String) {
    var text = text
    text.withUTF8 { _ = writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }
}

/// The bytes of all files that inputs lead to; nil where one of them has no size, as a pipe.
private func bytes(ofInputs paths: [String]) -> Int? {
  var total = 0
  var left = paths
  var seen = 0
  while let path = left.popLast() {
    var status = stat()
    guard stat(path, &status) == 0 else { continue }
    switch status.st_mode & S_IFMT {
    case S_IFREG: total += Int(status.st_size)
    case S_IFDIR:
      seen += 1
      // Links may lead around in a circle; so many folders are no pile of articles.
      guard seen < 10_000 else { return nil }
      for name in names(inFolder: path) where !name.hasPrefix(".") {
        left.append("\(path)/\(name)")
      }
    default: return nil
    }
  }
  return total > 0 && !paths.contains("-") ? total : nil
}
