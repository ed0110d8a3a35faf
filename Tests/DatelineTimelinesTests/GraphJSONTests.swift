import DatelineModel
import DatelineTimelines
import EDTF
import Testing

@Suite struct GraphJSONTests {
  private static var text: String {
    var json = JSONWriter()
    Pile.graph.write(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func readWhatIsWritten() throws {
    let graph = try EventGraph(json: Array(Self.text.utf8))
    #expect(graph == Pile.graph)
  }

  @Test func unknownKeysAreIgnored() throws {
    let more = Self.text.replacing(#"{"format""#, with: #"{"future":[{"a":[1e3,null]}],"format""#)
    #expect(try EventGraph(json: Array(more.utf8)) == Pile.graph)
  }

  @Test(arguments: [
    (#""version":1"#, #""version":2"#, "an event graph of version 2"),
    (#""format":"dateline-event-graph""#, #""format":"other""#, "the format is “other”"),
    (#""date":"2031-03-04""#, #""date":"2031-02-30""#, "“2031-02-30” is no date of EDTF"),
    (#""article":"b1""#, #""article":"zz""#, "cites the article “zz”, which the graph lacks"),
    (#""actor":"norland""#, #""actor":"zz""#, "names the actor “zz”, which the graph lacks"),
    (#""value":17"#, #""value":1e999"#, "“1e999” is no number that can be kept"),
    (#""start":0"#, #""start":-4"#, "has a quote from -4"),
    (#""ordinal":3"#, #""ordinal":0"#, "rounds count from 1"),
    (#""type":"ASSAULT""#, #""type":"FIGHT""#, "“FIGHT” is no type of event that is known"),
    (
      #""kind":"nextInSeries","from":""#, #""kind":"nextInSeries","from":"x"#, "a relation leads to"
    ),
    (#""relations""#, #""relations"#, "“:” is missing after a key"),
  ])
  func whatIsNotWholeIsRefused(old: String, new: String, message: String) throws {
    #expect(Self.text.contains(old))
    let broken = Self.text.replacing(old, with: new)
    let error = #expect(throws: EventGraphError.self) { try EventGraph(json: Array(broken.utf8)) }
    #expect(try #require(error).description.contains(message))
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: EventGraphError.self) {
      try EventGraph(json: Array((#"{"a":"# + deep).utf8))
    }
  }
}
