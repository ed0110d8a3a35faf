import EDTF

/// Why bytes are no event graph that can be used.
public enum EventGraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not JSON, or a value of another kind than the format has there.
  case notReadable(JSONError)
  /// Another format, or none that is named.
  case otherFormat(String?)
  /// Written by a newer Dateline.
  case newerVersion(Int)
  /// Readable, but not whole: what is wrong with what.
  case notWhole(String)

  public var description: String {
    switch self {
    case .notReadable(let error): "\(error)"
    case .otherFormat(let format?): "the format is “\(format)”, not “\(EventGraph.format)”"
    case .otherFormat(nil): "not an event graph: write one with “dateline extract”"
    case .newerVersion(let version):
      "an event graph of version \(version), and this Dateline reads version "
        + "\(EventGraph.version): use a newer one, or extract anew"
    case .notWhole(let what): what
    }
  }
}

extension EventGraph {
  /// Reads an event graph that `extract` wrote and checks that it is whole.
  ///
  /// Unknown keys are ignored. A higher version, ids that lead nowhere, dates outside EDTF and
  /// events without a mention are errors.
  public init(json bytes: [UInt8]) throws(EventGraphError) {
    // Format and version decide before anything else, wherever they stand.
    var format: String?
    var version: Int?
    var graph = EventGraph()
    do throws(JSONError) {
      var head = JSONReader(bytes)
      try head.object { (reader, key) throws(JSONError) in
        switch key {
        case "format": format = try reader.stringOrNull()
        case "version": version = try reader.integer()
        default: try reader.skip()
        }
      }
    } catch {
      throw .notReadable(error)
    }
    guard format == EventGraph.format else { throw .otherFormat(format) }
    guard let version else { throw .notWhole("the graph tells no version") }
    guard version <= EventGraph.version else { throw .newerVersion(version) }
    do throws(JSONError) {
      var body = JSONReader(bytes)
      try body.object { (reader, key) throws(JSONError) in
        switch key {
        case "sources": graph.sources = try reader.list(Source.init)
        case "articles": graph.articles = try reader.list(ArticleRecord.init)
        case "actors": graph.actors = try reader.list(Actor.init)
        case "events": graph.events = try reader.list(Event.init)
        case "relations": graph.relations = try reader.list(Relation.init)
        case "days": graph.days = try reader.list(DayRecord.init)
        default: try reader.skip()
        }
      }
      guard body.isAtEnd() else { throw body.fault("something follows the graph") }
    } catch {
      throw .notReadable(error)
    }
    if let fault = graph.firstFault { throw .notWhole(fault) }
    graph.nameParticipants()
    self = graph
  }

  /// The first thing that leads nowhere; nil where the graph is whole.
  var firstFault: String? {
    for source in sources {
      if let fault = EventGraph.fault(ofID: source.id, of: "source") { return fault }
    }
    var articles: Set<String> = []
    for article in self.articles where !articles.insert(article.id).inserted {
      return "two articles have the id “\(article.id)”"
    }
    var actors: Set<String> = []
    for actor in self.actors {
      if let fault = EventGraph.fault(ofID: actor.id, of: "actor") { return fault }
      if !actors.insert(actor.id).inserted { return "two actors have the id “\(actor.id)”" }
    }
    var events: Set<String> = []
    for event in self.events {
      if let fault = EventGraph.fault(ofID: event.id, of: "event") { return fault }
      if let series = event.series, let fault = EventGraph.fault(ofID: series.id, of: "series") {
        return fault
      }
      if !events.insert(event.id).inserted { return "two events have the id “\(event.id)”" }
      if event.mentions.isEmpty { return "event “\(event.id)” has no mention" }
      for part in event.actors where !actors.contains(part.actor) {
        return "event “\(event.id)” names the actor “\(part.actor)”, which the graph lacks"
      }
      for mention in event.mentions {
        if !articles.contains(mention.article) {
          return "event “\(event.id)” cites the article “\(mention.article)”, which the graph lacks"
        }
        if mention.start < 0 || mention.end < mention.start {
          return "event “\(event.id)” has a quote from \(mention.start) to \(mention.end)"
        }
        for one in mention.participants where !actors.contains(one.actor) {
          return "event “\(event.id)” names the actor “\(one.actor)”, which the graph lacks"
        }
      }
    }
    for relation in relations {
      for end in [relation.from, relation.to] where !events.contains(end) {
        return "a relation leads to the event “\(end)”, which the graph lacks"
      }
    }
    for day in days {
      for sentence in day.sentences where !articles.contains(sentence.article) {
        return "\(day.date) cites the article “\(sentence.article)”, which the graph lacks"
      }
    }
    return nil
  }

  /// What is wrong with an id, which becomes an anchor of a page and is to be read as it stands: nothing
  /// in it is hidden, or moves what stands beside it.
  private static func fault(ofID id: String, of what: String) -> String? {
    let isPlain = id.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    guard !isPlain, let hidden = id.unicodeScalars.first(where: \.isHidden) else { return nil }
    let digits = String(hidden.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "the \(what) id “\(id)” holds U+\(code): leave control and format characters out of ids"
  }

  /// Mentions keep ids alone: the names stand with the actors.
  private mutating func nameParticipants() {
    let names = Dictionary(actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for event in events.indices {
      for mention in events[event].mentions.indices {
        for one in events[event].mentions[mention].participants.indices {
          let id = events[event].mentions[mention].participants[one].actor
          events[event].mentions[mention].participants[one].name = names[id] ?? id
        }
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension JSONReader {
  /// One of the raw values of an enumeration.
  fileprivate mutating func name<Name: RawRepresentable<String>>(_ what: String)
    throws(JSONError) -> Name
  {
    let text = try string()
    guard let name = Name(rawValue: text) else {
      throw fault("“\(text.prefix(60))” is no \(what) that is known")
    }
    return name
  }

  fileprivate mutating func date() throws(JSONError) -> EDTFValue? {
    guard let text = try stringOrNull() else { return nil }
    guard let date = EDTFValue(text) else {
      throw fault("“\(text.prefix(60))” is no date of EDTF")
    }
    return date
  }

  fileprivate mutating func day() throws(JSONError) -> CalendarDate {
    let text = try string()
    guard let day = EDTFValue(text)?.day else { throw fault("“\(text.prefix(60))” is no day") }
    return day
  }

  /// What is counted, such as "rounds", within its limit.
  fileprivate mutating func integer(
    upTo most: Int, from least: Int, _ what: String
  ) throws(JSONError) -> Int {
    let value = try integer()
    guard (least...most).contains(value) else {
      throw fault("\(what) count from \(least) to \(most), and here stands \(value)")
    }
    return value
  }

  /// 0…1.
  fileprivate mutating func share() throws(JSONError) -> Double {
    let value = try number()
    guard (0...1).contains(value) else { throw fault("\(value) lies outside 0 to 1") }
    return value
  }

  fileprivate mutating func strings() throws(JSONError) -> [String] {
    try list { (reader) throws(JSONError) in try reader.string() }
  }
}

extension Source {
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    self.init(id: "", name: "")
    var source = self
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "id": source.id = try reader.string()
      case "name": source.name = try reader.string()
      default: try reader.skip()
      }
    }
    self = source
  }
}

extension ArticleRecord {
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    var article = ArticleRecord(
      id: "", source: nil, published: nil, title: nil, url: nil, language: "en")
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "id": article.id = try reader.string()
      case "source": article.source = try reader.stringOrNull()
      case "published":
        article.published = try reader.stringOrNull()
        if let text = article.published, EDTFDate(text) == nil {
          throw reader.fault("“\(text.prefix(60))” is no date of EDTF or RFC 3339")
        }
      case "title": article.title = try reader.stringOrNull()
      case "url": article.url = try reader.stringOrNull()
      case "language": article.language = try reader.string()
      case "duplicateOf": article.duplicateOf = try reader.stringOrNull()
      case "notAnalysed": article.notAnalysed = try reader.stringOrNull()
      default: try reader.skip()
      }
    }
    self = article
  }
}

extension Actor {
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    var actor = Actor(id: "", name: "", kind: .group)
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "id": actor.id = try reader.string()
      case "name": actor.name = try reader.string()
      case "kind": actor.kind = try reader.name("kind of actor")
      case "aliases":
        actor.aliases = try reader.list { (reader) throws(JSONError) in
          var alias = Alias(name: "", sources: [])
          try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "name": alias.name = try reader.string()
            case "sources": alias.sources = try reader.strings()
            case "counts":
              alias.counts = try reader.list { (reader) throws(JSONError) in
                try reader.integer(upTo: EventGraph.mostPrintings, from: 0, "printings")
              }
            default: try reader.skip()
            }
          }
          if !alias.counts.isEmpty, alias.counts.count != alias.sources.count {
            throw reader.fault(
              "\(alias.counts.count) counts for \(alias.sources.count) sources of “\(alias.name)”")
          }
          return alias
        }
      case "roles":
        actor.roles = try reader.list { (reader) throws(JSONError) in
          var role = Role(title: "", of: nil, during: nil)
          try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "title": role.title = try reader.string()
            case "of": role.of = try reader.stringOrNull()
            case "during": role.during = try reader.date()
            default: try reader.skip()
            }
          }
          return role
        }
      case "irregular": actor.isIrregular = try reader.boolean()
      case "colour": actor.colour = try reader.stringOrNull()
      case "decidedBy": actor.decidedBy = try reader.strings()
      default: try reader.skip()
      }
    }
    self = actor
  }
}

extension Figure {
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    var figure = Figure(subject: .other, value: 0, text: "")
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "what": figure.subject = try reader.name("subject of a number")
      case "value": figure.value = try reader.number()
      case "max": figure.max = try reader.null() ? nil : reader.number()
      case "bound": figure.bound = try reader.null() ? nil : reader.name("bound")
      case "text": figure.text = try reader.string()
      case "of": figure.of = try reader.stringOrNull()
      case "by": figure.by = try reader.stringOrNull()
      default: try reader.skip()
      }
    }
    self = figure
  }
}

extension Event {
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    var event = Event(id: "", label: "", type: .other, status: .asserted, mentions: [])
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "id": event.id = try reader.string()
      case "label": event.label = try reader.string()
      case "type": event.type = try reader.name("type of event")
      case "topic": event.topic = try reader.stringOrNull()
      case "date": event.date = try reader.date()
      case "place": event.place = try reader.stringOrNull()
      case "status": event.status = try reader.name("status")
      case "salience": event.salience = try reader.share()
      case "series":
        if try reader.null() { return }
        var series = Series(id: "", name: "", ordinal: 1)
        try reader.object { (reader, key) throws(JSONError) in
          switch key {
          case "id": series.id = try reader.string()
          case "name": series.name = try reader.string()
          case "ordinal":
            series.ordinal = try reader.integer(
              upTo: EventGraph.highestOrdinal, from: 1, "rounds")
          default: try reader.skip()
          }
        }
        event.series = series
      case "actors":
        event.actors = try reader.list { (reader) throws(JSONError) in
          var part = Part(actor: "", role: .actor)
          try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "actor": part.actor = try reader.string()
            case "role": part.role = try reader.name("role")
            case "status": part.status = try reader.null() ? nil : reader.name("status")
            default: try reader.skip()
            }
          }
          return part
        }
      case "numbers": event.figures = try reader.list(Figure.init)
      case "mentions": event.mentions = try reader.list(Mention.init)
      default: try reader.skip()
      }
    }
    self = event
  }
}

extension Mention {
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    var mention = Mention(
      article: "", source: nil, sentence: "", quote: "", start: 0, end: 0, inTitle: false,
      date: nil, dateBasis: .none, rule: nil, anchor: nil, status: .asserted, isBackground: false,
      place: nil, participants: [], figures: [])
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "article": mention.article = try reader.string()
      case "source": mention.source = try reader.stringOrNull()
      case "sentence": mention.sentence = try reader.string()
      case "quote": mention.quote = try reader.string()
      case "start": mention.start = try reader.integer()
      case "end": mention.end = try reader.integer()
      case "in_title": mention.inTitle = try reader.boolean()
      case "date": mention.date = try reader.date()
      case "date_basis": mention.dateBasis = try reader.name("basis of a date")
      case "rule": mention.rule = try reader.stringOrNull()
      case "anchor": mention.anchor = try reader.stringOrNull()
      case "status": mention.status = try reader.name("status")
      case "background": mention.isBackground = try reader.boolean()
      case "place": mention.place = try reader.stringOrNull()
      case "actors":
        mention.participants = try reader.list { (reader) throws(JSONError) in
          var one = Participant(actor: "", name: "", printed: "", role: .actor)
          try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "actor": one.actor = try reader.string()
            case "as": one.printed = try reader.string()
            case "role": one.role = try reader.name("role")
            case "status": one.status = try reader.null() ? nil : reader.name("status")
            default: try reader.skip()
            }
          }
          return one
        }
      case "numbers": mention.figures = try reader.list(Figure.init)
      case "attribution": mention.attribution = try reader.stringOrNull()
      case "lemma": mention.lemma = try reader.stringOrNull()
      case "trigger": mention.trigger = try reader.stringOrNull()
      case "named": mention.isNamed = try reader.boolean()
      default: try reader.skip()
      }
    }
    self = mention
  }
}

extension Relation {
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    var relation = Relation(kind: .before, from: "", to: "")
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "kind": relation.kind = try reader.name("kind of relation")
      case "from": relation.from = try reader.string()
      case "to": relation.to = try reader.string()
      default: try reader.skip()
      }
    }
    self = relation
  }
}

extension DayRecord {
  fileprivate init(_ reader: inout JSONReader) throws(JSONError) {
    var date: CalendarDate?
    var record = DayRecord(
      date: CalendarDate(dayNumber: 0), salience: 0, published: 0, articles: 0, sentences: [])
    try reader.object { (reader, key) throws(JSONError) in
      switch key {
      case "date": date = try reader.day()
      case "salience": record.salience = try reader.share()
      case "published": record.published = try reader.integer()
      case "articles": record.articles = try reader.integer()
      case "sentences":
        record.sentences = try reader.list { (reader) throws(JSONError) in
          var one = Sentence(
            article: "", source: nil, text: "", start: 0, end: 0, inTitle: false)
          try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "article": one.article = try reader.string()
            case "source": one.source = try reader.stringOrNull()
            case "text": one.text = try reader.string()
            case "start": one.start = try reader.integer()
            case "end": one.end = try reader.integer()
            case "in_title": one.inTitle = try reader.boolean()
            default: try reader.skip()
            }
          }
          return one
        }
      default: try reader.skip()
      }
    }
    guard let date else { throw reader.fault("a day has no date") }
    record.date = date
    self = record
  }
}
