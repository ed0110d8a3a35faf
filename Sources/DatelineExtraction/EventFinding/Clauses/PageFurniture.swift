import DatelineModel
import EDTF

/// What a page prints around its story: the headline once more, the date of the page.
struct PageFurniture {
  let passage: TaggedPassage
  let title: SegmentedText?
  let published: CalendarDate?

  /// The part of a sentence that tells the story; empty where nothing does.
  func told(ofSentence index: Int) -> Range<Int> {
    let tokens = passage.text.sentences[index].tokens
    if pointsElsewhere(tokens) || namesReporters(tokens) {
      return tokens.upperBound..<tokens.upperBound
    }
    guard index < 4, !passage.text.isTitle else { return tokens }
    let story = afterDateline(afterPageDate(tokens, isFirst: index == 0), isFirst: index < 3)
    return repeatsTitle(story) ? tokens.upperBound..<tokens.upperBound : story
  }

  /// "See also: Kramatorsk (61 killed)", "Related entries: …": other pages, and no part of the story.
  private func pointsElsewhere(_ tokens: Range<Int>) -> Bool {
    var position = tokens.lowerBound
    while position < tokens.upperBound, passage.wordCues(position).contains(.pointer) {
      position += 1
    }
    return position > tokens.lowerBound && position < tokens.upperBound
      && passage.byte(position) == UInt8(ascii: ":")
  }

  /// "Jan Novak and Eva Horn contributed to this report", "Novak reported from Kelt": who wrote it.
  private func namesReporters(_ tokens: Range<Int>) -> Bool {
    guard let verb = tokens.last(where: { passage.tags[$0] == .past }),
      verb + 2 < tokens.upperBound
    else { return false }
    let isCredit =
      switch passage.hash(verb) {
      case Word.contributed:
        passage.tags[verb + 1] == .to && passage.hash(verb + 2) == Word.this
      case Word.reported:
        passage.hash(verb + 1) == Word.from && passage.reference[verb + 2] >= 0
      default: false
      }
    return isCredit && !tokens.contains { $0 != verb && passage.tags[$0].opensVerbGroup }
  }

  /// "Syria Tuesday 12 July 2016 Rebels launched …": some pages run their date into the story.
  private func afterPageDate(_ tokens: Range<Int>, isFirst: Bool) -> Range<Int> {
    guard isFirst, let published else { return tokens }
    var start = tokens.lowerBound
    let end = min(tokens.upperBound, tokens.lowerBound + 32)
    var position = start
    while position < end {
      let timex = passage.timex[position]
      guard timex >= 0 else {
        position += 1
        continue
      }
      let range = passage.tokens(ofTimex: Int(timex))
      position = max(range.upperBound, position + 1)
      if position < tokens.upperBound, isPageDate(Int(timex), range, published) {
        start = position
      }
    }
    return start..<tokens.upperBound
  }

  /// "GENEVA/ROME (Agency) - The body said": where the report was written is no part of it.
  private func afterDateline(_ tokens: Range<Int>, isFirst: Bool) -> Range<Int> {
    guard isFirst else { return tokens }
    var position = tokens.lowerBound
    let last = min(tokens.upperBound, tokens.lowerBound + 12)
    while position < last, !isDatelinePlace(position), !opensDateline(position, tokens) {
      // Only marks, names and dates of the page may stand before it.
      guard passage.tags[position] != .determiner, !passage.tags[position].isLexicalVerb,
        passage.tags[position] != .be, passage.tags[position] != .have
      else { return tokens }
      position += 1
    }
    guard position < last else { return tokens }
    while position < tokens.upperBound {
      let token = passage.text.tokens[position]
      if token.kind == .word, token.shape.contains(.allCapitals), token.end - token.start > 2 {
        position += 1
      } else if passage.reference[position] >= 0,
        passage.references[Int(passage.reference[position])].isLocation
      {
        position += 1
      } else if let end = endOfReportDay(position) {
        position = end
      } else if token.kind == .punctuation, position + 1 < tokens.upperBound,
        passage.byte(position) != UInt8(ascii: ".")
      {
        if passage.byte(position) == UInt8(ascii: "(") {
          while position < tokens.upperBound, passage.byte(position) != UInt8(ascii: ")") {
            position += 1
          }
        }
        guard position + 1 < tokens.upperBound else { return tokens }
        // A spaced dash ends it: "GENEVA (Agency) - Avaria, Belmar and Karsovia met".
        let mark = passage.byte(position)
        let isDash =
          (mark == UInt8(ascii: "-") || mark == 0xE2)
          && passage.text.tokens[position].shape.contains(.spaceBefore)
        position += 1
        if isDash, passage.text.tokens[position].shape.contains(.spaceBefore) { break }
      } else {
        break
      }
    }
    guard position < tokens.upperBound,
      passage.text.tokens[position].shape.contains(.capitalised)
        || passage.text.tokens[position].kind == .number
        || passage.text.tokens[position - 1].kind == .punctuation
    else { return tokens }
    return position..<tokens.upperBound
  }

  /// "OSKVILLE, March 9 (Agency) -", whether or not anybody knows the town, and "March 9 (Agency) -".
  private func opensDateline(_ position: Int, _ tokens: Range<Int>) -> Bool {
    guard position == tokens.lowerBound, position + 2 < tokens.upperBound else { return false }
    let word = passage.text.tokens[position]
    var next = position
    if word.shape.contains(.allCapitals), word.end - word.start > 3 {
      next += 1
      if passage.byte(next) == UInt8(ascii: ",") { next += 1 }
    }
    if let end = endOfReportDay(next) { next = end }
    // The brackets may open the next paragraph.
    guard next > position, next + 1 < tokens.upperBound,
      passage.byte(next) == UInt8(ascii: "(")
    else { return false }
    return (next..<min(next + 6, tokens.upperBound - 1)).contains {
      passage.byte($0) == UInt8(ascii: ")")
        && (passage.byte($0 + 1) == UInt8(ascii: "-") || passage.byte($0 + 1) == 0xE2)
    }
  }

  /// Behind the day in "GENEVA, Oct 4 (Agency) -": the report's own, with a mark behind it.
  private func endOfReportDay(_ position: Int) -> Int? {
    guard let published, passage.timex[position] >= 0 else { return nil }
    let timex = Int(passage.timex[position])
    let end = passage.tokens(ofTimex: timex).upperBound
    guard let day = passage.timexes[timex].edtf?.day,
      abs(day.dayNumber - published.dayNumber) <= 2, end < passage.text.tokens.count,
      passage.text.tokens[end].kind == .punctuation
    else { return nil }
    return end
  }

  /// A place in capitals, "GENEVA" and not "US".
  private func isDatelinePlace(_ position: Int) -> Bool {
    let token = passage.text.tokens[position]
    guard token.shape.contains(.allCapitals), token.end - token.start > 3,
      passage.reference[position] >= 0
    else { return false }
    return passage.references[Int(passage.reference[position])].isLocation
  }

  private func isPageDate(_ timex: Int, _ range: Range<Int>, _ published: CalendarDate) -> Bool {
    guard let day = passage.timexes[timex].edtf?.day,
      abs(day.dayNumber - published.dayNumber) <= 2,
      passage.text.tokens[range.upperBound].shape.contains(.capitalised)
    else { return false }
    // A year is told, and no sentence leads up to it.
    return range.contains { token in
      let one = passage.text.tokens[token]
      return one.kind != .punctuation && one.end - one.start >= 4
        && passage.text.bytes[Int(one.end) - 1] >= 48 && passage.text.bytes[Int(one.end) - 1] <= 57
    } && (range.lowerBound == 0 || passage.tags[range.lowerBound - 1] != .preposition)
  }

  /// Whether these words are the title's, as far as they go.
  private func repeatsTitle(_ tokens: Range<Int>) -> Bool {
    guard let title, tokens.count >= 4 else { return false }
    let words = tokens.filter { passage.text.tokens[$0].kind != .punctuation }
    let named = title.tokens.filter { $0.kind != .punctuation }
    guard words.count >= 3, words.count <= named.count else { return false }
    return words.indices.allSatisfy { passage.hash(words[$0]) == named[$0].hash }
  }
}
