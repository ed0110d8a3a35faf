import DatelineModel
import Testing

@testable import DatelineExtraction

@Suite struct EntityModelTests {
  private static let pack = LanguagePack.builtIn("en")!

  private static func names(_ text: String, _ method: EntityMethod = .model) -> [String] {
    let article = AnnotatedArticle(
      Article(id: "a", text: text), using: pack, layers: .entities, entities: method)
    return article.entities.map { "\(text[$0.span])/\($0.kind.rawValue.prefix(3))" }
  }

  @Test(arguments: [
    (
      "The Swedish envoy, Karin Holmqvist, met officials of the Ministry of Water in Aleppo.",
      ["Karin Holmqvist/Per", "Ministry of Water/Org", "Aleppo/Loc"]
    ),
    ("Talks stalled on Monday, and nothing was signed.", []),
    (
      "President Karin Holmqvist and Mr. Anton Lindgren spoke in Aleppo.",
      ["Karin Holmqvist/Per", "Anton Lindgren/Per", "Aleppo/Loc"]
    ),
    (
      "He met the special envoy for Norway Anton Lindgren on Friday.",
      ["Norway/Loc", "Anton Lindgren/Per"]
    ),
    (
      "A 13th round of talks has been held in Kazakhstan's capital Nur-Sultan.",
      ["Kazakhstan/Loc", "Nur-Sultan/Loc"]
    ),
    (
      "Ahmad al-Rifai joined the Norwegian Refugee Council.",
      ["Ahmad al-Rifai/Per", "Norwegian Refugee Council/Org"]
    ),
  ])
  func findsNames(_ text: String, _ expected: [String]) {
    #expect(Self.names(text) == expected)
  }

  @Test func spansLieOnScalarsAndDoNotOverlap() {
    let text =
      "Élodie Brûlé, of Société Générale – Łódź’s Ørsted–Müller AG – met “Señor” Ñáñez in Genève.\n"
      + "THE MINISTER OF ŻYWIEC MET ÀÉ B. C. DE LA ROSA OF 3M-X-Y- AND & CO"
    let article = AnnotatedArticle(
      Article(id: "a", text: text), using: Self.pack, layers: .entities)
    var end = 0
    for entity in article.entities {
      #expect(entity.span.start >= end)
      #expect(!entity.span.isEmpty)
      #expect(String(text[entity.span]).unicodeScalars.allSatisfy { $0 != "\u{FFFD}" })
      end = entity.span.end
    }
    #expect(!article.entities.isEmpty)
  }

  @Test func rulesAloneDecideOnRequest() {
    let text = "Karin Holmqvist flew to Aleppo."
    let article = AnnotatedArticle(
      Article(id: "a", text: text), using: Self.pack, layers: .entities, entities: .rules)
    #expect(article.entities.allSatisfy { $0.rule != "model" })
  }

  // MARK: Weights

  @Test func builtInWeightsAreReadAndOthersAreRefused() {
    #expect(EntityWeights.builtIn("en") != nil)
    #expect(EntityWeights.builtIn("xx") == nil)
    let bytes = [UInt8](repeating: 0, count: 256)
    bytes.withUnsafeBytes { #expect(EntityWeights($0.baseAddress, count: $0.count) == nil) }
  }

  /// Fails after a change to `LanguagePacks/en/actors`: then `make train-entities` is due.
  @Test func builtInWeightsWereLearnedWithTheTablesThatAreBuiltIn() {
    #expect(EntityWeights.builtIn("en")?.tablesHash == EntityWeights.builtInTablesHash("en"))
  }

  // MARK: Decoding

  private static func region(_ count: Int) -> NameRegion {
    var candidates: [Range<Int>] = []
    for end in 1...count { for start in 0..<end { candidates.append(start..<end) } }
    return NameRegion(tokens: 0..<count, sentence: 0..<count, candidates: candidates)
  }

  /// Every way to cut a region, by trying them all.
  private static func cuts(
    _ region: NameRegion, from start: Int = 0
  ) -> [[EntityDecoder.Segment]] {
    guard start < region.tokens.count else { return [[]] }
    var all = cuts(region, from: start + 1)
    for candidate in region.candidates where candidate.lowerBound == start {
      for label in EntityLabel.allCases where label != .outside {
        for rest in cuts(region, from: candidate.upperBound) {
          all.append([EntityDecoder.Segment(tokens: candidate, label: label)] + rest)
        }
      }
    }
    return all
  }

  private static func score(
    _ cut: [EntityDecoder.Segment], _ region: NameRegion, _ tokens: [EntityDecoder.Scores],
    _ candidates: [EntityDecoder.Scores], _ transitions: [Int32]
  ) -> Int {
    var sum = 0
    var before = 0
    var position = 0
    func outside(to end: Int) {
      while position < end {
        sum += Int(transitions[before * 5])
        before = 0
        position += 1
      }
    }
    for segment in cut {
      outside(to: segment.tokens.lowerBound)
      let label = segment.label.rawValue
      sum += Int(transitions[before * 5 + label])
      before = label
      sum += Int(candidates[region.candidates.firstIndex(of: segment.tokens)!][(label - 1) * 4 + 3])
      for token in segment.tokens {
        let place =
          segment.tokens.count == 1
          ? 3
          : (token == segment.tokens.lowerBound
            ? 0 : (token == segment.tokens.upperBound - 1 ? 2 : 1))
        sum += Int(tokens[token][(label - 1) * 4 + place])
      }
      position = segment.tokens.upperBound
    }
    outside(to: region.tokens.count)
    return sum
  }

  @Test(arguments: 1...20)
  func decoderFindsTheBestOfAllCuts(_ seed: Int) {
    var state = UInt32(seed)
    func random() -> Int32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int32(state >> 16) % 101 - 60
    }
    func row() -> EntityDecoder.Scores {
      var row = EntityDecoder.Scores.zero
      for lane in 0..<16 { row[lane] = random() }
      return row
    }
    let region = Self.region(4)
    let tokens = region.tokens.map { _ in row() }
    let candidates = region.candidates.map { _ in row() }
    let transitions = (0..<25).map { _ in random() }
    let best = EntityDecoder.best(
      region, tokens: tokens, candidates: candidates, transitions: transitions)
    let highest = Self.cuts(region).map {
      Self.score($0, region, tokens, candidates, transitions)
    }.max()
    #expect(Self.score(best, region, tokens, candidates, transitions) == highest)
  }
}
