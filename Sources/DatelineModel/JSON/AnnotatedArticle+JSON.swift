import EDTF

extension AnnotatedArticle {
  /// What `annotate` finds and prints.
  public struct Layers: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let time = Layers(rawValue: 1)
    public static let entities = Layers(rawValue: 2)
    public static let events = Layers(rawValue: 4)
    public static let all: Layers = [.time, .entities, .events]
  }

  /// Writes the `annotate` line, with offsets in Unicode scalars.
  public func write(to json: inout JSONWriter, layers: Layers = .all) {
    let offsets = AnnotationOffsets(article)
    json.object { json in
      json.member("id", article.id)
      json.member("source", article.source)
      json.member("published", article.published?.text)
      if layers.contains(.time) {
        json.member("timexes", timexes) { $1.write(to: &$0, article: self, offsets) }
      }
      if layers.contains(.entities) {
        json.member("entities", entities) { $1.write(to: &$0, article: self, offsets) }
      }
      if layers.contains(.events) {
        json.member("events", events) { $1.write(to: &$0, article: self, offsets) }
      }
      if let notAnalysed { json.member("notAnalysed", notAnalysed) }
    }
  }
}

/// Scalar offsets of an article's two texts.
struct AnnotationOffsets {
  private let title: ScalarOffsets
  private let text: ScalarOffsets

  init(_ article: Article) {
    title = ScalarOffsets(article.title ?? "")
    text = ScalarOffsets(article.text)
  }

  func write(_ span: TextSpan, inTitle: Bool, to json: inout JSONWriter) {
    let offsets = inTitle ? title : text
    json.member("start", offsets.scalar(atByte: span.start))
    json.member("end", offsets.scalar(atByte: span.end))
  }
}

extension Timex {
  func write(
    to json: inout JSONWriter, article: AnnotatedArticle, _ offsets: AnnotationOffsets
  ) {
    json.object { json in
      offsets.write(span, inTitle: inTitle, to: &json)
      json.member("text", String(article.quote(span, inTitle: inTitle)))
      json.member("type", kind.rawValue)
      json.member("value", value)
      json.member("mod", mod)
      if let quant { json.member("quant", quant) }
      if let freq { json.member("freq", freq) }
      if let beginPoint { json.member("beginPoint", "t\(beginPoint + 1)") }
      if let endPoint { json.member("endPoint", "t\(endPoint + 1)") }
      json.member("edtf", edtf?.description)
      json.member("rule", rule)
      json.member("anchor", anchor)
      if isInvalid { json.member("invalid", true) }
      if inTitle { json.member("in_title", true) }
    }
  }
}

extension EntityMention {
  func write(
    to json: inout JSONWriter, article: AnnotatedArticle, _ offsets: AnnotationOffsets
  ) {
    json.object { json in
      offsets.write(span, inTitle: inTitle, to: &json)
      json.member("text", String(article.quote(span, inTitle: inTitle)))
      json.member("type", kind.rawValue)
      json.member("actor", actor)
      if inTitle { json.member("in_title", true) }
    }
  }
}

extension EventMention {
  func write(
    to json: inout JSONWriter, article: AnnotatedArticle, _ offsets: AnnotationOffsets
  ) {
    json.object { json in
      offsets.write(span, inTitle: inTitle, to: &json)
      json.member("quote", String(article.quote(span, inTitle: inTitle)))
      json.key("trigger")
      json.object { offsets.write(trigger, inTitle: inTitle, to: &$0) }
      json.member("type", type.rawValue)
      json.member("topic", topic)
      json.member("date", date?.description)
      json.member("date_basis", dateBasis.rawValue)
      json.member("status", status.rawValue)
      json.member("background", isBackground)
      json.member("actors", participants) { $1.write(to: &$0) }
      json.member("place", place)
      json.member("numbers", figures) { $1.write(to: &$0) }
      json.member("attribution", attribution)
      if inTitle { json.member("in_title", true) }
      if isNamed { json.member("named", true) }
    }
  }
}

extension Participant {
  /// The form of `annotate`, with the canonical name beside the printed one.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("actor", actor)
      json.member("name", name)
      json.member("as", printed)
      json.member("role", role.rawValue)
      if let status { json.member("status", status.rawValue) }
    }
  }
}

extension Figure {
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("what", subject.rawValue)
      if let of { json.member("of", of) }
      json.member("value", value)
      if let max { json.member("max", max) }
      if let bound { json.member("bound", bound.rawValue) }
      json.member("text", text)
      if let by { json.member("by", by) }
    }
  }
}
