internal import DatelineModel
internal import EDTF

extension DiffTextWriter {
  /// Events down, sources across; as many tables as the width needs.
  func writeMatrix(to page: inout TerminalPage) {
    let columns = page.options.columns
    let shared = diff.entries.filter { $0.kind == .shared }
    guard !page.options.isInline else { return writeList(to: &page) }
    let cell = 6
    let label = min(48, max(30, columns * 2 / 5))
    let room = max(1, (columns - label - 1) / cell)
    let told = Set(shared.lazy.flatMap(\.reported.keys))
    var rest = sourcesByWeight.filter(told.contains)[...]
    let total = rest.count
    let subjects = shared.map(\.countedSubject)
    while !rest.isEmpty {
      let block = Array(rest.prefix(room))
      rest = rest.dropFirst(room)
      page.line()
      if total > room {
        let first = total - rest.count - block.count + 1
        page.line(TerminalWord("Sources \(first)-\(total - rest.count) of \(total)", .dim))
      }
      var head = TerminalLine()
      head.pad(to: label + 1)
      for source in block {
        head.append(terminalFit(short(source), width: cell - 1), .bold)
        head.append(" ")
      }
      page.line(head)
      for (entry, subject) in zip(shared, subjects)
      where block.contains(where: { entry.reported[$0] != nil }) {
        var line = TerminalLine()
        let date = entry.date.map { PictureDate.words($0).plainDashes } ?? "undated"
        line.append(terminalFit(date, width: 12) + " ", .dim)
        line.append(terminalFit(terminalSafe(entry.label), width: label - 13))
        line.append(" ")
        for source in block {
          let (sign, value) = mark(of: entry, source, counting: subject)
          var one = TerminalLine([sign])
          one.append(terminalFit(value, width: cell - 2), sign.style)
          one.append(" ")
          line.append(one)
        }
        page.line(line)
      }
    }
    if !shared.isEmpty {
      writeUntold(by: sourcesByWeight.filter { !told.contains($0) }, of: shared, to: &page)
      writeLegend(to: &page)
    }
    writeDifferences(to: &page)
    writeSingle(to: &page)
  }

  /// Who tells none of what others share, and why: a line each, where a column would hold nothing.
  private func writeUntold(
    by sources: [String], of shared: [TimelineDiff.Entry], to page: inout TerminalPage
  ) {
    if !sources.isEmpty { page.line() }
    for source in sources {
      let absences = shared.compactMap { $0.absent[source] }
      let kinds: [(TimelineDiff.Absence, String)] = [
        (.silent, "silent on"), (.before, "published before"), (.quoted, "only through others"),
        (.gap, "nothing near"),
      ]
      let told = kinds.compactMap { kind, words -> String? in
        let count = absences.count { $0 == kind }
        return count > 0 ? "\(words) \(count)" : nil
      }
      page.paragraph(
        TerminalWord.words(name(source), .bold)
          + TerminalWord.words("none of these: " + told.joined(separator: ", "), .dim), indent: 2)
    }
  }

  private func writeLegend(to page: inout TerminalPage) {
    let columns = page.options.columns
    page.line()
    let legend: [(TerminalWord, String)] = [
      (DiffSign.same.sign, "told"), (DiffSign.conflict.sign, "conflict"),
      (DiffSign.revised.sign, "figure revised"), (DiffSign.otherCount.sign, "other count"),
      (.init(">", .onlyLeft), "told beforehand"), (.init("c", .dim), "copied text"),
      (.init("-", .dim), "silent"), (.init(".", .dim), "gap"),
      (.init("<", .dim), "published before it"), (DiffSign.named.sign, "only through others"),
    ]
    var line = TerminalLine()
    for (sign, word) in legend {
      if line.width + terminalWidth(of: word) + 5 > columns {
        page.line(line)
        line = TerminalLine()
      }
      if line.width > 0 { line.append("   ") }
      line.append(sign.text, sign.style)
      line.append(" " + word)
    }
    page.line(line)
  }

  /// What one side alone tells, side by side, oldest first.
  private func writeSingle(to page: inout TerminalPage) {
    let most = 12
    let only = Dictionary(grouping: diff.entries.filter { $0.kind == .only }) {
      $0.teller(among: diff.sources)
    }
    for source in diff.sources {
      guard let own = only[source] else { continue }
      page.line()
      page.line(
        DiffSign.onlyLeft.sign, .init(" "), .init("only \(name(source))", .bold),
        .init(" \(counted(own.count, "event"))", .dim))
      for entry in own.prefix(most) {
        let date = entry.date.map { PictureDate.words($0).plainDashes } ?? "undated"
        var line = TerminalLine([.init("  "), .init(terminalFit(date, width: 12), .dim)])
        line.append(" " + terminalSafe(entry.label))
        page.line(line.cut(to: page.options.columns))
      }
      if own.count > most {
        page.paragraph(
          TerminalWord.words("and \(own.count - most) more; --format json has all", .dim), indent: 2
        )
      }
    }
  }

  /// Most telling first; ties in the order of the sides. A base stays first.
  private var sourcesByWeight: [String] {
    var counts: [String: Int] = [:]
    for entry in diff.entries {
      for source in entry.reported.keys { counts[source, default: 0] += 1 }
    }
    let base = diff.sources != diff.sources.sorted() ? diff.sources.first : nil
    return diff.sources.enumerated().sorted { a, b in
      if (a.element == base) != (b.element == base) { return a.element == base }
      let (x, y) = (counts[a.element] ?? 0, counts[b.element] ?? 0)
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
  }

  /// A name in a few cells: its start, or the first letters of its words.
  private func short(_ source: String) -> String {
    let name = name(source)
    if terminalWidth(of: name) <= 5 { return name }
    let words = name.split(separator: " ").filter { !["The", "the", "Al", "al"].contains($0) }
    if words.count >= 2, let first = words.first, let second = words.dropFirst().first {
      return String(terminalCut(first, width: 2).head) + String(terminalCut(second, width: 3).head)
    }
    return String(terminalCut(words.first ?? name[...], width: 5).head)
  }

  /// One cell: the sign, and the toll where there is one.
  private func mark(
    of entry: TimelineDiff.Entry, _ source: String, counting subject: Figure.Subject?
  ) -> (TerminalWord, String) {
    guard let report = entry.reported[source] else {
      switch entry.absent[source] {
      case .silent: return (TerminalWord("-", .dim), "")
      case .before: return (TerminalWord("<", .dim), "")
      case .quoted: return (DiffSign.named.sign, "")
      case .gap, nil: return (TerminalWord(".", .dim), "")
      }
    }
    let value = entry.count(of: source, counting: subject).map(FigureWords.short) ?? ""
    if entry.absent[source] == .quoted { return (DiffSign.named.sign, value) }
    if report.copyOf != nil { return (TerminalWord("c", .dim), value) }
    let mine = entry.differences.filter { $0.values[source] != nil }.map(\.kind)
    if mine.contains(.conflict) { return (DiffSign.conflict.sign, value) }
    if report.status == .expected { return (TerminalWord(">", .onlyLeft), value) }
    if mine.contains(.revision) { return (DiffSign.revised.sign, value) }
    if mine.contains(.otherCount) { return (DiffSign.otherCount.sign, value) }
    return (DiffSign.same.sign, value)
  }

  /// What the signs of the matrix stand for, each value with who says it.
  private func writeDifferences(to page: inout TerminalPage) {
    let order: [TimelineDiff.Difference.Kind] = [.conflict, .revision, .otherCount]
    for kind in order {
      for entry in diff.entries {
        for difference in entry.differences where difference.kind == kind {
          page.line()
          write(difference, of: entry, to: &page, heading: true)
        }
      }
    }
  }

  private func write(
    _ difference: TimelineDiff.Difference, of entry: TimelineDiff.Entry,
    to page: inout TerminalPage, heading: Bool
  ) {
    let sign: DiffSign =
      switch difference.kind {
      case .conflict: .conflict
      case .revision: .revised
      case .otherCount: .otherCount
      case .precision: .same
      case .wording: .named
      }
    if heading {
      var head = TerminalLine([sign.sign, .init(" "), .init(difference.word, sign.style)])
      head.pad(to: DiffTextWriter.wordColumn + 2)
      page.paragraph(
        TerminalWord.words(entry.label, .bold) + TerminalWord.words(id(of: entry), .dim),
        indent: DiffTextWriter.wordColumn + 3, head: head)
    }
    for (value, tellers) in values(of: difference, entry) {
      let head: TerminalLine? =
        heading ? nil : TerminalLine([.init("  "), .init(difference.word, .dim)])
      page.paragraph(
        TerminalWord.words(words(of: value, difference.aspect))
          + TerminalWord.words("(" + tellers.map(name).joined(separator: ", ") + ")", .dim),
        indent: heading ? DiffTextWriter.wordColumn + 3 : 12, head: head)
    }
    writeResolution(of: difference, to: &page)
  }

  /// The values in the order of reporting, each with the sides that give it.
  func values(of difference: TimelineDiff.Difference, _ entry: TimelineDiff.Entry)
    -> [(value: String, tellers: [String])]
  {
    let order = diff.sources.enumerated().map { offset, source in
      (
        source: source, offset: offset,
        day: entry.reported[source]?.published.flatMap { PublicationWords.day($0)?.dayNumber }
          ?? Int.max
      )
    }.sorted { ($0.day, $0.offset) < ($1.day, $1.offset) }
    var rows: [(value: String, tellers: [String])] = []
    for one in order {
      guard let value = difference.values[one.source] else { continue }
      if let place = rows.firstIndex(where: { $0.value == value }) {
        rows[place].tellers.append(one.source)
      } else {
        rows.append((value, [one.source]))
      }
    }
    return rows
  }

  /// Where a matrix has no room: every event with what its sources say differently.
  private func writeList(to page: inout TerminalPage) {
    for entry in diff.entries {
      page.line()
      writeHeading(of: entry, to: &page)
      for difference in entry.differences {
        write(difference, of: entry, to: &page, heading: false)
      }
      let tellers = diff.sources.filter { entry.reported[$0] != nil }.map { source in
        let told = [
          PublicationWords.short(entry.reported[source]?.published),
          entry.copied(source, name: name),
        ].compactMap(\.self).joined(separator: ", ")
        return name(source) + " (" + told + ")"
      }
      page.paragraph(TerminalWord.words(tellers.joined(separator: ", "), .dim), indent: 2)
    }
  }
}

/// Figures in few cells.
enum FigureWords {
  /// ```swift
  /// FigureWords.short(Figure(subject: .killed, value: 100, bound: .atLeast, text: "at least 100"))
  /// // "100+"
  /// ```
  static func short(_ figure: Figure) -> String {
    let value = number(figure.value)
    if let max = figure.max { return value + "-" + number(max) }
    return switch figure.bound {
    case .atLeast: value + "+"
    case .atMost: "<" + value
    case .about: "~" + value
    case nil: value
    }
  }

  /// Thousands and millions are cut to a digit after the point.
  static func number(_ value: Double) -> String {
    for (unit, word) in [(1e9, "bn"), (1e6, "m"), (1e4, "k")] where abs(value) >= unit {
      return plain((value / (word == "k" ? 1e3 : unit) * 10).rounded() / 10) + word
    }
    return plain(value)
  }

  static func plain(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return "\(value)" }
    return value == value.rounded() ? String(Int(value)) : "\(value)"
  }
}
