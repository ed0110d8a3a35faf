import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One line on the terminal that tells how far the work is, from its third second on.
enum Progress {
  private struct State {
    var isOn = false
    var isDrawn = false
    var articles = 0
    var phase: String?
  }

  private static let state = Mutex(State())

  /// Starts to watch the work; nothing is ever drawn but on a terminal.
  static func start() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    state.withLock { $0.isOn = true }
    var thread = pthread_t.none
    pthread_create(
      &thread, nil,
      { _ in
        sleep(2)
        while Progress.draw() { usleep(200_000) }
        return nil
      }, nil)
  }

  /// One article more.
  static func count() { state.withLock { $0.articles += 1 } }

  /// What is done after all articles have been read.
  static func phase(_ words: String) { state.withLock { $0.phase = words } }

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
      let words =
        state.phase ?? "\(state.articles) \(state.articles == 1 ? "article" : "articles") read"
      send("\r\u{1B}[K\(words) …")
      state.isDrawn = true
      return true
    }
  }

  private static func erase(_ state: inout State) {
    if state.isDrawn { send("\r\u{1B}[K") }
    state.isDrawn = false
  }

  private static func send(_ text: String) {
    var text = text
    text.withUTF8 { _ = writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }
}
