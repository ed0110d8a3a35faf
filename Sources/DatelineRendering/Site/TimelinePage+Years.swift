internal import DatelineModel
internal import EDTF
internal import Mustache

extension TimelinePage {
  /// The file that holds an event's evidence where one page cannot hold all.
  static func yearPage(of event: Event) -> String {
    guard let year = TimelineSections.year(of: event) else { return "events-undated.html" }
    return yearPage(year)
  }

  private static func yearPage(_ year: Int) -> String {
    "events-\(TimelineSections.yearName(year)).html"
  }

  /// One page a year, and one for events without a date, each with all evidence.
  func yearPages() throws -> [SiteFile] {
    let shell = PageShell(templates: templates, options: options)
    var files: [SiteFile] = []
    func add(_ path: String, _ title: String, _ months: String, _ count: Int) throws {
      files.append(
        SiteFile(
          path: path,
          bytes: try shell.page(
            "year", style: TimelinePage.style, script: nil,
            [
              "title": .text(title), "months": .text(months),
              "count": .text(say.counted(count, "event")),
            ])))
    }
    for year in sections.years {
      var months = ""
      for month in year.months {
        months += try templates.render("month", .object(section(month, year: year.number)))
      }
      let title = say.year(year.number)
      try add(TimelinePage.yearPage(year.number), title, months, year.eventCount)
    }
    if !sections.undated.isEmpty {
      let entries: TemplateValue = [
        "id": "undated", "month": .text(say("Without a date")), "say": .phrases(say.phrases),
        "chunks": chunks(sections.undated),
      ]
      let months = try templates.render("month", entries)
      try add("events-undated.html", say("Without a date"), months, sections.undated.count)
    }
    return files
  }
}
