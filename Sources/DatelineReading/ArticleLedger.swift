internal import DatelineModel

/// Which ids, texts, links and headlines have been seen: what marks duplicates and versions.
///
/// It keeps hashes, never a text, so that a pile of any size may pass.
struct ArticleLedger {
  /// What of an article tells whether it has been seen.
  struct Facts {
    var text: String
    var source: String?
    var title: String?
    var url: String?
    var date: PublicationDate?
  }

  /// Where an article was read, for a message.
  struct Place: Hashable {
    var path: String
    var line: Int?
  }

  /// The id under which an article goes on, and what it repeats.
  struct Marks: Hashable {
    var id: String
    var duplicateOf: String?
    var versionOf: String?
  }

  /// Two texts under one id.
  struct Clash: Error {
    var id: String
    var first: Place
  }

  private struct Entry {
    var text: TextFingerprint
    var path: Int
    var line: Int?
  }

  private var paths: [String] = []
  private var entries: [String: Entry] = [:]
  private var texts: [TextFingerprint: String] = [:]

  /// Enters an article and says what it repeats of those entered before.
  mutating func enter(
    id: String, namesStory: Bool, _ facts: Facts, at place: Place
  ) throws(Clash) -> Marks {
    let text = TextFingerprint(facts.text)
    var marks = Marks(id: id)
    if let old = entries[id] {
      if old.text != text, !namesStory {
        throw Clash(id: id, first: Place(path: paths[old.path], line: old.line))
      }
      if old.text != text { marks.versionOf = id }
      var count = 2
      while entries["\(id)#\(count)"] != nil { count += 1 }
      marks.id = "\(id)#\(count)"
    }
    if paths.last != place.path { paths.append(place.path) }
    entries[marks.id] = Entry(text: text, path: paths.count - 1, line: place.line)
    if let first = texts[text] {
      marks.duplicateOf = first
      marks.versionOf = nil
      return marks
    }
    texts[text] = marks.id
    return marks
  }
}
