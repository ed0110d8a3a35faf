import Synchronization

/// A value that is made when it is first asked for, once, whichever thread asks.
final class Deferred<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made: Mutex<Value?>

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    made = Mutex(nil)
  }

  /// Already made.
  init(value: Value) {
    make = { value }
    made = Mutex(value)
  }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
