public import DatelineModel
import EDTF

extension TimelineDiff {
  /// What the sources of one graph share, lack and contradict: one entry an event.
  ///
  /// Sources of a group stand as one side. Every outlet that tells a happening stays in `reported`;
  /// one that only copies another's text says so and adds no voice. `jobs` events are compared at a
  /// time, with the same result for any number.
  public init(bySource graph: EventGraph, options: Options = Options(), jobs: Int = 1) {
    let side = Dictionary(
      options.groups.flatMap { group in group.sources.map { ($0, group.name) } }
    ) { $1 }
    @Sendable func name(_ source: String?) -> String {
      guard let source else { return TimelineDiff.unnamed }
      return side[source] ?? source
    }
    var names = Set(graph.articles.map { name($0.source) })
      .union(graph.events.flatMap { $0.mentions.map { name($0.source) } }).sorted()
    if let base = options.base, let place = names.firstIndex(of: base) {
      names.remove(at: place)
      names.insert(base, at: 0)
    }
    let articles = graph.articlesByID
    var publishing: [String: [Int]] = [:]
    for article in graph.articles {
      if let day = article.day { publishing[name(article.source), default: []].append(day) }
    }
    let builder = EntryBuilder(
      sides: names, articles: articles, publishing: publishing.mapValues { $0.sorted() },
      options: options, names: ActorNames(graph.actors),
      outlets: graph.sources.map { ($0.name, name($0.name)) })
    let entries = graph.events.indices.mapped(jobs: jobs) { number in
      let event = graph.events[number]
      var bySide: [String: [Mention]] = [:]
      for mention in event.mentions { bySide[name(mention.source), default: []].append(mention) }
      var accounts = bySide.mapValues {
        Account(
          events: [event.id], mentions: $0, articles: articles, placed: event.place,
          countries: builder.names.countries)
      }
      for (one, account) in accounts {
        let originals = account.mentions.map { articles[$0.article]?.duplicateOf }
        guard !originals.contains(nil) else { continue }
        let others = Set(
          originals.compactMap { $0.flatMap { articles[$0] } }.map { name($0.source) })
        // Copies of its own earlier text are its own voice.
        guard !others.contains(one), let other = others.sorted().first, bySide[other] != nil else {
          continue
        }
        accounts[one]!.copyOf = other
      }
      return builder.entry(
        id: event.id, label: event.label, of: .init(type: event.type, topic: event.topic),
        date: event.date, accounts: accounts, likeness: nil)
    }
    self.init(
      sources: names, entries: entries.sortedByDate(),
      naming: NamingTally(graph, side: name).rows(sides: names), lag: [],
      coverage: Coverage.sides(graph.articles.map { (name($0.source), $0) }),
      window: options.window)
    lag = builder.lag(of: self.entries)
  }

  /// What two graphs share, lack and contradict. Events are matched as the reader has decided, by the
  /// mentions that both have, then one to one by likeness, the likest first.
  public init(
    left: EventGraph, right: EventGraph, leftName: String = "left", rightName: String = "right",
    options: Options = Options(), decisions: Decisions = Decisions()
  ) {
    let names = ["left", "right"]
    var articles = left.articlesByID
    articles.merge(right.articlesByID) { old, _ in old }
    let builder = EntryBuilder(
      sides: names, articles: articles,
      publishing: [
        "left": left.articles.compactMap(\.day).sorted(),
        "right": right.articles.compactMap(\.day).sorted(),
      ], options: options, names: ActorNames(left.actors + right.actors),
      outlets: left.sources.map { ($0.name, "left") } + right.sources.map { ($0.name, "right") })
    let mine = Set(left.articles.map(\.id))
    let theirs = Set(right.articles.map(\.id))
    let (joined, parted) = decisions.pairs(left, right)
    let matching = EventMatching(
      left: left.events, right: right.events, countries: builder.names.countries, joined: joined,
      parted: parted)
    let entries = matching.matches.map { match in
      var accounts: [String: Account] = [:]
      for (name, events) in [("left", match.left), ("right", match.right)] where !events.isEmpty {
        accounts[name] = Account(
          events: events.map(\.id), mentions: events.flatMap(\.mentions), articles: articles)
      }
      if accounts.count == 2 {
        let copies = [("left", "right", mine), ("right", "left", theirs)].filter { name, _, own in
          accounts[name]!.mentions.allSatisfy { mention in
            articles[mention.article]?.origin(in: articles).map { !own.contains($0) } ?? false
          }
        }
        // Where each copies the other, both speak.
        if copies.count == 1 { accounts[copies[0].0]!.copyOf = copies[0].1 }
      }
      let all = (match.left + match.right).sorted {
        ($0.mentions.count, $1.id) > ($1.mentions.count, $0.id)
      }
      let ids = Set(all.map(\.id)).sorted()
      var hash = StableHash(ids[0])
      for id in ids.dropFirst() { hash.combine(id) }
      let mentions = all.flatMap(\.mentions)
      return builder.entry(
        id: ids.count == 1 ? ids[0] : "m" + hash.hex, label: all[0].label,
        of: .init(type: all[0].type, topic: all[0].topic),
        date: Event.date(of: mentions, status: Event.status(of: mentions)), accounts: accounts,
        likeness: match.likeness)
    }
    self.init(
      sources: names,
      sides: [
        "left": Side(name: leftName, sources: left.sources.map(\.name).sorted()),
        "right": Side(name: rightName, sources: right.sources.map(\.name).sorted()),
      ], entries: entries.sortedByDate(),
      naming: NamingTally(left, side: { _ in "left" }).adding(right, side: { _ in "right" })
        .rows(sides: names), lag: [],
      coverage: Coverage.sides(
        left.articles.map { ("left", $0) } + right.articles.map { ("right", $0) }),
      window: options.window)
    lag = builder.lag(of: self.entries)
  }

  /// What stands for articles without a source.
  static let unnamed = "(no source)"
}

/// Makes entries and lags for one list of sides.
private struct EntryBuilder {
  let articles: [String: ArticleRecord]
  /// Sorted days on which each side published.
  let publishing: [String: [Int]]
  /// The places of the sides in their order.
  let ranks: [String: Int]
  let options: TimelineDiff.Options
  let names: ActorNames
  /// The sides by their folded names, and by those of the outlets that stand behind them.
  let folded: [String: String]

  init(
    sides: [String], articles: [String: ArticleRecord], publishing: [String: [Int]],
    options: TimelineDiff.Options, names: ActorNames, outlets: [(name: String, side: String)]
  ) {
    self.articles = articles
    self.publishing = Dictionary(sides.map { ($0, publishing[$0] ?? []) }) { first, _ in first }
    ranks = Dictionary(zip(sides, sides.indices)) { first, _ in first }
    self.options = options
    self.names = names
    folded = Dictionary(
      sides.map { (FoldedName($0).text, $0) } + outlets.map { (FoldedName($0.name).text, $0.side) }
    ) { first, _ in first }
  }

  /// Reports that agree less may well tell two happenings: that one expects what the other tells as done,
  /// or that they name other actors, is then no news of either.
  private static let leastToOppose = 0.4
  private static let opposed: Set<TimelineDiff.Difference.Aspect> = [.status, .actor, .naming]

  func entry(
    id: String, label: String, of kind: TimelineDiff.Difference.EventKind, date: EDTFValue?,
    accounts: [String: Account],
    likeness: (score: Double, reasons: [String])?
  ) -> TimelineDiff.Entry {
    var reported: [String: TimelineDiff.Report] = [:]
    var quoted: [String: TimelineDiff.Absence] = [:]
    let told = accounts.map { (side: $0.key, account: $0.value) }
      .sorted { ranks[$0.side] ?? .max < ranks[$1.side] ?? .max }
    for (side, account) in told {
      if quotesOnly(account, side: side) { quoted[side] = .quoted }
      reported[side] = account.report(articles: articles)
    }
    let voices = told.filter { $0.account.copyOf == nil }
    let agreement = likeness ?? MentionAgreement(voices.map(\.account), type: kind.type).found
    let differences = TimelineDiff.Difference.found(
      among: told, of: kind, base: options.base, names: names)
    return TimelineDiff.Entry(
      id: id, kind: voices.count > 1 ? .shared : .only, label: label, type: kind.type,
      date: date, reported: reported,
      differences: agreement.score < EntryBuilder.leastToOppose
        ? differences.filter { !EntryBuilder.opposed.contains($0.aspect) } : differences,
      absent: TimelineDiff.Absences(stated: quoted, silence: silence(date: date, accounts)),
      score: agreement.score, reasons: agreement.reasons)
  }

  /// Whether a side tells it through other sides alone.
  private func quotesOnly(_ account: Account, side: String) -> Bool {
    account.mentions.allSatisfy { mention in
      mention.attribution.flatMap { folded[FoldedName($0).text] }.map { $0 != side } ?? false
    }
  }

  private func silence(date: EDTFValue?, _ accounts: [String: Account]) -> TimelineDiff.Silence {
    let told = accounts.values.compactMap(\.firstDay).min()
    return TimelineDiff.Silence(
      publishing: publishing, tellers: Set(accounts.keys), told: told,
      // A plan is known before its day: the first report tells when it could be known.
      known: [date?.earliest?.dayNumber, told].compactMap(\.self).min(), window: options.window)
  }

  /// How many days after the first report each side tells an entry.
  func lag(of entries: [TimelineDiff.Entry]) -> [TimelineDiff.Lag] {
    entries.compactMap { entry in
      var first: (side: String, day: Int, published: String, article: String)?
      var days: [String: Int] = [:]
      for side in entry.reported.keys.sorted(by: { ranks[$0] ?? .max < ranks[$1] ?? .max }) {
        guard let published = entry.reported[side]?.published,
          let day = PublicationDate(published, from: .record)?.day?.dayNumber
        else { continue }
        days[side] = day
        // Of one day the one whose article has the lesser id, whichever side stands first.
        let article = entry.reported[side]!.quotes.map(\.article).min() ?? ""
        if (day, article) < (first?.day ?? Int.max, first?.article ?? "") {
          first = (side, day, published, article)
        }
      }
      guard let first, days.count > 1 else { return nil }
      return TimelineDiff.Lag(
        entry: entry.id, firstSource: first.side, firstPublished: first.published,
        days: days.mapValues { $0 - first.day })
    }
  }
}

extension [TimelineDiff.Entry] {
  /// Oldest first, undated last; ties by id.
  fileprivate func sortedByDate() -> [TimelineDiff.Entry] {
    sorted {
      let (a, b) = ($0.date.orderDay, $1.date.orderDay)
      return a != b ? a < b : $0.id < $1.id
    }
  }
}

extension ArticleRecord {
  /// The article that it copies, or that this one's original copies in turn; nil for an original.
  fileprivate func origin(in articles: [String: ArticleRecord]) -> String? {
    guard let first = duplicateOf else { return nil }
    return articles[first]?.duplicateOf ?? first
  }
}

extension EventGraph {
  fileprivate var articlesByID: [String: ArticleRecord] {
    Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension TimelineDiff.Coverage {
  /// What stands behind each side.
  fileprivate static func sides(_ articles: [(side: String, article: ArticleRecord)])
    -> [String: TimelineDiff.Coverage]
  {
    var days: [String: [Int]] = [:]
    var names: [String: Set<String>] = [:]
    var sides: [String: TimelineDiff.Coverage] = [:]
    for (side, article) in articles {
      sides[
        side, default: TimelineDiff.Coverage(sources: [], articles: 0, copies: 0, days: [])
      ].articles += 1
      if article.duplicateOf != nil { sides[side]!.copies += 1 }
      if let source = article.source { names[side, default: []].insert(source) }
      if let day = article.day { days[side, default: []].append(day) }
    }
    for side in Array(sides.keys) {
      sides[side]!.sources = (names[side] ?? []).sorted()
      sides[side]!.days = (days[side] ?? []).sorted().map { CalendarDate(dayNumber: $0) }
    }
    return sides
  }
}
