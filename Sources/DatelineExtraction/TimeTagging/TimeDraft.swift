/// What the words of a time expression say, before it is counted from an anchor.
///
/// Each rule sets fields; a rule that is built of others takes theirs over. Sixty-four small
/// numbers in one vector make that a single blend.
struct TimeDraft: Hashable, Sendable {
  /// The names under which rule rows set the fields.
  enum Field: Int, CaseIterable, Sendable {
    // A calendar date, as far as it is told.
    case year, month, day, weekday, quarter, half, season, week, weekend, decade, century, era
    case fiscal, holiday, calendar, shortYear, ordinalDay
    // A time of day.
    case daypart, hour, minute, second, halfDay, zone, clockdigits
    // A date counted from an anchor: `count` units on, at the precision of `grain`.
    case unit, count, tenths, grain, base, told, direction, nth, nthUnit, lastNth, extraDays
    // An amount of time.
    case amount, amountTenths, amountUnit, amount2, amountUnit2, vague, span
    // What TIMEX3 says besides.
    case ref, mod, set, quant, freq, type, none, value, emptyBound
    // Kept through a rule for those built on it.
    case scale, name, bound, invalid, furniture, only
  }

  private var fields = SIMD64<Int16>(repeating: .min)

  subscript(field: Field) -> Int? {
    get {
      let value = fields[field.rawValue]
      return value == .min ? nil : Int(value)
    }
    set { fields[field.rawValue] = newValue.map { Int16(clamping: $0) } ?? .min }
  }

  func has(_ field: Field) -> Bool { fields[field.rawValue] != .min }

  /// Takes every field that `other` sets.
  mutating func take(_ other: TimeDraft) {
    fields.replace(with: other.fields, where: other.fields .!= .min)
  }

  /// Takes every field that `other` sets and this does not.
  mutating func complete(from other: TimeDraft, _ allowed: [Field]) {
    for field in allowed where !has(field) { self[field] = other[field] }
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
  static let quants = ["EVERY", "EACH"]
  static let types = ["DATE", "TIME", "DURATION", "SET"]
  static let bounds = ["since", "until", "after", "before"]
  static let bases = ["now", "then"]
  /// Kinds of text outside which a rule's words are no time; see ``TextKind/named``.
  static let texts = ["news", "narrative", "post", "told", "ancient"]
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
    "electionDay", "orthodoxChristmas", "cyberMonday",
  ]

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
