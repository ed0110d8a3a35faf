import DatelineModel
import EDTF

/// Counts time expressions from their anchors, one after another in the order of the text.
struct TimeResolver {
  let published: PublicationDate?
  let genre: Genre
  /// What the last expressions told, newest last; a relative one looks back here.
  private var told: [Told] = []

  private struct Told {
    let reading: TimeReading
    let index: Int
    let sentence: Int
    /// The words tell the year, or count from such words: "in 2014", "two years later".
    let isExplicit: Bool
    /// Counted back from another, as "a year earlier".
    let isBackward: Bool
    let isBirth: Bool
    /// "Late 2014": a month early in the year is of the next.
    let isEnd: Bool
    /// Where its words end, and whether they stand in an aside: ", built in 1950,".
    let end: Int
    let isAside: Bool
    var name: String { "t\(index + 1)" }
  }

  /// A few whole sentences without a title: each goes on from the one before.
  let isBrief: Bool
  /// The last entry of a chronology, or the year above its entries.
  private var entry: (reading: TimeReading, index: Int, sentence: Int)?

  /// The decade or century told last.
  private var epoch: (reading: TimeReading, index: Int, sentence: Int)?

  /// The reading of the last member of a range or list.
  private var lastOfGroup: (group: Int, reading: TimeReading)?

  /// The years that the story gives to dates without one, by the mention's place.
  private var story: [Int: Int] = [:]
  /// The place of the mention that is being read.
  private var place = 0
  /// Its sentence and tense.
  private var current = (sentence: 0, tense: 0)

  /// The day that the last stamp of a page tells which is written on for days.
  private var live: Anchor?

  mutating func start(_ mention: TimeMention, at index: Int) {
    place = index
    current = (mention.sentence, mention.tense)
  }

  mutating func settle(_ years: StoryYears) { story = years.years }

  init(published: PublicationDate?, genre: Genre, isBrief: Bool) {
    self.published = published
    self.genre = genre
    self.isBrief = isBrief
  }

  /// What a relative expression is counted from.
  struct Anchor {
    let reading: TimeReading
    let name: String
    var day: CalendarDate? { reading.date }
  }

  /// Adds a resolved expression to what later ones are counted from.
  mutating func remember(_ answer: Answer, at index: Int, of mention: TimeMention) {
    let reading = answer.reading
    if mention.isStamp {
      // Without a weekday it is of the day that the page is of.
      live =
        mention.draft.has(.weekday)
        ? reading.date.map { Anchor(reading: TimeReading($0), name: "t\(index + 1)") } : nil
    }
    if let group = mention.group { lastOfGroup = (group, reading) }
    if reading.year != nil, reading.grain < .year { epoch = (reading, index, mention.sentence) }
    guard reading.year != nil, reading.grain >= .year else { return }
    if mention.isEntry || mention.isHeading || followsEntry(mention) {
      entry = (reading, index, mention.sentence)
    }
    told.append(
      Told(
        reading: reading, index: index, sentence: mention.sentence,
        isExplicit: isExplicit(answer, mention.draft),
        isBackward: mention.draft[.count].map { $0 < 0 } ?? false,
        isBirth: mention.isBirth,
        isEnd: mention.draft[.mod].map { TimeName.mods[$0] == "END" } ?? false,
        end: mention.span.end, isAside: mention.isAside))
  }

  /// Whether the year is told by the words or by such words before: "in 2014", "two years later".
  private func isExplicit(_ answer: Answer, _ draft: TimeDraft) -> Bool {
    let isCounted =
      draft.has(.unit) && (draft.has(.told) || answer.anchor.map { $0 == told.last?.name } ?? false)
    // "On 5 May 2018 … At 3 p.m. … On Wednesday …": each is of the day told before.
    let isOfLast =
      draft.has(.weekday) || draft.has(.hour) || draft.has(.clockdigits) || draft.has(.daypart)
    let isCarried =
      answer.anchor.map {
        draft.has(.month) || draft.has(.season)
          ? $0 != "published" : isOfLast && $0 == told.last?.name
      } ?? false
    if isCounted || isCarried { return told.last?.isExplicit ?? false }
    return draft.has(.year) && !draft.has(.unit) && !draft.has(.known)
  }

  /// From when a report counts "Thursday" and "last month".
  private var publishedAnchor: Anchor? { live ?? pageAnchor }

  private var pageAnchor: Anchor? {
    guard let published else { return nil }
    let date = published.date
    let reading: TimeReading
    if let day = published.day {
      reading = TimeReading(day)
    } else if let month = date.month, date.precision == .month {
      reading = TimeReading(.month, year: date.year, month: month)
    } else {
      reading = TimeReading(.year, year: date.year)
    }
    return Anchor(reading: reading, name: "published")
  }

  /// The last expression told at least as finely as `grain`, or the last of all.
  private func toldAnchor(atLeast grain: TimeReading.Grain) -> Anchor? {
    let fine = told.last { $0.reading.grain >= grain && $0.reading.grain != .week }
    return (fine ?? told.last).map { Anchor(reading: $0.reading, name: $0.name) }
  }

  /// What a report counts "the following week" from: the last date of this or the sentence before that
  /// is told as finely. Nil where the text has gone on since ("on 23 March 1991 … until January 2002 …
  /// the week before").
  private func nearAnchor(atLeast grain: TimeReading.Grain) -> Anchor? {
    let near = told.reversed().prefix { $0.sentence >= current.sentence - TimeResolver.reach }
      .filter { !$0.isBirth }
    guard let last = near.first else { return nil }
    let fine = near.first { $0.reading.grain >= grain && $0.reading.grain != .week } ?? last
    let isBehind =
      if let from = fine.reading.firstDay, let to = last.reading.firstDay { from < to } else {
        false
      }
    let chosen = isBehind ? last : fine
    return Anchor(reading: chosen.reading, name: chosen.name)
  }

  /// As many sentences back a report looks for what it counts from.
  private static let reach = 5

  private func anchor(_ draft: TimeDraft, atLeast grain: TimeReading.Grain) -> Anchor? {
    var base = draft[.base].map { TimeName.bases[$0] }
    if base == "near" {
      // "It began in May 2014. The next month it rained."
      let isNear =
        told.last.map { $0.isExplicit && $0.sentence >= current.sentence - 1 } ?? false
      base = isNear && current.tense <= 0 ? "then" : "now"
    }
    if base == "then", grain < .year, let epoch, epoch.index > told.last?.index ?? -1,
      epoch.sentence >= current.sentence - TimeResolver.reach
    {
      // "It was a village in the 1990s. In the following decade it grew."
      return Anchor(reading: epoch.reading, name: "t\(epoch.index + 1)")
    }
    if base == "then", genre != .narrative, grain >= .month, !told.isEmpty {
      return nearAnchor(atLeast: grain)
    }
    if base == "then" || (genre == .narrative && base != "now") {
      return toldAnchor(atLeast: grain) ?? (genre == .narrative ? nil : publishedAnchor)
    }
    if genre == .narrative { return toldAnchor(atLeast: grain) }
    if let publishedAnchor { return publishedAnchor }
    // A report counts "Thursday" and "last month" from its publication: with that unknown they stay
    // open, whatever other date it tells. Only a month may take its year from what was told.
    return base == nil && draft.has(.month) ? toldAnchor(atLeast: .year) : nil
  }

  /// A reading with the anchor that it was counted from.
  struct Answer {
    var reading: TimeReading
    var anchor: String?
    var alternatives: [String] = []
  }

  func answer(_ mention: TimeMention) -> Answer? {
    let draft = mention.draft
    var answer: Answer?
    if draft.has(.nthUnit) {
      answer = partOfTime(draft, mention)
    } else if draft.has(.holiday) {
      answer = holiday(draft, mention)
    } else if draft.has(.century) || draft.has(.millennium) {
      answer = century(draft)
    } else if draft.has(.decade) {
      answer = decade(draft, mention)
    } else if draft.has(.month) || draft.has(.day) {
      answer = dated(draft, mention)
    } else if draft.has(.weekday) {
      answer = weekday(draft, mention)
    } else if draft.has(.quarter) || draft.has(.half) || draft.has(.season) || draft.has(.week) {
      answer = partOfYear(draft, mention)
    } else if draft.has(.weekend) {
      answer = weekend(draft, mention)
    } else if draft.has(.unit) {
      answer = shifted(draft, mention)
    } else if draft.has(.year) || draft.has(.shortYear) {
      answer = year(draft)
    } else if draft.has(.daypart) || draft.has(.hour) || draft.has(.clockdigits) {
      answer =
        mention.isStamp
        ? pageAnchor.flatMap { page in
          page.day.map { Answer(reading: TimeReading($0), anchor: page.name) }
        } : dayOfClock(draft)
    }
    guard var answer else { return nil }
    addClock(&answer.reading, draft)
    answer.reading = following(answer.reading, mention)
    return answer
  }

  // MARK: Years and longer

  /// The year as told, by its era.
  private func toldYear(_ draft: TimeDraft) -> (year: Int, isBC: Bool)? {
    guard let year = draft[.year] else {
      guard let short = draft[.shortYear] else { return nil }
      let anchor = publishedAnchor?.reading.year ?? 2000
      let century = anchor / 100 * 100
      let year = century + short
      // Nearest to the publication, with some room to the future.
      return (year > anchor + 20 ? year - 100 : year, false)
    }
    let isBC = draft[.era].map { TimeName.eras[$0] == "BC" } ?? false
    return (isBC ? 1 - year : year, isBC)
  }

  private func year(_ draft: TimeDraft) -> Answer? {
    guard let (year, _) = toldYear(draft) else { return nil }
    if draft.has(.calendar) {
      // A Hijri year lies in two civil ones; the one with its middle stands for it.
      guard
        let middle = HijriDate(year: year, month: 7, day: 1)?.calendarDate
          ?? Holiday.tabular(year, 7, 1)
      else { return nil }
      return Answer(reading: TimeReading(middle, .year))
    }
    return Answer(reading: TimeReading(.year, year: year))
  }

  private func decade(_ draft: TimeDraft, _ mention: TimeMention) -> Answer? {
    guard var first = draft[.decade] else { return nil }
    var name: String?
    if first < 100 {
      let base = anchor(draft, atLeast: .year)
      let anchorYear = base?.reading.year ?? 2000
      name = base?.name
      first += anchorYear / 100 * 100
      if first > anchorYear { first -= 100 }
    }
    let isBC = draft[.era].map({ TimeName.eras[$0] == "BC" }) ?? false
    // "The 1700s" and "the 300s BC" are centuries; of "the 1900s" nobody knows.
    let grain: TimeReading.Grain =
      first % 100 == 0 && first > 0 && (isBC || first < 1900) ? .century : .decade
    return Answer(reading: TimeReading(grain, year: isBC ? 1 - first : first), anchor: name)
  }

  private func century(_ draft: TimeDraft) -> Answer? {
    guard let number = draft[.century] ?? draft[.millennium], number > 0 else { return nil }
    let isBC = draft[.era].map { TimeName.eras[$0] == "BC" } ?? false
    let (grain, size): (TimeReading.Grain, Int) =
      draft.has(.century) ? (.century, 100) : (.millennium, 1000)
    // The first begins with the year 1, since there is no year 0.
    let first = max((number - 1) * size, 1)
    return Answer(
      reading: TimeReading(grain, year: isBC ? -(number - 1) * size : first))
  }

  // MARK: Months and days

  /// The year of a date that tells none: from a container ("of last year"), else by tense.
  private func container(_ draft: TimeDraft) -> Anchor? {
    guard draft[.unit].map({ TimeName.units[$0] == "year" }) ?? false,
      let anchor = anchor(draft, atLeast: .year), let year = anchor.reading.year
    else { return nil }
    return Anchor(
      reading: TimeReading(.year, year: year + (draft[.count] ?? 0)), name: anchor.name)
  }

  private func dated(_ draft: TimeDraft, _ mention: TimeMention) -> Answer? {
    if let calendar = draft[.calendar] { return converted(draft, calendar, mention) }
    let grain: TimeReading.Grain = draft.has(.day) ? .day : .month
    if let month = draft[.month] {
      if let (year, _) = toldYear(draft) {
        let reading = TimeReading(grain, year: year, month: month, day: draft[.day])
        return Answer(reading: reading)
      }
      if let container = container(draft) {
        return Answer(
          reading: TimeReading(
            grain, year: container.reading.year, month: month, day: draft[.day]),
          anchor: container.name)
      }
      guard let anchor = anchor(draft, atLeast: .month), let year = anchor.reading.year else {
        return Answer(reading: TimeReading(grain, year: nil, month: month, day: draft[.day]))
      }
      return nearest(
        draft, mention, anchor, year: year,
        candidate: { TimeReading(grain, year: $0, month: month, day: draft[.day]) })
    }
    // A day alone, "the 22nd", belongs to the month last told.
    let toldMonth =
      draft.has(.unit) || draft.has(.direction) ? nil : toldAnchor(atLeast: .month)
    if toldMonth == nil, !draft.has(.unit), genre == .news, let number = draft[.day],
      let anchor = publishedAnchor, let from = anchor.day
    {
      return nearestMonth(number, mention, anchor, from)
    }
    let base = toldMonth ?? anchor(draft, atLeast: .month)
    guard let base, let year = base.reading.year,
      let month = base.reading.month
    else { return Answer(reading: TimeReading(.day, year: nil, day: draft[.day])) }
    var reading = TimeReading(.day, year: year, month: month, day: draft[.day])
    if draft[.unit].map({ TimeName.units[$0] == "month" }) ?? false,
      let first = CalendarDate(year: year, month: month, day: 1)
    {
      let shifted = first.adding(months: draft[.count] ?? 0)
      reading.year = shifted.year
      reading.month = shifted.month
    }
    return Answer(reading: reading, anchor: base.name)
  }

  /// "On the 22nd": in the month of publication, or the one before or after it, as the tense tells.
  private func nearestMonth(
    _ number: Int, _ mention: TimeMention, _ anchor: Anchor, _ from: CalendarDate
  ) -> Answer {
    let first = from.adding(days: 1 - from.day)
    let weekday = mention.draft[.weekday]
    // "Tuesday the 5th" is in a month that has one.
    let reach = weekday == nil ? 1 : 14
    let candidates = (-reach...reach).compactMap { shift -> CalendarDate? in
      let month = first.adding(months: shift)
      let day = CalendarDate(year: month.year, month: month.month, day: number)
      return day.flatMap { weekday == nil || weekday == $0.weekday ? $0 : nil }
    }
    func distance(_ day: CalendarDate) -> Int { abs(day.dayNumber - from.dayNumber) }
    let choice =
      if mention.tense < 0 {
        candidates.last { $0 <= from }
      } else if mention.tense > 0 {
        candidates.first { $0 >= from }
      } else {
        candidates.first { $0.month == from.month && $0.year == from.year }
          ?? candidates.min { distance($0) < distance($1) }
      }
    return Answer(
      reading: choice.map { TimeReading($0) } ?? TimeReading(.day, year: nil, day: number),
      anchor: anchor.name,
      alternatives: candidates.filter { $0 != choice }.map(\.description))
  }

  /// Among last, this and next year's candidate the one that tense and distance suggest.
  private func nearest(
    _ draft: TimeDraft, _ mention: TimeMention, _ anchor: Anchor, year: Int,
    candidate: (Int) -> TimeReading
  ) -> Answer {
    let candidates = [year - 1, year, year + 1].map(candidate)
    if genre == .narrative, !draft.has(.direction) {
      if draft.has(.season), let season = seasonOfStory(candidate) {
        return Answer(reading: season, anchor: anchor.name)
      }
      if let year = story[place] { return Answer(reading: candidate(year), anchor: anchor.name) }
    }
    guard genre != .narrative || draft.has(.direction) || anchor.name == "published" else {
      return Answer(reading: inStory(candidates, after: anchor.reading), anchor: anchor.name)
    }
    guard let from = anchor.reading.firstDay?.dayNumber else {
      return Answer(reading: candidates[1], anchor: anchor.name)
    }
    if mention.isEntry || followsEntry(mention), let entry,
      let reading = inChronology(candidate, after: entry.reading)
    {
      return Answer(reading: reading, anchor: "t\(entry.index + 1)")
    }
    if let carried = carried(draft, mention, year: year) {
      let story = [carried.reading.year!, carried.reading.year! + 1].map(candidate)
      let reading =
        carried.reading.grain == .year
        ? story[carried.isEnd && draft[.month] ?? 12 < 6 ? 1 : 0]
        : inStory(story, after: carried.reading)
      if !goesBack(reading, mention, carried.reading, year: year) {
        return Answer(
          reading: reading, anchor: carried.name,
          alternatives: candidates.filter { $0.firstDay != nil }.map(\.value))
      }
    }
    let until = anchor.reading.day == nil ? from + 27 : from
    // "In 1993 … the following April": of the next year.
    let end = anchor.reading.grain == .year ? from + 364 : from
    // Results of a quarter are told after it, whatever the tense of their telling.
    let direction = draft[.direction] ?? (draft.has(.quarter) ? 0 : mention.tense)
    func starts(_ reading: TimeReading) -> Int { reading.firstDay?.dayNumber ?? .max }
    let choice: TimeReading
    if draft[.direction] == 0 {
      choice = candidates[1]
    } else if draft.has(.direction), direction < 0 {
      // "last May" in May is the year before; "in May" told as past may be this month.
      let limit =
        switch candidates[1].grain {
        case .day: until - 1
        case .season: from - 92
        default: from - 31
        }
      choice = candidates.last { starts($0) <= limit } ?? candidates[0]
    } else if draft.has(.direction) {
      // "next June" in June is the year after.
      let slack = candidates[1].grain == .day ? 0 : -1
      choice =
        candidates.first { starts($0) != .max && starts($0) + slack >= end } ?? candidates[2]
    } else {
      // The nearest, where going against the sentence's tense counts thrice, more against a verb near
      // before, and nothing does against one right beside ("they met in July"), but for the day that
      // has begun elsewhere; unsaid, the past is told more often than what is to come.
      let against =
        direction < -2 ? 400 : direction < -1 ? 12 : direction < 0 ? 3 : direction > 0 ? 1 : 2
      // Of a quarter, the last that has begun.
      let isQuarter = candidates[1].grain == .quarter && mention.tense <= 0
      func cost(_ reading: TimeReading) -> Int {
        let start = starts(reading)
        guard start != .max else { return .max }
        // "Sunday 19 August" is in a year in which that day is a Sunday.
        if let weekday = draft[.weekday], reading.date?.weekday != weekday {
          return 1_000_000 + abs(start - until)
        }
        if isQuarter, start > until { return 1000 + start - until }
        if start <= until { return (until - start) * (direction > 3 ? 12 : direction > 0 ? 3 : 1) }
        return start - until == 1 ? 1 : (start - until) * against
      }
      choice = candidates.min { cost($0) < cost($1) }!
    }
    return Answer(
      reading: choice, anchor: anchor.name,
      alternatives: candidates.filter { $0 != choice && $0.firstDay != nil }.map(\.value))
  }

  /// Whether a date that opens a line stands near behind an entry of a chronology.
  private func followsEntry(_ mention: TimeMention) -> Bool {
    mention.mayBeEntry
      && entry.map { mention.sentence - $0.sentence <= TimeResolver.reach } ?? false
  }

  /// "2012 / 12 August: he resigns / 3 January: he is tried": the year of the line above, or the next
  /// where months begin anew; never one after the publication.
  private func inChronology(
    _ candidate: (Int) -> TimeReading, after last: TimeReading
  ) -> TimeReading? {
    guard let year = last.year else { return nil }
    func isBeyond(_ reading: TimeReading) -> Bool {
      guard let day = reading.firstDay, let published = published?.day else { return false }
      return day > published
    }
    let same = candidate(year)
    if let month = last.month, let next = same.month, month - next >= 8 {
      let following = candidate(year + 1)
      return isBeyond(following) ? same : following
    }
    if let month = last.month, let next = same.month, next - month >= 8, isBeyond(same) {
      // The newest first: "January … December …".
      return candidate(year - 1)
    }
    return same
  }

  /// A year that was lent leads not back ("at the fourth round, in May 2017, … met in March"), unless
  /// what had been is told of or the years since are many.
  private func goesBack(
    _ reading: TimeReading, _ mention: TimeMention, _ last: TimeReading, year: Int
  ) -> Bool {
    guard !mention.isPluperfect, !isBrief, last.grain >= .month,
      let lent = last.year, year - lent < 2, let from = last.firstDay, let day = reading.firstDay
    else { return false }
    return day < from && reading.grain <= last.grain
  }

  /// A season of a story lies in the year just told, wherever in that year the story stands ("the
  /// summer offensive"); one that follows another season goes forward: winter, then spring.
  private func seasonOfStory(_ candidate: (Int) -> TimeReading) -> TimeReading? {
    guard let last = told.last?.reading, let year = last.year else { return nil }
    guard last.grain == .season else { return candidate(year) }
    return inStory([year - 1, year, year + 1].map(candidate), after: last)
  }

  /// "The siege began in March 2013. In May the army attacked": a date that tells a year well
  /// past lends it to those of the same and the next sentence.
  private func carried(_ draft: TimeDraft, _ mention: TimeMention, year: Int) -> Told? {
    // "The siege began in 1854. In October it was lifted."
    let grain: TimeReading.Grain = isBrief ? .year : .month
    guard draft.has(.month) || draft.has(.season), !draft.has(.direction), mention.tense <= 0,
      !mention.inTitle, let last = told.last(where: { !looksBack($0, from: mention) }),
      last.isExplicit,
      last.sentence >= mention.sentence - 1,
      last.reading.grain == .year
        ? grain == .year && !(last.isAside && last.sentence == mention.sentence)
        : last.reading.grain >= .month,
      last.reading.year.map({ $0 < year }) ?? false
    else { return nil }
    // A day of the last weeks is news of its own.
    if !isBrief, let now = published?.day, let month = draft[.month], let number = draft[.day],
      let day = CalendarDate(year: now.year, month: month, day: number),
      (0...45).contains(now.dayNumber - day.dayNumber)
    {
      return nil
    }
    return last
  }

  /// "Both took what was asked a year before. On 20 August": the text goes on from where it was; but
  /// "a year before, in August".
  private func looksBack(_ told: Told, from mention: TimeMention) -> Bool {
    told.isBackward && told.isExplicit
      && (told.sentence != mention.sentence
        || mention.span.start - told.end > StoryYears.beside)
  }

  /// A story goes forward: after a December a January is the next year's.
  private func inStory(_ candidates: [TimeReading], after last: TimeReading) -> TimeReading {
    guard last.grain >= .season, let from = last.firstDay?.dayNumber else { return candidates[1] }
    func cost(_ reading: TimeReading) -> Int {
      guard let start = reading.firstDay?.dayNumber else { return .max }
      return start >= from ? start - from : (from - start) * 3 / 2
    }
    return candidates.min { cost($0) < cost($1) }!
  }

  /// "The second Monday of May", "the third week of June", "Easter week": the month or day first,
  /// then the part.
  private func partOfTime(_ draft: TimeDraft, _ mention: TimeMention) -> Answer? {
    var whole = draft
    whole[.weekday] = nil
    guard
      var answer = draft.has(.holiday) ? holiday(whole, mention) : dated(whole, mention),
      let first = answer.reading.firstDay,
      let unit = draft[.nthUnit].map({ TimeName.units[$0] })
    else { return nil }
    let end = first.adding(months: 1).adding(days: -1)
    if let day = answer.reading.date {
      // "The week of 5 August", "the weekend of 5 August"; "Memorial Day weekend" goes before its Monday.
      let isMonday = unit == "weekend" && day.weekday == 1
      answer.reading = TimeReading(
        isMonday ? day.adding(days: -1) : day, unit == "weekend" ? .weekend : .week)
      return answer
    }
    let number = draft[.nth] ?? 0
    switch unit {
    case "week":
      let day = number > 0 ? first.adding(days: 7 * number - 4) : end.adding(days: -3)
      answer.reading = TimeReading(day, .week)
    case "day" where !draft.has(.weekday):
      guard number <= end.day else { return nil }
      answer.reading = TimeReading(number > 0 ? first.adding(days: number - 1) : end)
    default:
      let weekday = unit == "weekend" ? 6 : draft[.weekday] ?? 1
      let day =
        number > 0
        ? first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (number - 1))
        : end.adding(days: -((end.weekday - weekday + 7) % 7))
      answer.reading = TimeReading(day, unit == "weekend" ? .weekend : .day)
    }
    return answer
  }

  private func partOfYear(_ draft: TimeDraft, _ mention: TimeMention) -> Answer? {
    let grain: TimeReading.Grain =
      draft.has(.quarter) ? .quarter : draft.has(.half) ? .half : draft.has(.week) ? .week : .season
    let part = draft[.quarter] ?? draft[.half] ?? draft[.week] ?? draft[.season].map { $0 + 1 } ?? 1
    if let (year, _) = toldYear(draft) {
      let reading = TimeReading(grain, year: year, part: part)
      return Answer(reading: reading)
    }
    if let container = container(draft) {
      return Answer(
        reading: TimeReading(grain, year: container.reading.year, part: part),
        anchor: container.name)
    }
    guard let anchor = anchor(draft, atLeast: .year), let year = anchor.reading.year else {
      return Answer(reading: TimeReading(grain, year: nil, part: part))
    }
    return nearest(draft, mention, anchor, year: year) {
      TimeReading(grain, year: $0, part: part)
    }
  }

  // MARK: Weeks and weekdays

  private func weekday(_ draft: TimeDraft, _ mention: TimeMention) -> Answer? {
    guard let weekday = draft[.weekday] else { return nil }
    if mention.isStamp, let page = pageAnchor, let day = page.day {
      // A page is written on for some days, and its stamps lie beside the day that it is of.
      let since = (day.weekday - weekday + 7) % 7
      return Answer(
        reading: TimeReading(day.adding(days: since <= 3 ? -since : 7 - since)), anchor: page.name)
    }
    guard let anchor = anchor(draft, atLeast: .day), let day = anchor.day else {
      return Answer(reading: TimeReading(.day, year: nil))
    }
    if let unit = draft[.unit].map({ TimeName.units[$0] }), unit == "week" {
      let monday = day.adding(days: 1 - day.weekday + 7 * (draft[.count] ?? 0))
      return Answer(reading: TimeReading(monday.adding(days: weekday - 1)), anchor: anchor.name)
    }
    let since = (day.weekday - weekday + 7) % 7
    let before = day.adding(days: -since)
    let after = since == 0 ? day : day.adding(days: 7 - since)
    let extra = draft[.extraDays] ?? 0
    if let direction = draft[.direction] {
      let choice: CalendarDate =
        if direction < 0 {
          // "Last Tuesday", said on a Wednesday, is none of this week.
          since == 0 || isOfThisWeek(before, day, draft) ? before.adding(days: -7) : before
        } else if direction > 0 {
          since == 0 ? day.adding(days: 7) : after
        } else {
          // "They met this Tuesday", said on a Thursday, is over.
          mention.tense < -1 && since < day.weekday ? before : after
        }
      return Answer(reading: TimeReading(choice.adding(days: extra)), anchor: anchor.name)
    }
    if genre == .narrative, anchor.name != "published" {
      return Answer(reading: TimeReading(after), anchor: anchor.name)
    }
    if isBrief, mention.tense <= 0, let last = told.last, last.isExplicit,
      let told = last.reading.date,
      last.sentence >= mention.sentence - 1, told.year < day.year
    {
      // "On Monday, 6 May 2013, he left. On Wednesday he was back."
      let next = (weekday - told.weekday + 7) % 7
      return Answer(reading: TimeReading(told.adding(days: next)), anchor: last.name)
    }
    if live != nil, since == 6, mention.tense <= 0 {
      // "(6:12 p.m. ET Monday, 1:12 a.m. Tuesday in Cairo)": where it happens the next day has begun.
      return Answer(reading: TimeReading(after), anchor: anchor.name)
    }
    if let chain = weekdayChain(mention, weekday, before: day) {
      return Answer(reading: TimeReading(chain), anchor: anchor.name)
    }
    if let said = dayBefore(mention, published: day) {
      let next = said.day.adding(days: (weekday - said.day.weekday + 6) % 7 + 1)
      return Answer(reading: TimeReading(next), anchor: said.name)
    }
    // What others go ahead of lies beside the day of writing, before or after it.
    let isAhead = mention.tense > 0 && (mention.tense != 3 || since > 2)
    return Answer(
      reading: TimeReading(isAhead ? after : before), anchor: anchor.name,
      alternatives: since == 0 ? [] : [(isAhead ? before : after).description])
  }

  /// Whether both days lie in one week from Monday to Friday, where the words set such apart.
  private func isOfThisWeek(
    _ day: CalendarDate, _ published: CalendarDate, _ draft: TimeDraft
  ) -> Bool {
    draft.has(.skips) && published.weekday <= 5 && day.weekday < published.weekday
  }

  /// "said on Monday that it would open on Tuesday": the day from which the sentence looks ahead.
  private func dayBefore(
    _ mention: TimeMention, published: CalendarDate
  ) -> (day: CalendarDate, name: String)? {
    guard mention.tense == 2, let last = told.last, last.sentence == mention.sentence,
      let day = last.reading.date, (1...6).contains(published.dayNumber - day.dayNumber)
    else { return nil }
    return (day, last.name)
  }

  /// "Thursday and Friday", told as past: the last of them is the one before publication, and
  /// those before it lie closest before.
  private func weekdayChain(
    _ mention: TimeMention, _ weekday: Int, before day: CalendarDate
  ) -> CalendarDate? {
    let isPast = mention.tense < 0 || (mention.tense == 0 && !mention.isRange)
    guard isPast, let last = mention.laterWeekdays.last else { return nil }
    var date = day.adding(days: -((day.weekday - last + 7) % 7))
    for earlier in mention.laterWeekdays.dropLast().reversed() + [weekday] {
      date = date.adding(days: -((date.weekday - earlier + 6) % 7 + 1))
    }
    return date
  }

  /// The members of a range or list of weekdays go forward, and a night's range of hours ends on
  /// the next day: "Monday to Friday", "from 8 p.m. to 6 a.m.".
  private func following(_ reading: TimeReading, _ mention: TimeMention) -> TimeReading {
    if let month = inOrder(reading, mention) { return month }
    guard let group = mention.group, let last = lastOfGroup, last.group == group,
      let start = last.reading.date, let end = reading.date, !mention.draft.has(.day)
    else { return reading }
    var moved = reading
    var date = end
    if mention.draft.has(.weekday), end < start {
      date = end.adding(days: 7 * ((start.dayNumber - end.dayNumber + 6) / 7))
    } else if mention.isRange, end == start, let from = last.reading.hour, let to = reading.hour,
      (to, reading.minute ?? 0) < (from, last.reading.minute ?? 0)
    {
      date = end.adding(days: 1)
    }
    moved.year = date.year
    moved.month = date.month
    moved.day = date.day
    return moved
  }

  /// "June, July and August" are of one year, and "November to January" of two.
  private func inOrder(_ reading: TimeReading, _ mention: TimeMention) -> TimeReading? {
    guard let group = mention.group, let last = lastOfGroup, last.group == group,
      !mention.draft.has(.year), !mention.draft.has(.unit), mention.draft.has(.month),
      let year = last.reading.year, let from = last.reading.month, let to = reading.month
    else { return nil }
    var moved = reading
    if mention.isRange, last.reading.grain != .month || reading.grain != .month {
      // "From June 1 to the end of November".
      moved.year = year + (to < from ? 1 : 0)
      return moved
    }
    guard reading.grain == .month, last.reading.grain == .month else { return nil }
    moved.year = year + (to < from && (mention.isRange || from - to > 5) ? 1 : 0)
    return moved
  }

  private func weekend(_ draft: TimeDraft, _ mention: TimeMention) -> Answer? {
    guard let anchor = anchor(draft, atLeast: .day), let day = anchor.day else {
      return Answer(reading: TimeReading(.weekend, year: nil))
    }
    var weeks = draft[.direction] ?? 0
    if draft[.direction] == nil, day.weekday < 6 { weeks = mention.tense > 0 ? 0 : -1 }
    if let direction = draft[.direction], direction == 0, day.weekday < 3, mention.tense < 0 {
      weeks = -1
    }
    if let direction = draft[.direction], direction < 0, day.weekday >= 6 { weeks = -1 }
    return Answer(
      reading: TimeReading(day.adding(days: 7 * weeks), .weekend), anchor: anchor.name)
  }

  // MARK: Counted

  private func shifted(_ draft: TimeDraft, _ mention: TimeMention) -> Answer? {
    guard let unitIndex = draft[.unit] else { return nil }
    let unit = TimeName.units[unitIndex]
    let count = draft[.count] ?? 0
    let tenths = draft[.tenths] ?? 0
    let grain: TimeReading.Grain =
      switch unit {
      case "second", "minute", "hour": .time
      case "day": .day
      case "week": .week
      case "weekend": .weekend
      case "month": .month
      case "quarter": .quarter
      case "halfyear": .half
      case "year": .year
      case "decade": .decade
      case "century": .century
      default: .millennium
      }
    guard let anchor = anchor(draft, atLeast: grain), !draft.has(.told) || !told.isEmpty else {
      return Answer(reading: TimeReading(grain, year: nil))
    }
    let from = anchor.reading
    var answer = Answer(reading: TimeReading(grain, year: nil), anchor: anchor.name)
    switch grain {
    case .time:
      guard let day = from.date else { return answer }
      answer.reading = TimeReading(day, .time)
      if let hour = from.hour {
        let minutes =
          hour * 60 + (from.minute ?? 0)
          + count * (unit == "hour" ? 60 : unit == "minute" ? 1 : 0)
        let days = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        answer.reading = TimeReading(day.adding(days: days), .time)
        answer.reading.hour = (minutes - days * 1440) / 60
        answer.reading.minute = (minutes - days * 1440) % 60
      }
    case .day:
      guard let day = from.date else {
        if draft.has(.only) { answer.reading = from }
        return answer
      }
      if draft.has(.told), count > 0, isToCome(day.adding(days: count)) {
        // "Oil will reach the coast tomorrow. The rig burned and sank two days later."
        guard let last = lastBefore(count), let told = last.day else { return answer }
        return Answer(reading: TimeReading(told.adding(days: count)), anchor: last.name)
      }
      answer.reading = TimeReading(day.adding(days: count))
    case .week, .weekend:
      guard let day = from.date ?? (from.grain == .week ? from.firstDay : nil) else {
        return answer
      }
      answer.reading = TimeReading(day.adding(days: 7 * count), grain)
    case .month, .quarter, .half:
      guard let year = from.year, let first = from.firstDay else { return answer }
      if from.grain < .half {
        return Answer(
          reading: TimeReading(grain, year: year), anchor: anchor.name)
      }
      let months = grain == .month ? 1 : grain == .quarter ? 3 : 6
      if grain == .quarter, draft[.base] == 1 { return quarter(draft, anchor) }
      answer.reading = TimeReading(first.adding(months: months * count), grain)
    case .year:
      guard let year = from.year else { return answer }
      if draft[.grain].map({ TimeName.units[$0] == "quarter" }) ?? false, count == -1,
        let last = told.last(where: {
          $0.sentence >= mention.sentence - 2 && $0.reading.grain != .day
        }),
        last.reading.grain == .quarter,
        let newest = reported.compactMap(\.reading.year).max()
      {
        // "Net fell in the third quarter from 12 cents a year ago": that quarter's.
        return Answer(
          reading: TimeReading(.quarter, year: newest - 1, part: last.reading.part),
          anchor: last.name)
      }
      if genre == .news, count == -1, draft[.base] == 1, draft.has(.grain),
        let now = publishedAnchor, let thisYear = now.reading.year
      {
        // "Up from 12 cents a year earlier": before this one, unless a date was just told.
        let last = told.last.flatMap {
          $0.isExplicit && $0.sentence >= mention.sentence - 1 && $0.reading.grain != .quarter
            ? $0 : nil
        }
        guard let last, let told = last.reading.year else {
          answer.reading = TimeReading(.year, year: thisYear - 1)
          answer.anchor = now.name
          return answer
        }
        answer.reading = TimeReading(.year, year: told - 1)
        answer.anchor = last.name
      } else if tenths != 0, let day = from.firstDay {
        let months = count * 12 + tenths * 12 / 10
        answer.reading = TimeReading(day.adding(months: months), .year)
      } else if let date = told.last, draft.has(.told), count > 0, date.isExplicit,
        date.sentence == mention.sentence, mention.span.start - date.end <= 2, told.count > 1
      {
        // "On 20 November 1975, thirty-six years later": the years that led to the date beside.
        answer.reading = TimeReading(.year, year: year)
      } else if isTooLate(year + count, draft, mention) {
        // "Forty years later, it has not healed": than what was told before the last date, so that the
        // report is not behind it.
        guard
          let first = told.last(where: {
            $0.reading.year.map { !isTooLate($0 + count, draft, mention) } ?? false
          })
        else { return nil }
        answer.reading = TimeReading(.year, year: first.reading.year! + count)
        answer.anchor = first.name
      } else {
        answer.reading = TimeReading(.year, year: year + count)
      }
    case .decade:
      guard let year = from.year else { return answer }
      answer.reading = TimeReading(.decade, year: (year / 10 + count) * 10)
      if from.isBC {
        answer.reading.year = 1 - ((1 - year) / 10 - count) * 10
      }
    case .century, .millennium:
      guard let year = from.year else { return answer }
      let size = grain == .century ? 100 : 1000
      // "The turn of the century" is the nearest, where an earlier one began or this one ends.
      let isTurn = draft[.mod].map { TimeName.mods[$0] == "START" } ?? false
      let current = (isTurn ? year + size / 2 : year) / size
      answer.reading = TimeReading(grain, year: (current + count) * size)
    default: break
    }
    // "three years ago in May": the finer grain is told elsewhere; "a year ago today" keeps it.
    if let wanted = draft[.grain], TimeName.units[wanted] == "day", let day = from.date {
      let date =
        switch grain {
        case .year: day.adding(months: 12 * count)
        case .month: day.adding(months: count)
        case .week: day.adding(days: 7 * count)
        default: day
        }
      answer.reading = TimeReading(date)
    }
    return answer
  }

  /// Whether a day lies behind a report, where the sentence tells of what is past.
  private func isToCome(_ day: CalendarDate) -> Bool {
    guard genre == .news, current.tense < 0, let published = published?.day else { return false }
    return day > published
  }

  /// The last day told of late from which so many days lead to none that is to come.
  private func lastBefore(_ count: Int) -> Anchor? {
    let near = told.reversed().prefix { $0.sentence >= current.sentence - TimeResolver.reach }
    let last = near.first { told in
      told.reading.date.map { !told.isBirth && !isToCome($0.adding(days: count)) } ?? false
    }
    return last.map { Anchor(reading: $0.reading, name: $0.name) }
  }

  /// Whether a year counted from what was told lies behind the report, though it is not told as to come.
  private func isTooLate(_ year: Int, _ draft: TimeDraft, _ mention: TimeMention) -> Bool {
    guard genre == .news, draft.has(.told), mention.tense <= 0,
      let published = publishedAnchor?.reading.year
    else { return false }
    return year > published
  }

  /// The quarters told that had begun by the day of publication, or all where none had.
  private var reported: [Told] {
    let quarters = told.filter { $0.reading.grain == .quarter }
    guard let day = published?.day else { return quarters }
    let begun = quarters.filter { $0.reading.firstDay.map { $0.adding(months: 3) <= day } ?? false }
    return begun.isEmpty ? quarters : begun
  }

  /// "The latest quarter" and "the year-ago quarter": counted from the quarter last told, else
  /// from the one that ended before publication.
  private func quarter(_ draft: TimeDraft, _ anchor: Anchor) -> Answer {
    var base = publishedAnchor ?? anchor
    var step = -1
    let quarters = reported
    let newest = quarters.max {
      ($0.reading.year ?? 0, $0.reading.part ?? 0) < ($1.reading.year ?? 0, $1.reading.part ?? 0)
    }
    // "The quarter" is the one last told; "the latest" and "the year-ago" go by the newest.
    let spoken = quarters.last { !$0.isBackward } ?? quarters.last
    if let last = draft.has(.direction) ? spoken : newest {
      base = Anchor(reading: last.reading, name: last.name)
      step = 0
    }
    if quarters.isEmpty, draft[.grain].map({ TimeName.units[$0] == "year" }) ?? false {
      // "The same period last year", where no quarter was told, may be of any length.
      let year = base.reading.year.map { $0 + (draft[.count] ?? 0) / 4 }
      return Answer(reading: TimeReading(.year, year: year), anchor: base.name)
    }
    guard let first = base.reading.firstDay else {
      return Answer(reading: TimeReading(.quarter, year: nil))
    }
    var reading = TimeReading(
      first.adding(months: 3 * ((draft[.count] ?? 0) + step)), .quarter)
    if let year = draft[.year] { reading.year = year }
    return Answer(reading: reading, anchor: base.name)
  }

  // MARK: Times of day

  private func dayOfClock(_ draft: TimeDraft) -> Answer? {
    if draft[.base].map({ TimeName.bases[$0] == "now" }) ?? false {
      guard let anchor = anchor(draft, atLeast: .day), let day = anchor.day else {
        return Answer(reading: TimeReading(.time, year: nil))
      }
      return Answer(reading: TimeReading(day, .time), anchor: anchor.name)
    }
    let anchor =
      genre == .narrative
      ? toldAnchor(atLeast: .day)
      : lastToldDay.flatMap { isAhead($0) ? nil : $0 } ?? publishedAnchor
    guard let anchor else { return Answer(reading: TimeReading(.time, year: nil)) }
    var reading = anchor.reading
    if let day = reading.date {
      // "At 10 p.m. … and at 2 a.m.": past midnight, but on no day that is still to come.
      let isNext =
        anchor.reading.isLate && draft[.halfDay] == 0 && hour(draft) ?? 24 < 6
        && published?.day != day
      reading = TimeReading(isNext ? day.adding(days: 1) : day, .time)
    } else {
      reading = TimeReading(.time, year: reading.year, month: reading.month)
    }
    return Answer(reading: reading, anchor: anchor.name)
  }

  /// The place of what was told last.
  var lastTold: Int? { told.last?.index }

  /// "The council will meet on Friday. … At 00:20 the hall was hit": on no day to come.
  private func isAhead(_ anchor: Anchor) -> Bool { anchor.day.map(isToCome) ?? false }

  private var lastToldDay: Anchor? {
    guard let last = told.last, last.reading.date != nil else { return nil }
    return Anchor(reading: last.reading, name: last.name)
  }

  private func addClock(_ reading: inout TimeReading, _ draft: TimeDraft) {
    if let daypart = draft[.daypart] {
      reading.daypart = daypart
      if reading.grain >= .day { reading.grain = .time }
    }
    guard let hour = hour(draft) else { return }
    if reading.grain == .day { reading.grain = .time }
    guard reading.grain == .time else { return }
    reading.hour = hour
    reading.minute = draft[.minute] ?? draft[.clockdigits].map { $0 % 100 }
    reading.second = draft[.second]
    reading.zone = draft[.zone]
    reading.showsOffset = draft.has(.offset)
  }

  /// The hour of the day's 24, where one is told.
  func hour(_ draft: TimeDraft) -> Int? {
    guard let hour = draft[.hour] ?? draft[.clockdigits].map({ $0 / 100 }) else { return nil }
    if let half = draft[.halfDay] {
      if half == 1, hour < 12 { return hour + 12 }
      if half == 0, hour == 12 { return 0 }
    } else if let daypart = draft[.daypart], hour < 12 {
      let name = TimeName.dayparts[daypart]
      if name == "AF" || name == "EV" || (name == "NI" && hour > 5) { return hour + 12 }
    }
    return hour
  }

  // MARK: Holidays and other calendars

  private func holiday(_ draft: TimeDraft, _ mention: TimeMention) -> Answer? {
    guard let index = draft[.holiday] else { return nil }
    let name = TimeName.holidays[index]
    func reading(_ year: Int) -> TimeReading {
      if name == "nowruz", year < 1700, let day = JalaliDate(year: year, month: 1, day: 1) {
        return TimeReading(day.calendarDate)
      }
      guard let day = Holiday.day(name, year: year) else {
        return TimeReading(.year, year: year)
      }
      // A month, which no single day may stand for.
      if name == "ramadan", !draft.has(.extraDays) {
        return TimeReading(day.adding(days: 14), .month)
      }
      return TimeReading(day.adding(days: draft[.extraDays] ?? 0))
    }
    if let (year, _) = toldYear(draft) { return Answer(reading: reading(year)) }
    if let container = container(draft), let year = container.reading.year {
      return Answer(reading: reading(year), anchor: container.name)
    }
    guard let anchor = anchor(draft, atLeast: .year), let year = anchor.reading.year else {
      return Answer(reading: TimeReading(.day, year: nil))
    }
    return nearest(draft, mention, anchor, year: year, candidate: reading)
  }

  private func converted(
    _ draft: TimeDraft, _ calendar: Int, _ mention: TimeMention
  ) -> Answer? {
    guard let month = draft[.month] else { return nil }
    let isHijri = TimeName.calendars[calendar] == "hijri"
    guard let year = draft[.year] else {
      // "On 29 Ramadan they left."
      guard let anchor = anchor(draft, atLeast: .year), let civil = anchor.reading.year else {
        return nil
      }
      var undated = draft
      undated[.month] = nil
      return nearest(
        undated, mention, anchor, year: isHijri ? (civil - 622) * 33 / 32 + 1 : civil - 621
      ) { year in
        var dated = draft
        dated[.year] = year
        return converted(dated, calendar, mention)?.reading ?? TimeReading(.day, year: nil)
      }
    }
    if year >= 1700 {
      // "Ramadan 2018" tells the civil year in which the month falls.
      guard isHijri, let date = Holiday.hijri(year, month, draft[.day] ?? 15) else { return nil }
      return Answer(reading: TimeReading(date, draft.has(.day) ? .day : .month))
    }
    func day(_ number: Int) -> CalendarDate? {
      isHijri
        ? HijriDate(year: year, month: month, day: number)?.calendarDate
          ?? Holiday.tabular(year, month, number)
        : JalaliDate(year: year, month: month, day: number)?.calendarDate
    }
    if let number = draft[.day] { return day(number).map { Answer(reading: TimeReading($0)) } }
    return day(15).map { Answer(reading: TimeReading($0, .month)) }
  }
}
