import DatelineExtraction

/// Weights as ``EntityWeights`` reads them.
struct EntityModelFile {
  let bytes: [UInt8]
  /// How many features found a place.
  let features: Int

  init(
    features: [UInt64], sums: [SIMD16<Int64>], transitions: [Int64], clusters: ClusterFiles,
    bits: Int, bias: Int32
  ) {
    // One step of a byte such that one weight in two thousand is cut.
    var sizes: [Int64] = []
    for row in sums { for lane in 0..<16 where row[lane] != 0 { sizes.append(abs(row[lane])) } }
    sizes.sort()
    let largest = sizes.isEmpty ? 1 : sizes[sizes.count - 1 - sizes.count / 2000]
    let scale = max(1, largest / 127)
    func reduced(_ value: Int64) -> Int64 {
      let half = value < 0 ? -scale / 2 : scale / 2
      return (value + half) / scale
    }
    let slots = 1 << bits
    var fingerprints = [UInt16](repeating: 0, count: slots)
    var rows = [SIMD16<Int8>](repeating: .zero, count: slots)
    // The weightiest first, for they must have a place.
    let norms = sums.map { row in (0..<16).reduce(Int64(0)) { $0 + abs(row[$1]) / scale } }
    let order = features.indices.sorted {
      (norms[$1], features[$0]) < (norms[$0], features[$1])
    }
    var placed = 0
    for index in order where norms[index] > 0 {
      let feature = features[index]
      let fingerprint = EntityWeights.fingerprint(of: feature)
      var slot = Int(truncatingIfNeeded: feature) & (slots - 1)
      for _ in 0..<EntityWeights.reach {
        if fingerprints[slot] == 0 {
          fingerprints[slot] = fingerprint
          for lane in 0..<16 {
            rows[slot][lane] = Int8(max(-127, min(127, reduced(sums[index][lane]))))
          }
          placed += 1
          break
        }
        if fingerprints[slot] == fingerprint { break }
        slot = (slot + 1) & (slots - 1)
      }
    }
    var bytes: [UInt8] = []
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(EntityWeights.magic)
    append(EntityWeights.version)
    append(UInt32(bits))
    append(UInt32(clusters.written.keys.count))
    append(UInt32(clusters.used.keys.count))
    for move in transitions { append(Int32(reduced(move))) }
    append(bias)
    append(EntityWeights.builtInTablesHash("en"))
    while bytes.count < EntityWeights.headerSize { bytes.append(0) }
    for one in fingerprints { append(one) }
    for row in rows { for lane in 0..<16 { append(row[lane]) } }
    for table in [clusters.written, clusters.used] {
      for key in table.keys { append(key) }
      for value in table.values { append(value) }
      // Each table begins where four bytes can be read at once.
      if table.keys.count % 2 == 1 { append(UInt16(0)) }
    }
    self.bytes = bytes
    self.features = placed
  }

  /// The weights in memory that is never given back.
  func weights() -> EntityWeights {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    return EntityWeights(copy, count: bytes.count)!
  }
}
