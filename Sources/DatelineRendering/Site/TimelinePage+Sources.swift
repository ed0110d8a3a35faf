internal import DatelineModel
internal import EDTF
internal import Mustache

extension TimelinePage {
  /// Every source: what it reports, since when, how fast.
  var sourceEntries: [TemplateValue] {
    var events: [String: [Int]] = [:]
    var firsts: [String: Int] = [:]
    var lags: [String: [Int]] = [:]
    var eventsByArticle: [String: Set<Int>] = [:]
    for index in sections.years.flatMap({ $0.months.flatMap(\.events) }) + sections.undated {
      let event = graph.events[index]
      var earliest: (day: Int, source: String)?
      for mention in event.mentions {
        eventsByArticle[mention.article, default: []].insert(index)
        guard let source = mention.source else { continue }
        if events[source]?.last != index { events[source, default: []].append(index) }
        guard let date = event.date, let day = published[mention.article]?.calendarDate,
          mention.status != .expected
        else { continue }
        if earliest.map({ day.dayNumber < $0.day }) ?? true { earliest = (day.dayNumber, source) }
        if let lag = ReportingLag.days(event: date, published: day), (0...60).contains(lag) {
          lags[source, default: []].append(lag)
        }
      }
      let outlets = Set(event.mentions.compactMap(\.source))
      if outlets.count > 1, let earliest { firsts[earliest.source, default: 0] += 1 }
    }
    // A large page has too many articles to list all of them.
    let most = graph.articles.count > 4000 ? 40 : Int.max
    let articles = Dictionary(grouping: graph.articles) { $0.source ?? "" }
    var names = graph.sources.map { (name: $0.name, id: "source-" + $0.id) }
    if articles[""] != nil { names.append(("", "source")) }
    return names.map { name, id in
      let own = (articles[name] ?? []).sorted {
        (published[$0.id]?.earliest.dayNumber ?? .max, $0.id)
          < (published[$1.id]?.earliest.dayNumber ?? .max, $1.id)
      }
      let told = events[name] ?? []
      let shown = eventLinks(told, named: 4)
      return [
        "id": .text(id),
        "name": .text(name.isEmpty ? say("Source not stated") : PageText.clean(name)),
        "articleCount": .text(say.counted(own.count, "article")),
        "eventCount": .text(say.counted(told.count, "event")),
        "span": .text(span(of: own)),
        "speed": .text(speed(lags[name] ?? [], firsts: firsts[name] ?? 0)),
        "events": .list(shown), "more": moreEvents(told, shown: shown),
        "all": .text(filtered(by: "source", PageText.clean(name))),
        "hasArticles": .flag(!own.isEmpty),
        "moreArticles": .text(
          own.count > most ? say("and {n} more", ["n": String(own.count - most)]) : ""),
        "articles": .list(
          own.prefix(most).map { article in
            return [
              "title": .text(
                article.title.map { PageText.cut($0, limit: 140) } ?? say("without a title")),
              "date": .text(
                published[article.id].map { DateInWords($0.withoutTime, in: say).text }
                  ?? say("publication day not stated")),
              "count": .text(say.counted(eventsByArticle[article.id]?.count ?? 0, "event")),
              "language": .text(
                article.language == options.locale ? "" : PageText.clean(article.language)),
              "link": .text(PageText.link(article.url) ?? ""),
              "notAnalysed": .text(article.notAnalysed.map(PageText.clean) ?? ""),
              "isCopy": .flag(article.duplicateOf != nil),
            ]
          }),
      ]
    }
  }

  private func span(of articles: [ArticleRecord]) -> String {
    let days = articles.compactMap { published[$0.id] }
    guard let first = days.first else { return say("publication days not stated") }
    return say.span(first.withoutTime, (days.last ?? first).withoutTime)
  }

  private func speed(_ lags: [Int], firsts: Int) -> String {
    var parts: [String] = []
    if lags.count >= 3 {
      let middle = lags.sorted()[lags.count / 2]
      parts.append(
        middle == 0
          ? say("reports mostly on the same day")
          : say("reports mostly within {days}", ["days": say.counted(middle, "day")]))
    }
    if firsts > 0 {
      parts.append(
        say("first with {events} that others tell too", ["events": say.counted(firsts, "event")]))
    }
    return parts.joined(separator: "; ")
  }
}
