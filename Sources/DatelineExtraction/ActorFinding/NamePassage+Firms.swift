import DatelineModel

/// Tells firms from people: both speak, own and sue, and a name alone says neither.
extension NamePassage {
  /// Words that may stand between an article and the kind of firm: "the US energy trading company".
  private static let reach = 5

  /// Whether a capitalised word is told to name a firm: by what it has ("Arden shares", "Arden's profits"),
  /// by what it is called ("the carmaker Arden", "Arden, a maker of bricks, …"), or by "Arden said it had".
  func isCalledFirm(_ index: Int, in sentence: Range<Int>) -> Bool {
    let tokens = text.tokens
    var next = index + 1
    guard next < sentence.upperBound else { return false }
    if classes[next].contains(.say) {
      return next + 2 < sentence.upperBound && tokens[next + 1].hash == NameRules.it
        && NameRules.ofOwnPlans.contains(tokens[next + 2].hash)
    }
    if tokens[next].hash == NameRules.comma { return isArticleOfFirm(next + 1, in: sentence) }
    if tokens[next].hash == NameRules.possessive { next += 1 }
    if next < sentence.upperBound, isFirm(next) { return true }
    // "the carmaker Arden has", and not "the firm Arden founded".
    return index > sentence.lowerBound && isFirm(index - 1)
      && (next > index + 1 || tokens[next].kind == .punctuation
        || !classes[next].isDisjoint(with: [.closed, .preposition, .say, .act]))
  }

  private func isFirm(_ index: Int) -> Bool {
    classes[index].contains(.firm) && !isCapitalised[index]
  }

  /// "a US maker of bricks": an article with a kind of firm behind it, at which its phrase ends.
  private func isArticleOfFirm(_ start: Int, in sentence: Range<Int>) -> Bool {
    let tokens = text.tokens
    guard start < sentence.upperBound, NameRules.articles.contains(tokens[start].hash) else {
      return false
    }
    for index in (start + 1)..<min(sentence.upperBound, start + 2 + NamePassage.reach) {
      guard tokens[index].kind == .word || tokens[index].hash == PhraseTable.hyphen else {
        return false
      }
      guard isFirm(index) else {
        // "the governor of the bank"; "US" is no pronoun.
        if !isCapitalised[index], !classes[index].isDisjoint(with: [.closed, .preposition]) {
          return false
        }
        continue
      }
      return index + 1 == sentence.upperBound || tokens[index + 1].kind == .punctuation
        || !classes[index + 1].isDisjoint(with: [.closed, .preposition])
    }
    return false
  }
}

extension [NameRun] {
  /// The runs with those as bodies that were taken for people, though the article calls them firms and
  /// nowhere gives them a title or a given name.
  func withFirms(in passage: NamePassage, _ memo: NameMemo) -> [NameRun] {
    map { run in
      guard run.kind == .person, run.known < 0,
        !run.tokens.contains(where: { passage.senses[$0].contains(.givenName) })
      else { return run }
      let company = memo.company(of: passage.text.tokens[run.tokens.upperBound - 1])
      guard company.contains(.isFirm),
        company.isDisjoint(with: [.behindGivenName, .behindTitle, .behindTitledName])
      else { return run }
      var run = run
      run.kind = .organization
      run.rule = "called a firm"
      return run
    }
  }
}
