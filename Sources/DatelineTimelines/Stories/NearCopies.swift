import DatelineModel
import EDTF

/// Finds the articles that repeat another article's text, wholly, with changes, or in part.
///
/// Of each text's runs of five words a fixed share is kept, chosen by hash, so that two texts keep
/// the same ones (the modulo sketch of A. Broder, 1997). Texts that share rare runs are compared;
/// one is a copy of the other where the shorter one's runs stand in the longer one to a third.
struct NearCopies {
  /// One run in so many is kept.
  private static let share: UInt64 = 4
  /// Share of the shorter text's runs from which one is a copy of the other.
  private static let threshold = 0.3
  /// Fewer shared runs than this are a quotation, or what agencies print below every text.
  private static let least = 8
  private static let run = 5
  /// Texts that keep fewer runs than this are too short for a sample: all their runs are compared,
  /// and so many of them have to agree.
  private static let short = 32
  private static let leastOfShort = 24
  /// A run that stands in more texts than this is nobody's own.
  private static let common = 12

  /// For each article the index of the one that it copies, published before it; nil for originals.
  let originals: [Int?]

  /// `articles` are sorted by id. What a record already marks as a duplicate stays so.
  init(_ articles: [AnnotatedArticle], jobs: Int = 1) {
    let sketches = articles.indices.mapped(jobs: jobs) {
      NearCopies.sketch(articles[$0].article.text, share: NearCopies.share)
    }
    // The earliest of a family is the original; of one day, the one with the least id.
    let order = articles.indices.sorted {
      let (a, b) = (articles[$0].publishedOrder, articles[$1].publishedOrder)
      return a != b ? a < b : $0 < $1
    }
    var originals = [Int?](repeating: nil, count: articles.count)
    let shared = NearCopies.shared(order.map { sketches[$0] })
    for (place, index) in order.enumerated() {
      var best: (other: Int, part: Double)?
      for (earlier, count) in shared[place] where count >= NearCopies.least / 2 {
        let other = order[Int(earlier)]
        let least = min(sketches[index].count, sketches[other].count)
        var part = Double(count) / Double(max(1, least))
        if count < NearCopies.least {
          guard least < NearCopies.short else { continue }
          part = NearCopies.part(articles[index].article.text, articles[other].article.text)
        }
        guard part >= NearCopies.threshold else { continue }
        if let old = best, (part, -other) <= (old.part, -old.other) { continue }
        best = (other, part)
      }
      originals[index] = best.map { originals[$0.other] ?? $0.other }
    }
    let places = Dictionary(
      articles.indices.map { (articles[$0].article.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for index in articles.indices {
      guard let stated = articles[index].article.duplicateOf, let place = places[stated],
        place != index, originals[place] != index
      else { continue }
      originals[index] = originals[place] ?? place
    }
    self.originals = originals
  }

  /// For each text how many runs it shares with which texts before it.
  private static func shared(_ sketches: [[UInt64]]) -> [[Int32: Int]] {
    // Sorted and no dictionary: hardly any run stands in two texts.
    var holders: [(run: UInt64, text: Int32)] = []
    holders.reserveCapacity(sketches.reduce(0) { $0 + $1.count })
    for (text, sketch) in sketches.enumerated() {
      for run in sketch { holders.append((run, Int32(text))) }
    }
    holders.sort { $0.run != $1.run ? $0.run < $1.run : $0.text < $1.text }
    var shared = [[Int32: Int]](repeating: [:], count: sketches.count)
    var start = 0
    while start < holders.count {
      var end = start + 1
      while end < holders.count, holders[end].run == holders[start].run { end += 1 }
      // What stands everywhere tells nothing; what copies one of the first is found through them.
      for place in start..<min(end, start + common) {
        let text = Int(holders[place].text)
        for earlier in start..<place { shared[text][holders[earlier].text, default: 0] += 1 }
      }
      start = end
    }
    return shared
  }

  /// Share of the shorter text's runs that stand in the other too; 0 where they are few.
  private static func part(_ a: String, _ b: String) -> Double {
    let (x, y) = (sketch(a, share: 1), Set(sketch(b, share: 1)))
    let shared = x.count(where: y.contains)
    return shared < leastOfShort ? 0 : Double(shared) / Double(max(1, min(x.count, y.count)))
  }

  /// One of so many runs, sorted, each once.
  private static func sketch(_ text: String, share: UInt64) -> [UInt64] {
    var sketch: [UInt64] = []
    var last: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var words = 0
    text.forEachWord { word in
      var hash: UInt32 = 2_166_136_261
      for byte in word { hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619 }
      words += 1
      if words >= run {
        var mixed = UInt64(last.0)
        for part in [last.1, last.2, last.3, hash] {
          mixed = (mixed ^ UInt64(part)) &* 0x9E37_79B9_7F4A_7C15
          mixed ^= mixed >> 29
        }
        if mixed % share == 0 { sketch.append(mixed) }
      }
      last = (last.1, last.2, last.3, hash)
    }
    return sketch.distinct
  }
}

extension AnnotatedArticle {
  /// The day of publication as days since 1970, the largest number where none is known.
  var publishedOrder: Int { article.published?.date.earliest.dayNumber ?? Int.max }
}
