import DatelineModel
import EDTF

/// Finds the time expressions of an article.
struct TimeTagger {
  let rules: TimeRules
  var genre: Genre

  init(rules: TimeRules, genre: Genre = .auto) {
    self.rules = rules
    self.genre = genre
  }

  /// In the order of the text, the title's first; each span lies in its own passage.
  func timexes(title: SegmentedText?, text: SegmentedText, of article: Article) -> [Timex] {
    var finder = TimeMentionFinder(rules: rules)
    if let title { finder.read(title) }
    finder.read(text)
    guard !finder.mentions.isEmpty else { return [] }
    let resolved =
      genre == .auto ? Genre(of: finder.mentions, published: article.published) : genre
    let isPost = title == nil && text.bytes.count < 200 && text.sentences.count < 8
    let mentions = finder.mentions.filter { isTime($0, in: resolved, isPost: isPost) }
    var resolver = TimeResolver(published: article.published, genre: resolved)
    var timexes: [Timex] = []
    timexes.reserveCapacity(mentions.count)
    for mention in mentions {
      timexes.append(resolver.timex(mention, index: timexes.count))
    }
    joinRanges(mentions, &timexes)
    return timexes
  }

  /// Words such as "night" are a time in a story or a post, and an adjective's in a report.
  private func isTime(_ mention: TimeMention, in genre: Genre, isPost: Bool) -> Bool {
    switch mention.draft[.only].map({ TimeName.texts[$0] }) {
    case "news": genre != .narrative
    case "narrative": genre == .narrative
    case "post": isPost
    case "told": genre == .narrative || isPost
    default: true
    }
  }

  /// Gives both ends of a range the interval that they enclose.
  private func joinRanges(_ mentions: [TimeMention], _ timexes: inout [Timex]) {
    var index = 0
    while index + 1 < mentions.count {
      defer { index += 1 }
      let (a, b) = (mentions[index], mentions[index + 1])
      guard a.isRange, b.isRange, a.group == b.group, let start = timexes[index].edtf?.start,
        let end = timexes[index + 1].edtf?.end,
        let interval = EDTFValue(from: .date(start), to: .date(end))
      else { continue }
      timexes[index].edtf = interval
      timexes[index + 1].edtf = interval
    }
  }
}

extension Genre {
  /// A narrative tells mostly of years that lie well before its publication, by dates that name
  /// their year; a report speaks of yesterday and Thursday.
  init(of mentions: [TimeMention], published: PublicationDate?) {
    var past = 0
    var near = 0
    let now = published?.date.year
    for mention in mentions {
      let draft = mention.draft
      if let year = draft[.year], draft[.calendar] == nil {
        if let now, year >= now - 1, draft[.era] != 1 { near += 1 } else { past += 1 }
      } else if draft.has(.weekday) || draft.has(.ref)
        || draft[.base].map({ TimeName.bases[$0] == "now" }) ?? false
      {
        near += 1
      }
    }
    self = past >= 6 && past > near * 2 ? .narrative : .news
  }
}
