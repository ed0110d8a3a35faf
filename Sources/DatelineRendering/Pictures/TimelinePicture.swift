public import DatelineModel
internal import EDTF

/// What the lanes of a timeline picture stand for.
public enum TimelineLanes: String, CaseIterable, Sendable {
  /// One a numbered series of three or more, then one a kind of event.
  case kinds
  /// One an actor, for those with most events.
  case actors
}

/// Draws the events of a graph along an axis of time, one page wide.
///
/// Shape tells the kind, fill the status, edge how well the event is dated; marks that stand too
/// close are drawn as one with a count. What has no place (undated, or far from the rest) is
/// counted below.
///
/// - Parameter locale: the language of the picture's own words, as the pages have it.
///
/// ```swift
/// timelineSVG(events, title: "The Syrian peace process")
/// // <svg xmlns="http://www.w3.org/2000/svg" class="dl timeline" …
/// ```
public func timelineSVG(
  _ graph: EventGraph, title: String? = nil, lanes: TimelineLanes = .kinds,
  links: PictureLink = PictureLink(), theme: Theme = .standard, locale: String = "en",
  templates: TemplateSet = .builtIn, isInline: Bool = false
) -> String {
  let say = Wording(locale: locale, templates: templates)
  var picture = TimelinePicture(graph: graph, lanes: lanes, links: links, theme: theme, in: say)
  picture.draw(title ?? say("Timeline"), isInline: isInline)
  return picture.svg.text
}

private struct TimelinePicture {
  let events: [Event]
  let axis: TimelineAxis
  let lanes: [TimelineLane]
  let links: PictureLink
  let theme: Theme
  let say: Wording
  var svg: SVGWriter

  private static let width = 1184.0
  private static let margin = 16.0
  private static let labelWidth = 150.0

  init(
    graph: EventGraph, lanes choice: TimelineLanes, links: PictureLink, theme: Theme,
    in say: Wording
  ) {
    let events = graph.events
    let days = events.compactMap { $0.date.flatMap(TimelineExtent.anchor) }
    let axis = TimelineAxis(
      holding: days, left: Self.margin + Self.labelWidth, right: Self.width - Self.margin - 14,
      in: say)
    self.events = events
    self.axis = axis
    self.links = links
    self.theme = theme
    self.say = say
    svg = SVGWriter(theme: theme)
    lanes =
      switch choice {
      case .kinds: Self.lanesOfKinds(events, axis, say)
      case .actors: Self.lanesOfActors(graph, axis, say)
      }
  }

  // MARK: Lanes

  private static func lanesOfKinds(
    _ events: [Event], _ axis: TimelineAxis, _ say: Wording
  ) -> [TimelineLane] {
    var members: [String: [Int]] = [:]
    for (index, event) in events.enumerated() where TimelineExtent(event, on: axis) != nil {
      if let series = event.series { members[series.id, default: []].append(index) }
    }
    let series = members.filter { $0.value.count >= 3 }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(3)
    var isInSeries = Set<Int>()
    var lanes: [TimelineLane] = []
    for (_, indices) in series {
      isInSeries.formUnion(indices)
      lanes.append(
        TimelineLane(
          title: events[indices[0]].series!.name,
          subtitle: missing(indices.map { events[$0] }, say),
          isSeries: true, events: indices, of: events, axis: axis, in: say))
    }
    for kind in EventKind.allCases {
      let indices = events.indices.filter {
        EventKind(events[$0].type) == kind && !isInSeries.contains($0)
          && TimelineExtent(events[$0], on: axis) != nil
      }
      guard !indices.isEmpty else { continue }
      let isOther = isInSeries.contains { EventKind(events[$0].type) == kind }
      lanes.append(
        TimelineLane(
          title: say((isOther ? "other " : "") + kind.plural).capitalizedWord,
          subtitle: say.counted(indices.count, "event"), events: indices, of: events, axis: axis,
          in: say))
    }
    return lanes
  }

  /// Gaps of a series that are named below its lane's title.
  private static let namedGaps = 4

  /// "Numbered; no report of 1–5 and 14".
  private static func missing(_ members: [Event], _ say: Wording) -> String {
    var runs: [(Int, Int)] = []
    var before = 0
    for ordinal in members.compactMap({ $0.series?.ordinal }).sorted() where ordinal > before {
      if ordinal - before > 1 { runs.append((before + 1, ordinal - 1)) }
      before = ordinal
      if runs.count > namedGaps { break }
    }
    guard !runs.isEmpty else { return say("Numbered series") }
    let words = runs.prefix(namedGaps).map { $0.0 == $0.1 ? "\($0.0)" : "\($0.0)–\($0.1)" }
    let numbers = words.joined(separator: ", ") + (runs.count > namedGaps ? " …" : "")
    return say("No report of {numbers}", ["numbers": numbers])
  }

  private static func lanesOfActors(
    _ graph: EventGraph, _ axis: TimelineAxis, _ say: Wording
  ) -> [TimelineLane] {
    let offices = ActorGraph.offices(in: graph)
    var members: [String: [Int]] = [:]
    for (index, event) in graph.events.enumerated() where TimelineExtent(event, on: axis) != nil {
      for actor in Set(
        event.actors.filter { $0.role != .location }.map { offices[$0.actor] ?? $0.actor })
      {
        members[actor, default: []].append(index)
      }
    }
    return graph.actors.filter { members[$0.id] != nil }
      .sorted { (members[$1.id]!.count, $0.id) < (members[$0.id]!.count, $1.id) }.prefix(7)
      .map { actor in
        TimelineLane(
          title: PictureText.clean(actor.name),
          subtitle: say.counted(members[actor.id]!.count, "event"), events: members[actor.id]!,
          of: graph.events, axis: axis, in: say)
      }
  }

  // MARK: Drawing

  mutating func draw(_ title: String, isInline: Bool) {
    let (width, margin) = (Self.width, Self.margin)
    let top = 100.0
    let bottom = top + lanes.map(\.height).reduce(0, +)
    let items = legendItems()
    let rows = PictureLegend.rows(items, width: width - 2 * margin)
    let legendTop = bottom + 56
    let height = legendTop + Double(rows.count + 1) * PictureLegend.rowHeight + margin
    svg.openPicture(
      "timeline", title: title, description: description, width: width, height: height,
      theme: theme, language: say.language, isInline: isInline)
    let heading = PictureText.cut(
      PictureText.clean(title), width: width - 60, size: 26, bold: true)
    svg.element(
      "text",
      [
        "x": px(margin), "y": "36", "font-size": "26", "font-weight": "700",
        "aria-hidden": "true",
      ], class: "h", fill: .ink, heading)
    svg.element(
      "text", ["x": px(margin), "y": "58", "font-size": "12.5"], fill: .ink2, subheading)
    drawAxis(top: top, bottom: bottom)
    var y = top
    for (index, lane) in lanes.enumerated() {
      draw(lane, index, top: y)
      y += lane.height
    }
    svg.open("g", ["role": "note"], class: "legend")
    PictureLegend.draw(
      rows, items, omission: omission, into: &svg, left: margin, top: legendTop)
    svg.close("g")
    svg.newline()
    svg.close("svg")
    svg.newline()
  }

  private var shown: [Event] {
    events.filter { TimelineExtent($0, on: axis) != nil }
  }

  private var span: String {
    let shown = shown
    guard let first = PictureDate.first(shown), let last = PictureDate.last(shown) else {
      return say("No event has a date")
    }
    // One coarse date may hold all others, which then say more.
    let finer = shown.filter { $0.date?.start?.precision ?? .day >= .day }
    if first == last, let first = PictureDate.first(finer), let last = PictureDate.last(finer) {
      return say.span(first, last)
    }
    return say.span(first, last)
  }

  private var subheading: String {
    say(
      "{span}. Shape tells the kind, fill how firmly it is told, edge how well it is dated.",
      ["span": span])
  }

  private var description: String {
    var words = say(
      "{events} in {lanes} along an axis of time, {span}.",
      [
        "events": say.counted(shown.count, "event"), "lanes": say.counted(lanes.count, "lane"),
        "span": span,
      ])
    for lane in lanes {
      let count = lane.items.reduce(0) { $0 + $1.events.count }
      words += " \(lane.title): \(say.counted(count, "event"))."
    }
    return words
  }

  /// What is not to be seen, in numbers.
  private var omission: String {
    let undated = events.count { $0.date.flatMap(TimelineExtent.anchor) == nil }
    let days = events.compactMap { $0.date.flatMap(TimelineExtent.anchor) }
    let (before, after) = (days.count { $0 < axis.first }, days.count { $0 > axis.last })
    let crowded = Set(lanes.flatMap(\.unplaced)).count
    let drawn = shown.count - crowded
    let words = say(
      drawn == 1 ? "{n} of {events} is drawn" : "{n} of {events} are drawn",
      ["n": String(drawn), "events": say.counted(events.count, "event")])
    var rest: [String] = []
    func add(_ count: Int, _ phrase: String, _ day: Int? = nil) {
      guard count > 0 else { return }
      let year = day.map { say.year(CalendarDate(dayNumber: $0).year) } ?? ""
      rest.append(say(phrase, ["n": String(count), "year": year]))
    }
    add(undated, "{n} without a date")
    add(before, "{n} earlier (from {year})", days.min())
    add(after, "{n} later (to {year})", days.max())
    add(crowded, "{n} for want of room")
    if rest.isEmpty { return words + "." }
    return words + say("; not drawn: {list}.", ["list": rest.joined(separator: ", ")])
  }

  private mutating func drawAxis(top: Double, bottom: Double) {
    let ticks = axis.ticks
    svg.newline()
    svg.open("g", ["aria-hidden": "true"], class: "axis")
    for tick in ticks.labelled {
      svg.leaf(
        "line",
        ["x1": px(tick.x), "x2": px(tick.x), "y1": px(top - 6), "y2": px(bottom + 6)],
        stroke: .rule)
      for y in [top - 12, bottom + 20] where tick.x < axis.right - 20 {
        svg.element(
          "text",
          [
            "x": px(tick.x + 4), "y": px(y), "font-size": "12.5",
            "font-weight": tick.isMajor ? "700" : "400",
          ], class: "n", fill: tick.isMajor ? .ink : .ink2, tick.label)
      }
    }
    for x in ticks.minor {
      svg.leaf(
        "line", ["x1": px(x), "x2": px(x), "y1": px(bottom - 5), "y2": px(bottom)], stroke: .line)
    }
    svg.leaf(
      "line",
      ["x1": px(axis.left), "x2": px(axis.right), "y1": px(bottom), "y2": px(bottom)],
      stroke: .ink)
    svg.close("g")
  }

  private mutating func draw(_ lane: TimelineLane, _ number: Int, top: Double) {
    let margin = Self.margin
    svg.newline()
    svg.open("g", ["id": "lane-\(number + 1)"], class: "lane")
    svg.leaf(
      "line",
      ["x1": px(margin), "x2": px(axis.right + 14), "y1": px(top), "y2": px(top)], stroke: .rule)
    let titles = PictureText.wrap(
      lane.title, width: Self.labelWidth - 18, lines: 2, size: 13, bold: true)
    for (line, text) in titles.enumerated() {
      svg.element(
        "text",
        [
          "x": px(margin), "y": px(top + 24 + Double(line) * 16), "font-size": "13",
          "font-weight": "700",
        ], fill: .ink, text)
    }
    let notes = PictureText.wrap(
      lane.subtitle, width: Self.labelWidth - 18, lines: titles.count > 1 ? 1 : 2, size: 12)
    for (line, text) in notes.enumerated() {
      svg.element(
        "text",
        [
          "x": px(margin), "y": px(top + 24 + Double(titles.count) * 16 + Double(line) * 15),
          "font-size": "12",
        ], fill: .ink2, text)
    }
    if lane.isSeries, let first = lane.items.map(\.x).min(), let last = lane.items.map(\.x).max() {
      let y = px(top + lane.y(row: 0))
      let kind = EventKind(events[lane.items[0].events[0]].type)
      svg.leaf("line", ["x1": px(first), "x2": px(last), "y1": y, "y2": y], stroke: kind.token)
      for item in lane.items where item.row > 0 {
        svg.leaf(
          "line",
          ["x1": px(item.x), "x2": px(item.x), "y1": px(top + lane.y(row: item.row)), "y2": y],
          stroke: kind.token)
      }
    }
    for item in lane.items { draw(item, number, y: top + lane.y(row: item.row)) }
    // Labels come last, since a bar that ran over one would look like words struck out.
    for label in lane.labels { draw(label, lane, top: top) }
    svg.close("g")
  }

  private mutating func draw(_ label: TimelineLane.Label, _ lane: TimelineLane, top: Double) {
    let item = lane.items[label.item]
    if label.hasLeader {
      let y = px(top + label.y)
      let start = px(top + lane.y(row: item.row) + 9)
      svg.leaf(
        "path",
        [
          "d": "M\(px(item.x)),\(start)V\(y)H\(px(item.x + (label.isLeft ? -6 : 6)))",
          "fill": "none",
        ], stroke: .line)
    }
    svg.element(
      "text",
      [
        "x": px(label.x), "y": px(top + label.y + 4.2), "font-size": px(TimelineLane.textSize),
        "text-anchor": label.isLeft ? "end" : "start", "stroke-width": "3.5",
        "aria-hidden": "true",
      ], class: events[item.events[0]].status == .asserted ? "halo" : "halo i", fill: .ink2,
      stroke: .paper, label.text)
  }

  private mutating func draw(_ item: TimelineLane.Item, _ lane: Int, y: Double) {
    let event = events[item.events[0]]
    let kind = EventKind(event.type)
    var words = event.sentence(in: say)
    if item.isCluster {
      let named = item.events.prefix(6).map { PictureText.clean(events[$0].label, limit: 80) }
      let rest = item.events.count - named.count
      words = say.counted(item.events.count, "event") + ": " + named.joined(separator: "; ")
      if rest > 0 { words += "; " + say.more(rest) }
    }
    svg.newline()
    svg.open(
      "g", ["id": "mark-\(lane + 1)-\(PictureLink.name(event.id))"],
      class: "event \(kind.rawValue) \(event.status.rawValue)")
    let isLinked = svg.openLink(links.event(event.id), label: words)
    svg.element("title", [:], words)
    switch item.shape {
    case .cluster:
      let isMixed = item.events.contains { EventKind(events[$0].type) != kind }
      let token = isMixed ? .ink2 : kind.token
      let half = TimelineLane.clusterWidth(item.events.count) / 2
      if let extent = TimelineExtent(event, on: axis), extent.isCoarse, extent.isBar {
        drawEdge(extent, kind, y: y, isRound: false)
      }
      svg.leaf(
        "rect",
        [
          "x": px(item.x - half), "y": px(y - 9), "width": px(2 * half), "height": "18",
          "rx": "9", "stroke-width": "1.6",
        ], fill: .paper, stroke: token)
      numeral(item.events.count, item.x, y, token)
    case .number(let ordinal):
      if let extent = TimelineExtent(event, on: axis) {
        drawEdge(extent, kind, y: y, isRound: true)
      }
      let isFilled = event.status == .asserted
      svg.leaf(
        "circle",
        [
          "cx": px(item.x), "cy": px(y), "r": "9.5", "stroke-width": "1.6",
          "stroke-dasharray": event.status == .expected ? "2.4 2" : "none",
        ], fill: isFilled ? kind.token : .paper, stroke: kind.token)
      if event.status == .negated || event.status == .counterfactual {
        svg.leaf(
          "path",
          [
            "d": "M\(px(item.x + 9)),\(px(y - 9))l-18,18", "fill": "none", "stroke-width": "1.4",
          ], stroke: kind.token)
      }
      numeral(ordinal, item.x, y, isFilled ? .paper : kind.token)
    case .mark:
      if let extent = TimelineExtent(event, on: axis) {
        drawEdge(extent, kind, y: y, isRound: false)
      }
      svg.mark(kind, event.status, x: item.x, y: y)
    }
    svg.closeLink(isLinked)
    svg.close("g")
  }

  private mutating func numeral(_ value: Int, _ x: Double, _ y: Double, _ token: Theme.Token) {
    svg.element(
      "text",
      [
        "x": px(x), "y": px(y + 4), "text-anchor": "middle", "font-size": "11",
        "font-weight": "700",
      ], class: "n", fill: token, String(value))
  }

  /// How well an event is dated, along the axis.
  private mutating func drawEdge(
    _ extent: TimelineExtent, _ kind: EventKind, y: Double, isRound: Bool
  ) {
    svg.dateEdge(extent, kind.token, y: y, radius: isRound ? 13 : 10.5)
  }

  // MARK: Legend

  private func legendItems() -> [PictureLegend.Item] {
    let shown = shown
    var items: [PictureLegend.Item] = []
    for kind in EventKind.allCases where shown.contains(where: { EventKind($0.type) == kind }) {
      items.append(
        .init(say(kind.word), width: 16) { svg, x, y in
          svg.mark(kind, .asserted, x: x + 8, y: y)
        })
    }
    items += PictureLegend.statuses(shown.map(\.status), in: say)
    let extents = shown.compactMap { TimelineExtent($0, on: axis) }
    func sample(_ word: String, width: Double, _ extent: @escaping (Double) -> TimelineExtent) {
      items.append(
        .init(say(word), width: width) { svg, x, y in
          svg.dateEdge(extent(x), .ink3, y: y, radius: 10.5)
          svg.mark(.talks, .asserted, x: extent(x).x, y: y, token: .ink3)
        })
    }
    if extents.contains(where: { $0.isBar && $0.end == .day && !$0.isCoarse && !$0.isBefore }) {
      sample("from – to", width: 40) { TimelineExtent.sample($0, to: 40, end: .day) }
    }
    if extents.contains(where: { $0.end == .open }) {
      sample("end not reported", width: 48) { TimelineExtent.sample($0, to: 48, end: .open) }
    }
    if extents.contains(where: { $0.end == .unknown }) {
      sample("end unknown", width: 44) { TimelineExtent.sample($0, to: 44, end: .unknown) }
    }
    if extents.contains(where: { $0.isApproximate || $0.end == .approximate }) {
      sample("about", width: 22) {
        var sample = TimelineExtent.sample($0 + 3, to: 16, end: .day, isBar: false)
        sample.isApproximate = true
        return sample
      }
    }
    if extents.contains(where: \.isCoarse) {
      sample("month or year only", width: 24) {
        var sample = TimelineExtent.sample($0 + 4, to: 16, end: .day, isBar: false)
        sample.isCoarse = true
        return sample
      }
    }
    if lanes.contains(where: { $0.items.contains(where: \.isCluster) }) {
      items.append(
        .init(say("several events"), width: 24) { svg, x, y in
          svg.leaf(
            "rect",
            [
              "x": px(x), "y": px(y - 9), "width": "24", "height": "18", "rx": "9",
              "stroke-width": "1.6",
            ], fill: .paper, stroke: .ink3)
          svg.element(
            "text",
            [
              "x": px(x + 12), "y": px(y + 4), "text-anchor": "middle", "font-size": "11",
              "font-weight": "700",
            ], fill: .ink3, "9")
        })
    }
    return items
  }
}

extension EventKind {
  var plural: String {
    switch self {
    case .talks: "talks"
    case .agreement: "agreements"
    case .politics: "politics"
    case .fighting: "fighting"
    case .statement: "statements"
    }
  }
}

extension PictureLegend {
  /// Samples of the statuses that occur, but for what is simply reported.
  static func statuses(_ all: [EventStatus], in say: Wording) -> [Item] {
    var words: [String] = []
    return EventStatus.allCases.compactMap { status in
      guard all.contains(status), let word = status.word, !words.contains(word) else { return nil }
      words.append(word)
      return Item(say(word), width: 16) { svg, x, y in
        svg.mark(.talks, status, x: x + 8, y: y, token: .ink3)
      }
    }
  }
}

extension TimelineExtent {
  /// For the legend.
  fileprivate static func sample(
    _ x: Double, to width: Double, end: End, isBar: Bool = true
  ) -> TimelineExtent {
    TimelineExtent(
      sampleX: isBar ? x + 8 : x + width / 2, from: isBar ? x + 8 : x, to: x + width, end: end,
      isBar: isBar)
  }

  private init(sampleX x: Double, from: Double, to: Double, end: End, isBar: Bool) {
    self.x = x
    self.from = from
    self.to = to
    self.end = end
    self.isBar = isBar
    isCoarse = false
    isBefore = false
    isApproximate = false
    isExpected = false
    left = from
    right = to
  }
}

extension SVGWriter {
  /// Bars, dots and rings that tell how well an event is dated; drawn under its mark.
  mutating func dateEdge(_ e: TimelineExtent, _ token: Theme.Token, y: Double, radius: Double) {
    func line(_ from: Double, _ to: Double, _ y: Double, width: String, dash: String) {
      leaf(
        "path",
        [
          "d": "M\(px(from)),\(px(y))H\(px(to))", "fill": "none", "stroke-width": width,
          "stroke-dasharray": dash,
        ], stroke: token)
    }
    if e.isCoarse {
      if e.isBar {
        line(e.from + 1, e.to, y, width: "2.4", dash: "2.4 3")
      } else {
        leaf(
          "circle",
          [
            "cx": px(e.x), "cy": px(y), "r": px(radius), "fill": "none", "stroke-width": "1.6",
            "stroke-dasharray": "1.6 2.4",
          ], stroke: token)
      }
    } else if e.isBefore {
      line(e.from, e.x - 8, y, width: "2.4", dash: "2.4 3")
    } else if e.isBar {
      switch e.end {
      case .day: line(e.x, e.to, y, width: "6", dash: "none")
      case .approximate: line(e.x, e.to, y, width: "6", dash: "6 3")
      case .open, .unknown:
        // Nothing has happened yet of what is expected.
        let solid = e.isExpected ? e.x + 7 : min(e.to, e.x + 17)
        if !e.isExpected { line(e.x, solid, y, width: "6", dash: "none") }
        line(solid + 3, e.to - (e.end == .open ? 4 : 0), y, width: "2.6", dash: "2.6 3")
        if e.end == .open {
          leaf(
            "path",
            [
              "d": "M\(px(e.to - 5)),\(px(y - 4))l5,4l-5,4", "fill": "none",
              "stroke-width": "1.6",
            ], stroke: token)
        }
      }
    } else if e.to - e.from > 2, e.end != .day || e.to - e.from > 4 {
      // Known days, too few for a bar of their own.
      let half = max(5, (e.to - e.from) / 2)
      line(e.x - half, e.x + half, y + radius, width: "2.4", dash: e.end == .day ? "none" : "3 2")
    }
    if e.isApproximate { line(e.x - 8, e.x + 8, y + radius, width: "2.4", dash: "3.4 2.4") }
  }
}
