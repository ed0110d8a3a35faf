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
    (#""ordinal":3"#, #""ordinal":0"#, "rounds count from 1 to 1000000, and here stands 0"),
    (#""ordinal":3"#, #""ordinal":1000000000000"#, "rounds count from 1 to 1000000"),
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

  @Test(arguments: [-1, 1_000_000_001, Int.max]) func countsThatNobodyPrintsAreRefused(count: Int) {
    var graph = EventGraph()
    for good in [0, 1_000_000_000, count] {
      graph.actors = [
        Actor(
          id: "a", name: "A", kind: .group,
          aliases: [.init(name: "A", sources: ["Alpha", "Beta"], counts: [1, good])])
      ]
      var json = JSONWriter()
      graph.write(to: &json)
      if good == count {
        #expect {
          try EventGraph(json: json.bytes)
        } throws: {
          "\($0)".contains("printings count from 0 to 1000000000, and here stands \(count)")
        }
      } else {
        #expect((try? EventGraph(json: json.bytes)) == graph)
      }
    }
  }

  @Test(arguments: ["\u{1B}[2J", "\u{9B}", "\u{202E}", "\u{2028}", "\u{7F}"])
  func idsWithHiddenCharactersAreRefused(_ hidden: String) throws {
    func id(_ graph: inout EventGraph, _ kind: String) {
      switch kind {
      case "source": graph.sources[0].id += hidden
      case "actor": graph.actors.append(Actor(id: "a" + hidden, name: "A", kind: .group))
      case "event":
        graph.relations = []
        graph.events[0].id += hidden
      default:
        graph.events[graph.events.count - 1].series = .init(id: hidden, name: "S", ordinal: 1)
      }
    }
    for kind in ["source", "actor", "event", "series"] {
      var graph = Pile.graph
      id(&graph, kind)
      var json = JSONWriter()
      graph.write(to: &json)
      let error = #expect(throws: EventGraphError.self) { try EventGraph(json: json.bytes) }
      let message = try #require(error).description
      #expect(message.hasPrefix("the \(kind) id “"))
      let code = String(hidden.unicodeScalars.first!.value, radix: 16, uppercase: true)
      #expect(message.contains("\(code): leave control and format characters out of ids"))
    }
  }

  @Test func idsOfOtherLettersAreRead() throws {
    var graph = Pile.graph
    graph.sources[0].id = "länsi 北京"
    var json = JSONWriter()
    graph.write(to: &json)
    #expect(try EventGraph(json: json.bytes) == graph)
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: EventGraphError.self) {
      try EventGraph(json: Array((#"{"a":"# + deep).utf8))
    }
  }
}
