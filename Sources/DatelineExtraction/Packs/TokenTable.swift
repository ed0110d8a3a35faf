/// Values by the hash of a token, in an open-addressed table.
///
/// A token's hash is known to everybody, so words could be written that all want one slot and make
/// every search long. Each process multiplies it by a number of its own before it tells a slot.
/// Where a value lies is the only thing that the number decides: ``hashes`` and ``values`` stand in
/// the order in which they came.
struct TokenTable<Value> {
  private struct Slot {
    var hash: UInt32
    /// One more than the index of its value; 0 where the slot is free.
    var place: Int32
  }

  private var slots: [Slot]
  private let multiplier: UInt64
  private(set) var hashes: [UInt32] = []
  private(set) var values: [Value] = []

  /// With a `multiplier`, which is odd, the slots are the same in every process.
  init(multiplier: UInt64 = tokenMultiplier) {
    slots = Array(repeating: Slot(hash: 0, place: 0), count: 64)
    self.multiplier = multiplier
  }

  var count: Int { values.count }

  /// The index of a hash in ``values``, or -1.
  @inline(__always)
  func index(of hash: UInt32) -> Int { Int(slots[slot(of: hash)].place) - 1 }

  /// The slot that holds a hash, or the free one in which the search for it ends.
  @inline(__always)
  private func slot(of hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = home(of: hash) & mask
    while slots[slot].place != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
    return slot
  }

  /// Where the search for a hash begins, in its low bits. Every bit of the hash has a say in those
  /// from the 32nd on (multiply-shift hashing: Dietzfelbinger and others, 1997).
  @inline(__always)
  private func home(of hash: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(hash) &* multiplier) >> 32)
  }

  /// How many slots are looked at for a hash.
  func steps(to hash: UInt32) -> Int {
    (slot(of: hash) - home(of: hash)) & (slots.count - 1) + 1
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
    slots[slot(of: hash)] = Slot(hash: hash, place: Int32(index + 1))
  }
}

extension TokenTable: Sendable where Value: Sendable {}

/// An odd number that nobody outside of this process knows.
let tokenMultiplier = UInt64.random(in: 0 ... .max) | 1
