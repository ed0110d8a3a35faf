import DatelineExtraction
import Foundation

/// How organisations, places and events are named: rows that name others, down to a stock of names.
struct NameGrammar {
  private var rows: [String: [String]] = [:]
  private let stock: NameStock

  init(_ path: String, stock: NameStock) {
    self.stock = stock
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      TrainingOptions.fail("\(path) is not readable")
    }
    for line in text.split(separator: "\n").filter({ !$0.hasPrefix("#") }).dropFirst() {
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { TrainingOptions.fail("\(path): \(line): wants two columns") }
      rows[String(cells[0]), default: []].append(String(cells[1]))
    }
  }

  /// A name of a slot; nil where neither the grammar nor the stock has the slot.
  func name(_ slot: String, _ random: inout SplitMix) -> String? {
    if let rows = rows[slot] {
      let row = stock.pick(rows, &random)
      var name = ""
      for (index, part) in row.split(separator: "{", omittingEmptySubsequences: false).enumerated()
      {
        guard index > 0, let close = part.firstIndex(of: "}") else {
          name += part
          continue
        }
        let inner = String(part[..<close])
        guard let filler = self.name(inner, &random) else {
          TrainingOptions.fail("names.tsv knows no slot {\(inner)}")
        }
        name += filler + part[part.index(after: close)...]
      }
      return name
    }
    switch slot {
    case "city": return stock.pick(stock.cities, &random)
    case "country": return stock.pick(stock.countries, &random)
    case "region": return stock.pick(stock.regions, &random)
    case "demonym": return stock.pick(stock.demonyms, &random)
    case "surname": return stock.pick(stock.surnames, &random)
    case "given": return stock.pick(stock.given, &random)
    case "person": return stock.person(&random)
    case "known": return stock.pick(stock.bodies, &random)
    default: return nil
    }
  }

  /// What a slot names; nil where its words are no name by themselves.
  static func label(of slot: String) -> EntityLabel? {
    switch slot {
    case "body", "agency", "party", "group", "company", "paper", "school", "team", "nick", "bloc":
      .organization
    case "facility", "spot": .location
    case "event": .other
    default: nil
    }
  }
}
