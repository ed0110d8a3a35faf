import EDTF

/// The day of a holiday in a year, by fixed date, weekday or the computus.
enum Holiday {
  /// Nil for a name that is not in ``TimeName/holidays`` or whose calendar ends before the year.
  static func day(_ name: String, year: Int) -> CalendarDate? {
    switch name {
    case "newYear": return fixed(year, 1, 1)
    case "chineseNewYear": return fixed(year, 1, 21)?.adding(moonDays, from: 1900, year)
    case "diwali": return fixed(year, 10, 17)?.adding(diwaliDays, from: 1980, year)
    case "epiphany": return fixed(year, 1, 6)
    case "orthodoxChristmas": return fixed(year, 1, 7)
    case "mlkDay": return nth(3, 1, of: 1, year)
    case "superBowl": return nth(year >= 2022 ? 2 : 1, 7, of: 2, year)
    case "valentine": return fixed(year, 2, 14)
    case "presidentsDay": return nth(3, 1, of: 2, year)
    case "womensDay": return fixed(year, 3, 8)
    case "patrick": return fixed(year, 3, 17)
    case "nowruz": return JalaliDate(year: year - 621, month: 1, day: 1)?.calendarDate
    case "aprilFool": return fixed(year, 4, 1)
    case "earthDay": return fixed(year, 4, 22)
    case "mayDay": return fixed(year, 5, 1)
    case "victoryDay": return fixed(year, 5, 9)
    case "mothersDay": return nth(2, 7, of: 5, year)
    case "memorialDay": return fixed(year, 5, 31).map { $0.adding(days: 1 - $0.weekday) }
    case "fathersDay": return nth(3, 7, of: 6, year)
    case "canadaDay": return fixed(year, 7, 1)
    case "independence": return fixed(year, 7, 4)
    case "bastille": return fixed(year, 7, 14)
    case "laborDay": return nth(1, 1, of: 9, year)
    case "columbusDay": return nth(2, 1, of: 10, year)
    case "halloween": return fixed(year, 10, 31)
    case "allSaints": return fixed(year, 11, 1)
    case "guyFawkes": return fixed(year, 11, 5)
    case "electionDay": return nth(1, 1, of: 11, year)?.adding(days: 1)
    case "veterans": return fixed(year, 11, 11)
    case "thanksgiving": return nth(4, 4, of: 11, year)
    case "blackFriday": return nth(4, 4, of: 11, year)?.adding(days: 1)
    case "cyberMonday": return nth(4, 4, of: 11, year)?.adding(days: 4)
    case "christmasEve": return fixed(year, 12, 24)
    case "christmas": return fixed(year, 12, 25)
    case "boxing": return fixed(year, 12, 26)
    case "newYearEve": return fixed(year, 12, 31)
    case "easter": return easter(year)
    case "goodFriday": return easter(year).adding(days: -2)
    case "maundyThursday": return easter(year).adding(days: -3)
    case "easterMonday": return easter(year).adding(days: 1)
    case "palmSunday": return easter(year).adding(days: -7)
    case "ashWednesday": return easter(year).adding(days: -46)
    case "ascension": return easter(year).adding(days: 39)
    case "pentecost": return easter(year).adding(days: 49)
    case "orthodoxEaster": return orthodoxEaster(year)
    case "whitMonday": return easter(year).adding(days: 50)
    case "holySaturday": return easter(year).adding(days: -1)
    case "shroveTuesday": return easter(year).adding(days: -47)
    case "corpusChristi": return easter(year).adding(days: 60)
    case "allSouls": return fixed(year, 11, 2)
    case "juneteenth": return fixed(year, 6, 19)
    case "anzac": return fixed(year, 4, 25)
    case "australiaDay": return fixed(year, 1, 26)
    case "groundhog": return fixed(year, 2, 2)
    case "islamicNewYear": return hijri(year, 1, 1)
    case "mawlid": return hijri(year, 3, 12)
    // The Hebrew months from Adar to Tishri have fixed lengths, so these are counted from the new
    // year that follows.
    case "roshHashanah": return roshHashanah(year)
    case "yomKippur": return roshHashanah(year).adding(days: 9)
    case "passover": return roshHashanah(year).adding(days: -163)
    case "purim": return roshHashanah(year).adding(days: -193)
    case "hanukkah": return hanukkah(year)
    case "ramadan": return hijri(year, 9, 1)
    case "eidFitr": return hijri(year, 10, 1)
    case "eidAdha": return hijri(year, 12, 10)
    case "ashura": return hijri(year, 1, 10)
    default: return nil
    }
  }

  /// Days from 21 January to the Chinese New Year, a letter a year from 1900: the second new moon
  /// (in Beijing) after that of the month with the solstice, never before 21 January.
  private static let moonDays: StaticString = """
    KdSIaOEXMBUJcQFYOCVLeSHaPDXMCUJbQFYODVKdSGZPEXMBUIbQGYNDWKcSHZPEXMATJbQGZNCVKcRHaPEXMeTIbQGZ\
    OCUKdRHaPDWLBTIcRFYNCUKdSHaPEWLBUIbQFXNCVKdSHZODWLBUJbQFYMCVLdSHZODWMATIbPFYNCVKdRGZPDWMBTIb\
    QFYNDUJcRGZPEWLA
    """
  /// Days from 17 October to Diwali, a letter a year from 1980: the evening of the new moon (in
  /// India) of the month Kartik.
  private static let diwaliDays: StaticString = """
    VKdSHaPFXMBTIbRGYNCVJcSIaPEXLATJbRGZNCVKcSHaODWMATJcQFYNCVKA
    """

  private static func fixed(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }

  /// The `count`th weekday (Monday is 1) of a month.
  private static func nth(_ count: Int, _ weekday: Int, of month: Int, _ year: Int)
    -> CalendarDate?
  {
    fixed(year, month, 1).map {
      $0.adding(days: (weekday - $0.weekday + 7) % 7 + 7 * (count - 1))
    }
  }

  /// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's computus), before which the
  /// Julian one is told as it was.
  static func easter(_ year: Int) -> CalendarDate {
    if year < 1583 { return julianEaster(year) }
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let days = h + l - 7 * m + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)!
  }

  /// Easter Sunday of the Julian computus, told in the Gregorian calendar.
  static func orthodoxEaster(_ year: Int) -> CalendarDate {
    julianEaster(year).adding(days: year / 100 - year / 400 - 2)
  }

  /// Easter Sunday of the Julian computus, told in the Julian calendar (Meeus).
  private static func julianEaster(_ year: Int) -> CalendarDate {
    let (a, b, c) = (year % 4, year % 7, year % 19)
    let d = (19 * c + 15) % 30
    let e = (2 * a + 4 * b - d + 34) % 7
    let days = d + e + 114
    return CalendarDate(year: year, month: days / 31, day: days % 31 + 1)!
  }

  /// The first day of the Hebrew year that begins in a Gregorian one, by the mean new moon of
  /// Tishri in the fixed calendar and its four postponements (Reingold and Dershowitz's form).
  static func roshHashanah(_ year: Int) -> CalendarDate {
    func elapsedDays(_ hebrew: Int) -> Int {
      let months = (235 * hebrew - 234) / 19
      let parts = 12_084 + 13_753 * months
      let days = 29 * months + parts / 25_920
      return 3 * (days + 1) % 7 < 3 ? days + 1 : days
    }
    func newYear(_ hebrew: Int) -> Int {
      let (last, this, next) = (
        elapsedDays(hebrew - 1), elapsedDays(hebrew), elapsedDays(hebrew + 1)
      )
      let delay = next - this == 356 ? 2 : this - last == 382 ? 1 : 0
      return this + delay
    }
    // Rosh Hashanah 5780 was 30 September 2019.
    let days = newYear(year + 3761) - newYear(5780)
    return CalendarDate(year: 2019, month: 9, day: 30)!.adding(days: days)
  }

  /// 25 Kislev: 84 days after the new year where the year is complete, so that Heshvan has 30 days.
  static func hanukkah(_ year: Int) -> CalendarDate {
    let first = roshHashanah(year)
    let length = roshHashanah(year + 1).dayNumber - first.dayNumber
    return first.adding(days: length % 10 == 5 ? 84 : 83)
  }

  /// A day of the tabular Hijri calendar, for years before the tables of Umm al-Qura, told in the calendar
  /// of its time: the Julian one up to 4 October 1582.
  static func tabular(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    guard (1..<1300).contains(year), (1...12).contains(month), (1...30).contains(day) else {
      return nil
    }
    // Julian days; the calendar begins on 16 July 622.
    let number =
      (11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2 + day + 1_948_055
    if number >= 2_299_161 { return CalendarDate(dayNumber: number - 2_440_588) }
    let (c, d) = (number + 32_082, (4 * (number + 32_082) + 3) / 1461)
    let e = c - 1461 * d / 4
    let m = (5 * e + 2) / 153
    return CalendarDate(
      year: d - 4800 + m / 10, month: m + 3 - 12 * (m / 10), day: e - (153 * m + 2) / 5 + 1)
  }

  /// The day of a Hijri month that falls into a Gregorian year first.
  static func hijri(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    let guess = (year - 622) * 33 / 32
    for hijriYear in (guess - 1)...(guess + 2) {
      if let date = HijriDate(year: hijriYear, month: month, day: day)?.calendarDate,
        date.year == year
      {
        return date
      }
    }
    return nil
  }
}

extension CalendarDate {
  /// Moved on by the days that a table of letters (A is 0, a is 26) gives a year.
  fileprivate func adding(_ letters: StaticString, from first: Int, _ year: Int) -> CalendarDate? {
    guard (0..<letters.utf8CodeUnitCount).contains(year - first) else { return nil }
    let letter = Int(letters.utf8Start[year - first])
    return adding(days: letter < 97 ? letter - 65 : letter - 97 + 26)
  }
}
