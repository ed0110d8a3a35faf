internal import DatelineModel
internal import EDTF

extension AnnotatedArticle {
  /// What was found in the article, without the article itself.
  var row: [UInt8] {
    var row = RowWriter()
    row.list(sentences) { row, sentence in
      row.span(sentence.span)
      row.flag(sentence.inTitle)
      row.number(sentence.paragraph)
    }
    row.list(timexes) { $0.timex($1) }
    row.list(entities) { row, entity in
      row.span(entity.span)
      row.flag(entity.inTitle)
      row.text(entity.kind)
      row.text(entity.actor)
      row.text(entity.rule)
    }
    row.list(described) { row, one in
      row.span(one.span)
      row.flag(one.inTitle)
      row.text(one.actor)
      row.flag(one.isIrregular)
    }
    row.list(actors) { $0.actor($1) }
    row.list(events) { $0.event($1) }
    row.list(terms) { row, term in
      row.number(Int(term.hash))
      row.number(Int(term.count))
      row.number(Int(term.weight))
    }
    row.optional(notAnalysed)
    return row.bytes
  }

  /// What a row says was found in `article`.
  ///
  /// Throws where the row is cut or damaged, or points outside the article.
  init(_ article: Article, row bytes: [UInt8]) throws(DamagedRow) {
    var row = RowReader(bytes)
    let bounds = TextBounds(article)
    self.init(article: article)
    sentences = try row.list { (row) throws(DamagedRow) in
      let span = try row.span()
      let inTitle = try row.flag()
      return Sentence(
        span: try bounds.checked(span, inTitle), inTitle: inTitle, paragraph: try row.number())
    }
    timexes = try row.list { (row) throws(DamagedRow) in try row.timex(bounds) }
    entities = try row.list { (row) throws(DamagedRow) in
      let span = try row.span()
      let inTitle = try row.flag()
      return EntityMention(
        span: try bounds.checked(span, inTitle), inTitle: inTitle, kind: try row.text(),
        actor: try row.text(), rule: try row.text())
    }
    described = try row.list { (row) throws(DamagedRow) in
      let span = try row.span()
      let inTitle = try row.flag()
      return DescribedMention(
        span: try bounds.checked(span, inTitle), inTitle: inTitle, actor: try row.text(),
        isIrregular: try row.flag())
    }
    actors = try row.list { (row) throws(DamagedRow) in try row.actor() }
    events = try row.list { (row) throws(DamagedRow) in try row.event(bounds) }
    terms = try row.list { (row) throws(DamagedRow) in
      guard let hash = UInt32(exactly: try row.number()),
        let count = UInt16(exactly: try row.number()),
        let weight = UInt16(exactly: try row.number())
      else { throw DamagedRow() }
      return Term(hash: hash, count: count, weight: weight)
    }
    notAnalysed = try row.optionalText()
    let indices = timexes.indices
    guard row.isAtEnd,
      timexes.allSatisfy({ timex in
        [timex.beginPoint, timex.endPoint].allSatisfy { $0.map(indices.contains) ?? true }
      }),
      events.allSatisfy({ sentences.indices.contains($0.sentence) })
    else { throw DamagedRow() }
  }
}

/// Where the spans of an article may begin and end.
private struct TextBounds {
  private let title: [UInt8]
  private let text: [UInt8]

  init(_ article: Article) {
    title = Array((article.title ?? "").utf8)
    text = Array(article.text.utf8)
  }

  /// Throws where a span leaves the text or cuts a scalar.
  func checked(_ span: TextSpan, _ inTitle: Bool) throws(DamagedRow) -> TextSpan {
    let bytes = inTitle ? title : text
    guard span.start >= 0, span.start <= span.end, span.end <= bytes.count,
      [span.start, span.end].allSatisfy({ $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 })
    else { throw DamagedRow() }
    return span
  }
}

extension RowWriter {
  fileprivate mutating func span(_ span: TextSpan) {
    number(span.start)
    number(span.count)
  }

  fileprivate mutating func date(_ date: EDTFValue?) {
    optional(date) { $0.text($1.description) }
  }

  fileprivate mutating func timex(_ timex: Timex) {
    span(timex.span)
    flag(timex.inTitle)
    text(timex.kind)
    text(timex.value)
    optional(timex.mod)
    optional(timex.quant)
    optional(timex.freq)
    optional(timex.beginPoint) { $0.number($1) }
    optional(timex.endPoint) { $0.number($1) }
    date(timex.edtf)
    text(timex.rule)
    optional(timex.anchor)
    list(timex.alternatives) { $0.text($1) }
    flag(timex.isInvalid)
  }

  fileprivate mutating func actor(_ actor: LocalActor) {
    text(actor.id)
    text(actor.name)
    text(actor.kind)
    list(actor.aliases) { $0.text($1) }
    list(actor.roles) { row, role in
      row.text(role.title)
      row.optional(role.of)
    }
    flag(actor.isNominal)
    flag(actor.isLoaded)
    flag(actor.isKnown)
    text(actor.spelling)
  }

  fileprivate mutating func event(_ event: EventMention) {
    span(event.span)
    flag(event.inTitle)
    number(event.sentence)
    span(event.trigger)
    text(event.lemma)
    text(event.type)
    optional(event.topic)
    date(event.date)
    text(event.dateBasis)
    optional(event.rule)
    optional(event.anchor)
    text(event.status)
    flag(event.isBackground)
    list(event.participants) { row, part in
      row.text(part.actor)
      row.text(part.name)
      row.text(part.printed)
      row.text(part.role)
      row.optional(part.status) { $0.text($1) }
    }
    optional(event.place)
    list(event.figures) { row, figure in
      row.text(figure.subject)
      row.optional(figure.of)
      row.real(figure.value)
      row.optional(figure.max) { $0.real($1) }
      row.optional(figure.bound) { $0.text($1) }
      row.text(figure.text)
      row.optional(figure.by)
    }
    optional(event.attribution)
    optional(event.series) { row, series in
      row.text(series.name)
      row.number(series.ordinal)
    }
    flag(event.isLasting)
    flag(event.isNamed)
  }
}

extension RowReader {
  fileprivate mutating func span() throws(DamagedRow) -> TextSpan {
    let start = try number()
    let (end, overflows) = start.addingReportingOverflow(try number())
    guard !overflows else { throw DamagedRow() }
    return TextSpan(start, end)
  }

  fileprivate mutating func date() throws(DamagedRow) -> EDTFValue? {
    guard let text = try optionalText() else { return nil }
    guard let date = EDTFValue(text) else { throw DamagedRow() }
    return date
  }

  fileprivate mutating func timex(_ bounds: TextBounds) throws(DamagedRow) -> Timex {
    let span = try span()
    let inTitle = try flag()
    var timex = Timex(
      span: try bounds.checked(span, inTitle), inTitle: inTitle, kind: try text(),
      value: try text(), mod: try optionalText(), quant: try optionalText(),
      freq: try optionalText(),
      beginPoint: try optional { (row) throws(DamagedRow) in try row.number() },
      endPoint: try optional { (row) throws(DamagedRow) in try row.number() },
      edtf: try date(), rule: try text(), anchor: try optionalText(),
      alternatives: try list { (row) throws(DamagedRow) in try row.text() })
    timex.isInvalid = try flag()
    return timex
  }

  fileprivate mutating func actor() throws(DamagedRow) -> LocalActor {
    LocalActor(
      id: try text(), name: try text(), kind: try text(),
      aliases: try list { (row) throws(DamagedRow) in try row.text() },
      roles: try list { (row) throws(DamagedRow) in
        LocalActor.Role(title: try row.text(), of: try row.optionalText())
      }, isNominal: try flag(), isLoaded: try flag(), isKnown: try flag(),
      spelling: try text())
  }

  fileprivate mutating func event(_ bounds: TextBounds) throws(DamagedRow) -> EventMention {
    let span = try span()
    let inTitle = try flag()
    let sentence = try number()
    return EventMention(
      span: try bounds.checked(span, inTitle), inTitle: inTitle, sentence: sentence,
      trigger: try bounds.checked(try self.span(), inTitle), lemma: try text(), type: try text(),
      topic: try optionalText(), date: try date(), dateBasis: try text(),
      rule: try optionalText(), anchor: try optionalText(), status: try text(),
      isBackground: try flag(),
      participants: try list { (row) throws(DamagedRow) in
        Participant(
          actor: try row.text(), name: try row.text(), printed: try row.text(),
          role: try row.text(),
          status: try row.optional { (row) throws(DamagedRow) in try row.text() })
      }, place: try optionalText(),
      figures: try list { (row) throws(DamagedRow) in
        Figure(
          subject: try row.text(), of: try row.optionalText(), value: try row.real(),
          max: try row.optional { (row) throws(DamagedRow) in try row.real() },
          bound: try row.optional { (row) throws(DamagedRow) in try row.text() },
          text: try row.text(), by: try row.optionalText())
      }, attribution: try optionalText(),
      series: try optional { (row) throws(DamagedRow) in
        let name = try row.text()
        let ordinal = try row.number()
        guard ordinal >= 1 else { throw DamagedRow() }
        return SeriesMention(name: name, ordinal: ordinal)
      }, isLasting: try flag(), isNamed: try flag())
  }
}
