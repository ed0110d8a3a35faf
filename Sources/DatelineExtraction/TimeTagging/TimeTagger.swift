import DatelineModel
import EDTF

/// Finds the time expressions of an article.
struct TimeTagger {
  let rules: TimeRules
  var genre: Genre

  init(rules: TimeRules, genre: Genre = .auto) {
    self.rules = rules
    self.genre = genre
  }

  /// In the order of the text, the title's first; each span lies in its own passage.
  func timexes(title: SegmentedText?, text: SegmentedText, of article: Article) -> [Timex] {
    let found = mentions(title: title, text: text, of: article)
    let kind = found.kind
    var mentions = found.mentions
    guard !mentions.isEmpty else { return [] }
    settleOrder(&mentions, of: article)
    var resolver = TimeResolver(
      published: article.published, genre: kind.contains(.narrative) ? .narrative : .news,
      isBrief: kind.contains(.brief))
    if kind.contains(.narrative) { resolver.settle(StoryYears(of: mentions)) }
    var timexes: [Timex] = []
    timexes.reserveCapacity(mentions.count)
    for mention in mentions {
      timexes.append(resolver.timex(mention, index: timexes.count))
    }
    joinRanges(mentions, &timexes)
    tieDurations(mentions, title: title, text: text, &timexes)
    compareCalendars(mentions, in: text, &timexes)
    return timexes
  }

  /// Reads "03/04/2019" as the article's other dates in digits, where "25/02/2019" shows the order,
  /// else as its country writes dates, where `en-GB` tells that, else as leads to the days before its
  /// publication: "09-11-2023" in November.
  private func settleOrder(_ mentions: inout [TimeMention], of article: Article) {
    func shows(_ order: Int) -> Bool {
      mentions.contains { $0.draft[.dayFirst] == order && ($0.draft[.day] ?? 0) > 12 }
    }
    func isNear(_ order: Int) -> Bool {
      guard let published = article.published?.day else { return false }
      return mentions.contains { mention in
        guard let own = mention.draft[.dayFirst], let year = mention.draft[.year],
          let month = mention.draft[own == order ? .month : .day],
          let day = mention.draft[own == order ? .day : .month],
          let date = CalendarDate(year: year, month: month, day: day)
        else { return false }
        return (-3...31).contains(published.dayNumber - date.dayNumber)
      }
    }
    let isDayFirst =
      shows(1) != shows(0)
      ? shows(1)
      : rules.isDayFirst(in: article.language) ?? (isNear(1) == isNear(0) ? nil : isNear(1))
    guard let isDayFirst else { return }
    for index in mentions.indices
    where mentions[index].draft[.dayFirst] == (isDayFirst ? 0 : 1) {
      let (month, day) = (mentions[index].draft[.month], mentions[index].draft[.day])
      mentions[index].draft[.month] = day
      mentions[index].draft[.day] = month
    }
  }

  /// What is found before anything is counted from an anchor; furniture is the dates that a page
  /// tells of itself, which are no time of the story.
  func mentions(
    title: SegmentedText?, text: SegmentedText, of article: Article
  ) -> (mentions: [TimeMention], furniture: [TimeMention], kind: TextKind) {
    var lexemes = TimeMentionFinder.lexemes(of: text, rules.lexicon)
    let kind = TextKind(
      title: title, text: text, lexemes: lexemes, genre: genre, published: article.published,
      rules: rules)
    if kind.contains(.post) { TimeMentionFinder.shorten(&lexemes, of: text, rules.lexicon) }
    var finder = TimeMentionFinder(rules: rules)
    if let title {
      finder.read(title, TimeMentionFinder.lexemes(of: title, rules.lexicon), as: kind)
    }
    finder.read(text, lexemes, as: kind)
    guard !finder.namesakes.isEmpty else { return (finder.mentions, finder.furniture, kind) }
    // "Theresa May flew to Brussels. May told reporters": once a name, a month by itself stays one.
    let mentions = finder.mentions.filter { mention in
      !mention.isBareMonth || mention.draft[.month].map(finder.namesakes.contains) != true
    }
    return (mentions, finder.furniture, kind)
  }

  /// "25 Rajab 1440 (1 April 2019)": where both dates agree within a day the civil one settles the
  /// other; where they do not, each is told as an alternative of the other.
  private func compareCalendars(
    _ mentions: [TimeMention], in text: SegmentedText, _ timexes: inout [Timex]
  ) {
    for index in timexes.indices.dropLast() {
      let isForeign = mentions[index].draft.has(.calendar)
      guard isForeign != mentions[index + 1].draft.has(.calendar), !timexes[index].inTitle,
        !timexes[index + 1].inTitle
      else { continue }
      let between = text.bytes[timexes[index].span.end..<timexes[index + 1].span.start]
      guard between.allSatisfy({ [32, 40, 47, 44, 61].contains($0) }), !between.isEmpty else {
        continue
      }
      let (foreign, civil) = isForeign ? (index, index + 1) : (index + 1, index)
      guard let told = timexes[civil].edtf?.start?.calendarDate,
        let counted = timexes[foreign].edtf?.start?.calendarDate
      else { continue }
      if abs(told.dayNumber - counted.dayNumber) <= 1 {
        timexes[foreign].value = timexes[civil].value
        timexes[foreign].edtf = timexes[civil].edtf
        timexes[foreign].anchor = "t\(civil + 1)"
      } else {
        timexes[foreign].alternatives.append(timexes[civil].value)
        timexes[civil].alternatives.append(timexes[foreign].value)
      }
    }
  }

  /// "Two weeks from 7 June" begins with the day, "the three months to June" ends with the month.
  private func tieDurations(
    _ mentions: [TimeMention], title: SegmentedText?, text: SegmentedText,
    _ timexes: inout [Timex]
  ) {
    for index in timexes.indices.dropLast() where timexes[index].kind == .duration {
      let (duration, point) = (timexes[index], timexes[index + 1])
      guard let edge = mentions[index + 1].edge, point.kind == .date || point.kind == .time,
        duration.inTitle == point.inTitle, mentions[index].sentence == mentions[index + 1].sentence,
        let bytes = point.inTitle ? title?.bytes : text.bytes
      else { continue }
      // One word stands between them.
      let between = bytes[duration.span.end..<point.span.start]
      guard between.count(where: { $0 == UInt8(ascii: " ") }) == 2 else { continue }
      if edge == 0 {
        timexes[index].beginPoint = index + 1
      } else {
        timexes[index].endPoint = index + 1
      }
    }
  }

  /// Gives both ends of a range the interval that they enclose.
  private func joinRanges(_ mentions: [TimeMention], _ timexes: inout [Timex]) {
    var index = 0
    while index + 1 < mentions.count {
      defer { index += 1 }
      let (a, b) = (mentions[index], mentions[index + 1])
      guard a.isRange, b.isRange, a.group == b.group, let start = timexes[index].edtf?.start,
        let end = timexes[index + 1].edtf?.end,
        let interval = EDTFValue(from: .date(start), to: .date(end))
      else { continue }
      timexes[index].edtf = interval
      timexes[index + 1].edtf = interval
    }
  }
}
