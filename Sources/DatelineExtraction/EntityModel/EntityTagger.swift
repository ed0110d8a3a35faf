import DatelineModel

/// Finds names with the learned weights, the rules' decisions among what they look at.
struct EntityTagger {
  let passage: NamePassage
  let memo: NameMemo
  let weights: EntityWeights
  /// What the rules found in the passage.
  let rules: [NameRun]
  /// Feature groups in use; all but in experiments.
  var groups: UInt64 = .max

  func runs() -> [NameRun] {
    let lettering = NameRules(passage: passage, memo: memo)
    var features = EntityFeatures(
      passage: passage, memo: memo, runs: rules, clusters: weights.clusters)
    features.groups = groups
    var buffer = FeatureList()
    var tokens: [EntityDecoder.Scores] = []
    var candidates: [EntityDecoder.Scores] = []
    var runs: [NameRun] = []
    for sentence in passage.text.sentences {
      let regions = passage.regions(of: sentence.tokens)
      guard !regions.isEmpty else { continue }
      features.isHeadline = lettering.lettering(sentence.tokens) != .plain
      for region in regions {
        tokens.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        features.enter(region)
        for index in region.tokens {
          buffer.removeAll()
          features.appendToken(index, in: region, to: &buffer)
          tokens.append(EntityDecoder.Scores(truncatingIfNeeded: weights.score(buffer.features)))
        }
        for candidate in region.candidates {
          buffer.removeAll()
          features.appendCandidate(candidate, in: region, to: &buffer)
          candidates.append(
            EntityDecoder.Scores(truncatingIfNeeded: weights.score(buffer.features)) &+ weights.bias
          )
        }
        let best = EntityDecoder.best(
          region, tokens: tokens, candidates: candidates, transitions: weights.transitions)
        var read = region.tokens.lowerBound
        for segment in best {
          if !features.isHeadline { runs += leftOut(of: read..<segment.tokens.lowerBound) }
          read = segment.tokens.upperBound
          if var run = run(segment).map(withoutTitle).map(withoutDeed) {
            run.strength = strength(of: segment, in: region, tokens, candidates)
            if let country = countryAhead(of: run) {
              runs.append(country)
              run.tokens = country.tokens.upperBound..<run.tokens.upperBound
              run.known = -1
            } else if let country = countryLeftOut(before: run, in: region),
              runs.last.map({ $0.tokens.upperBound <= country.tokens.lowerBound }) ?? true
            {
              runs.append(country)
            }
            runs.append(run)
          }
        }
        if !features.isHeadline { runs += leftOut(of: read..<region.tokens.upperBound) }
      }
    }
    return runs
  }

  /// By how much the label beats the next best of the same stretch: about 1 where it is a guess.
  private func strength(
    of segment: EntityDecoder.Segment, in region: NameRegion, _ tokens: [EntityDecoder.Scores],
    _ candidates: [EntityDecoder.Scores]
  ) -> Float {
    let start = region.tokens.lowerBound
    let index = region.candidates.firstIndex(of: segment.tokens)!
    func score(_ label: Int) -> Int32 {
      let lane = (label - 1) * 4
      var sum = candidates[index][lane + 3]
      for token in segment.tokens {
        let position =
          segment.tokens.count == 1
          ? 3
          : (token == segment.tokens.lowerBound
            ? 0 : (token == segment.tokens.upperBound - 1 ? 2 : 1))
        sum += tokens[token - start][lane + position]
      }
      return sum
    }
    let own = score(segment.label.rawValue)
    var next: Int32 = 0
    for label in 1...4 where label != segment.label.rawValue { next = max(next, score(label)) }
    return max(0.5, min(6, 1 + Float(own - next) / 250))
  }

  /// "President Trump", "Maj. Gen. Igor Konashenkov": a title is a role and no part of the name,
  /// but where its word is a name as well ("King", "Duke Ellington").
  private func withoutTitle(_ run: NameRun) -> NameRun {
    guard run.kind == .person, run.known < 0 else { return run }
    let tokens = passage.text.tokens
    let end = run.tokens.upperBound
    var first = run.tokens.lowerBound
    while passage.senses[first].isDisjoint(with: .anyPerson) {
      var next = first + 1
      if let title = passage.tables.titles.match(tokens, at: first, before: end) {
        next = title.end
      } else if !passage.classes[first].contains(.courtesy) {
        break
      }
      if next < end, tokens[next].hash == NamePassage.point { next += 1 }
      guard next < end, passage.isCapitalised[next] else { break }
      first = next
    }
    var run = run
    run.tokens = first..<end
    return run
  }

  /// "killed in Aleppo Bombing as": the headline's noun, which the text writes small, is no part of the town.
  private func withoutDeed(_ run: NameRun) -> NameRun {
    guard run.kind == .location, run.known < 0, run.tokens.count == 2 else { return run }
    let last = run.tokens.upperBound - 1
    guard memo.isLower(passage.text.tokens[last].hash),
      passage.classes[last].isDisjoint(with: .locationHead),
      !passage.senses[run.tokens.lowerBound].isDisjoint(with: .anyPlace),
      passage.matches[run.tokens.lowerBound]?.end != run.tokens.upperBound
    else { return run }
    var run = run
    run.tokens = run.tokens.lowerBound..<last
    return run
  }

  /// "envoy for Syria Alexander Lavrentiev": a country before a given name is no part of a person.
  private func countryAhead(of run: NameRun) -> NameRun? {
    let first = run.tokens.lowerBound
    guard run.kind == .person, run.tokens.count >= 3, run.known < 0,
      passage.senses[first].contains(.country), !passage.senses[first].contains(.givenName),
      passage.senses[first + 1].contains(.givenName)
    else { return nil }
    return country(at: first)
  }

  /// The same country where it was taken for no name at all.
  private func countryLeftOut(before run: NameRun, in region: NameRegion) -> NameRun? {
    let place = run.tokens.lowerBound - 1
    guard run.kind == .person, run.tokens.count >= 2, region.tokens.contains(place),
      passage.senses[place].contains(.country), !passage.senses[place].contains(.givenName)
    else { return nil }
    return country(at: place)
  }

  /// Names among what was taken for no name: a month that is somebody's, "Japan accused Avaria", a country
  /// that is a word as well ("japan"), and "jets struck Babeska, a village", which the text says to be a place.
  private func leftOut(of tokens: Range<Int>) -> [NameRun] {
    tokens.compactMap { index in
      if passage.classes[index] == .surname {
        return NameRun(
          tokens: index..<(index + 1), kind: .person, strength: 2, rule: "month's namesake")
      }
      if isCalledPlace(index) {
        return NameRun(
          tokens: index..<(index + 1), kind: .location, strength: 2, rule: "called a place")
      }
      let isCountry =
        passage.senses[index].contains(.country)
        && passage.senses[index].isDisjoint(with: Gazetteer.Senses.anyPerson.union(.demonym))
        && (passage.matches[index]?.end ?? index + 1) == index + 1
        && passage.isCapitalised[index] && passage.classes[index].isEmpty
        && !passage.text.tokens[index].shape.contains(.allCapitals)
        && !memo.isLower(passage.text.tokens[index].hash)
      return isCountry ? country(at: index) : nil
    }
  }

  /// "Babeska, a village", "Babeska a rebel-held town": one capitalised word that no table knows, inside a sentence.
  private func isCalledPlace(_ index: Int) -> Bool {
    let tokens = passage.text.tokens
    guard index > 0, passage.isCapitalised[index], passage.classes[index].isEmpty,
      tokens[index - 1].kind == .word, !passage.isCapitalised[index - 1],
      passage.senses[index].isDisjoint(with: Gazetteer.Senses.anyPerson.union(.demonym)),
      !memo.isLower(tokens[index].hash)
    else { return false }
    var next = index + 1
    if next < tokens.count, tokens[next].hash == NameRules.comma { next += 1 }
    guard next < tokens.count, tokens[next].hash == NameRules.indefinite else { return false }
    return tokens[next...].dropFirst().prefix(4).prefix {
      $0.kind != .punctuation || $0.hash == PhraseTable.hyphen
    }
    .contains { passage.tables.words[$0.hash].contains(.site) }
  }

  private func country(at token: Int) -> NameRun {
    NameRun(
      tokens: token..<(token + 1), kind: .location, strength: 4, rule: "country before a person")
  }

  private func run(_ segment: EntityDecoder.Segment) -> NameRun? {
    let kind: EntityMention.Kind
    switch segment.label {
    case .person: kind = .person
    // "Mrs May".
    case .organization
    where segment.tokens.count == 2
      && passage.classes[segment.tokens.lowerBound].contains(.courtesy)
      && passage.classes[segment.tokens.lowerBound + 1] == .surname:
      kind = .person
    case .organization: kind = .organization
    case .location: kind = .location
    case .other, .outside: return nil
    }
    var run = NameRun(tokens: segment.tokens, kind: kind, strength: 2, rule: "model")
    if let match = passage.matches[segment.tokens.lowerBound], match.known >= 0,
      match.end == segment.tokens.upperBound
    {
      run.known = match.known
      // A town that speaks or plays host is a place all the same.
      if passage.tables.known[match.known].kind == .place, kind == .organization {
        run.kind = .location
      }
    }
    return run
  }
}
