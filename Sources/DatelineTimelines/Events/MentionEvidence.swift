/// What the words of two mentions tell of whether they are one happening, as `mentions.tsv` and
/// `trees.tsv` have learned it.
///
/// Dates, places and actors are no part of it: ``MentionLikeness`` weighs them.
struct MentionEvidence {
  /// What is asked of two mentions; products of two of them let the linear model tell a shared
  /// word in one story from a shared word anywhere.
  static let features = [
    "sameLemma", "kin", "cousin", "lemmaWeight", "sentence", "contrast", "window", "names",
    "otherNames", "numbers", "otherNumbers", "trigger", "story", "sameArticle", "sameSentence",
    "leads", "onlyOnes", "sides", "crossed", "nearestName", "leastShare", "mostShare",
    "besideInArticles", "besideInSentences", "odds", "support", "storyLemma", "storySentence",
    "storyKin", "storyOther", "lemmaContrast", "storyContrast", "articleLemma", "storyOdds",
    "storyLeads",
  ]
  /// What the trees are asked beside them: how well the rest of both sentences agrees, and the
  /// likest rivals in each other's article.
  static let neighbourhood = ["rest", "rival", "isLikest", "lesserRival"]

  /// `story` is how likely both articles tell one story, 1 within one article.
  static func values(
    _ a: borrowing MentionProfile, _ b: borrowing MentionProfile, story: Float,
    kinship: TriggerKinship
  ) -> [Float] {
    let nearness = kinship.nearness(a.lemma, b.lemma)
    let learned = kinship.learned(a.lemma, b.lemma)
    let (same, kin, cousin): (Float, Float, Float) =
      switch nearness {
      case .same: (1, 0, 0)
      case .kin: (0, 1, 0)
      case .cousin: (0, 0, 1)
      case .other: (0, 0, 0)
      }
    func comparison(_ x: [UInt32], _ y: [UInt32]) -> (overlap: Float, conflict: Float) {
      let shared = x.shared(with: y)
      return (
        Float(shared) / Float(max(1, min(x.count, y.count))),
        !x.isEmpty && !y.isEmpty && shared == 0 ? 1 : 0
      )
    }
    let (v, w) = (a.words, b.words)
    let sentence = v.sentence.cosine(w.sentence)
    let contrast = v.contrast.cosine(w.contrast)
    let names = comparison(v.names, w.names)
    let numbers = comparison(v.numbers, w.numbers)
    let sameArticle: Float = a.article == b.article ? 1 : 0
    let beside = a.spread.meetings(with: b.spread)
    let leads: Float = a.isLead && b.isLead ? 1 : 0
    return [
      same, kin, cousin, same * min(6, (a.lemmaWeight + b.lemmaWeight) / 2) / 6, sentence,
      contrast, v.window.cosine(w.window), names.overlap, names.conflict, numbers.overlap,
      numbers.conflict,
      Float(v.trigger.shared(with: w.trigger)) / Float(max(1, v.trigger.count, w.trigger.count)),
      story, sameArticle, sameArticle == 1 && a.sentence == b.sentence ? 1 : 0, leads,
      same == 1 && a.isOnlyOne && b.isOnlyOne ? 1 : 0,
      Float(min(2, v.before.shared(with: w.before) + v.after.shared(with: w.after))),
      Float(min(2, v.before.shared(with: w.after) + v.after.shared(with: w.before))),
      v.nearestName == 0 || w.nearestName == 0 ? 0 : v.nearestName == w.nearestName ? 1 : -1,
      min(a.spread.share, b.spread.share), max(a.spread.share, b.spread.share), beside.inArticles,
      beside.inSentences, learned.odds, learned.support,
      story * same, story * sentence, story * kin, story * (1 - same - kin - cousin),
      same * contrast, story * contrast, same * sameArticle, story * learned.odds,
      leads * story * (1 - same),
    ]
  }
}
