internal import DatelineModel
internal import EDTF
internal import Mustache

extension TimelinePage {
  /// Years with their months, each month already written, so that a large page needs no more
  /// memory for its values than one month does.
  func years() throws -> [TemplateValue] {
    var lastMonth: Int?
    var count = 0
    return try sections.years.map { year in
      var months = ""
      for month in year.months {
        var value = section(month, year: year.number, after: count)
        count += month.events.count
        let place = year.number * 12 + max(month.number - 1, 0)
        if let last = lastMonth, let gap = gap(from: last, to: place) { value["gap"] = gap }
        lastMonth = max(lastMonth ?? .min, endMonth(of: month, year: year.number))
        months += try templates.render("month", .object(value))
      }
      return [
        "id": .text("y" + TimelineSections.yearName(year.number)),
        "year": .text(say.year(year.number)), "count": .text(say.counted(year.eventCount, "event")),
        "open": stillTold(before: year), "months": .text(months),
      ]
    }
  }

  /// What `month.mustache` is filled with, but for the gap before it; `count` events come before.
  func section(
    _ month: TimelineSections.Month, year: Int, after count: Int = 0
  ) -> [String: TemplateValue] {
    [
      "say": .phrases(say.phrases), "id": .text(month.id(year: year)),
      "month": .text(month.number == 0 ? say("Sometime in") : say.month(month.number)),
      "year": .text(say.year(year)),
      "size": .text(sizeClass(month.events)),
      "chunks": chunks(month.events, after: count),
    ]
  }

  /// Events some at a time, so that a browser lays out no more than is looked at, and makes
  /// elements of no more than a page's beginning before it answers; `count` events come before.
  func chunks(_ events: [Int], after count: Int = 0) -> TemplateValue {
    let length = extent == .index ? 60 : 20
    // The lines of an index are elements at once: its search cannot wait for them.
    let promptEvents = extent == .whole ? 300 : Int.max
    return .list(
      stride(from: 0, to: events.count, by: length).map { start in
        let part = events[start..<min(start + length, events.count)]
        return [
          "size": .text(sizeClass(part)), "isIndex": .flag(extent == .index),
          "isLate": .flag(count + start >= promptEvents),
          "events": .list(part.map { .object(entry($0)) }),
        ]
      })
  }

  /// The class that says how high entries will be, about: `z0` for 6 rem, each next √2 higher.
  private func sizeClass(_ events: some Collection<Int>) -> String {
    let height = Double(events.count) * (extent == .index ? 1.6 : 11)
    return TimelinePage.sizeClass(rem: height)
  }

  static func sizeClass(rem height: Double) -> String {
    var step = 0
    var reached = 6.0
    while step < 16, reached * 1.19 < height {
      step += 1
      reached *= 1.4142
    }
    return "z\(step)"
  }

  /// The last month that the events of a section reach, counted from year zero.
  private func endMonth(of month: TimelineSections.Month, year: Int) -> Int {
    let own = year * 12 + (month.number == 0 ? 11 : month.number - 1)
    return month.events.reduce(own) { furthest, index in
      guard let end = graph.events[index].latest else { return furthest }
      return max(furthest, end.year * 12 + end.month - 1)
    }
  }

  /// What is said of seven empty months or more between two sections.
  private func gap(from last: Int, to next: Int) -> TemplateValue? {
    let empty = next - last - 1
    guard empty >= 7 else { return nil }
    let (years, months) = (empty / 12, empty % 12)
    let parts = [
      years > 0 ? say.counted(years, "year") : nil,
      months > 0 ? say.counted(months, "month") : nil,
    ].compactMap { $0 }
    let length =
      parts.count == 2 ? say("{a} and {b}", ["a": parts[0], "b": parts[1]]) : parts.joined()
    let reports = published.values.count {
      guard let day = $0.calendarDate else { return false }
      return (last + 1..<next).contains(day.year * 12 + day.month - 1)
    }
    return [
      "length": .text(length),
      "reports": .text(
        reports == 0
          ? say("No article in this pile was published in that time.")
          : say(
            reports == 1
              ? "{articles} of that time tells of other times."
              : "{articles} of that time tell of other times.",
            ["articles": say.counted(reports, "article")])),
    ]
  }

  /// Lasting events that began in an earlier year and whose end nobody reports.
  private func stillTold(before year: TimelineSections.Year) -> TemplateValue {
    let open = graph.events.filter { event in
      guard let date = event.date, date.isOpenEnded, let start = date.start else { return false }
      return start.year < year.number && event.status == .asserted
    }
    let shown = open.sorted { ($1.salience, $0.id) < ($0.salience, $1.id) }.prefix(3)
      .sorted { ($0.earliest?.dayNumber ?? 0, $0.id) < ($1.earliest?.dayNumber ?? 0, $1.id) }
    if shown.isEmpty { return false }
    return [
      "events": .list(
        shown.map { event in
          [
            "link": .text(links.event(event.id) ?? ""),
            "label": .text(PageText.cut(event.label, limit: 60)),
            "since": .text(event.date?.start.map { say.short($0) } ?? ""),
            "kind": .text(EventKind(event.type).rawValue),
          ]
        }),
      "more": .text(
        open.count > shown.count ? say("and {n} more", ["n": String(open.count - shown.count)]) : ""
      ),
    ]
  }

  /// What `event.mustache` is filled with.
  func entry(_ index: Int) -> [String: TemplateValue] {
    let event = graph.events[index]
    let kind = EventKind(event.type)
    let fill = MarkFill(event.status)
    var value: [String: TemplateValue] = [
      "id": .text("event-" + event.id), "link": .text(links.event(event.id) ?? ""),
      "kind": .text(kind.rawValue), "fill": .text(fill.rawValue),
      "label": .text(PageText.clean(event.label)),
      "type": .text(typeWord(event).capitalizedWord), "edge": .text(edge(event.date)),
      "isDay": .flag(["day", "none"].contains(edge(event.date))),
      "isFirm": .flag(fill == .reported),
    ]
    if let date = event.date {
      let words = DateInWords(date, in: say)
      value["when"] = .text(words.text)
      value["note"] = .text(words.note)
      value["machineDate"] = .text(machineDate(date))
      if !isPlain(date) { value["recorded"] = .text(date.description) }
    } else {
      value["why"] = .text(whyUndated(event))
    }
    if let place = event.place { value["place"] = .text(PageText.clean(place)) }
    if let word = statusWord(event) { value["status"] = .text(word) }
    if extent == .index {
      let fragment = PictureLink(page: "").event(event.id) ?? ""
      value["link"] = .text(TimelinePage.yearPage(of: event) + fragment)
      return value
    }
    value["actors"] = .list(chips(event))
    value["hasActors"] = .flag(!event.actors.isEmpty)
    if let series = event.series { value["series"] = seriesLine(series) }
    let figures = figures(event)
    if !figures.isEmpty { value["figures"] = .list(figures) }
    let notes = notes(event)
    if !notes.isEmpty { value["differences"] = .list(notes) }
    addEvidence(of: event, to: &value)
    return value
  }

  /// Whether the words of a date say all that its record does.
  private func isPlain(_ value: EDTFValue) -> Bool {
    guard case .date(let date) = value, date.qualifier == nil else { return false }
    return [.year, .month, .day].contains(date.precision)
  }

  /// The finest word that the graph has for what kind of event it is.
  private func typeWord(_ event: Event) -> String {
    if let topic = event.topic, !topic.isEmpty {
      return PageText.clean(topic).replacing("-", with: " ").replacing("_", with: " ")
    }
    return say(event.type.word)
  }

  private func statusWord(_ event: Event) -> String? {
    if event.status == .denied {
      let deniers = event.mentions.filter { $0.status == .denied }
        .compactMap { $0.attribution ?? $0.source }
      if let denier = deniers.first {
        return say("denied by {name}", ["name": PageText.cut(denier, limit: 60)])
      }
    }
    if let word = event.status.word { return say(word) }
    let isAlleged = event.actors.contains { $0.status == .alleged && $0.role == .actor }
    return isAlleged ? say("author alleged") : nil
  }

  /// How well it is dated, for the edge of its mark.
  private func edge(_ date: EDTFValue?) -> String {
    switch date {
    case nil: "none"
    case .interval(.date(let start), .date(let end)):
      start.qualifier == nil && end.qualifier == nil ? "range" : "about"
    case .interval(.date, _): "open"
    case .interval: "until"
    case .date(let date):
      if date.precision < .day { "coarse" } else { date.qualifier == nil ? "day" : "about" }
    }
  }

  /// The start as HTML's `datetime` takes it; empty where it takes no such date.
  private func machineDate(_ value: EDTFValue) -> String {
    guard let date = value.start ?? value.end, date.year > 0 else { return "" }
    switch date.precision {
    case .century, .decade, .season: return ""
    case .year, .month, .day: return date.qualified(nil).description
    case .minute: return date.calendarDate?.description ?? ""
    }
  }

  /// Who takes part, those who act first.
  private func chips(_ event: Event) -> [TemplateValue] {
    let parts =
      event.actors.filter { $0.role == .actor } + event.actors.filter { $0.role != .actor }
    var seen: Set<String> = []
    return parts.compactMap { part in
      guard let name = actorNames[part.actor], seen.insert(part.actor).inserted else { return nil }
      return [
        "name": .text(name), "link": .text(links.actor(part.actor) ?? ""),
        "status": .text(part.status?.word.map { say($0) } ?? ""),
      ]
    }
  }

  private func seriesLine(_ series: Event.Series) -> TemplateValue {
    var line: [String: TemplateValue] = [
      "name": .text(PageText.clean(series.name)), "ordinal": .number(Double(series.ordinal)),
    ]
    if let end = seriesEnds[series.id] {
      line["last"] = .number(Double(end))
      line["thread"] = .text((links.page ?? "") + "#series-" + PictureLink.encoded(series.id))
    }
    return .object(line)
  }

  /// Why an event stands among the undated.
  private func whyUndated(_ event: Event) -> String {
    let dated = event.mentions.contains { published[$0.article] != nil }
    if !dated { return say("Neither the report nor its record gives a date.") }
    return event.mentions.contains { $0.dateBasis != .none }
      ? say("The words for its time could not be counted to a date.")
      : say("The reports do not say when.")
  }

  // MARK: Evidence

  private func addEvidence(of event: Event, to value: inout [String: TemplateValue]) {
    let mentions = event.mentions.sorted {
      (day(of: $0), $0.article, $0.inTitle ? 0 : 1, $0.start)
        < (day(of: $1), $1.article, $1.inTitle ? 0 : 1, $1.start)
    }
    let rows = mentions.map { TemplateValue.object(evidence($0, of: event)) }
    if rows.count == 1 {
      value["only"] = rows[0]
      return
    }
    value["evidence"] = .list(rows)
    value["reportCount"] = .text(say.counted(rows.count, "report"))
    let outlets = Set(mentions.compactMap(\.source))
    let first = mentions[0]
    let last = mentions.last { published[$0.article] != nil }
    let lag = ReportingLag.words(event: event.date, published: published[first.article], in: say)
    let lastLag = ReportingLag.words(
      event: event.date, published: last.flatMap { published[$0.article] }, in: say)
    value["side"] = [
      "reports": .text(say.counted(rows.count, "report")),
      "outlets": .text(say.counted(max(outlets.count, 1), "outlet")),
      "first": .text(first.source.map(PageText.clean) ?? say("source not stated")),
      "lag": .text(lag), "last": .text(lastLag == lag ? "" : lastLag),
      "strip": strip(of: mentions, event: event),
    ]
  }

  /// The reports as dots on a line of days beside the event's own; false where they are all of
  /// one day, or the day of the event is not known.
  private func strip(of mentions: [Mention], event: Event) -> TemplateValue {
    guard let date = event.date else { return false }
    var counts: [Int: Int] = [:]
    for mention in mentions {
      guard let day = published[mention.article]?.calendarDate,
        let lag = ReportingLag.days(event: date, published: day)
      else { continue }
      counts[lag, default: 0] += 1
    }
    guard mentions.count > 2, counts.count > 1, let low = counts.keys.min(),
      let high = counts.keys.max()
    else { return false }
    let (start, end) = (min(low, 0), max(high, 0))
    func place(_ lag: Int) -> String { px(4 + 192 * Double(lag - start) / Double(end - start)) }
    // A heap of dots is no higher than five: the number beside it counts them.
    let top = min(counts.values.max() ?? 1, 5)
    let base = Double(6 * top + 4)
    // One path for all: a browser makes heavy weather of every element of a picture.
    var line = "M0 \(px(base))h200v1H0zM\(place(0)) 0h1.6v\(px(base))h-1.6z"
    for (lag, count) in counts.sorted(by: { $0.key < $1.key }) {
      for dot in 0..<min(count, 5) {
        line += "M\(place(lag)) \(px(base - 7.7 - 6 * Double(dot)))a2.7 2.7 0 1 1-.01 0z"
      }
    }
    return ["height": .text(px(base + 2)), "line": .text(line)]
  }

  private func day(of mention: Mention) -> Int {
    published[mention.article]?.earliest.dayNumber ?? .max
  }

  private func evidence(_ mention: Mention, of event: Event) -> [String: TemplateValue] {
    let article = articles[mention.article]
    let date = published[mention.article]
    var value: [String: TemplateValue] = [
      "outlet": .text(mention.source.map(PageText.clean) ?? say("source not stated")),
      "quote": .text(
        PageText.quote(mention.sentence, around: mention.quote, limit: options.quoteLength)),
      "lag": .text(ReportingLag.words(event: event.date, published: date, in: say)),
      "published": .text(
        date.map { DateInWords($0.withoutTime, in: say).text }
          ?? say("publication day not stated")),
      "isHeadline": .flag(mention.inTitle),
    ]
    // Every name is set, since one that is not would be looked up in the event around it.
    let isOwnStatus = mention.status != event.status
    value["link"] = .text(PageText.link(article?.url) ?? "")
    let language = article?.language ?? options.locale
    value["language"] = .text(language == options.locale ? "" : PageText.clean(language))
    value["by"] = .text(mention.attribution.map { PageText.cut($0, limit: 80) } ?? "")
    value["status"] = .text(isOwnStatus ? say(mention.status.word ?? "reported") : "")
    let own = mention.date == event.date ? nil : mention.date
    value["ownDate"] = .text(own.map { DateInWords($0, in: say).text } ?? "")
    value["isCopy"] = .flag(article?.duplicateOf != nil)
    value["isNoted"] = .flag(
      mention.inTitle || mention.attribution != nil || isOwnStatus || own != nil
        || article?.duplicateOf != nil)
    return value
  }

  // MARK: Figures

  /// One table a subject: who gives which figure, in the order of reporting. What counts some of
  /// those counted stands beside the count of all.
  private func figures(_ event: Event) -> [TemplateValue] {
    struct Row: Hashable {
      var outlet: String
      var figure: Figure
      var day: Int
      var parts: [String] = []
    }
    var bySubject: [Figure.Subject: [Row]] = [:]
    var seen: Set<String> = []
    for mention in event.mentions.sorted(by: {
      (day(of: $0), $0.article, $0.start) < (day(of: $1), $1.article, $1.start)
    }) {
      for figure in mention.figures where figure.subject != .other {
        let outlet = PageText.clean(figure.by ?? mention.source ?? say("source not stated"))
        let words = FigureInWords(figure, in: say).text
        let key = "\(figure.subject) \(outlet) \(words) \(figure.of ?? "")"
        guard seen.insert(key).inserted else { continue }
        var row = Row(outlet: outlet, figure: figure, day: day(of: mention))
        if let part = figure.of.map(PageText.clean) {
          if let whole = bySubject[figure.subject]?.lastIndex(where: {
            $0.day == row.day && $0.outlet == outlet && $0.figure.of == nil
          }) {
            bySubject[figure.subject]![whole].parts.append("\(words) \(part)")
            continue
          }
          row.parts = [part]
        }
        bySubject[figure.subject, default: []].append(row)
      }
    }
    return Figure.Subject.allInOrder.compactMap { subject in
      guard let rows = bySubject[subject] else { return nil }
      let top = rows.map { max($0.figure.value, $0.figure.max ?? 0) }.max() ?? 1
      let isOne = rows.count == 1
      return [
        "subject": .text(say(subject.title)), "isOne": .flag(isOne),
        "rows": .list(
          rows.map { row in
            func place(_ value: Double) -> TemplateValue {
              .text(px(top > 0 ? 2 + 88 * value / top : 2) + "%")
            }
            var value: [String: TemplateValue] = [
              "outlet": .text(row.outlet), "words": .text(FigureInWords(row.figure, in: say).text),
              "place": place(row.figure.value), "isOpen": .flag(row.figure.bound == .atLeast),
              "isHollow": .flag(row.figure.bound == .about || row.figure.of != nil),
            ]
            if !row.parts.isEmpty {
              let parts = PageText.cut(row.parts.joined(separator: ", "), limit: 80)
              value["parts"] = .text(
                row.figure.of == nil ? say("among them {parts}", ["parts": parts]) : parts)
            }
            if row.day != .max {
              value["day"] = .text(say.dayAndMonth(CalendarDate(dayNumber: row.day)))
            }
            if let most = row.figure.max { value["end"] = place(most) }
            return .object(value)
          }),
      ]
    }
  }

  // MARK: Differences

  private func notes(_ event: Event) -> [TemplateValue] {
    (differences[event.id] ?? []).map { difference in
      // Sources that say the same stand together.
      var told: [(words: String, sources: [String])] = []
      for (source, value) in difference.values.sorted(by: { $0.key < $1.key }) {
        let words = PageText.cut(say.value(value, of: difference.aspect), limit: 80)
        if let known = told.firstIndex(where: { $0.words == words }) {
          told[known].sources.append(PageText.clean(source))
        } else {
          told.append((words, [PageText.clean(source)]))
        }
      }
      let values = told.map { "\($0.words) (\($0.sources.joined(separator: ", ")))" }
      return [
        "kind": .text(difference.kind.rawValue), "sign": .text(difference.kind.sign),
        "word": .text(say(difference.kind.word(difference.aspect))),
        "values": .text(values.joined(separator: " \(difference.kind.sign) ")),
      ]
    }
  }
}

extension EDTFDate {
  /// The day, where a clock time is told with it.
  var withoutTime: EDTFDate { time == nil ? self : calendarDate.map { EDTFDate($0) } ?? self }
}

extension EventType {
  /// As a reader would call it.
  var word: String {
    switch self {
    case .agree: "agreement"
    case .consult: "talks"
    case .support: "support"
    case .cooperate: "cooperation"
    case .aid: "aid"
    case .yield: "concession"
    case .request: "request"
    case .accuse: "accusation"
    case .reject: "refusal"
    case .threaten: "threat"
    case .protest: "protest"
    case .sanction: "sanctions"
    case .mobilize: "mobilisation"
    case .coerce: "coercion"
    case .assault: "attack"
    case .retreat: "withdrawal"
    case .other: "event"
    }
  }
}

extension TimelineDiff.Difference.Kind {
  var sign: String {
    switch self {
    case .conflict: "≠"
    case .revision: "↗"
    case .otherCount: "∥"
    case .precision: "⊃"
    case .wording: "·"
    }
  }

  func word(_ aspect: TimelineDiff.Difference.Aspect) -> String {
    switch self {
    case .conflict: (aspect == .actor ? "Actors" : aspect.rawValue.capitalizedWord) + " in conflict"
    case .revision:
      aspect == .number
        ? "Revised as counting went on" : "\(aspect.rawValue.capitalizedWord) told anew"
    case .otherCount: "Another count"
    case .precision: "Precision, not conflict"
    case .wording: "Named differently"
    }
  }
}

extension String {
  /// With its first letter as a capital.
  var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
