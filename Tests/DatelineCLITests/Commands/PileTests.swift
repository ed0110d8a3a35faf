import DatelineTestSupport
import Testing

@Suite struct PileTests {
  @Test func readPrintsArticlesInTheOrderOfTheInputs() throws {
    let run = try Pile.make().dateline("read", "news")
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    let lines = run.text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines.first == #"""
        {"id":"deep/envoy.md","source":"East Daily","published":"2019-08-03","published_from":"record","title":"Envoy arrives","text":"The UN envoy Geir Pedersen arrived in Damascus on Friday.\n","captions":[],"url":null,"language":"en"}
        """#)
    #expect(lines[1].hasPrefix(#"{"id":"a1","source":"Press North","published":"2019-08-01""#))
  }

  @Test func standardInputIsJSONLines() throws {
    let bench = try Workbench()
    let run = try bench.dateline("read", "-", input: Array(Pile.astana.utf8))
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(run.text.hasPrefix(#"{"id":"a1","#))
  }

  @Test func whatReadPrintsReadsTheSame() throws {
    let bench = try Pile.make()
    let first = try bench.dateline("read", "news")
    let second = try bench.dateline("read", "-", input: first.output)
    #expect(second.text == first.text)
  }

  @Test func annotateLimitsItsWorkToTheLayersAsked() throws {
    let bench = try Workbench()
    let run = try bench.dateline(
      "annotate", "--layers", "time", "-", input: Array(Pile.astana.utf8))
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(run.text.contains(#""value":"2019-08-01""#))
    #expect(!run.text.contains("\"entities\"") && !run.text.contains("\"events\""))
    let all = try bench.dateline("annotate", "-", input: Array(Pile.astana.utf8))
    for layer in ["timexes", "entities", "events"] { #expect(all.text.contains("\"\(layer)\":[{")) }
  }

  @Test func annotateWritesTimeML() throws {
    let run = try Workbench().dateline(
      "annotate", "--format", "timeml", "-", input: Array(Pile.astana.utf8))
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("<?xml") && run.text.contains("<DOCID>a1</DOCID>"))
    #expect(run.text.contains(">Thursday</TIMEX3>"))
  }

  @Test func extractWritesAGraphThatTheOthersRead() throws {
    let bench = try Pile.make()
    let extract = try bench.dateline("extract", "news", "-o", "events.json")
    #expect(extract.status == 0 && extract.output.isEmpty && extract.messages.isEmpty)
    let graph = try bench.read("events.json")
    #expect(graph.hasPrefix(#"{"format":"dateline-event-graph","version":1,"sources":["#))
    for command in [
      ["timeline", "--format", "json"], ["timeline", "--format", "text"],
      ["timeline", "--format", "svg"], ["graph"], ["graph", "--format", "dot"],
      ["diff", "--by-source"], ["diff", "--by-source", "--format", "json"],
    ] {
      let line = command.joined(separator: " ")
      let fromGraph = try bench.shell("dateline \(line) events.json")
      let fromNews = try bench.shell("dateline \(line) news")
      #expect(fromGraph.status == fromNews.status && fromNews.messages.isEmpty, "\(line)")
      #expect(fromGraph.text == fromNews.text, "\(line)")
      #expect(!fromNews.output.isEmpty)
    }
  }

  @Test func theTimelineStandsOnWholeSentences() throws {
    let run = try Pile.make().dateline("timeline", "--format", "json", "news")
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(run.text.hasPrefix(#"[{"date":"2019-07-31","text":["#))
    #expect(run.text.contains(#""sources":["Press North","South Wire"]"#))
  }

  @Test(arguments: [
    ("--from Pres-North", "no article is from “Pres-North”. Did you mean “Press North”?"),
    ("--with Rusia", "no actor is called “Rusia”. Did you mean “Russia”?"),
    ("--place Atlantis", "no event took place in “Atlantis”."),
  ])
  func aFilterThatKnowsNobodySaysSo(_ filter: String, _ message: String) throws {
    let bench = try Pile.make()
    for command in ["timeline", "diff --by-source"] {
      let run = try bench.shell("dateline \(command) \(filter) news")
      #expect(run.status == 0)
      #expect(run.messages == "dateline: \(message)\n", "\(command)")
    }
    let known = try bench.shell("dateline timeline --from 'press north' --with Iran news")
    #expect(known.messages.isEmpty)
  }

  @Test func datesKeepTheDaysThatMatterMost() throws {
    let bench = try Pile.make()
    func days(_ options: String) throws -> Int {
      try bench.shell("dateline timeline --format json \(options) news").text
        .split(separator: "{\"date\":").count - 1
    }
    #expect(try days("") > 2)
    #expect(try days("--dates 1") == 1)
    #expect(try days("--since 2019-08-01 --until 2019-08-01") == 1)
    #expect(try days("--until 2019-07-31 --from 'South Wire'") == 1)
    #expect(try days("--until 2019-07-31 --from 'East Daily'") == 0)
    #expect(try days("--with Nobody") == 0)
  }

  @Test func theFormatFollowsTheNameOfTheOutput() throws {
    let bench = try Pile.make()
    _ = try bench.dateline("timeline", "news", "-o", "t.json")
    _ = try bench.dateline("timeline", "news", "-o", "t.svg")
    _ = try bench.dateline("graph", "news", "-o", "g.dot")
    #expect(try bench.read("t.json").hasPrefix("[{"))
    #expect(try bench.read("t.svg").hasPrefix("<svg"))
    #expect(try bench.read("g.dot").contains("graph"))
  }

  @Test func anUnknownActorGetsTheNearestName() throws {
    let bench = try Pile.make()
    let run = try bench.dateline("graph", "news", "--ego", "Rusia")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.messages == "dateline: no actor “Rusia” in these articles. Did you mean “Russia”?\n")
    #expect(try bench.dateline("graph", "news", "--ego", "Russia").status == 0)
  }

  @Test func diffTellsByItsStatusWhetherThereAreDifferences() throws {
    let bench = try Pile.make()
    try bench.write("one/a.jsonl", Pile.astana)
    let same = try bench.dateline("diff", "one", "one")
    #expect(same.status == 0 && same.messages.isEmpty && !same.output.isEmpty)
    let other = try bench.dateline("diff", "one", "news/deep", "--format", "json")
    #expect(other.status == 1 && other.messages.isEmpty)
    #expect(
      other.text.contains(#""sides":{"left":{"name":"Press North","sources":["Press North"]}"#))
    let matrix = try bench.dateline("diff", "--by-source", "news", "--format", "json")
    #expect(matrix.status == 1)
    #expect(matrix.text.hasPrefix(#"{"sources":["#))
  }

  @Test func filesOfOneNameOnBothSidesAreTwoArticles() throws {
    let bench = try Workbench()
    try bench.write(
      "north/1.txt",
      "---\nsource: N\npublished: 2019-08-02\n---\nThe army killed 12 rebels in Idlib on 1 August 2019."
    )
    try bench.write(
      "south/1.txt",
      "---\nsource: S\npublished: 2019-08-02\n---\nPresident Putin met President Erdogan in Ankara on 1 August 2019."
    )
    let run = try bench.dateline("diff", "north", "south", "--format", "json")
    #expect(run.status == 1 && run.messages.isEmpty)
    #expect(run.text.contains(#""article":"north/1.txt""#))
    #expect(run.text.contains(#""article":"south/1.txt""#))
    #expect(run.text.contains(#""summary":{"shared":0,"#))
  }

  @Test func sourcesThatNobodyKnowsAreRefused() throws {
    let bench = try Pile.make()
    try bench.write("groups.txt", "wire = South Wire, Nobody\n")
    for (options, message) in [
      ("--base 'Press Nort'", "no source “Press Nort” for --base. Did you mean “Press North”?"),
      (
        "--group 'wire=South Wired'",
        "no source “South Wired” in the group “wire”. Did you mean “South Wire”?"
      ),
      (
        "--groups groups.txt",
        "no source “Nobody” in the group “wire”. There are: East Daily, Press North, South Wire."
      ),
    ] {
      let run = try bench.shell("dateline diff --by-source news -o out.json \(options)")
      #expect(run.status == 2 && run.messages == "dateline: \(message)\n", "\(run.messages)")
      #expect(!bench.files().contains("out.json"))
    }
    // The name of a group is a side like any other.
    let run = try bench.dateline(
      "diff", "--by-source", "news", "--group", "wire=South Wire", "--base", "wire")
    #expect(run.status == 1 && run.messages.isEmpty)
    #expect(try bench.dateline("diff", "news", "news", "--base", "middle").status == 2)
  }

  @Test func anActorFileSaysWhereItHasNoSay() throws {
    let bench = try Pile.make()
    try bench.write("actors.tsv", "ignore\tGeir Pedersen\n")
    #expect(try bench.dateline("extract", "news", "-o", "g.json").status == 0)
    let plain = try bench.dateline("timeline", "g.json")
    let run = try bench.dateline("timeline", "g.json", "--actor-file", "actors.tsv")
    #expect(run.status == 0 && run.output == plain.output)
    #expect(run.messages.hasPrefix("dateline: g.json: the actors of an event graph are settled"))
    // Both sides of a comparison heed it where they are articles.
    let apart = try bench.dateline("diff", "news", "news/deep", "--format", "json")
    let ignoring = try bench.dateline(
      "diff", "news", "news/deep", "--format", "json", "--actor-file", "actors.tsv")
    #expect(ignoring.status == 1 && ignoring.messages.isEmpty)
    let name = #""Geir Pedersen""#
    #expect(apart.text.contains(name) && !ignoring.text.contains(name))
  }

  @Test func diffNeedsTwoSidesOrSources() throws {
    let run = try Pile.make().dateline("diff", "news")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.messages.hasPrefix(
        "dateline diff: LEFT and RIGHT are needed, or --by-source with any number of inputs."))
  }

  @Test func explainNamesQuotesRulesAndAnchors() throws {
    let bench = try Pile.make()
    let at = try bench.dateline("explain", "news/wire.jsonl", "--at", "a1:55")
    #expect(at.status == 0 && at.messages.isEmpty)
    #expect(at.text.contains("“Thursday” is DATE 2019-08-01"))
    #expect(at.text.contains("counted from published"))
    let actor = try bench.dateline("explain", "news", "--actor", "Russia")
    #expect(actor.status == 0 && actor.text.hasPrefix("Russia  [russia]"))
    let graph = try bench.dateline("extract", "news").text
    let id = String(graph.split(separator: "\"events\":[{\"id\":\"")[1].prefix { $0 != "\"" })
    let event = try bench.dateline("explain", "news", "--event", id)
    #expect(event.status == 0 && event.text.contains("[\(id)]") && event.text.contains("stands at"))
    let short = try bench.dateline("explain", "news", "--event", String(id.prefix(8)))
    #expect(short.text == event.text)
  }

  @Test func explainTellsWhyReportsWereTakenForOneEventOrNot() throws {
    let bench = try Pile.make()
    let graph = try bench.dateline("extract", "news").text
    func id(ofEventThatTells words: String) -> String {
      let events = graph.split(separator: "\"events\":[{\"id\":\"e")[1]
        .split(separator: "},{\"id\":\"e")
      return "e" + (events.first { $0.contains(words) } ?? "").prefix { $0 != "\"" }
    }
    let killing = id(ofEventThatTells: "killed 12 rebels")
    #expect(killing == id(ofEventThatTells: "killed 15 rebels"))
    let one = try bench.dateline("explain", "news", "--event", killing, "--and", killing)
    #expect(one.status == 0 && one.messages.isEmpty)
    #expect(one.text.contains("  taken for    one event\n"))
    #expect(one.text.contains("one event needs 0.35\n"))
    #expect(one.text.contains("same trigger word") && one.text.contains("killed 15 rebels"))
    let arrival = id(ofEventThatTells: "arrived in Damascus")
    let two = try bench.dateline("explain", "news", "--event", killing, "--and", arrival)
    #expect(two.status == 0)
    #expect(two.text.contains("  taken for    two events\n"))
    #expect(two.text.contains("\n  because ") || two.text.contains("\n  for two "))
  }

  @Test(arguments: [
    ("--and enone --actor Russia", "--and only goes with --event"),
    ("--event enone", "no event “enone” in these articles"),
    ("--actor Rusia", "no actor “Rusia” in these articles. Did you mean “Russia”?"),
    ("--at a2:5", "no article “a2” in these inputs. Did you mean “a1”?"),
    ("--at a1:9999", "9999 is not among them"),
    ("--at a1", "--at wants an article's id and an offset"),
    ("", "one of --event, --actor and --at is needed"),
    ("--actor Russia --event e", "one of --event, --actor and --at is needed"),
  ])
  func explainSaysWhatItLacks(_ options: String, _ message: String) throws {
    let run = try Pile.make().shell("dateline explain news \(options)")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.messages.contains(message), "\(run.messages)")
  }

  @Test func schemasHaveIdsAndCanBeAskedForByName() throws {
    let bench = try Workbench()
    let all = try bench.dateline("schema")
    #expect(all.status == 0 && all.text.hasPrefix("[{") && all.text.hasSuffix("}]\n"))
    #expect(all.text.split(separator: "\"$id\":").count == 6)
    let one = try bench.dateline("schema", "event-graph")
    #expect(one.status == 0 && one.text.contains("urn:dateline:schema:event-graph"))
    let none = try bench.dateline("schema", "event-grph")
    #expect(none.status == 2 && none.messages.contains("Did you mean event-graph?"))
  }

  @Test func licencesNameWhatDatelineIsMadeFrom() throws {
    let run = try Workbench().dateline("licences")
    #expect(run.status == 0 && run.messages.isEmpty)
    for name in [
      "Eclipse Public License", "Unicode", "WordNet", "SCOWL", "GeoNames", "Attribution 4.0",
    ] {
      #expect(run.text.contains(name), "\(name)")
    }
  }
}
