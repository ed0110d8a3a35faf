public import DatelineModel
import EDTF

/// Why an event stands in the graph as it does: every report's words, date, rule and status.
///
/// ```swift
/// EventExplanation(event, in: graph).text
/// // 13th round of Syria talks  [e1b2…]
/// //   date     2019-08-01/2019-08-02
/// //   …
/// ```
public struct EventExplanation: Sendable {
  private let event: Event
  private let graph: EventGraph

  public init(_ event: Event, in graph: EventGraph) {
    self.event = event
    self.graph = graph
  }

  public var text: String {
    var page = ExplanationPage()
    page.heading("\(event.label)  [\(event.id)]")
    page.row("date", event.date?.description ?? "not known: no report dates it")
    page.row("status", event.status.rawValue)
    page.row("type", [event.type.rawValue, event.topic].compactMap(\.self).joined(separator: ", "))
    if let place = event.place { page.row("place", place) }
    if let series = event.series { page.row("series", "\(series.name), number \(series.ordinal)") }
    page.row("salience", rounded(event.salience))
    let names = Dictionary(graph.actors.map { ($0.id, $0.name) }) { first, _ in first }
    for part in event.actors {
      let status = part.status.map { ", \($0.rawValue)" } ?? ""
      page.row("actor", "\(names[part.actor] ?? part.actor) (\(part.role.rawValue)\(status))")
    }
    for relation in graph.relations where relation.from == event.id || relation.to == event.id {
      page.row("relation", "\(relation.kind.rawValue): \(relation.from) to \(relation.to)")
    }
    for mention in event.mentions { append(mention, to: &page) }
    return page.text
  }

  private func append(_ mention: Mention, to page: inout ExplanationPage) {
    let article = graph.articles.first { $0.id == mention.article }
    page.gap()
    page.heading(
      [mention.source ?? "source not stated", article?.published ?? "publication date not stated"]
        .joined(separator: ", "))
    page.row("quote", "“\(mention.quote)”")
    let place = mention.inTitle ? "title of \(mention.article)" : mention.article
    page.row("stands at", "\(place):\(mention.start)–\(mention.end)")
    page.row("date", mention.date?.description ?? "not known")
    page.row("basis", basis(of: mention))
    page.row("status", mention.status.rawValue + (mention.isBackground ? ", background" : ""))
    for participant in mention.participants {
      page.row(
        "actor", "\(participant.name) (\(participant.role.rawValue)), “\(participant.printed)”")
    }
    for figure in mention.figures {
      page.row("figure", "\(figure.subject.rawValue): “\(figure.text)”")
    }
  }

  private func basis(of mention: Mention) -> String {
    var words = [mention.dateBasis.rawValue]
    if let rule = mention.rule { words.append("rule \(rule)") }
    if let anchor = mention.anchor { words.append("counted from \(anchor)") }
    return words.joined(separator: ", ")
  }
}

/// Who an actor is to the pile: names by source, roles with their time, and the events.
public struct ActorExplanation: Sendable {
  private let actor: Actor
  private let graph: EventGraph

  public init(_ actor: Actor, in graph: EventGraph) {
    self.actor = actor
    self.graph = graph
  }

  public var text: String {
    var page = ExplanationPage()
    page.heading("\(actor.name)  [\(actor.id)]")
    page.row("kind", actor.kind.rawValue)
    for alias in actor.aliases {
      let sources = alias.sources.isEmpty ? "" : ": \(alias.sources.joined(separator: ", "))"
      page.row("name", "“\(alias.name)”\(sources)")
    }
    for role in actor.roles {
      var words = role.title
      if let of = role.of { words += " of \(of)" }
      if let during = role.during { words += ", attested \(during)" }
      page.row("role", words)
    }
    for row in actor.decidedBy { page.row("decided by", row) }
    for event in graph.events {
      for part in event.actors where part.actor == actor.id {
        page.row(
          event.date?.description ?? "undated", "\(event.label) (\(part.role.rawValue))")
      }
    }
    return page.text
  }
}

/// What stands at one place of an article, and the rule behind it.
public struct PlaceExplanation: Sendable {
  private let annotated: AnnotatedArticle
  private let offset: Int

  /// `offset` counts Unicode scalars of the article's text.
  public init(_ annotated: AnnotatedArticle, at offset: Int) {
    self.annotated = annotated
    self.offset = offset
  }

  /// Nil where the offset lies past the text's end.
  public var text: String? {
    let scalars = annotated.article.text.unicodeScalars
    guard offset >= 0,
      let index = scalars.index(scalars.startIndex, offsetBy: offset, limitedBy: scalars.endIndex),
      index < scalars.endIndex
    else { return nil }
    let byte = annotated.article.text.utf8.distance(
      from: annotated.article.text.startIndex, to: index)
    let here = TextSpan(byte, byte + 1)
    var page = ExplanationPage()
    if let sentence = annotated.sentences.first(where: { !$0.inTitle && $0.span.overlaps(here) }) {
      page.heading("“\(quote(sentence.span))”")
    }
    for timex in annotated.timexes where !timex.inTitle && timex.span.overlaps(here) {
      page.row("time", "“\(quote(timex.span))” is \(timex.kind.rawValue) \(timex.value)")
      page.row("EDTF", timex.edtf?.description ?? "not known")
      page.row("rule", timex.rule)
      if let anchor = timex.anchor { page.row("counted from", anchor) }
      for alternative in timex.alternatives { page.row("weighed", alternative) }
    }
    for entity in annotated.entities where !entity.inTitle && entity.span.overlaps(here) {
      page.row("entity", "“\(quote(entity.span))” is a \(entity.kind.rawValue)")
      page.row("actor", entity.actor)
      if !entity.rule.isEmpty { page.row("rule", entity.rule) }
    }
    for event in annotated.events where !event.inTitle && event.span.overlaps(here) {
      page.row("event", "“\(quote(event.trigger))” is \(event.type.rawValue)")
      page.row("date", "\(event.date?.description ?? "not known") (\(event.dateBasis.rawValue))")
      page.row("status", event.status.rawValue)
    }
    if page.rows == 0 { page.row("nothing", "no time, entity or event was found here") }
    return page.text
  }

  private func quote(_ span: TextSpan) -> Substring { annotated.quote(span, inTitle: false) }
}

/// Rows of a label and its text, wrapped by nothing: a terminal or a pipe does that better.
struct ExplanationPage {
  private(set) var text = ""
  private(set) var rows = 0

  mutating func heading(_ words: String) { text += terminalSafe(words) + "\n" }
  mutating func gap() { text += "\n" }
  mutating func row(_ label: String, _ words: String) {
    rows += 1
    let padding = String(repeating: " ", count: max(1, 13 - label.count))
    text += "  \(terminalSafe(label))\(padding)\(terminalSafe(words))\n"
  }
}

private func rounded(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
