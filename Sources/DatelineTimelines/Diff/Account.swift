import DatelineModel
import EDTF

/// What one side tells of a happening.
struct Account {
  /// Event ids, sorted.
  var events: [String]
  /// Sorted by article id, then start; each once.
  var mentions: [Mention]
  var date: EDTFValue?
  /// Whether some mention tells the date, which is otherwise inherited.
  var isFirmlyDated: Bool
  /// Whether it opens a report with the date, which is told further down otherwise.
  var leadsWithDate: Bool
  var place: String?
  var status: EventStatus
  /// Whether it opens a report with the status.
  var leadsWithStatus: Bool
  var actors: [Event.Part]
  /// Day of the first report.
  var firstDay: Int?
  /// As stated.
  var firstPublished: String?
  /// Figures with the day of the report that gives them.
  var figures: [DatedFigure]
  /// The side whose text this one copies.
  var copyOf: String?

  /// `placed` is where most reports of the happening place it, `countries` the folded names of states.
  init(
    events: [String], mentions: [Mention], articles: [String: ArticleRecord],
    placed: String? = nil, countries: Set<String> = []
  ) {
    self.events = Array(Set(events)).sorted()
    var seen: Set<MentionPlace> = []
    self.mentions = mentions.filter { seen.insert(MentionPlace($0)).inserted }
      .sorted {
        ($0.article, $0.inTitle ? 0 : 1, $0.start) < ($1.article, $1.inTitle ? 0 : 1, $1.start)
      }
    let copies = self.mentions.filter { articles[$0.article]?.duplicateOf == nil }
    let counted = copies.isEmpty ? self.mentions : copies
    status = Event.status(
      of: counted,
      published: Dictionary(
        counted.compactMap { one in articles[one.article]?.day.map { (one.article, $0) } },
        uniquingKeysWith: { first, _ in first }))
    let told = Event.date(of: counted, status: status)
    date = told.flatMap { Account.minute(of: $0, in: counted) } ?? told
    isFirmlyDated = counted.contains {
      $0.date != nil && $0.dateBasis.isOwn
    }
    leadsWithDate = counted.contains { [date] mention in
      guard mention.isLead, mention.dateBasis.isOwn, let told = mention.date, let date else {
        return false
      }
      // "This morning", and further down "the fighting ended at 2 p.m.": it opens with no hour.
      return told.overlaps(date) && (date.start?.time == nil || told.start?.time != nil)
    }
    leadsWithStatus = counted.contains { [status] in $0.isLead && $0.status == status }
    place = Account.place(of: counted, placed: placed, countries: countries)
    actors = Event.parts(of: counted)
    figures = []
    for mention in self.mentions {
      let day = articles[mention.article]?.day
      if let day, day < firstDay ?? Int.max {
        firstDay = day
        firstPublished = articles[mention.article]?.published
      }
      for figure in mention.figures
      where !figures.contains(where: { $0.figure.isSame(as: figure) && $0.day == day }) {
        figures.append(DatedFigure(figure: figure, day: day, isLead: mention.isLead))
      }
    }
  }

  /// The place that most mentions tell. Where that is a country or province, and others place the happening in a
  /// town, the town, as far as the account prints it: "in southern Avaria" at the head is "Kelt" further down.
  private static func place(
    of mentions: [Mention], placed: String?, countries: Set<String>
  ) -> String? {
    let told = mentions.compactMap(\.place)
    let most = Event.mostCommon(told)
    guard let placed, most != placed else { return most }
    func isWide(_ place: String) -> Bool {
      countries.contains(place) || PlaceRelation.isRegion(place)
    }
    let name = FoldedName(placed).text
    guard !isWide(name) else { return most }
    if let most {
      let own = FoldedName(most).text
      // Of two towns the one that it tells of more often, else where the others place it.
      guard isWide(own), !own.holds(name) else {
        return told.count { $0 == placed } == told.count { $0 == most } ? placed : most
      }
    }
    let isPrinted = mentions.contains {
      $0.place == placed || MentionProfile.prints(placed, in: $0.quote[...])
    }
    return isPrinted ? placed : most
  }

  /// The minute within a day that most reports tell which tell one: "on Tuesday" leaves it open, and "at 8 a.m.
  /// on Tuesday" does not.
  private static func minute(of day: EDTFValue, in mentions: [Mention]) -> EDTFValue? {
    guard let day = day.day else { return nil }
    var minutes: [String] = []
    for mention in mentions where mention.dateBasis.isOwn {
      guard let date = mention.date, date.day == day, date.start?.time != nil else { continue }
      minutes.append(date.description)
    }
    return Event.mostCommon(minutes).flatMap { EDTFValue($0) }
  }

  func report(articles: [String: ArticleRecord]) -> TimelineDiff.Report {
    var printed: [String] = []
    var seen: Set<String> = []
    for mention in mentions {
      for one in mention.participants where seen.insert(one.printed).inserted {
        printed.append(one.printed)
      }
    }
    var distinct: [Figure] = []
    // As they were reported; of one day the greater last, so that a side's last count stands last.
    let told = figures.indices.sorted { a, b in
      let (x, y) = (figures[a], figures[b])
      return (x.day ?? .min, x.figure.value, a) < (y.day ?? .min, y.figure.value, b)
    }
    for one in told.map({ figures[$0] })
    where !distinct.contains(where: { $0.isSame(as: one.figure) }) {
      distinct.append(one.figure)
    }
    return TimelineDiff.Report(
      events: events, date: date, published: firstPublished,
      quotes: mentions.map { mention in
        let article = articles[mention.article]
        return TimelineDiff.Quote(
          article: mention.article, text: mention.quote, start: mention.start, end: mention.end,
          inTitle: mention.inTitle, published: article?.published, url: article?.url)
      }, actors: printed, figures: distinct, place: place, status: status, copyOf: copyOf)
  }
}

extension Mention {
  /// Whether it stands in the title or at the head of its article, where the news is.
  var isLead: Bool { inTitle || start < MentionProfile.lead }
}

/// Where a mention stands, which is what two graphs share.
struct MentionPlace: Hashable {
  var article: String
  var start: Int
  var end: Int
  var inTitle: Bool

  init(_ mention: Mention) {
    article = mention.article
    start = mention.start
    end = mention.end
    inTitle = mention.inTitle
  }
}

extension Figure {
  /// The same count of the same thing, whatever the words.
  func isSame(as other: Figure) -> Bool {
    subject == other.subject && value == other.value && max == other.max && bound == other.bound
  }
}

extension ArticleRecord {
  /// The day of publication since 1970.
  var day: Int? {
    published.flatMap { PublicationDate($0, from: .record)?.day?.dayNumber }
  }
}
