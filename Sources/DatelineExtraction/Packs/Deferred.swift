internal import Dispatch
import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
final class Deferred<Value: Sendable>: Sendable {
  private struct State {
    var value: Value?
    /// Whether another core has been asked to make it.
    var isAhead = false
  }

  private let make: @Sendable () -> Value
  private let state: Mutex<State>

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    state = Mutex(State())
  }

  /// Already made.
  init(value: Value) {
    make = { value }
    state = Mutex(State(value: value))
  }

  var value: Value {
    state.withLock { state in
      if let value = state.value { return value }
      let value = make()
      state.value = value
      return value
    }
  }

  /// Has another core make it, while this one goes on with what it does not yet need it for.
  func makeAhead() {
    // Who holds the lock makes it.
    let isFirst = state.withLockIfAvailable { state in
      defer { state.isAhead = true }
      return state.value == nil && !state.isAhead
    }
    if isFirst == true { DispatchQueue.global().async { _ = self.value } }
  }
}
