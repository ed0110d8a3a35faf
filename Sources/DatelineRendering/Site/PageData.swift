internal import DatelineModel
internal import EDTF

/// What the page's script knows of the events: names once, events by their numbers.
struct PageData {
  let text: String

  init(of page: TimelinePage) {
    let graph = page.graph
    let bins = TimeBins(graph)
    var places = NumberedNames()
    var json = JSONWriter()
    let actorNumbers = Dictionary(
      graph.actors.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    let sourceNumbers = Dictionary(
      graph.sources.enumerated().map { ($1.name, $0) }
    ) { first, _ in first }
    json.object { json in
      json.member("actors", strings: graph.actors.map { PageText.clean($0.name) })
      json.member("sources", strings: graph.sources.map { PageText.clean($0.name) })
      json.member("kinds", strings: EventKind.allCases.map { page.say($0.word).capitalizedWord })
      json.member("statuses", strings: MarkFill.allCases.map { page.say($0.word).capitalizedWord })
      json.member(
        "bins", strings: (0..<(bins?.counts.count ?? 0)).map { bins!.words($0, in: page.say) })
      json.member(
        "binNames", strings: (0..<(bins?.counts.count ?? 0)).map { bins!.name($0) })
      // Events of each month in the order of the page, those without a date last.
      json.key("sizes")
      let months = page.sections.years.flatMap { $0.months.map(\.events) }
      json.array(months.map(\.count) + [page.sections.undated.count]) { $0.value($1) }
      // A run an event, in the order of the page: stretch of time, kind, status, place, number of
      // actors, these, number of sources, these; -1 is none.
      let order = months.flatMap { $0 } + page.sections.undated
      var rows: [Int] = []
      for index in order {
        let event = graph.events[index]
        let actors = Set(event.actors.compactMap { actorNumbers[$0.actor] }).sorted()
        let sources = Set(event.mentions.compactMap { $0.source.flatMap { sourceNumbers[$0] } })
          .sorted()
        let kind = EventKind.allCases.firstIndex(of: EventKind(event.type)) ?? 0
        let fill = MarkFill.allCases.firstIndex(of: MarkFill(event.status)) ?? 0
        let place = event.place.map { places.number(of: PageText.clean($0)) } ?? -1
        rows += [bins?.bins[index] ?? -1, kind, fill, place, actors.count] + actors
        rows += [sources.count] + sources
      }
      json.key("events")
      json.array(rows) { $0.value($1) }
      json.member("places", strings: places.names)
      json.key("dates")
      json.array(order) { $0.value(graph.events[$1].date?.description) }
    }
    // "<" could end the element or open a comment.
    text = String(decoding: json.bytes, as: UTF8.self).replacing("<", with: "\\u003c")
  }
}

/// Names in the order in which they came.
private struct NumberedNames {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
