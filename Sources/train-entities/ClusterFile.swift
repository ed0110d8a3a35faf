import DatelineExtraction
import Foundation

/// A table `word<TAB>cluster`, read and kept for as long as the program runs.
struct ClusterFile {
  private(set) var keys: [UInt32] = []
  private(set) var values: [UInt16] = []
  let clusters: WordClusters

  init(_ path: String?) {
    guard let path else {
      clusters = .none
      return
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      TrainingOptions.fail("\(path) is not readable")
    }
    var table: [UInt32: UInt16] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let value = UInt16(cells[1]),
        let first = cells[0].unicodeScalars.first
      else { continue }
      let hash = Token.hash(of: cells[0])
      let key = first.properties.isUppercase ? hash ^ 0x5BD1_E995 : hash
      if table[key] == nil { table[key] = value }
    }
    let sorted = table.sorted { $0.key < $1.key }
    keys = sorted.map(\.key)
    values = sorted.map(\.value)
    let keyCopy = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: keys.count)
    _ = keyCopy.initialize(from: keys)
    let valueCopy = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: values.count)
    _ = valueCopy.initialize(from: values)
    clusters = WordClusters(
      keys: UnsafeBufferPointer(keyCopy), values: UnsafeBufferPointer(valueCopy))
  }
}

/// Both tables of clusters, as the options name them.
struct ClusterFiles {
  let written: ClusterFile
  let used: ClusterFile

  var tables: ClusterTables { ClusterTables(written: written.clusters, used: used.clusters) }
}
