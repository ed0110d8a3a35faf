package import DatelineModel

/// A region with all that the model sees of it: what the trainer learns from.
package struct EntityLattice: Sendable {
  package var region: NameRegion
  /// Bytes of the region's tokens.
  package var spans: [TextSpan]
  /// Features of each token of the region, then of each candidate.
  package var tokens: [[UInt64]]
  package var candidates: [[UInt64]]
}

extension LanguagePack {
  /// The lattices of a text, in order.
  package func entityLattices(
    of text: String, clusters: ClusterTables, groups: UInt64 = .max
  ) -> [EntityLattice] {
    let segmented = SegmentedText(text, using: abbreviations)
    var memo = NameMemo(segmented)
    let passage = NamePassage(segmented, tables: actors, memo: &memo)
    let rules = NameRules(passage: passage, memo: memo)
    let found = rules.runs()
    var memory = NameMemory()
    memory.learn(found, in: passage)
    var features = EntityFeatures(
      passage: passage, memo: memo, runs: memory.revised(found, in: passage), clusters: clusters)
    features.groups = groups
    var lattices: [EntityLattice] = []
    for sentence in segmented.sentences {
      features.isHeadline = rules.lettering(sentence.tokens) != .plain
      for region in passage.regions(of: sentence.tokens) {
        features.enter(region)
        lattices.append(
          EntityLattice(
            region: region,
            spans: region.tokens.map { segmented.span(of: $0..<($0 + 1)) },
            tokens: region.tokens.map { index in
              var out = FeatureList()
              features.appendToken(index, in: region, to: &out)
              return Array(out.features)
            },
            candidates: region.candidates.map { range in
              var out = FeatureList()
              features.appendCandidate(range, in: region, to: &out)
              return Array(out.features)
            }))
      }
    }
    return lattices
  }
}

extension LanguagePack {
  /// The names that weights find in a text by itself, for scoring them.
  package func entities(
    in text: String, weights: EntityWeights, groups: UInt64 = .max
  ) -> [(span: TextSpan, label: EntityLabel)] {
    let segmented = SegmentedText(text, using: abbreviations)
    var memo = NameMemo(segmented)
    let passage = NamePassage(segmented, tables: actors, memo: &memo)
    let found = NameRules(passage: passage, memo: memo).runs()
    var memory = NameMemory()
    memory.learn(found, in: passage)
    var tagger = EntityTagger(
      passage: passage, memo: memo, weights: weights, rules: memory.revised(found, in: passage))
    tagger.groups = groups
    let tagged = tagger.runs()
    memory = NameMemory()
    memory.learn(tagged, in: passage)
    return memory.revised(tagged, in: passage).map { run in
      let label: EntityLabel
      switch run.kind {
      case .person: label = .person
      case .organization: label = .organization
      case .location: label = .location
      }
      return (segmented.span(of: run.tokens), label)
    }
  }
}
