import DatelineModel

/// Finds actors that are described and not named: "the Syrian government delegation", "rebels".
///
/// A phrase is a row of modifiers, demonyms and heads that ends on a head; the article before it is
/// no part of it.
struct NominalFinder {
  struct Phrase {
    var tokens: Range<Int>
    /// The token whose word is the head.
    var head: Int
    /// Token of a demonym or country in the phrase, or of a country right before it that owns it, or -1.
    var state: Int
    /// Whether "the" stands before.
    var isDefinite: Bool
    var isLoaded: Bool
    /// Armed, and of no state: "rebels", "terrorists", whatever the side calls them.
    var isIrregular = false
  }

  let passage: NamePassage
  /// Token → index into the passage's runs, or -1.
  let covered: [Int32]
  let runs: [NameRun]

  private var tokens: [Token] { passage.text.tokens }

  func phrases() -> [Phrase] {
    var found: [Phrase] = []
    for sentence in passage.text.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard isPart(index) else {
          index += 1
          continue
        }
        let start = index
        var head = -1
        var state = -1
        var isLoaded = false
        var isIrregular = false
        var end = index
        while index < sentence.tokens.upperBound {
          if isPart(index) {
            if isHead(index, of: start), covered[index] < 0 {
              head = index
              end = index + 1
            }
            if isState(index) {
              state = index
              index = stateEnd(index)
              continue
            }
            if passage.classes[index].contains(.loaded) { isLoaded = true }
            if passage.classes[index].contains(.irregular) { isIrregular = true }
            index += 1
          } else if tokens[index].hash == PhraseTable.hyphen, index > start,
            index + 1 < sentence.tokens.upperBound, isPart(index + 1),
            !tokens[index + 1].shape.contains(.spaceBefore)
          {
            index += 1
          } else {
            break
          }
        }
        guard head >= 0 else {
          index = max(index, start + 1)
          continue
        }
        // "militant-led": no head of its own where a compound goes on, but for who holds a place.
        if end < sentence.tokens.upperBound, passage.isTied(end + 1), !isHolder(before: end) {
          index = max(index, end + 1)
          continue
        }
        if passage.classes[head].contains(.descriptive), end < sentence.tokens.upperBound,
          describes(end, behind: head)
            || tokens[head].hash == NameRules.military && tokens[end].hash == NameRules.and
        {
          // "a terrorist attack": no terrorist is told of.
          index = max(index, end)
          continue
        }
        // "a Kelt-based agency": what the hyphen ties to a name before is no part of the phrase.
        // "declared an emergency so officials could": "so" only in "so-called".
        let isJoining =
          tokens[start].hash == NameRules.so && tokens[start + 1].hash != PhraseTable.hyphen
        let first = start < head && (passage.isTied(start) || isJoining) ? start + 1 : start
        let before = start > sentence.tokens.lowerBound ? tokens[start - 1].hash : 0
        // "My husband": the writer's, and nobody in the news.
        if before != NameRules.my {
          found.append(
            Phrase(
              tokens: first..<end, head: head,
              state: state >= 0 && state < end ? state : owner(before: first),
              isDefinite: before == NameRules.the, isLoaded: isLoaded,
              isIrregular: isIrregular && !isNamed(start..<end)))
        }
        index = max(index, end)
      }
    }
    return found
  }

  /// "[Avaria]'s president".
  private func owner(before start: Int) -> Int {
    guard start > 1, tokens[start - 1].hash == NameRules.possessive, covered[start - 2] >= 0 else {
      return -1
    }
    let owner = runs[Int(covered[start - 2])].tokens.lowerBound
    return passage.senses[owner].contains(.country)
      || passage.matches[owner]?.senses.contains(.country) == true ? owner : -1
  }

  /// "rebel-held areas", "government-controlled villages": who stands before the hyphen there.
  private func isHolder(before hyphen: Int) -> Bool {
    let ground = hyphen + 2
    guard ground < tokens.count, NameRules.held.contains(tokens[hyphen + 1].hash) else {
      return false
    }
    return tokens[ground].kind == .word && !passage.isCapitalised[ground]
  }

  /// "a terrorist attack", and not "police arrested", "police later said" or "rebel positions": what the
  /// tables know is a verb, a word of a closed class, or what an armed side holds.
  private func describes(_ next: Int, behind head: Int) -> Bool {
    // "a rebel attack" is the rebels'; "a terrorist attack" tells what kind it is.
    let isOwn = !passage.classes[head].contains(.loaded)
    let silent: WordTable.Classes = [.nominalModifier, .learnedModifier]
    guard tokens[next].kind == .word,
      passage.classes[next].subtracting(isOwn ? silent : silent.union(.leading)).isEmpty
    else { return false }
    let bytes = passage.text.bytes[Int(tokens[next].start)..<Int(tokens[next].end)]
    let ending = bytes.suffix(2)
    return bytes.count < 4
      || !ending.elementsEqual("ed".utf8) && !ending.elementsEqual("ly".utf8)
  }

  /// "Hamas fighters", "Kurdish fighters": of a body or people that the words before name.
  private func isNamed(_ phrase: Range<Int>) -> Bool {
    let before = phrase.lowerBound - 1
    if before >= 0, covered[before] >= 0, tokens[before].kind == .word { return true }
    return phrase.contains {
      passage.isCapitalised[$0] && passage.classes[$0].contains(.nominalModifier)
        && !passage.classes[$0].contains(.loaded) && $0 > phrase.lowerBound
    }
  }

  /// "secretary general", but no general by itself; and no prince in "Port-au-Prince".
  private func isHead(_ index: Int, of start: Int) -> Bool {
    guard passage.classes[index].contains(.nominalHead) else { return false }
    if passage.classes[index].contains(.trailing), index == start { return false }
    // "set up to monitor the truce".
    if passage.classes[index].contains(.verbal), index > 0,
      NameRules.verbMarks.contains(tokens[index - 1].hash)
    {
      return false
    }
    return !(passage.isTied(index) && passage.isCapitalised[index])
  }

  private func isPart(_ index: Int) -> Bool {
    guard tokens[index].kind == .word || tokens[index].kind == .mixed else { return false }
    if covered[index] >= 0 { return isState(index) }
    return isState(index)
      || !passage.classes[index].isDisjoint(with: [.nominalHead, .nominalModifier])
        && !isDone(index)
  }

  /// "Rebels captured soldiers", "has jailed activists": a verb, and no word that describes them.
  private func isDone(_ index: Int) -> Bool {
    guard index > 0, passage.classes[index].contains(.deed) else { return false }
    let before = passage.classes[index - 1]
    if covered[index - 1] >= 0, passage.demonymEnd(index - 1) == nil { return true }
    return !before.isDisjoint(with: [.leading, .nominalHead])
  }

  /// A demonym, or the name of a country or of the United Nations before a noun.
  private func isState(_ index: Int) -> Bool {
    if covered[index] >= 0 {
      // "East African leaders", whatever "East" was taken for.
      if passage.regionEnd(index) != nil { return true }
      let run = runs[Int(covered[index])]
      guard run.tokens.lowerBound == index, run.tokens.count <= 2, run.kind != .person else {
        return false
      }
      let isUN = run.known >= 0 && passage.tables.known[run.known].name == "United Nations"
      guard
        isUN || passage.senses[index].contains(.country)
          || run.tokens.count == 2
            && (passage.demonymEnd(index) == run.tokens.upperBound
              // "Pan-African leaders".
              || passage.senses[index + 1].contains(.demonym)),
        run.tokens.upperBound < tokens.count
      else { return false }
      let next = run.tokens.upperBound
      return tokens[next].hash == PhraseTable.hyphen
        || !passage.classes[next].isDisjoint(with: [.nominalHead, .nominalModifier])
    }
    return passage.demonymEnd(index) != nil
  }

  private func stateEnd(_ index: Int) -> Int {
    guard covered[index] >= 0 else { return passage.demonymEnd(index) ?? index + 1 }
    return passage.regionEnd(index) ?? runs[Int(covered[index])].tokens.upperBound
  }
}
