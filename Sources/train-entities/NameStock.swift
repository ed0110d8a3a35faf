import DatelineExtraction
import Foundation

/// Names by what they name, from the gazetteer, for patterns and for swapping.
struct NameStock {
  private(set) var given: [String] = []
  private(set) var surnames: [String] = []
  private(set) var cities: [String] = []
  private(set) var countries: [String] = []
  private(set) var regions: [String] = []
  private(set) var demonyms: [String] = []
  private(set) var bodies: [String] = []

  init(_ path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      TrainingOptions.fail("\(path) is not readable")
    }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 4, cells[0].utf8.count > 2 else { continue }
      let name =
        cells[2].isEmpty || cells[2] == "=" ? NameStock.capitalised(cells[0]) : String(cells[2])
      let senses = Set(cells[1])
      if senses.contains("f"), !senses.contains("w") {
        given.append(NameStock.capitalised(cells[0]))
      }
      if !senses.isDisjoint(with: ["s", "p"]), !senses.contains("v"),
        senses.isDisjoint(with: ["n", "c"])
      {
        surnames.append(NameStock.capitalised(cells[0]))
      }
      if !senses.isDisjoint(with: ["c", "T"]) || senses.contains("t") && !senses.contains("w") {
        cities.append(name)
        // Large towns are told of more often.
        if !senses.isDisjoint(with: ["c", "T"]) { cities += [name, name, name, name] }
      }
      if senses.contains("n") { countries.append(NameStock.capitalised(cells[0])) }
      if senses.contains("r"), !senses.contains("w") { regions.append(name) }
      if senses.contains("d"), !senses.contains("n") {
        demonyms.append(NameStock.capitalised(cells[0]))
      }
      if senses.contains("o") { bodies.append(name) }
    }
  }

  private static func capitalised(_ key: some StringProtocol) -> String {
    key.split(separator: " ").map { word in
      word == "of" || word == "and" || word == "the"
        ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  func pick(_ names: [String], _ random: inout SplitMix) -> String {
    names[Int(random.next() % UInt64(names.count))]
  }

  func person(_ random: inout SplitMix) -> String {
    pick(given, &random) + " " + pick(surnames, &random)
  }
}
