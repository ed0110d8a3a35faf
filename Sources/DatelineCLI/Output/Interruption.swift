#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends the program cleanly when it is told to stop: what is half written goes, the status tells.
enum Interruption {
  /// Call once, before any other thread starts.
  static func watch() {
    // A trap is the program's own fault. Who wants the runtime's stack trace asks for it.
    if environment("SWIFT_BACKTRACE") == nil {
      for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] { signal(number, trapped) }
    }
    // A closed pipe is told by write(2).
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow any more.
    signal(SIGXFSZ, SIG_IGN)
    var waited = waitedFor
    // Threads inherit the mask: only the one that waits gets them.
    pthread_sigmask(SIG_BLOCK, &waited, nil)
    var thread = pthread_t.none
    pthread_create(
      &thread, nil,
      { _ in
        // Who started the program may have blocked others, such as that a child has ended.
        var waited = Interruption.waitedFor
        var number: Int32 = 0
        while sigwait(&waited, &number) != 0 {}
        Progress.stop()
        Unfinished.clear()
        _exit(128 + number)
      }, nil)
  }

  private static var waitedFor: sigset_t {
    var waited = sigset_t()
    sigemptyset(&waited)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&waited, number) }
    return waited
  }

  /// `nohup` and shells without job control ask for some signals to be ignored.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

extension pthread_t {
  /// The value before a thread is there: a number on Linux, a pointer on macOS.
  #if canImport(Darwin)
    static var none: pthread_t? { nil }
  #else
    static var none: pthread_t { 0 }
  #endif
}

/// Says so and ends; whatever may wait or take memory is left to the next run.
private func trapped(_ number: Int32) {
  let message: StaticString = """

    dateline: this is a fault of Dateline itself: please report it with the command line and, if
              you can, the article that was read.

    """
  _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
  _exit(70)
}
