/// The names and words that packages know, in one sorted table that is bisected in place.
///
/// A key is a name as ``NameFolding`` folds it. Rows are sorted by their bytes, and a tab is less
/// than a space: the names that go on from a key stand right behind it.
struct Gazetteer: Sendable {
  /// What a name may be; one name may be many things ("Jordan").
  struct Senses: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    static let country = Senses(rawValue: 1 << 0)
    static let demonym = Senses(rawValue: 1 << 1)
    static let capital = Senses(rawValue: 1 << 2)
    static let city = Senses(rawValue: 1 << 3)
    static let town = Senses(rawValue: 1 << 4)
    static let otherName = Senses(rawValue: 1 << 5)
    static let region = Senses(rawValue: 1 << 6)
    static let place = Senses(rawValue: 1 << 7)
    static let organization = Senses(rawValue: 1 << 8)
    static let person = Senses(rawValue: 1 << 9)
    static let famousSurname = Senses(rawValue: 1 << 10)
    static let givenName = Senses(rawValue: 1 << 11)
    static let surname = Senses(rawValue: 1 << 12)
    static let word = Senses(rawValue: 1 << 13)
    static let commonWord = Senses(rawValue: 1 << 14)

    static let anyPlace: Senses = [
      .country, .capital, .city, .town, .otherName, .region, .place,
    ]
    static let anyPerson: Senses = [.person, .famousSurname, .givenName, .surname]

    static let letters: [(letter: Unicode.Scalar, sense: Senses)] = [
      ("n", .country), ("d", .demonym), ("c", .capital), ("T", .city), ("t", .town),
      ("a", .otherName), ("r", .region), ("g", .place), ("o", .organization), ("P", .person),
      ("p", .famousSurname), ("f", .givenName), ("s", .surname), ("w", .word), ("v", .commonWord),
    ]
  }

  struct Entry {
    var senses: Senses
    /// Byte offset of the row.
    var row: Int
  }

  private let bytes: TableBytes
  private let end: Int
  /// Every `stride` bytes, the first eight bytes of the next row and where it begins.
  private var heads: [UInt64] = []
  private var offsets: [Int32] = []
  private let senses: [Senses]

  private static let stride = 192

  init(_ bytes: TableBytes) {
    self.bytes = bytes
    var table: [Senses] = Array(repeating: [], count: 128)
    for (letter, sense) in Senses.letters { table[Int(letter.value)] = sense }
    senses = table
    var end = bytes.count
    while end > 0, bytes[end - 1] == 10 { end -= 1 }
    self.end = end
    var position = 0
    // Comments and the header.
    var headers = 0
    while position < end, headers < 1 {
      if bytes[position] != UInt8(ascii: "#") { headers += 1 }
      position = rowEnd(position) + 1
    }
    while position < end {
      heads.append(head(position))
      offsets.append(Int32(position))
      var next = position + Gazetteer.stride
      guard next < end else { break }
      next = rowEnd(next) + 1
      position = next
    }
  }

  private func rowEnd(_ position: Int) -> Int {
    var position = position
    while position < end, bytes[position] != 10 { position += 1 }
    return position
  }

  private func head(_ position: Int) -> UInt64 {
    var head: UInt64 = 0
    for index in position..<(position + 8) {
      head = head << 8 | UInt64(index < end ? bytes[index] : 0)
    }
    return head
  }

  /// The entry of a key, and whether longer names begin with it and a space.
  func find(_ key: UnsafeBufferPointer<UInt8>) -> (entry: Entry?, goesOn: Bool) {
    guard !heads.isEmpty, !key.isEmpty else { return (nil, false) }
    var head: UInt64 = 0
    for index in 0..<8 {
      head =
        head << 8
        | UInt64(index < key.count ? key[index] : (index == key.count ? 9 : 0))
    }
    var low = 0
    var high = heads.count
    while low < high {
      let middle = (low + high) / 2
      if heads[middle] < head { low = middle + 1 } else { high = middle }
    }
    var position = Int(offsets[max(0, low - 1)])
    while position < end {
      // Compare the row with the key and a tab.
      var index = 0
      while index < key.count, position + index < end, bytes[position + index] == key[index] {
        index += 1
      }
      let byte = position + index < end ? bytes[position + index] : 0
      if index == key.count {
        if byte == 9 {
          let next = rowEnd(position) + 1
          return (Entry(senses: readSenses(position + index + 1), row: position), goesOn(key, next))
        }
        if byte > 9 { return (nil, byte == 32) }
      } else if byte > key[index] {
        return (nil, false)
      }
      position = rowEnd(position) + 1
    }
    return (nil, false)
  }

  private func goesOn(_ key: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    guard position + key.count < end else { return false }
    for index in 0..<key.count where bytes[position + index] != key[index] { return false }
    return bytes[position + key.count] == 32
  }

  private func readSenses(_ position: Int) -> Senses {
    var found: Senses = []
    var position = position
    while position < end, bytes[position] != 9 {
      found.formUnion(senses[Int(bytes[position] & 127)])
      position += 1
    }
    return found
  }

  /// The name as it is printed and the state that it stands for; nil where the row tells none.
  func names(of entry: Entry) -> (name: String?, state: String?) {
    let rowEnd = rowEnd(entry.row)
    var tabs: [Int] = []
    for position in entry.row..<rowEnd where bytes[position] == 9 { tabs.append(position) }
    guard tabs.count == 3 else { return (nil, nil) }
    let printed = cell((tabs[1] + 1)..<tabs[2], key: entry.row..<tabs[0])
    let own = (tabs[2] + 1)..<rowEnd
    let isSame = own.count == 1 && bytes[own.lowerBound] == UInt8(ascii: "=")
    return (printed, isSame ? printed : own.isEmpty ? nil : bytes.string(own))
  }

  /// A name as its cell has it: "=" is the key with capitals.
  private func cell(_ range: Range<Int>, key: Range<Int>) -> String? {
    guard !range.isEmpty else { return nil }
    guard range.count == 1, bytes[range.lowerBound] == UInt8(ascii: "=") else {
      return bytes.string(range)
    }
    var name: [UInt8] = []
    name.reserveCapacity(key.count)
    for position in key {
      let byte = bytes[position]
      let opens = position == key.lowerBound || bytes[position - 1] == 32
      name.append(opens && byte >= 97 && byte <= 122 ? byte & 0xDF : byte)
    }
    return String(decoding: name, as: UTF8.self)
  }

  func find(_ key: String) -> Entry? {
    var key = key
    return key.withUTF8 { find($0).entry }
  }

  /// The entry of a name as a text prints it.
  func find(printed name: String) -> Entry? {
    NameFolding.joinedWords(of: name).withUnsafeBufferPointer { find($0).entry }
  }
}
