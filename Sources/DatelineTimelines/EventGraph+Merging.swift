public import DatelineModel
import EDTF

extension EventGraph {
  /// Joins the reports of one happening into one event, whatever the order of the articles.
  ///
  /// Near-copies are found first and count as one voice; then the articles that tell one story;
  /// then, within a story or a day, the mentions that tell one happening. One more article changes
  /// only events that share a story with it.
  ///
  /// ```swift
  /// EventGraph(merging: articles.map { annotate($0) }).events.first?.mentions.count
  /// ```
  ///
  /// An actor file overrules what Dateline takes for one actor, and what it is. The graph is the
  /// same for any number of jobs, which work at once.
  public init(merging articles: [AnnotatedArticle], actors file: ActorFile? = nil, jobs: Int = 1) {
    self.init(merging: articles, actors: file, models: .shipped, jobs: jobs)
  }

  /// The same by other models than the shipped ones, as what learns them needs, or with the deeds and
  /// tolls of one incident as the happenings that they are, as corpora mark them.
  package init(
    merging articles: [AnnotatedArticle], actors file: ActorFile? = nil, models: MergingModels,
    evidence: MergingEvidence? = nil, joinsIncidents: Bool = true, jobs: Int = 1
  ) {
    self.init()
    var rules = file.map { ActorRules($0) }
    let articles = articles.sorted { $0.article.id < $1.article.id }
      .map { rules?.applied(to: $0) ?? $0 }
    let copies = NearCopies(articles, jobs: jobs)
    let joined = JoinedActors(articles, rules: rules)
    let published = articles.map { $0.article.published?.day?.dayNumber }
    let voices = MentionVoices(articles, copies: copies)
    let vectors = articles.indices.mapped(jobs: jobs) {
      voices.isEcho[$0] ? ArticleVector([]) : ArticleVector(of: articles[$0])
    }
    // What repeats an article wholly tells its story and nothing else.
    let own = articles.indices.filter { !voices.isEcho[$0] }
    let stories = StoryNeighbours(
      own.indices.mapped(jobs: jobs) { StoryText(articles[own[$0]], body: vectors[own[$0]]) },
      published: own.map { published[$0] }, model: models.stories, keepsValues: evidence != nil,
      jobs: jobs)

    let isPlace = joined.actors.map { $0.kind == .place }
    let firsts = voices.members.map { voices.mentions[$0[0]] }
    // The first tellings of each article, which stand together.
    let starts = firsts.reduce(into: [Int](repeating: 0, count: articles.count)) {
      $0[$1.article] += 1
    }.reduce(into: [0]) { $0.append($0.last! + $1) }
    let told = own.indices.mapped(jobs: jobs) { place in
      let article = articles[own[place]]
      let weights = TermWeights(article.terms)
      var lemmas: [String: Int] = [:]
      for event in article.events { lemmas[event.lemma, default: 0] += 1 }
      // The mentions of one sentence stand together: its words are read once.
      var read: (sentence: SentenceWords, inTitle: Bool)?
      return firsts[starts[own[place]]..<starts[own[place] + 1]].map { first in
        let event = article.events[first.event]
        let isRead =
          read?.sentence.span == article.span(ofSentenceOf: event) && read?.inTitle == event.inTitle
        let sentence =
          (isRead ? read?.sentence : nil)
          ?? SentenceWords(
            ofSentenceOf: event, in: article, weights: weights, rarities: stories.rarities[place])
        read = (sentence, event.inTitle)
        return MentionProfile(
          event, of: article, index: place, weights: weights, actors: joined.places[own[place]],
          isPlace: isPlace, isOnlyOne: lemmas[event.lemma] == 1, in: sentence)
      }
    }.flatMap(\.self)
    let profiles = TriggerSpread.noted(in: told, stories: stories.stories)
    let analysed = own.map { articles[$0] }
    let countries = Set(
      joined.actors.lazy.filter { $0.kind == .government }.map { FoldedName($0.name).text })
    let leading = Set(profiles.lazy.filter(\.mayLead).map(\.article)).sorted()
    let places = PlaceNesting(
      Set(leading.lazy.flatMap { analysed[$0].events.lazy.compactMap(\.place) }),
      countries: countries, in: leading.map { analysed[$0] }, jobs: jobs)
    let pairing = MentionPairing(
      profiles, told: own.map { voices.told[$0] }, isRepeated: voices.members.map { $0.count > 1 },
      stories: stories, places: places, articles: analysed, models: models, jobs: jobs)
    evidence?.note(
      analysed, stories, pairing, zip(profiles, firsts).map { ($0.article, $1.event) })
    // What leads is joined first, so that tolls find one deed, and again with the tolls that they bring.
    func incidents(_ groups: [[Int]]) -> Incidents {
      Incidents(
        profiles, groups: groups, stories: stories.pairs, places: places, articles: analysed)
    }
    let coreferent = pairing.groups()
    let led = incidents(coreferent).joined()
    let deeds = Companions(profiles, groups: led).joined(to: incidents(led).leads())
    let outcomes = incidents(
      Outcomes(profiles, groups: deeds, storyDeeds: incidents(deeds).ledByStory()).joined()
    ).joined()
    let happenings = Arrests(profiles, groups: outcomes).joined(over: incidents(outcomes).leads())
    let groups = (joinsIncidents ? happenings : coreferent).map { group in
      group.count == 1
        ? voices.members[group[0]] : group.flatMap { voices.members[$0] }.sorted()
    }

    let offsets = articles.indices.mapped(jobs: jobs) { PassageOffsets(articles[$0]) }
    let copied = Set(
      articles.indices.filter { copies.originals[$0] != nil }.map { articles[$0].article.id })
    let days = Dictionary(
      zip(articles.map(\.article.id), published).compactMap { id, day in day.map { (id, $0) } },
      uniquingKeysWith: { first, _ in first })
    events = groups.indices.mapped(jobs: jobs) { number in
      let group = groups[number]
      return Event(
        joining: group.map { member in
          let origin = voices.mentions[member]
          let (article, event) = (
            articles[origin.article], articles[origin.article].events[origin.event]
          )
          return (
            event,
            Mention(
              event, of: article, offsets[origin.article], actors: joined.actors,
              places: joined.places[origin.article])
          )
        }, twin: voices.mentions[group[0]].twin, copies: copied, published: days)
    }
    actors = joined.actors
    self.articles = zip(articles, copies.originals).map { article, original in
      ArticleRecord(article, duplicateOf: original.map { articles[$0].article.id })
    }
    sources = Source.named(by: articles)
    self.days = DayTally(articles, vectors: vectors, copies: copies, offsets: offsets).records()
    rank(copies: copied)
    sortEvents()
    relations = Relation.found(in: events)
  }

  /// Oldest first, undated last; ties by id.
  mutating func sortEvents() {
    events.sort {
      let (a, b) = ($0.date.orderDay, $1.date.orderDay)
      return a != b ? a < b : $0.id < $1.id
    }
  }
}

extension Event {
  /// One event of all its mentions, which come sorted by article id, title first, then start.
  ///
  /// `twin` numbers the mentions of one article that share a trigger, from 0.
  init(
    joining group: [(EventMention, Mention)], twin: Int, copies: Set<String>,
    published: [String: Int]
  ) {
    let least = group[0].1
    var hash = StableHash(least.article)
    hash.combine(least.inTitle ? "title" : "text")
    hash.combine(String(least.start))
    // Two happenings may be told by one span: the trigger tells them apart.
    hash.combine(String(group[0].0.trigger.start))
    // One trigger may tell of two days, as a speaker does who strays.
    if twin > 0 { hash.combine(String(twin)) }
    let mentions = group.map(\.1)
    let type = Event.mostCommon(group.map(\.0.type.rawValue)).flatMap(EventType.init) ?? .other
    let named = Event.mostCommon(
      group.compactMap { $0.0.series }.map { "\($0.ordinal) \($0.name)" })
    let series = group.lazy.compactMap(\.0.series).first { "\($0.ordinal) \($0.name)" == named }
    self.init(
      id: "e" + hash.hex, label: EventLabel(of: mentions).text, type: type,
      topic: Event.mostCommon(group.filter { $0.0.type == type }.compactMap(\.0.topic)),
      status: .asserted,
      series: series.map { Series(id: $0.name.slug, name: $0.name, ordinal: $0.ordinal) },
      mentions: mentions)
    derive(from: mentions, copies: copies, published: published)
  }
}

extension Mention {
  /// A local mention with the graph's actors and offsets in scalars.
  init(
    _ mention: EventMention, of article: AnnotatedArticle, _ offsets: PassageOffsets,
    actors: [Actor], places: [String: Int]
  ) {
    let sentence = article.span(ofSentenceOf: mention)
    let span = article.span(ofWordsOf: mention)
    self.init(
      article: article.article.id, source: article.article.source,
      sentence: String(article.quote(sentence, inTitle: mention.inTitle)),
      quote: String(article.quote(span, inTitle: mention.inTitle)),
      start: offsets.scalar(span.start, inTitle: mention.inTitle),
      end: offsets.scalar(span.end, inTitle: mention.inTitle), inTitle: mention.inTitle,
      date: mention.date, dateBasis: mention.dateBasis, rule: mention.rule, anchor: mention.anchor,
      status: mention.status, isBackground: mention.isBackground, place: mention.place,
      participants: mention.participants.compactMap { one in
        guard let place = places[one.actor] else { return nil }
        return Participant(
          actor: actors[place].id, name: actors[place].name, printed: one.printed, role: one.role,
          status: one.status)
      }, figures: mention.figures, attribution: mention.attribution,
      lemma: mention.lemma.isEmpty ? nil : mention.lemma,
      trigger: mention.trigger.isEmpty
        ? nil : String(article.quote(mention.trigger, inTitle: mention.inTitle)),
      isNamed: mention.isNamed)
  }
}

extension AnnotatedArticle {
  /// The span of a mention from the beginning of its first word: "Tuesday's attack, which left 11 dead", of
  /// which the clause has no more than "'s attack".
  fileprivate func span(ofWordsOf mention: EventMention) -> TextSpan {
    let span = mention.span
    let quote = quote(span, inTitle: mention.inTitle)
    guard quote.first == "'" || quote.first == "’" else { return span }
    let text = quote.base
    var start = quote.startIndex
    while start > text.unicodeScalars.startIndex {
      let before = text.unicodeScalars.index(before: start)
      guard text.unicodeScalars[before].properties.isAlphabetic else { break }
      start = before
    }
    return TextSpan(
      span.start - text.utf8.distance(from: start, to: quote.startIndex), span.end)
  }
}

extension ArticleRecord {
  init(_ article: AnnotatedArticle, duplicateOf original: String?) {
    self.init(
      id: article.article.id, source: article.article.source,
      published: article.article.published?.text, title: article.article.title,
      url: article.article.url, language: article.article.language,
      duplicateOf: original ?? article.article.duplicateOf, notAnalysed: article.notAnalysed)
  }
}

extension Source {
  /// The outlets of the articles, sorted by id.
  static func named(by articles: [AnnotatedArticle]) -> [Source] {
    var ids: Set<String> = []
    return Set(articles.compactMap(\.article.source)).sorted().map { name in
      var id = name.slug
      var number = 2
      while !ids.insert(id).inserted {
        id = name.slug + "-\(number)"
        number += 1
      }
      return Source(id: id, name: name)
    }.sorted { $0.id < $1.id }
  }
}

extension Term {
  /// The words of an article that brings no terms, each weighed by its length.
  static func counted(in article: Article) -> [Term] {
    var counts: [UInt32: (count: UInt16, weight: UInt16)] = [:]
    for text in [article.title ?? "", article.text] {
      text.forEachWord { word in
        guard word.count > 3, word.count <= 40 else { return }
        let weight = UInt16(min(6, word.count - 1)) * 256
        let old = counts[Term.hash(ofWord: word)]?.count ?? 0
        counts[Term.hash(ofWord: word)] = (old == .max ? old : old + 1, weight)
      }
    }
    return counts.map { Term(hash: $0.key, count: $0.value.count, weight: $0.value.weight) }
      .sorted { $0.hash < $1.hash }
  }
}

/// Scalar offsets of an article's title and text.
struct PassageOffsets {
  private let title: ScalarOffsets
  private let text: ScalarOffsets

  init(_ article: AnnotatedArticle) {
    title = ScalarOffsets(article.article.title ?? "")
    text = ScalarOffsets(article.article.text)
  }

  func scalar(_ byte: Int, inTitle: Bool) -> Int {
    (inTitle ? title : text).scalar(atByte: byte)
  }
}
