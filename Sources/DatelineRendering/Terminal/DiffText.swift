public import DatelineModel
internal import EDTF

/// A diff as text: the summary first, then a row for each happening, then what sources changed between
/// their own articles, then the names.
///
/// `graphs` are those that were compared; without them nothing tells a source's articles apart. Two sides
/// stand in two columns where the width allows it; more of them make a matrix, with the differences told
/// below it.
///
/// ```swift
/// diffText(of: TimelineDiff(left: a, right: b), options: TerminalOptions(width: 100))
/// ```
public func diffText(
  of diff: TimelineDiff, graphs: [EventGraph] = [], options: TerminalOptions = TerminalOptions()
) -> String {
  var page = TerminalPage(options)
  let writer = DiffTextWriter(diff: diff)
  writer.writeHead(to: &page)
  if diff.sources.count == 2 {
    writer.writePair(to: &page)
  } else if !diff.sources.isEmpty {
    writer.writeMatrix(to: &page)
  }
  writer.writeOrder(to: &page)
  writer.writeChanges(in: graphs, to: &page)
  writer.writeNaming(to: &page)
  if !diff.entries.isEmpty {
    page.line()
    page.paragraph(
      TerminalWord.words(
        "Why reports were taken for one event: dateline explain INPUT --event ID", .dim), indent: 0)
  }
  return page.text
}

/// Writes the parts of a diff.
struct DiffTextWriter {
  /// As wide is the column of what differs: "explosions", "displaced", "attackers".
  static let wordColumn = 10

  let diff: TimelineDiff

  /// A side as readers know it.
  func name(_ source: String) -> String { terminalSafe(diff.sides?[source]?.name ?? source) }

  /// The id that `explain` takes.
  func id(of entry: TimelineDiff.Entry) -> String {
    "[" + entry.event(firstOf: diff.sources) + "]"
  }

  // MARK: Head

  func writeHead(to page: inout TerminalPage) {
    guard !diff.sources.isEmpty else {
      page.paragraph(
        TerminalWord.words("Nothing was compared: no source stands in the input."), indent: 0)
      return
    }
    let widest = min(24, diff.sources.map { terminalWidth(of: name($0)) }.max() ?? 0)
    if diff.sources.count <= 6 {
      for source in diff.sources {
        let head = TerminalLine([.init(terminalFit(name(source), width: widest), .bold)])
        let isNarrow = page.options.columns < widest + 30
        if isNarrow { page.line(head) }
        page.paragraph(
          TerminalWord.words(coverage(of: source)), indent: isNarrow ? 2 : widest + 2,
          head: isNarrow ? nil : head)
      }
    } else {
      page.line(TerminalWord("\(diff.sources.count)", .bold), TerminalWord(" sources"))
    }
    page.line()
    let summary = diff.summary
    let kinds = diff.entries.flatMap(\.differences).map(\.kind)
    var first: [[TerminalWord]] = [
      [DiffSign.same.sign, .init(" \(summary.shared)", .bold), .init(" shared")]
    ]
    if diff.sources.count == 2 {
      for (sign, source) in [(DiffSign.onlyLeft, diff.sources[0]), (.onlyRight, diff.sources[1])] {
        first.append([
          sign.sign, .init(" \(summary.only[source] ?? 0)", .bold), .init(" only \(name(source))"),
        ])
      }
    } else {
      let only = diff.entries.count { $0.kind == .only }
      first.append([DiffSign.onlyLeft.sign, .init(" \(only)", .bold), .init(" told by one alone")])
    }
    let conflicts = summary.conflicts.values.reduce(0, +)
    let second: [[TerminalWord]] = [
      [
        DiffSign.conflict.sign, .init(" \(conflicts)", .bold),
        .init(conflicts == 1 ? " conflict" : " conflicts"),
      ],
      [
        DiffSign.revised.sign, .init(" \(kinds.count { $0 == .revision })", .bold),
        .init(" revised"),
      ],
      [
        DiffSign.otherCount.sign, .init(" \(kinds.count { $0 == .otherCount })", .bold),
        .init(" two quantities"),
      ],
      [DiffSign.named.sign, .init(" \(diff.naming.count)", .bold), .init(" named differently")],
    ]
    for group in [first, second] {
      var line = TerminalLine([.init("  ")])
      for (index, part) in group.enumerated() {
        let piece = TerminalLine(part).cut(to: page.options.columns - 2)
        if line.width + piece.width + 2 > page.options.columns, index > 0 {
          page.line(line)
          line = TerminalLine([.init("  ")])
        } else if index > 0 {
          line.append("  ")
        }
        line.append(piece)
      }
      page.line(line)
    }
  }

  private func coverage(of source: String) -> String {
    guard let side = diff.coverage[source] else { return "" }
    var words = "\(side.articles) \(side.articles == 1 ? "article" : "articles")"
    if let first = side.days.first, let last = side.days.last {
      words += ", " + PictureDate.words(first).plainDashes
      if first != last { words += " to " + PictureDate.words(last).plainDashes }
    } else if side.articles > 0 {
      words += ", undated"
    }
    if side.copies > 0 { words += ", \(side.copies) of them copied" }
    return words
  }

  // MARK: Two sides

  func writePair(to page: inout TerminalPage) {
    let (left, right) = (diff.sources[0], diff.sources[1])
    let order = diff.entries.enumerated().sorted { a, b in
      func rank(_ entry: TimelineDiff.Entry) -> Int {
        switch DiffSign(entry, sources: diff.sources) {
        case .onlyLeft: 1
        case .onlyRight: 2
        default: 0
        }
      }
      let (x, y) = (rank(a.element), rank(b.element))
      return x != y ? x < y : a.offset < b.offset
    }.map(\.element)
    if !page.options.isInline, !order.isEmpty {
      page.line()
      let widths = page.columnWidths
      page.columns(
        [TerminalLine([.init(terminalFit(name(left), width: widths.left), .bold)])],
        [TerminalLine([.init(terminalFit(name(right), width: widths.right), .bold)])])
      page.line(String(repeating: "-", count: page.options.columns).asLine)
    }
    for (index, entry) in order.enumerated() {
      if index > 0 || page.options.isInline { page.line() }
      writeHeading(of: entry, to: &page)
      if page.options.isInline {
        writeInline(entry, left: left, right: right, to: &page)
      } else {
        writeColumns(entry, left: left, right: right, to: &page)
      }
    }
  }

  /// Sign, date and label, and the word at the right edge.
  func writeHeading(of entry: TimelineDiff.Entry, to page: inout TerminalPage) {
    let sign = DiffSign(entry, sources: diff.sources)
    let edge = entry.word(sources: diff.sources)
    let date = entry.date.map { PictureDate.words($0).plainDashes } ?? "undated"
    let room = page.options.columns - 2
    let words =
      TerminalWord.words(date, .dim) + TerminalWord.words(entry.label, .bold)
      + TerminalWord.words(id(of: entry), .dim)
    var head = TerminalLine([sign.sign, .init(" ")])
    let beside = room - terminalWidth(of: edge) - 2
    if beside >= 24 {
      let lines = TerminalLine.wrapped(words, width: beside)
      for (index, text) in lines.enumerated() {
        var line = index == 0 ? head : TerminalLine([.init("  ")])
        line.append(text)
        if index == 0 {
          line.pad(to: page.options.columns - terminalWidth(of: edge))
          line.append(edge, sign.style)
        }
        page.line(line)
      }
    } else {
      head.append(edge, sign.style)
      page.line(head)
      page.paragraph(words, indent: 2)
    }
  }

  private func writeColumns(
    _ entry: TimelineDiff.Entry, left: String, right: String, to page: inout TerminalPage
  ) {
    let widths = page.columnWidths
    let colour = page.options.colour
    var columns: ([TerminalLine], [TerminalLine]) = ([], [])
    for difference in entry.differences {
      let a = difference.values[left].map { words(of: $0, difference.aspect) }
      let b = difference.values[right].map { words(of: $0, difference.aspect) }
      let marked = WordDifference(a ?? "", b ?? "")
      let label = TerminalWord(difference.word + ":", .dim)
      func told(_ text: String?, _ words: [WordDifference.Word], _ style: TerminalStyle)
        -> [TerminalWord]
      {
        guard text != nil else { return [label, TerminalWord("not told", .dim)] }
        return [label] + WordDifference.words(words, as: style, colour: colour)
      }
      var one = TerminalLine.wrapped(told(a, marked.left, .left), width: widths.left)
      var two = TerminalLine.wrapped(told(b, marked.right, .right), width: widths.right)
      while one.count < two.count { one.append(TerminalLine()) }
      while two.count < one.count { two.append(TerminalLine()) }
      columns.0 += one
      columns.1 += two
    }
    let quotes = (quote(of: entry.reported[left]), quote(of: entry.reported[right]))
    var texts: ([TerminalWord], [TerminalWord]) = ([], [])
    if let a = quotes.0, let b = quotes.1 {
      let marked = WordDifference(a, b)
      // Where hardly a word is common, marks would only say that the sentences are two.
      if colour, marked.likeness >= 0.4 {
        texts.0 = WordDifference.words(marked.left, as: .left, colour: true)
        texts.1 = WordDifference.words(marked.right, as: .right, colour: true)
      }
    }
    if texts.0.isEmpty, let text = quotes.0 { texts.0 = TerminalWord.words(text) }
    if texts.1.isEmpty, let text = quotes.1 { texts.1 = TerminalWord.words(text) }
    columns.0 += TerminalLine.wrapped(texts.0, width: widths.left, limit: 4)
    columns.1 += TerminalLine.wrapped(texts.1, width: widths.right, limit: 4)
    columns.0 += TerminalLine.wrapped(foot(of: entry, left), width: widths.left, limit: 3)
    columns.1 += TerminalLine.wrapped(foot(of: entry, right), width: widths.right, limit: 3)
    page.columns(columns.0, columns.1)
    for difference in entry.differences { writeResolution(of: difference, to: &page) }
  }

  /// What the reader has settled of a difference, below it.
  func writeResolution(of difference: TimelineDiff.Difference, to page: inout TerminalPage) {
    guard let resolution = difference.resolution else { return }
    page.paragraph(
      TerminalWord.words(difference.word + ": " + terminalSafe(resolution.words), .dim), indent: 2)
  }

  private func writeInline(
    _ entry: TimelineDiff.Entry, left: String, right: String, to page: inout TerminalPage
  ) {
    for difference in entry.differences {
      let marked = WordDifference(
        difference.values[left].map { words(of: $0, difference.aspect) } ?? "",
        difference.values[right].map { words(of: $0, difference.aspect) } ?? "")
      var head = TerminalLine([.init("  "), .init(difference.word, .dim)])
      head.pad(to: DiffTextWriter.wordColumn + 2)
      page.paragraph(
        WordDifference.merged(marked, colour: page.options.colour),
        indent: DiffTextWriter.wordColumn + 3,
        head: head)
      writeResolution(of: difference, to: &page)
    }
    for source in [left, right] {
      guard let report = entry.reported[source] else {
        page.paragraph(foot(of: entry, source), indent: 2)
        continue
      }
      if let text = quote(of: report) {
        page.paragraph(TerminalWord.words(text), indent: 2)
      }
      page.paragraph(
        [TerminalWord(name(source), .dim)] + foot(of: entry, source), indent: 2)
    }
  }

  /// When a side told it, or why it does not.
  private func foot(of entry: TimelineDiff.Entry, _ source: String) -> [TerminalWord] {
    var words: [String] = []
    if let report = entry.reported[source] {
      var days: [String] = []
      for quote in report.quotes {
        let day = PublicationWords.short(quote.published)
        if !days.contains(day) { days.append(day) }
      }
      let rest = days.count - 3
      words.append(
        "published " + days.prefix(3).joined(separator: ", ")
          + (rest > 0 ? " and \(rest) more" : ""))
      if let copied = entry.copied(source, name: name) { words.append(copied) }
      if entry.absent[source] == .quoted { words.append("only through others") }
    } else if let absence = entry.absent[source] {
      words.append(reason(of: absence, entry, source))
    }
    return TerminalWord.words(words.joined(separator: "; "), .dim)
  }

  func reason(
    of absence: TimelineDiff.Absence, _ entry: TimelineDiff.Entry, _ source: String,
    in say: Wording = .english
  ) -> String {
    switch absence {
    case .silent:
      let first = entry.reported.values.compactMap(\.published)
        .compactMap { PublicationWords.day($0)?.dayNumber }.min()
      let from = [first, entry.date?.earliest?.dayNumber].compactMap(\.self)
      guard let start = from.min(), let last = first ?? from.max() else { return say("silent") }
      let near = (diff.coverage[source]?.days ?? [])
        .filter { (start...(last + diff.window)).contains($0.dayNumber) }
      var days: [String] = []
      for day in near {
        let word = say.dayAndMonth(day)
        if !days.contains(word) { days.append(word) }
      }
      if days.isEmpty { return say("silent") }
      let rest = days.count - 3
      let first3 = days.prefix(3).joined(separator: ", ")
      let told =
        rest > 0
        ? say("{days} and {rest} more", ["days": first3, "rest": say.counted(rest, "day")]) : first3
      return say("silent: published on {days}", ["days": told])
    case .before: return say("before: published too early to know it")
    case .quoted: return say("only through others")
    case .gap:
      let span =
        diff.window == 7 && say.phrases.isEmpty ? "a week" : say.counted(diff.window, "day")
      return say("gap: no article within {days}", ["days": span])
    }
  }

  /// What tells it best: the longest of the first report's words.
  func quote(of report: TimelineDiff.Report?) -> String? {
    guard let report, let first = report.quotes.first else { return nil }
    let best = report.quotes.filter { $0.article == first.article && !$0.inTitle }
      .max { ($0.text.utf8.count, $1.start) < ($1.text.utf8.count, $0.start) }
    return (best ?? first).text
  }

  /// A value as readers say it.
  func words(of value: String, _ aspect: TimelineDiff.Difference.Aspect) -> String {
    guard aspect == .date, let date = EDTFValue(value) else { return terminalSafe(value) }
    return PictureDate.words(date).plainDashes
  }

  // MARK: Order

  /// What some sides tell in another order than others.
  func writeOrder(to page: inout TerminalPage) {
    let inversions = diff.inversions
    guard !inversions.isEmpty else { return }
    let labels = Dictionary(diff.entries.map { ($0.id, $0.label) }) { first, _ in first }
    page.line()
    page.line(DiffSign.conflict.sign, .init(" "), .init("Told in another order", .bold))
    for one in inversions.prefix(12) {
      guard let first = labels[one.first], let second = labels[one.second] else { continue }
      page.paragraph(
        TerminalWord.words(first, .bold) + TerminalWord.words("before", .dim)
          + TerminalWord.words(second, .bold)
          + TerminalWord.words("(" + one.before.map(name).joined(separator: ", ") + ")", .dim),
        indent: 2)
      page.paragraph(
        TerminalWord.words("after it (" + one.after.map(name).joined(separator: ", ") + ")", .dim),
        indent: 4)
    }
  }

  // MARK: Changes

  /// What sources said of an event first, and what later articles of their own say instead.
  func writeChanges(in graphs: [EventGraph], to page: inout TerminalPage) {
    let changes = OwnAccount.changes(in: graphs)
    guard !changes.isEmpty else { return }
    let limit = 40
    page.line()
    page.line(
      DiffSign.revised.sign, .init(" "), .init("Changed between a source’s own articles", .bold))
    for change in changes.prefix(limit) {
      page.paragraph(
        TerminalWord.words(change.source + ":", .dim)
          + TerminalWord.words(change.event.label, .bold)
          + TerminalWord.words("[" + change.event.id + "]", .dim), indent: 2)
      let steps = change.steps.map {
        $0.value.text + " (" + PublicationWords.short($0.published) + ")"
      }
      page.paragraph(
        TerminalWord.words(change.aspect.text + ":", .dim)
          + TerminalWord.words(steps.joined(separator: ", then ")), indent: 4)
    }
    if changes.count > limit {
      page.paragraph(
        TerminalWord.words("and \(changes.count - limit) more; --format html has them", .dim),
        indent: 2)
    }
  }

  // MARK: Names

  func writeNaming(to page: inout TerminalPage) {
    guard !diff.naming.isEmpty else { return }
    page.line()
    page.line(DiffSign.named.sign, .init(" "), .init("Named differently", .bold))
    let limit = 40
    for row in diff.naming.prefix(limit) {
      page.paragraph(TerminalWord.words(row.actor, .dim), indent: 2)
      if diff.sources.count == 2, !page.options.isInline {
        let widths = page.columnWidths
        page.columns(
          TerminalLine.wrapped(names(row.names[diff.sources[0]]), width: widths.left),
          TerminalLine.wrapped(names(row.names[diff.sources[1]]), width: widths.right))
      } else {
        for source in diff.sources where row.names[source] != nil {
          page.paragraph(
            [TerminalWord(name(source) + ":", .dim)] + names(row.names[source]), indent: 4)
        }
      }
    }
    if diff.naming.count > limit {
      page.paragraph(
        TerminalWord.words("and \(diff.naming.count - limit) more; --format json has all", .dim),
        indent: 2)
    }
  }

  private func names(_ names: [TimelineDiff.Naming.Name]?) -> [TerminalWord] {
    guard let names else { return [TerminalWord("not named", .dim)] }
    var words: [TerminalWord] = []
    for (index, name) in names.enumerated() {
      words += TerminalWord.words(name.name)
      words.append(TerminalWord("\(name.count)" + (index + 1 < names.count ? "," : ""), .bold))
    }
    return words
  }
}

extension OwnAccount.Aspect {
  fileprivate var text: String {
    switch self {
    case .status: "status"
    case .date: "date"
    case .figure(let subject, let teller):
      subject.title.lowercased() + (teller.map { ", by " + terminalSafe($0) } ?? "")
    }
  }
}

extension OwnAccount.Value {
  fileprivate var text: String {
    switch self {
    case .figure(let figure): FigureInWords(figure).text
    case .status(let status): status.rawValue
    case .date(let date): PictureDate.words(date).plainDashes
    }
  }
}

extension WordDifference {
  /// Both texts in one line: what is common once, what differs beside one another.
  static func merged(_ difference: WordDifference, colour: Bool) -> [TerminalWord] {
    var words: [TerminalWord] = []
    // Of one line a colour alone would say who says what.
    let left = WordDifference.words(difference.left, as: .left, colour: colour, marked: true)
    let right = WordDifference.words(difference.right, as: .right, colour: colour, marked: true)
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      while i < left.count, difference.left[i].differs {
        words.append(left[i])
        i += 1
      }
      while j < right.count, difference.right[j].differs {
        words.append(right[j])
        j += 1
      }
      if i < left.count, j < right.count {
        words.append(left[i])
        i += 1
        j += 1
      } else if i < left.count {
        words.append(left[i])
        i += 1
      } else if j < right.count {
        words.append(right[j])
        j += 1
      }
    }
    return words
  }
}

extension TimelineDiff.Entry {
  /// Whose text a side's report is; nil where it is its own. Of one day nobody can tell who had the text
  /// first.
  func copied(
    _ source: String, name: (String) -> String, in say: Wording = .english
  ) -> String? {
    guard let report = reported[source], let original = report.copyOf else { return nil }
    let days = [reported[original]?.published, report.published].map {
      $0.flatMap(PublicationWords.day)
    }
    var isLater = false
    if let first = days[0], let mine = days[1] { isLater = first < mine }
    return say(
      isLater ? "copied from {source}" : "same text as {source}", ["source": name(original)])
  }
}

/// Publication dates in few words.
enum PublicationWords {
  static func day(_ published: String) -> CalendarDate? {
    PublicationDate(published, from: .record)?.day
  }

  static func short(_ published: String?) -> String {
    guard let published else { return "undated" }
    if let day = day(published) { return PictureDate.words(day) }
    return EDTFValue(published).map { PictureDate.words($0).plainDashes } ?? terminalSafe(published)
  }
}

extension String {
  fileprivate var asLine: TerminalLine { TerminalLine([TerminalWord(self)]) }

  /// En dashes as hyphens, which every terminal has.
  var plainDashes: String {
    var text = ""
    for scalar in unicodeScalars { text.unicodeScalars.append(scalar == "–" ? "-" : scalar) }
    return text
  }
}
