import EDTF

extension TimelineDay {
  /// Writes one object of `timeline --format json`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("date", date.description)
      json.member("text", strings: text)
      json.member("events", strings: events)
      json.member("sources", strings: sources)
    }
  }
}

extension Timeline {
  /// Writes the array that `timeline --format json` prints, oldest day first.
  public func write(to json: inout JSONWriter) {
    json.array(days) { $1.write(to: &$0) }
  }
}
