import DatelineExtraction
import DatelineModel
import Foundation

/// A set of texts with marked names: JSON Lines `{id, text, entities: [{start, end, type}]}`.
struct EntitySet {
  struct Record: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String
    }
    var id: String
    var text: String
    var entities: [Entity]
  }

  let path: String
  let records: [Record]
  /// Whether the set marks demonyms, works and prizes too; else what lies outside names may be
  /// anything that is no person, organisation or location.
  let marksOthers: Bool

  init(_ path: String) {
    self.path = path
    var data = Data()
    // A folder stands for its files in the order of their names.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [""]
    for name in names.sorted() where name.isEmpty || name.hasSuffix(".jsonl") {
      guard let file = FileManager.default.contents(atPath: path + name) else {
        TrainingOptions.fail("\(path + name) is not readable")
      }
      data += file + Data([10])
    }
    do {
      records = try data.split(separator: 10).map {
        try JSONDecoder().decode(Record.self, from: $0)
      }
    } catch { TrainingOptions.fail("\(path): \(error)") }
    marksOthers = records.contains { $0.entities.contains { $0.type == "MISC" } }
  }

  static func label(of type: String) -> EntityLabel? {
    switch type.lowercased() {
    case "per", "person": .person
    case "org", "organization", "organisation", "group", "corporation": .organization
    case "loc", "gpe", "location", "place", "fac", "facility": .location
    case "misc", "product", "creative-work", "norp": .other
    default: nil
    }
  }

  /// The marked names as byte spans without "the" and "'s", which sets mark differently.
  static func gold(of record: Record) -> [(span: TextSpan, label: EntityLabel)] {
    var bytes: [Int] = []
    var offset = 0
    for scalar in record.text.unicodeScalars {
      bytes.append(offset)
      offset += String(scalar).utf8.count
    }
    bytes.append(offset)
    let text = Array(record.text.utf8)
    return record.entities.compactMap { entity in
      guard let label = label(of: entity.type) else { return nil }
      var span = TextSpan(bytes[entity.start], bytes[entity.end])
      let words = text[span.start..<span.end]
      for article in ["the ", "The ", "THE ", "a ", "an ", "A ", "An "]
      where words.starts(with: article.utf8) {
        span.start += article.utf8.count
        break
      }
      for suffix in ["'s", "’s", "’ s", "'", "’"]
      where text[span.start..<span.end].reversed().starts(with: suffix.utf8.reversed()) {
        span.end -= suffix.utf8.count
        break
      }
      while span.end > span.start, text[span.end - 1] == 32 { span.end -= 1 }
      return span.isEmpty ? nil : (span, label)
    }
  }

  func examples(
    pack: LanguagePack, clusters: ClusterFiles, grammar: NameGrammar, options: TrainingOptions
  ) -> [EntityExample] {
    var examples: [EntityExample] = []
    var random = SplitMix(state: 5)
    for (number, record) in records.enumerated() {
      let gold = EntitySet.gold(of: record)
      let lattices = pack.entityLattices(
        of: record.text, clusters: clusters.tables, groups: options.groups)
      examples += lattices.compactMap { EntityExample($0, gold: gold, marksOthers: marksOthers) }
      if options.swaps > 0, number % options.swaps == 0 {
        let (text, gold) = swapped(record.text, gold, grammar, bodies: options.bodies, &random)
        let lattices = pack.entityLattices(
          of: text, clusters: clusters.tables, groups: options.groups)
        examples += lattices.compactMap { EntityExample($0, gold: gold, marksOthers: marksOthers) }
      }
      if options.capitals > 0, number % options.capitals == 0 {
        let shouted = String(
          decoding: record.text.utf8.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }, as: UTF8.self)
        let lattices = pack.entityLattices(
          of: shouted, clusters: clusters.tables, groups: options.groups)
        examples += lattices.compactMap { EntityExample($0, gold: gold, marksOthers: marksOthers) }
      }
    }
    return examples
  }

  /// The text with other names where persons, places and bodies stand.
  private func swapped(
    _ text: String, _ gold: [(span: TextSpan, label: EntityLabel)], _ grammar: NameGrammar,
    bodies: Bool, _ random: inout SplitMix
  ) -> (text: String, gold: [(span: TextSpan, label: EntityLabel)]) {
    let bytes = Array(text.utf8)
    var new: [UInt8] = []
    var moved: [(span: TextSpan, label: EntityLabel)] = []
    var position = 0
    for one in gold.sorted(by: { $0.span < $1.span }) where one.span.start >= position {
      new += bytes[position..<one.span.start]
      let start = new.count
      let old = bytes[one.span.start..<one.span.end]
      switch one.label {
      case .person where old.contains(32): new += Array(grammar.name("person", &random)!.utf8)
      case .person: new += Array(grammar.name("surname", &random)!.utf8)
      case .location where !old.contains(32):
        new += Array(grammar.name(random.next() % 3 == 0 ? "country" : "city", &random)!.utf8)
      case .organization where bodies && old.contains(32):
        new += Array(grammar.name("body", &random)!.utf8)
      default: new += old
      }
      moved.append((TextSpan(start, new.count), one.label))
      position = one.span.end
    }
    new += bytes[position...]
    return (String(decoding: new, as: UTF8.self), moved)
  }
}
