public import DatelineModel
internal import EDTF

/// Draws actors as lines through time that meet at the events they share, crossings kept low.
///
/// The most salient events are the columns, in order of time and not to scale; people who act for
/// a state or a body are on its line.
///
/// ```swift
/// storylineSVG(events, title: "Who met whom")
/// // <svg xmlns="http://www.w3.org/2000/svg" class="dl storyline" …
/// ```
public func storylineSVG(
  _ graph: EventGraph, title: String? = nil, maxActors: Int = 8, maxEvents: Int = 10,
  links: PictureLink = PictureLink(), theme: Theme = .standard, locale: String = "en",
  templates: TemplateSet = .builtIn, isInline: Bool = false
) -> String {
  let say = Wording(locale: locale, templates: templates)
  let story = Storyline(of: graph, maxLines: max(2, maxActors), maxMeetings: max(1, maxEvents))
  var picture = StorylinePicture(
    story: story, events: graph.events, links: links, theme: theme, in: say)
  picture.draw(title ?? say("Storylines: who met whom"), isInline: isInline)
  return picture.svg.text
}

private struct StorylinePicture {
  let story: Storyline
  let events: [Event]
  let links: PictureLink
  let theme: Theme
  let say: Wording
  var svg: SVGWriter

  private static let width = 1184.0
  private static let margin = 16.0
  private static let top = 84.0

  /// Hue and dash of a line; the dash tells apart what the hue does not.
  private static let pens: [(token: Theme.Token, dash: String)] = [
    (.talks, "none"), (.fight, "9 3"), (.agree, "none"), (.ink, "none"), (.statement, "3 3"),
    (.politics, "none"), (.ink3, "9 3"), (.talks, "3 3"), (.fight, "none"), (.agree, "9 3"),
    (.ink, "3 3"), (.statement, "none"), (.politics, "9 3"),
  ]

  private let nameWidth: Double
  private let columnWidth: Double

  init(story: Storyline, events: [Event], links: PictureLink, theme: Theme, in say: Wording) {
    self.story = story
    self.events = events
    self.links = links
    self.theme = theme
    self.say = say
    svg = SVGWriter(theme: theme)
    let widest = story.lines.map { PictureText.width($0.name, size: 13, bold: true) }.max() ?? 0
    nameWidth = min(190, widest + 12)
    let room = Self.width - 2 * Self.margin - nameWidth - 20
    columnWidth = min(160, room / Double(max(1, story.meetings.count)))
  }

  private func x(_ meeting: Int) -> Double {
    Self.margin + nameWidth + columnWidth * (Double(meeting) + 0.5)
  }
  private func y(_ meeting: Int, _ line: Int) -> Double {
    Self.top + 36 + story.heights[meeting][line]
  }
  private func pen(_ line: Int) -> (token: Theme.Token, dash: String) {
    Self.pens[line % Self.pens.count]
  }

  mutating func draw(_ title: String, isInline: Bool) {
    let margin = Self.margin
    let depth = story.heights.flatMap { $0 }.max() ?? 0
    let bottom = Self.top + 36 + depth + 30
    let legend = legendItems()
    let rows = PictureLegend.rows(legend, width: Self.width - 2 * margin)
    let legendTop = bottom + 108
    let height = legendTop + Double(rows.count + 1) * PictureLegend.rowHeight + margin
    svg.openPicture(
      "storyline", title: title, description: description, width: Self.width, height: height,
      theme: theme, language: say.language, isInline: isInline)
    svg.element(
      "text",
      [
        "x": px(margin), "y": "36", "font-size": "26", "font-weight": "700",
        "aria-hidden": "true",
      ], class: "h", fill: .ink,
      PictureText.cut(PictureText.clean(title), width: Self.width - 60, size: 26, bold: true))
    svg.element(
      "text", ["x": px(margin), "y": "58", "font-size": "12.5"], fill: .ink2,
      say(
        "A line is an actor. Lines that run through one capsule took part in one event. Columns are in order of time; their distance is not to scale."
      ))
    for meeting in story.meetings.indices { drawColumn(meeting, bottom: bottom) }
    for line in story.lines.indices { drawLine(line) }
    for meeting in story.meetings.indices { drawMeeting(meeting) }
    svg.open("g", ["role": "note"], class: "legend")
    PictureLegend.draw(
      rows, legend, omission: omission, into: &svg, left: margin, top: legendTop)
    svg.close("g")
    svg.newline()
    svg.close("svg")
    svg.newline()
  }

  private var omission: String {
    guard !story.meetings.isEmpty else { return say("No event joins two actors.") }
    return say(
      "{n} of {actors} and {m} of {events} that two or more share are drawn: the most salient.",
      [
        "n": String(story.lines.count), "actors": say.counted(story.actorCount, "actor"),
        "m": String(story.meetings.count), "events": say.counted(story.sharedCount, "event"),
      ])
  }

  private var description: String {
    var words = say(
      "{actors} as lines from left to right that meet at {events}.",
      [
        "actors": say.counted(story.lines.count, "actor"),
        "events": say.counted(story.meetings.count, "event"),
      ])
    for meeting in story.meetings {
      let names = meeting.members.sorted().map { story.lines[$0].name }
      words += " \(events[meeting.event].sentence(in: say)): \(names.joined(separator: ", "))."
    }
    return words
  }

  // MARK: Columns

  private mutating func drawColumn(_ index: Int, bottom: Double) {
    let event = events[story.meetings[index].event]
    let x = x(index)
    svg.newline()
    svg.leaf(
      "line",
      [
        "x1": px(x), "x2": px(x), "y1": px(Self.top), "y2": px(bottom), "stroke-dasharray": "1 4",
      ], stroke: .rule)
    svg.open("g", ["id": "column-" + PictureLink.name(event.id)], class: "column")
    let isLinked = svg.openLink(links.event(event.id), label: event.sentence(in: say))
    svg.element("title", [:], event.sentence(in: say))
    let lines = PictureText.wrap(
      PictureText.clean(event.label), width: columnWidth - 8, lines: 4, size: 12, bold: true)
    for (line, text) in lines.enumerated() {
      svg.element(
        "text",
        [
          "x": px(x), "y": px(bottom + 20 + Double(line) * 15), "text-anchor": "middle",
          "font-size": "12", "font-weight": "700",
        ], fill: .ink, text)
    }
    svg.closeLink(isLinked)
    let date = event.date.map { say.short($0) } ?? ""
    let words = date.split(separator: ",").first.map(String.init) ?? date
    for (line, text) in PictureText.wrap(words, width: columnWidth - 8, lines: 2, size: 11.5)
      .enumerated()
    {
      svg.element(
        "text",
        [
          "x": px(x), "y": px(bottom + 20 + Double(lines.count + line) * 15),
          "text-anchor": "middle", "font-size": "11.5",
        ], class: "n", fill: .ink2, text)
    }
    svg.close("g")
  }

  // MARK: Lines

  private mutating func drawLine(_ line: Int) {
    guard !story.meetings.isEmpty else { return }
    let (token, dash) = pen(line)
    let actor = story.lines[line]
    let start = Self.margin + nameWidth
    let flat = min(26, columnWidth * 0.22)
    var path = "M\(px(start)),\(px(y(0, line)))H\(px(x(0) + flat))"
    for index in story.meetings.indices.dropFirst() {
      let (from, to) = (x(index - 1) + flat, x(index) - flat)
      let (a, b) = (y(index - 1, line), y(index, line))
      let middle = (from + to) / 2
      path += "C\(px(middle)),\(px(a)) \(px(middle)),\(px(b)) \(px(to)),\(px(b))"
      path += "H\(px(x(index) + flat))"
    }
    let count = story.meetings.count { $0.members.contains(line) }
    let words = say(
      "{name}, {kind}: takes part in {n} of these events",
      ["name": actor.name, "kind": say(actor.kind.word), "n": String(count)])
    svg.newline()
    svg.open("g", ["id": "line-" + PictureLink.name(actor.id)], class: "line")
    let isLinked = svg.openLink(links.actor(actor.id), label: words)
    svg.element("title", [:], words)
    // A halo, so that a crossing reads as one line over another.
    svg.leaf(
      "path", ["d": path, "fill": "none", "stroke-width": "7", "stroke-linejoin": "round"],
      stroke: .paper)
    svg.leaf(
      "path",
      [
        "d": path, "fill": "none", "stroke-width": "3.2", "stroke-dasharray": dash,
        "stroke-linejoin": "round",
      ], stroke: token)
    svg.element(
      "text",
      [
        "x": px(start - 8), "y": px(y(0, line) + 4.5), "text-anchor": "end", "font-size": "13",
        "font-weight": "700",
      ], fill: token,
      PictureText.cut(actor.name, width: nameWidth - 10, size: 13, bold: true))
    svg.closeLink(isLinked)
    svg.close("g")
  }

  private mutating func drawMeeting(_ index: Int) {
    let meeting = story.meetings[index]
    let event = events[meeting.event]
    let kind = EventKind(event.type)
    let heights = meeting.members.sorted().map { (line: $0, y: y(index, $0)) }
    let (top, bottom) = (heights.map(\.y).min()!, heights.map(\.y).max()!)
    svg.newline()
    svg.open(
      "g", ["id": "meeting-" + PictureLink.name(event.id)],
      class: "meeting \(kind.rawValue) \(event.status.rawValue)")
    svg.element("title", [:], event.sentence(in: say))
    let isAlleged =
      event.status == .alleged
      || event.actors.contains { $0.role == .actor && $0.status == .alleged }
    svg.leaf(
      "rect",
      [
        "x": px(x(index) - 9.5), "y": px(top - 12), "width": "19",
        "height": px(bottom - top + 24), "rx": "9.5", "stroke-width": "1.7",
        "stroke-dasharray": isAlleged ? "4 2.5" : "none",
      ], fill: .paper, stroke: .ink)
    for (line, y) in heights {
      svg.leaf("circle", ["cx": px(x(index)), "cy": px(y), "r": "4.6"], fill: pen(line).token)
    }
    svg.mark(kind, isAlleged ? .alleged : event.status, x: x(index), y: top - 25)
    svg.close("g")
  }

  // MARK: Legend

  private func legendItems() -> [PictureLegend.Item] {
    let shown = story.meetings.map { events[$0.event] }
    var items: [PictureLegend.Item] = []
    for kind in EventKind.allCases where shown.contains(where: { EventKind($0.type) == kind }) {
      items.append(
        .init(say(kind.word), width: 16) { svg, x, y in
          svg.mark(kind, .asserted, x: x + 8, y: y)
        })
    }
    let hasAlleged = shown.contains {
      $0.status == .alleged || $0.actors.contains { $0.role == .actor && $0.status == .alleged }
    }
    if hasAlleged {
      items.append(
        .init(say("alleged, or by an alleged author"), width: 40) { svg, x, y in
          svg.mark(.talks, .alleged, x: x + 8, y: y, token: .ink3)
          svg.leaf(
            "rect",
            [
              "x": px(x + 22), "y": px(y - 9), "width": "15", "height": "18", "rx": "7.5",
              "fill": "none", "stroke-width": "1.6", "stroke-dasharray": "4 2.5",
            ], stroke: .ink)
        })
    }
    items.append(
      .init(say("takes part"), width: 18) { svg, x, y in
        svg.leaf(
          "rect",
          [
            "x": px(x + 1), "y": px(y - 9), "width": "16", "height": "18", "rx": "8",
            "stroke-width": "1.6",
          ], fill: .paper, stroke: .ink)
        svg.leaf("circle", ["cx": px(x + 9), "cy": px(y), "r": "4.4"], fill: .ink3)
      })
    return items
  }
}
