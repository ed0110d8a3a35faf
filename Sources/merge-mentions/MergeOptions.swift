import DatelineTimelines
import Foundation

/// What the command line asks for.
struct MergeOptions {
  var file = ""
  var tables: String?
  var evidence: String?
  var printsLemmas = false
  var joinsIncidents = false

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--tables": tables = rest.popFirst()
      case "--lemmas": printsLemmas = true
      case "--entries": joinsIncidents = true
      case "--evidence": evidence = rest.popFirst()
      default: file = argument
      }
    }
    guard !file.isEmpty else {
      FileHandle.standardError.write(
        Data(
          "usage: merge-mentions FILE [--tables DIR] [--evidence DIR] [--lemmas] [--entries]\n".utf8
        ))
      exit(2)
    }
  }

  /// Those of the folder, or the shipped ones.
  var models: MergingModels {
    guard let tables else { return .shipped }
    return MergingModels { name in
      (try? String(contentsOfFile: tables + "/" + name, encoding: .utf8)) ?? ""
    }
  }
}
