internal import DatelineModel
internal import EDTF
internal import Mustache

extension DiffPage {
  /// What sides contradict each other in, and what only looks like it: conflicts first.
  func contradictions() -> TemplateValue {
    let order: [TimelineDiff.Difference.Kind] = [.conflict, .revision, .otherCount, .precision]
    var all: [(entry: TimelineDiff.Entry, difference: TimelineDiff.Difference)] = []
    for kind in order {
      for entry in diff.entries {
        for difference in entry.differences where difference.kind == kind {
          all.append((entry, difference))
        }
      }
    }
    let shown = all.prefix(120)
    return [
      "hasItems": .flag(!shown.isEmpty),
      "items": .list(shown.map { item($0.entry, $0.difference) }),
      "rest": rest(all.count - shown.count, "difference"),
    ]
  }

  private func item(_ entry: TimelineDiff.Entry, _ difference: TimelineDiff.Difference)
    -> TemplateValue
  {
    let mark = DiffMark(difference.kind)
    return [
      "mark": mark.value(in: say), "kind": .text(difference.kind.rawValue),
      "word": .text(say(mark.word).capitalizedWord),
      "aspect": .text(say(difference.word)), "label": .text(PageText.cut(entry.label, limit: 110)),
      "date": .text(date(entry.date)), "anchor": .text(anchor(entry)),
      "rows": .list(
        difference.subject != nil
          ? figures(entry, difference) : values(entry, difference)),
      "isScale": .flag(difference.subject != nil),
      "why": .text(
        [say(why(entry, difference)), difference.resolution?.words(in: say)].compactMap(\.self)
          .joined(separator: " ")),
    ]
  }

  private func values(_ entry: TimelineDiff.Entry, _ difference: TimelineDiff.Difference)
    -> [TemplateValue]
  {
    DiffTextWriter(diff: diff).values(of: difference, entry).map { row in
      let days = row.tellers.map { published(entry.reported[$0]?.published) }
      let told = zip(row.tellers, days).map { name($0) + ", " + $1 }
      return [
        "value": .text(PageText.cut(say.value(row.value, of: difference.aspect), limit: 120)),
        "tellers": .text(told.prefix(6).joined(separator: "; ") + (told.count > 6 ? " …" : "")),
      ]
    }
  }

  /// One row a report in the order of reporting, on one scale from zero.
  private func figures(_ entry: TimelineDiff.Entry, _ difference: TimelineDiff.Difference)
    -> [TemplateValue]
  {
    struct Told {
      var figure: Figure
      var sources: [String]
      var published: String
    }
    var rows: [Told] = []
    for source in order(of: entry) where difference.values[source] != nil {
      let report = entry.reported[source]!
      for figure in report.figures
      where figure.subject == difference.subject
        && (difference.things == nil || difference.values[source]?.contains(figure.text) == true)
      {
        let day = published(report.published)
        if let place = rows.firstIndex(where: {
          $0.published == day && $0.figure.value == figure.value && $0.figure.max == figure.max
            && $0.figure.bound == figure.bound
        }) {
          rows[place].sources.append(source)
        } else {
          rows.append(Told(figure: figure, sources: [source], published: day))
        }
      }
    }
    let most = rows.map { $0.figure.max ?? $0.figure.value }.max() ?? 1
    return rows.prefix(24).map { row in
      let isOther = difference.kind == .otherCount && row.figure.value < most
      return [
        "value": .text(FigureInWords(row.figure, in: say).text),
        "printed": .text(PageText.cut(row.figure.text, limit: 60)),
        "tellers": .text(row.sources.map(name).joined(separator: ", ") + ", " + row.published),
        "x": .text(percent(row.figure.value / max(most, 1) * 0.92 + 0.02)),
        "end": .text(row.figure.max.map { percent($0 / max(most, 1) * 0.92 + 0.02) } ?? ""),
        "isRange": .flag(row.figure.max != nil),
        "isLeast": .flag(row.figure.bound == .atLeast),
        "isOther": .flag(isOther),
        "isDot": .flag(row.figure.max == nil && !isOther),
        "by": .text(
          row.figure.by.map { say("by {name}", ["name": PageText.cut($0, limit: 60)]) } ?? ""),
      ]
    }
  }

  private func why(_ entry: TimelineDiff.Entry, _ difference: TimelineDiff.Difference) -> String {
    switch (difference.kind, difference.aspect) {
    case (.conflict, .date): "The days do not overlap."
    case (.conflict, .status): "One says that it happened, another that it did not."
    case (.conflict, .number): "No words leave room for the other figure, and it did not grow."
    case (.conflict, _): "What one says leaves no room for what the other says."
    case (.revision, .number): "The figure grew from report to report."
    case (.revision, _): "A plan, and what came of it."
    case (.otherCount, _): "They may count different things, or different happenings."
    case (.precision, .date): "The coarser date contains the finer one, or stands on a guess."
    case (.precision, .place): "One place lies in the other, or both are printed."
    case (.precision, .actor): "One may act for the other."
    case (.precision, _): "One says it more exactly, or less."
    case (.wording, _): "Other words for the same."
    }
  }
}
