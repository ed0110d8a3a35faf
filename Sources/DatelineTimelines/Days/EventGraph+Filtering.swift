public import DatelineModel
import EDTF

extension EventGraph {
  /// The part of a graph that a filter keeps: what single sources tell is weighed anew, all else
  /// stays as it is, ids too.
  public func filtered(by filter: TimelineFilter) -> EventGraph {
    if filter.isEmpty { return self }
    let bySource = !filter.sources.isEmpty
    let wanted = Set(filter.sources.map { FoldedName($0).text })
    let names = Dictionary(
      sources.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    func admits(source: String?) -> Bool {
      guard bySource else { return true }
      guard let source else { return false }
      return wanted.contains(FoldedName(source).text)
        || names[source].map { wanted.contains(FoldedName($0).text) } ?? false
    }
    let actorIDs = ids(ofActorsNamed: filter.actors)
    let places = filter.places.map { FoldedName($0).text }
    let copies = Set(articles.filter { $0.duplicateOf != nil }.map(\.id))
    let published = publishedDays

    var graph = self
    graph.events = events.compactMap { event in
      var event = event
      if bySource {
        let kept = event.mentions.filter { admits(source: $0.source) }
        guard !kept.isEmpty else { return nil }
        if kept.count < event.mentions.count {
          event.derive(from: kept, copies: copies, published: published)
          event.label = EventLabel(of: kept).text
        }
      }
      guard filter.admits(event.date),
        filter.types.isEmpty || filter.types.contains(event.type),
        filter.actors.isEmpty || event.actors.contains(where: { actorIDs.contains($0.actor) }),
        places.isEmpty
          || event.place.map({ place in
            let folded = FoldedName(place).text
            return places.contains { folded == $0 || folded.contains($0) }
          }) ?? false
      else { return nil }
      return event
    }
    // Days count the whole pile: they say nothing about one actor, type or place.
    let isAboutEvents =
      !filter.actors.isEmpty || !filter.types.isEmpty || !filter.places.isEmpty
    graph.days =
      isAboutEvents
      ? []
      : days.filter { filter.admits(EDTFValue($0.date)) }.compactMap { day in
        var day = day
        day.sentences = day.sentences.filter { admits(source: $0.source) }
        return bySource && day.sentences.isEmpty ? nil : day
      }
    let ids = Set(graph.events.map(\.id))
    graph.relations = relations.filter { ids.contains($0.from) && ids.contains($0.to) }
    if bySource {
      graph.articles = articles.filter { admits(source: $0.source) }
      graph.sources = sources.filter { admits(source: $0.name) }
    }
    let taking = Set(
      graph.events.flatMap { event in
        event.actors.map(\.actor) + event.mentions.flatMap { $0.participants.map(\.actor) }
      })
    graph.actors = actors.filter { taking.contains($0.id) }
    graph.sortEvents()
    return graph
  }

  /// The names of a filter that none of the graph's sources, actors and places answers to.
  ///
  /// ```swift
  /// graph.unknownNames(in: TimelineFilter(sources: ["Reuterz"])).sources  // ["Reuterz"]
  /// ```
  public func unknownNames(in filter: TimelineFilter) -> TimelineFilter {
    let known = Set(sources.flatMap { [FoldedName($0.name).text, FoldedName($0.id).text] })
    let places = Set(events.compactMap(\.place).map { FoldedName($0).text })
    return TimelineFilter(
      sources: filter.sources.filter { !known.contains(FoldedName($0).text) },
      actors: filter.actors.filter { ids(ofActorsNamed: [$0]).isEmpty },
      places: filter.places.filter { name in
        let folded = FoldedName(name).text
        return !places.contains { $0.contains(folded) }
      })
  }

  /// Ids of the actors that a reader means by id, name or alias, whatever case and accents.
  func ids(ofActorsNamed names: [String]) -> Set<String> {
    guard !names.isEmpty else { return [] }
    let wanted = Set(names.map { FoldedName($0).text })
    return Set(
      actors.filter { actor in
        names.contains(actor.id) || wanted.contains(FoldedName(actor.name).text)
          || actor.aliases.contains { wanted.contains(FoldedName($0.name).text) }
      }.map(\.id))
  }

  /// The day of publication of each article that states one, by id.
  var publishedDays: [String: Int] {
    Dictionary(
      articles.compactMap { article in
        article.published.flatMap { PublicationDate($0, from: .record)?.day?.dayNumber }
          .map { (article.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
