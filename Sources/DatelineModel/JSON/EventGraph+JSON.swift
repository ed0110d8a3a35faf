import EDTF

extension EventGraph {
  /// Writes the event graph of the contract, with an optional key `days` at its end.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("format", EventGraph.format)
      json.member("version", EventGraph.version)
      json.member("sources", sources) { json, source in
        json.object {
          $0.member("id", source.id)
          $0.member("name", source.name)
        }
      }
      json.member("articles", articles) { $1.write(to: &$0) }
      json.member("actors", actors) { $1.write(to: &$0) }
      json.member("events", events) { $1.write(to: &$0) }
      json.member("relations", relations) { json, relation in
        json.object {
          $0.member("kind", relation.kind.rawValue)
          $0.member("from", relation.from)
          $0.member("to", relation.to)
        }
      }
      if !days.isEmpty { json.member("days", days) { $1.write(to: &$0) } }
    }
  }
}

extension ArticleRecord {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("source", source)
      json.member("published", published)
      json.member("title", title)
      json.member("url", url)
      json.member("language", language)
      if let duplicateOf { json.member("duplicateOf", duplicateOf) }
      if let notAnalysed { json.member("notAnalysed", notAnalysed) }
    }
  }
}

extension Actor {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("name", name)
      json.member("kind", kind.rawValue)
      json.member("aliases", aliases) { json, alias in
        json.object {
          $0.member("name", alias.name)
          $0.member("sources", strings: alias.sources)
          if !alias.counts.isEmpty { $0.member("counts", alias.counts) { $0.value($1) } }
        }
      }
      json.member("roles", roles) { json, role in
        json.object {
          $0.member("title", role.title)
          $0.member("of", role.of)
          $0.member("during", role.during?.description)
        }
      }
      if isIrregular { json.member("irregular", true) }
      if let colour { json.member("colour", colour) }
      if !decidedBy.isEmpty { json.member("decidedBy", strings: decidedBy) }
    }
  }
}

extension Event {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("label", label)
      json.member("type", type.rawValue)
      json.member("topic", topic)
      json.member("date", date?.description)
      json.member("earliest", earliest?.description)
      json.member("latest", latest?.description)
      json.member("place", place)
      json.member("status", status.rawValue)
      json.member("salience", salience)
      json.key("series")
      if let series {
        json.object {
          $0.member("id", series.id)
          $0.member("name", series.name)
          $0.member("ordinal", series.ordinal)
        }
      } else {
        json.value(nil as String?)
      }
      json.member("actors", actors) { json, part in
        json.object {
          $0.member("actor", part.actor)
          $0.member("role", part.role.rawValue)
          if let status = part.status { $0.member("status", status.rawValue) }
        }
      }
      json.member("numbers", figures) { $1.write(to: &$0) }
      json.member("mentions", mentions) { $1.write(to: &$0) }
    }
  }
}

extension Mention {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("article", article)
      json.member("source", source)
      json.member("sentence", sentence)
      json.member("quote", quote)
      json.member("start", start)
      json.member("end", end)
      json.member("in_title", inTitle)
      json.member("date", date?.description)
      json.member("date_basis", dateBasis.rawValue)
      json.member("rule", rule)
      json.member("anchor", anchor)
      json.member("status", status.rawValue)
      json.member("background", isBackground)
      json.member("place", place)
      json.member("actors", participants) { json, one in
        json.object {
          $0.member("actor", one.actor)
          $0.member("as", one.printed)
          $0.member("role", one.role.rawValue)
          if let status = one.status { $0.member("status", status.rawValue) }
        }
      }
      json.member("numbers", figures) { $1.write(to: &$0) }
      if let attribution { json.member("attribution", attribution) }
      if let lemma { json.member("lemma", lemma) }
      if let trigger { json.member("trigger", trigger) }
      if isNamed { json.member("named", true) }
    }
  }
}

extension DayRecord {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("date", date.description)
      json.member("salience", salience)
      json.member("published", published)
      json.member("articles", articles)
      json.member("sentences", sentences) { json, sentence in
        json.object {
          $0.member("article", sentence.article)
          $0.member("source", sentence.source)
          $0.member("text", sentence.text)
          $0.member("start", sentence.start)
          $0.member("end", sentence.end)
          $0.member("in_title", sentence.inTitle)
        }
      }
    }
  }
}
