import DatelineModel

/// A time expression as found, before it is counted from an anchor.
struct TimeMention {
  var span: TextSpan
  var inTitle: Bool
  var draft: TimeDraft
  var rule: String
  /// Which way the sentence looks: -1 told as past (-2 by a verb near before, -3 by one right beside),
  /// 1 as to come (2 after what was past, "would", 3 after what is near, 4 by a "will" near before), 0 unsaid.
  var tense: Int
  /// A preposition that opens the interval: an index into ``TimeName/bounds``.
  var bound: Int?
  /// The word before tells that a duration begins (0) or ends (1) with this.
  var edge: Int?
  /// Counts sentences through title and text.
  var sentence: Int
  var paragraph: Int
  /// Shared by the ends of a range and the members of a list.
  var group: Int?
  /// Whether the group runs from its first to its last.
  var isRange = false
  /// Of a weekday in a list or range, the weekdays after it.
  var laterWeekdays: [Int] = []
  /// Stands with a clock in brackets that open a sentence: "(Update 6:14 p.m. ET Tuesday)", as a page does
  /// that is written on for days.
  var isStamp = false
  /// Opens a line as the date of a chronology's entry does ("12 August: he resigned"), or is all of it.
  var isEntry = false
  /// Opens a line with no mark behind it: "12 August Mubarak resigned", an entry where others are.
  var mayBeEntry = false
  /// A year that is all of its line, as above the entries of a chronology, or a whole date that opens one.
  var isHeading = false
  /// "perhaps in 1502".
  var isDoubted = false
  /// The sentence tells, near the time, of what had been before: "they had met in March".
  var isPluperfect = false
  /// "May" with no word before that tells a time, as "in" does.
  var isBareMonth = false
  /// A year in an aside: "the dam, built in 1950, broke".
  var isAside = false
  /// "over the past year", which is all of a length of time up to the day of writing.
  var isLength = false
  /// "born on 3 May 1950": nothing else is counted from it.
  var isBirth = false
}
