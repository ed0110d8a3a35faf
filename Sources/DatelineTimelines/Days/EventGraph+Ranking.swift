import DatelineModel
import EDTF

extension EventGraph {
  /// Gives each event its salience, 0…1 against the others.
  ///
  /// Features, each by its logarithm: independent sources, mentions, articles that come back to the
  /// event two or more days later; then the place where it is told (title, first sentences), the
  /// salience of its day, and whether it took place at all.
  mutating func rank(copies: Set<String>) {
    let published = publishedDays
    let days = Dictionary(
      self.days.map { ($0.date.dayNumber, $0.salience) }, uniquingKeysWith: { first, _ in first })
    let raw = events.map { $0.weight(copies: copies, published: published, days: days) }
    let greatest = raw.max() ?? 0
    guard greatest > 0 else { return }
    for index in events.indices { events[index].salience = rounded(raw[index] / greatest) }
  }
}

extension Event {
  fileprivate func weight(copies: Set<String>, published: [String: Int], days: [Int: Double])
    -> Double
  {
    let voices = mentions.filter { !copies.contains($0.article) }
    let counted = voices.isEmpty ? mentions : voices
    let sources = Set(counted.map { $0.source ?? "" }).count
    let reports = Set(counted.map(\.article)).count
    let first = earliest?.dayNumber
    let later =
      first.map { first in
        Set(counted.map(\.article)).count { published[$0].map { $0 >= first + 2 } ?? false }
      } ?? 0
    let leading = counted.count { $0.inTitle || (!$0.isBackground && $0.start < 400) }
    var weight =
      logarithm(sources) + 0.6 * logarithm(reports) + 0.4 * logarithm(later)
      + 0.5 * Double(leading) / Double(counted.count)
    if let first { weight += 2 * (days[first] ?? 0) }
    if date == nil { weight *= 0.5 }
    switch status {
    case .asserted: break
    case .alleged, .denied: weight *= 0.8
    case .expected, .negated: weight *= 0.6
    case .counterfactual: weight *= 0.4
    }
    // What is said about a happening matters less than the happening.
    switch type {
    case .accuse, .request, .reject, .threaten, .support: weight *= 0.8
    default: break
    }
    return weight
  }

  /// log2(1 + n) by halving, the same on every machine.
  private func logarithm(_ count: Int) -> Double {
    var (value, whole) = (Double(1 + count), 0.0)
    while value >= 2 {
      value /= 2
      whole += 1
    }
    // Between powers of two a line is near enough to a logarithm.
    return whole + (value - 1)
  }
}
