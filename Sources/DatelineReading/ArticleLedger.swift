internal import DatelineModel
internal import EDTF

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
  /// The next number for an id that came more than once.
  private var repeats: [String: Int] = [:]
  private var texts: [TextFingerprint: String] = [:]
  /// The first id under a link.
  private var links: [TextFingerprint: String] = [:]
  /// The last article under a source and a headline.
  private var headlines: [TextFingerprint: Headline] = [:]

  private struct Headline {
    var first: String
    var day: Int?
    var sketch: TextSketch
  }

  /// Enters an article and says what it repeats of those entered before; without `marksRepeats` its
  /// id alone.
  mutating func enter(
    id: String, namesStory: Bool, marksRepeats: Bool = true, _ facts: Facts, at place: Place
  ) throws(Clash) -> Marks {
    let text = TextFingerprint(facts.text)
    var marks = Marks(id: id)
    if let old = entries[id] {
      if old.text != text, !namesStory {
        throw Clash(id: id, first: Place(path: paths[old.path], line: old.line))
      }
      if old.text != text { marks.versionOf = id }
      var count = repeats[id] ?? 2
      while entries["\(id)#\(count)"] != nil { count += 1 }
      marks.id = "\(id)#\(count)"
      repeats[id] = count + 1
    }
    if paths.last != place.path { paths.append(place.path) }
    entries[marks.id] = Entry(text: text, path: paths.count - 1, line: place.line)
    guard marksRepeats else { return marks }
    let sameLink = enterLink(facts, marks.id)
    let sameHeadline = enterHeadline(facts, marks.id)
    if let first = texts[text] {
      marks.duplicateOf = first
      marks.versionOf = nil
      return marks
    }
    texts[text] = marks.id
    marks.versionOf = marks.versionOf ?? sameLink ?? sameHeadline
    return marks
  }

  /// The first article under the same link.
  private mutating func enterLink(_ facts: Facts, _ id: String) -> String? {
    guard let url = facts.url, let key = LinkKey(url) else { return nil }
    let hash = TextFingerprint(key.text)
    if let first = links[hash] { return first }
    links[hash] = id
    return nil
  }

  /// The first article under the same source and headline that tells the same story.
  ///
  /// Headlines of columns come again (“News in brief”), so texts or a telling headline must agree
  /// too, and the days lie near one another.
  private mutating func enterHeadline(_ facts: Facts, _ id: String) -> String? {
    guard let title = facts.title else { return nil }
    let sketch = TextSketch(facts.text)
    let hash = TextFingerprint((facts.source ?? "") + "\u{0}" + title.lowercased())
    let day = facts.date?.day?.dayNumber
    var headline = Headline(first: id, day: day, sketch: sketch)
    defer { headlines[hash] = headline }
    guard let old = headlines[hash] else { return nil }
    let apart = if let day, let other = old.day { abs(day - other) } else { 0 }
    let words = title.split(separator: " ").count
    let agreement = sketch.agreement(with: old.sketch)
    guard apart <= 3 && (words >= 4 || agreement >= 4) || apart <= 30 && agreement >= 8 else {
      return nil
    }
    headline.first = old.first
    return old.first
  }
}
