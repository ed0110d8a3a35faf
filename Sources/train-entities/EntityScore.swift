import DatelineExtraction
import DatelineModel

/// Exact span and type on a set, without "the" and "'s".
struct EntityScore {
  let row: String

  init(
    of set: EntitySet, model: EntityModelFile, pack: LanguagePack, groups: UInt64,
    errors: Bool = false
  ) {
    let weights = model.weights()
    var right = [Int](repeating: 0, count: 5)
    var found = right
    var marked = right
    for record in set.records {
      let gold = EntitySet.gold(of: record).filter { $0.label != .other }
      for one in gold { marked[one.label.rawValue] += 1 }
      if errors {
        let reach = pack.entityLattices(of: record.text, clusters: .none).flatMap { lattice in
          lattice.region.candidates.map { c in
            TextSpan(
              lattice.spans[c.lowerBound - lattice.region.tokens.lowerBound].start,
              lattice.spans[c.upperBound - 1 - lattice.region.tokens.lowerBound].end)
          }
        }
        let found = pack.entities(in: record.text, weights: weights, groups: groups)
        for one in gold where !found.contains(where: { $0.span == one.span }) {
          print(
            "MISS", reach.contains(one.span) ? "lost" : "unreachable", one.label,
            record.text[one.span], "<",
            record.text[
              TextSpan(max(0, one.span.start - 50), min(record.text.utf8.count, one.span.end + 30))
            ].map { $0 == "\n" ? "/" : String($0) }.joined())
        }
      }
      for one in pack.entities(in: record.text, weights: weights, groups: groups) {
        found[one.label.rawValue] += 1
        if errors, !gold.contains(where: { $0.span == one.span && $0.label == one.label }) {
          let other = EntitySet.gold(of: record).filter { $0.span.overlaps(one.span) }
          print(
            "ERR", "+\(one.label)", record.text[one.span], "<",
            other.map { "\($0.label) \(record.text[$0.span])" }.joined(separator: "; "), "<",
            record.text[
              TextSpan(max(0, one.span.start - 50), min(record.text.utf8.count, one.span.end + 30))
            ].map { $0 == "\n" ? "/" : String($0) }.joined())
        }
        if gold.contains(where: { $0.span == one.span && $0.label == one.label }) {
          right[one.label.rawValue] += 1
        }
      }
    }
    func f1(_ labels: [Int]) -> String {
      let tp = labels.reduce(0) { $0 + right[$1] }
      let all = labels.reduce(0) { $0 + found[$1] + marked[$1] }
      let value = all == 0 ? 0 : 20_000 * tp / all
      return "\(value / 100).\(value % 100 / 10)\(value % 10)"
    }
    let name = set.path.split(separator: "/").suffix(2).joined(separator: "/")
    let tp = right.reduce(0, +)
    let precision = found.reduce(0, +) == 0 ? 0 : 100 * tp / found.reduce(0, +)
    let recall = 100 * tp / marked.reduce(0, +)
    row =
      "\(name)\tF1 \(f1([1, 2, 3]))\tPER \(f1([1]))\tORG \(f1([2]))\tLOC \(f1([3]))\tP \(precision) R \(recall)"
  }
}
