/// What the words of a time expression say, before it is counted from an anchor.
///
/// Each rule sets fields; a rule that is built of others takes theirs over.
struct TimeDraft: Hashable, Sendable {
  /// The names under which rule rows set the fields.
  enum Field: Int, CaseIterable, Sendable {
    // A calendar date, as far as it is told.
    case year, month, day, weekday, quarter, half, season, week, weekend, decade, century,
      millennium
    case era
    case holiday, calendar, shortYear
    /// Of a date in digits: whether its day stands before its month.
    case dayFirst
    // A time of day.
    case daypart, hour, minute, second, halfDay, zone, clockdigits, offset
    // A date counted from an anchor: `count` units on, at the precision of `grain`.
    case unit, count, tenths, grain, base, told, direction, nth, nthUnit, lastNth, extraDays
    // An amount of time.
    case amount, amountTenths, amountHundredths, amountUnit, amount2, amountUnit2, amount3
    case amountUnit3, vague, span, begins, ends
    // What TIMEX3 says besides.
    case ref, mod, set, quant, freq, freqUnit, type, none, value
    // Kept through a rule for those built on it.
    case bound, invalid, only
    /// "last Tuesday": within one Monday-to-Friday week that of the week before.
    case skips
    /// The name tells the year ("9/11"), which lends it to no other date.
    case known

    /// By the name that rows use.
    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
  }

  private var fields = SIMD64<Int16>()
  /// Which fields are set, as bits.
  private var isSet: UInt64 = 0

  subscript(field: Field) -> Int? {
    get { has(field) ? Int(fields[field.rawValue]) : nil }
    set {
      fields[field.rawValue] = newValue.map { Int16(clamping: $0) } ?? 0
      let bit: UInt64 = 1 << UInt64(field.rawValue)
      isSet = newValue == nil ? isSet & ~bit : isSet | bit
    }
  }

  @inline(__always)
  func has(_ field: Field) -> Bool { isSet & (1 << UInt64(field.rawValue)) != 0 }

  /// Takes every field that `other` sets; few are, so they are taken one by one.
  mutating func take(_ other: borrowing TimeDraft) {
    var bits = other.isSet
    while bits != 0 {
      let lane = bits.trailingZeroBitCount
      fields[lane] = other.fields[lane]
      bits &= bits &- 1
    }
    isSet |= other.isSet
  }

  /// Whether every field that stands for a name has one: a user's rule may count to one that is none.
  var isNamed: Bool {
    var bits = isSet & TimeDraft.nameBits
    while bits != 0 {
      let lane = bits.trailingZeroBitCount
      guard Field(rawValue: lane)?.names?.indices.contains(Int(fields[lane])) ?? true else {
        return false
      }
      bits &= bits &- 1
    }
    return true
  }

  /// The fields that stand for names, as bits.
  private static let nameBits: UInt64 = Field.allCases.reduce(0) {
    $1.names == nil ? $0 : $0 | 1 << UInt64($1.rawValue)
  }

  /// A time of day, and nothing that says of which.
  var isClockAlone: Bool {
    (has(.hour) || has(.clockdigits))
      && ![.day, .weekday, .month, .year, .unit, .base, .amount, .holiday, .daypart].contains(
        where: has)
  }

  /// Takes every field that `other` sets and this does not.
  mutating func complete(from other: TimeDraft, _ allowed: [Field]) {
    for field in allowed where !has(field) { self[field] = other[field] }
  }
}

extension TimeDraft.Field {
  /// What the numbers of the field stand for; nil where they are numbers.
  var names: [String]? {
    switch self {
    case .unit, .grain, .nthUnit, .amountUnit, .amountUnit2, .amountUnit3, .freqUnit:
      TimeName.units
    case .daypart: TimeName.dayparts
    case .season: TimeName.seasons
    case .ref: TimeName.refs
    case .mod: TimeName.mods
    case .quant: TimeName.quants
    case .type: TimeName.types
    case .bound: TimeName.bounds
    case .base, .begins, .ends: TimeName.bases
    case .era: TimeName.eras
    case .calendar: TimeName.calendars
    case .holiday: TimeName.holidays
    case .only: TimeName.texts
    default: nil
    }
  }
}

/// The numbers behind the names that tables use: TIMEX3's own vocabulary, so the same for every
/// language.
enum TimeName {
  static let units = [
    "second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "halfyear", "year",
    "decade", "century", "millennium",
  ]
  static let dayparts = ["MO", "MI", "AF", "EV", "NI", "DT", "NOON", "MIDNIGHT"]
  static let seasons = ["SP", "SU", "FA", "WI"]
  static let refs = ["PRESENT_REF", "PAST_REF", "FUTURE_REF"]
  static let mods = [
    "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
  ]
  static let quants = ["EVERY", "EACH", "MOST", "SOME", "ALL"]
  static let types = ["DATE", "TIME", "DURATION", "SET"]
  static let bounds = ["since", "until", "after", "before"]
  /// "near" is a date just told as past, else the publication.
  static let bases = ["now", "then", "near"]
  /// Kinds of text outside which a rule's words are no time; see ``TextKind/named``.
  static let texts = ["news", "narrative", "post", "told", "ancient", "report", "brief"]
  static let eras = ["CE", "BC"]
  static let calendars = ["hijri", "jalali"]
  static let holidays = [
    "newYear", "epiphany", "valentine", "patrick", "aprilFool", "mayDay", "halloween",
    "allSaints", "christmasEve", "christmas", "boxing", "newYearEve", "independence",
    "veterans", "easter", "goodFriday", "easterMonday", "palmSunday", "ashWednesday",
    "ascension", "pentecost", "thanksgiving", "laborDay", "memorialDay", "mlkDay",
    "presidentsDay", "columbusDay", "mothersDay", "fathersDay", "nowruz", "ramadan",
    "eidFitr", "eidAdha", "ashura", "blackFriday", "womensDay", "victoryDay", "maundyThursday",
    "superBowl", "earthDay", "orthodoxEaster", "guyFawkes", "canadaDay", "bastille",
    "electionDay", "orthodoxChristmas", "cyberMonday", "whitMonday", "holySaturday",
    "shroveTuesday", "corpusChristi", "allSouls", "yomKippur", "roshHashanah", "passover",
    "hanukkah", "purim", "juneteenth", "anzac", "australiaDay", "groundhog", "islamicNewYear",
    "mawlid", "chineseNewYear", "diwali",
  ]

  /// How TIMEX3 writes a part of the day: `MO`, but `12:00` for noon.
  static func clock(ofDaypart daypart: Int) -> String {
    switch dayparts[daypart] {
    case "NOON": "12:00"
    case "MIDNIGHT": "24:00"
    default: dayparts[daypart]
    }
  }

  static let all: [String: Int] = {
    var all: [String: Int] = [:]
    let lists = [
      units, dayparts, seasons, refs, mods, quants, types, bounds, bases, eras, calendars,
      holidays, texts,
    ]
    for list in lists {
      for (index, name) in list.enumerated() { all[name] = index }
    }
    all["yes"] = 1
    return all
  }()
}
