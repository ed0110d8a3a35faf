import DatelineModel

/// Finds the named entities of an article and the actors that they name.
struct ActorFinder {
  let tables: ActorTables
  /// What was learned; nil to go by the rules alone.
  var weights: EntityWeights?

  /// Mentions in the order of the text, the title's first; actors sorted by id.
  func actors(title: SegmentedText?, text: SegmentedText, of article: Article) -> FoundActors {
    var memo = NameMemo(text)
    let passages = [title, text].compactMap(\.self).map {
      NamePassage($0, tables: tables, memo: &memo)
    }
    let opening = passages.last?.opening ?? []
    let found = passages.map { passage in
      let runs = NameRules(passage: passage, memo: memo).runs()
      // The model has learned from what the rules alone say.
      return weights == nil
        ? runs.placed(in: passage, opening: opening).withFirms(in: passage, memo) : runs
    }
    var memory = NameMemory()
    for (passage, runs) in zip(passages, found) { memory.learn(runs, in: passage) }
    var named = zip(passages, found).map { memory.revised($1, in: $0) }
    if let weights {
      var tagged = zip(passages, named).map {
        EntityTagger(passage: $0, memo: memo, weights: weights, rules: $1).runs()
          .placed(in: $0, opening: opening).withFirms(in: $0, memo)
      }
      if passages.count > 1 {
        let rules = NameRules(passage: passages[0], memo: memo)
        let named = tagged[1]
        tagged[0].removeAll {
          isHeadlineAlone($0, in: passages[0], rules, beside: named, in: passages[1])
        }
      }
      memory = NameMemory()
      for (passage, runs) in zip(passages, tagged) { memory.learn(runs, in: passage) }
      named = zip(passages, tagged).map { memory.revised($1, in: $0) }
    }
    let parts = zip(passages, named).map { passage, runs in
      ActorGathering.Part(
        passage: passage,
        runs: runs.filter { !describes($0, in: passage) && !namesStorm($0, in: passage) }
          .flatMap { $0.split(in: passage, tables: tables) }.map {
            $0.completed(in: passage).bared(in: passage)
          })
    }
    var gathering = ActorGathering(tables: tables)
    return gathering.gather(parts)
  }

  /// "Deadly Airstrikes Kill": in a headline every word has a capital, and a body that no table knows is
  /// named in the text as well.
  private func isHeadlineAlone(
    _ run: NameRun, in title: NamePassage, _ rules: NameRules, beside named: [NameRun],
    in text: NamePassage
  ) -> Bool {
    guard run.kind == .organization, run.known < 0, run.tokens.count > 1,
      let sentence = title.text.sentences.first(where: { $0.tokens.contains(run.tokens.lowerBound) }
      ),
      rules.lettering(sentence.tokens) != .plain
    else { return false }
    func words(_ run: NameRun, _ passage: NamePassage) -> [UInt32] {
      run.tokens.map { passage.text.tokens[$0].hash }
    }
    let own = words(run, title)
    return !named.contains { words($0, text).starts(with: own) }
  }

  /// "Storm Alma", "Maria" in "Hurricane Maria": what happens, and nobody who acts.
  private func namesStorm(_ run: NameRun, in passage: NamePassage) -> Bool {
    let first = run.tokens.lowerBound
    let before = first > 0 && passage.isCapitalised[first - 1] ? passage.classes[first - 1] : []
    let opens = run.tokens.count == 2 && passage.classes[first].contains(.storm)
    return run.known < 0 && run.tokens.count < 3 && (before.contains(.storm) || opens)
  }

  /// "Warplanes dropped four bombs": capitalised because a sentence opens with it, and no name.
  private func describes(_ run: NameRun, in passage: NamePassage) -> Bool {
    let word = run.tokens.lowerBound
    guard run.tokens.count == 1, run.kind == .organization, run.known < 0,
      passage.classes[word].contains(.nominalHead)
    else { return false }
    return word == 0 || NamePassage.point == passage.text.tokens[word - 1].hash
  }
}

/// What actor finding gives to event finding.
struct FoundActors: Sendable {
  /// Named mentions, as the standard corpora mark them.
  var mentions: [EntityMention]
  /// "the army", "Syrian government delegation": who acts without a name of their own.
  var nominals: [NominalMention]
  /// "Russian" in "Russian air strikes": states that a word before a deed names. They count as
  /// actors only where the deed is told.
  var demonyms: [NominalMention] = []
  /// Ids of the actors that are states, whether or not they act.
  var states: Set<String> = []
  /// Every actor that a mention or nominal points at, sorted by id.
  var actors: [LocalActor]
}

/// A described actor, with the whole printed phrase as its span.
struct NominalMention: Hashable, Sendable {
  var span: TextSpan
  var inTitle: Bool
  /// A ``LocalActor/id``.
  var actor: String
  var isIrregular = false
  /// The state that the phrase names: "Avarian jets", "Avaria's army".
  var state: String?
}
