import EDTF

extension Article {
  /// Writes the `read` line.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("source", source)
      json.member("published", published?.text)
      json.member("published_from", published?.from.rawValue)
      if let publishedGuess {
        json.key("published_guess")
        json.object { json in
          json.member("date", publishedGuess.date.description)
          json.member("confidence", publishedGuess.confidence)
          json.member("quote", publishedGuess.quote)
        }
      }
      json.member("title", title)
      json.member("text", text)
      json.member("captions", strings: captions)
      json.member("url", url)
      json.member("language", language)
      if let page {
        if let author = page.author { json.member("author", author) }
        if let modified = page.modified { json.member("modified", modified.text) }
        json.key("found")
        json.object { json in
          for origin in page.origins {
            json.key(origin.field.rawValue)
            json.object { json in
              json.member("from", origin.place.rawValue)
              json.member("confidence", origin.confidence)
            }
          }
        }
      }
      if let duplicateOf { json.member("duplicateOf", duplicateOf) }
      if let versionOf { json.member("versionOf", versionOf) }
    }
  }
}
