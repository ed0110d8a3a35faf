/// A stretch of a sentence in which names may stand: capitalised words with the words and marks
/// that link them. Outside regions the model never looks.
package struct NameRegion: Sendable {
  package var tokens: Range<Int>
  package var sentence: Range<Int>
  /// Every stretch that may be a name, by its end, then by its length.
  package var candidates: [Range<Int>]

  /// The longest name, in tokens.
  static let longest = 10
}

extension NamePassage {
  /// The regions of a sentence in order.
  func regions(of sentence: Range<Int>) -> [NameRegion] {
    var regions: [NameRegion] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard isCore(index) else {
        index += 1
        continue
      }
      let start = leftEdge(
        of: index, from: max(sentence.lowerBound, regions.last?.tokens.upperBound ?? 0))
      var end = index + 1
      while end < sentence.upperBound {
        if isCore(end) || tokens[end].kind == .number && tokens[end].shape.contains(.spaceBefore) {
          end += 1
          continue
        }
        var next = end
        while next < sentence.upperBound, next < end + 3, !isCore(next), links(next) { next += 1 }
        guard next > end, next < sentence.upperBound, isCore(next) else { break }
        end = next + 1
      }
      var region = NameRegion(tokens: start..<end, sentence: sentence, candidates: [])
      for last in region.tokens where mayEnd(last, region) {
        for first in max(start, last - NameRegion.longest + 1)...last
        where mayBegin(first) && !(first == last && isMeasure(first)) {
          region.candidates.append(first..<(last + 1))
        }
      }
      regions.append(region)
      index = end
    }
    return regions
  }

  private var tokens: [Token] { text.tokens }

  /// A word that can be a name by itself.
  private func isCore(_ index: Int) -> Bool {
    isCapitalised[index]
      && (!classes[index].contains(.closed) || tokens[index].shape.contains(.allCapitals))
  }

  /// Over "al-", "de", "van der" before the first capital.
  private func leftEdge(of core: Int, from lowest: Int) -> Int {
    var start = core
    while start > lowest {
      let before = start - 1
      if classes[before].contains(.particle), tokens[before].kind == .word {
        start = before
      } else if tokens[before].hash == PhraseTable.hyphen, before > lowest,
        classes[before - 1].contains(.particle), !tokens[before].shape.contains(.spaceBefore)
      {
        start = before - 1
      } else {
        break
      }
    }
    return start
  }

  private func links(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .word:
      return classes[index].contains(.particle)
        || NamePassage.linkWords.contains(tokens[index].hash)
        || isCapitalised[index]
    case .number: return true
    case .mixed: return true
    case .punctuation:
      switch text.bytes[Int(tokens[index].start)] {
      case UInt8(ascii: "-"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "+"),
        UInt8(ascii: "/"), 0xE2:
        return true
      case UInt8(ascii: "."): return !tokens[index].shape.contains(.spaceBefore)
      default: return false
      }
    }
  }

  private func mayBegin(_ index: Int) -> Bool {
    isCore(index) || tokens[index].kind == .mixed
      || classes[index].contains(.particle) && tokens[index].kind == .word
  }

  /// "1915H", "2030hrs", "120KM": a number with its unit, and no name by itself.
  private func isMeasure(_ index: Int) -> Bool {
    guard tokens[index].kind == .mixed else { return false }
    let bytes = text.bytes[Int(tokens[index].start)..<Int(tokens[index].end)]
    return bytes.prefix(3).allSatisfy { (48...57).contains($0) } && bytes.count > 3
  }

  private func mayEnd(_ index: Int, _ region: NameRegion) -> Bool {
    isCore(index) || tokens[index].kind == .mixed || tokens[index].kind == .number
      || text.bytes[Int(tokens[index].start)] == UInt8(ascii: ".")
        && index > region.tokens.lowerBound
        && isCore(index - 1)
  }

  private static let linkWords = Set(
    ["of", "for", "the", "and", "in", "on", "to", "at", "'s", "’s", "with"].map {
      Token.hash(of: $0)
    })
}
