import DatelineModel

/// What the words in and around a time, given by its index, say of it.
extension TaggedPassage {
  /// "since May", "since the 12 January earthquake", of which a deed has no day.
  func isSince(_ timex: Int) -> Bool {
    let start = tokens(ofTimex: timex).lowerBound
    let before = start > 1 && tags[start - 1] == .determiner ? start - 2 : start - 1
    return before >= 0 && hash(before) == Word.since || hash(start) == Word.since
  }

  /// The word right behind a time or its possessive: "Saturday's [blast]", "the 5 November [shootings]".
  func word(behindTimex timex: Int) -> Int? {
    let next = tokens(ofTimex: timex).upperBound
    guard next < tags.count else { return nil }
    let word = tags[next] == .possessive ? next + 1 : next
    return word < tags.count ? word : nil
  }

  /// "As of 17:00 on Friday, 21 have been killed": when it was counted.
  func isAsOf(_ timex: Int) -> Bool {
    let start = tokens(ofTimex: timex).lowerBound
    return start > 1 && hash(start - 1) == Word.of && hash(start - 2) == Word.as
  }

  /// "Three years ago on Monday": the day of the year, and not the one that was Monday.
  func isAnniversary(_ timex: Int) -> Bool {
    let start = tokens(ofTimex: timex).lowerBound
    guard start > 1, hash(start - 1) == Word.on, self.timex[start - 2] >= 0,
      let end = tokens(ofTimex: Int(self.timex[start - 2])).last
    else { return false }
    return hash(end) == Word.ago
  }

  /// "in the past four days".
  func isPastSpan(_ timex: Int) -> Bool {
    timexes[timex].kind == .duration
      && tokens(ofTimex: timex).contains { cues[$0].contains(.previous) }
  }

  /// "a Sept. 11-style attack": no time of anything told.
  func isLikeness(_ timex: Int) -> Bool {
    let end = tokens(ofTimex: timex).upperBound
    return end + 1 < cues.count && hash(end) == TaggedPassage.hyphen
      && cues[end + 1].contains(.likeness)
  }
}
