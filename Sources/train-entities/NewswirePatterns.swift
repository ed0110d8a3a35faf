import DatelineExtraction
import DatelineModel
import Foundation

/// Lines as the wires write them, made from patterns and the names of a stock.
struct NewswirePatterns {
  private let patterns: [String]
  private let stock: NameStock
  private let grammar: NameGrammar
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  init(_ path: String, stock: NameStock, grammar: NameGrammar) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      TrainingOptions.fail("\(path) is not readable")
    }
    patterns = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map(
      String.init)
    self.stock = stock
    self.grammar = grammar
  }

  /// Each pattern `copies` times, each time with other names.
  func examples(
    copies: Int, pack: LanguagePack, clusters: ClusterFiles, groups: UInt64
  ) -> [EntityExample] {
    var random = SplitMix(state: 11)
    var examples: [EntityExample] = []
    for _ in 0..<copies {
      for pattern in patterns {
        let (text, gold) = filled(pattern, &random)
        examples += pack.entityLattices(of: text, clusters: clusters.tables, groups: groups)
          .compactMap { EntityExample($0, gold: gold, marksOthers: true) }
      }
    }
    return examples
  }

  private func filled(
    _ pattern: String, _ random: inout SplitMix
  ) -> (text: String, gold: [(span: TextSpan, label: EntityLabel)]) {
    var text = ""
    var gold: [(span: TextSpan, label: EntityLabel)] = []
    var body = ""
    for (index, part) in pattern.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard index > 0, let close = part.firstIndex(of: "}") else {
        text += part
        continue
      }
      let slot = String(part[..<close])
      var (name, label) = filler(slot.lowercased(), after: body, &random)
      if label == .organization { body = name }
      if slot.first!.isUppercase { name = name.uppercased() }
      let start = text.utf8.count
      text += name
      if let label { gold.append((TextSpan(start, text.utf8.count), label)) }
      text += part[part.index(after: close)...]
    }
    return (text, gold)
  }

  private func filler(
    _ slot: String, after body: String, _ random: inout SplitMix
  ) -> (name: String, label: EntityLabel?) {
    switch slot {
    case "city": return (stock.pick(stock.cities, &random), .location)
    case "club": return (stock.pick(stock.cities, &random), .organization)
    case "country": return (stock.pick(stock.countries, &random), .location)
    case "region": return (stock.pick(stock.regions, &random), .location)
    case "person":
      let person = stock.person(&random)
      // An initial now and then.
      if random.next() % 8 == 0, let space = person.firstIndex(of: " ") {
        let initial = String(UnicodeScalar(UInt8(65 + random.next() % 26)))
        return (person[..<space] + " " + initial + "." + person[space...], .person)
      }
      return (person, .person)
    case "surname": return (stock.pick(stock.surnames, &random), .person)
    case "demonym": return (stock.pick(stock.demonyms, &random), .other)
    case "given": return (stock.pick(stock.given, &random), .person)
    case "acronym": return (acronym(of: body, &random), .organization)
    case "n": return (String(random.next() % 9 + 1), nil)
    case "nn": return (String(random.next() % 88 + 10), nil)
    case "year": return (String(random.next() % 60 + 1965), nil)
    case "clock": return (String(random.next() % 12 + 10) + "00", nil)
    case "month": return (stock.pick(NewswirePatterns.months, &random), nil)
    case "weekday": return (stock.pick(NewswirePatterns.weekdays, &random), nil)
    default:
      guard let name = grammar.name(slot, &random) else {
        TrainingOptions.fail("newswire.tsv knows no slot {\(slot)}")
      }
      return (name, NameGrammar.label(of: slot))
    }
  }

  /// The initials of a name of several words, else of another body.
  private func acronym(of body: String, _ random: inout SplitMix) -> String {
    var body = body
    while true {
      let initials = body.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
      if initials.count >= 2, initials.count <= 5 { return String(initials) }
      body = grammar.name("group", &random)!
    }
  }
}
