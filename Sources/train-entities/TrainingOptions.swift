import Foundation

/// What the command line says.
struct TrainingOptions {
  var train: [String] = []
  var test: [String] = []
  var output: String?
  var clusters: String?
  /// The clusters by the words around.
  var uses: String?
  var epochs = 8
  /// How often all is learned from nothing, each time in another order; the weights are summed.
  var rounds = 1
  /// A feature that fewer examples have is left out.
  var minimum = 2
  /// How much better than a wrong reading the right one must be, in hundredths of an update.
  var margin: Int64 = 0
  var bits = 18
  /// How far ahead names are of what is none, in steps of a byte.
  var bias: Int32 = 0
  var groups: UInt64 = .max
  /// Every n-th text is also learned in capitals; 0 for none.
  var capitals = 0
  /// Every n-th text is also learned with other persons and places in it; 0 for none.
  var swaps = 0
  /// Whether bodies are swapped as well.
  var bodies = false
  /// How often each newswire pattern is filled.
  var patterns = 0
  /// How many of a hundred features are hidden at each step.
  var hidden: UInt64 = 0
  /// Where the gazetteer and the patterns stand.
  var root = "."
  var verbose = false

  init(_ arguments: ArraySlice<String>) {
    var rest = Array(arguments)
    func take() -> String {
      guard !rest.isEmpty else { TrainingOptions.fail("a value is missing at the end") }
      return rest.removeFirst()
    }
    while !rest.isEmpty {
      let name = rest.removeFirst()
      switch name {
      case "--train": train += take().split(separator: ",").map(String.init)
      case "--test": test += take().split(separator: ",").map(String.init)
      case "--output": output = take()
      case "--clusters": clusters = take()
      case "--uses": uses = take()
      case "--epochs": epochs = number(take(), name)
      case "--rounds": rounds = number(take(), name)
      case "--minimum": minimum = number(take(), name)
      case "--margin": margin = Int64(number(take(), name))
      case "--bias": bias = Int32(number(take(), name))
      case "--bits": bits = number(take(), name)
      case "--without": groups &= ~(1 << UInt64(number(take(), name)))
      case "--capitals": capitals = number(take(), name)
      case "--swaps": swaps = number(take(), name)
      case "--bodies": bodies = number(take(), name) > 0
      case "--patterns": patterns = number(take(), name)
      case "--hidden": hidden = UInt64(number(take(), name))
      case "--root": root = take()
      case "--verbose": verbose = true
      default: TrainingOptions.fail("knows no option “\(name)”")
      }
    }
  }

  private func number(_ text: String, _ name: String) -> Int {
    guard let number = Int(text) else { TrainingOptions.fail("\(name) wants a number") }
    return number
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("train-entities: \(message)\n".utf8))
    exit(2)
  }
}
