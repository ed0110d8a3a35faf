public import DatelineModel
import EDTF

extension Timeline {
  /// The days of a graph as entries, oldest first.
  ///
  /// `dates` keeps that many of the most salient days, `sentences` at most so many texts a day. Only
  /// what is dated to the day makes an entry; an interval stands under its first day. The graph is
  /// filtered before (``EventGraph/filtered(by:)``).
  ///
  /// ```swift
  /// Timeline(of: graph, dates: 20, sentences: 2).days.count  // 20 at most
  /// ```
  public init(of graph: EventGraph, dates: Int? = nil, sentences: Int = 2) {
    var entries: [Int: [Event]] = [:]
    for event in graph.events {
      guard let day = event.entryDay else { continue }
      entries[day.dayNumber, default: []].append(event)
    }
    let records = Dictionary(
      graph.days.map { ($0.date.dayNumber, $0) }, uniquingKeysWith: { first, _ in first })
    // A day on which only papers were published tells of no other day's events.
    let told = records.filter { $0.value.articles > 0 && !$0.value.sentences.isEmpty }.keys
    var ranked = Set(entries.keys).union(told).sorted().map { day in
      (
        day: day,
        salience: records[day]?.salience ?? 0,
        events: (entries[day] ?? []).map(\.salience).max() ?? 0
      )
    }
    if let dates, dates < ranked.count {
      ranked.sort {
        let (a, b) = ($0.salience + 0.1 * $0.events, $1.salience + 0.1 * $1.events)
        return a != b ? a > b : $0.day < $1.day
      }
      ranked = Array(ranked.prefix(max(0, dates)))
    }
    self.init(
      days: ranked.map(\.day).sorted().map { day in
        TimelineDay(
          CalendarDate(dayNumber: day), events: entries[day] ?? [], record: records[day],
          sentences: sentences)
      }.filter { !$0.text.isEmpty })
  }
}

extension TimelineDay {
  /// The sentences of the day's record, then those of its events that say something else.
  fileprivate init(
    _ date: CalendarDate, events: [Event], record: DayRecord?, sentences: Int
  ) {
    let ranked = events.sorted {
      $0.salience != $1.salience ? $0.salience > $1.salience : $0.id < $1.id
    }
    var texts: [String] = []
    var sources: Set<String> = []
    for sentence in record?.sentences ?? [] where texts.count < sentences {
      texts.append(sentence.text)
      if let source = sentence.source { sources.insert(source) }
    }
    for event in ranked {
      sources.formUnion(event.mentions.compactMap(\.source))
      guard texts.count < sentences, let text = event.telling?.sentence, !texts.contains(text)
      else { continue }
      texts.append(text)
    }
    self.init(date: date, text: texts, events: ranked.map(\.id), sources: sources.sorted())
  }
}

extension Event {
  /// The day under which it stands: its own, or the first of an interval told to the day.
  var entryDay: CalendarDate? { date?.day ?? date?.start?.calendarDate }

  /// The mention whose sentence tells the event best: asserted, as news, early, of readable length.
  var telling: Mention? {
    mentions.max { a, b in
      let (x, y) = (Event.readability(a), Event.readability(b))
      return x != y ? x < y : (a.article, a.start) > (b.article, b.start)
    }
  }

  private static func readability(_ mention: Mention) -> Int {
    var rank = 0
    if mention.status == .asserted { rank += 4 }
    if !mention.isBackground { rank += 2 }
    if (40...320).contains(mention.sentence.utf8.count) { rank += 3 }
    if !mention.inTitle { rank += 1 }
    if mention.start < 600 { rank += 1 }
    return rank
  }
}
