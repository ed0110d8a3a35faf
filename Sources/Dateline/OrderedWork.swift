#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The most jobs that are worth while: with more, inputs wait in memory for no gain.
public let jobsLimit = 1024

/// Turns a stream of inputs into outputs on several cores and hands these on in the inputs' order.
///
/// Only so many inputs are under way at once that memory stays bounded however long the stream is.
/// The outputs are handed on in the thread that adds the inputs; with one job everything happens
/// there, at no cost.
///
/// ```swift
/// let work = OrderedWork(jobs: 2) { (text: String) in text.utf8.count }
/// try work.add("abc") { print($0) }
/// try work.finish { print($0) }
/// ```
public final class OrderedWork<Input: Sendable, Output: Sendable> {
  private let jobs: Int
  private let work: @Sendable (Input) -> Output
  private let shared: Shared
  /// The number of the next input, and of the next output to hand on.
  private var added = 0
  private var delivered = 0

  /// Works on so many inputs at a time, at least one and at most ``jobsLimit``.
  public init(jobs: Int, _ work: @escaping @Sendable (Input) -> Output) {
    self.jobs = min(max(1, jobs), jobsLimit)
    self.work = work
    shared = Shared()
  }

  /// Puts an input to work and hands on the outputs that are ready; waits where too many are not.
  public func add<Failure: Error>(
    _ input: Input, deliver: (Output) throws(Failure) -> Void
  ) throws(Failure) {
    if jobs == 1 {
      try deliver(work(input))
      return
    }
    let number = added
    added += 1
    let mayStart = shared.lock { state in
      state.waiting.append((number, input))
      if state.running == jobs { return false }
      state.running += 1
      return true
    }
    if mayStart { start() }
    while let output = shared.take(delivered, waitingIf: added - delivered > 3 * jobs) {
      delivered += 1
      try deliver(output)
    }
  }

  /// Waits for what is under way and hands it on.
  public func finish<Failure: Error>(
    deliver: (Output) throws(Failure) -> Void
  ) throws(Failure) {
    while delivered < added {
      if let output = shared.take(delivered, waitingIf: true) {
        delivered += 1
        try deliver(output)
      }
    }
  }

  /// A task works on what waits until nothing does; it never blocks its thread.
  private func start() {
    Task.detached { [shared, work] in
      while let (number, input) = shared.next() { shared.put(work(input), as: number) }
    }
  }

  /// What the tasks and the thread that adds share.
  private final class Shared: @unchecked Sendable {
    struct State {
      var waiting: [(number: Int, input: Input)] = []
      var ready: [Int: Output] = [:]
      var running = 0
    }

    private var state = State()
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(change, nil)
    }

    deinit {
      pthread_cond_destroy(change)
      pthread_mutex_destroy(mutex)
      change.deallocate()
      mutex.deallocate()
    }

    func lock<Result>(_ body: (inout State) -> Result) -> Result {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      return body(&state)
    }

    /// What waits longest; where nothing does, the asking task ends.
    func next() -> (Int, Input)? {
      lock { state in
        if state.waiting.isEmpty {
          state.running -= 1
          return nil
        }
        return state.waiting.removeFirst()
      }
    }

    func put(_ output: Output, as number: Int) {
      lock { $0.ready[number] = output }
      pthread_cond_signal(change)
    }

    /// The output of that number; nil where it is not ready and is not to be waited for.
    func take(_ number: Int, waitingIf mustWait: Bool) -> Output? {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      while mustWait, state.ready[number] == nil { pthread_cond_wait(change, mutex) }
      return state.ready.removeValue(forKey: number)
    }
  }
}
