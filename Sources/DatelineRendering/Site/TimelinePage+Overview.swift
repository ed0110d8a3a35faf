internal import DatelineModel
internal import EDTF
internal import Mustache

extension TimelinePage {
  private static let barHeight = 74.0

  /// The histogram over time and the links to years.
  func overview() throws -> TemplateValue {
    guard let bins = TimeBins(graph) else { return false }
    let count = Double(bins.counts.count)
    func percent(_ share: Double) -> TemplateValue { .text(px(share * 100) + "%") }
    let top = Double(bins.counts.max() ?? 1)
    let bars: [TemplateValue] = bins.counts.enumerated().map { index, events in
      let height = events == 0 ? 0 : max(2.5, TimelinePage.barHeight * Double(events) / top)
      return [
        "x": percent(Double(index) / count), "y": .text(px(90 - height)),
        "height": .text(px(height)), "isEmpty": .flag(events == 0),
        "words": .text("\(bins.words(index, in: say)): \(say.counted(events, "event"))"),
      ]
    }
    return [
      "heading": .text(say("Events a " + bins.unit.rawValue)), "bars": .list(bars),
      "width": percent(0.86 / count),
      "ticks": .list(
        ticks(bins).map { ["x": percent($0.share), "text": .text($0.text)] }),
      "peaks": .list(
        peaks(bins).map {
          [
            "x": percent($0.share), "y": .text(px($0.y)), "text": .text($0.text),
            "anchor": .text($0.share > 0.7 ? "end" : "start"),
          ]
        }),
      "hushes": .list(
        hushes(bins).map { ["x": percent($0.share), "text": .text($0.text)] }),
      "last": .number(count - 1),
      "range": .text(range(bins)),
      "earlier": .text(
        bins.earlier > 0
          ? say(
            "The first bar counts what is earlier too: {events}.",
            ["events": say.counted(bins.earlier, "event")]) : ""),
      "later": .text(
        bins.later > 0
          ? say(
            "The last bar counts what is later too: {events}.",
            ["events": say.counted(bins.later, "event")]) : ""),
      "years": .list(
        sections.years.map {
          [
            "link": .text("#y" + TimelineSections.yearName($0.number)),
            "year": .text(say.year($0.number)), "count": .number(Double($0.eventCount)),
          ]
        }),
    ]
  }

  private func range(_ bins: TimeBins) -> String {
    let (first, last) = (bins.start(0), bins.start(bins.counts.count - 1))
    let (a, b) = (say.year(first.year), say.year(last.year))
    return a == b ? a : "\(a) – \(b)"
  }

  /// Where years (or months, or decades) begin, as many as have room.
  private func ticks(_ bins: TimeBins) -> [(share: Double, text: String)] {
    let count = bins.counts.count
    var ticks: [(Int, String)] = []
    for bin in 0..<count {
      let start = bins.start(bin)
      switch bins.unit {
      case .day:
        if start.day == 1 || bin == 0 { ticks.append((bin, say.month(start.month))) }
      case .month, .quarter:
        if start.month == 1 { ticks.append((bin, say.year(start.year))) }
      case .year:
        if start.year % 10 == 0 || count < 12 { ticks.append((bin, say.year(start.year))) }
      case .decade, .century:
        if start.year % 100 == 0 || count < 12 { ticks.append((bin, say.year(start.year))) }
      }
    }
    let step = max(1, (ticks.count + 17) / 18)
    return ticks.enumerated().filter { $0.offset % step == 0 }
      .map { (Double($0.element.0) / Double(count), $0.element.1) }
      // At the right edge there is no room for a word; the range above the bars tells the end.
      .filter { $0.0 < 0.96 }
  }

  /// Empty stretches that are wide enough for a word: nothing is known of them.
  private func hushes(_ bins: TimeBins) -> [(share: Double, text: String)] {
    let count = bins.counts.count
    var hushes: [(Double, String)] = []
    var start = 0
    for bin in 0...count where bin == count || bins.counts[bin] > 0 {
      if bin - start >= 2, (bin - start) * 7 >= count {
        let share = Double(start + bin) / 2 / Double(count)
        hushes.append((share, say("no event")))
      }
      start = bin + 1
    }
    return hushes
  }

  /// Names of the most salient event of the two highest bars, where there is a height to speak of.
  private func peaks(_ bins: TimeBins) -> [(share: Double, y: Double, text: String)] {
    let count = bins.counts.count
    guard count >= 6, let top = bins.counts.max(), top >= 3 else { return [] }
    let highest = bins.counts.indices.filter { bins.counts[$0] * 3 >= top }
      .sorted { (bins.counts[$1], $0) < (bins.counts[$0], $1) }
    var chosen: [Int] = []
    for bin in highest where chosen.allSatisfy({ abs($0 - bin) * 3 > count }) {
      chosen.append(bin)
      if chosen.count == 2 { break }
    }
    return chosen.compactMap { bin in
      let best = graph.events.indices.filter { bins.bins[$0] == bin }
        .max {
          (graph.events[$0].salience, graph.events[$1].id) < (
            graph.events[$1].salience, graph.events[$0].id
          )
        }
      guard let best else { return nil }
      let height = TimelinePage.barHeight * Double(bins.counts[bin]) / Double(top)
      return (
        (Double(bin) + 0.5) / Double(count), 86 - height,
        PageText.cut(graph.events[best].label, limit: 34)
      )
    }
  }
}
