internal import DatelineModel
internal import EDTF
internal import Mustache

extension TimelinePage {
  /// Numbered series of two members or more, as rows of cells without a number left out.
  var threads: [TemplateValue] {
    var bySeries: [String: [Event]] = [:]
    for event in graph.events {
      if let series = event.series { bySeries[series.id, default: []].append(event) }
    }
    let series = bySeries.filter { seriesEnds[$0.key] != nil }.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    return series.map { id, events in
      let members = Dictionary(grouping: events) { $0.series!.ordinal }
      let last = members.keys.max() ?? 1
      return [
        "id": .text("series-" + id),
        "name": .text(PageText.clean(events[0].series!.name)),
        "summary": .text(
          last == members.count
            ? say(
              "{members}, each with a report of its own",
              ["members": say.counted(last, "member")])
            : say(
              "{n} of {all} have a report of their own in this pile",
              ["n": String(members.count), "all": String(last)])),
        "cells": .list(cells(members)),
      ]
    }
  }

  /// As many numbers in a row that nobody reports have a cell each; more are one cell, that says which.
  private static let longestGap = 7

  private func cells(_ members: [Int: [Event]]) -> [TemplateValue] {
    var cells: [TemplateValue] = []
    var before = 0
    for (ordinal, events) in members.sorted(by: { $0.key < $1.key }) where ordinal > before {
      cells += missing(after: before, before: ordinal)
      before = ordinal
      let event = events.max { ($0.mentions.count, $1.id) < ($1.mentions.count, $0.id) }!
      var cell: [String: TemplateValue] = [
        "number": .text(String(ordinal)), "link": .text(links.event(event.id) ?? ""),
        "kind": .text(EventKind(event.type).rawValue),
        "date": .text(event.date.map(shortDate) ?? say("undated")),
        "label": .text(PageText.cut(event.label, limit: 90)),
        "isExpected": .flag(event.status == .expected),
      ]
      if let place = event.place { cell["place"] = .text(PageText.cut(place, limit: 24)) }
      cells.append(.object(cell))
    }
    return cells
  }

  /// The numbers between two that are reported.
  private func missing(after first: Int, before last: Int) -> [TemplateValue] {
    if last - first - 1 > TimelinePage.longestGap {
      return [["number": .text("\(first + 1)–\(last - 1)"), "isMissing": true]]
    }
    return ((first + 1)..<last).map { ["number": .text(String($0)), "isMissing": true] }
  }

  /// Month and year, as a narrow cell has room for.
  func shortDate(_ value: EDTFValue) -> String {
    guard let date = value.start ?? value.end else { return say("undated") }
    if !say.phrases.isEmpty, date.precision >= .month {
      return say(
        "{month} {year}",
        ["month": say.month(date.earliest.month), "year": say.year(date.year)])
    }
    switch date.precision {
    case .day, .minute, .month:
      return "\(say.shortMonth(date.earliest.month)) \(say.year(date.year))"
    default: return say.short(date)
    }
  }
}
