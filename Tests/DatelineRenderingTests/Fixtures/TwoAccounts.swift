import DatelineModel
import EDTF

/// Diffs written by hand: two outlets, or three, on a bombing, on talks and on a flood.
enum TwoAccounts {
  static func report(
    _ article: String, _ text: String, published: String, date: String? = nil,
    figures: [Figure] = [], status: EventStatus = .asserted, copyOf: String? = nil
  ) -> TimelineDiff.Report {
    TimelineDiff.Report(
      events: ["e-" + article], date: date.map { EDTFValue($0)! }, published: published,
      quotes: [
        TimelineDiff.Quote(
          article: article, text: text, start: 0, end: text.unicodeScalars.count, inTitle: false,
          published: published, url: "https://example.org/\(article)")
      ], actors: [], figures: figures, place: nil, status: status, copyOf: copyOf)
  }

  static func killed(_ value: Double, _ text: String, _ bound: Figure.Bound? = nil) -> Figure {
    Figure(subject: .killed, value: value, bound: bound, text: text)
  }

  static let bombing = TimelineDiff.Entry(
    id: "e1", kind: .shared, label: "Car bomb at the market of Karsovia", type: .assault,
    date: EDTFValue("2031-03-04"),
    reported: [
      "left": report(
        "a1", "A car bomb killed 12 people at the market.", published: "2031-03-04",
        date: "2031-03-04", figures: [killed(12, "12 people")]),
      "right": report(
        "b1", "A car bomb killed at least 17 people at the market.", published: "2031-03-05",
        date: "2031-03-04", figures: [killed(17, "at least 17 people", .atLeast)]),
    ],
    differences: [
      .init(
        aspect: .number, kind: .revision,
        values: ["left": "12 people", "right": "at least 17 people"], subject: .killed)
    ], score: 0.8, reasons: ["same place"])

  static let talks = TimelineDiff.Entry(
    id: "e2", kind: .shared, label: "Third round of the Belmar talks", type: .consult,
    date: EDTFValue("2031-03-05/2031-03-06"),
    reported: [
      "left": report(
        "a2", "The third round opened in Belmar.", published: "2031-03-05", date: "2031-03-05"),
      "right": report(
        "b2", "The third round began in Belmar on 6 March.", published: "2031-03-06",
        date: "2031-03-06"),
    ],
    differences: [
      .init(
        aspect: .date, kind: .conflict,
        values: ["left": "2031-03-05", "right": "2031-03-06"])
    ], score: 0.7, reasons: [])

  static let flood = TimelineDiff.Entry(
    id: "e3", kind: .only, label: "Flood at Ostmark", type: .other, date: EDTFValue("2031-03-06"),
    reported: [
      "right": report(
        "b3", "A flood swept away two bridges near Ostmark.", published: "2031-03-07",
        date: "2031-03-06")
    ], absent: ["left": .silent])

  static let days = (4...10).map { CalendarDate(year: 2031, month: 3, day: $0)! }

  static let pair = TimelineDiff(
    sources: ["left", "right"],
    sides: [
      "left": .init(name: "Alpha Post", sources: ["Alpha Post"]),
      "right": .init(name: "Beta Wire", sources: ["Beta Wire"]),
    ], entries: [bombing, talks, flood],
    naming: [
      .init(
        actor: "Norland army",
        names: [
          "left": [.init(name: "the rebels", count: 4)],
          "right": [.init(name: "terrorists", count: 3), .init(name: "fighters", count: 1)],
        ])
    ],
    lag: [
      .init(
        entry: "e1", firstSource: "left", firstPublished: "2031-03-04",
        days: ["left": 0, "right": 1])
    ],
    coverage: [
      "left": .init(sources: ["Alpha Post"], articles: 2, copies: 0, days: Array(days.prefix(5))),
      "right": .init(sources: ["Beta Wire"], articles: 3, copies: 0, days: days),
    ])

  /// Many sides: each tells the bombing but one, and one copies.
  static func matrix(_ names: [String]) -> TimelineDiff {
    var reported: [String: TimelineDiff.Report] = [:]
    var values: [String: String] = [:]
    for (index, name) in names.enumerated().dropLast() {
      let toll = 12 + index
      reported[name] = report(
        "m\(index)", "A bomb killed \(toll) people.", published: "2031-03-05",
        date: "2031-03-04", figures: [killed(Double(toll), "\(toll) people")],
        copyOf: index == 1 ? names[0] : nil)
      if index != 1 { values[name] = "\(toll) people" }
    }
    let entry = TimelineDiff.Entry(
      id: "e1", kind: .shared, label: "Car bomb at the market of Karsovia", type: .assault,
      date: EDTFValue("2031-03-04"), reported: reported,
      differences: [.init(aspect: .number, kind: .conflict, values: values)],
      absent: [names.last!: .before])
    return TimelineDiff(sources: names, entries: [entry])
  }
}
