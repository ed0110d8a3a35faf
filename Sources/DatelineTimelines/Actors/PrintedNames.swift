import DatelineModel

/// How often an article prints each name of its actors in its own voice: what stands in quotation
/// marks, or is told as another's words, is not the outlet's naming and counts 0.
struct PrintedNames {
  /// By local actor id, then by printed form.
  private(set) var counts: [String: [String: Int]] = [:]

  /// Local ids of those that are armed and of no state.
  private(set) var irregular: Set<String> = []

  init(_ article: AnnotatedArticle) {
    let title = QuotedPassages(article.article.title ?? "")
    let text = QuotedPassages(article.article.text)
    func isQuoted(_ span: TextSpan, inTitle: Bool) -> Bool {
      (inTitle ? title : text).contains(span.start)
    }
    for entity in article.entities {
      let name = PrintedNames.plain(String(article.quote(entity.span, inTitle: entity.inTitle)))
      counts[entity.actor, default: [:]][name, default: 0] +=
        isQuoted(entity.span, inTitle: entity.inTitle) ? 0 : 1
    }
    for one in article.described {
      let name = PrintedNames.plain(String(article.quote(one.span, inTitle: one.inTitle)))
      counts[one.actor, default: [:]][name, default: 0] +=
        isQuoted(one.span, inTitle: one.inTitle) ? 0 : 1
      if one.isIrregular { irregular.insert(one.actor) }
    }
    let named = counts
    struct Told: Hashable {
      var sentence: Int
      var actor: String
      var name: String
    }
    // What an event prints of an actor and no mention does: once a sentence each.
    var told: Set<Told> = []
    for event in article.events {
      let isOthers = event.attribution != nil || isQuoted(event.span, inTitle: event.inTitle)
      for one in event.participants {
        let name = PrintedNames.plain(one.printed)
        guard named[one.actor]?[name] == nil,
          told.insert(Told(sentence: event.sentence, actor: one.actor, name: name)).inserted
        else { continue }
        counts[one.actor, default: [:]][name, default: 0] += isOthers ? 0 : 1
      }
    }
  }

  /// The name with single plain spaces.
  static func plain(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 < 32 || $0 == 0xC2 }) || name.utf8.contains(0xE2) else {
      return name
    }
    return name.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}

/// Where a text quotes: between quotation marks of one paragraph.
struct QuotedPassages {
  private var ranges: [Range<Int>] = []

  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var open: (start: Int, closing: UInt8)?
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 10 {
          // A straight mark that nothing closes is none; a curly one reaches to the paragraph's end.
          if let last = open, last.closing != 34 { ranges.append(last.start..<index) }
          open = nil
        } else if byte == 34 {
          close(&open, with: 34, at: index)
        } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
          switch bytes[index + 2] {
          case 0x9E: open = open ?? (index, 0x9C)
          case 0x9C where open?.closing == 0x9C: close(&open, with: 0x9C, at: index)
          case 0x9C: open = open ?? (index, 0x9D)
          case 0x9D where open?.closing == 0x9D: close(&open, with: 0x9D, at: index)
          default: break
          }
        } else if byte == 0xC2, index + 1 < bytes.count {
          if bytes[index + 1] == 0xAB { open = open ?? (index, 0xBB) }
          if bytes[index + 1] == 0xBB, open?.closing == 0xBB { close(&open, with: 0xBB, at: index) }
        }
        index += 1
      }
      if let last = open, last.closing != 34 { ranges.append(last.start..<bytes.count) }
    }
  }

  private mutating func close(
    _ open: inout (start: Int, closing: UInt8)?, with mark: UInt8, at index: Int
  ) {
    if let start = open?.start, open?.closing == mark {
      ranges.append(start..<index)
      open = nil
    } else if open == nil {
      open = (index, mark)
    }
  }

  /// Whether a byte stands in quotation marks.
  func contains(_ byte: Int) -> Bool {
    let place = ranges.place { $0.upperBound <= byte }
    return place < ranges.count && ranges[place].contains(byte)
  }
}
