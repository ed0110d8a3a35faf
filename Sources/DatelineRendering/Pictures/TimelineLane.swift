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
      item: Int, _ words: String, limit: Double, x: Double, y: Double, isLeft: Bool,
      hasLeader: Bool
    ) {
      self.item = item
      self.x = x
      self.y = y
      self.isLeft = isLeft
      self.hasLeader = hasLeader
      text = PictureText.cut(words, width: limit, size: TimelineLane.textSize)
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
  private static let mostRows = 7
  private static let mostLevels = 4

  /// The middle of a row, from the top of the lane.
  func y(row: Int) -> Double { 22 + Double(rowCount - 1 - row) * TimelineLane.rowHeight }

  init(
    title: String, subtitle: String, isSeries: Bool = false, events indices: [Int], of all: [Event],
    axis: TimelineAxis
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
    items += bars.map {
      Item(
        events: [$0.index], shape: .mark, left: $0.extent.left, right: $0.extent.right,
        x: $0.extent.x)
    }
    stack()
    place(all, axis)
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
        result += group.map {
          Item(
            events: [$0.index], shape: .mark, left: $0.extent.left, right: $0.extent.right,
            x: $0.extent.x)
        }
        continue
      }
      let events = group.map(\.index).sorted {
        (all[$1].salience, all[$0].id) < (all[$0].salience, all[$1].id)
      }
      let x = (group.first!.extent.x + group.last!.extent.x) / 2
      let half = PictureText.width(String(group.count), size: 11, bold: true) / 2 + 7
      result.append(Item(events: events, shape: .cluster, left: x - half, right: x + half, x: x))
    }
    return result
  }

  /// Gives each item the lowest row that is free.
  private mutating func stack() {
    var ends: [[(left: Double, right: Double)]] = []
    var kept: [Item] = []
    for item in items {
      let row = ends.firstIndex { taken in
        taken.allSatisfy { item.right + 3 < $0.left || $0.right + 3 < item.left }
      }
      var item = item
      if let row {
        item.row = row
        ends[row].append((item.left, item.right))
      } else if ends.count < TimelineLane.mostRows {
        item.row = ends.count
        ends.append([(item.left, item.right)])
      } else {
        unplaced += item.events
        continue
      }
      kept.append(item)
    }
    items = kept
    rowCount = max(1, ends.count)
  }

  // MARK: Labels

  /// Gives labels to the most salient items, where they meet nothing.
  private mutating func place(_ all: [Event], _ axis: TimelineAxis) {
    var taken = items.map { item in
      PictureRect(
        x: item.left, y: y(row: item.row) - 10, width: item.right - item.left, height: 20)
    }
    let usualPlace = TimelineLane.usual(items.compactMap { all[$0.events[0]].place })
    let order = items.indices.sorted { a, b in
      let (x, y) = (all[items[a].events[0]], all[items[b].events[0]])
      return (y.salience, x.id) < (x.salience, y.id)
    }
    for index in order {
      let item = items[index]
      let event = all[item.events[0]]
      var words = PictureText.clean(event.label)
      if isSeries {
        guard let place = event.place, place != usualPlace || event.status != .asserted else {
          continue
        }
        words = PictureText.clean(place)
      }
      if let status = event.status.word { words += ", \(status)" }
      if item.isCluster { words += " and \(item.events.count - 1) more" }
      func isFree(_ rect: PictureRect, _ own: Int?) -> Bool {
        rect.x >= axis.left - 2 && rect.x + rect.width <= axis.right + 14
          && !taken.indices.contains { $0 != own && taken[$0].intersects(rect) }
      }
      guard
        let label = beside(index, words, isFree: isFree) ?? under(index, words, isFree: isFree)
      else { continue }
      labels.append(label)
      taken.append(label.rect)
      if label.hasLeader { taken.append(leader(label)) }
    }
    let lowest = labels.map { $0.y + 8 }.max() ?? 0
    height = max(58, y(row: 0) + 18, lowest + 6)
  }

  /// On the item's own height, right of it or left of it.
  private func beside(
    _ index: Int, _ words: String, isFree: (PictureRect, Int?) -> Bool
  ) -> Label? {
    let item = items[index]
    for limit in [270.0, 190] {
      for isLeft in [false, true] {
        let label = Label(
          item: index, words, limit: limit, x: isLeft ? item.left - 5 : item.right + 5,
          y: y(row: item.row), isLeft: isLeft, hasLeader: false)
        if isFree(label.rect.grown(by: 2), index) { return label }
      }
    }
    return nil
  }

  /// Below all marks, with a line that leads down to it.
  private func under(
    _ index: Int, _ words: String, isFree: (PictureRect, Int?) -> Bool
  ) -> Label? {
    let item = items[index]
    for level in 0..<TimelineLane.mostLevels {
      for isLeft in [false, true] {
        let label = Label(
          item: index, words, limit: 220, x: isLeft ? item.x - 8 : item.x + 8,
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
