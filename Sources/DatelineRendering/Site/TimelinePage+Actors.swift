internal import DatelineModel
internal import EDTF
internal import Mustache

extension TimelinePage {
  /// The picture of who did what with whom, with the same as a table.
  func actorGraph() throws -> TemplateValue {
    guard let drawn = ActorGraph(of: graph, limits: .init(maxActors: options.maxActors)),
      !drawn.edges.isEmpty
    else { return false }
    let picture = try actorGraphSVG(
      drawn, links: PictureLink(page: ""), theme: options.theme, locale: options.locale,
      templates: templates, isInline: true)
    return [
      "picture": .text(picture),
      "relations": .list(
        drawn.edges.map { edge in
          let (from, to) = (drawn.nodes[edge.from], drawn.nodes[edge.to])
          let arrow =
            switch edge.direction {
            case .none: say("and")
            case .forward: "→"
            case .both: "⇄"
            }
          return [
            "from": .text(PageText.clean(from.name)),
            "fromLink": .text(links.actor(from.id) ?? ""),
            "to": .text(PageText.clean(to.name)), "toLink": .text(links.actor(to.id) ?? ""),
            "arrow": .text(arrow), "bond": .text(say(edge.bond.name)),
            "count": .number(Double(edge.weight)),
            "when": .text(when(edge)),
            "first": .text(edge.events.first.flatMap { links.event($0) } ?? ""),
            "example": .text(PageText.cut(edge.example, limit: 90)),
          ]
        }),
    ]
  }

  private func when(_ edge: ActorGraph.Edge) -> String {
    switch (edge.first, edge.last) {
    case (let first?, let last?): say.span(first, last)
    case (let one?, nil), (nil, let one?): say.short(one)
    case (nil, nil): say("undated")
    }
  }

  /// Events by actor: indices, oldest first.
  private var eventsByActor: [String: [Int]] {
    var events: [String: [Int]] = [:]
    for index in sections.years.flatMap({ $0.months.flatMap(\.events) }) + sections.undated {
      for actor in Set(graph.events[index].actors.map(\.actor)) {
        events[actor, default: []].append(index)
      }
    }
    return events
  }

  /// Every actor, those with most events first: events, companions, names by source, posts.
  var actorEntries: [TemplateValue] {
    let events = eventsByActor
    let circles = circles(events)
    let order = graph.actors.sorted {
      (events[$1.id]?.count ?? 0, $0.name, $0.id) < (events[$0.id]?.count ?? 0, $1.name, $1.id)
    }
    return order.filter { events[$0.id] != nil }.map { actor in
      let own = events[actor.id] ?? []
      let shown = eventLinks(own)
      var value: [String: TemplateValue] = [
        "id": .text("actor-" + actor.id), "name": .text(actorNames[actor.id] ?? actor.id),
        "kind": .text(say(actor.kind.word)), "count": .text(say.counted(own.count, "event")),
        "isMajor": .flag(own.count > 1),
        "events": .list(shown), "more": moreEvents(own, shown: shown),
        "all": .text(filtered(by: "actor", actorNames[actor.id] ?? actor.id)),
      ]
      let others = companions(of: actor.id, in: own.map { circles[$0] })
      value["companions"] = .list(others)
      value["hasCompanions"] = .flag(!others.isEmpty)
      let names = actor.aliases.filter { $0.name != actor.name || $0.sources.count > 1 }
      if names.contains(where: { $0.name != actor.name }) {
        value["hasNames"] = true
        value["names"] = .list(
          names.map {
            [
              "name": .text(PageText.clean($0.name)),
              "sources": .text($0.sources.map(PageText.clean).joined(separator: ", ")),
            ]
          })
      }
      let roles = actor.roles.map(roleInWords)
      if !roles.isEmpty { value["roles"] = .text(roles.joined(separator: "; ")) }
      return .object(value)
    }
  }

  /// Those who are named and take part in no event, so that links to them lead somewhere.
  var bystanders: [TemplateValue] {
    let acting = Set(graph.events.flatMap { $0.actors.map(\.actor) })
    return graph.actors.filter { !acting.contains($0.id) }.sorted {
      ($0.name, $0.id) < ($1.name, $1.id)
    }
    .map { ["id": .text("actor-" + $0.id), "name": .text(actorNames[$0.id] ?? $0.id)] }
  }

  private func roleInWords(_ role: Actor.Role) -> String {
    var words = PageText.clean(role.title)
    if let of = role.of {
      words = say(
        "{post} of {body}", ["post": words, "body": actorNames[of] ?? PageText.clean(of)])
    }
    if let during = role.during { words += " (\(DateInWords(during, in: say).text))" }
    return words
  }

  /// Links to events: the most salient by name, the others by date, as far as there are few.
  ///
  /// A large page names fewer, since the filters show all of them one action away.
  func eventLinks(_ events: [Int], named few: Int = 8) -> [TemplateValue] {
    let isLarge = graph.events.count > 2000
    let named = Set(
      events.sorted {
        (graph.events[$1].salience, $0) < (graph.events[$0].salience, $1)
      }.prefix(isLarge ? 4 : few))
    let shown = isLarge || events.count > 120 ? events.filter(named.contains) : events
    return shown.map { index in
      let event = graph.events[index]
      var value: [String: TemplateValue] = [
        "link": .text(links.event(event.id) ?? ""),
        "date": .text(event.date.map { say.short($0) } ?? say("undated")),
      ]
      if named.contains(index) { value["label"] = .text(PageText.cut(event.label, limit: 70)) }
      return .object(value)
    }
  }

  /// What is said where links are left out.
  func moreEvents(_ events: [Int], shown: [TemplateValue]) -> TemplateValue {
    .text(
      events.count > shown.count
        ? say("all {events}", ["events": say.counted(events.count, "event")]) : "")
  }

  /// The state of the page in which a filter has one choice.
  func filtered(by key: String, _ name: String) -> String {
    let page = links.page ?? ""
    return "\(page)#?\(key)=\(PictureLink.encoded(name))"
  }

  /// Companions that are shown of an actor.
  private static let fewCompanions = 8
  /// As many actors of an event can be another's companions.
  private static let widestCircle = 64

  /// Who can be a companion, event by event: all who take part, and of a crowd those with most events,
  /// since each of a crowd would be counted with each.
  private func circles(_ events: [String: [Int]]) -> [[String]] {
    graph.events.map { event in
      let actors = Array(Set(event.actors.map(\.actor)))
      guard actors.count > TimelinePage.widestCircle else { return actors }
      return Array(
        actors.sorted {
          (events[$1]?.count ?? 0, $0) < (events[$0]?.count ?? 0, $1)
        }.prefix(TimelinePage.widestCircle))
    }
  }

  /// With whom an actor shares most events, of which `circles` has the actors.
  private func companions(of actor: String, in circles: [[String]]) -> [TemplateValue] {
    guard circles.count > 1 else { return [] }
    var counts: [String: Int] = [:]
    for circle in circles {
      for other in circle where other != actor { counts[other, default: 0] += 1 }
    }
    return counts.filter { $0.value > 1 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(TimelinePage.fewCompanions)
      .compactMap { id, count in
        guard let name = actorNames[id] else { return nil }
        return [
          "name": .text(name), "link": .text(links.actor(id) ?? ""),
          "count": .number(Double(count)),
        ]
      }
  }
}
