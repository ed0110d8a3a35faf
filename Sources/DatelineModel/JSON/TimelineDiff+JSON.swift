import EDTF

extension TimelineDiff {
  /// Writes the object of `diff --format json`; keys of sides stand in the order of `sources`.
  public func write(to json: inout JSONWriter) {
    let order = SideOrder(sources)
    json.object { json in
      json.member("sources", strings: sources)
      json.key("sides")
      if let sides {
        json.object { json in
          for name in sources {
            guard let side = sides[name] else { continue }
            json.key(name)
            json.object {
              $0.member("name", side.name)
              $0.member("sources", strings: side.sources)
            }
          }
        }
      } else {
        json.value(nil as String?)
      }
      json.key("summary")
      summary.write(to: &json, sources: order)
      json.member("entries", entries) { $1.write(to: &$0, sources: order) }
      json.member("naming", naming) { json, row in
        json.object { json in
          json.member("actor", row.actor)
          json.key("names")
          json.bySource(order, row.names) { json, names in
            json.array(names) { json, name in
              json.object {
                $0.member("name", name.name)
                $0.member("count", name.count)
              }
            }
          }
        }
      }
      json.member("lag", lag) { json, row in
        json.object { json in
          json.member("entry", row.entry)
          json.key("first")
          json.object {
            $0.member("source", row.firstSource)
            $0.member("published", row.firstPublished)
          }
          json.key("days")
          json.bySource(order, row.days) { $0.value($1) }
        }
      }
      json.member("window", window)
      json.key("coverage")
      json.bySource(order, coverage) { json, side in
        json.object {
          $0.member("sources", strings: side.sources)
          $0.member("articles", side.articles)
          $0.member("copies", side.copies)
          $0.member("dated", side.days.count)
          $0.member("first", side.days.first?.description)
          $0.member("last", side.days.last?.description)
        }
      }
    }
  }
}

/// Sides in their order, and their places in it.
struct SideOrder {
  let names: [String]
  private let ranks: [String: Int]

  init(_ names: [String]) {
    self.names = names
    ranks = Dictionary(zip(names, names.indices)) { first, _ in first }
  }

  /// The sides that have a value. Few of many are sorted, and the others not asked.
  func sides<Value>(of values: [String: Value]) -> [String] {
    if values.count > names.count / 16 { return names.filter { values[$0] != nil } }
    return values.keys.filter { ranks[$0] != nil }.sorted { ranks[$0]! < ranks[$1]! }
  }
}

extension JSONWriter {
  /// An object with a key for each side that has a value, in the order of the sides.
  fileprivate mutating func bySource<Value>(
    _ sources: SideOrder, _ values: [String: Value], _ body: (inout JSONWriter, Value) -> Void
  ) {
    object { json in
      for source in sources.sides(of: values) {
        json.key(source)
        body(&json, values[source]!)
      }
    }
  }
}

extension TimelineDiff.Summary {
  func write(to json: inout JSONWriter, sources: SideOrder) {
    json.object { json in
      json.member("shared", shared)
      json.key("only")
      json.bySource(sources, only) { $0.value($1) }
      json.key("conflicts")
      json.object { json in
        for aspect in TimelineDiff.Difference.Aspect.allCases where aspect != .naming {
          json.key(aspect.rawValue)
          json.value(conflicts[aspect] ?? 0)
        }
      }
    }
  }
}

extension TimelineDiff.Entry {
  func write(to json: inout JSONWriter, sources: SideOrder) {
    json.object { json in
      json.member("id", id)
      json.member("kind", kind.rawValue)
      json.member("label", label)
      json.member("type", type.rawValue)
      json.member("date", date?.description)
      json.key("reported")
      json.bySource(sources, reported) { $1.write(to: &$0) }
      json.member("differences", differences) { json, difference in
        json.object { json in
          json.member("aspect", difference.aspect.rawValue)
          json.member("kind", difference.kind.rawValue)
          if let subject = difference.subject {
            json.member("what", difference.things ?? subject.rawValue)
          }
          json.key("values")
          json.bySource(sources, difference.values) { $0.value($1) }
          if let resolution = difference.resolution {
            json.key("resolved")
            json.object {
              $0.member("value", resolution.value)
              $0.member("because", resolution.because)
            }
          }
        }
      }
      json.key("absent")
      json.object { json in
        for source in sources.names {
          guard let absence = absent[source] else { continue }
          json.key(source)
          json.value(absence.rawValue)
        }
      }
      json.member("score", score)
      json.member("reasons", strings: reasons)
    }
  }
}

extension TimelineDiff.Report {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("events", strings: events)
      json.member("date", date?.description)
      json.member("published", published)
      json.member("quotes", quotes) { json, quote in
        json.object {
          $0.member("article", quote.article)
          $0.member("text", quote.text)
          $0.member("start", quote.start)
          $0.member("end", quote.end)
          $0.member("in_title", quote.inTitle)
          $0.member("published", quote.published)
          $0.member("url", quote.url)
        }
      }
      json.member("actors", strings: actors)
      json.member("numbers", figures) { $1.write(to: &$0) }
      json.member("place", place)
      json.member("status", status.rawValue)
      if let copyOf { json.member("copyOf", copyOf) }
    }
  }
}
