import DatelineModel
import EDTF

/// Times without a day: what goes on, "recently", "in the past four days".
extension EventDating {
  /// "is in the midst of an offensive, which began some months ago": going on, since when is told
  /// vaguely or not at all.
  func isUnderWay(_ draft: EventDraft) -> Bool {
    draft.mention.isLasting && draft.clause.group?.isCopula == true && draft.tense == .present
  }

  func dateUnderWay(_ draft: inout EventDraft) {
    guard let index = draft.vagueTimex, let published else { return }
    if let value = timexes[index].edtf {
      // "has been the scene of uprisings since 1948".
      guard case .interval(_, .open) = value else { return }
      draft.mention.date = value
      draft.mention.dateBasis = basis(of: index)
      draft.mention.rule = timexes[index].rule
      draft.mention.anchor = timexes[index].anchor
      return
    }
    if let years = timexes[index].wholeYears {
      // "under siege for more than two years".
      let start = EDTFDate(year: published.year - years, qualifier: .approximate)
      draft.mention.date = .interval(.date(start), .open)
      draft.mention.dateBasis = .relative
      draft.mention.rule = timexes[index].rule
      draft.mention.anchor = "published"
      return
    }
    if ["PXY", "PXE"].contains(timexes[index].value) {
      // "under siege for years": since before whatever year.
      draft.mention.date = EDTFValue(from: .open, to: .date(EDTFDate(published)))
      draft.mention.dateBasis = .vague
      draft.mention.rule = timexes[index].rule
      draft.mention.anchor = "published"
      return
    }
    // Some months before the report: its year, more or less.
    let start = EDTFDate(year: published.adding(months: -3).year, qualifier: .approximate)
    draft.mention.date = .interval(.date(start), .open)
    draft.mention.dateBasis = .vague
    draft.mention.rule = timexes[index].rule
    draft.mention.anchor = "published"
  }

  /// "has carried out rare strikes", "the war, now in its seventh year, has killed 400,000": of no day, and up to
  /// the report.
  func longSpan(_ draft: EventDraft) -> EDTFValue? {
    guard let published, draft.isPerfect, draft.tense == .present,
      draft.mention.inTitle == text.text.isTitle, draft.mention.status == .asserted
    else { return nil }
    let isOfWar =
      draft.mention.figures.contains { $0.subject.isHarm || $0.subject == .displaced }
      && draft.clause.subject.contains { text.lexicon.isWar(text.hash($0)) }
    if isOfWar, let count = yearCount(in: draft.clause.whole) {
      return EDTFValue(
        from: .date(EDTFDate(year: published.year - count + 1)),
        to: .date(EDTFDate(year: published.year)))
    }
    guard isOfWar || draft.clause.range.contains(where: isRepeated) else { return nil }
    return EDTFValue(from: .open, to: .date(EDTFDate(published)))
  }

  /// "rare strikes", "several times".
  func isRepeated(_ token: Int) -> Bool {
    text.cues[token].contains(.repeated)
      || text.hash(token) == Word.times && token > 0 && text.timex[token] < 0
        && (text.tags[token - 1] == .determiner || text.tags[token - 1] == .number)
  }

  /// "in its seventh year": 7.
  func yearCount(in range: Range<Int>) -> Int? {
    range.dropFirst(2).lazy.filter {
      text.hash($0) == Word.year && text.hash($0 - 2) == Word.its
    }.compactMap { year in
      text.lexicon.numbers[text.hash(year - 1)]?.first { $0.kind == .ordinal && $0.rest.isEmpty }
        .map { Int($0.value) }
    }.first
  }

  /// "in the past four days": from so long before the report up to it.
  func pastSpan(_ draft: EventDraft) -> (value: EDTFValue, timex: Int)? {
    guard let published, draft.mention.inTitle == text.text.isTitle else { return nil }
    let now = draft.toldAt.flatMap { timexes[$0].edtf?.day } ?? published
    for position in draft.clause.range where text.timex[position] >= 0 {
      let index = Int(text.timex[position])
      let timex = timexes[index]
      guard timex.kind == .duration, timex.edtf == nil, timex.value.hasPrefix("P"),
        text.tokens(ofTimex: index).contains(where: { text.wordCues($0).contains(.previous) }),
        let unit = timex.value.last,
        let count = Int(timex.value.dropFirst(timex.value.hasPrefix("PT") ? 2 : 1).dropLast()),
        (1...400).contains(count)
      else { continue }
      let from: EDTFDate?
      let to: EDTFDate?
      switch (unit, timex.value.hasPrefix("PT")) {
      case ("H", true):
        from = EDTFDate(now.adding(days: -((count + 23) / 24)))
        to = EDTFDate(now)
      case ("D", false):
        from = EDTFDate(now.adding(days: 1 - count))
        to = EDTFDate(now)
      case ("W", false):
        from = EDTFDate(now.adding(days: -7 * count))
        to = EDTFDate(now)
      case ("M", false):
        let first = now.adding(months: -count)
        from = EDTFDate(year: first.year, month: first.month)
        to = EDTFDate(year: now.year, month: now.month)
      case ("Y", false):
        from = EDTFDate(year: now.year - count)
        to = EDTFDate(year: now.year)
      default: continue
      }
      guard let from, let to, let value = EDTFValue(from: .date(from), to: .date(to)) else {
        continue
      }
      return (value, index)
    }
    return nil
  }

  /// The clause's time that nothing fixes, such as "recently", by index.
  func vagueTime(_ draft: EventDraft) -> Int? {
    guard draft.mention.inTitle == text.text.isTitle else { return nil }
    for position in draft.clause.range where text.timex[position] >= 0 {
      let index = Int(text.timex[position])
      if timexes[index].value == "PAST_REF" || isRecent(index) { return index }
    }
    return nil
  }

  func isRecent(_ index: Int) -> Bool {
    text.tokens(ofTimex: index).contains { text.wordCues($0).contains(.vague) }
  }

  /// "recently", "in recent days" lie about the month of the report, "in recent months" about its
  /// year.
  func date(ofVague index: Int) -> EDTFDate? {
    guard let published, isRecent(index) else { return nil }
    switch timexes[index].value {
    case "PAST_REF", "PXD", "PXW", "PRESENT_REF":
      return EDTFDate(year: published.year, month: published.month, qualifier: .approximate)
    case "PXM": return EDTFDate(year: published.year, qualifier: .approximate)
    default: return nil
    }
  }
}
