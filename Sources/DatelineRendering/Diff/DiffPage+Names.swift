internal import DatelineModel
internal import EDTF
internal import Mustache

extension DiffPage {
  /// Each actor whom sides name differently: the names, each with who uses it and how often.
  func naming() -> TemplateValue {
    let shown = diff.naming.prefix(48)
    let quotes = NamingQuotes(diff.entries)
    return [
      "hasRows": .flag(!shown.isEmpty), "rest": rest(diff.naming.count - shown.count, "actor"),
      "rows": .list(
        shown.map { row in
          var users: [String: [(source: String, count: Int)]] = [:]
          for source in sources {
            for name in row.names[source] ?? [] {
              users[name.name, default: []].append((source, name.count))
            }
          }
          let names = users.map { name, users in
            (name: name, users: users, total: users.reduce(0) { $0 + $1.count })
          }.sorted { $0.total != $1.total ? $0.total > $1.total : $0.name < $1.name }
          return [
            "actor": .text(PageText.cut(row.actor, limit: 90)),
            "names": .list(
              names.prefix(12).map { one in
                let told = one.users.prefix(6).map { "\(name($0.source)) \($0.count)" }
                let quote = quotes.first(of: one.users.map(\.source), with: one.name)
                return [
                  "name": .text(PageText.cut(one.name, limit: 90)), "total": .init(one.total),
                  "quote": .text(
                    quote.map { PageText.cut($0.text, limit: min(160, options.quoteLength)) } ?? ""),
                  "url": .text(PageText.link(quote?.url) ?? ""),
                  "published": .text(quote.map { published($0.published) } ?? ""),
                  "users": .text(
                    told.joined(separator: ", ")
                      + (one.users.count > 6 ? " +\(one.users.count - 6)" : "")),
                ]
              }),
            "rest": rest(names.count - 12, "name"),
          ]
        }),
    ]
  }

  // MARK: When

  /// One dot a side's first report, left of the line where it was told beforehand.
  func lag() -> TemplateValue {
    var rows: [TemplateValue] = []
    var count = 0
    for entry in diff.entries where entry.kind == .shared {
      guard let day = entry.date?.earliest?.dayNumber, entry.date?.start?.calendarDate != nil else {
        continue
      }
      let reports = order(of: entry).compactMap { source -> (source: String, lag: Int)? in
        guard let published = entry.reported[source]?.published,
          let told = PublicationWords.day(published)?.dayNumber
        else { return nil }
        return (source, told - day)
      }
      guard reports.count > 1 else { continue }
      count += 1
      if rows.count >= 60 { continue }
      var heights: [Int: Int] = [:]
      var dots: [TemplateValue] = []
      let most = Dictionary(grouping: reports, by: \.lag).values.map(\.count).max() ?? 1
      let height = max(22, min(most, 8) * 8 + 10)
      for report in reports {
        let level = heights[report.lag, default: 0]
        heights[report.lag] = level + 1
        guard level < 8 else { continue }
        dots.append([
          "x": .text(percent(DiffPage.place(ofLag: report.lag))),
          "y": .init(height - 7 - level * 8),
          "isBefore": .flag(report.lag < 0),
        ])
      }
      let (first, last) = (reports.first!.lag, reports.last!.lag)
      func tellers(_ lag: Int) -> String {
        let names = reports.filter { $0.lag == lag }.map { name($0.source) }
        return names.prefix(2).joined(separator: ", ")
          + (names.count > 2 ? " +\(names.count - 2)" : "")
      }
      rows.append([
        "label": .text(PageText.cut(entry.label, limit: 90)), "anchor": .text(anchor(entry)),
        "date": .text(date(entry.date)), "height": .init(height), "dots": .list(dots),
        "words": .text(
          reports.map { "\(name($0.source)), \(DiffPage.words(ofLag: $0.lag, in: say))" }
            .joined(separator: "; ")),
        "first": .text(DiffPage.words(ofLag: first, in: say)), "firstBy": .text(tellers(first)),
        "last": .text(first == last ? "–" : DiffPage.words(ofLag: last, in: say)),
        "lastBy": .text(first == last ? "" : tellers(last)),
      ])
    }
    let orders = self.orders()
    return [
      "hasRows": .flag(!rows.isEmpty), "rows": .list(rows),
      "rest": rest(count - rows.count, "event"),
      "hasOrders": .flag(!orders.isEmpty), "orders": .list(orders),
      "ticks": .list(
        [-30, -7, -1, 0, 1, 7, 30].map { lag in
          [
            "x": .text(percent(DiffPage.place(ofLag: lag))),
            "isDay": .flag(lag == 0), "isNear": .flag(abs(lag) == 1),
            "word": .text(word(ofTick: lag)),
          ]
        }),
    ]
  }

  /// What some sides tell in another order than others.
  private func orders() -> [TemplateValue] {
    let labels = Dictionary(diff.entries.map { ($0.id, $0.label) }) { first, _ in first }
    func names(_ sides: [String]) -> TemplateValue {
      .text(sides.map(name).joined(separator: ", "))
    }
    return diff.inversions.prefix(24).map { one in
      [
        "before": names(one.before), "after": names(one.after),
        "words": .text(
          say(
            "{first} before {second}",
            [
              "first": PageText.cut(labels[one.first] ?? "", limit: 90),
              "second": PageText.cut(labels[one.second] ?? "", limit: 90),
            ])),
      ]
    }
  }

  /// 0…1: a day at 8 % of the width, a month at the edge, more at the very edge.
  static func place(ofLag days: Int) -> Double {
    let steps: [(day: Double, place: Double)] = [
      (0, 0), (1, 0.1), (7, 0.26), (30, 0.42), (365, 0.48),
    ]
    let size = Double(min(abs(days), 365))
    var place = 0.48
    for (low, high) in zip(steps, steps.dropFirst()) where size <= high.day {
      place = low.place + (high.place - low.place) * (size - low.day) / (high.day - low.day)
      break
    }
    return 0.5 + (days < 0 ? -place : place)
  }

  static func words(ofLag days: Int, in say: Wording = .english) -> String {
    switch days {
    case 0: say("same day")
    case ..<0: say("{days} before", ["days": say.counted(-days, "day")])
    default: say("{days} after", ["days": say.counted(days, "day")])
    }
  }

  private func word(ofTick days: Int) -> String {
    if days == 0 { return say("event") }
    let number = (days < 0 ? "−" : "+") + String(abs(days))
    return abs(days) == 30 ? say(number + " d") : number
  }

  // MARK: Coverage

  /// When each side published at all, beside the days of what two or more tell.
  func coverage() -> TemplateValue {
    let days = diff.coverage.values.flatMap(\.days).map(\.dayNumber)
    guard let first = days.min(), let last = days.max() else {
      return ["hasRows": false, "rows": .list([])]
    }
    let span = Double(max(1, last - first + 2))
    func place(_ day: Int) -> String { percent((Double(day - first) + 0.5) / span * 0.99) }
    let events = diff.entries.filter { $0.kind == .shared }
      .compactMap { $0.date?.start?.calendarDate?.dayNumber }
      .filter { (first...last).contains($0) }
    let marks = Array(Set(events)).sorted().prefix(120)
    let rows: [TemplateValue] = sources.prefix(120).map { source in
      let side = diff.coverage[source]
      let own = (side?.days ?? []).map(\.dayNumber)
      let reach = events.count { event in
        own.contains { (event...(event + diff.window)).contains($0) }
      }
      // Days close together look like one tick.
      var ticks: [Int] = []
      for day in own where Double(day - (ticks.last ?? Int.min / 2)) >= span / 400 {
        ticks.append(day)
      }
      return [
        "name": .text(name(source)), "articles": .init(side?.articles ?? 0),
        "copies": .text(
          (side?.copies ?? 0) > 0 ? say.counted(side!.copies, "copy").copiesFixed : ""),
        "ticks": .list(ticks.map { ["x": .text(place($0))] }),
        "reach": .text(say("{n} of {all}", ["n": String(reach), "all": String(events.count)])),
      ]
    }
    let (from, to) = (CalendarDate(dayNumber: first), CalendarDate(dayNumber: last))
    var years: [TemplateValue] = []
    let step = max(1, (to.year - from.year) / 6)
    for year in stride(from: from.year, through: to.year, by: step) {
      let day = max(first, CalendarDate(year: year, month: 1, day: 1)!.dayNumber)
      if Double(day - first) / span < 0.9 {
        years.append(["x": .text(place(day)), "word": .text(say.year(year))])
      }
    }
    return [
      "hasRows": true, "rows": .list(rows), "years": .list(years),
      "events": .list(marks.map { ["x": .text(place($0))] }),
      "span": .text(
        say("{from} to {to}", ["from": say.short(EDTFDate(from)), "to": say.short(EDTFDate(to))])),
      "window": .init(diff.window), "rest": rest(sources.count - rows.count, "source"),
    ]
  }
}

extension String {
  /// "2 copys" is no English.
  fileprivate var copiesFixed: String { hasSuffix("copys") ? dropLast(2) + "ies" : self }
}

/// What each source is quoted with, to be looked through for the names that it uses.
private struct NamingQuotes {
  private var bySource: [String: [(quote: TimelineDiff.Quote, bytes: [UInt8])]] = [:]
  /// As many quotes of a source are looked through.
  private static let most = 400

  /// In the order of the entries.
  init(_ entries: [TimelineDiff.Entry]) {
    for entry in entries {
      for (source, report) in entry.reported
      where bySource[source]?.count ?? 0 < NamingQuotes.most {
        bySource[source, default: []] += report.quotes.map { ($0, Array($0.text.utf8)) }
      }
    }
  }

  /// The first quote in which a name stands as words of its own, of the first source that has one.
  func first(of sources: [String], with name: String) -> TimelineDiff.Quote? {
    let name = Array(name.utf8)
    guard !name.isEmpty else { return nil }
    for source in sources {
      if let found = bySource[source]?.first(where: { NamingQuotes.holds($0.bytes, name) }) {
        return found.quote
      }
    }
    return nil
  }

  private static func holds(_ text: [UInt8], _ name: [UInt8]) -> Bool {
    guard text.count >= name.count else { return false }
    func isLetter(_ index: Int) -> Bool {
      guard text.indices.contains(index) else { return false }
      let byte = text[index]
      return (97...122).contains(byte | 0x20) || byte >= 0x80
    }
    for start in 0...(text.count - name.count) where text[start] == name[0] {
      if text[start...].starts(with: name), !isLetter(start - 1), !isLetter(start + name.count) {
        return true
      }
    }
    return false
  }
}
