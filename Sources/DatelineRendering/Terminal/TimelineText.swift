public import DatelineModel
internal import EDTF

/// The events of a graph as text, oldest first under their years, undated ones last; `leftOut` tells how
/// many the graph had before some were chosen.
///
/// ```swift
/// timelineText(of: graph, options: TerminalOptions(width: 100))
/// // 2019
/// //   1-2 Aug         o 13th round of Syria talks   round 13
/// //                     Nur-Sultan. Iran, Russia, Syria +2
/// //                     3 reports, first 31 Jul 2019
/// ```
public func timelineText(
  of graph: EventGraph, leftOut: Int = 0, options: TerminalOptions = TerminalOptions()
) -> String {
  var page = TerminalPage(options)
  guard !graph.events.isEmpty else {
    page.paragraph(
      TerminalWord.words(
        graph.articles.isEmpty
          ? "No event was found."
          : "No event was found in \(counted(graph.articles.count, "article"))."), indent: 0)
    return page.text
  }
  let names = Dictionary(graph.actors.map { ($0.id, $0.name) }) { first, _ in first }
  let published = Dictionary(graph.articles.map { ($0.id, $0) }) { first, _ in first }
  // Dates stand left of the text, above it where the page is narrow.
  let column = options.columns >= 60 ? 24 : 4
  var year: Int?
  var isFirst = true
  for event in graph.events {
    let start = event.earliest ?? event.latest
    if isFirst || start?.year != year {
      if !isFirst { page.line() }
      page.line(TerminalWord(start.map { PictureDate.year($0.year) } ?? "No date told", .bold))
      year = start?.year
    }
    isFirst = false
    let kind = EventKind(event.type)
    var head = TerminalLine([.init("  ")])
    let date = event.date.map { TimelineTextDate.words($0) } ?? ""
    if column > 4 {
      head.append(terminalFit(date, width: column - 4), .dim)
      head.pad(to: column - 2)
    } else if !date.isEmpty {
      page.line(TerminalWord("  "), TerminalWord(date, .dim))
    }
    head.append(kind.terminalMark, kind.terminalStyle)
    let indent = column
    head.pad(to: indent)
    var label = TerminalWord.words(event.label, .bold)
    if let word = event.status.word { label.append(TerminalWord("(\(word))", .dim)) }
    if let series = event.series {
      label += TerminalWord.words("\(series.name), number \(series.ordinal)", .dim)
    }
    page.paragraph(label, indent: indent, head: head)
    var who = event.place.map { $0 + "." } ?? ""
    let actors = event.actors.filter { $0.role != .location }.map { part in
      (names[part.actor] ?? part.actor)
        + (part.status.flatMap(\.word).map { " (\($0))" } ?? "")
    }
    if !actors.isEmpty {
      if !who.isEmpty { who += " " }
      who += actors.prefix(4).joined(separator: ", ")
      if actors.count > 4 { who += " +\(actors.count - 4)" }
    }
    page.paragraph(TerminalWord.words(who), indent: indent, orNothing: true)
    page.paragraph(
      TerminalWord.words(event.figureWords), indent: indent, orNothing: true)
    let days = event.mentions.compactMap { published[$0.article]?.published }
      .compactMap { PublicationWords.day($0) }
    let articles = Set(event.mentions.map(\.article)).count
    var evidence = counted(articles, "report")
    let sources = Set(event.mentions.compactMap(\.source)).count
    if sources > 1 { evidence += " by \(sources) outlets" }
    if let first = days.min() {
      evidence += (articles == 1 ? ", " : ", first ") + PictureDate.words(first)
    }
    page.paragraph(TerminalWord.words(evidence, .dim), indent: indent)
  }
  page.line()
  let undated = graph.events.count { $0.date == nil }
  var sum = counted(graph.events.count, "event")
  if undated > 0 { sum += "; \(undated) without a date" }
  if leftOut > 0 {
    sum += "; \(leftOut) more \(leftOut == 1 ? "is" : "are") left out by --dates and --sentences"
  }
  page.paragraph(TerminalWord.words(sum + ".", .dim), indent: 0)
  var legend: [TerminalWord] = []
  for kind in EventKind.allCases where graph.events.contains(where: { EventKind($0.type) == kind })
  {
    legend += [TerminalWord(kind.terminalMark, kind.terminalStyle), TerminalWord(kind.word + " ")]
  }
  page.paragraph(legend, indent: 0)
  return page.text
}

/// Dates under the heading of their year.
enum TimelineTextDate {
  static func words(_ value: EDTFValue) -> String {
    switch value {
    case .interval(.date(let start), .open): return "from \(short(start))"
    case .interval(.date(let start), .unknown): return "from \(short(start))"
    case .interval(.date(let start), .date(let end))
    where start.year == end.year && start.qualifier == nil && end.qualifier == nil:
      guard let a = start.calendarDate, let b = end.calendarDate else { break }
      // From one hour to another.
      if a == b { return PictureDate.dayAndMonth(a) }
      return a.month == b.month
        ? "\(a.day)-\(PictureDate.dayAndMonth(b))"
        : "\(PictureDate.dayAndMonth(a)) - \(PictureDate.dayAndMonth(b))"
    case .interval(_, .date(let end)) where value.start == nil: return "by \(short(end))"
    case .date(let date): return short(date)
    default: break
    }
    return PictureDate.words(value).plainDashes
  }

  private static func short(_ date: EDTFDate) -> String {
    guard let day = date.calendarDate, date.qualifier == nil else {
      return PictureDate.words(date).plainDashes
    }
    return PictureDate.dayAndMonth(day)
  }
}

extension TerminalPage {
  /// As ``paragraph(_:indent:head:)``, but no line for no words.
  fileprivate mutating func paragraph(_ words: [TerminalWord], indent: Int, orNothing: Bool) {
    if !words.isEmpty { paragraph(words, indent: indent) }
  }
}

extension Event {
  /// "at least 15 killed; 40 wounded"; a sum of money as printed. What is counted beside those is told by the
  /// reports, and not here.
  fileprivate var figureWords: String {
    figures.filter { $0.subject != .other }.map { figure in
      let words = FigureInWords(figure).text
      if figure.subject == .money { return words }
      return ([words] + (figure.of.map { [$0] } ?? []) + [figure.subject.rawValue])
        .joined(separator: " ")
    }.joined(separator: "; ")
  }
}

extension EventKind {
  fileprivate var terminalMark: String {
    switch self {
    case .talks: "o"
    case .agreement: "#"
    case .politics: "*"
    case .fighting: "^"
    case .statement: "\""
    }
  }

  fileprivate var terminalStyle: TerminalStyle {
    switch self {
    case .talks: .onlyLeft
    case .agreement: .same
    case .politics: .named
    case .fighting: .onlyRight
    case .statement: .revised
    }
  }
}
