internal import Dispatch
import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
final class Deferred<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made: Mutex<Value?>
  /// Whether another core has been asked to make it.
  private let isAhead: Atomic<Bool>

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    made = Mutex(nil)
    isAhead = Atomic(false)
  }

  /// Already made.
  init(value: Value) {
    make = { value }
    made = Mutex(value)
    isAhead = Atomic(true)
  }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }

  /// Has another core make it, while this one goes on with what it does not yet need it for.
  func makeAhead() {
    // Asked for each article, and so looked at before it is written.
    if isAhead.load(ordering: .relaxed) || isAhead.exchange(true, ordering: .relaxed) { return }
    DispatchQueue.global().async { _ = self.value }
  }
}
