/// Values by the hash of a token, in an open-addressed table: such a hash is spread already, so it
/// tells its slot by itself.
struct TokenTable<Value> {
  private struct Slot {
    var hash: UInt32
    /// One more than the index of its value; 0 where the slot is free.
    var place: Int32
  }

  private var slots: [Slot]
  private(set) var hashes: [UInt32] = []
  private(set) var values: [Value] = []

  init() { slots = Array(repeating: Slot(hash: 0, place: 0), count: 64) }

  var count: Int { values.count }

  /// The index of a hash in ``values``, or -1.
  @inline(__always)
  func index(of hash: UInt32) -> Int {
    let mask = UInt32(truncatingIfNeeded: slots.count - 1)
    var slot = hash & mask
    while true {
      let one = slots[Int(slot)]
      if one.place == 0 { return -1 }
      if one.hash == hash { return Int(one.place) - 1 }
      slot = (slot + 1) & mask
    }
  }

  /// Of a hash that is not in the table, nil; nothing is ever taken out.
  subscript(hash: UInt32) -> Value? {
    @inline(__always) get {
      let index = index(of: hash)
      return index < 0 ? nil : values[index]
    }
  }

  subscript(hash: UInt32, default value: @autoclosure () -> Value) -> Value {
    get { self[hash] ?? value() }
    _modify {
      var index = index(of: hash)
      if index < 0 {
        index = values.count
        insert(hash, value())
      }
      yield &values[index]
    }
  }

  mutating func set(_ value: Value, for hash: UInt32) {
    let index = index(of: hash)
    if index < 0 { insert(hash, value) } else { values[index] = value }
  }

  /// Puts something else for every value.
  mutating func replaceValues(_ transform: (Value) -> Value) { values = values.map(transform) }

  private mutating func insert(_ hash: UInt32, _ value: Value) {
    hashes.append(hash)
    values.append(value)
    if hashes.count * 2 > slots.count {
      slots = Array(repeating: Slot(hash: 0, place: 0), count: slots.count * 4)
      for (index, hash) in hashes.enumerated() { place(hash, index) }
    } else {
      place(hash, hashes.count - 1)
    }
  }

  private mutating func place(_ hash: UInt32, _ index: Int) {
    let mask = UInt32(truncatingIfNeeded: slots.count - 1)
    var slot = hash & mask
    while slots[Int(slot)].place != 0 { slot = (slot + 1) & mask }
    slots[Int(slot)] = Slot(hash: hash, place: Int32(index + 1))
  }
}

extension TokenTable: Sendable where Value: Sendable {}
