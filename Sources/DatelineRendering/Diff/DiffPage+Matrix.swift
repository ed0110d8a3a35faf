internal import DatelineModel
internal import EDTF
internal import Mustache

extension DiffPage {
  /// Events that two or more tell, down; sides, across.
  func matrix() -> TemplateValue {
    let shared = diff.entries.filter { $0.kind == .shared }
    let only = diff.entries.filter { $0.kind == .only }
    let columns = sources.prefix(60)
    let shown = Array(shared.prefix(DiffPage.most))
    let rows: [TemplateValue] = shown.map { entry in
      var kinds = ""
      let found = entry.differences.map(\.kind)
      if found.contains(.conflict) { kinds += "C" }
      if found.contains(.revision) { kinds += "V" }
      if found.contains(.otherCount) || found.contains(.precision) { kinds += "P" }
      if columns.contains(where: { entry.absent[$0] == .silent }) { kinds += "O" }
      let tellers = columns.enumerated().filter { entry.reported[$0.element] != nil }
        .map { String($0.offset) }
      return [
        "kinds": .text(kinds), "by": .text(tellers.joined(separator: " ")),
        "anchor": .text(anchor(entry)), "label": .text(PageText.cut(entry.label, limit: 110)),
        "date": .text(date(entry.date)),
        "cells": .list(cells(entry, columns)),
        "total": .init(entry.reported.values.count { $0.copyOf == nil }),
      ]
    }
    return [
      "count": .init(shown.count), "countPhrase": .text(say("{n} of {all}")),
      "saidPhrase": .text(say("{n} of {all} events shown")), "hasRows": .flag(!shown.isEmpty),
      "columns": .list(
        columns.enumerated().map { ["name": .text(name($1)), "number": .init($0)] }),
      "rows": .list(rows),
      "rest": rest(shared.count - shown.count, "event"),
      "restOfSources": rest(sources.count - columns.count, "source"),
      "legend": .list(legend(shown, Array(columns)).map { $0.value(in: say) }),
      "isNarrow": .flag(columns.count <= 3),
      "only": single(only),
    ]
  }

  private func cells(_ entry: TimelineDiff.Entry, _ columns: ArraySlice<String>)
    -> [TemplateValue]
  {
    let subject = entry.countedSubject
    return columns.map { source in
      let mark = DiffMark(entry, source)
      let count = entry.count(of: source, counting: subject)
      return [
        "mark": .text(mark.rawValue), "role": .text(mark.role), "word": .text(say(mark.word)),
        "isGap": .flag(mark == .gap),
        "value": .text(count.map(FigureWords.short) ?? ""),
      ]
    }
  }

  private func legend(_ rows: [TimelineDiff.Entry], _ columns: [String]) -> [DiffMark] {
    var found: Set<DiffMark> = []
    for entry in rows { for source in columns { found.insert(DiffMark(entry, source)) } }
    return DiffMark.allCases.filter { found.contains($0) }
  }

  /// What one side alone tells, side by side of the page, each with its first words.
  private func single(_ entries: [TimelineDiff.Entry]) -> TemplateValue {
    let told = Dictionary(grouping: entries) { $0.teller(among: diff.sources) }
    let sides: [TemplateValue] = sources.compactMap { source in
      guard let own = told[source] else { return nil }
      let shown = own.prefix(60)
      return [
        "name": .text(name(source)), "count": .text(say.counted(own.count, "event")),
        "rest": rest(own.count - shown.count, "event"),
        "events": .list(
          shown.map { entry in
            let others = sources.filter { $0 != source }
            let silent = others.filter { entry.absent[$0] == .silent }
            let why =
              diff.sources.count == 2
              ? others.first.map { absence(entry, $0) } ?? ""
              : silent.isEmpty
                ? ""
                : say(
                  "silent: {names}",
                  [
                    "names": silent.prefix(4).map(name).joined(separator: ", ")
                      + (silent.count > 4 ? " +\(silent.count - 4)" : "")
                  ])
            let quote = entry.reported[source]?.quotes.first
            return [
              "date": .text(date(entry.date)),
              "label": .text(PageText.cut(entry.label, limit: 160)),
              "published": .text(published(quote?.published)),
              "url": .text(PageText.link(quote?.url) ?? ""), "why": .text(why),
            ]
          }),
      ]
    }
    return ["hasSides": .flag(!sides.isEmpty), "sides": .list(sides)]
  }

  /// All reports of what two or more tell, with the words, where they stand, and why they were
  /// taken for one.
  func evidence() -> TemplateValue {
    let shared = diff.entries.filter { $0.kind == .shared }.prefix(DiffPage.most)
    return [
      "hasEntries": .flag(!shared.isEmpty),
      "entries": .list(
        shared.map { entry in
          let tellers = order(of: entry)
          return [
            "anchor": .text(anchor(entry)), "label": .text(PageText.cut(entry.label, limit: 160)),
            "date": .text(date(entry.date)),
            "size": .text(
              say.counted(entry.reported.values.reduce(0) { $0 + $1.quotes.count }, "quote") + ", "
                + say.counted(tellers.count, "side")),
            "id": .text(PageText.clean(entry.event(firstOf: tellers))),
            "score": .text(say("{n} of 100", ["n": px(entry.score * 100)])),
            "reasons": .text(entry.reasons.joined(separator: ", ")),
            "hasReasons": .flag(!entry.reasons.isEmpty),
            "reports": .list(tellers.map { report(entry, $0) }),
          ]
        }),
    ]
  }

  private func report(_ entry: TimelineDiff.Entry, _ source: String) -> TemplateValue {
    let report = entry.reported[source]!
    return [
      "name": .text(name(source)),
      "copied": .text(entry.copied(source, name: name, in: say) ?? ""),
      "quotes": .list(
        report.quotes.prefix(8).map { quote in
          [
            "text": .text(PageText.cut(quote.text, limit: options.quoteLength)),
            "published": .text(published(quote.published)),
            "url": .text(PageText.link(quote.url) ?? ""),
            "place": .text(
              (quote.inTitle
                ? say("{article}, title", ["article": PageText.clean(quote.article)])
                : PageText.clean(quote.article)) + ":\(quote.start)–\(quote.end)"),
          ]
        }),
      "rest": rest(report.quotes.count - 8, "quote"),
    ]
  }

  /// The sides that tell it, first reports first.
  func order(of entry: TimelineDiff.Entry) -> [String] {
    sources.enumerated().filter { entry.reported[$0.element] != nil }.sorted { a, b in
      func day(_ source: String) -> Int {
        entry.reported[source]?.published.flatMap { PublicationWords.day($0)?.dayNumber } ?? Int.max
      }
      return (day(a.element), a.offset) < (day(b.element), b.offset)
    }.map(\.element)
  }
}
