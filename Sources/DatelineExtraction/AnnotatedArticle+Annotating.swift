public import DatelineModel

extension AnnotatedArticle {
  /// Everything that `pack` finds in an article: sentences, then times, actors and events, each
  /// from the ones before.
  /// `genre` says what relative times are counted from, `entities` how names are found.
  public init(
    _ article: Article, using pack: LanguagePack, layers: Layers = .all, genre: Genre = .auto,
    entities method: EntityMethod = .model
  ) {
    pack.readAhead(for: layers)
    var title = article.title.map {
      SegmentedText($0, isTitle: true, using: pack.abbreviations)
    }
    var text = SegmentedText(article.text, using: pack.abbreviations)
    if pack.findsEvents, !text.holdsApostrophe {
      title = title?.withPossessives(pack.actors.isOwner)
      text = text.withPossessives(pack.actors.isOwner)
    }
    self.init(article: article)
    sentences.reserveCapacity((title?.sentences.count ?? 0) + text.sentences.count)
    for passage in [title, text].compactMap(\.self) {
      sentences += passage.sentences.lazy.map {
        Sentence(span: $0.span, inTitle: passage.isTitle, paragraph: $0.paragraph)
      }
    }
    if !layers.isDisjoint(with: [.time, .events]) {
      timexes = TimeTagger(rules: pack.time, genre: genre)
        .timexes(title: title, text: text, of: article)
    }
    guard !layers.isDisjoint(with: [.entities, .events]) else { return }
    guard pack.findsEvents else {
      notAnalysed = "for times only: the language pack “\(pack.code)” knows no actors and events"
      return
    }
    let found = ActorFinder(tables: pack.actors, weights: method == .model ? pack.weights : nil)
      .actors(title: title, text: text, of: article)
    entities = found.mentions
    described = found.nominals.map {
      DescribedMention(
        span: $0.span, inTitle: $0.inTitle, actor: $0.actor, isIrregular: $0.isIrregular)
    }
    actors = found.actors
    guard layers.contains(.events) else { return }
    events = EventFinder(lexicon: pack.lexicon).events(
      title: title, text: text, timexes: timexes, actors: found, of: article)
    // A state that takes part in something acts.
    let acting = Set(events.flatMap { $0.participants.map(\.actor) }).intersection(found.states)
    for index in actors.indices where acting.contains(actors[index].id) {
      actors[index].kind = .government
    }
    terms = Term.counted(in: [title, text].compactMap(\.self), using: pack.lexicon)
  }
}
