internal import DatelineModel
internal import EDTF

/// A row of the timeline picture: events of one kind, actor or series, with all their places.
struct TimelineLane {
  /// One event, or several that stand too close to be told apart.
  struct Item {
    /// Indices into the graph's events, most salient first.
    var events: [Int]
    var shape: Shape
    /// Left and right end of what is drawn.
    var left: Double
    var right: Double
    var x: Double
    /// From the bottom of the lane's marks upwards.
    var row = 0

    enum Shape: Hashable {
      case mark
      /// A numbered member of a series.
      case number(Int)
      case cluster
    }

    var isCluster: Bool { events.count > 1 }

    init(events: [Int], shape: Shape, left: Double, right: Double, x: Double) {
      self.events = events
      self.shape = shape
      self.left = left
      self.right = right
      self.x = x
    }

    /// The mark of one event.
    init(_ event: Int, _ extent: TimelineExtent) {
      self.init(
        events: [event], shape: .mark, left: extent.left, right: extent.right, x: extent.x)
    }
  }

  /// The words beside or below an item.
  struct Label {
    var item: Int
    var text: String
    var x: Double
    /// Of the text's middle, from the top of the lane.
    var y: Double
    var isLeft: Bool
    /// Whether a line leads to it from its mark.
    var hasLeader: Bool
    private var width: Double

    init(
      item: Int, _ words: String, _ rest: String, limit: Double, x: Double, y: Double, isLeft: Bool,
      hasLeader: Bool
    ) {
      self.item = item
      self.x = x
      self.y = y
      self.isLeft = isLeft
      self.hasLeader = hasLeader
      // What is said after the label is never cut.
      let room = limit - PictureText.width(rest, size: TimelineLane.textSize)
      text = PictureText.cut(words, width: max(60, room), size: TimelineLane.textSize) + rest
      width = PictureText.width(text, size: TimelineLane.textSize)
    }

    var rect: PictureRect {
      PictureRect(x: isLeft ? x - width : x, y: y - 8, width: width, height: 16)
    }
  }

  var title: String
  var subtitle: String
  var isSeries: Bool
  var items: [Item] = []
  var labels: [Label] = []
  /// Events that found no place.
  var unplaced: [Int] = []
  private(set) var rowCount = 1
  private(set) var height = 0.0

  static let rowHeight = 23.0
  static let levelHeight = 17.0
  static let textSize = 12.0
  private static let mostRows = 6
  private static let mostLevels = 4
  private static let mostLabels = 12

  /// The middle of a row, from the top of the lane.
  func y(row: Int) -> Double { 22 + Double(rowCount - 1 - row) * TimelineLane.rowHeight }

  init(
    title: String, subtitle: String, isSeries: Bool = false, events indices: [Int], of all: [Event],
    axis: TimelineAxis, in say: Wording = .english
  ) {
    self.title = title
    self.subtitle = subtitle
    self.isSeries = isSeries
    var points: [(index: Int, extent: TimelineExtent)] = []
    var bars: [(index: Int, extent: TimelineExtent)] = []
    for index in indices {
      guard let extent = TimelineExtent(all[index], on: axis) else { continue }
      if extent.isBar && !isSeries {
        bars.append((index, extent))
      } else {
        points.append((index, extent))
      }
    }
    points.sort { ($0.extent.x, $0.index) < ($1.extent.x, $1.index) }
    bars.sort { ($0.extent.left, $0.index) < ($1.extent.left, $1.index) }
    items = isSeries ? numbers(points, all) : marks(points, all)
    items += coarse(bars, all)
    items += bars.filter { !$0.extent.isCoarse }.map { Item($0.index, $0.extent) }
    stack(all)
    place(all, axis, say)
  }

  private func numbers(
    _ points: [(index: Int, extent: TimelineExtent)], _ all: [Event]
  ) -> [Item] {
    points.map { point in
      Item(
        events: [point.index], shape: .number(all[point.index].series?.ordinal ?? 0),
        left: point.extent.x - 10, right: point.extent.x + 10, x: point.extent.x)
    }
  }

  /// More than three marks on one spot become one mark with a count.
  private func marks(
    _ points: [(index: Int, extent: TimelineExtent)], _ all: [Event]
  ) -> [Item] {
    var result: [Item] = []
    var start = 0
    while start < points.count {
      var end = start + 1
      while end < points.count, points[end].extent.x - points[start].extent.x <= 17 { end += 1 }
      let group = points[start..<end]
      start = end
      guard group.count > 3 else {
        result += group.map { Item($0.index, $0.extent) }
        continue
      }
      let events = TimelineLane.ranked(group.map(\.index), all)
      let x = (group.first!.extent.x + group.last!.extent.x) / 2
      let half = TimelineLane.clusterWidth(group.count) / 2
      result.append(Item(events: events, shape: .cluster, left: x - half, right: x + half, x: x))
    }
    return result
  }

  /// Events of the same year or season, told no finer, become one mark with a count.
  private func coarse(
    _ bars: [(index: Int, extent: TimelineExtent)], _ all: [Event]
  ) -> [Item] {
    var result: [Item] = []
    var rest = bars.filter(\.extent.isCoarse)[...]
    while let first = rest.first {
      let same = rest.filter {
        $0.extent.from == first.extent.from && $0.extent.to == first.extent.to
      }
      rest =
        rest.filter { $0.extent.from != first.extent.from || $0.extent.to != first.extent.to }[...]
      var item = Item(first.index, first.extent)
      if same.count > 1 {
        item.events = TimelineLane.ranked(same.map(\.index), all)
        item.shape = .cluster
      }
      result.append(item)
    }
    return result
  }

  /// Of the mark with a count.
  static func clusterWidth(_ count: Int) -> Double {
    PictureText.width(String(count), size: 11, bold: true) + 14
  }

  /// Most salient first.
  private static func ranked(_ events: [Int], _ all: [Event]) -> [Int] {
    events.sorted { (all[$1].salience, all[$0].id) < (all[$0].salience, all[$1].id) }
  }

  /// Gives each item the lowest row that is free. Where rows are scarce, the least salient go
  /// without.
  private mutating func stack(_ all: [Event]) {
    let inTime = Array(items.indices)
    func salience(_ item: Int) -> Double { all[items[item].events[0]].salience }
    let rows =
      rows(inTime, mayFail: false)
      ?? rows(inTime.sorted { (salience($1), $0) < (salience($0), $1) }, mayFail: true)!
    for index in inTime {
      if let row = rows[index] { items[index].row = row } else { unplaced += items[index].events }
    }
    rowCount = (rows.compactMap { $0 }.max() ?? 0) + 1
    items = inTime.filter { rows[$0] != nil }.map { items[$0] }
  }

  /// A row for each item, taken in `order`; nil where there is none, and at all where that may
  /// not be.
  private func rows(_ order: [Int], mayFail: Bool) -> [Int?]? {
    var taken = [[Int]](repeating: [], count: TimelineLane.mostRows)
    var rows = [Int?](repeating: nil, count: items.count)
    for index in order {
      let row = taken.firstIndex { others in
        others.allSatisfy {
          items[index].right + 3 < items[$0].left || items[$0].right + 3 < items[index].left
        }
      }
      guard let row else {
        if mayFail { continue }
        return nil
      }
      taken[row].append(index)
      rows[index] = row
    }
    return rows
  }

  // MARK: Labels

  /// Gives labels to the most salient items, where they meet nothing.
  private mutating func place(_ all: [Event], _ axis: TimelineAxis, _ say: Wording) {
    var taken = items.map { item in
      PictureRect(
        x: item.left, y: y(row: item.row) - 10, width: item.right - item.left, height: 20)
    }
    let line = line
    let usualPlace = TimelineLane.usual(items.compactMap { all[$0.events[0]].place })
    // What happened is named before what may or did not.
    func weight(_ event: Event) -> Double {
      event.status == .asserted ? event.salience : event.salience / 2
    }
    let order = items.indices.sorted { a, b in
      let (x, y) = (all[items[a].events[0]], all[items[b].events[0]])
      return (weight(y), x.id) < (weight(x), y.id)
    }
    for index in order where labels.count < TimelineLane.mostLabels {
      let item = items[index]
      let event = all[item.events[0]]
      var words = PictureText.clean(event.label)
      if isSeries {
        guard let place = event.place, place != usualPlace || event.status != .asserted else {
          continue
        }
        words = PictureText.clean(place)
      }
      var rest = event.status.word.map { ", " + say($0) } ?? ""
      if item.isCluster { rest += " " + say.more(item.events.count - 1) }
      func isFree(_ rect: PictureRect, _ own: Int?) -> Bool {
        rect.x >= axis.left - 2 && rect.x + rect.width <= axis.right + 14
          && !taken.indices.contains { $0 != own && taken[$0].intersects(rect) }
      }
      guard
        let label = beside(index, words, rest, { isFree($0, $1) && line?.intersects($0) != true })
          ?? under(index, words, rest, isFree)
      else { continue }
      labels.append(label)
      taken.append(label.rect)
      if label.hasLeader { taken.append(leader(label)) }
    }
    let lowest = labels.map { $0.y + 8 }.max() ?? 0
    height = max(58, y(row: 0) + 18, lowest + 6)
  }

  /// What joins the members of a series, which would strike out words that lay on it.
  private var line: PictureRect? {
    guard isSeries, let first = items.map(\.x).min(), let last = items.map(\.x).max() else {
      return nil
    }
    return PictureRect(x: first, y: y(row: 0) - 1, width: last - first, height: 2)
  }

  /// On the item's own height, right of it or left of it.
  private func beside(
    _ index: Int, _ words: String, _ rest: String, _ isFree: (PictureRect, Int?) -> Bool
  ) -> Label? {
    let item = items[index]
    for limit in [270.0, 190] {
      for isLeft in [false, true] {
        let label = Label(
          item: index, words, rest, limit: limit, x: isLeft ? item.left - 5 : item.right + 5,
          y: y(row: item.row), isLeft: isLeft, hasLeader: false)
        if isFree(label.rect.grown(by: 2), index) { return label }
      }
    }
    return nil
  }

  /// Below all marks, with a line that leads down to it.
  private func under(
    _ index: Int, _ words: String, _ rest: String, _ isFree: (PictureRect, Int?) -> Bool
  ) -> Label? {
    let item = items[index]
    for level in 0..<TimelineLane.mostLevels {
      for isLeft in [false, true] {
        let label = Label(
          item: index, words, rest, limit: 220, x: isLeft ? item.x - 8 : item.x + 8,
          y: y(row: 0) + 22 + Double(level) * TimelineLane.levelHeight, isLeft: isLeft,
          hasLeader: true)
        if isFree(label.rect, nil), isFree(leader(label), index) { return label }
      }
    }
    return nil
  }

  private func leader(_ label: Label) -> PictureRect {
    let item = items[label.item]
    let top = y(row: item.row) + 10
    return PictureRect(x: item.x - 1.5, y: top, width: 3, height: label.y - top)
  }

  /// The value that most have; the first by order among equals.
  private static func usual(_ values: [String]) -> String? {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension PictureRect {
  func grown(by margin: Double) -> PictureRect {
    PictureRect(
      x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }
}

/// What an event's date looks like on an axis: where it is known to lie, and how well.
struct TimelineExtent: Hashable {
  enum End: Hashable {
    case day
    /// Dashed.
    case approximate
    /// Dots with an arrow head: told to go on.
    case open
    /// Dots.
    case unknown
  }

  /// The middle of the mark.
  var x: Double
  /// Known days, or days that may be meant.
  var from: Double
  var to: Double
  var end: End
  /// A month, season, year or more, told no finer: the day may be any between `from` and `to`.
  var isCoarse: Bool
  /// Only the latest possible day is known.
  var isBefore: Bool
  var isApproximate: Bool
  /// Told beforehand: days that are still to come.
  var isExpected: Bool
  var isBar: Bool
  /// Of all that is drawn.
  var left: Double
  var right: Double

  /// How far dots reach that stand for an end which nobody reports.
  static let tail = 46.0

  /// Nil where the event has no date, or one outside the axis.
  init?(_ event: Event, on axis: TimelineAxis) {
    guard let date = event.date, let day = TimelineExtent.anchor(date),
      day >= axis.first, day <= axis.last
    else { return nil }
    func start(_ date: EDTFDate) -> Double { max(axis.left, axis.x(date.earliest.dayNumber)) }
    func stop(_ date: EDTFDate) -> Double { min(axis.right, axis.x(date.latest.dayNumber + 1)) }
    end = .day
    isExpected = event.status == .expected
    isBefore = false
    isCoarse = false
    isApproximate = false
    switch date {
    case .date(let date):
      (from, to) = (start(date), stop(date))
      x = (from + to) / 2
      isCoarse = date.precision < .day
      isApproximate = date.qualifier != nil
      isBar = isCoarse && to - from > 26
      if !isCoarse { (from, to) = (x, x) }
    case .interval(.date(let first), let last):
      from = start(first)
      let middle = (from + stop(first)) / 2
      isApproximate = first.qualifier != nil
      switch last {
      case .date(let last):
        to = max(stop(last), from)
        if last.qualifier != nil || last.precision < .day { end = .approximate }
        isBar = to - from > 18
        x = isBar ? middle : (from + to) / 2
      case .open, .unknown:
        end = last == .open ? .open : .unknown
        x = middle
        to = min(axis.right + 12, x + TimelineExtent.tail)
        isBar = true
      }
    case .interval(_, let last):
      guard let last = last.date else { return nil }
      to = stop(last)
      x = to - axis.dayWidth / 2
      from = max(axis.left, x - 30)
      isBefore = true
      isBar = true
    }
    left = min(x - 9, isBar ? from : x - 9)
    right = max(x + 9, isBar ? to : x + 9)
  }

  /// The day by which an event takes its place in time.
  static func anchor(_ date: EDTFValue) -> Int? {
    guard let day = date.earliest ?? date.latest else { return nil }
    // A coarse date stands in its middle.
    if case .date(let value) = date {
      return (value.earliest.dayNumber + value.latest.dayNumber) / 2
    }
    return day.dayNumber
  }
}
