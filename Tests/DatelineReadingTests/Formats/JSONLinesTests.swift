internal import DatelineModel
internal import DatelineReading
internal import EDTF
import Testing

@Suite struct JSONLinesTests {
  @Test func linesAreFoundWhateverTheFileIsCalled() throws {
    let pile = try Pile()
    let harvest = try pile.read([
      pile.add("a.txt", "{\"id\":\"1\",\"text\":\"One.\"}\n{\"id\":\"2\",\"text\":\"Two.\"}\n"),
      pile.add("b.txt", "{Brackets} open a text.\n"),
    ])
    #expect(harvest.articles.map(\.text) == ["One.", "Two.", "{Brackets} open a text.\n"])
  }

  @Test func aLineGivesAllItsFields() throws {
    let pile = try Pile()
    let path = try pile.add(
      "a.jsonl",
      #"""
      {"id":"x1","source":"Daily Bugle","published":"2019-08-01T10:00:00+06:00","title":"Talks",
      """#.replacing("\n", with: "")
        + #" "text":" Talks opened.\n\nThey go on. ","url":"https://example.org/a","language":"en_GB"}"#
        + "\n")
    let article = try #require(try pile.read([path]).articles.first)
    #expect(article.id == "x1")
    #expect(article.source == "Daily Bugle")
    #expect(article.published?.text == "2019-08-01T10:00:00+06:00")
    #expect(article.published?.from == .record)
    #expect(article.published?.day?.description == "2019-08-01")
    #expect(article.title == "Talks")
    #expect(article.text == " Talks opened.\n\nThey go on. ")
    #expect(article.url == "https://example.org/a")
    #expect(article.language == "en-GB")
  }

  @Test func oneBadLineCostsOnlyItself() throws {
    let pile = try Pile()
    var bytes = Array(#"{"id":"a","text":"One."}"#.utf8) + [10]
    bytes += Array("{\"id\":\"b\",\"text\":\n".utf8)
    bytes += Array(#"{"id":"c"}"#.utf8) + [10, 10]
    bytes += Array(#"{"id":"d","text":7}"#.utf8) + [13, 10]
    bytes += Array("{\"id\":\"e\",\"text\":\"Nul \u{0}.\"}\n".utf8)
    bytes += Array(#"{"id":"f","text":"Caf"#.utf8) + [0xE9] + Array(#"."}"#.utf8) + [10]
    bytes += Array(#"[1]"#.utf8) + [10]
    bytes += Array(#"{"id":"g","text":"  "}"#.utf8) + [10]
    bytes += Array(#"{"id":"h","text":"Lone \ud83d half."}"#.utf8)
    let path = try pile.add("a.jsonl", bytes)
    let harvest = try pile.read([path])
    #expect(harvest.articles.map(\.id) == ["a", "f", "h"])
    #expect(harvest.articles[1].text == "Caf\u{FFFD}.")
    #expect(harvest.articles[2].text == "Lone \u{FFFD} half.")
    #expect(
      harvest.messages == [
        "a.jsonl:2: not read as JSON: a value is missing (column 18); "
          + "write one JSON object a line",
        "a.jsonl:3: “text” is missing; name the field that holds it, as with --map text=body",
        "a.jsonl:5: “text” is of the kind number; give it as a string",
        "a.jsonl:6: not read as JSON: a control character stands unescaped in a text "
          + "(column 23); write one JSON object a line",
        "a.jsonl:7: some bytes are not UTF-8, and stand as U+FFFD in the article; "
          + "save the file as UTF-8",
        "a.jsonl:8: not read as JSON: an object with a “text” is expected (column 1); "
          + "write one JSON object a line",
        "a.jsonl:9: the article has no text; give it a text or leave it out",
      ])
    #expect(harvest.tally.articles == 3)
    #expect(harvest.tally.unreadable == 6)
  }

  @Test func aLineOverTheLimitIsPassedOver() throws {
    let pile = try Pile()
    let long = String(repeating: "x", count: 300_000)
    let path = try pile.add(
      "a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"\(long)\"}\n{\"text\":\"Three.\"}")
    var options = ReadingOptions()
    options.limits.lineBytes = 1000
    let harvest = try pile.read([path], options)
    #expect(harvest.articles.map(\.text) == ["One.", "Three."])
    #expect(
      harvest.messages == [
        "a.jsonl:2: the line has 300011 bytes, over 1000 bytes (limit lineBytes); "
          + "give each article a line of its own"
      ])
  }

  @Test func linesOfAnyLengthComeWhole() throws {
    let pile = try Pile()
    let sizes = [0, 1, 262_100, 262_144, 262_145, 5, 3]
    let lines = sizes.map { #"{"text":"."# + String(repeating: "y", count: $0) + #""}"# }
    let path = try pile.add("a.jsonl", lines.joined(separator: "\n"))
    let harvest = try pile.read([path])
    #expect(harvest.articles.map(\.text.utf8.count) == sizes.map { $0 + 1 })
    #expect(harvest.messages.isEmpty)
  }

  @Test func fieldsAreFoundUnderTheNamesOfCrawlersAndOfTheUser() throws {
    let pile = try Pile()
    let path = try pile.add(
      "a.jsonl",
      #"""
      {"maintext":"One.","date_publish":"2019-08-01 10:22:33","source_domain":"bugle.example"}
      {"text":"","body":"Two.","source":{"title":"Bugle"},"dateTime":"2019-08-01T10:22:33Z","uri":"7"}
      {"words":"Three.","text":"Not this.","outlet":{"called":"Globe"},"source":"wire"}
      """#)
    var options = ReadingOptions()
    let taken = ["text=words", "source=outlet.called", "colour=red", "source="].map {
      options.fields.add($0)
    }
    #expect(taken == [true, true, false, false])
    let harvest = try pile.read([path], options)
    #expect(harvest.articles.map(\.text) == ["One.", "Two.", "Three."])
    #expect(harvest.articles.map(\.source) == ["bugle.example", "Bugle", "Globe"])
    #expect(
      harvest.articles.map(\.published?.text) == [
        "2019-08-01T10:22:33", "2019-08-01T10:22:33Z", nil,
      ])
    #expect(harvest.articles[1].id == "7")
  }

  @Test func aRecordWithoutIDIsNamedByItsHash() throws {
    let pile = try Pile()
    let path = try pile.add(
      "a.jsonl", #"{"source":"Bugle","published":"2019-08-01","text":"Talks opened."}"#)
    let bytes = Array("Bugle\u{0}2019-08-01\u{0}\u{0}Talks opened.".utf8)
    #expect(
      try pile.read([path]).articles.map(\.id) == [
        String(SHA256.digest(of: bytes).hexadecimal.prefix(16))
      ])
  }

  @Test func oneIDForTwoTextsIsAnErrorThatNamesBoth() throws {
    let pile = try Pile()
    let one = try pile.add("one.jsonl", "\n" + #"{"id":"a","text":"First."}"#)
    let two = try pile.add(
      "two.jsonl", #"{"id":"a","text":"Second."}"# + "\n" + #"{"id":"b","text":"Third."}"#)
    let harvest = try pile.read([one, two])
    #expect(harvest.articles.map(\.text) == ["First.", "Third."])
    #expect(
      harvest.messages == [
        "two.jsonl:1: the id “a” stands for another text at one.jsonl:2; "
          + "give each article an id of its own"
      ])
    #expect(harvest.notices.first?.severity == .error)
  }

  @Test func optionsFillWhatRecordsLack() throws {
    let pile = try Pile()
    let path = try pile.add(
      "a.jsonl",
      #"{"text":"One."}"# + "\n"
        + #"{"text":"Two.","source":"Globe","published":"2020","language":"ru"}"#)
    let harvest = try pile.read(
      [path], ReadingOptions(source: "Bugle", published: "2019-08-01", language: "fr"))
    #expect(harvest.articles.map(\.source) == ["Bugle", "Globe"])
    #expect(harvest.articles.map(\.published?.text) == ["2019-08-01", "2020"])
    #expect(harvest.articles.map(\.published?.from) == [.option, .record])
    #expect(harvest.articles.map(\.language) == ["fr", "ru"])
  }

  @Test func aJSONFileHoldsOneArticleOrAListOrLines() throws {
    let pile = try Pile()
    let one = try pile.add("one.json", "{\n  \"text\": \"One.\"\n}\n")
    let list = try pile.add(
      "list.json", #"[{"text":"Two."},{"title":"no text"},{"text":"Three."}]"#)
    let lines = try pile.add("lines.json", #"{"text":"Four."}"# + "\n" + #"{"text":"Five."}"#)
    let graph = try pile.add("graph.json", #"{"format":"dateline-event-graph","version":1}"#)
    let harvest = try pile.read([one, list, lines, graph])
    #expect(harvest.articles.map(\.text) == ["One.", "Two.", "Three.", "Four.", "Five."])
    #expect(
      harvest.messages == [
        "list.json: element 2: “text” is missing; name the field that holds it, "
          + "as with --map text=body",
        "graph.json: this is an event graph and holds no articles; "
          + "give it to timeline, graph, diff, build or explain",
      ])
  }

  @Test func aNameReachesThroughSoManyObjects() {
    var map = FieldMap()
    let deepest = String(repeating: "a.", count: FieldMap.mapDepth) + "a"
    let isTaken = [map.add("text=" + deepest), map.add("text=a." + deepest)]
    #expect(isTaken == [true, false])
    #expect(map.rank(of: deepest, in: .text) == 0)
  }
}
