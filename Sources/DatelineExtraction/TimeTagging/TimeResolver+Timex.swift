import DatelineModel
import EDTF

extension TimeResolver {
  /// The TIMEX3 annotation of a mention, which takes the given place among the article's.
  mutating func timex(_ mention: TimeMention, index: Int) -> Timex {
    let draft = mention.draft
    start(mention, at: index)
    var timex = Timex(
      span: mention.span, inTitle: mention.inTitle, kind: .date, value: "", rule: mention.rule)
    timex.mod = draft[.mod].map { TimeName.mods[$0] }
    if let ref = draft[.ref] {
      timex.value = TimeName.refs[ref]
    } else if draft.has(.set) {
      timex.kind = .set
      timex.value = setValue(draft)
      timex.quant = draft[.quant].map { TimeName.quants[$0] }
      timex.freq = frequency(draft)
    } else if draft.has(.amountUnit), !draft.has(.unit) {
      timex.kind = .duration
      timex.value = durationValue(draft)
      timex.beginPoint = point(draft[.begins])
      timex.endPoint = point(draft[.ends])
    } else if draft.has(.calendar), answer(mention) == nil {
      timex.value = "XXXX-XX-XX"
    } else if draft.has(.invalid) || !isValid(draft) {
      // A date that no calendar has is said as written, and never read as another.
      timex.value = invalidValue(draft)
      timex.isInvalid = true
    } else if let answer = answer(mention) {
      timex.kind = answer.reading.grain == .time ? .time : .date
      timex.value = answer.reading.value
      timex.anchor = answer.anchor
      timex.alternatives = answer.alternatives
      timex.edtf = edtf(answer.reading, mention, timex.mod)
      remember(answer, at: index, of: mention)
    } else {
      timex.value = "XXXX-XX-XX"
    }
    if let type = draft[.type], let kind = Timex.Kind(rawValue: TimeName.types[type]) {
      timex.kind = kind
    }
    return timex
  }

  /// The timex at which a duration begins or ends: -1 is the time of publication.
  private func point(_ base: Int?) -> Int? {
    guard let base else { return nil }
    if TimeName.bases[base] == "then" || genre == .narrative { return lastTold }
    return published == nil ? nil : -1
  }

  private func edtf(_ reading: TimeReading, _ mention: TimeMention, _ mod: String?) -> EDTFValue? {
    var qualifier: EDTFDate.Qualifier?
    if mod == "APPROX" { qualifier = .approximate }
    if mention.draft.has(.calendar) { qualifier = .approximate }
    if mention.isDoubted { qualifier = qualifier == nil ? .uncertain : .both }
    let week =
      qualifier == nil ? lastWeek(reading, mention) ?? lengthUpToNow(reading, mention) : nil
    guard let value = week ?? reading.edtf(qualifier) else { return nil }
    guard let bound = mention.draft[.bound] ?? mention.bound else { return value }
    switch TimeName.bounds[bound] {
    case "since", "after": return value.start.flatMap { EDTFValue(from: .date($0), to: .open) }
    default: return value.end.flatMap { EDTFValue(from: .open, to: .date($0)) }
    }
  }

  /// On a Sunday "last week" is the week before by the calendar, and the one just ended for many who
  /// write: both of them.
  private func lastWeek(_ reading: TimeReading, _ mention: TimeMention) -> EDTFValue? {
    guard reading.grain == .week, mention.draft[.count] == -1, mention.draft[.tenths] == nil,
      let published = published?.day,
      published.weekday == 7, reading.firstDay == published.adding(days: -13)
    else { return nil }
    return EDTFValue(
      from: .date(EDTFDate(published.adding(days: -13))),
      to: .date(EDTFDate(published.adding(days: -1))))
  }

  /// "Over the past year", "in the last week": the length that ends with the day of writing, and not the
  /// year or week before by the calendar.
  private func lengthUpToNow(_ reading: TimeReading, _ mention: TimeMention) -> EDTFValue? {
    guard mention.isLength, genre == .news, mention.draft[.count] == -1,
      let published = published?.day
    else { return nil }
    let first: CalendarDate
    switch reading.grain {
    case .week: first = published.adding(days: -7)
    case .month: first = published.adding(months: -1)
    case .year: first = published.adding(months: -12)
    default: return nil
    }
    return EDTFValue(from: .date(EDTFDate(first)), to: .date(EDTFDate(published)))
  }

  private func isValid(_ draft: TimeDraft) -> Bool {
    guard let month = draft[.month], let day = draft[.day], draft[.calendar] == nil else {
      return draft[.month].map { (1...12).contains($0) } ?? true
    }
    guard (1...12).contains(month) else { return false }
    return CalendarDate(year: draft[.year] ?? 2000, month: month, day: day) != nil
  }

  private func invalidValue(_ draft: TimeDraft) -> String {
    let year = draft[.year].map { padded($0, 4) } ?? "XXXX"
    let month = draft[.month].map { padded($0, 2) } ?? "XX"
    return year + "-" + month + "-" + (draft[.day].map { padded($0, 2) } ?? "XX")
  }

  /// `P3D`, `PT36H`, `P2.5Y`, `PXM`, `P1Y6M`.
  private func durationValue(_ draft: TimeDraft) -> String {
    guard let unit = draft[.amountUnit] else { return "PXX" }
    var date = ""
    var time = ""
    func add(_ unit: Int, _ amount: String) {
      switch TimeName.units[unit] {
      case "second": time += amount + "S"
      case "minute": time += amount + "M"
      case "hour": time += amount + "H"
      case "day": date += amount + "D"
      case "week": date += amount + "W"
      case "weekend": date += amount + "WE"
      case "month": date += amount + "M"
      case "quarter": date += amount + "Q"
      case "halfyear": date += amount + "H"
      case "year": date += amount + "Y"
      case "decade": date += amount + "DE"
      case "century": date += amount + "CE"
      default: date += amount + "ML"
      }
    }
    let tenths = draft[.amountTenths] ?? 0
    if let hundredths = draft[.amountHundredths] {
      add(unit, "\(draft[.amount] ?? 0)." + padded(hundredths, 2))
    } else {
      add(unit, draft.has(.vague) ? "X" : amount(draft[.amount] ?? 0, tenths))
    }
    if let second = draft[.amountUnit2] { add(second, String(draft[.amount2] ?? 0)) }
    if let third = draft[.amountUnit3] { add(third, String(draft[.amount3] ?? 0)) }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  /// `2X` for "twice a week", `4D` for "four days a week", `XX` for "several times a day".
  private func frequency(_ draft: TimeDraft) -> String? {
    guard let count = draft[.freq] else { return nil }
    let number = count < 0 ? "X" : String(count)
    guard let unit = draft[.freqUnit] else { return number + "X" }
    return number + TimeName.units[unit].prefix(1).uppercased()
  }

  private func amount(_ whole: Int, _ tenths: Int) -> String {
    tenths == 0 ? String(whole) : "\(whole).\(tenths)"
  }

  private func setValue(_ draft: TimeDraft) -> String {
    if let weekday = draft[.weekday] {
      return "XXXX-WXX-\(weekday)" + daypartSuffix(draft)
    }
    if let month = draft[.month] {
      return "XXXX-" + padded(month, 2) + (draft[.day].map { "-" + padded($0, 2) } ?? "")
    }
    if draft.has(.hour) || draft.has(.clockdigits) { return "XXXX-XX-XX" + daypartSuffix(draft) }
    if let season = draft[.season] { return "XXXX-" + TimeName.seasons[season] }
    if let quarter = draft[.quarter] { return "XXXX-Q\(quarter)" }
    if draft.has(.weekend) { return "XXXX-WXX-WE" }
    if draft.has(.daypart) { return "XXXX-XX-XX" + daypartSuffix(draft) }
    return durationValue(draft)
  }

  private func daypartSuffix(_ draft: TimeDraft) -> String {
    if let hour = hour(draft) {
      // "every Monday at 9 a.m."
      return "T" + padded(hour, 2) + ":"
        + padded(draft[.minute] ?? (draft[.clockdigits] ?? 0) % 100, 2)
    }
    return draft[.daypart].map { "T" + TimeName.clock(ofDaypart: $0) } ?? ""
  }
}
