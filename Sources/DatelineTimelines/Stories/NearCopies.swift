import DatelineModel
import EDTF

/// Finds the articles that repeat another article's text, wholly or with small changes.
///
/// Each text is sketched by the least hashes of its runs of five words (one-permutation MinHash:
/// P. Li, A. Owen, C. Zhang, 2012); texts that share two neighbouring values are compared, and
/// those that agree in enough values are copies.
struct NearCopies {
  private static let bins = 64
  /// Share of agreeing values from which two texts are copies of one another.
  private static let threshold: Float = 0.16
  private static let run = 5
  private static let empty = UInt32.max

  /// For each article the index of the one that it copies, published before it; nil for originals.
  let originals: [Int?]

  /// `articles` are sorted by id. What a record already marks as a duplicate stays so.
  init(_ articles: [AnnotatedArticle]) {
    let sketches = articles.map { NearCopies.sketch($0.article.text) }
    // The earliest of a family is the original; of one day, the one with the least id.
    let order = articles.indices.sorted {
      let (a, b) = (articles[$0].publishedOrder, articles[$1].publishedOrder)
      return a != b ? a < b : $0 < $1
    }
    var originals = [Int?](repeating: nil, count: articles.count)
    var buckets: [UInt64: [Int32]] = [:]
    for index in order {
      let sketch = sketches[index]
      var tried: Set<Int32> = []
      var best: (original: Int, likeness: Float)?
      for band in stride(from: 0, to: NearCopies.bins, by: 2)
      where sketch[band] != NearCopies.empty && sketch[band + 1] != NearCopies.empty {
        let key = UInt64(sketch[band]) << 32 | UInt64(sketch[band + 1]) ^ UInt64(band)
        for other in buckets[key] ?? [] where tried.insert(other).inserted {
          let likeness = NearCopies.likeness(sketch, sketches[Int(other)])
          let original = originals[Int(other)] ?? Int(other)
          if likeness >= NearCopies.threshold, likeness > best?.likeness ?? 0 {
            best = (original, likeness)
          }
        }
        // A bucket keeps few texts: what copies one of them is found through it.
        if buckets[key]?.count ?? 0 < 8 { buckets[key, default: []].append(Int32(index)) }
      }
      originals[index] = best?.original
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

  /// The least hash of each bin; a text too short to tell has empty bins alone.
  private static func sketch(_ text: String) -> [UInt32] {
    var sketch = [UInt32](repeating: empty, count: bins)
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
        let bin = Int(mixed & 63)
        sketch[bin] = min(sketch[bin], UInt32(truncatingIfNeeded: mixed >> 32) >> 1)
      }
      last = (last.1, last.2, last.3, hash)
    }
    return sketch
  }

  /// Share of the bins filled in both that agree; few filled bins say nothing.
  private static func likeness(_ a: [UInt32], _ b: [UInt32]) -> Float {
    var (agreeing, filled) = (0, 0)
    for (x, y) in zip(a, b) where x != empty || y != empty {
      filled += 1
      if x == y { agreeing += 1 }
    }
    return filled < 8 ? 0 : Float(agreeing) / Float(filled)
  }
}

extension AnnotatedArticle {
  /// The day of publication as days since 1970, the largest number where none is known.
  var publishedOrder: Int { article.published?.date.earliest.dayNumber ?? Int.max }
}
